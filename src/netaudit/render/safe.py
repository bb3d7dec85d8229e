"""Text that others wrote, made harmless for the place where it is shown.

A name may hold escape codes, reversed writing, formulas, links or five hundred accents. Every
renderer passes every piece of text through one of these functions; numbers need none.
"""

import re
import unicodedata

from netaudit.render import cells

#: Widest name that a terminal line shows, and most signs that may pile up on one letter.
NAME_CELLS = 60
MARKS = 8
#: Most joiners in one sign: the largest emoji families have three.
JOINERS = 4

# No more is looked at of a text that is longer than anything that could be shown of it.
_SIGNS_PER_CELL = (MARKS + 2) * (JOINERS + 1)
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029\u2800")
_JOINERS = frozenset("\u200c\u200d")
# Letters that show as nothing: the fillers of Hangul, vowels of Khmer that are only heard, and a
# joiner that only sorts.
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
# Scripts in which a joiner changes the shape of a letter: Arabic and its relatives, the scripts
# of India and their neighbours, Khmer and Mongolian.
_JOINED_SCRIPTS = (
    range(0x0600, 0x10A0), range(0x1780, 0x18B0), range(0xA800, 0xAC00),
    range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD),
)  # fmt: skip
_EMOJI_ENDINGS = frozenset("\ufe0f🏻🏼🏽🏾🏿")
_MARKDOWN = re.compile(
    r"""[\\`*_{}\[\]()#!|<>~$@^]      # what has a meaning anywhere
    |&(?=\#?\w+;)                    # &lt;
    |(?<!\w)[-+] | [-+](?!\w)         # lists, rules and strokes, but not the hyphen in a word
    |=(?==) | %(?=%)                  # marks and comments of note programs
    |/(?=/) | (?<=www)\. | (?<=\w)\.(?=[^\W\d_]{2})  # what would become a link by itself
    |:(?=[\w+-]+:)                    # :smile:
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A spreadsheet may drop blanks and quotes.
_BEFORE_FORMULA = re.compile(r'\A[\s"]+')
_NUMBERED = re.compile(r"\A(\d+)\.(?=\s|\Z)")


def terminal(text: str, limit: int = NAME_CELLS) -> str:
    """Return text that moves no cursor, keeps its place, and takes at most `limit` cells."""
    text = text[: _SIGNS_PER_CELL * limit]
    if not (text.isascii() and text.isprintable()):
        text = _fewer_joiners(_fewer_marks(plain(text)))
    return cells.cut(text, limit)


def csv_cell(text: str) -> str:
    """Return text that a spreadsheet takes for text: an apostrophe stands before a formula.

    A telephone number begins with a plus and gets one too.
    """
    text = plain(text)
    first = unicodedata.normalize("NFKC", _BEFORE_FORMULA.sub("", text)[:1])
    return f"'{text}" if first in {"=", "+", "-", "@"} else text


def markdown(text: str) -> str:
    """Return text that Markdown shows as it is: no link, no image, no tag, no second line."""
    line = " ".join(plain(text).split())
    return _NUMBERED.sub(r"\1\\.", _MARKDOWN.sub(r"\\\g<0>", line))


def plain(text: str) -> str:
    """Return text without control, private and direction characters, on one line.

    Line breaks become spaces, what cannot be shown U+FFFD, what cannot be seen nothing. Joiners
    stay between two emoji and inside words that need them; elsewhere they only mislead.
    """
    if text.isascii() and text.isprintable():
        return text
    return _fewer_joiners("".join(map(_character, text)))


def is_blank(text: str) -> bool:
    """Tell whether nothing of a text can be seen."""
    return all(one in _JOINERS or not _character(one).strip() for one in text)


def _character(character: str) -> str:
    if character in _SPACES:
        return " "
    if character in _UNSEEN:
        return ""
    category = unicodedata.category(character)
    if category in {"Cc", "Cs", "Co"}:
        return _REPLACED
    return "" if category == "Cf" and character not in _JOINERS else character


def _fewer_joiners(text: str) -> str:
    if _JOINERS.isdisjoint(text):
        return text
    kept: list[str] = []
    joined = 0
    for character, after in zip(text, f"{text[1:]} ", strict=True):
        if character not in _JOINERS:
            fresh = not (cells.attaches(character) or (kept and kept[-1] in _JOINERS))
            joined = 0 if fresh else joined
            kept.append(character)
        elif joined < JOINERS and _joins(kept, character, after):
            joined += 1
            kept.append(character)
    return "".join(kept)


def _joins(before: list[str], joiner: str, after: str) -> bool:
    if not before or before[-1] in _JOINERS:
        return False
    if _in_joined_word(before[-1]) and _in_joined_word(after):
        return True
    endings = reversed(before[-MARKS:])  # a name can be nothing but these
    base = next((sign for sign in endings if sign not in _EMOJI_ENDINGS), "")
    return joiner == cells.JOINER and base != "" and cells.is_emoji(base) and cells.is_emoji(after)


def _in_joined_word(character: str) -> bool:
    point = ord(character)
    return any(point in block for block in _JOINED_SCRIPTS) and (
        unicodedata.category(character)[0] in "LM"
    )


def _fewer_marks(text: str) -> str:
    if text and cells.attaches(text[0]):
        text = f"\N{DOTTED CIRCLE}{text}"
    kept = []
    run = 0
    for character in text:
        run = run + 1 if cells.attaches(character) else 0
        if run <= MARKS:
            kept.append(character)
    return "".join(kept)
