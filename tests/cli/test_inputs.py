"""What `netaudit import` makes of the shapes in which exports come, and of attacks."""

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.program import EXAMPLES, Run
from importers.hostile import EXPORT, HOSTILE, TEXT, Hostile, packed
from importers.made import INVITATIONS, LINK, MESSAGES, message
from netaudit.cli import importing
from netaudit.errors import ExitCode

CONTENT = EXAMPLES / "linkedin"
NAME = "Complete_LinkedInDataExport_11-14-2026.zip"
ROBIN, ADA = "Robin Quist|robin-quist-example", "Ada Kaltenbrun|ada-example"
PROFILE = "First Name,Last Name,Headline\nRobin,Quist,Beekeeper\n"
INVITED = (
    f'{INVITATIONS}\nRobin Quist,Bo Lind,"1/2/26, 9:15 AM",,OUTGOING,'
    f"{LINK}robin-quist-example,{LINK}bo-example\n"
)
#: One conversation of two: nobody could say who of them exported it.
SENT = f"{MESSAGES}\n" + message(ROBIN, ADA) + message(ADA, ROBIN)


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def _store(home: Path) -> Path:
    return home / ".local" / "share" / "netaudit" / "netaudit.db"


def _left(place: Path) -> list[str]:
    return sorted(str(path.relative_to(place)) for path in place.rglob("*") if path.is_file())


