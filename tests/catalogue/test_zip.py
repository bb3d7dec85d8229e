"""Rows Z1 to Z19 and fault T11: archives that a line, a tool or somebody's intent has spoilt.

How each is unpacked is held to in `importers/test_archive.py`; here it is what the user hears, and
that nothing of the files before the bad one comes into the store.
"""

import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.catalogue import A, Case, E, Made, N, Outcome, U, covers, each_of, hold, state
from catalogue.measuring import measured
from catalogue.tables import CONNECTIONS, INVITATIONS, MESSAGES
from cli.program import EXAMPLES, Run
from importers.hostile import EXPORT, Member, by_hand, listed, packed
from netaudit.errors import ExitCode

pytestmark = pytest.mark.unwatched

LIST, SENT, ASKED = CONNECTIONS.text(), MESSAGES.text(), INVITATIONS.text()
#: What lies in archives before whatever is wrong with them, and would be imported.
GOOD = Member(b"Connections.csv", LIST.encode())
PROFILE = "First Name,Last Name,Headline\nRobin,Quist,Beekeeper\n"
READ = "Connections.csv read 2 = 2 new"
DAMAGED = "x.zip/messages.csv: damaged in its archive"
OVERLAP = "x.zip: the ZIP is damaged or made to do harm: its files overlap"


def archive(
    row: str, what: str, outcome: Outcome, data: Made, *complaints: str, told: tuple[str, ...] = ()
) -> Case:
    """Return the entry of an archive that is imported as x.zip."""
    return Case(
        row, what, outcome, {"x.zip": data}, complaints=complaints, told=told,
        account="" if outcome is E else READ, hinted=True,
    )  # fmt: skip


def behind_good(*members: Member) -> bytes:
    """Return an archive with the good list and these."""
    return by_hand(GOOD, *members)


