"""What `netaudit export` writes: everything as lines of JSON, people, or interactions."""

import json
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netaudit.audits.wording import counted, people
from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY, iso
from netaudit.config import Config
from netaudit.normal import name_key
from netaudit.store import Store
from netaudit.store.copies import contents
from netaudit.store.export import lines, set_apart
from netaudit.store.looking import Wanted
from netaudit.store.reach import Reached, Written, reached, written_down

if TYPE_CHECKING:
    import pandas as pd

    from netaudit.frames import Frames

#: Lines that are written at a time.
_TOGETHER = 2000

PEOPLE = (
    "id", "name", "company", "position", "linkedin", "x", "email", "phone", "connected_since",
    "lists", "tags", "ignored", "snoozed_until", "cadence", "interactions", "first_contact",
    "last_contact",
)  # fmt: skip
#: The columns of a log, so that it can be read as one.
INTERACTIONS = (
    "date", "person", "channel", "medium", "direction", "purpose", "note", "group", "id"
)  # fmt: skip


#: Text in pieces, and at the end what it was, in numbers.
Pieces = Generator[str, None, str]


class Counted:
    """Yields pieces, and then knows what they were: `told`, in words."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self.told = ""

    def __iter__(self) -> Iterator[str]:
        self.told = yield from self._pieces


def everything(store: Path) -> Pieces:
    """Yield all that the store holds as lines of JSON, many at a time.

    They are ASCII: no sign in them acts on a terminal or gets lost on the way.
    """
    with Store.open(store) as opened, set_apart(opened) as copy:
        held = contents(copy.connection)
        encode = json.JSONEncoder(separators=(",", ":")).encode
        yield from _together(f"{encode(line)}\n" for line in lines(copy))
    return f"{people(held.people)}, {counted(held.interactions, 'interaction')}"


def _together(texts: Iterable[str]) -> Iterator[str]:
    """Join texts in pieces that are worth the writing."""
    waiting = iter(texts)
    while piece := "".join(islice(waiting, _TOGETHER)):
        yield piece


def people_table(store: Path, config: Config, wanted: Wanted) -> Pieces:
    """Yield everybody on record as a table, or of all of them who fits: a row for each."""
    from netaudit.render.csv import csv_row

    frames, known = _record(store, config)
    contacts = _contacts(frames, config["max_group"])
    lists = _lists(frames)
    chosen = list(_fitting(frames, wanted))

    def rows() -> Iterator[Sequence[str]]:
        yield PEOPLE
        for number, one in chosen:
            person, name, company, position, tags, ignored, snoozed, cadence = one
            reach = known.get(person, Reached())
            yield (
                person, name, company, position, ", ".join(reach.linkedin), ", ".join(reach.x),
                ", ".join(reach.emails), ", ".join(reach.phones), *lists[number], ", ".join(tags),
                "true" if ignored else "false", "" if isnan(snoozed) else iso(int(snoozed)),
                cadence, *contacts[number],
            )  # fmt: skip

    yield from _together(map(csv_row, rows()))
    return people(len(chosen))


def _fitting(frames: "Frames", wanted: Wanted) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield number and description of who fits by company and tag, as `netaudit people` has it."""
    part = name_key(wanted.company)
    for number, one in enumerate(_each(frames.people, *_DESCRIBED)):
        _, _, company, _, tags, *_ = one
        if part in name_key(company) and (not wanted.tag or wanted.tag in tags):
            yield number, one


_DESCRIBED = (
    "person_id", "name", "company", "position", "tags", "ignored", "snoozed_until", "cadence"
)  # fmt: skip


def _each(frame: "pd.DataFrame", *names: str) -> Iterator[tuple[Any, ...]]:
    """Return the rows of a frame, of these columns."""
    return zip(*(frame[name].tolist() for name in names), strict=True)


def _record(store: Path, config: Config) -> "tuple[Frames, dict[str, Reached]]":
    from netaudit.store.load import load

    with Store.open(store) as opened, set_apart(opened) as copy:
        return load(copy, config.timezone), reached(copy)


