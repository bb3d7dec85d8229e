"""Every harness there is, one for each parser."""

from fuzz.files import FILES
from fuzz.harness import Harness
from fuzz.scripts import SCRIPTS
from fuzz.tables import TABLES
from fuzz.texts import TEXTS

ALL: tuple[Harness, ...] = (*TABLES, *SCRIPTS, *FILES, *TEXTS)


def named(name: str) -> Harness:
    """Return the harness called `name`."""
    return next(one for one in ALL if one.name == name)
