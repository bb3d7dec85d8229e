"""The section on giving and asking."""

from netaudit.audits import horizon, wording
from netaudit.audits.options import Options
from netaudit.metrics.giving import Giving
from netaudit.metrics.horizon import Source
from netaudit.report import Column, Figure, Section, Table

_ASKED = (
    Column("person", "person", "person"),
    Column("asked", "you asked", "count"),
    Column("gave", "you gave", "count"),
)
_OPEN = (
    Column("person", "person", "person"),
    Column("who", "who"),
    Column("asked_on", "asked on", "date"),
    Column("days", "days ago", "days"),
)
_ALWAYS = (
    (
        "What something was for is known from log entries that say so, and from recommendations on"
        " LinkedIn: one that you wrote is help given, one that you received is help got. Other"
        " exports do not say. To write it down: netaudit log NAME coffee --gave TEXT"
    ),
    (
        "An ask is open until anything later comes from the side that was asked, or is said to have"
        " helped; whether that settled it is not on record."
    ),
)


def section(found: Giving, options: Options, sources: tuple[Source, ...]) -> Section:
    """Say how often something was given, got and asked for, and which asks are open."""
    return Section(
        key="giving",
        title="Giving and asking",
        summary=_summary(found, options),
        figures=(
            Figure("gave", "times you gave help", found.gave),
            Figure("got", "times you got help", found.got),
            Figure("asked", "times you asked for help", found.asked),
            Figure("was_asked", "times you were asked", found.was_asked),
            Figure("thanked", "times somebody was thanked", found.thanked),
            Figure(
                "give_share",
                "giving's share of giving, getting and asking",
                found.give_share,
                "ratio",
            ),
        ),
        tables=(
            Table(
                "only_asked",
                "Asked, and never given anything",
                _ASKED,
                found.only_asked,
                empty="nobody",
            ),
            Table("open_asks", "Open asks", _OPEN, found.open_asks, empty="no ask is open"),
        ),
        notes=(*horizon.silence(sources), *_unknown(found, options), *_ALWAYS),
    )


def _summary(found: Giving, options: Options) -> str:
    if not found.purposes:
        return "No entry says gave, got, asked or was asked: of giving and asking nothing is known."
    lately = wording.last(options.window)
    given = f"Within {lately} you gave help {_times(found.gave)} and got it {_times(found.got)}"
    asked = f"you asked {_times(found.asked)} and were asked {_times(found.was_asked)}"
    sentences = [f"{given}; {asked}."]
    if found.only_asked:
        who = wording.people(len(found.only_asked))
        sentences.append(f"You asked {who} whom you never helped, as far as is recorded.")
    if found.open_asks:
        sentences.append(_open(found))
    return " ".join(sentences)


def _times(number: int) -> str:
    return "once" if number == 1 else wording.counted(number, "time")


def _open(found: Giving) -> str:
    mine = sum(ask.who == "me" for ask in found.open_asks)
    theirs = len(found.open_asks) - mine
    whose = [
        f"{number:,} {who}" for number, who in ((mine, "of yours"), (theirs, "of theirs")) if number
    ]
    verb = "is" if len(found.open_asks) == 1 else "are"
    return f"{wording.counted(len(found.open_asks), 'ask')} {verb} open: {wording.listing(whose)}."


def _unknown(found: Giving, options: Options) -> tuple[str, ...]:
    if found.give_share is not None:
        return ()
    lately = wording.last(options.window)
    return (f"No entry within {lately} says gave, got or asked: there is no share of giving.",)
