"""The weekly summary without being asked: what is to be run, and the crontab that runs it."""

import os
import pwd
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from netaudit import clock
from netaudit.config import Config, config_path
from netaudit.errors import Unwritable, UsageError
from netaudit.scheduling import cron, crontab, launchd, systemd
from netaudit.scheduling.command import Job, Mail, read_address
from netaudit.scheduling.timing import Moment
from netaudit.workflows.reporting import is_export

SCHEDULERS = ("cron", "systemd", "launchd")


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is to be run and when; paths as they were given."""

    moment: Moment
    store: Path
    output: Path | None = None
    mail: str | None = None
    form: str | None = None
    only_if_changed: bool = False

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
        return self.beside_the_store("weekly.txt")


@dataclass(frozen=True, slots=True)
class ScheduleEdit:
    """A change of the crontab: the marked lines before and after it, empty where there are none."""

    before: str
    after: str
    notices: tuple[str, ...] = ()


def printed_schedule(scheduler: str, wanted: Schedule, config: Config) -> str:
    """Return what one of SCHEDULERS reads, as text to be put in its place."""
    if scheduler == "cron":
        return cron.block(wanted.moment, _job(wanted, config)).decode()
    job = _job(wanted, config, output=None if wanted.is_placed else wanted.usual_output)
    if scheduler == "systemd":
        return systemd.units(wanted.moment, job)
    return launchd.agent(wanted.moment, job, wanted.beside_the_store("weekly-errors.txt"))


def installed_schedule() -> str | None:
    """Return what stands in the crontab: empty if nothing, None where there is no `crontab`."""
    return _marked(crontab.read()) if crontab.exists() else None


def install_schedule(wanted: Schedule, config: Config, *, dry_run: bool) -> ScheduleEdit:
    """Put the command into the crontab, in the place of an earlier one."""
    new = cron.block(wanted.moment, _job(wanted, config))
    old = crontab.read()
    content = cron.put(old, new)
    if content != old and not dry_run:
        crontab.replace(old, content)
    notices = cron.notices(content, cron_mails=not wanted.is_placed)
    return ScheduleEdit(_marked(old), new.decode(), tuple(notices))


def remove_schedule(*, dry_run: bool) -> ScheduleEdit:
    """Take the command out of the crontab."""
    old = crontab.read()
    content = cron.take_out(old)
    if content != old and not dry_run:
        crontab.replace(old, content)
    return ScheduleEdit(_marked(old), "")


def schedule_doubts(wanted: Schedule, config: Config) -> list[str]:
    """Tell what may keep the summary from being what is expected."""
    told = []
    if not wanted.store.exists():
        told.append(f"there is no store yet at {wanted.store.absolute()}: import something first")
    here, days = _clock_zone(), config.timezone
    if wanted.moment.comes_early(clock.today(days), here, ZoneInfo(days)):
        told.append(
            f"at that time the day has not begun in {days}, where days are counted: the summary "
            "will be of the week before; say a later --at"
        )
    return told


def _job(wanted: Schedule, config: Config, *, output: Path | None = None) -> Job:
    """Return the command, with all that decides now what it does."""
    words = [*_program(), "weekly", "--as-of", wanted.moment.last_day, "--quiet"]
    words += ["--store", str(wanted.store.absolute())]
    if not config["timezone"] and os.environ.get("TZ"):
        words += ["--timezone", config.timezone]
    if wanted.only_if_changed:
        words.append("--only-if-changed")
    if wanted.form is not None:
        words += ["--format", wanted.form]
    if wanted.output is not None:
        output = _writable(wanted.output, wanted.store)
    if output is not None:
        words += ["--output", str(output)]
    mail = None
    if wanted.mail is not None:
        draft = wanted.beside_the_store("weekly-mail.txt")
        mail = Mail(_mail_program(), read_address(wanted.mail), draft)
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


def _writable(output: Path, store: Path) -> Path:
    path = output.expanduser().absolute()
    if path.is_dir():
        raise UsageError(f"{path} is a folder", hint="name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}", hint="make it, or name another")
    if path.resolve() in {store.resolve(), config_path().resolve()}:
        raise UsageError(f"{path} is in use by netaudit and would be lost", hint="name another")
    if path.is_file() and is_export(path):
        raise UsageError(
            f"{path} is a file that netaudit imports, and would be lost", hint="name another"
        )
    if not os.access(path.parent, os.W_OK):
        raise Unwritable(f"nothing can be written in {path.parent}", hint="name another folder")
    return path


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
