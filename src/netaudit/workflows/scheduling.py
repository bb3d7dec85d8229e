"""The weekly summary without being asked: what is to be run, and the crontab that runs it."""

import os
import pwd
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from netaudit import clock
from netaudit.config import Config, config_path, expanded
from netaudit.errors import Unwritable, UsageError
from netaudit.scheduling import cron, crontab, launchd, systemd
from netaudit.scheduling.command import Job, Mail, noted_errors, read_address
from netaudit.scheduling.timing import Moment
from netaudit.workflows.history import moment

SCHEDULERS = ("cron", "systemd", "launchd")
_ENDINGS = {"json": ".json", "markdown": ".md", "html": ".html"}
_SENDMAILS = ("/usr/sbin/sendmail", "/usr/lib/sendmail")


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is to be run and when; paths as they were given."""

    moment: Moment
    store: Path
    output: Path | None = None
    mail: str | None = None
    form: str | None = None
    only_if_changed: bool = False
    anonymize: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether it is said where the summary goes."""
        return self.output is not None or self.mail is not None

    def beside_the_store(self, name: str) -> Path:
        """Return a file in the folder of the store."""
        return self.store.absolute().parent / name

    @property
    def usual_output(self) -> Path:
        """Where it goes if nothing is said and the scheduler mails nothing by itself."""
        return self.beside_the_store(f"weekly{_ENDINGS.get(self.form or '', '.txt')}")

    @property
    def errors(self) -> Path:
        """Where it is written what went wrong."""
        return self.beside_the_store("netaudit-weekly-errors.txt")


@dataclass(frozen=True, slots=True)
class ScheduleEdit:
    """A change of the crontab: the marked lines before and after it, empty where there are none."""

    before: str
    after: str
    notices: tuple[str, ...] = ()


def printed_schedule(scheduler: str, wanted: Schedule, config: Config) -> str:
    """Return what one of SCHEDULERS reads, as text to be put in its place."""
    if scheduler == "cron":
        return _block(wanted, config).decode()
    job = _job(wanted, config, output=None if wanted.is_placed else wanted.usual_output)
    if scheduler == "systemd":
        return systemd.units(wanted.moment, job)
    return launchd.agent(wanted.moment, job, wanted.errors)


def installed_schedule() -> str | None:
    """Return what stands in the crontab: empty if nothing, None where there is no `crontab`."""
    return _marked(crontab.read()) if crontab.exists() else None


def install_schedule(wanted: Schedule, config: Config, *, dry_run: bool) -> ScheduleEdit:
    """Put the command into the crontab, in the place of an earlier one."""
    new = _block(wanted, config)
    before, content = _edited(wanted.store, lambda old: cron.put(old, new), dry_run=dry_run)
    notices = cron.notices(content, cron_mails=not wanted.is_placed)
    return ScheduleEdit(before, new.decode(), tuple(notices))


def remove_schedule(store: Path, *, dry_run: bool) -> ScheduleEdit:
    """Take the command out of the crontab."""
    before, _ = _edited(store, cron.take_out, dry_run=dry_run)
    return ScheduleEdit(before, "")


def _edited(store: Path, edit: Callable[[bytes], bytes], *, dry_run: bool) -> tuple[str, bytes]:
    """Change the crontab; return the marked lines of before, and all of it afterwards."""
    with crontab.alone():
        old = crontab.read()
        content = edit(old)
        if content != old and not dry_run:
            crontab.replace(old, content, store.absolute().parent)
    return _marked(old), content


def failed_runs(
    installed: str | None, wanted: Schedule, config: Config
) -> Iterator[tuple[Path, str]]:
    """Yield where it is written what went wrong, and when it did; a good run leaves nothing."""
    noted = noted_errors(installed or "") or wanted.errors
    for path in dict.fromkeys((noted, wanted.errors)):
        if path.is_file() and (about := path.stat()).st_size > 0:
            yield path, moment(int(about.st_mtime), config.timezone)


