"""The order of imports does not matter for what the store tells."""

from itertools import permutations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.records import Account, Owner, Profile, Record, SetAside, TieKind
from store.canonical import Dump, contents
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    Snapshot,
    bring,
    connection,
    contact,
    counts,
    endorsement,
    entry,
    export,
    followed,
    frames,
    hidden,
    invitation,
    listed,
    log,
    logged,
    mention,
    message,
    noon,
    noted,
    recommended,
    rows,
    told,
    url,
)

#: The link of somebody who changed it, if the days are right.
ANA_NOW = url("ana-ruiz-now")
PEOPLE = (ANA, BO, CY, mention("Ana Ruiz"), mention("Dee Moss"))
NAMES = ("Ana Ruiz", "Bo Lind", "Dee Moss")
days = st.integers(DAY, DAY + 3)
instants = st.builds(noon, days, st.integers(0, 3))
listings = st.one_of(
    st.builds(
        connection, st.sampled_from([*PEOPLE[:3], ANA_NOW]), st.sampled_from(NAMES), days,
        st.sampled_from(["", "Alto", "Blue Kiln"]), st.sampled_from(["", "ana@example.org"]),
    ),
    st.builds(listed, st.sampled_from(NAMES), days),
    st.builds(
        connection, st.just(Account("linkedin", "email", "ana@example.org")),
        st.sampled_from(NAMES), days, st.just(""), st.just("ana@example.org"),
    ),
)  # fmt: skip
talks = st.builds(
    lambda people, at, direction, conversation, size: message(
        *people, at=at, direction=direction, conversation=conversation, size=size
    ),
    st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True),
    instants,
    st.sampled_from(["in", "out"]),
    st.sampled_from([0, 7, 8]),
    st.integers(1, 3),
)
traces = st.builds(
    invitation, st.sampled_from(PEOPLE), instants, st.sampled_from(["in", "out"]),
    note=st.booleans(), name=st.sampled_from(["", *NAMES]),
)  # fmt: skip
#: What else an export says: who follows whom, who wrote what of whom, addresses, notes.
others: st.SearchStrategy[Record] = st.one_of(
    st.builds(hidden, days),
    st.sampled_from([SetAside(1, "drafts"), SetAside(1, "blank notes")]),
    st.builds(followed, st.sampled_from(NAMES), st.one_of(days, st.none())),
    st.builds(endorsement, st.sampled_from(NAMES), instants, st.sampled_from(["in", "out"])),
    st.builds(recommended, st.sampled_from(NAMES), days, st.sampled_from(["in", "out"])),
    st.builds(
        noted, st.sampled_from(PEOPLE), st.sampled_from(["of the kiln", "plays chess"]),
        st.one_of(days, st.none()), st.sampled_from(["", *NAMES]),
    ),
    st.builds(
        contact, st.sampled_from(NAMES), st.sampled_from(["ana@example.org", "dee@example.org"]),
        phones=st.sampled_from([(), ("+15550100",)]), company=st.sampled_from(["", "Alto"]),
    ),
    st.builds(contact, st.sampled_from(NAMES), phones=st.just(("+15550100",))),
    st.just(Profile(BO, "Bo Lind", phone="+15550100")),
)  # fmt: skip
#: Whose export it is, with addresses that may be somebody else's in the store as well.
owners = st.builds(
    Owner, st.just("robin-quist"), st.sampled_from(["Robin Quist", "Robin Q."]),
    st.sampled_from([(), ("dee@example.org",)]), st.sampled_from([(), ("+15550100",)]),
)  # fmt: skip


@st.composite
def exports(draw: st.DrawFn, day: int) -> Snapshot:
    ties = draw(st.lists(listings, max_size=4, unique_by=lambda tie: tie.account))
    records: list[Record] = [*ties, *draw(st.lists(talks, max_size=5))]
    records += draw(st.lists(traces, max_size=2)) + draw(st.lists(others, max_size=4))
    whole: list[tuple[TieKind, ...]] = [("connection",), ("connection", "following"), ()]
    return Snapshot(
        {"file": records},
        day,
        f"export of {day}",
        lists=draw(st.sampled_from(whole)),
        owner=draw(owners),
    )


