"""Samples of the smaller reports; people are invented.

The program makes `next`, `changes` and `matches` a little differently `for_reading`: so do these.
"""

from dataclasses import replace

from netaudit.report import Column, Figure, Person, Report, Section, Table, Value
from render_samples import person

_PERSON = Column("person", "person", "person")
_REASONS: tuple[tuple[Value, ...], ...] = (
    (person("Tuulikki Rautio", 50), "wrote on 20 Oct 2026; no answer recorded for 26 days",
     "waiting", "2026-10-20", 26),
    (person("Henrik Vestergaard", 5), "asked you for help on 19 Feb 2026, 269 days ago",
     "asked", "2026-02-19", 269),
    (person("Priya Raghunathan", 6),
     "41 days of messages, no call or meeting recorded; waits for an answer",
     "screen", None, None),
    (person("田中 美咲", 4), "connected on 14 Nov 2026, no contact recorded yet",
     "new", "2026-11-14", 1),
)  # fmt: skip


def next_(*, for_reading: bool = False) -> Report:
    """Return suggestions, with columns that only programs need."""
    told = "4 people to talk to, each for a reason; 11 more have one."
    columns = (
        _PERSON, Column("reason", "why"), Column("kind", "kind", for_programs=True),
        Column("since", "since", "date", for_programs=True),
        Column("days", "days", "days", for_programs=True),
    )  # fmt: skip
    act = "Or: netaudit snooze NAME 30d, netaudit ignore NAME, netaudit cadence NAME 3w"
    note = "Reasons come from what is on record: who answered, called or met elsewhere is unseen."
    section = Section(
        "next", "Whom to talk to", "" if for_reading else told,
        () if for_reading else (
            Figure("suggested", "people suggested", 4),
            Figure("with_reason", "people with a reason to talk to them", 15),
        ),
        (Table("people", "Whom to talk to", columns, _REASONS, "nobody is suggested"),),
        (act, note) if for_reading else (note,),
    )  # fmt: skip
    return Report(
        "next", "Your next conversations", told, "2026-11-15",
        {"window": "365d", "limit": "5", "timezone": "Europe/Lisbon"}, (section,),
        ("LinkedIn reaches to 24 Oct 2026.", "The log reaches to 14 Nov 2026."),
    )  # fmt: skip


_LISTED = (
    _PERSON, Column("since", "on the list since", "date"), Column("company", "company"),
    Column("position", "position"), Column("seen", "seen", "date"),
)  # fmt: skip
_LEFT = "An export does not say on which day somebody left, nor who ended it."


def changes(*, for_reading: bool = False) -> Report:
    """Return what changed between two exports; `for_reading` only the kinds that occurred."""
    moved = (
        _PERSON, Column("before", "before"), Column("after", "now"), Column("position", "position"),
        Column("seen", "seen", "date"),
    )  # fmt: skip
    came: tuple[tuple[Value, ...], ...] = (
        (person("Bo Lindh", 31), "2026-10-30", "Kestrel & Finch", "Typesetter", "2026-11-15"),
        (person("Ines Quintanilha", 10), "2026-11-02", None, None, "2026-11-15"),
    )
    went: tuple[tuple[Value, ...], ...] = (
        (person("Zeynep Aksoylu", 6), "2021-06-08", "Universidade do Sul Atlântico",
         "Lecturer | Harbour engineering", "2026-11-15"),
    )  # fmt: skip
    company: tuple[tuple[Value, ...], ...] = (
        (person("Amara Okonkwo-Lindqvist", 2), "Brightwater Analytics GmbH & Co. KG",
         "Self-employed", None, "2026-11-15"),
    )  # fmt: skip
    kinds = [
        ("company", "New company", "1 person changed company.", moved, company, ""),
        ("joined", "Joined", "2 people joined.", _LISTED, came, ""),
        ("left", "Left", "1 person left.", _LISTED, went, _LEFT),
        ("hidden", "Hidden", "", _LISTED, (), ""),
    ]
    sections = []
    for key, title, told, columns, rows, note in kinds:
        table = Table(key, title, columns, rows, "nobody vanished from sight")
        if for_reading and rows:
            table = replace(table, columns=columns[:-1], rows=tuple(row[:-1] for row in rows))
        if rows or not for_reading:
            sections.append(
                Section(key, title, told, tables=(table,), notes=(note,) if note else ())
            )
    return Report(
        "changes", "What changed on your list",
        "Between 24 Oct 2026 and 15 Nov 2026: 1 changed company, 2 joined and 1 left.",
        "2026-11-15", {"from": "2026-10-24", "to": "2026-11-15"}, tuple(sections),
        ("The list of 1 Nov 2026 is not known to be whole, and is not compared.",),
    )  # fmt: skip