def _zipped(path: Path, top: str = "", *more: tuple[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in sorted(CONTENT.iterdir()):
            archive.write(member, top + member.name)
        for name, data in more:
            archive.writestr(name, data)
    return path


def _folder(path: Path) -> Path:
    shutil.copytree(CONTENT, path)
    return path


def _with_junk(at: Path) -> list[Path]:
    junk = [(f"__MACOSX/export/._{m.name}", b"\0\5\x16\7") for m in CONTENT.iterdir()]
    return [_zipped(at / NAME, "export/", ("export/.DS_Store", b"\0"), *junk)]


def _zip_in_zip(at: Path) -> list[Path]:
    inner = _zipped(at / "inner" / NAME)
    (at / "again.zip").write_bytes(packed((f"top/{NAME}", inner.read_bytes())))
    return [at / "again.zip"]


def _zip_in_folder(at: Path) -> list[Path]:
    _zipped(at / "Downloads" / NAME)
    (at / "Downloads" / "letter.txt").write_text("Dear Ada")
    return [at / "Downloads"]


def _single_files(_at: Path) -> list[Path]:
    return [path for path in sorted(CONTENT.iterdir()) if path.name != "Positions.csv"]


SHAPES: dict[str, Callable[[Path], list[Path]]] = {
    "ZIP": lambda at: [_zipped(at / NAME)],
    "folder": lambda at: [_folder(at / "export")],
    "folder in a folder": lambda at: [_folder(at / "Downloads" / "LinkedIn").parent],
    "top folder and junk": _with_junk,
    "ZIP by another name": lambda at: [_zipped(at / "export (1)")],
    ".zip.zip": lambda at: [_zipped(at / f"{NAME}.zip")],
    "folder called .zip": lambda at: [_folder(at / NAME)],
    "ZIP in a ZIP": _zip_in_zip,
    "ZIP in a folder": _zip_in_folder,
    "single files": _single_files,
}


def _report(run: Run, store: Path, paths: list[Path]) -> dict[str, Any]:
    given = [*map(str, paths), "--exported-on", "2026-11-14", "--store", str(store)]
    imported = run("import", *given)
    assert imported.exit_code == 0, imported.output
    shown = run("report", "--format", "json", "--all", "--store", str(store))
    assert shown.exit_code == 0, shown.output
    report: dict[str, Any] = json.loads(shown.stdout)
    (coverage,) = (s for s in report["sections"] if s["key"] == "coverage")
    (only,) = coverage["tables"]["imports"]
    del only["name"]
    return report


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_content_gives_the_same_report_in_whatever_shape(
    run: Run, home: Path, tmp_path: Path, shape: str
) -> None:
    as_zip = _report(run, tmp_path / "zip.db", [_zipped(tmp_path / "zip" / NAME)])
    paths = SHAPES[shape](tmp_path / "in")
    assert _report(run, tmp_path / "other.db", paths) == as_zip


def _part(path: Path, **files: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(*((f"{name}.csv", text) for name, text in files.items())))
    return str(path)


def _messages(run: Run) -> int:
    report = json.loads(run("report", "--format", "json", "--all").stdout)
    (coverage,) = (s for s in report["sections"] if s["key"] == "coverage")
    count: int = coverage["figures"]["interactions"]
    return count


#: What the part without messages holds, by which its owner is known.
FIRST = {
    "profile": {"Profile": PROFILE, "Connections": TEXT},
    "invitations": {"Invitations": INVITED, "Connections": TEXT},
}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("told_by", FIRST)
@pytest.mark.parametrize("place", ["command", "folder", "archive"])
def test_the_owner_that_one_part_tells_serves_the_other(
    run: Run, home: Path, told_by: str, place: str, order: int
) -> None:
    names = [f"1 {EXPORT}", f"2 {EXPORT}"][::order]
    one = _part(home / "in" / names[0], **FIRST[told_by])
    two = _part(home / "in" / names[1], messages=SENT)
    paths = {"command": [one, two][::order], "folder": [str(home / "in")]}
    if place == "archive":
        members = [(Path(part).name, Path(part).read_bytes()) for part in (one, two)[::order]]
        (home / "both.zip").write_bytes(packed(*members))
        paths["archive"] = [str(home / "both.zip")]
    result = run("import", *paths[place])
    assert result.exit_code == 0, result.output
    assert result.stdout.count("LinkedIn: ") == 2
    assert _messages(run) == 2


@pytest.mark.parametrize("told_by", FIRST)
def test_the_owner_of_one_import_serves_the_next(run: Run, home: Path, told_by: str) -> None:
    first = _part(home / "1.zip", **FIRST[told_by])
    second = _part(home / "2.zip", messages=SENT)
    refused = run("import", second)
    assert refused.exit_code == ExitCode.REFUSED
    assert "--me" in refused.stderr
    assert not _store(home).exists()
    assert run("import", first).exit_code == 0
    assert run("import", second).exit_code == 0
    assert _messages(run) == 2


def test_messages_that_tell_their_owner_may_come_first(run: Run, home: Path) -> None:
    others = [f"Cy Oak|c{n}-example" for n in range(5)]
    several = SENT + "".join(
        message(ROBIN, one, conversation=f"2-{one}", date=f"2026-02-0{n + 1} 10:00:00 UTC")
        for n, one in enumerate(others)
    )
    assert run("import", _part(home / "2.zip", messages=several)).exit_code == 0
    assert run("import", _part(home / "1.zip", **FIRST["invitations"])).exit_code == 0
    assert _messages(run) == 7


def test_parts_of_which_none_tells_the_owner_ask_for_me(run: Run, home: Path) -> None:
    parts = [_part(home / "1.zip", Connections=TEXT), _part(home / "2.zip", messages=SENT)]
    result = run("import", *parts)
    assert result.exit_code == ExitCode.REFUSED
    assert "2.zip/messages.csv: cannot tell which of these people is you" in result.stderr
    assert "--me https://www.linkedin.com/in/you" in result.stderr
    assert not _store(home).exists()
    assert run("import", *parts, "--me", "Robin Quist").exit_code == 0


def test_exports_of_two_members_in_one_command_are_refused(run: Run, home: Path) -> None:
    other = INVITED.replace("robin-quist", "somebody-else")
    parts = [_part(home / "1.zip", Invitations=INVITED), _part(home / "2.zip", Invitations=other)]
    result = run("import", *parts)
    assert result.exit_code == ExitCode.REFUSED
    assert "2.zip: this is the export of another member than 1.zip" in result.stderr


@pytest.mark.parametrize("again", ["./linkedin.csv", "{home}/linkedin.csv", "link.csv", "hard.csv"])
def test_a_file_given_twice_is_read_once_and_said(
    run: Run, home: Path, connections: Path, again: str
) -> None:
    (home / "link.csv").symlink_to("linkedin.csv")
    os.link(connections, home / "hard.csv")
    again = again.format(home=home)
    result = run("import", "linkedin.csv", again)
    assert result.exit_code == 0
    assert f"{again.removeprefix('./')}: given twice, and read once" in result.stderr
    assert result.stdout.count("LinkedIn: ") == 1
    assert "read 4 = 4 new" in result.stdout


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("inside", ["export/Connections.csv", f"export/{EXPORT}", "export/deep"])
def test_what_lies_in_a_folder_that_is_given_too_is_read_once(
    run: Run, home: Path, inside: str, order: int
) -> None:
    place = home / inside
    if place.suffix == ".zip":
        _part(place, Connections=TEXT)
    elif place.suffix:
        place.parent.mkdir()
        place.write_text(TEXT)
    else:
        place.mkdir(parents=True)
        (place / "Connections.csv").write_text(TEXT)
    result = run("import", *["export", str(place)][::order])
    assert result.exit_code == 0, result.output
    assert f"{place}: lies in export, and is read once" in result.stderr
    assert result.stdout.count("LinkedIn: ") == 1


def test_what_a_folder_passes_over_is_read_when_it_is_given_too(run: Run, home: Path) -> None:
    archive = _part(home / "export" / "holiday.zip", Connections=TEXT)
    (home / "export" / "log.csv").write_text("date,person\n2026-01-01,Ada Example\n")
    result = run("import", "export", archive)
    assert result.exit_code == 0
    assert "LinkedIn: holiday.zip" in result.stdout
    unknown = home / "export" / "other.csv"
    unknown.write_text("a,b\n1,2\n")
    assert "other.csv: not a file" in run("import", "export", str(unknown)).stderr


def test_a_file_of_a_folder_may_be_read_as_something_else(run: Run, home: Path) -> None:
    (home / "export").mkdir()
    for name in ("Connections.csv", "list.csv"):
        (home / "export" / name).write_text(TEXT if name[0] == "C" else "a,b\n1,2\n")
    given = ("export", "export/Connections.csv", "--as", "linkedin-connections")
    result = run("import", *given)
    assert result.exit_code == 0
    assert result.stdout.count("LinkedIn: ") == 2


@pytest.mark.parametrize("place", ["by itself", "in a folder", "in an archive"])
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_an_attack_is_one_sentence_and_leaves_nothing(
    run: Run, home: Path, spool: Path, hostile: Hostile, place: str
) -> None:
    path = home / "in" / EXPORT
    path.parent.mkdir()
    data = hostile.make()
    path.write_bytes(data if place != "in an archive" else packed((EXPORT, data)))
    before = _left(home)
    result = run("import", "in" if place == "in a folder" else f"in/{EXPORT}")
    assert result.exit_code == ExitCode.REFUSED, result.output
    assert EXPORT in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""
    assert len(result.stderr) < 600
    assert not _store(home).exists()
    assert _left(home) == before
    assert _left(spool) == []


def test_an_export_in_an_archive_is_imported_without_a_trace(
    run: Run, home: Path, spool: Path
) -> None:
    (home / "x.zip").write_bytes(packed((EXPORT, packed(("Connections.csv", TEXT)))))
    result = run("import", "x.zip")
    assert result.exit_code == 0
    assert f"LinkedIn: {EXPORT}, as of 2026-02-14" in result.stdout
    assert _left(spool) == []
    assert _left(home) == [".local/share/netaudit/netaudit.db", "x.zip"]


def test_a_file_of_an_inner_archive_has_a_bar(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_WORTH_A_BAR", 10_000)
    monkeypatch.setattr(importing, "on_terminal", lambda: True)
    (path,) = _zip_in_zip(home)
    result = run("import", str(path))
    assert result.exit_code == 0
    assert "messages.csv" in result.stderr


def test_an_archive_that_has_to_be_unpacked_is_pointed_at(run: Run, home: Path) -> None:
    inside = packed(("Connections.csv", TEXT))
    (home / "x.zip").write_bytes(packed(("holiday.zip", inside)))
    (home / "in").mkdir()
    (home / "in" / "holiday.zip").write_bytes(inside)
    assert "unpack x.zip, then import what is in it: holiday.zip" in run("import", "x.zip").stderr
    assert "hint: import that: holiday.zip" in run("import", "in").stderr
    assert not _store(home).exists()


def test_a_pipe_is_no_export(run: Run, home: Path) -> None:
    os.mkfifo(home / "pipe.zip")
    result = run("import", "pipe.zip")
    assert result.exit_code == ExitCode.USAGE
    assert "pipe.zip: not a regular file" in result.stderr
