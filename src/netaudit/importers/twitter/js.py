"""The scripts of an X (Twitter) archive: one assignment of JSON each, read and never executed.

A list is decoded element by element, so that memory is bounded whatever the size of the file.
All numbers stay text: ids are larger than some numbers can be, and none is ever calculated with.
"""

import codecs
import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple, NoReturn

from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.records import Problem, Where

#: So many bytes are read at a time.
CHUNK = 1 << 18
#: No element of a list is longer, in characters.
MAX_ELEMENT = 32 << 20
#: The assignment is looked for in this many characters.
_START = 4096
#: `-Infinity` and `\u0041` are the longest things but strings that text may end within.
_LONGEST = 12
_ASSIGNMENT = re.compile(
    r"[ \t\r\n]*(?:"
    r"window\.YTD\.(?P<name>[A-Za-z0-9_]+)\.part(?P<part>[0-9]{1,9})"
    r"|window\.(?P<manifest>__THAR_CONFIG)"
    r"|var[ \t]+(?P<details>user_details)"
    r"|Grailbird\.data\.tweets_(?P<month>[0-9]+_[0-9]+)"
    r")[ \t\r\n]*=(?!=)"
)
_NO_SPACE = re.compile(r"[^ \t\r\n]")
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_CUT_WORD = re.compile(r"[-+.\w\\]{0,12}")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CUT = "the file is probably cut off; download the archive again"
_CHANGED = "the file was changed or damaged; download the archive again"


class Script(NamedTuple):
    """What a file assigns: `tweets` and `0` of `window.YTD.tweets.part0`.

    The manifest is `__THAR_CONFIG`, both it and `user_details` without part; a month of the
    classic archive is `Grailbird.tweets` with a part such as `2013_01`.
    """

    name: str
    part: str


class Item(NamedTuple):
    """An element of a list: the line where it begins, its place from 0, and what it holds."""

    line: int
    index: int  # type: ignore[assignment]  # a tuple has a method of this name
    value: dict[str, Any]


def script(file: File) -> Script | None:
    """Tell what a file assigns, from its first bytes; None if it is no such script."""
    bom, encoding = _encoding(file.head)
    start = file.head[len(bom) : len(bom) + 4 * _START].decode(encoding, "replace")
    found = _ASSIGNMENT.match(start, 0, _START)
    if found is None:
        return None
    if found["month"]:
        return Script("Grailbird.tweets", found["month"])
    return Script(found["name"] or found["manifest"] or found["details"], found["part"] or "")


def elements(
    file: File, context: Context, key: str | None, *, bare: bool = False
) -> Iterator[Item | Problem]:
    """Yield the object under `key` of each element of the list, or the element if `key` is None.

    An element that is no object or lacks the key is a Problem; where `bare`, an object without
    the key is itself what is looked for.
    """
    with file.open() as stream:
        reader = _Reader(file, stream, context)
        reader.begin("[", "a list")
        count = 0
        more = reader.peek() != "]"
        while more:
            line = reader.line
            value = found = reader.value()
            if key is not None and isinstance(value, dict) and not (bare and key not in value):
                found = value.get(key)
            if isinstance(found, dict):
                yield Item(line, count, found)
            else:
                what = "an object" if key is None else f"an object that holds a '{key}'"
                message = f"element {count + 1:,} of the list is not {what}"
                yield Problem(Where(file.shown, line), "bad-element", message)
            count += 1
            more = reader.goes_on()
        reader.end("list")
    context.elements[file.shown] = count


def single(file: File, context: Context) -> dict[str, Any]:
    """Return the one object of a manifest or of `user_details`."""
    with file.open() as stream:
        reader = _Reader(file, stream, context)
        reader.begin("{", "an object")
        value = reader.value()
        reader.end("object")
    return value if isinstance(value, dict) else {}


def text(value: dict[str, Any], key: str) -> str:
    """Return the string under `key`, empty if there is none."""
    found = value.get(key)
    return found if isinstance(found, str) else ""


def number(value: dict[str, Any], key: str) -> str:
    """Return the digits of the id or count under `key`, empty if there is none.

    At most 20, and no zeros before them; nothing else is one, such as `-1` for the deleted.
    """
    found = text(value, key)
    if not (found.isascii() and found.isdigit()):
        return ""
    found = found.lstrip("0") or "0"
    return found if len(found) <= 20 else ""


