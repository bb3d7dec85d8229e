"""What the rules are told of an account."""

from dataclasses import dataclass

from netaudit.records import Account, Listing


@dataclass(frozen=True, slots=True)
class Known:
    """An account and what is known of it.

    `keys` are e-mail addresses and phone numbers, `since` the days on which its ties began,
    `listings` when each of those was on a list. `handles` are those it ever had on X, each with
    the day of which the newest statement is; `about` is what it says of itself, `companies` where
    it works or worked. One that is not `present` is only known of: nothing that counts is on
    record with it. One that is `own` is the owner's.
    """

    account_id: int
    account: Account
    names: frozenset[str]
    keys: frozenset[str] = frozenset()
    since: frozenset[int] = frozenset()
    listings: frozenset[Listing] = frozenset()
    handles: frozenset[tuple[str, int]] = frozenset()
    about: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    present: bool = True
    own: bool = False
