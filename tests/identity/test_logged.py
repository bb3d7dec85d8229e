"""A name that is new in the log changes nobody else, and is linked as among all accounts."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from identity.test_laws import any_case
from netaudit.identity import Known, resolve, resolve_logged
from netaudit.records import Account, Decision

LOGGED = ("log", "name")


@settings(max_examples=150, deadline=None)
@given(any_case, st.sets(st.integers(1, 12), max_size=2))
def test_new_names_are_linked_as_among_all_and_all_others_as_without_them(
    case: tuple[list[Known], list[Decision]], own: set[int]
) -> None:
    known, decisions = case
    decided = {account for decision in decisions for account in decision[1:]}
    everybody = [
        replace(one, own=one.account.kind != "name" and one.account_id in own) for one in known
    ]
    new = [
        one for one in everybody if one.account[:2] == LOGGED and one.account not in decided
    ]  # fmt: skip
    others = sorted((one for one in everybody if one not in new), key=lambda one: one.account_id)
    before = resolve(others, decisions)
    after = {link.account_id: link for link in resolve(everybody, decisions)}
    assert [after[one.account_id] for one in others] == before
    standing = list(zip(others, before, strict=True))
    assert resolve_logged(new, standing) == [after[n] for n in sorted(o.account_id for o in new)]


def test_a_new_name_fits_whom_an_ambiguous_bearer_fits() -> None:
    """An address of two people is neither's, and a name that only it bears is neither's too."""
    books = Known(3, Account("email", "email", "ruiz@example.org"), frozenset({"Ana Ruiz"}))
    url = Account("linkedin", "url", "ana")
    holds = Known(1, url, frozenset({"A. Ruiz", "Ana Ruiz-Lind"}), frozenset({books.account.key}))
    both = [holds, replace(holds, account_id=2, account=url._replace(key="anna"))]
    both = [replace(one, names=frozenset()) for one in both]
    others = [*both, books]
    standing = list(zip(others, resolve(others), strict=True))
    assert standing[2][1].candidates == (1, 2)
    (link,) = resolve_logged([Known(4, Account("log", "name", "ana ruiz"), frozenset())], standing)
    assert (link.verdict, link.candidates) == ("ambiguous", (1, 2))
