"""Files, folders and archives as they come, and as somebody with bad intentions makes them."""

import os
import unicodedata
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.made import CONNECTIONS, records
from netaudit.errors import InputRefused, NetauditError, UsageError
from netaudit.importers import archive, claim, open_input, refusal, shown
from netaudit.importers.inputs import Input
from netaudit.importers.source import File, stem
from netaudit.records import Tie

TEXT = f"{CONNECTIONS}\nAda,Kaltenbrun,https://www.linkedin.com/in/ada-example,,,,08 Feb 2026\n"


def packed(path: Path, *members: tuple[str, str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return path


def unpack(file: File) -> None:
    with file.open() as stream:
        while stream.read(1 << 20):
            pass


def names(found: Input) -> list[str]:
    return [file.name for file in found.files]


def connections_in(found: Input) -> int:
    (file,) = (f for f in found.files if claim(f) is not None)
    return sum(isinstance(record, Tie) for record in records(file))


def test_a_loose_file_is_loose(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(TEXT)
    found = open_input(path)
    assert (found.loose, found.name, names(found)) == (True, "Connections.csv", ["Connections.csv"])
    assert found.files[0].size == len(TEXT)
    assert connections_in(found) == 1


def test_a_folder_is_searched_in_order_and_its_junk_is_not(tmp_path: Path) -> None:
    for name in ("b.csv", "a/z.csv", "a/y.csv", ".hidden.csv", "__MACOSX/._b.csv", ".git/c.csv"):
        path = tmp_path / "export" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = open_input(tmp_path / "export")
    assert (found.loose, found.name) == (False, "export")
    assert [Path(file.shown).relative_to(found.path).as_posix() for file in found.files] == [
        "b.csv", "a/y.csv", "a/z.csv",
    ]  # fmt: skip


def test_a_folder_may_be_called_like_an_archive(tmp_path: Path) -> None:
    folder = tmp_path / "Complete_LinkedInDataExport_08-26-2025.zip"
    folder.mkdir()
    (folder / "Connections.csv").write_text(TEXT)
    found = open_input(folder)
    assert found.name == folder.name
    assert connections_in(found) == 1


def test_an_archive_may_be_called_like_anything(tmp_path: Path) -> None:
    path = packed(tmp_path / "export (1)", ("Connections.csv", TEXT))
    assert (open_input(path).loose, connections_in(open_input(path))) == (False, 1)


def test_links_within_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.csv").write_text(TEXT)
    inside = tmp_path / "export"
    inside.mkdir()
    (inside / "Connections.csv").symlink_to(tmp_path / "outside.csv")
    (inside / "more").symlink_to(tmp_path)
    os.mkfifo(inside / "pipe.csv")
    assert names(open_input(inside)) == []


def test_a_link_that_the_user_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text(TEXT)
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert connections_in(open_input(tmp_path / "link.csv")) == 1


def test_junk_and_folders_of_an_archive_are_passed_over(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "x.zip",
        ("top/", ""), ("top/Connections.csv", TEXT), ("__MACOSX/top/._Connections.csv", "junk"),
        ("top/.DS_Store", "junk"),
    )  # fmt: skip
    assert names(open_input(path)) == ["Connections.csv"]
    assert connections_in(open_input(path)) == 1


def test_names_are_compared_composed(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", (unicodedata.normalize("NFD", "Öffnen.csv"), "x"))
    assert names(open_input(path)) == [unicodedata.normalize("NFC", "Öffnen.csv")]


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", ("nameless", "x"), ("a.csv", "x"))
    path.write_bytes(path.read_bytes().replace(b"nameless", b"\0ameless"))
    assert names(open_input(path)) == ["a.csv"]


def test_an_empty_archive_holds_nothing(tmp_path: Path) -> None:
    assert names(open_input(packed(tmp_path / "x.zip"))) == []


def test_a_wrong_checksum_is_refused_though_every_row_was_good(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", ("Connections.csv", TEXT), method=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"Ada", b"Ida"))
    with pytest.raises(InputRefused, match=r"x\.zip/Connections\.csv: damaged in its archive"):
        connections_in(open_input(path))


def test_all_members_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", 1000)
    path = packed(tmp_path / "x.zip", ("a.csv", "x" * 600), ("b.csv", "x" * 600))
    one, other = open_input(path).files
    assert len(one.head) == 600
    with pytest.raises(InputRefused, match="unpacks to far more"):
        assert other.head


@pytest.mark.parametrize("pack", [True, False])
def test_there_is_a_limit_to_the_number_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, pack: bool
) -> None:
    monkeypatch.setattr(archive, "MAX_FILES", 2)
    for name in "abc":
        (tmp_path / f"{name}.csv").write_text("x")
    path = packed(tmp_path / "x.zip", *((f"{n}.csv", "x") for n in "abc")) if pack else tmp_path
    with pytest.raises(InputRefused, match="more than 2 files"):
        open_input(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").touch()
    with pytest.raises(InputRefused, match="the file is empty"):
        open_input(tmp_path / "x.csv")


def test_a_missing_path_a_pipe_and_a_device_are_wrong_usage(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_text("x")
    for path, what in (
        (tmp_path / "none", "no such file or folder"),
        (tmp_path / "file" / "below", "cannot be read"),
        (tmp_path / "x\0y", "cannot be read"),
        (tmp_path / "pipe", "not a regular file"),
        (Path("/dev/null"), "not a regular file"),
        (tmp_path / ("x" * 300), "cannot be read"),
    ):
        with pytest.raises(UsageError, match=what):
            open_input(path)


def test_a_path_is_shown_so_that_it_cannot_act(tmp_path: Path) -> None:
    assert shown("a\x1b[31m\nb\u202e") == "a\\x1b[31m\\x0ab\\x202e"
    assert shown("a\udcff") == "a\\udcff"
    assert shown("Łukasz 🌱.csv") == "Łukasz 🌱.csv"
    with pytest.raises(UsageError) as error:
        open_input(tmp_path / "\x1b]0;title\x07")
    assert error.value.message.isprintable()


def test_a_name_that_is_no_utf_8_can_be_stored_and_printed(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"ex\xffport")
    folder.mkdir()
    (folder / os.fsdecode(b"log\xff.csv")).write_text("date,person\n2026-01-01,Ada\n")
    found = open_input(folder)
    for text in (found.name, found.files[0].name, found.files[0].shown):
        assert text.encode().decode().isprintable()
    assert len(records(found.files[0])) == 1


def test_a_file_that_vanishes_or_is_locked_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x")
    (file,) = open_input(tmp_path).files
    path.unlink()
    with pytest.raises(InputRefused, match="cannot be read: No such file"):
        claim(file)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(UsageError, match="cannot be read: Permission denied"):
        open_input(tmp_path)


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"Rar!\x1a\x07", "a RAR archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"\x1f\x8b\x08", "a gzip file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Excel or Word file"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\xef\xbb\xbf\n <!DOCTYPE HTML><title>Log in</title>", "an HTML page"),
        (b"<html lang='en'>", "an HTML page"),
        (b"a\0b\0c\0", "no text"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(tmp_path: Path, start: bytes, what: str) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(start)
    (file,) = open_input(path).files
    assert claim(file) is None
    assert what in refusal(file).message


def test_bytes_are_told_as_they_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", ("Connections.csv", TEXT))
    read: list[int] = []
    (file,) = open_input(path).files
    watched = replace(file, watch=read.append)
    assert len(records(watched)) == 1
    assert sum(read) == len(TEXT)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("messages.csv", "messages"), ("Messages (1).csv", "messages"),
        ("messages_12345.csv", "messages"), ("messages copy 2.CSV", "messages"),
        ("Inbox", "inbox"), ("guide_messages.csv", "guide_messages"), ("2026.csv", ""),
    ],
)  # fmt: skip
def test_marks_of_copies_and_member_ids_are_no_part_of_a_name(name: str, expected: str) -> None:
    assert stem(name) == expected


@pytest.mark.parametrize("part", ["1", "_ ", "(1)", "copy", "1_", " 1copy"])
def test_no_name_takes_long_to_be_shortened(part: str) -> None:
    assert stem(part * 50 + "x") == part * 50 + "x"


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_damaged_archive_is_read_or_refused_and_nothing_else(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = packed(tmp_path / "x.zip", ("Connections.csv", TEXT * 3), ("ü.txt", "x"))
    damaged = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(damaged)
    with suppress(NetauditError):
        for file in open_input(path).files:
            if claim(file) is not None:
                records(file)
