"""The people of the examples who are on both platforms are found as they are meant to be."""

import csv
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from netaudit.cli import app

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-11-15"
SOURCES = ("linkedin", "x", "x-following.csv", "log.csv")


class Program:
    """netaudit, with a store of its own that holds the examples."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self._environment = {
            "NETAUDIT_STORE": str(store), "NETAUDIT_CONFIG": str(store.with_name("none.toml")),
        }  # fmt: skip
        if not store.exists():
            self("import", *(str(EXAMPLES / name) for name in SOURCES))

    def __call__(self, *arguments: str) -> str:
        done = CliRunner().invoke(app, arguments, env=self._environment)
        assert done.exit_code == 0, done.output
        return done.stdout

    def pairs(self) -> list[dict[str, str]]:
        text = self("match", "--list", "--possible", "--format", "csv")
        return list(csv.DictReader(text.splitlines()))

    def stale(self) -> dict[str, str]:
        """Return people not touched for 30 days, and the channel of the last touch."""
        rows = csv.reader(
            self("report", "--section", "stale", "--format", "csv", "--as-of", DAY).splitlines()
        )
        return {row[0]: row[3] for row in rows}

    def listed(self) -> int:
        report = json.loads(self("report", "--format", "json", "--as-of", DAY))
        section = next(one for one in report["sections"] if one["key"] == "list_vs_network")
        return int(section["figures"]["list"])


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(tmp_path_factory.mktemp("both") / "store.db")


@pytest.fixture
def other(program: Program, tmp_path: Path) -> Program:
    """Return the program with a copy of the store, to be written to."""
    return Program(Path(shutil.copy(program.store, tmp_path)))


def followed() -> list[dict[str, str]]:
    with (EXAMPLES / "x-following.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_who_says_more_than_a_name_is_joined(program: Program) -> None:
    assert program.listed() == 600 + len(followed()) - 7


def test_the_old_friend_is_in_touch_again(program: Program) -> None:
    friend = followed()[0]
    accounts = program("match", "--explain", friend["name"])
    assert friend["website"].partition("www.")[2] in accounts
    assert f"x.com/{friend['screen_name'].casefold()}" in accounts
    assert friend["name"] not in program.stale()


def test_an_equal_name_alone_is_asked_about(program: Program) -> None:
    verdicts = Counter((pair["verdict"], pair["one"]) for pair in program.pairs())
    likely = {name for verdict, name in verdicts if verdict == "likely"}
    possible = {name: count for (verdict, name), count in verdicts.items() if verdict != "likely"}
    assert len(likely) == 2
    assert list(possible.values()) == [2]  # one name that two people on the list bear


def test_two_people_of_one_name_on_x_stay_two(program: Program) -> None:
    names = Counter(row["name"] for row in followed())
    double = next(name for name, count in names.items() if count == 2)
    assert double not in {pair["one"] for pair in program.pairs()}
    text = program("report", "--section", "stale", "--format", "csv", "--as-of", DAY)
    assert sum(row[:1] == [double] for row in csv.reader(text.splitlines())) == 2


def test_saying_who_is_one_changes_the_picture(other: Program) -> None:
    stale, listed = other.stale(), other.listed()
    pair = next(one for one in other.pairs() if stale.get(one["one"]) == "linkedin")
    other("merge", pair["one_id"], pair["other_id"])
    assert other.listed() == listed - 1
    assert other.stale().keys() == stale.keys() - {pair["one"]}
