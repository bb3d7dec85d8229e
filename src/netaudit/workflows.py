"""The use cases: the only module that joins importers, identity, store and audits."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netaudit import clock
from netaudit.calendar import iso
from netaudit.config import Config
from netaudit.errors import InputRefused, UsageError
from netaudit.identity import Known, resolve
from netaudit.importers import (
    IMPORTERS,
    Context,
    File,
    Importer,
    Input,
    claim,
    find_header,
    is_named_like_one,
    named,
    open_input,
    read_checked,
    refusal,
    shown,
)
from netaudit.importers.linkedin.owner import find_owner
from netaudit.importers.log import account_of
from netaudit.normal import clean, core_name_key, name_key
from netaudit.records import Account, Decision, Direction, Link, LogEntry, Owner, Problem
from netaudit.store import Store
from netaudit.store.add import Outcome, commit, places
from netaudit.store.links import Described
from netaudit.store.people import Found, find, suggest
from netaudit.store.staging import SnapshotAccount, Staged, Staging

if TYPE_CHECKING:
    from netaudit.audits.options import Options
    from netaudit.frames import Frames
    from netaudit.report import Report

#: Told of each file as it is read, and of the bytes just read.
Progress = Callable[[File, int], None]

#: How many people are offered for a name that is nobody's.
_OFFERED = 8
#: How alike two names are, of 100, when one may be a slip of the pen.
_SLIP = 92.0
_DATED_NAME = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})")


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


@dataclass
class _Planned:
    """A snapshot before it is read."""

    platform: str
    name: str
    loose: bool
    files: dict[str, list[File]] = field(default_factory=dict)

    def takes(self, importer: Importer, found: Input) -> bool:
        """Tell whether a file of this kind, found there, belongs to this snapshot."""
        if importer.platform != self.platform or found.loose != self.loose:
            return False
        return not found.loose or importer.name not in self.files

    def add(self, importer: Importer, file: File) -> None:
        """Take a file in; a second one of a kind in one archive is an InputRefused."""
        held = self.files.setdefault(importer.name, [])
        if held and importer.single:
            raise InputRefused(
                f"{file.shown}: a second file of {importer.title} beside {held[0].shown}",
                hint="import them one at a time",
            )
        held.append(file)

    @property
    def lists(self) -> str:
        """The kinds of tie of which this snapshot holds the whole list."""
        kinds = {i.lists for i in IMPORTERS if i.name in self.files and i.lists is not None}
        return ",".join(sorted(kinds))

    def in_order(self) -> Iterator[tuple[Importer, File]]:
        """Yield the files, those that say most about people first."""
        for importer in IMPORTERS:
            for file in self.files.get(importer.name, ()):
                yield importer, file


def import_paths(
    store: Path,
    paths: Sequence[Path],
    config: Config,
    *,
    form: str | None = None,
    me: str | None = None,
    exported_on: int | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Read files, folders and archives as one import: all of it or nothing.

    `form` forces the importer of that name on loose files, `me` says whose export it is.
    """
    plans, passed_over = _plan([open_input(path) for path in dict.fromkeys(paths)], form)
    notices: list[str] = []
    with Store.open(store, create=True) as opened:
        known = opened.owner()
        owners = [_owner(plan, me, known) for plan in plans]
        staging = Staging(opened)
        for plan, owner in zip(plans, owners, strict=True):
            staging.begin(
                SnapshotAccount(
                    plan.platform, plan.name, lists=plan.lists, owner=owner,
                    exported_on=_exported_on(plan, exported_on),
                )
            )  # fmt: skip
            context = Context(owner, config.timezone, config.channels, notices)
            for importer, file in plan.in_order():
                watched = replace(file, watch=partial(progress, file)) if progress else file
                staging.take(file.name, importer.name, read_checked(importer, watched, context))
        for staged in staging.snapshots:
            _refuse_older_than_its_content(staged)
        outcome = commit(opened, staging, "import", resolve_links)
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


def _misspelt(opened: Store, name: str) -> list[Found]:
    """Return people whose name is so like a new one that it may be a slip of the pen."""
    return [found for found in suggest(opened, name, likely=_SLIP) if found.name != name]


def resolve_links(described: Iterable[Described], decisions: Sequence[Decision]) -> list[Link]:
    """Derive who is who from all accounts of the store."""
    return resolve((Known(*account) for account in described), decisions)


def _plan(inputs: Sequence[Input], form: str | None) -> tuple[list[_Planned], list[str]]:
    """Sort files into snapshots.

    An archive holds one of each source; loose files of a source go together unless two are
    of a kind.
    """
    plans: list[_Planned] = []
    passed_over: list[str] = []
    for found in inputs:
        here: list[_Planned] = []
        for file in found.files:
            importer = _claimed(file, found, form)
            if importer is None:
                passed_over.append(file.shown)
                continue
            fitting = [p for p in (plans if found.loose else here) if p.takes(importer, found)]
            if not fitting:
                fitting = [_Planned(importer.platform, found.name, found.loose)]
                here += fitting
            fitting[0].add(importer, file)
        if not found.loose and not here:
            raise _nothing_known(found)
        plans += here
    return plans, passed_over


