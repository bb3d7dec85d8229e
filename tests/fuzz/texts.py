"""Harnesses of short texts: names and keys, days and times, lines of `log -`, what is shown."""

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import typer
from typer.core import TyperGroup
from typer.main import get_command

from fuzz import seeds
from fuzz.harness import (
    CELL,
    LONGEST,
    WORDS_FOR_CHANNELS,
    Harness,
    assert_lines,
    assert_storable,
    may_refuse,
    split,
    text_of,
)
from netaudit import calendar, normal
from netaudit.calendar import Span
from netaudit.cli import app, dictating, terminal
from netaudit.cli.entering import Words
from netaudit.config import MEDIA
from netaudit.identity import about, companies
from netaudit.importers.linkedin import dates
from netaudit.importers.log import read_purpose, read_when
from netaudit.importers.twitter import dates as dates_of_x
from netaudit.render import cells, safe
from netaudit.workflows import naming, purposes
from render_hostile import NAMES

if TYPE_CHECKING:
    from netaudit.errors import InputRefused

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
#: What the clock of a computer may say.
_TODAYS = tuple(date(year, 11, 15).toordinal() for year in (1980, 2024, 2026, 2038, 2100))
_ZONE = ZoneInfo("Europe/Paris")
#: Instants that an importer may tell: every day from 1 to 9999 in seconds since 1970.
_SECONDS = range(
    (FIRST - calendar.EPOCH_DAY - 1) * 86_400, (LAST - calendar.EPOCH_DAY + 2) * 86_400
)
#: It is gone through a dozen times here, sign by sign.
_LONGEST_SHOWN = LONGEST // 128
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _days(data: bytes) -> None:
    (now, *_), body = split(data, 1)
    text, today = text_of(body), _TODAYS[now % len(_TODAYS)]
    with may_refuse():
        assert FIRST <= calendar.read_day(text, today) <= LAST
    with may_refuse():
        assert today < calendar.read_day_to_come(text, today) <= LAST
    with may_refuse():
        assert calendar.read_since(text, today) <= LAST
    with may_refuse():
        span = Span.parse(text)
        assert Span.parse(str(span)) == span
        assert span.before(today) < today < span.after(today)
    with suppress(ValueError):
        assert calendar.iso(calendar.read_iso(text)) == text


def _dates(data: bytes) -> None:
    """Read what exports write as a day or an instant: a ValueError is what says that it is none."""
    text = text_of(data)
    for read in (dates.read_day, dates.read_us_day):
        with suppress(ValueError):
            assert FIRST <= read(text) <= LAST
    order = dates.puts_day_first(text.split(CELL))
    for first in (order, True, False):
        with suppress(ValueError):
            day = dates.read_iso_day(text, day_first=first)
            assert day is None or FIRST <= day <= LAST
    day = dates.read_any_day(text)
    assert day is None or FIRST <= day <= LAST
    assert dates.is_rewritten(text) in {True, False}
    found = dates.read_instants(text.split(CELL))
    assert [_instant(one) for one in text.split(CELL)] == found, "many are read as one is"
    for instant in (dates.read_utc, dates_of_x.read_date):
        with suppress(ValueError):
            assert instant(text) in _SECONDS
    for zone in (dates.PACIFIC, dates.UTC_ZONE):
        with suppress(ValueError):
            assert dates.read_us(text, zone) in _SECONDS
    at = dates_of_x.read_instant(text)
    assert at is None or at // 1000 in _SECONDS
    with suppress(ValueError):
        moment, day = read_when(text, _ZONE)
        assert (moment is None) != (day is None)
        assert calendar.read_iso("1900-01-01") <= calendar.local_day(moment, day, _ZONE) <= LAST
    if number := normal.x_id(text):
        made = dates_of_x.date_of_id(number)
        assert made is None or dates_of_x.is_possible(made, number)


def _instant(text: str) -> int | None:
    try:
        return dates.read_instant(text)
    except ValueError:
        return None


def _names(data: bytes) -> None:
    text = text_of(data)
    clean = normal.clean(text)
    assert_storable(clean)
    assert normal.clean(clean) == clean
    for key in (normal.name_key(clean), normal.core_name_key(clean)):
        assert_storable(key)
        assert key == " ".join(key.split())
    for read in (normal.email_key, normal.phone_key, normal.x_handle, normal.x_id):
        found = read(text)
        assert found is None or read(found) == found, f"{read.__name__} is not its own key"
        assert_storable(found or "")
    assert_storable(normal.linkedin_slug(text) or "")
    assert normal.linkedin_slug(text) != ""
    on_x = normal.x_key(text)
    assert on_x is None or on_x[1] == (normal.x_id if on_x[0] == "id" else normal.x_handle)(on_x[1])
    _about(*clean.split(" | ", 1))


