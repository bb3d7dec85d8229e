"""What lies around the store: its files and who can read them, the disk, and what synchronises."""

import os
import re
import shlex
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from netaudit.audits import wording
from netaudit.audits.doctor import Finding, Fix
from netaudit.config import config_path
from netaudit.errors import ExitCode, NetauditError
from netaudit.store import Store, copies, migrations, placing
from netaudit.workflows.keeping import is_own_folder, size

#: Where Linux tells which disk is mounted where; other systems have no such file.
MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|9p|afs|ceph|ncpfs|davfs|fuse\.(sshfs|rclone|glusterfs|s3fs|davfs2?|gvfs\S*)"
)
_SYNCHRONISED = re.compile(
    r"(Dropbox|OneDrive|Nextcloud|ownCloud|Google Drive|GoogleDrive|iCloud Drive|Mobile Documents"
    r"|pCloudDrive|MEGA|Syncthing|Sync)( .*|-.*)?",
    re.IGNORECASE,
)
#: What such programs leave in the folder that they look after.
_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log")
_DAMAGED = r"\.damaged-\d{8}T\d{6}Z(-journal|-wal|-shm)?"
_ELSEWHERE = "keep it on a disk of this machine: --store FILE, or NETAUDIT_STORE"
_LEAST_ROOM = 16_000_000


class Exposed(NamedTuple):
    """A file or folder that others can get at, and the mode it is to have."""

    path: Path
    mode: int
    wanted: int


def kept(path: Path) -> list[Path]:
    """Return the copies beside the store, also the damaged ones that were set aside."""
    return [*migrations.backups(path), *sorted(placing.named_like(path, _DAMAGED))]


def permissions(path: Path) -> Finding:
    """Tell whether others can read what is the user's alone."""
    found = list(exposed(path))
    if found:
        named = ", ".join(f"{one.path} ({one.mode:04o})" for one in found)
        told, advice = f"others can get at {named}", "netaudit doctor --fix"
        return Finding("permissions", "problem", told, advice, ExitCode.UNWRITABLE)
    folder = path.parent
    with suppress(OSError):
        mode = folder.stat().st_mode
        if mode & (stat.S_IWGRP | stat.S_IWOTH) and not mode & stat.S_ISVTX:
            found_in = f"others can write in {folder}, and so put another store there"
            advice = shlex.join(["chmod", "go-w", str(folder)])
            return Finding("permissions", "warning", found_in, advice)
    return Finding("permissions", "ok", "none of your files can be read by others")


def exposed(path: Path) -> Iterator[Exposed]:
    """Yield the user's own files and folders that others can get at; no link is followed."""
    half = placing.named_like(path, placing.HALF_MADE)
    wanted = {path.with_name(f"{path.name}{end}"): 0o600 for end in ("", "-journal", "-wal")}
    wanted |= dict.fromkeys((*kept(path), *half), 0o600)
    if is_own_folder(path.parent):
        wanted = {path.parent: 0o700, **wanted}
    for one, mode in wanted.items():
        with suppress(OSError):
            about = one.lstat()
            kind = stat.S_ISDIR if mode == 0o700 else stat.S_ISREG
            if kind(about.st_mode) and about.st_uid == os.geteuid() and about.st_mode & 0o077:
                yield Exposed(one, stat.S_IMODE(about.st_mode), mode)
    with suppress(OSError, NetauditError):
        configuration = config_path()
        about = configuration.lstat()
        shared = about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        if stat.S_ISREG(about.st_mode) and about.st_uid == os.geteuid() and shared:
            mode = stat.S_IMODE(about.st_mode)
            yield Exposed(configuration, mode, mode & ~0o022)


def owner(path: Path) -> Finding:
    """Tell whether the store and its folder are the user's, and can be written."""
    for one in (path.parent, path, *kept(path)):
        with suppress(OSError):
            uid = one.lstat().st_uid
            if uid != os.geteuid() and not (one == path.parent and not is_own_folder(one)):
                told = f"{one} belongs to {_name(uid)}, not to {_name(os.geteuid())}"
                chown = shlex.join(["sudo", "chown", _name(os.geteuid()), str(one)])
                advice = f"{chown}; was netaudit run with sudo?"
                return Finding("owner", "warning", told, advice)
    for one in (path.parent, path):
        if one.exists() and not os.access(one, os.W_OK):
            found = f"nothing can be written to {one}: reports work, imports and log do not"
            return Finding("owner", "warning", found, shlex.join(["chmod", "u+w", str(one)]))
    return Finding("owner", "ok", "the store and its folder are yours")


