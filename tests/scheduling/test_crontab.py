"""The program `crontab`, and the ways in which it fails."""

import tempfile
import threading
from pathlib import Path

import pytest

from netaudit.errors import Unwritable
from netaudit.scheduling import crontab
from scheduling.fake_crontab import Crontab, in_path

A, B = b"0 1 * * * a\n", b"0 2 * * * b\n"
MARKED = b"# >>> netaudit weekly >>>\n0 7 * * 1 netaudit weekly\n# <<< netaudit weekly <<<\n"
ODD = b"0 1 * * * caf\xe9 \xff\x00\r\n# \xc3\xa9\n\n0 2 * * * a"


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Crontab:
    return in_path(tmp_path / "bin", monkeypatch)


def aside(folder: Path) -> list[Path]:
    return list(folder.glob(".netaudit-crontab-*"))


@pytest.mark.parametrize(
    "words",
    [
        "no crontab for you",
        "crontab: no crontab for you",
        "crontab: can'\\''t open 'you': No such file or directory",
    ],
)
def test_no_crontab_yet_is_an_empty_one(fake: Crontab, words: str) -> None:
    fake.behave(none_yet=words)
    assert crontab.read() == b""


def test_bytes_go_in_and_out_as_they_are(fake: Crontab, tmp_path: Path) -> None:
    crontab.replace(b"", ODD, tmp_path)
    assert fake.content == ODD
    assert crontab.read() == ODD
    assert fake.calls() == ["-l", "-", "-l", "-l"]
    assert aside(tmp_path) == []


def test_an_empty_crontab_is_none(fake: Crontab, tmp_path: Path) -> None:
    fake.content = A
    crontab.replace(A, b"", tmp_path)
    assert fake.content is None


@pytest.mark.parametrize(
    "words",
    [
        "You (you) are not allowed to use this program (crontab)",
        "crontab: /var/spool/cron: Permission denied",
        "",
    ],
)
def test_a_crontab_that_cannot_be_read_is_not_taken_for_empty(fake: Crontab, words: str) -> None:
    fake.behave(before_list=f"echo '{words}' >&2; exit 1")
    with pytest.raises(Unwritable, match="does not show") as refused:
        crontab.read()
    assert refused.value.hint
    assert words in refused.value.hint


def test_half_a_crontab_is_not_taken_for_one(fake: Crontab) -> None:
    fake.behave(before_list="echo '0 1 * * * a'; echo 'no crontab for you' >&2; exit 1")
    with pytest.raises(Unwritable):
        crontab.read()


def test_what_is_refused_is_not_there(fake: Crontab, tmp_path: Path) -> None:
    fake.content = A
    fake.behave(before_write="echo 'errors in crontab file' >&2; exit 1")
    with pytest.raises(Unwritable, match=r"refuses .*it holds what it held before") as refused:
        crontab.replace(A, B, tmp_path)
    assert refused.value.hint == "it said: errors in crontab file"
    assert fake.content == A
    assert aside(tmp_path) == []


@pytest.mark.parametrize(
    "loss",
    [
        "sed -i /b/d '{}'",
        "truncate -s 3 '{}'",
        ": >'{}'",
        ": >'{}'; exit 1",
        ": >'{}'; exec sleep 3",
    ],
)
def test_what_is_half_there_is_put_back_as_it_was(
    fake: Crontab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loss: str
) -> None:
    monkeypatch.setattr(crontab, "_SECONDS", 1)
    fake.content = A
    once, lost = fake.folder / "once", loss.format(fake.folder / "tab")
    fake.behave(after_write=f"[ -e '{once}' ] || {{ : >'{once}'; {lost}; }}")
    with pytest.raises(Unwritable, match="it holds what it held before"):
        crontab.replace(A, A + B, tmp_path)
    assert fake.content == A
    assert aside(tmp_path) == []


