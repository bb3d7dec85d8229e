"""Tombstones: no import brings back whom the user had forgotten."""

from pathlib import Path

import pytest

from netaudit.calendar import iso
from netaudit.normal import name_key
from netaudit.records import Account, Decision, End, Interactions, SetAside
from netaudit.store import Store, tombstones
from netaudit.store.decide import decide
from netaudit.store.forget import forget_again
from netaudit.store.sifting import KIND, Sieve
from netaudit.workflows.naming import resolve_links
from store.canonical import contents
from store.forgettable import (
    EMAIL,
    EVERYTHING,
    HANDLE,
    LINKEDIN,
    NAME,
    OLD,
    PHONE,
    SLUG,
    WHO,
    begin,
    facts,
    forgotten,
    traces,
)
from store.snapshots import (
    ANA,
    BO,
    DAY,
    bring,
    connection,
    contact,
    entry,
    export,
    invitation,
    log,
    logged,
    mention,
    message,
    noon,
    noted,
    rows,
)
from store.snapshots import CY as CY_URL


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "netaudit.db"


@pytest.mark.parametrize("order", ["012", "210", "301", "132", "023"])
def test_no_import_brings_them_back(path: Path, order: str) -> None:
    """Nor one that is older than what was on record, and has no links."""
    begin(path, *EVERYTHING)
    forgotten(path)
    before = contents(path)
    for number in map(int, order):
        outcome = bring(path, (*EVERYTHING, OLD)[number])
        assert outcome.brought == (number == 3)
        for file in (f for snapshot in outcome.snapshots for f in snapshot.files):
            counted = file.added + file.updated + file.unchanged + file.skipped
            assert file.read == counted + sum(file.set_aside.values())
    after = contents(path)
    assert traces(path.parent) == []
    if "3" not in order:
        assert after == before
    assert {row for row in after["account"] if row not in before["account"]} == set()


@pytest.mark.parametrize("written", [f"{NAME}, PhD", "Quillon (Quill) Zanderphule", f"{NAME} 🚀"])
def test_credentials_and_nicknames_do_not_bring_them_back(path: Path, written: str) -> None:
    begin(path, *EVERYTHING)
    forgotten(path)
    before = contents(path)["account"]
    old = Account("linkedin", "listed", f"{name_key(written)} {iso(DAY)}")
    bring(path, log(entry(written, DAY + 40)), export(connection(old, written, DAY)))
    assert (contents(path)["account"], traces(path.parent)) == (before, [])
    with Store.open(path) as store, store.transaction() as connected:
        assert tombstones.lift(connected, [logged(written)], whole=False) == 1
    bring(path, log(entry(written, DAY + 40)))
    assert len(contents(path)["account"]) == len(before) + 1


def test_whom_a_name_without_credentials_would_mean_as_well_is_not_kept_out(path: Path) -> None:
    """Nor is anybody whose account is on record."""
    theirs = log(entry(f"{NAME}, PhD", DAY + 3))
    bring(path, LINKEDIN, theirs)
    with Store.open(path) as store:
        decide(store, [Decision("different", WHO, logged(f"{NAME}, PhD"))], resolve_links)
    forgotten(path)
    assert not bring(path, theirs).brought
    bring(path, log(entry(f"{NAME}, MBA", DAY + 4), name="more.csv"))
    assert any("mba" in account for account in contents(path)["account"])
    with Store.open(path) as store:
        known = tombstones.on_record(store)
        assert (known(logged(f"{NAME}, PhD")), known(WHO), known(BO)) == (True, False, True)


def test_nobody_on_record_is_hashed_for_each_who_was_forgotten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(path, *EVERYTHING)
    forgotten(path)
    hashed, made = list[tombstones.Mark](), tombstones._message

    def counted(mark: tombstones.Mark) -> bytes:
        hashed.append(mark)
        return made(mark)

    monkeypatch.setattr(tombstones, "_message", counted)
    bring(path, *EVERYTHING)
    assert WHO in hashed
    assert BO not in hashed


@pytest.mark.parametrize("size", [8, 32, 64, 65, 200])
def test_a_key_that_is_prepared_makes_the_same_hashes(size: int) -> None:
    key = bytes(range(size))
    assert WHO in tombstones.Forgotten({key: {tombstones.digest(key, WHO)}})
    assert BO not in tombstones.Forgotten({key: {tombstones.digest(key, WHO)}})


def test_rows_of_the_forgotten_are_set_aside_and_counted(path: Path) -> None:
    begin(path, *EVERYTHING)
    forgotten(path)
    outcome = bring(path, *EVERYTHING)
    aside = {f.name: f.set_aside[KIND] for s in outcome.snapshots for f in s.files}
    assert aside == {
        "Connections.csv": 1, "Invitations.csv": 1, "Endorsement_Received_Info.csv": 1,
        "Recommendations_Received.csv": 1, "Notes.csv": 1, "Contacts.csv": 1,
        "messages.csv": 2, "file": 3, "log.csv": 2,
    }  # fmt: skip


def test_without_a_tombstone_the_next_import_brings_them_back(path: Path) -> None:
    bring(path, LINKEDIN)
    before = facts(path)
    gone = forgotten(path, tombstone=False)
    assert (gone.marks, rows(path, "SELECT * FROM secret"), traces(path.parent)) == (0, [], [])
    bring(path, LINKEDIN)
    assert facts(path)["message"] == before["message"]


