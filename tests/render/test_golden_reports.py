"""The sample reports, letter by letter, as they stand in tests/golden/render.

After a change that is meant, write the files anew and read the difference before committing it:

    UPDATE_EXPECTED=1 python -m pytest tests/render/test_golden_reports.py
"""

import os
from pathlib import Path

import pytest

import render_samples
from netaudit.render import Look, renderer, to_text
from netaudit.report import Report

FOLDER = Path(__file__).parents[1] / "golden" / "render"
REPORTS: dict[str, tuple[Report, str, Look]] = {
    "audit.txt": (render_samples.audit(), "terminal", Look()),
    "audit-120.txt": (render_samples.audit(), "terminal", Look(width=120)),
    "audit-ascii.txt": (render_samples.audit(), "terminal", Look(ascii_only=True)),
    "audit-colour.txt": (render_samples.audit(), "terminal", Look(colour=True)),
    "audit-all.txt": (render_samples.audit(), "terminal", Look(full=True)),
    "weekly.txt": (render_samples.weekly(), "terminal", Look(width=78)),
    "audit.json": (render_samples.audit(), "json", Look()),
    "weekly-ids.json": (render_samples.weekly(), "json", Look(ids=True)),
    "stale.csv": (render_samples.narrowed("stale"), "csv", Look(ids=True)),
    "depth_breadth.csv": (render_samples.narrowed("depth_breadth"), "csv", Look()),
    "audit.md": (render_samples.audit(), "markdown", Look()),
    "weekly.md": (render_samples.weekly(), "markdown", Look()),
}


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_is_the_golden_one(name: str) -> None:
    report, form, look = REPORTS[name]
    text = to_text(renderer(form, look), report)
    path = FOLDER / name
    if os.environ.get("UPDATE_EXPECTED"):
        assert os.environ.get("CI", "").casefold() != "true", "golden files are not written in CI"
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text


def test_golden_files_are_not_written_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPDATE_EXPECTED", "1")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(AssertionError, match="not written in CI"):
        test_the_report_is_the_golden_one("stale.csv")


def test_every_golden_file_has_its_report() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(REPORTS)
