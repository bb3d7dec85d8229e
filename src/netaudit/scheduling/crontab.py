"""The user's crontab, read and written through the program `crontab`: the one process started."""

import subprocess  # noqa: F401, S404 - crontab has no other way in
