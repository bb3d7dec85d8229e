"""What the user prefers of people: the last word holds, whoever they turn out to be."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from math import isnan
from pathlib import Path
from typing import get_args

import pytest

from netaudit.errors import UsageError
from netaudit.frames import NEVER
from netaudit.records import NONE, YES, Account, Decision, Preference, Profile
from netaudit.store import Store
from netaudit.store.accounts import unclear
from netaudit.store.changes import changes
from netaudit.store.decide import decide
from netaudit.store.facts import short_id
from netaudit.store.history import Wanted, imports
from netaudit.store.people import find
from netaudit.store.preferences import (
    NOTHING,
    Command,
    Preferred,
    cadence_by_tags,
    prefer,
    preferred,
    preferred_of,
    preferred_on_record,
)
from netaudit.store.undo import undo
from netaudit.workflows.naming import resolve_links
from store.on_x import archive, bearer, listed, member
from store.preferring import every, merge, now, say, tagged, whose
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    NOW,
    ORDINARY,
    add,
    connection,
    digest,
    entry,
    export,
    frames,
    log,
    logged,
    message,
    noon,
    rows,
    told,
)

ON_X = member(42, "ana_r", "Ana R.")
X = ON_X.account
LISTS = export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind"))
IGNORE, COUNT = Preference("ignore", YES), Preference("ignore", "")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "netaudit.db", create=True, now=lambda: NOW) as new:
        add(new, LISTS, archive(listed(ON_X)))
        new.publish()
    with Store.open(tmp_path / "netaudit.db", now=lambda: NOW) as opened:
        yield opened


def test_what_is_preferred_is_an_import_of_its_own(store: Store) -> None:
    links = rows(store.path, "SELECT * FROM link")
    assert say(store, ANA, IGNORE, command="ignore") == 2
    assert now(store, ANA).ignored
    assert now(store, BO) == NOTHING
    found = imports(store)[-1]
    assert (found.command, found.at, found.wanted) == ("ignore", NOW, [Wanted("Ana Ruiz", IGNORE)])
    assert rows(store.path, "SELECT * FROM link") == links


def test_every_command_is_one_the_store_takes(store: Store) -> None:
    for number, command in enumerate(get_args(Command)):
        assert say(store, ANA, *tagged(f"t{number}"), command=command) == number + 2


def test_what_holds_already_is_not_written_again(store: Store) -> None:
    say(store, ANA, IGNORE, *tagged("friends"))
    before = digest(store.path)
    assert say(store, ANA, IGNORE) is None
    assert say(store, ANA, *tagged("friends")) is None
    assert say(store, BO, COUNT, Preference("tag", "", "friends"), Preference("snooze", "")) is None
    assert say(store, ANA) is None
    assert digest(store.path) == before
    done = prefer(
        store, "tag", tagged("friends", "lisbon", "lisbon"), resolve_links, whose(store, ANA)
    )
    assert done.news == (Preference("tag", YES, "lisbon"),)


def test_the_last_word_holds_until_it_is_taken_back(store: Store) -> None:
    assert [say(store, ANA, said) for said in (IGNORE, COUNT, IGNORE)] == [2, 3, 4]
    for number, ignored in ((4, False), (2, False), (3, False)):
        done = undo(store, number, resolve_links)
        assert (done.decisions, sum(done.facts.values()), done.people) == (1, 0, 0)
        assert now(store, ANA).ignored == ignored


def test_an_earlier_word_holds_again_when_the_later_one_is_gone(store: Store) -> None:
    say(store, ANA, IGNORE)
    say(store, ANA, COUNT)
    undo(store, 3, resolve_links)
    assert now(store, ANA).ignored


def test_every_matter_is_of_its_own(store: Store) -> None:
    say(store, ANA, IGNORE, *tagged("lisbon", "friends"))
    say(store, ANA, Preference("snooze", "2026-12-15"), every("3w"))
    assert now(store, ANA) == Preferred(
        ignored=True, tags=("friends", "lisbon"), snoozed_until=739_965, cadence="3w"
    )
    say(store, ANA, Preference("tag", "", "friends"), Preference("snooze", ""))
    assert now(store, ANA) == Preferred(ignored=True, tags=("lisbon",), cadence="3w")


def test_a_dry_run_says_what_is_new_and_writes_nothing(store: Store) -> None:
    before = store.path.read_bytes()
    done = prefer(store, "tag", tagged("friends"), resolve_links, whose(store, ANA), dry_run=True)
    assert done == (None, tuple(tagged("friends")))
    assert store.path.read_bytes() == before


def test_whoever_is_nobody_any_more_is_refused(store: Store) -> None:
    before = digest(store.path)
    with pytest.raises(UsageError, match="no person zzzzzzzz any more"):
        prefer(store, "ignore", [IGNORE], resolve_links, "zzzzzzzz")
    with pytest.raises(UsageError, match="no person zzzzzzzz any more"):
        preferred_of(store, "zzzzzzzz")
    assert digest(store.path) == before


def test_a_name_that_fits_several_is_nobody_to_prefer_anything_of(store: Store) -> None:
    add(store, export(connection(CY, "Ana Ruiz", DAY + 1), exported_on=None, name="more"))
    add(store, log(entry("Ana Ruiz")))
    (name,) = unclear(store, whose(store, ANA))
    with pytest.raises(UsageError, match="fits several people") as caught:
        prefer(store, "ignore", [IGNORE], resolve_links, name.short_id)
    assert caught.value.hint == f"say whose it is: netaudit merge ID {name.short_id}"


def test_the_shortest_cadence_of_the_tags_holds_unless_there_is_their_own(store: Store) -> None:
    say(store, ANA, *tagged("a", "b", "c", "d"))
    spans = {"a": "2mo", "b": "5w", "c": "35d", "e": "1d"}
    for tag, span in spans.items():
        prefer(store, "cadence", [Preference("cadence", span, tag)], resolve_links)
    assert (now(store, ANA).cadence, now(store, ANA).cadence_tag) == ("5w", "b")
    say(store, ANA, every("1y"))
    assert (now(store, ANA).cadence, now(store, ANA).cadence_tag) == ("1y", "")
    say(store, ANA, every(NONE))
    assert (now(store, ANA).cadence, now(store, ANA).cadence_tag) == (NEVER, "")
    undo(store, 8, resolve_links)
    undo(store, 7, resolve_links)
    prefer(store, "cadence", [Preference("cadence", "", "b")], resolve_links)
    assert (now(store, ANA).cadence, now(store, ANA).cadence_tag) == ("35d", "c")


def test_whoever_has_no_cadence_of_their_own_any_more_has_that_of_their_tags(store: Store) -> None:
    say(store, ANA, *tagged("a"))
    prefer(store, "cadence", [Preference("cadence", "2w", "a")], resolve_links)
    for own in (every("3w"), every(NONE)):
        say(store, ANA, own)
        assert cadence_by_tags(store, whose(store, ANA)) == ("2w", "a")
        say(store, ANA, every(""))
        assert (now(store, ANA).cadence, now(store, ANA).cadence_tag) == ("2w", "a")


def test_of_whom_nothing_holds_any_more_nothing_is_told(store: Store) -> None:
    say(store, ANA, IGNORE)
    say(store, ANA, COUNT)
    assert preferred(store.connection) == {}
    assert now(store, ANA) == NOTHING


def test_it_outlives_the_import_of_the_person_and_holds_when_it_comes_back(store: Store) -> None:
    say(store, ANA, IGNORE, *tagged("friends"))
    undo(store, 1, resolve_links)
    assert rows(store.path, "SELECT key FROM account") == [("ana-ruiz",)]
    assert len(frames(store.path).people) == 0
    assert imports(store)[0].wanted[0] == Wanted("linkedin.com/in/ana-ruiz", IGNORE)
    add(store, LISTS)
    assert now(store, ANA) == Preferred(ignored=True, tags=("friends",))
    undo(store, 3, resolve_links)
    undo(store, 2, resolve_links)
    assert rows(store.path, "SELECT key FROM account") == []


def test_an_entry_of_an_old_list_is_found_by_newer_ones_after_the_list_is_taken_back(
    store: Store,
) -> None:
    old = Account("linkedin", "listed", f"cy orr {date.fromordinal(DAY)}")
    add(store, export(connection(old, "Cy Orr"), exported_on=DAY + 50, name="old"))
    say(store, old, *tagged("friends"))
    undo(store, 2, resolve_links)
    add(store, export(connection(CY, "Cy Orr"), exported_on=DAY + 200, name="new"))
    assert now(store, CY).tags == ("friends",)


def test_two_who_become_one_have_the_last_word_of_both(store: Store) -> None:
    say(store, ANA, IGNORE, *tagged("a"))
    say(store, X, *tagged("b"))
    number = merge(store, ANA, X)
    assert number is not None
    assert now(store, X) == Preferred(ignored=True, tags=("a", "b"))
    say(store, X, COUNT)
    assert not now(store, ANA).ignored
    undo(store, number, resolve_links)
    assert now(store, ANA) == Preferred(tags=("a",))
    assert now(store, X) == Preferred(tags=("b",))


def test_who_is_parted_keeps_what_was_said_of_the_whole(store: Store) -> None:
    merge(store, ANA, X)
    say(store, ANA, *tagged("a"))
    decide(store, [Decision("different", ANA, X)], resolve_links)
    assert now(store, ANA) == now(store, X) == Preferred(tags=("a",))


CONTRARY = [
    (IGNORE, COUNT), (Preference("tag", YES, "a"), Preference("tag", "", "a")),
    (Preference("snooze", "2026-12-15"), Preference("snooze", "")), (every("3w"), every(NONE)),
]  # fmt: skip


@pytest.mark.parametrize(("last", "earlier"), [*CONTRARY, *(pair[::-1] for pair in CONTRARY)])
def test_who_is_parted_keeps_what_held_already_when_it_was_said_of_the_whole(
    store: Store, last: Preference, earlier: Preference
) -> None:
    """Also where only one account of theirs had it, and the other had none or the contrary."""
    for account, said in ((ANA, earlier), (X, earlier), (X, last)):
        say(store, account, said)
    alone = now(store, ANA), now(store, X)
    merge(store, ANA, X)
    number = say(store, X, last)
    assert number is not None
    assert (now(store, X), say(store, X, last)) == (alone[1], None)
    decide(store, [Decision("different", ANA, X)], resolve_links)
    assert now(store, ANA) == now(store, X) == alone[1]
    undo(store, number, resolve_links)
    assert (now(store, ANA), now(store, X)) == alone


def test_lists_hold_whom_reports_tell_of(store: Store) -> None:
    """Not the owner, whoever is off the record, is blocked, or stands in an address book only."""
    add(
        store, *ORDINARY,
        archive(
            listed(member(43, "blocked", "Blo Cked"), "blocked"), listed(member(900, "robinquist")),
            listed(bearer("cyorr")), listed(ON_X), exported_on=DAY + 130, name="later.zip",
        ),
        export(message(CY, at=noon(DAY + 8), conversation=0), exported_on=DAY - 1, name="old"),
    )  # fmt: skip
    everybody = [row[0] for row in rows(store.path, "SELECT DISTINCT person_id FROM link")]
    for (short,) in rows(store.path, "SELECT short_id FROM account"):
        with suppress(UsageError):
            prefer(store, "tag", tagged("a"), resolve_links, short)
    assert set(preferred(store.connection)) == set(everybody)
    query = "SELECT short_id FROM account WHERE id IN (SELECT value FROM json_each(?))"
    there = rows(store.path, query, [json.dumps(list(preferred_on_record(store.connection)))])
    assert {short for (short,) in there} == set(frames(store.path).people["person_id"])
    assert len(everybody) - len(there) == 4


def test_a_name_in_the_log_does_not_take_it_to_somebody_else(store: Store) -> None:
    """Ana is ignored; the name in the log is another Ana's once the first is off the record."""
    add(store, log(entry("Ana Ruiz")))
    say(store, ANA, IGNORE)
    undo(store, 1, resolve_links)
    add(store, export(connection(CY, "Ana Ruiz")))
    assert whose(store, logged("Ana Ruiz")) == whose(store, CY)
    assert now(store, CY) == NOTHING


