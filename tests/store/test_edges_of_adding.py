"""When two facts are one, and what an import counts of each: kind by kind, field by field."""

from dataclasses import replace
from pathlib import Path

import pytest

from netaudit.records import Account, Note, Owner, Profile, Record, SetAside, Signal
from netaudit.store import Store, facts
from netaudit.store.add import Outcome, commit
from netaudit.store.facts import entry_id, short_id, typed
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.workflows.naming import resolve_links
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    Snapshot,
    add,
    bring,
    connection,
    contact,
    entry,
    export,
    hidden,
    log,
    message,
    noon,
    recommended,
    rows,
    url,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


def counted(outcome: Outcome) -> list[tuple[int, int, int]]:
    """Return what each file added, updated and left unchanged."""
    files = [file for snapshot in outcome.snapshots for file in snapshot.files]
    return [(file.added, file.updated, file.unchanged) for file in files]


# Ids are the same in every store and of every version.


@pytest.mark.parametrize(
    ("text", "signs"), [("", "bh4dqjgv"), ("ana", "85zz57jb"), ("\ud800", "djb674vz")]
)
def test_eight_signs_stand_for_a_text(text: str, signs: str) -> None:
    assert typed(text) == signs


def test_ids_of_accounts_follow_from_the_account_and_the_attempt() -> None:
    assert short_id(ANA) == "5hrbvjh4"
    assert [short_id(ANA, n) for n in range(3)] == ["5hrbvjh4", "vwhg9p6z", "btkx6qt9"]
    assert short_id(Account("linkedin", "name", ANA.key)) != short_id(ANA)


def test_ids_of_entries_follow_from_what_they_say() -> None:
    one = entry("Ana Ruiz")
    assert entry_id(one) == "tjnjnzz6"
    assert entry_id(recommended("Ana Ruiz")) == "5jpwj6gq"
    assert entry_id(one._replace(occurrence=1)) == "st55vhrm"
    assert entry_id(one._replace(note="x")) == "hf597rfd"
    same = one._replace(line=9, position=4, profile=Profile(ANA, "Ana"))
    assert entry_id(same) == entry_id(one)


