"""`netaudit imports`, `changes` and `undo`, and what an import refuses without `--yes`."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from cli.program import Run
from netaudit.cli import history
from netaudit.errors import ExitCode

HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
Row = tuple[str, str, str, str, str]

ADA: Row = ("Ada Kaltenbrun", "ada-example", "Alto Rail", "Planner", "03 Mar 2024")
BEN: Row = ("Ben Okoro", "ben-example", "Blue Kiln", "Potter", "04 Mar 2024")
CLEO: Row = ("Cleo Vantongeren", "cleo-example", "", "", "05 Mar 2024")
DAN: Row = ("Dan Ilvesniemi", "dan-example", "Dun Bakery", "Baker", "06 Mar 2024")
EVE: Row = ("Eve Halvormoe", "eve-example", "Elm School", "Teacher", "07 Mar 2024")
FAY: Row = ("Fay Birchwode", "fay-example", "Fir Clinics", "Nurse", "08 Mar 2024")
SIX = (ADA, BEN, CLEO, DAN, EVE, FAY)


#: The same list without Ben, later: somebody new, moved, hidden, promoted, with another link.
LATER: tuple[Row, ...] = (
    ("Gus Ilves", "gus-example", "", "", "20 Oct 2026"),
    (*ADA[:2], "Quarry Press", "Editor", ADA[4]),
    ("", "", "", "", CLEO[4]),
    (*DAN[:3], "Master Baker", DAN[4]),
    (EVE[0], "eve-hal-example", *EVE[2:]),
    FAY,
)


def export(folder: Path, day: str, rows: Sequence[Row], me: str = "robin-example") -> str:
    """Write the ZIP of a day (MM-DD-YYYY) as LinkedIn names it; return its name."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for name, slug, company, position, since in rows:
        first, _, last = name.partition(" ")
        url = f"https://www.linkedin.com/in/{slug}" if slug else ""
        writer.writerow((first, last, url, "", company, position, since))
    invitations = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        'Robin Quist,Ada Kaltenbrun,"3/1/24, 9:15 AM",,OUTGOING,'
        f"https://www.linkedin.com/in/{me},https://www.linkedin.com/in/ada-example\n"
    )
    path = folder / f"Basic_LinkedInDataExport_{day}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Connections.csv", text.getvalue())
        archive.writestr("Invitations.csv", invitations)
    return path.name


@pytest.fixture
def two(run: Run, home: Path) -> None:
    """Import an export of 1 September and one of 1 November, with one change of each kind."""
    first = export(home, "09-01-2026", SIX)
    second = export(home, "11-01-2026", LATER)
    for name in (first, second):
        assert run("import", name).exit_code == 0


def test_every_kind_of_change_is_told(run: Run, two: None) -> None:
    found = json.loads(run("changes", "--format", "json").stdout)
    assert (found["report"], found["as_of"]) == ("changes", "2026-11-01")
    assert found["options"] == {"from": "2026-09-01", "to": "2026-11-01"}
    tables = {s["key"]: s["tables"][s["key"]] for s in found["sections"]}
    assert tables == {
        "company": [
            {"person": "Ada Kaltenbrun", "before": "Alto Rail", "after": "Quarry Press",
             "position": "Editor", "seen": "2026-11-01"},
        ],
        "position": [
            {"person": "Dan Ilvesniemi", "before": "Baker", "after": "Master Baker",
             "company": "Dun Bakery", "seen": "2026-11-01"},
        ],
        "joined": [
            {"person": "Gus Ilves", "since": "2026-10-20", "company": None, "position": None,
             "seen": "2026-11-01"},
        ],
        "left": [
            {"person": "Ben Okoro", "since": "2024-03-04", "company": "Blue Kiln",
             "position": "Potter", "seen": "2026-11-01"},
        ],
        "hidden": [
            {"person": "Cleo Vantongeren", "since": "2024-03-05", "company": None,
             "position": None, "seen": "2026-11-01"},
        ],
        "visible": [],
        "link": [
            {"person": "Eve Halvormoe", "before": "eve-example", "after": "eve-hal-example",
             "seen": "2026-11-01"},
        ],
        "followed": [],
        "unfollowed": [],
    }  # fmt: skip


def test_on_the_screen_only_what_occurred_is_told(run: Run, two: None) -> None:
    shown = run("changes").stdout
    assert "1 changed company, 1 changed position, 1\n  joined, 1 left, 1 can no longer" in shown
    assert "Visible again" not in shown
    assert "seen" not in shown.replace("can no longer be seen", "")
    assert max(map(len, shown.splitlines())) <= 80
    assert " ago" not in shown  # the report is as of the newest export, not of today
    assert "2026-10-20" in shown


def test_whose_change_is_left_out_is_counted(run: Run, two: None) -> None:
    assert "left out" not in run("changes").stdout
    assert run("ignore", "Ben Okoro").exit_code == run("ignore", "Fay Birchwode").exit_code == 0
    shown = " ".join(run("changes").stdout.split())
    assert "What changed of 1 person is left out, as you wanted" in shown
    narrowed = run("changes", "--section", "visible").stdout
    assert "nobody came back into sight" in narrowed


