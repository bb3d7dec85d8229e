"""What the section on circles says."""

from collections.abc import Sequence

from metrics.worlds import D, meeting, person, tie, world
from netaudit.audits.circles import section
from netaudit.calendar import Span
from netaudit.metrics.circles import circles
from netaudit.metrics.scope import History
from netaudit.report import Section


def said(
    companies: Sequence[str], tags: Sequence[tuple[str, ...]] = (), network: Sequence[int] = ()
) -> Section:
    """Return the section for a list of people with these companies and tags."""
    given = [*tags, *[()] * (len(companies) - len(tags))]
    people = [
        person(number)._replace(company=company, tags=words)
        for number, (company, words) in enumerate(zip(companies, given, strict=True))
    ]
    frames = world(
        people=people,
        ties=[tie(number) for number in range(len(people))],
        interactions=[meeting(number, D) for number in network],
    )
    return section(circles(History.of(frames).at(D), window=Span(365, "d")), ())


def test_the_largest_company_and_the_one_with_more_of_the_network() -> None:
    companies = ["Acme"] * 3 + ["Zeta"] * 2
    assert said(companies, network=[0, 3]).summary == (
        "The largest company on your list is Acme: 3 people, 1 of them network."
    )
    assert said(companies, network=[3, 4]).summary == (
        "The largest company on your list is Acme: 3 people, none of them network."
        " More of your network is at Zeta: 2 people, 2 of them network."
    )


def test_the_tables_and_figures() -> None:
    found = said(["Acme", "acme", ""], [("work",), ("work",)], network=[1])
    assert {one.key: one.value for one in found.figures} == {
        "companies": 1,
        "without_company": 1,
        "tags": 1,
    }
    assert {table.key: table.rows for table in found.tables} == {
        "companies": (("Acme", 2, 1, 0.5),),
        "tags": (("work", 2, 1, 0.5),),
    }
    assert [[column.key for column in table.columns] for table in found.tables] == [
        ["company", "list", "network", "share"],
        ["tag", "list", "network", "share"],
    ]
    assert found.summary.endswith(
        " The largest tag on your list is work: 2 people, 1 of them network."
    )
    assert found.notes[1] == ("Of 1 person on the list no company is known; lists of X name none.")


def test_companies_of_one_person_each() -> None:
    found = said(["Acme", "Zeta"], [("work",)])
    assert found.summary == "No company has two people or more on your list."
    assert [table.empty for table in found.tables] == [
        "no company has two people or more on the list",
        "no tag has two people or more on the list",
    ]
    assert found.notes[-1] == (
        "2 companies and 1 tag with a single person on the list are not shown."
    )
    assert said([""], [("work",)]).notes[-1] == (
        "1 tag with a single person on the list is not shown."
    )


def test_no_company_is_known() -> None:
    found = said(["", ""], [("work",), ("work",)])
    assert found.summary == (
        "No company is known of anybody on your list."
        " The largest tag on your list is work: 2 people, none of them network."
    )
    assert found.notes[1:] == (
        "Of 2 people on the list no company is known; lists of X name none.",
    )


def test_no_list() -> None:
    found = said([])
    assert found.summary == "Your list is empty: there are no circles on it."
    (note,) = found.notes
    assert note.startswith("A company is what the newest list that names one says;")
    assert [table.rows for table in found.tables] == [(), ()]


def test_a_thousand_companies_are_all_there() -> None:
    found = said([f"Company {number % 1000}" for number in range(2000)])
    assert len(found.tables[0].rows) == 1000