@pytest.mark.parametrize("end", ["exit 1", "exec sleep 3"])
def test_what_is_there_is_done_whatever_the_program_says(
    fake: Crontab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.setattr(crontab, "_SECONDS", 1)
    fake.behave(after_write=end)
    crontab.replace(b"", A, tmp_path)
    assert fake.content == A
    assert aside(tmp_path) == []


def test_what_cannot_be_put_back_is_named(fake: Crontab, tmp_path: Path) -> None:
    fake.content = A
    fake.behave(after_write=f": >'{fake.folder}/tab'")
    with pytest.raises(Unwritable, match="holds something else now") as refused:
        crontab.replace(A, A + B, tmp_path)
    (kept,) = aside(tmp_path)
    assert str(kept) in (refused.value.hint or "")
    assert kept.read_bytes() == A
    assert kept.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_read_back_is_said(
    fake: Crontab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    fake.behave(before_list=f"[ ! -e '{fake.folder}/tab' ] || exit 1")
    with pytest.raises(Unwritable, match=r"did not keep .* does not show what it holds now"):
        crontab.replace(b"", A, tmp_path / "not there")
    assert fake.content == A
    assert [kept.read_bytes() for kept in aside(tmp_path)] == [b""]


def test_what_was_changed_before_is_not_written_over(fake: Crontab, tmp_path: Path) -> None:
    fake.content = A + B
    with pytest.raises(Unwritable, match="changed meanwhile; nothing was written"):
        crontab.replace(A, B, tmp_path)
    assert fake.content == A + B


def test_a_line_that_somebody_adds_meanwhile_stays(fake: Crontab, tmp_path: Path) -> None:
    fake.content = A
    fake.behave(after_write=f"echo '0 3 * * * mine' >>'{fake.folder}/tab'")
    crontab.replace(A, A + B, tmp_path)
    assert fake.content == A + B + b"0 3 * * * mine\n"
    # And where it took ours with it, it is not ours to take it away.
    fake.content = A
    fake.behave(after_write=f"printf '0 1 * * * a\\n0 3 * * * mine\\n' >'{fake.folder}/tab'")
    with pytest.raises(Unwritable, match="holds something else now"):
        crontab.replace(A, A + B, tmp_path)
    assert fake.content == A + b"0 3 * * * mine\n"
    fake.content = A + MARKED
    fake.behave(after_write=f"echo '# >>> netaudit weekly >>>' >>'{fake.folder}/tab'")
    with pytest.raises(Unwritable, match="did not keep"):
        crontab.replace(A + MARKED, A, tmp_path)


def test_one_at_a_time(fake: Crontab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    order = []

    def other() -> None:
        with crontab.alone():
            order.append("other")

    with crontab.alone():
        thread = threading.Thread(target=other)
        thread.start()
        thread.join(0.3)
        order.append("this")
    thread.join()
    assert order == ["this", "other"]


def test_comments_that_the_program_puts_above_are_no_loss(fake: Crontab, tmp_path: Path) -> None:
    fake.behave(head="echo '# DO NOT EDIT THIS FILE'; echo '# (installed today)';")
    crontab.replace(b"", A, tmp_path)
    assert fake.content == A


def test_a_program_that_does_not_answer(fake: Crontab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crontab, "_SECONDS", 0.2)
    fake.behave(before_list="exec sleep 30")
    with pytest.raises(Unwritable, match="did not answer"):
        crontab.read()


def test_a_program_that_is_none(fake: Crontab) -> None:
    (fake.folder / "crontab").write_bytes(b"\x00\x01")
    with pytest.raises(Unwritable, match="cannot be started"):
        crontab.read()


def test_without_the_program_others_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert not crontab.exists()
    with pytest.raises(Unwritable, match="no program `crontab`") as refused:
        crontab.read()
    assert refused.value.hint
    assert "--print systemd" in refused.value.hint
    assert "--print launchd" in refused.value.hint
