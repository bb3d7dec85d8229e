"""The page docs/benchmarks.md: what was measured, beside its floors and what was aimed at."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

MIB = 2**20
#: What stands between these lines is written by hand, and kept.
BEGIN, END = "<!-- written by hand: begin -->", "<!-- written by hand: end -->"

PAGE = f"""\
# Benchmarks

<!-- Made by `make bench`, but for the part between the two marks at the end. -->

Invented exports of four sizes, each timed beside the least that the same work can cost, its
*floor*, in the same minutes: machines differ and are noisy, ratios less so. Every figure is of a
process of its own, from its start to its end, and the median where there were several runs. Where
the time is far above the CPU time, something else was running.

The floors are `python -c` of:

* **CSV**: `csv.reader` over the same `messages.csv`;
* **pandas**: `import pandas, typer, rich.console`, what showing tables takes as a rule;
* **bare**: `import typer, rich.console`, without which there is no command line.

XL is read from its folder: the program takes no file of more than 2 GiB out of an archive, so that
no archive can fill the disk or the memory. L is read both ways, to compare XL with.

{{machine}}

## Targets

{{targets}}

{{worlds}}
{BEGIN}
{{kept}}
{END}
"""
NOTHING_KEPT = "\nNothing to say yet.\n"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the clock and of the CPU, and MiB at its peak."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Row:
    """Something measured: what it is called on the page, and its floor, if it has one."""

    told: str
    floor: str | None = None


ROWS: Mapping[str, Row] = {
    "csv": Row("floor: CSV"),
    "pandas": Row("floor: pandas"),
    "bare": Row("floor: bare"),
    "import": Row("`import` of the ZIP", "csv"),
    "unpacked": Row("`import` of the folder", "csv"),
    "again": Row("`import` of the same again", "csv"),
    "report": Row("`report`", "pandas"),
    "weekly": Row("`weekly`", "pandas"),
    "next": Row("`next`", "pandas"),
    "log": Row("`log NAME coffee`", "bare"),
    "show": Row("`show NAME`", "bare"),
    "company": Row("`people --company WORD`", "bare"),
    "people": Row("`people NAME`", "bare"),
    "tag": Row("`tag NAME TAG`", "bare"),
    "completion": Row("completion of a name", "bare"),
    "help": Row("`--help`", "bare"),
    "backup": Row("`backup`", "bare"),
    "forget": Row("`forget NAME`", "bare"),
    "undo": Row("`undo` of the import", "csv"),
}


@dataclass(frozen=True)
class Measured:
    """All that was measured in one world."""

    name: str
    people: int
    messages: int
    costs: Mapping[str, Sequence[Cost]]
    store: int | None

    def cost(self, step: str) -> Cost | None:
        """Return the medians of the times, and the highest peak; None if it was not measured."""
        found = self.costs.get(step)
        if not found:
            return None
        return Cost(
            statistics.median(one.wall for one in found),
            statistics.median(one.cpu for one in found),
            max(one.peak for one in found),
        )

    def ratio(self, step: str) -> float | None:
        """Return how many times its floor something took by the clock."""
        cost, floor = self.cost(step), self.cost(ROWS[step].floor or "")
        return cost.wall / floor.wall if cost and floor else None

    def peak(self, step: str) -> float | None:
        """Return the highest peak in MiB."""
        cost = self.cost(step)
        return cost.peak if cost else None


#: World, what was measured in it, and how many times its floor it may take.
_TIMES = (
    ("L", "import", 4.5),
    ("L", "report", 3.0), ("L", "weekly", 3.0),
    ("M", "report", 2.0), ("M", "weekly", 2.0),
    ("L", "log", 2.5), ("L", "show", 2.5), ("L", "company", 2.5), ("L", "people", 2.5),
)  # fmt: skip
#: World, what was measured in it, and MiB at the most.
_PEAKS = (("L", "import", 300), ("L", "report", 400))
#: Ten times the messages may cost so many times as much each; beyond, it is not linear.
_LINEAR = (("unpacked", 1.2), ("report", 1.2))
_FLOORS = {"csv": "CSV", "pandas": "pandas", "bare": "bare"}


def page(worlds: Sequence[Measured], machine: str, by_hand: str | None = None) -> str:
    """Return the whole page; `by_hand` is what stood between the marks before."""
    return PAGE.format(
        machine=machine,
        targets="\n".join(_targets({world.name: world for world in worlds})),
        worlds=tables(worlds),
        kept=(by_hand or NOTHING_KEPT).strip("\n"),
    )


def tables(worlds: Sequence[Measured]) -> str:
    """Return the table of each world."""
    return "\n".join(line for world in worlds for line in _world(world))


def judged(worlds: Sequence[Measured]) -> str:
    """Return the targets, those alone that were measured."""
    targets = _targets({world.name: world for world in worlds})
    return "\n".join(line for line in targets if "not measured" not in line)


def kept(text: str) -> str:
    """Return what was written by hand into a page."""
    return text.partition(BEGIN)[2].partition(END)[0] or NOTHING_KEPT


def _targets(worlds: Mapping[str, Measured]) -> Iterator[str]:
    yield "| world | what | target | measured | |"
    yield "|---|---|---|---|---|"
    for name, step, most in _TIMES:
        row, world = ROWS[step], worlds.get(name)
        ratio = world.ratio(step) if world else None
        target = f"≤ {most:g} × {_FLOORS[row.floor or '']}"
        yield _target(name, row.told, target, ratio, most, "{:.2f} ×")
    for name, step, limit in _PEAKS:
        peak = worlds[name].peak(step) if name in worlds else None
        yield _target(
            name, f"peak of {ROWS[step].told}", f"≤ {limit} MiB", peak, limit, "{:.0f} MiB"
        )
    for step, most in _LINEAR:
        target = f"≤ {most:g} × that of L"
        told = f"{ROWS[step].told}, cost of a message"
        yield _target("XL", told, target, _growth(worlds, step), most, "{:.2f} ×")


def _target(  # a line, as its cells
    world: str, told: str, target: str, found: float | None, most: float, form: str
) -> str:
    if found is None:
        return f"| {world} | {told} | {target} | not measured | |"
    shown = form.format(found)
    # What reads as the target is the target.
    verdict = "met" if float(shown.split()[0]) <= most else "**not met**"
    return f"| {world} | {told} | {target} | {shown} | {verdict} |"


def _growth(worlds: Mapping[str, Measured], step: str) -> float | None:
    """Return what a message costs in the largest world against the next smaller one."""
    each = []
    for name in ("XL", "L"):
        cost = worlds[name].cost(step) if name in worlds else None
        if cost is None:
            return None
        each.append(cost.wall / worlds[name].messages)
    return each[0] / each[1]


def _world(world: Measured) -> Iterator[str]:
    yield f"## {world.name}: {world.people:,} people, {world.messages:,} messages"
    yield ""
    yield "| | time | CPU | against its floor | peak |"
    yield "|---|--:|--:|--:|--:|"
    for step, row in ROWS.items():
        if (cost := world.cost(step)) is None:
            continue
        ratio = world.ratio(step)
        against = f"{ratio:.2f} × {_FLOORS[row.floor or '']}" if ratio is not None else ""
        cells = (
            row.told,
            f"{cost.wall:.2f} s",
            f"{cost.cpu:.2f} s",
            against,
            f"{cost.peak:.0f} MiB",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    counts = [len(found) for found in world.costs.values()]
    yield f"Runs of each: at least {min(counts, default=0)}, at most {max(counts, default=0)}."
    imported = world.cost("import") or world.cost("unpacked")
    if imported:
        yield f"Import: {world.messages / imported.wall:,.0f} messages in a second."
    if world.store is not None:
        each = world.store / world.messages
        yield f"Store: {world.store / MIB:.1f} MiB, {each:.1f} bytes for a message."
    yield ""
