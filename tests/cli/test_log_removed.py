"""`netaudit log --remove`: what was taken out counts no more, and comes back by `undo`."""

import json
from pathlib import Path

import pytest

from cli.program import Run
from cli.test_log_entries import ANA, BEN, done, listed, logged
from netaudit.cli import correcting
from netaudit.errors import ExitCode


@pytest.fixture(autouse=True)
def _list(run: Run, connections: Path) -> None:
    run("import", "linkedin.csv")


def test_entries_are_removed_and_come_back(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = logged(run, ANA, "coffee"), logged(run, BEN, "call", "--on", "3 Nov")
    refused = run("log", "--remove", one, other)
    assert refused.exit_code == ExitCode.USAGE
    assert "to do it unasked, add --yes" in refused.stderr
    assert done(run, "--remove", one, "--dry-run") == (
        f"goes:   coffee with {ANA} on 2026-11-15 (both ways)\n"
        "Nothing was changed: this was a dry run.\n"
    )
    monkeypatch.setattr(correcting, "can_ask", lambda: True)
    no = run("log", "--remove", one, other, stdin="n\n")
    assert "Remove these 2? [y/N]" in no.stderr
    assert no.stdout.endswith("Nothing was changed.\n")
    assert len(listed(run)) == 2
    assert run("log", "--remove", one, stdin="").exit_code == ExitCode.INTERRUPTED
    told = done(run, "--remove", one, other[:5], one, "--yes")
    assert told.endswith("Removed. To take it back: netaudit undo 4\n")
    assert listed(run) == []
    shown = run("imports", "--last", "1").stdout.split()
    assert " ".join(shown).endswith(
        f"removed: coffee with {ANA} on 2026-11-15; call with {BEN} on 2026-11-03"
    )
    again = run("log", "--remove", one, "--yes")
    assert again.exit_code == ExitCode.USAGE
    assert "netaudit undo 4" in again.stderr
    back = run("undo", "4", "--yes")
    assert back.stdout.endswith("      comes back: 2 log entries\nTaken back.\n")
    assert len(listed(run)) == 2


def test_of_several_it_is_said_who_stays_and_how_to_take_out_all(run: Run) -> None:
    of_ana = logged(run, ANA, BEN, "meal")
    of_ben = listed(run, BEN)[0]["id"]
    told = done(run, "--remove", of_ana, "--dry-run")
    assert " ".join(told.split()).startswith(
        f"goes: meal with {ANA} on 2026-11-15 (both ways)"
        f" stays: meal with {BEN} on 2026-11-15 (both ways) (entry {of_ben})"
        f" to take out all: netaudit log --remove {of_ana} {of_ben} Nothing was changed"
    )
    assert "stays" not in done(run, "--remove", of_ana, of_ben, "--dry-run")
    done(run, "--remove", of_ana, "--yes")
    assert "stays" not in done(run, "--remove", of_ben, "--dry-run")


def test_a_log_that_is_imported_again_brings_nothing_back(run: Run, home: Path) -> None:
    (home / "log.csv").write_text(
        f"date,person,channel,note\n2026-11-03,{ANA},coffee,\n2026-11-03,{ANA},coffee,\n"
        f"2026-11-04,{BEN},call,of tea\n", "utf-8",
    )  # fmt: skip
    run("import", "log.csv")
    twin = listed(run, ANA)[0]["id"]
    done(run, "--remove", twin, "--yes")
    done(run, "--edit", listed(run, BEN)[0]["id"], "--note", "of coffee")
    before = listed(run)
    (home / "log.csv").rename(home / "again.csv")
    (home / "again.csv").write_text(
        (home / "again.csv").read_text("utf-8") + f"2026-11-05,{BEN},call,\n", "utf-8"
    )
    assert run("import", "again.csv").exit_code == 0
    assert listed(run)[1:] == before
    assert len(before) == 2


def test_whatever_counts_entries_counts_a_removed_one_no_more(run: Run) -> None:
    """Reports, portraits, what is due, and names that fit several."""
    run("cadence", BEN, "1w")

    def counted() -> str:
        report = json.loads(run("report", "--format", "json").stdout)
        report["sections"] = [s for s in report["sections"] if s["key"] != "coverage"]
        weekly = json.loads(run("weekly", "--format", "json").stdout)
        told = [run("cadence").stdout, run("split", BEN, "--dry-run").stdout]
        return json.dumps([report, weekly, told])

    without = counted()
    entry = logged(run, BEN, "coffee", "--asked", "a book")
    assert counted() != without
    done(run, "--remove", entry, "--yes")
    assert counted() == without


def test_a_removed_name_that_fits_several_is_not_counted(run: Run, home: Path) -> None:
    (home / "log.csv").write_text("date,person\n2026-11-03,Cleo Twin\n", "utf-8")
    run("import", "log.csv")

    def unclear() -> int:
        report = json.loads(run("report", "--format", "json").stdout)
        coverage = next(s for s in report["sections"] if s["key"] == "coverage")
        return int(coverage["figures"]["ambiguous_entries"])

    (entry,) = listed(run)
    assert (entry["person"], entry["person_id"], unclear()) == ("Cleo Twin", "", 1)
    # To say who was meant is what an entry is changed for most.
    number = run("log", "Cleo Twin").stderr.partition("by id:")[2].split()[0]
    done(run, "--edit", entry["id"], number)
    assert listed(run)[0]["person_id"] == number
    assert unclear() == 0
    run("undo", "--yes")
    assert unclear() == 1
    done(run, "--remove", entry["id"], "--yes")
    assert unclear() == 0
