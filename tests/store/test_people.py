"""Finding a person by what somebody types."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.errors import StoreDamaged
from netaudit.store import Store
from netaudit.store.facts import is_logged, short_id
from netaudit.store.people import Found, find, suggest
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    add,
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


def test_near_names_are_suggested_the_likeliest_first(store: Store) -> None:
    assert names(suggest(store, "Ana Ruis")) == ["Ana Ruíz"]
    assert names(suggest(store, "bo lindd")) == ["Bo Lind", "Bo Lind"]
    assert names(suggest(store, "Ana Ruis", limit=0)) == []


@pytest.mark.parametrize("text", ["", "An", "Xyzzy Quux"])
def test_nobody_is_suggested_for_next_to_nothing(store: Store, text: str) -> None:
    assert suggest(store, text) == []


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
            lambda: is_logged(damaged, entry("Ana Ruiz")),
        ):
            with pytest.raises(StoreDamaged):
                ask()