def _name(uid: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


def place(path: Path) -> Finding:
    """Tell whether the store lies on a network, or in a folder that a program synchronises."""
    kind = _kind_of_disk(path)
    if kind is not None and _NETWORK.fullmatch(kind):
        found = f"{path.parent} is on a network ({kind}), where any database can be mangled"
        return Finding("place", "warning", found, _ELSEWHERE)
    for folder in path.parents:
        if _SYNCHRONISED.fullmatch(folder.name) or any((folder / m).exists() for m in _MARKS):
            found = f"{folder} is synchronised, which can mangle any database"
            advice = f"{_ELSEWHERE}; synchronise what `netaudit backup` writes"
            return Finding("place", "warning", found, advice)
    return Finding("place", "ok", "a disk of this machine" if kind else str(path.parent))


def _kind_of_disk(path: Path) -> str | None:
    """Return the kind of the file system that a path is on, None where nothing tells."""
    try:
        lines = MOUNTS.read_bytes().split(b"\n")
    except OSError:
        return None
    best: tuple[int, str | None] = (-1, None)
    for line in lines:
        left, _, right = line.partition(b" - ")
        words, kind = left.split(), right.split()
        if len(words) > 4 and kind:
            escaped = re.sub(rb"\\(\d{3})", lambda m: bytes([int(m[1], 8) & 255]), words[4])
            mounted = Path(os.fsdecode(escaped))
            depth = len(mounted.parts)
            # Of two on one place the later one is seen.
            if depth >= best[0] and path.is_relative_to(mounted):
                best = depth, kind[0].decode(errors="replace")
    return best[1]


def backups(path: Path) -> Finding:
    """Tell which copies lie beside the store: they hold what it holds."""
    found = list(migrations.backups(path))
    damaged = len(kept(path)) - len(found)
    if not found and not damaged:
        told_so = "none beside the store; to have one on another disk: netaudit backup FILE"
        return Finding("copies", "ok", told_so)
    told = []
    if found:
        since = wording.day(int(min(one.stat().st_mtime for one in found) // 86_400) + 719_163)
        told.append(f"{len(found)} beside the store, the oldest of {since}")
    if damaged:
        told.append(f"{damaged} damaged")
    total = sum(one.stat().st_size for one in kept(path))
    said = f"{', '.join(told)}: {size(total)}, as private as the store"
    if damaged:
        return Finding("copies", "warning", said, f"remove what you do not need: {path}.damaged-*")
    return Finding("copies", "ok", said)


def leftovers(path: Path) -> Finding:
    """Tell what killed processes left half-made."""
    found = list(placing.half_made(path))
    if not found:
        return Finding("leftovers", "ok", "nothing half-made")
    named = ", ".join(str(one) for one in found)
    return Finding(
        "leftovers", "warning", f"a killed netaudit left {named}", "netaudit doctor --fix"
    )


def room(path: Path) -> Finding:
    """Tell whether the disk has room for what an import, and a copy before it, may need."""
    folder = next(one for one in path.parents if one.is_dir())
    free = shutil.disk_usage(folder).free
    needed = max(_LEAST_ROOM, 3 * (path.stat().st_size if path.is_file() else 0))
    said = f"{size(free)} free on the disk"
    if free < needed:
        advice = f"make room: {size(needed)} are wanted for a copy and an import"
        return Finding("room", "warning", said, advice)
    return Finding("room", "ok", said)


def fix(path: Path, *, dry_run: bool) -> Iterator[Fix]:
    """Do what can be done without a question, and tell of each; or only tell."""
    would_be = "would be " if dry_run else ""
    for one in list(exposed(path)):
        done = f"made private: mode {one.wanted:04o} in place of {one.mode:04o}"
        if not dry_run:
            try:
                one.path.chmod(one.wanted)
            except OSError as error:
                done = f"still of mode {one.mode:04o}: {error.strerror}"
        yield Fix(str(one.path), f"{would_be}{done}")
    for left in list(placing.half_made(path)):
        yield Fix(str(left), f"{would_be}removed, as it is half-made")
    if not dry_run:
        placing.sweep(path)
    if _was_interrupted(path):
        if not dry_run:
            with Store.open(path):
                pass
        yield Fix(str(path), f"{would_be}rolled back to before a change that was never finished")


def _was_interrupted(path: Path) -> bool:
    try:
        told = copies.check_kind(path)
        with copies.looking(path):
            return False
    except copies.HalfChangedError:
        return told.version == migrations.VERSION
    except NetauditError:
        return False
