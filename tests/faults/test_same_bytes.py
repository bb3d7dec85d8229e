"""The same store, day and zone give the same bytes, wherever and by whatever process."""

from pathlib import Path

import pytest

from faults.every_command import in_formats
from faults.forked import NOW, forks

#: Two machines, as far as a process can tell: seed of hashes, language, clock's zone, width.
ONE = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "80"}
OTHER = {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8",
         "TZ": "Pacific/Auckland", "COLUMNS": "80"}  # fmt: skip


@pytest.mark.slow
def test_every_report_is_the_same_in_another_place_at_another_time(
    store: Path, tmp_path: Path
) -> None:
    said: list[dict[str, str]] = []
    for number, surroundings in enumerate((ONE, OTHER)):
        place = tmp_path / f"{number}"
        place.mkdir()
        with forks(tmp_path / f"runs-{number}", env=surroundings, cwd=place) as program:
            made = {}
            for words in in_formats():
                if words[0] in {"doctor", "log", "match", "imports", "changes"}:
                    fixed: tuple[str, ...] = ("--timezone", "Europe/Lisbon")
                else:
                    fixed = ("--timezone", "Europe/Lisbon", "--as-of", "2026-11-12")
                if words[0] == "doctor":
                    continue  # it tells of the machine
                done = program.run(*words, *fixed, "--store", store, now=NOW + number * 3600)
                assert done.code == 0, (words, done)
                made[" ".join(words)] = done.out
            said.append(made)
    for line, text in said[0].items():
        assert said[1][line] == text, line
    assert len(said[0]) == 45
