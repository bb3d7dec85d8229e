"""ZIP archives: read in place, one level deep, or refused with a sentence."""

import gc
import os
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from importers.hostile import (
    BOMB,
    EXPORT,
    HOSTILE,
    TEXT,
    Hostile,
    Member,
    by_hand,
    packed,
)
from importers.made import records
from netaudit.errors import InputRefused
from netaudit.importers import Input, archive, claim, inputs, open_input
from netaudit.workflows.planning import planned

ROWS = TEXT.count("\n") - 1


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def read(path: Path) -> int:
    """Read all that an import would; return how many records there were."""
    plans, _ = planned([open_input(path)], None)
    return sum(len(records(file)) for plan in plans for _, file in plan.in_order())


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_what_cannot_be_trusted_is_refused_by_name(tmp_path: Path, hostile: Hostile) -> None:
    path = written(tmp_path / "x.zip", hostile.make())
    start = time.monotonic()
    with pytest.raises(InputRefused) as refused:
        read(path)
    assert hostile.said in refused.value.message
    assert str(path) in refused.value.message
    assert refused.value.hint
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
@pytest.mark.parametrize("place", ["folder", "archive"])
def test_an_export_within_is_held_to_the_same(tmp_path: Path, hostile: Hostile, place: str) -> None:
    data = hostile.make()
    written(tmp_path / "in" / EXPORT, data)
    path = tmp_path / "in"
    if place == "archive":
        path = written(tmp_path / "x.zip", packed((EXPORT, data), method=zipfile.ZIP_STORED))
    with pytest.raises(InputRefused) as refused:
        read(path)
    assert EXPORT in f"{refused.value.message} {refused.value.hint}"


def test_an_archive_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    data = packed(("Connections.csv", TEXT), ("Profile.csv", "x" * 50))
    for cut in range(len(data)):
        path = written(tmp_path / "x.zip", data[:cut])
        with pytest.raises(InputRefused, match=r"x\.zip"):
            read(path)


def test_a_byte_flipped_anywhere_is_refused_or_changes_nothing(tmp_path: Path) -> None:
    data = packed(("Connections.csv", TEXT))
    refused = 0
    for place in range(45, data.index(b"PK\x01\x02")):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        (file,) = open_input(written(tmp_path / "x.zip", bytes(flipped))).files
        try:
            with file.open() as stream:
                assert stream.read() == TEXT.encode()
        except InputRefused:
            refused += 1
    assert refused > 200


@pytest.mark.parametrize(
    "name",
    [
        b"Connections.csv", b"CONNECTIONS.CSV", b"top/connections.csv", b"Connections (1).csv",
        b"../../Connections.csv", b"/etc/Connections.csv", b"C:\\Users\\Connections.csv",
        b"..\\..\\Connections.csv", b"./Connections.csv", b"Connections.csv\0.exe",
        "Übung/Connections.csv".encode("cp437"), "Übung/Connections.csv".encode(),
        b"\xff\xfe/Connections.csv",
    ],
)  # fmt: skip
def test_members_are_found_by_the_last_part_of_whatever_name(tmp_path: Path, name: bytes) -> None:
    path = written(tmp_path / "in" / "x.zip", by_hand(Member(name, TEXT.encode())))
    assert read(path) == ROWS
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["in", "x.zip"]


def test_a_name_in_utf_8_that_does_not_say_so_is_read_as_it(tmp_path: Path) -> None:
    path = written(tmp_path / "x.zip", by_hand(Member("Büro.csv".encode(), b"x")))
    assert [file.name for file in open_input(path).files] == ["Büro.csv"]


def test_the_end_of_a_csv_does_not_make_it_an_archive(tmp_path: Path) -> None:
    tail = by_hand()
    assert zipfile.is_zipfile(written(tmp_path / "x.csv", TEXT.encode() + tail))
    found = open_input(tmp_path / "x.csv")
    assert found.loose
    assert claim(found.files[0]) is not None


def test_links_are_passed_over_by_name(tmp_path: Path) -> None:
    link = Member(b"Invitations.csv", b"/etc/passwd", attributes=0o120777 << 16)
    path = written(tmp_path / "x.zip", by_hand(link, Member(b"Connections.csv", TEXT.encode())))
    plans, passed_over = planned([open_input(path)], None)
    assert [list(plan.files) for plan in plans] == [["linkedin-connections"]]
    assert passed_over == [f"{path}/Invitations.csv"]


def test_a_file_read_twice_is_counted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", len(TEXT))
    (file,) = open_input(written(tmp_path / "x.zip", packed(("a.csv", TEXT)))).files
    for _ in range(3):
        with file.open() as stream:
            assert stream.read() == TEXT.encode()


def nested(name: str, *more: tuple[str, str | bytes]) -> bytes:
    return packed((name, packed(("Connections.csv", TEXT))), *more)