def _about(one: str, other: str = "") -> None:
    """Look for what people say of themselves."""
    for key in about.keys(one):
        assert_storable(key)
        assert key
    assert all(about.hosts(one))
    assert about.prose(one).startswith(" ")
    assert not about.company(one) or companies.weight(one, other) in {
        companies.NAMED, companies.WORDS,
    }  # fmt: skip
    WORDS_FOR_CHANNELS.resolve(one)
    WORDS_FOR_CHANNELS.nearest(one[:100])


def _shown(data: bytes) -> None:
    (limit, *_), body = split(data, 1)
    text = text_of(body[:_LONGEST_SHOWN])
    shown = safe.terminal(text, limit)
    assert cells.width(shown) <= limit
    for one in (shown, terminal.harmless(text), safe.plain(text), safe.csv_cell(text)):
        assert_harmless(one)
    for line in cells.wrap(safe.plain(text)[:40], max(limit, 2)):
        assert cells.width(line) <= max(limit, 2)
    assert_harmless(safe.markdown(text))
    assert "\n" not in safe.markdown(text)
    for target in (safe.terminal, safe.csv_cell, safe.plain):
        once = target(text)
        assert target(once) == once, "what is safe does not stay as it is"
    assert safe.is_blank(text) == (not safe.plain(text).strip())
    first = unicodedata.normalize("NFKC", safe.csv_cell(text).lstrip(' "'))[:1]
    assert first not in {"=", "+", "-", "@"}, "a spreadsheet sees a formula"


def assert_harmless(shown: str) -> None:
    """Assert that nothing controls the terminal, turns the writing round, or is on two lines."""
    if not (shown.isascii() and shown.isprintable()):
        assert _BIDI.isdisjoint(shown)
        found = set(map(unicodedata.category, shown))
        assert found.isdisjoint({"Cc", "Cs", "Co", "Zl", "Zp"})


def _dictated(data: bytes) -> None:
    """Read lines as `netaudit log -` does, up to where the store is asked who is meant."""
    with may_refuse():
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return
        wrong: list[InputRefused] = []
        texts = list(dictating._lines(text))
        numbers = [number for number, _ in texts]
        assert_lines(numbers)
        read = list(dictating._understood(_log_command(), texts, wrong))
        refused = [int(error.message.split(":")[1]) for error in wrong]
        assert sorted([*(number for number, _ in read), *refused]) == numbers
        for _, line in read:
            with may_refuse():
                _said(line)


def _said(line: Words) -> None:
    """Take a line for all that it may say."""
    today = _TODAYS[2]
    day = line.day(today)
    assert day is None or FIRST < day <= today
    assert line.direction in {None, "in", "out", "both"}
    names, channel = line.split(WORDS_FOR_CHANNELS)
    assert channel is None or channel[1] in MEDIA
    purpose = purposes.purpose_of(line.texts)
    assert read_purpose(purpose) == purpose
    note = purposes.note_of(line.texts, line.note or "")
    assert_storable(note)
    purposes.parted(purpose, note)
    for name in names:
        with may_refuse():
            account, written = naming.written_person(name, None)
            assert_storable((account, written))
            assert account.key
            assert written


