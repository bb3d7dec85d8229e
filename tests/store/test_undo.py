"""Imports, log entries, decisions and undos in any order leave what a store of the rest would hold.

The longer run: `UNDO_EXAMPLES=2000 pytest tests/store/test_undo.py`.
"""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from netaudit.records import NONE, YES, Account, Decision, Preference, Profile, Record, TieKind
from netaudit.store import Store
from netaudit.store.changes import changes
from netaudit.store.decide import decide
from netaudit.store.load import load
from netaudit.store.preferences import Preferred, prefer
from netaudit.store.preferences import preferred as all_preferred
from netaudit.store.undo import undo
from netaudit.workflows.naming import resolve_links
from store import model
from store.canonical import dump
from store.decisions import Wish, joined, parted, prefer_outright, preferred, say, written
from store.said import Days, Listed, said
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    NOW,
    Snapshot,
    add,
    connection,
    contact,
    endorsement,
    entry,
    followed,
    hidden,
    invitation,
    listed,
    log,
    mention,
    message,
    noon,
    noted,
    recommended,
    told,
    url,
)

Command = Literal["import", "log"]
Imports = Mapping[int, tuple[Command, tuple[Snapshot, ...]]]
#: What the user said, by the id of the import that it is.
Said = Mapping[int, Decision | Wish]

#: The link of Ana Ruiz after she changed it.
ANA_NOW = url("ana-ruiz-now")
NAMES = {ANA: "Ana Ruiz", ANA_NOW: "Ana Ruiz", BO: "Bo Lind", CY: "Cy Orr"}
WRITTEN = ("Ana Ruiz", "Bo Lind", "Cy Orr", "Dee Moss", "Gil Hart")
PEOPLE = (*NAMES, mention("Ana Ruiz"), mention("Bo Lind"), mention("Dee Moss"))

since = st.sampled_from([DAY, DAY + 1, DAY + 3])
instants = st.builds(noon, st.integers(DAY, DAY + 3), st.integers(0, 1))
directions: st.SearchStrategy[Literal["in", "out"]] = st.sampled_from(["in", "out"])
connections = st.one_of(
    st.builds(
        lambda account, day, company: connection(
            account, NAMES[account], day, company, "cy@example.org" if account == CY else ""
        ),
        st.sampled_from(list(NAMES)), st.one_of(since, st.none()), st.sampled_from(["", "Alto"]),
    ),
    st.builds(listed, st.sampled_from(["Ana Ruiz", "Dee Moss"]), since),
    st.builds(
        connection, st.just(Account("linkedin", "email", "cy@example.org")), st.just("Cy Orr"),
        since, st.just(""), st.just("cy@example.org"),
    ),
    st.builds(hidden, since),
)  # fmt: skip
follows = st.builds(
    followed, st.sampled_from(["Ana Ruiz", "Gil Hart"]), st.one_of(since, st.none())
)
talks = st.builds(
    lambda people, at, direction, conversation, size: message(
        *people, at=at, direction=direction, conversation=conversation, size=size
    ),
    st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True), instants, directions,
    st.sampled_from([0, 7, 8]), st.integers(1, 3),
)  # fmt: skip
invitations = st.builds(
    lambda account, at, direction, note: invitation(
        account, at, direction, note=note, name=NAMES.get(account, "")
    ),
    st.sampled_from(PEOPLE), instants, directions, st.booleans(),
)  # fmt: skip
others = st.one_of(
    st.builds(endorsement, st.sampled_from(WRITTEN), instants, directions),
    st.builds(recommended, st.sampled_from(WRITTEN), since, directions),
    st.builds(
        lambda account, text, day: noted(account, text, day, NAMES.get(account, "")),
        st.sampled_from(PEOPLE), st.sampled_from(["of the kiln", "plays chess"]),
        st.one_of(since, st.none()),
    ),
    st.just(contact("Cy Orr", "cy@example.org")),
    st.just(contact("Dee Moss", phones=["+15550100"], company="Alto")),
    st.sampled_from([Profile(BO, "Bo Lind"), Profile(BO, "Bo Lind", company="Alto")]),
)  # fmt: skip
entries = st.builds(
    lambda name, day, position: entry(name, day, position=position),
    st.sampled_from(WRITTEN), since, st.integers(0, 2),
)  # fmt: skip


