"""Every command of the program, as it is typed about a store like that of `canaries`.

`ANA` and `MARA` are on LinkedIn and in the log there.
"""

from collections.abc import Iterator

FORMATS = ("terminal", "json", "csv", "markdown", "html")
ANA, MARA = "Ana Ruiz", "Mara Holt"

#: Commands that print a report -> the words, to which a format may be added.
REPORTS: dict[str, tuple[str, ...]] = {
    "report": ("report", "--all"),
    "weekly": ("weekly",),
    "next": ("next",),
    "people": ("people", "--all"),
    "show": ("show", ANA),
    "imports": ("imports",),
    "changes": ("changes", "--since", "2020-01-01"),
    "match": ("match", "--list"),
    "log": ("log", "--list"),
    "doctor": ("doctor", "--deep"),
}
#: Whose report has several tables, of which CSV takes one.
TABLES = {
    "report": "stale_people", "weekly": "waiting_on_me", "show": "latest", "imports": "imports",
    "changes": "joined",
}  # fmt: skip

#: What else is read, and printed.
PRINTED: tuple[tuple[str, ...], ...] = (
    ("export",), ("export", "people"), ("export", "people", "-f", "vcard"),
    ("export", "interactions"), ("match", "--explain", ANA), ("tag",), ("ignore",), ("snooze",),
    ("cadence",), ("schedule", "--print", "cron"), ("schedule", "--print", "systemd"),
    ("schedule", "--print", "launchd"), ("config",), ("config", "--show"), ("config", "--path"),
)  # fmt: skip

#: What writes to the store; `{place}` is a folder of files that are read or written.
WRITING: dict[str, tuple[str, ...]] = {
    "import": ("import", "{place}/more.csv"),
    "log": ("log", ANA, "coffee"),
    "merge": ("merge", ANA, MARA),
    "split": ("split", ANA, "xbw9625c"),
    "match": ("match", "--different", ANA, MARA),
    "tag": ("tag", ANA, "friends"),
    "ignore": ("ignore", ANA),
    "unignore": ("unignore", ANA),
    "snooze": ("snooze", ANA, "30d"),
    "cadence": ("cadence", ANA, "2w"),
    "undo": ("undo", "--yes"),
    "forget": ("forget", ANA, "--yes"),
    "restore": ("restore", "{place}/copy.db", "--yes"),
}
#: What reads the store and writes elsewhere.
TAKEN: dict[str, tuple[str, ...]] = {
    "backup": ("backup", "{place}/backup.db"),
    "export": ("export", "-o", "{place}/all.jsonl"),
}
#: What neither reads nor writes the store that is in use.
APART = ("demo", "config", "schedule")


def in_formats() -> Iterator[tuple[str, ...]]:
    """Yield every report in every format."""
    for words in REPORTS.values():
        for form in FORMATS:
            one = ("--table", TABLES[words[0]]) if form == "csv" and words[0] in TABLES else ()
            yield (*words, "--format", form, *one)


def about_the_store(place: str) -> Iterator[tuple[str, ...]]:
    """Yield a line of every command that opens the store; doctor reports in place of refusing."""
    for name, words in REPORTS.items():
        if name != "doctor":
            yield words
    for words in (*WRITING.values(), *TAKEN.values(), *PRINTED):
        if words[0] not in APART:
            yield tuple(word.format(place=place) for word in words)
