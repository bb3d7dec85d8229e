"""All tables of a report as a folder of CSV, and what an output never replaces."""

import csv
import json
from pathlib import Path

import pytest

from cli.program import EXAMPLES, Run
from netaudit.audits.catalogue import empty_reports
from netaudit.errors import ExitCode
from netaudit.render.csv import csv_files
from netaudit.workflows.reporting import is_export

pytestmark = pytest.mark.usefixtures("imported")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("command", ["report", "weekly", "next"])
def test_every_table_and_the_figures_of_every_section(run: Run, home: Path, command: str) -> None:
    result = run(command, "--format", "csv", "-o", "tables/")
    assert (result.exit_code, result.output) == (0, "")
    shown = json.loads(run(command, "-f", "json").stdout)
    wanted = {"notes.csv", ".netaudit"}
    for section in shown["sections"]:
        key = section["key"]
        for table, content in section["tables"].items():
            wanted.add(f"{key}.{table}.csv")
            found = rows(home / "tables" / f"{key}.{table}.csv")
            assert len(found) == len(content)
            assert all(
                one.keys() == other.keys() for one, other in zip(found, content, strict=True)
            )
        if section["figures"]:
            wanted.add(f"{key}.figures.csv")
            figures = rows(home / "tables" / f"{key}.figures.csv")
            assert [one["figure"] for one in figures] == list(section["figures"])
    assert names(home / "tables") == wanted
    notes = rows(home / "tables" / "notes.csv")
    assert [one["note"] for one in notes if one["section"]] == [
        note for section in shown["sections"] for note in section["notes"]
    ]
    assert (home / "tables").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (home / "tables").iterdir()} == {0o600}


def test_an_empty_table_has_its_header(run: Run, home: Path) -> None:
    run("report", "-f", "csv", "-o", "tables/")
    assert (home / "tables" / "circles.tags.csv").read_text() == '"tag","list","network","share"\n'


def test_only_the_sections_that_are_asked_for(run: Run, home: Path) -> None:
    run("report", "-f", "csv", "-o", "tables/")
    run("report", "-f", "csv", "-o", "tables", "--section", "stale", "--ids")
    assert names(home / "tables") == {
        ".netaudit", "notes.csv", "stale.figures.csv", "stale.stale_people.csv"
    }  # fmt: skip
    assert "person_id" in rows(home / "tables" / "stale.stale_people.csv")[0]
    assert run("report", "-f", "csv", "-o", "tables/").exit_code == 0


def test_a_folder_is_one_that_ends_in_a_slash_or_is_there(run: Run, home: Path) -> None:
    (home / "there.csv").mkdir()
    assert run("report", "-o", "there.csv").exit_code == 0
    assert "notes.csv" in names(home / "there.csv")
    assert run("report", "-o", "new.csv/").exit_code == 0
    assert "notes.csv" in names(home / "new.csv")


def test_a_slash_alone_asks_for_csv(run: Run, home: Path) -> None:
    (home / "there").mkdir()
    for folder in ("there/", "new/"):
        assert run("report", "-o", folder).exit_code == 0
        assert "notes.csv" in names(home / folder)


@pytest.mark.parametrize("name", ["there", "there.d", "."])
def test_a_folder_without_slash_and_format_is_told_both_ways(
    run: Run, home: Path, name: str
) -> None:
    (home / name).mkdir(exist_ok=True)
    before = names(home / name)
    result = run("report", "-o", name)
    assert result.exit_code == ExitCode.USAGE
    assert f"{name} is a folder" in result.stderr
    assert f"name a file in it; a folder is for --format csv: -f csv -o {name}/" in result.stderr
    assert names(home / name) == before


@pytest.mark.parametrize("form", [("-f", "json"), ("-f", "terminal")])
def test_other_formats_want_a_file(run: Run, home: Path, form: tuple[str, ...]) -> None:
    (home / "there").mkdir()
    for folder in ("there", "new/"):
        result = run("report", *form, "-o", folder)
        assert result.exit_code == ExitCode.USAGE
        assert "is a folder" in result.stderr
        assert "name a file in it; a folder is for --format csv" in result.stderr
    assert not (home / "new").exists()


def test_one_table_is_no_folder(run: Run, home: Path) -> None:
    result = run("report", "-f", "csv", "-o", "tables/", "--table", "stale_people")
    assert result.exit_code == ExitCode.USAGE
    assert "error: --table names one table, and a folder gets all of them" in result.stderr
    assert not (home / "tables").exists()


