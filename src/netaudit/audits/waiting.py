"""The section on people who wait for an answer."""

from netaudit.audits import horizon
from netaudit.metrics.horizon import Source
from netaudit.metrics.waiting import Waiting
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("person", "person", "person"),
    Column("kind", "kind"),
    Column("since", "since", "date"),
    Column("days", "days", "days"),
)


def section(found: tuple[Waiting, ...], sources: tuple[Source, ...]) -> Section:
    """Say who wrote to me after my last word to them."""
    return Section(
        key="waiting",
        title="Waiting for your answer",
        summary=_kinds(found) if len(found) > 1 else summary(found),
        figures=(Figure("people_waiting", "people waiting", len(found)),),
        tables=(table(found),),
        notes=(
            *horizon.silence(sources),
            (
                "An opener broke a silence of a week or more; a last word may want no answer."
                " Only messages between two people are looked at, of people on your list"
                " or with whom contact has gone both ways; an answer elsewhere counts once logged."
            ),
        ),
    )


def table(found: tuple[Waiting, ...]) -> Table:
    """Return the table of those who wait."""
    return Table(
        "waiting_on_me",
        "Waiting for your answer",
        _COLUMNS,
        found,
        empty="nobody is known to be waiting",
    )


def summary(found: tuple[Waiting, ...]) -> str:
    """Say in a sentence how many wait, and with what."""
    if not found:
        return "Nobody is known to be waiting for an answer from you."
    if len(found) == 1:
        return "1 person is waiting for an answer from you."
    kinds = _kinds(found)
    return (
        f"{len(found):,} people are waiting for an answer from you: {kinds[0].lower()}{kinds[1:]}"
    )


def _kinds(found: tuple[Waiting, ...]) -> str:
    """Say with what they wait."""
    openers = sum(one.kind == "opener" for one in found)
    others = len(found) - openers
    if not others:
        return "Each began a conversation."
    if not openers:
        return "Each had the last word in a conversation."
    return f"{openers:,} began a conversation and {others:,} had the last word in one."
