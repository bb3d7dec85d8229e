"""A few people are loaded alone: what is told of them is what is told of them among all."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit import frames
from netaudit.frames import Frames
from netaudit.records import Account, Record
from netaudit.store import Store
from netaudit.store.load import load, load_columns, load_few
from store.on_x import archive, direct_message, listed, member
from store.preferring import merge
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    Snapshot,
    bring,
    connection,
    entry,
    export,
    followed,
    invitation,
    log,
    message,
    noon,
    url,
)

#: Another link of Ana's: a list has one of the two, or both.
NOW = url("ana-ruiz-now")
NAMES = {ANA: "Ana Ruiz", BO: "Bo Lind", CY: "Cy Orr", NOW: "Ana Ruiz"}
TABLES = ("people", "ties", "interactions", "signals", "moves")


def told(found: Frames, table: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table with the ids of people for their numbers."""
    frame = getattr(found, table)
    columns = {name: frame[name].to_numpy().tolist() for name in frames.CONTRACTS[table]}
    if "person" in columns:
        ids = found.people["person_id"].to_numpy()
        columns["person"] = [ids[number] for number in columns["person"]]
    return sorted(zip(*columns.values(), strict=True), key=repr)


def check_few(store: Store) -> None:
    """Compare each person, and two of them, with the whole record."""
    whole = load(store, "UTC")
    check_columns(whole, load_columns(store, "UTC"))
    everybody: list[str] = whole.people["person_id"].tolist()
    for few in (*([one] for one in everybody), everybody[::2]):
        found = load_few(store, few, "UTC")
        for table in TABLES:
            rows = [row for row in told(whole, table) if row[0] in few]
            assert repr(told(found, table)) == repr(rows), table


def check_columns(whole: Frames, found: Frames) -> None:
    """Compare what is loaded without pandas with what is loaded with it."""
    for table, columns in frames.CONTRACTS.items():
        ours, theirs = getattr(found, table), getattr(whole, table)
        assert len(ours) == len(theirs)
        for name in columns:
            one, other = ours[name].to_numpy(), theirs[name].to_numpy()
            assert (repr(one.tolist()), one.dtype) == (repr(other.tolist()), other.dtype)


def whole_list(day: int, people: Sequence[tuple[Account, str]], *more: Record) -> Snapshot:
    ties = (connection(account, NAMES[account], DAY, company) for account, company in people)
    return export(*ties, *more, exported_on=day, name=f"export of {day}")


def test_somebody_of_a_higher_account_changed_job(tmp_path: Path) -> None:
    """Whoever is asked for has a lower account id than somebody whom a newer list moves."""
    path = tmp_path / "netaudit.db"
    first = [(ANA, "Alto"), (BO, "Alto"), (CY, "Alto")]
    bring(path, whole_list(DAY + 100, first))
    bring(path, whole_list(DAY + 200, [(ANA, "Alto"), (BO, "Blue Kiln"), (CY, "Blue Kiln")]))
    with Store.open(path) as store:
        check_few(store)
        assert len(load(store, "UTC").moves) == 2


def test_moves_of_a_few_look_at_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "netaudit.db"
    bring(path, whole_list(DAY + 100, [(ANA, "Alto"), (CY, "Alto")]))
    bring(path, whole_list(DAY + 200, [(ANA, "Blue Kiln"), (CY, "Blue Kiln")]))
    asked: list[str] = []
    with Store.open(path) as store:
        everybody = load(store, "UTC").people
        ana = everybody["person_id"][everybody["name"] == "Ana Ruiz"].item()
        store.connection.set_trace_callback(asked.append)
        found = load_few(store, [ana], "UTC")
        store.connection.set_trace_callback(None)
    assert len(told(found, "moves")) == 1
    assert all("account_id IN" in one for one in asked if "WHERE listed AND id IN" in one)


companies = st.sampled_from(["", "Alto", "Blue Kiln"])
lists = st.lists(
    st.tuples(st.sampled_from(list(NAMES)), companies), max_size=4, unique_by=lambda one: one[0]
)
tib = member(31, "tib", "Tib Orme")
#: A message of an invitation, and the same words once more: an echo.
others = st.lists(
    st.sampled_from([
        invitation(ANA, noon(DAY), note=True, name="Ana Ruiz"), message(ANA, at=noon(DAY)),
        message(ANA, BO, at=noon(DAY + 9), conversation=8), followed("Bo Lind"),
        message(CY, at=noon(DAY + 3), direction="in", conversation=9),
    ]),
    max_size=4, unique_by=repr,
)  # fmt: skip
of_x = st.lists(
    st.sampled_from([
        listed(tib), listed(tib, "blocked"), direct_message(tib, noon(DAY + 4)),
        listed(member(32, "bo", "Bo Lind")),
    ]),
    max_size=3, unique_by=repr,
)  # fmt: skip
logs = st.lists(
    st.sampled_from([entry("Ana Ruiz"), entry("Fay Ingle"), entry("Bo Lind", DAY + 1)]),
    max_size=2, unique_by=repr,
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(lists, lists, others, of_x, logs, st.booleans())
def test_a_few_are_told_as_among_all(
    first: list[tuple[Account, str]], then: list[tuple[Account, str]], said: list[Record],
    on_x: list[Record], logged: list[Record], merged: bool,  # noqa: FBT001 - Hypothesis gives it
) -> None:  # fmt: skip
    with TemporaryDirectory() as folder:
        path = Path(folder) / "netaudit.db"
        bring(path, whole_list(DAY + 100, first, *said), archive(*on_x), log(*logged))
        bring(path, whole_list(DAY + 200, then))
        with Store.open(path) as store:
            if merged and {ANA, NOW} <= {account for account, _ in (*first, *then)}:
                merge(store, ANA, NOW)
            check_few(store)
