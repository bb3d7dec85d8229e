"""How much of the list is a network."""

from typing import TYPE_CHECKING, NamedTuple

from netaudit.calendar import Span
from netaudit.metrics.scope import Touched, View

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools


class State(NamedTuple):
    """People on the list in one state; `live` of them had an interaction in the window."""

    state: str
    people: int
    share: float | None
    live: int


class ListVsNetwork(NamedTuple):
    """The list, the network inside it, and the state of everybody on the list."""

    listed: int
    network: int
    network_share: float | None
    lapsed: int
    off_list_network: int
    audience: int
    mutual: int
    states: tuple[State, ...]


def list_vs_network(view: View, *, window: Span) -> ListVsNetwork:
    """Count the list and the network at the day of `view`.

    The state of a person is decided by the whole record; network and `live` by the window.
    """
    ever = view.touched()
    lately = view.touched(window.before(view.as_of))
    listed = view.listed
    total = int(listed.sum())
    network = view.network(window)
    once = listed & (ever.two_way | ever.in_person)
    return ListVsNetwork(
        listed=total,
        network=int(network.sum()),
        network_share=int(network.sum()) / total if total else None,
        lapsed=int((once & ~network).sum()),
        off_list_network=int((lately.two_way & ~listed).sum()),
        audience=int(view.audience.sum()),
        mutual=int(view.mutual.sum()),
        states=tuple(
            _state(state, members & listed, lately.at_all, total)
            for state, members in states(ever).items()
        ),
    )


def states(ever: Touched) -> "dict[str, Bools]":
    """Say for each state who is in it, by the whole record; everybody is in exactly one."""
    met = ever.in_person
    return {
        "never": ~ever.at_all,
        "only_out": ever.by_me & ~ever.by_them & ~met,
        "only_in": ever.by_them & ~ever.by_me & ~met,
        "two_way": ever.two_way & ~met,
        "met": met,
    }


def _state(state: str, members: "Bools", live: "Bools", total: int) -> State:
    people = int(members.sum())
    return State(state, people, people / total if total else None, int((members & live).sum()))
