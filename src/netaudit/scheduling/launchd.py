"""An agent for launchd, the scheduler of macOS."""

import plistlib
from pathlib import Path
from typing import Any

from netaudit.scheduling.command import Job
from netaudit.scheduling.timing import Moment

LABEL = "netaudit.weekly"
_FILE = f"~/Library/LaunchAgents/{LABEL}.plist"
_ABOUT = f"""\
<!-- Keep this as {_FILE}, and set it to work:
       launchctl bootstrap gui/$(id -u) {_FILE}
     To end it:
       launchctl bootout gui/$(id -u)/{LABEL} -->
"""


def agent(moment: Moment, job: Job, errors: Path) -> str:
    """Return the property list of the agent; what goes wrong is appended to the file `errors`."""
    entries: dict[str, Any] = {
        "Label": LABEL,
        "ProgramArguments": list(job.words if job.mail is None else job.by_shell()),
        "StartCalendarInterval": moment.launchd(),
        "StandardErrorPath": str(errors),
        "Umask": 0o077,
    }
    if job.environment and job.mail is None:
        entries["EnvironmentVariables"] = dict(job.environment)
    text = plistlib.dumps(entries, sort_keys=False).decode()
    head, root, rest = text.partition("<plist")
    return f"{head}{_ABOUT}{root}{rest}"
