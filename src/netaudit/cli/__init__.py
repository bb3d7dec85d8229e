"""The command line: options in, one workflow, and its answer out."""

from netaudit.cli.commands import app, main

__all__ = ["app", "main"]
