"""The program `netaudit`: its commands, and the one place where failures become exit codes."""

import errno
import gc
import io
import os
import signal
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, cast

import typer

from netaudit import __version__
from netaudit.cli import completing
from netaudit.cli.helping import Group
from netaudit.cli.mistyping import NotUnderstoodError, mistake
from netaudit.cli.registry import Registered
from netaudit.cli.terminal import warn
from netaudit.errors import ExitCode, NetauditError, Unwritable, late
from netaudit.render.base import abandon, write_out

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from typer._click import Command as AnyCommand


class TerminatedError(BaseException):
    """SIGTERM or SIGHUP: leave as by Ctrl-C, nothing half-written."""


#: Bears, in place of the name of a file, the error of whoever could not write to the output.
_STDOUT = "standard output"


class _Closed(io.TextIOBase):
    """Stands for an output that the caller closed, so that what is told to it is not lost."""

    encoding = "utf-8"

    def write(self, _text: str) -> int:
        """Say that nobody will read it."""
        raise OSError(errno.EBADF, "it is closed", _STDOUT)


class _Named(io.FileIO):
    """Standard output, whose errors say that they are its own; Python's bear no name."""

    def write(self, data: "ReadableBuffer") -> int:
        """Write as a file does."""
        try:
            return super().write(data)
        except OSError as error:
            error.filename = _STDOUT
            raise


def _named(out: io.TextIOWrapper) -> io.TextIOWrapper:
    """Return another stream that leads where this one does."""
    return io.TextIOWrapper(
        io.BufferedWriter(_Named(out.fileno(), "w", closefd=False)),
        encoding=out.encoding, line_buffering=out.line_buffering,
    )  # fmt: skip


class _Group(Group):
    """Turns every failure into a sentence on stderr and an exit code."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever Typer says
        super().__init__(**settings)
        # Nobody adds a command later.
        self.commands = cast("MutableMapping[str, AnyCommand]", Registered())

    def make_context(self, *words: Any, **settings: Any) -> Any:  # noqa: ANN401 - as in Typer
        try:
            return super().make_context(*words, **settings)
        except NotUnderstoodError as error:
            raise _plainly(error) from None
        except (NetauditError, OSError) as error:  # where the help or the version was to go
            raise typer.Exit(tell(error)) from None

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
        except NotUnderstoodError as error:
            raise _plainly(error, ctx.invoked_subcommand) from None
        except Exception as error:
            if type(error).__module__.startswith(("typer", "click")):
                raise
            raise typer.Exit(tell(error)) from None
        finally:
            for done in late():
                warn(done.message, hint=done.hint)


def _plainly(error: Exception, subcommand: str | None = None) -> Exception:
    """Say what was not understood, and return how to end; help is for Typer to show."""
    told = mistake(error, subcommand)
    return error if told is None else typer.Exit(tell(told))


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
            abandon(sys.stdout)  # what was cut off in the middle would fail again, as Python leaves
            return ExitCode.TERMINATED
        case BrokenPipeError():
            abandon(sys.stdout)
            return ExitCode.PIPE
        case OSError():
            return tell(_unwritable(error))
    # Neither the message nor local variables: they can hold the data of people.
    import traceback

    frames = [f for f in traceback.extract_tb(error.__traceback__) if "netaudit" in f.filename]
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    warn(
        f"error: a bug in netaudit {__version__}: {type(error).__name__}{place}",
        hint="please report it with the command you gave, without the data",
    )
    return ExitCode.BUG


def _unwritable(error: OSError) -> Unwritable:
    if error.filename == _STDOUT:
        abandon(sys.stdout)
        return Unwritable(
            f"cannot write to standard output: {error.strerror}",
            hint="a change that could not be told is made: netaudit imports",
        )
    return Unwritable(error.strerror or "the system refused a file")


app = typer.Typer(
    cls=_Group,
    name="netaudit",
    help="How much of your contact list is really a network? Import your exports, log whom you "
    "talk to, and read the answer. Nothing leaves this machine.",
    no_args_is_help=True,
    add_completion=False,  # Typer's has to find out the shell, and rewrites the user's files
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"netaudit {__version__}")
        raise typer.Exit


def _show_completion(context: typer.Context, shell: str | None) -> None:
    if shell is not None and not context.resilient_parsing:
        from netaudit.cli import shells

        _finish(lambda: write_out(shells.script(shell)))


def _install_completion(context: typer.Context, shell: str | None) -> None:
    if shell is not None and not context.resilient_parsing:
        from netaudit.cli import shells

        _finish(lambda: write_out("\n".join(shells.install(shell)) + "\n"))


def _finish(act: Callable[[], None]) -> NoReturn:
    """Do what an option asks for in place of a command, and end; options have no command."""
    try:
        act()
    except (NetauditError, OSError) as error:
        raise typer.Exit(tell(error)) from None
    raise typer.Exit


@app.callback()
def _netaudit(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
    install_completion: Annotated[
        str | None,
        typer.Option(
            "--install-completion", callback=_install_completion, is_eager=True, metavar="SHELL",
            autocompletion=completing.shells,
            help="Complete commands and options by the Tab key in this shell: bash, zsh or fish.",
        ),
    ] = None,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion", callback=_show_completion, is_eager=True, metavar="SHELL",
            autocompletion=completing.shells,
            help="Print the script for that, to put it where you want it.",
        ),
    ] = None,
) -> None:  # fmt: skip
    pass


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise TerminatedError


def main() -> None:
    """Run the program. Whatever it writes, only the user can read."""
    os.umask(0o077)
    # Numpy would begin with a thread for each processor, for matrices that nobody multiplies here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGTERM, _terminate)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as under nohup
        signal.signal(signal.SIGHUP, _terminate)
    if sys.stdout is None:  # the shell's `>&-`, for which Python has no stream
        sys.stdout = _Closed()
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = _named(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        if completing.ASKED in os.environ:
            from netaudit.cli import shells

            shells.prepare()
        app()
    except (KeyboardInterrupt, TerminatedError) as error:
        sys.exit(tell(error))
    finally:
        gc.freeze()  # nobody needs the last look for cycles, which goes through all that is loaded
        # What was to be done is done and said. While Python leaves, it puts the deadly default
        # in place of our handler, and a late signal would make a failure of it.
        for late in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(late, signal.SIG_IGN)
