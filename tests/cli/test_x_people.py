"""Who counts and who does not, once accounts of X stand beside other sources."""

import json
from pathlib import Path

from cli.program import Run
from importers import x_made
from importers.x_made import BO, archive

LIST = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def brought(run: Run, home: Path, name: str, files: dict[str, str], *more: str) -> str:
    """Import files of a folder of that name."""
    for path, text in files.items():
        (home / name / path).parent.mkdir(parents=True, exist_ok=True)
        (home / name / path).write_text(text, "utf-8")
    result = run("import", str(home / name), *more)
    assert result.exit_code in {0, 3}, result.output
    return " ".join(result.output.split())


def figure(run: Run, section: str, key: str) -> object:
    shown = run("report", "--format", "json", "--section", section, "--as-of", "2026-11-15")
    (found,) = json.loads(shown.stdout)["sections"]
    return found["figures"][key]


def test_a_blocked_account_is_left_out_by_its_handle_as_well(run: Run, home: Path) -> None:
    one = archive()
    one["data/block.js"] = x_made.ids("block", "blocking", BO)
    brought(run, home, "x", one)
    before = figure(run, "list_vs_network", "list")
    (home / "log.csv").write_text("date,person,channel\n2026-11-01,@bo_lind,dm\n")
    assert run("import", str(home / "log.csv")).exit_code == 0
    (home / "following.csv").write_text("screen_name,description\nbo_lind,hi\n")
    assert run("import", str(home / "following.csv")).exit_code == 0
    assert figure(run, "list_vs_network", "list") == before
    assert figure(run, "coverage", "accounts_blocked") == 1


def test_changes_do_not_name_whoever_was_blocked(run: Run, home: Path) -> None:
    old, new = archive("2026-10-10"), archive()
    new["data/block.js"] = x_made.ids("block", "blocking", BO)
    new["data/follower.js"] = x_made.ids("follower", "follower", x_made.EDA)
    new["data/manifest.js"] = x_made.manifest()
    brought(run, home, "old", old)
    brought(run, home, "new", new, "--yes")
    assert "Bo Lind" not in run("changes").stdout


def test_whoever_ceased_to_follow_and_came_back_is_told_both_times(run: Run, home: Path) -> None:
    for day, who in (
        ("2026-06-01", (BO, "61")),
        ("2026-07-01", ("61",)),
        ("2026-08-01", (BO, "61")),
    ):
        files = {"data/manifest.js": x_made.manifest(day), "data/account.js": x_made.account()}
        files["data/follower.js"] = x_made.ids("follower", "follower", *who)
        brought(run, home, day, files, "--yes")
    shown = json.loads(run("changes", "--since", "1y", "--format", "json").stdout)
    tables = {s["key"]: s["tables"][s["key"]] for s in shown["sections"]}
    name = f"x.com/i/user/{BO}"
    assert tables["unfollowed"] == [{"person": name, "seen": "2026-07-01"}]
    assert tables["followed"] == [{"person": name, "seen": "2026-08-01"}]


def test_an_import_says_whom_it_parts_and_which_names_it_makes_unclear(
    run: Run, home: Path
) -> None:
    """A second Bo Lind on X: the name is no longer the only one of its kind."""
    bo = "Bo,Lind,https://www.linkedin.com/in/bo-lind-example,,Acme Kilns,Potter,01 Feb 2023\n"
    brought(run, home, "list", {"Connections.csv": LIST + bo}, "--exported-on", "2026-11-01")
    (home / "log.csv").write_text("date,person,channel\n2026-11-01,Bo Lind,coffee\n")
    assert run("import", str(home / "log.csv")).exit_code == 0
    row = "id,screen_name,name,description,following,followed_by\n"
    first = f'{row}{BO},bo_lind,Bo Lind,"Potter at Acme Kilns",true,false\n'
    said = brought(run, home, "one", {"people.csv": first})
    assert "On LinkedIn and on X: 1 person" in said
    assert "fit several" not in said
    second = f"{row}7777,bo_lind_2,Bo Lind,Sings,true,false\n"
    said = brought(run, home, "two", {"people.csv": second})
    assert "No longer joined, as others fit as well: 1 account on X" in said
    assert "Names in the log that fit several people by now" in said
    merge = said.partition("to say whose: netaudit merge ID ")[2].split()[0]
    person = run("match", "--explain", "linkedin.com/in/bo-lind-example").stdout
    number = person.split("(")[1].split(")")[0]
    assert run("merge", number, merge).exit_code == 0
    assert run("match", "--explain", number).stdout.count("Bo Lind (a name in your log)") == 1