def test_the_day_of_an_export_does_not_depend_on_whom_the_user_had_forgotten(path: Path) -> None:
    """Where nothing else tells it, it is the latest day in the export."""
    for records in (
        [message(WHO, at=noon(DAY + 9))], [connection(WHO, NAME, DAY + 9)],
        [invitation(WHO, noon(DAY + 9))], [noted(WHO, "of nine", DAY + 9)],
    ):  # fmt: skip
        old = export(message(BO, at=noon(DAY)), *records, exported_on=None)
        bring(path, old)
        forgotten(path)
        outcome = bring(path, old)
        assert (outcome.brought, outcome.snapshots[0].exported_on) == (False, DAY + 9)
        with Store.open(path) as store, store.transaction() as connected:
            tombstones.lift(connected, [WHO], whole=True)


def test_of_a_group_message_only_one_person_is_taken_out(path: Path) -> None:
    snapshot = export(message(WHO, BO, CY_URL, at=noon(DAY)), message(WHO, at=noon(DAY, 9)))
    bring(path, snapshot)
    forgotten(path)
    left = "SELECT a.key, m.size FROM message m JOIN account a ON a.id = m.account_id ORDER BY 1"
    assert rows(path, left) == [("bo-lind", 3), ("cy-orr", 3)]
    outcome = bring(path, snapshot, export(message(WHO, BO, at=noon(DAY, 50)), name="more"))
    files = [snapshot.files[0] for snapshot in outcome.snapshots]
    assert [(f.read, f.added, f.unchanged, f.set_aside) for f in files] == [
        (2, 0, 1, {KIND: 1}), (1, 1, 0, {})
    ]  # fmt: skip


def sifted(*ends: tuple[tuple[Account, ...], bool]) -> list[tuple[object, ...]]:
    """Return what is left of rows at these ends, whether told of at once or one by one."""
    marks = {b"k": {tombstones.digest(b"k", WHO)}}
    many = [End(accounts, "out", "reply", 2, continues) for accounts, continues in ends]
    numbers = list(range(1, len(ends) + 1))
    together = Interactions(numbers, many, numbers, numbers)
    told: list[list[tuple[object, ...]]] = []
    for records in ([together], list(together.each())):
        told.append([])
        for record in Sieve(tombstones.Forgotten(marks)).sift(records):
            if isinstance(record, Interactions):
                told[-1] += [(one.line, one.accounts, one.continues) for one in record.each()]
            elif isinstance(record, SetAside):
                told[-1].append((record.line, record.kind))
            else:
                told[-1].append((record.line, record.accounts, record.continues))  # type: ignore[union-attr]
    assert sorted(told[0], key=repr) == sorted(told[1], key=repr)
    return told[1]


def test_a_row_is_set_aside_only_if_nothing_of_it_is_left() -> None:
    assert sifted(((BO,), False), ((WHO,), True)) == [(1, (BO,), False)]
    assert sifted(((WHO,), False), ((BO, CY_URL), True)) == [(2, (BO, CY_URL), False)]
    assert sifted(((WHO,), False), ((WHO,), True), ((BO,), True)) == [(3, (BO,), False)]
    assert sifted(((WHO,), False), ((WHO,), True), ((BO,), False)) == [
        (1, KIND), (3, (BO,), False)
    ]  # fmt: skip
    assert sifted(((BO,), False), ((WHO,), False)) == [(1, (BO,), False), (2, KIND)]


def test_whoever_shares_a_name_a_telephone_or_a_handle_stays(path: Path) -> None:
    """What somebody else on record has tells nobody who was forgotten."""
    book = export(
        contact(NAME, EMAIL, phones=["+15550100"]),
        contact("Bo Lind", "bo@example.org", phones=["+15550100"]),
        connection(ANA, NAME, DAY + 50), connection(WHO, NAME, DAY, email=EMAIL),
    )  # fmt: skip
    bring(path, book)
    gone = forgotten(path)
    assert gone.namesakes == 1
    before = facts(path)
    assert not bring(path, book).brought
    bring(path, log(entry(NAME)))
    assert [name for name in before if facts(path)[name] != before[name]] == [
        "entry", "link", "account"
    ]  # fmt: skip


def test_a_copy_that_was_put_back_is_cleared_of_them(path: Path, tmp_path: Path) -> None:
    begin(path, *EVERYTHING)
    old = tmp_path / "old.db"
    old.write_bytes(path.read_bytes())
    forgotten(path)
    with Store.open(old) as store:
        store.connection.execute("ATTACH ? AS now", (str(path),))
        for table in ("secret", "tombstone"):
            store.connection.execute(f"INSERT INTO main.{table} SELECT * FROM now.{table}")  # noqa: S608 - names of ours
        assert forget_again(store, resolve_links) == 1
        assert forget_again(store, resolve_links) == 0
    assert facts(old) == facts(path)


@pytest.mark.parametrize(
    "text", [NAME, f"https://linkedin.com/in/{SLUG}", EMAIL, PHONE, f"@{HANDLE}"]
)
def test_whoever_knows_them_can_lift_the_tombstones(path: Path, text: str) -> None:
    begin(path, *EVERYTHING)
    before = facts(path)["message"]
    forgotten(path)
    with Store.open(path) as store, store.transaction() as connection:
        assert tombstones.lift(connection, tombstones.marks_of("Bo Lind"), whole=True) == 0
        assert tombstones.lift(connection, tombstones.marks_of(text), whole=True) == 1
    assert rows(path, "SELECT * FROM secret") == []
    bring(path, *EVERYTHING)
    assert facts(path)["message"] == before


def test_a_name_alone_is_lifted_where_the_user_writes_of_it(path: Path) -> None:
    bring(path, LINKEDIN)
    forgotten(path)
    with Store.open(path) as store, store.transaction() as connection:
        assert tombstones.lift(connection, [logged(NAME)], whole=False) == 1
        held = tombstones.held(connection)
    assert held is not None
    assert [one in held for one in (logged(NAME), WHO, mention(NAME))] == [False, True, True]
