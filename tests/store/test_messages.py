"""Messages are staged and written by column as a plain model does it one row at a time."""

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.records import Account, End, Interaction, Interactions, Record
from netaudit.store import Store, messages
from netaudit.store.add import commit
from netaudit.store.staging import DIRECTION, FileAccount, SnapshotAccount, Staging
from netaudit.workflows.naming import resolve_links

PEOPLE = [Account("linkedin", "url", slug) for slug in "abcde"]
Key = tuple[str, int, int, int]  # person, at, direction, conversation

interactions = st.builds(
    Interaction,
    line=st.just(1),
    accounts=st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True).map(tuple),
    at=st.integers(-2, 3) | st.integers(0, 1 << 39),
    direction=st.sampled_from(["in", "out"]),
    channel=st.sampled_from(["linkedin", "dm"]),
    size=st.integers(1, 3),
    conversation=st.sampled_from([0, 1, 2, (1 << 63) - 1]),
    continues=st.sampled_from([False]),  # see test_a_row_may_be_told_by_several_records
)
files = st.lists(interactions, max_size=12)


def batch(records: Sequence[Interaction]) -> Interactions:
    """Put records together as an importer does: one object for all of the same people."""
    ends: dict[tuple[object, ...], End] = {}
    found = [
        ends.setdefault(key, End(*key))
        for key in ((r.accounts, r.direction, r.channel, r.size, r.continues) for r in records)
    ]
    return Interactions(
        [r.line for r in records], found, [r.at for r in records],
        [r.conversation for r in records],
    )  # fmt: skip


def batches(records: Sequence[Interaction]) -> list[Record]:
    """Put every three records together, and leave every fourth alone."""
    rest, found = iter(records), list[Record]()
    while run := list(islice(rest, 4)):
        found += [batch(run[:3]), *run[3:]]
    return found


class Model:
    """What a store holds: the fact of each id; and how it counts a file."""

    def __init__(self) -> None:
        self.ids: dict[tuple[Key, int], int] = {}
        self.channels: dict[int, int] = {}

    def take(self, records: Sequence[Interaction]) -> tuple[FileAccount, set[int]]:
        file = FileAccount("file", "form", read=len(records))
        rows: dict[Key, tuple[int, int, bool]] = {}
        for record in records:
            for place, account in enumerate(record.accounts):
                key = (account.key, record.at, DIRECTION[record.direction], record.conversation)
                channel = {"linkedin": 1, "dm": 2}[record.channel]
                size, channel, head = rows.get(key, (0, channel, place == 0))
                rows[key] = (max(size, record.size), channel, head)
        heads = sum(head for _, _, head in rows.values())
        if heads < len(records):
            file.set_aside["repeated rows"] = len(records) - heads
        before = dict(self.ids)
        known = {key for key, _ in before}
        for key, (size, channel, head) in sorted(rows.items()):
            number = self.ids.setdefault((key, size), len(self.ids) + 1)
            self.channels.setdefault(number, channel)
            file.unchanged += head and (key, size) in before
            file.updated += head and (key, size) not in before and key in known
            file.added += head and key not in known
        return file, {self.ids[key, size] for key, (size, _, _) in rows.items()}


class Real:
    """The way of a file into a store that never gets a place on the disk."""

    def __init__(self) -> None:
        self.store = Store.open(Path("never-made") / "store.db", create=True)
        self.store.connection.executemany(
            "INSERT INTO account (platform, kind, key, short_id) VALUES (?, ?, ?, ?)",
            [(*account, account.key) for account in PEOPLE],
        )

    def take(self, records: Sequence[Record]) -> tuple[FileAccount, list[int], bool]:
        staging = Staging()
        staging.begin(SnapshotAccount("linkedin", "name"))
        staging.take("file", "form", records)
        staged = staging.snapshots[0]
        ids = [1 + PEOPLE.index(account) for account in staging.accounts]
        file, found, new = staged.account.files[0], list[int](), False
        for columns, account in staged.messages:
            written = messages.write(self.store.connection, columns, ids, account)
            found, new = [int(number) for number in written.ids], written.new
        return file, found, new

    def table(self) -> dict[tuple[Key, int], tuple[int, int]]:
        rows = self.store.connection.execute(
            "SELECT a.key, at, direction, conversation, size, m.id, channel_id"
            " FROM message m JOIN account a ON a.id = m.account_id"
        )
        return {(tuple(row[:4]), row[4]): tuple(row[5:]) for row in rows}


