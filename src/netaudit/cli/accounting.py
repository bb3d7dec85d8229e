"""The account of an import: what became of every row, in lines of a screen's width."""

import textwrap
from collections.abc import Iterator, Sequence

from netaudit.calendar import iso
from netaudit.store.staging import FileAccount, SnapshotAccount

_TITLES = {"log": "Interaction log", "linkedin": "LinkedIn"}


def snapshot_lines(snapshots: Sequence[SnapshotAccount], indent: int = 0) -> Iterator[str]:
    """Say what became of every row, file by file."""
    lead = " " * indent
    for snapshot in snapshots:
        until = f", as of {iso(snapshot.exported_on)}" if snapshot.exported_on else ""
        yield f"{lead}{_TITLES.get(snapshot.source, snapshot.source)}: {snapshot.name}{until}"
        width = max((len(file.name) for file in snapshot.files), default=0)
        for file in snapshot.files:
            yield f"{lead}  {file.name:<{width}}  {equation(file)}"
            yield from folded("aside: ", _kinds(file), indent=indent + width + 6)


def equation(file: FileAccount) -> str:
    """Write the account of a file: every row that was read is in one of the others."""
    parts = [
        (file.added, "new"),
        (file.unchanged, "unchanged"),
        (file.updated, "updated"),
        (sum(file.set_aside.values()), "set aside"),
        (file.skipped, "skipped"),
    ]
    return f"read {file.read:,} = " + (
        " + ".join(f"{count:,} {word}" for count, word in parts if count) or "0"
    )


def _kinds(file: FileAccount) -> list[str]:
    return [f"{count:,} {kind}" for kind, count in sorted(file.set_aside.items())]


def folded(lead: str, words: list[str], indent: int) -> list[str]:
    """Join words with commas behind a lead, in lines of at most 79 signs; none for no words."""
    if not words:
        return []
    return textwrap.wrap(
        lead + ", ".join(words), 79, initial_indent=" " * (indent if indent > 2 else 0),
        subsequent_indent=" " * (indent + 2), break_long_words=False,
    )  # fmt: skip
