"""What libFuzzer says of a run, in figures."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

_STATUS = re.compile(r"^#(\d+)\s+(\w+)\s+(?:cov: (\d+) ft: \d+ corp: (\d+))?", re.MULTILINE)
_STATISTIC = re.compile(r"^stat::(\w+):\s+(\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Figures:
    """One parser: how many inputs it was given, and what they reached.

    `seeded` and `covered` count lines and jumps that the seeds reached, and all inputs. `slow`
    are inputs that only took too long while they were watched; `found` those that did what
    they may not.
    """

    name: str = ""
    about: str = ""
    seconds: int = 0
    executions: int = 0
    seeded: int = 0
    covered: int = 0
    corpus: int = 0
    memory: int = 0
    slow: int = 0
    found: tuple[Path, ...] = ()
    ended_well: bool = True

    @property
    def line(self) -> str:
        """Return the figures as they are printed."""
        return (
            f"{self.name}: {self.executions:,} executions in {self.seconds} s"
            f" ({self.rate:,}/s), coverage {self.seeded} -> {self.covered},"
            f" {self.memory} MiB, {self.slow} slow, {len(self.found)} crashes"
            + ("" if self.ended_well or self.found else "; it did not run: see its log")
        )

    @property
    def rate(self) -> int:
        """Return how many inputs a second there were."""
        return round(self.executions / self.seconds) if self.seconds else 0


def read_log(text: str, *, ended_well: bool) -> Figures:
    """Read what libFuzzer printed."""
    statuses = _STATUS.findall(text)
    seen = [(word, int(cov), int(corpus)) for _, word, cov, corpus in statuses if cov]
    seeded = next((cov for word, cov, _ in seen if word == "INITED"), 0)
    said = {name: int(value) for name, value in _STATISTIC.findall(text)}
    return Figures(
        executions=max([said.get("number_of_executed_units", 0), *(int(s[0]) for s in statuses)]),
        seeded=seeded,
        covered=max((cov for _, cov, _ in seen), default=0),
        corpus=seen[-1][2] if seen else 0,
        memory=said.get("peak_rss_mb", 0),
        ended_well=ended_well,
    )


def added(before: Figures, more: Figures) -> Figures:
    """Return the figures of two runs of one parser, the second of which went on with the first."""
    return replace(
        before,
        executions=before.executions + more.executions,
        seeded=before.seeded or more.seeded,
        covered=max(before.covered, more.covered),
        corpus=max(before.corpus, more.corpus),
        memory=max(before.memory, more.memory),
        ended_well=more.ended_well,
    )
