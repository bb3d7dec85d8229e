"""`netaudit forget`, and what it means for `import` and `log`."""

from pathlib import Path

import pytest

from cli.program import Run
from store.canonical import contents
from store.forgettable import EVERYTHING, HANDLE, LOG, NAME, SLUG, begin, facts, traces
from store.snapshots import ANA, DAY, bring, connection, export, rows


@pytest.fixture
def path(home: Path) -> Path:
    path = home / ".local" / "share" / "netaudit" / "netaudit.db"
    begin(path, *EVERYTHING)
    return path


def test_it_says_what_goes_and_forgets(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)  # whoever runs the tests may export it
    result = run("forget", NAME, "--yes")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(f"To be forgotten: {NAME} (")
    assert "goes: 2 list entries, 5 interactions, 3 log entries and" in result.stdout
    assert "6 accounts, 1 decision, 1 import of nobody else" in " ".join(result.stdout.split())
    assert "Forgotten. No `netaudit undo` brings this back.\nBeyond its reach: " in result.stdout
    assert all(len(line) < 80 for line in result.stdout.splitlines())
    assert traces(path.parent) == []
    assert run("undo", "--yes").exit_code == 0
    assert traces(path.parent) == []


def test_a_dry_run_changes_nothing(run: Run, path: Path) -> None:
    before = path.read_bytes()
    result = run("forget", f"@{HANDLE}", "--dry-run", "--no-tombstone")
    assert result.stdout.endswith("Nothing was changed: this was a dry run.\n")
    assert "the next import of their data" in result.stdout
    assert path.read_bytes() == before