@settings(max_examples=150, deadline=None)
@given(st.lists(files, max_size=4), st.sampled_from([list, batches]), st.sampled_from([1, 2, 100]))
def test_files_one_after_another_leave_what_the_model_holds(
    several: list[list[Interaction]],
    form: Callable[[Sequence[Interaction]], Sequence[Record]],
    rows: int,
) -> None:
    model, real = Model(), Real()
    with pytest.MonkeyPatch.context() as patch, real.store:
        patch.setattr(messages, "_ROWS", rows)
        patch.setattr("netaudit.store.staging._ROWS", rows)
        patch.setattr(messages, "_TOGETHER", max(rows // 2, 1))
        for records in several:
            before = len(model.ids)
            expected, stated = model.take(records)
            file, ids, new = real.take(form(records))
            assert file == expected
            assert len(ids) == len(set(ids))
            assert new == (len(model.ids) > before)
            table = real.table()
            assert {fact: channel for fact, (_, channel) in table.items()} == {
                fact: model.channels[number] for fact, number in model.ids.items()
            }
            facts = {number: fact for fact, number in model.ids.items()}
            assert sorted(number for number, _ in table.values()) == sorted(facts)
            assert {fact for fact, (number, _) in table.items() if number in ids} == {
                facts[number] for number in stated
            }


def staged(records: Sequence[Record]) -> tuple[object, ...]:
    with Store.open(Path("never-made") / "store.db", create=True):
        staging = Staging()
        staging.begin(SnapshotAccount("linkedin", "name"))
        staging.take("file", "form", records)
    found = staging.snapshots[0]
    columns = [[column.tolist() for column in columns] for columns, _ in found.messages]
    return columns, list(staging.accounts), found.account, found.latest


@settings(max_examples=100, deadline=None)
@given(files)
def test_batches_are_staged_as_the_single_records_in_them(records: list[Interaction]) -> None:
    assert staged(batches(records)) == staged(records) == staged(list(batch(records).each()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("netaudit.store.staging._ROWS", 2)
        pieces = staged(batches(records)), staged(records)
    assert pieces == (staged(records), staged(records))


def test_a_file_without_messages_has_no_columns() -> None:
    assert staged([])[0] == staged([batch([])])[0] == []


@pytest.mark.parametrize("form", [list, batches])
def test_a_row_may_be_told_by_several_records(
    tmp_path: Path, form: Callable[[Sequence[Interaction]], Sequence[Record]]
) -> None:
    """A reply that mentions somebody else as well is one row and two interactions."""
    path = tmp_path / "netaudit.db"
    reply = Interaction(1, (PEOPLE[0],), 5, "out", "reply", 2, 7)
    mention = Interaction(1, (PEOPLE[1],), 5, "out", "mention", 2, 7, continues=True)
    for number, (added, unchanged) in enumerate([(1, 0), (0, 1)]):
        staging = Staging()
        staging.begin(SnapshotAccount("x", f"export-{number}"))
        file = staging.take("tweets.js", "x-tweets", form([reply, mention]))
        with Store.open(path, create=True) as store:
            commit(store, staging, "import", resolve_links)
        assert (file.read, file.added, file.unchanged) == (1, added, unchanged)
    with Store.open(path) as store:
        kept = store.connection.execute("SELECT channel_id FROM message ORDER BY id").fetchall()
    assert kept == [(3,), (4,)]
