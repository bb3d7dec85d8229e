"""The large world has the promised size and shape, tried on small numbers."""

import csv
import subprocess
import sys
from collections import Counter
from itertools import groupby
from pathlib import Path

import pytest

OWNER = "https://www.linkedin.com/in/robin-quist-example"
BIG = Path(__file__).parent / "big.py"
Table = list[dict[str, str]]


def write(folder: Path, *options: str) -> dict[str, bytes]:
    subprocess.run([sys.executable, BIG, folder, *options], check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    write(folder, "--connections", "1200", "--messages", "9000")
    return folder


@pytest.fixture(scope="module")
def messages(world: Path) -> Table:
    return read(world / "messages.csv")


def read(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_the_numbers_asked_for_are_the_numbers_written(world: Path, messages: Table) -> None:
    lines = (world / "Connections.csv").read_text(encoding="utf-8").split("\n")
    assert len(lines) - 4 == 1200
    assert len(messages) == 9000


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    small = ("--connections", "40", "--messages", "200")
    first = write(tmp_path / "a", *small)
    assert write(tmp_path / "b", *small) == first
    assert write(tmp_path / "c", *small, "--seed", "2") != first


@pytest.mark.parametrize(("connections", "count"), [("1", "5"), ("30", "3"), ("4", "0")])
def test_a_world_may_be_tiny(tmp_path: Path, connections: str, count: str) -> None:
    write(tmp_path, "--connections", connections, "--messages", count)
    assert len(read(tmp_path / "messages.csv")) == int(count)


def test_every_message_is_to_or_from_the_owner(messages: Table) -> None:
    for row in messages:
        people = [row["SENDER PROFILE URL"], *row["RECIPIENT PROFILE URLS"].split(",")]
        assert people.count(OWNER) == 1


def test_conversations_stand_together_newest_first_without_two_in_a_second(
    messages: Table,
) -> None:
    threads = [
        [row["DATE"] for row in rows]
        for _, rows in groupby(messages, key=lambda row: row["CONVERSATION ID"])
    ]
    assert len(threads) == len({row["CONVERSATION ID"] for row in messages})
    for dates in threads:
        assert dates == sorted(set(dates), reverse=True)


def test_few_people_have_most_of_the_messages(messages: Table) -> None:
    counts = sorted(Counter(row["CONVERSATION ID"] for row in messages).values(), reverse=True)
    assert sum(counts[: len(counts) // 10]) > sum(counts) // 2


def test_three_in_a_hundred_conversations_are_groups(messages: Table) -> None:
    sizes = {row["CONVERSATION ID"]: row["RECIPIENT PROFILE URLS"].count(",") for row in messages}
    assert 0.02 < sum(size > 0 for size in sizes.values()) / len(sizes) < 0.04


def test_texts_are_about_eighty_characters(messages: Table) -> None:
    assert 70 < sum(len(row["CONTENT"]) for row in messages) / len(messages) < 95
