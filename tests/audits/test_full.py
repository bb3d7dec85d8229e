"""What the audit says, in sentences, of worlds small enough to be told."""

import pytest

from metrics.worlds import (
    D,
    LeftOutRow,
    SignalRow,
    SnapshotRow,
    interaction,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.calendar import Span
from netaudit.frames import Frames
from netaudit.metrics.stale import By
from netaudit.report import Report, Section


def report(frames: Frames, by: By = "anyone") -> Report:
    return audit(frames, D, Options(by=by))


def section(frames: Frames, key: str, by: By = "anyone") -> Section:
    (found,) = (one for one in report(frames, by).sections if one.key == key)
    return found


def test_a_report_states_what_shaped_it() -> None:
    options = Options(window=Span(6, "mo"), stale=Span(4, "w"), by="me")
    found = audit(world(timezone="Europe/Vienna"), D, options)
    assert found.name == "audit"
    assert found.as_of == "2026-07-15"
    assert found.options == {
        "window": "6mo",
        "stale": "4w",
        "by": "me",
        "timezone": "Europe/Vienna",
    }
    assert [one.key for one in found.sections] == [
        "list_vs_network",
        "stale",
        "depth_breadth",
        "reciprocity",
        "online_to_offline",
        "giving",
        "invitations",
        "cohorts",
        "momentum",
        "circles",
        "cadence",
        "coverage",
        "next",
    ]


def test_a_list_alone_says_that_nothing_is_known_of_contact() -> None:
    assert report(world(ties=[tie(0)])).headline == (
        "Your list holds 1 person, your network 0. No conversation is on record up to 15 Jul"
        " 2026: import your messages or a log as well."
    )


def test_an_empty_store_says_what_to_do() -> None:
    found = report(world())
    assert found.headline == (
        "Nothing to audit up to 15 Jul 2026: import an export that reaches there,"
        " or log an interaction."
    )
    assert [one.summary for one in found.sections] == [
        "Your list is empty, and no contact both ways is recorded within the last year.",
        "Your list is empty: nobody on it can be stale.",
        "No contact is recorded within the last year.",
        (
            "No conversation was begun within the last year, as far as is recorded."
            " Nobody is known to be waiting for an answer from you."
        ),
        "Your list is empty: there is nobody to meet.",
        "No entry says gave, got, asked or was asked: of giving and asking nothing is known.",
        "No invitation is on record.",
        "Your list is empty: nobody came onto it.",
        "In 365 days your list stayed empty; how your network moved is not known.",
        "Your list is empty: there are no circles on it.",
        "Nobody has a cadence yet: netaudit cadence NAME 3w sets one.",
        "Nothing has been imported or logged yet.",
        (
            "Nothing on record is a reason to talk to anybody. netaudit cadence NAME 3w says how"
            " often you want to be in touch; a new export or netaudit log brings what happened."
        ),
    ]
    assert found.notes == ()


def test_a_log_alone_says_that_the_list_is_empty() -> None:
    assert report(world(interactions=[meeting(0, D), meeting(1, D)])).headline == (
        "Your list holds 0 people, your network 0. Contact is on record with 2 people: import the"
        " list of your connections."
    )


def test_the_headline_names_both_numbers_and_a_single_channel() -> None:
    ties = [tie(0), tie(1)]
    letters = [text(0, D, "in"), text(0, D, "out")]
    assert report(world(ties=ties, interactions=letters)).headline == (
        "Your list holds 2 people, your network 1. Built from one channel only: LinkedIn messages."
    )
    met = [*letters, meeting(1, D)]
    assert report(world(ties=ties, interactions=met)).headline == (
        "Your list holds 2 people, your network 2."
    )
    only_met = world(ties=ties, interactions=[meeting(1, D)])
    assert report(only_met).headline.endswith("Built from one channel only: meeting.")


@pytest.mark.parametrize(
    ("listed", "network", "summary"),
    [
        (1, 0, "The one person on your list is not network: no contact both ways is recorded"),
        (1, 1, "The one person on your list is network: contact went both ways"),
        (3, 0, "None of the 3 people on your list is network: no contact both ways is recorded"),
        (3, 1, "1 of the 3 people on your list is network: contact went both ways"),
        (3, 2, "2 of the 3 people on your list are network: contact went both ways"),
        (3, 3, "All 3 people on your list are network: contact went both ways"),
    ],
)
def test_list_vs_network_in_a_sentence(listed: int, network: int, summary: str) -> None:
    frames = world(
        ties=[tie(number) for number in range(listed)],
        interactions=[meeting(number, D) for number in range(network)],
    )
    found = section(frames, "list_vs_network")
    assert found.summary == f"{summary} within the last year."


def test_lapsed_and_unlisted_people_are_mentioned() -> None:
    frames = world(
        ties=[tie(0), tie(1), tie(2, "follower")],
        interactions=[meeting(0, D - 400), meeting(1, D), meeting(3, D)],
    )
    found = section(frames, "list_vs_network")
    assert (
        "1 more has lapsed: you have met or answered each other, but contact did not go both ways"
        " within the last year."
    ) in found.summary
    assert "in touch both ways with 1 person who is not on your list." in found.summary
    assert found.notes[0] == ("The states add up to the list: 0 + 0 + 0 + 0 + 2 = 2.")
    assert found.notes[-1].startswith("1 person follows you without being on your list")


def test_more_than_one_lapsed_or_following() -> None:
    frames = world(
        ties=[tie(0), tie(1), tie(2, "follower"), tie(3, "follower")],
        interactions=[meeting(number, D - 400) for number in (0, 1)],
    )
    found = section(frames, "list_vs_network")
    assert "2 people have lapsed: " in found.summary
    assert found.notes[-1].startswith("2 people follow you")


def test_whom_one_met_lately_without_a_word_of_both_is_not_said_to_be_long_gone() -> None:
    """A meeting of today that was logged as theirs alone."""
    row = interaction(0, D, "in", medium="in_person", logged=True)
    assert section(world(ties=[tie(0), tie(1)], interactions=[row]), "list_vs_network").summary == (
        "None of the 2 people on your list is network: no contact both ways is recorded within the"
        " last year. 1 person has lapsed: you have met or answered each other, but contact did not"
        " go both ways within the last year."
    )
    assert section(world(ties=[tie(0)], interactions=[row]), "list_vs_network").summary == (
        "The one person on your list is not network: no contact both ways is recorded within the"
        " last year. They have lapsed: you have met or answered each other, but contact did not go"
        " both ways within the last year."
    )


def test_before_the_first_interaction_nothing_is_said_of_what_came_later() -> None:
    """Neither that there is none at all, nor that it is not known how far the log reaches."""
    snapshots = [SnapshotRow("log", "log.csv", None)]
    frames = world(ties=[tie(0)], interactions=[meeting(0, D + 9)], snapshots=snapshots)
    found = report(frames)
    assert found.headline.endswith(
        "No conversation is on record up to 15 Jul 2026: import your messages or a log as well."
    )
    assert found.notes == ("The log holds nothing up to the day of the report.",)


def test_the_table_says_within_what_time_somebody_was_in_touch() -> None:
    for window, label in ((Span(365, "d"), "1y"), (Span(1, "y"), "1y"), (Span(30, "d"), "30d")):
        found = audit(world(ties=[tie(0)]), D, Options(window=window)).sections[0]
        assert found.tables[0].columns[-1].label == f"in touch in {label}"


def test_a_network_without_a_list() -> None:
    frames = world(interactions=[meeting(0, D), meeting(1, D)])
    assert section(frames, "list_vs_network").summary == (
        "Your list is empty; contact went both ways with 2 people within the last year."
    )
    assert report(frames).headline.startswith("Your list holds 0 people, your network 0.")


def test_stale_in_a_sentence() -> None:
    ties = [tie(number) for number in range(4)]
    rows = [text(0, D - 40, "in"), text(1, D - 40, "in"), text(2, D, "in")]
    assert section(world(ties=ties, interactions=rows), "stale").summary == (
        "2 of the 4 people on your list were last in touch 30 days ago or longer."
        " With 1 no contact is recorded. Untouched: 75 % of the list."
    )
    assert section(world(ties=ties, interactions=rows[1:]), "stale").summary.startswith(
        "1 of the 4 people on your list was last in touch"
    )
    assert section(world(ties=ties), "stale").summary == (
        "With 4 no contact is recorded. Untouched: 100 % of the list."
    )
    fresh = [meeting(number, D) for number in range(4)]
    assert section(world(ties=ties, interactions=fresh), "stale").summary == (
        "All of the 4 people on your list were in touch within the last 30 days."
    )
    alone = world(ties=ties[:1], interactions=fresh[:1])
    assert section(alone, "stale").summary == (
        "The one person on your list was in touch within the last 30 days."
    )


def test_a_list_of_one_in_a_sentence() -> None:
    late = world(ties=[tie(0)], interactions=[text(0, D - 40, "out")])
    assert section(late, "stale").summary == (
        "The one person on your list was last in touch 30 days ago or longer."
        " Untouched: 100 % of the list."
    )
    assert section(late, "stale", "me").summary == (
        "Your last word to the one person on your list lies 30 days back or longer."
        " Untouched: 100 % of the list."
    )
    fresh = world(ties=[tie(0)], interactions=[meeting(0, D)])
    assert section(fresh, "stale", "me").summary == (
        "You reached out to the one person on your list within the last 30 days."
    )


def test_stale_by_me_in_a_sentence() -> None:
    ties = [tie(number) for number in range(3)]
    rows = [text(0, D - 40, "out"), text(1, D, "in"), text(2, D, "out")]
    found = section(world(ties=ties, interactions=rows), "stale", "me")
    assert found.summary == (
        "Your last word to 1 of the 3 people on your list lies 30 days back or longer."
        " To 1 no word from you is recorded. Untouched: 67 % of the list."
    )
    assert found.notes[0].startswith("Only what you did yourself counts as a touch here;")
    fresh = [meeting(number, D) for number in range(3)]
    assert section(world(ties=ties, interactions=fresh), "stale", "me").summary == (
        "You reached out to all of the 3 people on your list within the last 30 days."
    )


def test_depth_and_breadth_in_a_sentence() -> None:
    one = world(interactions=[text(0, D, "in")])
    assert section(one, "depth_breadth").summary == (
        "Within the last year the only contact-day went to a single person."
    )
    two = world(interactions=[text(0, D, "in"), text(0, D - 1, "in")])
    assert section(two, "depth_breadth").summary == (
        "Within the last year 2 contact-days went to a single person."
    )
    few = world(interactions=[text(number, D, "in") for number in range(5)])
    assert section(few, "depth_breadth").summary == (
        "Within the last year 5 contact-days went to 5 people,"
        " spread as widely as 5.0 people with 1.0 days each."
    )
    many = world(interactions=[text(number, D, "in") for number in range(10)])
    assert section(many, "depth_breadth").summary.endswith("The first 5 people hold 50 % of them.")


def test_coverage_accounts_for_what_was_left_out() -> None:
    frames = world(
        people=[person(0, ""), person(1, ignored=True), person(2), person(3)],
        ties=[tie(0), tie(1)],
        interactions=[
            *(text(number, D, "out", size=9) for number in (0, 1)),
            text(0, D, "in", size=12),
            meeting(2, D),
            text(0, D + 1, "in"),
        ],
        signals=[SignalRow(1, "invitation", D), SignalRow(3, "invitation", D + 1)],
        snapshots=[
            SnapshotRow("linkedin", "b.zip", D, read=9, set_aside=1),
            SnapshotRow("linkedin", "a.zip", None, read=4, skipped=2),
        ],
        left_out=[LeftOutRow("linkedin", "sponsored", 3), LeftOutRow("linkedin", "draft", 1)],
        ambiguous_entries=1,
    )
    found = section(frames, "coverage")
    assert {one.key: one.value for one in found.figures} == {
        "imports": 2,
        "people": 3,
        "people_without_name": 1,
        "people_only_in_log": 1,
        "people_ignored": 1,
        "accounts_blocked": 0,
        "interactions": 4,
        "signals": 1,
        "group_messages_left_out": 2,
        "ambiguous_entries": 1,
        "records_set_aside": 4,
        "records_skipped": 2,
    }
    assert {table.key: table.rows for table in found.tables} == {
        "sources": (("linkedin", "2026-07-15", 0), ("log", "2026-07-15", 0)),
        "channels": (
            ("linkedin", 3, 2, "2026-07-15", "2026-07-15"),
            ("meeting", 1, 1, "2026-07-15", "2026-07-15"),
        ),
        "imports": (
            ("linkedin", "a.zip", None, 4, 0, 2),
            ("linkedin", "b.zip", "2026-07-15", 9, 1, 0),
        ),
        "set_aside": (("linkedin", "draft", 1), ("linkedin", "sponsored", 3)),
    }
    assert found.summary == (
        "4 interactions and 3 people on record, from 2 exports and logs over 2 channels."
        " Left out: 4 records set aside, 2 records skipped and 2 messages to large groups."
    )
    assert "1 log entry fits several people and could not be given to one of them." in found.notes
    assert any(note.startswith("1 person known only from the log") for note in found.notes)
    assert any(note.startswith("1 person ignored") for note in found.notes)


def test_who_came_onto_the_list_today_is_on_record() -> None:
    frames = world(ties=[tie(0, since=D), tie(1, since=D + 1)])
    assert section(frames, "coverage").summary.startswith("0 interactions and 1 person on record")


def test_coverage_without_anything_left_out() -> None:
    frames = world(people=1, snapshots=[SnapshotRow("linkedin", "a.zip", D)], ambiguous_entries=2)
    found = section(frames, "coverage")
    assert found.summary == (
        "0 interactions and 0 people on record, from 1 export or log over 0 channels."
    )
    assert "2 log entries fit several people and could not be given to one of them." in found.notes


def test_ignored_people_are_nowhere_else() -> None:
    hidden = world(
        people=[person(0, ignored=True)],
        ties=[tie(0)],
        interactions=[interaction(0, D, "both", medium="voice")],
    )
    assert report(hidden).headline.startswith("Nothing to audit up to")
    assert section(hidden, "coverage").figures[1].value == 1


def test_shares_of_an_empty_list_are_explained() -> None:
    keys = ("list_vs_network", "stale", "depth_breadth")
    notes = [section(world(), key).notes[0] for key in keys]
    assert notes == [
        "Nobody is on the list: there are no shares of it.",
        "Nobody is on the list: there is no share of it.",
        "Without any contact within the last year there is neither breadth nor depth to measure.",
    ]


def test_followers_can_be_counted_as_on_the_list() -> None:
    frames = world(
        ties=[tie(0, "follower"), tie(1), tie(2, "following"), tie(2, "follower", until=D)],
        interactions=[meeting(0, D)],
    )
    for counted, listed, audience, network in ((False, 2, 1, 0), (True, 3, 0, 1)):
        found = audit(frames, D, Options(count_followers=counted))
        figures = {one.key: one.value for one in found.sections[0].figures}
        assert (figures["list"], figures["audience"]) == (listed, audience)
        assert (figures["network"], figures["off_list_network"]) == (network, 1 - network)
        assert found.options.get("count_followers") == ("yes" if counted else None)
