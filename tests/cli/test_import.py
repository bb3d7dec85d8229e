"""`netaudit import`, as its user meets it."""

import json
import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest

from cli.program import EXAMPLES, Run
from netaudit.cli import importing
from netaudit.errors import ExitCode


def _store(home: Path) -> Path:
    return home / ".local" / "share" / "netaudit" / "netaudit.db"


def test_a_renamed_connections_file_is_recognised_and_accounted_for(
    run: Run, connections: Path, home: Path
) -> None:
    result = run("import", "linkedin.csv")
    assert result.exit_code == 0
    assert "LinkedIn: linkedin.csv, as of 2026-11-12" in result.stdout
    assert "read 4 = 4 new" in result.stdout
    assert _store(home).stat().st_mode & 0o777 == 0o600


def test_the_same_file_twice_changes_nothing(run: Run, connections: Path, home: Path) -> None:
    run("import", "linkedin.csv")
    before = _store(home).read_bytes()
    result = run("import", "linkedin.csv")
    assert result.exit_code == 0
    assert "read 4 = 4 unchanged" in result.stdout
    assert "Nothing new" in result.stdout
    assert _store(home).read_bytes() == before


def test_zip_folder_and_loose_files_give_the_same_report(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "Complete_LinkedInDataExport_11-14-2026.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for member in sorted((EXAMPLES / "linkedin").iterdir()):
            file.write(member, member.name)
    loose = [
        EXAMPLES / "linkedin" / name
        for name in ("messages.csv", "Connections.csv", "Invitations.csv", "Profile.csv")
    ]
    reports = []
    for number, paths in enumerate(([archive], [EXAMPLES / "linkedin"], loose)):
        store = tmp_path / f"{number}.db"
        assert run("import", *map(str, paths), "--store", str(store)).exit_code == 0
        shown = run("report", "--format", "json", "--store", str(store))
        sections = json.loads(shown.stdout)["sections"]
        reports.append([s for s in sections if s["key"] != "coverage"])
    assert reports[0] == reports[1] == reports[2]


def test_one_refused_file_refuses_the_whole_import(run: Run, connections: Path, home: Path) -> None:
    (home / "bad.csv").write_text("a,b,c\n1,2,3\n", "utf-8")
    result = run("import", "linkedin.csv", "bad.csv")
    assert result.exit_code == ExitCode.REFUSED
    assert "bad.csv: not a file that netaudit knows; its columns are 'a', 'b', 'c'" in result.stderr
    assert not _store(home).exists()


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", 4, "the file is empty"),
        (b"<!DOCTYPE html><title>Sign in</title>", 4, "this is an HTML page"),
        (b"First Name,Last Name,URL\nA,B,https://x\n", 4, "without 'connected on'"),
        (b"PK\x03\x04 and then nothing", 4, "the ZIP is incomplete"),
        (b'date,person\n"2026-11-01,Ana\n', 4, ":2: a quotation mark is opened here"),
    ],
)
def test_bad_input_is_one_sentence_a_code_and_nothing_written(
    run: Run, home: Path, content: bytes, code: int, said: str
) -> None:
    (home / "input.csv").write_bytes(content)
    result = run("import", "input.csv")
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not _store(home).exists()


def test_a_missing_path_is_a_usage_error(run: Run, home: Path) -> None:
    result = run("import", "nowhere.csv")
    assert result.exit_code == ExitCode.USAGE
    assert "nowhere.csv: no such file or folder" in result.stderr
    assert not _store(home).exists()


def test_malformed_rows_are_skipped_named_and_lead_to_exit_3(run: Run, home: Path) -> None:
    (home / "log.csv").write_text(
        "date,person,channel\n2026-11-03,Ana Ruiz,coffee\n2026-13-03,Ana Ruiz,coffee\n"
        "2026-11-04,Ben Okoro,telepathy\n",
        "utf-8",
    )
    result = run("import", "log.csv")
    assert result.exit_code == ExitCode.SKIPPED
    assert "read 3 = 1 new + 2 skipped" in result.stdout
    assert "log.csv:3: 'date' is neither a day" in result.stderr
    assert "log.csv:4: unknown channel" in result.stderr
    assert "Ben Okoro" not in result.output