@st.composite
def logs(draw: st.DrawFn) -> Snapshot:
    names = draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))
    return log(*(entry(name, draw(days), position=draw(st.integers(0, 2))) for name in names))


several = st.tuples(exports(DAY + 100), exports(DAY + 200), exports(DAY + 300), logs(), logs())


@settings(max_examples=40, deadline=None)
@given(several, st.randoms(use_true_random=False))
def test_any_order_tells_the_same(snapshots: tuple[Snapshot, ...], random: Random) -> None:
    shuffled = random.sample(snapshots, len(snapshots))
    with TemporaryDirectory() as folder:
        one, other, at_once = (Path(folder) / f"{n}.db" for n in range(3))
        for snapshot in snapshots:
            bring(one, snapshot)
        for snapshot in shuffled:
            bring(other, snapshot)
        bring(at_once, *shuffled)
        said = told(frames(one))
        assert told(frames(other)) == said
        assert told(frames(at_once)) == said
        for snapshot in shuffled:
            assert bring(one, snapshot).import_id is None
        assert contents_but_imports(other) == contents_but_imports(one)
        assert contents_but_imports(at_once) == contents_but_imports(one)


def contents_but_imports(path: Path) -> Dump:
    """Return all facts and links of a store, and not by which commands they came."""
    found = contents(path)
    del found["import"]
    return found


@settings(max_examples=20, deadline=None)
@given(several)
def test_the_account_of_every_file_adds_up(snapshots: tuple[Snapshot, ...]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "netaudit.db"
        for snapshot in snapshots:
            before = counts(path) if path.exists() else {"tie": 0, "signal": 0}
            for account in bring(path, snapshot).snapshots:
                for file in account.files:
                    aside = sum(file.set_aside.values())
                    told_of = file.added + file.updated + file.unchanged + aside + file.skipped
                    assert file.read == told_of
            assert all(counts(path)[name] >= count for name, count in before.items())


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_from_where_a_newer_export_begins_the_old_one_is_not_counted(
    tmp_path: Path, order: tuple[int, int]
) -> None:
    """An old export knows neither conversations nor seconds; what both hold would count twice."""
    path = tmp_path / "netaudit.db"
    old = [message(ANA, at=noon(DAY + n), conversation=0) for n in range(4)]
    new = [message(ANA, at=noon(DAY + n, 7)) for n in range(2, 6)]
    both = export(*old, exported_on=DAY + 4), export(*new, exported_on=DAY + 9)
    for place in order:
        bring(path, both[place])
    assert counts(path)["message"] == 8
    found = sorted(frames(path).interactions["at"].tolist())
    # The old message at noon of day 2 lies seven seconds before the newer export begins.
    assert found == [
        noon(DAY),
        noon(DAY + 1),
        noon(DAY + 2),
        *(noon(DAY + n, 7) for n in range(2, 6)),
    ]


FACTS = {
    "list": export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind"), exported_on=DAY + 1),
    "invitations": export(
        invitation(ANA, noon(DAY - 3), note=True), invitation(BO, noon(DAY - 3)),
        exported_on=DAY + 2,
    ),
    "messages": export(
        message(ANA, at=noon(DAY)), message(ANA, at=noon(DAY, 9), direction="in"),
        message(BO, at=noon(DAY), conversation=8),
        exported_on=DAY + 3,
    ),
}  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(FACTS)), ids=", ".join)
def test_the_note_of_an_invitation_is_no_message(tmp_path: Path, order: tuple[str, ...]) -> None:
    path = tmp_path / "netaudit.db"
    for name in order:
        bring(path, FACTS[name])
    found = frames(path)
    assert sorted(found.interactions["at"].tolist()) == [noon(DAY), noon(DAY, 9)]
    assert sorted(found.interactions["direction"].tolist()) == [0, 1]
    assert sorted(found.signals["kind"].tolist()) == [
        "invitation", "invitation", "invitation_note",
    ]  # fmt: skip


