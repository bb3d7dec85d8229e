"""A person at a glance is the person of the reports."""

from pathlib import Path

import pytest

from netaudit.frames import Frames
from netaudit.records import Decision
from netaudit.store import Store
from netaudit.store.decide import decide
from netaudit.store.people import find
from netaudit.store.portraits import OnList, Portrait, portraits
from netaudit.workflows import resolve_links
from store.on_x import archive, direct_message, listed, member
from store.snapshots import (
    ANA,
    BO,
    DAY,
    ORDINARY,
    bring,
    connection,
    export,
    frames,
    invitation,
    message,
    noon,
)

ON_X = member(42, "ana_r", "Ana R.", "Potter at Blue Kiln")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "netaudit.db"
    bring(path, *ORDINARY, archive(listed(ON_X), direct_message(ON_X, noon(DAY + 20))))
    return path


def portrait(path: Path, text: str, timezone: str = "UTC") -> Portrait:
    with Store.open(path) as store:
        (found,) = find(store, text)
        (only,) = portraits(store, [found.person_id], timezone)
    return only


def counted(found: Frames, person_id: str) -> tuple[int, int | None]:
    """Return how many interactions frames have of a person, and the day of the last."""
    number = found.people.index[found.people["person_id"] == person_id][0]
    days = found.interactions.loc[found.interactions["person"] == number, "day"]
    return len(days), int(days.max()) if len(days) else None


def test_a_portrait_tells_accounts_addresses_company_lists_and_contact(path: Path) -> None:
    with Store.open(path) as store:
        decide(store, [Decision("same", ANA, ON_X.account)], resolve_links)
    found = portrait(path, "linkedin.com/in/ana-ruiz")
    assert (found.name, found.company, found.position) == ("Ana Ruiz", "Blue Kiln", "")
    assert found.about == "Potter at Blue Kiln"
    assert found.accounts[0].named.address == "linkedin.com/in/ana-ruiz"
    assert {one.named.address for one in found.accounts} >= {"x.com/ana_r", "ana@example.org"}
    assert list(found.addresses) == ["+15550100"]
    assert list(found.lists) == [
        OnList("linkedin", "connection", DAY, None), OnList("linkedin", "following", DAY, None),
        OnList("x", "following", None, None),
    ]  # fmt: skip
    assert found.last_on == DAY + 20


def test_contact_is_counted_as_in_reports(path: Path) -> None:
    """The note of an invitation, and one message by two accounts, are not counted twice."""
    first = export(
        connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind"),
        invitation(ANA, noon(DAY - 1), note=True, name="Ana Ruiz"),
        message(ANA, at=noon(DAY), size=1), message(ANA, at=noon(DAY, 9), conversation=0),
        message(BO, at=noon(DAY - 1, 9), conversation=0), message(BO, ANA, at=noon(DAY, 20)),
        name="another.zip",
    )  # fmt: skip
    bring(path, first)
    with Store.open(path) as store:
        decide(store, [Decision("same", ANA, BO)], resolve_links)
    found = frames(path)
    assert len(found.people) > 4
    with Store.open(path) as store:
        ids = found.people["person_id"].tolist()
        for one in portraits(store, ids, "UTC"):
            assert (one.interactions, one.last_on) == counted(found, one.person_id)
            assert one.name == found.people.set_index("person_id")["name"][one.person_id]


def test_the_last_day_is_a_local_one(path: Path) -> None:
    late = member(43, "late")
    bring(path, archive(late, direct_message(late, noon(DAY, 43_199)), name="late.zip"))
    assert portrait(path, "@late").last_on == DAY
    assert portrait(path, "@late", "Asia/Tokyo").last_on == DAY + 1


def test_of_somebody_without_contact_no_day_is_told(path: Path) -> None:
    found = portrait(path, "Dee Moss")
    assert (found.interactions, found.last_on, found.about, found.company) == (0, None, "", "")
