"""The command line: options in, one workflow, and its answer out."""

import gc

# Loading the program, and a large import, make many objects and no cycles; each look for those
# costs time. What is loaded from here on is spared it as well.
gc.set_threshold(100_000, 20, 50)

from netaudit.cli.commands import app, main  # noqa: E402 - see above

__all__ = ["app", "main"]
