"""What a report says of where its data ends and how many channels it was made from."""

from netaudit.audits import wording
from netaudit.metrics.horizon import LOG, Source
from netaudit.metrics.scope import View

#: Days after which silence beyond an export is worth a warning.
GRACE = 7
#: How to get a new export, by source.
ADVICE = {
    "linkedin": "To get it from LinkedIn: Settings & Privacy > Data privacy > Get a copy of your"
    " data.",
    "x": "To get it from X: Settings > Your account > Download an archive of your data.",
}
_ONE_SIDED = (
    "X's archive holds what you posted and messages both ways; replies, mentions and likes by"
    " others are not in it."
)
_NAMES = {"linkedin": "LinkedIn", "x": "X", "email": "E-mail", LOG: "The log"}
_CHANNELS = {
    "linkedin": "LinkedIn messages", "dm": "direct messages on X", "reply": "replies on X",
    "mention": "mentions on X",
}  # fmt: skip


def name(source: str) -> str:
    """Return a source as it is written at the start of a sentence."""
    return _NAMES.get(source, source)


def silence(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Return a note for each source whose silence up to the day of the report means nothing."""
    return tuple(
        f"{name(one.source)} data ends {wording.day(one.data_until)};"
        " silence after that is unknown."
        if one.data_until
        else _reach(one)
        for one in sources
        if one.source != LOG and (one.days_old is None or one.days_old > GRACE)
    )


def reach(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Return a note on how far each source reaches, none where there is no source.

    Where that is long before the day of the report, what silence means is said as well.
    """
    late = {one.source: note for one in sources for note in silence((one,))}
    return tuple(late.get(one.source) or _reach(one) for one in sources)


def _reach(one: Source) -> str:
    if one.data_until:
        return f"{name(one.source)} reaches to {wording.day(one.data_until)}."
    who = "the log" if one.source == LOG else name(one.source)
    return f"How far {who} reaches is not known."


def one_sided(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Return a note where a source tells of one side only."""
    if not any(one.source == "x" for one in sources):
        return ()
    return (_ONE_SIDED,)


def advice(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Return how to get new exports of the sources; of LinkedIn where there is none yet."""
    known = [one.source for one in sources if one.source in ADVICE]
    return tuple(ADVICE[source] for source in known or ["linkedin"])


def one_channel(view: View) -> str:
    """Return a sentence for a report that rests on a single channel, else nothing."""
    import pandas as pd

    channels = view.history.frames.interactions["channel"].to_numpy()[view.interactions.row]
    found = pd.unique(channels).tolist()
    if len(found) != 1:
        return ""
    return f" Built from one channel only: {_CHANNELS.get(found[0], found[0])}."
