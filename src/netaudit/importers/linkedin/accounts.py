"""How LinkedIn's files point at people: a profile link where there is one, else a name."""

from netaudit.normal import clean, core_name_key, linkedin_slug
from netaudit.records import Account, Owner, Profile

#: What stands in place of somebody who closed the account or blocked the owner.
DEPARTED = "linkedin member"
#: The value of late 2023, when every link was written without its end.
_SLUGLESS = {"https://www.linkedin.com/in", "https://www.linkedin.com/in/"}


def by_url(url: str) -> Account | None:
    """Return the account of a profile link, None where the text is none (`urn:` and the like)."""
    slug = linkedin_slug(url)
    return None if slug is None else Account("linkedin", "url", slug)


def by_name(name: str) -> Account | None:
    """Return the account of a bare name; credentials and nicknames do not count."""
    key = core_name_key(name)
    return Account("linkedin", "name", key) if key else None


def profile(account: Account, name: str, url: str = "") -> Profile:
    """Return what a mention in passing says of an account.

    Endorsements leave out how a link begins.
    """
    link = clean(url)
    if link.casefold().startswith("www."):
        link = f"https://{link}"
    return Profile(account, clean(name), url=link)


def full_name(first: str, last: str) -> str:
    """Return a name from its two columns."""
    return clean(f"{clean(first)} {clean(last)}")


def is_departed(name: str) -> bool:
    """Tell whether a name is the stand-in for a member who left."""
    return name.strip().casefold() == DEPARTED


def is_slugless(url: str) -> bool:
    """Tell whether a profile link lost its end."""
    return url.strip() in _SLUGLESS


def is_owner(owner: Owner, account: Account) -> bool:
    """Tell whether an account is the owner of the export."""
    if account.kind == "url":
        return owner.slug is not None and account.key == owner.slug
    return bool(owner.name) and account.key == core_name_key(owner.name)
