"""The configuration: one table of options from which parsing, help and the docs page come."""

import os
import re
import stat
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from netaudit.calendar import Span
from netaudit.errors import UsageError
from netaudit.normal import name_key

#: Channels the program knows, with the medium of each.
CHANNELS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("comment", "mention", "reply"), "public")
    | dict.fromkeys(("linkedin", "dm", "email", "sms", "whatsapp", "letter", "message"), "text")
    | dict.fromkeys(("call", "video"), "voice")
    | dict.fromkeys(("meeting", "coffee", "meal", "event", "visit"), "in_person")
)
ALIASES: Mapping[str, str] = MappingProxyType({
    "lunch": "meal", "dinner": "meal", "breakfast": "meal", "brunch": "meal", "drinks": "meal",
    "phone": "call", "telephone": "call", "phone_call": "call", "zoom": "video",
    "videocall": "video", "video_call": "video", "in_person": "meeting",
    "mail": "email", "e-mail": "email", "text": "sms", "chat": "message",
    "signal": "message", "telegram": "message", "conference": "event",
})  # fmt: skip
MEDIA = ("public", "text", "voice", "in_person")
BY = ("anyone", "me")
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Option:
    """One key of the configuration file."""

    key: str
    default: Any
    about: str
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Channels:
    """The words for channels: the program's own, then the user's."""

    media: Mapping[str, str]
    aliases: Mapping[str, str]

    def resolve(self, word: str) -> tuple[str, str] | None:
        """Return (channel, medium) for a word, or None if nobody defined it."""
        key = name_key(word).replace(" ", "_")
        key = self.aliases.get(key, key)
        medium = self.media.get(key)
        return None if medium is None else (key, medium)

    def nearest(self, word: str) -> str | None:
        """Return the channel that `word` may be a slip of, None if it is like none."""
        from rapidfuzz import process

        best = process.extractOne(
            word.strip().casefold(), sorted({*self.media, *self.aliases}), score_cutoff=75
        )
        return best[0] if best else None


def _timezone(value: object) -> str:
    if not isinstance(value, str) or value not in available_timezones():
        raise ValueError("an IANA time zone such as 'Europe/Lisbon'")
    return value


