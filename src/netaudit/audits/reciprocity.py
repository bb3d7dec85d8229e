"""The section on who answers, and who waits for an answer."""

from typing import NamedTuple

from netaudit.audits import horizon, waiting, wording
from netaudit.audits.options import Options
from netaudit.metrics.horizon import Source
from netaudit.metrics.reciprocity import Reciprocity
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("person", "person", "person"),
    Column("openers", "begun by you", "count"),
    Column("last", "last", "date"),
)
_ALWAYS = (
    (
        "A conversation begins with a message between two people that breaks a silence of a week"
        " or more; its answer is the next interaction of any kind that comes from the other side"
        " or goes both ways, within 30 days."
    ),
    (
        "A conversation of lately that has no answer yet counts as unanswered only for the days"
        " since it began."
    ),
    (
        "What was answered elsewhere and not logged stands here as unanswered: silence on record"
        " is not silence in life."
    ),
)


def section(found: Reciprocity, options: Options, sources: tuple[Source, ...]) -> Section:
    """Say how often and how soon messages are answered, by others and by the user."""
    return Section(
        key="reciprocity",
        title="Who answers, and who waits",
        summary=_summary(found, options),
        figures=_figures(found),
        tables=_tables(found),
        notes=(
            *horizon.silence(sources),
            *_unknown(found, wording.last(options.window)),
            *_ALWAYS,
            *horizon.one_sided(sources),
        ),
    )


def _figures(found: Reciprocity) -> tuple[Figure, ...]:
    return (
        Figure("sent", "went out, over any channel", found.sent),
        Figure("received", "came in, over any channel", found.received),
        Figure("balance", "balance (-1: only received, 1: only sent)", found.balance, "number"),
        Figure("openers_by_me", "conversations you began", found.openers_by_me),
        Figure("openers_by_them", "conversations others began", found.openers_by_them),
        Figure("answered_7d_them", "they answer within 7 days", found.answered_7d_them, "ratio"),
        Figure("answered_30d_them", "they answer within 30 days", found.answered_30d_them, "ratio"),
        Figure("answered_7d_me", "you answer within 7 days", found.answered_7d_me, "ratio"),
        Figure("answered_30d_me", "you answer within 30 days", found.answered_30d_me, "ratio"),
        Figure(
            "reply_days_them", "half of yours are answered within", found.reply_days_them, "days"
        ),
        Figure("reply_days_me", "half of theirs are answered within", found.reply_days_me, "days"),
    )


def _tables(found: Reciprocity) -> tuple[Table, ...]:
    return (
        Table(
            "never_answer",
            "No answer recorded, ever",
            _COLUMNS,
            found.never_answer,
            empty="nobody is known never to answer",
        ),
        waiting.table(found.waiting_on_me),
    )


class _Side(NamedTuple):
    """The conversations that one side began, and how the other answered them."""

    who: str
    openers: int
    within_7d: float | None
    within_30d: float | None
    reply_days: float | None


def _sides(found: Reciprocity) -> tuple[_Side, _Side]:
    return (
        _Side(
            "you", found.openers_by_me, found.answered_7d_them, found.answered_30d_them,
            found.reply_days_them,
        ),
        _Side(
            "others", found.openers_by_them, found.answered_7d_me, found.answered_30d_me,
            found.reply_days_me,
        ),
    )  # fmt: skip


def _summary(found: Reciprocity, options: Options) -> str:
    lately = wording.last(options.window)
    sentences = [f"No conversation was begun within {lately}, as far as is recorded."]
    if found.openers_by_me or found.openers_by_them:
        sentences = [f"Within {lately} {_begun(*_sides(found))}."]
    if found.never_answer:
        who = wording.people(len(found.never_answer))
        sentences.append(f"From {who} you wrote to repeatedly no answer was ever recorded.")
    return " ".join([*sentences, waiting.summary(found.waiting_on_me)])


def _begun(you: _Side, others: _Side) -> str:
    mine = wording.counted(you.openers, "conversation") if you.openers else "no conversation"
    theirs = f"{others.openers:,}" if others.openers else "none"
    in_time = " within 30 days"
    if you.within_30d is not None:
        mine += f" ({wording.percent(you.within_30d)} answered{in_time})"
        in_time = ""
    if others.within_30d is not None:
        theirs += f" (you answered {wording.percent(others.within_30d)}{in_time})"
    return f"you began {mine}, others {theirs}"


def _unknown(found: Reciprocity, lately: str) -> tuple[str, ...]:
    """Say of every figure that is not known why it is not."""
    notes = []
    if found.balance is None:
        notes.append(f"Nothing that went one way is recorded within {lately}: there is no balance.")
    for side in _sides(found):
        notes.extend(_unknown_of(side, lately))
    return tuple(notes)


def _unknown_of(side: _Side, lately: str) -> tuple[str, ...]:
    if not side.openers:
        subject = f"{side.who} began no conversation within {lately}".capitalize()
        return (f"{subject}: there is no share of answers and no time.",)
    notes = []
    missing = [
        days for days, share in ((7, side.within_7d), (30, side.within_30d)) if share is None
    ]
    if missing:
        notes.append(
            f"None of the conversations that {side.who} began and that are not answered yet was"
            f" watched for {missing[0]} days: how many are answered within"
            f" {' or '.join(map(str, missing))} days is not known."
        )
    if side.reply_days is None:
        notes.append(
            f"Fewer than half of the conversations that {side.who} began were answered while they"
            " were watched: there is no time within which half of them are."
        )
    return tuple(notes)
