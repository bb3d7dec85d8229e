"""Limits that a figure must not cross: `untouched_share>0.8`, `reciprocity.sent<10`."""

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from netaudit.errors import UsageError
from netaudit.report import Figure, Report

_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne,
    ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_WRITTEN = re.compile(
    r"(?:([a-z]\w*)\.)?([a-z]\w*)\s*(>=|<=|==|!=|>|<)\s*(-?(?:\d+(?:\.\d*)?|\.\d+))\s*(%?)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure, how it is compared, and with what. `section` is empty where the key is enough."""

    section: str
    figure: str
    sign: str
    limit: float
    percent: bool = False

    @classmethod
    def parse(cls, text: str) -> "Threshold":
        """Read `[SECTION.]FIGURE SIGN NUMBER`; a number may be per cent (`80%` is 0.8)."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise UsageError(
                f"'{text[:40]}' is no threshold",
                hint="write a figure, one of > >= < <= == != and a number: 'untouched_share>0.8'",
            )
        section, figure, sign, number, percent = found.groups()
        limit = float(number) / (100 if percent else 1)
        return cls(section or "", figure, sign, limit, bool(percent))

    @property
    def key(self) -> str:
        """The figure as it was named."""
        return f"{self.section}.{self.figure}" if self.section else self.figure


@dataclass(frozen=True, slots=True)
class Held:
    """What came of holding a threshold against a report. `value` None: it is not known."""

    threshold: Threshold
    value: float | None

    @property
    def crossed(self) -> bool:
        """Whether the figure is known and beyond the limit."""
        compare = _COMPARED[self.threshold.sign]
        return self.value is not None and compare(self.value, self.threshold.limit)

    def __str__(self) -> str:
        one = self.threshold
        if self.value is None:
            return f"{one.key} is not known, and was not held against {one.limit:.6g}"
        return f"{one.key} is {self.value:.6g}, and {one.sign} {one.limit:.6g}"


def held(report: Report, thresholds: Iterable[Threshold]) -> tuple[Held, ...]:
    """Hold thresholds against the figures of a report.

    One that names no figure, or has a limit that its figure cannot have, is a UsageError.
    """
    return tuple(Held(one, _value(_figure(report, one))) for one in thresholds)


def _figure(report: Report, wanted: Threshold) -> Figure:
    found = {
        f"{section.key}.{figure.key}": figure
        for section in report.sections
        for figure in section.figures
        if figure.key == wanted.figure and wanted.section in {"", section.key}
    }
    if not found:
        raise UsageError(
            f"there is no figure '{wanted.key[:60]}' in this report", hint=_near(report, wanted)
        )
    if len(found) > 1:
        raise UsageError(
            f"'{wanted.key}' is a figure of several sections", hint=f"say which: {', '.join(found)}"
        )
    (figure,) = found.values()
    _refuse_odd(wanted, figure)
    return figure


def _refuse_odd(wanted: Threshold, figure: Figure) -> None:
    """Refuse a limit that was not meant: a per cent of what is no share, a share beyond all."""
    if wanted.percent and figure.kind != "ratio":
        raise UsageError(
            f"'{wanted.key}' is no share of anything, and has no per cent",
            hint="leave out the %, or name a share: 'untouched_share>80%'",
        )
    if figure.kind == "ratio" and not 0 <= wanted.limit <= 1:
        raise UsageError(
            f"'{wanted.key}' is a share, from 0 to 1", hint="write per cent with their sign: 80%"
        )


def _near(report: Report, wanted: Threshold) -> str:
    """Name the figures of the section that was meant, or else of all."""
    sections = [one for one in report.sections if one.key == wanted.section] or report.sections
    keys = dict.fromkeys(figure.key for section in sections for figure in section.figures)
    return f"known: {', '.join(keys)}"


def _value(figure: Figure) -> float | None:
    return float(figure.value) if isinstance(figure.value, int | float) else None
