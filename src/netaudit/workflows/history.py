"""What was imported, what changed between exports, and taking an import back."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netaudit.audits import wording
from netaudit.calendar import iso, local_day
from netaudit.errors import UsageError
from netaudit.records import NONE
from netaudit.store import Store
from netaudit.store.changes import changes as steps
from netaudit.store.history import Import, Logged, Said, Wanted, imports
from netaudit.store.undo import Undone, undo
from netaudit.workflows.naming import resolve_links

if TYPE_CHECKING:
    from netaudit.report import Report, Value

#: So many interactions of one import are told in a line.
_TOLD = 3


def past_imports(store: Path) -> list[Import]:
    """Return everything that was brought into the store, the oldest first."""
    with Store.open(store) as opened:
        return imports(opened)


def imports_report(found: list[Import], timezone: str) -> "Report":
    """Make the imports a report, for the formats that programs read."""
    from netaudit.audits.imports import imports as report

    sources: list[tuple[Value, ...]] = []
    files: list[tuple[Value, ...]] = []
    for one in found:
        head = (one.import_id, moment(one.at, timezone), one.command)
        for entry, how in [(e, "removed: ") for e in one.removed] + [(e, "") for e in one.entries]:
            day = iso(local_day(entry.at, entry.day, ZoneInfo(timezone)))
            sources.append((*head, "log", f"{how}{entry.channel}: {entry.written}", day))
        sources += [(*head, "match", decision_words(said), None) for said in one.said]
        if one.wanted and one.command != "import":
            sources.append((*head, one.command, preference_words(one.wanted), None))
        for snapshot in one.snapshots if one.command == "import" else ():
            as_of = snapshot.exported_on
            until = None if as_of is None else iso(as_of)
            sources.append((*head, snapshot.source, snapshot.name, until))
            files += [
                (
                    one.import_id, file.name, file.format, file.read, file.added, file.unchanged,
                    file.updated, sum(file.set_aside.values()), file.skipped,
                )
                for file in snapshot.files
            ]  # fmt: skip
    return report(sources, files, moment(found[-1].at, timezone)[:10] if found else "")


def entry_words(entries: Sequence[Logged], timezone: str) -> str:
    """Put entries of the log in words, those of one interaction as one; of many only the first."""
    told: dict[Logged, list[str]] = {}
    for number, entry in enumerate(entries):
        alike = entry._replace(written="", ref=entry.ref or f"{number}.")
        told.setdefault(alike, []).append(entry.written)
    zone = ZoneInfo(timezone)
    words = [
        f"{one.channel} with {', '.join(people)} on {iso(local_day(one.at, one.day, zone))}"
        for one, people in list(told.items())[:_TOLD]
    ]
    more = len(told) - len(words)
    return "; ".join(words) + (f"; and {more:,} more" if more else "")


def decision_words(said: Said) -> str:
    """Put what the user said of who is who in words."""
    number = "one person" if said.kind == "same" else "two people"
    return f"{said.one} and {said.other} are {number}"


def preference_words(wanted: Sequence[Wanted]) -> str:
    """Put in words what the user prefers: all of it of one matter and one person, or one tag."""
    whom, said = wanted[0]
    holds = bool(said.value)
    match said.matter:
        case "ignore":
            return f"{whom} is {'' if holds else 'not '}ignored"
        case "tag":
            tags = wording.listing([one.said.tag for one in wanted])
            return f"{whom} is {'' if holds else 'no longer '}tagged {tags}"
        case "snooze":
            return f"{whom} is snoozed until {said.value}" if holds else f"{whom} is not snoozed"
    if said.value == NONE:
        return f"no cadence for {whom}, whatever their tags bring"
    if not holds:
        return f"no cadence {f'of their own for {whom}' if whom else f'by the tag {said.tag}'}"
    return f"meant to be in touch with {whom or f'everybody tagged {said.tag}'} every {said.value}"


def changes_report(store: Path, since: int | None, *, for_reading: bool) -> "Report":
    """Tell what changed between exports: since a day, or between the last two."""
    from netaudit.audits.changes import changes

    with Store.open(store) as opened:
        return changes(steps(opened, since), since, for_reading=for_reading)


def take_back(opened: Store, import_id: int, *, dry_run: bool = False) -> Undone:
    """Undo an import, or only tell what that would do."""
    return undo(opened, import_id, resolve_links, dry_run=dry_run)


def chosen_import(opened: Store, import_id: int | None) -> Import:
    """Return the import of an id, or the last one."""
    found = imports(opened, import_id)
    if not found:
        what = "nothing to take back" if import_id is None else f"no import {import_id}"
        raise UsageError(f"there is {what}", hint="list what there is: netaudit imports")
    return found[-1]


def moment(at: int, timezone: str) -> str:
    """Write an instant as a local day and time of day."""
    return datetime.fromtimestamp(at, ZoneInfo(timezone)).strftime("%Y-%m-%d %H:%M")
