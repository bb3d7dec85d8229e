"""Text from outside stays text: the output is read as those read it who might act on it.

The same report is made once of a harmless word and once of the text in its place. What holds the
text must be the same both times, element for element, and the text must come back letter for
letter; so whatever the text says, nothing of it has become a link, a tag, a formula or a code.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import render_samples
from netaudit.render import FORMATS, Look, renderer, safe, to_text
from netaudit.report import Report
from render_hostile import MARK, PAYLOADS, everywhere
from render_readers import READERS, Page, one_line, read_csv, read_html, read_json, writings

FULL = Look(width=200, full=True)
# Alone, as signs that act at the beginning need it, and in the middle of other words.
TEXTS = [*PAYLOADS, *(f"a {text} z" for text in PAYLOADS)]
#: Formats that are read as elements with text in them.
MARKED_UP = [form for form in FORMATS if form not in {"terminal", "json", "csv"}]

# The letters that are shown of a text; what is drawn keeps marks from piling up.
SHOWN: dict[str, Callable[[str], str]] = {
    "markdown": safe.plain, "html": partial(safe.terminal, limit=120),
}  # fmt: skip

ODD = st.text(
    st.sampled_from(
        "aé长 \t\n\r\x00\x1b\x9b\u202e\u2028\u200d\u0301<>&\"'`*_~[]()!#|=+-@:/.\\{}%$^1x"
    )
)
ANY = st.one_of(
    ODD, st.text(max_size=20), st.text(st.characters(), max_size=10),
    st.lists(st.sampled_from(PAYLOADS), min_size=1, max_size=2).map("".join),
)  # fmt: skip


@cache
def harmless(form: str) -> Page:
    return READERS[form](to_text(renderer(form, FULL), everywhere(MARK)))


def check_marked_up(form: str, text: str) -> None:
    shown = one_line(SHOWN[form](text))
    if not shown:  # nothing to see: its block is left out
        return
    page, expected = READERS[form](to_text(renderer(form, FULL), everywhere(text))), harmless(form)
    assert page.structure == expected.structure
    assert page.rows == [[cell.replace(MARK, shown) for cell in row] for row in expected.rows]
    assert without_circles(page.text) == without_circles(expected.text.replace(MARK, shown))


def without_circles(text: str) -> str:
    """Leave out what is put under an accent that would stand alone."""
    return text.replace("\N{DOTTED CIRCLE}", "")


@pytest.mark.unwatched
@pytest.mark.parametrize("form", MARKED_UP)
@pytest.mark.parametrize("text", TEXTS)
def test_text_adds_no_element_and_loses_no_letter(form: str, text: str) -> None:
    check_marked_up(form, text)


def test_names_in_drawings_are_text() -> None:
    plain = read_html(to_text(renderer("html", FULL), _drawn([f"{MARK} and company and sons"] * 4)))
    kinds = {tag for tag, _ in plain.drawn}
    assert "text" in kinds
    assert kinds.isdisjoint({"script", "a", "image", "foreignobject", "use", "animate"})
    for first in range(0, len(PAYLOADS), 4):
        names = [
            f"{MARK} and company and sons {text}" for text in (PAYLOADS * 2)[first : first + 4]
        ]
        page = read_html(to_text(renderer("html", FULL), _drawn(names)))
        assert {tag for tag, _ in page.drawn} <= kinds
        assert page.structure == plain.structure
        for _, attributes in page.drawn:
            assert not any(key.startswith("on") or key.endswith("href") for key in attributes)
            assert not any(MARK in (value or "") for value in attributes.values())


def _drawn(names: list[str]) -> Report:
    """Return a section with these companies, of which charts are drawn."""
    audit = render_samples.narrowed("circles")
    (circles,) = audit.sections
    rows = tuple((name, 40 - place, 9, 9 / 40) for place, name in enumerate(names))
    tables = (replace(circles.tables[0], rows=rows), circles.tables[1])
    return replace(audit, sections=(replace(circles, tables=tables),))


@settings(deadline=None, max_examples=60)
@given(ANY)
def test_any_text_adds_no_element_and_loses_no_letter(text: str) -> None:
    for form in MARKED_UP:
        check_marked_up(form, text)


def test_the_comparison_would_see_an_element(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netaudit.render.markdown.safe", lambda text: text)
    for text in ("*a*", "# x", "![](http://x.example)", "<b>", "a | b", "`x`"):
        with pytest.raises(AssertionError):
            check_marked_up("markdown", text)


@pytest.mark.parametrize("text", TEXTS)
def test_markdown_leaves_nothing_that_becomes_a_link_by_itself(text: str) -> None:
    written = to_text(renderer("markdown", FULL), everywhere(text))
    assert not re.search(r"(?<!\\)://|\bwww\.|(?<!\\)@|(?<!\\)<", written, re.IGNORECASE)


@pytest.mark.parametrize("text", TEXTS)
def test_json_holds_the_text_as_it_is(text: str) -> None:
    for ascii_only in (False, True):
        look = Look(ascii_only=ascii_only)
        written = to_text(renderer("json", look), everywhere(text))
        expected = read_json(to_text(renderer("json", look), everywhere(MARK)))
        assert read_json(written).texts == [leaf.replace(MARK, text) for leaf in expected.texts]
        assert json.loads(written)["options"] == {"by": text}
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", written)


@pytest.mark.parametrize("text", TEXTS)
def test_no_cell_is_a_formula(text: str) -> None:
    check_cells(text)


@given(ANY)
def test_no_cell_of_any_text_is_a_formula(text: str) -> None:
    check_cells(text)


def check_cells(text: str) -> None:
    for written, expected in zip(
        writings("csv", everywhere(text)), writings("csv", everywhere(MARK)), strict=True
    ):
        page = read_csv(written)
        assert not [cell for cell in page.texts if is_formula(cell)]
        shown = safe.plain(text)
        rows = [[cell.removeprefix("'") for cell in row] for row in page.rows]
        assert rows == [
            [shown.removeprefix("'") if cell == MARK else cell for cell in row]
            for row in read_csv(expected).rows
        ]


def is_formula(cell: str) -> bool:
    """Say whether a spreadsheet might compute a cell; blanks and quotes it may have dropped."""
    first = re.sub(r"""^[\s\x00-\x20"\u200b-\u200f\ufeff]*""", "", cell)[:1]
    acts = unicodedata.normalize("NFKC", first) in {"=", "+", "-", "@"}
    return acts or cell[:1] in {"\t", "\r", "\n"}


