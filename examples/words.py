"""The words the example world is made of; none of them is about anybody.

First and last names come from different languages and many last names are made up, so that a
pair of them names no real person.
"""

FIRST_NAMES = (
    "Adaeze", "Aino", "Amadou", "Anneli", "Aroha", "Asel", "Bastien", "Beatriz", "Bjarne",
    "Branka", "Caoimhe", "Çağla", "Chiamaka", "Corentin", "Dagny", "Darius", "Dilnoza", "Eilidh",
    "Emeka", "Enrique", "Eszter", "Farida", "Finnian", "Gaëlle", "Goran", "Gülşen", "Haruka",
    "Hemi", "Hyun", "Idris", "Ilse", "Ines", "Ioana", "Isadora", "Jarek", "Jomo", "Jürgen",
    "Kaisa", "Kamala", "Keoni", "Laszlo", "Leilani", "Lerato", "Ling", "Lovisa", "Mahsa",
    "Malik", "Marisol", "Mateus", "Minh", "Mirjam", "Nadiya", "Nikhil", "Noor", "Oddvar",
    "Oksana", "Olumide", "Orla", "Paavo", "Pilar", "Prisca", "Radek", "Ramón", "Ravindra",
    "Rosalind", "Runa", "Saanvi", "Salome", "Seamus", "Sibel", "Sólveig", "Taavi", "Tamsin",
    "Temesgen", "Thandiwe", "Tomasz", "Uchenna", "Ulla", "Vasilis", "Wanjiru", "Wren", "Xiomara",
    "Yaw", "Yevhen", "Yuki", "Zbigniew", "Zeynep", "Zofia",
)  # fmt: skip

LAST_NAMES = (
    "Abeldane", "Akpanwright", "Albescu-Moor", "Anderfeld", "Arakeli", "Balogunde", "Barrowmere",
    "Bergqvarn", "Birchwode", "Boatengsson", "Brännlund-Ito", "Castelmoro", "Chandrakar",
    "Cobblewick", "Dahlmoss", "Delacroisette", "Diawaranen", "Dombrowitz", "Dražić-Hall",
    "Eastermann", "Ekwuemes", "Fairlocke", "Farrokhsen", "Fenwickson", "Ferreirinho", "Gallowmist",
    "Giordanelli", "Gjertrud", "Goldenquay", "Grzybek-Lane", "Halvormoe", "Hashimotani",
    "Hollowbrook", "Højgren", "Ibarrola-Finch", "Ilvesniemi", "Iwuchukwe", "Jayasundre",
    "Jerzyfield", "Kahananui", "Kaltenbrun", "Kapoorsson", "Kinyanjuta", "Kovalenkis",
    "Krügerhaus", "Lachowska", "Langholme", "Lindqvarn", "Lönnroos", "Mabuzane", "MacArdrie",
    "Maliketh", "Marchetonni", "Mbekelund", "Mikkelborn", "Montclaro", "Mwangarai", "Nakagomi",
    "Ndiayeva", "Nguyenfeld", "Nordgaarden", "O'Carrowan", "Oduyale", "Okaforsen", "Olivarro",
    "Oystermouth", "Palmqvister", "Papadakin", "Pereyrano", "Petrossi", "Quillfeather",
    "Rasmunder", "Ravenhollow", "Rezaiwood", "Rodrigault", "Rossigniol", "Saarinheim",
    "Salgueirinha", "Schönfelder-Ota", "Sithebane", "Skarsgate", "Sørbye-Lam", "Stellamaris",
    "Strandvik-Roy", "Szabolinski", "Takavesi", "Tesfamoor", "Thistlewane", "Thorvaldis",
    "Tintagelli", "Tuiasopono", "Umarovic", "Underhagen", "Vaszquelin", "Verhoevenko",
    "Villanuovo", "Wairingi", "Weatherlow", "Winterbourne-Sy", "Wójtowitz", "Yamadori",
    "Yildirimson", "Zabalegui", "Zhangmere", "Zimmerlund",
)  # fmt: skip

