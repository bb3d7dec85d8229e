"""Everybody on record, each with how things stand: what lists of people are made of."""

from typing import TYPE_CHECKING, NamedTuple

from netaudit.metrics.list_vs_network import states

if TYPE_CHECKING:
    from netaudit.metrics.scope import View


class Entry(NamedTuple):
    """How things stand with a person, by number; days are None where none is known.

    `state` is that of `list_vs_network`; `since` the day of the first tie, ended ones too;
    `contact_days` are of the whole record.
    """

    number: int
    listed: bool
    state: str
    since: int | None
    last: int | None
    contact_days: int


def directory(view: "View") -> list[Entry]:
    """Return all people who are not ignored, by number."""
    import numpy as np

    history = view.history
    state = np.empty(history.people, dtype=object)
    for name, members in states(view.touched()).items():
        state[members] = name
    count = np.bincount(view.contact_days.person, minlength=history.people)
    numbers = np.flatnonzero(~history.ignored)
    columns = (
        numbers, view.listed[numbers], state[numbers], view.earliest_tie()[numbers],
        view.last_days()[numbers], count[numbers],
    )  # fmt: skip
    return [
        Entry(
            number, listed, name, int(since) if since < np.inf else None,
            day if day >= 0 else None, days,
        )
        for number, listed, name, since, day, days in zip(
            *(column.tolist() for column in columns), strict=True
        )
    ]  # fmt: skip
