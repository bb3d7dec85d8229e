"""Random worlds that seek the edges: equal instants, last days of a span, groups of 8 and 9."""

from hypothesis import strategies as st

from metrics import oracle, worlds
from metrics.worlds import InteractionRow, PersonRow, SignalRow, SnapshotRow, TieRow
from netaudit.calendar import Span
from netaudit.metrics.stale import By

#: Days before the day of the report on which something changes, and some beyond it.
EDGES = (-8, -1, 0, 1, 2, 3, 4, 6, 7, 8, 13, 14, 29, 30, 31, 37, 89, 90, 91, 364, 365, 366, 372)
CHANNELS = {
    "public": ("comment",),
    "text": ("linkedin", "email"),
    "voice": ("call",),
    "in_person": ("meeting",),
}
PURPOSES = ("", "", "gave", "asked", "gave+asked", "was_asked+social", "got")

both_bys: st.SearchStrategy[By] = st.sampled_from(["anyone", "me"])
days_ago = st.sampled_from(EDGES) | st.integers(-10, 400)
spans = st.sampled_from(
    [Span(365, "d"), Span(30, "d"), Span(7, "d"), Span(1, "d"), Span(4, "w"), Span(3, "mo"),
     Span(1, "y")]
)  # fmt: skip
day_spans = st.builds(Span, st.sampled_from([1, 7, 30, 90, 365]), st.just("d"))


@st.composite
def people(draw: st.DrawFn) -> list[PersonRow]:
    """Draw up to five people; names repeat, differ in case, or are missing."""
    names = draw(st.lists(st.sampled_from(["Ana", "ana", "Bo", "Émile", ""]), max_size=5))
    ignored = draw(st.lists(st.sampled_from([False, False, False, True]), min_size=5, max_size=5))
    ids = draw(st.permutations(range(len(names))))
    return [
        PersonRow(f"p{ids[place]}", name, name.casefold(), ignored=ignored[place])
        for place, name in enumerate(names)
    ]


@st.composite
def ties(draw: st.DrawFn, number: int, as_of: int) -> list[TieRow]:
    """Draw list entries; some without a date, some that ended, some of followers."""
    kinds = st.sampled_from(["connection", "connection", "following", "follower", "address_book"])
    found = []
    for _ in range(draw(st.integers(0, 2 * number))):
        since = draw(st.none() | days_ago)
        until = draw(st.none() | st.none() | days_ago)
        found.append(
            TieRow(
                draw(st.integers(0, number - 1)),
                draw(kinds),
                None if since is None else as_of - since,
                None if until is None else as_of - until,
            )
        )
    return found


@st.composite
def interactions(draw: st.DrawFn, number: int, as_of: int) -> list[InteractionRow]:
    """Draw interactions from log and export in one time zone, and a few long rhythms."""
    offset = draw(st.sampled_from([0, 0, -9, 5.5, 13]))
    found = []
    for place in range(draw(st.integers(0, 25)) if number else 0):
        medium = draw(st.sampled_from(["text", "text", "text", *CHANNELS]))
        logged = draw(st.booleans())
        found.append(
            worlds.interaction(
                draw(st.integers(0, number - 1)),
                as_of - draw(days_ago),
                draw(st.sampled_from(["in", "out", "in", "out", "both"])),
                medium=medium,
                channel=draw(st.sampled_from(CHANNELS[medium])),
                hour=draw(st.sampled_from([None, 0, 6, 12, 12, 23.5])),
                size=draw(st.sampled_from([1, 1, 1, 1, 2, 8, 9])),
                logged=logged,
                position=draw(st.integers(0, 3)) if logged else place,
                purpose=draw(st.sampled_from(PURPOSES)),
                utc_offset=offset,
            )
        )
    for _ in range(draw(st.integers(0, 2)) if number else 0):
        found.extend(draw(rhythms(number, as_of)))
    return found


@st.composite
def rhythms(draw: st.DrawFn, number: int, as_of: int) -> list[InteractionRow]:
    """Draw messages at a steady pace, all to me, all from me, or in turns."""
    who = draw(st.integers(0, number - 1))
    last, step = draw(days_ago), draw(st.sampled_from([1, 2, 6, 7, 8, 15, 29, 30, 31]))
    turns = draw(st.sampled_from(["in", "out", "in out", "in in out", "in out out"])).split()
    return [
        worlds.text(who, as_of - last - step * nth, turns[nth % len(turns)])
        for nth in range(draw(st.integers(1, 60)))
    ]


@st.composite
def snapshots(draw: st.DrawFn, as_of: int) -> list[SnapshotRow]:
    """Draw imports, some of an unknown date."""
    return [
        SnapshotRow(
            draw(st.sampled_from(["linkedin", "x", "log"])),
            draw(st.sampled_from(["a.zip", "b.csv"])),
            draw(st.none() | days_ago.map(lambda ago: as_of - ago)),
            *draw(st.tuples(*[st.integers(0, 9)] * 6)),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]


@st.composite
def signals(draw: st.DrawFn, number: int, as_of: int) -> list[SignalRow]:
    """Draw invitations."""
    return [
        SignalRow(draw(st.integers(0, number - 1)), "invitation", as_of - draw(days_ago))
        for _ in range(draw(st.integers(0, 3)) if number else 0)
    ]


@st.composite
def any_world(draw: st.DrawFn, of_spans: st.SearchStrategy[Span] = spans) -> oracle.World:
    """Draw a whole world with the day and the options it is looked at with."""
    as_of = worlds.D + draw(st.integers(0, 400))
    who = draw(people())
    return oracle.World(
        people=who,
        ties=draw(ties(len(who), as_of)) if who else [],
        interactions=draw(interactions(len(who), as_of)),
        snapshots=draw(snapshots(as_of)),
        signals=draw(signals(len(who), as_of)),
        as_of=as_of,
        window=draw(of_spans),
        stale=draw(of_spans),
        by=draw(both_bys),
        max_group=draw(st.sampled_from([8, 8, 8, 1])),
    )
