"""Names that tests of the command line share."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

#: Runs the program with these arguments.
Run = Callable[..., Result]
EXAMPLES = Path(__file__).parents[2] / "examples"
