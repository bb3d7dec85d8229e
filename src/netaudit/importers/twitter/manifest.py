"""manifest.js: whose archive it is, of which day, and how much should be in it."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from netaudit.config import Channels
from netaudit.importers.base import Context
from netaudit.importers.source import File, shown
from netaudit.importers.twitter import js
from netaudit.records import Owner, Platform, Record, TieKind

_DATED_NAME = re.compile(r"twitter-(\d{4}-\d{2}-\d{2})-", re.IGNORECASE | re.ASCII)


class Manifest:
    """The archive's own list of what is in it."""

    name = "x-manifest"
    title = "the manifest of an X archive"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = True

    def identify(self, file: File) -> bool:
        """Claim by the name of what the script assigns."""
        found = js.script(file)
        return found is not None and found.name == "__THAR_CONFIG"

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield nothing: what it says is held against the other files (see `check`)."""
        js.single(file, context)
        return iter(())


@dataclass(frozen=True)
class Check:
    """How what was read compares with what should be there.

    `doubtful` are the scripts (`follower`) of which not all is there, `notices` say so;
    `agreeing` are the names of files with as many elements as the manifest says, and how many.
    """

    notices: tuple[str, ...]
    doubtful: frozenset[str]
    agreeing: tuple[tuple[str, int], ...]


def generated_on(files: Sequence[File], name: str) -> int | None:
    """Return the day on which an archive was made: as its manifest says, else its `name`."""
    for manifest in _manifests(files):
        made = js.text(js.record(manifest, "archiveInfo"), "generationDate")
        if day := _day(made[:10]):
            return day
    dated = _DATED_NAME.match(name)
    return _day(dated[1]) if dated else None


def _day(text: str) -> int | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").toordinal()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def check(manifests: Sequence[File], read: Sequence[File], elements: Mapping[str, int]) -> Check:
    """Hold the number of `elements` of the scripts that were `read` against the manifest.

    Without a manifest, gaps in the numbers of the parts are all that can be seen.
    """
    scripts = {found: file for file in read if (found := js.script(file)) is not None}
    notices: list[str] = []
    agreeing: list[tuple[str, int]] = []
    doubtful: set[str] = set()
    listed: set[js.Script] = set()
    names = {script.name for script in scripts}
    for manifest in _manifests(manifests):
        if _is_partial(manifest):
            notices.append(
                "the archive calls itself partial: nobody is missing for not being in it"
            )
            doubtful |= names
        for script, name, count in _promised(manifest):
            listed.add(script)
            file = scripts.get(script)
            if file is not None and elements.get(file.shown) == count:
                agreeing.append((file.name, count))
            elif file is not None:
                count_read = elements.get(file.shown, 0)
                notices.append(f"{file.shown}: the manifest says {count:,}, read {count_read:,}")
                doubtful.add(script.name)
            elif count and (script.name in names or _is_missed(script.name, names)):
                notices.append(f"{name}: the manifest lists it with {count:,}, but it is not there")
                doubtful.add(script.name)
    for name, missing in _gaps(scripts.keys(), listed):
        notices.append(f"{name}: {missing}")
        doubtful.add(name)
    return Check(tuple(notices), frozenset(doubtful), tuple(agreeing))


def _manifests(files: Sequence[File]) -> Iterator[dict[str, object]]:
    for file in files:
        yield js.single(file, ahead())


def ahead() -> Context:
    """Return a context for looking ahead: what there is to notice is said when a file is read."""
    return Context(Owner(), "UTC", Channels({}, {}), [])


def _is_partial(manifest: dict[str, object]) -> bool:
    info = js.record(manifest, "archiveInfo")
    return any(info.get(key) is True for key in ("isPartialArchive", "isArchivePartial"))


def _promised(manifest: dict[str, object]) -> Iterator[tuple[js.Script, str, int]]:
    """Yield the script, file name and number of elements of each file that is listed."""
    for kind in js.record(manifest, "dataTypes").values():
        for file in js.records(kind, "files") if isinstance(kind, dict) else ():
            named = _GLOBAL_NAME.fullmatch(js.text(file, "globalName"))
            count = js.number(file, "count")
            if named and count:
                yield js.Script(named[1], named[2]), shown(js.text(file, "fileName")), int(count)


#: Scripts of which the absence is worth a word, each with those that do as well.
_INSTEAD = {
    "following": (), "follower": (), "tweets": ("tweet",), "tweet": ("tweets",),
    "direct_messages": ("direct_message_headers",),
    "direct_messages_group": ("direct_message_group_headers",),
}  # fmt: skip
_GLOBAL_NAME = re.compile(r"YTD\.(\w+)\.part(\d{1,9})", re.ASCII)


def _is_missed(name: str, names: set[str]) -> bool:
    return name in _INSTEAD and names.isdisjoint(_INSTEAD[name])


def _gaps(read: Set[js.Script], listed: Set[js.Script]) -> Iterator[tuple[str, str]]:
    """Yield of each script which parts are missing before another one that was read.

    Those that the manifest lists are there, or their absence is said already.
    """
    for name in sorted({script.name for script in read}):
        there = _parts(read, name)
        last = max(there, default=-1)
        known = sorted(part for part in there | _parts(listed, name) if part <= last)
        for before, part in pairwise([-1, *known]):
            if (missing := part - before - 1) == 1:
                yield name, f"part {before + 1:,} is missing"
            elif missing:
                yield name, f"parts {before + 1:,} to {part - 1:,} are missing"


def _parts(scripts: Set[js.Script], name: str) -> set[int]:
    return {int(s.part) for s in scripts if s.name == name and s.part.isdigit()}
