"""What waits in memory until an import is written: rows counted, accounts numbered, days told."""

from collections.abc import Sequence

import pytest

from netaudit.calendar import EPOCH_DAY
from netaudit.records import (
    Account,
    Note,
    Problem,
    Profile,
    Record,
    SetAside,
    Signal,
    Where,
)
from netaudit.store.sifting import KIND
from netaudit.store.staging import FileAccount, SnapshotAccount, Staging
from netaudit.store.tombstones import Forgotten, digest
from store.snapshots import ANA, BO, DAY, connection, contact, entry, hidden, message, noon

PROFILE = Profile(ANA, "Ana Ruiz")
SIGNAL = Signal(1, ANA, "invitation", noon(DAY), "in", with_note=False)
NOTE = Note(1, ANA, "of clay", DAY, PROFILE)
ENTRY = entry("Ana Ruiz")
TIE = connection(ANA, "Ana Ruiz")


def staged(*records: Record) -> tuple[Staging, FileAccount]:
    staging = Staging()
    staging.begin(SnapshotAccount("linkedin", "export"))
    return staging, staging.take("file", "form", records)


@pytest.mark.parametrize(
    ("records", "latest"),
    [
        ([connection(ANA, "Ana", DAY)], DAY),
        ([connection(ANA, "Ana", None)], 0),
        ([NOTE], DAY),
        ([NOTE._replace(day=None)], 0),
        ([SIGNAL], DAY),
        ([ENTRY], DAY),
        ([ENTRY._replace(day=None, at=noon(DAY + 2))], DAY + 2),
        ([message(ANA, at=noon(DAY + 3)), message(BO, at=noon(DAY))], DAY + 3),
        ([message(ANA, at=noon(DAY, 43_199))], DAY),
        ([message(ANA, at=noon(DAY, 43_200))], DAY + 1),
        ([message(ANA, at=noon(DAY)), SIGNAL._replace(at=noon(DAY + 5))], DAY + 5),
        ([message(ANA, at=0), NOTE._replace(day=5)], 5),
        ([message(ANA, at=1)], EPOCH_DAY),
        ([connection(ANA, "Ana", DAY), connection(BO, "Bo", DAY - 9)], DAY),
        ([hidden(DAY), PROFILE], 0),
    ],
)
def test_the_latest_day_in_a_snapshot(records: Sequence[Record], latest: int) -> None:
    staging, _ = staged(*records)
    assert staging.snapshots[0].latest == latest


def test_every_row_is_read_once_and_what_rides_along_is_none() -> None:
    one = message(ANA, at=noon(DAY))
    both = [TIE, TIE._replace(kind="follower", continues=True)]
    reply = [one, one._replace(accounts=(BO,), continues=True)]
    _, file = staged(
        PROFILE, *both, *reply, SetAside(1, "drafts"), hidden(DAY), contact("A", "a@b.c")
    )
    assert file.read == 5
    assert file.set_aside == {"drafts": 1, "departed members": 1}


def test_rows_that_cannot_be_used_are_counted_and_kept() -> None:
    problems = [Problem(Where("file", line), "bad-date", "no date") for line in (4, 9)]
    staging, file = staged(NOTE, *problems)
    assert (file.read, file.skipped) == (3, 2)
    assert staging.problems == problems


def test_rows_that_a_reader_knew_as_repeated_are_counted_with_the_others() -> None:
    one = message(ANA, at=noon(DAY))
    _, file = staged(SetAside(1, "repeated rows"), one, one, one, SetAside(5, "repeated rows"))
    assert (file.read, file.set_aside) == (5, {"repeated rows": 4})


def test_accounts_are_numbered_in_the_order_in_which_they_come() -> None:
    book = contact("Hal", "h@b.example")
    staging, _ = staged(NOTE, SIGNAL._replace(account=BO), book, ENTRY, PROFILE)
    wanted = [ANA, BO, book.profiles[0].account, ENTRY.account]
    assert staging.accounts == {account: n for n, account in enumerate(wanted)}


def test_hidden_rows_are_counted_by_their_day() -> None:
    staging, file = staged(hidden(DAY), hidden(DAY), hidden(DAY + 1), SetAside(1, "drafts"))
    assert staging.snapshots[0].hidden == {DAY: 2, DAY + 1: 1}
    assert file.set_aside["departed members"] == 3


def test_files_belong_to_the_snapshot_that_was_begun_last() -> None:
    staging, _ = staged(NOTE)
    staging.begin(SnapshotAccount("x", "other"))
    staging.take("second", "form", [SIGNAL])
    assert [len(one.notes) for one in staging.snapshots] == [1, 0]
    assert [len(one.signals) for one in staging.snapshots] == [0, 1]
    names = [[file.name for file in one.account.files] for one in staging.snapshots]
    assert names == [["file"], ["second"]]


def forgetting(*accounts: Account) -> Staging:
    """Return a staging that leaves somebody out."""
    key = b"a key"
    staging = Staging(Forgotten({key: {digest(key, one) for one in accounts}}), {BO})
    staging.begin(SnapshotAccount("linkedin", "export"))
    return staging


def test_what_is_of_the_forgotten_is_set_aside_but_for_its_day() -> None:
    staging = forgetting(ANA)
    later = noon(DAY + 7)
    file = staging.take(
        "file", "form", [NOTE, connection(BO, "Bo Lind"), SIGNAL._replace(at=later)]
    )
    assert (file.read, file.set_aside) == (3, {KIND: 2})
    assert list(staging.accounts) == [BO]
    assert staging.snapshots[0].latest == DAY + 7
    staging.take("next", "form", [message(ANA, at=noon(DAY + 3))])
    assert staging.snapshots[0].latest == DAY + 7
    staging.take("last", "form", [connection(BO, "Bo Lind", DAY + 9)])
    assert staging.snapshots[0].latest == DAY + 9


def test_whom_the_user_writes_of_by_hand_is_welcome() -> None:
    assert forgetting(ANA).welcome == {BO}
    assert Staging().welcome == ()
