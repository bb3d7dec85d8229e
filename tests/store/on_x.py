"""People on X and archives of X, as a test makes them up."""

from netaudit.records import Account, Interaction, Owner, Profile, Record, Tie, TieKind
from store.snapshots import DAY, Snapshot


def member(number: int, handle: str = "", name: str = "", about: str = "", on: int = 0) -> Profile:
    """Return what an archive says of somebody; `on`: the day of which the content says it."""
    account = Account("x", "id", str(number))
    return Profile(account, name, handle=handle, about=about, said_on=on)


def bearer(handle: str, name: str = "") -> Profile:
    """Return somebody of whom only the handle is known."""
    return Profile(Account("x", "handle", handle), name, handle=handle)


def listed(profile: Profile, kind: TieKind = "following") -> Tie:
    return Tie(1, profile.account, kind, None, profile)


def direct_message(profile: Profile, at: int, number: int = 9) -> Interaction:
    return Interaction(1, (profile.account,), at, "in", "dm", 1, number)


def archive(*records: Record, exported_on: int = DAY + 120, name: str = "twitter.zip") -> Snapshot:
    """Return an archive of one file that holds the whole list of whom the owner follows."""
    owner = Owner("900", "Robin Quist", handles=("robinquist",))
    return Snapshot({"file": records}, exported_on, name, "x", ("following",), owner)