def test_somebody_known_by_name_only_keeps_it_when_they_are_on_a_list(store: Store) -> None:
    add(store, log(entry("Cy Orr")))
    say(store, logged("Cy Orr"), IGNORE)
    add(store, export(connection(CY, "Cy Orr"), exported_on=None, name="more"))
    assert now(store, CY).ignored
    say(store, CY, COUNT)
    undo(store, 4, resolve_links)
    assert now(store, logged("Cy Orr")) == NOTHING


@pytest.mark.parametrize(("others", "kind"), [((), "handle"), ((member(43, "cyorr"),), "id")])
def test_a_handle_bears_it_only_where_there_is_no_number(
    store: Store, others: tuple[Profile, ...], kind: str
) -> None:
    handle = bearer("cyorr")
    add(store, archive(*map(listed, (handle, *others)), exported_on=DAY, name="handles"))
    say(store, handle.account, *tagged("a"))
    query = "SELECT a.kind FROM preference p JOIN account a ON a.id = p.account_id"
    assert rows(store.path, query) == [(kind,)]


def test_frames_say_what_holds(store: Store) -> None:
    say(store, ANA, *tagged("lisbon", "friends"), Preference("snooze", "2026-12-15"))
    prefer(store, "cadence", [Preference("cadence", "3w", "friends")], resolve_links)
    say(store, BO, IGNORE, every("1mo"))
    say(store, X, every(NONE))
    people = frames(store.path).people
    names = ["ignored", "tags", "cadence", "cadence_tag", "snoozed_until"]
    found = dict(zip(people["person_id"], people[names].itertuples(index=False), strict=True))
    ana, bo, other = (tuple(found[short_id(one)]) for one in (ANA, BO, X))
    assert ana == (False, ("friends", "lisbon"), "3w", "friends", 739_965.0)
    assert bo[:4] == (True, (), "1mo", "")
    assert other[:4] == (False, (), NEVER, "")
    assert isnan(bo[4])


