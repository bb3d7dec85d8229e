"""Of whom the record is loaded: of everybody, or of a few people in a fraction of the time."""

from typing import NamedTuple


class Only(NamedTuple):
    """The accounts whose facts are wanted; None for all."""

    accounts: tuple[int, ...] | None = None

    def of(self, column: str) -> str:
        """Return the condition that a column of account ids names one of them."""
        if self.accounts is None:
            return "true"
        return f"{column} IN ({', '.join(map(str, self.accounts))})"


EVERYBODY = Only()
