"""Whatever is done to a store, in whatever order, it holds what a few dictionaries remember.

`make stateful` does the same for longer: docs/fuzzing.md.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from tempfile import mkdtemp
from typing import ClassVar, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from netaudit.errors import UsageError
from netaudit.frames import NEVER
from netaudit.records import Account
from netaudit.store import Store
from netaudit.store.accounts import held
from netaudit.store.checkup import contradictions
from netaudit.store.entries import LogEntry, interaction, log_entries, remove
from netaudit.store.facts import entry_id, short_id
from netaudit.store.forget import forget, tidy
from netaudit.store.load import load
from netaudit.store.preferences import Written
from netaudit.store.undo import undo
from netaudit.workflows import deciding, forgetting, keeping, preferences
from netaudit.workflows.logging import NewEntry, log_interactions
from netaudit.workflows.naming import resolve_links
from store import looked_at
from store.decisions import preferred as preferred_by
from store.decisions import written
from store.done import NAMES, Snapshots, snapshots
from store.remembered import Deed, Remembered, again
from store.snapshots import DAY, NOW, add, connection, export, logged, url
from store.test_export import brought_back, is_the_same, taken

#: Where SQLite waits for no disk.
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it

One = TypeVar("One")
picks = st.integers(0, 1 << 16)
Wishing = tuple[str, Callable[[Store, str], Written]]
WISHES: tuple[Wishing, ...] = (
    ("tag", lambda store, who: preferences.tag(store, who, ["kiln"], remove=False)),
    ("tag", lambda store, who: preferences.tag(store, who, ["rail"], remove=False)),
    ("tag", lambda store, who: preferences.tag(store, who, ["kiln"], remove=True)),
    ("ignore", preferences.ignore),
    ("unignore", preferences.unignore),
    ("snooze", lambda store, who: preferences.snooze(store, who, DAY + 400)),
    ("snooze", lambda store, who: preferences.wake(store, who, DAY)),
    ("cadence", lambda store, who: preferences.set_cadence(store, who, "3w")),
    ("cadence", lambda store, who: preferences.set_cadence(store, who, NEVER)),
    ("cadence", lambda store, _: preferences.set_cadence_of_tag(store, "kiln", "5w")),
    ("cadence", lambda store, _: preferences.set_cadence_of_tag(store, "rail", "2w")),
)


def one_of(found: Sequence[One], pick: int) -> One:
    """Return one of several, whatever the number."""
    return found[pick % len(found)]


def people(store: Store) -> list[str]:
    """Return the ids of everybody who is somebody, and no name that fits several."""
    return [row[0] for row in store.connection.execute("SELECT id FROM people ORDER BY id")]


class StoreMachine(RuleBasedStateMachine):
    """A store, and what is remembered of what was done to it. `done` counts it, by its name."""

    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="store-", dir=_MEMORY if _MEMORY.is_dir() else None))
        self.path = self.folder / "data" / "netaudit.db"
        self.path.parent.mkdir()
        self.now = NOW
        self.remembered = Remembered()
        self.copies: list[tuple[Path, Remembered]] = []

    def open(self, *, create: bool = False) -> Store:
        """Open the store a minute later."""
        self.now += 60
        return Store.open(self.path, create=create, now=lambda: self.now)

    def keep(self, number: int | None, deed: Deed) -> None:
        """Remember an import, if one was written."""
        self.done[deed.command] += number is not None
        if number is not None:
            assert number not in self.remembered.deeds, "an id of an import is used twice"
            self.remembered.deeds[number] = deed

    @initialize(brought=snapshots)
    def begin(self, brought: Snapshots) -> None:
        self.bring(brought)

    @rule(brought=snapshots)
    def bring(self, brought: Snapshots) -> None:
        """Import, and import the same again, which changes nothing."""
        with self.open(create=True) as store:
            number = add(store, *brought).import_id
        if number is None and not self.path.exists():
            return
        self.keep(number, Deed("import", self.remembered.sifted(brought)))
        before = looked_at.digest(self.path)
        with self.open() as store:
            assert add(store, *brought).import_id is None
        assert looked_at.digest(self.path) == before

    @precondition(lambda self: self.remembered.accounts())
    @rule(who=picks, name=st.sampled_from(NAMES), new=st.booleans(), day=st.integers(0, 3))
    def log(self, *, who: int, name: str, new: bool, day: int) -> None:
        """Log something with somebody on record, or with whom a name means."""
        account = logged(name) if new else one_of(sorted(self.remembered.accounts()), who)
        with self.open() as store:
            self._write(store, [(account, name)], day, [])

    @rule(which=picks, day=st.integers(0, 3))
    def edit(self, which: int, day: int) -> None:
        """Write an entry anew, with the same people on another day."""
        with self.open() as store:
            if found := log_entries(store):
                old = interaction(store, one_of(found, which))
                self._write(store, [(one.account, one.written) for one in old], day, old)

    def _write(
        self, store: Store, people: Sequence[tuple[Account, str]], day: int, old: Sequence[LogEntry]
    ) -> None:
        said = NewEntry(
            tuple(people), "coffee", "in_person", "both", (None, DAY + day), "", "", len(people)
        )
        counting = looked_at.current(store)
        done = log_interactions(store, [said], in_place_of=old)
        self.remembered.welcome(account for account, _ in people)
        entries = tuple(one for one in looked_at.entries(store) if entry_id(one) in done.entry_ids)
        assert {(one.account, one.written) for one in entries} == {*people}
        assert {(e.day, e.channel, e.size) for e in entries} == {(DAY + day, "coffee", len(people))}
        assert done.import_id is not None
        gone = looked_at.withdrawn(store, done.import_id)
        assert looked_at.current(store) == counting - gone | {*done.entry_ids}
        assert counting & gone == {one.entry_id for one in old}
        assert gone == self.remembered.taken_out({one.entry_id for one in old})
        deed = Deed("edit" if old else "log", entries=entries, withdrawn=frozenset(gone))
        self.keep(done.import_id, deed)

    @rule(which=picks, more=st.booleans())
    def remove(self, *, which: int, more: bool) -> None:
        """Remove an entry, or two."""
        with self.open() as store:
            counting = looked_at.current(store)
            ids = [one.entry_id for one in log_entries(store)]
            ids = list(dict.fromkeys(one_of(ids, which + n) for n in range(1 + more) if ids))
            if not ids:
                return
            number = remove(store, ids, resolve_links)
            assert number is not None
            gone = looked_at.withdrawn(store, number)
            assert looked_at.current(store) == counting - gone == counting - {*ids}
            assert gone == self.remembered.taken_out({*ids})
            self.keep(number, Deed("remove", withdrawn=frozenset(gone)))

    @rule(way=st.sampled_from(["merge", "apart", "split"]), who=picks, other=picks)
    def decide(self, way: str, who: int, other: int) -> None:
        """Say that two people are one, or are not, or that one is two."""
        with self.open() as store:
            known = people(store)
            if not known:
                return
            one, another = one_of(known, who), one_of(known, other)
            if way == "split":
                whole = held(store, one)
                out = [each for place, each in enumerate(whole) if other >> place & 1]
                if not out or len(out) == len(whole):
                    return
                number = deciding.split(store, one, out).import_id
            elif one == another:
                return
            else:
                say = deciding.merge if way == "merge" else deciding.keep_apart
                number = say(store, one, another)
            told = () if number is None else looked_at.decisions(store, number)
            assert (number is not None) == bool(told)
            self.keep(number, Deed("match", decisions=told))

    @rule(wish=st.sampled_from(WISHES), who=picks)
    def prefer(self, wish: Wishing, who: int) -> None:
        """Tag, ignore, snooze somebody, or say how often to be in touch; or take that back."""
        with self.open() as store:
            known = people(store)
            if not known:
                return
            command, say = wish
            number = say(store, one_of(known, who)).import_id
            if number is not None:
                self.keep(number, Deed(command, wishes=(written(store, number),)))

    @rule(which=picks)
    def undo(self, which: int) -> None:
        """Take an import back, whichever it is."""
        if not self.remembered.deeds:
            return
        number = one_of(sorted(self.remembered.deeds), which)
        with self.open() as store:
            planned = undo(store, number, resolve_links, dry_run=True)
            assert undo(store, number, resolve_links) == planned
        del self.remembered.deeds[number]
        self.done["undo"] += 1

    @rule(who=picks, tombstone=st.booleans(), put_back=st.booleans())
    def forget(self, *, who: int, tombstone: bool, put_back: bool) -> None:
        """Forget somebody, with a tombstone or without; perhaps put back a copy of before."""
        if put_back:
            self.back_up()
        with self.open() as store:
            known = people(store)
            if not known:
                return
            person = one_of(known, who)
            theirs = frozenset(
                account
                for account, (leading, _) in looked_at.links(store.connection).items()
                if short_id(leading) == person
            )
            planned = forget(store, person, resolve_links, tombstone=tombstone, dry_run=True)
            gone = forget(store, person, resolve_links, tombstone=tombstone)
            assert gone == planned
            assert tidy(store, copy=bool(gone.copies)).left is None
        self.remembered.forget(theirs, tombstone=tombstone)
        assert gone.accounts == len(theirs)
        self.done["forget"] += 1
        if put_back:
            self.restore(len(self.copies) - 1)

    @rule(name=st.sampled_from(NAMES))
    def lift(self, name: str) -> None:
        """Let those come back who are known by a name."""
        back = self.remembered.lift(name)
        with self.open() as store:
            if back:
                assert forgetting.lift(store, name) == back
                self.done["lift"] += 1
            else:
                with pytest.raises(UsageError, match="nobody forgotten"):
                    forgetting.lift(store, name)

    @rule()
    def back_up(self) -> None:
        place = self.folder / f"copy-{len(self.copies)}.db"
        keeping.back_up(self.path, place, over=False)
        self.copies.append((place, deepcopy(self.remembered)))
        self.done["backup"] += 1

    @precondition(lambda self: self.copies)
    @rule(which=picks)
    def restore(self, which: int) -> None:
        """Put a copy in the place of the store; who was forgotten since stays forgotten."""
        place, saved = one_of(self.copies, which)
        keeping.inspect(place, self.path)
        keeping.restore(place, self.path)
        self.remembered = self.remembered.restored(saved)
        self.done["restore"] += 1

    @precondition(lambda self: self.remembered.deeds)
    @rule()
    def take_along(self) -> None:
        """Export, and import that: a new store holds the same, and this one nothing new."""
        self.now += 60
        file, new = taken(self.path), self.folder / f"new-{self.now}.db"
        before = looked_at.digest(self.path)
        assert not brought_back(file, self.path, yes=True).outcome.brought
        assert looked_at.digest(self.path) == before
        outcome = brought_back(file, new, yes=True)
        assert outcome.problems == []
        if outcome.outcome.import_id is not None:
            assert is_the_same(self.path, new)
            self.done["export into a new store"] += 1

    @invariant()
    def the_store_holds_what_is_remembered(self) -> None:
        if not self.path.exists():
            return
        remembered = self.remembered
        with Store.open(self.path) as store:
            assert looked_at.facts(store.connection) == remembered.facts()
            whose = looked_at.links(store.connection)
            assert whose.keys() == remembered.accounts()
            assert looked_at.imports(store) == {
                number: deed.command for number, deed in remembered.deeds.items()
            }
            decided = [(frozenset(one[1:]), one.kind) for one in store.decisions()]
            assert decided == list(remembered.decided().items())
            everybody = {entry_id(one) for one in looked_at.entries(store)}
            assert looked_at.current(store) == everybody - remembered.withdrawn()
            clear = {one: None if way == "ambiguous" else who for one, (who, way) in whose.items()}
            assert looked_at.preferred(store) == preferred_by(clear, remembered.wishes())
            assert looked_at.tombstones(store) == sorted(map(len, remembered.forgotten.values()))

    @invariant()
    def the_store_is_whole_and_can_be_told_of(self) -> None:
        if self.path.exists():
            with Store.open(self.path) as store:
                store.check()
                assert list(contradictions(store, resolve_links)) == []
                load(store, "UTC").people.columns  # noqa: B018 - it is made when asked for

    def teardown(self) -> None:
        """See that it does not matter how the store came to be, and that all can be taken back."""
        try:
            if self.path.exists() and self.remembered.deeds:
                self._is_as_if_made_anew()
                self._is_empty_without_its_imports()
        finally:
            shutil.rmtree(self.folder)

    def _is_as_if_made_anew(self) -> None:
        other = self.folder / "other.db"
        with Store.open(other, create=True, now=lambda: NOW) as store:
            add(store, export(connection(url("zz-nobody"), "Zz Nobody")))
        with Store.open(other, now=lambda: NOW) as store:
            for _, deed in sorted(self.remembered.deeds.items()):
                again(store, deed)
            undo(store, 1, resolve_links)
        assert looked_at.derived(other) == looked_at.derived(self.path)

    def _is_empty_without_its_imports(self) -> None:
        with self.open() as store:
            for number in sorted(self.remembered.deeds, key=lambda number: number % 3):
                undo(store, number, resolve_links)
        assert set(looked_at.rows(self.path).values()) == {0}


def run(runs: int, steps: int, *, same: bool) -> None:
    """Do so many runs of so many steps: the same each time, or others."""
    run_state_machine_as_test(
        StoreMachine,
        settings=settings(
            max_examples=runs, stateful_step_count=steps, deadline=None, derandomize=same,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.unwatched
def test_a_store_holds_what_is_remembered_whatever_was_done() -> None:
    large = os.environ.get("NETAUDIT_STATEFUL") == "large"
    run(200 if large else 30, 50 if large else 20, same=not large)
