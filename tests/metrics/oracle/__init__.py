"""The metrics once more, in plain Python and straight from their definitions.

Slow, without pandas or numpy, and written to be read beside docs/metrics.md. It looks at the
rows of a world and shares nothing with the program but the calendar. Where a definition leaves
something open, what was made of it is said as a decision.
"""

from metrics.oracle.cadence import cadence
from metrics.oracle.circles import circles
from metrics.oracle.cohorts import cohorts
from metrics.oracle.coverage import coverage
from metrics.oracle.depth_breadth import depth_breadth
from metrics.oracle.giving import giving
from metrics.oracle.invitations import invitations
from metrics.oracle.list_vs_network import list_vs_network, stale
from metrics.oracle.momentum import momentum
from metrics.oracle.online_to_offline import online_to_offline
from metrics.oracle.reciprocity import openers, reciprocity, waiting_on_me
from metrics.oracle.suggestions import suggestions
from metrics.oracle.week import week
from metrics.oracle.world import World, of

__all__ = [
    "World",
    "cadence",
    "circles",
    "cohorts",
    "coverage",
    "depth_breadth",
    "giving",
    "invitations",
    "list_vs_network",
    "momentum",
    "of",
    "online_to_offline",
    "openers",
    "reciprocity",
    "stale",
    "suggestions",
    "waiting_on_me",
    "week",
]
