"""Looking after the store and what is around it. Nothing is written, unless it is asked for."""

import os
import platform
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from zoneinfo import ZoneInfo

from netaudit import __version__, clock
from netaudit.audits import horizon
from netaudit.audits.doctor import Finding, Fix
from netaudit.calendar import local_day
from netaudit.config import Config, config_path, load, system_timezone
from netaudit.errors import ExitCode, NetauditError, NoStore, StoreDamaged, UsageError
from netaudit.metrics.horizon import LOG, Source
from netaudit.scheduling.timing import Moment
from netaudit.store import Store, checkup, copies, migrations, placing, values
from netaudit.store.checkup import Pages
from netaudit.store.copies import HalfChangedError
from netaudit.store.store import damaged, sentences, way_back
from netaudit.workflows import scheduling, surroundings
from netaudit.workflows.keeping import size
from netaudit.workflows.naming import resolve_links

#: Which exit code counts where several checks have one: what is wrong with the store first.
EXIT_CODES = (
    ExitCode.DAMAGED, ExitCode.UNWRITABLE, ExitCode.NO_STORE, ExitCode.BUSY, ExitCode.USAGE,
)  # fmt: skip
_SHOWN = ("typer", "rich", "pandas")
#: Less free room in the file than this is not worth a word.
_MUCH, _SHARE = 10_000_000, 0.25


def chosen_zone(timezone: str | None) -> str:
    """Return the zone in which days are counted, also where the configuration is broken."""
    if timezone is not None:
        return Config({}).with_values(timezone=timezone).timezone
    _, config = _configuration()
    return config.timezone if config else system_timezone()


def look_after(store: Path, zone: str, *, deep: bool) -> list[Finding]:
    """Check everything there is to check, and go on whatever is found."""
    path = Path(os.path.realpath(store))
    configured, config = _configuration()
    found = [
        *_guarded("store", lambda: _store(path, zone, deep=deep)),
        *_guarded("place", lambda: [surroundings.place(path)]),
        *_guarded("permissions", lambda: [surroundings.permissions(path)]),
        *_guarded("owner", lambda: [surroundings.owner(path)]),
        *_guarded("copies", lambda: [surroundings.backups(path)]),
        *_guarded("leftovers", lambda: [surroundings.leftovers(path)]),
        *_guarded("room", lambda: [surroundings.room(path)]),
        configured,
        *_guarded("schedule", lambda: [_schedule(store, config)]),
        _versions(),
    ]
    return found if path.exists() else [one for one in found if _applies(one, path)]


def _applies(one: Finding, path: Path) -> bool:
    """Tell whether a finding says anything where there is no store."""
    is_of_it = one.check == "owner" or (one.check == "copies" and not surroundings.kept(path))
    return one.result != "ok" or not is_of_it


def exit_code(findings: list[Finding]) -> ExitCode:
    """Return the exit code of all findings together."""
    found = {one.code for one in findings}
    return next((code for code in EXIT_CODES if code in found), ExitCode.DONE)


def fix(store: Path, *, dry_run: bool) -> list[Fix]:
    """Put right what needs no question, or only tell what that would be."""
    path = Path(os.path.realpath(store))
    with sentences(path):
        return list(surroundings.fix(path, dry_run=dry_run))


def _guarded(check: str, look: Callable[[], "list[Finding] | Iterator[Finding]"]) -> list[Finding]:
    """Return what a check finds; that it could not be made is a finding as well."""
    found: list[Finding] = []
    try:
        found.extend(look())
    except NetauditError as error:
        hint = error.hint or ""
        found.append(Finding(check, "problem", error.message, hint, error.exit_code))
    except OSError as error:
        said = error.strerror or "the system refused a file"
        found.append(Finding(check, "warning", f"could not be looked at: {said}"))
    return found


def _store(path: Path, zone: str, *, deep: bool) -> Iterator[Finding]:
    """Look into the store, without the least change to it."""
    with sentences(path):
        if not path.exists():
            raise _missing(path)
    try:
        told = copies.check_kind(path)
        _refuse_linked(path)
    except StoreDamaged as error:
        yield _damaged(path, error, error.hint)
        return
    if told.version < migrations.VERSION:
        yield _older(path, told.version)
        return
    try:
        with copies.looking(path) as connection:
            copies.examine(connection, path, deep=deep)
            yield _whole(path, checkup.pages(connection), uses_wal=told.uses_wal)
            yield from _told(connection, zone)
            if deep:
                yield _derived(Store(connection, path, clock.now))
    except HalfChangedError as error:
        advice = "netaudit doctor --fix rolls it back, as the next command does"
        yield Finding("store", "warning", error.message, advice)
    except StoreDamaged as error:
        yield _damaged(path, error, None)
    except values.ODD:
        with copies.looking(path) as connection:
            if not any(values.impossible(connection)):
                raise
        yield _damaged(path, damaged(path), way_back(path))


def _damaged(path: Path, error: StoreDamaged, hint: str | None) -> Finding:
    return Finding("store", "problem", error.message, hint or way_back(path), error.exit_code)


def _refuse_linked(path: Path) -> None:
    if path.stat().st_nlink > 1 and not list(placing.half_made(path)):
        raise StoreDamaged(
            f"{path}: the file has a second name (a hard link), so it is not written",
            hint="copy it in place of linking it",
        )


