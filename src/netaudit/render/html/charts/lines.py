"""Lines over time: the list above, network and people in touch both ways below it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from netaudit.render import values
from netaudit.render.html.charts import reading, wording
from netaudit.render.html.charts.drawing import WIDTH, Box, Colour, Panel, Picture, Span, Tick
from netaudit.report import Section

_TOP, _HEIGHT, _BETWEEN, _AXIS = 12, 92, 24, 28
_GAP = 9
_LABEL_PITCH = 17
_MOST_TICKS = 4
#: Months between two ticks of the axis of time.
_STRIDES = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 24000)


class Point(NamedTuple):
    """A number on a day; `partial`: it is too low, for the record begins within its window."""

    day: date
    number: float
    partial: bool


class Course(NamedTuple):
    """A line: what it counts, its colour, and its points in the order of time."""

    words: str
    colour: Colour
    points: list[Point]

    @property
    def last(self) -> str:
        """Return the newest number as it reads."""
        return wording.number(self.points[-1].number)


def momentum(section: Section) -> Picture | None:
    """Draw the list above and, on a scale of its own, the network below; both begin at zero.

    The list is often ten times the network. On one scale the network would lie on the ground;
    two scales in one frame would make both look alike.
    """
    rows = reading.rows(section, "months")
    frames = [
        [_course("list", "dim", rows, "list", whole=True)],
        [
            _course("both ways", "accent-2", rows, "two_way_people"),
            _course("network", "accent", rows, "network"),
        ],
    ]
    frames = [shown for frame in frames if (shown := list(filter(_is_known, frame)))]
    courses = [course for frame in frames for course in frame]
    if not any(point.number for course in courses for point in course.points):
        return None
    days = [point.day for course in courses for point in course.points]
    time = Span(min(days).toordinal(), max(days).toordinal())
    right = _GAP + max(wording.length(f"{one.last} {one.words}") for one in courses)
    scales = [_scale(frame) for frame in frames]
    left = _GAP + max(wording.length(tick.words) for scale in scales for tick in scale)
    panels = []
    for place, (frame, scale) in enumerate(zip(frames, scales, strict=True)):
        top = _TOP + place * (_HEIGHT + _BETWEEN)
        box = Box(left, top, WIDTH - left - right, _HEIGHT)
        is_last = place == len(frames) - 1
        panels.append(_panel(box, time, scale, frame, _ticks(time) if is_last else []))
    height = _TOP + len(frames) * (_HEIGHT + _BETWEEN) - _BETWEEN + _AXIS
    return Picture("List and network", _describe(courses), height, tuple(panels), wide=True)


def _course(
    words: str, colour: Colour, rows: Sequence[reading.Row], key: str, *, whole: bool = False
) -> Course:
    points = [
        Point(day, number, not whole and row.value("partial") is True)
        for row in rows
        if (day := row.day("date")) is not None and (number := row.count(key)) is not None
    ]
    return Course(words, colour, sorted(points))


def _is_known(course: Course) -> bool:
    """Say whether there are two days to draw a line between, and more than a missing record."""
    points = course.points
    return len({point.day for point in points}) > 1 and any(
        point.number or not point.partial for point in points
    )


def _scale(frame: Sequence[Course]) -> list[Tick]:
    highest = max(point.number for course in frame for point in course.points)
    return [Tick(at, wording.short(at)) for at in wording.steps(highest)]


def _panel(
    box: Box, time: Span, scale: Sequence[Tick], frame: Sequence[Course], across: Sequence[Tick]
) -> Panel:
    panel = Panel(box, time, Span(0, scale[-1].at), across=across, up=scale)
    if len(frame) == 1:
        panel.area([(p.day.toordinal(), p.number) for p in frame[0].points], "pale")
    panel.line(((time.low, 0), (time.high, 0)), "dim", 1)
    for course in frame:
        for partial, points in _runs(course.points):
            line = [(point.day.toordinal(), point.number) for point in points]
            panel.line(line, course.colour, dashed=partial)
        last = course.points[-1]
        panel.dot(last.day.toordinal(), last.number, course.colour, 3.5)
    for course, height in zip(frame, _apart(frame, panel.unit_y), strict=True):
        pieces: list[tuple[str, Colour]] = [
            (course.last, "ink"),
            (f" {course.words}", course.colour),
        ]
        panel.text((time.high, height), pieces, offset=(_GAP, 0))
    return panel


def _runs(points: Sequence[Point]) -> Iterator[tuple[bool, list[Point]]]:
    """Cut a line into stretches that are partial, and such that are not."""
    for partial, steps in groupby(
        pairwise(points), lambda step: step[0].partial or step[1].partial
    ):
        found = list(steps)
        yield partial, [found[0][0], *(after for _, after in found)]


def _apart(frame: Sequence[Course], unit: float) -> list[float]:
    """Return the heights of the labels: at the ends of the lines, but not on each other."""
    heights = [course.points[-1].number for course in frame]
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= _LABEL_PITCH * unit:
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


def _describe(courses: Sequence[Course]) -> str:
    sentences = []
    for course in courses:
        known = [point for point in course.points if not point.partial] or course.points
        begin, end = known[0], known[-1]
        sentences.append(
            f"{course.words.capitalize()}: {wording.number(begin.number)} on"
            f" {values.long_date(begin.day.isoformat())}, {wording.number(end.number)} on"
            f" {values.long_date(end.day.isoformat())}."
        )
    if any(point.partial for course in courses for point in course.points):
        sentences.append("Dashed: the record begins within the window, and the number is too low.")
    return " ".join(sentences)