def test_a_name_that_fits_two_is_listed_with_their_ids(
    run: Run, connections: Path, home: Path
) -> None:
    run("import", "linkedin.csv")
    (home / "log.csv").write_text("date,person\n2026-11-03,cleo  TWIN\n", "utf-8")
    result = run("import", "log.csv")
    assert result.exit_code == ExitCode.SKIPPED
    assert "log.csv:2: the name fits several people (" in result.stderr
    ids = result.stderr.partition("people (")[2].partition(")")[0].split(", ")
    assert len(ids) == 2
    coverage = json.loads(run("report", "--section", "coverage", "--format", "json").stdout)
    assert coverage["sections"][0]["figures"]["ambiguous_entries"] == 1


def test_new_people_of_a_log_are_named_with_a_likely_misspelling(
    run: Run, connections: Path, home: Path
) -> None:
    run("import", "linkedin.csv")
    (home / "log.csv").write_text(
        "date,person\n2026-11-03,Ana Ruiz-Exampel\n2026-11-03,Zoran Unheard\n", "utf-8"
    )
    result = run("import", "log.csv")
    assert result.exit_code == 0
    assert "  Ana Ruiz-Exampel\n      did you mean Ana Ruiz-Example, " in result.stdout
    assert "  Zoran Unheard\nThis" in result.stdout
    (command,) = re.findall(r"netaudit (merge 'Ana Ruiz-Exampel' .*)", result.stdout)
    assert run(*shlex.split(command)).exit_code == 0
    assert run("show", "Ana Ruiz-Exampel").exit_code == 0


def test_a_list_alone_says_nothing_of_messages(run: Run, home: Path) -> None:
    linkedin = EXAMPLES / "linkedin"
    first = run("import", str(linkedin))
    assert "14 only repeat the note of an invitation" in first.stdout
    changed = (linkedin / "Connections.csv").read_text("utf-8").replace("Owens", "Ovens")
    (home / "Connections.csv").write_text(changed, "utf-8")
    second = run("import", "Connections.csv", "--exported-on", "2026-11-15")
    assert second.exit_code == 0
    assert "only repeat the note" not in second.stdout


def test_unknown_owner_asks_for_me(run: Run, home: Path) -> None:
    (home / "messages.csv").write_text(
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        "DATE,SUBJECT,CONTENT,FOLDER\n"
        "2-a==,,Ana,https://www.linkedin.com/in/ana-x,Ben,https://www.linkedin.com/in/ben-x,"
        "2026-10-01 10:00:00 UTC,,hello,INBOX\n",
        "utf-8",
    )
    result = run("import", "messages.csv")
    assert result.exit_code == ExitCode.REFUSED
    assert "--me" in result.stderr
    assert not _store(home).exists()
    named = run("import", "messages.csv", "--me", "https://www.linkedin.com/in/ana-x")
    assert named.exit_code == 0
    assert "read 1 = 1 new" in named.stdout


def test_the_export_of_another_member_is_refused(run: Run, home: Path) -> None:
    shutil.copytree(EXAMPLES / "linkedin", home / "linkedin")
    run("import", "linkedin")
    other = run("import", "linkedin", "--me", "https://www.linkedin.com/in/somebody-else")
    assert other.exit_code == ExitCode.REFUSED
    assert "another member" in other.stderr


def test_as_forces_a_format_only_on_a_file_that_can_be_it(
    run: Run, connections: Path, home: Path
) -> None:
    assert run("import", "linkedin.csv", "--as", "linkedin-connections").exit_code == 0
    assert run("import", "linkedin.csv", "--as", "log").exit_code == ExitCode.REFUSED
    unknown = run("import", "linkedin.csv", "--as", "outlook")
    assert unknown.exit_code == ExitCode.USAGE
    assert "known: linkedin-connections" in unknown.stderr


def test_an_export_can_be_dated(run: Run, connections: Path) -> None:
    result = run("import", "linkedin.csv", "--exported-on", "2026-11-14")
    assert "as of 2026-11-14" in result.stdout
    assert run("import", "linkedin.csv", "--exported-on", "soon").exit_code == ExitCode.USAGE


def test_an_export_from_the_future_is_said(run: Run, home: Path, connections: Path) -> None:
    result = run("import", "linkedin.csv", "--exported-on", "2027-01-01")
    assert result.exit_code == ExitCode.USAGE
    assert "2027-01-01 has not come yet" in result.stderr


