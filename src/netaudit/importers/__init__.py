"""From files to records. Exactly one importer may claim a file."""

import re
from collections.abc import Mapping, Sequence

from netaudit.errors import InputRefused, UsageError
from netaudit.importers.base import Context, Importer, read_checked
from netaudit.importers.exported import is_exported
from netaudit.importers.header import Header, as_written, candidate_headers, column_key, find_header
from netaudit.importers.inputs import Input, open_input
from netaudit.importers.linkedin.connections import Connections
from netaudit.importers.linkedin.contacts import Contacts
from netaudit.importers.linkedin.endorsements import EndorsementsGiven, EndorsementsReceived
from netaudit.importers.linkedin.follows import Follows
from netaudit.importers.linkedin.invitations import Invitations
from netaudit.importers.linkedin.messages import CoachMessages, Messages
from netaudit.importers.linkedin.notes import Notes
from netaudit.importers.linkedin.own_keys import OwnAddresses, OwnNumbers
from netaudit.importers.linkedin.profile import Profile
from netaudit.importers.linkedin.recommendations import (
    RecommendationsGiven,
    RecommendationsReceived,
)
from netaudit.importers.linkedin.table import basename
from netaudit.importers.log import COLUMNS, Log
from netaudit.importers.source import File, shown
from netaudit.importers.twitter import js
from netaudit.importers.twitter.classic import ClassicPosts, ClassicTable
from netaudit.importers.twitter.columns import is_column
from netaudit.importers.twitter.contacts import Contacts as XContacts
from netaudit.importers.twitter.follows import Blocked, Follower, Following, Muted
from netaudit.importers.twitter.groups import GroupMessages
from netaudit.importers.twitter.likes import Likes
from netaudit.importers.twitter.manifest import Manifest
from netaudit.importers.twitter.messages import DirectMessages
from netaudit.importers.twitter.own import OwnAccount, OwnDetails, OwnHandles
from netaudit.importers.twitter.posts import Posts
from netaudit.importers.twitter.tables import (
    FollowersTable,
    FollowingTable,
    Names,
    Relations,
    is_plain,
    unsettled,
)

__all__ = [
    "IMPORTERS", "TABLES_OF_X", "Context", "File", "Importer", "Input", "claim", "could_be_said",
    "find_header", "is_essential", "named", "open_input", "read_checked", "refusal", "shown",
]  # fmt: skip

IMPORTERS: tuple[Importer, ...] = (
    Connections(),
    Profile(), OwnAddresses(), OwnNumbers(), Follows(), Contacts(), Invitations(), Messages(),
    CoachMessages(), RecommendationsGiven(), RecommendationsReceived(), EndorsementsGiven(),
    EndorsementsReceived(), Notes(),
    Manifest(), OwnAccount(), OwnDetails(), OwnHandles(), Following(), Follower(), Blocked(),
    Muted(), XContacts(), DirectMessages(), GroupMessages(), Posts(), ClassicPosts(),
    ClassicTable(), Likes(),
    Relations(), FollowingTable(), FollowersTable(), Names(),
    Log(),
)  # fmt: skip
#: Importers of what other programs export from X, file by file.
TABLES_OF_X = frozenset({Relations.name, FollowingTable.name, FollowersTable.name, Names.name})


def claim(file: File) -> Importer | None:
    """Return the one importer that recognises `file`, None if none does.

    Two that claim the same file are an InputRefused that names both.
    """
    if file.strange is not None:
        return None
    claims = [importer for importer in IMPORTERS if importer.identify(file)]
    if len(claims) > 1:
        names = " and ".join(importer.name for importer in claims)
        raise InputRefused(
            f"{file.shown}: could be {names}", hint=f"say which: --as {claims[0].name}"
        )
    return claims[0] if claims else None


def could_be_said(file: File) -> bool:
    """Tell whether a file that nobody claims is known all the same.

    That is one of X, a list that `--as` names, or an export of netaudit.
    """
    if file.strange is not None:
        return False
    if is_exported(file):
        return True
    of_x = file.name.casefold().endswith(".js") and js.script(file) is not None
    return of_x or is_plain(file) or unsettled(file) is not None


def named(name: str) -> Importer:
    """Return the importer called `name`; an unknown one is a UsageError."""
    for importer in IMPORTERS:
        if importer.name == name:
            return importer
    known = ", ".join(importer.name for importer in IMPORTERS)
    raise UsageError(f"there is no format '{name[:40]}'", hint=f"known: {known}")


def refusal(file: File) -> InputRefused:
    """Say why nobody claims `file`: what it is, which column is missing, or what was found."""
    if (what := file.strange) is not None:
        # A login page or a part of a ZIP was meant to be the export; a picture never was.
        broken = "HTML" in what or "ZIP" in what
        hint = "download the export again" if broken else f"is it the right file? {_EXPORT}"
        return InputRefused(f"{file.shown}: this is {what}", hint=hint)
    if (of_x := _script_refused(file) or unsettled(file)) is not None:
        return of_x
    headers = [h for h in candidate_headers(file) if len(h.names) > 1]
    near = _nearest(headers)
    if near is not None:
        importer, header, missing = near
        if not missing:
            return _unsettled(file, header, importer)
        return InputRefused(
            f"{file.shown}:{header.line}: looks like {importer.title}, but without "
            f"{_listed(missing)}",
            hint="get the file again, and import it as it came",
        )
    first = min(headers, key=lambda h: (h.line, -len(h.names)), default=None)
    found = first.names if first is not None and _names_columns(file, first) else ()
    seen = f"; its columns are {_listed(found)}" if found else ""
    if (called := _NAMES.get(basename(file))) is not None:
        return InputRefused(
            f"{file.shown}: named like {called.title}, but without "
            f"{_listed(sorted(called.required))}{seen}",
            hint="get the file again, and import it as it came",
        )
    return InputRefused(
        f"{file.shown}: not a file that netaudit knows{seen}",
        hint=_PLAIN if is_plain(file) else _READ,
    )


