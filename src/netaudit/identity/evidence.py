"""What speaks for two people being one, by name and by weight."""

from typing import NamedTuple


class Evidence(NamedTuple):
    """One thing that speaks for two people being one, or with a negative weight against it.

    `words` is a clause about the two: "the bio names Acme".
    """

    name: str
    weight: int
    words: str
