"""From the paths of a command line to inputs: each file once, however often it is named."""

from collections.abc import Sequence
from pathlib import Path

from netaudit.importers import Input, claim, open_input, shown
from netaudit.importers.source import is_junk


def open_all(paths: Sequence[Path], form: str | None, notices: list[str]) -> list[Input]:
    """Open every path, but none twice: not under another name, and not beside its folder."""
    seen: set[tuple[int, int]] = set()
    inputs: list[Input] = []
    for path in paths:
        itself = _identity(path)
        if itself in seen:
            notices.append(f"{shown(path)}: given twice, and read once")
            continue
        if itself is not None:
            seen.add(itself)
        inputs.append(open_input(path))
    if form is not None:  # a file of a folder is then named for being read as something else
        return inputs
    folders = [_Folder(given) for given in inputs if given.path.is_dir()]
    kept = []
    for given in inputs:
        holder = next((f for f in folders if f.given is not given and f.reads(given)), None)
        if holder is None:
            kept.append(given)
        else:
            notices.append(f"{given.shown}: lies in {holder.given.shown}, and is read once")
    return kept


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None  # opening it says why
    return found.st_dev, found.st_ino


class _Folder:
    """A folder that is imported, to be asked what else of the command line it holds."""

    def __init__(self, given: Input) -> None:
        self.given = given
        self._place = given.path.resolve()
        self._files = {file.shown: file for file in given.files}
        self._archives = {archive.shown for archive in given.archives}

    def reads(self, other: Input) -> bool:
        """Tell whether all that `other` can bring is read with this folder."""
        place = other.path.resolve()
        if place == self._place or not place.is_relative_to(self._place):
            return False
        below = place.relative_to(self._place)
        if other.path.is_dir():
            return not is_junk(below.parts)
        name = shown(self.given.path / below)
        file = self._files.get(name)
        return name in self._archives or (file is not None and claim(file) is not None)
