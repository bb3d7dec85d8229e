"""After a change of the log alone, all links are as they would be derived anew."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.records import YES, Account, Decision, Entry, Link, Owner, Preference, Tie
from netaudit.store import Store
from netaudit.store.add import commit
from netaudit.store.entries import log_entries, remove
from netaudit.store.links import Described, relink
from netaudit.store.preferences import prefer, preferred_of
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.store.undo import undo
from netaudit.workflows.naming import resolve_links
from store.decisions import say
from store.on_x import archive, bearer, direct_message, listed, member
from store.preferring import whose
from store.snapshots import (
    ANA,
    BO,
    DAY,
    NOW,
    Snapshot,
    add,
    connection,
    contact,
    endorsement,
    entry,
    export,
    followed,
    log,
    logged,
    mention,
    noon,
    url,
)
from store.snapshots import listed as old_entry

NAMES = ("Ana Ruiz", "Ana Ruiz, PhD", "Ana (Annie) Ruiz", "Bo Lind", "Robin Quist", "Dee Moss")
name = st.sampled_from(NAMES)
mails = st.sampled_from(["ana@example.org", "bo@example.org", "robin@example.org"])
days = st.integers(DAY, DAY + 2)
on_linkedin = st.one_of(
    st.builds(connection, st.sampled_from([ANA, BO, url("ana-2"), url("robin-quist")]), name,
              days, st.sampled_from(["", "Alto"]), st.one_of(st.just(""), mails)),
    st.builds(old_entry, name, days),
    st.builds(followed, name),
    st.builds(endorsement, name, st.just(noon(DAY))),
    st.builds(contact, name, mails),
    st.builds(contact, name, phones=st.just(["+15550100"])),
)  # fmt: skip
members = st.one_of(
    st.builds(member, st.integers(1, 3), st.sampled_from(["ana", "bo", "robinquist"]), name,
              st.sampled_from(["", "Alto", "ana@example.org"])),
    st.builds(bearer, st.sampled_from(["ana", "bo"]), name),
)  # fmt: skip
on_x = st.one_of(
    members,  # of whom nothing that counts is on record
    members.map(listed),
    members.map(lambda one: listed(one, "blocked")),
    members.map(lambda one: direct_message(one, noon(DAY))),
)
accounts = st.one_of(
    *(name.map(of) for of in (logged, mention)),
    st.sampled_from([
        ANA, BO, url("new"), Account("x", "id", "1"), Account("x", "id", "2"),
        Account("x", "handle", "ana"), Account("email", "email", "ana@example.org"),
        Account("linkedin", "listed", f"ana ruiz {DAY}"),
    ]),
)  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Snapshot], list[Decision]]:
    owner = Owner("robin-quist", "Robin Quist", draw(st.sampled_from([(), ("robin@example.org",)])))
    rows = draw(st.lists(on_linkedin, max_size=6, unique_by=_tie_or_itself))
    said = [Snapshot({"file": rows}, owner=owner), archive(*draw(st.lists(on_x, max_size=4)))]
    said += [log(*(entry(one) for one in draw(st.sets(name, max_size=2))))]
    pairs = st.lists(accounts, min_size=2, max_size=2, unique=True)
    kinds = st.sampled_from(["same", "different"])
    decisions = st.builds(lambda kind, both: Decision(kind, *both), kinds, pairs)
    return said, draw(st.lists(decisions, max_size=2, unique=True))


def _tie_or_itself(record: object) -> object:
    return record.account if isinstance(record, Tie) else record


def written(*of: Account, ref: str = "1") -> list[Entry]:
    """Return what is logged by hand of people."""
    return [entry("Somebody")._replace(account=one, ref=ref) for one in of]


def write(store: Store, entries: Iterable[Entry], withdrawn: Sequence[str] = ()) -> int | None:
    staging = Staging()
    staging.begin(SnapshotAccount("log", "netaudit log"))
    staging.take("netaudit log", "log", entries)
    return commit(store, staging, "log", resolve_links, withdrawn=withdrawn).import_id


def astray(store: Store) -> set[object]:
    """Return the links that are not, or not so, when all are derived anew."""
    stored = set(store.connection.execute("SELECT * FROM link"))
    with store.transaction() as connection:
        relink(connection, resolve_links, store.decisions())
        derived = set(connection.execute("SELECT * FROM link"))
        store.forgo()
    return stored ^ derived


@settings(max_examples=50, deadline=None)
@given(worlds(), st.lists(accounts, min_size=1, max_size=2, unique=True), accounts, st.data())
def test_all_links_are_as_if_derived_anew(
    world: tuple[list[Snapshot], list[Decision]],
    first: list[Account],
    second: Account,
    data: st.DataObject,
) -> None:
    said, decisions = world
    with (
        TemporaryDirectory() as folder,
        Store.open(Path(folder) / "netaudit.db", create=True, now=lambda: NOW) as store,
    ):
        store.unborn = False  # there is never a file, which takes its time
        add(store, *said)
        say(store, *decisions)
        numbers = [write(store, written(*first))]
        assert astray(store) == set()
        known = [one.entry_id for one in log_entries(store)]
        gone = data.draw(st.lists(st.sampled_from(known), max_size=1))
        if data.draw(st.booleans()):
            numbers.append(remove(store, gone, resolve_links))
            gone = []
            assert astray(store) == set()
        numbers.append(write(store, written(second, ref="2"), gone))
        assert astray(store) == set()
        for number in data.draw(st.permutations(numbers)):
            assert number is not None
            undo(store, number, resolve_links)
            assert astray(store) == set()


def only_new(
    described: Iterable[Described],
    decisions: Sequence[Decision],
    standing: Iterable[tuple[Described, Link]] | None = None,
) -> list[Link]:
    """Resolve names in the log alone."""
    assert standing is not None, "all accounts were asked for"
    return resolve_links(described, decisions, standing)


@pytest.fixture
def store(tmp_path: Path) -> Iterable[Store]:
    with Store.open(tmp_path / "netaudit.db", create=True, now=lambda: NOW) as draft:
        on_list = (connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind, PhD"))
        book = contact("Cy Orr", "cy@example.org")
        add(draft, export(*on_list, book), archive(listed(member(1, "bo", "Bo Lind"))))
    with Store.open(tmp_path / "netaudit.db", now=lambda: NOW) as opened:
        yield opened


@pytest.mark.parametrize(
    "account",
    [ANA, Account("x", "id", "1"), logged("Ana Ruiz"), logged("Bo Lind"), logged("Cy Orr"),
     logged("Zed Nobody")],
    ids=lambda account: account.key,
)  # fmt: skip
def test_nobody_else_is_looked_at_for_an_entry(store: Store, account: Account) -> None:
    """Neither when it is logged nor when it is taken back."""
    staging = Staging()
    staging.begin(SnapshotAccount("log", "netaudit log"))
    staging.take("netaudit log", "log", written(account))
    done = commit(store, staging, "log", only_new)
    assert done.import_id is not None
    assert astray(store) == set()
    assert undo(store, done.import_id, only_new).facts["entry"] == 1
    assert astray(store) == set()


def test_a_new_name_says_whom_it_fits(store: Store) -> None:
    write(store, written(logged("Bo Lind")))
    ((verdict, reason),) = store.connection.execute(
        "SELECT verdict, reason FROM link JOIN account a ON a.id = account_id"
        " WHERE a.platform = 'log'"
    )
    ids = dict(store.connection.execute("SELECT key, short_id FROM account"))
    assert verdict == "ambiguous"
    assert reason == f"fits 2 people: {ids['bo-lind']}, {ids['1']}"


def test_an_account_of_x_that_counts_from_now_on_may_be_somebody(store: Store) -> None:
    """Until then it is only known of, as it is again once nothing is on record with it."""
    known_of = member(7, "anaruiz", "Ana Ruiz", "linkedin.com/in/ana-ruiz")
    add(store, archive(known_of, name="mentions.zip"))
    assert person(store, known_of.account) == "7"
    number = write(store, written(known_of.account))
    assert person(store, known_of.account) == "ana-ruiz"
    (only,) = log_entries(store)
    removed = remove(store, [only.entry_id], resolve_links)
    assert person(store, known_of.account) == "7"
    for taken_back, then in ((removed, "ana-ruiz"), (number, "7")):
        assert taken_back is not None
        undo(store, taken_back, resolve_links)
        assert person(store, known_of.account) == then
        assert astray(store) == set()


def test_a_name_that_only_a_decision_remembers_is_found(store: Store) -> None:
    old = Account("linkedin", "listed", f"zed zoll {date.fromordinal(DAY)}")
    number = add(store, export(connection(old, "Zed Zoll", DAY), name="old.zip")).import_id
    say(store, Decision("same", old, BO))
    assert number is not None
    undo(store, number, resolve_links)
    write(store, written(logged("Zed Zoll")))
    assert person(store, logged("Zed Zoll")) == "bo-lind"
    assert astray(store) == set()


def test_a_list_entry_that_only_the_log_keeps_has_a_name_once_it_is_tagged(store: Store) -> None:
    old = Account("linkedin", "listed", f"zed zoll {date.fromordinal(DAY)}")
    add(store, export(connection(url("zed"), "Zed Zoll", DAY), exported_on=DAY + 9, name="new"))
    number = add(store, export(connection(old, "Zed Zoll", DAY), name="old.zip")).import_id
    write(store, written(old))
    assert number is not None
    undo(store, number, resolve_links)
    assert person(store, old) == old.key
    who = whose(store, old)
    tagged = prefer(store, "tag", [Preference("tag", YES, "a")], resolve_links, who)
    assert astray(store) == set()
    assert preferred_of(store, who).tags == ("a",)
    assert person(store, old) == "zed"
    assert tagged.import_id is not None
    undo(store, tagged.import_id, resolve_links)
    assert person(store, old) == old.key


def person(store: Store, account: Account) -> str:
    """Return the key of the account that leads the person of another."""
    ((key,),) = store.connection.execute(
        "SELECT p.key FROM account a JOIN link l ON l.account_id = a.id"
        " JOIN account p ON p.id = l.person_id WHERE a.platform = ? AND a.kind = ? AND a.key = ?",
        account,
    )
    return str(key)
