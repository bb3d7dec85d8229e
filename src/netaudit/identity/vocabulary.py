"""Words by which companies are told from what people do, where they are, and plain words."""

#: What people are: as the last word of a "company" it makes a job title.
TITLES = frozenset({
    "accountant", "activist", "actor", "actress", "administrator", "adviser", "advisor",
    "advocate", "agent", "analyst", "architect", "artist", "assistant", "associate", "athlete",
    "attorney", "author", "banker", "blogger", "broker", "builder", "candidate", "ceo", "chef",
    "cleaner", "coach", "comedian", "composer", "consultant", "contractor", "coordinator",
    "copywriter", "creator", "critic", "cto", "curator", "dad", "dancer", "designer", "dev",
    "developer", "director", "doctor", "driver", "economist", "editor", "educator", "engineer",
    "entrepreneur", "executive", "expert", "farmer", "father", "filmmaker", "founder",
    "freelancer", "fundraiser", "gardener", "geek", "graduate", "guide", "hacker", "historian",
    "illustrator", "instructor", "intern", "investor", "journalist", "lawyer", "leader",
    "lecturer", "librarian", "lover", "maker", "manager", "marketer", "mathematician",
    "mechanic", "mentor", "midwife", "mom", "mother", "mum", "musician", "novelist", "nurse",
    "officer", "operator", "organizer", "owner", "painter", "parent", "partner", "pastor",
    "pharmacist", "photographer", "physician", "physicist", "pilot", "planner", "player",
    "poet", "politician", "president", "principal", "producer", "professional", "professor",
    "programmer", "psychologist", "psychotherapist", "publisher", "realtor", "recruiter",
    "reporter", "researcher", "retiree", "runner", "sailor", "salesperson", "scholar",
    "scientist", "sculptor", "secretary", "singer", "solicitor", "speaker", "specialist",
    "strategist", "student", "surgeon", "teacher", "technician", "therapist", "trader",
    "trainer", "translator", "traveler", "traveller", "tutor", "vet", "veteran",
    "videographer", "volunteer", "waiter", "writer", "youtuber",
})  # fmt: skip
#: What job titles and standing wishes begin with.
BEGINNINGS = frozenset({
    "actively", "aspiring", "available", "freelance", "independent", "junior", "looking",
    "open", "retired", "seeking", "self", "senior", "unemployed",
})  # fmt: skip
#: Where people are.
PLACES = frozenset({
    "africa", "america", "amsterdam", "asia", "athens", "atlanta", "auckland", "austin",
    "australia", "austria", "bangalore", "barcelona", "basel", "beijing", "belgium",
    "bengaluru", "berlin", "bern", "birmingham", "bogota", "boston", "brazil", "bristol",
    "brooklyn", "brussels", "budapest", "buenos aires", "cairo", "california", "cambridge",
    "canada", "cape town", "chicago", "chile", "china", "colombia", "colorado", "copenhagen",
    "dallas", "delhi", "denmark", "denver", "dubai", "dublin", "edinburgh", "egypt", "england",
    "europe", "finland", "florida", "france", "frankfurt", "geneva", "germany", "ghana",
    "glasgow", "greece", "hamburg", "helsinki", "hong kong", "houston", "hungary", "iceland",
    "india", "indonesia", "ireland", "israel", "istanbul", "italy", "jakarta", "japan",
    "johannesburg", "kenya", "kyiv", "lagos", "lisbon", "london", "los angeles", "lyon",
    "madrid", "malaysia", "manchester", "manila", "melbourne", "mexico", "mexico city",
    "miami", "milan", "montreal", "moscow", "mumbai", "munchen", "munich", "nairobi",
    "netherlands", "new delhi", "new york", "new york city", "new zealand", "nigeria",
    "norway", "nyc", "oslo", "oxford", "paris", "peru", "philadelphia", "philippines",
    "phoenix", "poland", "portland", "portugal", "prague", "romania", "rome", "rotterdam",
    "russia", "san diego", "san francisco", "santiago", "sao paulo", "scotland", "seattle",
    "seoul", "shanghai", "silicon valley", "singapore", "south africa", "spain", "stockholm",
    "stuttgart", "sweden", "switzerland", "sydney", "taiwan", "tel aviv", "texas", "thailand",
    "tokyo", "toronto", "turkey", "uk", "ukraine", "usa", "vancouver", "vienna", "vietnam",
    "wales", "warsaw", "washington", "washington dc", "wien", "zurich",
})  # fmt: skip
#: Words that are companies as well: only said outright does one of them mean the company.
COMMON = frozenset({
    "adobe", "alphabet", "amazon", "apple", "art", "box", "brave", "bridge", "camel", "canvas",
    "caterpillar", "change", "chase", "children", "church", "circle", "citizen", "coach",
    "coffee", "community", "compass", "consulting", "corona", "cosmos", "data", "delta",
    "design", "discovery", "dove", "echo", "education", "energy", "engineering", "family",
    "finance", "flow", "focus", "fox", "freedom", "future", "gap", "general", "god",
    "government", "gravity", "green", "guardian", "harmony", "health", "hope", "hospital",
    "house", "humanity", "impact", "indeed", "innovation", "insight", "intercom", "jaguar",
    "journey", "kindle", "law", "life", "light", "linear", "love", "marketing", "mars",
    "media", "meta", "monday", "mother", "music", "nature", "nest", "next", "notion", "ocean",
    "open", "oracle", "orange", "patagonia", "people", "philosophy", "photography", "physics",
    "pillar", "plan", "planet", "politics", "post", "puma", "purpose", "python", "quest",
    "retail", "ruby", "running", "rust", "sage", "sales", "school", "science", "security",
    "shell", "signal", "sky", "slack", "snap", "social", "software", "solar", "spark",
    "spirit", "square", "stage", "stripe", "sun", "swift", "target", "teaching", "team",
    "tech", "technology", "tesla", "tide", "time", "toast", "travel", "twitch", "uber",
    "unity", "virgin", "visa", "vision", "volt", "wave", "web", "wise", "word", "world",
    "writing", "yoga", "youth", "zoom",
})  # fmt: skip
