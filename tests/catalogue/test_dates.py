"""Rows D1 to D14: dates that mean two days, none, or one that cannot be."""

import json
import zoneinfo
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from catalogue.catalogue import A, Case, N, Outcome, S, U, covers, each_of, hold
from cli.program import Run
from importers.made import CONNECTIONS, INVITATIONS, LINK, MESSAGES, message
from netaudit.errors import ExitCode

pytestmark = pytest.mark.unwatched
ME, ADA = "Robin Quist|robin-quist-example", "Ada Kaltenbrun|ada-example"
LIST, SENT, ASKED, LOG = "Connections.csv", "messages.csv", "Invitations.csv", "log.csv"
#: What is said of a row whose date is none, by the file it stands in.
WRONG = {
    LIST: "'Connected On' is not a date like 08 Feb 2026",
    SENT: "'DATE' is not a date of this export",
    ASKED: "'Sent At' is not a date like 2/8/26, 9:15 AM",
    LOG: "'date' is neither a day (2026-11-03) nor an instant (2026-11-03T15:00:00Z)",
}
#: A date about which there is nothing to say, as each file writes it.
GOOD = {
    LIST: "12 Nov 2025", SENT: "2025-11-12 09:15:00 UTC", ASKED: "11/12/25, 9:15 AM",
    LOG: "2025-11-12",
}  # fmt: skip
RESAVED = ": re-saved by a spreadsheet; read, but the original is safer"
NOT_WHOLE = ": with rows that cannot be read, nobody is taken off the list"
FUTURE = ": holds days that have not come yet; they count when they have"


def dated(name: str, dates: Sequence[str]) -> str:
    """Return a file of that name with a row for each date."""
    rows = enumerate(dates)
    if name == LIST:
        return f"{CONNECTIONS}\n" + "".join(
            f'Ada,Kaltenbrun,{LINK}ada-{number}-example,,,,"{date}"\n' for number, date in rows
        )
    if name == SENT:
        ends = (ME, ADA)
        return f"{MESSAGES}\n" + "".join(
            message(ends[number % 2], ends[1 - number % 2], date) for number, date in rows
        )
    if name == ASKED:
        return f"{INVITATIONS}\n" + "".join(
            f'Robin Quist,Ada Kaltenbrun,"{date}",,OUTGOING,{LINK}robin-quist-example,'
            f"{LINK}ada-{number}-example\n"
            for number, date in rows
        )
    return "date,person,id\n" + "".join(
        f'"{date}",Ada Kaltenbrun,{number}\n' for number, date in rows
    )


def skipped(row: str, what: str, name: str, *dates: str, also: Sequence[str] = ()) -> Case:
    """Return an entry of a file whose rows are all left out and named, but for the last."""
    general = [*also, *([NOT_WHOLE] if name == LIST else [])]
    lines = [f":{line}: {WRONG[name]}" for line in range(2, 2 + len(dates))]
    whole = dated(name, [*dates, GOOD[name]])
    count = len(dates)
    return Case(
        row, f"{what} in {name}", S, {name: whole},
        complaints=tuple(f"{name}{words}" for words in [*general, *lines]),
        account=f"read {count + 1} = 1 new + {count} skipped",
    )  # fmt: skip


def taken(
    row: str, what: str, name: str, *dates: str, said: str = "", shown: Sequence[str] = ()
) -> Case:
    """Return an entry of a file whose rows are all taken, for the days or instants `shown`."""
    outcome: Outcome = N if said else A
    return Case(
        row, f"{what} in {name}", outcome, {name: dated(name, dates)},
        complaints=(f"{name}{said}",) if said else (),
        account=f"read {len(dates)} = {len(dates)} new",
        then=("export",) if shown else (), shown=tuple(shown),
    )  # fmt: skip


