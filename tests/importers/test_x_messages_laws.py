"""Laws of messages on X: one is one wherever it stands, and nothing in a file is lost or fatal."""

import tempfile
import tracemalloc
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.made import Told
from importers.talks import (
    ALONE,
    ANA,
    BO,
    CY,
    GROUPS,
    ME,
    Value,
    context,
    iso,
    read,
    script,
    sent,
    talk,
)
from netaudit.errors import InputRefused
from netaudit.importers.base import Importer, read_checked
from netaudit.importers.source import File
from netaudit.importers.twitter.messages import owner_of
from netaudit.records import Interaction, Interactions, Owner, Problem, Record, SetAside
from netaudit.store.staging import SnapshotAccount, Staging
from store.snapshots import Snapshot, bring, rows

# What is in the store does not depend on where and how often a message stands

TO_ANA = [
    sent(101, ME, ANA, 0), sent(102, ANA, ME, 1.1), sent(103, ANA, ME, 1.9), sent(104, ME, ANA, 2),
    sent(105, ANA, ME, 5), {"reactionCreate": {"senderId": ANA, "createdAt": iso(6)}},
]  # fmt: skip
AMONG_FOUR = [
    sent(201, ANA, at=1), sent(202, ME, at=2), sent(203, ME, at=2.5), sent(204, BO, at=7),
    {"participantsJoin": {"userIds": [CY], "initiatingUserId": ANA, "createdAt": iso(3)}},
    sent(205, ME, at=4), {"participantsLeave": {"userIds": [BO], "createdAt": iso(8)}},
    sent(206, ME, at=9), sent(207, CY, at=9),
]  # fmt: skip


def files(
    *pieces: Sequence[Value], groups: Sequence[Sequence[Value]] = (AMONG_FOUR,), headers: bool
) -> list[File]:
    """Return the two files of an archive, of which conversations stand in pieces."""
    names = ("direct_message_headers", "direct_message_group_headers")
    if not headers:
        names = ("direct_messages", "direct_messages_group")
    two = [talk(*map(_headed if headers else dict, piece)) for piece in pieces]
    more = [talk(*map(_headed if headers else dict, piece), name="777") for piece in groups]
    return [script(*two, name=names[0]), script(*more, name=names[1])]


def _headed(event: Value) -> Value:
    """Return an event as a file of headers has it."""
    return {kind: {k: v for k, v in said.items() if k != "text"} for kind, said in event.items()}


def archive(*found: File) -> Snapshot:
    """Return a snapshot of these files."""
    told: dict[str, Sequence[Record]] = {
        f"{n} {file.name}": read(file) for n, file in enumerate(found)
    }
    return Snapshot(told, None, "archive", "x", (), Owner(ME))


