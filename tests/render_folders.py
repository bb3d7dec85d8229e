"""What tests of a folder of files share."""

from pathlib import Path

from netaudit.render.folder import MANIFEST

OLD = {"a.figures.csv": "old\n", "a.rows.csv": "old\n"}
FILES = {"a.rows.csv": "é\n", "notes.csv": "note\n"}
ASIDE = ".tables.netaudit-old"


def held(folder: Path) -> dict[str, str]:
    """Return what a folder holds beside the manifest."""
    found = {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}
    found.pop(MANIFEST, None)
    return found


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())