@cache
def _log_command() -> typer.Context:
    """Return the context in which `netaudit log -` reads its lines."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    command = group.commands["log"]
    return typer.Context(command, info_name="log", parent=typer.Context(group))


def _day_seeds() -> Iterator[bytes]:
    for now in range(len(_TODAYS)):
        for text in (*_DAYS, "", "2026-02-30", "99999y", "0001-01-01", "9999-12-31", "next monday"):
            yield bytes([now]) + text.encode()


def _date_seeds() -> Iterator[bytes]:
    for text in _DATES:
        yield text.encode()
        yield CELL.join([text, *_DATES[:3]]).encode()


def _name_seeds() -> Iterator[bytes]:
    for text in _NAMES:
        yield text.encode("utf-8", "surrogateescape")
        yield f"{text} | Engineer at {text}, ex Alto Rail".encode("utf-8", "surrogateescape")
    for file in seeds.of_cases("linkedin/odd_names", "x/csv-odd-names", "x/csv-described"):
        yield from file.splitlines()


def _shown_seeds() -> Iterator[bytes]:
    for limit, text in enumerate((*NAMES, *_NAMES, "=1+1", " \t@x", "\x1b[2J", "\u202eevil")):
        yield bytes([limit * 7 % 256]) + text.encode("utf-8", "surrogatepass")


def _dictated_seeds() -> Iterator[bytes]:
    for line in _LINES:
        yield line.encode()
    yield "\n".join(_LINES).encode()
    yield "\ufeff# of this week\r\n\r\n".encode() + _LINES[0].encode()


_DAYS = (
    "today", "yesterday", "tomorrow", "monday", "last friday", "3 days ago", "a week ago",
    "2026-11-03", "3 Nov", "3 Nov 2025", "nov 3, 2025", "29 feb", "in 2 weeks", "a month",
    "30d", "4w", "3mo", "1y",
)  # fmt: skip
_DATES = (
    "08 Feb 2026", "8-Feb-26", "8. Feb 26", "2/8/26, 9:15 AM", "02.08.2026 09:15",
    "8/2/2026 9:15:00", "2026-02-08 09:15:00", "2026/02/08 09:15:00 UTC", "2026-02-08T09:15:00",
    "2026-02-08 09:15:60 UTC", "February 8, 2017, 9:15 AM", "Wed Oct 10 20:19:24 +0000 2018",
    "2018-10-10 20:19:24 -0930", "2025-04-28T15:06:18.424Z", "2026-11-03T15:00:00+01:00",
    "2026-11-03 24:00", "1600000000000000000", "29 Feb 2025", "0001-01-01", "9999-12-31T23:59Z",
)  # fmt: skip
_NAMES = (
    "Ada Okafor, PhD, MBA", "Bo Example 🚀", "José (Pepe) Núñez", "Łukasz Żółć", "ﬁﬂ ǅ ß ſ İ",
    "https://www.linkedin.com/in/ada%2Dexample/?trk=1", "linkedin.com/in/%ff%00x", "@ada_o",
    "https://x.com/i/user/12345", "https://twitter.com/intent/user?user_id=0099",
    "mailto:ada@exämple.org", "ada@xn--zzzz.example", "+44 (0)20 7946 0018", "0044/20–79460018",
    "Founder @AltoRail — www.alto-rail.example, +44 20 7946 0018", "\udcff\udc80", "a\0b", "\u2028",
)  # fmt: skip
_LINES = (
    "'Ana Ruiz' coffee", '"Ana Ruiz" Bo meal --on yesterday --note \'of "tea"\'', "Bo call --in",
    "Cy --via email --asked 'a lift' --gave '' --was-asked x --got y --out", "Dee --new --both",
    "'never closed", "--no-such-option", "Eve --dry-run", "date,person", "-- -x", "--help", "\\",
)  # fmt: skip

TEXTS = (
    Harness(
        "log-lines", "lines of `netaudit log -`", _dictated, _dictated_seeds,
        ("\n", "'", '"', "\\", "#", *(f" {word} " for word in (
            "coffee", "--on", "yesterday", "--via", "email", "--in", "--out", "--both", "--note",
            "--gave", "--got", "--asked", "--was-asked", "--new", "--", "--help", "--limit", "-y",
            "--edit", "--store",
        ))),
    ),
    Harness(
        "days", "days, days to come and spans as people write them", _days, _day_seeds,
        (*_DAYS, "next ", "last ", "in ", " ago", "years", "29", "999", "\u0661"),
    ),
    Harness(
        "dates", "days and instants as exports, logs and spreadsheets write them", _dates,
        _date_seeds, (*_DATES, CELL, " AM", " PM", "UTC", "+2359", "12:60", "24:00"),
    ),
    Harness(
        "names", "names, addresses, numbers, links, handles and companies", _names, _name_seeds,
        (*_NAMES[:15], " | ", "@", "://", "%", "+", "00", ".com", "xn--", "\u200d", "\u0301"),
    ),
    Harness(
        "shown", "what is made harmless for a terminal, Markdown and spreadsheets", _shown,
        _shown_seeds,
        ("\x1b[", "\x9b", "\u202e", "\u200d", "\ufe0f", "\u0301", "👩", "🏽", "長", "=", "＝",
         "&lt;", "](http://", "\ud800", "\ue000", "\u1160", "\u3164", "\u2028"),
    ),
)  # fmt: skip
