"""What holds of whom: people off the record, the owner, and two who were made one."""

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
from netaudit.errors import ExitCode
from store.snapshots import bring, connection, entry, export, log


@pytest.fixture
def store(home: Path, run: Run) -> Path:
    return world.begin(home)


SAID: tuple[tuple[str, ...], ...] = (
    ("ignore",), ("tag", "friends"), ("snooze", "30d"), ("cadence", "1w"),
    ("cadence", "--tag", "friends", "3w"),
)  # fmt: skip
ENDED: tuple[tuple[str, ...], ...] = (
    ("unignore",),
    ("tag", "-d", "friends"),
    ("snooze", "--off"),
    ("cadence", "--off"),
)


def of_whom(words: tuple[str, ...], person: str) -> tuple[str, ...]:
    """Put a person where a command takes one."""
    return words if "--tag" in words else (words[0], person, *words[1:])


def assert_nobody_is_listed(run: Run) -> None:
    assert told(run, "ignore") == ["Nobody is ignored."]
    assert told(run, "tag") == ["Nobody is tagged."]
    assert told(run, "snooze") == ["Nobody is snoozed."]
    assert told(run, "cadence") == [
        "Nobody has a cadence.",
        "Everybody tagged friends (nobody in the reports has this tag yet): every 3w",
    ]
    assert section(run, "cadence")["with_cadence"] == 0
    assert section(run, "coverage")["people_ignored"] == 0


@pytest.mark.parametrize("ignored", [True, False])
def test_whoever_is_off_the_record_is_on_no_list(run: Run, store: Path, *, ignored: bool) -> None:
    for words in SAID if ignored else SAID[1:]:
        written(run, *of_whom(words, DAN))
    run("undo", "1", "--yes")
    assert_nobody_is_listed(run)
    shown = [run(command, DAN) for command in ("tag", "snooze", "cadence")]
    assert [one.stdout.split()[0] for one in shown] == ["friends", "id", "id"]
    assert all("is not on record: reports and lists leave them out" in one.stderr for one in shown)
    for words in ENDED if ignored else ENDED[1:]:
        written(run, *of_whom(words, DAN))
    assert "has no tag." in run("tag", DAN).stdout
    assert "is not on record" in run("cadence", DAN, "3w").stderr


def test_whoever_turns_out_to_be_the_owner_is_on_no_list_and_all_of_it_can_end(
    run: Run, home: Path
) -> None:
    """The log names somebody; the export that says whose it is comes later."""
    path = home / ".local" / "share" / "netaudit" / "netaudit.db"
    bring(path, log(entry("Robin Quist")))
    for words in SAID:
        written(run, *of_whom(words, "Robin Quist"))
    bring(path, export(connection(world.DAN, "Dan Ilvesniemi")))
    assert_nobody_is_listed(run)
    for words in SAID[:4]:
        result = run(*of_whom(words, "Robin Quist"))
        assert (result.exit_code, "is you" in result.stderr) == (ExitCode.USAGE, True)
    for words in ENDED:
        written(run, *of_whom(words, "Robin Quist"))
        unwritten(run, *of_whom(words, "Robin Quist"))


def test_what_is_said_of_somebody_ignored_says_so_and_no_list_holds_them(
    run: Run, store: Path
) -> None:
    written(run, "ignore", DAN)
    for words in SAID[1:4]:
        for asked in (of_whom(words, DAN), (words[0], DAN)):
            assert run(*asked).stderr == (
                f"netaudit: {DAN_SHOWN} is ignored: reports and lists leave them out\n"
                f"  hint: netaudit unignore {DAN_ID} counts them again\n"
            )
    written(run, "cadence", "--tag", "friends", "3w")
    assert told(run, "ignore")[1:] == [f"{DAN_ID}  Dan Ilvesniemi"]
    assert told(run, "tag") == ["Nobody is tagged."]
    assert told(run, "snooze") == ["Nobody is snoozed."]
    assert told(run, "cadence")[0] == "Nobody has a cadence."
    assert "(nobody in the reports has this tag yet)" in told(run, "cadence")[1]
    assert run("ignore", DAN).stderr == ""
    written(run, "unignore", DAN)
    assert told(run, "tag") == ["friends  1"]
    assert len(told(run, "snooze")[1:]) == 1


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_merge_that_takes_somebody_out_of_the_reports_says_so(
    run: Run, store: Path, dry: tuple[str, ...]
) -> None:
    said = f"They are ignored: netaudit unignore {CLEO_ID} counts them"
    assert said not in run("merge", CLEO, "@palegreen", "--dry-run").stdout
    written(run, "ignore", "@palegreen")
    assert said in run("match", "--same", CLEO, "@palegreen", "--dry-run").stdout
    assert said in run("merge", CLEO, "@palegreen", *dry).stdout.splitlines()
    written(run, "unignore", "@palegreen")
    assert told(run, "ignore") == ["Nobody is ignored."]


def test_a_merge_with_whom_one_counted_again_says_nothing(run: Run, store: Path) -> None:
    """The last word about either holds."""
    written(run, "ignore", CLEO)
    written(run, "ignore", "@palegreen")
    written(run, "unignore", "@palegreen")
    assert "ignored" not in run("merge", CLEO, "@palegreen").stdout
    assert told(run, "ignore") == ["Nobody is ignored."]


def test_the_history_calls_people_as_everything_else_does(run: Run, store: Path) -> None:
    written(run, "snooze", "@palegreen", "30d")
    assert "said: Cleo Vantongeren is snoozed until" in run("imports", "--last", "1").stdout


def test_a_snooze_that_only_one_account_has_can_end(run: Run, store: Path) -> None:
    """Of the two who were made one the later word is over; apart, the earlier one would hold."""
    written(run, "snooze", CLEO, "1y")
    written(run, "snooze", "@palegreen", "2026-11-16")
    run("merge", CLEO, "@palegreen")
    later = ("--timezone", "Pacific/Auckland")  # there the 16th has come
    assert told(run, "snooze", CLEO, *later) == [f"{CLEO_SHOWN} is not snoozed."]
    written(run, "snooze", CLEO, "--off", *later)
    run("split", CLEO, "@palegreen")
    assert told(run, "snooze") == ["Nobody is snoozed."]
