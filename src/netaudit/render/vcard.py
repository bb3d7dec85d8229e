"""People as vCards of version 4.0 (RFC 6350), for an address book."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from netaudit.render.safe import plain

#: By which a file is known to be one of netaudit's.
PRODID = "PRODID:-//netaudit//netaudit//EN"
_LINE = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


class Card(NamedTuple):
    """What an address book keeps of a person; `phones` are international, links whole."""

    person_id: str
    name: str
    company: str = ""
    position: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def card(one: Card) -> str:
    """Write a card. The same person has the same UID in every export."""
    return "".join(f"{line}\r\n" for whole in _lines(one) for line in _folded(whole))


def _lines(one: Card) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", PRODID)
    yield f"UID:urn:uuid:{uuid5(NAMESPACE_URL, f'urn:netaudit:{one.person_id}')}"
    yield f"FN:{_text(one.name)}"
    # Which part of a name is the family's nobody can tell: the whole is what they are called.
    yield f"N:;{_text(one.name)};;;"
    yield from (f"EMAIL:{_text(email)}" for email in one.emails)
    yield from (f"TEL;VALUE=uri:tel:{_bare(phone)}" for phone in one.phones)
    yield from (f"URL:{_bare(link)}" for link in one.links)
    if one.company:
        yield f"ORG:{_text(one.company)}"
    if one.position:
        yield f"TITLE:{_text(one.position)}"
    if one.tags:
        yield f"CATEGORIES:{','.join(map(_text, one.tags))}"
    if one.notes:
        yield f"NOTE:{_joined(one.notes)}"
    yield "END:VCARD"


def _text(text: str) -> str:
    return plain(text).translate(_ESCAPED)


def _joined(texts: Iterable[str]) -> str:
    return "\\n".join(_text(line) for text in texts for line in text.splitlines())


def _bare(uri: str) -> str:
    return "".join(plain(uri).split())


def _folded(line: str) -> Iterator[str]:
    """Break a line after at most 75 octets, and within no character."""
    start, taken = 0, 0
    for place, character in enumerate(line):
        octets = len(character.encode())
        if taken + octets > _LINE:
            yield f"{' ' if start else ''}{line[start:place]}"
            start, taken = place, 1
        taken += octets
    yield f"{' ' if start else ''}{line[start:]}"
