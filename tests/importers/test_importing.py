"""An import leaves the program around it as it was."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from importers.made import CONNECTIONS
from netaudit.config import load
from netaudit.errors import InputRefused
from netaudit.workflows.importing import Wishes, import_paths
from netaudit.workflows.planning import Progress


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    yield
    gc.enable()


def run(folder: Path, text: str, progress: Progress | None = None) -> None:
    export = folder / "Connections.csv"
    export.write_text(text, encoding="utf-8")
    config = load(folder / "no-such-file.toml")
    import_paths(folder / "netaudit.db", [export], config, Wishes(), progress=progress)


@pytest.mark.parametrize("enabled", [True, False])
def test_whether_python_collects_garbage_is_as_before(tmp_path: Path, *, enabled: bool) -> None:
    meanwhile: set[bool] = set()
    if not enabled:
        gc.disable()
    run(
        tmp_path,
        f"{CONNECTIONS}\nAda,Okafor,https://www.linkedin.com/in/ada-example,,,,08 Feb 2026\n",
        lambda _file, _count: meanwhile.add(gc.isenabled()),
    )
    assert meanwhile == {False}
    assert gc.isenabled() == enabled


def test_python_collects_garbage_again_after_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        run(tmp_path, "")
    assert gc.isenabled()
