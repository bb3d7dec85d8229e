"""What an importer is, and the guard that holds every importer to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from netaudit.config import Channels
from netaudit.importers.source import File
from netaudit.records import (
    Contact,
    Entry,
    Interaction,
    Interactions,
    Note,
    Owner,
    Platform,
    Problem,
    Profile,
    Record,
    SetAside,
    Signal,
    Tie,
    TieKind,
)

_KINDS = frozenset({
    Tie, Interaction, Interactions, Entry, Signal, Note, Contact, SetAside, Problem, Profile,
})  # fmt: skip


@dataclass(frozen=True)
class Context:
    """What an importer may know beside the file.

    `owner` is whose export it is; `timezone` that of times written without one; `notices`
    takes sentences that the user should hear once. `elements` is how many elements each script
    of an X archive had, by `File.shown`, to be held against the archive's manifest; `authors`
    is who wrote a post, as far as the owner's own posts tell: its id -> the id of an account.
    `beside` are the files of the same kind in the export, the one that is read among them.
    """

    owner: Owner
    timezone: str
    channels: Channels
    notices: list[str]
    elements: dict[str, int] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    beside: Sequence[File] = ()


class Importer(Protocol):
    """Turns one kind of file into records. Knows no store, clock, network or identity."""

    @property
    def name(self) -> str:
        """The word for `--as`."""

    @property
    def title(self) -> str:
        """What the user calls such a file."""

    @property
    def platform(self) -> Platform:
        """The source it belongs to."""

    @property
    def required(self) -> frozenset[str]:
        """The columns without which it cannot work, as `column_key`."""

    @property
    def lists(self) -> TieKind | None:
        """The kind of tie of which such a file holds the whole list, if it does."""

    @property
    def single(self) -> bool:
        """Whether an archive that holds two such files is refused."""

    def identify(self, file: File) -> bool:
        """Tell from the name and the first bytes whether the file is one; never raises."""

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield what the file says, in the order of the file, one row or one run at a time."""


def read_checked(importer: Importer, file: File, context: Context) -> Iterator[Record]:
    """Yield what `importer` yields, and blame it by name if it yields anything else."""
    for record in importer.read(file, context):
        if type(record) not in _KINDS:
            raise TypeError(f"importer {importer.name} yielded a {type(record).__name__}")
        if type(record) is Interactions and len(set(map(len, record))) > 1:
            raise TypeError(f"importer {importer.name} yielded columns of different lengths")
        yield record
