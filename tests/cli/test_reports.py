"""`netaudit report` and `netaudit weekly`."""

import csv
import io
import json
from pathlib import Path

import pytest

from cli.program import EXAMPLES, Run
from netaudit.errors import ExitCode


def test_no_store_yet(run: Run, home: Path) -> None:
    for command in ("report", "weekly"):
        result = run(command)
        assert result.exit_code == ExitCode.NO_STORE
        assert "begin with: netaudit import" in result.stderr
        assert result.stderr.endswith("netaudit demo\n")
        assert result.stdout == ""
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("imported")
def test_the_audit_fits_one_screen(run: Run) -> None:
    lines = run("report").stdout.rstrip("\n").split("\n")
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80


@pytest.mark.usefixtures("imported")
def test_the_week_fits_a_mail(run: Run) -> None:
    lines = run("weekly").stdout.split("\n")
    assert max(map(len, lines)) <= 78


@pytest.mark.usefixtures("imported")
def test_as_of_today_is_the_default(run: Run) -> None:
    assert run("report").stdout == run("report", "--as-of", "2026-11-15").stdout
    assert run("report").stdout == run("report", "--as-of", "today").stdout
    shown = json.loads(run("weekly", "--format", "json", "--as-of", "yesterday").stdout)
    assert shown["as_of"] == "2026-11-14"


@pytest.mark.usefixtures("imported")
def test_options_shape_the_report_and_stand_in_it(run: Run) -> None:
    shown = json.loads(
        run(
            "report", "--format", "json", "--stale", "3mo", "--window", "2y", "--by", "me",
            "--timezone", "Asia/Tokyo",
        ).stdout
    )  # fmt: skip
    assert shown["schema"] == "netaudit.report/1"
    assert shown["options"] == {
        "window": "2y", "stale": "3mo", "by": "me", "timezone": "Asia/Tokyo"
    }  # fmt: skip


@pytest.mark.usefixtures("imported")
def test_sections_can_be_chosen(run: Run) -> None:
    shown = run("report", "--section", "depth_breadth", "--section", "stale", "-f", "json")
    assert [s["key"] for s in json.loads(shown.stdout)["sections"]] == ["stale", "depth_breadth"]
    unknown = run("weekly", "--section", "stale")
    assert unknown.exit_code == ExitCode.USAGE
    assert "known: week, waiting" in unknown.stderr


@pytest.mark.usefixtures("imported")
def test_all_shows_every_row(run: Run) -> None:
    full = run("report", "--all").stdout
    rows = json.loads(run("report", "-f", "json").stdout)["sections"][1]["tables"]["stale_people"]
    assert len(rows) > 100
    shown = "".join(c for c in full if c.isprintable() or c == "\n")
    assert all("".join(filter(str.isprintable, row["person"]))[:19] in shown for row in rows)


@pytest.mark.usefixtures("imported")
def test_csv_is_one_table(run: Run) -> None:
    rows = list(
        csv.DictReader(io.StringIO(run("report", "--section", "stale", "-f", "csv").stdout))
    )
    assert list(rows[0]) == [
        "person", "last", "days", "last_channel", "last_direction", "contact_days"
    ]  # fmt: skip
    assert run("report", "-f", "csv").exit_code == ExitCode.USAGE
    week = run("weekly", "--section", "week", "-f", "csv", "--table", "newly_stale")
    assert week.stdout.startswith('"person"')


@pytest.mark.usefixtures("imported")
def test_a_file_is_written_whole_and_private(run: Run, home: Path) -> None:
    result = run("report", "--format", "markdown", "-o", "report.md")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert (home / "report.md").read_text("utf-8").startswith("# ")
    assert (home / "report.md").stat().st_mode & 0o777 == 0o600
    store = home / ".local/share/netaudit/netaudit.db"
    before = store.read_bytes()
    refused = run("report", "-f", "terminal", "-o", str(store))
    assert refused.exit_code == ExitCode.USAGE
    assert "is in use by netaudit" in refused.stderr
    assert store.read_bytes() == before
    assert run("report", "-o", "no/such/folder/report.md").exit_code == ExitCode.UNWRITABLE


