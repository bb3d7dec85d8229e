"""What holds of whom: people off the record, the owner, and two who were made one."""

from pathlib import Path

import pytest

from cli import matching_world as world
from cli.preferring import CLEO, CLEO_SHOWN, DAN, DAN_SHOWN, section, told, written
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
    assert told(run, "cadence") == ["Nobody has a cadence.", "Everybody tagged friends: 3w"]
    assert section(run, "cadence")["with_cadence"] == 0
    assert section(run, "coverage")["people_ignored"] == 0


@pytest.mark.parametrize("ignored", [True, False])
def test_whoever_is_off_the_record_is_on_no_list(run: Run, store: Path, *, ignored: bool) -> None:
    for words in SAID if ignored else SAID[1:]:
        written(run, *of_whom(words, DAN))
    run("undo", "1", "--yes")
    assert_nobody_is_listed(run)
    shown = [run(command, DAN) for command in ("tag", "snooze", "cadence")]
    assert [one.stdout.split()[0] for one in shown] == ["friends", "2026-12-15", "due"]
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
        assert "it is so already" in run(*of_whom(words, "Robin Quist")).stdout


def test_no_cadence_holds_also_against_a_tag_that_comes_later(run: Run, store: Path) -> None:
    written(run, "cadence", "--tag", "friends", "3w")
    written(run, "cadence", DAN, "--off")
    written(run, "tag", DAN, "friends")
    assert told(run, "cadence", DAN) == [f"{DAN_SHOWN} has no cadence."]


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
