"""Names, addresses and profile links in the one form in which they are compared.

What people see is kept as it was given; only keys pass through here.
"""

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

# Letters that carry their accent inside and therefore survive decomposition.
_FOLDS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
})  # fmt: skip
_LINKEDIN = re.compile(
    r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/(?:mwlite/)?in/([^/?#\s]+)/?(?:[?#].*)?",
    re.IGNORECASE,
)
_X_HANDLE = re.compile(r"@?([A-Za-z0-9_]{1,20})", re.ASCII)
_X_ID = re.compile(r"[1-9]\d{0,19}", re.ASCII)
_X_LINK = re.compile(
    r"(?:https?://)?(?:www\.|m\.|mobile\.)?(?:twitter|x)\.com/(?:#!/)?"
    r"(?:(?:i/user/|intent/user/?\?(?:.*&)?user_id=)(?P<id>\d+)"
    r"|intent/user/?\?(?:.*&)?screen_name=(?P<named>\w+)|@?(?P<handle>\w+))(?:[/?#&].*)?",
    re.IGNORECASE | re.ASCII,
)
#: Ends of links that are pages of the platform, and nobody's handle.
_X_PAGES = frozenset({
    "compose", "explore", "hashtag", "home", "i", "intent", "jobs", "login", "messages",
    "notifications", "privacy", "search", "settings", "share", "signup", "tos",
})  # fmt: skip
_EMAIL = re.compile(
    r"[^@\s<>,;:\"()\x00-\x1f]{1,64}@[^@\s<>,;:\"()\x00-\x1f]{1,250}\.[^@\s<>,;:\"().\x00-\x1f]{2,63}"
)
#: What people put between the digits of a phone number.
_BETWEEN_DIGITS = re.compile(r"[\s./()\[\]\N{MINUS SIGN}-]+")
_PHONE = re.compile(r"\+[1-9]\d{7,14}", re.ASCII)
#: Categories of emoji, arrows and other signs; what joins and varies emoji is in no key anyway.
_DECORATIONS = frozenset({"Sk", "Sm", "So"})
_NO_LETTER = re.compile(r"[^\w\s]")
_NICKNAME = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^“”]*”")


def clean(text: str) -> str:
    """Return `text` as it is stored: no control characters, no spaces around it, one line.

    Line breaks and tabs become a space, runs of spaces one; other control characters and lone
    surrogates U+FFFD.
    """
    text = text.strip()
    if text.isprintable() and "  " not in text:  # no spaces but plain ones are printable
        return text
    return " ".join("".join(map(_clean_character, text)).split())


def _clean_character(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if category in {"Cc", "Cs"} else character


@lru_cache(maxsize=65536)  # each name is compared by several rules
def name_key(name: str) -> str:
    """Return the key by which two names are the same name; empty for no name.

    NFKC, case folding, accents off, invisible characters out, runs of spaces as one.
    """
    if name.isascii():
        return " ".join(name.casefold().split())
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_FOLDS)
    folded = "".join(
        character
        for character in unicodedata.normalize("NFKD", folded)
        if character.isascii() or unicodedata.category(character) not in {"Mn", "Cf"}
    )
    return " ".join(folded.split())


@lru_cache(maxsize=65536)
def core_name_key(name: str) -> str:
    """Return the `name_key` without bracketed nicknames, decorations and what follows a comma.

    LinkedIn writes credentials behind a comma: "Ada Okafor, PhD, MBA" is "ada okafor". On X people
    decorate their names: "Bob Example 🚀" is "bob example".
    """
    bare = _NICKNAME.sub(" ", name).split(",", 1)[0]
    return name_key(_undecorated(bare)) or name_key(name)


def _undecorated(name: str) -> str:
    for sign in set(_NO_LETTER.findall(name)):
        if unicodedata.category(sign) in _DECORATIONS:
            name = name.replace(sign, " ")
    return name


@lru_cache(maxsize=65536)
def linkedin_slug(url: str) -> str | None:
    """Return the key of a LinkedIn profile link (the part after `/in/`), None if it is none.

    Percent-decoded, NFC, case-folded; scheme, country host, query and last slash do not matter.
    """
    found = _LINKEDIN.fullmatch(url.strip())
    if found is None:
        return None
    slug = unicodedata.normalize("NFC", unquote(found[1], errors="replace")).casefold()
    if slug.isprintable():
        return slug or None
    slug = "".join(c for c in slug if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    return slug or None


def x_handle(text: str) -> str | None:
    """Return the key of a handle of X, with or without its @; None if it is none."""
    found = _X_HANDLE.fullmatch(text.strip())
    return None if found is None else found[1].casefold()


def x_id(text: str) -> str | None:
    """Return a numeric id of X, None if the text is none."""
    found = _X_ID.fullmatch(text.strip())
    return None if found is None else found[0]


def x_key(text: str) -> tuple[Literal["id", "handle"], str] | None:
    """Return the id or the handle in a profile link of X, or in an `@handle`; None if neither."""
    text = text.strip()
    if text.startswith("@"):
        handle = x_handle(text)
        return None if handle is None else ("handle", handle)
    found = _X_LINK.fullmatch(text)
    if found is None:
        return None
    if found["id"]:
        number = x_id(found["id"])
        return None if number is None else ("id", number)
    handle = x_handle(found["named"] or found["handle"])
    return None if handle is None or handle in _X_PAGES else ("handle", handle)


def email_key(address: str) -> str | None:
    """Return the key of an e-mail address, None if the text is not one address."""
    bare = address.strip().removeprefix("mailto:")
    if not (bare.isprintable() and _EMAIL.fullmatch(bare)):  # no lone surrogate can be stored
        return None
    local, _, domain = bare.rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode("ascii")
    key = f"{local}@{domain}".casefold()
    return key if _EMAIL.fullmatch(key) else None


def phone_key(text: str) -> str | None:
    """Return the key of an international phone number (`+` and digits), None if it is none.

    A number without its country means a different person in every country. The zero in
    `+44 (0)20 7946 0018` is dialled within the country only.
    """
    if not text.isascii():
        folded = unicodedata.normalize("NFKC", text)
        kinds = ((c, unicodedata.category(c)) for c in folded)
        text = "".join("-" if kind == "Pd" else c for c, kind in kinds if kind != "Cf")
    bare = _BETWEEN_DIGITS.sub("", text.replace("(0)", ""))
    if bare.startswith("00"):
        bare = f"+{bare[2:]}"
    return bare if _PHONE.fullmatch(bare) else None