def test_an_invitation_of_two_exports_is_one_also_where_only_one_has_the_link(
    tmp_path: Path,
) -> None:
    path = tmp_path / "netaudit.db"
    named = invitation(mention("Ana Ruiz"), noon(DAY - 3), note=True)
    bring(path, FACTS["list"], export(named, exported_on=DAY), FACTS["invitations"])
    found = frames(path).signals
    assert found["with_note"].tolist().count(True) == 1
    assert len(found) == 2


def test_only_a_connection_is_begun_by_the_note_of_an_invitation(tmp_path: Path) -> None:
    path = tmp_path / "netaudit.db"
    followed = connection(ANA, "Ana Ruiz")._replace(kind="following")
    bring(path, export(followed, exported_on=DAY + 1))
    bring(path, FACTS["invitations"], FACTS["messages"])
    assert len(frames(path).interactions) == 3


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_a_logged_name_joins_whoever_turns_out_to_bear_it(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    path = tmp_path / "netaudit.db"
    parts = (
        log(entry("Ana Ruiz")),
        export(connection(ANA, "Ana Ruiz"), exported_on=DAY),
        export(message(logged("Ana Ruiz")._replace(platform="linkedin"), at=noon(DAY))),
    )
    for place in order:
        bring(path, parts[place])
    found = frames(path)
    assert found.people["name"].tolist() == ["Ana Ruiz"]
    assert len(found.interactions) == 2


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_note_is_dated_by_the_newest_export_that_has_it(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    path = tmp_path / "netaudit.db"
    for place in order:
        bring(path, export(noted(ANA, "of the kiln"), exported_on=DAY + place))
    assert rows(path, "SELECT stated_on FROM note") == [(DAY + 1,)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_was_left_out_is_told_alike(tmp_path: Path, order: tuple[int, ...]) -> None:
    """Of two exports of one name and day that hold the same, one left out more rows."""
    path = tmp_path / "netaudit.db"
    aside = SetAside(1, "drafts")
    both = (
        export(connection(ANA, "Ana Ruiz"), aside),
        export(connection(ANA, "Ana Ruiz"), aside, aside),
    )
    for place in order:
        assert bring(path, both[place]).brought
    assert frames(path).left_out.to_numpy().tolist() == [["linkedin", "drafts", 2]]
    assert sorted(frames(path).snapshots["set_aside"]) == [1, 2]


def test_two_address_books_of_one_export_are_both_left_out(tmp_path: Path) -> None:
    path = tmp_path / "netaudit.db"
    aside = SetAside(1, "contacts without address or number")
    bring(path, Snapshot({"Contacts.csv": [aside], "ImportedContacts.csv": [aside, aside]}))
    assert frames(path).left_out["records"].tolist() == [3]


@pytest.mark.parametrize("name", ["Ana Ruiz", "Robin Quist"])
def test_the_note_of_an_invitation_to_nobody_on_record_is_no_signal(
    tmp_path: Path, name: str
) -> None:
    """Two bear the first name; the second is the owner's own."""
    path = tmp_path / "netaudit.db"
    bring(
        path,
        export(
            connection(ANA, "Ana Ruiz", DAY + 1), connection(BO, "Ana Ruiz", DAY + 5),
            followed(name, DAY), invitation(mention(name), noon(DAY - 1), note=True),
            message(mention(name), at=noon(DAY)),
        ),
    )  # fmt: skip
    assert len(frames(path).signals) == 0
    assert len(frames(path).interactions) == 0


def test_an_entry_of_an_unclear_name_is_one_wherever_logs_place_it(tmp_path: Path) -> None:
    path = tmp_path / "netaudit.db"
    bring(path, export(connection(ANA, "Ana Ruiz", DAY + 1), connection(BO, "Ana Ruiz", DAY + 5)))
    for position in (3, 1):
        bring(path, log(entry("Ana Ruiz", position=position)))
    assert frames(path).ambiguous_entries == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_message_that_two_exports_know_by_two_accounts_is_one(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    path = tmp_path / "netaudit.db"
    both = (
        export(connection(ANA, "Ana Ruiz"), message(ANA, at=noon(DAY)), exported_on=DAY + 200),
        export(message(mention("Ana Ruiz"), at=noon(DAY), size=3), exported_on=DAY + 100),
    )
    for place in order:
        bring(path, both[place])
    found = frames(path).interactions
    assert found["size"].tolist() == [3]
