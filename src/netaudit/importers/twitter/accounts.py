"""Accounts of X as posts and messages name them."""

from functools import lru_cache

from netaudit.records import Account, Owner


@lru_cache(maxsize=65536)  # the same people are in a group again and again
def account_of(number: str) -> Account:
    """Return the account of a numeric id."""
    return Account("x", "id", number)


def is_owner(account: Account, owner: Owner) -> bool:
    """Tell whether an account is the owner; by a handle only where there is no id."""
    return account.key == owner.slug if account.kind == "id" else account.key in owner.handles
