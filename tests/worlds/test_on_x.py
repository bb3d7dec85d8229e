"""Archives of X of whatever kind give the figures that their JSON gives when counted by hand.

The longer run: `ON_X_EXAMPLES=500 pytest tests/worlds/test_on_x.py`.
"""

import json
import os
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import time_machine
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from netaudit.cli import app
from worlds.on_x import GROUPS, POSTS, TALKS, Archive, Element, archives, snowflake
from worlds.on_x_oracle import facts, measured

LINKEDIN = Path(__file__).parents[2] / "examples" / "linkedin"
ZONES = ("UTC", "America/Los_Angeles", "Asia/Tokyo")
#: What a file becomes when it is read: the columns of the history that add up to `read`.
BECAME = ("new", "unchanged", "updated", "set_aside", "skipped")
EXAMPLES = int(os.environ.get("ON_X_EXAMPLES", "10"))
many = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck),
    print_blob=True,
)  # fmt: skip
seeds = st.integers(0, 2**32)


@pytest.fixture(autouse=True)
def nothing_configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("NETAUDIT_STORE", "NETAUDIT_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with time_machine.travel("2026-11-15T18:00:00Z", tick=False):
        yield


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    assert result.exit_code == 0, result.output
    return result


def imported(store: Path, *commands: Sequence[Path]) -> Path:
    """Import each group of paths by a command of its own."""
    for paths in commands:
        run("import", "--yes", "--store", store, *paths)
    return store


def report(store: Path, day: date, zone: str) -> dict[str, Any]:
    """Return the report, without the order of the imports."""
    shown = run(
        "report", "--all", "--ids", "--format", "json", "--as-of", day, "--timezone", zone,
        "--store", store,
    )  # fmt: skip
    sections: dict[str, Any] = {s["key"]: s for s in json.loads(shown.stdout)["sections"]}
    sections["coverage"]["tables"]["imports"].sort(key=json.dumps)
    return sections


def told(sections: dict[str, Any]) -> dict[str, Any]:
    """Return what a report says of all that the oracle knows."""
    coverage = sections["coverage"]
    found = dict(sections["list_vs_network"]["figures"])
    for key in ("stale", "depth_breadth", "coverage"):
        found |= sections[key]["figures"]
    rows = sections["list_vs_network"]["tables"]["states"]
    found["states"] = {row["state"]: row["people"] for row in rows}
    found["channels"] = {
        row["channel"]: (row["interactions"], row["people"], row["first"], row["last"])
        for row in coverage["tables"]["channels"]
    }
    found["stale_people"] = sorted(
        (row["person"], row["last"], row["contact_days"])
        for row in sections["stale"]["tables"]["stale_people"]
    )
    return found


def files_of(store: Path) -> list[dict[str, Any]]:
    """Return what became of each file that was read."""
    shown = run("imports", "--format", "json", "--store", store).stdout
    found: list[dict[str, Any]] = json.loads(shown)["sections"][0]["tables"]["files"]
    return found


def script(name: str, part: int, elements: Sequence[object]) -> str:
    text = json.dumps(elements, indent=2, ensure_ascii=False)
    return f"window.YTD.{name.replace('-', '_')}.part{part} = {text}"


def scripts(archive: Archive) -> dict[str, str]:
    """Return the files of an archive, by name."""
    found: dict[str, str] = {}
    kinds = {}
    for name, elements in archive.files.items():
        cut = len(elements) - archive.second.get(name, 0)
        parts = [elements[:cut], *([elements[cut:]] if name in archive.second else [])]
        listed = []
        for number, part in enumerate(parts):
            file = f"data/{name}{f'-part{number}' if number else ''}.js"
            found[file] = script(name, number, part)
            known_as = f"YTD.{name.replace('-', '_')}.part{number}"
            count = len(part) + (archive.claim == name and number == 0)
            listed.append({"fileName": file, "globalName": known_as, "count": str(count)})
        kinds[name] = {"files": listed}
    config = {
        "userInfo": {"accountId": "111", "userName": "robin_q", "displayName": "Robin Quist"},
        "archiveInfo": {
            "generationDate": f"{archive.day}T12:05:06.789Z",
            "isPartialArchive": archive.claim == "partial",
        },
        "dataTypes": {**kinds, "tweetsMedia": {"mediaDirectory": "data/tweets_media"}},
    }
    found["data/manifest.js"] = f"window.__THAR_CONFIG = {json.dumps(config, indent=2)}"
    return found


def write(archive: Archive, place: Path, *, zipped: bool) -> Path:
    """Write an archive as a ZIP or a folder in `place`, and return where."""
    path = place / f"twitter-{archive.day}-0a1b2c3d4e5f"
    if zipped:
        path = path.with_suffix(".zip")
        with zipfile.ZipFile(path, "w") as made:
            for name, text in scripts(archive).items():
                made.writestr(name, text)
    else:
        (path / "data").mkdir(parents=True)
        for name, text in scripts(archive).items():
            (path / name).write_text(text, "utf-8")
    return path


def rows_in(archive: Archive) -> Counter[str]:
    """Return how many rows there are to read in each file, whatever its parts."""
    found: Counter[str] = Counter()
    for name, elements in archive.files.items():
        talks = [e["dmConversation"]["messages"] for e in elements if "dmConversation" in e]
        found[name] = sum(map(len, talks)) if name in TALKS + GROUPS else len(elements)
    return found


def facts_in(archive: Archive) -> set[str]:
    """Return the ids of posts and messages between two that say something of somebody."""
    known = facts([archive])
    reposts = {post for kind, post, _ in known.signals if kind == "repost"}
    grouped = {
        inner["id"] for name in GROUPS for element in archive.files.get(name, ())
        for event in element["dmConversation"]["messages"] for inner in event.values()
        if "id" in inner
    }  # fmt: skip
    return ({what for what, _ in known.exchanges} | reposts) - grouped


def check_accounts(store: Path, order: Sequence[Archive]) -> None:
    """Hold the history of a store against the archives that it was made of."""
    rows = files_of(store)
    known: set[str] = set()
    for number, archive in enumerate(order, start=1):
        read: Counter[str] = Counter()
        new = 0
        for row in (row for row in rows if row["id"] == number):
            assert row["read"] == sum(row[key] for key in BECAME)
            name = Path(row["file"]).stem.partition("-part")[0]
            read[name] += row["read"]
            new += row["new"] if name in (*POSTS, *TALKS) else 0
        assert +read == +rows_in(archive)
        assert new == len(facts_in(archive) - known)
        known |= facts_in(archive)


@many
@example(0)
@example(1689)
@given(seeds)
def test_archives_in_any_order_give_what_their_json_gives(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a world, not a secret
    older, newer = both = archives(random)
    zone = random.choice(ZONES)
    days = [
        older.day - timedelta(40),
        older.day,
        newer.day - timedelta(1),
        newer.day + timedelta(3),
    ]
    with TemporaryDirectory() as name:
        place = Path(name)
        first, second = (write(a, place, zipped=random.random() < 0.5) for a in both)
        stores = [
            (imported(place / "1.db", [first]), [older]),
            (imported(place / "2.db", [second]), [newer]),
            (imported(place / "12.db", [first], [second]), both),
            (imported(place / "21.db", [second], [first]), both),
            (imported(place / "both.db", [second, first]), both),
        ]
        for day in random.sample(days, 2):
            for store, held in stores:
                expected = measured(facts(held), day, zone)
                found = told(report(store, day, zone))
                assert {key: found[key] for key in expected} == expected, store.name
        check_accounts(place / "12.db", both)
        check_accounts(place / "21.db", both[::-1])


@many
@given(seeds)
def test_what_is_taken_back_or_comes_twice_leaves_no_trace(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a world, not a secret
    both = archives(random)
    day, zone = random.choice([a.day for a in both]), random.choice(ZONES)
    with TemporaryDirectory() as name:
        place = Path(name)
        paths = [write(a, place, zipped=random.random() < 0.5) for a in both]
        gone = random.choice([0, 1])
        alone = imported(place / "alone.db", [paths[1 - gone]])
        store = imported(place / "s.db", [paths[0]], [paths[1]])
        before = report(store, day, zone)
        imported(store, [paths[gone]])
        assert [r for r in files_of(store) if r["id"] == 3 and r["new"] + r["updated"]] == []
        again = told(report(store, day, zone))
        assert {**again, "imports": 2} == told(before)
        for number in {3, gone + 1} & {row["id"] for row in files_of(store)}:
            run("undo", number, "--yes", "--store", store)
        assert report(store, day, zone) == report(alone, day, zone)


@settings(many, max_examples=max(2, EXAMPLES // 5))
@given(seeds)
def test_linkedin_beside_it_only_adds(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a world, not a secret
    both = archives(random)
    day, zone = both[1].day, random.choice(ZONES)
    with TemporaryDirectory() as name:
        place = Path(name)
        first, second = (write(a, place, zipped=True) for a in both)
        one = imported(place / "1.db", [LINKEDIN], [first], [second])
        other = imported(place / "2.db", [second], [LINKEDIN], [first])
        found = report(one, day, zone)
        assert report(other, day, zone) == found
        linkedin = told(report(imported(place / "3.db", [LINKEDIN]), day, zone))
        on_x = measured(facts(both), day, zone)
        figures = told(found)
        for key in (key for key, value in on_x.items() if isinstance(value, int)):
            assert figures[key] == linkedin[key] + on_x[key], key


def post_by(number: int, text: str, **mention: str) -> dict[str, Any]:
    """Return a post of 2 October 2026 that names one account."""
    at = datetime(2026, 10, 2, 10, tzinfo=UTC)
    return {"tweet": {
        "id_str": snowflake(at, number), "created_at": "Fri Oct 02 10:00:00 +0000 2026",
        "full_text": text, "entities": {"user_mentions": [mention] if mention else []},
    }}  # fmt: skip


NAMED = post_by(1, "hi", id_str="2000", screen_name="Cleo_V", name="Cleo Vance")
BY_ID = post_by(2, "RT @Cleo_V: so", id_str="2000", screen_name="Cleo_V", name="Cleo Vance")
BY_HANDLE = post_by(2, "RT @Cleo_V: so", id_str="-1", screen_name="Cleo_V", name="Cleo Vance")
OF_ME = {"account": [{"account": {"accountId": "111", "username": "robin_q"}}]}


def one_blocked(place: Path) -> dict[str, Any]:
    """Return what is told of an owner who blocked the only person there is."""
    blocked: list[Element] = [{"blocking": {"accountId": "2000"}}]
    alone = post_by(3, "RT @Cleo_V: so")
    files: dict[str, list[Element]] = {**OF_ME, "tweets": [NAMED, alone], "block": blocked}
    archive = Archive(date(2026, 11, 1), files, {}, "whole")
    store = imported(place / "s.db", [write(archive, place, zipped=True)])
    return told(report(store, date(2026, 11, 2), "UTC"))


def test_who_is_blocked_is_left_out_by_the_handle_too(tmp_path: Path) -> None:
    found = one_blocked(tmp_path)
    assert [found[key] for key in ("people", "interactions", "signals")] == [0, 0, 0]


def test_who_is_blocked_counts_once(tmp_path: Path) -> None:
    assert one_blocked(tmp_path)["accounts_blocked"] == 1


def test_a_repost_that_lost_its_id_counts_once(tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    for day, repost in ((1, BY_ID), (5, BY_HANDLE)):
        archive = Archive(date(2026, 11, day), {**OF_ME, "tweets": [NAMED, repost]}, {}, "whole")
        imported(store, [write(archive, tmp_path, zipped=True)])
    assert told(report(store, date(2026, 11, 6), "UTC"))["signals"] == 1