def test_a_name_without_end_is_cut_and_lines_fit_the_terminal(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Quillon " + "Zanderphule" * 900
    assert run("log", name, "coffee", "--new").exit_code == 0
    person_id = run("people", "-f", "csv", "--ids").stdout.splitlines()[1].split('"')[3]
    monkeypatch.setenv("COLUMNS", "60")
    result = run("forget", person_id, "--dry-run")
    assert result.stdout.startswith("To be forgotten: Quillon\n    ZanderphuleZander")
    assert f"…\n    ({person_id})\n" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 60


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((NAME,), "nobody is there to confirm it\n  hint: to do it unasked, add --yes"),
        (("Quillon", "--yes"), "'Quillon' only fits Quillon Zanderphule ("),
        (("Robin Quist", "--yes"), "is you"),
        (("", "--yes"), "is nobody in the store"),
        (("*", "--yes"), "is nobody in the store"),
        (("Quillon", "Zanderphule", "--yes"), "put the name in quotes"),
        ((NAME, "--lift"), "you had nobody forgotten as 'Quillon Zanderphule'"),
        ((NAME, "--lift", "--no-tombstone"), "exclude one another"),
    ],
    ids=["unasked", "a word", "the owner", "empty", "a star", "two words", "lift", "both"],
)  # fmt: skip
def test_what_is_refused_changes_nothing(
    run: Run, path: Path, words: tuple[str, ...], said: str
) -> None:
    before = path.read_bytes()
    result = run("forget", *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize(("answer", "stays"), [("n\n", True), ("y\n", False)], ids=["no", "yes"])
def test_it_asks_on_a_terminal(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, stays: bool
) -> None:
    monkeypatch.setattr("netaudit.cli.forgetting.can_ask", lambda: True)
    result = run("forget", "Quillon", "--yes", stdin=answer)  # which only fits them
    assert "This cannot be taken back. [y/N]" in result.stderr
    assert bool(traces(path.parent)) == stays
    assert ("Nothing was changed." in result.stdout) == stays


def test_whoever_was_forgotten_is_so_already(run: Run, path: Path) -> None:
    run("forget", NAME, "--yes")
    before = contents(path)
    for text in (NAME, f"linkedin.com/in/{SLUG}", f"@{HANDLE}"):
        result = run("forget", text, "--yes")
        assert result.exit_code == 0
        assert result.stdout == "Forgotten already: nothing of them is on record.\n"
    assert contents(path) == before


def test_lifted_they_come_back_with_the_next_import(run: Run, path: Path) -> None:
    before = facts(path)["message"]
    run("forget", NAME, "--yes")
    assert run("forget", NAME, "--lift", "--dry-run").stdout.startswith("Lifted: the next import")
    assert rows(path, "SELECT count(*) FROM secret") == [(1,)]
    assert "brings back 1 person" in run("forget", NAME, "--lift").stdout
    bring(path, *EVERYTHING)
    assert facts(path)["message"] == before


def test_an_import_sets_them_aside_by_number_only(run: Run, home: Path) -> None:
    (home / "log.csv").write_text(f"date,person\n2026-11-01,{NAME}\n2026-11-02,Bo Lind\n", "utf-8")
    run("import", "log.csv")
    run("forget", NAME, "--yes")
    result = run("import", "log.csv")
    assert "aside: 1 row of people you had forgotten" in result.stdout
    assert "Nothing new" in result.stdout
    (home / "more.csv").write_text(f"date,person\n2026-11-03,{NAME}\n2026-11-03,Bo Lind\n", "utf-8")
    assert "read 2 = 1 new + 1 set aside" in " ".join(run("import", "more.csv").stdout.split())
    assert "1 row of people you had forgotten" in run("imports").stdout
    assert "Zanderphule" not in run("imports").stdout


def test_by_hand_a_forgotten_name_is_logged_only_as_somebody_new(run: Run, path: Path) -> None:
    run("forget", NAME, "--yes")
    result = run("log", NAME, "coffee")
    assert (result.exit_code, "add --new" in result.stderr) == (2, True)
    assert "you had somebody forgotten whom 'Quillon Zanderphule' names" in result.stderr
    dry = run("log", NAME, "coffee", "--new", "--dry-run")
    assert f"No longer forgotten: {NAME}" in dry.stdout
    assert run("log", NAME, "coffee").exit_code == 2
    result = run("log", NAME, "coffee", "--new")
    assert f"No longer forgotten: {NAME}, as far as imports name them so" in result.stdout
    assert run("log", NAME, "call").exit_code == 0
    bring(path, *EVERYTHING)
    assert rows(path, "SELECT count(*) FROM tie t JOIN account a ON a.id = t.account_id"
                " WHERE a.key = ?", [SLUG]) == [(0,)]  # fmt: skip
    assert rows(path, "SELECT count(*) FROM entry WHERE written = ?", [NAME]) == [(4,)]


def test_by_hand_a_name_means_whoever_else_bears_it_now(run: Run, path: Path) -> None:
    run("forget", NAME, "--yes")
    bring(path, export(connection(ANA, NAME, DAY + 400), name="later.zip"))
    assert run("log", NAME, "coffee").exit_code == 0
    bring(path, LOG)
    kept = "SELECT a.key FROM entry e JOIN account a ON a.id = e.account_id WHERE e.written = ?"
    assert rows(path, kept, [NAME]) == [("ana-ruiz",)]


def test_an_unclear_name_and_mentions_are_told_beforehand(run: Run, path: Path) -> None:
    bring(path, export(connection(ANA, NAME, DAY + 400), exported_on=DAY + 401, name="other.zip"))
    run("log", "Bo Lind", "call", "--note", f"spoke of {NAME}")
    result = run("forget", f"linkedin.com/in/{SLUG}", "--dry-run")
    told = " ".join(result.stdout.split())
    assert f"may be about them: 2 entries under the name {NAME}, which fits others too;" in told
    assert "from then on they count for 5hrbvjh4 alone." in told
    assert "of the same name, and so they stay: 1 person" in told
    assert "of others, and so they stay: 1 log entry" in told
    assert "netaudit log --list" in told


def test_where_there_is_no_store_there_is_nobody(run: Run, home: Path) -> None:
    assert run("forget", NAME, "--yes").exit_code == 10
    assert not (home / ".local").exists()
