"""What can be read from what people say of themselves: links, addresses, sites, companies."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from netaudit.normal import email_key, linkedin_slug, name_key, phone_key

_APART = r"\s|,;<>()\[\]{}\"“”«»•·→"
_BETWEEN = re.compile(rf"[{_APART}]+")
_ENDS = ".!?:'\N{RIGHT SINGLE QUOTATION MARK}…"
_LINK = re.compile(rf"(?<![\w-])linkedin\.com/(?:mwlite/)?in/[^{_APART}]+", re.IGNORECASE)
_EMAIL = re.compile(
    rf"(?<![^{_APART}:])[^{_APART}:@]{{1,64}}@[^{_APART}:@]{{3,250}}+(?![^{_APART}:])"
)
_PHONE = re.compile(r"(?:\+|00)\d[\d\s./()-]{6,22}\d", re.ASCII)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
_PATH = re.compile(r"[/?#:]")
#: Arrows, bullets, emoji: they stand right beside words.
_SIGNS = re.compile("[\u2010-\u2027\u2030-\u206f\u2190-\u2bff\U0001f000-\U0001faff]+")
_NO_WORD = re.compile(r"[\W_]+")
#: Sites on which people have accounts: a link there does not name the company that runs it.
_PLATFORM = re.compile(
    r"(?<![\w-])(?:facebook|github|google|instagram|linkedin|medium|t|tiktok|twitter|x|youtube)\.\w{2,3}\b",
    re.IGNORECASE,
)
_LEGAL_FORMS = frozenset({
    "ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "kg",
    "limited", "llc", "llp", "ltd", "nv", "oy", "oyj", "plc", "pte", "pty", "sa", "sarl", "sas",
    "se", "sl", "spa", "srl", "ug",
})  # fmt: skip
#: Words of which "companies" consist that are none.
_NO_COMPANY = frozenset({
    "a", "and", "at", "autonomo", "available", "break", "career", "company", "confidential",
    "consultant", "consulting", "contractor", "currently", "employed", "entrepreneur", "for",
    "founder", "freelance", "freelancer", "freiberufler", "freiberuflich", "home", "independant",
    "independent", "individual", "job", "looking", "me", "mode", "multiple", "myself", "n", "na",
    "new", "none", "not", "now", "of", "open", "opportunities", "own", "owner", "personal",
    "private", "professional", "retired", "seeking", "self", "selfemployed", "selbstandig",
    "selbststandig", "several", "startup", "start", "stealth", "student", "the", "to", "up",
    "unemployed", "university", "various", "work", "worker", "working",
})  # fmt: skip


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: letters and digits only."""
    return tuple(_NO_WORD.sub(" ", name_key(text)).split())


def keys(text: str) -> Iterator[str]:
    """Yield the e-mail addresses, phone numbers and LinkedIn profiles that a text names.

    A profile is yielded as `in/` and its key.
    """
    if "@" not in text and "/" not in text and "+" not in text and "00" not in text:
        return
    text = _SIGNS.sub(" ", text)
    if "/in/" in text or "/IN/" in text:
        slugs = (linkedin_slug(found.rstrip(_ENDS)) for found in _LINK.findall(text))
        yield from (f"in/{slug}" for slug in slugs if slug)
    if "@" in text:
        yield from filter(None, (email_key(found.strip(_ENDS)) for found in _EMAIL.findall(text)))
    if "+" in text or "00" in text:
        yield from filter(None, (phone_key(found) for found in _PHONE.findall(text)))


def hosts(text: str) -> Iterator[str]:
    """Yield the sites that a text names, without `www.`."""
    for piece in (found.strip(_ENDS) for found in _BETWEEN.split(_SIGNS.sub(" ", text))):
        if "." in piece and "@" not in piece:
            host = _PATH.split(piece.casefold().rpartition("://")[2], maxsplit=1)[0]
            with suppress(UnicodeError):
                host = host.encode("idna").decode("ascii")
            if len(host) <= 253 and _HOST.fullmatch(host):
                yield host.removeprefix("www.")


def prose(text: str) -> str:
    """Return the words of a text in one line, with a space at both ends, to find names in.

    Links to platforms are left out.
    """
    text = _SIGNS.sub(" ", text)  # first, as the key of plain letters takes least time
    return f" {' '.join(words(without_platforms(text)))} "


def without_platforms(text: str) -> str:
    """Return a text without links to platforms."""
    if _PLATFORM.search(text):
        return " ".join(piece for piece in text.split() if not _PLATFORM.search(piece))
    return text


@lru_cache(maxsize=4096)
def company(text: str) -> tuple[str, ...]:
    """Return the words by which a company is named, none where it is no company."""
    found = list(words(text))
    while len(found) > 1 and found[-1] in _LEGAL_FORMS:
        found.pop()
    if found[:1] == ["the"]:
        found = found[1:]
    if len("".join(found)) < 3 or _NO_COMPANY.issuperset(found):
        return ()
    return tuple(found)
