"""The log of interactions as CSV, so that any tool can feed it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY, local_day, read_iso
from netaudit.config import MEDIA, Channels
from netaudit.importers.base import Context
from netaudit.importers.csvfile import Table, open_table
from netaudit.importers.header import find_header
from netaudit.importers.source import File
from netaudit.normal import clean
from netaudit.records import (
    PURPOSES,
    Account,
    Direction,
    Entry,
    Platform,
    Problem,
    Record,
    SetAside,
    TieKind,
    Where,
    account_of,
    default_direction,
)

COLUMNS = ("date", "person", "channel", "medium", "direction", "purpose", "note", "group", "id")
_DIRECTIONS: dict[str, Direction] = {"in": "in", "out": "out", "both": "both"}
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ](?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d{1,6})?)?"
    r"(?:Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
#: An apostrophe that a spreadsheet guard of ours put before `=`, `+` and the like.
_GUARDED = re.compile("'\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]")


class Log:
    """A CSV of interactions: `date` and `person` are required, the rest has defaults."""

    name = "log"
    title = "interaction log"
    platform: Platform = "log"
    required = frozenset({"date", "person"})
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by the header."""
        return find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Entry for each row."""
        table = open_table(file, self.required, context.notices)
        table.refuse_repeated(frozenset(COLUMNS))
        _notice_unknown(table)
        columns = table.columns
        same: Counter[Entry] = Counter()
        places: Counter[tuple[Account, int]] = Counter()
        zone = ZoneInfo(context.timezone)
        for item in table.rows():
            if isinstance(item, Problem):
                yield item
                continue
            line, row = item
            cells = {name: row[columns[name]] if name in columns else "" for name in COLUMNS}
            try:
                entry = _entry(line, cells, context.channels, zone)
            except _Wrong as wrong:
                yield Problem(Where(file.shown, line), wrong.code, str(wrong))
                continue
            plain = entry._replace(line=0)
            if entry.ref and plain in same:
                yield SetAside(line, "repeated rows")
                continue
            place = (entry.account, local_day(entry.at, entry.day, zone))
            yield entry._replace(occurrence=same[plain], position=places[place])
            same[plain] += 1
            places[place] += 1


def _notice_unknown(table: Table) -> None:
    unknown = [name for name in table.header.names if name and name not in COLUMNS]
    if unknown:
        columns = ", ".join(repr(name[:30]) for name in unknown[:8])
        table.notices.append(f"{table.file.shown}: not read are the columns {columns}")


class _Wrong(ValueError):  # noqa: N818 - it becomes a Problem, never an error
    """What is wrong with a row, and the code of the problem."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def _entry(line: int, cells: dict[str, str], channels: Channels, zone: ZoneInfo) -> Entry:
    at, day = read_when(cells["date"].strip(), zone)
    written = clean(_unguarded(cells["person"]))
    account = account_of(written)
    if account is None:
        raise _Wrong("no-person", "no person")
    channel, medium = _channel(cells["channel"], cells["medium"], channels)
    direction = _direction(cells["direction"], medium)
    return Entry(
        line, account, written, at, day, channel, medium, direction,
        read_purpose(cells["purpose"]), clean(_unguarded(cells["note"])),
        _group(cells["group"]), clean(cells["id"]),
    )  # fmt: skip


def read_when(text: str, zone: ZoneInfo) -> tuple[int | None, int | None]:
    """Read an ISO day or instant as (UTC epoch seconds, None) or (None, day)."""
    try:
        if not _INSTANT.fullmatch(text):
            day = read_iso(text)
            return _in_range(None, day)
        moment = datetime.fromisoformat(text.replace(" ", "T", 1))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
        return _in_range(int(moment.astimezone(UTC).timestamp()), None)
    except (ValueError, OverflowError):
        raise _Wrong(
            "bad-date", "'date' is neither a day (2026-11-03) nor an instant (2026-11-03T15:00:00Z)"
        ) from None


def _in_range(at: int | None, day: int | None) -> tuple[int | None, int | None]:
    ordinal = day if day is not None else EPOCH_DAY + (at or 0) // SECONDS_PER_DAY
    if (
        not datetime(1900, 1, 1, tzinfo=UTC).toordinal()
        <= ordinal
        <= datetime(2200, 1, 1, tzinfo=UTC).toordinal()
    ):
        raise ValueError("out of range")
    return at, day


def _unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text


def _channel(word: str, medium: str, channels: Channels) -> tuple[str, str]:
    """Return channel and medium; a medium that is given makes a channel of any word."""
    if not word.strip():
        return "meeting", "in_person"
    medium = medium.strip().casefold()
    if medium and medium not in MEDIA:
        raise _Wrong("unknown-medium", f"'medium' is none of {', '.join(MEDIA)}")
    found = channels.resolve(clean(word))
    if medium and (found is None or found[1] != medium):
        return clean(word), medium
    if found is None:
        raise _Wrong("unknown-channel", f"unknown channel{_nearest(word, channels)}")
    return found


def _nearest(word: str, channels: Channels) -> str:
    if best := channels.nearest(word):
        return f"; the nearest is '{best}'"
    return "; your own ones belong under [channels] in the configuration"


def _direction(word: str, medium: str) -> Direction:
    key = word.strip().casefold()
    if not key:
        return default_direction(medium)
    if key not in _DIRECTIONS:
        raise _Wrong("bad-direction", "'direction' is not in, out or both")
    return _DIRECTIONS[key]


def read_purpose(text: str) -> str:
    """Return purposes in their fixed order, joined by `+`; an unknown one is refused."""
    words = {w.strip().casefold() for w in text.split("+") if w.strip()}
    if not words <= set(PURPOSES):
        raise _Wrong("unknown-purpose", f"'purpose' knows {', '.join(PURPOSES)}, joined by +")
    return "+".join(p for p in PURPOSES if p in words)


def _group(text: str) -> int:
    text = text.strip()
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 1_000_000):
        raise _Wrong("bad-group", "'group' is not a number of people")
    return int(text)
