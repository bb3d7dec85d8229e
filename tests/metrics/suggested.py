"""Whom the program suggests in a small world, and rows that give a reason to."""

from metrics.worlds import D, InteractionRow, PersonRow, person, text
from netaudit.calendar import Span
from netaudit.frames import Frames
from netaudit.metrics.evidence import Reason
from netaudit.metrics.horizon import sources
from netaudit.metrics.scope import History
from netaudit.metrics.suggestions import Suggestions, suggestions

YEAR = Span(365, "d")
EVERYBODY = 99


def suggested(frames: Frames, limit: int = EVERYBODY, as_of: int = D) -> Suggestions:
    view = History.of(frames).at(as_of)
    return suggestions(view, window=YEAR, limit=limit, sources=sources(frames, as_of=as_of))


def reasons(frames: Frames, kind: str, as_of: int = D) -> list[Reason]:
    """Return all reasons of a kind, first or beside others, in the order of suggestions."""
    found = suggested(frames, as_of=as_of).people
    return [one for _, reason, also in found for one in (reason, *also) if one.kind == kind]


def talk(who: int, first: int, step: int, times: int) -> list[InteractionRow]:
    """Return messages in turns, every so many days from so many days ago on, the last one mine."""
    return [
        text(who, D - first + step * nth, "in" if (times - nth) % 2 == 0 else "out")
        for nth in range(times)
    ]


def answered(who: int, ago: int) -> list[InteractionRow]:
    """Return a message to me and my answer of the same day."""
    return [text(who, D - ago, "in", 9), text(who, D - ago, "out", 10)]


def with_cadence(number: int, cadence: str, tag: str = "") -> PersonRow:
    return person(number)._replace(cadence=cadence, cadence_tag=tag)