def _claimed(file: File, found: Input, form: str | None) -> Importer | None:
    """Return the importer of a file; None only for a file of a folder or archive."""
    if not found.loose:
        importer = claim(file)
        if importer is None and file.head and is_named_like_one(file):
            raise refusal(file)
        return importer
    importer = claim(file) if form is None else _forced(file, form)
    if importer is None:
        raise refusal(file)
    return importer


def _forced(file: File, form: str) -> Importer:
    """Return the importer the user named, if the file has the columns it needs."""
    importer = named(form)
    if file.strange is not None or find_header(file, importer.required) is None:
        raise refusal(file)
    return importer


def _nothing_known(found: Input) -> InputRefused:
    names = sorted({file.name for file in found.files})
    if archives := [name for name in names if name.casefold().endswith(".zip")]:
        raise InputRefused(
            f"{shown(found.path)}: no file in it that netaudit knows, but an archive",
            hint=f"import that: {archives[0]}",
        )
    inside = f"it holds {', '.join(names[:6])}" if names else "it is empty"
    return InputRefused(
        f"{shown(found.path)}: no file in it that netaudit knows; {inside}",
        hint="from LinkedIn, ask for the larger archive: it holds Connections.csv and messages.csv",
    )


def _owner(plan: _Planned, me: str | None, known: Owner | None) -> Owner:
    """Find whose export a snapshot is; another owner than before is refused."""
    if plan.platform != "linkedin":
        return Owner()
    owner = find_owner(plan.files, me, known)
    if known is not None and known.slug and owner.slug and known.slug != owner.slug:
        raise InputRefused(
            f"{plan.name}: this is the export of another member than the ones before",
            hint="keep it in a store of its own: --store OTHER.db",
        )
    return owner


def _exported_on(plan: _Planned, said: int | None) -> int | None:
    """Return the day of an export: as said, else as its archive's name says, else unknown.

    A log is no export: nobody can say that it is complete.
    """
    if plan.platform == "log":
        return None
    if said is not None:
        return said
    if dated := _DATED_NAME.search(plan.name):
        try:
            return date(int(dated[3]), int(dated[1]), int(dated[2])).toordinal()
        except ValueError:
            return None
    return None


@dataclass(frozen=True)
class NewEntry:
    """What the user says of an interaction: the options of `netaudit log`."""

    channel: str
    medium: str
    direction: Direction
    when: tuple[int | None, int | None]
    purpose: str
    note: str


@dataclass(frozen=True)
class Logged:
    """What `netaudit log` wrote: whether the very same was there before."""

    repeated: bool


def who(opened: Store, text: str) -> tuple[list[Found], list[Found]]:
    """Return the people whom `text` names exactly, and, if nobody, those it is like."""
    text = clean(text)
    exact = find(opened, text)
    return exact, [] if exact else suggest(opened, text, limit=_OFFERED)


def refuse_owner(opened: Store, text: str) -> None:
    """Refuse to make a new person of the owner of the exports."""
    owner, account = opened.owner(), account_of(clean(text))
    if owner is None or account is None:
        return
    names = {name_key(owner.name), core_name_key(owner.name)} - {""}
    if account.key == owner.slug or (account.kind == "name" and account.key in names):
        raise UsageError(f"'{clean(text)[:60]}' is you")


def written_person(text: str, found: Found | None) -> tuple[Account, str]:
    """Return the account an entry is kept under, and the person as written.

    A full name, link or address is kept as the user wrote it; anything shorter, such as an
    id, stands for the person found.
    """
    account = account_of(clean(text))
    if account is None:
        raise UsageError(f"'{text[:40]}' is no name")
    if found is None or (account.kind != "name" or name_key(found.name) == account.key):
        return account, clean(text)
    return found.account, found.name


def log_interaction(
    opened: Store, people: Sequence[tuple[Account, str]], said: NewEntry, config: Config
) -> Logged:
    """Add one interaction with each of `people`, as one import."""
    staging = Staging(opened)
    staging.begin(SnapshotAccount("log", "netaudit log"))
    at, day = said.when
    entries = []
    for account, written in people:
        entry = LogEntry(
            0, account, written, at, day, said.channel, said.medium, said.direction,
            said.purpose, said.note, len(people),
        )  # fmt: skip
        occurrence, position = places(opened, entry, ZoneInfo(config.timezone))
        entries.append(entry._replace(occurrence=occurrence, position=position))
    staging.take("netaudit log", "log", entries)
    commit(opened, staging, "log", resolve_links)
    return Logged(any(entry.occurrence for entry in entries))


def audit_report(store: Path, config: Config, as_of: int, options: "Options") -> "Report":
    """Make the audit for the day `as_of`."""
    from netaudit.audits.full import audit

    return audit(load_frames(store, config), as_of, options)


def weekly_report(store: Path, config: Config, as_of: int, options: "Options") -> "Report":
    """Make the weekly summary for the seven days that end on `as_of`."""
    from netaudit.audits.weekly import weekly

    return weekly(load_frames(store, config), as_of, options)


def load_frames(store: Path, config: Config) -> "Frames":
    """Read the whole record, its days counted in the configured time zone."""
    from netaudit.store.load import load

    with Store.open(store) as opened:
        return load(opened, config.timezone)
