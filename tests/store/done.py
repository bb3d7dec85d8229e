"""What can be done to a store, as a strategy draws it: overlapping exports of invented people."""

from collections.abc import Sequence

from hypothesis import strategies as st

from netaudit.records import Account, Owner, Record, Tie, TieKind
from store.on_x import archive, bearer, direct_message, member
from store.on_x import listed as on_list_of_x
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    Snapshot,
    connection,
    endorsement,
    entry,
    followed,
    hidden,
    invitation,
    listed,
    log,
    mention,
    message,
    noon,
    noted,
    recommended,
    url,
)

Snapshots = Sequence[Snapshot]
NAMES = ("Ana Ruiz", "Bo Lind", "Cy Orr", "Dee Moss")
_LINKS = (ANA, BO, CY, url("ana-ruiz-now"))
_MAILS = ("", "ana@example.org", "bo@example.org")
_DAYS = (DAY + 100, DAY + 150, DAY + 200)
names, links = st.sampled_from(NAMES), st.sampled_from(_LINKS)
days = st.integers(DAY, DAY + 2)
instants = st.builds(noon, days, st.integers(0, 2))
ways = st.sampled_from(["in", "out"])

_ties = st.one_of(
    st.builds(
        connection, links, names, days, st.sampled_from(["", "Alto Rail"]), st.sampled_from(_MAILS)
    ),
    st.builds(listed, names, days),
    st.builds(
        lambda name, since: connection(
            Account("linkedin", "email", _MAILS[1]), name, since, "", _MAILS[1]
        ),
        names, days,
    ),
    st.builds(followed, names),
)  # fmt: skip
_talks = st.builds(
    lambda people, at, direction, conversation: message(
        *people, at=at, direction=direction, conversation=conversation
    ),
    st.lists(
        st.sampled_from([*_LINKS, *map(mention, NAMES)]), min_size=1, max_size=2, unique=True
    ),
    instants, ways, st.sampled_from([0, 7, 8]),
)  # fmt: skip
_others: st.SearchStrategy[Record] = st.one_of(
    st.builds(hidden, days),
    st.builds(endorsement, names, instants, ways),
    st.builds(recommended, names, days, ways),
    st.builds(noted, links, st.just("of the kiln"), days, names),
    st.builds(invitation, links, instants, ways, note=st.booleans(), name=names),
)
_members = st.one_of(
    st.builds(
        member, st.integers(1, 3), st.sampled_from(["ana_r", "bo_lind", "cy"]), names,
        st.sampled_from(["", "At Alto Rail", "bo@example.org"]),
    ),
    st.builds(bearer, st.sampled_from(["ana_r", "bo_lind"]), names),
)  # fmt: skip
_on_x: st.SearchStrategy[Record] = st.one_of(
    st.builds(on_list_of_x, _members, st.sampled_from(["following", "follower", "blocked"])),
    st.builds(direct_message, _members, instants, st.integers(9, 10)),
    _members,
)


def _each_once(records: Sequence[Record]) -> list[Record]:
    """Leave out what no list holds: an account twice."""
    kept: dict[object, Record] = {}
    for number, record in enumerate(records):
        key = (record.account, record.kind) if isinstance(record, Tie) else number
        kept.setdefault(key, record)
    return list(kept.values())


@st.composite
def _linkedin(draw: st.DrawFn) -> Snapshot:
    whole: list[tuple[TieKind, ...]] = [("connection",), ("connection", "following"), ()]
    ties: list[Record] = draw(st.lists(_ties, max_size=4))
    return Snapshot(
        {
            "Connections.csv": [*_each_once(ties), *draw(st.lists(_others, max_size=3))],
            "messages.csv": draw(st.lists(_talks, max_size=3)),
        },
        draw(st.sampled_from(_DAYS)), draw(st.sampled_from(["export.zip", "Ana Ruiz.zip"])),
        lists=draw(st.sampled_from(whole)), owner=Owner("robin-quist", "Robin Quist"),
    )  # fmt: skip


@st.composite
def _archives(draw: st.DrawFn) -> Snapshot:
    records = _each_once(draw(st.lists(_on_x, min_size=1, max_size=4)))
    return archive(*records, exported_on=draw(st.sampled_from(_DAYS)))


@st.composite
def _logs(draw: st.DrawFn) -> Snapshot:
    written = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    return log(
        *(entry(name, draw(days), position=draw(st.integers(0, 1))) for name in written),
        name=draw(st.sampled_from(["log.csv", "diary.csv"])),
    )


snapshots: st.SearchStrategy[Snapshots] = st.lists(
    st.one_of(_linkedin(), _linkedin(), _archives(), _logs()), min_size=1, max_size=2
)
