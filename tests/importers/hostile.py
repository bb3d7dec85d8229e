"""Archives as somebody with bad intentions, a bad line or an odd tool makes them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from importers.made import CONNECTIONS, LINK

TEXT = f"{CONNECTIONS}\n" + "".join(
    f"Ada,Kaltenbrun,{LINK}ada-{n}-example,,,,08 Feb 2026\n" for n in range(40)
)
EXPORT = "Complete_LinkedInDataExport_02-14-2026.zip"
BOMB = TEXT.encode() + (b" " * 1023 + b"\n") * (24 << 10)


def packed(*members: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


class Member(NamedTuple):
    """A member written by hand: what is there, and what is said of it."""

    name: bytes
    data: bytes
    method: int = 0
    flags: int = 0
    size: int | None = None
    packed_size: int | None = None
    crc: int | None = None
    attributes: int = 0
    disk: int = 0

    def said(self) -> bytes:
        """Return the fields that both headers have, from the version needed to the extra length."""
        crc = zlib.crc32(self.data) if self.crc is None else self.crc
        packed_size = len(self.data) if self.packed_size is None else self.packed_size
        size = len(self.data) if self.size is None else self.size
        return struct.pack(
            "<HHHHHIIIHH", 20, self.flags, self.method, 0, 33, crc, packed_size, size,
            len(self.name), 0,
        )  # fmt: skip

    def local(self) -> bytes:
        """Return the member as it lies in the archive."""
        return b"PK\x03\x04" + self.said() + self.name + self.data

    def listed(self, offset: int) -> bytes:
        """Return its entry in the list of members."""
        about = struct.pack("<HHHII", 0, self.disk, 0, self.attributes, offset)
        return b"PK\x01\x02" + struct.pack("<H", 0x314) + self.said() + about + self.name


def listed(body: bytes, entries: Iterable[bytes], disk: int = 0) -> bytes:
    """Return `body` with the list of its members and the end record."""
    directory = list(entries)
    whole = b"".join(directory)
    count = min(len(directory), 0xFFFF)
    end = struct.pack("<HHHHIIH", disk, disk, count, count, len(whole), len(body), 0)
    return body + whole + b"PK\x05\x06" + end


def by_hand(*members: Member, disk: int = 0) -> bytes:
    """Return a ZIP of members written by hand, one behind the other."""
    body, entries = b"", []
    for member in members:
        entries.append(member.listed(len(body)))
        body += member.local()
    return listed(body, entries, disk)


def _same_bytes() -> bytes:
    """Return an archive that lists one member three times: as CVE-2024-0450 has it."""
    member = Member(b"Connections.csv", TEXT.encode())
    return listed(member.local(), [member.listed(0)] * 3)


def _within() -> bytes:
    """Return an archive of which one member is the data of another."""
    inner = Member(b"Connections.csv", TEXT.encode())
    outer = Member(b"Invitations.csv", inner.local())
    start = len(outer.local()) - len(inner.local())
    return listed(outer.local(), [outer.listed(0), inner.listed(start)])


def _into_the_list() -> bytes:
    """Return an archive whose only member reaches into the list of members."""
    member = Member(b"Connections.csv", TEXT.encode(), packed_size=len(TEXT) + 60)
    return by_hand(member)


def _deflated(**lies: int) -> bytes:
    whole = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = whole.compress(TEXT.encode()) + whole.flush()
    said = {"size": len(TEXT), "crc": zlib.crc32(TEXT.encode()), **lies}
    return by_hand(Member(b"Connections.csv", data, method=8, **said))


def _flipped() -> bytes:
    data = bytearray(packed(("Connections.csv", TEXT)))
    data[80] ^= 0x10
    return bytes(data)


def _plain(method: int = 0, flags: int = 0) -> bytes:
    return by_hand(Member(b"Connections.csv", TEXT.encode(), method, flags))


def _linked() -> bytes:
    return by_hand(Member(b"Connections.csv", b"/etc/passwd", attributes=0o120777 << 16))


def _many() -> bytes:
    member = Member(b"a", b"")
    return listed(member.local(), [member.listed(0)] * 200_001)


def _endless() -> bytes:
    """Return an archive that says its list of members takes 3 GiB."""
    data = _plain()
    return data[:-10] + struct.pack("<I", 3 << 30) + data[-6:]


@dataclass(frozen=True)
class Hostile:
    """An archive that has to be refused, by a sentence with these words."""

    name: str
    make: Callable[[], bytes]
    said: str


HOSTILE = (
    Hostile("empty", lambda: b"", "the file is empty"),
    Hostile("cut off", lambda: packed(("Connections.csv", TEXT))[:200], "incomplete or damaged"),
    Hostile("HTML", lambda: b"<!DOCTYPE html><title>Sign in</title>", "an HTML page"),
    Hostile("RAR", lambda: b"Rar!\x1a\x07\x01\x00", "a RAR archive"),
    Hostile("7-Zip", lambda: b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7-Zip archive"),
    Hostile("flipped byte", _flipped, "damaged in its archive"),
    Hostile("wrong checksum", lambda: _deflated(crc=1), "damaged in its archive"),
    Hostile("bomb", lambda: packed(("Connections.csv", BOMB)), "far more than an export holds"),
    Hostile("states too little", lambda: _deflated(size=100), "damaged in its archive"),
    Hostile("states too much", lambda: _deflated(size=1 << 31), "damaged in its archive"),
    Hostile("same bytes thrice", _same_bytes, "its files overlap"),
    Hostile("one within another", _within, "its files overlap"),
    Hostile("into the list", _into_the_list, "its files overlap"),
    Hostile("only a link", _linked, "no file in it that netaudit knows; it holds Connections.csv"),
    Hostile(
        "twice",
        lambda: by_hand(*[Member(b"Connections.csv", TEXT.encode())] * 2),
        "Connections.csv: stands in its archive twice",
    ),
    Hostile(
        "twice, though several are read",
        lambda: by_hand(*[Member(b"log.csv", b"date,person\n2026-01-01,Ada\n")] * 2),
        "log.csv: stands in its archive twice",
    ),
    Hostile("encrypted", lambda: _plain(flags=1), "protected by a password"),
    Hostile("encrypted by AES", lambda: _plain(99, flags=1), "protected by a password"),
    Hostile("AES without saying so", lambda: _plain(99), "compressed in a way"),
    Hostile("encrypted strongly", lambda: _plain(flags=0x40), "stored in a way"),
    Hostile("patched", lambda: _plain(flags=0x20), "stored in a way"),
    Hostile("deflate64", lambda: _plain(9), "compressed in a way"),
    Hostile("bzip2", lambda: packed(("Connections.csv", TEXT), method=12), "compressed in a way"),
    Hostile("LZMA", lambda: packed(("Connections.csv", TEXT), method=14), "compressed in a way"),
    Hostile("Zstandard", lambda: _plain(93), "compressed in a way"),
    Hostile("200,001 members", _many, "more than 200,000 files"),
    Hostile("endless list", _endless, "incomplete or damaged"),
    Hostile(
        "nothing known",
        lambda: packed(("Ad_Targeting.csv", "Member Age,Gender\n,\n")),
        "no file in it that netaudit knows; it holds Ad_Targeting.csv",
    ),
    Hostile("nothing", packed, "it is empty"),
    Hostile(
        "spreadsheet",
        lambda: packed(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>")),
        "a spreadsheet",
    ),
    Hostile(
        "junk before it",
        lambda: b"MZ junk\0\0\0" + packed(("Connections.csv", TEXT)),
        "begins with something else than a ZIP",
    ),
    Hostile(
        "first of several parts", lambda: b"PK\x07\x08" + _plain()[:99], "one part of a split ZIP"
    ),
    Hostile(
        "last of several parts",
        lambda: by_hand(Member(b"Connections.csv", TEXT.encode(), disk=1), disk=2),
        "one part of a split ZIP",
    ),
    Hostile(
        "last of several large parts",
        lambda: b"junk" * 20 + struct.pack("<4sIQI", b"PK\x06\x07", 0, 0, 2) + listed(b"", []),
        "begins with something else than a ZIP",
    ),
    Hostile(
        "an archive of no known name",
        lambda: packed(("holiday.zip", packed(("Connections.csv", TEXT)))),
        "no file in it that netaudit knows, but an archive",
    ),
    Hostile(
        "an export two levels deep",
        lambda: packed((EXPORT, packed((EXPORT, packed(("Connections.csv", TEXT)))))),
        "no file in it that netaudit knows, but an archive",
    ),
)
