"""Reading files, folders and archives into the store."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from netaudit import clock
from netaudit.calendar import iso
from netaudit.config import Config
from netaudit.errors import InputRefused
from netaudit.importers import Context, named, read_checked
from netaudit.importers.twitter.manifest import Manifest
from netaudit.records import Problem
from netaudit.store import Store
from netaudit.store.add import Outcome, commit
from netaudit.store.effects import Left, Met
from netaudit.store.people import Found, suggest_each
from netaudit.store.staging import SnapshotAccount, Staged, Staging
from netaudit.workflows.exports import checked, day_of, other_member, owners, whole_lists
from netaudit.workflows.forgetting import forgotten
from netaudit.workflows.naming import resolve_links
from netaudit.workflows.opening import open_all
from netaudit.workflows.planning import (
    EXPORTED,
    Planned,
    Progress,
    planned,
    without_others,
)
from netaudit.workflows.retelling import other_owner, retell

#: Sources of which an export is somebody's.
_SOURCES = ("linkedin", "x")
#: More than this share of a list gone at once is no network changing: it is the wrong file.
_GONE = 0.2
#: With lists of so many people, less than this share of them in common are not one person's.
_MANY, _FEW = 20, 0.05
#: Source and kind of the lists that hardly change at once -> who stands in them.
_WATCHED = {
    ("linkedin", "connection"): "people on the list",
    ("x", "following"): "people whom you follow on X",
    ("x", "follower"): "people who follow you on X",
}
_OTHER = "keep it in a store of its own: --store OTHER.db; if it is yours all the same, add --yes"
_AS_LOOSE = "{}: each file in it is read as what it is; --as {} is for single files"
_SURE = "is it whole, and yours? To see what it would do: --yes --dry-run; if it is right: --yes"
_ONLY_YOURS = (
    "{}: nobody stands in it but you; from LinkedIn, ask for the larger archive: it holds "
    "Connections.csv and messages.csv"
)
_NO_MANIFEST = "{}: without manifest.js nobody can tell whether its lists are whole; taken for it"
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
    #: Files with as many entries as the manifest of their archive says, and how many.
    agreeing: list[tuple[str, int]]


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
    with _uncollected():
        return _import_paths(store, paths, config, wishes, progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for circles among objects: an import makes many, and no circles.

    It would look again and again through all that was kept so far: a tenth of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _import_paths(
    store: Path,
    paths: Sequence[Path],
    config: Config,
    wishes: Wishes,
    progress: Progress | None,
) -> Imported:
    notices: list[str] = []
    opened_paths = open_all(paths, wishes.form, notices)
    if wishes.form is not None:
        form = named(wishes.form)
        notices += [_AS_LOOSE.format(one.shown, form.name) for one in opened_paths if not one.loose]
    plans, passed_over = planned(opened_paths, wishes.form)
    notices += map(_ONLY_YOURS.format, without_others(plans))
    with Store.open(store, create=True) as opened:
        found = owners(plans, wishes.me, {source: opened.owner(source) for source in _SOURCES})
        doubts = _Doubts(wishes.yes)
        links = {source: opened.owner_links(source) for source in _SOURCES}
        if other := other_member(plans, found, links):
            doubts.add(other, _OTHER)
        staging = Staging(forgotten(opened))
        agreeing: list[tuple[str, int]] = []
        retold = []
        for plan, owner in zip(plans, found, strict=True):
            if plan.platform == EXPORTED:
                retold.append(retell(opened, plan, staging, notices, progress))
                continue
            day = day_of(plan, wishes.exported_on)
            staging.begin(SnapshotAccount(plan.platform, plan.name, owner, day))
            context = Context(owner, config.timezone, config.channels, notices)
            agreeing += _read(plan, context, staging, progress)
        if other := other_owner(staging, links):
            doubts.add(other, _OTHER)
        for staged in staging.snapshots:
            _refuse_older_than_its_content(staged)
        if progress:
            progress(None, 0)
        outcome = commit(
            opened, staging, "import", resolve_links, check=doubts.check, dry_run=wishes.dry_run
        )
        accounts = [s.account for s in staging.snapshots if not s.retold]
        outcome = replace(outcome, snapshots=[*accounts, *retold])
        notices += [f"{doubt}; taken all the same, as you said --yes" for doubt in doubts.waived]
        new_people = _misspelt(opened, outcome.new_people)
    today = clock.today(config.timezone).toordinal()
    ahead = [s.account.name for s in staging.snapshots if s.latest > today + 1]
    return Imported(
        outcome, staging.problems, notices, passed_over, new_people, ahead, agreeing
    )  # fmt: skip


def _read(
    plan: Planned, context: Context, staging: Staging, progress: Progress | None
) -> Sequence[tuple[str, int]]:
    """Read the files of a snapshot; return those that hold as much as the archive says."""
    skipped = []
    for importer, file in plan.in_order():
        watched = replace(file, watch=partial(progress, file)) if progress else file
        account = staging.take(
            file.name,
            importer.name,
            read_checked(importer, watched, replace(context, beside=plan.files[importer.name])),
        )  # fmt: skip
        if importer.lists and account.skipped:
            context.notices.append(_NOT_WHOLE.format(file.shown))
            skipped.append(file.shown)
    found = checked(plan, context.elements)
    context.notices.extend(found.notices)
    if plan.platform == "x" and Manifest.name not in plan.files and any(map(_lists, plan.files)):
        context.notices.append(_NO_MANIFEST.format(plan.name))
    staging.snapshots[-1].account.lists |= whole_lists(plan, skipped, found)
    return found.agreeing


def _lists(name: str) -> bool:
    return named(name).lists is not None


def _refuse_older_than_its_content(staged: Staged) -> None:
    """Refuse an export said to be from a day before what it holds; clocks differ by a day."""
    day = staged.account.exported_on
    if day is not None and staged.latest > day + 1:
        raise InputRefused(
            f"{staged.account.name}: holds days after {iso(day)}, the day of the export",
            hint=f"it reaches to {iso(staged.latest)}: say so with --exported-on",
        )


class _Doubts:
    """What makes an import look like the wrong one: refused, or `waived` by a --yes."""

    def __init__(self, yes: bool) -> None:  # noqa: FBT001 - what else would it be
        self._yes = yes
        self.waived: list[str] = []

    def add(self, doubt: str, hint: str) -> None:
        """Refuse for this reason, unless the user is sure."""
        if not self._yes:
            raise InputRefused(doubt, hint=hint)
        self.waived.append(doubt)

    def check(self, outcome: Outcome) -> None:
        """Look at what an import did to the lists.

        Whom one follows on LinkedIn is one's own doing, and may change at once; on X that is the
        list. Whom one blocks or mutes changes nothing that could be lost.
        """
        for left in outcome.left:
            if left[:2] in _WATCHED and left.people > _GONE * left.of:
                lost = f"{left.people:,} of the {left.of:,} {_WATCHED[left[:2]]} are missing in it"
                self.add(f"{_holders(outcome, left)}: {lost}", _SURE)
        for met in outcome.met:
            if (
                met[:2] in _WATCHED
                and min(met.of, met.before) >= _MANY
                and met.people < _FEW * met.of
            ):
                strange = f"of the {met.of:,} people in it {met.people:,} were ever on the list"
                self.add(f"{_holders(outcome, met)}: {strange}", _SURE)


def _holders(outcome: Outcome, of: Left | Met) -> str:
    """Name the exports that hold the whole of a list."""
    return " and ".join(
        s.name for s in outcome.snapshots if s.source == of.source and of.kind in s.lists
    )


def _misspelt(opened: Store, names: Sequence[str]) -> dict[str, list[Found]]:
    """Return to each new name people with one so like it that it may be a slip of the pen."""
    near = suggest_each(opened, names, _SLIP) if names else {}
    return {name: [found for found in near[name] if found.name != name] for name in names}
