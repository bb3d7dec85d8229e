"""Saying what is preferred of people on the command line, and how it is told back."""

import json

from cli import matching_world as world
from cli.program import Run
from netaudit.store.facts import short_id

CLEO, DAN = (f"linkedin.com/in/{name}-example" for name in ("cleo", "dan"))
CLEO_ID, DAN_ID = short_id(world.CLEO), short_id(world.DAN)
CLEO_SHOWN = f"Cleo Vantongeren ({CLEO_ID})"
DAN_SHOWN = f"Dan Ilvesniemi ({DAN_ID})"


def written(run: Run, *words: str) -> str:
    """Run a command that writes something, and return what it says of it."""
    result = run(*words)
    assert result.exit_code == 0, result.stderr
    *said, undo = _unfolded(result.stdout)
    assert undo.startswith("To take it back: netaudit undo ")
    return "\n".join(said)


def unwritten(run: Run, *words: str) -> str:
    """Run a command that has nothing to write, and return what it says of it."""
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    said, *_ = _unfolded(result.stdout)
    assert said.endswith("; nothing was written.")
    assert "To take it back" not in result.stdout
    return said.removesuffix("; nothing was written.")


def told(run: Run, *words: str) -> list[str]:
    """Run a command that only tells, and return its lines."""
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    return _unfolded(result.stdout)


def _unfolded(text: str) -> list[str]:
    return text.replace("\n    ", " ").splitlines()


def section(run: Run, key: str) -> dict[str, object]:
    made = json.loads(run("report", "--format", "json").stdout)
    return next(s["figures"] for s in made["sections"] if s["key"] == key)