def test_whoever_comes_second_with_an_id_takes_the_next(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def few(account: Account, attempt: int = 0) -> str:
        return ("one", "two", f"{account.key}-{attempt}")[min(attempt, 2)]

    monkeypatch.setattr(facts, "short_id", few)
    bring(path, export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind")))
    more = [connection(who, "A Name", DAY + 9) for who in (BO, CY, url("dee-moss"))]
    bring(path, export(*more, name="more"))
    found = rows(path, "SELECT short_id FROM account ORDER BY id")
    assert found == [("one",), ("two",), ("cy-orr-2",), ("dee-moss-2",)]


# What makes two facts one.

PROFILE = Profile(ANA, "Ana Ruiz", "https://l.example", "a@b.example", "Kiln", "Potter",
                  phone="+15550100", handle="ana", about="of clay", said_on=DAY)  # fmt: skip
SIGNAL = Signal(1, ANA, "invitation", noon(DAY), "in", with_note=False)
NOTE = Note(1, ANA, "of clay", DAY, Profile(ANA, "Ana Ruiz"))
ENTRY = entry("Ana Ruiz")._replace(at=None, day=DAY, purpose="gave", ref="r1")
TIE = connection(ANA, "Ana Ruiz")


#: Kind -> a fact, and others that differ from it in a single field.
FACTS: dict[str, list[Record]] = {
    "profile": [
        PROFILE, PROFILE._replace(name="Ana R."), PROFILE._replace(url=""),
        PROFILE._replace(email="c@b.example"), PROFILE._replace(company="Oven"),
        PROFILE._replace(position="Baker"), PROFILE._replace(listed=True),
        PROFILE._replace(phone=""), PROFILE._replace(handle="bo"), PROFILE._replace(about=""),
        PROFILE._replace(said_on=DAY + 1),
    ],
    "signal": [
        SIGNAL, SIGNAL._replace(kind="endorsement"), SIGNAL._replace(at=noon(DAY, 1)),
        SIGNAL._replace(direction="out"), SIGNAL._replace(with_note=True),
    ],
    "note": [
        NOTE, NOTE._replace(text="of tea"), NOTE._replace(day=DAY + 1), NOTE._replace(day=None)
    ],
    "entry": [
        ENTRY, ENTRY._replace(written="Ana"), ENTRY._replace(at=noon(DAY), day=None),
        ENTRY._replace(day=DAY + 1), ENTRY._replace(channel="call"), ENTRY._replace(medium="voice"),
        ENTRY._replace(direction="in"), ENTRY._replace(purpose=""), ENTRY._replace(note="x"),
        ENTRY._replace(size=2), ENTRY._replace(ref=""), ENTRY._replace(occurrence=1),
        ENTRY._replace(logged=False),
    ],
    "tie": [
        TIE, TIE._replace(since=DAY + 1), TIE._replace(since=None), TIE._replace(kind="following")
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", FACTS)
def test_what_differs_in_one_field_is_another_fact(path: Path, kind: str) -> None:
    several = FACTS[kind]
    expected = [(len(several),)]
    number = f"SELECT count(*) FROM {kind}"  # noqa: S608 - a table of ours
    for day, records in enumerate((several, several[::-1], several[:2])):
        bring(path, export(*records, records[0], exported_on=DAY + 100 + day))
        assert rows(path, number) == expected
    assert len(rows(path, "SELECT * FROM account WHERE kind = 'url'")) == (kind != "entry")


@pytest.mark.parametrize("kind", ["signal", "note", "entry", "tie"])
def test_new_facts_are_added_and_known_ones_unchanged(path: Path, kind: str) -> None:
    one, other, third, *_ = FACTS[kind]
    assert counted(bring(path, export(one, other))) == [(2, 0, 0)]
    again = bring(path, export(one, other, third, exported_on=DAY + 200))
    assert counted(again) == [(1, 0, 2)]


@pytest.mark.parametrize("kind", ["signal", "note", "entry"])
def test_a_row_that_stands_twice_is_new_once(path: Path, kind: str) -> None:
    one = FACTS[kind][0]
    assert counted(bring(path, export(one, one))) == [(1, 0, 1)]


def test_of_a_profile_nothing_is_counted(path: Path) -> None:
    assert counted(bring(path, export(*FACTS["profile"]))) == [(0, 0, 0)]


def test_a_profile_is_dated_by_what_it_says_or_by_its_export(path: Path) -> None:
    bring(path, export(PROFILE, PROFILE._replace(said_on=0), exported_on=DAY + 9))
    assert rows(path, "SELECT said_on, stated_on FROM profile ORDER BY 1") == [
        (0, DAY + 9), (DAY, DAY)
    ]  # fmt: skip


def test_a_listed_row_that_says_something_new_is_updated_and_a_passing_one_is_not(
    path: Path,
) -> None:
    bring(path, export(TIE, connection(BO, "Bo Lind")))
    said = PROFILE._replace(account=BO)
    news = connection(ANA, "Ana Ruiz", company="Kiln")
    later: list[Record] = [news, connection(BO, "Bo Lind"), said]
    assert counted(bring(path, export(*later, exported_on=DAY + 200))) == [(0, 1, 1)]


def test_what_one_snapshot_says_anew_updates_nothing_of_the_next(path: Path) -> None:
    bring(path, export(TIE, contact("Ana Ruiz", "a@b.example")))
    news = export(
        connection(ANA, "Ana Ruiz", company="Kiln"), contact("Ana R.", "a@b.example"),
        exported_on=DAY + 200,
    )  # fmt: skip
    known = export(
        connection(ANA, "Ana Ruiz", company="Kiln"), contact("Ana R.", "a@b.example"),
        exported_on=DAY + 300,
    )  # fmt: skip
    assert counted(bring(path, news, known)) == [(0, 2, 0), (0, 0, 2)]


def test_an_entry_of_an_address_book_is_added_once_though_two_books_of_an_import_hold_it(
    path: Path,
) -> None:
    one, two = contact("Ana Ruiz", "a@b.example"), contact("Bo Lind", "b@b.example")
    both = Snapshot({"one.csv": [one], "two.csv": [two, one]})
    assert counted(bring(path, both)) == [(1, 0, 0), (2, 0, 0)]
    later = export(one, two, contact("Cy Orr", "c@b.example"), exported_on=DAY + 300)
    more = export(contact("Ana R.", "a@b.example"), one, exported_on=DAY + 400)
    assert counted(bring(path, later, more)) == [(1, 0, 2), (0, 2, 0)]


def test_an_entry_of_an_address_book_that_an_earlier_book_made_is_known(path: Path) -> None:
    one = contact("Ana Ruiz", "a@b.example")
    assert counted(bring(path, export(one, name="a"), export(one, name="b"))) == [
        (1, 0, 0), (0, 0, 1)
    ]  # fmt: skip


# Messages.


def test_a_message_is_known_by_its_moment_way_and_conversation(path: Path) -> None:
    one = message(ANA, at=noon(DAY))
    several = [
        one, one._replace(at=noon(DAY, 1)), one._replace(direction="in"),
        one._replace(conversation=8), one._replace(accounts=(BO,)),
    ]  # fmt: skip
    assert counted(bring(path, export(*several, *several[::-1]))) == [(5, 0, 0)]
    assert counted(bring(path, export(*several, exported_on=DAY + 200))) == [(0, 0, 5)]
    assert rows(path, "SELECT count(*), count(DISTINCT id), max(id) FROM message") == [(5, 5, 5)]


def test_another_number_of_people_updates_a_message(path: Path) -> None:
    bring(path, export(message(ANA, at=noon(DAY), size=2), message(BO, at=noon(DAY))))
    later = [
        message(ANA, at=noon(DAY), size=3), message(BO, at=noon(DAY)), message(CY, at=noon(DAY)),
    ]  # fmt: skip
    assert counted(bring(path, export(*later, exported_on=DAY + 200))) == [(1, 1, 1)]
    found = rows(path, "SELECT account_id, size, id FROM message ORDER BY id")
    assert found == [(1, 2, 1), (2, 1, 2), (1, 3, 3), (3, 1, 4)]


@pytest.mark.parametrize("together", [1, 2, 3, 100])
def test_messages_are_written_alike_in_pieces_of_any_size(
    path: Path, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    from netaudit.store import messages

    monkeypatch.setattr(messages, "_ROWS", together)
    monkeypatch.setattr(messages, "_TOGETHER", min(together, 2))
    old = [message(who, at=noon(DAY, n)) for who in (ANA, BO, CY) for n in range(0, 9, 2)]
    new = [message(who, at=noon(DAY, n)) for who in (BO, CY, ANA) for n in range(7)]
    assert counted(bring(path, export(*old))) == [(15, 0, 0)]
    assert counted(bring(path, export(*new, exported_on=DAY + 200))) == [(9, 0, 12)]
    found = rows(path, "SELECT account_id, at FROM message ORDER BY 1, 2")
    wanted = {(n + 1, noon(DAY, at)) for n in range(3) for at in (*range(7), 8)}
    assert found == sorted(wanted)
    assert rows(path, "SELECT count(DISTINCT id), min(id), max(id) FROM message") == [(24, 1, 24)]


def test_repeated_rows_are_counted_by_file(path: Path) -> None:
    one = message(ANA, BO, at=noon(DAY))
    outcome = bring(path, Snapshot({"a": [one, one, one], "b": [one], "c": [one, one]}))
    files = outcome.snapshots[0].files
    assert [(f.read, f.added, f.unchanged, f.set_aside) for f in files] == [
        (3, 1, 0, {"repeated rows": 2}), (1, 0, 1, {}), (2, 0, 1, {"repeated rows": 1})
    ]  # fmt: skip


# Whether an import says anything new.


ONE = export(TIE, hidden(DAY))


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, exported_on=DAY + 1), replace(ONE, name="other"), replace(ONE, lists=()),
        replace(ONE, owner=Owner("robin", "Robin Quist")),
        replace(ONE, owner=Owner("robin-quist", "Robin")),
        replace(ONE, owner=Owner("robin-quist", "Robin Quist", ("r@b.example",))),
        replace(ONE, owner=Owner("robin-quist", "Robin Quist", (), ("+15550109",))),
        replace(ONE, owner=Owner("robin-quist", "Robin Quist", handles=("rq",))),
        replace(ONE, source="x"),
    ],
    ids=["day", "name", "lists", "slug", "owner", "email", "phone", "handle", "source"],
)  # fmt: skip
def test_a_snapshot_that_differs_in_one_thing_is_news(path: Path, other: Snapshot) -> None:
    bring(path, ONE)
    assert not bring(path, ONE).brought
    assert bring(path, other).brought


@pytest.mark.parametrize(
    "more",
    [SetAside(9, "drafts"), hidden(DAY), hidden(DAY + 1), TIE._replace(since=DAY + 1)],
    ids=["set aside", "hidden twice", "hidden of another day", "a fact"],
)
def test_a_row_more_is_news(path: Path, more: Record) -> None:
    bring(path, export(TIE, hidden(DAY)))
    assert bring(path, export(TIE, hidden(DAY), more)).brought


def test_the_same_rows_in_other_files_are_no_news(path: Path) -> None:
    bring(path, Snapshot({"a": [TIE], "b": [NOTE]}))
    assert not bring(path, Snapshot({"c": [NOTE], "d": [TIE]})).brought
    assert bring(path, Snapshot({"c": [NOTE, TIE]})).brought


def test_what_was_logged_by_hand_is_always_news(path: Path) -> None:
    bring(path, export(TIE))
    with Store.open(path) as store:
        assert add(store, log(ENTRY), command="log").import_id == 2
        assert add(store, log(ENTRY), command="log").import_id == 3
        assert add(store, log(ENTRY)).import_id is None


def test_a_dry_run_tells_and_writes_nothing(path: Path) -> None:
    bring(path, export(TIE))
    with Store.open(path) as store:
        outcome = add(store, export(NOTE), dry_run=True)
        assert (outcome.import_id, outcome.brought) == (None, True)
        assert counted(outcome) == [(1, 0, 0)]
        assert not add(store, export(TIE), dry_run=True).brought
    assert rows(path, "SELECT count(*) FROM note") == [(0,)]
    assert rows(path, "SELECT count(*) FROM import") == [(1,)]


def test_an_outcome_is_checked_before_it_is_final_and_only_if_it_is_news(path: Path) -> None:
    seen = list[Outcome]()
    for _ in range(2):
        with Store.open(path, create=True) as store:
            staging = Staging()
            staging.begin(SnapshotAccount("linkedin", "export"))
            staging.take("file", "form", [TIE])
            commit(store, staging, "import", resolve_links, check=seen.append)
    (outcome,) = seen
    assert outcome.import_id == 1
    assert outcome.brought


def test_people_who_are_new_by_a_name_in_the_log_are_told_once_and_sorted(path: Path) -> None:
    entries = [entry("Fay"), entry("Fay", DAY + 1), entry("Ella"), entry("Ana Ruiz")]
    first = bring(path, export(TIE), log(*entries))
    assert first.new_people == ["Ella", "Fay"]
    again = bring(path, log(entry("Fay", DAY + 5), entry("Gil"), name="more"))
    assert again.new_people == ["Gil"]


def test_what_was_stated_is_kept_by_kind(path: Path) -> None:
    records: list[Record] = [TIE, NOTE, SIGNAL, ENTRY, message(ANA, at=noon(DAY)), hidden(DAY)]
    bring(path, export(*records))
    found = rows(path, "SELECT snapshot_id, fact, first_id FROM stated ORDER BY fact")
    kinds = ("entry", "message", "note", "profile", "signal", "tie")
    assert found == [(1, kind, 1) for kind in kinds]
    assert rows(path, "SELECT * FROM hidden") == [(1, DAY, 1)]
    snapshot = rows(
        path, "SELECT source, name, exported_on, lists, owner_slug, owner_name, owner_keys"
        " FROM snapshot",
    )  # fmt: skip
    assert snapshot == [("linkedin", "export", DAY + 100, "connection", "robin-quist",
                         "Robin Quist", "")]  # fmt: skip
    file = rows(path, "SELECT name, format, rows_read, added, updated, unchanged, skipped,"
                " set_aside FROM snapshot_file")  # fmt: skip
    assert file == [("file", "linkedin-messages", 6, 5, 0, 0, 0, '{"departed members": 1}')]


def test_the_keys_of_an_owner_are_kept_in_one_line(path: Path) -> None:
    owner = Owner(None, "Robin", ("r@b.example", "q@b.example"), ("+15550109",), ("rq",))
    bring(path, Snapshot({"file": []}, DAY, owner=owner))
    assert rows(path, "SELECT owner_slug, owner_keys FROM snapshot") == [
        ("", "r@b.example q@b.example +15550109 @rq")
    ]  # fmt: skip


def test_a_contact_states_each_of_its_addresses(path: Path) -> None:
    book = contact("Hal", "h@b.example", "i@b.example", phones=["+15550101"])
    bring(path, export(book))
    found = rows(path, "SELECT email, phone FROM profile ORDER BY id")
    assert found == [("h@b.example", ""), ("i@b.example", ""), ("", "+15550101")]
