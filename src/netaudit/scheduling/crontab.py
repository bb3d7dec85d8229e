"""The user's crontab, read and written through the program `crontab`: the one process started."""

import os
import re
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from netaudit.errors import Unwritable

if TYPE_CHECKING:
    import subprocess

_SECONDS = 20
# Vixie's, cronie's and macOS's words; then BusyBox's.
_NONE_YET = re.compile(rb"no crontab for|can't open .*no such file", re.IGNORECASE)
_OTHERS = "where there is no cron: netaudit schedule --print systemd, or --print launchd"


def exists() -> bool:
    """Tell whether this machine has the program."""
    return shutil.which("crontab") is not None


def read() -> bytes:
    """Return the crontab; one that is not there yet is empty."""
    done = _run("-l")
    if done.returncode == 0:
        return done.stdout
    if done.stdout.strip() or not _NONE_YET.search(done.stderr):
        _refuse("crontab does not show what it holds", done.stderr)
    return b""


def replace(old: bytes, new: bytes) -> None:
    """Put `new` in the place of `old`, and make sure that it is kept; else `old` stays."""
    _write(new)
    with suppress(Unwritable):
        if _is_kept(new, read()):
            return
    _write(old)
    raise Unwritable("crontab did not keep what was written; it holds again what it held before")


def _is_kept(new: bytes, found: bytes) -> bool:
    """Tell whether all of it is there; some programs put comments above it."""
    above = found.removesuffix(new)
    return found.endswith(new) and all(line[:1] in {b"#", b""} for line in above.split(b"\n"))


def _write(content: bytes) -> None:
    done = _run("-", content) if content else _run("-r")
    if done.returncode != 0:
        _refuse("crontab refuses what was to be written; it holds what it held before", done.stderr)


def _run(argument: str, content: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    import subprocess  # crontab has no other way in, and no other command a use for it

    program = shutil.which("crontab")
    if program is None:
        raise Unwritable("there is no program `crontab` on this machine", hint=_OTHERS)
    try:
        return subprocess.run(  # noqa: S603 - a program of the system's, and no shell
            [program, argument],
            input=b"" if content is None else content,
            capture_output=True, check=False, timeout=_SECONDS,
            env=os.environ | {"LC_ALL": "C"},  # its words are read
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Unwritable(f"crontab did not answer within {_SECONDS} seconds") from None
    except OSError as error:
        raise Unwritable(f"crontab cannot be started: {error.strerror}", hint=_OTHERS) from None


def _refuse(sentence: str, said: bytes) -> NoReturn:
    words = said.decode(errors="replace").strip().partition("\n")[0][:200]
    raise Unwritable(sentence, hint=f"it said: {words}" if words else _OTHERS)
