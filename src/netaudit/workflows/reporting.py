"""From the store to a report."""

from pathlib import Path
from typing import TYPE_CHECKING

from netaudit.config import Config
from netaudit.store import Store

if TYPE_CHECKING:
    from netaudit.audits.options import Options
    from netaudit.frames import Frames
    from netaudit.report import Report


def audit_report(store: Path, config: Config, as_of: int, options: "Options") -> "Report":
    """Make the audit for the day `as_of`."""
    from netaudit.audits.full import audit

    return audit(load_frames(store, config), as_of, options)


def weekly_report(store: Path, config: Config, as_of: int, options: "Options") -> "Report":
    """Make the weekly summary for the seven days that end on `as_of`."""
    from netaudit.audits.weekly import weekly

    return weekly(load_frames(store, config), as_of, options)


def next_report(
    store: Path, config: Config, as_of: int, options: "Options", *, for_reading: bool = False
) -> "Report":
    """Make the report that says whom to talk to on the day `as_of`."""
    from netaudit.audits.suggestions import whom_to_talk_to

    return whom_to_talk_to(load_frames(store, config), as_of, options, for_reading=for_reading)


def load_frames(store: Path, config: Config) -> "Frames":
    """Read the whole record, its days counted in the configured time zone."""
    from netaudit.store.load import load

    with Store.open(store) as opened:
        return load(opened, config.timezone)