@each_of(
    # Months stand first in what LinkedIn writes with slashes, and a spreadsheet that takes it for
    # a date of its own country writes it back in the same order: docs/formats.md.
    taken("D1", "either order", LIST, "3/4/24, 10:00 AM", shown=("2024-03-04",)),
    taken("D1", "either order, re-saved", LIST, "03/04/2024 10:00", said=RESAVED,
          shown=("2024-03-04",)),
    skipped("D1", "either order without a time", LIST, "03/04/05", "03/04/2024"),
    skipped("D1", "either order", LOG, "03/04/05", "03/04/2024", "3.4.2024"),
    skipped("D2", "both orders", LIST, "13/12/2024 10:00", also=(RESAVED,)),
    skipped("D2", "both orders", SENT, "13/12/2024 10:00", also=(RESAVED,)),
    *(
        skipped("D3", "pieces of a date", name, "1", "May", "10:00", "Sat", "1.2", "2026")
        for name in WRONG
    ),
    skipped("D4", "GMT+3", SENT, "2026-02-08 09:15:00 GMT+3", "2026-02-08 09:15:00 UTC+3"),
    skipped("D4", "GMT+3", LOG, "2026-02-08T09:15:00 GMT+3", "2026-02-08T09:15:00UTC+03:00"),
    taken("D4", "an offset", LOG, "2026-02-08T09:15:00+03:00", shown=("2026-02-08T06:15:00Z",)),
    skipped("D5", "letters for a zone", SENT, "2026-02-08 09:15:00 EST", "2026-02-08 09:15:00 IST"),
    skipped("D5", "letters for a zone", LOG, "2026-02-08T09:15:00 EST", "2026-02-08T09:15:00BST"),
    skipped("D6", "24 o'clock, minute 60", SENT, "2026-02-08 24:00:00 UTC",
            "2026-02-08 09:60:00 UTC"),
    skipped("D6", "24 o'clock, minute 60", LOG, "2026-02-08T24:00", "2026-02-08T09:60"),
    skipped("D6", "hour 13, minute 60", ASKED, "2/8/26, 13:15 AM", "2/8/26, 9:60 AM"),
    taken("D6", "a leap second", SENT, "2016-12-31 23:59:60 UTC", shown=("2016-12-31T23:59:59Z",)),
    # Nobody writes leap seconds into a log by hand.
    skipped("D6", "a leap second", LOG, "2016-12-31T23:59:60Z"),
    skipped("D7", "years outside of the site's life", LIST, "08 Feb 0000", "08 Feb 0001",
            "08 Feb 1989", "08 Feb 2201", "08 Feb 9999", "30 Feb 2026", "00 Feb 2026"),
    skipped("D7", "years outside of the site's life", SENT, "0000-01-01 00:00:00 UTC",
            "0001-01-01 00:00:00 UTC", "9999-12-31 23:59:59 UTC", "2026-02-30 00:00:00 UTC"),
    skipped("D7", "years outside of a life", LOG, "0000-01-01", "0001-01-01", "1899-12-31",
            "2200-01-02", "9999-12-31", "9999-12-31T23:59:59-14:00", "99-01-01", "2026-02-30"),
    taken("D7", "years of two digits", LIST, "08-Feb-26", "8/2/09, 9:15 AM",
          said=RESAVED, shown=("2026-02-08", "2009-08-02")),
    taken("D8", "the future", LIST, "08 Feb 2027", said=FUTURE),
    taken("D8", "the future", SENT, "2027-02-08 09:15:00 UTC", said=FUTURE),
    taken("D8", "the future", LOG, "2027-02-08", said=FUTURE),
    # LinkedIn writes English months in every language of its site.
    skipped("D9", "months of other languages", LIST, "02 mars 2024", "02 März 2024", "02 Mrz 2024",
            "02 مارس 2024", "02 Mai 2024", "2 de mar. de 2024"),
    skipped("D9", "months in words", LOG, "2 mars 2024", "2 March 2024"),
    # No export has digits of other scripts; whoever reads them by chance may read them wrongly.
    skipped("D10", "digits of other scripts", LIST, "０８ Feb 2026", "٠٨ Feb 2026"),
    skipped("D10", "digits of other scripts", SENT, "٢٠٢٦-02-08 09:15:00 UTC"),
    skipped("D10", "digits of other scripts", LOG, "２０２６-02-08", "٢٠٢٦-02-08"),
    taken("D11", "narrow and fixed spaces", LIST, "08\u202fFeb\xa02026", "2/8/26, 9:15\u202fAM",
          shown=("2026-02-08",)),
    skipped("D11", "a mark of direction", LIST, "\u200e08 Feb 2026"),
    skipped("D11", "a mark of direction", LOG, "\u200e2026-02-08"),
    skipped("D11", "other words for the halves of a day", ASKED, "2/8/26, 9:15 p. m."),
    Case("D13", "a zone that there is not", U, {LOG: dated(LOG, [GOOD[LOG]])},
         ("import", LOG, "--timezone", "Mars/Phobos"), ("--timezone must be an IANA time zone",)),
    Case("D13", "a path for a zone", U, {LOG: dated(LOG, [GOOD[LOG]])},
         ("import", LOG, "--timezone", "../../etc/passwd"),
         ("--timezone must be an IANA time zone",)),
    # No data names a zone; the one of the surroundings is passed over where there is no such.
    Case("D13", "a zone that there is not in TZ", A, {LOG: dated(LOG, ["2026-02-08T23:30"])},
         account="read 1 = 1 new", environment={"TZ": "Mars/Phobos"}),
    Case("D13", "a path in TZ", A, {LOG: dated(LOG, ["2026-02-08T23:30"])},
         account="read 1 = 1 new", environment={"TZ": ":/etc/passwd"}),
)  # fmt: skip
def test_dates(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


@covers("D8")
def test_the_future_makes_nobody_younger(run: Run, home: Path) -> None:
    (home / LOG).write_text(dated(LOG, ["2027-02-08", "2199-12-31"]), "utf-8")
    assert run("import", LOG).exit_code == ExitCode.DONE
    shown = run("show", "Ada Kaltenbrun", "-f", "json")
    assert shown.exit_code == ExitCode.DONE
    assert "2026-04-01" in shown.stdout
    assert "2027-02-08" not in shown.stdout
    assert ": -" not in shown.stdout


def instants(run: Run) -> list[str]:
    """Return the instants of all entries of the log, in their order."""
    lines = map(json.loads, run("export").stdout.splitlines())
    return [line["at"] for line in lines if "entry" in line and "at" in line]


@covers("D12")
def test_hours_that_a_clock_skips_or_shows_twice(run: Run, home: Path) -> None:
    """An offset settles it; without one the earlier of two counts."""
    clocks = [
        "2024-03-31T02:30", "2024-10-27T02:30", "2024-10-27T02:30+02:00",
        "2024-10-27T02:30+01:00", "2024-10-27T03:00",
    ]  # fmt: skip
    (home / LOG).write_text(dated(LOG, clocks), "utf-8")
    result = run("import", LOG, "--timezone", "Europe/Paris")
    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert instants(run) == [
        "2024-03-31T01:30:00Z", "2024-10-27T00:30:00Z", "2024-10-27T00:30:00Z",
        "2024-10-27T01:30:00Z", "2024-10-27T02:00:00Z",
    ]  # fmt: skip


@pytest.fixture
def no_zones() -> Iterator[None]:
    """Take away what the system knows of time zones."""
    zoneinfo.reset_tzpath(to=[])
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()


@covers("D14")
@pytest.mark.usefixtures("no_zones")
def test_a_system_without_time_zones(run: Run, home: Path) -> None:
    assert zoneinfo.TZPATH == ()
    (home / LOG).write_text(dated(LOG, ["2026-07-01T10:00"]), "utf-8")
    result = run("import", LOG, "--timezone", "Europe/Paris")
    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert instants(run) == ["2026-07-01T08:00:00Z"]