#: Names that are not in Latin letters at all; their links are percent-encoded.
OTHER_SCRIPTS = (
    ("芳子", "林原野"), ("Юлия", "Таракошина"), ("سلمى", "رياندو"), ("민준", "하늘산"),
    ("Ελένη", "Παπαδάκεω"), ("अनन्या", "वनमाली"), ("דליה", "כרמלון"), ("Юрий", "Вишнеградзе"),
    ("小雨", "白石江"), ("ნინო", "ქარველაშე"),
)  # fmt: skip

CREDENTIALS = (", PhD", ", MBA", ", PMP®", ", Ph.D.", ", CPA, CFE", ", PMP, CSM", ", MD")
EMOJI = ("🌱", "☕", "🚀", "🧭", "👩🏽‍💻", "🎻")
NICKNAMES = ("Bas", "Kit", "Lou", "Max", "Nia", "Teo")

COMPANIES = (
    "Alder & Finch", "Northlight Clinics", "Brightmoor Rail", "Tidewater Cooperative",
    "Larkspur Analytics", "Mossbank Foods", "Cedar Lane Schools", "Harbour Street Press",
    "Quietriver Energy", "Opal Tree Insurance", "Rooftop Gardens Ltd", "Saltmarsh Research",
    "Twelve Bridges Studio", "Umbrella Pine Housing", "Violet Hour Radio", "Wickerwork Logistics",
    "Yellowhammer Cycles", "Zenith Kettle Co.", "Bluegate Water", "Copperfield & Daughters",
    "Dandelion Software", "Elmhurst Observatory", "Foxglove Pharmacy", "Granite Steps Hotels",
    "Heron Point Shipping", "Inkwell Translations", "Juniper Bank (fictitious)",
    "Kestrel Air Survey", "Lantern Theatre", "Self-employed",
)  # fmt: skip

POSITIONS = (
    "Programme Manager", "Data Analyst", "Head of Operations", "Product Designer", "Recruiter",
    "Software Engineer", "Consultant", "Account Executive", "Founder", "Research Fellow",
    "Director, People & Culture", "Librarian", "Teacher", "Project Lead", "Editor", "Nurse",
    "Senior Engineer", "Marketing Lead", "Chief of Staff", "Civil Engineer", "Translator",
    "Policy Adviser", "Student", "Partner", "Sales Manager", "Architect",
)  # fmt: skip

OPENERS = (
    "Hello again, how is the new project going?",
    "I saw the programme for the spring meeting. Are you going?",
    "Do you have ten minutes this week for a question about planning?",
    "The notes from last time were useful, thank you. Shall we continue?",
    "Our team is looking at the same problem now. How did you solve it?",
    "Long time no word! How are things on your side?",
    "A colleague asked me about your field &amp; I thought of you.",
    "Would you read two pages of a draft for me?",
    "I found the article you mentioned. It&#39;s good.",
    "Is the reading group still meeting on Tuesdays?",
    "Here is the picture from the workshop.",
    "Congratulations on the new role!",
)
REPLIES = (
    "Good to hear from you. All well here, and you?",
    "Yes, I will be there on the second day.",
    "Happy to. Thursday after lunch would suit me.",
    "Thanks! Let me think about it and come back to you.",
    "We tried three things, the simplest one worked.",
    "Sure, send it over.",
    "That was kind of you. I&#39;ll pass it on.",
    "Not this week, but next Monday is free.",
    "Interesting, I had not looked at it that way.",
    "Great, see you then.",
    "Thank you, that helps a lot.",
    "I asked around &amp; nobody knows, sorry.",
    "👍",
)
PITCHES = (
    "I help teams like yours to plan better. Open to a short call?",
    "We are hiring for a role that could fit your profile.",
    "Would a free trial of our scheduling tool be of interest?",
    "Just following up on my earlier message.",
    "I came across your profile and would love to connect on a topic.",
)
NUDGES = (
    "Hello, may I ask how your team handles onboarding?",
    "Following up on my question, no hurry.",
    "I would enjoy hearing how the pilot ended.",
    "Are you joining the alumni evening this year?",
)
INVITE_NOTES = (
    "We met at the autumn workshop and I enjoyed our talk.",
    "I liked your talk on planning in small teams.",
    "A friend of ours suggested that we should know each other.",
    "Hello Robin, I read your piece on volunteers & rotas.",
    "We were in the same breakout group yesterday.",
)
CAMPAIGNS = (
    "Master your calendar in six weeks", "Your invitation to the Tidewater webinar",
    "A degree beside your job", "Meet the new planning suite",
)  # fmt: skip
LOG_NOTES = (
    "", "", "", "", "long walk by the canal", "talked about the move", "her new job",
    "budget, and the summer plans", "first time in person", "catch-up", "planning the workshop",
    "his daughter starts school", "the reading group", "review of the draft", "at the fair",
)  # fmt: skip
GAVE = ("introduction to a printer", "read the draft", "a reference", "two contacts", "a template")
GOT = ("feedback on the talk", "a recommendation", "help with the lease", "an introduction")
ASKED = ("for feedback", "for a contact", "for a reference", "whether they know a tutor")

