"""Accounts as a test makes them up."""

from collections.abc import Sequence

from netaudit.identity import Known, resolve
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
