"""Lines over time: the list above, network and people in touch both ways below it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from netaudit.render import values
from netaudit.render.html.charts import reading, wording
from netaudit.render.html.charts.drawing import (
    WIDTH,
    Across,
    Box,
    Colour,
    Panel,
    Picture,
    Span,
    Stroke,
    Tick,
)
from netaudit.report import Section

_TOP, _HEIGHT, _BETWEEN, _AXIS = 12, 92, 24, 28
#: What the words above the mark take where the data ends.
_MARK = 18
_GAP = 9
_LABEL_PITCH = 17
_MOST_TICKS = 4
#: Months between two ticks of the axis of time.
_STRIDES = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 24000)


class Point(NamedTuple):
    """A number on a day, and how the line is drawn that leads to it and from it.

    It is solid where the number is known. Dashed is too low, for the record begins within its
    window, or a list of unknown dates; dotted is after the end of the data.
    """

    day: date
    number: float
    stroke: Stroke = "solid"

    @property
    def place(self) -> tuple[float, float]:
        """Return where it lies on the axes."""
        return self.day.toordinal(), self.number


class Course(NamedTuple):
    """A line: what it counts, its colour, and its points in the order of time."""

    words: str
    colour: Colour
    points: list[Point]

    @property
    def last(self) -> str:
        """Return the newest number as it reads."""
        return wording.number(self.points[-1].number)


def momentum(section: Section, reach: reading.Reach) -> Picture | None:
    """Draw the list above and, on a scale of its own, the network below; both begin at zero.

    The list is often ten times the network. On one scale the network would lie on the ground;
    two scales in one frame would make both look alike.
    """
    rows = reading.rows(section, "months")
    ends = reach.ends
    frames = [
        [_of_list(rows, reach)],
        [
            _of_contact("both ways", "accent-2", rows, "two_way_people", ends),
            _of_contact("network", "accent", rows, "network", ends),
        ],
    ]
    frames = [shown for frame in frames if (shown := list(filter(_is_known, frame)))]
    courses = [course for frame in frames for course in frame]
    if not any(point.number for course in courses for point in course.points):
        return None
    days = [point.day for course in courses for point in course.points]
    time = Span(min(days).toordinal(), max(days).toordinal())
    right = _GAP + max(
        wording.length("".join(words for words, _ in pieces))
        for frame in frames for pieces in _labels(frame)
    )  # fmt: skip
    scales = [_scale(frame) for frame in frames]
    left = _GAP + max(wording.length(tick.words) for scale in scales for tick in scale)
    is_marked = ends is not None and time.low <= ends.toordinal() <= time.high
    above = _TOP + (_MARK if is_marked else 0)
    panels = []
    for place, (frame, scale) in enumerate(zip(frames, scales, strict=True)):
        top = above + place * (_HEIGHT + _BETWEEN)
        box = Box(left, top, WIDTH - left - right, _HEIGHT)
        is_last = place == len(frames) - 1
        panels.append(_panel(box, time, scale, frame, _ticks(time) if is_last else []))
    if ends and is_marked:
        _mark(panels, ends, time)
    height = above + len(frames) * (_HEIGHT + _BETWEEN) - _BETWEEN + _AXIS
    return Picture("List and network", _describe(courses, reach), height, tuple(panels), wide=True)


def _of_list(rows: Sequence[reading.Row], reach: reading.Reach) -> Course:
    points = _points(rows, "list")
    # Of such a list it is not known how it came to be: most of it was drawn back to the beginning.
    is_undated = bool(points and reach.undated and 2 * reach.undated > points[0].number)
    return _course("list", "dim", points, lambda _: is_undated, reach.ends)


def _of_contact(
    words: str, colour: Colour, rows: Sequence[reading.Row], key: str, ends: date | None
) -> Course:
    partial = {row.day("date") for row in rows if row.value("partial") is True}
    return _course(words, colour, _points(rows, key), partial.__contains__, ends)


def _points(rows: Sequence[reading.Row], key: str) -> list[Point]:
    return sorted(
        Point(day, number)
        for row in rows
        if (day := row.day("date")) is not None and (number := row.count(key)) is not None
    )


def _course(
    words: str,
    colour: Colour,
    points: Sequence[Point],
    is_dashed: Callable[[date], bool],
    ends: date | None,
) -> Course:
    drawn: list[Point] = []
    for point in points:
        stroke: Stroke = "dashed" if is_dashed(point.day) else "solid"
        drawn.append(point._replace(stroke="dotted" if ends and point.day > ends else stroke))
    return Course(words, colour, drawn)


def _is_known(course: Course) -> bool:
    """Say whether there are two days to draw a line between, and more than a missing record."""
    points = course.points
    return len({point.day for point in points}) > 1 and any(
        point.number or point.stroke != "dashed" for point in points
    )


def _scale(frame: Sequence[Course]) -> list[Tick]:
    highest = max(point.number for course in frame for point in course.points)
    return [Tick(at, wording.short(at)) for at in wording.steps(highest)]


def _panel(
    box: Box, time: Span, scale: Sequence[Tick], frame: Sequence[Course], across: Sequence[Tick]
) -> Panel:
    panel = Panel(box, time, Span(0, scale[-1].at), across=across, up=scale)
    if len(frame) == 1:
        known = [point.place for point in frame[0].points if point.stroke == "solid"]
        if len(known) > 1:
            panel.area(known, "pale")
    panel.line(((time.low, 0), (time.high, 0)), "dim", 1)
    for course in frame:
        for stroke, points in _runs(course.points):
            panel.line([point.place for point in points], course.colour, stroke=stroke)
        last = course.points[-1]
        panel.dot(*last.place, course.colour, 3.5, hollow=last.stroke == "dotted")
    labels = _labels(frame)
    for pieces, height in zip(labels, _apart(frame, panel.unit_y), strict=False):
        panel.text((time.high, height), pieces, offset=(_GAP, 0))
    return panel


def _runs(points: Sequence[Point]) -> Iterator[tuple[Stroke, list[Point]]]:
    """Cut a line into stretches that are drawn alike."""
    for stroke, steps in groupby(pairwise(points), _stroke):
        found = list(steps)
        yield stroke, [found[0][0], *(after for _, after in found)]


def _stroke(step: tuple[Point, Point]) -> Stroke:
    strokes = {point.stroke for point in step}
    return next((one for one in ("dotted", "dashed") if one in strokes), "solid")


def _mark(panels: Sequence[Panel], ends: date, time: Span) -> None:
    """Say above all panels, and show in each, where the data ends."""
    day = ends.toordinal()
    for panel in panels:
        panel.line(((day, panel.y.low), (day, panel.y.high)), "dim", 1.2, stroke="dashed")
    across: Across = "right" if 2 * day > time.low + time.high else "left"
    words = f"data ends {wording.short_date(ends)}"
    panels[0].text((day, panels[0].y.high), words, "dim", across=across, offset=(0, _MARK))


def _labels(frame: Sequence[Course]) -> list[list[tuple[str, Colour]]]:
    """Return what stands at the ends of the lines; one label where both end in one number."""
    labels: list[list[tuple[str, Colour]]] = []
    for course in frame:
        named: tuple[str, Colour] = (f" {course.words}", course.colour)
        if labels and course.points[-1].number == frame[0].points[-1].number:
            *before, (words, colour) = labels[0]
            labels[0] = [*before, (f"{words},", colour), named]
        else:
            is_known = course.points[-1].stroke != "dotted"
            labels.append([(course.last, "ink" if is_known else "dim"), named])
    return labels


def _apart(frame: Sequence[Course], unit: float) -> list[float]:
    """Return the heights of the labels: at the ends of the lines, but not on each other."""
    heights = [course.points[-1].number for course in frame]
    if len(set(heights)) < 2 or abs(heights[0] - heights[1]) >= _LABEL_PITCH * unit:
        return heights
    middle = max(sum(heights) / 2, _LABEL_PITCH / 2 * unit)
    above = middle + _LABEL_PITCH / 2 * unit
    below = middle - _LABEL_PITCH / 2 * unit
    return [above, below] if heights[0] >= heights[1] else [below, above]


def _ticks(time: Span) -> list[Tick]:
    """Return the beginnings of years, or of rounded months, within the time."""
    first, last = (date.fromordinal(int(day)) for day in time)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    for stride in _STRIDES:
        begins = [date(month // 12, month % 12 + 1, 1) for month in months if month % stride == 0]
        if len(begins) <= _MOST_TICKS:
            break
    if not begins:
        return [Tick(time.high, wording.month(last))]
    return [Tick(day.toordinal(), wording.month(day)) for day in begins]


def _describe(courses: Sequence[Course], reach: reading.Reach) -> str:
    sentences = [sentence for course in courses if (sentence := _told(course))]
    strokes = {(one.words == "list", point.stroke) for one in courses for point in one.points}
    if (True, "dashed") in strokes or (reach.undated and (True, "solid") in strokes):
        dashed = ", dashed," if (True, "dashed") in strokes else ""
        sentences.append(
            f"Of {wording.number(reach.undated or 0)} on the list it is not known since when:"
            f" they are drawn{dashed} as if they had been there from the beginning."
        )
    if (False, "dashed") in strokes:
        sentences.append("Dashed: the record begins within the window, and the number is too low.")
    if reach.ends and any(stroke == "dotted" for _, stroke in strokes):
        ends = values.long_date(reach.ends.isoformat())
        sentences.append(f"Dotted: the data ends {ends}, and silence after that is unknown.")
    return " ".join(sentences)


def _told(course: Course) -> str:
    """Tell the first and the last number that are known; of a list without dates the last."""
    points = [point for point in course.points if point.stroke == "solid"]
    points = points[:1] + points[1:][-1:]
    if not points:
        points = [point for point in course.points if point.stroke == "dashed"]
        points = points[-1:] if course.words == "list" else points[:1] + points[1:][-1:]
    told = (
        f"{wording.number(point.number)} on {values.long_date(point.day.isoformat())}"
        for point in points
    )
    return f"{course.words.capitalize()}: {', '.join(told)}." if points else ""