@st.composite
def exports(draw: st.DrawFn) -> Snapshot:
    files: dict[str, Sequence[Record]] = {
        "Connections.csv": draw(st.lists(connections, max_size=4)),
        "Member_Follows.csv": draw(st.lists(follows, max_size=2)),
        "messages.csv": draw(st.lists(talks, max_size=3)),
        "Invitations.csv": draw(st.lists(invitations, max_size=1)),
        "others.csv": draw(st.lists(others, max_size=2)),
    }
    lists: list[tuple[TieKind, ...]] = [("connection",), ("connection", "following"), ()]
    day = draw(st.one_of(st.integers(DAY + 10, DAY + 14), st.none()))
    return Snapshot(files, day, draw(st.sampled_from("ab")), lists=draw(st.sampled_from(lists)))


preferences = st.sampled_from([
    Preference("ignore", YES), Preference("ignore", ""), Preference("tag", YES, "a"),
    Preference("tag", "", "a"), Preference("tag", YES, "b"), Preference("snooze", "2030-01-31"),
    Preference("snooze", ""), Preference("cadence", "3w"), Preference("cadence", NONE),
    Preference("cadence", ""),
    Preference("cadence", "2w", "a"), Preference("cadence", "1w", "b"),
    Preference("cadence", "", "a"),
])  # fmt: skip
logs = st.lists(entries, max_size=3, unique=True).map(lambda found: log(*found))
imported = st.lists(st.one_of(exports(), exports(), logs), min_size=1, max_size=3)


@contextmanager
def fresh(imports: Imports, told_by_user: Said) -> Iterator[Store]:
    """Yield a store, of no place on the disk, into which these imports were brought."""
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "n.db", create=True) as store:
        store.unborn = False
        for number in sorted({*imports, *told_by_user}):
            if number in told_by_user:
                word = told_by_user[number]
                say(store, word) if isinstance(word, Decision) else prefer_outright(store, *word)
            else:
                command, snapshots = imports[number]
                assert add(store, *snapshots, command=command).brought
        yield store


def seen(store: Store) -> model.Told:
    """Return what a store tells, in the model's words."""
    frames = load(store, "UTC")
    ask = store.connection.execute
    account = {
        row[0]: Account(*row[1:]) for row in ask("SELECT id, platform, kind, key FROM account")
    }
    by_short = {short: account[n] for n, short in ask("SELECT id, short_id FROM account")}
    people = [by_short[short] for short in frames.people["person_id"]]

    def counted(rows: Iterator[tuple[object, ...]]) -> Counter[tuple[object, ...]]:
        return Counter((people[row[0]], *row[1:]) for row in rows)  # type: ignore[call-overload]

    ties = frames.ties.drop(columns="source").astype(object)
    ties = ties.where(ties.notna(), None)
    described = frames.people[["name", "company", "position"]].itertuples(index=False, name=None)
    return model.Told(
        listed={
            Listed(account[n], kind, day): Days(*days)
            for n, kind, day, *days in ask(
                "SELECT account_id, kind, since, first_on, last_on, until FROM tie"
            )
        },
        person={
            account[n]: None if verdict == "ambiguous" else account[person]
            for n, person, verdict in ask("SELECT account_id, person_id, verdict FROM link")
        },
        people={(who, *of) for who, of in zip(people, described, strict=True)},
        ties={(people[n], *row) for n, *row in ties.itertuples(index=False, name=None)},
        interactions=counted(frames.interactions.itertuples(index=False, name=None)),
        signals=counted(frames.signals.itertuples(index=False, name=None)),
        notes={
            (account[n], day, text): on
            for n, day, text, on in ask("SELECT account_id, day, text, stated_on FROM note")
        },
        profiles={
            Profile(account[n], name, url, email, company, position, bool(is_listed), phone): on
            for n, name, url, email, company, position, is_listed, phone, on in ask(
                "SELECT account_id, name, url, email, company, position, listed, phone, stated_on"
                " FROM profile"
            )
        },
        changes={
            (*step[:4], change.kind, by_short[change.person_id])
            for step in changes(store, since=0).steps
            for change in step.changes
            if change.kind in {"joined", "visible", "left", "hidden"}
        },
    )  # fmt: skip


