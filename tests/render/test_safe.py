import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from netaudit.render import cells, safe
from render_hostile import FAMILY, NAMES

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Text as it comes, and text made of what makes trouble.
TROUBLE = st.text(
    st.sampled_from(
        "aé \t\n\x1b\x9b[=+@-'|*_\u200d\u200c\u0301\ufe0f👨👩🏽❤長क\u094dषم\u1160\u202e\ud800\ue000"
    )
)
ANY_TEXT = st.text() | TROUBLE | st.text(st.characters())


def is_harmless(text: str) -> bool:
    return not any(
        unicodedata.category(character) in {"Cc", "Cs", "Co", "Zl", "Zp"} or character in BIDI
        for character in text
    )


@given(ANY_TEXT)
def test_no_target_lets_control_or_direction_characters_through(text: str) -> None:
    for shown in (safe.terminal(text), safe.csv_cell(text), safe.markdown(text), safe.plain(text)):
        assert is_harmless(shown)


@given(ANY_TEXT)
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    for target in (safe.terminal, safe.csv_cell, safe.plain):
        assert target(target(text)) == target(text)


@given(ANY_TEXT)
def test_blank_is_what_leaves_nothing_to_see(text: str) -> None:
    assert safe.is_blank(text) == (not safe.plain(text).strip())


@given(ANY_TEXT, st.integers(0, 80))
def test_text_for_the_terminal_keeps_to_its_width(text: str, limit: int) -> None:
    shown = safe.terminal(text, limit)
    assert cells.width(shown) <= limit
    assert cell_len(shown) <= limit


@pytest.mark.parametrize("ending", ["\ufe0f", "🏽"])
def test_a_long_name_of_nothing_but_joined_endings_takes_no_time(ending: str) -> None:
    name = f"{ending}\u200d" * 12_000
    began = time.process_time()
    assert safe.plain(name) == ending * 12_000
    assert time.process_time() - began < 0.7


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_become_harmless(name: str) -> None:
    shown = safe.terminal(name)
    assert is_harmless(shown)
    assert cell_len(shown) <= safe.NAME_CELLS
    assert len(shown) <= 10 * safe.NAME_CELLS


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("José", "José"),
        ("[red] :smile: \\", "[red] :smile: \\"),
        ("a\x1b[2J", "a\ufffd[2J"),
        ("a\nb\u2028c\td", "a b c d"),
        ("\u202eevil\u202c", "evil"),
        ("a\u200db", "ab"),
        ("\u200da", "a"),
        ("\u0301a", "◌\u0301a"),
        ("a" + "\u0301" * 9 + "b", "a" + "\u0301" * 8 + "b"),
        (FAMILY, FAMILY),
        ("👨\u200d\u200d👩", "👨\u200d👩"),
        ("👩🏽\u200d❤\ufe0f\u200d👨", "👩🏽\u200d❤\ufe0f\u200d👨"),
        ("❤\u200c❤", "❤❤"),
        ("\U0001faf6\u200d🏿", "\U0001faf6\u200d🏿"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("क\u094d\u200d", "क\u094d"),
        ("\ufe0f\u200d👨", "◌\ufe0f👨"),
        ("👨\u200d" * 5 + "👨", "👨\u200d" * 4 + "👨👨"),
        ("a\xad\u200b\ufeffb", "ab"),
        ("x" * 70, "x" * 59 + "…"),
        ("長" * 40, "長" * 29 + "…"),
        ("خ" * 58 + "ی\u200cخواهم", "خ" * 58 + "ی…"),
    ],
)
def test_what_the_terminal_shows_of_a_name(name: str, shown: str) -> None:
    assert safe.terminal(name) == shown


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "  =1",
        "\t=1",
        "\r\n=1",
        "\xa0=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "﹦1",
        '"=1',
        ' " @x',
    ],
)
def test_a_spreadsheet_sees_no_formula(formula: str) -> None:
    assert safe.csv_cell(formula).startswith("'")


@pytest.mark.parametrize("text", ["", "Ana", "a=b", "'=1", " x", "2026-11-15"])
def test_other_text_has_no_apostrophe_put_before_it(text: str) -> None:
    assert safe.csv_cell(text) == text


@given(ANY_TEXT)
def test_markdown_shows_text_as_it_is(text: str) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    line = safe.markdown(text)
    assert "\n" not in line
    kinds = {token.type for token in reader.parseInline(line)[0].children or ()}
    assert kinds <= {"text", "text_special"}
    shown = "".join(token.content for token in reader.parseInline(line)[0].children or ())
    assert shown == " ".join(safe.plain(text).split())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("![](http://x)", r"\!\[\]\(http:\//x\)"),
        ("two-way on 2026-11-15", "two-way on 2026-11-15"),
        ("- a -- b", r"\- a \-\- b"),
        ("1. one", r"1\. one"),
        ("1.5 days", "1.5 days"),
        ("A & B &lt;", r"A & B \&lt;"),
        ("www.example.org a@b.example", r"www\.example\.org a\@b\.example"),
        ("Brightwater.com e.g. //x.org", r"Brightwater\.com e.g. \//x\.org"),
        (":smile: 10:30", r"\:smile: 10:30"),
        ("==a== %%b%% 5 % =", r"\==a\== \%%b\%% 5 % ="),
    ],
)
def test_what_is_escaped_in_markdown(text: str, written: str) -> None:
    assert safe.markdown(text) == written
