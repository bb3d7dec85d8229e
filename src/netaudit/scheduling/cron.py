"""The block of netaudit in a crontab. All else in the crontab is kept to the byte."""

import re
from collections.abc import Iterator

from netaudit.errors import InputRefused, UsageError
from netaudit.scheduling.command import Job
from netaudit.scheduling.timing import Moment

_BEGIN = b"# >>> netaudit weekly >>>"
_END = b"# <<< netaudit weekly <<<"
_ABOUT = "# From `netaudit schedule --install`; `netaudit schedule --remove` takes it out."
#: Vixie's cron, which is Debian's, takes no longer command.
_LONGEST = 998

_SETTING = re.compile(rb"""[ \t]*["']?([A-Za-z_][A-Za-z0-9_]*)["']?[ \t]*=[ \t]*(.*?)\s*""")
_SHELLS = {"sh", "ash", "bash", "dash", "ksh", "zsh"}
_WHAT_IT_DOES = {
    "SHELL": "the line is written for /bin/sh",
    "CRON_TZ": "the time may be one of another clock",
    "TZ": "the time may be one of another clock",
    "HOME": "the configuration is looked for there",
    "XDG_CONFIG_HOME": "the configuration is looked for there",
    "NETAUDIT_CONFIG": "the configuration is that one",
}


def block(moment: Moment, job: Job) -> bytes:
    """Return the marked lines for a crontab; what cron cannot take is a UsageError."""
    line = f"{moment.cron()} {job.shell()}"
    if "%" in line:
        raise UsageError(
            "a path with % in it cannot stand in a crontab: cron ends the line there",
            hint="name another place, or use --print systemd",
        )
    if len(line.encode()) > _LONGEST:
        raise UsageError(
            f"the line would be longer than the {_LONGEST} bytes that cron takes",
            hint="name places with shorter paths, or use --print systemd",
        )
    return b"\n".join((_BEGIN, _ABOUT.encode(), line.encode(), _END, b""))


def find(crontab: bytes) -> tuple[int, int] | None:
    """Return where the block begins and ends.

    Marks that do not pair are refused, and lines between them that were not written here.
    """
    begins = [at for at in _lines(crontab) if crontab[slice(*at)].strip() == _BEGIN]
    ends = [at for at in _lines(crontab) if crontab[slice(*at)].strip() == _END]
    if not begins and not ends:
        return None
    if len(begins) != 1 or len(ends) != 1 or begins[0] > ends[0]:
        raise InputRefused(
            "the crontab holds the marks of netaudit, but not one begin and one end",
            hint=f"put it right with `crontab -e`: one line {_BEGIN.decode()}, and below it one "
            f"{_END.decode()}, or neither",
        )
    inside = crontab[begins[0][1] : ends[0][0]].splitlines()
    jobs = [line.strip() for line in inside if line.strip() not in {b"", _ABOUT.encode()}]
    if len(jobs) > 1 or any(b" weekly" not in job for job in jobs):
        raise InputRefused(
            "the crontab holds lines between the marks of netaudit that are not its own",
            hint=f"move them below {_END.decode()} with `crontab -e`",
        )
    return begins[0][0], ends[0][1]


def put(crontab: bytes, new: bytes) -> bytes:
    """Return the crontab with the block in the place of the old one, or at its end."""
    found = find(crontab)
    if found is not None:
        return crontab[: found[0]] + new + crontab[found[1] :]
    # Without this the block would be the end of the user's last line, which cron cannot use.
    gap = b"" if not crontab or crontab.endswith(b"\n") else b"\n"
    return crontab + gap + new


def take_out(crontab: bytes) -> bytes:
    """Return the crontab without the block."""
    found = find(crontab)
    return crontab if found is None else crontab[: found[0]] + crontab[found[1] :]


def notices(crontab: bytes, *, cron_mails: bool) -> list[str]:
    """Tell which settings above the block give it another meaning."""
    found = find(crontab)
    settings: dict[str, str] = {}
    for start, end in _lines(crontab[: found[0] if found else None]):
        if setting := _SETTING.fullmatch(crontab[start:end]):
            settings[setting[1].decode()] = setting[2].decode(errors="replace").strip("'\"")
    told = [
        f"the crontab sets {name}, which holds for this line too: {what}"
        for name, what in _WHAT_IT_DOES.items()
        if name in settings
        and not (name == "SHELL" and settings[name].rpartition("/")[2] in _SHELLS)
    ]
    if cron_mails and settings.get("MAILTO") == "":
        told.append("the crontab sets MAILTO to nobody, so nobody gets the summary; say -o FILE")
    return told


def _lines(crontab: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each line begins, and where the next one does."""
    start = 0
    while start < len(crontab):
        end = crontab.find(b"\n", start) + 1 or len(crontab)
        yield start, end
        start = end
