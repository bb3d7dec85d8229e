"""Samples of the reports `people` and `person`; people invented."""

from datetime import date

from netaudit.audits import one_person as audits
from netaudit.metrics import one_person as metrics
from netaudit.metrics.evidence import Rhythm
from netaudit.metrics.horizon import Source
from netaudit.report import Column, Person, Report, Section, Table, Value

DAY = date(2026, 11, 15).toordinal()


def people(*, for_reading: bool = False) -> Report:
    """Return people who fit; `for_reading` one line for each."""
    one, other = Person("Tuulikki Rautio", "x2m9kqvr"), Person("Kamala Rasmunder", "qcvxqcsb")
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    if for_reading:
        columns = (
            Column("id", "id"), Column("person", "person", "person"),
            Column("company", "company", yields=4), Column("position", "position", yields=5),
            Column("state", "state", yields=2), Column("last", "last", "date", yields=1),
            Column("tags", "tags", yields=3),
        )  # fmt: skip
        rows = (
            (one.person_id, one, "Karlssonfeld Glass", "Head of Craft", "met", "2026-11-01",
             "oulu"),
            (other.person_id, other, "", "", "never", None, ""),
        )  # fmt: skip
    else:
        columns = (
            Column("person", "person", "person"), Column("company", "company"),
            Column("position", "position"), Column("state", "state"),
            Column("last", "last", "date"), Column("contact_days", "contact-days", "count"),
            Column("tags", "tags"), Column("on_list", "on the list", "flag"),
            Column("since", "since", "date"),
        )  # fmt: skip
        rows = (
            (one, "Karlssonfeld Glass", "Head of Craft", "met", "2026-11-01", 12, "oulu",
             True, "2019-03-04"),
            (other, "", "", "never", None, 0, "", False, None),
        )  # fmt: skip
    title = "" if for_reading else "People"
    table = Table("people", title, columns, rows, "nobody fits")
    options = {} if for_reading else {"company": "glass", "sort": "name", "timezone": "UTC"}
    return Report(
        "people", "People", "2 people fit: company glass", "2026-11-15", options,
        (Section("people", title, "", tables=(table,)),),
        ("48 more: --all shows them, --limit N so many.",
         "All that is on record with one of them: netaudit show ID"),
    )  # fmt: skip


def one_person(*, for_reading: bool = False) -> Report:
    """Return all that is on record with a person."""
    known = audits.Description(
        Person("Tuulikki Rautio", "x2m9kqvr"), "Glass, mostly green",
        (audits.KnownBy("linkedin.com/in/tuulikki-rautio-example", "Tuulikki Rautio", ""),
         audits.KnownBy("x.com/tuulikki_example", "tuuli", "you said so")),
        (audits.Listed("LinkedIn connection", DAY - 2_000, None),
         audits.Listed("you follow them on X", None, DAY - 90)),
        (audits.Job("Karlssonfeld Glass", "Head of Craft", DAY - 300, DAY - 20),
         audits.Job("Blue Kiln", "", DAY - 900, DAY - 400)),
        (audits.Noted(DAY - 80, "gave: an introduction to Benedikt", "k7rt2mcx", "coffee", "both",
                      "gave"),
         audits.Noted(DAY - 140, "[asked] for a kiln", "b4wq9xzd", "call", "in", "asked")),
        ("oulu",), cadence="3w", cadence_tag="oulu",
        last_ago="11 weeks ago",
    )  # fmt: skip
    sources = (Source("linkedin", DAY - 22, 22),)
    options = {"window": "365d", "timezone": "UTC"}
    reading: audits.Reading = "brief" if for_reading else "none"
    return audits.report(known, contact(), DAY, sources, options, reading=reading)


def contact() -> metrics.OnePerson:
    """Return what there was with that person."""
    return metrics.OnePerson(
        listed=True, both_ways_lately=True, state="met", interactions=31, contact_days=24,
        first=DAY - 1_400, last=DAY - 80, from_them=14, from_me=12, both=5,
        purposes={"gave": 2, "got": 0, "asked": 1, "was_asked": 0, "thanked": 1}, gap=17.5,
        ladder="in_person",
        years=(metrics.Year(2025, 9, 5, 6, 1, 1), metrics.Year(2026, 15, 9, 6, 4, 2)),
        latest=(metrics.Contact(DAY - 80, "coffee", "both", 1, "gave"),
                metrics.Contact(DAY - 91, "linkedin", "in", 3, "")),
        reasons=(Rhythm(0, 17.5, 80),),
    )  # fmt: skip
