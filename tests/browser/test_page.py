"""The HTML page in a real browser: quiet, alone, and readable on a phone and at night."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page
from typer.testing import CliRunner

import render_hostile
import render_samples
from netaudit.cli import app
from netaudit.render import safe, to_text
from netaudit.render.html import HtmlRenderer
from netaudit.report import Column, Report, Section, Table

# Python's event loop, by which the browser is steered, wakes itself by a pair of sockets.
pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]

EXAMPLES = Path(__file__).parents[2] / "examples"
Scheme = Literal["light", "dark"]
PHONE, TABLET, DESK = 390, 800, 1280
REPORTS = (
    "example", "example-all", "weekly", "list-only", "late", "empty", "hostile", "values", "wide",
)  # fmt: skip

# What a reader would stumble over, found by the page itself.
_MEASURE = """() => {
  const box = element => element.getBoundingClientRect().toJSON();
  const paint = (element, what) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one)[what];
      if (what === 'color' || what === 'fill' || !/, 0\\)$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const all = what => [...document.querySelectorAll(what)];
  // The squares of a legend are no letters.
  const lettered = node => node.nodeType === 3 && /[\\p{L}\\p{N}]/u.test(node.data);
  const drawn = all('svg text, svg tspan').filter(one => [...one.childNodes].some(lettered));
  // What a picture or a bar shows, by its filling or its rim; rules and lines below words may be
  // fainter, they only guide the eye.
  const surface = one => paint(one.closest('figure, li, section'), 'backgroundColor');
  const isSeen = one => one.localName !== 'rect' || box(one).width * box(one).height > 0;
  const shapes = all('svg rect, svg ellipse, svg path').filter(isSeen).map(one => {
    const style = getComputedStyle(one);
    return {paints: [style.fill, style.stroke], surface: surface(one), kind: one.localName,
            guides: [one.getAttribute('stroke'), one.getAttribute('stroke-opacity')]};
  });
  const bars = all('.bar').map(one => [
    getComputedStyle(one).boxShadow, getComputedStyle(one.firstChild).backgroundColor,
    surface(one)]);
  const words = all('h1, h2, h3, p, li, dt, dd, td, th, a, small, code, caption, figcaption')
    .filter(one => one.checkVisibility() && box(one).width > 1);
  return {
    width: document.documentElement.clientWidth,
    scroll: document.documentElement.scrollWidth,
    charts: all('svg').map(box),
    shapes, bars,
    hidden: all('.scroll').filter(one => one.scrollWidth > one.clientWidth + 1)
      .map(one => one.closest('section').id),
    tiles: all('.tiles li').map(box),
    letters: drawn.map(one => {
      const scale = one.getScreenCTM();
      const size = parseFloat(getComputedStyle(one).fontSize);
      return size * Math.hypot(scale.b, scale.d);
    }),
    colours: [
      ...drawn.map(one => [paint(one, 'fill'), paint(one.closest('figure'), 'backgroundColor')]),
      ...words.map(one => [paint(one, 'color'), paint(one, 'backgroundColor')]),
    ],
    handlers: all('*').flatMap(
      one => [...one.attributes].map(at => at.name).filter(name => name.startsWith('on'))),
    ground: getComputedStyle(document.body).backgroundColor,
  };
}"""


def luminance(colour: str) -> float:
    """Return how bright a colour `rgb(r, g, b)` is, as WCAG 2 defines it."""
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return how far apart two colours are, from 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def wide() -> Report:
    """Return a report with a table wider than any screen."""
    columns = tuple(Column(f"c{place}", f"column {place}", "count") for place in range(40))
    table = Table("wide", "Wide", columns, (tuple(range(1_000_000, 1_000_040)),))
    section = Section("wide", "Wide", "", tables=(table,))
    return Report("audit", "Wide", "A wide table.", "2026-11-15", {}, (section,))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages that are looked at, those of the example by the program itself."""
    folder = tmp_path_factory.mktemp("pages")
    made = {
        "empty": render_samples.empty(),
        "hostile": render_hostile.report(render_hostile.NAMES),
        "values": render_hostile.odd_values(),
        "wide": wide(),
    }
    for name, report in made.items():
        _written(folder / f"{name}.html", to_text(HtmlRenderer(full=True), report))
    everything = [str(EXAMPLES / name) for name in ("linkedin", "x", "log.csv")]
    alone = [str(EXAMPLES / "linkedin" / "Connections.csv")]
    for store, inputs in (("example", everything), ("list-only", alone)):
        _run(folder, store, "import", *inputs)
    for name, store, *command in (
        ("example", "example", "report"),
        ("example-all", "example", "report", "--all", "--ids", "--compare", "90d"),
        ("weekly", "example", "weekly"),
        ("list-only", "list-only", "report"),
        ("late", "example", "report"),
    ):
        day = "2027-03-04" if name == "late" else "2026-11-15"
        _run(
            folder, store, *command, "--stale", "30d", "--as-of", day,
            "-o", str(folder / f"{name}.html"),
        )  # fmt: skip
    return folder


