"""What the charts show: lengths, heights and places hold the numbers they are drawn from."""

import re
from datetime import date

import pytest

from netaudit.render.html.charts import Reach
from netaudit.report import Section, Value
from render_charts import (
    SVG,
    cohorts,
    companies,
    full,
    ladder,
    months,
    one,
    painted,
    plane,
    states,
    tree,
    words,
)

FULL = {section.key: section for section in full()}


def bars(section: Section, colour: str, length: str) -> list[float]:
    return [float(bar[length]) for bar in painted(tree(section), "rect", colour)]


def test_states_are_bars_from_zero_with_a_part() -> None:
    rows = [("never", 400, 0.8, 0), ("only_out", 50, 0.1, 25), ("met", 50, None, 50)]
    pale = bars(states(rows), "pale", "width")
    solid = bars(states(rows), "accent", "width")
    assert pale == pytest.approx([pale[0], pale[0] / 8, pale[0] / 8], abs=0.11)
    assert solid == pytest.approx([0, pale[0] / 16, pale[0] / 8], abs=0.11)
    starts = {bar["x"] for bar in painted(tree(states(rows)), "rect", "pale")}
    assert len(starts) == 1
    assert words(tree(states(rows)))[:3] == ["no contact recorded", "only I wrote", "met in person"]
    assert {"400 · 80 %", "50 · 10 %", "50"} <= set(words(tree(states(rows))))
    # The numbers stand in the picture and in the table behind it; they are not listed again.
    assert "400" not in one(states(rows)).description


def test_rows_stand_in_the_order_of_the_table() -> None:
    found = painted(tree(FULL["circles"]), "rect", "pale")
    heights = [float(bar["y"]) for bar in found]
    assert heights == sorted(heights)
    assert [float(bar["width"]) for bar in found] == sorted(
        (float(bar["width"]) for bar in found), reverse=True
    )


def test_one_of_thirty_thousand_is_seen() -> None:
    rows = [("never", 29_999, 0.99997, 0), ("met", 1, 0.00003, 1)]
    assert bars(states(rows), "pale", "width")[1] == 2
    assert "1 · <1 %" in words(tree(states(rows)))


def test_no_contact_is_the_pale_step_of_the_ladder() -> None:
    section = ladder(465, 6, 135, 0, None)
    solid = bars(section, "accent", "width")
    assert solid[0] == 0
    assert solid[2] == max(solid) > 0
    assert len(bars(section, "pale", "width")) == 4  # what is unknown is no row
    assert "as far as text 135" in one(section).description


def test_ten_companies_are_drawn_and_the_rest_is_counted() -> None:
    rows: list[tuple[Value, ...]] = [(f"Company {n}", 60 - n, n % 3) for n in range(25)]
    chart = one(companies(rows))
    assert "The 10 largest of 25 companies" in chart.description
    assert "Company 0: 60 on the list, 0 of them network." in chart.description
    written = words(tree(companies(rows)))
    assert {"Company 9", "0 of 60", "1 of 59"} <= set(written)
    assert "Company 10" not in written
    assert one(companies(rows[:1])).description.startswith("The one company")
    assert one(companies(rows[:3])).description.startswith("The 3 companies")


def points(path: dict[str, str]) -> list[tuple[float, float]]:
    found = re.findall(r"(-?[\d.]+),(-?[\d.]+)", path["d"])
    return [(float(x), float(y)) for x, y in found]


def lines(section: Section, colour: str) -> list[dict[str, str]]:
    return [path for path in painted(tree(section), "path", colour) if path["stroke-width"] != "1"]


def test_list_and_network_begin_at_zero_on_scales_of_their_own() -> None:
    rows = [
        ("2026-01-31", 400, 20, 40, False), ("2026-02-28", 500, 30, 60, False),
        ("2026-04-30", 800, 40, 80, False),
    ]  # fmt: skip
    section = months(rows)
    zeros = [points(path)[0][1] for path in painted(tree(section), "path", "dim")
             if path["stroke-width"] == "1"]  # fmt: skip
    assert len(zeros) == 2
    (listed,) = lines(section, "dim")
    (network,) = lines(section, "accent")
    (two_way,) = lines(section, "accent-2")
    for path, zero, numbers in (
        (listed, zeros[0], (400, 500, 800)), (network, zeros[1], (20, 30, 40)),
        (two_way, zeros[1], (40, 60, 80)),
    ):  # fmt: skip
        heights = [zero - y for _, y in points(path)]
        unit = heights[-1] / numbers[-1]
        assert heights == pytest.approx([unit * number for number in numbers], abs=0.11)
        days = [x for x, _ in points(path)]
        assert (days[1] - days[0]) / (days[2] - days[0]) == pytest.approx(28 / 89, abs=0.01)
    assert {"800 list", "40 network", "80 both ways"} <= set(words(tree(section)))
    assert one(section).description == (
        "List: 400 on 31 January 2026, 800 on 30 April 2026."
        " Both ways: 40 on 31 January 2026, 80 on 30 April 2026."
        " Network: 20 on 31 January 2026, 40 on 30 April 2026."
    )