def sent(**said: int) -> Member:
    """Return messages.csv, deflated, of which other things are said than are true."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(SENT.encode()) + packer.flush()
    true = {"size": len(SENT), "crc": zlib.crc32(SENT.encode())}
    return Member(b"messages.csv", data, method=8, **{**true, **said})


def flipped() -> bytes:
    """Return an archive with one wrong bit in the middle of its second member."""
    data = bytearray(behind_good(sent()))
    data[data.index(b"messages.csv") + 60] ^= 4
    return bytes(data)


def within() -> bytes:
    """Return an archive with a list that is a piece of another member."""
    outer = Member(b"notes.txt", GOOD.local())
    start = len(outer.local()) - len(GOOD.local())
    return listed(outer.local(), [outer.listed(0), GOOD.listed(start)])


def crowded(count: int) -> bytes:
    """Return an archive with a list and so many pictures without content."""
    body, entries, at = [GOOD.local()], [GOOD.listed(0)], len(GOOD.local())
    for number in range(count):
        picture = Member(b"%d.jpg" % number, b"")
        entries.append(picture.listed(at))
        body.append(picture.local())
        at += len(body[-1])
    return listed(b"".join(body), entries)


def nested(*members: tuple[str, str | bytes]) -> bytes:
    """Return an archive that holds these and, under the name of an export, one with the list."""
    return packed((EXPORT, packed(("Connections.csv", LIST))), *members)


def stored(name: bytes, text: str = LIST, **said: int) -> bytes:
    return by_hand(Member(name, text.encode(), **said))


@each_of(
    archive("Z1", "cut off", E, packed(("Connections.csv", LIST))[:150],
            "x.zip: the ZIP is incomplete or damaged"),
    archive("Z2", "nothing", E, b"", "x.zip: the file is empty"),
    archive("Z2", "HTML", E, b"<html><title>Sign in, Ada Kaltenbrun</title>",
            "x.zip: this is an HTML page"),
    archive("Z2", "RAR", E, b"Rar!\x1a\x07\x01\0", "x.zip: this is a RAR archive"),
    archive("Z2", "7-Zip", E, b"7z\xbc\xaf\x27\x1c\0\4", "x.zip: this is a 7-Zip archive"),
    archive("Z2", "a letter", E, b"Dear Ada Kaltenbrun,\n",
            "x.zip: not a file that netaudit knows"),
    archive("Z3", "a flipped bit", E, flipped(), DAMAGED),
    archive("Z4", "a wrong checksum", E, behind_good(sent(crc=1)), DAMAGED),
    archive("Z6", "says it is shorter", E, behind_good(sent(size=100)), DAMAGED),
    archive("Z6", "says it is longer", E, behind_good(sent(size=1 << 31)), DAMAGED),
    archive("Z7", "one member listed thrice", E, listed(GOOD.local(), [GOOD.listed(0)] * 3),
            OVERLAP),
    archive("Z7", "one member within another", E, within(), OVERLAP),
    archive("Z8", "a way up", A, stored(b"../../Connections.csv")),
    archive("Z8", "a way from the root", A, stored(b"/etc/Connections.csv")),
    archive("Z8", "a drive", A, stored(b"C:\\Users\\Connections.csv")),
    archive("Z8", "a way up with backslashes", A, stored(b"..\\..\\Connections.csv")),
    archive("Z8", "a NUL in the name", A, stored(b"Connections.csv\0.exe")),
    archive("Z9", "a link beside the list", A,
            behind_good(Member(b"messages.csv", b"/etc/passwd", attributes=0o120777 << 16)),
            told=("Passed over, nothing in them is read: messages.csv",)),
    archive("Z9", "nothing but a link", E,
            by_hand(Member(b"Connections.csv", b"/etc/passwd", attributes=0o120777 << 16)),
            "no file in it that netaudit knows; it holds Connections.csv"),
    archive("Z10", "the list twice", E, behind_good(GOOD),
            "x.zip/Connections.csv: stands in its archive twice"),
    archive("Z10", "twice what nobody reads", A, behind_good(*[Member(b"a.txt", b"x")] * 2),
            told=("Passed over, nothing in them is read: a.txt",)),
    archive("Z11", "a password", E, behind_good(Member(b"messages.csv", b"x" * 40, flags=1)),
            "x.zip/messages.csv: protected by a password"),
    *(
        archive("Z12", what, E, behind_good(Member(b"messages.csv", b"x" * 40, method)),
                "x.zip/messages.csv: compressed in a way netaudit does not read")
        for what, method in {
            "deflate64": 9, "bzip2": 12, "LZMA": 14, "Zstandard": 93, "XZ": 95, "AES": 99,
        }.items()
    ),
    # Pictures are not looked into, whatever their bytes are.
    archive("Z12", "a picture in another way", A, behind_good(Member(b"a.jpg", b"x", 93))),
    archive("Z3", "a damaged picture", A, behind_good(Member(b"a.jpg", b"x", crc=1))),
    archive("Z13", "20,000 members", A, lambda: crowded(20_000),
            told=("20,000 pictures and the like",)),
    archive("Z13", "200,001 members", E,
            lambda: listed(GOOD.local(), [GOOD.listed(0)] * 200_001),
            "x.zip: more than 200,000 files"),
    archive("Z14", "an export in it", A, nested(), told=(f"LinkedIn: {EXPORT}",)),
    archive("Z14", "another archive beside the list", A,
            packed(("Connections.csv", LIST), ("holiday.zip", b"PK\3\4")),
            told=("Passed over, nothing in them is read: holiday.zip",)),
    archive("Z14", "nothing but an archive of no known name", E,
            packed(("holiday.zip", packed(("Connections.csv", LIST)))),
            "x.zip: no file in it that netaudit knows, but an archive"),
    archive("Z14", "an export two levels deep", E, packed((EXPORT, nested())),
            "x.zip: no file in it that netaudit knows, but an archive"),
    archive("Z14", "an export in it that is cut off", E,
            packed((EXPORT, packed(("Connections.csv", LIST))[:150]), ("messages.csv", SENT)),
            f"x.zip/{EXPORT}: the ZIP is incomplete or damaged"),
    archive("Z15", "a name in the letters of DOS", A,
            stored("Übung/Connections.csv".encode("cp437"))),
    archive("Z15", "a name in UTF-8 that does not say so", A,
            stored("Übung/Connections.csv".encode())),
    archive("Z15", "under a folder", A, stored(b"export/csv/Connections.csv")),
    archive("Z16", "nothing that is read", E, packed(("Ad_Targeting.csv", "Member Age\n\n")),
            "x.zip: no file in it that netaudit knows; it holds Ad_Targeting.csv"),
    archive("Z17", "something before the archive", E, b"MZ\0" + by_hand(GOOD),
            "x.zip: begins with something else than a ZIP"),
    archive("Z19", "the first part of several", E, b"PK\x07\x08" + by_hand(GOOD)[:200],
            "x.zip: one part of a split ZIP"),
    archive("Z19", "the last part of several", E, by_hand(GOOD._replace(disk=1), disk=2),
            "x.zip: one part of a split ZIP"),
)  # fmt: skip
def test_zip(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)
    assert sorted(path.name for path in home.iterdir()) == [".local", "x.zip"]


@each_of(
    # Either part of LinkedIn's larger archive may hold it, so that it is no reason to refuse.
    Case(
        "Z16", "nobody but the owner", N, {"x.zip": packed(("Profile.csv", PROFILE))},
        complaints=("x.zip: nobody stands in it but you; from LinkedIn, ask for the larger",),
    ),
    Case(
        "Z16", "messages in the other part", A,
        {"1.zip": packed(("Profile.csv", PROFILE)), "2.zip": packed(("messages.csv", SENT))},
        account="messages.csv read 2 = 2 new",
    ),
    Case(
        "Z15", "in capitals", A, {"x.zip": stored(b"CONNECTIONS.CSV")},
        account="CONNECTIONS.CSV read 2 = 2 new",
    ),
    # What the tail of an archive is, is read as a row, and is none.
    Case(
        "Z17", "a list whose tail is an archive's", Outcome.SKIPPED,
        {"Connections.csv": LIST.encode() + by_hand()}, account="read 3 = 2 new + 1 skipped",
        complaints=("nobody is taken off the list", "Connections.csv:4: 1 field where"),
    ),
    Case(
        "Z19", "a part by its own name", E, {"x.z01": b"PK\x07\x08" + by_hand(GOOD)[:200]},
        complaints=("x.z01: one part of a split ZIP",), hinted=True,
    ),
    # `-` is for lines of the log: an archive is read back and forth, and has to be a file.
    Case("Z18", "a pipe with a name", U, lambda home: os.mkfifo(home / "x.zip"),
         complaints=("x.zip: not a regular file or folder",)),
    Case("Z18", "standard input", U, command=("import", "-"),
         complaints=("-: no such file or folder",)),
)  # fmt: skip
def test_what_is_no_zip_alone(
    case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(case, run, home, monkeypatch)


def bomb(size: int) -> bytes:
    """Return an archive with a list in which so many MiB of empty lines follow, and their sum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(LIST.encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    lines = (b" " * 1023 + b"\n") * 1024
    mebibyte = packer.compress(lines) + packer.flush(zlib.Z_FULL_FLUSH)
    data = first + mebibyte * size + packer.flush()
    crc = zlib.crc32(LIST.encode())
    for _ in range(size):
        crc = zlib.crc32(lines, crc)
    whole = len(LIST) + size * len(lines)
    return by_hand(Member(b"Connections.csv", data, method=8, size=whole, crc=crc))


@covers("Z5")
@pytest.mark.parametrize("size", [100, 400])
def test_a_bomb_is_stopped_before_it_takes_room(home: Path, tmp_path: Path, size: int) -> None:
    (home / "x.zip").write_bytes(bomb(size))
    assert (home / "x.zip").stat().st_size < size << 13  # 1:128 at least
    before = state()
    done = measured(tmp_path / "peak", "import", "x.zip", limit=10)
    assert done.code == ExitCode.REFUSED, done
    assert "x.zip/Connections.csv: unpacks to far more than an export holds" in done.errors
    assert done.peak < 150
    assert state() == before


def pieces(step: int, whole: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the beginnings of a file, one for each of so many bytes."""
    for cut in range(0, len(whole), step):
        yield cut, whole[:cut]


@covers("Z1", "T11")
@pytest.mark.parametrize("kind", ["linkedin", "x"])
def test_an_export_cut_at_any_kibibyte_brings_nothing(run: Run, home: Path, kind: str) -> None:
    path = home / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for member in sorted((EXAMPLES / kind).rglob("*.*")):
            file.write(member, member.relative_to(EXAMPLES / kind))
    whole, before, refused = path.read_bytes(), state(), 0
    for cut, piece in pieces(1024, whole):
        path.write_bytes(piece)
        result = run("import", "x.zip")
        assert result.exit_code == ExitCode.REFUSED, cut
        assert result.stderr.startswith("netaudit: error: x.zip: "), cut
        assert result.stderr.count("\n") == 2
        refused += 1
    assert refused >= 15
    assert state() == before
    path.write_bytes(whole)
    assert run("import", "x.zip").exit_code == ExitCode.DONE
    assert state() != before
