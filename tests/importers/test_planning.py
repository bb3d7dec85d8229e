"""Which of an archive's files are read where one lies there by two names."""

from pathlib import Path

import pytest

from importers.made import ENDORSERS, RECOMMENDATIONS, made
from netaudit.errors import InputRefused
from netaudit.importers import claim, open_input
from netaudit.workflows.planning import Planned, planned

NEW, OLD, COPY = (
    "Endorsement_Received_Info.csv", "Endorsement Received Info.csv",
    "Endorsement_Received_Info (1).csv",
)  # fmt: skip


def plan(*names: str, header: str = ENDORSERS) -> tuple[list[str], list[str]]:
    """Return the names of the files that are read and of those that gave way."""
    snapshot = Planned("linkedin", "archive", loose=False)
    given_way = []
    for name in names:
        file = made(f"{header}\n", name)
        importer = claim(file)
        assert importer is not None
        if (other := snapshot.add(importer, file)) is not None:
            given_way.append(other.name)
    return [file.name for _, file in snapshot.in_order()], given_way


@pytest.mark.parametrize("names", [(NEW, OLD), (OLD, NEW)])
def test_of_two_names_for_one_file_the_older_gives_way(names: tuple[str, str]) -> None:
    assert plan(*names) == ([NEW], [OLD])


def test_the_older_name_alone_is_read() -> None:
    assert plan(OLD) == ([OLD], [])


@pytest.mark.parametrize("names", [(NEW, COPY), (COPY, NEW)])
def test_a_copy_is_no_older_name(names: tuple[str, str]) -> None:
    with pytest.raises(InputRefused, match="a second file of LinkedIn endorsements received"):
        plan(*names)


def test_given_and_received_lie_side_by_side() -> None:
    names = ["Recommendations_Given.csv", "Recommendations_Received.csv"]
    assert plan(*names, header=RECOMMENDATIONS) == (names, [])


def test_the_archive_of_2022_is_read_by_its_newer_file(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    wide = ENDORSERS.replace(",", '"\t"')
    (folder / OLD).write_bytes(f'"{wide}"\n'.encode("utf-16"))
    (folder / NEW).write_text(f"{ENDORSERS}\n", "utf-8")
    (folder / "Reactions.csv").write_text("Date,Type,Link\n", "utf-8")
    (snapshot,), passed_over = planned([open_input(folder)], None)
    assert [file.name for _, file in snapshot.in_order()] == [NEW]
    assert [Path(name).name for name in passed_over] == [OLD, "Reactions.csv"]