def record(value: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the object under `key`, an empty one if there is none."""
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def records(value: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the objects of the list under `key`; nothing else that is in it."""
    found = value.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _encoding(head: bytes) -> tuple[bytes, str]:
    return next((pair for pair in _BOMS if head.startswith(pair[0])), (b"", "utf-8"))


def _object(repeated: list[int], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of pairs, and leave a mark where a key stood twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        repeated[:] = [1]
    return made


def _no_number(_name: str) -> NoReturn:
    raise ValueError


class _Reader:
    """The text of a script, decoded as it is needed and dropped as soon as it is done with."""

    def __init__(self, file: File, stream: BinaryIO, context: Context) -> None:
        self._shown, self._stream, self._notices = file.shown, stream, context.notices
        bom, encoding = _encoding(file.head)
        stream.read(len(bom))
        self._bytes = codecs.getincrementaldecoder(encoding)("strict")
        self._text, self._at, self._ended = "", 0, False
        #: Lines are counted up to here, and how many characters of its line went before.
        self._counted, self._line, self._before = 0, 1, 0
        self._repeated: list[int] = []
        self._json = json.JSONDecoder(
            parse_int=str,
            parse_float=str,
            parse_constant=_no_number,
            object_pairs_hook=partial(_object, self._repeated),
        )

    @property
    def line(self) -> int:
        """The line of what comes next."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def begin(self, bracket: str, what: str) -> None:
        """Pass over the assignment, and into the list if it is one."""
        while len(self._text) < _START and self._more():
            pass
        found = _ASSIGNMENT.match(self._text, 0, _START)
        if found is None:
            raise InputRefused(f"{self._shown}: begins as no script of an X archive", hint=_CHANGED)
        self._at = found.end()
        if (next_one := self.peek()) != bracket:
            self._refuse(f"expected {what}" if next_one else "", self._at)
        self._at += bracket == "["

    def peek(self) -> str:
        """Return the next character that is no space, without taking it; none at the end."""
        while (found := _NO_SPACE.search(self._text, self._at)) is None:
            self._at = len(self._text)
            if not self._more():
                return ""
        self._at = found.start()
        return found[0]

    def goes_on(self) -> bool:
        """Pass over a comma between elements; tell whether there was one."""
        mark = self.peek()
        if mark == ",":
            self._at += 1
            self.peek()
        elif mark != "]":
            self._refuse("neither a comma nor the end of the list" if mark else "", self._at)
        return mark == ","

    def end(self, what: str) -> None:
        """See to it that nothing follows the list or the object but a semicolon."""
        self._at += what == "list"
        if self.peek() == ";":
            self._at += 1
        if self.peek():
            self._refuse(f"there is more after the end of the {what}", self._at)
        if self._repeated:
            told = "a key stands twice in one object; the last one was taken"
            self._notices.append(f"{self._shown}: {told}")

    def value(self) -> object:
        """Take the value that begins here."""
        while True:
            value, wrong, where = None, "", self._at
            try:
                value, where = self._json.raw_decode(self._text, self._at)
                whole = not isinstance(value, str) or self._ends_before(where)
            except RecursionError:
                wrong = "objects or lists lie deeper within each other than can be read"
            except json.JSONDecodeError as error:
                where, whole = error.pos, False
                wrong = "" if self._may_go_on(where) else "this is no JSON"
            except ValueError:  # of ours: numbers are not converted
                wrong = "NaN or Infinity stands in what begins here, which is no JSON"
            if not wrong and (where if whole else len(self._text)) - self._at > MAX_ELEMENT:
                wrong, where = "what begins here is longer than 32 Mi characters", self._at
            if not wrong and whole:
                self._at = where
                return value
            if wrong or not self._more():
                self._refuse(wrong, where)

    def _ends_before(self, where: int) -> bool:
        """Tell whether a number that ends there does so whatever follows this text."""
        return self._ended or len(self._text) - where > _LONGEST

    def _may_go_on(self, where: int) -> bool:
        """Tell whether what is wrong there may be that the text ends too early."""
        if self._text.startswith('"', where):
            return not _STRING.match(self._text, where)
        if self._ended:
            return _CUT_WORD.fullmatch(self._text, where) is not None
        return not self._ends_before(where)

    def _more(self) -> bool:
        """Drop what is done with, and read on as much as is kept; False if all was read."""
        if self._ended:
            return False
        self._line, self._before = self.line, self._column(self._at) - 1
        pieces = [self._text[self._at :]]
        self._text, self._at, self._counted = pieces[0], 0, 0
        wanted = len(pieces[0]) or 1  # so that a long element is not tried often
        while wanted > 0 and not self._ended:
            data = self._stream.read(CHUNK)
            self._ended = not data
            pieces.append(self._decode(data, pieces))
            wanted -= len(pieces[-1])
        self._text = "".join(pieces)
        return True

    def _decode(self, data: bytes, before: list[str]) -> str:
        try:
            return self._bytes.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode(error.encoding, "replace")
        line = self._line + sum(piece.count("\n") for piece in (*before, good))
        wrong = "breaks off" if self._ended else "not in the encoding that its start announces"
        raise InputRefused(f"{self._shown}:{line}: {wrong}", hint=_CUT if self._ended else _CHANGED)

    def _column(self, where: int) -> int:
        newline = self._text.rfind("\n", 0, where)
        return where - newline if newline >= 0 else self._before + where + 1

    def _refuse(self, wrong: str, where: int) -> NoReturn:
        """Refuse the file for what is wrong there; for its end if nothing else is wrong."""
        if not wrong:
            where = len(self._text)
        line = self.line + self._text.count("\n", self._at, where)
        raise InputRefused(
            f"{self._shown}:{line}:{self._column(where)}: {wrong or 'the file breaks off'}",
            hint=_CHANGED if wrong else _CUT,
        )