#: What people on X say of themselves, after where they work if they say so.
BIOS = (
    "Slow trains, fast tea.", "Opinions are borrowed.", "Maps, mostly of places I have not been.",
    "Allotment, choir, two cats.", "Here for the footnotes.", "I read minutes for fun.",
    "Bread on Sundays.", "Cyclist in all weathers.", "Learning the cello, sorry neighbours.",
    "Volunteer rotas & other puzzles.", "Half librarian, half gardener.", "Fond of ferries.",
)  # fmt: skip
PLACES = ("", "", "", "by the canal", "Northshire", "Old Harbour", "up the hill", "Wherever")
#: Posts that answer somebody, and posts that name people.
ANSWERS = (
    "Yes, and the second chapter is even better.", "That is exactly the rota problem, thank you.",
    "We had the same on Tuesday. A longer break helped.", "Could you share the slides?",
    "Agreed. Nobody reads page two.", "Ha! I owe you a coffee for this.",
    "Is there a paper version?", "Wonderful, congratulations &amp; see you there.",
)  # fmt: skip
SHOUTS = (
    "Good panel this morning with {}, notes to follow.", "Thank you {} for the tour of the cellar.",
    "Reading group tonight, {} brings the cake.", "If you plan volunteers, follow {}.",
    "Lunch with {} and far too many ideas.",
)  # fmt: skip
MUSINGS = (
    "A rota is a promise with columns.", "Three meetings, one sentence of minutes.",
    "Nobody has ever been sorry for a shorter agenda.", "The good pen is always in the other coat.",
    "Draft four. It is shorter &amp; better.", "Rain, trains, and a very patient dog.",
    "Asked for feedback, got a poem. Fair.", "Today I closed more tabs than I opened.",
)  # fmt: skip
PASSED_ON = (
    "New on the blog: how we halved the waiting list with two clipboards and a ki…",
    "Call for papers: planning in small teams, autumn.", "The archive opens again on Monday.",
    "Twelve things we learned from a cancelled fair.", "We are looking for readers of drafts.",
)  # fmt: skip
THREAD = (
    "Some notes on volunteers, after ten years of getting it wrong:",
    "First: people leave in spring. Plan the spring in winter.",
    "Second: thank them before you need them.",
)
LIKED = (
    "The lighthouse is open to visitors again.", "A short history of the folding chair.",
    "Our cat has joined the stand-up.", "How to write a handover nobody has to ask about.",
    "Photographs of ferries in fog.", "Recipe: plum cake for forty.",
)  # fmt: skip
WELCOME = "Thanks for your message! We are closed on Sundays and answer the rest of the week."
