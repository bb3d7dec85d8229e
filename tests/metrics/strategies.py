"""Random worlds that seek the edges: equal instants, last days of a span, groups of 8 and 9.

Hypothesis draws how large a world is, so that a failure shrinks to a small one; what is in it
comes from a seeded generator, which is many times faster and finds more.
"""

from random import Random

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
MEDIA = ("text", "text", "text", *CHANNELS)
PURPOSES = ("", "", "gave", "asked", "gave+asked", "was_asked+social", "got")
TURNS = ("in", "out", "in out", "in in out", "in out out", "both")
KINDS = ("connection", "connection", "following", "follower", "follower", "address_book")

spans = st.sampled_from(
    [Span(365, "d"), Span(30, "d"), Span(7, "d"), Span(1, "d"), Span(4, "w"), Span(3, "mo"),
     Span(1, "y")]
)  # fmt: skip
day_spans = st.builds(Span, st.sampled_from([1, 7, 30, 90, 365]), st.just("d"))
bys: st.SearchStrategy[By] = st.sampled_from(["anyone", "me"])


@st.composite
def any_world(draw: st.DrawFn, of_spans: st.SearchStrategy[Span] = spans) -> oracle.World:
    """Draw a whole world with the day and the options it is looked at with."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - it need not be unguessable
    as_of = worlds.D + random.randrange(400)
    people = draw(st.integers(1, 6))
    return oracle.World(
        people=_people(random, people),
        ties=[_tie(random, people, as_of) for _ in range(draw(st.integers(0, 12)))],
        interactions=_interactions(random, people, as_of, draw(st.integers(0, 40)))
        + [row for _ in range(draw(st.integers(0, 3))) for row in _rhythm(random, people, as_of)],
        snapshots=[_snapshot(random, as_of) for _ in range(draw(st.integers(0, 3)))],
        signals=[
            SignalRow(random.randrange(people), "invitation", as_of - _ago(random))
            for _ in range(draw(st.integers(0, 3)))
        ],
        as_of=as_of,
        window=draw(of_spans),
        stale=draw(of_spans),
        by=draw(bys),
        max_group=random.choice([8, 8, 8, 1]),
    )


def _ago(random: Random) -> int:
    return random.choice(EDGES) if random.random() < 0.6 else random.randint(-10, 400)


def _people(random: Random, number: int) -> list[PersonRow]:
    """Make people whose names repeat, differ in case, or are missing; a few are ignored."""
    ids = random.sample(range(number), number)
    names = random.choices(["Ana", "ana", "Bo", "Émile", ""], k=number)
    return [
        PersonRow(
            f"p{one}", name, name.casefold(), ignored=random.random() < 0.15, named=bool(name)
        )
        for one, name in zip(ids, names, strict=True)
    ]


def _tie(random: Random, people: int, as_of: int) -> TieRow:
    """Make a list entry; some are of unknown date, some ended."""
    since = None if random.random() < 0.3 else as_of - _ago(random)
    until = None if random.random() < 0.7 else as_of - _ago(random)
    source = random.choice(["linkedin", "x"])
    return TieRow(random.randrange(people), random.choice(KINDS), since, until, source)


def _interactions(random: Random, people: int, as_of: int, count: int) -> list[InteractionRow]:
    """Make interactions from log and export in one time zone."""
    offset = random.choice([0, 0, -9, 5.5, 13])
    found = []
    for _ in range(count):
        medium, logged = random.choice(MEDIA), random.random() < 0.5
        found.append(
            worlds.interaction(
                random.randrange(people),
                as_of - _ago(random),
                random.choice(["in", "out", "in", "out", "both"]),
                medium=medium,
                channel=random.choice(CHANNELS[medium]),
                hour=random.choice([None, 0, 6, 12, 12, 23.5]),
                size=random.choice([1, 1, 1, 1, 2, 8, 9]),
                logged=logged,
                position=random.randrange(4) if logged else 0,
                purpose=random.choice(PURPOSES),
                utc_offset=offset,
            )
        )
    return found


def _rhythm(random: Random, people: int, as_of: int) -> list[InteractionRow]:
    """Make messages at a steady pace: all to me, all from me, or in turns."""
    who, last = random.randrange(people), _ago(random)
    step = random.choice([1, 3, 6, 7, 8, 15, 29, 30, 31])
    turns = random.choice(TURNS).split()
    return [
        worlds.text(who, as_of - last - step * nth, turns[nth % len(turns)])
        for nth in range(random.choice([5, 20, 100]))
    ]


def _snapshot(random: Random, as_of: int) -> SnapshotRow:
    """Make an import; the day of some is unknown."""
    return SnapshotRow(
        random.choice(["linkedin", "x", "log"]),
        random.choice(["a.zip", "b.csv"]),
        None if random.random() < 0.3 else as_of - _ago(random),
        random.random() < 0.7,
        *(random.randrange(9) for _ in range(3)),
    )
