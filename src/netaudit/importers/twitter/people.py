"""People on X as the rows of a list name them."""

import html
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from netaudit.importers.csvfile import Table
from netaudit.importers.source import File
from netaudit.importers.twitter.columns import WHO, Columns, Role, Side
from netaudit.importers.twitter.survey import Survey, bare, is_yes, survey, whole_number
from netaudit.normal import clean, x_handle, x_id, x_key
from netaudit.records import Account, Owner, Problem, Profile, Where

#: So much is kept of what they say of themselves.
_MAX_ABOUT = 500
#: Links of X's own making, which tell nothing of where they lead.
_SHORTENED = ("https://t.co/", "http://t.co/")


class Person(NamedTuple):
    """Whom a row names: the id and the handle, empty where there is none.

    `mangled`: there was an id before a spreadsheet read it.
    """

    number: str
    handle: str
    mangled: bool

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are meant, the one that counts first."""
        found = [Account("x", "id", self.number)] if self.number else []
        return (*found, *([Account("x", "handle", self.handle)] if self.handle else []))

    def is_owner(self, owner: Owner) -> bool:
        """Tell whether it is the owner; a handle can have been theirs before."""
        if self.number and owner.slug is not None:
            return self.number == owner.slug
        return self.handle in owner.handles


class People:
    """A list of people on X, opened; all of it is looked at before any of it is told.

    `recovered` is how many rows had a handle in place of the id that a spreadsheet mangled.
    """

    def __init__(self, file: File, columns: Columns, notices: list[str], side: Side | None) -> None:
        who = min(columns.places[role] for role in WHO if role in columns.places)
        required = frozenset({columns.header.names[who]})
        self._table = Table(file, columns.header, required, notices)
        self._table.refuse_repeated(columns.used())
        self._columns = columns
        silent = Table(replace(file, watch=None), columns.header, required, []).rows()
        rows = (item[1] for item in silent if not isinstance(item, Problem))
        self.survey: Survey = survey(columns, rows, side)

    def __iter__(self) -> Iterator[tuple[int, Sequence[str], Person] | Problem]:
        """Yield line, cells and person of each row, and a Problem for one that names nobody."""
        self.recovered = 0
        for item in self._table.rows():
            if isinstance(item, Problem):
                yield item
                continue
            line, row = item
            person = self._person(row)
            self.recovered += person.mangled and bool(person.handle)
            if person.number or person.handle:
                yield line, row, person
            else:
                yield _nobody(Where(self._table.file.shown, line), person)

    def _person(self, row: Sequence[str]) -> Person:
        """Find out whom a row names; what the columns of ids and handles lack, a link may tell."""
        keys: dict[str, str] = {}
        mangled = False
        cell = whole_number(self._cell(row, "id"))
        if self.survey.ids_are_handles:
            keys |= _handle(cell)
        elif self.survey.is_mangled(cell):
            mangled = True
        elif (number := x_id(cell)) is not None:
            keys["id"] = number
        else:  # a list of nothing else may mix ids and handles
            keys |= _handle(cell) if len(row) == 1 else _linked(cell)
        keys = _handle(self._cell(row, "handle")) | keys
        keys = _linked(self._cell(row, "link")) | keys
        if "handle" not in keys and not self._columns.places.keys() & {"handle", "link"}:
            keys = _linked(self._cell(row, "url")) | keys
        number, handle = keys.get("id", ""), keys.get("handle", "")
        return Person(number, handle, mangled and not number)

    def profile(self, row: Sequence[str], person: Person, *, listed: bool) -> Profile:
        """Return what a row says of a person."""
        return Profile(
            person.accounts[0], _text(self._said(row, "name")),
            url=f"https://x.com/{person.handle}" if person.handle else "",
            listed=listed, handle=person.handle, about=self._about(row),
        )  # fmt: skip

    def _about(self, row: Sequence[str]) -> str:
        pages = [_text(self._said(row, role)) for role in ("website", "link", "url")]
        pages = [p for p in pages if x_key(p) is None and not p.startswith(_SHORTENED)]
        said = dict.fromkeys([_text(self._said(row, "about")), *pages])
        return " ".join(filter(None, said))[:_MAX_ABOUT].strip()

    def _said(self, row: Sequence[str], role: Role) -> str:
        place = self._columns.places.get(role)
        return "" if place is None else row[place]

    def _cell(self, row: Sequence[str], role: Role) -> str:
        return bare(self._said(row, role))

    def sides(self, row: Sequence[str], base: Side | None) -> list[Side]:
        """Return the kinds of tie to the person of a row; `base` is what the list is said to be.

        A column that says yes to nobody knows less than whoever says what the list is.
        """
        answers = self.survey.answers
        found = {side for side, place in answers.items() if is_yes(row[place])}
        if base is not None and base not in self.survey.agreed:
            found.add(base)
        return sorted(found, reverse=True)

    def has_ended(self, row: Sequence[str]) -> bool:
        """Tell whether a row is of somebody who, as it says itself, is followed no longer."""
        return bool(self._cell(row, "ended"))


def _handle(cell: str) -> dict[str, str]:
    """Return the key in a cell that holds a handle, or a link in place of one."""
    handle = x_handle(cell)
    return _linked(cell) if handle is None else {"handle": handle}


def _linked(cell: str) -> dict[str, str]:
    """Return the key in a profile link, or in an `@handle`."""
    found = x_key(cell)
    return {} if found is None else {found[0]: found[1]}


def _nobody(where: Where, person: Person) -> Problem:
    if person.mangled:
        message = "a spreadsheet mangled the id, and no handle stands beside it"
        return Problem(where, "mangled-id", message)
    return Problem(where, "no-person", "no id, handle or profile link of X")


def _text(cell: str) -> str:
    """Return a text as it was written; X escapes it for HTML, and some programs line breaks."""
    return clean(html.unescape(cell.replace("\\n", " ")))
