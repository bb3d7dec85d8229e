"""The sample reports, letter by letter, as they stand in tests/golden/render.

Each report stands there in each format: `next.md` is what `netaudit next --format markdown` writes
of the sample. After a change that is meant, write the files anew and read the difference before
committing it:

    UPDATE_EXPECTED=1 python -m pytest tests/render/test_golden_reports.py
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import render_samples
from netaudit.render import FORMATS, Look, renderer, to_text
from netaudit.report import Report
from render_shapes import COMMANDS, FOR_READING

FOLDER = Path(__file__).parents[1] / "golden" / "render"
ENDINGS = {"terminal": "txt", "markdown": "md", "json": "json", "csv": "csv", "html": "html"}
#: The table that stands for a report in CSV.
TABLES = {
    "audit": "states", "weekly": "waiting_on_me", "next": "people", "changes": "joined",
    "imports": "files", "doctor": "checks", "log": "entries", "matches": "pairs",
    "people": "people", "person": "years",
}  # fmt: skip
# The style sheet is a file of its own, and drawings are looked at as pictures: here they would
# only hide what else changed.
_INNARDS = re.compile(r"(<(style|svg)\b[^>]*>).*?(</\2>)", re.DOTALL)

Golden = tuple[Callable[[], Report], str, Look]


def _of_a_command(name: str, form: str) -> Golden:
    reports = COMMANDS if form in {"json", "csv"} else FOR_READING
    width = 78 if name == "weekly" else 80
    table = TABLES[name] if form == "csv" else None
    return reports[name], form, Look(width, table=table, full=name not in {"audit", "weekly"})


REPORTS: dict[str, Golden] = {
    **{
        f"{name}.{ENDINGS[form]}": _of_a_command(name, form)
        for name in COMMANDS for form in FORMATS
    },
    "audit-40.txt": (render_samples.audit, "terminal", Look(40)),
    "audit-120.txt": (render_samples.audit, "terminal", Look(120)),
    "audit-ascii.txt": (render_samples.audit, "terminal", Look(ascii_only=True)),
    "audit-colour.txt": (render_samples.audit, "terminal", Look(colour=True)),
    "audit-all.txt": (render_samples.audit, "terminal", Look(full=True)),
    "weekly-40.txt": (render_samples.weekly, "terminal", Look(40)),
    "weekly-ids.json": (render_samples.weekly, "json", Look(ids=True)),
    "next-40.txt": (FOR_READING["next"], "terminal", Look(40, full=True)),
    "stale.csv": (lambda: render_samples.narrowed("stale"), "csv", Look(ids=True)),
    "depth_breadth.csv": (lambda: render_samples.narrowed("depth_breadth"), "csv", Look()),
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_is_the_golden_one(name: str) -> None:
    report, form, look = REPORTS[name]
    text = to_text(renderer(form, look), report())
    if form == "html":
        text = _INNARDS.sub(r"\1…\3", text)
    path = FOLDER / name
    if os.environ.get("UPDATE_EXPECTED"):
        assert os.environ.get("CI", "").casefold() != "true", "golden files are not written in CI"
        path.write_bytes(text.encode())
    assert path.is_file(), f"no golden file {name}"
    assert path.read_bytes().decode() == text


def test_golden_files_are_not_written_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPDATE_EXPECTED", "1")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(AssertionError, match="not written in CI"):
        test_the_report_is_the_golden_one("stale.csv")


def test_every_golden_file_has_its_report() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(REPORTS)
