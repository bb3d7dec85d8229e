"""What is run: the words of the command, and the line of a POSIX shell that runs it.

A scheduler gives it almost no environment: no PATH to speak of, no variables of the user's, no
folder to be in. So whatever decides what netaudit does now stands in the line.
"""

import re
import shlex
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from netaudit.errors import UsageError

SUBJECT = "netaudit weekly"
# Stricter than addresses are: to `mail`, a word with a slash, a bar or a plus first is a file, a
# program or a folder, and one with a dash first an option.
_ADDRESS = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*(@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)?")


@dataclass(frozen=True, slots=True)
class Mail:
    """Who gets the summary, through which program; `draft` is where it lies until it is sent."""

    program: Path
    address: str
    draft: Path


@dataclass(frozen=True, slots=True)
class Job:
    """A command with the variables it needs, and the mail that its output becomes, if any."""

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    mail: Mail | None = None

    def __post_init__(self) -> None:
        texts = [*self.words, *self.environment.values()]
        if self.mail is not None:
            texts += [str(self.mail.program), str(self.mail.draft)]
        for text in texts:
            _refuse_unwritable(text)

    def shell(self) -> str:
        """Write it as a line for `sh`."""
        variables = [f"{name}={shlex.quote(value)}" for name, value in self.environment.items()]
        line = " ".join([*variables, shlex.join(self.words)])
        return line if self.mail is None else _mailed(line, self.mail)

    def by_shell(self) -> tuple[str, ...]:
        """Return the words that start a shell with that line."""
        return ("/bin/sh", "-c", self.shell())


def read_address(text: str) -> str:
    """Return one plain address, or the name of a user of this machine; else a UsageError."""
    if _ADDRESS.fullmatch(text) is None or ".." in text:
        raise UsageError(
            f"--mail '{text[:60]}' is no plain address",
            hint="name one, as in you@example.org, or a user of this machine",
        )
    return text


def _mailed(line: str, mail: Mail) -> str:
    """Return the line that mails what `line` says, errors and all, unless it says nothing.

    Of the options of `mail` only -s means the same to each program of that name. To some a line
    that begins with a tilde is a command, and a dot alone is the end; the names in a summary are
    those of strangers.
    """
    send = f"{shlex.quote(str(mail.program))} -s {shlex.quote(SUBJECT)} {mail.address}"
    return "; ".join(
        (
            f"f={shlex.quote(str(mail.draft))}",
            "umask 077",
            "export LC_ALL=C.UTF-8",
            'rm -f "$f"',
            f'{line} >"$f" 2>&1 || test -s "$f" || echo "netaudit failed without a word" | {send}',
            f'test ! -s "$f" || sed "s/^[~.]/ &/" "$f" | {send} && rm -f "$f"',
        )
    )


def _refuse_unwritable(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        odd = True
    else:
        odd = any(unicodedata.category(sign) == "Cc" for sign in text)
    if odd:
        raise UsageError(
            f"'{text[:200]}' holds signs that no scheduler's file can",
            hint="name a place without line breaks, other control signs and odd bytes",
        )