def test_changes_since_a_day_or_a_span(run: Run, two: None, home: Path) -> None:
    run("import", export(home, "11-10-2026", (ADA, DAN, EVE, FAY, CLEO)), "--yes")
    for since, seen in (("2026-08-01", {"2026-11-01", "2026-11-10"}), ("10d", {"2026-11-10"})):
        found = json.loads(run("changes", "--since", since, "--format", "json").stdout)
        rows = [r for s in found["sections"] for t in s["tables"].values() for r in t]
        assert {row["seen"] for row in rows} == seen
    assert "Cleo Vantongeren" in run("changes", "--section", "visible").stdout
    assert "No whole list is newer than 12 Nov 2026" in run("changes", "--since", "3d").stdout
    assert run("changes", "--since", "soon").exit_code == ExitCode.USAGE


def test_one_export_is_nothing_to_compare(run: Run, connections: Path) -> None:
    assert run("changes").exit_code == ExitCode.NO_STORE
    run("import", "linkedin.csv")
    told = " ".join(run("changes").stdout.split())
    assert "Nothing to compare yet" in told
    assert "To get the next one from LinkedIn: Settings & Privacy" in told
    assert "Then: netaudit import FILE" in told
    assert run("changes", "--format", "json").exit_code == 0


def test_the_report_counts_who_is_still_there(run: Run, two: None) -> None:
    """Six and one who joined, without the one who left; the hidden one still counts."""
    report = json.loads(run("report", "--format", "json").stdout)
    assert report["sections"][0]["figures"]["list"] == 6
    before = json.loads(run("report", "--format", "json", "--as-of", "2026-10-01").stdout)
    assert before["sections"][0]["figures"]["list"] == 6


def test_an_older_export_brings_nobody_back(run: Run, two: None, home: Path) -> None:
    report = run("report", "--format", "json", "--section", "list_vs_network").stdout
    gone: Row = ("Hal Gone", "hal-example", "", "", "01 Feb 2020")
    assert run("import", export(home, "01-01-2025", (*SIX, gone))).exit_code == 0
    assert run("report", "--format", "json", "--section", "list_vs_network").stdout == report


def test_imports_tells_the_account_of_each(run: Run, two: None) -> None:
    run("log", "Ada Kaltenbrun", "coffee", "--on", "2026-11-14")
    shown = run("imports").stdout
    assert "   1  2026-11-15 18:00  imported\n" in shown
    assert "LinkedIn: Basic_LinkedInDataExport_09-01-2026.zip, as of 2026-09-01" in shown
    assert "Connections.csv  read 6 = 6 new" in shown
    assert "read 6 = 2 new + 1 unchanged + 2 updated + 1 set aside" in shown
    assert "   3  2026-11-15 18:00  logged: coffee with Ada Kaltenbrun on 2026-11-14\n" in shown
    assert run("imports", "--format", "terminal").stdout == shown
    assert run("imports", "--last", "1").stdout.startswith("   3  ")
    assert "2026-11-15 19:00" in run("imports", "--timezone", "Europe/Paris").stdout
    found = json.loads(run("imports", "--format", "json").stdout)["sections"][0]["tables"]
    assert [row["id"] for row in found["imports"]] == [1, 2, 3]
    assert found["imports"][2]["name"] == "coffee: Ada Kaltenbrun"
    assert found["files"][0]["read"] == found["files"][0]["new"] == 6


def test_undo_takes_any_import_back(run: Run, two: None, home: Path) -> None:
    result = run("undo", "1", "--yes")
    assert result.exit_code == 0
    assert "09-01-2026.zip" in result.stdout
    assert "goes: 3 list entries" in result.stdout
    assert result.stdout.endswith("Taken back.\n")
    assert "Ben Okoro" not in run("report", "--all").stdout
    assert "09-01-2026" not in run("imports").stdout
    assert run("undo", "--yes").exit_code == 0
    assert "Nothing was imported yet" in run("imports").stdout
    again = run("undo", "--yes")
    assert (again.exit_code, "nothing to take back" in again.stderr) == (ExitCode.USAGE, True)


def test_undo_of_an_unknown_import_changes_nothing(run: Run, two: None) -> None:
    result = run("undo", "7", "--yes")
    assert (result.exit_code, "there is no import 7" in result.stderr) == (ExitCode.USAGE, True)