@pytest.mark.usefixtures("imported")
def test_the_ending_of_the_output_says_the_format(run: Run, home: Path) -> None:
    run("weekly", "-o", "week.json")
    assert json.loads((home / "week.json").read_text("utf-8"))["report"] == "weekly"
    assert run("weekly", "-o", "-").stdout == run("weekly").stdout
    run("weekly", "-o", "week.md", "--format", "json")
    assert (home / "week.md").read_text("utf-8").startswith("{")
    for name in ("week", "week.txt", "week.TEXT", ".week"):
        assert run("weekly", "-o", name).exit_code == 0
        assert (home / name).read_text("utf-8") == run("weekly").stdout


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    ("written", "name"),
    [("md", "markdown"), (".md", "markdown"), ("HTM", "html"), ("txt", "terminal")],
)
def test_a_format_can_be_said_by_its_ending(run: Run, written: str, name: str) -> None:
    result = run("weekly", "-f", written)
    assert (result.exit_code, result.stdout) == (0, run("weekly", "-f", name).stdout)


@pytest.mark.usefixtures("imported")
def test_an_output_without_a_name_is_refused(run: Run, home: Path) -> None:
    before = sorted(home.iterdir())
    for command in ("report", "next", "imports"):
        result = run(command, "-o", "")
        assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
        assert "error: -o names no file" in result.stderr
    assert sorted(home.iterdir()) == before


@pytest.mark.usefixtures("imported")
def test_an_ending_that_is_no_format_is_not_guessed_at(run: Run, home: Path) -> None:
    for command in ("report", "weekly", "imports"):
        result = run(command, "-o", "week.PDF")
        assert result.exit_code == ExitCode.USAGE
        assert "error: no format has the ending '.pdf'" in result.stderr
        assert "known: .json, .csv, .md, .markdown, .html, .htm, .txt, .text; or" in result.stderr
        assert not (home / "week.PDF").exists()
    assert run("weekly", "-o", "week.PDF", "-f", "terminal").exit_code == 0
    assert (home / "week.PDF").read_text("utf-8") == run("weekly").stdout


@pytest.mark.usefixtures("imported")
def test_a_table_is_chosen_for_csv_only(run: Run, home: Path) -> None:
    for arguments in ((), ("-f", "json"), ("-o", "week.md")):
        result = run("weekly", "--table", "newly_stale", *arguments)
        assert result.exit_code == ExitCode.USAGE
        assert result.stdout == ""
        assert "error: --table goes with --format csv" in result.stderr
        assert "--section KEY" in result.stderr
    assert not (home / "week.md").exists()
    one = run("weekly", "--section", "week", "--table", "newly_stale").stderr
    assert "--section" not in one
    assert "no format 'pdf'" in run("weekly", "--table", "x", "-f", "pdf").stderr
    assert run("weekly", "--table", "newly_stale", "-o", "week.csv").exit_code == 0
    unnamed = run("weekly", "-f", "csv").stderr
    assert "--table: " in unnamed
    assert "--section: week, waiting" in unnamed


