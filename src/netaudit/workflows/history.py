"""What was imported, what changed between exports, and taking an import back."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netaudit.calendar import iso, local_day
from netaudit.errors import UsageError
from netaudit.store import Store
from netaudit.store.changes import changes as steps
from netaudit.store.history import Import, Said, imports
from netaudit.store.undo import Undone, undo
from netaudit.workflows.people import resolve_links

if TYPE_CHECKING:
    from netaudit.report import Report, Value


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
        for entry in one.entries:
            day = local_day(entry.at, entry.day, ZoneInfo(timezone))
            sources.append((*head, "log", f"{entry.channel}: {entry.written}", iso(day)))
        sources += [(*head, "match", decision_words(said), None) for said in one.said]
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


def decision_words(said: Said) -> str:
    """Put what the user said of who is who in words."""
    match said.kind:
        case "same":
            return f"{said.one} and {said.other} are one person"
        case "different":
            return f"{said.one} and {said.other} are two people"
    return f"{said.one} is ignored"


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
