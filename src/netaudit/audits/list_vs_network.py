"""The section that holds the list against the network."""

from netaudit.audits import horizon, wording
from netaudit.audits.options import Options
from netaudit.metrics.horizon import Source
from netaudit.metrics.list_vs_network import ListVsNetwork
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("state", "state"),
    Column("people", "people", "count"),
    Column("share", "share", "ratio"),
)


def section(found: ListVsNetwork, options: Options, sources: tuple[Source, ...]) -> Section:
    """Say how much of the list is a network."""
    return Section(
        key="list_vs_network",
        title="List versus network",
        summary=_summary(found, options),
        figures=(
            Figure("list", "people on the list", found.listed),
            Figure("network", "network: in touch both ways lately", found.network),
            Figure("network_share", "share of the list", found.network_share, "ratio"),
            Figure("lapsed", "lapsed: met or in touch both ways before", found.lapsed),
            Figure("off_list_network", "in touch both ways, on no list", found.off_list_network),
            Figure("audience", "followers who are not on the list", found.audience),
            Figure("mutual", "of the list, you follow each other", found.mutual),
        ),
        tables=(
            Table(
                "states", "The list by what is on record", (*_COLUMNS, _live(options)), found.states
            ),
        ),
        notes=(*horizon.exports(sources), *_notes(found), *horizon.one_sided(sources)),
    )


def _live(options: Options) -> Column:
    span = "1y" if wording.length(options.window) == "1 year" else options.window
    return Column("live", f"in touch in {span}", "count")  # longer, it would need two lines


def _summary(found: ListVsNetwork, options: Options) -> str:
    sentences = [_network(found, wording.last(options.window))]
    if found.lapsed:
        sentences.append(_lapsed(found, wording.last(options.window)))
    if found.off_list_network and found.listed:
        sentences.append(
            f"You are also in touch both ways with {wording.people(found.off_list_network)}"
            f" who {'is' if found.off_list_network == 1 else 'are'} not on your list."
        )
    return " ".join(sentences)


def _lapsed(found: ListVsNetwork, lately: str) -> str:
    """Say who was met or in touch both ways; the meeting may be of today, of one side only."""
    who = f"{found.lapsed:,} {'person has' if found.lapsed == 1 else 'people have'} lapsed"
    if found.listed == 1:
        who = "They have lapsed"
    elif found.network:
        who = f"{found.lapsed:,} more {'has' if found.lapsed == 1 else 'have'} lapsed"
    once = "you have met or answered each other"
    return f"{who}: {once}, but contact did not go both ways within {lately}."


def _network(found: ListVsNetwork, lately: str) -> str:
    listed, network = found.listed, found.network
    if not listed and found.off_list_network:
        others = wording.people(found.off_list_network)
        return f"Your list is empty; contact went both ways with {others} within {lately}."
    if not listed:
        return f"Your list is empty, and no contact both ways is recorded within {lately}."
    answer = f"contact went both ways within {lately}."
    if not network:
        answer = f"no contact both ways is recorded within {lately}."
    if listed == 1:
        return f"The one person on your list is {'' if network else 'not '}network: {answer}"
    share = {0: "None", listed: "All"}.get(network, f"{network:,}")
    of_the = "" if share == "All" else "of the "
    verb = "is" if network <= 1 else "are"
    return f"{share} {of_the}{listed:,} people on your list {verb} network: {answer}"


def _notes(found: ListVsNetwork) -> tuple[str, ...]:
    notes = [
        (
            "No contact recorded says nothing about life: the date of a connection is no contact,"
            " and calls and meetings are known only from the log."
        )
    ]
    if found.listed:
        terms = " + ".join(f"{one.people:,}" for one in found.states)
        notes.insert(0, f"The states add up to the list: {terms} = {found.listed:,}.")
    else:
        notes.insert(0, "Nobody is on the list: there are no shares of it.")
    if found.audience:
        follow = "follows" if found.audience == 1 else "follow"
        notes.append(
            f"{wording.people(found.audience)} {follow} you without being on your list:"
            " an audience, counted apart."
        )
    return tuple(notes)
