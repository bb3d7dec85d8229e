"""The page docs/mutation.md: how many mutants the tests killed, and which survived."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mutation.survivors import Key, Listed, Reason

#: Percent of the mutants that are no equivalents.
TARGET = 85

PAGE = """\
# Mutation testing

<!-- Made by `make mutation`. -->

Small faults are put into the program, one at a time: an `and` for an `or`, a `<=` for a `<`, a
number one larger, an argument left out. A test that fails *kills* such a mutant; one that all
tests pass *survives*, and shows what no test asks for. Tried are the parts whose mistakes nobody
would see: the figures, who is who, what makes text of others harmless, what keeps facts from
counting twice, and what forgets people.

{machine}

How it is counted: the mutants are those that mutmut {mutmut} makes of functions without
decorators; constants of modules and classes have none. Each meets the tests of its group in which
its function is called, the quickest first, until one of them fails, or until those that took
{most} seconds while they were watched have passed. These are tests that start no other process, and
{examples} examples of each law, the same in every run. *Timeout* are mutants with which a test
takes more than ten times as long as it did, and three seconds; they are as good as killed.
*Equivalent* are survivors with which the program says and keeps the same as without; each was
looked at, and is listed with its reason in `tests/mutation/survivors.toml`. The *score* is what was
killed of all others, and the last column what was killed of all. A score of {target} % is wanted of
each group.

{sample}Not tried are mutants that are equivalent wherever they stand:

{rules}

`make mutation` loads the tests of a group once. Each mutant is a process forked from there, in
which the function has other code; no file is changed. That took {minutes:.0f} minutes of CPU time.

{table}

## What survives

{survivors}
"""


@dataclass(frozen=True)
class Row:
    """What became of one mutant, and why, where it survived."""

    group: str
    key: Key
    status: str
    reason: Reason | None

    @property
    def survived(self) -> bool:
        """Whether no test failed, or there was none."""
        return self.status in {"survived", "untested"}


def rows(results: Sequence[Mapping[str, Any]], known: Listed) -> Iterator[Row]:
    """Yield the results, the survivors among them with their reasons."""
    for one in results:
        key = (one["path"], one["function"], one["was"], one["now"])
        row = Row(one["group"], key, one["status"], None)
        yield Row(row.group, key, row.status, known.reason(key)) if row.survived else row


@dataclass(frozen=True)
class Count:
    """The mutants of a module or of a group."""

    all: int
    killed: int
    timeout: int
    equivalent: int
    survived: int
    unseen: int

    @property
    def score(self) -> float:
        """What was killed, in percent of those that can be."""
        return 100 * (self.killed + self.timeout) / max(self.all - self.equivalent, 1)

    @property
    def of_all(self) -> float:
        """What was killed, in percent of all, as if there were no equivalents."""
        return 100 * (self.killed + self.timeout) / max(self.all, 1)


def counted(some: Sequence[Row]) -> Count:
    """Count what became of mutants."""
    status = Counter(row.status for row in some)
    left = [row for row in some if row.survived]
    equivalent = sum(row.reason is not None and row.reason.equivalent for row in left)
    unseen = sum(row.reason is None for row in left)
    return Count(
        len(some), status["killed"], status["timeout"], equivalent, len(left) - equivalent, unseen
    )


def table(some: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table: a group, and below it its modules."""
    yield "| | mutants | killed | timeout | equivalent | survived | score | of all |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for group, of_group in groupby(some, lambda row: row.group):
        rows_of = list(of_group)
        yield _line(f"**{group}**", counted(rows_of))
        by_path = defaultdict(list)
        for row in rows_of:
            by_path[row.key[0]].append(row)
        for path, of_path in by_path.items():
            yield _line(f"`{path.removeprefix('netaudit/')}`", counted(of_path))


def _line(name: str, count: Count) -> str:
    figures = (count.all, count.killed, count.timeout, count.equivalent, count.survived)
    shares = f"{count.score:.1f} % | {count.of_all:.1f} %"
    return f"| {name} | {' | '.join(f'{one:,}' for one in figures)} | {shares} |"


def told(some: Sequence[Row]) -> Iterator[str]:
    """Yield what survived: by its reason where it is equivalent, else one by one."""
    left = [row for row in some if row.survived]
    unseen = [row for row in left if row.reason is None]
    if unseen:
        yield f"**{len(unseen)} have no reason yet:**\n"
        yield from map(_told, unseen)
        yield ""
    by_reason: dict[Reason, list[Row]] = defaultdict(list)
    for row in left:
        if row.reason is not None:
            by_reason[row.reason].append(row)
    for equivalent, title in ((False, "Faults that no test finds"), (True, "Equivalents")):
        of_kind = [(why, some) for why, some in by_reason.items() if why.equivalent == equivalent]
        yield f"### {title}\n"
        if not of_kind:
            yield "None.\n"
        for reason, alike in of_kind:
            yield f"{reason.text}\n"
            yield from _places(alike) if equivalent else map(_told, alike)
            yield ""


def _sample(percents: Mapping[str, int]) -> Iterator[str]:
    for group, percent in percents.items():
        if percent < 100:
            yield f"Of {group} a sample of {percent} % is tried, drawn by a hash of each.\n\n"


def _told(row: Row) -> str:
    path, function, was, now = row.key
    place = f"`{path.removeprefix('netaudit/')}` {function}"
    return f"* {place}: {_code(was)} became {_code(now)}"


def _places(alike: Sequence[Row]) -> Iterator[str]:
    """Yield where mutants stand, in a line for each module."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for row in alike:
        places[row.key[0].removeprefix("netaudit/")][row.key[1]] += 1
    for path, functions in places.items():
        names = (f"{name} ({n})" if n > 1 else name for name, n in functions.items())
        yield f"* `{path}`: {', '.join(names)}"


def _code(text: str) -> str:
    text = text.replace("](", "] (")  # nobody takes it for a link
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def page(some: Sequence[Row], known: Listed, percents: Mapping[str, int], **said: object) -> str:
    """Return the page of these results; `percents` is how many of each group were tried."""
    lines = "\n".join(told(some)).strip()
    rules = "\n".join(f"* {rule.text}" for rule in known.rules)
    written = PAGE.format(
        table="\n".join(table(some)), survivors=lines, rules=rules, target=TARGET,
        sample="".join(_sample(percents)), **said,
    )  # fmt: skip
    return written.rstrip() + "\n"