def _contacts(frames: "Frames", max_group: int) -> dict[int, tuple[str, str, str]]:
    """Return for each person how many interactions there were, the first day and the last."""
    from netaudit.frames import TEXT

    rows = frames.interactions
    rows = rows[~((rows["medium"] <= TEXT) & (rows["size"] > max_group))]
    found: dict[int, tuple[str, str, str]] = defaultdict(lambda: ("0", "", ""))
    days = rows.groupby("person")["day"].agg(["size", "min", "max"])
    for person, count, first, last in days.itertuples(name=None):
        found[person] = (str(count), iso(first), iso(last))
    return found


def _lists(frames: "Frames") -> dict[int, tuple[str, str]]:
    """Return for each person since when they are a connection, and on which lists they are."""
    rows = frames.ties[frames.ties["until"].isna()]
    since: dict[int, int] = {}
    on: dict[int, set[str]] = defaultdict(set)
    for person, source, kind, day in _each(rows, "person", "source", "kind", "since"):
        on[person].add(f"{source} {kind}")
        if kind == "connection" and not isnan(day):
            since[person] = min(int(day), since.get(person, int(day)))
    found: dict[int, tuple[str, str]] = defaultdict(lambda: ("", ""))
    for person, names in on.items():
        day = iso(since[person]) if person in since else ""
        found[person] = (day, ", ".join(sorted(names)))
    return found


def address_book(store: Path, config: Config, wanted: Wanted, *, notes: bool) -> Pieces:
    """Yield a vCard for everybody on record who fits, but for whom the user ignores."""
    from netaudit.render.vcard import Card, card

    frames, known = _record(store, config)
    chosen = [one for _, one in _fitting(frames, wanted) if not one[5]]

    def cards() -> Iterator[str]:
        for person, name, company, position, tags, *_ in chosen:
            reach = known.get(person, Reached())
            yield card(
                Card(
                    person, name, company, position, tuple(reach.emails), tuple(reach.phones),
                    (*reach.linkedin, *reach.x), tags, tuple(reach.notes) if notes else (),
                )
            )  # fmt: skip

    yield from _together(cards())
    return people(len(chosen))


def interactions_table(store: Path, config: Config, *, logged: bool) -> Pieces:
    """Yield interactions as a log: all that count, or only what the user wrote down."""
    from netaudit.render.csv import csv_row

    with Store.open(store) as opened, set_apart(opened) as copy:
        known = reached(copy)
        entries = written_down(copy, counted=not logged)
        frames = None
        if not logged:
            from netaudit.store.load import load

            frames = load(copy, config.timezone)
    named: dict[str, str] = (
        {} if frames is None else dict(_each(frames.people, "person_id", "name"))
    )
    rows = [(_moment(one), _row(one, known, named)) for one in entries if one.logged or not logged]
    rows.sort(key=lambda row: row[0])
    yield csv_row(INTERACTIONS)
    yield from _together(csv_row(row) for _, row in rows)
    messages = [] if frames is None else list(_messages(frames, known))
    yield from _together(map(csv_row, messages))
    return counted(len(rows) + len(messages), "interaction")


def _moment(one: Written) -> int:
    return one.at if one.at is not None else ((one.day or 0) - EPOCH_DAY) * SECONDS_PER_DAY


def _row(one: Written, known: dict[str, Reached], named: dict[str, str]) -> Sequence[str]:
    person = one.written
    if one.person:
        person = known[one.person].written(named.get(one.person, one.written))
    date = iso(one.day) if one.at is None and one.day is not None else _instant(one.at or 0)
    return (
        date, person, one.channel, one.medium, one.direction, one.purpose, one.note,
        str(one.size), one.ref,
    )  # fmt: skip


def _messages(frames: "Frames", known: dict[str, Reached]) -> Iterator[Sequence[str]]:
    """Yield the messages of exports, which have an instant and are in nobody's log."""
    from netaudit.frames import DIRECTIONS, MEDIA

    people = [
        known.get(number, Reached()).written(name)
        for number, name in _each(frames.people, "person_id", "name")
    ]
    rows = frames.interactions
    rows = rows[rows["timed"] & ~rows["logged"]].sort_values(["at", "person"])
    columns = ("person", "at", "channel", "medium", "direction", "size")
    for person, at, channel, medium, direction, size in _each(rows, *columns):
        yield (
            _instant(int(at)), people[person], channel, MEDIA[medium], DIRECTIONS[direction],
            "", "", str(size), "",
        )  # fmt: skip


def _instant(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC).isoformat()[:19]}Z"
