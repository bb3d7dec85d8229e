"""Reports to render: a realistic one with invented people, and odd ones."""

from netaudit.report import Column, Figure, Person, Report, Section, Table, Value

_COUNTS = [
    ("never", 251, 0), ("only_out", 62, 11), ("only_in", 19, 3), ("two_way", 58, 31),
    ("met", 22, 14),
]  # fmt: skip
_STALE = [
    ("Marisol Ibáñez-Duarte", "2026-04-03", 226, "coffee", "both", 20),
    ("Tobias Krähenbühl", "2026-08-02", 105, "linkedin", "out", 16),
    ("Amara Okonkwo-Lindqvist", "2026-07-17", 121, "call", "both", 16),
    ("田中 美咲", "2026-10-16", 30, "linkedin", "in", 15),
    ("Henrik Vestergaard", "2026-02-19", 269, "meeting", "both", 15),
    ("Priya Raghunathan", "2026-09-27", 49, "linkedin", "out", 14),
    ("Zeynep Aksoylu", "2025-08-26", 446, "email", "in", 12),
    ("Caspian Thornbury-Whitlock", "2026-06-30", 138, "dm", "out", 11),
    ("Ola Nordmark 🎻", "2025-01-28", 656, "lunch", "both", 11),
    ("Dr. Ferenc Halász, PhD", "2026-10-13", 33, "linkedin", "out", 10),
    ("Ines Quintanilha", "2025-05-05", 559, "video", "both", 10),
    ("שירה לוינברג", "2025-03-19", 606, "linkedin", "in", 8),
]
_WAITING = [
    ("Tuulikki Rautio", "opener", "2026-10-20", 26),
    ("Benedikt Ahlgrimm", "opener", "2026-11-02", 13),
    ("Nkechi Obiakor", "opener", "2026-11-09", 6),
    ("Salvatore Pellicanò", "last_word", "2026-10-29", 17),
]
_NEXT = [
    ("Tuulikki Rautio", "has been waiting for your answer since 20 October"),
    ("Marisol Ibáñez-Duarte", "you used to talk every 3 weeks, and it has been 32"),
    ("Henrik Vestergaard", "asked you for something on 19 February, and nothing is recorded since"),
    ("Ines Quintanilha", "new on your list since 2 November, and not a word exchanged"),
    ("Priya Raghunathan", "41 messages in two years, and never a call or a meeting"),
]


def person(name: str, number: int = 1) -> Person:
    """Return a person with an id made from a number."""
    return Person(name, f"p{number:04d}")


def people_table(key: str, title: str, names: list[str], empty: str = "nobody") -> Table:
    """Return a table of nothing but persons."""
    rows: list[tuple[Value, ...]] = [(person(name, place),) for place, name in enumerate(names)]
    return Table(key, title, (Column("person", "person", "person"),), tuple(rows), empty)


def _states() -> Section:
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (state, people, people / 412, live) for state, people, live in _COUNTS
    )
    columns = (
        Column("state", "state"), Column("people", "people", "count"),
        Column("share", "share", "ratio"), Column("live", "in touch in 1y", "count"),
    )  # fmt: skip
    return Section(
        "list_vs_network",
        "List versus network",
        "Of 412 people on the list, 31 answered you and were answered within 365 days.",
        figures=(
            Figure("list", "people on the list", 412),
            Figure("network", "of them in the network", 31),
            Figure("network_share", "share of the list", 31 / 412, "ratio"),
            Figure("lapsed", "were in the network once", 49),
            Figure("off_list_network", "in touch, but on no list", 7),
        ),
        tables=(Table("states", "What is recorded with them", columns, rows),),
    )


