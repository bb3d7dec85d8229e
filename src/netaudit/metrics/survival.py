"""How long it takes until something happens, where some cases were not watched to the end.

The estimate of Kaplan & Meier (1958). Counting only what happened would make times too short,
and counting what is too recent as never happening would make shares too small.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools, Floats

#: What rounding may add to a share of exactly one half.
_ROUNDING = 1e-12


class Survival(NamedTuple):
    """The share of cases in which nothing has happened, as it falls with the wait.

    `wait` holds the distinct waits, ascending and in the caller's unit; `surviving` the share
    S that is left after each. Both are empty where there is no case.
    """

    wait: "Floats"
    surviving: "Floats"

    def happened_within(self, wait: float) -> float | None:
        """Return 1 - S(wait), None where nobody was watched for so long."""
        import numpy as np

        if not len(self.wait) or (self.wait[-1] < wait and self.surviving[-1] > 0):
            return None
        before = int(np.searchsorted(self.wait, wait, side="right"))
        return 1 - float(self.surviving[before - 1]) if before else 0.0

    @property
    def median(self) -> float | None:
        """The wait after which half of the cases are left or fewer, None where more are."""
        import numpy as np

        half = np.flatnonzero(self.surviving <= 0.5 + _ROUNDING)
        return float(self.wait[half[0]]) if len(half) else None


def kaplan_meier(wait: "Floats", happened: "Bools") -> Survival:
    """Estimate S from one wait for each case, censored where nothing `happened`.

    S is the product of 1 - d/n over the waits: d cases in which it happened just then, of n that
    were watched for so long. Who is censored at a wait was still watched when it happened there.
    """
    import numpy as np

    distinct, place = np.unique(wait, return_inverse=True)
    cases = np.bincount(place, minlength=len(distinct))
    events = np.bincount(place[happened], minlength=len(distinct))
    watched = len(wait) - np.cumsum(cases) + cases
    return Survival(distinct, np.cumprod(1 - events / watched))
