"""What forgetting deletes, counts and tells, to the last row; and copies that are put back."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from netaudit.calendar import iso
from netaudit.errors import StoreBusy, UsageError
from netaudit.normal import name_key
from netaudit.records import Account, Decision, Record
from netaudit.store import Store, tombstones
from netaudit.store import forget as forgetting
from netaudit.store.decide import decide
from netaudit.store.forget import Gone, forget, forget_again, tidy
from netaudit.store.undo import undo
from netaudit.workflows.naming import resolve_links
from store.forgettable import forgotten, person
from store.snapshots import (
    ANA,
    BO,
    DAY,
    Snapshot,
    bring,
    connection,
    contact,
    endorsement,
    entry,
    export,
    invitation,
    log,
    logged,
    mention,
    message,
    noon,
    noted,
    recommended,
    rows,
    url,
)

NAME, SLUG = "Quillon Zanderphule", "quillon-zanderphule-77"
EMAIL, SECOND, PHONE = "q.zander@zmail.example", "second@zmail.example", "+491709876543"
WHO = url(SLUG)
BOOK = Account("email", "email", EMAIL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "netaudit.db"


def begin(path: Path) -> None:
    bring(path, export(connection(ANA, "Ana Ruiz"), connection(WHO, NAME, DAY + 1)))


# A copy that is put back.


def put_back(old: Path, now: Path) -> int:
    """Give a copy the tombstones of a store, as restoring does; return how many were cleared."""
    with Store.open(old) as store:
        store.connection.execute("ATTACH ? AS now", (str(now),))
        for table in ("secret", "tombstone"):
            store.connection.execute(f"INSERT INTO main.{table} SELECT * FROM now.{table}")  # noqa: S608 - names of ours
        return forget_again(store, resolve_links)


def test_where_nobody_was_forgotten_nobody_is_again(path: Path) -> None:
    begin(path)
    with Store.open(path) as store:
        assert forget_again(store, resolve_links) == 0


@pytest.mark.parametrize(
    ("entry_of_book", "cleared"),
    [
        (contact("Q. Z.", "other@zmail.example", SECOND), 1),
        (contact("Q. Z.", "other@zmail.example", phones=[PHONE]), 1),
        (contact("Q. Z.", phones=["+15550199", PHONE]), 1),
        (contact("Q. Z.", "other@zmail.example", phones=["+15550199"]), 0),
        (connection(url("q-z"), "Q. Z.", DAY, email=SECOND), 0),
    ],
    ids=["second email", "phone", "second phone", "neither", "no address book"],
)
def test_an_address_book_put_back_is_cleared_by_what_it_states(
    path: Path, tmp_path: Path, entry_of_book: Record, cleared: int
) -> None:
    book = contact(NAME, EMAIL, SECOND, phones=[PHONE])
    bring(path, export(book, connection(BO, "Bo Lind")))
    forgotten(path, BOOK)
    old = tmp_path / "old.db"
    bring(old, export(entry_of_book, connection(BO, "Bo Lind")))
    assert put_back(old, path) == cleared
    names = {name for (name,) in rows(old, "SELECT DISTINCT name FROM profile")}
    assert names == ({"Bo Lind"} if cleared else {"Bo Lind", "Q. Z."})


def test_people_who_come_back_are_counted_and_not_their_accounts(
    path: Path, tmp_path: Path
) -> None:
    both = connection(WHO, NAME), connection(ANA, "Ana Ruiz", DAY + 1), connection(BO, "Bo Lind")
    bring(path, export(*both), log(entry(NAME)))
    old = tmp_path / "old.db"
    old.write_bytes(path.read_bytes())
    forgotten(path)
    forgotten(path, ANA)
    assert put_back(old, path) == 2
    assert rows(old, "SELECT key FROM account") == [("bo-lind",)]


# What forgetting tells.


def test_who_is_not_there_and_whose_name_fits_several_is_told_what_to_do(path: Path) -> None:
    bring(path, export(connection(WHO, NAME), connection(ANA, NAME, DAY + 9)), log(entry(NAME)))
    with Store.open(path) as store:
        name = person(store, logged(NAME))
        with pytest.raises(UsageError) as missing:
            forget(store, "22222222", resolve_links)
        with pytest.raises(UsageError) as unclear:
            forget(store, name, resolve_links)
    assert str(missing.value) == "there is no person 22222222 any more"
    assert missing.value.hint == "was an import taken back meanwhile?"
    assert str(unclear.value) == f"{name} is a name in the log that fits several people"
    assert unclear.value.hint == f"say whose it is: netaudit merge ID {name}"


def test_all_that_goes_is_counted_by_kind(path: Path) -> None:
    bring(
        path,
        export(
            connection(WHO, NAME, DAY, "Wexcombe", EMAIL), connection(BO, "Bo Lind"),
            message(WHO, at=noon(DAY)), message(WHO, BO, at=noon(DAY + 1)),
            invitation(WHO, noon(DAY), name=NAME), noted(WHO, "of brass", name=NAME),
            recommended(NAME, DAY + 3),
        ),
        log(entry(NAME, DAY), entry(NAME, DAY + 1), entry("Bo Lind")),
    )  # fmt: skip
    gone = forgotten(path)
    facts = {"profile": 3, "tie": 1, "message": 2, "entry": 3, "signal": 1, "note": 1}
    assert gone == Gone(
        accounts=3, facts=facts, decisions=0, preferences=0, withdrawn=0, imports=0, files=0,
        marks=len(rows(path, "SELECT * FROM tombstone")),
    )  # fmt: skip
    left = {fact: rows(path, f"SELECT count(*) FROM {fact}") for fact in facts}  # noqa: S608 - tables of ours
    assert left == {
        "profile": [(1,)], "tie": [(1,)], "message": [(1,)], "entry": [(1,)], "signal": [(0,)],
        "note": [(0,)],
    }  # fmt: skip


@pytest.mark.parametrize("pair", [(ANA, WHO), (WHO, ANA)], ids=["second", "first"])
def test_a_decision_goes_whichever_of_the_two_is_forgotten(
    path: Path, pair: tuple[Account, Account]
) -> None:
    begin(path)
    with Store.open(path) as store:
        decide(store, [Decision("different", *pair)], resolve_links)
    for dry_run in (True, False):
        assert rows(path, "SELECT count(*) FROM decision") == [(1,)]
        gone = forgotten(path, dry_run=dry_run)
        assert (gone.decisions, gone.imports) == (1, 1)
    assert rows(path, "SELECT command FROM import") == [("import",)]


def test_of_what_there_was_none_none_is_counted(path: Path) -> None:
    bring(path, log(entry(NAME)))
    facts = {"profile": 0, "tie": 0, "message": 0, "entry": 1, "signal": 0, "note": 0}
    assert forgotten(path, logged(NAME)).facts == facts


def test_what_each_import_stated_of_others_stays_and_no_more(path: Path) -> None:
    bring(path, export(connection(ANA, "Ana Ruiz"), name="first"))
    bring(path, export(connection(WHO, NAME), name="second"))
    bring(path, export(connection(BO, "Bo Lind"), connection(WHO, NAME), name="third"))
    forgotten(path)
    stated = rows(path, "SELECT snapshot_id, fact FROM stated ORDER BY 1, 2")
    assert stated == [(1, "profile"), (1, "tie"), (3, "profile"), (3, "tie")]
    undone = "SELECT count(*) FROM tie"
    with Store.open(path) as store:
        undo(store, 3, resolve_links)
    assert rows(path, undone) == [(1,)]


def test_a_name_of_linkedin_that_is_clear_now_counts_what_is_on_record_under_it(path: Path) -> None:
    twins = connection(WHO, NAME), connection(ANA, NAME, DAY + 9)
    bring(path, export(*twins, endorsement(NAME, noon(DAY)), endorsement(NAME, noon(DAY + 1))))
    (now,) = forgotten(path).unclear
    assert (now.name, now.facts) == (NAME, 2)


def test_an_import_of_nobody_else_stays_in_the_history(path: Path) -> None:
    bring(path, export(connection(WHO, NAME)))
    assert forgotten(path).imports == 0
    assert rows(path, "SELECT command FROM import") == [("import",)]


def test_only_names_that_are_one_persons_now_are_told_of(path: Path) -> None:
    third = connection(BO, NAME, DAY + 20)
    twins = connection(WHO, NAME), connection(ANA, NAME, DAY + 9), third
    bring(path, export(*twins), log(entry(NAME), entry(NAME, DAY + 1), entry(NAME, DAY + 2)))
    (still,) = forgotten(path).unclear
    assert (still.name, still.facts, still.left) == (NAME, 3, "")
    (now,) = forgotten(path, ANA).unclear
    with Store.open(path) as store:
        assert (now.name, now.facts, now.left) == (NAME, 3, person(store, BO))


@pytest.mark.parametrize("copy", [True, False])
def test_after_forgetting_there_is_one_copy_at_most(path: Path, *, copy: bool) -> None:
    begin(path)
    with Store.open(path) as store:
        store.back_up()
        damaged = path.with_name(f"{path.name}.damaged-20261101T000000Z-wal")
        damaged.write_bytes(b"")
        kept = path.with_name(f"{path.name}.damaged-20261101")
        kept.write_bytes(b"")
        tidied = tidy(store, copy=copy)
    assert tidied.left is None
    assert (tidied.copy is not None) == copy
    wanted = {path, kept, *([tidied.copy] if tidied.copy else [])}
    assert set(path.parent.iterdir()) == wanted


def test_what_cannot_be_done_of_tidying_is_told_beside_the_copy_that_was_laid(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(path)

    def refuse(_: Store) -> Path:
        raise StoreBusy("busy")

    with Store.open(path) as store:
        monkeypatch.setattr(Store, "back_up", refuse)
        tidied = tidy(store, copy=True)
    assert tidied.copy is None
    assert str(tidied.left) == "busy"


# Names in the texts and files of others.


def counted(path: Path, *texts: str, file: str = "log.csv") -> Gone:
    """Forget somebody on record under many keys; others have entries with these notes."""
    theirs = export(
        connection(WHO, f"{NAME}, PhD", DAY, email=EMAIL), contact(NAME, EMAIL, phones=[PHONE])
    )
    others = [
        entry(f"Other {n}", DAY + n)._replace(note=text, position=0) for n, text in enumerate(texts)
    ]
    bring(path, theirs, replace(log(*others, name=file), name=file))
    return forgotten(path)


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        ("met quillon zanderphule", True),
        ("met Quillon-Zanderphule's sister", True),
        ("met Quillon", False),
        ("quillonzanderphule", False),
        ("Zanderphule Quillon", False),
        (f"wrote to {EMAIL}", True),
        ("wrote to Q.ZANDER@ZMAIL.EXAMPLE!", True),
        (f"called {PHONE}", True),
        (f"linkedin.com/in/{SLUG}", True),
        ("quillon zanderphules", False),
    ],
)
def test_a_note_of_somebody_else_names_them_by_whole_words(
    path: Path, text: str, *, is_theirs: bool
) -> None:
    assert counted(path, text, "of nothing").mentions == ({"entry": 1} if is_theirs else {})


@pytest.mark.parametrize(
    ("file", "is_theirs"),
    [
        ("quillon zanderphule.csv", True),
        ("QuillonZanderphule2024.csv", True),
        ("2024Quillon Zanderphule.csv", True),
        ("notquillonzanderphuleatall.csv", True),
        (f"{SLUG}.csv", True),
        ("q-zander-zmail-example.csv", True),
        ("quillon.csv", False),
        ("connections.csv", False),
    ],
)
def test_the_name_of_a_file_names_them_also_as_one_word(
    path: Path, file: str, *, is_theirs: bool
) -> None:
    gone = counted(path, "of nothing", file=file)
    assert gone.files == int(is_theirs)
    named = "forgotten.csv" if is_theirs else file
    assert rows(path, "SELECT name FROM snapshot ORDER BY id") == [("export",), (named,)]
    assert set(rows(path, "SELECT name FROM snapshot_file")) == {("file",), (named,)}


def test_a_file_without_an_ending_keeps_none(path: Path) -> None:
    counted(path, "of nothing", file=NAME)
    assert rows(path, "SELECT name FROM snapshot WHERE source = 'log'") == [("forgotten",)]


# By what an import can know them again.


def is_kept_out(path: Path, *accounts: Account) -> list[bool]:
    with Store.open(path) as store, store.reading() as connected:
        held = tombstones.held(connected)
        assert held is not None
        return [one in held for one in accounts]


def old(name: str, day: int) -> Account:
    return Account("linkedin", "listed", f"{name_key(name)} {iso(day)}")


def test_an_old_list_may_name_them_with_the_day_before_or_after(path: Path) -> None:
    bring(path, export(connection(WHO, f"{NAME}, PhD", DAY)))
    forgotten(path)
    known = is_kept_out(
        path, *(old(f"{NAME}, PhD", DAY + by) for by in (-2, -1, 0, 1, 2)), old(NAME, DAY + 1),
        old("Quillon", DAY),
    )  # fmt: skip
    assert known == [False, True, True, True, False, True, False]


def test_each_address_is_a_mark_unless_somebody_else_has_it(path: Path) -> None:
    shared = contact("Bo Lind", "bo@example.org", "tea@example.org", phones=["+15550100"])
    theirs = contact(NAME, EMAIL, SECOND, "tea@example.org", phones=[PHONE, "+15550100"])
    bring(path, export(theirs, shared))
    forgotten(path, BOOK)
    asked = [
        BOOK, Account("linkedin", "email", EMAIL), Account("email", "email", SECOND),
        Account("linkedin", "email", SECOND), Account("phone", "phone", PHONE),
        Account("phone", "phone", "+15550100"), Account("email", "email", "bo@example.org"),
        Account("email", "email", "tea@example.org"),
    ]  # fmt: skip
    assert is_kept_out(path, *asked) == [True] * 5 + [False] * 3


def test_a_name_is_a_mark_unless_somebody_else_bears_it(path: Path) -> None:
    bring(path, export(connection(WHO, NAME), connection(ANA, "Ana Ruiz", DAY + 1)))
    forgotten(path)
    assert is_kept_out(path, mention(NAME), logged(NAME), mention("Ana Ruiz")) == [
        True, True, False
    ]  # fmt: skip


@pytest.mark.parametrize(
    "theirs",
    [
        export(connection(ANA, NAME, DAY + 9)),
        export(connection(ANA, f"{NAME}, MBA", DAY + 9)),
        export(connection(ANA, "Quillon (Quill) Zanderphule", DAY + 9)),
    ],
    ids=["name", "credentials", "nickname"],
)
def test_a_name_that_others_bear_in_any_spelling_is_no_mark(path: Path, theirs: Snapshot) -> None:
    both = [*theirs.files["file"], connection(WHO, NAME)]
    bring(path, export(*both))
    gone = forgotten(path)
    assert gone.namesakes == 1
    assert is_kept_out(path, WHO, mention(NAME), logged(NAME)) == [True, False, False]


def test_a_busy_store_is_named_where_its_room_cannot_be_given_back(path: Path) -> None:
    begin(path)
    with Store.open(path) as store, closing(sqlite3.connect(path)) as other:
        store.connection.execute("PRAGMA busy_timeout = 1")
        other.execute("BEGIN IMMEDIATE")
        tidied = tidy(store, copy=True)
    assert str(tidied.left) == f"{path}: another netaudit is running"
    assert tidied.copy is None


def test_a_copy_that_somebody_else_deletes_meanwhile_is_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(path)
    monkeypatch.setattr(forgetting, "_copies", lambda of: [of.with_name("gone.bak")])
    with Store.open(path) as store:
        assert tidy(store, copy=False).left is None
    assert forgotten(path).copies == (path.with_name("gone.bak"),)


def test_a_connection_is_known_by_nothing_but_what_was_said_of_it(path: Path) -> None:
    """By its link, its name in the log and on LinkedIn, and its name with three days."""
    begin(path)
    assert forgotten(path).marks == 1 + 2 + 3
    assert forgotten(path, ANA, tombstone=False).marks == 0
