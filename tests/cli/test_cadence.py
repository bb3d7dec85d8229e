"""`netaudit cadence`: of people and of tags."""

import json
from pathlib import Path

import pytest

from cli import matching_world as world
from cli.preferring import (
    CLEO,
    CLEO_ID,
    CLEO_SHOWN,
    DAN,
    DAN_ID,
    DAN_SHOWN,
    section,
    told,
    unwritten,
    written,
)
from cli.program import Run
from store.snapshots import bring, entry, log


@pytest.fixture
def store(home: Path, run: Run) -> Path:
    return world.begin(home)


def test_cadences_of_people_and_of_tags(run: Run, store: Path) -> None:
    """With Dan there is one entry in the log, with Cleo nothing."""
    bring(store, log(entry("Dan Ilvesniemi", 739_926), name="more.csv"))
    assert told(run, "cadence") == ["Nobody has a cadence."]
    assert told(run, "cadence", DAN) == [f"{DAN_SHOWN} has no cadence."]
    run("tag", DAN, "friends")
    run("tag", CLEO, "friends")
    said = written(run, "cadence", "--tag", "#Friends", "3w")
    assert said == "In touch every 3w: everybody tagged friends (2 people)"
    assert written(run, "cadence", DAN, "2mo") == f"In touch every 2mo: {DAN_SHOWN}"
    dan = f"{DAN_ID}  kept     2027-01-06  2026-11-06    2mo           Dan Ilvesniemi"
    assert told(run, "cadence") == [
        "id                 due         last contact  every         person",
        f"{CLEO_ID}  overdue              never         3w (friends)  Cleo Vantongeren",
        dan,
        "Everybody tagged friends (2 people): every 3w",
    ]
    _, row, why = told(run, "cadence", DAN)
    assert row.split() == dan.split()
    assert why == "Their own: every 2mo, in place of every 3w by the tag friends"
    assert told(run, "cadence", CLEO)[2] == "By the tag friends: every 3w"
    said = written(run, "cadence", "--tag", "friends", "--off")
    assert said == "No cadence by this tag any more: everybody tagged friends (2 people)"
    assert told(run, "cadence", CLEO) == [f"{CLEO_SHOWN} has no cadence."]
    assert [line for line in told(run, "cadence") if "Cleo" in line] == []
    said = unwritten(run, "cadence", "--tag", "friends", "--off")
    assert said == "The tag friends brings no cadence"


@pytest.mark.parametrize("own", ["3w", "never"])
def test_off_gives_somebody_back_to_their_tags(run: Run, store: Path, own: str) -> None:
    written(run, "cadence", "--tag", "friends", "2w")
    written(run, "tag", DAN, "friends")
    written(run, "cadence", DAN, own)
    tried = run("cadence", DAN, "--off", "--dry-run").stdout.splitlines()
    ended = written(run, "cadence", DAN, "--off").splitlines()
    assert ended == [
        f"No cadence of their own any more: {DAN_SHOWN}", "By the tag friends: every 2w",
    ]  # fmt: skip
    assert tried[:2] == ended
    assert told(run, "cadence", DAN)[2] == "By the tag friends: every 2w"
    said = unwritten(run, "cadence", DAN, "--off")
    assert said == f"{DAN_SHOWN} has no cadence of their own"
    written(run, "tag", "-d", DAN, "friends")
    assert run("cadence", DAN, "--off").stdout.endswith("No tag of theirs brings a cadence\n")


def test_never_is_none_whatever_tags_bring_now_or_later(run: Run, store: Path) -> None:
    said = written(run, "cadence", DAN, "NEVER")
    assert said == f"No cadence, whatever their tags bring: {DAN_SHOWN}"
    assert told(run, "cadence", DAN)[1] == "Their own: never"
    written(run, "tag", DAN, "friends")
    written(run, "cadence", "--tag", "friends", "2w")
    assert told(run, "cadence", DAN) == [
        f"{DAN_SHOWN} has no cadence.", "Their own: never, in place of every 2w by the tag friends",
    ]  # fmt: skip
    assert told(run, "cadence") == [
        "Nobody has a cadence.", f"Never, whatever their tags bring: {DAN_SHOWN}",
        "Everybody tagged friends (1 person): every 2w",
    ]  # fmt: skip
    assert section(run, "cadence")["with_cadence"] == 0
    said = unwritten(run, "cadence", DAN, "never")
    assert said == f"{DAN_SHOWN} has no cadence, whatever their tags bring, already"


def test_what_a_tag_brings_is_told_with_how_many_it_is(run: Run, store: Path) -> None:
    nobody = "verybody tagged typo (nobody in the reports has this tag yet)"
    assert told(run, "cadence", "--tag", "typo") == [f"E{nobody}: no cadence"]
    assert written(run, "cadence", "--tag", "typo", "2w") == f"In touch every 2w: e{nobody}"
    assert told(run, "cadence", "--tag", "Typo") == [f"E{nobody}: every 2w"]
    for person in (DAN, CLEO):
        written(run, "tag", person, "typo")
    two = "Everybody tagged typo (2 people): every 2w"
    assert told(run, "cadence", "--tag", "#typo") == [two]


def test_the_list_of_cadences_says_what_the_report_says(run: Run, store: Path) -> None:
    for person in (DAN, CLEO, "@silver_heron", "@zedzed"):
        written(run, "cadence", person, "1mo")
    made = json.loads(run("report", "--ids", "--format", "json").stdout)
    (tables,) = (s["tables"] for s in made["sections"] if s["key"] == "cadence")
    reported = [
        " ".join(filter(None, (
            row["person_id"], state, row["due_on"], row["last"] or "never", row["cadence"],
        )))
        for state in ("overdue", "due")
        for row in tables[state]
    ]  # fmt: skip
    listed = [line.split() for line in told(run, "cadence")[1:]]
    assert [" ".join(words[: words.index("1mo") + 1]) for words in listed] == reported
    assert [words[1] for words in listed] == ["overdue"] * 4


def test_whoever_is_ignored_is_due_nowhere(run: Run, store: Path) -> None:
    written(run, "cadence", DAN, "1w")
    written(run, "ignore", DAN)
    assert told(run, "cadence") == ["Nobody has a cadence."]
    assert run("cadence", DAN).stdout.splitlines()[1].startswith(f"{DAN_ID}  overdue")
    assert section(run, "cadence") == {"with_cadence": 0, "due": 0, "overdue": 0}
    written(run, "unignore", DAN)
    assert section(run, "cadence") == {"with_cadence": 1, "due": 0, "overdue": 1}
