"""What whole columns of a list of people on X are: answers or counts, ids or handles.

One cell does not tell: `following` says of somebody whether they are followed, or how many they
follow, and a 1 is either.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

from netaudit.errors import InputRefused
from netaudit.importers.csvfile import Table
from netaudit.importers.source import HEAD, File
from netaudit.importers.twitter.columns import Columns, Side, has_counts
from netaudit.normal import x_handle, x_id, x_key
from netaudit.records import Problem

#: Also as spreadsheets write them in other languages.
_YES = frozenset({
    "true", "yes", "y", "1", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar", "prawda",
})  # fmt: skip
_NO = frozenset({
    "false", "no", "n", "0", "falsch", "faux", "falso", "onwaar", "fałsz",
})  # fmt: skip
_NOTHING = frozenset({"", "-", "n/a", "nan", "none", "null", "undefined"})
#: A long number as spreadsheets show it, and a fraction that no id has.
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}|\d{16,}[.,]\d+", re.IGNORECASE | re.ASCII)
#: Spreadsheets keep fifteen digits of a number.
_ROUNDED = re.compile(r"\d{15}0+", re.ASCII)
_FRACTION = re.compile(r"(\d{1,15})[.,]0+", re.ASCII)
_LONG = 16


def bare(cell: str) -> str:
    """Return a cell without what makes a spreadsheet take it for text: `'1`, `="1"`."""
    cell = cell.strip()
    if cell.startswith('="') and cell.endswith('"'):
        cell = cell[2:-1]
    return cell.removeprefix("'").strip()


def whole_number(cell: str) -> str:
    """Return a bare cell without the `.0` of a number that some program took for a fraction."""
    found = _FRACTION.fullmatch(cell)
    return found[1] if found else cell


def is_yes(cell: str) -> bool:
    """Tell whether a cell of a column of answers says yes."""
    return bare(cell).casefold() in _YES


@dataclass
class Survey:
    """What the rows of a list have in common.

    `answers` are the columns that say of each row whether there is a tie, `silent` the kinds of
    tie for which there is a column without a word in it. `agreed`: kinds that some row says yes
    to. `rounded`: all long ids lost their last digits.
    """

    rows: int = 0
    people: int = 0
    linked: int = 0
    led_elsewhere: int = 0
    ids_are_handles: bool = False
    rounded: bool = False
    answers: dict[Side, int] = field(default_factory=dict)
    silent: set[Side] = field(default_factory=set)
    agreed: set[Side] = field(default_factory=set)

    @property
    def is_of_people(self) -> bool:
        """Whether most rows name somebody who could be on X."""
        return 2 * self.people >= self.rows

    @property
    def most_links(self) -> Literal["x", "elsewhere"] | None:
        """Where most links to profiles lead; those that may be other pages count only if to X."""
        if self.led_elsewhere > self.linked:
            return "elsewhere"
        return "x" if self.linked else None

    def is_mangled(self, cell: str) -> bool:
        """Tell whether a bare cell was an id before a spreadsheet read it."""
        if _SCIENTIFIC.fullmatch(cell):
            return True
        if len(cell) < _LONG or not (cell.isascii() and cell.isdigit()):
            return False
        return cell.endswith("0000") or (self.rounded and _ROUNDED.fullmatch(cell) is not None)


def survey(columns: Columns, rows: Iterable[Sequence[str]], side: Side | None) -> Survey:
    """Look at all rows of a list, of which is known that it is one of this kind of tie, if it is.

    Whether someone in a list of followers "follows back" is said of the owner by some programs
    and of them by others: there it tells nothing.
    """
    relations = [
        (kind, place) for kind, place in columns.relations
        if side != "follower" or columns.name(place) != "followsback"
    ]  # fmt: skip
    found = Survey()
    ids: Counter[str] = Counter()
    words: dict[int, Counter[str]] = {place: Counter() for _, place in relations}
    for row in rows:
        found.rows += 1
        _look_at_who(columns, row, found, ids)
        for place, counts in words.items():
            counts[_kind_of_answer(row[place])] += 1
    keyed_otherwise = columns.places.keys() & {"handle", "link"}
    found.ids_are_handles = not keyed_otherwise and ids["handle"] > ids["number"] + ids["mangled"]
    found.rounded = ids["long"] > 0 and ids["long"] == ids["rounded"]
    for kind, place in relations:
        _hear(columns, (kind, place), words[place], found)
    found.silent -= found.answers.keys()
    return found


def _look_at_who(columns: Columns, row: Sequence[str], found: Survey, ids: Counter[str]) -> None:
    """Take in whom a row names, and by what."""
    names_somebody = False
    if (place := columns.places.get("id")) is not None:
        kind = _kind_of_id(bare(row[place]), ids)
        ids[kind] += 1
        names_somebody = kind in {"number", "mangled", "link"} or (
            kind == "handle" and "handle" not in columns.places
        )
    if (place := columns.places.get("handle")) is not None:
        cell = bare(row[place])
        names_somebody |= x_handle(cell) is not None or x_key(cell) is not None
    for role in ("link", "url"):
        if (place := columns.places.get(role)) is None or not (cell := bare(row[place])):
            continue
        leads_there = x_key(cell) is not None
        found.linked += leads_there
        if role == "link":
            names_somebody |= leads_there
            found.led_elsewhere += not leads_there
    found.people += names_somebody


def _kind_of_id(cell: str, ids: Counter[str]) -> str:
    """Say what stands in a column of ids; numbers too long for a spreadsheet are counted apart."""
    cell = whole_number(cell)
    if x_id(cell) is not None:
        if len(cell) >= _LONG:
            ids["long"] += 1
            ids["rounded"] += _ROUNDED.fullmatch(cell) is not None
        return "number"
    if _SCIENTIFIC.fullmatch(cell):
        return "mangled"
    if x_key(cell) is not None:
        return "link"
    return "nothing" if x_handle(cell) is None else "handle"


def _kind_of_answer(cell: str) -> str:
    word = bare(cell).casefold()
    if word in _NOTHING:
        return "nothing"
    if word not in _YES | _NO:
        return "other"
    said = "yes" if word in _YES else "no"
    return f"{said} or number" if word in {"0", "1"} else said


def _hear(columns: Columns, relation: tuple[Side, int], words: Counter[str], found: Survey) -> None:
    """Note whether a column tells of a kind of tie, if none before it did."""
    kind, place = relation
    counts = columns.name(place) == "following" and has_counts(columns)
    said = {word for word in words if word != "nothing"}
    if kind in found.answers or "other" in said:
        return
    if counts and not said & {"yes", "no"}:  # a 1 is the number of those whom somebody follows
        return
    if not said:
        found.silent.add(kind)
        return
    found.answers[kind] = place
    if said & {"yes", "yes or number"}:
        found.agreed.add(kind)


def first_rows(file: File, columns: Columns) -> list[list[str]]:
    """Return the rows in the first 64 KiB, but for one that is cut there."""
    head = File(file.name, file.shown, lambda: io.BytesIO(file.head))
    found: list[list[str]] = []
    with suppress(InputRefused):  # the cut fell into a quoted field
        rows = Table(head, columns.header, frozenset(), []).rows()
        found.extend(item[1] for item in rows if not isinstance(item, Problem))
    return found[:-1] if len(file.head) == HEAD else found