def test_undo_is_not_done_unasked(run: Run, two: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("imports").stdout
    result = run("undo")
    assert result.exit_code == ExitCode.USAGE
    assert "--yes" in result.stderr
    monkeypatch.setattr(history, "can_ask", lambda: True)
    declined = run("undo", stdin="n\n")
    assert (declined.exit_code, "Nothing was changed." in declined.stdout) == (0, True)
    assert run("undo", stdin="").exit_code == ExitCode.INTERRUPTED
    assert run("imports").stdout == before
    agreed = run("undo", stdin="y\n")
    assert agreed.exit_code == 0
    assert "11-01-2026" not in run("imports").stdout


def test_a_dry_run_tells_the_same_and_writes_nothing(run: Run, two: None, home: Path) -> None:
    store = home / ".local" / "share" / "netaudit" / "netaudit.db"
    before = store.read_bytes()
    undone = run("undo", "2", "--dry-run")
    assert (undone.exit_code, "dry run" in undone.stdout) == (0, True)
    name = export(home, "11-12-2026", (*LATER, ("Ida New", "ida-example", "", "", "11 Nov 2026")))
    tried = run("import", name, "--dry-run")
    assert store.read_bytes() == before
    done = run("import", name)
    assert tried.stdout.splitlines()[:-1] == done.stdout.splitlines()[:-1]
    assert tried.stdout.splitlines()[-1] == "Nothing was written: this was a dry run."
    assert done.stdout.splitlines()[-1].startswith("This was import 3;")


def test_a_first_import_tried_only_makes_no_store(run: Run, connections: Path, home: Path) -> None:
    result = run("import", "linkedin.csv", "--dry-run")
    assert (result.exit_code, "4 new" in result.stdout) == (0, True)
    assert not (home / ".local").exists()


def test_a_list_that_lost_more_than_a_fifth_is_refused(run: Run, home: Path) -> None:
    run("import", export(home, "09-01-2026", SIX))
    shrunk = export(home, "10-01-2026", SIX[:4])
    refused = run("import", shrunk)
    assert refused.exit_code == ExitCode.REFUSED
    assert "2 of the 6 people" in refused.stderr
    assert "--yes" in refused.stderr
    assert run("import", shrunk, "--dry-run").exit_code == ExitCode.REFUSED
    assert "10-01-2026" not in run("imports").stdout
    assert run("import", export(home, "09-20-2026", SIX[:5])).exit_code == 0
    accepted = run("import", shrunk, "--yes")
    assert accepted.exit_code == 0
    assert "taken all the same" not in accepted.stderr
    assert "No longer on the list: 1 of 5" in accepted.stdout


def test_the_export_of_another_member_is_refused(run: Run, home: Path) -> None:
    run("import", export(home, "09-01-2026", SIX))
    other = export(home, "10-01-2026", SIX, me="somebody-else-example")
    refused = run("import", other)
    assert refused.exit_code == ExitCode.REFUSED
    assert "--yes" in refused.stderr
    sure = run("import", other, "--yes")
    assert sure.exit_code == 0
    assert "another member than the ones before; taken all the same" in sure.stderr
    assert "somebody-else" not in run("report", "--all").stdout
    assert run("import", export(home, "10-10-2026", SIX)).exit_code == 0


def strangers(count: int, since: str, prefix: str) -> tuple[Row, ...]:
    return tuple((f"{prefix} No{n}", f"{prefix}-{n}-example", "", "", since) for n in range(count))


def test_an_older_list_of_other_people_is_refused(run: Run, home: Path) -> None:
    """Nobody can be missing in it, as nobody leaves by an older list; and it says of nobody."""
    run("import", export(home, "09-01-2026", strangers(25, "03 Mar 2024", "Ada")))
    older = home / export(home, "02-01-2020", strangers(25, "05 May 2019", "Ben"))
    with zipfile.ZipFile(older) as archive:
        archive.extract("Connections.csv", home)
    refused = run("import", "Connections.csv")
    assert refused.exit_code == ExitCode.REFUSED
    assert "Connections.csv: of the 25 people in it 0 were ever on the list" in refused.stderr
    assert run("import", "Connections.csv", "--yes").exit_code == 0


def test_a_list_with_a_broken_row_takes_nobody_away(run: Run, home: Path) -> None:
    run("import", export(home, "09-01-2026", SIX))
    broken = (*SIX[:5], (*FAY[:4], "the day before"))
    result = run("import", export(home, "10-01-2026", broken))
    assert result.exit_code == ExitCode.SKIPPED
    assert "nobody is taken off" in result.stderr
    report = json.loads(run("report", "--format", "json").stdout)
    assert report["sections"][0]["figures"]["list"] == 6


def test_an_identical_entry_of_the_log_is_taken_back_alone(run: Run, connections: Path) -> None:
    run("import", "linkedin.csv")
    for _ in range(2):
        run("log", "Ana Ruiz-Example", "coffee")
    assert run("undo", "2", "--yes").exit_code == 0
    found = json.loads(run("report", "--format", "json", "--section", "depth_breadth").stdout)
    assert found["sections"][0]["figures"]["contact_days"] == 1


def test_a_list_alone_is_the_same_again_after_an_export_that_tells_whose_it_is(
    run: Run, home: Path
) -> None:
    full = export(home, "10-01-2026", SIX)
    with zipfile.ZipFile(home / full) as archive:
        archive.extract("Connections.csv", home)
    alone = ("import", "Connections.csv", "--exported-on", "2026-09-01")
    assert "6 new" in run(*alone).stdout
    run("import", full)
    assert "Nothing new" in run(*alone).stdout


def test_where_nothing_changed_lately_earlier_changes_are_pointed_at(
    run: Run, two: None, home: Path
) -> None:
    run("import", export(home, "11-02-2026", LATER))
    shown = run("changes").stdout
    assert "nothing changed" in shown
    assert "Earlier changes: netaudit changes --since 1y" in shown
