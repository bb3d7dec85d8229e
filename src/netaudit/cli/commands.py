"""The program `netaudit`: its commands, and the one place where failures become exit codes."""

import gc
import os
import signal
import sys
import traceback
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from typer.core import TyperGroup

from netaudit import __version__
from netaudit.cli import (
    configuring,
    demonstrating,
    history,
    importing,
    logging,
    matching,
    preferences,
    reports,
    suggesting,
)
from netaudit.cli.terminal import warn
from netaudit.errors import EXIT_CODES, ExitCode, NetauditError, Unwritable
from netaudit.render.base import abandon


class TerminatedError(BaseException):
    """SIGTERM: leave as by Ctrl-C, nothing half-written."""


class _Group(TyperGroup):
    """Turns every failure into a sentence on stderr and an exit code."""

    # Typer's own Click, whose Context has another name than the one Typer exports.
    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        try:
            return super().invoke(ctx)
        except (NetauditError, KeyboardInterrupt, TerminatedError, OSError, MemoryError) as error:
            raise typer.Exit(tell(error)) from None
        except typer.Abort:  # Ctrl-C or Ctrl-D at a question
            raise typer.Exit(tell(KeyboardInterrupt())) from None
        except (typer.Exit, SystemExit):
            raise
        except Exception as error:
            if type(error).__module__.startswith(("typer", "click")):
                raise
            raise typer.Exit(tell(error)) from None


def tell(error: BaseException) -> ExitCode:
    """Say what went wrong and return the exit code for it."""
    match error:
        case NetauditError():
            warn(f"error: {error.message}", hint=error.hint)
            return error.exit_code
        case KeyboardInterrupt():
            warn("interrupted; nothing is half-written")
            return ExitCode.INTERRUPTED
        case TerminatedError():
            warn("terminated; nothing is half-written")
            return ExitCode.TERMINATED
        case BrokenPipeError():
            abandon(sys.stdout)
            return ExitCode.PIPE
        case OSError():
            return tell(Unwritable(error.strerror or "the system refused a file"))
    # Neither the message nor local variables: they can hold the data of people.
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "netaudit" in f.filename]
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    warn(
        f"error: a bug in netaudit {__version__}: {type(error).__name__}{place}",
        hint="please report it with the command you gave, without the data",
    )
    return ExitCode.BUG


_EPILOG = "Exit codes: " + "; ".join(f"{code.value} {text}" for code, text in EXIT_CODES.items())

app = typer.Typer(
    cls=_Group,
    name="netaudit",
    help="How much of your contact list is really a network? Import your exports, log whom you "
    "talk to, and read the answer. Nothing leaves this machine.",
    epilog=_EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"netaudit {__version__}")
        raise typer.Exit


@app.callback()
def _netaudit(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    pass


app.command("demo")(demonstrating.demo)
app.command("import")(importing.import_)
app.command("log")(logging.log)
app.command("match")(matching.match)
app.command("merge")(matching.merge)
app.command("split")(matching.split)
app.command("tag")(preferences.tag)
# Of a name without quotes they say more than that there is a word too many.
_MORE_WORDS = {"allow_extra_args": True}
app.command("ignore", context_settings=_MORE_WORDS)(preferences.ignore)
app.command("unignore", context_settings=_MORE_WORDS)(preferences.unignore)
app.command("snooze", context_settings=_MORE_WORDS)(preferences.snooze)
app.command("cadence")(preferences.cadence)
app.command("imports")(history.imports)
app.command("changes")(history.changes)
app.command("undo")(history.undo)
app.command("report")(reports.report)
app.command("weekly")(reports.weekly)
app.command("next")(suggesting.next_)
app.command("config")(configuring.config)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise TerminatedError


def main() -> None:
    """Run the program. Whatever it writes, only the user can read."""
    os.umask(0o077)
    # A large import makes a million objects and no cycles; each look for those costs time.
    gc.set_threshold(100_000, 20, 50)
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except (KeyboardInterrupt, TerminatedError) as error:
        sys.exit(tell(error))
    finally:
        # What was to be done is done and said. While Python leaves, it puts the deadly default
        # in place of our handler, and a late signal would make a failure of it.
        for late in (signal.SIGTERM, signal.SIGINT):
            signal.signal(late, signal.SIG_IGN)