def _preferred(store: Store) -> dict[Account, Preferred]:
    accounts = {
        row[0]: Account(*row[1:])
        for row in store.connection.execute("SELECT id, platform, kind, key FROM account")
    }
    return {accounts[number]: one for number, one in all_preferred(store.connection).items()}


class Undoing(RuleBasedStateMachine):
    """A store to which imports are brought and from which they are taken."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "netaudit.db"
        self.imports: dict[int, tuple[Command, tuple[Snapshot, ...]]] = {}
        self.said: dict[int, Decision | Wish] = {}
        self.entries = 0

    def teardown(self) -> None:
        try:
            if self.path.exists():
                self._compare()
                with Store.open(self.path) as store:
                    for number in sorted({*self.imports, *self.said}, reverse=True):
                        undo(store, number, resolve_links)
                    self.imports, self.said = {}, {}
                self._compare()
        finally:
            self.folder.cleanup()

    def _bring(self, command: Command, *snapshots: Snapshot) -> None:
        known = [said(s) for _, of in self.imports.values() for s in of]
        news = any(said(s) not in known for s in snapshots)
        before = model.tell(self._snapshots).listed
        with Store.open(self.path, create=True, now=lambda: NOW) as store:
            outcome = add(store, *snapshots, command=command)
            person = self._persons(store)
        assert outcome.brought == news
        assert (outcome.import_id is not None) == news
        if outcome.import_id is not None:
            assert outcome.import_id not in self.imports
            self.imports[outcome.import_id] = (command, snapshots)
            after = model.tell(self._snapshots, person)
            for left in outcome.left:
                were = after.known_as(model.on_list(before, left.kind))
                are = after.known_as(after.on_list(left.kind))
                assert (left.people, left.of) == (len(were - are), len(were))

    @property
    def _snapshots(self) -> list[Snapshot]:
        return [snapshot for _, of in self.imports.values() for snapshot in of]

    def _persons(self, store: Store) -> Mapping[Account, Account | None] | None:
        """Return who is who where the user had a say in it, for the model to go on from there."""
        return seen(store).person if self.said else None

    @initialize(snapshots=imported)
    def begin(self, snapshots: list[Snapshot]) -> None:
        self._bring("import", *snapshots)

    @rule(snapshots=imported)
    def bring(self, snapshots: list[Snapshot]) -> None:
        self._bring("import", *snapshots)

    @precondition(lambda self: self.imports)
    @rule(data=st.data(), name=st.sampled_from(["", "c"]), anew=st.lists(exports(), max_size=1))
    def bring_again(self, data: st.DataObject, name: str, anew: list[Snapshot]) -> None:
        """The same once more, perhaps by another name, alone or with something new."""
        one = data.draw(st.sampled_from(self._snapshots))
        self._bring("import", replace(one, name=name or one.name), *anew)

    @rule(name=st.sampled_from(WRITTEN), day=since)
    def write_down(self, name: str, day: int) -> None:
        """As `netaudit log` does."""
        self.entries += 1
        one = entry(name, day, position=NOW + self.entries)._replace(ref=f"{self.entries:08x}")
        self._bring("log", log(one, name="netaudit log"))

    @precondition(lambda self: self.imports)
    @rule(data=st.data(), kind=st.sampled_from(["same", "different"]))
    def decide(self, data: st.DataObject, kind: Literal["same", "different"]) -> None:
        """As `netaudit match` does; what stands already is not said again."""
        with Store.open(self.path) as store:
            accounts = sorted(seen(store).person)
            if len(accounts) < 2:
                return
            pairs = st.lists(st.sampled_from(accounts), min_size=2, max_size=2, unique=True)
            decision = Decision(kind, *data.draw(pairs))
            standing = [(d.kind, {d.account, d.other}) for d in store.decisions()]
            stands = (kind, {decision.account, decision.other}) in standing
            number = decide(store, [decision], resolve_links)
        assert (number is None) == stands
        if number is not None:
            self.said[number] = decision
        self._compare()

    @precondition(lambda self: self.imports)
    @rule(data=st.data(), said=preferences)
    def prefer(self, data: st.DataObject, said: Preference) -> None:
        """As `netaudit tag`, `ignore`, `snooze` and `cadence` do; it changes no link."""
        with Store.open(self.path) as store:
            person, account = seen(store).person, None
            if said.tag == "" or said.matter == "tag":
                people = sorted({who for who in person.values() if who is not None})
                if not people:
                    return
                account = data.draw(st.sampled_from(people))
            before = store.connection.execute("SELECT * FROM link").fetchall()
            number = prefer(
                store, "tag", [said], resolve_links, account and self._id(store, account)
            ).import_id
            assert store.connection.execute("SELECT * FROM link").fetchall() == before
            if number is not None:
                self.said[number] = word = written(store, number)
                assert {person[one] for one in word[1]} == ({account} if account else set())
        self._compare()

    @staticmethod
    def _id(store: Store, account: Account) -> str:
        query = "SELECT short_id FROM account WHERE (platform, kind, key) = (?, ?, ?)"
        return str(store.connection.execute(query, account).fetchone()[0])

    @property
    def _wishes(self) -> list[Wish]:
        said = [self.said[number] for number in sorted(self.said)]
        return [one for one in said if not isinstance(one, Decision)]

    @precondition(lambda self: self.imports or self.said)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted({*self.imports, *self.said})))
        with Store.open(self.path) as store:
            planned = undo(store, number, resolve_links, dry_run=True)
            assert undo(store, number, resolve_links) == planned
        assert planned.decisions == (number in self.said)
        self.imports.pop(number, None)
        self.said.pop(number, None)
        self._compare()

    @precondition(lambda self: self.imports)
    @rule(data=st.data(), snapshots=imported)
    def only_try(self, data: st.DataObject, snapshots: list[Snapshot]) -> None:
        before = hashlib.sha256(self.path.read_bytes()).digest()
        with Store.open(self.path) as store:
            outcome = add(store, *snapshots, dry_run=True)
            assert outcome.import_id is None
            number = data.draw(st.sampled_from(list(self.imports)))
            assert undo(store, number, resolve_links, dry_run=True).import_id == number
        assert hashlib.sha256(self.path.read_bytes()).digest() == before

    @invariant()
    def the_file_is_sound(self) -> None:
        if self.path.exists():
            with Store.open(self.path) as store:
                assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
                assert store.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def _compare(self) -> None:
        """The store is as one of the remaining imports, and as the definitions have it."""
        with Store.open(self.path) as store, fresh(self.imports, self.said) as other:
            assert dump(store.connection) == dump(other.connection)
            assert told(load(store, "UTC")) == told(load(other, "UTC"))
            found, expected = seen(store), model.tell(self._snapshots, self._persons(store))
            standing = store.decisions()
            assert all(found.person[a] == found.person[b] for a, b in joined(standing))
            for a, b in parted(standing):
                assert found.person[a] != found.person[b] or found.person[a] is None
            holds = preferred(found.person, self._wishes)
            assert _preferred(store) == holds
            shown = {c for c in expected.changes if c[-1] not in {w for w in holds if holds[w][0]}}
            for name, value in vars(replace(expected, changes=shown)).items():
                assert vars(found)[name] == value, name


EXAMPLES = int(os.environ.get("UNDO_EXAMPLES", "30"))
TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=12, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