def _missing(path: Path) -> NetauditError:
    if migrations.backups(path):
        return StoreDamaged(
            f"{path}: the store is gone, but copies of it lie beside its place", hint=way_back(path)
        )
    return NoStore(
        f"there is no store yet at {path}", hint="begin with: netaudit import YOUR-EXPORT.zip"
    )


def _older(path: Path, version: int) -> Finding:
    return Finding(
        "store", "warning",
        f"{path}: of store version {version}; this netaudit has version {migrations.VERSION}",
        "use it: the next command copies it, and brings it up to date",
    )  # fmt: skip


def _whole(path: Path, pages: Pages, *, uses_wal: bool) -> Finding:
    said = f"whole, {size(pages.size)}"
    if pages.free > _MUCH and pages.free > _SHARE * pages.size:
        said += f", {pages.free / pages.size:.0%} of it free for what comes"
    if uses_wal:
        advice = "use it: the next command sets that back"
        said = f"{said}, put in WAL mode by some tool: {path}"
        return Finding("store", "warning", said, advice)
    return Finding("store", "ok", f"{said}: {path}")


def _derived(store: Store) -> Finding:
    if impossible := list(values.impossible(store.connection)):
        found = f"holds what netaudit never wrote: {', '.join(impossible)}"
        return Finding("derived", "problem", found, way_back(store.path), ExitCode.DAMAGED)
    wrong = list(checkup.contradictions(store, resolve_links))
    if not wrong:
        return Finding("derived", "ok", "all that follows from the facts does")
    advice = (
        "import an export: that derives links and columns anew; for the rest: netaudit restore FILE"
    )
    found = f"does not follow from the facts: {', '.join(wrong)}"
    return Finding("derived", "problem", found, advice, ExitCode.DAMAGED)


def _told(connection: sqlite3.Connection, zone: str) -> Iterator[Finding]:
    """Tell how old the data is."""
    now, today = clock.now(), clock.today(zone).toordinal()
    sources = checkup.sources(connection, today)
    yield from map(_export, sources)
    if not sources:
        found = "no export of a platform was imported"
        yield Finding("exports", "warning", found, horizon.advice("linkedin", "one"))
    logged = checkup.last_logged(connection, now + 86_400)
    if logged is None:
        yield Finding("log", "ok", "nothing is logged")
    else:
        day = local_day(*logged, ZoneInfo(zone))
        yield Finding("log", "ok", horizon.reach((Source(LOG, day, None),))[0])
    if future := checkup.from_the_future(connection, now):
        found = f"{future:,} imports say they were made later than now"
        yield Finding("clock", "warning", found, "set the clock of this machine, if it is wrong")
    else:
        yield Finding("clock", "ok", "no import is of the future")


def _export(source: Source) -> Finding:
    """Say of a source, in the words of the reports, until when it reaches and what to do."""
    if not horizon.due((source,)):
        return Finding("exports", "ok", horizon.reach((source,))[0])
    (note,) = horizon.exports((source,))
    advice = horizon.advice(source.source, "it")
    return Finding("exports", "warning", note.removesuffix(advice).rstrip(), advice)


def _configuration() -> tuple[Finding, Config | None]:
    try:
        config = load(config_path())
    except UsageError as error:
        hint = error.hint or ""
        return Finding("configuration", "problem", error.message, hint, error.exit_code), None
    found = str(config.path) if config.path else "none, so the defaults hold"
    return Finding("configuration", "ok", found), config


def _schedule(store: Path, config: Config | None) -> Finding:
    """Tell whether a weekly run is installed, and how the last one went."""
    try:
        installed = scheduling.installed_schedule()
    except NetauditError as error:
        return Finding("schedule", "warning", error.message, error.hint or "")
    if config is not None:
        wanted = scheduling.Schedule(Moment(0, 7, 0), store)
        for path, moment in scheduling.failed_runs(installed, wanted, config):
            found = f"a weekly run went wrong, {moment}"
            return Finding("schedule", "warning", found, f"read what it said in {path}")
    if installed:
        return Finding("schedule", "ok", "a weekly run is in your crontab, and went well")
    found = "no weekly run in your crontab; to set one up: netaudit schedule"
    return Finding("schedule", "ok", found)


def _versions() -> Finding:
    parts = [
        f"netaudit {__version__}", f"store {migrations.VERSION}",
        f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}",
        *(f"{name} {metadata.version(name)}" for name in _SHOWN),
    ]  # fmt: skip
    said = ", ".join(parts)
    if not _notices_overlaps():
        return Finding(
            "versions", "warning", f"{said}; this Python does not notice ZIP files made to explode",
            "use Python 3.11.8, 3.12.2 or newer; until then import only what you downloaded"
            " yourself",
        )  # fmt: skip
    return Finding("versions", "ok", said)


def _notices_overlaps() -> bool:
    """Tell whether Python refuses ZIP files whose members overlap, whatever its number says.

    Distributions repair it (CVE-2024-0450) and keep the number.
    """
    return sys.version_info >= (3, 13) or "_end_offset" in zipfile.ZipInfo.__slots__
