"""How wide text stands on a terminal, and how it is cut, padded and wrapped to a width.

The screen is laid out with these few lines and not with Rich's tables: 8,000 rows cost a Rich
table seven times as long, and its measuring fails on some joiners that names do contain.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, takewhile

JOINER = "\u200d"
_NON_JOINER = "\u200c"
_EMOJI_STYLE = "\ufe0f"
_TONES = range(0x1F3FB, 0x1F400)
_JAMO = (range(0x1160, 0x1200), range(0xD7B0, 0xD7FC))  # vowels and finals join the letter before
# Wide since Unicode 16, which the Python in use may not know yet.
_WIDE = (
    range(0x2630, 0x2638), range(0x268A, 0x2690), range(0x4DC0, 0x4E00), range(0x1D300, 0x1D377),
)  # fmt: skip

#: One cell a character, whatever stands beside it: most of what is written, and all of the bars.
_simple = re.compile("[\0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u25cf]*").fullmatch


@lru_cache(maxsize=4096)
def attaches(character: str) -> bool:
    """Say whether a character takes no cell of its own, but those of the one before."""
    if unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}:
        return True
    return any(ord(character) in block for block in _JAMO)


def is_emoji(character: str) -> bool:
    """Say whether a character may stand in an emoji sequence."""
    point = ord(character)
    return (
        unicodedata.category(character) == "So" or 0x1F000 <= point < 0x1FB00 or character in "↔↕"
    )


@lru_cache(maxsize=4096)
def _alone(character: str) -> int:
    if attaches(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 2 if any(ord(character) in block for block in _WIDE) else 1


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Split text into what is drawn as one sign, each with its width in cells."""
    cluster, cells = "", 0
    for character in text:
        follows = attaches(character) or cluster.endswith(JOINER)
        if cluster and not (follows or _is_tone_of(cluster[-1], character)):
            yield cluster, cells
            cluster, cells = "", 0
        if not cluster:
            cells = _alone(character)
        elif character == _EMOJI_STYLE:
            cells = 2
        cluster += character
    if cluster:
        yield cluster, cells


def _is_tone_of(emoji: str, tone: str) -> bool:
    is_tone = ord(tone) in _TONES and ord(emoji) not in _TONES
    return is_tone and (is_emoji(emoji) or emoji == _EMOJI_STYLE)


def width(text: str) -> int:
    """Return the number of terminal cells that `text` takes."""
    return len(text) if _simple(text) else sum(cells for _, cells in clusters(text))


def cut(text: str, limit: int, ellipsis: str = "…") -> str:
    """Return `text`, or as much of its beginning as fits with an ellipsis into `limit` cells."""
    if width(text) <= limit:
        return text
    if limit <= len(ellipsis):
        return ellipsis[:limit]
    # A joiner has nothing to join there.
    return _head(text, limit - len(ellipsis)).rstrip().rstrip(_NON_JOINER) + ellipsis


def _head(text: str, limit: int) -> str:
    if _simple(text):
        return text[:limit]
    used = accumulate(cells for _, cells in clusters(text))
    fitting = takewhile(lambda both: both[1] <= limit, zip(clusters(text), used, strict=True))
    return "".join(cluster for (cluster, _), _ in fitting)


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """Fill `text` with spaces to a width; `right` puts the text on the right."""
    filling = " " * (cells - width(text))
    return filling + text if right else text + filling


def wrap(text: str, limit: int) -> list[str]:
    """Break a sentence at its spaces into lines of at most `limit` cells."""
    return flow(text.split(), limit)


def flow(words: Iterable[str], limit: int) -> list[str]:
    """Fill lines of at most `limit` cells with words, which may hold spaces."""
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer) <= limit:
            lines[-1] = longer
            continue
        pieces = list(_chop(word, limit))
        lines.extend(pieces if lines[-1] else pieces[1:])
        lines[-len(pieces)] = pieces[0]
    return lines


def _chop(word: str, limit: int) -> Iterator[str]:
    """Break a word into pieces of at most `limit` cells, or of one sign that is wider."""
    piece, used = "", 0
    for cluster, cells in clusters(word):
        if piece and used + cells > limit:
            yield piece
            piece, used = "", 0
        piece, used = piece + cluster, used + cells
    if piece:
        yield piece
