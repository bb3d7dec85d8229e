"""`netaudit config`, and what the configuration file may say."""

import tomllib
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from cli.program import Run
from netaudit import config
from netaudit.errors import ExitCode, UsageError


@pytest.fixture
def file(home: Path) -> Path:
    """Return where the configuration file belongs."""
    place = home / ".config" / "netaudit" / "config.toml"
    place.parent.mkdir(parents=True)
    return place


def test_show_prints_valid_toml_with_every_option(run: Run) -> None:
    result = run("config", "--show")
    assert result.exit_code == 0
    shown = tomllib.loads(result.stdout)
    assert shown["max_group"] == 8
    assert shown["report"] == {"stale": "30d", "window": "365d", "by": "anyone"}
    for option in config.OPTIONS:
        assert option.about in result.stdout


def test_path_is_printed(run: Run, home: Path) -> None:
    assert run("config", "--path").stdout.strip() == str(home / ".config/netaudit/config.toml")


def test_values_in_force_are_shown(run: Run, file: Path) -> None:
    file.write_text('timezone = "Europe/Lisbon"\n[report]\nstale = "6w"\n', "utf-8-sig")
    shown = run("config").stdout
    assert 'stale = "6w"' in shown
    assert f"read from {file}" in shown
    assert "days are counted in Europe/Lisbon" in shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max_group = 8\nmax_groop = 9\n", ":2: unknown option 'max_groop'"),
        ("[report]\nstael = '30d'\n", ":2: unknown option 'report.stael'"),
        ("zzzzqqqq = 1\n", "known: timezone"),
        ("max_group = 0\n", "a whole number from 1"),
        ("max_group = true\n", "a whole number"),
        ("max_group = 99999999999999999999\n", "a whole number"),
        ("timezone = 'Mars/Phobos'\n", "an IANA time zone"),
        ("[report]\nstale = '-1d'\n", "a span of time"),
        ("[report]\nstale = 30\n", "a span of time"),
        ("[report]\nby = 'them'\n", "'anyone' or 'me'"),
        ("[channels]\ngolf = 'visit'\nbowling = 'fun'\n", ":3: 'channels' must be for 'bowling'"),
        ("channels = 3\n", "a table"),
        ("report = 3\n", "unknown option 'report'"),
        ("a = \n", ":1: this is not valid TOML"),
        ("a = 1\na = 2\n", "not valid TOML"),
        ("a = " + "[" * 5000, "nested too deeply"),
    ],
)
def test_nonsense_names_file_line_and_what_is_wanted(
    run: Run, file: Path, text: str, said: str
) -> None:
    file.write_text(text, "utf-8")
    result = run("config")
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert str(file) in result.stderr


def test_the_nearest_option_is_named(run: Run, file: Path) -> None:
    file.write_text("max_groop = 9\n", "utf-8")
    assert "did you mean 'max_group'?" in run("config").stderr


def test_a_file_others_can_write_is_not_believed(run: Run, file: Path) -> None:
    file.write_text("max_group = 9\n", "utf-8")
    file.chmod(0o666)
    result = run("config")
    assert result.exit_code == ExitCode.USAGE
    assert "chmod go-w" in result.stderr


def test_a_folder_or_bytes_in_its_place_are_refused(run: Run, file: Path) -> None:
    file.mkdir()
    assert run("config").exit_code == ExitCode.USAGE
    file.rmdir()
    file.write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in run("config").stderr


def test_xdg_folders_count_if_they_are_absolute(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    assert config.store_path() == home / "data/netaudit/netaudit.db"
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    assert config.store_path() == home / ".local/share/netaudit/netaudit.db"
    monkeypatch.setenv("NETAUDIT_STORE", "~/mine.db")
    assert config.store_path() == home / "mine.db"
    monkeypatch.setenv("NETAUDIT_CONFIG", str(home / "c.toml"))
    assert config.config_path() == home / "c.toml"


def test_a_relative_home_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "somewhere")
    with pytest.raises(UsageError, match="HOME"):
        config.store_path()


@pytest.mark.parametrize(
    ("value", "zone"),
    [("Europe/Lisbon", "Europe/Lisbon"), (":Asia/Tokyo", "Asia/Tokyo"), ("UTC", "UTC")],
)
def test_the_systems_time_zone_is_found(
    monkeypatch: pytest.MonkeyPatch, value: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", value)
    assert config.system_timezone() == zone


@pytest.mark.parametrize("value", ["Mars/Phobos", "/etc/passwd", "../../x", "", "EST5EDT,M3.2.0"])
def test_a_strange_tz_is_passed_over(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("TZ", value)
    assert config.system_timezone() in available_timezones()
