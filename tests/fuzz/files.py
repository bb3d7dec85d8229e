"""Harnesses of what is a file as a whole: archives and the configuration."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import time_machine

from fuzz.harness import Harness, may_refuse, split
from importers.hostile import EXPORT, HOSTILE, Member, by_hand, packed
from netaudit import config
from netaudit.importers import Input, claim, open_input
from netaudit.importers.source import File, is_media

_CHUNK = 1 << 20
_ENDINGS = (".zip", ".csv", ".js")
_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for the one file at a time, which goes with the process."""
    in_memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    return tempfile.TemporaryDirectory(
        prefix="fuzz-", dir=in_memory if os.access(in_memory, os.W_OK) else None
    )


def _written(data: bytes, name: str) -> Path:
    path = Path(_folder().name) / name
    path.write_bytes(data)
    path.chmod(0o600)
    return path


def _archives(data: bytes) -> None:
    (ending, *_), body = split(data, 1)
    path = _written(body, f"export{_ENDINGS[ending % len(_ENDINGS)]}")
    with may_refuse():
        _look(open_input(path))


def _look(found: Input) -> None:
    """Read every file of an input, and of the archives in it, to its end."""
    for file in found.files:
        assert "/" not in file.name
        assert file.shown.isprintable()
        if not is_media(file.name):
            with may_refuse():
                _whole(file)
                claim(file)
    for within in found.archives:
        _look(within)


def _whole(file: File) -> None:
    size = 0
    with file.open() as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
    assert size == file.size, "more or less came out than the archive says"
    assert file.head == b"" or size >= len(file.head)


def _configuration(data: bytes) -> None:
    path = _written(data, "config.toml")
    with may_refuse():
        found = config.load(path)
        assert list(found.values) == [option.key for option in config.OPTIONS]
        for option in config.OPTIONS:
            value = found[option.key]
            value = dict(value) if isinstance(value, Mapping) else value
            assert option.read(value) == value, "what was read is not read again"
            assert config.describe(value)
        assert found.timezone
        for word in found["channels"]:
            named = found.channels.resolve(word)
            assert named is None or named[1] in config.MEDIA


@time_machine.travel(datetime(2026, 11, 15, tzinfo=UTC), tick=False)  # archives hold it
def _archive_seeds() -> list[bytes]:
    return [*_made_archives()]


def _made_archives() -> Iterator[bytes]:
    for number, one in enumerate(HOSTILE):
        made = one.make()
        if len(made) <= 8 << 10:
            yield bytes([number % len(_ENDINGS)]) + made
    inner = packed(("Connections.csv", _HEADER), ("messages.csv", "FROM,TO,DATE,CONTENT\n"))
    yield b"\0" + inner
    yield b"\0" + packed((EXPORT, inner), ("__MACOSX/._a", b"\0"), ("data/tweets.js", "[]"))
    yield b"\0" + by_hand(
        Member(b"../Connections.csv", _HEADER.encode()), Member("Café.csv".encode(), b"a"),
        Member(b"folder/", b""), Member(b"a\\b.csv", b"a,b\n", attributes=0o120777 << 16),
    )  # fmt: skip


def _configuration_seeds() -> Iterator[bytes]:
    for text in (
        "", "max_group = 8\n", 'timezone = "Europe/Lisbon"\n[report]\nstale = "30d"\nby = "me"\n',
        '[channels]\nbowling = "in_person"\n"sky pe" = \'video\'\n', "report.window = '3mo'\n",
        "max_group = true\n", "a = " + "[" * 900, 'timezone = "../../etc/passwd"\n', "[[channels]]",
        "\ufeffmax_group = 1_0\n", "channels = { a.b = 'text', c = 1979-05-27 }\n", "report = 3\n",
    ):  # fmt: skip
        yield text.encode()
    yield b"\xff\xfem\0"


FILES = (
    Harness(
        "archives", "ZIP archives, and archives in archives", _archives, _archive_seeds,
        ("PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "PK\x06\x06", "PK\x06\x07", "PK\x07\x08",
         "\x00\x00\x00\x00", "../", "Connections.csv", EXPORT, "__MACOSX/", "\x08\x00", "\x01\x00"),
    ),
    Harness(
        "configuration", "the configuration file", _configuration, _configuration_seeds,
        (*(option.key for option in config.OPTIONS), "[report]", "[channels]", " = ", '"""', "'",
         "{", "}", "[[", "]]", ".", "\n", "true", "inf", "1979-05-27T07:32:00Z", "in_person", "30d",
         "Europe/Lisbon", "\\u0000"),
    ),
)  # fmt: skip