def test_partial_months_are_dashed_and_said() -> None:
    rows = [
        ("2026-01-31", 400, 2, 4, True), ("2026-02-28", 500, 30, 60, True),
        ("2026-03-31", 800, 40, 80, False), ("2026-04-30", 810, 41, 82, False),
    ]  # fmt: skip
    begin, rest = lines(months(rows), "accent")
    assert "stroke-dasharray" in begin
    assert len(points(begin)) == 3
    assert "stroke-dasharray" not in rest
    assert points(rest)[0] == points(begin)[-1]
    assert all("stroke-dasharray" not in path for path in lines(months(rows), "dim"))
    description = one(months(rows)).description
    assert "Network: 40 on 31 March 2026, 41 on 30 April 2026." in description
    assert description.endswith("Dashed: the record begins within the window,"
                                " and the number is too low.")  # fmt: skip


def test_a_network_of_nobody_is_a_line_on_the_ground_unless_nothing_is_on_record() -> None:
    days = ("2026-01-31", "2026-02-28")
    known = months([(day, 400, 0, 0, False) for day in days])
    unknown = months([(day, 400, 0, 0, True) for day in days])
    assert lines(known, "accent")
    assert not lines(unknown, "accent")
    assert lines(unknown, "dim")


def test_labels_of_close_lines_stand_apart() -> None:
    rows = [(day, 30_000, 62, 63, False) for day in ("2026-01-31", "2026-02-28")]
    root = tree(months(rows))
    heights = {
        "".join(text.itertext()): float(text.attrib["y"]) for text in root.iter(f"{SVG}text")
    }
    assert heights["62 network"] - heights["63 both ways"] >= 16


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2024-11-30", "2026-11-15", ["Jan 2025", "Jul 2025", "Jan 2026", "Jul 2026"]),
        ("2026-08-31", "2026-11-15", ["Sep 2026", "Oct 2026", "Nov 2026"]),
        ("2026-11-02", "2026-11-15", ["Nov 2026"]),
        ("0001-01-31", "9999-12-31", ["Jan 2000", "Jan 4000", "Jan 6000", "Jan 8000"]),
    ],
)
def test_the_axis_of_time_names_few_months(first: str, last: str, ticks: list[str]) -> None:
    section = months([(first, 4, 1, 1, False), (last, 5, 2, 2, False)])
    assert [text for text in words(tree(section)) if re.match("[A-Z]", text)] == ticks


def dots(section: Section, colour: str) -> list[tuple[float, float]]:
    found = painted(tree(section), "ellipse", colour)
    return [(float(dot["cx"]), float(dot["cy"])) for dot in found]


def test_along_a_diagonal_of_the_plane_contact_days_are_equal() -> None:
    quarters = [("2025-12-31", 30.0, 4.0, True), ("2026-03-31", 20.0, 15.0, False),
                ("2026-06-30", 60.0, 5.0, False), ("2026-11-15", 30.0, 10.0, False)]  # fmt: skip
    section = plane(30.0, 10.0, quarters)
    (now,) = dots(section, "accent")
    first, second = dots(section, "accent-2")
    assert now[0] < second[0]
    assert first[0] < now[0]
    faint = [path for path in painted(tree(section), "path", "dim") if "stroke-opacity" in path]
    for path in faint:
        (left, high), (right, low) = points(path)
        assert low - high == pytest.approx(right - left, abs=0.3)
    # All three stand on the diagonal of 300 contact-days.
    assert any(
        all(
            x - points(path)[0][0] == pytest.approx(y - points(path)[0][1], abs=0.5)
            for x, y in (now, first, second)
        )
        for path in faint
    )
    assert {"now", "Mar 2026", "300", "100"} <= set(words(tree(section)))
    assert one(section).description == (
        "Now contact is spread as widely as 30.0 people with 10.0 contact-days each."
        " The line begins Mar 2026: 20.0 people with 15.0 contact-days each."
        " Both axes grow by factors, from 1 to 10 as far as from 10 to 100; along a diagonal the"
        " contact-days are equal."
    )


