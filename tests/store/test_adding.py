"""What an import adds, what it says of itself, and that the same twice adds nothing."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.records import Account, Owner, Problem, Profile, Record, SetAside, Tie, Where
from netaudit.store import Store
from netaudit.store.add import Outcome
from netaudit.store.entries import repeats
from netaudit.store.facts import short_id
from netaudit.store.history import imports
from netaudit.store.staging import FileAccount
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    NOW,
    ORDINARY,
    Snapshot,
    add,
    bring,
    connection,
    counts,
    digest,
    entry,
    export,
    frames,
    invitation,
    log,
    message,
    noon,
    rows,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


def account_of(outcome: Outcome) -> FileAccount:
    ((file,),) = (snapshot.files for snapshot in outcome.snapshots)
    return file


def adds_up(file: FileAccount) -> bool:
    aside = sum(file.set_aside.values())
    return file.read == file.added + file.updated + file.unchanged + aside + file.skipped


def test_every_kind_of_fact_is_kept(path: Path) -> None:
    outcome = bring(path, *ORDINARY)
    assert outcome.import_id == 1
    assert counts(path) == {
        "account": 12, "channel": 4, "decision": 0, "entry": 4, "hidden": 1, "import": 1,
        "link": 12, "message": 5, "message_column": 6, "note": 1, "preference": 0, "profile": 13,
        "secret": 0,
        "signal": 3, "snapshot": 2, "snapshot_file": 9, "sqlite_sequence": 1, "stated": 7, "tie": 6,
        "tombstone": 0, "withdrawn": 0,
    }  # fmt: skip
    assert rows(path, "SELECT imported_at, command FROM import") == [(NOW, "import")]


def test_the_same_again_adds_nothing(path: Path) -> None:
    bring(path, *ORDINARY)
    before = digest(path)
    for again in (ORDINARY, ORDINARY[:1], ORDINARY[1:], ORDINARY[::-1]):
        outcome = bring(path, *again, now=NOW + 9)
        assert outcome.import_id is None
        for snapshot in outcome.snapshots:
            for file in snapshot.files:
                assert file.read == file.unchanged + file.set_aside["departed members"]
        assert digest(path) == before
    assert bring(path, export(message(CY, at=noon(DAY)))).import_id == 2


def test_the_same_again_adds_nothing_whoever_compressed_the_store(path: Path) -> None:
    """Each version of zlib has bytes of its own for the same."""
    bring(path, *ORDINARY)
    with closing(sqlite3.connect(path)) as other, other:
        for snapshot, fact, bits in other.execute("SELECT snapshot_id, fact, bits FROM stated"):
            other.execute(
                "UPDATE stated SET bits = ? WHERE snapshot_id = ? AND fact = ?",
                (zlib.compress(zlib.decompress(bits), 0), snapshot, fact),
            )
    assert bring(path, *ORDINARY).import_id is None


@pytest.mark.parametrize(
    "other",
    [
        Snapshot(ORDINARY[0].files, DAY + 101),
        Snapshot(ORDINARY[0].files, lists=()),
        Snapshot(ORDINARY[0].files, owner=Owner("robin-quist", "Robin Q.")),
    ],
)
def test_the_same_facts_of_another_day_list_or_owner_are_news(path: Path, other: Snapshot) -> None:
    bring(path, *ORDINARY)
    before = counts(path)
    assert bring(path, other).import_id == 2
    changed = {name for name, count in counts(path).items() if count != before[name]}
    assert changed == {"hidden", "import", "snapshot", "snapshot_file", "stated"}


def test_part_of_what_is_known_is_news_of_its_own(path: Path) -> None:
    """Who is not on a later list is gone from it, so that a shorter list says something."""
    bring(path, export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind")))
    assert bring(path, export(connection(ANA, "Ana Ruiz"))).import_id == 2


def test_an_export_with_nothing_in_it_is_kept_once(path: Path) -> None:
    assert bring(path, export()).import_id == 1
    assert bring(path, export()).import_id is None


MIXED: Sequence[Record] = (
    connection(ANA, "Ana Ruiz"),
    connection(BO, "Bo Lind"),
    invitation(ANA, noon(DAY)),
    entry("Ana Ruiz"),
    message(ANA, at=noon(DAY)),
    message(ANA, at=noon(DAY)),
    message(ANA, BO, CY, at=noon(DAY, 5)),
    SetAside(3, "drafts"),
    SetAside(4, "drafts"),
    Problem(Where("file", 5), "bad-date", "no date"),
    Profile(CY, "Cy Orr"),
)


def test_the_account_of_a_file_adds_up(path: Path) -> None:
    file = account_of(bring(path, export(*MIXED)))
    assert file == FileAccount(
        "file", "linkedin-messages", read=10, added=6, set_aside=file.set_aside, skipped=1
    )
    assert dict(file.set_aside) == {"drafts": 2, "repeated rows": 1}
    kept = rows(path, "SELECT rows_read, added, updated, unchanged, skipped FROM snapshot_file")
    assert kept == [(10, 6, 0, 0, 1)]
    ((aside,),) = rows(path, "SELECT set_aside FROM snapshot_file")
    assert json.loads(aside) == {"drafts": 2, "repeated rows": 1}


def test_a_second_export_tells_new_updated_and_unchanged_apart(path: Path) -> None:
    bring(path, export(*MIXED))
    later: list[Record] = [
        *MIXED[1:],
        connection(ANA, "Ana Ruiz", company="Blue Kiln"),
        connection(CY, "Cy Orr"),
        message(BO, at=noon(DAY, 9)),
    ]
    file = account_of(bring(path, export(*later, exported_on=DAY + 200)))
    assert (file.added, file.updated, file.unchanged) == (2, 1, 5)
    assert adds_up(file)


def test_a_message_to_a_group_is_one_record_and_reaches_each(path: Path) -> None:
    file = account_of(bring(path, export(message(ANA, BO, CY, at=noon(DAY)))))
    assert (file.read, file.added) == (1, 1)
    assert rows(path, "SELECT size FROM message") == [(3,), (3,), (3,)]
    again = account_of(
        bring(path, export(message(ANA, BO, CY, at=noon(DAY)), message(BO, at=noon(DAY, 1))))
    )
    assert (again.read, again.added, again.unchanged) == (2, 1, 1)


def test_a_file_of_repeated_rows_only_still_adds_up(path: Path) -> None:
    one = message(ANA, at=noon(DAY))
    file = account_of(bring(path, export(one, one, one)))
    assert (file.read, file.added, file.set_aside["repeated rows"]) == (3, 1, 2)


def test_the_larger_count_of_a_group_holds_whichever_came_first(tmp_path: Path) -> None:
    small = export(message(ANA, at=noon(DAY), size=2), exported_on=DAY + 1)
    large = export(message(ANA, at=noon(DAY), size=4), exported_on=DAY + 1)
    for number, order in enumerate(([small, large], [large, small])):
        path = tmp_path / f"{number}.db"
        for one in order:
            bring(path, one)
        assert frames(path).interactions["size"].tolist() == [4]
    path = tmp_path / "one.db"
    bring(path, export(message(ANA, at=noon(DAY), size=2), message(ANA, at=noon(DAY), size=4)))
    assert rows(path, "SELECT size FROM message") == [(4,)]


def test_two_files_of_messages_in_one_import_add_up_each(path: Path) -> None:
    both = Snapshot({
        "one.csv": [message(ANA, at=noon(DAY)), message(BO, at=noon(DAY))],
        "two.csv": [message(BO, at=noon(DAY)), message(CY, at=noon(DAY))],
    })  # fmt: skip
    one, two = bring(path, both).snapshots[0].files
    assert (one.added, one.unchanged, two.added, two.unchanged) == (2, 0, 1, 1)
    assert adds_up(one)
    assert adds_up(two)


def test_without_a_day_of_its_own_an_export_is_as_old_as_its_latest_content(path: Path) -> None:
    contents: list[list[Record]] = [
        [connection(ANA, "Ana Ruiz", DAY + 3)],
        [message(ANA, at=noon(DAY + 4))],
        [invitation(ANA, noon(DAY + 5)), connection(BO, "Bo Lind", None)],
    ]
    for records in contents:
        bring(path, export(*records, exported_on=None))
    bring(path, log(entry("Ana Ruiz", DAY + 9)))
    bring(path, export(connection(BO, "Bo Lind", None), exported_on=None))
    found = rows(path, "SELECT exported_on FROM snapshot ORDER BY id")
    assert found == [(DAY + 3,), (DAY + 4,), (DAY + 5,), (None,), (None,)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_profile_was_stated_last_by_the_newest_export(path: Path, order: tuple[int, ...]) -> None:
    companies, days = ("Blue Kiln", "Alto", "Blue Kiln"), (DAY + 10, DAY + 30, DAY + 20)
    for place in order:
        tie = connection(ANA, "Ana Ruiz", company=companies[place])
        bring(path, export(tie, exported_on=days[place]))
    found = rows(path, "SELECT company, stated_on FROM profile ORDER BY stated_on")
    assert found == [("Blue Kiln", DAY + 20), ("Alto", DAY + 30)]
    assert frames(path).people["company"].tolist() == ["Alto"]


def test_entries_that_are_alike_are_told_apart_by_their_count(path: Path) -> None:
    twice = [entry("Ana Ruiz"), entry("Ana Ruiz", occurrence=1, position=1)]
    assert account_of(bring(path, log(*twice))).added == 2
    assert account_of(bring(path, log(twice[0]))).unchanged == 1
    assert len(frames(path).interactions) == 2


def test_an_entry_whose_place_moved_is_the_same_entry(path: Path) -> None:
    bring(path, log(entry("Ana Ruiz", position=3)))
    file = account_of(bring(path, log(entry("Ana Ruiz", position=1))))
    assert (file.added, file.unchanged) == (0, 1)
    assert frames(path).interactions["position"].tolist() == [1]


def test_a_long_log_of_one_person_is_looked_up_by_the_moment(path: Path) -> None:
    """Looked up by the person alone, each line costs as much as the whole log."""
    with Store.open(path, create=True) as store:
        asked: list[str] = []
        store.connection.set_trace_callback(asked.append)
        add(store, log(entry("Ana Ruiz")))
        (lookup,) = (sql for sql in asked if "FROM entry WHERE" in sql)
        plan = store.connection.execute(f"EXPLAIN QUERY PLAN {lookup}").fetchall()
    assert "entry_fact (account_id=? AND <expr>=?)" in plan[0][3]


def test_whether_the_very_same_was_logged_before_is_known(path: Path) -> None:
    with Store.open(path, create=True) as store:
        assert not repeats(store, entry("Ana Ruiz"))
        add(store, log(entry("Ana Ruiz")._replace(ref="x"), entry("Bo Lind")), command="log")
        assert repeats(store, entry("Ana Ruiz", position=7))
        assert not repeats(store, entry("Ana Ruiz", DAY + 1))
        assert not repeats(store, entry("Ana Ruiz")._replace(note="about tea"))


def test_names_in_the_log_that_fit_nobody_are_told(path: Path) -> None:
    first = bring(path, export(connection(ANA, "Ana Ruiz")), log(entry("ana ruiz"), entry("Fay")))
    assert first.new_people == ["Fay"]
    assert first.ambiguous == []


def test_names_in_the_log_that_fit_several_are_told_with_their_line_and_ids(path: Path) -> None:
    two = export(connection(ANA, "Ana Ruiz"), connection(BO, "Ana Ruiz"))
    outcome = bring(path, two, log(entry("Ana Ruiz")._replace(line=7), name="log.csv"))
    ids = f"{short_id(ANA)}, {short_id(BO)}"
    assert outcome.ambiguous == [("log.csv", 7, ids)]
    assert outcome.new_people == []
    assert frames(path).ambiguous_entries == 1


def test_links_follow_what_later_imports_say(path: Path) -> None:
    bring(path, log(entry("Ana Ruiz")))
    assert rows(path, "SELECT verdict FROM link") == [("alone",)]
    bring(path, export(connection(ANA, "Ana Ruiz")))
    query = "SELECT verdict FROM link JOIN account ON id = account_id WHERE kind = 'name'"
    assert rows(path, query) == [("same",)]
    bring(path, export(connection(BO, "Ana Ruiz", DAY + 1), exported_on=DAY + 101))
    assert rows(path, query) == [("ambiguous",)]


def test_decisions_hold_over_imports(path: Path) -> None:
    bring(path, export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind")))
    with Store.open(path) as store:
        assert store.decisions() == []
        with store.transaction() as connection_:
            connection_.execute("INSERT INTO decision VALUES (1, 1, 'same', 1, 2)")
        assert [(d.kind, d.account, d.other) for d in store.decisions()] == [("same", ANA, BO)]
    bring(path, export(message(BO, at=noon(DAY))))
    assert rows(path, "SELECT verdict, reason FROM link WHERE account_id = 2") == [
        ("same", "you said so")
    ]


def test_the_owner_is_the_one_the_newest_export_names(path: Path) -> None:
    with Store.open(path, create=True) as store:
        assert store.owner("linkedin") is None
    for owner, day in (
        (Owner("robin", "Robin"), DAY), (Owner(None, "R. Quist"), DAY + 9),
        (Owner("robin", "Robin Quist"), DAY + 5), (Owner("robin", "Rob"), None), (Owner(), 1),
    ):  # fmt: skip
        bring(path, Snapshot({"file": []}, day, owner=owner))
    with Store.open(path) as store:
        assert store.owner("linkedin") == Owner("robin", "Robin Quist")


def test_an_owner_may_be_known_by_name_only(path: Path) -> None:
    with Store.open(path, create=True) as store:
        add(store, Snapshot({"file": []}, DAY, owner=Owner(None, "Robin Quist")))
        assert store.owner("linkedin") == Owner(None, "Robin Quist")


def test_a_known_row_that_says_one_thing_more_is_updated(path: Path) -> None:
    """Somebody who is followed begins to follow: a list of another program has both in one row."""
    bo = Account("x", "id", "2222")
    followed = Tie(1, bo, "following", None, None)
    back = Tie(1, bo, "follower", None, None, continues=True)
    counts = []
    for number, ties in enumerate([[followed], [followed, back], [followed, back]]):
        bring(path, Snapshot({"f": ties}, None, f"{number}.csv", "x", (), Owner()))
        with Store.open(path) as store:
            (file,) = imports(store)[-1].snapshots[0].files
        counts.append((file.read, file.added, file.updated, file.unchanged))
    assert counts == [(1, 1, 0, 0), (1, 0, 1, 0), (1, 0, 0, 1)]
