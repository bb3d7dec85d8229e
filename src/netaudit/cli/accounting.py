"""The account of an import: what became of every row, in lines of a screen's width."""

import sys
from collections.abc import Iterator, Sequence

from netaudit.calendar import iso
from netaudit.cli.terminal import fold, harmless, line_width
from netaudit.render import cells
from netaudit.store.staging import FileAccount, SnapshotAccount

_TITLES = {
    "log": "Interaction log", "linkedin": "LinkedIn", "x": "X", "netaudit": "Export of netaudit",
}  # fmt: skip
#: Cells that an account wants beside the name of its file; else it stands below the name.
_BESIDE = 26
#: What stands behind the noun of a kind of rows that are set aside.
_AFTER = frozenset({"of", "that", "to", "with", "without", "no"})
#: Nouns that do not merely drop an s.
_SINGULAR = {
    "addresses": "address", "entries": "entry", "people": "person", "replies": "reply",
    "others": "others",
}  # fmt: skip


def snapshot_lines(snapshots: Sequence[SnapshotAccount], indent: int = 0) -> Iterator[str]:
    """Say what became of every row, file by file."""
    lead = " " * indent
    for snapshot in snapshots:
        until = f", as of {iso(snapshot.exported_on)}" if snapshot.exported_on else ""
        title = f"{_TITLES.get(snapshot.source, snapshot.source)}: {snapshot.name}{until}"
        yield from _hung(harmless(title), indent)
        room = line_width(sys.stdout) - indent - 4 - _BESIDE
        widths = (cells.width(harmless(file.name)) for file in snapshot.files)
        width = max((width for width in widths if width <= room), default=0)
        for file in snapshot.files:
            yield from _file(file, lead, width)


def snapshot_totals(snapshots: Sequence[SnapshotAccount]) -> Iterator[str]:
    """Say in a line for each source what became of its rows, all of its files together."""
    for snapshot in snapshots:
        whole = FileAccount(snapshot.name, snapshot.source)
        for file in snapshot.files:
            whole.read += file.read
            whole.added += file.added
            whole.updated += file.updated
            whole.unchanged += file.unchanged
            whole.set_aside += file.set_aside
            whole.skipped += file.skipped
        title = _TITLES.get(snapshot.source, snapshot.source)
        yield f"{title}: {snapshot.name}: {equation(whole)}"


def _hung(text: str, indent: int) -> Iterator[str]:
    """Break a line of others' words, also within one that is longer than a line."""
    lines = cells.wrap(text, line_width(sys.stdout) - indent - 2)
    for place, line in enumerate(lines):
        yield f"{' ' * (indent if place == 0 else indent + 2)}{line}"


def _file(file: FileAccount, lead: str, width: int) -> Iterator[str]:
    """Set the account of a file beside its name, in a column of that width."""
    name = harmless(file.name)
    hang = " " * (len(lead) + width + 4)
    first = f"{lead}  {cells.pad(name, width)}  "
    if cells.width(name) > width:
        yield from _hung(name, len(lead) + 2)
        first = hang
    yield from fold(_terms(file), line_width(sys.stdout), first, hang)
    yield from folded("aside: ", _kinds(file), indent=len(hang) + 2)


def equation(file: FileAccount) -> str:
    """Write the account of a file: every row that was read is in one of the others."""
    return " ".join(_terms(file))


def _terms(file: FileAccount) -> list[str]:
    parts = [
        (file.added, "new"),
        (file.unchanged, "unchanged"),
        (file.updated, "updated"),
        (sum(file.set_aside.values()), "set aside"),
        (file.skipped, "skipped"),
    ]
    found = [f"{count:,} {word}" for count, word in parts if count] or ["0"]
    return [f"read {file.read:,}", f"= {found[0]}", *(f"+ {part}" for part in found[1:])]


def _kinds(file: FileAccount) -> list[str]:
    return [
        f"{count:,} {_one(kind) if count == 1 else kind}"
        for kind, count in sorted(file.set_aside.items())
    ]


def _one(kind: str) -> str:
    """Say what is set aside of a single one: its kinds are named in the plural."""
    words = kind.split()
    head = next((n for n, word in enumerate(words[1:]) if word in _AFTER), len(words) - 1)
    words[head] = _SINGULAR.get(words[head], words[head].removesuffix("s"))
    return " ".join(words).replace(" that name ", " that names ")


def folded(lead: str, words: list[str], indent: int) -> list[str]:
    """Join words with commas behind a lead, in lines of a screen's width; none for no words."""
    if not words:
        return []
    width, rest = line_width(sys.stdout), " " * (indent + 2)
    parts = lead.split()
    for word in [*(f"{harmless(word)}," for word in words[:-1]), harmless(words[-1])]:
        # What fits into a line stays together; of the rest, what fits into none is cut.
        fits = cells.width(word) <= width - len(rest)
        parts += [word] if fits else [
            cells.cut(part, width - len(rest), "...") for part in word.split()
        ]  # fmt: skip
    return fold(parts, width, " " * (indent if indent > 2 else 0), rest)
