"""What the user says of who is who: written once, taken back like an import."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netaudit.errors import UsageError
from netaudit.records import Account, Decision
from netaudit.store import Store
from netaudit.store.accounts import held, unclear, whose
from netaudit.store.decide import decide
from netaudit.store.history import Said, imports, said
from netaudit.store.people import find
from netaudit.store.undo import undo
from netaudit.workflows import deciding, history
from netaudit.workflows.naming import resolve_links
from store.on_x import archive, listed, member
from store.snapshots import (
    ANA,
    BO,
    DAY,
    NOW,
    add,
    bring,
    connection,
    digest,
    entry,
    export,
    frames,
    log,
    logged,
    told,
)

ON_X = member(42, "ana_r", "Ana R.")
X = ON_X.account


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "netaudit.db"
    lists = export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind"))
    bring(path, lists, archive(listed(ON_X)))
    with Store.open(path, now=lambda: NOW) as opened:
        yield opened


def ruled(store: Store, *decisions: Decision, dry_run: bool = False) -> int | None:
    return decide(store, decisions, resolve_links, dry_run=dry_run)


def same(one: Account, other: Account) -> Decision:
    return Decision("same", one, other)


def different(one: Account, other: Account) -> Decision:
    return Decision("different", one, other)


def leader(store: Store, account: Account) -> Account:
    """Return the leading account of the person to whom an account belongs."""
    row = store.connection.execute(
        "SELECT p.platform, p.kind, p.key FROM account a JOIN link l ON l.account_id = a.id"
        " JOIN account p ON p.id = l.person_id WHERE (a.platform, a.kind, a.key) = (?, ?, ?)",
        account,
    ).fetchone()
    return Account(*row)


def test_what_the_user_says_is_an_import_and_joins_at_once(store: Store) -> None:
    assert leader(store, X) == X
    assert ruled(store, same(ANA, X)) == 2
    assert leader(store, X) == ANA
    assert store.decisions() == [same(ANA, X)]
    assert imports(store)[-1].command == "match"
    assert imports(store)[-1].at == NOW
    assert imports(store)[-1].said == [Said(2, "same", "Ana Ruiz", "@ana_r")]


def test_what_stands_is_not_said_again_whichever_way_round(store: Store) -> None:
    ruled(store, same(ANA, X))
    before = digest(store.path)
    assert ruled(store, same(ANA, X)) is None
    assert ruled(store, same(X, ANA)) is None
    assert ruled(store) is None
    assert digest(store.path) == before
    assert ruled(store, same(X, ANA), same(ANA, BO)) == 3
    assert store.decisions() == [same(ANA, X), same(ANA, BO)]


def test_the_last_word_about_two_holds_until_it_is_taken_back(store: Store) -> None:
    first, second, third = (
        ruled(store, decision) for decision in (same(ANA, X), different(X, ANA), same(X, ANA))
    )
    assert (first, second, third) == (2, 3, 4)
    for number, expected in ((4, X), (3, ANA), (2, X)):
        done = undo(store, number, resolve_links)
        assert (done.decisions, sum(done.facts.values()), done.people) == (1, 0, 0)
        assert leader(store, X) == expected
    assert store.decisions() == []


def test_an_earlier_word_can_be_taken_back_first(store: Store) -> None:
    for decision in (same(ANA, X), different(ANA, X)):
        ruled(store, decision)
    undo(store, 2, resolve_links)
    assert store.decisions() == [different(ANA, X)]
    assert leader(store, X) == X


def test_a_dry_run_says_nothing_and_leaves_nothing(store: Store) -> None:
    before = store.path.read_bytes()
    assert ruled(store, same(ANA, X), dry_run=True) is None
    assert store.path.read_bytes() == before
    assert leader(store, X) == X
    assert ruled(store, same(ANA, X)) == 2


def test_an_account_that_is_not_there_is_refused_and_nothing_written(store: Store) -> None:
    before = digest(store.path)
    with pytest.raises(UsageError, match="not in the store any more"):
        ruled(store, same(ANA, X), same(ANA, Account("x", "id", "7")))
    assert digest(store.path) == before


def test_an_account_and_itself_are_no_decision(store: Store) -> None:
    with pytest.raises(ValueError, match="itself"):
        ruled(store, same(ANA, ANA))


def test_a_decision_outlives_the_import_of_its_accounts(store: Store) -> None:
    ruled(store, same(ANA, X))
    undo(store, 1, resolve_links)
    assert store.connection.execute("SELECT count(*) FROM account").fetchone() == (2,)
    add(store, export(connection(ANA, "Ana Ruiz")), archive(listed(ON_X)))
    assert leader(store, X) == ANA
    undo(store, 3, resolve_links)
    undo(store, 2, resolve_links)
    assert store.connection.execute("SELECT count(*) FROM account").fetchone() == (0,)


def test_whoever_is_nobody_any_more_cannot_be_decided_about(store: Store) -> None:
    """As when another window took the import back."""
    (ana,) = find(store, "Ana Ruiz")
    for decide_ in (deciding.merge, deciding.keep_apart):
        with pytest.raises(UsageError, match="no person zzzzzzzz any more"):
            decide_(store, ana.person_id, "zzzzzzzz")
    assert store.decisions() == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [("same", "Ana and @bo are one person"), ("different", "Ana and @bo are two people")],
)
def test_what_was_said_is_put_in_words(kind: str, words: str) -> None:
    assert history.decision_words(Said(7, kind, "Ana", "@bo")) == words


def test_frames_know_one_person_and_after_the_undo_two(store: Store) -> None:
    before = told(frames(store.path))
    number = ruled(store, same(ANA, X))
    assert number is not None
    assert len(frames(store.path).people) == 2
    undo(store, number, resolve_links)
    assert told(frames(store.path)) == before


def test_what_stands_of_an_account_is_told_with_its_import(store: Store) -> None:
    for decision in (same(ANA, X), same(ANA, BO), different(X, ANA)):
        ruled(store, decision)
    assert said(store.connection, {X}) == [Said(4, "different", "@ana_r", "Ana Ruiz")]
    assert [one.import_id for one in said(store.connection, {ANA})] == [3, 4]
    assert [one.import_id for one in said(store.connection)] == [2, 3, 4]


def test_two_of_one_name_are_told_apart_by_their_ids(store: Store) -> None:
    add(store, log(entry("Ana Ruiz")))
    ruled(store, different(ANA, logged("Ana Ruiz")))
    (told_,) = imports(store)[-1].said
    ids = {one.named.short_id for one in held(store, find(store, "@ana_r")[0].person_id)}
    assert told_.one.startswith("Ana Ruiz (")
    assert told_.other.startswith("Ana Ruiz (")
    assert told_.one != told_.other
    assert not any(number in told_.one for number in ids)


def test_the_accounts_of_a_person_come_with_their_reasons(store: Store) -> None:
    add(store, log(entry("Ana Ruiz")))
    ruled(store, same(ANA, X))
    (person,) = find(store, "Ana Ruiz")
    found = [(one.named.account, one.named.address, one.reason) for one in held(store, person[0])]
    assert found == [
        (ANA, "linkedin.com/in/ana-ruiz", ""),
        (logged("Ana Ruiz"), "Ana Ruiz (a name in your log)", "the only person of this name"),
        (X, "x.com/ana_r", "you said so"),
    ]
    assert held(store, "zzzzzzzz") == []


def test_an_unclear_name_is_nobodys_until_the_user_says_whose(store: Store) -> None:
    add(store, export(connection(X._replace(platform="linkedin", kind="url"), "Ana Ruiz")))
    add(store, log(entry("Ana Ruiz")))
    (ana,) = find(store, "linkedin.com/in/ana-ruiz")
    (name,) = unclear(store, ana.person_id)
    assert whose(store, name) is None
    assert [one.named for one in held(store, name.short_id)] == [name]
    ruled(store, same(ANA, name.account))
    assert whose(store, name) == (ana.person_id, "Ana Ruiz")
    assert unclear(store, ana.person_id) == []
    assert DAY in frames(store.path).interactions["day"].tolist()


def test_what_was_said_of_an_entry_of_an_old_list_outlives_the_list(tmp_path: Path) -> None:
    """Its name and day are in its key: newer lists with links find it."""
    path = tmp_path / "netaudit.db"
    old = Account("linkedin", "listed", f"ana ruiz {date.fromordinal(DAY)}")
    at_acme = member(42, "ana_r", "Ana Ruiz", "at Acme")
    bring(path, export(connection(old, "Ana Ruiz", company="Acme")))
    bring(path, archive(listed(at_acme)))
    with Store.open(path, now=lambda: NOW) as opened:
        ruled(opened, different(old, X))
        links = export(connection(ANA, "Ana Ruiz", company="Acme"), connection(BO, "Bo Lind"))
        add(opened, links)
        undo(opened, 1, resolve_links)
        assert len(find(opened, "Ana Ruiz")) == 2
        undo(opened, 3, resolve_links)
        assert len(find(opened, "Ana Ruiz")) == 1
