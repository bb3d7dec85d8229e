"""What the user says of who is who: two are one, two are not, and parting a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from netaudit.errors import UsageError
from netaudit.identity import resolve
from netaudit.normal import (
    email_key,
    linkedin_slug,
    name_key,
    phone_key,
    x_handle,
    x_key,
)
from netaudit.records import Account, Decision
from netaudit.store import Store
from netaudit.store.accounts import Held, Named, Whose, held, is_handle_of, to_show, whose
from netaudit.store.decide import decide
from netaudit.workflows.naming import known, resolve_links


@dataclass(frozen=True)
class Parted:
    """What a split did: whose the accounts taken out are now, and names that became unclear."""

    import_id: int | None
    now: list[tuple[Named, Whose | None]]
    unclear: list[Named]


def merge(opened: Store, one: str, other: str, *, dry_run: bool = False) -> int | None:
    """Write that two people, given by id, are one; return the id of the import.

    What was said against it, of any of their accounts, gives way.
    """
    here, there = (_accounts(opened, person) for person in (one, other))
    parted = _standing(opened, "different")
    pairs = [(here[0], there[0])] + [
        pair for pair in _across(here, there) if frozenset(pair) in parted
    ]
    decisions = [Decision("same", *pair) for pair in pairs]
    return decide(opened, decisions, resolve_links, dry_run=dry_run)


def keep_apart(opened: Store, one: str, other: str, *, dry_run: bool = False) -> int | None:
    """Write that two people, given by id, are not one; None if that was said before."""
    here, there = (_accounts(opened, person) for person in (one, other))
    return decide(opened, _parting(opened, here, there), resolve_links, dry_run=dry_run)


def split(
    opened: Store, person_id: str, leaving: Sequence[Held], *, dry_run: bool = False
) -> Parted:
    """Make two people of one: take accounts out, so that no rule puts them back.

    What leaves together is one person, and so is what stays.
    """
    before = held(opened, person_id)
    out = [one.named.account for one in leaving]
    staying = [one.named.account for one in before if one.named.account not in out]
    parting = _parting(opened, out, staying, chosen=out)
    sides = [[a for a in side if a in out or not _bare(a)] for side in (out, staying)]
    decisions = [*parting, *_holding(opened, parting, sides)]
    import_id = decide(opened, decisions, resolve_links, dry_run=dry_run)
    return Parted(
        import_id,
        [(one.named, whose(opened, one.named)) for one in leaving],
        [one.named for one in before if whose(opened, one.named) is None],
    )


def _holding(
    opened: Store, parting: Sequence[Decision], sides: Sequence[Sequence[Account]]
) -> list[Decision]:
    """Return what holds each side together where it was one through the other side only.

    What holds one side may change what the rules make of the other, which is looked at again.
    A single account holds together by itself.
    """
    if all(len(side) < 2 for side in sides):
        return []
    parted = {frozenset({d.account, d.other}) for d in parting}
    standing = [d for d in opened.decisions() if frozenset({d.account, d.other}) not in parted]
    apart = _standing(opened, "different")
    everybody = known(opened)
    together: list[Decision] = []
    for _ in sides:
        links = resolve(everybody, [*standing, *parting, *together])
        person = {link.account_id: link.person_id for link in links}
        now = {one.account: person[one.account_id] for one in everybody}
        together = [d for side in sides for d in _held(side, now, apart, together)]
        if not together:
            break
    return together


def _held(
    side: Sequence[Account],
    now: Mapping[Account, int],
    apart: set[frozenset[Account | None]],
    before: Sequence[Decision],
) -> list[Decision]:
    """Return what holds a side that falls apart: each account, as no rule is sure to do it.

    Whom the user told apart are let go.
    """
    groups: dict[int, list[Account]] = {}
    for account in side:
        groups.setdefault(now[account], []).append(account)
    whole: list[Account] = []
    for group in groups.values():
        if apart.isdisjoint(map(frozenset, _across(whole, group))):
            whole += group
    if len({now[account] for account in whole}) == 1:
        return [decision for decision in before if decision.account in side]
    return [Decision("same", whole[0], account) for account in whole[1:]]


def _accounts(opened: Store, person_id: str) -> list[Account]:
    found = [one.named.account for one in held(opened, person_id)]
    if not found:
        raise UsageError(
            f"there is no person {person_id} any more", hint="was an import taken back meanwhile?"
        )
    return found


def _across(here: Iterable[Account], there: Sequence[Account]) -> list[tuple[Account, Account]]:
    return [(one, other) for one in here for other in there]


def _standing(opened: Store, kind: str) -> set[frozenset[Account | None]]:
    return {frozenset({d.account, d.other}) for d in opened.decisions() if d.kind == kind}


def _parting(
    opened: Store,
    here: Sequence[Account],
    there: Sequence[Account],
    chosen: Sequence[Account] = (),
) -> list[Decision]:
    """Return what parts all accounts of one side from all of the other.

    A bare name in the log follows by itself whom it fits, or whom the user said it is; it is
    parted only where it was `chosen`, is all there is, or was said to be of both sides.
    """
    same = _standing(opened, "same")
    ours, theirs = ([a for a in side if a in chosen or not _bare(a)] for side in (here, there))
    firm = _across(ours or here, theirs or there)
    bridges = [
        (one, name)
        for name in there
        if _bare(name) and any(frozenset({name, other}) in same for other in there)
        for one in here
        if frozenset({name, one}) in same
    ]
    return [Decision("different", *pair) for pair in dict.fromkeys(firm + bridges)]


def _bare(account: Account) -> bool:
    return account.platform == "log" and account.kind == "name"


def by_source(accounts: Sequence[Held]) -> list[Held]:
    """Return the accounts that are not of the leading one's source, if there are two sources."""
    sources = {one: _source(one.named.account) for one in accounts if not _bare(one.named.account)}
    if len(set(sources.values())) != 2:
        return []
    first = _source(accounts[0].named.account)
    return [one for one, source in sources.items() if source != first]


def _source(account: Account) -> str:
    return "address book" if account.platform in {"email", "phone"} else account.platform


def meant(accounts: Sequence[Held], text: str) -> list[list[Held]]:
    """Return which accounts of a person a text names: by link, handle, address, id, or name.

    With an id of X goes the account that is only its handle.
    """
    for rule in (_is_key, _is_id, _is_name, _is_bare_handle):
        if found := [one for one in accounts if rule(one.named, text)]:
            return [
                [one, *(handle for handle in accounts if is_handle_of(handle.named, one.named))]
                for one in to_show(found)
            ]
    return []


def _is_key(named: Named, text: str) -> bool:
    account = named.account
    if slug := linkedin_slug(text):
        return account == ("linkedin", "url", slug)
    if address := email_key(text) or phone_key(text):
        return account.kind in {"email", "phone"} and account.key == address
    on_x = x_key(text)
    return on_x is not None and (
        account == ("x", *on_x) or (on_x[0] == "handle" and _has_handle(named, on_x[1]))
    )


def _has_handle(named: Named, handle: str) -> bool:
    return named.account.platform == "x" and named.label == f"@{handle}"


def _is_id(named: Named, text: str) -> bool:
    typed = text.strip().casefold()
    return len(typed) >= 4 and named.short_id.startswith(typed)


def _is_name(named: Named, text: str) -> bool:
    return bool(key := name_key(text)) and name_key(named.name) == key


def _is_bare_handle(named: Named, text: str) -> bool:
    handle = x_handle(text)
    return handle is not None and _has_handle(named, handle)
