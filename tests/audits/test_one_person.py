"""What the report on one person leaves out where people read."""

import pytest

import render_people
from netaudit.audits import one_person
from netaudit.audits.one_person import Description, Job, Noted
from netaudit.metrics.one_person import OnePerson
from netaudit.report import Person, Report, Table

DAY = render_people.DAY


def described(*notes: Noted, company: str = "Blue Kiln") -> Description:
    jobs = (Job(company, "Potter", DAY, DAY),)
    return Description(Person("Ana Ruiz", "x2m9kqvr"), "", (), (), jobs, notes)


def made(known: Description, reading: one_person.Reading, contact: OnePerson | None) -> Report:
    options = {"window": "365d", "timezone": "UTC"}
    return one_person.report(known, contact, DAY, (), options, reading=reading)


def notes(report: Report) -> tuple[Table, tuple[str, ...]]:
    section = next(one for one in report.sections if one.key == "notes")
    return section.tables[0], section.notes


@pytest.mark.parametrize("end", [".", "!", "?"])
def test_a_sentence_ends_once(end: str) -> None:
    report = made(described(company=f"Zenith Kettle Co{end}"), "none", None)
    assert report.headline == f"Potter, Zenith Kettle Co{end} Nothing is on record with them."
    assert made(described(), "none", None).headline.startswith("Potter, Blue Kiln. Nothing")


def test_in_brief_ten_notes_are_told_and_how_many_more_there_are() -> None:
    several = [Noted(DAY - at, f"note {at}", "") for at in range(38)]
    table, said = notes(made(described(*several), "brief", None))
    assert [row[1] for row in table.rows] == [f"note {at}" for at in range(10)]
    assert said == ("28 more: --section notes",)
    for reading in ("none", "all"):
        table, said = notes(made(described(*several), reading, None))
        assert (len(table.rows), said) == (38, ())


def test_two_entries_alike_are_told_each_once() -> None:
    """Each interaction of the latest has an entry of its own; one of another day is none of it."""
    sample = render_people.contact()
    alike = [Noted(DAY, f"note {at}", f"entry{at}", "coffee", "both", "gave") for at in range(2)]
    other = alike[0]._replace(day=DAY - 1, entry="entry9")
    one = sample.latest[0]._replace(day=DAY, channel="coffee", direction="both", purpose="gave")
    contact = sample._replace(latest=(one, one, one._replace(channel="call")))
    report = made(described(*alike, other), "none", contact)
    latest = next(t for s in report.sections for t in s.tables if t.key == "latest")
    assert [row[-1] for row in latest.rows] == ["entry0", "entry1", ""]
