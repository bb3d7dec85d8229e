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
_SILENT = "netaudit ended without a word, with exit code"
# Stricter than addresses are: to `mail`, a word with a slash, a bar or a plus first is a file, a
# program or a folder, and one with a dash first an option.
_ADDRESS = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*(@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)?")


@dataclass(frozen=True, slots=True)
class Mail:
    """Who gets the summary, and through which program."""

    program: Path
    address: str


@dataclass(frozen=True, slots=True)
class Job:
    """A command with the variables it needs, and what becomes of its output.

    That is a mail, or of its errors a file `errors`, which is empty after a run without any.
    """

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    mail: Mail | None = None
    errors: Path | None = None

    def __post_init__(self) -> None:
        texts = [*self.words, *self.environment.values()]
        if self.mail is not None:
            texts.append(str(self.mail.program))
        if self.errors is not None:
            texts.append(str(self.errors))
        for text in texts:
            _refuse_unwritable(text)

    def shell(self) -> str:
        """Write it as a line for `sh`."""
        variables = [f"{name}={shlex.quote(value)}" for name, value in self.environment.items()]
        line = " ".join([*variables, shlex.join(self.words)])
        if self.mail is not None:
            return _mailed(line, self.mail)
        return line if self.errors is None else _noted(line, self.errors)

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


def noted_errors(line: str) -> Path | None:
    """Return the file that a line of `Job.shell` writes errors to, if it does."""
    found = _NOTED.search(line)
    return None if found is None else Path(shlex.split(found[1])[0])


#: Whatever the PATH of a crontab is, the few programs of the line are those of the system.
_BEFORE = ("umask 077", "PATH=/usr/bin:/bin${PATH:+:$PATH}")
_NOTED = re.compile(
    re.escape(f"{'; '.join(_BEFORE)}; e=") + r"""((?:[^\s;'"]|'[^']*'|"[^"]*")+); """
)


def _noted(line: str, errors: Path) -> str:
    """Return the line that also keeps what `line` says on stderr, for machines without mail."""
    return "; ".join(
        (
            *_BEFORE,
            f"e={shlex.quote(str(errors))}",
            f'{line} 2>"$e" || {{ c=$?',
            f'test -s "$e" || echo "{_SILENT} $c" >"$e"',
            'cat "$e" >&2',
            'exit "$c"',
            "}",
        )
    )


def _mailed(line: str, mail: Mail) -> str:
    """Return the line that mails what `line` says, errors and all, unless it says nothing.

    It ends with the exit code of `line`, or with that of `mail` where this fails. What is said
    lies in a variable, so that no file is needed; `awk` alone writes one as it is, as `echo` may
    read backslashes and `printf` needs a percent sign. Of the options of `mail` only -s means the
    same to each program of that name. To some a line that begins with a tilde is a command, and a
    dot alone is the end; the names in a summary are those of strangers.
    """
    write = """o="$o" awk 'BEGIN { print ENVIRON["o"] }' | sed "s/^[~.]/ &/\""""
    send = f'{shlex.quote(str(mail.program))} -s "{SUBJECT}$s" {mail.address}'
    return "; ".join(
        (
            *_BEFORE,
            "export LC_ALL=C.UTF-8",
            f"o=$( {line} 2>&1 )",
            "c=$?",
            "s=",
            f'test "$c" = 0 || {{ s=" failed"; o=${{o:-"{_SILENT} $c"}}',
            "}",
            f'test -z "$o" || {write} | {send} || exit',
            'exit "$c"',
        )
    )


def _refuse_unwritable(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        odd = True
    else:
        odd = any(unicodedata.category(sign) == "Cc" or _is_no_sign(sign) for sign in text)
    if odd:
        raise UsageError(
            f"'{text[:200]}' holds signs that no scheduler's file can",
            hint="name a place without line breaks, other control signs and odd bytes",
        )


def _is_no_sign(sign: str) -> bool:
    """Tell whether it is one of the code points that Unicode keeps free of characters."""
    return ord(sign) & 0xFFFE == 0xFFFE or "\ufdd0" <= sign <= "\ufdef"
