"""Messages to groups on X: to whom, where only events tell who was there."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importers.made import problems
from importers.talks import (
    ANA,
    BO,
    CY,
    ME,
    Value,
    direct,
    ends,
    group,
    iso,
    kinds,
    read,
    script,
    sent,
    talk,
)
from netaudit.importers.twitter import groups
from netaudit.records import Interaction


def mine(at: float, number: object = 8) -> Value:
    return sent(number, ME, at=at)


def change(kind: str, at: float | None = None, by: str | None = None, **people: object) -> Value:
    """Return an event that tells of a group."""
    said = {"createdAt": None if at is None else iso(at), "initiatingUserId": by, **people}
    return {kind: {key: value for key, value in said.items() if value is not None}}


def joined(at: float | None, *who: str, by: str | None = None) -> Value:
    return change("participantsJoin", at, by, userIds=who)


def left(at: float | None, *who: str) -> Value:
    return change("participantsLeave", at, userIds=who)


def there(at: float | None, *who: str, by: str | None = None) -> Value:
    return change("joinConversation", at, by, participantsSnapshot=who)


def reached(*events: object) -> list[list[str]]:
    """Return to whom each message of the owner's went."""
    return [people for direction, people, _ in ends(group(*events)) if direction == "out"]


def test_a_message_goes_to_all_others_and_comes_from_one_to_all_others() -> None:
    told = group(mine(3), sent(7, ANA, at=2), sent(6, BO, "0", at=1), sent(5, CY, at=0))
    assert ends(told) == [
        ("out", [BO, ANA, CY], 3),  # in the order of their numbers
        ("in", [ANA], 3),
        ("in", [BO], 3),
        ("in", [CY], 3),
    ]
    assert {one.channel for one in told if isinstance(one, Interaction)} == {"dm"}


@pytest.mark.parametrize(
    "event",
    [
        sent(5, ANA, at=30),
        joined(None, ANA),
        joined(5, ME, by=ANA),
        left(None, ANA, ME),
        there(None, ME, ANA),
        there(30, by=ANA),
        change("conversationNameUpdate", 30, by=ANA, name="Kiln"),
        sent(5, ANA, at="no date"),
    ],
)
def test_whoever_an_event_names_is_in_the_group_and_all_the_time(event: Value) -> None:
    assert reached(event, mine(10)) == [[ANA]]
    assert reached(mine(10), event) == [[ANA]]


@pytest.mark.parametrize(
    "event",
    [
        joined(5, ME, "-1", "0", "", "ana", by="-1"),
        change("participantsJoin", 5, userIds=ANA),
        change("participantsJoin", 5, userIds=[None, [ANA], {"id": ANA}]),
        {"participantsJoin": None},
        {"reactionCreate": {"senderId": ANA, "createdAt": iso(5)}},
        {"welcomeMessageCreate": {"senderId": ANA, "createdAt": iso(5)}},
        None,
    ],
)
def test_other_things_name_nobody(event: object) -> None:
    told = group(event, mine(10))
    assert not ends(told)
    assert kinds(told)[-1] == "messages to a group of nobody known"


@pytest.mark.parametrize(
    ("events", "seconds"),
    [
        ([], ""),
        ([joined(3, ANA)], "34567"),
        ([left(3, ANA)], "012"),
        ([joined(2, ANA), left(5, ANA)], "234"),
        ([left(2, ANA), joined(5, ANA)], "01567"),
        ([joined(1, ANA), left(3, ANA), joined(5, ANA), left(7, ANA)], "1256"),
        ([joined(2, ANA), joined(4, ANA), left(6, ANA), left(7, ANA)], "2345"),
        ([there(3, ANA)], "01234567"),
        ([there(3, ANA), left(5, ANA)], "01234"),
        ([there(1, ANA), joined(5, ANA)], "01234567"),  # a leaving between that nobody tells of
        ([left(2, ANA), there(5, ANA)], "01567"),
        ([joined(4, ANA), left(4, ANA)], "01234567"),  # left, and was let in again at once
        ([joined(3.999, ANA)], "4567"),
        ([sent(9, ANA, at=0), joined(3, ANA)], "34567"),
    ],
)
def test_in_a_group_are_those_who_joined_and_have_not_left(
    events: Sequence[Value], seconds: str
) -> None:
    asked = [mine(second, second) for second in range(8)]
    for arranged in ([*events, *asked], [*asked, *events][::-1]):
        told = [one for one in group(*arranged) if isinstance(one, Interaction)]
        found = sorted(one.at % 10 for one in told if one.direction == "out")
        assert "".join(map(str, found)) == seconds


def test_who_has_left_is_no_longer_counted_among_the_others() -> None:
    told = group(sent(1, ANA, at=1), sent(2, BO, at=2), left(5, BO), sent(3, ANA, at=6))
    assert ends(told) == [("in", [ANA], 2), ("in", [BO], 2), ("in", [ANA], 1)]


