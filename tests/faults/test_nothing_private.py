"""Not a word of a message, a subject or an invitation comes into the store."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.canaries import write_linkedin, write_x
from faults.runs import finish
from netaudit.store import Store
from store.snapshots import counts


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_linkedin(tmp_path / "export")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_x(tmp_path / "twitter")


def forms(word: str) -> Iterator[bytes]:
    for case in (word, word.casefold()):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield case.encode(encoding)


def test_what_people_wrote_is_in_no_byte_of_the_store(tmp_path: Path, export: Path) -> None:
    path = tmp_path / "data" / "netaudit.db"
    before = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in export.iterdir()}
    finish(path, export)
    with Store.open(path) as store:
        store.back_up()
    held = counts(path)
    assert [held[name] for name in ("tie", "signal", "message")] == [2, 1, 2]
    files = [f for f in path.parent.rglob("*") if f.is_file()]
    assert len(files) == 2
    everything = b"".join(file.read_bytes() for file in files)
    assert b"Ana Ruiz" in everything
    for form in [*forms("CANARY"), *forms("2-THREAD")]:
        assert form not in everything
    after = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in export.iterdir()}
    assert after == before


def test_what_was_posted_or_sent_on_x_is_in_no_byte_of_the_store(
    tmp_path: Path, archive: Path
) -> None:
    path = tmp_path / "data" / "netaudit.db"
    finish(path, archive)
    with Store.open(path) as store:
        store.back_up()
    assert counts(path)["message"] == 4  # two direct messages, a reply and its mention
    files = [f for f in path.parent.rglob("*") if f.is_file()]
    everything = b"".join(file.read_bytes() for file in files)
    assert b"bo_lind" in everything
    for form in forms("CANARY"):
        assert form not in everything
