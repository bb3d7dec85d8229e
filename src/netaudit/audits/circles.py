"""The section on the companies and tags in which the network lives."""

from netaudit.audits import horizon, wording
from netaudit.metrics.circles import Circle, Circles
from netaudit.metrics.horizon import Source
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("list", "list", "count"),
    Column("network", "network", "count"),
    Column("share", "network share", "ratio"),
)

_COMPANY = (
    "A company is what the newest list that names one says; who has moved since is still counted"
    " there. Names that differ in more than case are different companies."
)


def section(found: Circles, sources: tuple[Source, ...]) -> Section:
    """Say which companies and tags are largest on the list, and how much of them is network."""
    return Section(
        key="circles",
        title="Where the network lives",
        summary=_summary(found),
        figures=(
            Figure("companies", "companies of two people or more", len(found.companies)),
            Figure("without_company", "people whose company is not known", found.without_company),
            Figure("tags", "tags of two people or more", len(found.tags)),
        ),
        tables=(
            Table(
                "companies",
                "The list by company",
                (Column("company", "company"), *_COLUMNS),
                found.companies,
                empty="no company has two people or more on the list",
            ),
            Table(
                "tags",
                "The list by tag",
                (Column("tag", "tag"), *_COLUMNS),
                found.tags,
                empty="no tag has two people or more on the list",
            ),
        ),
        notes=(*horizon.silence(sources), *_notes(found)),
    )


def _summary(found: Circles) -> str:
    if not found.listed:
        return "Your list is empty: there are no circles on it."
    return " ".join(filter(None, (_companies(found), _largest("tag", found.tags))))


def _companies(found: Circles) -> str:
    if found.without_company == found.listed:
        return "No company is known of anybody on your list."
    if not found.companies:
        return "No company has two people or more on your list."
    largest = _largest("company", found.companies)
    liveliest = max(found.companies, key=lambda one: one.network)  # of equals the larger
    if liveliest.network == found.companies[0].network:
        return largest
    return f"{largest} More of your network is at {liveliest.name}: {_network(liveliest)}."


def _largest(what: str, circles: tuple[Circle, ...]) -> str:
    if not circles:
        return ""
    return f"The largest {what} on your list is {circles[0].name}: {_network(circles[0])}."


def _network(one: Circle) -> str:
    return f"{one.listed:,} people, {f'{one.network:,}' if one.network else 'none'} of them network"


def _notes(found: Circles) -> tuple[str, ...]:
    notes = [_COMPANY]
    if found.without_company:
        notes.append(
            f"Of {wording.people(found.without_company)} on the list no company is known;"
            " lists of X name none."
        )
    alone = [
        wording.counted(number, one, many)
        for number, one, many in (
            (found.lone_companies, "company", "companies"),
            (found.lone_tags, "tag", "tags"),
        )
        if number
    ]
    if alone:
        verb = "is" if found.lone_companies + found.lone_tags == 1 else "are"
        notes.append(f"{wording.listing(alone)} with a single person on the list {verb} not shown.")
    return tuple(notes)
