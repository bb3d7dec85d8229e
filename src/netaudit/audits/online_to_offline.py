"""The section on how far contact has come, from the screen to meetings."""

from netaudit.audits import horizon, wording
from netaudit.metrics.horizon import Source
from netaudit.metrics.online_to_offline import OnlineToOffline
from netaudit.report import Figure, Section

_NO_MEETING = (
    "Exports cannot know of meetings, and none is logged: how many were met after a first trace"
    " online is not known. To write one down: netaudit log NAME coffee"
)
_ALWAYS = (
    (
        "The first trace, a list entry or an interaction, is online where it lies more than one"
        " day before the first meeting on record, or no meeting is on record."
    ),
    "Calls and meetings are known only from the log: one that was not logged counts as none.",
)


def section(found: OnlineToOffline, sources: tuple[Source, ...]) -> Section:
    """Say how far it came with the people on the list."""
    return Section(
        key="online_to_offline",
        title="Does it leave the screen?",
        summary=_summary(found),
        figures=(
            Figure("ladder_none", "no contact recorded", found.ladder_none),
            Figure("ladder_public", "in public only", found.ladder_public),
            Figure("ladder_text", "as far as messages", found.ladder_text),
            Figure("ladder_voice", "as far as a call", found.ladder_voice),
            Figure("ladder_in_person", "met in person", found.ladder_in_person),
            Figure("began_online", "first trace online", found.began_online),
            Figure("met_later", "of these, met later", found.met_later),
            Figure("met_within_90d", "met within 90 days", found.met_within_90d, "ratio"),
            Figure("met_within_1y", "met within a year", found.met_within_1y, "ratio"),
        ),
        notes=(*horizon.silence(sources), *_unknown(found), *_ALWAYS),
    )


def _summary(found: OnlineToOffline) -> str:
    return " ".join([*_first_online(found), _furthest(found)])


def _furthest(found: OnlineToOffline) -> str:
    rungs = (
        (found.ladder_in_person, "a meeting"),
        (found.ladder_voice, "a call"),
        (found.ladder_text, "messages"),
        (found.ladder_public, "public posts"),
    )
    listed = found.ladder_none + sum(people for people, _ in rungs)
    if not listed:
        return "Your list is empty: there is nobody to meet."
    everybody = "the one person" if listed == 1 else f"the {listed:,} people"
    if found.ladder_none == listed:
        return f"With {everybody} on your list no contact is recorded."
    reached = [(people, what) for people, what in rungs if people]
    if len(reached) == 1 and not found.ladder_none:
        return f"The furthest it came with {everybody} on your list was {reached[0][1]}."
    steps = wording.listing([f"{what} with {people:,}" for people, what in reached])
    silent = f"; with {found.ladder_none:,} no contact is recorded" if found.ladder_none else ""
    return f"The furthest it came with {everybody} on your list: {steps}{silent}."


def _first_online(found: OnlineToOffline) -> tuple[str, ...]:
    if not found.began_online:
        return ()
    traced = f"With {wording.people(found.began_online)} the first trace is online"
    if found.began_online == 1:
        followed = "; you met them later" if found.met_later else "; no meeting is recorded"
    elif found.met_later:
        followed = f"; you met {found.met_later:,} of them later{_how_soon(found)}"
    else:
        followed = "; a meeting is recorded with none of them"
    return (f"{traced}{followed}.",)


def _how_soon(found: OnlineToOffline) -> str:
    shares = ((found.met_within_90d, "90 days"), (found.met_within_1y, "a year"))
    known = [
        f"{wording.percent(share)} within {time}" for share, time in shares if share is not None
    ]
    return f" ({', '.join(known)})" if known else ""


def _unknown(found: OnlineToOffline) -> tuple[str, ...]:
    """Say of every figure that is not known why it is not, and who cannot be told."""
    notes = []
    if found.began_online is None:
        notes.append(_NO_MEETING)
    elif not found.began_online:
        notes.append(
            "With nobody on the list the first trace is known to be online: there are no shares of"
            " people met within 90 or 365 days."
        )
    else:
        shares = ((90, found.met_within_90d), (365, found.met_within_1y))
        missing = [days for days, share in shares if share is None]
        if missing:
            notes.append(
                "Of those with a first trace online who were not met yet, nobody was watched for"
                f" {missing[0]} days: how many are met within"
                f" {' or '.join(map(str, missing))} days is not known."
            )
    if found.undated:
        who = wording.people(found.undated)
        notes.append(f"The first trace of {who} on the list is not known: there is no date.")
    return tuple(notes)
