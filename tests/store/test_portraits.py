"""A person at a glance is the person of the reports."""

from pathlib import Path

import pytest

from netaudit.frames import Frames
from netaudit.metrics.scope import History
from netaudit.records import Decision, Interaction
from netaudit.store import Store
from netaudit.store.decide import decide
from netaudit.store.people import find
from netaudit.store.portraits import OnList, Portrait, portraits
from netaudit.workflows.naming import resolve_links
from store.on_x import archive, direct_message, listed, member
from store.snapshots import (
    ANA,
    BO,
    DAY,
    ORDINARY,
    bring,
    connection,
    entry,
    export,
    frames,
    invitation,
    log,
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


def counted(found: Frames, person_id: str, max_group: int = 8) -> tuple[int, int | None]:
    """Return how many interactions of a person reports count, and the day of the last."""
    history = History.of(found, max_group=max_group)
    number = history.ids.tolist().index(person_id)
    days = history.interactions.day[history.interactions.person == number]
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


def test_what_was_written_to_many_is_no_contact(path: Path) -> None:
    """Exports that count its people differently tell of one message, and the larger is right."""
    mail = entry("Dee Moss", DAY + 2)._replace(channel="email", medium="text", size=9)
    many = log(
        entry("Dee Moss", DAY + 1)._replace(size=40), mail, mail._replace(day=DAY + 3, size=8)
    )
    public = Interaction(2, (ON_X.account,), noon(DAY + 30), "out", "reply", 9, 11)
    bring(
        path, many, archive(public, name="posts.zip"),
        export(message(ANA, at=noon(DAY + 40), size=3, conversation=77), name="fewer.zip"),
        export(message(ANA, at=noon(DAY + 40), size=12, conversation=77), name="more.zip"),
    )  # fmt: skip
    found = frames(path)
    with Store.open(path) as store:
        ids = found.people["person_id"].tolist()
        told = {g: portraits(store, ids, "UTC", g) for g in (1, 2, 8, 9, 12)}
    for max_group, people in told.items():
        for one in people:
            assert (one.interactions, one.last_on) == counted(found, one.person_id, max_group)
    total = {g: sum(one.interactions for one in people) for g, people in told.items()}
    assert total[8] < total[9] < total[12]
    (dee,) = (one for one in told[8] if one.name == "Dee Moss")
    assert (dee.interactions, dee.last_on) == (2, DAY + 3)


def test_what_is_on_record_with_a_blocked_account_does_not_count(path: Path) -> None:
    with Store.open(path) as store:
        decide(store, [Decision("same", ANA, ON_X.account)], resolve_links)
    before = portrait(path, "linkedin.com/in/ana-ruiz")
    bring(path, archive(listed(ON_X, "blocked"), exported_on=DAY + 200, name="blocked.zip"))
    after = portrait(path, "linkedin.com/in/ana-ruiz")
    assert before.last_on == DAY + 20
    assert (after.interactions, after.last_on) == counted(frames(path), after.person_id)
    assert after.interactions == before.interactions - 1


def test_the_last_day_is_a_local_one(path: Path) -> None:
    late = member(43, "late")
    bring(path, archive(late, direct_message(late, noon(DAY, 43_199)), name="late.zip"))
    assert portrait(path, "@late").last_on == DAY
    assert portrait(path, "@late", "Asia/Tokyo").last_on == DAY + 1


def test_of_somebody_without_contact_no_day_is_told(path: Path) -> None:
    found = portrait(path, "Dee Moss")
    assert (found.interactions, found.last_on, found.about, found.company) == (0, None, "", "")
