"""Whether a text that has the words of a company names the company: names are also words."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from netaudit.identity.about import company, without_platforms
from netaudit.identity.vocabulary import BEGINNINGS, COMMON, PLACES, TITLES
from netaudit.normal import name_key

#: What it weighs that somebody names a company, and that a text merely has its words.
NAMED, WORDS = 3, 1
_WORD = re.compile(r"[^\W_]+")
#: What between two words ends a thought.
_BREAK = re.compile(r"[^\s@#&'\u2019+_./-]|[./-]\s|\s[./-]")
_FAR = 5
_NEGATIONS = frozenset({
    "aint", "didn", "doesn", "don", "dont", "isn", "kein", "keine", "neither", "never",
    "nicht", "no", "nor", "not", "nunca", "pas", "unaffiliated", "unrelated", "without",
})  # fmt: skip
_BEFORE_COMPANIES = frozenset({"at", "bei", "chez", "ex", "formerly", "previously"})
_FUNCTIONS = frozenset({
    "a", "an", "and", "at", "by", "for", "from", "in", "my", "of", "on", "or", "our", "the",
    "to", "with", "your",
})  # fmt: skip
_ROLES = frozenset({
    "ceo", "cfo", "chair", "chairman", "chairwoman", "chief", "cofounder", "coo", "creator",
    "cto", "founded", "founder", "head", "owner", "president", "principal",
})  # fmt: skip
_WORKS = frozenset({"employed", "employee", "work", "worked", "working", "works"})


class _Word(NamedTuple):
    """A word of a text: as it is compared, as it is written, and what stands before it."""

    key: str
    written: str
    before: str

    @property
    def begins(self) -> bool:
        """Whether a thought begins with it."""
        return bool(_BREAK.search(self.before))


def weight(name: str, text: str) -> int:
    """Return what it weighs that a text has the words of a company, by how it has them.

    Little in running text ("I love apple pie"), for job titles and places, and behind a "not".
    """
    wanted, found = company(name), _words(text)
    if _is_no_name(wanted):
        return WORDS
    for start, end in _places(wanted, [word.key for word in found]):
        if not _is_denied(found, start) and (
            _is_marked(found, start) or _is_written_as(name, wanted, found, start, end)
        ):
            return NAMED
    return WORDS


def _words(text: str) -> list[_Word]:
    text = without_platforms(normalize("NFKC", text))
    found, end = [], 0
    for match in _WORD.finditer(text):
        before = text[end : match.start()] if end else f"|{text[: match.start()]}"
        found.append(_Word(name_key(match[0]), match[0], before))
        end = match.end()
    return found


def _places(wanted: Sequence[str], keys: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the words of a company stand, also where they are written as one."""
    size, whole = len(wanted), "".join(wanted)
    several = [
        (start, start + size)
        for start in range(len(keys) - size + 1)
        if tuple(keys[start : start + size]) == wanted
    ]
    return several + [(n, n + 1) for n, key in enumerate(keys) if size > 1 and key == whole]


def _is_no_name(wanted: Sequence[str]) -> bool:
    """Tell whether a "company" is what somebody does, or where."""
    titled = wanted[-1] in TITLES or wanted[0] in BEGINNINGS
    return titled or " ".join(wanted) in PLACES


def _is_denied(found: Sequence[_Word], start: int) -> bool:
    return any(word.key in _NEGATIONS for word in found[max(0, start - _FAR) : start])


def _is_marked(found: Sequence[_Word], start: int) -> bool:
    """Tell whether what stands before makes it the name of a company, or of its site."""
    before = found[start].before
    if before.rstrip().endswith(("@", "//")):
        return True
    if start and before == "." and found[start - 1].key == "www":
        return True
    if found[start].begins:
        return False
    behind = [word.key for word in found[max(0, start - 3) : start]]
    if behind[-1:] == ["the"]:
        behind.pop()
    last, of = behind[-1:], behind[-2:]
    return (
        not (_BEFORE_COMPANIES | _ROLES).isdisjoint(last)
        or (of[1:] == ["of"] and of[0] in _ROLES)
        or (of[1:] == ["for"] and of[0] in _WORKS)
    )


def _is_written_as(
    name: str, wanted: Sequence[str], found: Sequence[_Word], start: int, end: int
) -> bool:
    """Tell whether it is written as names are: by itself, or with capitals amid a sentence."""
    by_itself = found[start].begins and (end == len(found) or found[end].begins)
    capitals = _has_capitals(name, wanted, [word.written for word in found[start:end]])
    if len(wanted) == 1:
        before = found[start - 1]
        amid = not found[start].begins and (before.written.islower() or before.begins)
        return wanted[0] not in COMMON and capitals and (by_itself or amid)
    as_one = end - start == 1
    return capitals or as_one or (by_itself and (_FUNCTIONS | COMMON).isdisjoint(wanted))


def _has_capitals(name: str, wanted: Sequence[str], written: Sequence[str]) -> bool:
    """Tell whether words have the capitals that the name of the company has, and it has some."""
    words = _words(name)
    shown = [words[n].written for n in range(len(words)) if words[n].key in wanted][: len(wanted)]
    if len(shown) != len(written):
        return False
    if len(written) == 1:
        shapes = [[c.isupper() for c in word] for word in (*shown, *written)]
        return any(shapes[0]) and all(one == other for one, other in pairwise(shapes))
    capital = [
        (one[0].isupper(), other[0].isupper()) for one, other in zip(shown, written, strict=True)
    ]
    return any(one for one, _ in capital) and all(other or not one for one, other in capital)