def _stale() -> Section:
    columns = (
        Column("person", "person", "person"), Column("last", "last contact", "date"),
        Column("days", "days", "days"), Column("last_channel", "channel"),
        Column("last_direction", "direction"), Column("contact_days", "contact-days", "count"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (person(row[0], place), *row[1:]) for place, row in enumerate(_STALE)
    ]
    return Section(
        "stale",
        "Untouched for 30 days",
        "385 of 412 people: 134 had contact before, with 251 none is recorded at all.",
        figures=(
            Figure("never", "no contact recorded", 251),
            Figure("stale", "no contact for 30 days", 134),
            Figure("fresh", "in contact since", 27),
            Figure("untouched", "untouched", 385),
            Figure("untouched_share", "share of the list", 385 / 412, "ratio"),
        ),
        tables=(Table("stale_people", "The most invested first", columns, tuple(rows)),),
        notes=("LinkedIn data ends 24 October 2026; silence after that day is unknown.",),
    )


def waiting_table() -> Table:
    """Return the table of those who wait for an answer."""
    rows: list[tuple[Value, ...]] = [
        (person(row[0], 50 + place), *row[1:]) for place, row in enumerate(_WAITING)
    ]
    columns = (
        Column("person", "person", "person"), Column("kind", "kind"),
        Column("since", "since", "date"), Column("days", "days", "days"),
    )  # fmt: skip
    empty = "nobody waits for an answer of yours"
    return Table("waiting_on_me", "Waiting for you", columns, tuple(rows), empty)


def _reciprocity() -> Section:
    columns = (
        Column("person", "person", "person"), Column("openers", "messages", "count"),
        Column("last", "last", "date"),
    )  # fmt: skip
    return Section(
        "reciprocity",
        "Who answers, and who waits",
        "They answer 38 % of your messages within a week; you answer 71 % of theirs.",
        figures=(
            Figure("sent", "sent", 1284),
            Figure("received", "received", 1107),
            Figure("balance", "balance (+1 only I send)", 177 / 2391, "number"),
            Figure("openers_by_me", "conversations I opened", 143),
            Figure("openers_by_them", "conversations they opened", 88),
            Figure("answered_7d_them", "they answer within 7 days", 0.3812, "ratio"),
            Figure("answered_30d_them", "they answer within 30 days", 0.4401, "ratio"),
            Figure("answered_7d_me", "I answer within 7 days", 0.7102, "ratio"),
            Figure("answered_30d_me", "I answer within 30 days", 0.9974, "ratio"),
            Figure("reply_days_them", "half of them answer within", None, "days"),
            Figure("reply_days_me", "half of mine go out within", 1.7261, "days"),
        ),
        tables=(
            Table(
                "never_answer", "Never answered", columns,
                ((person("Ruprecht Hollenstein", 80), 4, "2026-09-30"),
                 (person("Odile Vandermeersch", 81), 2, "2026-03-11")),
            ),
            waiting_table(),
        ),
    )  # fmt: skip


def _depth() -> Section:
    return Section(
        "depth_breadth",
        "Depth and breadth",
        "You touched 41 people on 214 days of contact, as if they were 19.6 people evenly.",
        figures=(
            Figure("contact_days", "contact-days", 214),
            Figure("people_touched", "people touched", 41),
            Figure("effective_people", "effective people", 19.5817, "number"),
            Figure("depth", "contact-days each", 10.9286, "number"),
            Figure("median_contact_days", "median contact-days", 2.0, "number"),
            Figure("top_5_share", "share of the top 5", 0.4159, "ratio"),
            Figure("top_15_share", "share of the top 15", 0.7523, "ratio"),
            Figure("gini", "Gini coefficient", 0.6212, "number"),
            Figure("weekly", "in touch weekly", 1),
            Figure("monthly", "in touch monthly", 6),
            Figure("yearly", "in touch yearly", 41),
        ),
    )


def _momentum() -> Section:
    columns = (
        Column("date", "date", "date"), Column("list", "list", "count"),
        Column("network", "network", "count"), Column("two_way_people", "two-way", "count"),
        Column("partial", "partial window"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (f"{2024 + month // 12}-{month % 12 + 1:02d}-28", 260 + 6 * place, 44 - place // 2,
         49 - place // 3, place < 4)
        for place, month in enumerate(range(10, 35))
    ]  # fmt: skip
    rows.append(("2026-11-15", 412, 31, 38, False))
    return Section(
        "momentum",
        "The list grows; does the network?",
        "In a year the list gained 74 people and the network lost 7.",
        figures=(
            Figure("list_change_1y", "list, change in a year", 74),
            Figure("network_change_1y", "network, change in a year", -7),
            Figure("two_way_change_1y", "two-way, change in a year", None),
        ),
        tables=(Table("months", "Month by month", columns, tuple(rows)),),
        notes=("Of those who left before the first export nothing is known.",),
    )


def _circles() -> Section:
    columns = (
        Column("company", "company"), Column("list", "list", "count"),
        Column("network", "network", "count"), Column("share", "share", "ratio"),
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = (
        ("Brightwater Analytics GmbH & Co. KG", 38, 9, 9 / 38),
        ("Universidade do Sul Atlântico", 21, 0, 0.0),
        ("Kestrel & Finch", 4, 3, 0.75),
    )
    return Section(
        "circles",
        "Where the network lives",
        "Brightwater Analytics GmbH & Co. KG holds 38 of the list and 9 of the network.",
        tables=(
            Table("companies", "Companies", columns, rows),
            Table("tags", "Tags", columns, (), "no tags yet: netaudit tag gives some"),
        ),
    )


def _quarters() -> Section:
    keys = ["added", "messaged_90", "two_way_90", "met_90", "two_way_now", "met_now"]
    labels = [
        "added", "messaged in 90 days", "two-way in 90 days", "met in 90 days", "two-way now",
        "met now",
    ]  # fmt: skip
    columns = (
        Column("quarter", "quarter"),
        *(Column(key, label, "count") for key, label in zip(keys, labels, strict=True)),
    )
    rows: tuple[tuple[Value, ...], ...] = (
        ("2026-Q1", 31, 4, 2, 0, 3, 0),
        ("2026-Q2", 22, 9, 5, 1, 6, 2),
        ("2026-Q4", 12, None, None, None, 1, 0),
    )
    return Section(
        "cohorts",
        "Collecting, or connecting?",
        "Of 53 people added in the first half of 2026, 7 wrote back within 90 days.",
        figures=(Figure("undated", "since when is unknown", 17),),
        tables=(Table("quarters", "By the quarter they were added", columns, rows),),
    )


def suggestions() -> Section:
    """Return the section that says whom to talk to."""
    columns = (Column("person", "person", "person"), Column("reason", "because"))
    rows = tuple((person(name, 90 + place), why) for place, (name, why) in enumerate(_NEXT))
    return Section(
        "next",
        "Whom to talk to",
        "Five people, each for a reason.",
        tables=(Table("suggestions", "Suggestions", columns, rows),),
    )


def _online() -> Section:
    keys = ("none", "public", "text", "voice", "in_person")
    counts = (251, 12, 103, 24, 22)
    return Section(
        "online_to_offline",
        "Does it leave the screen?",
        "Of 390 people you came to know online, 11 were met later.",
        figures=tuple(
            Figure(f"ladder_{key}", f"highest: {key.replace('_', ' ')}", count)
            for key, count in zip(keys, counts, strict=True)
        ),
        notes=("Exports know of no meetings; only the log does.",),
    )


def _invitations() -> Section:
    return Section(
        "invitations",
        "Introduced, or out of the blue?",
        "No record of invitations reaches into this window.",
        figures=(Figure("sent", "sent", None), Figure("sent_with_note", "with a note", None)),
    )


def _giving() -> Section:
    columns = (
        Column("person", "person", "person"), Column("who", "who"),
        Column("asked_on", "asked on", "date"), Column("days", "days", "days"),
    )  # fmt: skip
    asks: tuple[tuple[Value, ...], ...] = (
        (person("Henrik Vestergaard", 5), "them", "2026-02-19", 269),
        (person("Leocadia Strömqvist", 6), "me", "2026-10-30", 16),
    )
    return Section(
        "giving",
        "How can I help?",
        "You gave 9 times, got 4 times, and asked 11 times.",
        figures=(Figure("gave", "gave", 9), Figure("give_share", "share given", 0.375, "ratio")),
        tables=(Table("open_asks", "Still open", columns, asks),),
    )


def _coverage() -> Section:
    return Section(
        "coverage",
        "What this report cannot see",
        "LinkedIn until 24 October 2026, the log until yesterday; 3 mass messages left out.",
        figures=(Figure("mass_messages", "mass messages left out", 3),),
    )


def audit() -> Report:
    """Return an audit with all of its sections."""
    return Report(
        "audit",
        "Network audit",
        "It is mostly a list: 31 of 412 people are a network.",
        "2026-11-15",
        {"window": "365d", "stale": "30d", "by": "anyone", "timezone": "Europe/Lisbon"},
        (
            _states(), _stale(), _depth(), _reciprocity(), _online(), _giving(), _invitations(),
            _quarters(), _momentum(), _circles(), _coverage(), suggestions(),
        ),
    )  # fmt: skip


def narrowed(key: str) -> Report:
    """Return the audit with only one of its sections."""
    whole = audit()
    chosen = tuple(section for section in whole.sections if section.key == key)
    return Report(
        whole.name, whole.title, whole.headline, whole.as_of, whole.options, chosen, whole.notes
    )


def weekly() -> Report:
    """Return a weekly summary."""
    figures = {
        "people_touched": ("people touched", 9, 12),
        "contact_days": ("contact-days", 14, 14),
        "reached_out": ("people I wrote to", 6, 11),
        "heard_from": ("people I heard from", 7, 5),
        "met": ("people met", 2, None),
        "gave": ("gave", 1, 0),
    }
    week = Section(
        "week",
        "Week to 15 November",
        "You were in touch with 9 people, 3 fewer than the week before.",
        figures=tuple(Figure(key, label, now) for key, (label, now, _) in figures.items()),
        previous={key: before for key, (_, _, before) in figures.items()},
        tables=(
            people_table("added_to_list", "Added to the list", ["Ines Quintanilha", "Bo Lindh"]),
            people_table("joined_network", "Joined the network", []),
            people_table("left_network", "Left the network", ["Zeynep Aksoylu"]),
            people_table("newly_stale", "Newly stale", [name for name, *_ in _STALE] * 2),
        ),
    )
    waiting = Section(
        "waiting", "Who waits for you", "4 people wait for an answer.", tables=(waiting_table(),)
    )
    return Report(
        "weekly", "Your week", "9 people, and 4 who wait for you.", "2026-11-15",
        {"stale": "30d", "timezone": "Europe/Lisbon"}, (week, waiting, suggestions()),
        ("A new LinkedIn export is due: the last one is 22 days old.",),
    )  # fmt: skip


def empty() -> Report:
    """Return a report of nothing."""
    return Report("audit", "Network audit", "", "2026-11-15", {}, ())
