"""What a report says of where its data ends and how many channels it was made from."""

from netaudit.audits import wording
from netaudit.frames import numbered
from netaudit.metrics.horizon import LOG, Source
from netaudit.metrics.scope import View, marked

#: Days after which silence beyond an export is worth a warning.
GRACE = 7
#: How to get a new export, by source.
_ADVICE = {
    "linkedin": "To get {what} from LinkedIn: Settings & Privacy > Data privacy > Get a copy of"
    " your data; choose the larger archive. Then: netaudit import FILE",
    "x": "To get {what} from X: Settings > Your account > Download an archive of your data."
    " Then: netaudit import FILE",
}
_DUE = "A new export is due."
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
        _ends(one)
        for one in platforms(sources)
        if not one.told or one.days_old is None or one.days_old > GRACE
    )


def _ends(one: Source) -> str:
    if not one.told:
        listed = f" Its list is of {wording.day(one.data_until)}." if one.data_until else ""
        return f"No messages of {name(one.source)} were imported: silence is unknown.{listed}"
    if one.data_until:
        ends = f"{name(one.source)} data ends {wording.day(one.data_until)}"
        return f"{ends}; silence after that is unknown."
    return _reach(one)


def reach(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Return a note on how far each source reaches, none where there is no source.

    Where that is long before the day of the report, what silence means is said as well.
    """
    late = {one.source: note for one in sources for note in exports((one,))}
    return tuple(late.get(one.source) or _reach(one) for one in sources)


def platforms(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sources that are brought by exports: all but the log."""
    return tuple(one for one in sources if one.source != LOG)


def due(sources: tuple[Source, ...], *, known: bool = True) -> tuple[Source, ...]:
    """Return the sources of which a new export is due: their data ended long ago.

    Where nothing is `known` of the days asked about, all that ever told what was said.
    """
    return tuple(one for one in platforms(sources) if one.overdue or (one.told and not known))


def is_due(sources: tuple[Source, ...], *, known: bool = True) -> str:
    """Say that a new export is due, and of what unless of all; nothing where none is."""
    late = due(sources, known=known)
    if not late and (known or platforms(sources) or not sources):
        return ""
    if len(late) == len(platforms(sources)):
        return _DUE
    return f"A new export of {wording.listing([name(one.source) for one in late])} is due."


def exports(sources: tuple[Source, ...], *, known: bool = True) -> tuple[str, ...]:
    """Return the notes of `silence`, with what to do about it where a new export is due.

    The same where no messages were ever imported.
    """
    late, notes = due(sources, known=known), []
    for one in platforms(sources):
        if one in late:
            notes.append(f"{_ends(one)} {_DUE} {advice(one.source, 'it')}".rstrip())
        elif not one.told:
            notes.append(f"{_ends(one)} {advice(one.source, 'them')}".rstrip())
        else:
            notes.extend(silence((one,)))
    if not notes and not known and not platforms(sources):
        return (f"{_DUE} {advice('linkedin', 'it')}",)
    return tuple(notes)


def advice(source: str, what: str) -> str:
    """Say how to get something from a platform; nothing of others."""
    return _ADVICE.get(source, "").format(what=what)


def ended(sources: tuple[Source, ...]) -> str:
    """Say when the data ended, or that of some sources, if that is long ago."""
    late = [one for one in platforms(sources) if one.told and one.overdue]
    if not late:
        return ""
    telling = [one for one in sources if one.told and (one.data_until or one.source != LOG)]
    if all(one.overdue for one in telling):
        return f"the data ends on {wording.day(max(one.data_until or 0 for one in telling))}"
    return wording.listing(
        [f"{name(one.source)} data ends on {wording.day(one.data_until or 0)}" for one in late]
    )


def _reach(one: Source) -> str:
    if one.data_until:
        return f"{name(one.source)} reaches to {wording.day(one.data_until)}."
    if one.source == LOG:
        return "The log holds nothing up to the day of the report."
    return f"How far {name(one.source)} reaches is not known."


def one_sided(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Return a note where a source tells of one side only."""
    if not any(one.source == "x" for one in sources):
        return ()
    return (_ONE_SIDED,)


def nothing_said(as_of: int) -> str:
    """Say that nobody is known to have said anything up to a day, and what to do about it."""
    up_to = f"No conversation is on record up to {wording.day(as_of)}"
    return f"{up_to}: import your messages or a log as well."


def one_channel(view: View) -> str:
    """Return a sentence for a report that rests on a single channel, else nothing."""
    code, channels = numbered(view.history.frames.interactions, "channel")
    found = marked(len(channels), code[view.interactions.row]).nonzero()[0].tolist()
    if len(found) != 1:
        return ""
    only = channels[found[0]]
    return f"Built from one channel only: {_CHANNELS.get(only, only)}."
