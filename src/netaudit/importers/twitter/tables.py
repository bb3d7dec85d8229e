"""CSV files of people on X, as browser extensions, scripts and services export them.

None of them is known to be a whole list, so that none ends anything. Where no column says
whether these people follow the owner or are followed, the name of the file does, or the user.
"""

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter.columns import (
    Columns,
    Side,
    find_columns,
    headless,
    is_of_x,
    names_ids,
    names_ids_only,
    side_in,
    side_named,
)
from netaudit.importers.twitter.people import People, Person
from netaudit.importers.twitter.survey import Survey, first_rows, survey
from netaudit.records import (
    Account,
    Contact,
    Platform,
    Problem,
    Profile,
    Record,
    SetAside,
    Tie,
    TieKind,
    Where,
)

#: What a list is of: the name of its importer, or `unsettled` where nothing tells.
Form = Literal["x-people", "following", "followers", "x-names", "unsettled"]
_NAMED: dict[Side, Form] = {"following": "following", "follower": "followers"}
_BOTH: set[Side] = {"following", "follower"}


def form(file: File) -> Form | None:
    """Tell what a list of people on X is of, from its start and its name; None if it is none."""
    return _form(file.head, file.name)


@lru_cache(maxsize=4)  # every importer asks
def _form(head: bytes, name: str) -> Form | None:
    file = File(name, name, lambda: io.BytesIO(head))
    columns = find_columns(file)
    found = None if columns is None else _by_columns(file, columns)
    if found is not None or (alone := _alone(file)) is None:
        return found
    side, headed = side_named(file), side_in(" ".join(alone.header.names))
    return None if side is None or headed not in {None, side} else _NAMED[side]


def _by_columns(file: File, columns: Columns) -> Form | None:
    side = side_named(file)
    found = survey(columns, first_rows(file, columns), side)
    if not found.is_of_people or not is_of_x(file, columns, found.most_links):
        return None
    if _tells_both(found) and not (found.rows and side in found.silent):
        return "x-people"
    # Where a column says of nobody what the name says of all, the list is of somebody else.
    if side is not None and not (side in found.answers and side not in found.agreed):
        return _NAMED[side]
    if names_ids_only(columns) and not found.ids_are_handles:
        return "x-names"
    return "unsettled"


def is_plain(file: File) -> bool:
    """Tell whether a file is one column of what may be handles, ids or links of people on X."""
    return _alone(file) is not None


def _alone(file: File) -> Columns | None:
    """Return the only column of a file, with or without a header, if it names people."""
    columns = find_columns(file) or headless(file)
    if columns is None or sum(map(bool, columns.header.names)) > 1:
        return None
    found = survey(columns, first_rows(file, columns), None)
    return columns if found.rows and found.is_of_people else None


def unsettled(file: File) -> InputRefused | None:
    """Refuse a list of people on X that does not say which ties these have to the owner.

    None for any other file.
    """
    return _unsettled(file) if form(file) == "unsettled" else None


def _unsettled(file: File) -> InputRefused:
    return InputRefused(
        f"{file.shown}: does not say whether these people on X follow you or you follow them",
        hint="import it by itself, and say which: --as following, or --as followers",
    )


def _tells_both(found: Survey) -> bool:
    """Tell whether columns say of each row both whether it is followed and whether it follows.

    Some programs leave a cell blank for no; a column without a single word is no answer alone.
    """
    told = found.answers.keys() | found.silent
    return len(told) == 2 and (bool(found.answers) or not found.rows)


def _opened(file: File, context: Context, side: Side | None) -> People:
    """Open a list with a header, or one of nothing but handles, ids or links."""
    columns = find_columns(file)
    if columns is not None:
        return People(file, columns, context.notices, side)
    columns = headless(file)
    people = columns and People(file, columns, context.notices, side)
    if people is None or not people.survey.is_of_people:
        raise InputRefused(
            f"{file.shown}: no column with ids, handles or profile links of X",
            hint="name the column in its first row: id, handle or url",
        )
    return people


class _Ties:
    """What lists of people share: with each of them there is a tie of either kind, or of both."""

    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False
    name: str
    #: What everybody in such a list is, whatever its columns say.
    base: Side | None

    def identify(self, file: File) -> bool:
        """Claim by the columns, what stands in them, and the name of the file."""
        return form(file) == self.name

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Tie for each person, and a second one where both follow each other."""
        people = _opened(file, context, self.base or side_named(file))
        if self.base is None and not _tells_both(people.survey):
            raise _unsettled(file)
        seen: set[Account] = set()
        for item in people:
            if isinstance(item, Problem):
                yield item
                continue
            line, row, person = item
            sides = people.sides(row, self.base)
            if (aside := _aside(person, seen, context)) is not None:
                yield SetAside(line, aside)
            elif people.has_ended(row):
                yield SetAside(line, "follows that ended")
            elif not sides:
                yield SetAside(line, "people without a tie to you")
            else:
                seen.update(person.accounts)
                profile = people.profile(row, person, listed=True)
                for n, side in enumerate(sides):  # what is said once, is said
                    said = profile if n == 0 and profile != _nothing_of(profile.account) else None
                    yield Tie(line, profile.account, side, None, said, continues=n > 0)
        _tell_recovered(people, file, context, "their handles are used")


class Relations(_Ties):
    """A list that says of everybody in it whether they are followed, and whether they follow."""

    name = "x-people"
    title = "people on X, by an exporter"
    base: Side | None = None


class FollowingTable(_Ties):
    """A list of those whom the owner follows."""

    name = "following"
    title = "people on X that you follow, by an exporter"
    base: Side | None = "following"


class FollowersTable(_Ties):
    """A list of those who follow the owner."""

    name = "followers"
    title = "your followers on X, by an exporter"
    base: Side | None = "follower"


class Names:
    """What accounts known by their id are called. It makes nobody a contact."""

    name = "x-names"
    title = "names of X accounts"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim a table of X that holds nothing but ids and what these are called."""
        return form(file) == self.name

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Contact for each id that has a handle or a name."""
        columns = find_columns(file)
        if columns is None or not names_ids(columns):
            raise InputRefused(
                f"{file.shown}: no column with ids, and one with handles or names beside it",
                hint="name the columns in its first row: id, handle, name",
            )
        context.notices.append(
            f"{file.shown}: names for accounts known by id; if it is a list of your own, say "
            "--as following or --as followers"
        )
        people = People(file, columns, context.notices, None)
        seen: set[Account] = set()
        for item in people:
            if isinstance(item, Problem):
                yield item
                continue
            line, row, person = item
            profile = people.profile(row, person, listed=True)
            if (aside := _aside(person, seen, context)) is not None:
                yield SetAside(line, aside)
            elif not person.number:
                message = "no number that is an account's, which is all that a name can be given to"
                yield Problem(Where(file.shown, line), "no-id", message)
            elif not (profile.name or profile.handle):
                yield SetAside(line, "accounts without a name")
            else:
                seen.add(profile.account)
                yield Contact(line, (profile,))
        _tell_recovered(people, file, context, "their names are left out")


def _aside(person: Person, seen: set[Account], context: Context) -> str | None:
    """Say why a row is nobody new, if so."""
    if person.is_owner(context.owner):
        return "yourself"
    return "repeated rows" if person.accounts[0] in seen else None


def _nothing_of(account: Account) -> Profile:
    return Profile(account, "", listed=True)


def _tell_recovered(people: People, file: File, context: Context, then: str) -> None:
    if people.recovered:
        context.notices.append(
            f"{file.shown}: ids of {people.recovered:,} rows were mangled by a spreadsheet; {then}"
        )