def _script_refused(file: File) -> InputRefused | None:
    if not file.name.casefold().endswith(".js"):
        return None
    if (found := js.script(file)) is not None:
        return InputRefused(
            f"{file.shown}: '{found.name}' of an X archive is not read",
            hint="what is read: see docs/formats.md",
        )
    return InputRefused(
        f"{file.shown}: not a script of an X archive",
        hint="one begins with 'window.YTD.', as X wrote it; import the archive as it came",
    )


def is_essential(file: File) -> bool:
    """Tell from its name whether a file may not be passed over: without it an export says little.

    Where LinkedIn changes the columns of another file, the rest of the export is still worth
    reading.
    """
    name = file.name.casefold()
    if name.endswith(".js"):
        return _ESSENTIAL_SCRIPT.fullmatch(name) is not None and js.script(file) is None
    return name.endswith(".csv") and (basename(file) in _ESSENTIAL or unsettled(file) is not None)


_EXPORT = "An export is a ZIP, a folder, or CSV files"
_READ = (
    "it reads exports of LinkedIn and X, as ZIP, folder or single files, and an interaction log: "
    "see docs/formats.md"
)
_PLAIN = "a list of accounts on X? Then say which: --as following, or --as followers"

_WORD = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
_ESSENTIAL_SCRIPT = re.compile(
    r"(following|follower|tweets?|direct-messages?(-group)?)(-part\d+)?\.js", re.ASCII
)
_ESSENTIAL = frozenset({"connections", "messages", "inbox", "invitations"})

#: Basenames (see `basename`) that exports give to the files that are read.
_NAMES: Mapping[str, Importer] = {
    "connections": Connections(),
    "messages": Messages(), "inbox": Messages(),
    "invitations": Invitations(),
    "profile": Profile(),
    "endorsement given info": EndorsementsGiven(),
    "endorsement received info": EndorsementsReceived(),
    RecommendationsGiven.basename: RecommendationsGiven(),
    RecommendationsReceived.basename: RecommendationsReceived(),
    "contacts": Contacts(), "importedcontacts": Contacts(), "imported contacts": Contacts(),
    "notes": Notes(),
    "member follows": Follows(),
    **dict.fromkeys(OwnAddresses.basenames, OwnAddresses()),
    **dict.fromkeys(OwnNumbers.basenames, OwnNumbers()),
    "log": Log(),
}  # fmt: skip


def _unsettled(file: File, header: Header, importer: Importer) -> InputRefused:
    """Say which importers a file with all the columns could be for."""
    alike = [
        one for one in IMPORTERS
        if one.required == importer.required and one.name != CoachMessages.name
    ]  # fmt: skip
    titles = " or ".join(one.title for one in alike)
    said = " or ".join(f"--as {one.name}" for one in alike)
    return InputRefused(
        f"{file.shown}:{header.line}: has the columns of {titles}, but no row and no name "
        "that settles it",
        hint=f"if it is that, say so: {said}" if len(alike) == 1 else f"say which: {said}",
    )


def _names_columns(file: File, header: Header) -> bool:
    """Tell whether a first row is a header, and not of people already: then nobody may see it.

    It has a column that somebody reads, or nothing but words like `column` and `my_column`.
    """
    if not all(map(_could_be_column, header.names)) or is_plain(file):
        return False
    required = frozenset(COLUMNS).union(*(importer.required for importer in IMPORTERS))
    return any(name in required or is_column(name) for name in header.names) or all(
        _WORD.fullmatch(cell.strip()) for cell in as_written(file, header)
    )


def _could_be_column(name: str) -> bool:
    is_short = len(name) <= 40 and name.count(" ") < 6
    return is_short and name.isprintable() and "@" not in name and sum(map(str.isdigit, name)) < 4


def _listed(columns: Sequence[str]) -> str:
    more = f" and {len(columns) - 8} more" if len(columns) > 8 else ""
    return ", ".join(repr(name[:30]) for name in columns[:8]) + more


def _nearest(headers: Sequence[Header]) -> tuple[Importer, Header, list[str]] | None:
    """Return the importer whose required columns a header nearly has, and those missing."""
    best: tuple[int, Importer, Header, list[str]] | None = None
    for header in headers:
        for importer in IMPORTERS:
            missing = sorted(importer.required - {column_key(n) for n in header.names})
            have = len(importer.required) - len(missing)
            if have * 2 > len(importer.required) and (best is None or have > best[0]):
                best = (have, importer, header, missing)
    return None if best is None else best[1:]
