"""Whose export is it? Without that, a message has no direction.

Asked in the order of trust: what the user said, the invitations (both ends are linked), the
profile's name among the senders, names in files that tell directions, the one member in every
conversation.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from netaudit.importers.csvfile import open_table
from netaudit.importers.header import find_header
from netaudit.importers.linkedin.accounts import is_departed
from netaudit.importers.linkedin.ends import split_links
from netaudit.importers.linkedin.invitations import Invitations
from netaudit.importers.linkedin.messages import REQUIRED, Messages
from netaudit.importers.linkedin.own_keys import OwnAddresses, OwnNumbers, own_emails, own_phones
from netaudit.importers.linkedin.profile import Profile, owner_name
from netaudit.importers.source import File
from netaudit.normal import clean, core_name_key, linkedin_slug
from netaudit.records import Owner, Problem

_ENOUGH_ROWS = 500
_ENOUGH_CONVERSATIONS = 20


def find_owner(files: Mapping[str, Sequence[File]], said: str | None, known: Owner | None) -> Owner:
    """Return the owner of an export whose `files` are grouped by importer name.

    `said` is what the user gave with --me: a profile link or a name. `known` is the owner of
    earlier imports, believed where the files do not say. An Owner without slug and name
    means: nobody can tell. Addresses and numbers are those that the files state.
    """
    emails = chain.from_iterable(map(own_emails, files.get(OwnAddresses.name, ())))
    phones = chain.from_iterable(map(own_phones, files.get(OwnNumbers.name, ())))
    found = _named_or_linked(files, said, known)
    return replace(found, emails=tuple(sorted(set(emails))), phones=tuple(sorted(set(phones))))


def _named_or_linked(
    files: Mapping[str, Sequence[File]], said: str | None, known: Owner | None
) -> Owner:
    """Return the owner's link and name, as far as they can be found."""
    name = next(filter(None, map(owner_name, files.get(Profile.name, ()))), "")
    if said is not None:
        slug = linkedin_slug(said)
        if slug is not None:
            return Owner(slug, name or (known.name if known else ""))
        name = clean(said)
    invitations = files.get(Invitations.name, ())
    messages = files.get(Messages.name, ())
    slug = None if said is not None else _from_invitations(invitations)
    name = name or _name_by_direction(invitations, Invitations.required)
    name = name or _name_by_direction(messages, REQUIRED | {"direction"})
    if slug is None and name:
        slug = _sender_named(messages, name)
    if slug is None and known is not None and said is None:
        slug, name = known.slug, name or known.name
    if slug is None and said is None:
        slug = _in_every_conversation(messages)
    return Owner(slug, name)


def _rows(files: Iterable[File], required: frozenset[str], *wanted: str) -> Iterable[list[str]]:
    """Yield the `wanted` cells of every good row, "" where a file has no such column."""
    for file in files:
        table = open_table(file, required, [])
        places = [table.columns.get(name, -1) for name in wanted]
        for item in table.rows():
            if not isinstance(item, Problem):
                yield [item[1][i] if i >= 0 else "" for i in places]


def _from_invitations(files: Sequence[File]) -> str | None:
    mine: set[str] = set()
    columns = ("direction", "inviterprofileurl", "inviteeprofileurl")
    for direction, inviter, invitee in _rows(files, Invitations.required, *columns):
        slug = linkedin_slug({"OUTGOING": inviter, "INCOMING": invitee}.get(_word(direction), ""))
        if slug is not None:
            mine.add(slug)
    return mine.pop() if len(mine) == 1 else None


def _word(direction: str) -> str:
    return direction.strip().upper()


def _name_by_direction(files: Sequence[File], required: frozenset[str]) -> str:
    """Return the name that most often sends what goes out and gets what comes in."""
    names: Counter[str] = Counter()
    told = [file for file in files if find_header(file, required) is not None]
    for direction, sender, recipient in _rows(told, required, "direction", "from", "to"):
        name = clean({"OUTGOING": sender, "INCOMING": recipient}.get(_word(direction), ""))
        if name and not is_departed(name):
            names[name] += 1
    return names.most_common(1)[0][0] if names else ""


def _sender_named(files: Sequence[File], name: str) -> str | None:
    """Return the link of the sender called `name`: the first found is taken, as it is unique."""
    key = core_name_key(name)
    others: set[str] = set()
    for sender, url in _rows(files, REQUIRED, "from", "sender profile url"):
        if sender in others or not url:
            continue
        if core_name_key(sender) != key:
            others.add(sender)
        elif (slug := linkedin_slug(url)) is not None:
            return slug
    return None


def _in_every_conversation(files: Sequence[File]) -> str | None:
    """Return the one member who is an end of nearly every message, in several conversations."""
    ends: Counter[str] = Counter()
    conversations: set[str] = set()
    count = 0
    columns = ("sender profile url", "recipient profile urls", "conversation id")
    for sender, recipients, conversation in _rows(files, REQUIRED, *columns):
        slugs = {linkedin_slug(link) for link in [sender, *split_links(recipients)]}
        if len(slugs - {None}) < 2:
            continue
        count += 1
        conversations.add(conversation)
        ends.update(s for s in slugs if s is not None)
        if count >= _ENOUGH_ROWS and len(conversations) >= _ENOUGH_CONVERSATIONS:
            break
    ranked = ends.most_common(2)
    if len(ranked) < 2 or ranked[0][1] < 0.9 * count or ranked[1][1] > 0.75 * ranked[0][1]:
        return None
    return ranked[0][0]
