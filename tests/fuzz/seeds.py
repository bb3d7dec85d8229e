"""Inputs to begin with: the files of the importers' tests and of the examples, no long ones."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "importers"
EXAMPLES = ROOT / "examples"
#: Of longer files the beginning says as much, and a fuzzer that is given small inputs is fast.
_LONGEST = 4 << 10


def of_cases(*patterns: str, ending: str = "") -> Iterator[bytes]:
    """Yield the files of the test cases whose folders match."""
    for pattern in patterns:
        for case in sorted(CASES.glob(pattern)):
            for path in sorted(case.glob("input/**/*")):
                if path.is_file() and path.name.endswith(ending):
                    yield beginning(path)


def of_examples(*patterns: str) -> Iterator[bytes]:
    """Yield the beginnings of the example exports."""
    for pattern in patterns:
        for path in sorted(EXAMPLES.glob(pattern)):
            yield beginning(path)


def beginning(path: Path) -> bytes:
    """Return what a file begins with."""
    with path.open("rb") as file:
        return file.read(_LONGEST)