def test_archives_without_anything_known_say_what_they_hold(run: Run, home: Path) -> None:
    (home / "folder").mkdir()
    (home / "folder" / "Ad_Targeting.csv").write_text("Member Age,Gender\n,\n", "utf-8")
    result = run("import", "folder")
    assert result.exit_code == ExitCode.REFUSED
    assert "it holds Ad_Targeting.csv" in result.stderr
    (home / "empty").mkdir()
    assert "it is empty" in run("import", "empty").stderr


def test_two_lists_in_one_folder_are_refused(run: Run, home: Path, connections: Path) -> None:
    (home / "two").mkdir()
    for name in ("Connections.csv", "Connections (1).csv"):
        shutil.copy(connections, home / "two" / name)
    result = run("import", "two")
    assert result.exit_code == ExitCode.REFUSED
    assert "a second file of LinkedIn connections" in result.stderr
    together = run("import", "two/Connections.csv", "two/Connections (1).csv")
    assert together.exit_code == 0
    assert together.stdout.count("LinkedIn:") == 2


def test_a_large_file_is_read_behind_a_bar_that_leaves_nothing(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_WORTH_A_BAR", 10_000)
    monkeypatch.setattr(importing, "on_terminal", lambda: True)
    result = run("import", str(EXAMPLES / "linkedin"))
    assert result.exit_code == 0
    assert "messages.csv" in result.stderr
    assert "into the store" in result.stderr
    assert "messages.csv         read 1,142" in result.stdout


def test_only_the_first_problems_are_listed(run: Run, home: Path) -> None:
    rows = "".join(f"2026-13-{n:02},Ana Example\n" for n in range(1, 31))
    (home / "log.csv").write_text("date,person\n" + rows, "utf-8")
    result = run("import", "log.csv")
    assert result.exit_code == ExitCode.SKIPPED
    assert result.stderr.count("[bad-date]") == 20
    assert "and 10 more skipped rows" in result.stderr


def test_an_empty_path_is_not_the_current_folder(run: Run, connections: Path, home: Path) -> None:
    assert run("import", "").exit_code == ExitCode.USAGE
    assert not _store(home).exists()


def test_an_export_cannot_be_older_than_what_it_holds(
    run: Run, connections: Path, home: Path
) -> None:
    result = run("import", "linkedin.csv", "--exported-on", "2024-01-01")
    assert result.exit_code == ExitCode.REFUSED
    assert "holds days after 2024-01-01" in result.stderr
    assert not _store(home).exists()


def test_log_entries_of_days_to_come_are_said(run: Run, home: Path) -> None:
    (home / "log.csv").write_text("date,person\n2027-01-01,Ana Example\n", "utf-8")
    assert "days that have not come yet" in run("import", "log.csv").stderr


def test_people_already_logged_are_not_new(run: Run, home: Path) -> None:
    run("log", "Ana Example", "coffee", "--new")
    (home / "log.csv").write_text("date,person\n2026-01-01,Ana Example\n", "utf-8")
    assert "New people" not in run("import", "log.csv").stdout


def test_a_first_row_of_data_is_not_shown_as_columns(run: Run, home: Path) -> None:
    (home / "people.csv").write_text("Ann Lee,ann.lee@example.com,+44 7700 900123\n", "utf-8")
    result = run("import", "people.csv")
    assert result.exit_code == ExitCode.REFUSED
    assert "ann" not in result.stderr.casefold()


def test_a_broken_list_in_a_folder_is_not_passed_over(run: Run, home: Path) -> None:
    (home / "folder").mkdir()
    (home / "folder" / "Connections.csv").write_text("<html>sign in</html>", "utf-8")
    (home / "folder" / "log.csv").write_text("date,person\n2026-01-01,Ana Example\n", "utf-8")
    result = run("import", "folder")
    assert result.exit_code == ExitCode.REFUSED
    assert "HTML" in result.stderr


def test_an_archive_in_a_folder_is_pointed_at(run: Run, home: Path) -> None:
    (home / "Downloads").mkdir()
    with zipfile.ZipFile(home / "Downloads" / "export.zip", "w") as file:
        file.writestr("Connections.csv", "")
    assert "import that: export.zip" in run("import", "Downloads").stderr
