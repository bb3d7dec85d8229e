"""A program `crontab` that keeps a file, and fails in the ways that real ones do."""

import os
from pathlib import Path

import pytest

_PROGRAM = """\
#!/bin/sh
echo "$1" >>'{folder}/calls'
case "$1" in
-l) {before_list}
    if [ -e '{folder}/tab' ]; then {head} cat '{folder}/tab'
    else echo '{none_yet}' >&2; exit 1; fi ;;
-r) rm '{folder}/tab' ;;
-) {before_write}
   cat >'{folder}/tab'
   {after_write} ;;
esac
"""


class Crontab:
    """What the program keeps, and how it behaves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.behave()

    def behave(
        self,
        *,
        none_yet: str = "no crontab for you",
        before_list: str = ":",
        before_write: str = ":",
        after_write: str = ":",
        head: str = "",
    ) -> None:
        """Write the program anew, with shell commands that run before its own."""
        program = self.folder / "crontab"
        text = _PROGRAM.format(
            folder=self.folder, none_yet=none_yet, before_list=before_list,
            before_write=before_write, after_write=after_write, head=head,
        )  # fmt: skip
        program.write_text(text, "utf-8")
        program.chmod(0o700)

    @property
    def content(self) -> bytes | None:
        """The crontab; None if there is none."""
        tab = self.folder / "tab"
        return tab.read_bytes() if tab.exists() else None

    @content.setter
    def content(self, content: bytes) -> None:
        (self.folder / "tab").write_bytes(content)

    def calls(self) -> list[str]:
        """Return what the program was called with since this was last asked."""
        calls = self.folder / "calls"
        found = calls.read_text("utf-8").split() if calls.exists() else []
        calls.unlink(missing_ok=True)
        return found


def in_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Crontab:
    """Put a fake into the PATH, before the real one."""
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return Crontab(folder)
