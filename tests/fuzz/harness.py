"""What a harness is: any bytes go in, a parser reads them, and only what it may say comes out."""

import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from netaudit import normal
from netaudit.config import ALIASES, CHANNELS, Channels
from netaudit.errors import InputRefused, NetauditError, UsageError
from netaudit.identity import about
from netaudit.importers import Context, File
from netaudit.records import Account, Owner

#: No input is longer; for each of them a parser has a second.
LONGEST = 64 << 10
SECONDS = 1.0
#: Where an input is rows of cells, these stand between them.
ROW, CELL = "\x1e", "\x1f"
WORDS_FOR_CHANNELS = Channels(CHANNELS, ALIASES)
#: They keep what they were asked, and inputs of hours would fill the memory.
_REMEMBERING = (
    normal.name_key, normal.core_name_key, normal.linkedin_slug, about.company,
)  # fmt: skip


@dataclass(frozen=True)
class Harness:
    """A way of giving bytes to a parser.

    `read` raises for whatever the parser may not do. `seeds` are inputs to begin with, `words`
    what makes a difference to the parser, for the fuzzer to put into them.
    """

    name: str
    about: str
    read: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    words: tuple[str, ...] = ()

    @property
    def encoded_words(self) -> list[bytes]:
        """The words as bytes, also those that are no text."""
        return [word.encode("utf-8", "surrogatepass") for word in self.words]

    def __call__(self, data: bytes) -> None:
        """Give one input to the parser."""
        self.read(data[:LONGEST])
        for function in _REMEMBERING:
            function.cache_clear()


@contextmanager
def may_refuse() -> Iterator[None]:
    """Let a parser say a sentence to the user in place of reading on; nothing else."""
    refused: NetauditError | None = None
    try:
        yield
    except NetauditError as error:
        refused = error
    if refused is not None:
        assert type(refused) in {InputRefused, UsageError}, "not for a parser to say"
        assert refused.message.strip(), "refuses without a word"


def made(data: bytes, name: str) -> File:
    """Return a file that holds `data`."""
    return File(name, name, lambda: io.BytesIO(data), len(data))


def context_of(owner: Owner, beside: tuple[File, ...] = ()) -> Context:
    """Return what importers may know beside the file."""
    return Context(owner, "Europe/Paris", WORDS_FOR_CHANNELS, [], beside=beside)


def assert_storable(told: object) -> None:
    """Assert of all texts in a record that the store can take them, and that they control nothing.

    Keys of accounts are compared and not shown; they need only be text.
    """
    if isinstance(told, Account):
        told.key.encode()
        assert "\0" not in told.key
    elif isinstance(told, str):
        told.encode()
        assert told.isprintable() or _is_harmless(told), "a control character was let through"
    elif isinstance(told, dict):
        assert_storable(list(told.items()))
    elif isinstance(told, (tuple, list, frozenset)):
        for part in told:
            assert_storable(part)


def _is_harmless(text: str) -> bool:
    return {"Cc", "Cs"}.isdisjoint(map(unicodedata.category, text))


def assert_lines(lines: Iterable[int]) -> None:
    """Assert that lines are told in their order, each once, counted from 1."""
    before = 0
    for line in lines:
        assert line > before, "a line is told twice, or out of order"
        before = line


def split(data: bytes, most: int = 4) -> tuple[list[int], bytes]:
    """Take the first bytes for choices; return them, filled up with zeros, and the rest."""
    choices = list(data[:most])
    return choices + [0] * (most - len(choices)), data[most:]


def text_of(data: bytes) -> str:
    """Return the text that bytes are, some of them no text."""
    return data.decode("utf-8", "surrogateescape")
