"""Packs the example exports as the program carries them, for `netaudit demo`."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

#: Where the program looks for them.
ROOM = Path(__file__).parents[1] / "src/netaudit/workflows/demo_data"
#: Of no file a time is told: the same content is the same archive.
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_ARCHIVES = ("linkedin", "x")


def packed(files: Mapping[str, str]) -> dict[str, bytes]:
    """Return the example files as they are given out: an archive of each platform, and the rest."""
    found = {f"{name}.zip": _archive(_below(files, name)) for name in _ARCHIVES}
    return found | {name: text.encode() for name, text in files.items() if "/" not in name}


def write(files: Mapping[str, str], room: Path) -> Iterator[Path]:
    """Write what differs in content from what is there; other zlibs pack the same otherwise."""
    room.mkdir(parents=True, exist_ok=True)
    for name, data in packed(files).items():
        path = room / name
        if not path.exists() or unpacked(path.read_bytes()) != unpacked(data):
            path.write_bytes(data)
            yield path


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive by name; of anything else the whole, without a name."""
    if not zipfile.is_zipfile(BytesIO(data)):
        return {"": data}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _below(files: Mapping[str, str], folder: str) -> dict[str, bytes]:
    lead = f"{folder}/"
    return {
        name.removeprefix(lead): text.encode()
        for name, text in sorted(files.items())
        if name.startswith(lead)
    }


def _archive(files: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()
