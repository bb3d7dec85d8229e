import bz2
import errno
import gzip
import io
import lzma
import os
import stat
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import pytest

from netaudit.errors import ExitCode, Unwritable, UsageError
from netaudit.render import write_out


def _tar(form: int) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as made:
        made.addfile(tarfile.TarInfo("data/log.csv"))
    return out.getvalue()


WRITE = "from netaudit.render import write_out; write_out('é' * 100_000 + '\\n')"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def run(program: str, **options: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", program]
    return subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_the_whole_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_out("é\n", tmp_path / "report.txt")
    finally:
        os.umask(before)
    assert (tmp_path / "report.txt").read_bytes() == b"\xc3\xa9\n"
    assert stat.S_IMODE((tmp_path / "report.txt").stat().st_mode) == 0o600
    assert names(tmp_path) == ["report.txt"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old and much longer")
    write_out("new", path)
    assert path.read_text() == "new"


def test_a_link_to_itself_is_replaced_as_well(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    write_out("new", loop, refuse=[tmp_path / "store.db"])
    assert loop.read_text() == "new"


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept", tmp_path / "link"
    kept.write_text("kept")
    link.symlink_to(kept)
    write_out("new", link)
    assert not link.is_symlink()
    assert (kept.read_text(), link.read_text()) == ("kept", "new")


def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match=r"cannot write .*report\.txt: No space left") as caught:
        write_out("new", path)
    assert caught.value.exit_code == 13
    assert path.read_text() == "old"
    assert names(tmp_path) == ["report.txt"]


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_out("new", tmp_path / "report.txt")
    assert names(tmp_path) == []


def test_a_folder_that_may_not_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:  # root may write everywhere, so permission is played
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(Unwritable, match="Permission denied"):
        write_out("new", tmp_path / "report.txt")


@pytest.mark.parametrize("place", ["missing/report.txt", "file/report.txt"])
def test_a_folder_that_is_not_there(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unwritable, match=place) as caught:
        write_out("new", tmp_path / place)
    assert caught.value.hint == "make the folder, or name another"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        write_out("new", tmp_path)


def test_what_is_in_use_is_not_overwritten(tmp_path: Path) -> None:
    store, link, hard = tmp_path / "store.db", tmp_path / "link", tmp_path / "hard"
    with pytest.raises(UsageError, match="would be lost"):
        write_out("new", tmp_path / "." / "store.db", refuse=[store])
    store.write_text("facts")
    link.symlink_to(store)
    hard.hardlink_to(store)
    for path in (store, link, hard):
        with pytest.raises(UsageError, match="would be lost"):
            write_out("new", path, refuse=[tmp_path / "other", store])
    assert store.read_text() == "facts"
    write_out("new", tmp_path / "report.txt", refuse=[store])


def test_devices_and_pipes_are_written_to_and_stay(tmp_path: Path) -> None:
    write_out("gone", Path("/dev/null"))
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    with pytest.raises(Unwritable, match="/dev/full: No space left"):
        write_out("x", Path("/dev/full"))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_out("through", pipe)
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_to_an_open_file_is_followed(tmp_path: Path) -> None:
    program = "from pathlib import Path; from netaudit.render import write_out\n"
    program += "print('a', flush=True); write_out('b', Path('/dev/stdout'))"
    with (tmp_path / "report.txt").open("w") as file:
        assert run(program, stdout=file).stderr == ""
    assert (tmp_path / "report.txt").read_text() == "a\nb"
    assert Path("/dev/stdout").is_symlink()


def test_stdout_gets_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    write_out("é\n")
    assert capsys.readouterr().out == "é\n"


def test_stdout_with_a_small_encoding_gets_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    small = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", small)
    write_out("é\n")
    small.seek(0)
    assert small.read() == "\\xe9\n"


def test_a_full_disk_behind_stdout() -> None:
    program = (
        f"from netaudit.errors import Unwritable\ntry:\n    {WRITE}\nexcept Unwritable as e:\n"
    )
    program += "    import sys; print(e.message, file=sys.stderr); sys.exit(e.exit_code)"
    with Path("/dev/full").open("w") as full:
        done = run(program, stdout=full)
    assert done.returncode == 13
    assert done.stderr == "cannot write to standard output: No space left on device\n"


def test_a_reader_that_went_away() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = run(WRITE, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (ExitCode.PIPE, "")


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no /dev/stdout on this system")
def test_a_reader_of_a_named_stream_that_went_away() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    named = WRITE.replace("\\n')", "\\n', Path('/dev/stdout'))")
    assert named != WRITE
    done = run(f"from pathlib import Path; {named}", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (ExitCode.PIPE, "")


def test_a_closed_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for stdout in (None, closed):
        monkeypatch.setattr(sys, "stdout", stdout)
        with pytest.raises(Unwritable, match="standard output is closed"):
            write_out("x")


def test_a_stdout_that_is_no_real_file(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(sys, "stdout", Broken())
    with pytest.raises(Unwritable, match="Input/output error"):
        write_out("x")
    monkeypatch.undo()


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"SQLite format 3\0and pages", "a database"),
        (b"PK\x03\x04 an export", "an archive"),
        (b"PK\x05\x06 without members", "an archive"),
        (b"PK\x07\x08 in parts", "an archive"),
        (gzip.compress(b"log", mtime=0), "an archive"),
        (bz2.compress(b"log"), "an archive"),
        (lzma.compress(b"log"), "an archive"),
        (b"\x28\xb5\x2f\xfd by zstd", "an archive"),
        (b"7z\xbc\xaf\x27\x1c and more", "an archive"),
        (b"Rar!\x1a\x07\x01\x00", "an archive"),
        (_tar(tarfile.USTAR_FORMAT), "an archive"),
        (_tar(tarfile.GNU_FORMAT), "an archive"),
        (_tar(tarfile.PAX_FORMAT), "an archive"),
    ],
)
def test_no_database_and_no_archive_is_replaced(tmp_path: Path, head: bytes, what: str) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(head)
    with pytest.raises(UsageError, match=rf"report\.md is {what}, and would be lost") as caught:
        write_out("new", path)
    assert caught.value.hint == "name another"
    assert path.read_bytes() == head
    assert names(tmp_path) == ["report.md"]
    link = tmp_path / "link"
    link.symlink_to(path)
    write_out("new", link)  # a link is replaced, and what it leads to is not lost
    assert path.read_bytes() == head


@pytest.mark.parametrize(
    "content", [b"", b"P", b"PKZ", b"SQLite format 4\0", b"\xff\xfe", b" " * 256 + b"ustar"]
)
def test_anything_else_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "report.txt").write_bytes(content)
    write_out("new", tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text() == "new"


@pytest.mark.parametrize("mode", [0o755, 0o700, 0o611, 0o555])
def test_no_program_is_replaced(tmp_path: Path, mode: int) -> None:
    path, link = tmp_path / "ls", tmp_path / "link"
    path.write_bytes(b"#!/bin/sh\n")
    path.chmod(mode)
    link.symlink_to(path)
    for one in (path, link):  # without the link the command would be gone as well
        with pytest.raises(UsageError, match=rf"{one.name} is a program, and would be lost"):
            write_out("new", one)
    assert path.read_bytes() == b"#!/bin/sh\n"
    assert link.is_symlink()
    assert sorted(names(tmp_path)) == ["link", "ls"]


def test_where_every_file_counts_as_a_program_none_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk of Windows, which knows no modes."""
    path = tmp_path / "week.md"
    path.write_text("last week's")
    path.chmod(0o777)
    make = tempfile.NamedTemporaryFile

    def made(**place: Path | str) -> "tempfile._TemporaryFileWrapper[bytes]":
        fresh = make(**place)  # type: ignore[call-overload]
        Path(fresh.name).chmod(0o777)
        return fresh  # type: ignore[no-any-return]

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", made)
    write_out("new", path)
    assert path.read_text() == "new"
    assert names(tmp_path) == ["week.md"]


def test_what_is_read_only_is_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "report.md", tmp_path / "link"
    path.write_text("kept")
    path.chmod(0o444)
    with pytest.raises(Unwritable, match=r"report\.md is read-only, and is kept"):
        write_out("new", path)
    link.symlink_to(path)
    write_out("new", link)
    assert (path.read_text(), link.read_text()) == ("kept", "new")


def test_what_a_killed_process_left_half_written_is_swept_away(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f".netaudit-{gone.pid}-a1b2c3_4"
    under_way = tmp_path / f".netaudit-{os.getpid()}-a1b2c3_4"
    mine = tmp_path / f".netaudit-{gone.pid}-notes"
    for file in (left, under_way, mine):
        file.write_text("Ana Ruiz")
    write_out("new", tmp_path / "report.txt")
    assert sorted(names(tmp_path)) == sorted([under_way.name, mine.name, "report.txt"])
