"""Reading files, folders and archives into the store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from netaudit import clock
from netaudit.calendar import iso
from netaudit.config import Config
from netaudit.errors import InputRefused
from netaudit.importers import Context, File, read_checked
from netaudit.records import Problem
from netaudit.store import Store
from netaudit.store.add import Outcome, commit
from netaudit.store.people import Found, suggest
from netaudit.store.staging import SnapshotAccount, Staged, Staging
from netaudit.workflows.opening import open_all
from netaudit.workflows.people import resolve_links
from netaudit.workflows.planning import day_of, owners, planned

#: Told of each file as it is read, and of the bytes just read.
Progress = Callable[[File, int], None]

#: More than this share of a list gone at once is no network changing: it is the wrong file.
_GONE = 0.2
_NOT_WHOLE = "{}: with rows that cannot be read, nobody is taken off the list for not being in it"
#: How alike two names are, of 100, when one may be a slip of the pen.
_SLIP = 92.0


@dataclass
class Imported:
    """What `netaudit import` has to tell."""

    outcome: Outcome
    problems: list[Problem]
    notices: list[str]
    #: Files that lay in a folder or archive and that nobody reads.
    passed_over: list[str]
    #: Names in the log that became new people, each with people of nearly the same name.
    new_people: dict[str, list[Found]]
    #: The snapshots that speak of days that have not come yet.
    ahead: list[str]


@dataclass(frozen=True)
class Wishes:
    """What the user says beside the paths.

    `form` forces the importer of that name on loose files, `me` says whose export it is,
    `exported_on` of which day. With `yes` it may be that of another member, and of a list that
    lost many people. A `dry_run` tells the same and writes nothing.
    """

    form: str | None = None
    me: str | None = None
    exported_on: int | None = None
    yes: bool = False
    dry_run: bool = False


def import_paths(
    store: Path,
    paths: Sequence[Path],
    config: Config,
    wishes: Wishes,
    *,
    progress: Progress | None = None,
) -> Imported:
    """Read files, folders and archives as one import: all of it or nothing."""
    notices: list[str] = []
    plans, passed_over = planned(open_all(paths, wishes.form, notices), wishes.form)
    with Store.open(store, create=True) as opened:
        found = owners(plans, wishes.me, opened.owner(), others=wishes.yes)
        staging = Staging(opened)
        for plan, owner in zip(plans, found, strict=True):
            day = day_of(plan, wishes.exported_on)
            staging.begin(SnapshotAccount(plan.platform, plan.name, owner, day))
            context = Context(owner, config.timezone, config.channels, notices)
            for importer, file in plan.in_order():
                watched = replace(file, watch=partial(progress, file)) if progress else file
                records = read_checked(importer, watched, context)
                account = staging.take(file.name, importer.name, records)
                if importer.lists and account.skipped:
                    notices.append(_NOT_WHOLE.format(file.shown))
                elif importer.lists:
                    staging.snapshots[-1].account.lists.add(importer.lists)
        for staged in staging.snapshots:
            _refuse_older_than_its_content(staged)
        check = _accept if wishes.yes else _refuse_many_gone
        outcome = commit(
            opened, staging, "import", resolve_links, check=check, dry_run=wishes.dry_run
        )
        new_people = {name: _misspelt(opened, name) for name in outcome.new_people}
    today = clock.today(config.timezone).toordinal()
    ahead = [s.account.name for s in staging.snapshots if s.latest > today + 1]
    return Imported(outcome, staging.problems, notices, passed_over, new_people, ahead)


def _refuse_older_than_its_content(staged: Staged) -> None:
    """Refuse an export said to be from a day before what it holds; clocks differ by a day."""
    day = staged.account.exported_on
    if day is not None and staged.latest > day + 1:
        raise InputRefused(
            f"{staged.account.name}: holds days after {iso(day)}, the day of the export",
            hint="say when it was made: --exported-on DATE",
        )


def _accept(_: Outcome) -> None:
    """Take it as it is."""


def _refuse_many_gone(outcome: Outcome) -> None:
    """Refuse an import after which many would have left a list."""
    for left in outcome.left:
        if left.people > _GONE * left.of:
            raise InputRefused(
                f"{left.people:,} of the {left.of:,} people on the list are missing in this"
                f" export ({left.source}, {left.kind})",
                hint="is it whole, and yours? If it is right, add --yes",
            )


def _misspelt(opened: Store, name: str) -> list[Found]:
    """Return people whose name is so like a new one that it may be a slip of the pen."""
    return [found for found in suggest(opened, name, likely=_SLIP) if found.name != name]
