"""The section that says whom to talk to, and the words of each reason."""

from dataclasses import replace

from netaudit.audits import horizon, wording
from netaudit.audits.options import Options
from netaudit.calendar import iso
from netaudit.frames import Frames
from netaudit.metrics.evidence import (
    Asked,
    Moved,
    New,
    OnScreen,
    Overdue,
    Reason,
    Rhythm,
    Waits,
)
from netaudit.metrics.horizon import Source
from netaudit.metrics.horizon import sources as reaching
from netaudit.metrics.suggestions import Suggestion, Suggestions, suggestions
from netaudit.report import Column, Figure, Report, Section, Table, Value

_COLUMNS = (
    Column("person", "person", "person"),
    Column("reason", "why"),
    Column("kind", "kind", for_programs=True),
    Column("since", "since", "date", for_programs=True),
    Column("days", "days", "days", for_programs=True),
)
#: How long a reason may become by what else speaks for somebody.
_SHORT = 120
#: The numbers stand beside it.
_TURNS = "The kinds of reasons take turns, so that none of them crowds out the others."
_ACT = "Or: netaudit snooze NAME 30d, netaudit ignore NAME, netaudit cadence NAME 3w"


def whom_to_talk_to(
    frames: Frames, as_of: int, options: Options, *, for_reading: bool = False
) -> Report:
    """Assemble the report `next` for the day `as_of`.

    `for_reading` leaves out what headline and reasons say already, and says what to do about
    them.
    """
    view = options.narrowed(frames).at(as_of)
    sources = reaching(frames, as_of=as_of)
    found = suggestions(view, window=options.window, limit=options.limit, sources=sources)
    whom = section(found, sources)
    return Report(
        name="next",
        title="Your next conversations",
        headline=_summary(found),
        as_of=iso(as_of),
        options=_shaped(options, frames.timezone),
        sections=(_for_reading(whom) if for_reading else whom,),
        notes=horizon.reach(sources),
    )


def _shaped(options: Options, timezone: str) -> dict[str, str]:
    """Return the options that a suggestion depends on."""
    stated = options.stated(timezone) | {"limit": str(options.limit)}
    return {
        key: stated[key]
        for key in ("window", "limit", "timezone", "count_followers")
        if key in stated
    }


def _for_reading(whom: Section) -> Section:
    """Leave out the sentence and the figures, and say what else to do."""
    notes = (_ACT, *whom.notes) if whom.tables[0].rows else whom.notes
    return replace(whom, summary="", figures=(), notes=notes)


def section(found: Suggestions, sources: tuple[Source, ...]) -> Section:
    """Say whom to talk to, and why."""
    return Section(
        key="next",
        title="Whom to talk to",
        summary=_TURNS if len(found.people) > 1 else _summary(found),
        figures=(
            Figure("suggested", "people suggested", len(found.people)),
            Figure("with_reason", "people with a reason to talk to them", found.with_reason),
        ),
        tables=(
            Table(
                "people",
                "Whom to talk to",
                _COLUMNS,
                tuple(_row(one, found.as_of) for one in found.people),
                empty="nobody is suggested",
            ),
        ),
        notes=(*horizon.silence(sources), *_notes(found)),
    )


def _summary(found: Suggestions) -> str:
    suggested, more = len(found.people), found.with_reason - len(found.people)
    if not suggested:
        return (
            "Nothing on record is a reason to talk to anybody. netaudit cadence NAME 3w says how"
            " often you want to be in touch; a new export or netaudit log brings what happened."
        )
    if suggested == 1:
        others = f"; there is a reason for {more:,} more" if more else ""
        return f"1 person to talk to{others}."
    others = f"; {more:,} more {'has' if more == 1 else 'have'} one" if more else ""
    return f"{wording.people(suggested)} to talk to, each for a reason{others}."


def _notes(found: Suggestions) -> tuple[str, ...]:
    notes = [
        "Reasons come from what is on record: who answered, called or met elsewhere is unseen."
    ]
    if not found.words:
        notes.append("No conversation is on record by then: import your messages or a log as well.")
    elif not found.calls:
        notes.append(
            "No call and no meeting is on record, so that nobody is suggested for the lack of one."
        )
    return tuple(notes)


def _row(one: Suggestion, as_of: int) -> tuple[Value, ...]:
    words, since = in_words(one.reason), since_day(one.reason, as_of)
    for beside in filter(None, (_beside(other, one.reason) for other in one.also)):
        if len(f"{words}; {beside}") <= _SHORT:
            words = f"{words}; {beside}"
    dated = (None, None) if since is None else (iso(since), as_of - since)
    return one.person, words, one.reason.kind, *dated


def since_day(reason: Reason, as_of: int) -> int | None:
    """Return the day from which a reason counts; None where it has none."""
    match reason:
        case Waits(since=day) | New(since=day) | Asked(asked_on=day) | Moved(seen_on=day):
            return day
        case Rhythm(days=days) | Overdue(days=int(days)):
            return as_of - days
    return None


def _beside(other: Reason, first: Reason) -> str:
    """Say in short what is worth knowing beside the first reason, nothing of the rest."""
    match other:
        case Waits() if not isinstance(first, Asked):  # whoever asked waits, of course
            return "waits for an answer"
        case Asked():
            return "asked you for help"
        case Moved():
            return _moved(other)
    return ""


def in_words(reason: Reason) -> str:
    """Say a reason, built from its evidence."""
    match reason:
        case Waits():
            said = _waits(reason)
        case Asked(asked_on=day, days=days):
            said = f"asked you for help on {wording.day(day)}, {_days(days)} ago"
        case Overdue():
            said = _overdue(reason)
        case Rhythm(every=every, days=days):
            usual = "day" if every < 1.5 else _days(int(every + 0.5))
            said = f"you talked every {usual}; no talk recorded for {_days(days)}"
        case New(since=day):
            said = f"connected on {wording.day(day)}, no contact recorded yet"
        case Moved():
            said = _moved(reason)
        case OnScreen(days=days):
            said = f"{_days(days)} of messages, no call or meeting recorded"
    return said


def _days(number: int) -> str:
    return wording.counted(number, "day")


def _waits(reason: Waits) -> str:
    day, ago = wording.day(reason.since), _days(reason.days)
    ended = reason.days - reason.known > horizon.GRACE
    end = wording.day(reason.since + reason.known)
    if reason.opened:
        silence = f"by {end}, where the data ends" if ended else f"for {ago}"
        return f"wrote on {day}; no answer recorded {silence}"
    return f"had the last word on {day}{f'; the data ends on {end}' if ended else f', {ago} ago'}"


def _overdue(reason: Overdue) -> str:
    span = wording.length(reason.cadence).removeprefix("1 ")
    wish = f"you wanted every {span}{f' ({reason.tag})' if reason.tag else ''}"
    if reason.days is None:
        return f"{wish}; no contact recorded yet"
    return f"{wish}; no contact recorded for {_long(reason.days)}"


def _long(days: int) -> str:
    """Say a length in the unit in which people would say it."""
    for limit, each, span, unit in ((14, 1, 1, "day"), (92, 1, 7, "week"), (730, 12, 365, "month")):
        if days < limit:
            return wording.counted(days * each // span, unit)
    return wording.counted(days // 365, "year")


def _moved(reason: Moved) -> str:
    if reason.elsewhere:
        now, before = reason.company, reason.company_before
    else:
        now, before = reason.position, reason.position_before
    if not now:
        return f"no longer {'at ' if reason.elsewhere else ''}{before}"
    place = f"at {now}" if reason.elsewhere else now
    return f"now {place} (before: {before})" if before else f"now {place}"
