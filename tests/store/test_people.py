"""Finding a person by what somebody types."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.errors import StoreDamaged
from netaudit.store import Store
from netaudit.store.accounts import called, people
from netaudit.store.entries import repeats
from netaudit.store.facts import short_id
from netaudit.store.people import Found, beginning, find, fitting, placed, suggest, suggest_each
from store.on_x import archive, direct_message, listed, member
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    add,
    bring,
    connection,
    entry,
    export,
    invitation,
    log,
    logged,
    noon,
    url,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "netaudit.db", create=True) as opened:
        add(
            opened,
            export(
                connection(ANA, "Ana Ruíz", email="ana@example.org"),
                connection(BO, "Bo Lind"),
                connection(CY, "Bo Lind"),
                connection(url("eve-hale"), "Eve Hale"),
                invitation(url("nameless"), noon(DAY)),
            ),
            log(entry("Ana Ruiz"), entry("Fay Ingle"), entry("Bo Lind")),
        )
        yield opened


def names(found: list[Found]) -> list[str]:
    return [person.name for person in found]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruíz", " ANA  ruiz ", "https://www.linkedin.com/in/ana-ruiz/",
        "linkedin.com/in/Ana-Ruiz", "ana@example.org", "mailto:Ana@Example.org",
        short_id(ANA), short_id(ANA).upper(), short_id(ANA)[:4], short_id(logged("Ana Ruiz")),
    ],
)  # fmt: skip
def test_a_person_is_found_by_name_link_address_and_id(store: Store, text: str) -> None:
    assert find(store, text) == [Found(short_id(ANA), "Ana Ruíz", ANA)]


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\u200b", "Ana", "Ana Ruiz Lopez", "linkedin.com/in/nobody", "b@example.org",
        "zzzz", short_id(ANA)[:3], "%", "_", "*", "' OR 1=1 --", "Ana Ruiz' --",
    ],
)  # fmt: skip
def test_nobody_is_found_by_anything_else(store: Store, text: str) -> None:
    assert find(store, text) == []


def test_all_who_bear_a_name_are_found(store: Store) -> None:
    found = find(store, "bo lind")
    assert names(found) == ["Bo Lind", "Bo Lind"]
    assert {person.account for person in found} == {BO, CY}


def test_somebody_of_the_log_only_is_found(store: Store) -> None:
    assert [person.account for person in find(store, "fay ingle")] == [logged("Fay Ingle")]


def test_somebody_without_a_name_is_called_by_the_link(store: Store) -> None:
    assert names(find(store, "linkedin.com/in/nameless")) == ["linkedin.com/in/nameless"]


def test_a_name_goes_before_the_beginning_of_an_id(tmp_path: Path) -> None:
    name = short_id(ANA)[:4]
    with Store.open(tmp_path / "netaudit.db", create=True) as store:
        add(store, export(connection(ANA, "Ana Ruiz"), connection(BO, name)))
        assert [person.account for person in find(store, name)] == [BO]


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Store]:
    """People of similar names, the owner Robin Quist among them."""
    people = {
        "ana-ruiz": ("Ana Ruíz", "Acme GmbH"), "ana-silva": ("Ana Silva, PhD", "Alto Rail"),
        "anna-marie": ("Anna-Marie O'Brien", "Acme GmbH"), "ada": ("Ada Kaltenbrun", ""),
        "kalle": ("Kalle Acme", "Boxwood"), "robin": ("Robin Ilves", ""),
        "robin-quist": ("Robin Quist", "Acme GmbH"),
    }  # fmt: skip
    with Store.open(tmp_path / "netaudit.db", create=True) as opened:
        add(
            opened,
            export(
                *(
                    connection(url(slug), name, company=company)
                    for slug, (name, company) in people.items()
                ),
            ),
            log(entry("Ana Silva"), entry("Fay Ingle")),
        )  # fmt: skip
        yield opened


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("ruiz", ["Ana Ruíz"]), ("RUÍZ ana", ["Ana Ruíz"]), ("silva", ["Ana Silva, PhD"]),
        ("ana", ["Ana Ruíz", "Ana Silva, PhD"]), ("marie", ["Anna-Marie O'Brien"]),
        ("o'brien", ["Anna-Marie O'Brien"]), ("ana phd", ["Ana Silva, PhD"]),
        ("ingle", ["Fay Ingle"]),
        # Of name and company, with one word of the name at least.
        ("acme", ["Kalle Acme"]), ("ana acme", ["Ana Ruíz"]), ("rail ana", ["Ana Silva, PhD"]),
        ("gmbh", []), ("ana boxwood", []),
        # Beginnings of words are no words.
        ("kaltenb", []), ("kalt ada", []),
        # What is no word of a name, and what is something else.
        ("quist", []), ("robin", ["Robin Ilves"]), ("robin acme", []),
        ("", []), ("-", []), ("%", []), ("_", []), ("*", []), ("?", []),
        ("altenbrun", []), ("ruiz@acme.example", []), ("@ruiz", []), ("linkedin.com/in/ruiz", []),
    ],
)  # fmt: skip
def test_words_fit_whoever_bears_them(crowd: Store, text: str, fits: list[str]) -> None:
    assert names(fitting(crowd, text)) == fits


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("kaltenb", ["Ada Kaltenbrun"]), ("kal", ["Ada Kaltenbrun", "Kalle Acme"]), ("ka", []),
        ("ann", ["Anna-Marie O'Brien"]), ("ad kal", []), ("kalt ada", ["Ada Kaltenbrun"]),
        ("kal box", []), ("quis", []),
    ],
)  # fmt: skip
def test_beginnings_are_offered(crowd: Store, text: str, begins: list[str]) -> None:
    assert names(beginning(crowd, text)) == begins


def test_where_people_work_is_the_newest_that_is_known(crowd: Store) -> None:
    now = connection(url("ada"), "Ada Kaltenbrun", company="Boxwood")
    bring(crowd.path, export(now, exported_on=DAY + 400))
    with Store.open(crowd.path) as again:
        (ada,), (fay,) = find(again, "Ada Kaltenbrun"), find(again, "Fay Ingle")
        assert placed(again, [ada, fay]) == {ada: "Boxwood", fay: ""}


def test_near_names_are_suggested_the_likeliest_first(store: Store) -> None:
    assert names(suggest(store, "Ana Ruis")) == ["Ana Ruíz"]
    assert names(suggest(store, "bo lindd")) == ["Bo Lind", "Bo Lind"]
    assert names(suggest(store, "Ana Ruis", limit=0)) == []


@pytest.mark.parametrize("text", ["", "An", "Xyzzy Quux"])
def test_nobody_is_suggested_for_next_to_nothing(store: Store, text: str) -> None:
    assert suggest(store, text) == []


def test_for_many_names_the_same_is_suggested_as_for_each(store: Store) -> None:
    texts = ["Ana Ruis", "ana ruiz", "Lind Bo", "Bo M Lind", "Eve Hail", "An", "", "Xyzzy Quux"]
    found = suggest_each(store, texts * 60, 80.0)
    assert found == {text: suggest(store, text, likely=80.0) for text in texts}
    assert [names(found[text]) for text in texts[:3]] == [
        ["Ana Ruíz"],
        ["Ana Ruíz"],
        ["Bo Lind"] * 2,
    ]
    assert found["Xyzzy Quux"] == []
    assert suggest_each(store, ["Bo Lindd"], 99.0) == {"Bo Lindd": []}


def test_a_few_people_are_called_as_all_are(store: Store) -> None:
    """By a name of a list, of the log, of X, by a handle, and by what else there is."""
    named, quiet = member(42, "anon", "Anon Kiln"), member(43, "quiet")
    bring(
        store.path,
        archive(listed(named), listed(quiet), direct_message(member(44), noon(DAY))),
    )  # fmt: skip
    with Store.open(store.path) as again, again.reading() as connection:
        everybody = people(connection)
        assert called(connection, list(everybody)) == everybody
        assert {"Ana Ruíz", "Fay Ingle", "Anon Kiln", "@quiet", "x.com/i/user/44"} <= {
            one.name for one in everybody.values()
        }
        (unclear,) = connection.execute("SELECT account_id FROM link WHERE verdict = 'ambiguous'")
        assert called(connection, unclear) == {}


def test_a_look_up_goes_through_no_table(store: Store) -> None:
    """Each of them would be read from end to end for every name that is typed."""
    plans: list[str] = []
    for text in ("Ana Ruiz", "linkedin.com/in/ana-ruiz", "@ana", "x.com/i/user/7", "bcdf"):
        asked: list[str] = []
        store.connection.set_trace_callback(asked.append)
        find(store, text)
        store.connection.set_trace_callback(None)
        for query in asked:
            rows = store.connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
            plans += [step for *_, step in rows]
    assert len(plans) > 20
    assert [step for step in plans if "SCAN" in step and "VIRTUAL TABLE" not in step] == []


def test_a_damaged_store_is_said_so(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as other:
        page = other.execute(
            "SELECT rootpage FROM sqlite_master WHERE tbl_name IN ('account', 'profile')"
        ).fetchall()
        size = other.execute("PRAGMA page_size").fetchone()[0]
    with store.path.open("r+b") as file:
        for (number,) in page:
            file.seek((number - 1) * size)
            file.write(b"\xff" * 100)
    with Store.open(store.path) as damaged:
        for ask in (
            lambda: find(damaged, "Ana Ruiz"),
            lambda: suggest(damaged, "Ana Ruiz"),
            lambda: repeats(damaged, entry("Ana Ruiz")),
        ):
            with pytest.raises(StoreDamaged):
                ask()
