"""Every kind of reason at the edges where it begins and ends, and who comes first."""

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.suggested import answered, reasons, suggested, talk, with_cadence
from metrics.worlds import (
    D,
    InteractionRow,
    MoveRow,
    SnapshotRow,
    interaction,
    kept,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.calendar import Span
from netaudit.frames import Frames
from netaudit.metrics.evidence import (
    Asked,
    Moved,
    New,
    OnScreen,
    Overdue,
    Reason,
    Waits,
)
from netaudit.metrics.scope import History
from netaudit.metrics.suggestions import Suggestions
from netaudit.metrics.waiting import waiting_on_me


def test_who_waits_is_named_with_since_when() -> None:
    rows = [*answered(0, 400), text(0, D - 101, "in")]
    assert reasons(world(ties=[tie(0)], interactions=rows), "waiting") == [
        Waits(0, D - 101, 101, opened=True, until=D)
    ]


def test_whom_i_ever_answered_comes_before_offers() -> None:
    rows = [
        text(0, D - 50, "in"),  # never answered
        *answered(1, 61),
        text(1, D - 60, "in"),  # a last word within a week
        *answered(2, 300),
        text(2, D - 91, "in"),
        *answered(3, 300),
        text(3, D - 90, "in"),
        *answered(4, 300),
        *answered(4, 301),
        text(4, D - 5, "in"),
    ]
    frames = world(ties=[tie(number) for number in range(5)], interactions=rows)
    assert [one.person for one in reasons(frames, "waiting")] == [4, 3, 2, 1, 0]


def test_only_silence_that_is_known_keeps_somebody_waiting() -> None:
    rows = [*answered(0, 300), text(0, D - 61, "in")]
    for ends, found in (
        (59, []),
        (58, [Waits(0, D - 61, 61, opened=True, until=D - 58)]),
        (0, [Waits(0, D - 61, 61, opened=True, until=D)]),
        (-4, [Waits(0, D - 61, 61, opened=True, until=D)]),
    ):
        seen = world(interactions=rows, snapshots=[SnapshotRow("linkedin", "a.zip", D - ends)])
        assert reasons(seen, "waiting") == found, ends
        assert len(waiting_on_me(History.of(seen).at(D))) == 1
    met = [*rows, meeting(0, D - 400), meeting(1, D)]  # the log knows of them as well
    ended = world(interactions=met, snapshots=[SnapshotRow("linkedin", "a.zip", D - 59)])
    assert [one.person for one in reasons(ended, "waiting")] == [0]


def test_the_longest_known_wait_comes_first() -> None:
    rows = [*answered(0, 300), text(0, D - 80, "in"), *answered(1, 300)]
    rows += [row._replace(channel="dm") for row in (*answered(2, 300), text(2, D - 20, "in"))]
    ends = [SnapshotRow("linkedin", "a.zip", D - 70), SnapshotRow("x", "x.zip", D)]
    found = reasons(world(interactions=rows, snapshots=ends), "waiting")
    assert [(one.person, one.known) for one in found if isinstance(one, Waits)] == [
        (2, 20),
        (0, 10),
    ]


def test_whoever_waits_too_long_comes_later_however_little_of_it_is_known() -> None:
    rows = [row for who in (0, 1) for row in answered(who, 300)]
    rows += [text(0, D - 91, "in"), text(1, D - 89, "in")]
    ended = world(interactions=rows, snapshots=[SnapshotRow("linkedin", "a.zip", D - 80)])
    assert [one.person for one in reasons(ended, "waiting")] == [1, 0]


def asks(who: int, ago: int) -> InteractionRow:
    return interaction(
        who, D - ago, "in", medium="voice", logged=True, purpose="was_asked", position=1
    )


def test_an_open_ask_holds_from_the_third_day_for_a_year() -> None:
    rows = [asks(number, ago) for number, ago in enumerate((2, 3, 90, 91, 365, 366))]
    assert reasons(world(interactions=rows), "asked") == [
        Asked(2, D - 90, 90),
        Asked(1, D - 3, 3),
        Asked(4, D - 365, 365),
        Asked(3, D - 91, 91),
    ]


def test_a_call_or_help_closes_an_ask_and_my_own_asks_are_none() -> None:
    rows = [
        asks(0, 30),
        interaction(0, D - 20, "out", logged=True, position=2),
        interaction(1, D - 20, "out", logged=True, purpose="asked"),
    ]
    assert reasons(world(interactions=rows), "asked") == []


def test_who_is_late_by_the_most_cadences_comes_first() -> None:
    people = [
        with_cadence(0, "1y"),
        with_cadence(1, "3w", "friends"),
        with_cadence(2, "3w"),
        with_cadence(3, "3w"),
    ]
    rows = [text(0, D - 400, "in"), text(1, D - 77, "in"), text(3, D - 21, "out")]
    assert reasons(world(people=people, interactions=rows), "cadence") == [
        Overdue(1, Span(3, "w"), "friends", 77),
        Overdue(0, Span(1, "y"), None, 400),
        Overdue(2, Span(3, "w"), None, None),
    ]


def test_a_connection_is_new_for_ninety_days_until_a_word_is_exchanged() -> None:
    ties = [
        tie(0, since=D - 89),
        tie(1, since=D - 90),
        tie(2, since=D),
        tie(3, since=D + 1),
        tie(4, since=D - 5),
        tie(5, "following", since=D - 5),
        tie(6),
        tie(7, since=D - 400, until=D - 300),
        tie(7, since=D - 5),
        tie(8, since=D - 5, until=D),
        tie(9),
        tie(9, since=D - 6),
    ]
    frames = world(ties=ties, interactions=[text(4, D - 4, "out")])
    assert reasons(frames, "new") == [New(2, D), New(9, D - 6), New(0, D - 89)]


def move(who: int, seen: int, next_on: int | None = None, **jobs: str) -> MoveRow:
    said = {"company_before": "Initech", "company": "Acme GmbH", **jobs}
    return MoveRow(who, seen, next_on, **said)


def test_a_move_is_news_in_the_newest_list_for_half_a_year() -> None:
    ties = [tie(number) for number in range(5)]
    moves = [
        move(0, D - 180),
        move(1, D - 181),
        move(2, D - 30, D + 1),
        move(3, D - 30, D),
        move(4, D + 1),
    ]
    assert reasons(world(ties=ties, moves=moves), "moved") == [
        Moved(0, D - 180, "Initech", "", "Acme GmbH", ""),
        Moved(2, D - 30, "Initech", "", "Acme GmbH", ""),
    ]
    day_before = reasons(world(ties=ties, moves=moves), "moved", D - 1)
    assert [one.person for one in day_before] == [0, 1, 2, 3]


def test_whoever_was_in_touch_since_or_left_has_no_news() -> None:
    ties = [tie(0), tie(1), tie(2, until=D)]
    rows = [text(0, D - 10, "in"), text(1, D - 11, "in")]
    moves = [move(number, D - 10) for number in range(3)]
    found = reasons(world(ties=ties, interactions=rows, moves=moves), "moved")
    assert [one.person for one in found] == [1]


def test_whom_i_know_best_comes_first_then_who_changed_company() -> None:
    ties = [tie(number) for number in range(3)]
    moves = [
        move(0, D - 1, company="initech", position="Chef"),
        move(1, D - 1),
        move(2, D - 1, company="Initech", position="Chef"),
    ]
    frames = world(ties=ties, moves=moves, interactions=[text(2, D - 300, "out")])
    assert [one.person for one in reasons(frames, "moved")] == [2, 1, 0]


def chats(who: int, days: int) -> list[InteractionRow]:
    """Return so many days of messages both ways, up to today."""
    return [row for nth in range(days) for row in answered(who, 20 * nth)]


def test_ten_days_of_messages_and_never_a_call() -> None:
    rows = [*chats(0, 10), *chats(1, 9), *chats(2, 12), *chats(3, 10), meeting(3, D - 700)]
    assert reasons(world(interactions=rows), "screen") == [OnScreen(2, 12), OnScreen(0, 10)]
    only_in = [text(4, D - 20 * nth, "in") for nth in range(12)]
    found = reasons(world(ties=[tie(4)], interactions=[*only_in, meeting(3, D)]), "screen")
    assert found == []


def test_posts_and_groups_are_no_days_of_messages() -> None:
    def also(**how: Any) -> list[Reason]:  # noqa: ANN401 - whatever makes an interaction another
        days = [
            interaction(0, D - 1 - 20 * nth, way, hour=9, **how)
            for nth in range(5)
            for way in ("in", "out")
        ]
        return reasons(world(interactions=[*chats(0, 9), *days, meeting(1, D)]), "screen")

    assert also() == [OnScreen(0, 14)]
    assert also(medium="public") == []
    assert also(size=2) == []
    assert also(size=9) == []


def test_both_have_a_word_in_the_messages() -> None:
    mine = [text(0, D - 20 * nth, "out") for nth in range(12)]
    for post in ("public", "text"):
        theirs = interaction(0, D - 3, "in", medium=post, hour=9)
        found = reasons(world(interactions=[*mine, theirs, meeting(1, D)]), "screen")
        assert bool(found) is (post == "text")


def test_where_no_call_is_on_record_nobody_lacks_one() -> None:
    found = suggested(world(interactions=chats(0, 12)))
    assert (found.people, found.words, found.calls) == ((), True, False)
    assert suggested(world(interactions=[meeting(0, D)])).calls
    assert not suggested(world()).words


def of_all_kinds() -> Frames:
    """Return a world with three people for each kind of reason, 0 to 2, 3 to 5 and so on."""
    people = [person(number) for number in range(22)]
    for number in (6, 7, 8):
        people[number] = with_cadence(number, "3w")
    ties = [tie(number, since=D - 3000) for number in range(12)]
    ties += [tie(number, since=D - number) for number in (12, 13, 14)]
    ties += [tie(number) for number in (15, 16, 17)]
    rows = [meeting(21, D)]
    for number in range(3):
        rows += [*answered(number, 300), text(number, D - 20, "in")]
        rows += [asks(3 + number, 40)]
        rows += talk(9 + number, 45 + 96, 12, 9)
        rows += chats(18 + number, 10)
    return world(
        people=people, ties=ties, interactions=rows,
        moves=[move(number, D - 10) for number in (15, 16, 17)],
    )  # fmt: skip


KINDS = ("waiting", "asked", "cadence", "rhythm", "new", "moved", "screen")


def test_kinds_take_turns_in_their_order() -> None:
    found = suggested(of_all_kinds())
    assert tuple(one.reason.kind for one in found.people) == KINDS * 3
    assert found.with_reason == 21
    few = suggested(of_all_kinds(), limit=9)
    assert few.people == found.people[:9]
    assert few.with_reason == 21


def test_a_person_stands_once_under_the_first_kind_that_names_them() -> None:
    rows = [*talk(0, 45 + 120, 12, 11), *talk(1, 45 + 120, 12, 11), text(0, D - 44, "in")]
    frames = world(ties=[tie(0), tie(1)], interactions=rows, moves=[move(0, D - 10)])
    first, second = suggested(frames).people
    assert (first.person.name, first.reason.kind) == ("Person 000", "waiting")
    assert [one.kind for one in first.also] == ["rhythm", "moved"]
    assert (second.person.name, second.reason.kind) == ("Person 001", "rhythm")


def test_the_ignored_and_the_snoozed_are_never_suggested() -> None:
    people = [
        person(number, ignored=ignored)._replace(snoozed_until=until, cadence="1d")
        for number, (ignored, until) in enumerate(
            [(True, None), (False, D + 1), (False, D), (False, None)]
        )
    ]
    ties = [tie(number, since=D - 5) for number in range(4)]
    moves = [move(number, D - 5) for number in range(4)]
    found = suggested(world(people=people, ties=ties, moves=moves))
    assert [one.person.person_id for one in found.people] == ["p002", "p003"]
    assert found.with_reason == 2


def test_nothing_is_a_reason_for_nothing() -> None:
    assert suggested(world()) == Suggestions(D, (), 0, words=False, calls=False)


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_rows_may_come_in_any_order_and_stay_as_they_are(random: Random) -> None:
    frames = of_all_kinds()
    rows = {
        name: getattr(frames, name).sample(frac=1, random_state=random.randrange(2**31))
        for name in ("people", "ties", "interactions", "moves")
    }
    shuffled = Frames(
        **rows, signals=frames.signals, snapshots=frames.snapshots, left_out=frames.left_out,
        ambiguous_entries=0, timezone="UTC",
    )  # fmt: skip
    with kept(shuffled):
        assert suggested(shuffled) == suggested(frames)
