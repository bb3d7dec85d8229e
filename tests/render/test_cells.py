import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from netaudit.render import cells, safe
from render_hostile import FAMILY, NAMES


@given(st.text() | st.sampled_from(NAMES))
def test_no_narrower_than_rich_thinks(text: str) -> None:
    shown = safe.terminal(text, 10_000)
    assert cells.width(shown) >= cell_len(shown)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0), ("\u0301", 0),
        ("abc", 3), ("é", 1), ("e\u0301", 1), ("長い", 4), (FAMILY, 2), ("👍🏽", 2),
        ("🏽", 2), ("❤\ufe0f", 2), ("🇵🇹", 2), ("ab\u0301c", 3), ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("\u2630", 2),
    ],
)  # fmt: skip
def test_width_of_signs(text: str, width: int) -> None:
    assert cells.width(text) == width


@pytest.mark.parametrize(
    ("limit", "shown"), [(0, ""), (1, "…"), (2, "…"), (3, "長…"), (4, "長…"), (6, "長い名")]
)
def test_cut_never_splits_a_wide_sign(limit: int, shown: str) -> None:
    assert cells.cut("長い名", limit) == shown


def test_padding_on_either_side() -> None:
    assert cells.pad("長", 4) == "長  "
    assert cells.pad("7", 3, right=True) == "  7"


@given(st.text(), st.integers(2, 60))
def test_wrapped_lines_keep_to_the_width_and_lose_no_letter(text: str, limit: int) -> None:
    lines = cells.wrap(text, limit)
    assert all(cells.width(line) <= limit for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_text_that_is_one_long_word_is_broken_in_one_pass() -> None:
    began = time.process_time()
    lines = cells.wrap("長" * 20_000, 40)
    assert lines == ["長" * 20] * 1_000
    assert time.process_time() - began < 1.5


def test_long_words_are_broken_after_what_stands_before_them() -> None:
    assert cells.wrap("to abcdefghij it", 4) == ["to", "abcd", "efgh", "ij", "it"]
    assert cells.wrap("長長", 1) == ["長", "長"]
    assert cells.flow(["Ana Ruiz ·", "Bo Lindh"], 12) == ["Ana Ruiz ·", "Bo Lindh"]


def test_what_is_measured_at_a_glance_is_as_wide_as_its_signs() -> None:
    for point in range(0x10000):
        text = f"a{chr(point)}{chr(point)}b"
        assert cells.width(text) == sum(wide for _, wide in cells.clusters(text)), hex(point)


@given(st.text("aé…─█→ÿ長👍🏽\u0301\u200d\ufe0f ", max_size=12), st.integers(0, 12))
def test_what_is_cut_at_a_glance_is_cut_alike(text: str, limit: int) -> None:
    cut = cells.cut(text, limit)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "_simple", lambda _: None)
        assert cells.cut(text, limit) == cut
