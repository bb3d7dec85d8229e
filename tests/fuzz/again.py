"""Give inputs to a parser once more: `python -m fuzz.again NAME FILE...`, from `tests/`.

Ends with a traceback if one does what it may not, and with 1 if one takes too long.
"""

import sys
import time
from pathlib import Path

from fuzz.harness import SECONDS
from fuzz.harnesses import named


def main(name: str, *files: str) -> int:
    """Return the exit code."""
    slow = 0
    for file in files:
        began = time.process_time()
        named(name)(Path(file).read_bytes())
        took = time.process_time() - began
        slow |= took > SECONDS
        print(f"{file}: {took:.2f} s")
    return slow


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
