"""Until when the data reaches, in plain Python and straight from the definition."""

from collections.abc import Sequence

from metrics.worlds import InteractionRow, SnapshotRow


def counting(snapshots: Sequence[SnapshotRow]) -> list[SnapshotRow]:
    """Return the exports that say until when their source reaches: lists only where all are."""
    told = {one.source for one in snapshots if one.covers}
    return [one for one in snapshots if one.covers or one.source not in told]


def sources(
    snapshots: Sequence[SnapshotRow], interactions: Sequence[InteractionRow], as_of: int
) -> tuple[tuple[str, int | None, int | None, bool], ...]:
    """Say until when each source reaches, and whether it ever told what was said."""
    until: dict[str, int | None] = {}
    telling = {"log", *(one.source for one in snapshots if one.covers)}
    for one in counting(snapshots):
        until.setdefault(one.source, None)
        if one.source != "log" and one.exported_on is not None:
            until[one.source] = max(until[one.source] or 0, one.exported_on)
    for row in interactions:
        if row.logged and row.day <= as_of:
            until["log"] = max(until.get("log") or 0, row.day)
    return tuple(
        (name, last, None if last is None else max(0, as_of - last), name in telling)
        for name, last in sorted(until.items())
    )


def reached(
    snapshots: Sequence[SnapshotRow], interactions: Sequence[InteractionRow], as_of: int
) -> bool:
    """Say whether an export of what was said, or an interaction, reaches the week up to a date."""
    exports = [one.exported_on for one in snapshots if one.covers and one.source != "log"]
    days = [row.day for row in interactions if row.day <= as_of]
    return any(day is not None and day >= as_of - 6 for day in [*exports, *days])


def listed(snapshots: Sequence[SnapshotRow], as_of: int) -> bool:
    """Say whether any export, a mere list among them, reaches the week up to a date."""
    days = [one.exported_on for one in snapshots if one.source != "log"]
    return any(day is not None and day >= as_of - 6 for day in days)
