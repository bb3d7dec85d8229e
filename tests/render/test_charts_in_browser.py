"""The charts as a browser draws them: no words on each other, none beyond the picture."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypedDict

import pytest

from netaudit.render.html.charts import Reach
from netaudit.report import Section
from render_charts import UNKNOWN, cohorts, companies, full, ladder, months, one, plane, states

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on this machine")

# What each picture's words take, in its own order; `small` is the smallest letter in pixels.
MEASURE = """
const found = [...document.querySelectorAll("svg")].map(svg => {
  const frame = svg.getBoundingClientRect();
  const all = [...svg.querySelectorAll("text")].map(text => {
    const box = text.getBoundingClientRect();
    return {words: text.textContent, left: box.left - frame.left, right: box.right - frame.left,
            top: box.top - frame.top, bottom: box.bottom - frame.top,
            size: parseFloat(getComputedStyle(text).fontSize) * frame.width / 460};
  });
  const paints = [...svg.querySelectorAll("[fill^=var]")].map(e => getComputedStyle(e).fill);
  return {name: svg.id, width: frame.width, height: frame.height, all, paints};
});
const out = document.createElement("pre");
out.textContent = JSON.stringify(found);
document.body.append(out);
"""
# In the middle of the longest course, and before the beginning of the others.
ENDED = Reach(date(2026, 1, 20), date(2025, 3, 10), 12)
STYLE = """
:root { --ink: rgb(1, 1, 1); --dim: rgb(1, 1, 2); --grid: rgb(1, 1, 3); --surface: rgb(1, 1, 4);
  --accent: rgb(1, 1, 5); --accent-2: rgb(1, 1, 6); --accent-3: rgb(1, 1, 7);
  --pale: rgb(1, 1, 8); }
svg { display: block; width: 100%; height: auto; font-family: "DejaVu Sans", sans-serif; }
"""


class Words(TypedDict):
    words: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


class Measured(TypedDict):
    name: str
    width: float
    height: float
    all: list[Words]
    paints: list[str]


def crowded() -> tuple[Section, ...]:
    """Return sections with large numbers, close lines and long names."""
    return (
        months([
            (f"{2024 + n // 12}-{n % 12 + 1:02d}-28", 29_000 + 40 * n, 1_480 + n, 1_482 + n, n < 5)
            for n in range(25)
        ]),
        states([
            ("never", 28_400, 0.9466, 0), ("only_out", 900, 0.03, 400), ("only_in", 300, 0.01, 0),
            ("two_way", 399, 0.0133, 399), ("met", 1, 0.00003, 1),
        ]),
        plane(61.0, 8.1, [(f"2025-{n:02d}-28", 50 + n, 9 - n / 9, False) for n in range(1, 12)],
              previous=(60.0, 8.0)),
        cohorts([(f"{2023 + n // 4}-Q{n % 4 + 1}", 12_345, 2_000 * (n % 5), n) for n in range(14)]),
        ladder(28_400, 12, 1_200, 30, 358),
        companies([
            (name, 9_000 - 500 * n, 100 * n)
            for n, name in enumerate((
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "Brightwater Analytics GmbH & Co. KG",
                "長" * 16, "MMMMM MMMMM MMMMM MMMMM MMMMM", "i" * 40, "ШЩЮЖ" * 6,
                "שירה לוינברג ושותפים בעם", "👨\u200d👩\u200d👧" * 9,
                "A", "Z" + "\u0301" * 60 + "algo",
            ))
        ]),
    )  # fmt: skip


def measured(
    folder: Path, sections: tuple[Section, ...], *, page: int, chart: int, reach: Reach = UNKNOWN
) -> list[Measured]:
    pictures = "".join(one(section, reach).svg for section in sections)
    document = (
        f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>'
        f'<body><div style="width:{chart}px">{pictures}</div><script>{MEASURE}</script>'
    )
    file = folder / "charts.html"
    file.write_text(document, encoding="utf-8")
    assert BROWSER is not None
    done = subprocess.run(
        [
            BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={page},900",
            f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri(),
        ],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    match = re.search(r"<pre>(.*)</pre>", done.stdout, re.DOTALL)
    assert match is not None, done.stderr
    text = match[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    found: list[Measured] = json.loads(text)
    assert len(found) == len(sections)
    return found


def overlap(one_: Words, other: Words) -> bool:
    slack = 0.2 * one_["size"]  # a line of text is higher than its letters
    return (
        one_["left"] < other["right"] - 1
        and other["left"] < one_["right"] - 1
        and one_["top"] < other["bottom"] - 2 * slack
        and other["top"] < one_["bottom"] - 2 * slack
    )


@pytest.mark.unwatched
@pytest.mark.parametrize("reach", [UNKNOWN, ENDED], ids=["whole", "ended"])
@pytest.mark.parametrize(("page", "chart"), [(500, 350), (800, 700), (1280, 1060)])
@pytest.mark.parametrize("make", [full, crowded])
def test_words_stand_apart_within_the_picture(
    tmp_path: Path, make: Callable[[], tuple[Section, ...]], page: int, chart: int, reach: Reach
) -> None:
    for picture in measured(tmp_path, make(), page=page, chart=chart, reach=reach):
        words = picture["all"]
        assert words
        for place, text in enumerate(words):
            assert text["left"] >= -1, (picture["name"], text)
            assert text["right"] <= picture["width"] + 1, (picture["name"], text)
            assert text["top"] >= -2, (picture["name"], text)
            assert text["bottom"] <= picture["height"] + 2, (picture["name"], text)
            assert text["size"] >= 10, (picture["name"], text)
            for other in words[place + 1 :]:
                assert not overlap(text, other), (picture["name"], text, other)
        assert picture["paints"]
        assert set(picture["paints"]) <= {f"rgb(1, 1, {colour})" for colour in range(1, 9)}


def test_letters_of_the_wide_chart_do_not_grow_with_the_page(tmp_path: Path) -> None:
    (course,) = measured(tmp_path, full()[:1], page=1280, chart=1060)
    assert max(text["size"] for text in course["all"]) < 18
