"""What was looked after, and how it is, as a report."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from netaudit.audits import wording
from netaudit.errors import ExitCode
from netaudit.report import Column, Figure, Report, Section, Table

Result = Literal["ok", "warning", "problem"]
_RESULTS: tuple[Result, ...] = ("ok", "warning", "problem")
_CHECKS = (
    Column("check", "check"),
    Column("result", "result"),
    Column("found", "what was found"),
    Column("advice", "what to do"),
)
_FIXES = (Column("path", "file"), Column("fix", "what was done"))


class Finding(NamedTuple):
    """What one check found, in a sentence, and what to do about it, unless it is ok.

    A problem has the exit code with which the command ends.
    """

    check: str
    result: Result
    found: str
    advice: str = ""
    code: ExitCode = ExitCode.DONE


class Fix(NamedTuple):
    """What was done about a file, or would be."""

    path: str
    fix: str


def doctor(
    findings: Sequence[Finding], fixes: Sequence[Fix] | None, as_of: str, *, dry_run: bool = False
) -> Report:
    """Assemble the report `doctor`; `fixes` are None where nothing was to be fixed."""
    tables = [Table("checks", "Checks", _CHECKS, tuple(one[:4] for one in findings))]
    if fixes is not None:
        title = "Would be done" if dry_run else "Done"
        tables.append(Table("fixes", title, _FIXES, tuple(fixes), "nothing"))
    counts = {result: sum(one.result == result for one in findings) for result in _RESULTS}
    section = Section(
        key="checks",
        title="Checks",
        summary="",
        figures=tuple(
            Figure(result, label, counts[result])
            for result, label in zip(_RESULTS, ("well", "warnings", "problems"), strict=True)
        ),
        tables=tuple(tables),
    )
    return Report("doctor", "How the store is", headline(findings), as_of, {}, (section,))


def headline(findings: Sequence[Finding]) -> str:
    """Say in a sentence how all is."""
    problems = sum(one.result == "problem" for one in findings)
    warnings = sum(one.result == "warning" for one in findings)
    told = [wording.counted(problems, "problem")] if problems else []
    told += [wording.counted(warnings, "warning")] if warnings else []
    return f"{wording.listing(told)}." if told else "All is well."