@pytest.mark.usefixtures("imported")
def test_the_screen_says_what_silence_means(run: Run) -> None:
    late = " ".join(run("report", "--as-of", "2027-03-01").stdout.split())
    assert "LinkedIn data ends 14 Nov 2026; silence after that is unknown." in late
    early = run("report", "--as-of", "2020-01-01").stdout
    assert "Nothing to audit up to 1 Jan 2020: import an export that reaches there" in early


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--stale", "soon"), ("--window", "0d"), ("--by", "them"), ("--as-of", "2026-13-45"),
        ("--timezone", "Mars/Phobos"), ("--format", "pdf"), ("--section", "nothing"),
        ("--timezone", "../../etc/passwd"), ("--compare", "soon"), ("--as-of", "1899-12-31"),
        ("--compare", "200y"), ("--fail-on", "list"), ("--fail-on", "lists>3"),
    ],
)  # fmt: skip
def test_wrong_options_are_usage_errors(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("report", *arguments)
    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert result.stderr.startswith("netaudit: error: ")


@pytest.mark.usefixtures("imported")
def test_the_same_day_gives_the_same_bytes(run: Run) -> None:
    for arguments in (("report",), ("weekly",), ("report", "--all", "-f", "json")):
        assert run(*arguments).stdout == run(*arguments).stdout


@pytest.mark.usefixtures("imported")
def test_a_week_that_no_data_reaches_is_unknown_not_empty(run: Run) -> None:
    shown = run("weekly", "-f", "json", "--as-of", "2027-03-01")
    week = json.loads(shown.stdout)["sections"][0]
    assert set(week["figures"].values()) == {None}
    assert any("export" in note for note in week["notes"])


def test_days_are_counted_where_the_user_lives(run: Run, home: Path) -> None:
    (home / "log.csv").write_text(
        "date,person,channel\n2026-11-14T23:30:00Z,Ana Example,call\n", "utf-8"
    )
    assert run("import", "log.csv").exit_code == 0
    for zone, day in (("UTC", "2026-11-14"), ("Asia/Tokyo", "2026-11-15")):
        shown = run("report", "-f", "json", "--timezone", zone, "--section", "coverage")
        channels = json.loads(shown.stdout)["sections"][0]["tables"]["channels"]
        assert channels[0]["first"] == day


@pytest.mark.usefixtures("imported")
def test_an_earlier_day_stands_beside_every_section(run: Run) -> None:
    now = ("--format", "json", "--as-of", "2026-11-15")
    shown = json.loads(run("report", *now, "--compare", "90d").stdout)
    earlier = json.loads(run("report", *now[:-1], "2026-08-17").stdout)
    assert shown["options"]["compare"] == "90d"
    assert [one["previous"] for one in shown["sections"]] == [
        one["figures"] for one in earlier["sections"]
    ]
    alone = json.loads(run("report", *now).stdout)
    assert all("previous" not in one for one in alone["sections"])
    assert [one["figures"] for one in alone["sections"]] == [
        one["figures"] for one in shown["sections"]
    ]


@pytest.mark.usefixtures("imported")
def test_a_crossed_limit_is_named_and_is_the_exit_code(run: Run, home: Path) -> None:
    limits = ("--fail-on", "untouched_share>1%", "--fail-on", "list_vs_network.list<1")
    for command in (("report",), ("report", "--section", "coverage"), ("report", "-o", "r.json")):
        result = run(*command, *limits)
        assert result.exit_code == ExitCode.CROSSED
        assert "untouched_share is 0." in result.stderr
        assert "list_vs_network.list" not in result.stderr
        assert result.stdout == run(*command).stdout
    assert json.loads((home / "r.json").read_text("utf-8"))["report"] == "audit"
    assert run("weekly", "--fail-on", "people_touched>=0").exit_code == ExitCode.CROSSED
    fine = run("report", "--fail-on", "untouched_share>1", "--fail-on", "list<1")
    assert (fine.exit_code, fine.stderr) == (0, "")


@pytest.mark.usefixtures("imported")
def test_a_limit_on_what_is_not_known_is_said_and_fails_nothing(run: Run) -> None:
    result = run("weekly", "--as-of", "2027-06-01", "--fail-on", "people_touched<3")
    assert result.exit_code == 0
    assert result.stderr == ("netaudit: people_touched is not known, and was not held against 3\n")


def test_the_schema_needs_no_store(run: Run) -> None:
    result = run("report", "--json-schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"] == "netaudit.report/1"


@pytest.mark.parametrize("command", ["report", "weekly", "next"])
def test_followers_are_counted_where_the_user_says_so(run: Run, command: str) -> None:
    run("import", str(EXAMPLES / "x"))
    told = [
        json.loads(run(command, "--format", "json", *more).stdout)
        for more in ((), ("--count-followers",))
    ]
    assert "count_followers" not in told[0]["options"]
    assert told[1]["options"]["count_followers"] == "yes"
    if command == "report":
        plain, counted = (one["sections"][0]["figures"] for one in told)
        assert counted["list"] == plain["list"] + plain["audience"] > plain["list"]