def _whole(value: object, *, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(f"a whole number from {least} to {most}")
    return value


def _span(value: object) -> str:
    wrong = ValueError("a span of time such as '30d', '4w', '3mo' or '1y'")
    if not isinstance(value, str):
        raise wrong
    try:
        return str(Span.parse(value))
    except UsageError:
        raise wrong from None


def _one_of(value: object, *, words: tuple[str, ...]) -> str:
    if value not in words:
        raise ValueError(" or ".join(repr(w) for w in words))
    return str(value)


def _channels(value: object) -> dict[str, str]:
    known = set(MEDIA) | set(CHANNELS)
    if not isinstance(value, dict):
        raise ValueError(  # noqa: TRY004 - every wrong value is a ValueError here
            "a table such as [channels] with lines like bowling = 'in_person'"
        )
    for word, meaning in value.items():
        if not (isinstance(meaning, str) and meaning in known):
            raise ValueError(
                f"for '{word}' a medium ({', '.join(MEDIA)}) or a channel it is another word for"
            )
    return {name_key(word).replace(" ", "_"): meaning for word, meaning in value.items()}


#: Every option there is. The docs page and `netaudit config` are made from this table.
OPTIONS: tuple[Option, ...] = (
    Option(
        "timezone", "",
        "Time zone in which days are counted; empty: the system's.",
        lambda v: v if v == "" else _timezone(v),
    ),
    Option(
        "max_group", 8,
        "A written message in a group of more people than this is a mass message, no contact.",
        partial(_whole, least=1, most=100_000),
    ),
    Option(
        "channels", MappingProxyType({}),
        "Your own words for channels: each names a medium (public, text, voice, in_person) "
        "or the channel it is another word for.",
        _channels,
    ),
    Option(
        "report.stale", "30d",
        "Nobody touched for this long is stale.", _span,
    ),
    Option(
        "report.window", "365d",
        "How far back an exchange still makes somebody part of the network.", _span,
    ),
    Option(
        "report.by", "anyone",
        "Whose touches keep a contact fresh: anyone's, or only me.",
        partial(_one_of, words=BY),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration in force, and where it was read from (None: defaults only)."""

    values: Mapping[str, Any]
    path: Path | None = None

    def with_values(self, **values: object) -> "Config":
        """Return a copy with some values replaced by what the command line says."""
        checked = dict(self.values)
        for name, value in values.items():
            option = next(o for o in OPTIONS if o.key.rpartition(".")[2] == name)
            try:
                checked[option.key] = option.read(value)
            except ValueError as wanted:
                raise UsageError(f"--{name} must be {wanted}") from None
        return Config(checked, self.path)

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - each option has its own type
        return self.values[key]

    @property
    def timezone(self) -> str:
        """The time zone in which days are counted."""
        return self.values["timezone"] or system_timezone()

    @property
    def channels(self) -> Channels:
        """The words for channels, the user's own included."""
        media, aliases = dict(CHANNELS), dict(ALIASES)
        for word, meaning in self.values["channels"].items():
            if meaning in MEDIA:
                media[word] = meaning
            else:
                aliases[word] = meaning
        return Channels(media, aliases)


def load(path: Path) -> Config:
    """Read the configuration file at `path`; a missing file means the defaults.

    A key or value that makes no sense is a UsageError that names file and line.
    """
    values = {option.key: option.default for option in OPTIONS}
    text = _read(path)
    if text is None:
        return Config(values)
    parsed = _parse(path, text)
    for key, value in _flat(parsed).items():
        option = next((o for o in OPTIONS if o.key == key), None)
        place = f"{path}:{_line_of(text, key)}"
        if option is None:
            raise UsageError(f"{place}: unknown option '{key}'", hint=_nearest(key))
        try:
            values[key] = option.read(value)
        except ValueError as wanted:
            place = f"{path}:{_line_of(text, *_wrong_words(value), key)}"
            raise UsageError(f"{place}: '{key}' must be {wanted}") from None
    return Config(values, path)


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.rstrip().count("\n") + 1  # the end is wrong
        raise UsageError(f"{path}:{line}: this is not valid TOML") from None
    except RecursionError:
        raise UsageError(f"{path}: this is nested too deeply") from None
    except ValueError:  # of Python, for an integer with thousands of digits
        raise UsageError(f"{path}: a number has more digits than can be read") from None


def _wrong_words(value: object) -> list[str]:
    """Return the keys of a table of channels whose meanings are none."""
    table = value if isinstance(value, dict) else {}
    return [word for word, meaning in table.items() if meaning not in (*MEDIA, *CHANNELS)]


def _read(path: Path) -> str | None:
    if str(path) == os.devnull:  # a way to say that there is none
        return None
    try:
        with open(path, "rb", opener=_at_once) as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode):
                raise UsageError(f"{path}: not a regular file")
            if mode & (stat.S_IWGRP | stat.S_IWOTH):
                raise UsageError(
                    f"{path}: others can write to this file, so it is not read",
                    hint=f"chmod go-w '{path}'",
                )
            data = file.read(_MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{path}: larger than 1 MiB, which no configuration is")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: this is not UTF-8 text") from None


def _at_once(path: str, flags: int) -> int:
    """Open without waiting for somebody who writes to a pipe."""
    return os.open(path, flags | os.O_NONBLOCK)


def _flat(parsed: dict[str, Any]) -> dict[str, Any]:
    tables = {option.key.partition(".")[0] for option in OPTIONS if "." in option.key}
    flat: dict[str, Any] = {}
    for key, value in parsed.items():
        if key in tables and isinstance(value, dict):
            flat |= {f"{key}.{inner}": v for inner, v in value.items()}
        else:
            flat[key] = value
    return flat


def _line_of(text: str, *keys: str) -> int:
    """Return the line of the first key that begins one; the first line if none does."""
    for key in keys:
        last = re.escape(key.rpartition(".")[2])
        pattern = re.compile(rf"""\s*(?:\[\s*)?(?:[\w.]*\.)?["']?{last}["']?\s*(?:=|\]|\.)""")
        for number, line in enumerate(text.split("\n"), 1):
            if pattern.match(line):
                return number
    return 1


def _nearest(key: str) -> str:
    from rapidfuzz import process

    known = [option.key for option in OPTIONS]
    best = max(process.extract(key, known), key=itemgetter(1))
    return f"did you mean '{best[0]}'?" if best[1] >= 60 else f"known: {', '.join(known)}"


def system_timezone() -> str:
    """Return the system's IANA time zone: TZ, then what /etc/localtime links to, then UTC."""
    candidates = [os.environ.get("TZ", "").removeprefix(":")]
    candidates.append(os.path.realpath("/etc/localtime").partition("zoneinfo/")[2])
    for name in candidates:
        try:
            if name and not name.startswith(("/", ".")):
                return ZoneInfo(name).key
        except (ValueError, OSError, LookupError):
            continue
    return "UTC"


def describe(value: object) -> str:
    """Write a configuration value as it stands in TOML."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{k} = {describe(v)}" for k, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


def config_path() -> Path:
    """Where the configuration file is: NETAUDIT_CONFIG, else the user's config folder."""
    return _chosen("NETAUDIT_CONFIG") or _folder("config") / "config.toml"


def store_path() -> Path:
    """Where the store is: NETAUDIT_STORE, else the user's data folder."""
    return _chosen("NETAUDIT_STORE") or _folder("data") / "netaudit.db"


def _chosen(variable: str) -> Path | None:
    value = os.environ.get(variable, "")
    return expanded(Path(value)) if value else None


def expanded(path: Path) -> Path:
    """Return a path with `~` and `~user` replaced by the home folder."""
    try:
        return path.expanduser()
    except RuntimeError:  # of Python, where neither HOME nor the list of users tells
        raise UsageError(
            f"nobody knows the home folder of '{path.parts[0]}'", hint="set HOME, or write it out"
        ) from None


def _home_by_list_of_users() -> Path:
    import pwd

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        raise UsageError(
            "nobody knows your home folder", hint="set HOME, or NETAUDIT_STORE and NETAUDIT_CONFIG"
        ) from None


def _folder(kind: str) -> Path:
    """Return `<data or config folder>/netaudit`; a relative XDG variable does not count."""
    base = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
    if base and Path(base).is_absolute():
        return Path(base) / "netaudit"
    # An empty HOME is none; Python would take it for the root of all.
    home = expanded(Path("~")) if os.environ.get("HOME") else _home_by_list_of_users()
    if not home.is_absolute():
        raise UsageError("HOME is not an absolute path", hint="set HOME, or name --store")
    if base:  # platformdirs would believe a relative variable
        return home / (".config" if kind == "config" else ".local/share") / "netaudit"
    import platformdirs

    found = platformdirs.user_config_path if kind == "config" else platformdirs.user_data_path
    return found("netaudit", appauthor=False)
