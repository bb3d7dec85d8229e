"""What README and docs say is what the program does."""

import os
import re
import shlex
import sqlite3
import zipfile
from importlib import resources
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.pages import commands, page
from netaudit.cli import app
from netaudit.cli.configuring import configuration_page
from netaudit.cli.registry import PLACES
from netaudit.config import CHANNELS, OPTIONS
from netaudit.errors import EXIT_CODES
from netaudit.store import migrations

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = {page.name: page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md")}


def test_the_configuration_page_is_made_from_the_options() -> None:
    made = configuration_page()
    if os.environ.get("UPDATE_EXPECTED") and not os.environ.get("CI"):
        (ROOT / "docs/configuration.md").write_text(made, "utf-8")
    assert (ROOT / "docs/configuration.md").read_text("utf-8") == made, "run: make golden"
    assert all(f"`{option.key}`" in made for option in OPTIONS)


def test_the_readme_lists_every_exit_code() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+?) \|$", README, re.MULTILINE)
    assert rows == [(str(code.value), text) for code, text in EXIT_CODES.items()]


def test_the_store_page_names_every_table() -> None:
    store = sqlite3.connect(":memory:", isolation_level=None)
    migrations.create(store)
    tables = store.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    named = re.findall(r"^\| `(\w+)` \|", PAGES["store.md"], re.MULTILINE)
    assert sorted(named) == sorted(row[0] for row in tables)


def test_every_table_of_the_store_is_commented() -> None:
    schema = resources.files("netaudit.store").joinpath("schema.sql").read_text("utf-8")
    for found in re.finditer(r"(^--.*\n)?CREATE TABLE (\w+)", schema, re.MULTILINE):
        assert found[1], f"no comment above {found[2]}"


def test_the_formats_page_names_every_channel() -> None:
    assert all(channel in PAGES["formats.md"] for channel in CHANNELS)


def test_links_between_pages_lead_somewhere() -> None:
    pages = {ROOT / "README.md": README} | {ROOT / "docs" / n: t for n, t in PAGES.items()}
    for place, text in pages.items():
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (place.parent / target).exists(), f"{place.name}: {target}"


def _commands() -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    return [line[2:] for block in blocks for line in block.split("\n") if line[:2] == "$ "]


def test_every_command_stands_where_its_examples_are_run() -> None:
    """In the README, or on a page whose commands a test of its own runs."""
    tests = Path(__file__).parent.glob("test_*.py")
    run = {name for test in tests for name in re.findall(r'page\("(\w+\.md)"\)', test.read_text())}
    words = [*commands(README), *(line for name in run for line in commands(page(name)))]
    assert len(run) >= 7
    assert {line[1] for line in words if line[0] == "netaudit"} >= set(PLACES)


@pytest.mark.unwatched
def test_every_netaudit_command_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run the README from top to bottom, as somebody who has an export and a log."""
    for name in ("linkedin", "log.csv"):
        (tmp_path / name).symlink_to(ROOT / "examples" / name)
    (tmp_path / "linkedin.csv").symlink_to(ROOT / "examples/linkedin/Connections.csv")
    with zipfile.ZipFile(tmp_path / "YOUR-EXPORT.zip", "w") as packed:
        for path in sorted((ROOT / "examples/linkedin").glob("*.csv")):
            packed.write(path, path.name)
    for name in ("NETAUDIT_STORE", "NETAUDIT_CONFIG", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("PATH", f"{_programs(tmp_path)}:{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "home").mkdir()
    for command in _commands():
        program, *words = shlex.split(command.partition(" #")[0])
        if program == "netaudit":
            done = CliRunner().invoke(app, words)
            assert done.exit_code == 0, f"{command}\n{done.stderr}"
    scheduled = (tmp_path / "crontab").read_text("utf-8")
    assert "/bin/mail" in scheduled
    assert "you@example.org" in scheduled


_CRONTAB = """#!/bin/sh
if [ "$1" != -l ]; then cat > {table}
elif [ -f {table} ]; then cat {table}
else echo "no crontab for you" >&2; exit 1
fi
"""


def _programs(folder: Path) -> Path:
    """Return a folder with a `crontab` that keeps a file, and a `mail` that mails nothing."""
    (folder / "bin").mkdir()
    crontab = _CRONTAB.format(table=shlex.quote(str(folder / "crontab")))
    for name, script in (("crontab", crontab), ("mail", "#!/bin/sh\n")):
        program = folder / "bin" / name
        program.write_text(script, "utf-8")
        program.chmod(0o755)
    return folder / "bin"


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z-]+)", README))))
def test_make_targets_of_the_readme_exist(target: str) -> None:
    assert re.search(rf"^{target}:.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_readme_leads_from_installing_to_the_week() -> None:
    headings = re.findall(r"^## (.+)$", README, re.MULTILINE)
    assert headings[:3] == [
        "Install", 'From "your archive is ready" to a weekly mail', "What else it does",
    ]  # fmt: skip
    assert "pipx install ." in README


def test_the_screen_in_the_readme_is_the_example_report() -> None:
    report = (ROOT / "examples/reports/report.txt").read_text("utf-8").rstrip()
    assert report in README, "paste examples/reports/report.txt anew"
