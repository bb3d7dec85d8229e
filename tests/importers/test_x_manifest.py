"""What the manifest and the numbers of parts tell of what is missing in an archive."""

import json

import pytest

from importers.made import made
from netaudit.importers import File
from netaudit.importers.twitter.manifest import Check, check


def part(number: int, name: str = "tweets") -> File:
    """Return an empty part of a list."""
    return made(f"window.YTD.{name}.part{number} = []", f"{name}-part{number}.js")


def listing(**files: dict[int, int]) -> File:
    """Return a manifest that says of the parts of each script how many elements they have."""
    kinds = {
        name: {
            "files": [
                {"fileName": f"data/{name}-part{n}.js", "globalName": f"YTD.{name}.part{n}",
                 "count": str(count)}
                for n, count in parts.items()
            ]
        }
        for name, parts in files.items()
    }  # fmt: skip
    return made(f"window.__THAR_CONFIG = {json.dumps({'dataTypes': kinds})}", "manifest.js")


def checked(read: list[File], *manifests: File) -> Check:
    """Compare with the manifests what was read: of each file no element."""
    return check(manifests, read, {file.shown: 0 for file in read})


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ([0, 1, 2], []),
        ([1], ["tweets: part 0 is missing"]),
        ([3, 0], ["tweets: parts 1 to 2 are missing"]),
        ([0, 2, 3, 7], ["tweets: part 1 is missing", "tweets: parts 4 to 6 are missing"]),
        ([0, 3_000_000], ["tweets: parts 1 to 2,999,999 are missing"]),
        ([999_999_999], ["tweets: parts 0 to 999,999,998 are missing"]),
    ],
)
def test_gaps_between_parts_are_said_at_once(there: list[int], said: list[str]) -> None:
    found = checked([part(n) for n in there])
    assert list(found.notices) == said
    assert found.doubtful == ({"tweets"} if said else set())


def test_months_of_the_classic_archive_have_no_gaps() -> None:
    months = [made(f"Grailbird.data.tweets_2013_{n} = []", f"2013_{n}.js") for n in ("01", "09")]
    assert checked(months).notices == ()


def test_a_part_beside_those_of_the_manifest_is_no_sign_that_these_are_missing() -> None:
    known = listing(tweets={0: 0, 1: 0}, follower={0: 0})
    found = checked([part(0), part(1), part(2), part(0, "follower"), part(1, "follower")], known)
    assert found.notices == ()
    assert not found.doubtful


def test_what_the_manifest_says_is_absent_is_said_once() -> None:
    known = listing(tweets={0: 0, 1: 9, 2: 0, 3: 0})
    found = checked([part(0), part(3), part(5)], known)  # part 2 would be empty
    assert found.notices == (
        "data/tweets-part1.js: the manifest lists it with 9, but it is not there",
        "tweets: part 4 is missing",
    )
    assert found.doubtful == {"tweets"}


def test_the_name_of_an_absent_file_is_said_so_that_it_can_be_printed() -> None:
    kind = {"fileName": "data/\ud83d\x1b[2Jx.js", "globalName": "YTD.tweets.part1", "count": "1"}
    told = json.dumps({"dataTypes": {"tweets": {"files": [kind]}}})
    found = checked([part(0)], made(f"window.__THAR_CONFIG = {told}", "manifest.js"))
    assert [notice.isprintable() for notice in found.notices] == [True]
