"""Random worlds that seek the edges: equal instants, last days of a span, groups of 8 and 9.

Hypothesis draws how large a world is, so that a failure shrinks to a small one; what is in it
comes from a seeded generator, which is many times faster and finds more. METRICS_EXAMPLES sets
how many worlds each test looks at, as in `METRICS_EXAMPLES=2000 pytest tests/metrics`.
"""

import os
from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from metrics import oracle, worlds
from metrics.worlds import (
    InteractionRow,
    LeftOutRow,
    MoveRow,
    PersonRow,
    SignalRow,
    SnapshotRow,
    TieRow,
)
from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY, Span
from netaudit.frames import IN_PERSON, Frames
from netaudit.metrics.stale import By

#: Days before the day of the report on which something changes, and some beyond it.
EDGES = (-8, -1, 0, 1, 2, 3, 4, 6, 7, 8, 13, 14, 29, 30, 31, 37, 89, 90, 91, 92, 179, 180, 181,
         364, 365, 366, 372, 729, 730, 731)  # fmt: skip
#: Days that a record goes back at most; a young one has watched nobody for long.
AGES = (6, 40, 40, *[2000] * 9)
#: Days from a list entry to something that happens, around which answers turn.
LATER = (-1, 0, 1, 2, 89, 90, 91, 364, 365, 366)
CHANNELS = {
    "public": ("comment", "reply"),
    "text": ("linkedin", "email", "dm"),
    "voice": ("call",),
    "in_person": ("meeting",),
}
OF_MEDIA = ("text", "text", "text", *CHANNELS)
PURPOSES = ("", "", "gave", "asked", "asked", "gave+asked", "was_asked+social", "got", "social",
            "thanked", "asked+was_asked", "got+was_asked")  # fmt: skip
TURNS = ("in", "out", "in out", "in out", "in in out", "in out out", "both")
KINDS = ("connection", "connection", "following", "follower", "follower", "address_book")
COMPANIES = ("", "Acme", "Acme", "acme", " ACME ", "Beta GmbH", "Straße", "STRASSE")
TAGS = ("mentor", "school", "work")
CADENCES = (*[""] * 6, "7d", "3w", "1mo", "3mo", "1y", "never")
JOBS = (("Acme", "Engineer"), ("ACME", ""), ("", ""))
NEW_JOBS = (("Acme", "Director"), ("Beta GmbH", "Engineer"), ("", "Engineer"))
#: With and without daylight saving, at half an hour, and one that moved across the date line.
ZONES = ("UTC", "UTC", "Europe/Vienna", "America/New_York", "Asia/Kolkata", "Pacific/Apia")
#: Ends of months, leap days, and days on and around which clocks are put forward and back.
SPECIAL = [
    date(*day).toordinal()
    for day in (
        (2026, 3, 8), (2026, 3, 28), (2026, 3, 29), (2026, 3, 30), (2026, 3, 31), (2026, 4, 30),
        (2026, 10, 24), (2026, 10, 25), (2026, 10, 31), (2026, 11, 1), (2026, 12, 31),
        (2027, 1, 1), (2027, 2, 28), (2028, 2, 28), (2028, 2, 29), (2028, 3, 1), (2011, 12, 29),
        (2011, 12, 31), (2012, 2, 29),
    )
]  # fmt: skip
#: Seconds between messages around which openers and answers turn.
STEPS = [days * SECONDS_PER_DAY + beside for days in (0, 1, 7, 23, 30) for beside in (-1, 0, 0, 1)]

spans = st.sampled_from(
    [Span(365, "d"), Span(30, "d"), Span(7, "d"), Span(1, "d"), Span(4, "w"), Span(3, "mo"),
     Span(1, "y")]
)  # fmt: skip
day_spans = st.builds(Span, st.sampled_from([1, 7, 30, 90, 365]), st.just("d"))
bys: st.SearchStrategy[By] = st.sampled_from(["anyone", "me"])


def examples(usually: int) -> settings:
    """Return settings for so many worlds, or as many as METRICS_EXAMPLES says."""
    wanted = int(os.environ.get("METRICS_EXAMPLES", usually))
    return settings(max_examples=wanted, deadline=None)


def frames_of(one: oracle.World) -> Frames:
    """Return the tables of a world."""
    return worlds.world(
        people=one.people,
        ties=one.ties,
        interactions=one.interactions,
        snapshots=one.snapshots,
        signals=one.signals,
        moves=one.moves,
        left_out=one.left_out,
        ambiguous_entries=one.ambiguous_entries,
        accounts_blocked=one.accounts_blocked,
        timezone=one.timezone,
    )


