"""`netaudit people` and `netaudit show`: what they say is what the reports say."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.program import Run
from netaudit.errors import ExitCode

pytestmark = pytest.mark.usefixtures("imported")

Row = dict[str, Any]


def found(run: Run, *words: str) -> list[Row]:
    """Return the rows of `netaudit people` as programs get them."""
    result = run("people", *words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    rows: list[Row] = json.loads(result.stdout)["sections"][0]["tables"]["people"]
    return rows


def sections(run: Run, *words: str) -> dict[str, Row]:
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return {section["key"]: section for section in json.loads(result.stdout)["sections"]}


def test_the_states_are_those_of_the_report(run: Run) -> None:
    states = sections(run, "report")["list_vs_network"]["tables"]["states"]
    for row in states:
        people = found(run, "--on-list", "--state", row["state"])
        assert len(people) == row["people"] > 0
        assert {one["state"] for one in people} == {row["state"]}
    whole = found(run)
    assert len(found(run, "--on-list")) + len(found(run, "--off-list")) == len(whole)
    assert len(found(run, "--on-list")) == sum(row["people"] for row in states)


def test_who_is_stale_is_who_is_so_in_the_report(run: Run) -> None:
    rows = sections(run, "report", "--stale", "90d")["stale"]["tables"]["stale_people"]
    people = found(run, "--stale", "90d", "--on-list", "--sort", "last")
    assert {one["person"] for one in people} == {row["person"] for row in rows}
    days = [one["last"] for one in people]
    assert days == sorted(days, reverse=True)
    backwards = found(run, "--stale", "90d", "--on-list", "--sort", "last", "--reverse")
    assert backwards == people[::-1]


def test_filters_combine(run: Run) -> None:
    here = found(run, "--company", "DANDELION")
    engineers = found(run, "--company", "dandelion", "--position", "engineer")
    assert 0 < len(engineers) < len(here)
    assert all("Dandelion" in one["company"] for one in here)
    assert engineers == [one for one in here if "Engineer" in one["position"]]
    assert found(run, "dandelion", "engineer") == engineers
    assert found(run, "dandelion", "nobodysword") == []


def test_words_are_found_in_names_tags_and_links_whatever_their_accents(run: Run) -> None:
    run("tag", "Hemi Bergqvarn", "glass")
    for words in (("HEMI", "bërgqv"), ("hemi-bergqvarn",), ("glass", "hemi")):
        assert [one["person"] for one in found(run, *words)] == ["Hemi Bergqvarn"], words
    assert [one["person"] for one in found(run, "--tag", "#Glass")] == ["Hemi Bergqvarn"]


def test_few_people_and_the_whole_record_say_the_same(run: Run) -> None:
    """Few people are loaded alone: what is told of them is what is told of them among all."""
    whole = {json.dumps(one, sort_keys=True) for one in found(run)}
    for letter in "aeio":
        some = {json.dumps(one, sort_keys=True) for one in found(run, letter)}
        assert some
        assert some <= whole


def test_what_show_gives_as_reasons_are_those_of_next(run: Run) -> None:
    rows = sections(run, "next", "--limit", "60", "--ids")["next"]["tables"]["people"]
    assert len(rows) > 40
    for row in rows[::7]:
        shown = sections(run, "show", row["person_id"])
        reasons = {(one["kind"], one["since"]): one["reason"] for one in
                   shown["why"]["tables"]["reasons"]}  # fmt: skip
        assert row["reason"].startswith(reasons[row["kind"], row["since"]])


def test_show_counts_by_year_and_direction(run: Run) -> None:
    (one,) = found(run, "hemi", "bergqvarn")
    contact = sections(run, "show", "Hemi Bergqvarn")["contact"]
    figures = contact["figures"]
    assert (figures["contact_days"], figures["last"]) == (one["contact_days"], one["last"])
    years = contact["tables"]["years"]
    assert sum(year["contact_days"] for year in years) == figures["contact_days"]
    ways = ("from_them", "from_me", "both")
    assert sum(year[way] for year in years for way in ways) == figures["interactions"] > 0
    assert [year["year"] for year in years] == sorted(year["year"] for year in years)


def test_whom_you_ignore_is_shown_but_not_listed(run: Run) -> None:
    assert len(found(run, "hemi", "bergqvarn")) == 1
    before = sections(run, "show", "Hemi Bergqvarn")["contact"]
    run("ignore", "Hemi Bergqvarn")
    assert found(run, "hemi", "bergqvarn") == []
    after = sections(run, "show", "Hemi Bergqvarn")
    assert after["contact"] == before
    assert after["who"]["figures"]["ignored"] is True
    note = "1 person who fits is left out, as you wanted: netaudit ignore lists them."
    assert note in run("people", "hemi").stdout
    assert "left out" not in run("people", "--state", "never", "hemi").stdout
    assert "left out" in run("people").stdout


def test_what_was_logged_stands_with_the_latest(run: Run) -> None:
    """A note that stands there is not told again; programs get each note."""
    run("log", "Hemi Bergqvarn", "coffee", "--on", "2026-11-14", "--got", "", "--note", "pears")
    entries = sections(run, "log", "Hemi Bergqvarn", "--list")["entries"]["tables"]
    entry = next(one for one in entries["entries"] if one["note"] == "pears")
    shown = run("show", "Hemi Bergqvarn").stdout
    assert shown.count("[got] pears") == shown.count(entry["id"]) == 1
    assert "Your notes" not in shown
    found = sections(run, "show", "Hemi Bergqvarn")
    assert found["contact"]["tables"]["latest"][0]["entry"] == entry["id"]
    assert found["notes"]["tables"]["notes"][0] == {
        "day": "2026-11-14", "note": "pears", "entry": entry["id"], "purpose": "got",
    }  # fmt: skip
    assert "[got] pears" in run("show", "Hemi Bergqvarn", "--section", "notes").stdout


def test_keys_are_for_programs_and_words_for_people(run: Run) -> None:
    figures = sections(run, "show", "Hemi Bergqvarn")["contact"]["figures"]
    assert (figures["state"], figures["ladder"]) == ("two_way", "text")
    shown = run("show", "Hemi Bergqvarn").stdout
    assert "two_way" not in shown
    assert "in touch both ways, last in touch 5 weeks ago." in " ".join(shown.split())
    assert shown.count(" ago") == 1
    for empty in ("days since", "timezone", "window", "  people", "why", "thanks"):
        assert f" {empty} " not in shown, empty


def test_show_takes_a_name_without_quotes(run: Run) -> None:
    whole = run("show", "Hemi Bergqvarn").stdout
    assert run("show", "hemi", "bergqvarn").stdout == whole
    refused = run("show", "nobody", "whosoever")
    assert refused.exit_code == ExitCode.USAGE
    assert "quotes" in refused.stderr


def test_figures_are_offered_only_where_there_is_one_section(run: Run) -> None:
    words = ("show", "Hemi Bergqvarn", "--table", "foo", "--format", "csv")
    assert "figures" not in run(*words).stderr
    assert "figures" in run(*words, "--section", "contact").stderr


def test_a_screen_is_cut_and_a_file_is_whole(run: Run) -> None:
    shown = run("people").stdout
    assert " more: --all shows them" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert len(run("people", "--all").stdout.splitlines()) > len(found(run))
    assert len(run("people", "--limit", "3", "--format", "csv").stdout.splitlines()) == 4


def test_a_state_has_a_key_and_the_words_of_the_list(run: Run) -> None:
    for key, *words in (
        ("never", "none", "No contact recorded"), ("only_out", "only I", "only I wrote"),
        ("only_in", "only they", "only-in"), ("two_way", "two-way", "both ways"),
        ("met", "met in person"),
    ):  # fmt: skip
        by_key = found(run, "--state", key)
        assert {one["state"] for one in by_key} == {key}
        assert all(found(run, "--state", said) == by_key for said in words)
    both = run("people", "--state", "two_way", "--state", "met", "--tag", "none").stdout
    assert "Nobody on record fits: tag none, state two-way or met in person" in both


def test_a_list_shows_what_it_is_sorted_by(run: Run) -> None:
    assert "contact-days" not in run("people").stdout
    assert found(run, "--sort", "contact") == found(run, "--sort", "days")
    days = [one["contact_days"] for one in found(run, "--sort", "days")]
    assert days == sorted(days, reverse=True)
    assert "contact-days" in run("people", "--sort", "days").stdout
    assert " since\n" in run("people", "--sort", "since").stdout


def test_what_was_asked_for_is_said_once(run: Run) -> None:
    for form in ("terminal", "markdown", "html"):
        told = run("people", "dandelion", "--on-list", "--format", form).stdout.replace(
            "&#39;", "'"
        )
        assert "7 people fit: 'dandelion', on your list" in told
        assert "netaudit show ID" in told
        none = run("people", "nobodysword", "--format", form).stdout.replace("&#39;", "'")
        assert "Nobody on record fits: 'nobodysword'" in none
        assert "nobody fits" not in none


def test_programs_always_get_the_ids(run: Run) -> None:
    assert all(len(one["person_id"]) == 8 for one in found(run, "dandelion"))
    plain = run("people", "dandelion", "--format", "csv").stdout
    assert '"person_id"' in plain
    assert run("people", "dandelion", "--format", "csv", "--ids").stdout == plain


def test_an_unknown_word_is_told_with_its_option(run: Run) -> None:
    assert "--sort: 'contacts' is not known here" in run("people", "--sort", "contacts").stderr
    assert "did you mean 'contact'?" in run("people", "--sort", "contacts").stderr
    assert "--state: 'warm' is not known here" in run("people", "--state", "warm").stderr


@pytest.mark.parametrize(
    "words",
    [
        ("people", "--state", "warm"), ("people", "--sort", "age"), ("people", "--source", "fax"),
        ("people", "--stale", "soon"), ("show", "Nobody Whosoever"), ("show",),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == ExitCode.USAGE


def test_neither_loads_pandas(home: Path) -> None:
    code = (
        "import sys; from netaudit.cli import app\n"
        "for words in (['show', 'Hemi Bergqvarn'], ['people', '--company', 'dandelion'],\n"
        "    ['log', 'Hemi Bergqvarn', 'coffee']):\n"
        "    try: app(words)\n"
        "    except SystemExit as end: assert not end.code\n"
        "sys.exit(not {'pandas', 'pydantic', 'jinja2', 'ziaplot'}.isdisjoint(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"HOME": str(home)}, check=False,
        capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_of_a_store_without_anybody_it_is_said_how_to_begin(run: Run) -> None:
    assert run("undo", "1", "--yes").exit_code == 0
    for words in ((), ("dandelion",)):
        shown = run("people", *words).stdout
        assert "Nobody is on record yet: netaudit import YOUR-EXPORT.zip" in shown
        assert "fit" not in shown
