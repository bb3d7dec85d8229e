"""What the archive says of its owner: account.js, screen-name-change.js, user_details.js.

Nothing of it becomes a record; `find_owner` reads it before everything else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter import js
from netaudit.importers.twitter.manifest import Manifest, ahead
from netaudit.importers.twitter.messages import DirectMessages, owner_of
from netaudit.normal import clean, email_key, phone_key, x_handle, x_id, x_key
from netaudit.records import Owner, Platform, Problem, Record, SetAside, TieKind


class OwnAccount:
    """account.js."""

    name = "x-account"
    title = "your own X account"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by the name of what the script assigns."""
        found = js.script(file)
        return found is not None and found.name == "account"

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield nothing to keep."""
        for item in js.elements(file, context, "account"):
            yield item if isinstance(item, Problem) else SetAside(item.line, "your own account")


class OwnHandles:
    """screen-name-change.js: handles that the owner had before."""

    name = "x-handles"
    title = "your own handles on X"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by the name of what the script assigns."""
        found = js.script(file)
        return found is not None and found.name == "screen_name_change"

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield nothing to keep."""
        for item in js.elements(file, context, "screenNameChange"):
            yield item if isinstance(item, Problem) else SetAside(item.line, "your own handles")


class OwnDetails:
    """user_details.js of the classic archive."""

    name = "x-user-details"
    title = "your own X account"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by the name of what the script assigns."""
        found = js.script(file)
        return found is not None and found.name == "user_details"

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield nothing to keep."""
        js.single(file, context)
        yield SetAside(1, "your own account")


def find_owner(files: Mapping[str, Sequence[File]], said: str | None, known: Owner | None) -> Owner:
    """Return the owner of an archive whose `files` are grouped by importer name.

    Asked are, in this order: `said`, an id that the user gave with --me; the archive's own
    account; the owner of earlier imports; the one id at an end of every conversation. An Owner
    without slug means: nobody can tell.
    """
    found = _told(files)
    number = None if said is None else owner_id(said)
    if number is not None:
        return replace(found, slug=number)
    if found.slug is None and known is not None:
        return replace(known, handles=tuple(sorted({*known.handles, *found.handles})))
    if found.slug is None:
        return replace(found, slug=owner_of(files.get(DirectMessages.name, ()), ahead()))
    return found


def owner_id(said: str) -> str | None:
    """Return the numeric id in what the user said of themself, None if there is none."""
    linked = x_key(said)
    if linked is not None and linked[0] == "id":
        return linked[1]
    return x_id(said)


def _told(files: Mapping[str, Sequence[File]]) -> Owner:
    """Read what the archive itself says."""
    slug, name = None, ""
    emails: set[str] = set()
    phones: set[str] = set()
    handles: set[str] = set()
    for account in _accounts(files):
        slug = slug or x_id(js.number(account, "accountId"))
        name = name or clean(js.text(account, "accountDisplayName"))
        emails |= {key for key in [email_key(js.text(account, "email"))] if key}
        phones |= {key for key in [phone_key(js.text(account, "phoneNumber"))] if key}
        handles |= {key for key in [x_handle(js.text(account, "username"))] if key}
    for change in _objects(files.get(OwnHandles.name, ()), "screenNameChange"):
        # The one nested in the other: so the platform writes it.
        for one in (change, js.record(change, "screenNameChange")):
            old_and_new = (x_handle(js.text(one, key)) for key in ("changedFrom", "changedTo"))
            handles |= {key for key in old_and_new if key}
    return Owner(slug, name, tuple(sorted(emails)), tuple(sorted(phones)), tuple(sorted(handles)))


def _accounts(files: Mapping[str, Sequence[File]]) -> Iterator[dict[str, Any]]:
    """Yield the owner's account as each file has it, by the keys of account.js."""
    yield from _objects(files.get(OwnAccount.name, ()), "account")
    for file in files.get(Manifest.name, ()):
        told = js.record(js.single(file, ahead()), "userInfo")
        shown = {"username": told.get("userName"), "accountDisplayName": told.get("displayName")}
        yield {**told, **shown}
    for file in files.get(OwnDetails.name, ()):
        told = js.single(file, ahead())
        yield {
            "accountId": told.get("id"), "username": told.get("screen_name"),
            "accountDisplayName": told.get("full_name"),
        }  # fmt: skip


def _objects(files: Sequence[File], key: str) -> Iterator[dict[str, Any]]:
    for file in files:
        for item in js.elements(file, ahead(), key):
            if not isinstance(item, Problem):
                yield item.value
