"""The committed examples are what the generator writes, small, and about nobody."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
WRITTEN = sorted([
    *(EXAMPLES / "linkedin").iterdir(), *(EXAMPLES / "x" / "data").iterdir(),
    EXAMPLES / "x-following.csv", EXAMPLES / "log.csv",
])  # fmt: skip
DOMAIN = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|edu|gov|co|de|uk|fr|eu|app|dev|me|info|biz|ai)\b",
    re.IGNORECASE,
)
INVENTED = re.compile(r"(?:.+\.)?(?:(?:linkedin|twitter)\.com|example\.(?:com|org|net))")
PREAMBLE_BYTES = 375


def generate(folder: Path, *options: str) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, EXAMPLES / "generate.py", "--out", folder, *options],
        check=True,
        capture_output=True,
    )
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def connections() -> list[list[str]]:
    with (EXAMPLES / "linkedin/Connections.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[4:]


def test_the_committed_files_are_what_the_generator_writes(tmp_path: Path) -> None:
    committed = {path.relative_to(EXAMPLES).as_posix(): path.read_bytes() for path in WRITTEN}
    assert generate(tmp_path) == committed


def test_another_seed_is_another_life(tmp_path: Path) -> None:
    other = generate(tmp_path, "--seed", "7")
    for name in ("linkedin/Connections.csv", "x/data/tweets.js"):
        assert other[name] != (EXAMPLES / name).read_bytes()


def test_all_of_it_is_small_enough_to_commit() -> None:
    assert sum(path.stat().st_size for path in WRITTEN) < 650_000


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_no_real_domain_is_named(path: Path) -> None:
    found = {match.casefold() for match in DOMAIN.findall(path.read_text(encoding="utf-8"))}
    assert {domain for domain in found if not INVENTED.fullmatch(domain)} == set()


def test_every_profile_link_says_that_it_is_an_example() -> None:
    links = {link for path in WRITTEN for link in re.findall(r"/in/([^,\"\n]+)", path.read_text())}
    assert links
    assert {link for link in links if not link.endswith("example")} == set()


def test_connections_look_as_linkedin_writes_them() -> None:
    raw = (EXAMPLES / "linkedin/Connections.csv").read_bytes()
    header = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    assert raw.index(header) == PREAMBLE_BYTES
    assert b"\r" not in raw
    assert not raw.endswith(b"\n")


def test_each_connection_is_either_somebody_with_a_link_or_a_bare_day() -> None:
    named = [row for row in connections() if row[2]]
    bare = [row for row in connections() if not row[2]]
    assert len({row[2] for row in named}) == len(named) == 600
    assert bare
    assert {tuple(row[:6]) for row in bare} == {("",) * 6}


def test_most_connections_never_exchange_a_word() -> None:
    messages = (EXAMPLES / "linkedin/messages.csv").read_text(encoding="utf-8")
    log = (EXAMPLES / "log.csv").read_text(encoding="utf-8")
    silent = [
        row
        for row in connections()
        if row[2] and row[2] not in messages and f"{row[0]} {row[1]}" not in log
    ]
    assert len(silent) > 0.7 * 600
