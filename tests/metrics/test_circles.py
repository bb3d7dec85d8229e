"""Companies and tags of the people on the list."""

from collections.abc import Sequence
from dataclasses import replace

from metrics.worlds import D, InteractionRow, kept, meeting, person, text, tie, world
from netaudit.calendar import Span
from netaudit.metrics.circles import Circle, Circles, circles
from netaudit.metrics.scope import History

YEAR = Span(365, "d")


def found(
    companies: Sequence[str] = (),
    tags: Sequence[tuple[str, ...]] = (),
    interactions: Sequence[InteractionRow] = (),
    *,
    off_list: Sequence[int] = (),
) -> Circles:
    """Return the circles of people with these companies, or with these tags."""
    people = [person(n)._replace(company=company) for n, company in enumerate(companies)]
    people += [person(n)._replace(tags=words) for n, words in enumerate(tags, len(people))]
    ties = [tie(n) for n in range(len(people)) if n not in off_list]
    frames = world(people=people, ties=ties, interactions=interactions)
    with kept(frames):
        return circles(History.of(frames).at(D), window=YEAR)


def test_companies_are_compared_without_case_and_outer_space() -> None:
    seen = found(["Acme", " ACME ", "acme", "Acme Inc", "STRASSE", "Straße", "", "  "])
    assert [(one.name, one.listed) for one in seen.companies] == [("ACME", 3), ("STRASSE", 2)]
    assert (seen.without_company, seen.lone_companies) == (2, 1)


def test_the_commonest_spelling_is_shown() -> None:
    seen = found(["acme", "ACME", "Acme", " Acme", "b", "B", "c"])
    assert [(one.name, one.listed) for one in seen.companies] == [("Acme", 4), ("B", 2)]


def test_the_largest_first_then_by_name() -> None:
    seen = found(["beta", "Beta", "Alpha", "alpha", "zeta", "Zeta", "zeta", "émile", "Émile"])
    assert [one.name for one in seen.companies] == ["zeta", "Alpha", "Beta", "Émile"]


def test_the_network_is_that_of_the_window_and_of_the_list() -> None:
    rows = [
        meeting(0, D),
        text(1, D - 364, "in"),
        text(1, D, "out"),
        text(2, D - 365, "in"),
        text(2, D, "out"),
        meeting(3, D + 1),
        meeting(4, D),
    ]
    seen = found(["Acme"] * 5, interactions=rows, off_list=[4])
    assert seen.companies == (Circle("Acme", 4, 2, 0.5),)
    assert (seen.listed, seen.network) == (4, 2)


def test_who_is_off_the_list_is_in_no_circle() -> None:
    seen = found(["Acme", "Acme", ""], [("work",), ("work",)], off_list=[0, 2, 3])
    assert seen == Circles(2, 0, 1, 1, 1, (), ())


def test_somebody_with_several_tags_is_in_each_of_them_once() -> None:
    tags = [("climbing", "work"), ("Work", "work "), ("climbing",), ("alone",), (), ("work", "")]
    seen = found(tags=tags, interactions=[meeting(0, D), meeting(1, D)])
    assert seen.tags == (Circle("work", 3, 2, 2 / 3), Circle("climbing", 2, 1, 0.5))
    assert (seen.lone_tags, seen.without_company, seen.companies) == (1, 6, ())


def test_ignored_people_are_in_no_circle() -> None:
    people = [person(n, ignored=n == 0)._replace(company="Acme", tags=("work",)) for n in range(3)]
    frames = world(people=people, ties=[tie(n) for n in range(3)])
    seen = circles(History.of(frames).at(D), window=YEAR)
    assert seen.companies == (Circle("Acme", 2, 0, 0.0),)
    assert seen.tags == (Circle("work", 2, 0, 0.0),)


def test_people_are_known_by_number_and_not_by_row() -> None:
    people = [person(n)._replace(company="Acme" if n < 2 else "Zeta") for n in range(4)]
    frames = world(people=people, ties=[tie(0), tie(1), tie(2)], interactions=[meeting(0, D)])
    history = History.of(replace(frames, people=frames.people.iloc[::-1]))
    assert circles(history.at(D), window=YEAR).companies == (Circle("Acme", 2, 1, 0.5),)


def test_nobody_at_all() -> None:
    assert found() == Circles(0, 0, 0, 0, 0, (), ())
