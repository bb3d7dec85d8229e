"""A service and a timer for systemd, of the user's own instance."""

import re

from netaudit.scheduling.command import Job
from netaudit.scheduling.timing import Moment

SERVICE = "netaudit-weekly.service"
TIMER = "netaudit-weekly.timer"
_FOLDER = "~/.config/systemd/user"
_PLAIN = re.compile(r"[A-Za-z0-9_./:@=+,-]+")


def service(job: Job) -> str:
    """Return the service that runs the command once."""
    # It starts no program with a quote or a backslash in its path, and there reads $ as it is.
    in_shell = job.mail is not None or not _PLAIN.fullmatch(job.words[0])
    words = job.by_shell() if in_shell else job.words
    command = " ".join(_quoted(word).replace("$", "$$") for word in words)
    variables = {} if in_shell else job.environment
    lines = [f"Environment={_quoted(f'{n}={value}')}" for n, value in variables.items()]
    return "\n".join(
        (
            "[Unit]", "Description=The weekly summary of netaudit", "",
            "[Service]", "Type=oneshot", "UMask=0077", *lines, f"ExecStart={command}", "",
        )
    )  # fmt: skip


def timer(moment: Moment) -> str:
    """Return the timer; a machine that slept at its time makes up for it."""
    return (
        f"[Unit]\nDescription=The weekly summary of netaudit, {moment}\n\n"
        f"[Timer]\nOnCalendar={moment.systemd()}\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def units(moment: Moment, job: Job) -> str:
    """Return both files under their names, and how to set them to work."""
    return (
        f"# The folder of both files:\n#   mkdir -p {_FOLDER}\n\n"
        f"# {_FOLDER}/{SERVICE}\n{service(job)}\n"
        f"# {_FOLDER}/{TIMER}\n{timer(moment)}\n"
        "# With both files in their place:\n"
        "#   systemctl --user daemon-reload\n"
        f"#   systemctl --user enable --now {TIMER}\n"
        "# For it to run while you are logged out too:\n"
        "#   loginctl enable-linger\n"
    )


def _quoted(word: str) -> str:
    """Write a word as systemd reads it: percent signs doubled, in quotes where need be."""
    text = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return text if _PLAIN.fullmatch(text) else f'"{text}"'