def test_frames_are_as_before_when_all_is_taken_back(store: Store) -> None:
    before = told(frames(store.path))
    for said in (IGNORE, COUNT, *tagged("a"), every("1w"), Preference("snooze", "2030-01-01")):
        say(store, ANA, said)
    for number in (4, 2, 6, 3, 5):
        undo(store, number, resolve_links)
    assert told(frames(store.path)) == before
    assert rows(store.path, "SELECT count(*) FROM preference") == [(0,)]


def test_changes_leave_out_whom_one_ignores_and_tell_of_them_again(store: Store) -> None:
    add(store, export(connection(BO, "Bo Lind"), exported_on=DAY + 200, name="later"))

    def left() -> list[str]:
        steps = changes(store).steps
        return [c.name for step in steps for c in step.changes if c.kind == "left"]

    assert (left(), changes(store).ignored) == (["Ana Ruiz"], 0)
    say(store, ANA, IGNORE)
    assert (left(), changes(store).ignored) == ([], 1)
    say(store, ANA, COUNT)
    assert left() == ["Ana Ruiz"]


def test_the_ignored_are_found_like_anybody(store: Store) -> None:
    before = find(store, "Ana Ruiz")
    say(store, ANA, IGNORE)
    assert find(store, "Ana Ruiz") == before