def imports() -> Report:
    """Return the history of what was imported."""
    sources: tuple[tuple[Value, ...], ...] = (
        (1, "2026-10-25 09:14", "import", "linkedin", "Basic_LinkedInDataExport.zip", "2026-10-24"),
        (2, "2026-11-14 21:03", "log", "log", "Tuulikki Rautio", None),
    )
    files: tuple[tuple[Value, ...], ...] = (
        (1, "Connections.csv", "linkedin-connections", 425, 412, 0, 0, 13, 0),
        (1, "messages.csv", "linkedin-messages", 2_409, 2_391, 0, 0, 17, 1),
    )
    counts = ("read", "new", "unchanged", "updated", "set_aside", "skipped")
    section = Section(
        "imports", "Imports", "",
        tables=(
            Table(
                "imports", "Imports",
                (Column("id", "id", "count"), Column("imported_at", "imported"),
                 Column("command", "command"), Column("source", "source"),
                 Column("name", "file or person"), Column("as_of", "as of", "date")),
                sources, "nothing imported yet",
            ),
            Table(
                "files", "Files",
                (Column("id", "id", "count"), Column("file", "file"), Column("format", "format"),
                 *(Column(key, key.replace("_", " "), "count") for key in counts)),
                files, "nothing imported yet",
            ),
        ),
    )  # fmt: skip
    return Report("imports", "Imports", "", "2026-11-15", {}, (section,))


def log() -> Report:
    """Return the newest entries of a log."""
    columns = (
        Column("id", "id"), Column("day", "day"), Column("person", "person", "person"),
        Column("channel", "channel"), Column("direction", "direction"),
        Column("purpose", "purpose", for_programs=True), Column("note", "note"),
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = (
        ("k7rt2mcx", "2026-11-14", Person("Tuulikki Rautio", "x2m9kqvr"), "coffee", "both", "gave",
         "gave: an introduction to Benedikt; by the river"),
        ("b4wq9xzd", "2026-11-12", Person("Kamala Rasmunder", ""), "email", "in", "", ""),
    )  # fmt: skip
    table = Table("entries", "Entries", columns, rows, "no such entry")
    return Report(
        "log", "What you logged", "The newest 2 of 41 entries.", "2026-11-15", {},
        (Section("entries", "Entries", "", tables=(table,)),),
        ("41 in all: the same with --limit 41",),
    )  # fmt: skip


def doctor() -> Report:
    """Return what was looked after, with one check of each result, and what was done."""
    rows: tuple[tuple[Value, ...], ...] = (
        ("store", "ok", "whole, 733.2 kB: /home/robin/.local/share/netaudit/netaudit.db", ""),
        ("exports", "warning", "LinkedIn data ends 24 Sep 2026. A new export is due.",
         "To get it from LinkedIn: Settings & Privacy > Data privacy"),
        ("permissions", "problem", "others can get at netaudit.db (0644)", "netaudit doctor --fix"),
    )  # fmt: skip
    columns = (Column("check", "check"), Column("result", "result"),
               Column("found", "what was found"), Column("advice", "what to do"))  # fmt: skip
    fixed = ("/home/robin/.local/share/netaudit", "made private: mode 0700 in place of 0755")
    section = Section(
        "checks", "Checks", "",
        tuple(Figure(key, label, 1) for key, label in
              (("ok", "well"), ("warning", "warnings"), ("problem", "problems"))),
        (Table("checks", "Checks", columns, rows),
         Table("fixes", "Done", (Column("path", "file"), Column("fix", "what was done")), (fixed,),
               "nothing")),
    )  # fmt: skip
    return Report(
        "doctor", "How the store is", "1 problem and 1 warning.", "2026-11-15", {}, (section,)
    )


def matches(*, for_reading: bool = False) -> Report:
    """Return pairs who may be one; `for_reading` with id and account beside the name."""
    verdict, evidence = Column("verdict", "verdict"), Column("evidence", "what speaks for it")
    one, other = Person("Kamala Rasmunder", "qcvxqcsb"), Person("Kamala Rasmunder", "2qfbmhc8")
    said = "the same name; nobody else there has this name"
    columns: tuple[Column, ...]
    row: tuple[Value, ...]
    if for_reading:
        columns = (Column("one", "one", "person"), Column("other", "other", "person"), verdict,
                   evidence)  # fmt: skip
        row = (
            one._replace(name="qcvxqcsb Kamala Rasmunder, LinkedIn"),
            other._replace(name="2qfbmhc8 Kamala Rasmunder, @kamalar_example"), "likely", said,
        )  # fmt: skip
    else:
        columns = (
            Column("one", "one", "person"), Column("one_account", "account"),
            Column("other", "other", "person"), Column("other_account", "account"), verdict,
            evidence, Column("score", "score", "count"),
        )  # fmt: skip
        row = (
            one, "linkedin.com/in/kamala-rasmunder-example", other, "x.com/kamalar_example",
            "likely", said, 5,
        )  # fmt: skip
    table = Table("pairs", "Pairs", columns, (row,), "no two people look like one")
    return Report(
        "matches", "Who may be one person",
        "1 pair is likely one person; 2 more are possible.", "2026-11-15",
        {} if for_reading else {"verdict": "likely"},
        (Section("pairs", "Pairs", "", tables=(table,)),),
        ("To decide: netaudit match at a terminal.",
         "The merely possible ones: netaudit match --possible"),
    )  # fmt: skip
