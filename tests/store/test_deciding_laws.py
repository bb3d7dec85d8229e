"""Merges, partings and splits in any order do what they say, and are taken back whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from netaudit.records import Account
from netaudit.store import Store
from netaudit.store.accounts import held
from netaudit.store.undo import undo
from netaudit.workflows import deciding, naming
from store.on_x import archive, listed, member
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    add,
    bring,
    connection,
    contact,
    entry,
    export,
    log,
    logged,
)

#: Ana is joined to the address book by a rule, and to X by another; Bo may be either of two.
WORLD = (
    export(
        connection(ANA, "Ana Ruiz", DAY, "Alto Rail", "ana@example.org"),
        connection(BO, "Bo Lind", DAY + 1), connection(CY, "Cy Orr", DAY + 2),
        contact("Ana Ruiz", "ana@example.org", phones=["+15550100"]),
    ),
    archive(
        *map(listed, (
            member(1, "anaruiz", "Ana Ruiz", "At Alto Rail"), member(2, "bo", "Bo Lind"),
            member(3, "lind", "Bo Lind"), member(4, "cyorr", "Cy Orr"),
        )),
    ),
    log(entry("Ana Ruiz"), entry("Bo Lind"), entry("Cy Orr", DAY + 9)),
)  # fmt: skip

Links = dict[Account, Account]
steps = st.lists(
    st.tuples(
        st.sampled_from(["merge", "apart", "split", "undo"]), st.integers(0, 20), st.integers(0, 31)
    ),
    min_size=1, max_size=7,
)  # fmt: skip


@contextmanager
def begun() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "netaudit.db"
        bring(path, *WORLD)
        with Store.open(path) as store:
            yield store


def links(store: Store) -> Links:
    """Return whose each account is."""
    rows = store.connection.execute(
        "SELECT a.platform, a.kind, a.key, p.platform, p.kind, p.key FROM link l"
        " JOIN account a ON a.id = l.account_id JOIN account p ON p.id = l.person_id"
    )
    return {Account(*row[:3]): Account(*row[3:]) for row in rows}


def people(store: Store) -> list[str]:
    return [row[0] for row in store.connection.execute("SELECT id FROM people ORDER BY id")]


def firm(accounts: list[Account]) -> list[Account]:
    """Leave out names in the log, which follow by themselves."""
    return [account for account in accounts if account.platform != "log"] or accounts


def accounts(store: Store, person: str) -> list[Account]:
    return [one.named.account for one in held(store, person)]


def told_apart(store: Store, side: list[Account]) -> bool:
    """Tell whether the user told any two of a side apart."""
    return any(
        d.kind == "different" and {d.account, d.other} <= set(side) for d in store.decisions()
    )


def take(store: Store, deed: str, which: int, more: int) -> int | None:
    """Do one of the three with some of the people, check it, and return the import."""
    known = people(store)
    one = known[which % len(known)]
    other = known[more % len(known)]
    if deed == "split":
        return split(store, one, more)
    if one == other:
        return None
    here, there = accounts(store, one), accounts(store, other)
    number = (deciding.merge if deed == "merge" else deciding.keep_apart)(store, one, other)
    whose = links(store)
    if deed == "merge":
        assert whose[here[0]] == whose[there[0]]
        assert number is not None
    else:
        assert all(whose[a] != whose[b] for a, b in product(firm(here), firm(there)))
    return number


def split(store: Store, person: str, chosen: int) -> int | None:
    whole = held(store, person)
    out = [one for place, one in enumerate(whole) if chosen >> place & 1]
    leaving = [one.named.account for one in out]
    staying = [one.named.account for one in whole if one not in out]
    if not leaving or not staying:
        return None
    number = deciding.split(store, person, out).import_id
    assert number is not None
    whose = links(store)
    kept = [a for a in staying if a.platform != "log"]
    for a, b in product(leaving, kept or staying):
        assert whose[a] != whose[b], "what left is back"
    for side in (leaving, kept):
        if not told_apart(store, side):
            assert all(whose[a] == whose[b] for a, b in combinations(side, 2)), "a side fell apart"
    return number


@given(steps)
@example([("split", 1, 14)])
@example([("merge", 1, 2), ("merge", 0, 2), ("merge", 2, 13), ("undo", 0, 0), ("split", 1, 22)])
@settings(max_examples=100, deadline=None)
def test_each_does_what_it_says_and_is_taken_back_whole(todo: list[tuple[str, int, int]]) -> None:
    with begun() as store:
        before: list[tuple[int, Links, object]] = []
        for deed, which, more in todo:
            was = (links(store), store.decisions())
            if deed == "undo":
                if before:  # what was before the ones that stay is not known any more
                    undo(store, before.pop(which % len(before))[0], naming.resolve_links)
                    before = [(number, {}, None) for number, *_ in before]
            elif (number := take(store, deed, which, more)) is not None:
                before.append((number, *was))
        for number, whose, decisions in reversed(before):
            undo(store, number, naming.resolve_links)
            if whose:
                assert (links(store), store.decisions()) == (whose, decisions)
        assert store.decisions() == []


@given(steps)
@settings(max_examples=30, deadline=None)
def test_the_same_imports_again_change_nobody(todo: list[tuple[str, int, int]]) -> None:
    with begun() as store:
        for deed, which, more in todo:
            if deed != "undo":
                take(store, deed, which, more)
        before = links(store)
        add(store, *WORLD[::-1])
        again = export(*WORLD[0].files["file"], name="again.zip", exported_on=DAY + 100)
        add(store, again)
        assert links(store) == before


def test_the_world_is_as_it_is_said_to_be() -> None:
    with begun() as store:
        whose = links(store)
    on_x = [Account("x", "id", str(number)) for number in (1, 2, 3, 4)]
    assert whose[on_x[0]] == whose[Account("email", "email", "ana@example.org")] == ANA
    assert whose[logged("Ana Ruiz")] == ANA
    assert [whose[one] for one in on_x[1:]] == on_x[1:]
    assert whose[logged("Bo Lind")] == logged("Bo Lind")
