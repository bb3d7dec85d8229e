"""From the store to a report."""

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netaudit.calendar import local_day
from netaudit.config import Config
from netaudit.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from netaudit.audits.options import Options
    from netaudit.frames import Frames
    from netaudit.report import Report


def audit_report(
    store: Path, config: Config, as_of: int, options: "Options", *, anonymize: bool = False
) -> "Report":
    """Make the audit for the day `as_of`."""
    from netaudit.audits.full import audit

    (report,) = _made(
        store, config, lambda frames: (audit(frames, as_of, options),), anonymize=anonymize
    )
    return report


def weekly_reports(
    store: Path,
    config: Config,
    as_of: int,
    options: "Options",
    *,
    anonymize: bool = False,
    before: bool = False,
) -> "tuple[Report, ...]":
    """Make the weekly summary for the seven days that end on `as_of`.

    With `before` also the one for the seven days before these, as the record has it by now.
    """
    from netaudit.audits.weekly import weekly
    from netaudit.metrics.week import DAYS

    days = (as_of, as_of - DAYS) if before else (as_of,)
    return _made(
        store,
        config,
        lambda frames: tuple(weekly(frames, day, options) for day in days),
        anonymize=anonymize,
    )


def is_recorded_since_week(store: Path, config: Config, as_of: int) -> bool:
    """Tell whether anything was recorded since the seven days that end on `as_of` began.

    Whatever days it is of: the summary of the week before was not made from it.
    """
    from netaudit.metrics.week import DAYS
    from netaudit.store.history import last_recorded

    with Store.open(store) as opened:
        at = last_recorded(opened)
    return at is not None and local_day(at, None, ZoneInfo(config.timezone)) > as_of - DAYS


def next_report(
    store: Path,
    config: Config,
    as_of: int,
    options: "Options",
    *,
    for_reading: bool = False,
    anonymize: bool = False,
) -> "Report":
    """Make the report that says whom to talk to on the day `as_of`."""
    from netaudit.audits.suggestions import whom_to_talk_to

    (report,) = _made(
        store,
        config,
        lambda frames: (whom_to_talk_to(frames, as_of, options, for_reading=for_reading),),
        anonymize=anonymize,
    )
    return report


def _made(
    store: Path,
    config: Config,
    make: "Callable[[Frames], tuple[Report, ...]]",
    *,
    anonymize: bool,
) -> "tuple[Report, ...]":
    from netaudit.audits.anonymous import anonymous
    from netaudit.store.load import load, load_columns

    with Store.open(store) as opened:
        frames = (load if anonymize else load_columns)(opened, config.timezone)
    return anonymous(frames, make) if anonymize else make(frames)


def is_export(path: Path) -> bool:
    """Tell whether a file is one that netaudit imports, by its first bytes and its name.

    Also one for which it has to be told with `--as` what it is, and any other script of X's.
    """
    from netaudit.errors import InputRefused
    from netaudit.importers import claim, could_be_said, open_input

    try:
        files = open_input(path).files
    except InputRefused:  # empty, or not whole
        return False
    try:
        return any(claim(file) is not None or could_be_said(file) for file in files)
    except InputRefused:  # which of two it is, is not clear
        return True