@st.composite
def any_world(
    draw: st.DrawFn,
    of_spans: st.SearchStrategy[Span] = spans,
    zones: tuple[str, ...] = ZONES,
) -> oracle.World:
    """Draw a whole world with the day and the options it is looked at with."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - it need not be unguessable
    as_of = random.choice(SPECIAL) if random.random() < 0.5 else worlds.D + random.randrange(400)
    zone = random.choice(zones)
    people = draw(st.integers(1, 6))
    invited, accepted = _invitations(random, people, as_of, draw(st.integers(0, 4)))
    maker = Maker(random, people, as_of, ZoneInfo(zone))
    rows = [maker.any() for _ in range(draw(st.sampled_from([0, 1, 3, 10, 40])))]
    rows += [row for _ in range(draw(st.sampled_from([0, 1, 2, 3]))) for row in maker.rhythm()]
    rows += [row for _ in range(draw(st.integers(0, 3))) for row in maker.chain()]
    ties = [_tie(random, people, as_of) for _ in range(draw(st.integers(0, 8)))]
    ties += [_tie_before(random, rows) for _ in range(draw(st.integers(0, 3))) if rows]
    first = as_of - random.choice(AGES)
    return oracle.World(
        people=_people(random, people, as_of),
        ties=[row for row in [*ties, *accepted] if row.since is None or row.since > first],
        interactions=[row for row in rows if row.day > first],
        snapshots=[_snapshot(random, as_of, rows) for _ in range(draw(st.integers(0, 3)))],
        signals=invited,
        moves=_moves(random, people, as_of),
        left_out=[_left_out(random) for _ in range(random.randrange(4))],
        ambiguous_entries=random.randrange(3),
        accounts_blocked=random.randrange(3),
        as_of=as_of,
        window=draw(of_spans),
        stale=draw(of_spans),
        by=draw(bys),
        max_group=random.choice([8, 8, 8, 1]),
        count_followers=random.random() < 0.2,
        timezone=zone,
    )


def _ago(random: Random) -> int:
    if random.random() < 0.6:
        return random.choice(EDGES)
    return random.randint(-10, 400) if random.random() < 0.8 else random.randint(300, 1200)


def _people(random: Random, number: int, as_of: int) -> list[PersonRow]:
    """Make people whose names repeat, differ in case, or are missing; a few are ignored."""
    ids = random.sample(range(number), number)
    names = random.choices(["Ana", "ana", "Bo", "Émile", ""], k=number)
    cadences = random.choices(CADENCES, k=number)
    return [
        PersonRow(
            f"p{one}",
            name,
            name.casefold(),
            company=random.choice(COMPANIES),
            position=random.choice(JOBS)[1],
            ignored=random.random() < 0.15,
            named=bool(name),
            tags=tuple(tag for tag in TAGS if random.random() < 0.3),
            snoozed_until=as_of - _ago(random) if random.random() < 0.2 else None,
            cadence=cadence,
            cadence_tag=random.choice(["", "work"]) if cadence else "",
        )
        for one, name, cadence in zip(ids, names, cadences, strict=True)
    ]


def _tie(random: Random, people: int, as_of: int) -> TieRow:
    """Make a list entry; some are of unknown date, some ended."""
    since = None if random.random() < 0.3 else as_of - _ago(random)
    until = None if random.random() < 0.7 else as_of - _ago(random)
    source = random.choice(["linkedin", "x"])
    return TieRow(random.randrange(people), random.choice(KINDS), since, until, source)


def _tie_before(random: Random, rows: list[InteractionRow]) -> TieRow:
    """Make a list entry that began just, or about a quarter or a year, before a meeting.

    Where there is no meeting, before any interaction.
    """
    met = [row for row in rows if row.medium == IN_PERSON]
    row = random.choice(met if met and random.random() < 0.5 else rows)
    return TieRow(row.person, random.choice(KINDS), row.day - random.choice(LATER))


def _invitations(
    random: Random, people: int, as_of: int, count: int
) -> tuple[list[SignalRow], list[TieRow]]:
    """Make invitations and other signals, and connections of about the same day."""
    invited, accepted = [], []
    for _ in range(count):
        who, day = random.randrange(people), as_of - _ago(random)
        kind = random.choice(["invitation"] * 4 + ["invitation_note", "like"])
        invited.append(SignalRow(who, kind, day, random.randrange(2), random.random() < 0.5))
        if random.random() < 0.5:
            until = None if random.random() < 0.7 else day + random.randrange(1, 400)
            accepted.append(TieRow(who, "connection", day + random.randint(-2, 1), until))
    return invited, accepted


class Maker:
    """Makes interactions of one world, their days counted in its time zone.

    In half of the worlds the last person has nothing but rhythms.
    """

    def __init__(self, random: Random, people: int, as_of: int, zone: ZoneInfo) -> None:
        self.random, self.people, self.as_of, self.zone = random, people, as_of, zone
        self.others = people - 1 if people > 1 and random.random() < 0.5 else people

    def other(self) -> int:
        """Return somebody with whom anything may happen."""
        return self.random.randrange(self.others)

    def any(self) -> InteractionRow:
        """Make an interaction from log or export."""
        random = self.random
        medium, logged = random.choice(OF_MEDIA), random.random() < 0.5
        row = worlds.interaction(
            self.other(),
            self.as_of - _ago(random),
            random.choice(["in", "out", "in", "out", "both"]),
            medium=medium,
            channel=random.choice(CHANNELS[medium]),
            hour=random.choice([None, 0, 1.5, 2.5, 12, 12, 23.75]),
            size=random.choice([1, 1, 1, 1, 2, 8, 9]),
            logged=logged,
            position=random.randrange(4) if logged else 0,
            purpose=random.choice(PURPOSES),
        )
        return self.local(row)

    def rhythm(self) -> list[InteractionRow]:
        """Make messages at a steady pace: all to me, all from me, or in turns; or in bursts.

        The silence since is often one around which it becomes a long one.
        """
        random = self.random
        who = random.choice([self.people - 1, random.randrange(self.people)])
        step = random.choice([1, 1, 3, 3, 6, 7, 8, 15, 18, 29, 30, 31])
        last = random.choice([_ago(random), 6, 7, 8, 2 * step, 2 * step + 1])
        turns, burst = random.choice(TURNS).split(), random.choice([1, 1, 1, 5])
        medium = random.choice(["text"] * 4 + ["public"])
        channel, size = random.choice(CHANNELS[medium]), random.choice([1, 1, 1, 1, 2])
        return [
            self.local(
                worlds.interaction(
                    who,
                    self.as_of - last - day,
                    turns[nth % len(turns)],
                    medium=medium,
                    channel=channel,
                    hour=worlds.NOON,
                    size=size,
                )
            )
            for nth in range(random.choice([4, 5, 9, 10, 10, 20, 100]))
            for day in range(step * nth, step * nth + burst)
        ]

    def chain(self) -> list[InteractionRow]:
        """Make interactions of one person that lie 7 or 30 days apart, or a second beside it.

        The first, or the last, lies as far from the end of the day of the report.
        """
        random, found = self.random, []
        who = self.other()
        at = self.midnight(self.as_of + 1) - random.choice(STEPS)
        back = random.choice([-1, 1])
        for _ in range(random.randrange(1, 9)):
            row = worlds.interaction(
                who,
                self.as_of,
                random.choice(["in", "out", "in", "out", "both"]),
                medium=random.choice(OF_MEDIA),
                hour=0,
                size=random.choice([1, 1, 1, 1, 2]),
                logged=random.random() < 0.3,
                position=random.randrange(3),
            )
            found.append(row._replace(at=at, day=self.day(at)))
            at -= back * random.choice(STEPS)
        return found

    def local(self, row: InteractionRow) -> InteractionRow:
        """Take the wall clock of a row, written as UTC, for that of the time zone.

        A time that clocks skip is one that comes after; of one that comes twice it is either.
        """
        if self.zone.key == "UTC":
            return row
        wall = datetime.fromtimestamp(row.at, ZoneInfo("UTC"))
        fold = self.random.randrange(2) if row.timed else 0
        at = wall.replace(tzinfo=self.zone, fold=fold).timestamp()
        return row._replace(at=at, day=self.day(at) if row.timed else row.day)

    def midnight(self, day: int) -> float:
        """Return the instant at which a local day begins."""
        wall = datetime.fromtimestamp((day - EPOCH_DAY) * SECONDS_PER_DAY, ZoneInfo("UTC"))
        return wall.replace(tzinfo=self.zone).timestamp()

    def day(self, at: float) -> int:
        """Return the local day of an instant."""
        return datetime.fromtimestamp(at, self.zone).toordinal()


def _snapshot(random: Random, as_of: int, rows: list[InteractionRow]) -> SnapshotRow:
    """Make an import; the day of some is unknown, and some are of soon after somebody's last."""
    day = as_of - _ago(random)
    if rows and random.random() < 0.4:
        who = random.choice(rows).person
        day = max(row.day for row in rows if row.person == who) + random.choice((2, 3, 6, 7))
    return SnapshotRow(
        random.choice(["linkedin", "x", "log"]),
        random.choice(["a.zip", "b.csv"]),
        None if random.random() < 0.3 else day,
        random.random() < 0.7,
        *(random.randrange(9) for _ in range(3)),
    )


def _left_out(random: Random) -> LeftOutRow:
    """Make a count of rows that were understood and set aside."""
    kind = random.choice(["draft", "sponsored"])
    return LeftOutRow(random.choice(["linkedin", "x"]), kind, random.randrange(1, 9))


def _moves(random: Random, people: int, as_of: int) -> list[MoveRow]:
    """Make changes of job from one list to the next, at most one of a person in each."""
    news = (179, 180, 181, _ago(random), _ago(random))
    lists = sorted({as_of - random.choice(news) for _ in range(random.randrange(4))})
    return [
        MoveRow(who, seen_on, next_on, *random.choice(JOBS), *random.choice(NEW_JOBS))
        for seen_on, next_on in zip(lists, [*lists[1:], None], strict=False)
        for who in range(people)
        if random.random() < 0.4
    ]
