"""`netaudit export`: what it writes, where, and what it refuses to write over."""

import csv
import io
import stat
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from netaudit.cli import app
from store import on_x
from store.snapshots import (
    DAY,
    ORDINARY,
    bring,
    entry,
    frames,
    log,
    noon,
)

Run = Callable[..., Any]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with people of all sorts, and nothing else set."""
    path = tmp_path / "data" / "netaudit.db"
    path.parent.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETAUDIT_STORE", str(path))
    monkeypatch.setenv("NETAUDIT_CONFIG", str(tmp_path / "none.toml"))
    monkeypatch.setenv("TZ", "UTC")
    bring(path, *ORDINARY)
    bowling = entry("Fay Ingle", DAY + 11)._replace(
        channel="bowling", ref="a1", note="=1+1", purpose="gave+got", size=2
    )
    bring(path, log(bowling, entry("=Hyperlink", DAY + 12), name="more.csv"))
    bring(
        path,
        on_x.archive(
            on_x.listed(on_x.member(1, "gil_example", "Gil, of X", on=DAY + 3)),
            on_x.listed(on_x.bearer("only_handle")),
            on_x.direct_message(on_x.member(1, "gil_example"), noon(DAY + 4)),
            on_x.direct_message(on_x.bearer("only_handle"), noon(DAY + 4)),
        ),
    )
    return path


@pytest.fixture
def run() -> Run:
    runner = CliRunner()

    def running(*words: str, code: int = 0) -> Any:  # noqa: ANN401 - what the runner returns
        result = runner.invoke(app, list(words))
        assert result.exit_code == code, result.output
        return result

    return running


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def interactions(path: Path, known: Callable[[str], str]) -> Counter[tuple[Any, ...]]:
    """Count interactions by person, day, channel, medium, direction, people and purpose."""
    found = frames(path)
    people = [known(name) for name in found.people["name"]]
    columns = ("person", "day", "channel", "medium", "direction", "size", "purpose")
    lists = (found.interactions[name].tolist() for name in columns)
    return Counter((people[who], *more) for who, *more in zip(*lists, strict=True))


def test_everything_goes_to_a_private_file_and_comes_back(
    store: Path, run: Run, tmp_path: Path
) -> None:
    run("export", "-o", "all.jsonl")
    file = tmp_path / "all.jsonl"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert run("export").stdout == file.read_text("ascii")
    assert not list(tmp_path.glob(".netaudit-*"))
    told = run("import", "all.jsonl", "--store", "other.db").stdout
    assert told.startswith("Export of netaudit: all.jsonl\n  people")
    assert run("export", "--store", "other.db").stdout == file.read_text("ascii")
    assert "Nothing new" in run("import", "all.jsonl", "--store", "other.db").stdout
    assert run("report", "--all", "--store", "other.db", "--as-of", "2021-12-31").stdout == (
        run("report", "--all", "--as-of", "2021-12-31").stdout
    )


def test_an_import_of_it_is_told_in_the_history(store: Path, run: Run) -> None:
    run("tag", "Ana Ruiz", "kiln")
    run("ignore", "Bo Lind")
    run("export", "-o", "all.jsonl")
    run("import", "all.jsonl", "--store", "other.db")
    told = run("imports", "--store", "other.db").stdout
    assert "messages.csv" in told
    assert "what you had said of people: 2 things" in told
    assert (
        "said"
        not in run("imports", "-f", "csv", "--table", "imports", "--store", "other.db").stdout
    )
    assert "goes: " in run("undo", "--yes", "--store", "other.db").stdout


def test_a_line_that_cannot_be_read_is_named_and_the_lists_are_then_not_whole(
    store: Path, run: Run, tmp_path: Path
) -> None:
    run("export", "-o", "all.jsonl")
    file = tmp_path / "all.jsonl"
    lines = file.read_text().splitlines(keepends=True)
    file.write_text("".join([*lines[:6], "broken\n", *lines[6:]]))
    result = run("import", "all.jsonl", "--store", "other.db", code=3)
    assert "all.jsonl:7: no object of JSON in UTF-8 [no-json]" in result.stderr
    assert "nobody is taken off a list" in result.stderr
    assert "lines that cannot be read  read 1 = 1 skipped" in result.stdout
    file.write_text("".join(lines[:-1]))
    refused = run("import", "all.jsonl", "--store", "third.db", code=4)
    assert "breaks off" in refused.stderr
    assert not (tmp_path / "third.db").exists()


def test_interactions_are_a_log_that_says_the_same(store: Path, run: Run) -> None:
    run("export", "interactions", "-o", "log.csv")
    run("import", "log.csv", "--store", "other.db")
    links = {
        "linkedin.com/in/ana-ruiz": "Ana Ruiz", "linkedin.com/in/bo-lind": "Bo Lind, PhD",
        "x.com/i/user/1": "Gil, of X",
    }  # fmt: skip
    # Where nothing else is known, people are called by how they were written.
    found = interactions(
        Path("other.db"), lambda name: links.get(name.split("//")[-1].removeprefix("www."), name)
    )
    assert found == interactions(store, str)
    assert sum(found.values()) > 8


def test_only_what_was_written_down_by_hand(store: Path, run: Run) -> None:
    found = rows(run("export", "interactions", "--logged").stdout)
    assert [row["person"] for row in found] == [
        *["https://www.linkedin.com/in/ana-ruiz"] * 2, "Fay Ingle", "Fay Ingle", "'=Hyperlink",
    ]  # fmt: skip
    bowling = next(row for row in found if row["channel"] == "bowling")
    assert bowling == {
        "date": "2021-08-09", "person": "Fay Ingle", "channel": "bowling", "medium": "in_person",
        "direction": "both", "purpose": "gave+got", "note": "'=1+1", "group": "2", "id": "a1",
    }  # fmt: skip


def test_people_are_a_table_without_formulas(store: Path, run: Run) -> None:
    run("tag", "Ana Ruiz", "kiln", "friends")
    run("ignore", "Bo Lind")
    run("snooze", "Ana Ruiz", "2199-01-01")
    found = {row["name"]: row for row in rows(run("export", "people").stdout)}
    ana = found["Ana Ruiz"]
    assert ana["linkedin"] == "https://www.linkedin.com/in/ana-ruiz"
    assert (ana["email"], ana["phone"]) == ("ana@example.org", "'+15550100")
    assert (ana["company"], ana["tags"], ana["ignored"]) == ("Blue Kiln", "friends, kiln", "false")
    assert (ana["connected_since"], ana["snoozed_until"]) == ("2021-07-29", "2199-01-01")
    assert ana["lists"] == "linkedin connection, linkedin following"
    assert (ana["interactions"], ana["last_contact"]) == (
        "5",
        "2021-08-07",
    )  # one echoes an invitation
    assert found["Bo Lind, PhD"]["ignored"] == "true"
    assert found["Gil, of X"]["x"] == "https://x.com/gil_example"
    assert "'=Hyperlink" in found


def test_an_address_book_without_the_ignored_and_with_notes_only_if_asked(
    store: Path, run: Run
) -> None:
    run("ignore", "Bo Lind")
    text = run("export", "people", "-f", "vcf").stdout
    assert "FN:Ana Ruiz\n" in text.replace("\r\n", "\n")
    assert "Bo Lind" not in text
    assert "kiln" not in text.replace("ORG:Blue Kiln", "")
    assert text.count("BEGIN:VCARD") == len(rows(run("export", "people").stdout)) - 1
    run("export", "people", "-o", "book.vcf", "--notes")
    assert b"NOTE:met at the kiln\r\n" in Path("book.vcf").read_bytes()


def test_of_a_file_it_is_told_what_it_holds_and_of_the_screen_nothing(
    store: Path, run: Run
) -> None:
    private = "as private as the store"
    assert run("export").stderr == ""
    for words, told in (
        (["-o", "all.jsonl"], "11 people, 13 interactions: all.jsonl"),
        (["people", "-o", "people.csv"], "10 people: people.csv"),
        (["people", "--tag", "kiln", "-o", "kiln.vcf"], "1 person: kiln.vcf"),
        (["interactions", "--logged", "-o", "log.csv"], "5 interactions: log.csv"),
    ):
        run("tag", "Ana Ruiz", "kiln")
        result = run("export", *words)
        assert (result.stdout, result.stderr) == ("", f"netaudit: {told}; {private}\n")


def test_people_can_be_those_of_a_tag_or_a_company(store: Path, run: Run) -> None:
    run("tag", "Ana Ruiz", "kiln")
    run("tag", "Bo Lind", "kiln")
    run("ignore", "Bo Lind")
    found = rows(run("export", "people", "--tag", "Kiln").stdout)
    assert [row["name"] for row in found] == ["Ana Ruiz", "Bo Lind, PhD"]
    assert run("export", "people", "-f", "vcf", "--tag", "kiln").stdout.count("BEGIN:VCARD") == 1
    found = rows(run("export", "people", "--tag", "kiln", "--company", "blue k").stdout)
    assert [(row["name"], row["company"]) for row in found] == [("Ana Ruiz", "Blue Kiln")]
    assert rows(run("export", "people", "--tag", "nobody").stdout) == []
    for option in ("--tag", "--company"):
        assert "goes with people" in run("export", option, "kiln", code=2).stderr


def test_only_an_earlier_export_is_replaced(store: Path, run: Run, tmp_path: Path) -> None:
    for name, words in (("a.jsonl", []), ("a.vcf", ["people"]), ("a.csv", ["people"])):
        run("export", *words, "-o", name)
        run("export", *words, "-o", name)
        kept = tmp_path / f"kept{Path(name).suffix}"
        kept.write_text("BEGIN:VCARD\nmine\n")
        refused = run("export", *words, "-o", kept.name, code=2)
        assert "would be lost" in refused.stderr
        assert kept.read_text() == "BEGIN:VCARD\nmine\n"
    run("export", "interactions", "-o", "log.csv")
    assert "netaudit imports" in run("export", "interactions", "-o", "log.csv", code=2).stderr
    refused = run("report", "-f", "json", "-o", "a.jsonl", code=2)
    assert "netaudit imports" in refused.stderr
    assert "in use" in run("export", "-f", "jsonl", "-o", str(store), code=2).stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["friends"], "there is no 'friends' to export"),
        (["people", "-f", "jsonl"], "people cannot be exported as jsonl"),
        (["-o", "a.vcf"], "everything cannot be exported as vcard"),
        (["-o", "a.pdf"], "no export has the ending '.pdf'"),
        (["-o", ""], "-o names no file"),
        (["-o", "folder/"], "folder/ is a folder"),
        (["-o", "data"], "data is a folder"),
        (["-o", "nowhere/a.jsonl"], "there is no folder nowhere"),
        (["--logged"], "--logged goes with interactions"),
        (["people", "--notes"], "--notes goes with people as vCards"),
    ],
    ids=["what", "format", "ending", "unknown", "empty", "slash", "folder", "missing", "logged",
         "notes"],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(store: Path, run: Run, words: list[str], said: str) -> None:
    result = run("export", *words, code=13 if "nowhere" in words[-1] else 2)
    assert said in result.stderr
    assert not result.stdout


@pytest.mark.parametrize(
    "words", [[], ["people"], ["interactions"]], ids=["everything", "people", "interactions"]
)
def test_without_a_store_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("NETAUDIT_STORE", str(tmp_path / "none.db"))
    monkeypatch.setenv("NETAUDIT_CONFIG", str(tmp_path / "none.toml"))
    run("export", *words, "-f", "csv" if words else "jsonl", "-o", str(tmp_path / "a"), code=10)
    assert not (tmp_path / "a").exists()
    assert not (tmp_path / "none.db").exists()
