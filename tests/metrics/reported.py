"""The reports of a world, and how to get at what they say."""

from typing import Any

from metrics.oracle import World
from metrics.strategies import frames_of
from netaudit.audits.full import audit
from netaudit.audits.options import LIMIT, Options
from netaudit.audits.weekly import weekly
from netaudit.frames import Frames
from netaudit.metrics.scope import View
from netaudit.report import Report, Section


def options(one: World, limit: int = LIMIT) -> Options:
    """Return the options a world is looked at with."""
    return Options(
        window=one.window,
        stale=one.stale,
        by=one.by,
        max_group=one.max_group,
        count_followers=one.count_followers,
        limit=limit,
    )


def view_of(one: World, frames: Frames) -> View:
    """Return what metrics look at."""
    return options(one).narrowed(frames).at(one.as_of)


def reports(one: World, frames: Frames) -> tuple[Report, Report]:
    """Return the audit and the weekly summary."""
    chosen = options(one)
    return audit(frames, one.as_of, chosen), weekly(frames, one.as_of, chosen)


def sections(one: World) -> dict[str, Section]:
    """Return the sections of both."""
    told = reports(one, frames_of(one))
    return {section.key: section for report in told for section in report.sections}


def figures(section: Section) -> dict[str, Any]:
    """Return the figures of a section by key."""
    return {figure.key: figure.value for figure in section.figures}
