"""What the audit says beside the figures of an earlier day."""

from metrics.worlds import D, text, tie, world
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.calendar import Span


def test_an_earlier_day_with_less_of_a_record_is_told() -> None:
    letters = [text(0, D - 100, "in"), text(0, D - 99, "out")]
    frames = world(ties=[tie(0, since=D - 900)], interactions=letters)
    found = audit(frames, D, Options(compare=Span(90, "d")))
    short = (
        "On 16 Apr 2026 the last year reached back beyond the first interaction on record, of"
        " 6 Apr 2026: what is more since may only have come onto the record."
    )
    told = {one.key for one in found.sections if short in one.notes}
    assert told == {"list_vs_network", "depth_breadth", "reciprocity", "giving"}
    assert found.notes[0] == short
    whole = audit(frames, D, Options(window=Span(10, "d"), compare=Span(80, "d")))
    assert not any(note.startswith("On ") for note in whole.notes)


def test_what_was_not_known_on_the_earlier_day_is_explained() -> None:
    frames = world(ties=[tie(0, since=D - 10)], interactions=[text(0, D - 10, "in")])
    found = {one.key: one for one in audit(frames, D, Options(compare=Span(90, "d"))).sections}
    assert found["depth_breadth"].previous is not None
    assert found["depth_breadth"].previous["gini"] is None
    assert found["depth_breadth"].notes[-1] == (
        "On 16 Apr 2026: Without any contact within the last year there is neither breadth nor"
        " depth to measure."
    )
    stale = found["stale"]
    assert stale.notes[-1] == "On 16 Apr 2026: Nobody is on the list: there is no share of it."