def test_the_history_tells_once_what_is_said_of_all_accounts(store: Store) -> None:
    merge(store, ANA, X)
    say(store, X, *tagged("b", "a"))
    prefer(store, "cadence", [Preference("cadence", "3w", "b")], resolve_links)
    a, b = tagged("a", "b")
    assert imports(store)[-2].wanted == [Wanted("Ana Ruiz", b), Wanted("Ana Ruiz", a)]
    assert imports(store)[-1].wanted == [Wanted("", Preference("cadence", "3w", "b"))]
    assert rows(store.path, "SELECT count(*) FROM preference WHERE tag = 'a'") == [(2,)]
    assert undo(store, 3, resolve_links, dry_run=True).decisions == 2


@pytest.mark.parametrize(
    "row",
    [
        "'tag', '', 'yes', 1", "'ignore', 'a', 'yes', 1", "'ignore', '', 'yes', NULL",
        "'cadence', 'a', '3w', 1", "'cadence', '', '3w', NULL", "'nonsense', '', 'yes', 1",
        "'tag', 'a', 'yes', NULL",
    ],
)  # fmt: skip
def test_the_store_takes_no_nonsense(store: Store, row: str) -> None:
    with pytest.raises(Exception, match="does not answer as it should"):
        _insert(store, row)
    assert rows(store.path, "SELECT count(*) FROM preference") == [(0,)]


def _insert(store: Store, row: str) -> None:
    with store.transaction() as connection:
        connection.execute(f"INSERT INTO preference VALUES (1, 1, {row})")  # noqa: S608 - ours
