"""following.js and follower.js, block.js and mute.js: ids alone, whole lists, and no dates."""

from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter import js
from netaudit.normal import x_id
from netaudit.records import (
    Account,
    Platform,
    Problem,
    Record,
    SetAside,
    Tie,
    TieKind,
    Where,
)


class _Ids:
    """What the four lists share: the ids of accounts, each under the list's own key.

    Which accounts the owner blocked or muted is read so that they can be left out.
    """

    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    single = False
    kind: TieKind
    script: str
    key: str

    @property
    def lists(self) -> TieKind:
        """Each file holds the whole list."""
        return self.kind

    def identify(self, file: File) -> bool:
        """Claim by the name of what the script assigns."""
        found = js.script(file)
        return found is not None and found.name == self.script

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Tie for each account, without a day: X does not say since when."""
        seen: set[str] = set()
        for item in js.elements(file, context, self.key):
            if isinstance(item, Problem):
                yield item
                continue
            number = x_id(js.number(item.value, "accountId"))
            if number is None:
                message = f"element {item.index + 1:,} of the list has no id of an account"
                yield Problem(Where(file.shown, item.line), "bad-id", message)
            elif number == context.owner.slug:
                yield SetAside(item.line, "yourself")
            elif number in seen:
                yield SetAside(item.line, "repeated rows")
            else:
                seen.add(number)
                yield self._tie(item.line, number)

    def _tie(self, line: int, number: str) -> Tie:
        return Tie(line, Account("x", "id", number), self.kind, None, None)


class Following(_Ids):
    """Whom the owner follows."""

    name = "x-following"
    title = "the accounts on X that you follow"
    kind: TieKind = "following"
    script, key = "following", "following"


class Follower(_Ids):
    """Who follows the owner."""

    name = "x-followers"
    title = "your followers on X"
    kind: TieKind = "follower"
    script, key = "follower", "follower"


class Blocked(_Ids):
    """Whom the owner blocked."""

    name = "x-blocked"
    title = "the accounts on X that you blocked"
    kind: TieKind = "blocked"
    script, key = "block", "blocking"


class Muted(_Ids):
    """Whom the owner muted."""

    name = "x-muted"
    title = "the accounts on X that you muted"
    kind: TieKind = "muted"
    script, key = "mute", "muting"
