"""Who may be one person, and why somebody is one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from netaudit.config import Config
from netaudit.identity import Evidence, Known, evidence_between, pairs
from netaudit.records import Account
from netaudit.store import Store
from netaudit.store.accounts import (
    Held,
    Named,
    Whose,
    called,
    linked,
    named,
    to_show,
    unclear,
)
from netaudit.store.history import Said, said
from netaudit.store.links import describe, owners
from netaudit.store.portraits import Portrait, portraits
from netaudit.store.preferences import ignored

if TYPE_CHECKING:
    from netaudit.report import Report


class Match(NamedTuple):
    """Two people who may be one, their leading accounts, and what speaks for it."""

    one: Whose
    other: Whose
    accounts: tuple[Named, Named]
    verdict: Literal["likely", "possible"]
    score: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Explained:
    """A person, why each account belongs, what the user said of them, and who may be them too.

    Those have their leading accounts beside them; of whom the user ignores there are none.
    `unclear` are names that fit others as well.
    """

    portrait: Portrait
    accounts: list[tuple[Held, tuple[Evidence, ...]]]
    said: list[Said]
    near: list[tuple[Match, Named]]
    unclear: list[Named]
    ignored: bool


class _Register:
    """All accounts of a store, and who is who, as of one moment."""

    def __init__(self, opened: Store) -> None:
        with opened.reading() as connection:
            self.known = [Known(*account) for account in describe(connection)]
            self.links = linked(connection)
            self.decisions = opened.decisions()
            self._ignored = ignored(connection)
        self._opened = opened

    def matches(self, of: Account | None = None) -> list[Match]:
        """Return people who may be one, the likeliest first; the owner is none of them.

        `of`, a leading account, asks for the pairs of one person only.
        """
        person = None if of is None else self._number(of)
        found = pairs(self.known, self.links, self.decisions, ignored=self._ignored, person=person)
        owners = self._owners({number for pair in found for number in pair[:2]})
        found = [pair for pair in found if owners.isdisjoint(pair[:2])]
        numbers = {number for pair in found for number in pair[:2]}
        with self._opened.reading() as connection:
            leading, whose = named(connection, numbers), called(connection, numbers)
        return [
            Match(
                whose[pair.one], whose[pair.other],
                (leading[pair.one], leading[pair.other]), *pair[2:],
            )
            for pair in found
        ]  # fmt: skip

    def ignores(self, account: Account) -> bool:
        """Tell whether the user ignores somebody, by their leading account."""
        return self._number(account) in self._ignored

    def _number(self, account: Account) -> int:
        return next(one.account_id for one in self.known if one.account == account)

    def _owners(self, people: set[int]) -> set[int]:
        """Return which of these people are the owner."""
        account = {one.account_id: one.account for one in self.known}
        accounts = [
            (link.person_id, link.verdict, account[link.account_id])
            for link in self.links
            if link.person_id in people
        ]
        with self._opened.reading() as connection:
            return owners(connection, accounts)

    def evidence(self, one: Account, other: Account) -> tuple[Evidence, ...]:
        """Return what speaks for two accounts being one person's; of one platform nothing does."""
        if one.platform == other.platform or "log" in {one.platform, other.platform}:
            return ()
        return evidence_between(self.known, self.links, self._number(one), self._number(other))


def matches(opened: Store) -> list[Match]:
    """Return people who may be one, two by two, the likeliest first."""
    return _Register(opened).matches()


def portray(opened: Store, people: Sequence[str], config: Config) -> list[Portrait]:
    """Return people, given by id, at a glance."""
    return portraits(opened, people, config.timezone, config["max_group"])


def explain(opened: Store, person_id: str, config: Config) -> Explained:
    """Tell why the accounts of a person, given by id, are theirs, and who is near."""
    register = _Register(opened)
    (portrait,) = portray(opened, [person_id], config)
    first, *others = to_show(portrait.accounts)
    accounts = [(first, ())] + [
        (one, register.evidence(first.named.account, one.named.account)) for one in others
    ]
    with opened.reading() as connection:
        standing = said(connection, {one.named.account for one in portrait.accounts})
    near = [
        (match, match.accounts[match.one.person_id == person_id])
        for match in register.matches(first.named.account)
    ]
    return Explained(
        portrait, accounts, standing, near, unclear(opened, person_id),
        register.ignores(first.named.account),
    )  # fmt: skip


def matches_report(
    found: Sequence[Match], as_of: int, *, possible: bool, for_reading: bool
) -> "Report":
    """Make a report of likely pairs; with `possible` of all."""
    from netaudit.audits.matches import matches as report
    from netaudit.report import Person

    rows = [
        (Person(one.name, one.person_id), accounts[0].address, Person(other.name, other.person_id),
         accounts[1].address, verdict, in_words(evidence), score)
        for one, other, accounts, verdict, score, evidence in found
    ]  # fmt: skip
    return report(rows, as_of, possible=possible, for_reading=for_reading)


def in_words(evidence: Iterable[Evidence], beside: str = "") -> str:
    """Put evidence in words, without what stands `beside` it; what speaks against is said to."""
    return "; ".join(
        one.words if one.weight > 0 else f"but {one.words}"
        for one in evidence
        if one.words not in beside
    )