@pytest.mark.parametrize(
    "name",
    [
        "Basic_LinkedInDataExport_02-14-2026.zip", "Complete_LinkedInDataExport_02-14-2026.zip",
        "complete_linkedindataexport_02-14-2026.ZIP", "LinkedInDataExport_07-28-2015.zip",
        "Complete_LinkedInDataExport_02-14-2026.zip.zip",
        "Complete_LinkedInDataExport_02-14-2026 (1).zip",
        "Complete_LinkedInDataExport_02-14-2026.zip copy 2.zip",
        "Copy of Complete_LinkedInDataExport_02-14-2026.zip",
        "deep/down/Complete_LinkedInDataExport_02-14-2026.zip",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["folder", "archive"])
def test_an_export_one_level_deep_is_read_under_its_own_name(
    tmp_path: Path, name: str, place: str
) -> None:
    if place == "folder":
        path = tmp_path / "Downloads"
        written(path / name, packed(("Connections.csv", TEXT)))
    else:
        path = written(tmp_path / "x.zip", nested(name))
    (plan,), passed_over = planned([open_input(path)], None)
    assert plan.name == Path(name).name
    assert passed_over == []
    ((_, file),) = plan.in_order()
    assert file.shown == f"{path}/{name}/Connections.csv"
    assert len(records(file)) == ROWS


def test_two_exports_in_one_place_are_two_beside_what_lies_there(tmp_path: Path) -> None:
    other = EXPORT.replace("Complete", "Basic")
    inside = packed(("Connections.csv", TEXT))
    path = written(
        tmp_path / "x.zip",
        packed((EXPORT, inside), (other, inside), ("log.csv", "date,person\n"), ("a.zip", inside)),
    )
    plans, passed_over = planned([open_input(path)], None)
    assert [plan.name for plan in plans] == ["x.zip", EXPORT, other]
    assert passed_over == [f"{path}/a.zip"]


def test_an_export_of_which_nothing_is_read_is_passed_over_beside_another(tmp_path: Path) -> None:
    other = EXPORT.replace("Complete", "Basic")
    path = written(tmp_path / "x.zip", nested(EXPORT, (other, packed(("Logins.csv", "a,b\n1,2")))))
    plans, passed_over = planned([open_input(path)], None)
    assert [plan.name for plan in plans] == [EXPORT]
    assert passed_over == [f"{path}/{other}"]


@pytest.mark.parametrize("name", ["._" + EXPORT, "__MACOSX/" + EXPORT, EXPORT + ".part", "a.zip"])
def test_other_archives_are_not_opened(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "x.zip", packed((name, b"PK\x03\x04 and no more"), ("b.csv", "x")))
    assert open_input(path).archives == ()


def test_bytes_of_an_inner_member_are_told_as_they_are_read(tmp_path: Path) -> None:
    (inner,) = open_input(written(tmp_path / "x.zip", nested(EXPORT))).archives
    (file,) = inner.files
    told: list[int] = []
    assert len(records(replace(file, watch=told.append))) == ROWS
    assert sum(told) == file.size == len(TEXT)


@pytest.mark.parametrize(
    ("inside", "total"),
    [
        (lambda: packed(("a.csv", BOMB)), 8 << 30),  # by ratio, within
        (lambda: packed(("a.csv", b"\0" * (24 << 20)), method=zipfile.ZIP_STORED), 8 << 30),
        (lambda: packed(("a.csv", os.urandom(3000)), ("b.csv", os.urandom(3000))), 10_000),
    ],
)
def test_a_bomb_in_an_inner_archive_meets_the_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: Callable[[], bytes], total: int
) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", total)
    path = written(tmp_path / "x.zip", packed((EXPORT, inside())))
    with pytest.raises(InputRefused, match="unpacks to far more"):
        unpack(open_input(path))


def test_a_file_too_large_for_an_archive_is_taken_from_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_FILE", 1000)
    large = os.urandom(1001)
    path = written(tmp_path / "x.zip", packed(("a.csv", large)))
    with pytest.raises(InputRefused, match="in one file of an archive") as caught:
        unpack(open_input(path))
    assert caught.value.hint == "unpack it and import the folder"
    (tmp_path / "folder").mkdir()
    written(tmp_path / "folder" / "a.csv", large)
    unpack(open_input(tmp_path / "folder"))


def unpack(found: Input) -> None:
    for part in (found, *found.archives):
        for file in part.files:
            with file.open() as stream:
                while stream.read(1 << 20):
                    pass


def test_all_inner_archives_share_one_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = packed(("a.csv", os.urandom(1000)))
    path = written(tmp_path / "x.zip", packed(*((f"{n} {EXPORT}", inside) for n in range(5))))
    monkeypatch.setattr(archive, "MAX_TOTAL", 5 * (len(inside) + 1000))
    unpack(open_input(path))
    monkeypatch.setattr(archive, "MAX_TOTAL", 5 * (len(inside) + 1000) - 1)
    with pytest.raises(InputRefused, match="unpacks to far more"):
        unpack(open_input(path))


@pytest.mark.parametrize("place", ["folder", "archive"])
def test_there_is_a_limit_to_the_number_of_archives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(inputs, "MAX_ARCHIVES", 2)
    path = tmp_path / "in"
    for n in range(3):
        written(path / f"{n} {EXPORT}", packed())
    if place == "archive":
        path = written(tmp_path / "x.zip", packed(*((f"{n} {EXPORT}", packed()) for n in range(3))))
    with pytest.raises(InputRefused, match="more than 2 archives"):
        open_input(path)


def test_a_temporary_file_that_cannot_be_made_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    path = written(tmp_path / "x.zip", nested(EXPORT))
    with pytest.raises(InputRefused, match="cannot be copied to a temporary file: No such file"):
        open_input(path)


def test_an_archive_is_closed_with_the_last_of_its_files(tmp_path: Path) -> None:
    path = written(tmp_path / "x.zip", nested(EXPORT))
    gc.collect()
    before = len(list(Path("/dev/fd").iterdir()))
    found = open_input(path)
    assert len(list(Path("/dev/fd").iterdir())) == before + 1  # all of the outer one is read
    del found
    gc.collect()
    assert len(list(Path("/dev/fd").iterdir())) == before
