"""`--anonymize`: nobody is named in any format."""

import json
import re
from pathlib import Path

import pytest

from cli.program import EXAMPLES, Run
from netaudit.errors import ExitCode
from netaudit.render import FORMATS

COMMANDS = ("report", "weekly", "next")
#: Words of names and nicknames in the example that netaudit's own sentences have as well.
ORDINARY = {"they", "them"}


@pytest.fixture
def imported(run: Run, home: Path) -> None:
    """Import the example of the project, with a tag and a channel of the user's own."""
    config = home / ".config" / "netaudit"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("[channels]\nbowling = 'in_person'\n", "utf-8")
    (home / "own.csv").write_text(
        "date,person,channel,note,purpose\n2026-11-14,Farida Fairlocke,bowling,secret,gave\n",
        "utf-8",
    )
    exports = (EXAMPLES / "linkedin", EXAMPLES / "log.csv", home / "own.csv")
    assert run("import", *map(str, exports)).exit_code == 0
    assert run("tag", "Farida Fairlocke", "friends of bowling").exit_code == 0


def words_of_names(run: Run) -> set[str]:
    """Return the words of everybody whom the plain audit names."""
    shown = json.loads(run("report", "-f", "json").stdout)
    names = {
        value
        for section in shown["sections"]
        for rows in section["tables"].values()
        for row in rows
        for key, value in row.items()
        if key in {"person", "company"} and value
    }
    words = {word.casefold() for name in names for word in re.findall(r"[^\W\d_]{3,}", name)}
    return words - ORDINARY


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("command", COMMANDS)
def test_nobody_is_named_in_any_format(run: Run, home: Path, command: str) -> None:
    words = words_of_names(run)
    assert "farida" in words
    assert len(words) > 200
    written = run(command, "--anonymize", "-f", "csv", "-o", "tables/")
    assert written.exit_code == 0, written.stderr
    texts = [path.read_text("utf-8") for path in (home / "tables").iterdir()]
    full = ["--all"] if command == "report" else []
    for form in FORMATS:
        if form != "csv":
            shown = run(command, "--anonymize", "--format", form, *full)
            assert (shown.exit_code, shown.stderr) == (0, "")
            texts.append(shown.stdout)
    for text in texts:
        assert not words & set(re.findall(r"[^\W\d_]{3,}", text.casefold()))
        assert "bowling" not in text
        assert not re.search(r"own\.csv|log\.csv|Connections\.csv", text)
    assert any("Person 1" in text for text in texts)
    assert any("numbered, not named" in text for text in texts)


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("command", COMMANDS)
def test_the_figures_are_those_of_the_plain_report(run: Run, command: str) -> None:
    plain, numbered = (
        json.loads(run(command, "-f", "json", *more).stdout) for more in ((), ("--anonymize",))
    )
    assert numbered["options"] == plain["options"] | {"anonymized": "yes"}
    for one, other in zip(plain["sections"], numbered["sections"], strict=True):
        for key in ("key", "title", "figures", "previous"):
            assert one.get(key) == other.get(key)
        assert {k: len(v) for k, v in one["tables"].items()} == {
            k: len(v) for k, v in other["tables"].items()
        }


@pytest.mark.usefixtures("imported")
def test_excerpts_of_one_day_have_the_same_numbers(run: Run) -> None:
    whole = json.loads(run("report", "--anonymize", "-f", "json").stdout)["sections"]
    part = run("report", "--anonymize", "-f", "json", "--section", "reciprocity").stdout
    assert json.loads(part)["sections"] == [one for one in whole if one["key"] == "reciprocity"]


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("command", COMMANDS)
def test_ids_would_lead_back_to_the_names(run: Run, home: Path, command: str) -> None:
    result = run(command, "--anonymize", "--ids", "-o", "report.json")
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    assert "error: --ids and --anonymize exclude each other" in result.stderr
    assert not (home / "report.json").exists()