@pytest.mark.parametrize("cell", ["=1", " =1", '"=1', "＝1", "\t1", "\ufeff@x", "-1"])
def test_what_counts_as_a_formula(cell: str) -> None:
    assert is_formula(cell)
    assert not is_formula(f"'{cell}")


@pytest.mark.unwatched
@pytest.mark.parametrize("text", TEXTS)
def test_the_terminal_gets_signs_and_no_codes(text: str) -> None:
    check_terminal(text, 80)
    shown = safe.terminal(text)
    assert one_line(shown) in one_line(to_text(renderer("terminal", FULL), everywhere(text)))


@settings(deadline=None, max_examples=60)
@given(ANY, st.integers(40, 200))
def test_the_terminal_gets_no_code_of_any_text(text: str, width: int) -> None:
    check_terminal(text, width)


def check_terminal(text: str, width: int) -> None:
    report = everywhere(text)
    written = to_text(renderer("terminal", Look(width)), report)
    coloured = to_text(renderer("terminal", Look(width, colour=True)), report)
    bare = re.sub(r"\x1b\[(0|1|2|36|1;36|2;36)?m", "", coloured)
    assert [line.rstrip() for line in bare.split("\n")] == written.split("\n")
    for line in written.split("\n"):
        assert cell_len(line) <= width
        kinds = set(map(unicodedata.category, line))
        assert kinds.isdisjoint({"Cc", "Cs", "Co", "Zl", "Zp"})
        assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", line)
