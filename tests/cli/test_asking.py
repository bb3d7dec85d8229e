"""Who is meant by what is typed: words that fit one person, and what is said where several fit."""

import re
from pathlib import Path

import pytest

from cli.program import Run
from netaudit.cli import asking
from netaudit.errors import ExitCode
from netaudit.records import Account, Profile, Tie
from netaudit.store.facts import short_id
from store.snapshots import DAY, bring, digest, export, rows, url

PEOPLE = {
    "ana-ruiz": ("Ana Ruíz", "Acme", "Engineer"), "ada": ("Ada Kaltenbrun", "Alto Rail", ""),
    "bo-1": ("Bo Lind", "Acme", "Baker"), "bo-2": ("Bo Lind", "Acme", "Baker"),
    "bo-3": ("Bo Lind", "Boxwood", "Baker"), "bo-4": ("Bo Lind", "", ""),
    **{f"cy-{n}": (f"Cy Twin{n}", "", "") for n in range(1, 11)},
}  # fmt: skip


@pytest.fixture(autouse=True)
def store(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = home / "s.db"
    monkeypatch.setenv("NETAUDIT_STORE", str(path))
    profiles = [
        Profile(url(slug), name, "", "", company, position, listed=True)
        for slug, (name, company, position) in PEOPLE.items()
    ]
    bring(path, export(*(Tie(1, p.account, "connection", DAY, p) for p in profiles)))
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("tag", "ruiz", "a"), ("ignore", "ana"), ("snooze", "ANA acme", "3w"),
        ("cadence", "ruiz", "3w"), ("match", "--explain", "ruiz ana"),
        ("merge", "ana", "kaltenbrun"),
        ("show", "ruiz"), ("log", "ana", "coffee"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_words_that_fit_one_person_name_them(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 0, result.stderr
    assert "Ana Ruíz" in result.stdout


@pytest.mark.parametrize("words", [("tag", "rui", "a"), ("log", "rui", "coffee")], ids=" ".join)
def test_the_beginning_of_a_name_is_offered_and_not_taken(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == ExitCode.USAGE
    assert "Ana Ruíz" in result.stderr


def test_an_entry_by_words_is_kept_under_the_person(run: Run, store: Path) -> None:
    run("log", "ruiz", "coffee")
    query = "SELECT e.written, a.kind FROM entry e JOIN account a ON a.id = e.account_id"
    assert rows(store, query) == [("Ana Ruíz", "url")]


def test_only_an_exact_name_keeps_somebody_from_being_new(run: Run, store: Path) -> None:
    assert "Ana (new)" in run("log", "Ana", "coffee", "--new").stdout
    assert "nobody of these is new" in run("log", "Ana Ruiz", "coffee", "--new").stderr
    assert "coffee with Ana (" in run("log", "ana", "coffee").stdout, "that is an exact name now"


def test_what_is_merely_alike_is_never_taken(run: Run, store: Path) -> None:
    before = digest(store)
    result = run("tag", "Ana Riuz", "a")
    assert (result.exit_code, "is nobody in the store" in result.stderr) == (ExitCode.USAGE, True)
    assert "\n  hint: perhaps:\n" in result.stderr
    assert re.search(r"\n {10}\w{8}  Ana Ruíz, Engineer, Acme\n", result.stderr)
    assert digest(store) == before


def test_of_people_of_one_name_it_is_told_what_differs(run: Run) -> None:
    said = run("tag", "Bo Lind").stderr
    assert sorted(re.findall(r"\w{8}  (Bo.*)\n", said)) == [
        "Bo Lind, Baker, Acme, linkedin.com/in/bo-1", "Bo Lind, Baker, Acme, linkedin.com/in/bo-2",
        "Bo Lind, Baker, Boxwood", "Bo Lind, linkedin.com/in/bo-4",
    ]  # fmt: skip


def test_of_many_eight_are_offered(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = run("tag", "cy")
    assert refused.exit_code == ExitCode.USAGE
    assert refused.stderr.count("  Cy Twin") == 8
    assert refused.stderr.endswith(" and 2 more\n")
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    asked = run("tag", "cy", stdin="9\n8\n")
    assert "and 2 more: write more of the name\n" in asked.stderr
    assert "Nobody fits that: a number, an id, or more of the name." in asked.stderr
    assert asked.exit_code == 0


@pytest.mark.parametrize("answer", ["boxwood", "bo lind boxwood", "{id}", "{id:.4}"])
def test_a_question_is_answered_by_an_id_or_more_of_the_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    number = short_id(Account("linkedin", "url", "bo-3"))
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    result = run("tag", "Bo Lind", "a", stdin=f"{answer.format(id=number)}\n")
    assert f"\nTagged a: Bo Lind ({number})\n" in result.stdout, result.stderr


def test_more_of_the_name_may_fit_several_who_are_asked_about_anew(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    result = run("tag", "lind", "a", stdin="acme\n3\n\n")
    assert "Number, 0 to 2:" in result.stderr
    assert (result.exit_code, "nobody chosen" in result.stderr) == (ExitCode.USAGE, True)


def test_the_latest_contact_is_offered_first(run: Run) -> None:
    ids = [short_id(Account("linkedin", "url", slug)) for slug in ("cy-7", "cy-9")]
    run("log", ids[0], "call", "--on", "2026-11-02")
    run("log", ids[1], "call", "--on", "2026-11-03")
    offered = re.findall(r"(\w{8})  Cy Twin", run("tag", "cy").stderr)
    assert offered[:2] == ids[::-1]


def test_of_nobody_it_is_said_how_to_find_somebody(run: Run) -> None:
    said = run("show", "zz nobody").stderr
    assert "an e-mail, an @handle, a link or an id, or look: netaudit people zz nobody\n" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "Ana", "Ruiz", "Ada", "Kaltenbrun"), "'Ana Ruiz' is one person, but came as 2"),
        (("merge", "ana", "bo", "cy"), "too many words"),
        (("split", "Ana", "Ruiz"), "'Ana Ruiz' is one person, but came as 2"),
        (("show", "zed", "zork"), "too many words"),
        (("match", "--explain", "Ana", "Ruiz"), "'Ana Ruiz' is one person, but came as 2"),
        (("match", "--same", "Ana", "Ruiz", "ada"), "'Ana Ruiz' is one person, but came as 2"),
        (("match", "ana"), "netaudit match --explain 'Ana Ruiz'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_name_without_quotes_is_told_so(
    run: Run, store: Path, words: tuple[str, ...], said: str
) -> None:
    before = digest(store)
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (ExitCode.USAGE, True), result.stderr
    assert "quotes" in result.stderr
    assert digest(store) == before
