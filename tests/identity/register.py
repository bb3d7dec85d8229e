"""Accounts as a test makes them up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from netaudit.identity import Evidence, Known, Pair, evidence_between, pairs, resolve
from netaudit.records import Account, Decision, Link, Listing

DAY = 737_000


class Register:
    """Accounts as a test makes them up, numbered as they come; tells who leads whom."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self.decisions: list[Decision] = []

    def add(
        self,
        account: Account,
        names: Sequence[str] = (),
        keys: Sequence[str] = (),
        since: Sequence[int] = (),
        listings: Sequence[Listing] = (),
    ) -> int:
        number = len(self.known) + 1
        said = frozenset(names), frozenset(keys), frozenset(since), frozenset(listings)
        self.known.append(Known(number, account, *said))
        return number

    def works(self, number: int, *companies: str) -> None:
        """Say where somebody works."""
        one = self.known[number - 1]
        self.known[number - 1] = replace(one, companies=frozenset(companies))

    def owns(self, number: int) -> None:
        """Say that an account is the owner's."""
        self.known[number - 1] = replace(self.known[number - 1], own=True)

    def states(self, number: int, *keys: str) -> None:
        """Say which addresses and numbers somebody has."""
        self.known[number - 1] = replace(self.known[number - 1], keys=frozenset(keys))

    def on_x(
        self,
        key: str,
        name: str = "",
        handles: Mapping[str, int] | None = None,
        about: str = "",
        *,
        present: bool = True,
    ) -> int:
        """Add an account of X: an id where the key is a number, else a handle."""
        number = self.add(Account("x", "id" if key.isdecimal() else "handle", key))
        self.known[number - 1] = replace(
            self.known[number - 1],
            names=frozenset([name] if name else []),
            handles=frozenset((handles or {}).items()),
            about=frozenset([about] if about else []),
            present=present,
        )
        return number

    def on_both(self, about: str = "", email: str = "") -> tuple[int, int]:
        """Add a LinkedIn profile and an account of X of one name that nobody else has."""
        return self.profile("ana-r", "Ana Ruiz", email), self.on_x("17", "Ana Ruiz", about=about)

    def on_list(self, slug: str, name: str, first_on: int, last_on: int) -> int:
        """Add a link that exports show from one day to another, as of DAY."""
        listing = Listing(DAY, first_on, last_on)
        return self.add(Account("linkedin", "url", slug), [name], [], [DAY], [listing])

    def profile(self, slug: str, name: str = "", email: str = "", since: int = 0) -> int:
        return self.add(
            Account("linkedin", "url", slug),
            [name] if name else [],
            [email] if email else [],
            [since] if since else [],
        )

    def entry(self, name: str, since: int = 0) -> int:
        key = f"{name.casefold()} {since}" if since else name.casefold()
        return self.add(Account("linkedin", "listed", key), [name], since=[since] if since else [])

    def entry_by_email(self, email: str, name: str = "", since: int = 0) -> int:
        return self.add(
            Account("linkedin", "email", email),
            [name] if name else [],
            [email],
            [since] if since else [],
        )

    def email(self, address: str) -> int:
        return self.add(Account("email", "email", address))

    def mentioned(self, name: str) -> int:
        return self.add(Account("linkedin", "name", name.casefold()), [name])

    def logged(self, name: str) -> int:
        return self.add(Account("log", "name", name.casefold()))

    def same(self, one: int, other: int) -> None:
        self._decide("same", one, other)

    def different(self, one: int, other: int) -> None:
        self._decide("different", one, other)

    def _decide(self, kind: str, one: int, other: int) -> None:
        accounts = [self.known[number - 1].account for number in (one, other)]
        assert kind in {"same", "different"}
        if kind == "same":
            self.decisions.append(Decision("same", *accounts))
        else:
            self.decisions.append(Decision("different", *accounts))

    def links(self) -> dict[int, Link]:
        return {link.account_id: link for link in resolve(self.known, self.decisions)}

    def of(self, number: int) -> int:
        link = self.links()[number]
        assert link.verdict != "ambiguous"
        return link.person_id

    def pairs(self) -> list[Pair]:
        return pairs(self.known, resolve(self.known, self.decisions), self.decisions)

    def evidence(self, one: int, other: int) -> tuple[Evidence, ...]:
        links = resolve(self.known, self.decisions)
        return evidence_between(self.known, links, one, other)

    def weights(self, one: int, other: int) -> dict[str, int]:
        return {name: weight for name, weight, _ in self.evidence(one, other)}

    def verdict(self, one: int, other: int) -> str:
        """Return what is made of two people: `same`, or what the pair is said to be."""
        if self.of(one) == self.of(other):
            return "same"
        found = {frozenset(pair[:2]): pair.verdict for pair in self.pairs()}
        return found.get(frozenset({self.of(one), self.of(other)}), "none")
