"""What tests of `netaudit schedule` share: the line in a crontab, and how cron runs it."""

import os
import re
import subprocess
from pathlib import Path


def line_of(content: bytes | str | None) -> str:
    """Return the command of the line that cron runs."""
    assert content is not None
    text = content if isinstance(content, str) else content.decode(errors="replace")
    (command,) = re.findall(r"^# From .*\n(?:\S+ ){5}(.*)\n# <<<", text, re.MULTILINE)
    return str(command)


def as_cron(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "LOGNAME": "you"}
    if "COVERAGE_PROCESS_CONFIG" in os.environ:  # pragma: no branch - how it is measured
        environment["COVERAGE_PROCESS_CONFIG"] = os.environ["COVERAGE_PROCESS_CONFIG"]
    return subprocess.run(
        ["/bin/sh", "-c", command], env=environment, cwd=home, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
