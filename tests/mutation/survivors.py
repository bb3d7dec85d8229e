"""Mutants that survive, each with the reason why no test is asked for: survivors.toml."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LISTED = Path(__file__).with_name("survivors.toml")

#: What a mutant is known by: path, function, the lines it changes and what they become.
Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Reason:
    """Why a mutant survives; the program of an `equivalent` one does the same as before."""

    text: str
    equivalent: bool


@dataclass(frozen=True)
class Rule:
    """A kind of mutant that is equivalent wherever it stands.

    Such a mutant differs by the case of letters only, or else by what `differs` matches only; and
    what it changes holds `where`.
    """

    text: str
    where: re.Pattern[str]
    differs: re.Pattern[str] | None

    def covers(self, was: str, now: str) -> bool:
        """Tell whether a mutant is of this kind."""
        if not self.where.search(was):
            return False
        if self.differs is not None:
            return self.differs.sub("", was) == self.differs.sub("", now)
        literals = re.compile(r"'[^']*'")
        same_words = literals.findall(was) == literals.findall(now)
        return same_words and was != now and was.casefold() == now.casefold()


class Listed:
    """The reviewed survivors and rules."""

    def __init__(self, text: str) -> None:
        read = tomllib.loads(text)
        self.rules = [
            Rule(
                one["reason"],
                re.compile(one["where"]),
                re.compile(one["differs"]) if "differs" in one else None,
            )
            for one in read.get("rule", [])
        ]
        self.reasons: dict[Key, Reason] = {}
        for path, functions in read.get("survivor", {}).items():
            for function, entries in functions.items():
                self._take(path, function, entries)

    def _take(self, path: str, function: str, entries: Sequence[dict[str, str]]) -> None:
        for one in entries:
            kinds = one.keys() & {"equivalent", "accepted"}
            if len(kinds) != 1 or one.keys() - kinds != {"was", "now"}:
                raise ValueError(f"{path} {function}: neither equivalent nor accepted: {one}")
            (kind,) = kinds
            for now in one["now"]:
                key = (path, function, one["was"], now)
                if key in self.reasons:
                    raise ValueError(f"twice: {key}")
                self.reasons[key] = Reason(one[kind], kind == "equivalent")

    def reason(self, key: Key) -> Reason | None:
        """Return why a mutant survives, None where nobody looked at it."""
        if (own := self.reasons.get(key)) is not None:
            return own
        rule = self.rule(*key[2:])
        return None if rule is None else Reason(rule.text, equivalent=True)

    def rule(self, was: str, now: str) -> Rule | None:
        """Return the rule that covers a mutant, if one does."""
        return next((rule for rule in self.rules if rule.covers(was, now)), None)

    def in_vain(self, survived: set[Key], tried: set[str]) -> Iterator[Key]:
        """Yield what is listed of the paths that were tried, and does not survive."""
        yield from (key for key in self.reasons if key not in survived and key[0] in tried)


def listed() -> Listed:
    """Return what survivors.toml says."""
    return Listed(LISTED.read_text(encoding="utf-8"))
