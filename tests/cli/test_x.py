"""What `netaudit import` makes of X archives: shapes, parts, order, counts, other members."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.program import EXAMPLES, Run
from importers import x_made
from importers.x_made import BO, CLEO, DOV, EDA, ME, Archive, archive
from netaudit.errors import ExitCode

NAME = "twitter-2026-11-14-0a1b2c3d4e.zip"
REST = {"Your archive.html": "<html></html>", "assets/js/app.js": "var a = 1;",
        "data/tweets_media/1626-a.jpg": "\xff", "data/ad-impressions.js": "window.YTD.ad = []",
        "data/README.txt": "Read me."}  # fmt: skip


def folder(at: Path, files: Archive) -> Path:
    for name, text in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_text(text, "utf-8")
    return at


def zipped(path: Path, files: Archive, top: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(top + name, text)
    return path


def imported(run: Run, store: Path, *given: object) -> str:
    result = run("import", *map(str, given), "--store", str(store))
    assert result.exit_code == 0, result.output
    return result.output


def report(run: Run, store: Path) -> dict[str, Any]:
    """Return the report without the names of what was imported."""
    shown = run(
        "report", "--format", "json", "--all", "--ids", "--as-of", "2026-11-15",
        "--store", str(store),
    )  # fmt: skip
    assert shown.exit_code == 0, shown.output
    found: dict[str, Any] = json.loads(shown.stdout)
    (coverage,) = (one for one in found["sections"] if one["key"] == "coverage")
    for one in coverage["tables"]["imports"]:
        del one["name"]
    return found


def figures(run: Run, store: Path, key: str = "list_vs_network") -> dict[str, Any]:
    (found,) = (s for s in report(run, store)["sections"] if s["key"] == key)
    return dict(found["figures"])


def loose(at: Path) -> list[Path]:
    return sorted((folder(at, archive()) / "data").iterdir())


SHAPES: dict[str, Callable[[Path], list[Path]]] = {
    "ZIP with pictures": lambda at: [zipped(at / NAME, {**archive(), **REST})],
    "ZIP with a top folder": lambda at: [zipped(at / NAME, archive(), "twitter-2026/")],
    "folder": lambda at: [folder(at / "arch", {**archive(), **REST})],
    "data folder": lambda at: [folder(at, archive()) / "data"],
    "single files": loose,
    "single files, the other way round": lambda at: loose(at)[::-1],
    "ZIP in a folder": lambda at: [zipped(at / "Downloads" / NAME, archive()).parent],
    "scripts of other names": lambda at: [
        folder(at / "a", {f"{n}.txt.js": text for n, text in enumerate(archive().values())})
    ],
    "early generation": lambda at: [
        folder(at / "b", {name.removeprefix("data/"): t for name, t in archive().items()})
    ],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_archive_gives_the_same_report_in_whatever_shape(
    run: Run, home: Path, tmp_path: Path, shape: str
) -> None:
    imported(run, tmp_path / "zip.db", zipped(tmp_path / "zip" / NAME, archive()))
    imported(run, tmp_path / "other.db", *SHAPES[shape](tmp_path / "in"))
    found = report(run, tmp_path / "other.db")
    assert found == report(run, tmp_path / "zip.db")
    numbers = found["sections"][0]["figures"]
    assert [numbers[k] for k in ("list", "network", "audience", "mutual")] == [3, 1, 1, 1]


def test_pictures_and_pages_are_passed_over(run: Run, home: Path) -> None:
    more = {f"data/tweets_media/{n}.mp4": "x" for n in range(100)}
    said = imported(run, home / "s.db", zipped(home / NAME, {**archive(), **REST, **more}))

    assert "101 pictures and the like" in " ".join(said.split())
    assert "app.js" in said


def test_parts_come_in_any_order_and_none_counts_twice(run: Run, home: Path) -> None:
    whole = archive()
    posts = json.loads(whole["data/tweets.js"].partition("= ")[2])
    more = [x_made.post("2026-09-01T10:00", "", CLEO, (CLEO,)), posts[0]]
    first, second = x_made.script("tweets", posts), x_made.script("tweets", more, 1)
    del whole["data/manifest.js"]
    one = {**whole, "data/tweets.js": first, "data/tweets-part1.js": second}
    imported(run, home / "1.db", folder(home / "one", one), "--exported-on", "2026-11-14")
    assert figures(run, home / "1.db", "coverage")["interactions"] == 6
    both = [x_made.script("tweets", more), x_made.script("tweets", posts, 1)]
    other = {**whole, "data/tweets.js": both[0], "data/tweets-part1.js": both[1]}
    imported(run, home / "2.db", folder(home / "two", other), "--exported-on", "2026-11-14")
    assert figures(run, home / "2.db") == figures(run, home / "1.db")


def test_a_missing_part_is_said_and_ends_nobody(run: Run, home: Path) -> None:
    imported(run, home / "s.db", folder(home / "one", archive("2026-11-01")))
    gap = archive()
    del gap["data/manifest.js"]
    gap["data/following-part1.js"] = x_made.script(
        "following", [{"following": {"accountId": CLEO}}], 1
    )
    del gap["data/following.js"]
    said = imported(run, home / "s.db", folder(home / "two", gap), "--exported-on", "2026-11-14")
    assert "following: part 0 is missing" in said
    assert figures(run, home / "s.db")["list"] == 3


def test_a_count_that_disagrees_with_the_manifest_is_said(run: Run, home: Path) -> None:
    imported(run, home / "s.db", folder(home / "one", archive("2026-11-01")))
    short = archive()
    short["data/following.js"] = x_made.ids("following", "following", BO, CLEO)
    place = folder(home / "two", short)
    said = imported(run, home / "s.db", place)
    assert f"{place}/data/following.js: the manifest says 3, read 2" in said
    assert "As many as the manifest says: 2 in follower.js" in said
    assert figures(run, home / "s.db")["list"] == 3


def test_a_file_that_the_manifest_lists_and_is_not_there_is_said(run: Run, home: Path) -> None:
    less = archive()
    del less["data/follower.js"]
    said = imported(run, home / "s.db", folder(home / "one", less))
    assert "data/follower.js: the manifest lists it with 2, but it is not there" in said


def test_a_partial_archive_ends_nobody(run: Run, home: Path) -> None:
    imported(run, home / "s.db", folder(home / "one", archive("2026-11-01")))
    part = archive()
    part["data/following.js"] = x_made.ids("following", "following", BO)
    part["data/manifest.js"] = x_made.manifest(following=1).replace(
        '"isPartialArchive": false', '"isPartialArchive": true'
    )
    said = imported(run, home / "s.db", folder(home / "two", part))
    assert "calls itself partial" in said
    assert figures(run, home / "s.db")["list"] == 3


def test_who_is_new_between_two_archives_has_a_day_and_who_left_is_off_the_list(
    run: Run, home: Path
) -> None:
    before, after = archive("2026-09-01"), archive()
    for one, day in ((before, "2026-09-01"), (after, "2026-11-14")):
        one["data/manifest.js"] = x_made.manifest(day)
        for name in ("tweets", "direct-messages"):
            del one[f"data/{name}.js"]
    others = [str(number) for number in range(7000, 7010)]
    before["data/following.js"] = x_made.ids("following", "following", BO, CLEO, *others)
    after["data/following.js"] = x_made.ids("following", "following", BO, EDA, *others)
    for order in ([before, after], [after, before]):
        store = home / f"{order[0] is before}.db"
        for number, one in enumerate(order):
            imported(run, store, folder(home / f"{store.name}{number}", one))
        assert figures(run, store)["list"] == 12
        early = run("report", "--format", "json", "--as-of", "2026-10-01", "--store", str(store))
        assert json.loads(early.stdout)["sections"][0]["figures"]["list"] == 12
        gone = run("changes", "--since", "1y", "--format", "json", "--store", str(store))
        assert "x.com/i/user" not in gone.stdout  # whom one follows is one's own doing


def test_who_unfollowed_is_among_the_changes(run: Run, home: Path) -> None:
    for day, who in (
        ("2026-09-01", (BO, *"789", "61", "62")),
        ("2026-11-14", (*"789", "61", "62")),
    ):
        one = {"data/manifest.js": x_made.manifest(day), "data/account.js": x_made.account()}
        one["data/follower.js"] = x_made.ids("follower", "follower", *who)
        said = imported(run, home / "s.db", folder(home / day, one))
    assert "No longer following you: 1 of 6 people; see netaudit changes" in said
    shown = run("changes", "--store", str(home / "s.db"))
    assert "1 no longer follow you" in shown.stdout
    assert f"x.com/i/user/{BO}" in shown.stdout


def test_a_list_that_lost_many_is_refused(run: Run, home: Path) -> None:
    many = [str(number) for number in range(7000, 7010)]
    one = {"data/manifest.js": x_made.manifest("2026-09-01"), "data/account.js": x_made.account()}
    one["data/following.js"] = x_made.ids("following", "following", *many)
    imported(run, home / "s.db", folder(home / "one", one))
    one["data/manifest.js"] = x_made.manifest("2026-11-01")
    one["data/following.js"] = x_made.ids("following", "following", *many[:5])
    result = run("import", str(folder(home / "two", one)), "--store", str(home / "s.db"))
    assert result.exit_code == ExitCode.REFUSED
    assert "5 of the 10 people whom you follow on X are missing" in result.stderr


def test_blocked_and_muted_accounts_are_left_out(run: Run, home: Path) -> None:
    one = archive()
    one["data/block.js"] = x_made.ids("block", "blocking", BO)
    one["data/mute.js"] = x_made.ids("mute", "muting", CLEO, "9999")
    imported(run, home / "s.db", folder(home / "one", one))
    assert figures(run, home / "s.db")["list"] == 1
    seen = figures(run, home / "s.db", "coverage")
    assert (seen["accounts_blocked"], seen["interactions"]) == (3, 1)


def test_headers_and_messages_are_not_counted_twice(run: Run, home: Path) -> None:
    one = archive()
    headers = [
        x_made.conversation(
            BO,
            x_made.message("2026-10-05T09:00", BO, ME, text=None),
            x_made.message("2026-10-04T09:00", ME, BO, text=None),
        )
    ]
    one["data/direct-message-headers.js"] = x_made.script("direct_message_headers", headers)
    imported(run, home / "both.db", folder(home / "one", one))
    del one["data/direct-messages.js"]
    imported(run, home / "headers.db", folder(home / "two", one))
    imported(run, home / "plain.db", folder(home / "three", archive()))
    for name in ("both.db", "headers.db"):
        assert figures(run, home / name) == figures(run, home / "plain.db")


def test_the_archive_of_another_member_is_refused(run: Run, home: Path) -> None:
    imported(run, home / "s.db", folder(home / "one", archive()))
    other = {**archive(), "data/account.js": x_made.account("999")}
    del other["data/manifest.js"]
    result = run("import", str(folder(home / "two", other)), "--store", str(home / "s.db"))
    assert result.exit_code == ExitCode.REFUSED
    assert "another member" in result.stderr


def test_posts_alone_ask_whose_they_are(run: Run, home: Path) -> None:
    place = folder(home / "one", archive()) / "data" / "tweets.js"
    result = run("import", str(place), "--store", str(home / "s.db"))
    assert result.exit_code == ExitCode.REFUSED
    assert "--me" in result.stderr
    imported(run, home / "s.db", place, "--me", ME)
    assert figures(run, home / "s.db", "coverage")["interactions"] == 3


def test_two_archives_in_one_folder_are_not_mixed(run: Run, home: Path) -> None:
    folder(home / "both" / "one", archive("2026-09-01"))
    folder(home / "both" / "two", archive())
    result = run("import", str(home / "both"))
    assert result.exit_code == ExitCode.REFUSED
    assert "import them one at a time" in result.stderr


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("tweets.js", "alert(1); window.YTD.tweets.part0 = [ ]", "not a script of an X archive"),
        ("tweets.js", "window.YTD.tweets.part0 = [ ]; fetch('http://x.example')", "tweets.js:1"),
        ("following.js", 'window.YTD.following.part0 = {"a" : 1}', "following.js:1"),
        ("follower.js", 'window.YTD.follower.part0 = [ {"follower" : ', "follower.js:1"),
        ("follower.js", "[" * 100_000, "not a script"),
        ("follower.js", f"window.YTD.follower.part0 = {'[' * 100_000}", "follower.js:1"),
        ("following.js", '[ {"following" : {"accountId" : "1"}} ]', "not a script"),
    ],
)
def test_a_broken_script_is_refused_and_nothing_is_written(
    run: Run, home: Path, name: str, text: str, said: str
) -> None:
    place = folder(home / "one", {**archive(), f"data/{name}": text})
    for given in (place, place / "data" / name):
        result = run("import", str(given), "--me", ME, "--store", str(home / "s.db"))
        assert result.exit_code == ExitCode.REFUSED, result.output
        assert said in result.stderr
        assert not (home / "s.db").exists()


def test_the_order_of_sources_does_not_matter(run: Run, home: Path) -> None:
    sources: list[list[object]] = [
        [EXAMPLES / "linkedin", "--exported-on", "2026-11-14"],
        [folder(home / "x", archive())],
        [EXAMPLES / "log.csv"],
    ]
    found = []
    for name, order in (("a.db", (0, 1, 2)), ("b.db", (2, 1, 0)), ("c.db", (1, 2, 0))):
        for number in order:
            imported(run, home / name, *sources[number])
        found.append(report(run, home / name))
    assert found[0] == found[1] == found[2]


def test_somebody_without_a_name_is_shown_by_a_link(run: Run, home: Path) -> None:
    only = {"data/account.js": x_made.account()}
    only["data/following.js"] = x_made.ids("following", "following", DOV)
    imported(run, home / "s.db", folder(home / "one", only))
    assert figures(run, home / "s.db", "coverage")["people_without_name"] == 1
    shown = run("log", f"x.com/i/user/{DOV}", "coffee", "--on", "2026-11-01", "--store",
                str(home / "s.db"))  # fmt: skip
    assert f"x.com/i/user/{DOV}" in shown.stdout


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_whoever_is_no_longer_blocked_counts_again(
    run: Run, home: Path, order: tuple[int, int]
) -> None:
    old, new = archive("2026-11-01"), archive()
    del old["data/manifest.js"], old["data/tweets.js"], old["data/direct-messages.js"]
    old["data/block.js"] = x_made.ids("block", "blocking", BO)
    given: list[list[object]] = [
        [folder(home / "old", old), "--exported-on", "2026-11-01"],
        [folder(home / "new", new)],
    ]
    for number in order:
        imported(run, home / "s.db", *given[number])
    assert figures(run, home / "s.db", "coverage")["accounts_blocked"] == 0
    assert figures(run, home / "s.db")["network"] == 1
    undone = run("undo", str(1 + order.index(1)), "--yes", "--store", str(home / "s.db"))
    assert undone.exit_code == 0
    assert figures(run, home / "s.db", "coverage")["accounts_blocked"] == 1
    assert figures(run, home / "s.db")["list"] == 2


@pytest.mark.parametrize("order", [1, -1])
def test_the_newest_handle_is_shown_and_an_old_one_still_finds(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, order: int
) -> None:
    for day, handle, when in (
        ("2026-09-01", "bo_of_old", "2026-08-01T10:00"),
        ("2026-11-14", "bo_lind", "2026-10-01T10:00"),
    )[::order]:
        monkeypatch.setitem(x_made.HANDLES, BO, handle)
        monkeypatch.setitem(x_made.NAMES, BO, "")
        one = {"data/account.js": x_made.account(), "data/manifest.js": x_made.manifest(day)}
        one["data/following.js"] = x_made.ids("following", "following", BO)
        one["data/tweets.js"] = x_made.script("tweets", [x_made.post(when, "", BO, (BO,))])
        imported(run, home / "s.db", folder(home / handle, one))
    for written in ("@bo_lind", "https://twitter.com/bo_of_old", "@BO_OF_OLD", "bo_lind"):
        shown = run("log", written, "dm", "--on", "2026-11-02", "--store", str(home / "s.db"))
        assert "with @bo_lind (" in shown.stdout, shown.output


def test_a_name_on_linkedin_goes_before_one_on_x(run: Run, home: Path) -> None:
    linkedin = home / "Connections.csv"
    linkedin.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Bo,Lind,https://www.linkedin.com/in/bo-lind-example,,Acme,Potter,01 Feb 2023\n"
    )
    imported(run, home / "s.db", linkedin, "--exported-on", "2026-11-01")
    imported(run, home / "s.db", folder(home / "x", archive()))
    merged = run("merge", "linkedin.com/in/bo-lind-example", "@bo_lind",
                 "--store", str(home / "s.db"))  # fmt: skip
    assert merged.exit_code == 0, merged.output
    numbers = figures(run, home / "s.db")
    assert (numbers["list"], numbers["network"]) == (3, 1)
    shown = run("log", "Bo Lind", "dm", "--on", "2026-11-02", "--store", str(home / "s.db"))
    assert "with Bo Lind (" in shown.stdout