def test_a_file_of_many_tables_names_the_way_to_all(run: Run) -> None:
    for section in ((), ("--section", "reciprocity")):
        result = run("report", "-o", "report.csv", *section)
        assert result.exit_code == ExitCode.USAGE
        assert "all of them with -o FOLDER/" in result.stderr


def test_what_netaudit_did_not_write_is_not_lost(run: Run, home: Path) -> None:
    for folder in (".", ".local/share/netaudit/"):
        before = names(home / folder)
        result = run("report", "-f", "csv", "-o", folder)
        assert result.exit_code == ExitCode.USAGE
        assert "would be" in result.stderr
        assert names(home / folder) == before


def test_the_tables_of_another_report_are_replaced_as_they_are(run: Run, home: Path) -> None:
    run("weekly", "-f", "csv", "-o", "tables/")
    assert run("next", "-f", "csv", "-o", "tables/").exit_code == 0
    assert names(home / "tables") == {
        ".netaudit", "next.figures.csv", "next.people.csv", "notes.csv"
    }  # fmt: skip


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("what", ["log", "store", "other store", "configuration", "edited"])
def test_a_file_with_the_name_of_a_table_is_no_table(
    run: Run, home: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's own `notes.csv`, whatever it is; written by a report, it may be edited since."""
    place = home / "crm" / "notes.csv"
    place.parent.mkdir()
    store = home / ".local/share/netaudit/netaudit.db"
    if what == "log":
        place.write_bytes((EXAMPLES / "log.csv").read_bytes())
    elif what in {"store", "other store"}:
        place.write_bytes(store.read_bytes())
        if what == "store":
            monkeypatch.setenv("NETAUDIT_STORE", str(place))
    elif what == "configuration":
        place.write_text('timezone = "UTC"\n')
        monkeypatch.setenv("NETAUDIT_CONFIG", str(place))
    else:
        run("weekly", "-f", "csv", "-o", "crm/")
        place.write_text(place.read_text("utf-8") + '"","a remark"\n', "utf-8")
    before = files_of(home / "crm")
    for command in (("report",), ("weekly", "--only-if-changed", "--as-of", "2028-03-01")):
        result = run(*command, "-f", "csv", "-o", "crm/")
        assert result.exit_code == ExitCode.USAGE
        assert "crm/notes.csv " in result.stderr
        assert "would be lost" in result.stderr
        assert files_of(home / "crm") == before
    assert run("imports").exit_code == 0


def test_no_table_becomes_the_configuration(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETAUDIT_CONFIG", str(home / "new" / "notes.csv"))
    result = run("report", "-f", "csv", "-o", "new/")
    assert result.exit_code == ExitCode.USAGE
    assert "new/notes.csv is in use by netaudit" in result.stderr
    assert not (home / "new").exists()


def test_the_home_folder_can_be_written_as_a_tilde(run: Run, home: Path) -> None:
    """Behind `--output=` no shell reads it."""
    (home / "elsewhere").mkdir()
    for written, place in (("~/report.md", "report.md"), ("~/tables/", "tables/notes.csv")):
        assert run("report", f"--output={written}").exit_code == 0
        assert (home / place).exists()
    assert not (home / "~").exists()


def test_a_bad_place_is_named_also_where_nothing_changed(run: Run, home: Path) -> None:
    """Else a job would fail in the first week that brings something."""
    (home / "log.csv").write_bytes((EXAMPLES / "log.csv").read_bytes())
    (home / "mine").mkdir()
    (home / "mine" / "letter.txt").write_text("dear")
    store = ".local/share/netaudit/netaudit.db"
    quiet = ("weekly", "--only-if-changed", "--as-of", "2028-03-01", "-f")
    for form, place in (
        ("json", "log.csv"),
        ("json", store),
        ("csv", "mine/"),
        ("csv", "log.csv/"),
    ):
        result = run(*quiet, form, "-o", place)
        assert result.exit_code == ExitCode.USAGE, place
        assert result.stderr.startswith("netaudit: error: ")


def test_a_link_to_an_export_is_replaced_and_the_export_kept(run: Run, home: Path) -> None:
    (home / "link.md").symlink_to(EXAMPLES / "log.csv")
    assert run("report", "-o", "link.md").exit_code == 0
    assert not (home / "link.md").is_symlink()
    assert (home / "link.md").read_text("utf-8").startswith("# ")


def test_the_same_day_gives_the_same_files(run: Run, home: Path) -> None:
    for folder in ("one/", "two/"):
        run("report", "-f", "csv", "-o", folder)
    one, two = (
        {path.name: path.read_bytes() for path in (home / folder).iterdir()}
        for folder in ("one", "two")
    )
    assert one == two


@pytest.mark.parametrize("name", ["netaudit.db-journal", "netaudit.db-wal", "netaudit.db-shm"])
def test_nothing_is_written_where_it_would_mean_something_to_the_store(
    run: Run, home: Path, name: str
) -> None:
    place = home / ".local/share/netaudit" / name
    result = run("report", "-f", "json", "-o", str(place))
    assert result.exit_code == ExitCode.USAGE
    assert "is in use by netaudit" in result.stderr
    assert not place.exists()


def test_another_store_and_a_copy_of_it_are_kept(run: Run, home: Path) -> None:
    store = home / ".local/share/netaudit/netaudit.db"
    for name in ("other.db", "netaudit.db.v1-20261101T000000Z.bak"):
        place = store.with_name(name)
        place.write_bytes(store.read_bytes())
        result = run("report", "-f", "json", "-o", str(place))
        assert result.exit_code == ExitCode.USAGE
        assert f"{name} is a database, and would be lost" in result.stderr
        assert place.read_bytes() == store.read_bytes()


EXAMPLES_OF_ALL = (
    *(EXAMPLES / "linkedin").rglob("*.csv"),
    EXAMPLES / "log.csv",
    *(EXAMPLES / "x" / "data").glob("*.js"),
)
EXPORTS = sorted(filter(is_export, EXAMPLES_OF_ALL))


@pytest.mark.unwatched
@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.name)
def test_an_export_is_not_replaced(run: Run, home: Path, export: Path) -> None:
    copy = home / export.name
    copy.write_bytes(export.read_bytes())
    result = run("report", "-f", "json", "-o", export.name)
    assert result.exit_code == ExitCode.USAGE
    assert f"{export.name} is a file that netaudit imports, and would be lost" in result.stderr
    assert copy.read_bytes() == export.read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("handles.csv", "ana_example\nben_example\ncleo_example\n"),
        ("handles.txt", "@ana_example\n@ben_example\n@cleo_example\n"),
        ("accounts.csv", "username,name\nana_example,Ana\nben_example,Ben\n"),
        ("profile.js", 'window.YTD.profile.part0 = [ { "profile" : { } } ]'),
        ("Positions.csv", "Company Name,Title,Description\nAcme,Baker,\n"),
        ("people.csv", '"Name","Phone"\n"Ana Ruiz-Example","1"\n'),
    ],
)
def test_what_belongs_to_an_export_or_to_nobody_known_is_kept(
    run: Run, home: Path, name: str, content: str
) -> None:
    (home / name).write_text(content)
    for form in (("-f", "json"), ("-f", "csv", "--section", "stale")):
        result = run("report", *form, "-o", name)
        assert result.exit_code == ExitCode.USAGE
        assert f"{name} is " in result.stderr
        assert "and would be lost" in result.stderr
        assert (home / name).read_text() == content


def test_exports_are_known_by_their_content() -> None:
    assert {path.suffix for path in EXPORTS} == {".csv", ".js"}
    assert len(EXPORTS) >= 8


def test_what_netaudit_wrote_is_replaced_each_week(run: Run, home: Path) -> None:
    """No table, figures or notes of any report are taken for an export, however they are named."""
    run("report", "-f", "csv", "-o", "tables/")
    written = {path.name: path.read_text() for path in (home / "tables").iterdir()}
    for report in empty_reports():
        written |= {f"{report.name}.{n}": text for n, text in csv_files(report, ids=True).items()}
    assert len(written) > 60
    for name, text in written.items():
        (home / name).write_text(text, "utf-8")
        assert not is_export(home / name), name
    for name in ("report.txt", "report.md", "report.json", "messages.txt", "log.json"):
        for _ in range(2):
            assert run("weekly", "-o", name).exit_code == 0
    for _ in range(2):
        assert run("report", "--section", "stale", "-o", "stale.csv").exit_code == 0


def test_an_empty_file_is_replaced(run: Run, home: Path) -> None:
    (home / "report.md").touch()
    assert run("report", "-o", "report.md").exit_code == 0
    assert (home / "report.md").read_text().startswith("# ")
