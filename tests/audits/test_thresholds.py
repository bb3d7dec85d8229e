"""Limits on figures."""

import pytest

from netaudit.audits.thresholds import Threshold, held
from netaudit.errors import UsageError
from netaudit.report import Figure, Report, Section

SECTIONS = (
    Section(
        "stale", "", "",
        figures=(
            Figure("untouched", "", 8), Figure("untouched_share", "", 0.8, "ratio"),
            Figure("contact_days", "", None),
        ),
    ),
    Section("week", "", "", figures=(Figure("untouched", "", 3), Figure("met", "", 0))),
)  # fmt: skip
REPORT = Report("audit", "", "", "2026-11-15", {}, SECTIONS)


@pytest.mark.parametrize(
    ("text", "crossed"),
    [
        ("untouched_share>0.8", False), ("untouched_share>=0.8", True),
        ("untouched_share >= 80%", True), ("untouched_share > 79.5 %", True),
        ("untouched_share<.9", True), ("untouched_share<=0.79", False), ("met==0", True),
        ("met!=0", False), ("met>-1", True), ("stale.untouched>5", True),
        ("week.untouched>5", False),
    ],
)  # fmt: skip
def test_a_figure_is_held_against_a_limit(text: str, *, crossed: bool) -> None:
    (found,) = held(REPORT, [Threshold.parse(text)])
    assert found.crossed is crossed


def test_what_was_crossed_is_told_with_its_value() -> None:
    texts = ["untouched_share > 75%", "stale.untouched>=8", "contact_days>3"]
    found = held(REPORT, map(Threshold.parse, texts))
    assert [str(one) for one in found] == [
        "untouched_share is 0.8, and > 0.75",
        "stale.untouched is 8, and >= 8",
        "contact_days is not known, and was not held against 3",
    ]
    assert [one.crossed for one in found] == [True, True, False]


@pytest.mark.parametrize(
    "text",
    ["", "untouched", "untouched>", ">3", "untouched=3", "untouched>3d", "untouched>>3", "a.b.c>3",
     "untouched>nan", "untouched>1e9", "untouched>3 met>2", "stale .untouched>3", "untouched>٣"],
)  # fmt: skip
def test_what_is_no_threshold_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no threshold"):
        Threshold.parse(text)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("list>3", "no figure 'list'", "known: untouched, untouched_share, contact_days, met"),
        ("week.contact_days>3", "no figure 'week.contact_days'", "known: untouched, met"),
        ("untouched>3", "figure of several sections", "stale.untouched, week.untouched"),
        ("untouched_share>80", "is a share, from 0 to 1", "80%"),
        ("untouched_share<-.1", "is a share, from 0 to 1", "80%"),
        ("untouched_share>101%", "is a share, from 0 to 1", "80%"),
    ],
)
def test_a_threshold_names_one_figure(text: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError, match=message) as refused:
        held(REPORT, [Threshold.parse(text)])
    assert refused.value.hint is not None
    assert hint in refused.value.hint


@pytest.mark.parametrize("text", ["stale.untouched>80%", "met>0%", "contact_days < 5 %"])
def test_per_cent_is_for_shares(text: str) -> None:
    """Of a count it would be a hundredth: 80% crossed with one person."""
    with pytest.raises(UsageError, match="is no share of anything") as refused:
        held(REPORT, [Threshold.parse(text)])
    assert refused.value.hint == "leave out the %, or name a share: 'untouched_share>80%'"