def _written(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", "backslashreplace")


def _run(folder: Path, store: str, *arguments: str) -> None:
    environment = {
        "NETAUDIT_STORE": str(folder / f"{store}.db"),
        "NETAUDIT_CONFIG": str(folder / "none.toml"), "TZ": "UTC",
    }  # fmt: skip
    done = CliRunner().invoke(app, list(arguments), env=environment)
    assert done.exit_code in {0, 3}, done.output


@contextmanager
def opened(
    browser: Browser, path: Path, width: int = DESK, scheme: Scheme = "light"
) -> Iterator[Page]:
    """Open a page; whatever it says to the console, or asks for beside itself, is a failure."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    context.set_default_timeout(10_000)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    try:
        page.goto(path.as_uri())
        yield page
    finally:
        context.close()
    assert said == []
    assert asked == [path.as_uri()]


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("name", REPORTS)
def test_the_page_can_be_read_by_day_and_at_night(
    browser: Browser, pages: Path, name: str, width: int
) -> None:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    with opened(browser, pages / f"{name}.html", width) as page:
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            seen = page.evaluate(_MEASURE)
            _assert_readable(seen, width, scheme)
            # On a phone no column is out of sight, unless one number is as wide as the phone.
            assert width > PHONE or name in {"hostile", "values"} or seen["hidden"] == []


def _assert_readable(seen: dict[str, Any], width: int, scheme: Scheme) -> None:
    assert seen["scroll"] <= seen["width"] == width
    assert seen["handlers"] == []
    for chart in seen["charts"]:
        assert chart["width"] > 200
        assert chart["height"] > 100
        assert chart["left"] >= 0
        assert chart["right"] <= width
    assert min(seen["letters"], default=10) >= 10
    assert max(seen["letters"], default=10) <= 20
    for shape in seen["shapes"]:
        if shape["guides"][0] != "var(--grid)" and not shape["guides"][1]:
            inks = [paint for paint in shape["paints"] if paint.startswith("rgb")]
            assert max(contrast(ink, shape["surface"]) for ink in inks) >= 3, shape
    for rim, filling, paper in seen["bars"]:
        assert contrast(rim.partition(")")[0] + ")", paper) >= 3, rim
        assert contrast(filling, paper) >= 3
    assert all(tile["width"] <= 300 for tile in seen["tiles"])
    for ink, paper in set(map(tuple, seen["colours"])):
        assert contrast(ink, paper) >= 4.5, (ink, paper)
    assert (luminance(seen["ground"]) < 0.1) == (scheme == "dark")


@pytest.mark.parametrize(("name", "least"), [("example", 6), ("example-all", 6), ("list-only", 2)])
def test_the_charts_are_there(browser: Browser, pages: Path, name: str, least: int) -> None:
    with opened(browser, pages / f"{name}.html") as page:
        assert page.locator("svg").count() >= least
        assert page.locator("main > figure:first-child svg").is_visible()


def test_hostile_names_are_read_as_they_were_written(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "hostile.html") as page:
        shown = set(page.locator("td.p bdi").all_text_contents())
        kinds = set(page.evaluate("[...document.querySelectorAll('*')].map(e => e.localName)"))
    expected = {safe.terminal(name or "(no name)", 120) for name in render_hostile.NAMES}
    assert {name for name in expected if name.strip()} <= shown
    assert not kinds & {"script", "img", "iframe", "object", "embed", "link", "form", "base"}


def test_the_policy_is_in_force(browser: Browser, pages: Path, tmp_path: Path) -> None:
    text = (pages / "example.html").read_text("utf-8")
    loaded = tmp_path / "loaded.html"
    image = '<img src="https://example.org/x.png"><script>document.title = "acted"</script>'
    loaded.write_text(text.replace("<main>", f"<main>{image}"), "utf-8")
    with (
        pytest.raises(AssertionError, match="Content Security Policy"),
        opened(browser, loaded) as page,
    ):
        assert page.title().startswith("netaudit audit")


def test_a_wide_table_scrolls_in_its_own_box(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "wide.html", TABLET) as page:
        box = page.get_by_role("region", name="Wide")
        box.focus()
        page.keyboard.press("End")
        page.keyboard.press("ArrowRight")
        for _ in range(100):  # the policy forbids what the browser's own waiting would evaluate
            if box.evaluate("e => e.scrollLeft") > 0:
                break
            page.wait_for_timeout(20)
        assert box.evaluate("e => e.scrollLeft") > 0


def test_print_is_light_without_navigation_and_with_whole_tables(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "example.html", scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert not page.locator("nav").is_visible()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(23, 34, 43)"
        boxes = "[...document.querySelectorAll('.scroll')].map(e => getComputedStyle(e).overflowX)"
        assert set(page.evaluate(boxes)) == {"visible"}
        summary = page.locator(".summary").first
        assert summary.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
        assert page.locator("details table").first.is_visible()  # on paper nothing can be unfolded
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_on_a_phone_rows_of_wide_tables_say_what_their_cells_are(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "example.html", PHONE) as page:
        row = page.locator("#stale table.stacked tbody tr").first
        label = "getComputedStyle(e, '::before').content"
        labels = row.locator("td").evaluate_all(f"all => all.map(e => {label})")
        assert labels[0] == "none"
        assert '"contact-days "' in labels
        assert page.locator("#stale thead").evaluate("e => e.offsetWidth") == 1
        links = page.locator("nav a").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().right)"
        )
        assert max(links) <= PHONE


def test_handles_are_not_broken(browser: Browser, pages: Path, tmp_path: Path) -> None:
    columns = (
        Column("person", "person", "person"),
        *(Column(f"c{place}", f"label {place}") for place in range(3)),
    )
    rows = (("@dagnyz_exampl12", *("some words that are long enough to be broken",) * 3),)
    for width in (1, 3):
        table = Table("t", "T", columns[: width + 1], tuple(row[: width + 1] for row in rows))
        section = Section("s", "S", "", tables=(table,))
        path = tmp_path / f"{width}.html"
        report = Report("audit", "T", "", "2026-11-15", {}, (section,))
        _written(path, to_text(HtmlRenderer(), report))
        for screen in (PHONE, TABLET, DESK):
            with opened(browser, path, screen) as page:
                lines = page.locator("td.p bdi").evaluate("e => e.getClientRects().length")
                assert lines == 1, (width, screen)


def test_of_what_a_list_alone_does_not_tell_a_sentence_is_left(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "list-only.html") as page:
        for key in ("depth_breadth", "reciprocity", "giving", "cadence"):
            section = page.locator(f"#{key}")
            assert section.locator("table, dl, figure, .empty").count() == 0, key
            assert section.evaluate("e => e.offsetHeight") < 260, key


def test_an_unfinished_course_is_marked(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "late.html") as page:
        course = page.locator("#chart-momentum")
        assert course.get_by_text("data ends").is_visible()
        assert course.locator('[stroke-dasharray="2 5"]').count() == 3