def kept(*snapshots: Snapshot) -> list[tuple[Any, ...]]:
    """Bring archives in, each by an import of its own, and return the messages in the store."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        for number, snapshot in enumerate(snapshots):
            bring(path, snapshot, now=1_790_000_000 + number)
        return rows(
            path,
            "SELECT a.platform, a.kind, a.key, m.at, m.direction, m.conversation, m.size,"
            " m.channel_id FROM message m JOIN account a ON a.id = m.account_id"
            " ORDER BY 1, 2, 3, 4, 5, 6, 7, 8",
        )


FULL, HEADERS = files(TO_ANA, headers=False), files(TO_ANA, headers=True)


@cache
def plain() -> list[tuple[Any, ...]]:
    """Return what the store holds of the files with texts alone."""
    return kept(archive(*FULL))


def overlapping(*, headers: bool) -> list[File]:
    groups = (AMONG_FOUR[5:], AMONG_FOUR[:7])
    return files(TO_ANA[:4], TO_ANA[2:], groups=groups, headers=headers)


@pytest.mark.parametrize(
    "archives",
    [
        [HEADERS],
        [[*FULL, *HEADERS]],
        [[*HEADERS, *FULL]],
        [files(TO_ANA[::-1], groups=(AMONG_FOUR[::-1],), headers=False)],
        [files(TO_ANA, TO_ANA, groups=(AMONG_FOUR, AMONG_FOUR), headers=False)],
        [overlapping(headers=False)],
        [[*overlapping(headers=True), *FULL]],
        [FULL, HEADERS],
        [HEADERS, overlapping(headers=False), FULL],
        [files(TO_ANA[:2], TO_ANA[2:], headers=False)],
        [files(TO_ANA[3:], groups=(), headers=False), FULL],
    ],
)
def test_a_message_is_one_wherever_it_stands(archives: list[list[File]]) -> None:
    assert kept(*(archive(*each) for each in archives)) == plain()


def test_messages_that_stand_twice_are_counted_as_repeated() -> None:
    staging = Staging()
    staging.begin(SnapshotAccount("x", "archive"))
    accounts = [staging.take(file.name, "x", read(file)) for file in overlapping(headers=False)]
    aside = [dict(account.set_aside) for account in accounts]
    assert aside == [
        {"reactions": 1, "repeated rows": 2},
        {"changes of a group": 3, "repeated rows": 1},
    ]
    assert [account.read for account in accounts] == [8, 11]


def test_messages_of_one_second_stay_as_many_as_they_are() -> None:
    from_ana = [row for row in plain() if row[2] == ANA and row[4] == 0 and row[6] == 1]
    assert len({row[3] for row in from_ana[:2]}) == 1
    assert len(from_ana) == 3
    to_group = [row for row in plain() if row[2] == ANA and row[6] == 2 and row[4] == 1]
    assert len({row[3] for row in to_group[:2]}) == 1


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_message_is_one_however_a_conversation_is_cut(data: st.DataObject) -> None:
    def cut(events: list[Value]) -> list[list[Value]]:
        places = st.sampled_from(range(len(events)))
        drawn = data.draw(st.lists(st.lists(places, unique=True), max_size=3))
        rest = set(range(len(events))).difference(*drawn)
        order = data.draw(st.permutations([*drawn, sorted(rest)]))
        return [[events[place] for place in piece] for piece in order]

    found = files(*cut(TO_ANA), groups=cut(AMONG_FOUR), headers=data.draw(st.booleans()))
    assert kept(archive(*found)) == plain()


# Whatever stands in a file: every event is told of once, and nothing breaks

IDS = st.sampled_from([ME, ANA, BO, "-1", "0", "", "x", "1" * 25, "01", "\ud800", "١١١"])
INSTANTS = st.sampled_from([
    iso(0), iso(1.5), "", "2023-02-30T00:00:00Z", "1997-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
])  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4) | IDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
SAID = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("senderId", "recipientId", "initiatingUserId"), IDS | JSON),
        "id": st.sampled_from(["1", "2", "1724543111111111111", ""]) | JSON,
        "createdAt": INSTANTS | JSON,
        "userIds": st.lists(IDS | JSON, max_size=3) | JSON,
        "participantsSnapshot": st.lists(IDS | JSON, max_size=3) | JSON,
    },
)
KINDS = st.sampled_from([
    "messageCreate", "messageCreate", "participantsJoin", "participantsLeave", "joinConversation",
    "reactionCreate", "welcomeMessageCreate", "conversationNameUpdate", "x", "",
])  # fmt: skip
EVENTS = st.dictionaries(KINDS, SAID | JSON, min_size=1, max_size=1) | JSON
TALKS = st.lists(
    st.tuples(st.sampled_from([f"{ME}-{ANA}", f"{BO}-{ME}", "777", ""]), st.lists(EVENTS)),
    max_size=4,
)


def line_of(told: Told) -> int:
    assert isinstance(told, Interaction | SetAside | Problem)
    return told.where.line if isinstance(told, Problem) else told.line


@pytest.mark.parametrize(
    ("importer", "name"), [(ALONE, "direct_messages"), (GROUPS, "direct_messages_group")]
)
@settings(max_examples=120, deadline=None)
@given(talks=TALKS, owner=st.sampled_from([ME, ANA, None]))
def test_every_event_is_told_of_once_in_order(
    importer: Importer, name: str, talks: list[tuple[str, list[Any]]], owner: str | None
) -> None:
    file = script(*(talk(*events, name=each) for each, events in talks), name=name)
    found = owner_of([file], context(None))
    assert found is None or found.isdigit()
    try:
        told = read(file, owner, importer)
    except InputRefused:
        return
    lines = [line for line, (_, events) in enumerate(talks, 2) for _ in events]
    assert [line_of(one) for one in told] == lines
    for one in told:
        if isinstance(one, Interaction):
            assert owner not in {account.key for account in one.accounts}
            assert len(set(one.accounts)) == len(one.accounts) >= 1
            assert one.size >= len(one.accounts)
            assert 2 <= one.conversation < 1 << 63
        if isinstance(one, Problem):
            one.message.encode()


@pytest.mark.unwatched
@pytest.mark.parametrize(
    ("importer", "name"), [(ALONE, "direct_messages"), (GROUPS, "direct_messages_group")]
)
def test_memory_does_not_grow_with_the_file(importer: Importer, name: str) -> None:
    def peak(conversations: int) -> int:
        talks = (
            talk(*(sent(f"{n}{m}", (ME, ANA)[m % 2], (ANA, ME)[m % 2]) for m in range(100)))
            for n in range(conversations)
        )
        file = script(*talks, name=name)
        tracemalloc.start()
        messages = 0
        for told in read_checked(importer, file, context()):
            assert isinstance(told, Interactions)
            messages += len(told.at)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert messages == conversations * 100
        return found

    assert peak(160) < 1.3 * peak(40)