def test_the_compared_date_stands_on_the_plane() -> None:
    section = plane(30.0, 10.0, previous=(12.5, 3.0))
    assert {"now", "compared"} <= set(words(tree(section)))
    assert "At the compared date: 12.5 people with 3.0 contact-days each." in (
        one(section).description
    )
    assert "compared" not in words(tree(plane(30.0, 10.0, previous=(None, None))))


@pytest.mark.parametrize(
    ("breadth", "depth"), [(1.0, 1.0), (0.25, 0.5), (30_000.0, 1.0), (1.0, 900.0), (1e8, 1e8)]
)
def test_every_place_is_on_the_plane(breadth: float, depth: float) -> None:
    section = plane(breadth, depth, [("2026-06-30", 2.0, 3.0, False)])
    for x, y in (*dots(section, "accent"), *dots(section, "accent-2")):
        assert 44 < x < 450
        assert 34 < y < 248
    assert "now" in words(tree(section))


def test_quarters_without_anybody_leave_a_gap() -> None:
    section = cohorts([("2025-Q4", 10, 4, 2), ("2026-Q1", 20, 8, 0), ("2026-Q4", 5, 0, 1)])
    added = painted(tree(section), "rect", "pale")
    left = [float(bar["x"]) for bar in added]
    assert left[2] - left[1] == pytest.approx(3 * (left[1] - left[0]), abs=0.2)
    height = [float(bar["height"]) for bar in added]
    assert height == pytest.approx([height[1] / 2, height[1], height[1] / 4], abs=0.11)
    assert bars(section, "accent", "height") == pytest.approx(
        [height[1] * 0.2, height[1] * 0.4, 0], abs=0.11
    )
    assert bars(section, "surface", "height")[1] == 0
    assert one(section).description == (
        "2025-Q4 to 2026-Q4: 35 came onto the list; by now contact went both ways with 12 of them,"
        " and 3 were met."
    )


def test_older_quarters_are_counted() -> None:
    rows = [(f"{year}-Q{quarter}", 7, 1, 1) for year in range(2019, 2027) for quarter in (1, 2, 3)]
    chart = one(cohorts(rows))
    assert len(painted(tree(cohorts(rows)), "rect", "pale")) == 9
    assert chart.description.startswith("2024-Q1 to 2026-Q3: 63 came")
    assert chart.description.endswith(" 15 earlier quarters are not drawn.")


REACH = Reach(as_of=date(2026, 11, 15), known_until=date(2026, 6, 10), undated=0)
SILENT = [
    ("2026-04-30", 400, 30, 50, False), ("2026-05-31", 420, 31, 52, False),
    ("2026-06-30", 420, 20, 30, False), ("2026-10-31", 420, 0, 0, False),
]  # fmt: skip


def test_what_follows_the_end_of_the_data_is_no_decline() -> None:
    root = tree(months(SILENT), REACH)
    for colour in ("accent", "accent-2", "dim"):
        drawn = [path for path in painted(root, "path", colour) if path["stroke-width"] == "2.5"]
        assert ["stroke-dasharray" in path for path in drawn] == [False, True], colour
        assert drawn[1]["stroke-dasharray"] == "2 5"
        assert points(drawn[1])[0] == points(drawn[0])[-1]
    assert "data ends 10 Jun 2026" in words(root)
    (area,) = painted(root, "path", "pale") + painted(root, "polygon", "pale")
    lasts = [points(path)[-1] for path in painted(root, "path", "dim") if "d" in path]
    assert max(x for x, _ in _corners(area)) < max(x for x, _ in lasts)
    description = one(months(SILENT), REACH).description
    assert "Network: 30 on 30 April 2026, 31 on 31 May 2026." in description
    assert "October" not in description
    assert description.endswith(
        " Dotted: the data ends 10 June 2026, and silence after that is unknown."
    )


def _corners(shape: dict[str, str]) -> list[tuple[float, float]]:
    text = shape.get("d") or shape["points"]
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", text)]