def test_who_writes_without_being_there_is_not_one_of_the_others() -> None:
    told = group(left(1, ANA), sent(1, ANA, at=2), sent(2, BO, at=2))
    assert ends(told) == [("in", [ANA], 2), ("in", [BO], 1)]


@pytest.mark.parametrize(
    ("sender", "kind"),
    [("-1", "messages of accounts that are gone"), (None, "no-ends"), ("", "no-ends")],
)
def test_a_message_of_nobody(sender: str | None, kind: str) -> None:
    assert kinds(group(sent(5, sender, ME))) == [kind]


def test_pieces_of_a_conversation_belong_together_and_others_do_not() -> None:
    pieces = [talk(mine(1, 1), name="7"), talk(sent(2, ANA), name="8"), talk(sent(3, BO), name="7")]
    assert ends(read(script(*pieces, name="direct_messages_group"))) == [
        ("out", [BO], 1), ("in", [ANA], 1), ("in", [BO], 1),
    ]  # fmt: skip


def test_conversations_without_an_id_have_nothing_to_do_with_one_another() -> None:
    one, other = talk(mine(1, 1), sent(2, ANA), name=""), talk(sent(3, BO), mine(4, 4), name="")
    told = read(script(one, other, name="direct_message_group"))
    assert ends(told) == [("out", [ANA], 1), ("in", [ANA], 1), ("in", [BO], 1), ("out", [BO], 1)]


def test_a_group_larger_than_any_is_not_counted_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "_MOST", 2)
    told = group(sent(1, ANA), sent(2, BO), joined(5, CY), mine(1, 3), mine(6, 4))
    assert ends(told) == [("in", [ANA], 2), ("in", [BO], 2), ("out", [BO, ANA], 2)]
    assert kinds(told) == ["changes of a group", "messages to more than 2 people"]


def test_a_broken_element_is_told_of_once_though_the_file_is_read_twice() -> None:
    looked_at: list[int] = []
    file = script(None, talk(mine(1)), name="direct_messages_group", watch=looked_at.append)
    assert problems(read(file)) == [(2, "bad-element")]
    assert sum(looked_at) == file.size


def test_messages_of_two_are_read_without_groups_in_mind() -> None:
    assert ends(direct(joined(1, BO), sent(1, ME, ANA))) == [("out", [ANA], 1)]


# Against a plain model: each message looks at all that is known

PEOPLE = st.sampled_from([ANA, BO, CY])
WHEN = st.sampled_from([0, 0.5, 1, 1.5, 2, 2.5, 3])
CHANGES = st.one_of(
    st.builds(joined, st.none() | WHEN, PEOPLE, by=st.none() | PEOPLE),
    st.builds(left, st.none() | WHEN, PEOPLE),
    st.builds(there, st.none() | WHEN, PEOPLE, PEOPLE),
)
MESSAGES = st.tuples(PEOPLE | st.just(ME), WHEN)
_ORDER = ("participantsLeave", "joinConversation", "participantsJoin")


def expected(
    events: list[Value], messages: list[tuple[str, float]]
) -> list[tuple[str, list[str], int]]:
    """Say what becomes of messages, by asking of everybody at each of them."""
    named = {sender for sender, _ in messages}
    marks = set()
    for kind, value in (pair for event in events for pair in event.items()):
        people = {*value.get("userIds", ()), *value.get("participantsSnapshot", ())}
        named |= people | {value.get("initiatingUserId", ME)}
        if "createdAt" in value:
            marks |= {(value["createdAt"], _ORDER.index(kind), kind, who) for who in people}

    def is_there(who: str, when: float) -> bool:
        those = sorted(mark for mark in marks if mark[3] == who)
        passed = [kind for at, _, kind, _ in those if at <= iso(when)]
        if passed:
            return passed[-1] != "participantsLeave"
        return not those or those[0][2] != "participantsJoin"

    told = []
    for sender, when in messages:
        others = sorted((who for who in named - {ME, sender} if is_there(who, when)), key=int)
        if sender != ME:
            told.append(("in", [sender], len(others) + 1))
        elif others:
            told.append(("out", others, len(others)))
    return told


@settings(max_examples=400, deadline=None)
@given(st.lists(CHANGES, max_size=8), st.lists(MESSAGES, max_size=6))
@example([joined(1, ANA), left(1, ANA), there(1, ANA)], [(ME, 0), (ME, 1), (BO, 1)])
def test_membership_is_what_the_plain_model_says(
    events: list[Value], messages: list[tuple[str, float]]
) -> None:
    asked = [sent(number, sender, at=at) for number, (sender, at) in enumerate(messages, 1)]
    told = group(*events, *asked)
    assert ends(told) == expected(events, messages)
    pieces = [talk(event, name="777") for event in [*asked, *events[::-1]]]
    assert ends(read(script(*pieces, name="direct_message_group"))) == ends(told)
