"""What the program carries for `netaudit demo` is the example exports, and small."""

import sys
from importlib import resources
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))
import packing

from netaudit.workflows.demonstrating import DEMO_EXPORTS

EXAMPLES = Path(__file__).parents[2] / "examples"
CARRIED = resources.files("netaudit.workflows") / "demo_data"


def below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_program_carries_the_examples() -> None:
    carried = {name: packing.unpacked((CARRIED / name).read_bytes()) for name in DEMO_EXPORTS}
    assert carried == {
        "linkedin.zip": below(EXAMPLES / "linkedin"),
        "x.zip": below(EXAMPLES / "x"),
        "x-following.csv": {"": (EXAMPLES / "x-following.csv").read_bytes()},
        "log.csv": {"": (EXAMPLES / "log.csv").read_bytes()},
    }, "run: make examples"
    assert {item.name for item in CARRIED.iterdir()} == set(DEMO_EXPORTS)


def test_it_is_small_enough_for_every_installation() -> None:
    assert sum(len((CARRIED / name).read_bytes()) for name in DEMO_EXPORTS) < 120_000


def test_the_same_content_is_the_same_archive_and_not_written_again(tmp_path: Path) -> None:
    files = {"linkedin/a.csv": "a\n", "x/data/b.js": "b\n", "log.csv": "c\n"}
    assert packing.packed(files) == packing.packed(dict(reversed(files.items())))
    assert {path.name for path in packing.write(files, tmp_path)} == {
        "linkedin.zip", "x.zip", "log.csv"
    }  # fmt: skip
    assert list(packing.write(files, tmp_path)) == []
    changed = files | {"x/data/b.js": "other\n"}
    assert [path.name for path in packing.write(changed, tmp_path)] == ["x.zip"]
    assert packing.unpacked((tmp_path / "x.zip").read_bytes()) == {"data/b.js": b"other\n"}