def test_data_of_last_week_is_of_today() -> None:
    fresh = REACH._replace(known_until=date(2026, 11, 9))
    assert one(months(SILENT), fresh) == one(months(SILENT))
    assert one(months(SILENT), REACH._replace(known_until=None)) == one(months(SILENT))


def test_where_all_of_it_follows_the_data_it_is_said_and_nothing_is_marked() -> None:
    late = REACH._replace(known_until=date(2025, 1, 1))
    assert not [text for text in words(tree(months(SILENT), late)) if "data ends" in text]
    assert one(months(SILENT), late).description == (
        "Dotted: the data ends 1 January 2025, and silence after that is unknown."
    )


def test_a_list_without_dates_is_not_drawn_as_if_they_were_known() -> None:
    rows = [(day, 47, 7, 8, False) for day in ("2026-09-30", "2026-10-31", "2026-11-15")]
    reach = REACH._replace(known_until=None, undated=47)
    root = tree(months(rows), reach)
    (listed,) = [path for path in painted(root, "path", "dim") if path["stroke-width"] == "2.5"]
    assert listed["stroke-dasharray"] == "4 4"
    assert not painted(root, "path", "pale")
    assert not painted(root, "polygon", "pale")
    assert one(months(rows), reach).description.startswith("List: 47 on 15 November 2026.")
    assert (
        "Of 47 on the list it is not known since when: they are drawn, dashed, as if they had been"
        " there from the beginning."
    ) in one(months(rows), reach).description


def test_a_few_without_a_date_are_said_and_the_list_is_drawn() -> None:
    reach = REACH._replace(known_until=None, undated=46)
    chart = one(months(SILENT), reach)
    assert "Of 46 on the list it is not known since when: they are drawn as if" in chart.description
    assert len(lines(months(SILENT), "dim")) == 1


def test_one_number_has_one_label_at_its_line() -> None:
    rows = [(day, 600, 0, 0, False) for day in ("2026-10-31", "2026-11-15")]
    root = tree(months(rows))
    zero = max(points(path)[0][1] for path in painted(root, "path", "dim"))
    (label,) = [
        text for text in root.iter(f"{SVG}text")
        if "".join(text.itertext()) == "0 both ways, network"
    ]  # fmt: skip
    assert float(label.attrib["y"]) == pytest.approx(zero, abs=0.2)


QUARTERS = [("2026-Q2", 20, 8, 2), ("2026-Q3", 20, 6, 2), ("2026-Q4", 5, 1, 1)]


def test_the_running_quarter_is_an_outline() -> None:
    section = cohorts(QUARTERS)
    root = tree(section, REACH)
    assert len(painted(root, "rect", "pale")) == 2
    (outline,) = [path for path in painted(root, "path", "accent") if "stroke-dasharray" in path]
    floor = max(y for _, y in points(outline))
    height = [float(bar["height"]) for bar in painted(root, "rect", "pale")]
    assert floor - min(y for _, y in points(outline)) == pytest.approx(height[0] / 4, abs=0.11)
    assert "Dashed: 2026-Q4 so far, for it is not over." in one(section, REACH).description
    later = REACH._replace(as_of=date(2027, 1, 1))
    assert one(section, later) == one(section)
    assert len(painted(tree(section, later), "rect", "pale")) == 3
    assert "so far" not in one(section).description


def test_what_became_of_people_is_not_none_of_them_where_nothing_is_known() -> None:
    unknown = cohorts([("2026-Q2", 20, None, None), ("2026-Q3", 20, 0, 0)])
    assert one(unknown).description == "2026-Q2 to 2026-Q3: 40 came onto the list."


def test_what_is_pale_or_hollow_has_a_rim_that_is_seen() -> None:
    for key, section in FULL.items():
        root = tree(section)
        for colour, rim in (("pale", "accent"), ("surface", "ink")):
            for bar in painted(root, "rect", colour):
                if float(bar["width"]) * float(bar["height"]):
                    assert bar["stroke"] == f"var(--{rim})", key
        squares = [span for span in root.iter(f"{SVG}tspan") if span.text == "■"]
        for square in squares:
            is_pale = square.attrib["fill"] in {"var(--pale)", "var(--surface)"}
            assert ("stroke" in square.attrib) == is_pale, key
    assert len(painted(tree(FULL["cohorts"]), "rect", "surface")) == 4