def schedule_doubts(wanted: Schedule, config: Config, *, cron_mails: bool) -> list[str]:
    """Tell what may keep the summary from being what is expected, or from coming at all."""
    told = []
    if cron_mails and not (shutil.which("sendmail") or any(map(os.path.exists, _SENDMAILS))):
        told.append(
            "there is no program `sendmail` here, by which cron mails: nobody would get the "
            "summary; say -o FILE"
        )
    if not wanted.store.exists():
        told.append(f"there is no store yet at {wanted.store.absolute()}: import something first")
    here, days = _clock_zone(), config.timezone
    if wanted.moment.comes_early(clock.today(days), here, ZoneInfo(days)):
        told.append(
            f"at that time the day has not begun in {days}, where days are counted: the summary "
            "will be of the week before; say a later --at"
        )
    return told


def _block(wanted: Schedule, config: Config) -> bytes:
    errors = None if wanted.output is None else wanted.errors
    return cron.block(wanted.moment, replace(_job(wanted, config), errors=errors))


def _job(wanted: Schedule, config: Config, *, output: Path | None = None) -> Job:
    """Return the command, with all that decides now what it does."""
    words = [*_program(), "weekly", "--as-of", wanted.moment.last_day, "--quiet"]
    words += ["--store", str(wanted.store.absolute())]
    if not config["timezone"] and os.environ.get("TZ"):
        words += ["--timezone", config.timezone]
    if wanted.only_if_changed:
        words.append("--only-if-changed")
    if wanted.anonymize:
        words.append("--anonymize")
    if wanted.form is not None:
        words += ["--format", wanted.form]
    if wanted.output is not None:
        output = _place(wanted)
    if output is not None:
        words += ["--output", str(output)]
    mail = None
    if wanted.mail is not None:
        mail = Mail(_mail_program(), read_address(wanted.mail))
    return Job(tuple(words), _environment(), mail)


def _marked(content: bytes) -> str:
    found = cron.find(content)
    return "" if found is None else content[slice(*found)].decode(errors="replace")


def _program() -> list[str]:
    """Return how this very netaudit is started, without a PATH to look it up in."""
    for place in (Path(sys.argv[0]), Path(sys.executable).with_name("netaudit")):
        # A name alone may have been found anywhere, and a link that pipx made outlives its target.
        if place.name == "netaudit" and len(place.parts) > 1 and os.access(place, os.X_OK):
            return [str(place.absolute())]
    return [sys.executable, "-m", "netaudit"]


def _environment() -> dict[str, str]:
    """Return the variables without which the configuration would be looked for elsewhere."""
    moved = any(os.environ.get(name) for name in ("NETAUDIT_CONFIG", "XDG_CONFIG_HOME"))
    if moved or os.environ.get("HOME") != _home_of_record():
        return {"NETAUDIT_CONFIG": str(config_path().absolute())}
    return {}


def _home_of_record() -> str | None:
    """Return the HOME that schedulers set."""
    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return None


def _place(wanted: Schedule) -> Path:
    """Return the file for the summary, which is to be written also when nobody is there."""
    path = expanded(Path(wanted.output or "")).absolute()
    if path.is_dir():
        raise UsageError(f"{path} is a folder", hint="name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}", hint="make it, or name another")
    if path.resolve() == wanted.errors.resolve():
        raise UsageError(f"{path} is in use by netaudit and would be lost", hint="name another")
    if not os.access(path.parent, os.W_OK):
        raise Unwritable(f"nothing can be written in {path.parent}", hint="name another folder")
    _refuse_taken(wanted.errors)
    return path


def _refuse_taken(path: Path) -> None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise UsageError(f"{path} is no file, and is needed for one", hint="move it elsewhere")


def _mail_program() -> Path:
    found = shutil.which("mail")
    if found is None:
        raise UsageError(
            "there is no program `mail` on this machine to send it with",
            hint="install one (on Debian: bsd-mailx), or write a file with -o FILE",
        )
    return Path(found).absolute()


def _clock_zone() -> tzinfo:
    """Return the zone of the machine's clock: schedulers know nothing of the user's TZ."""
    try:
        with Path("/etc/localtime").open("rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return UTC
