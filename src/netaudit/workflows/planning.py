"""Which files belong together: the snapshots of an import, before anything is read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from netaudit.errors import InputRefused
from netaudit.importers import (
    IMPORTERS,
    TABLES_OF_X,
    File,
    Importer,
    Input,
    claim,
    find_header,
    is_essential,
    named,
    refusal,
)
from netaudit.importers.exported import is_exported
from netaudit.importers.linkedin.messages import CoachMessages
from netaudit.importers.linkedin.own_keys import OwnAddresses, OwnNumbers
from netaudit.importers.linkedin.profile import Profile
from netaudit.importers.linkedin.table import is_older_name
from netaudit.importers.source import is_media
from netaudit.importers.twitter import js

#: What stands for the platform of an export of netaudit, which holds snapshots of several.
EXPORTED = "netaudit"
#: Files of LinkedIn's in which nobody stands but the owner.
_OF_THE_OWNER = frozenset({
    Profile.name, OwnAddresses.name, OwnNumbers.name, CoachMessages.name,
})  # fmt: skip

#: Told of each file as it is read, and of the bytes just read; of None when all are read, and the
#: store is written.
Progress = Callable[[File | None, int], None]


@dataclass
class Planned:
    """A snapshot before it is read."""

    platform: str
    name: str
    loose: bool
    files: dict[str, list[File]] = field(default_factory=dict)
    #: Which scripts of an X archive it has: each part of each is there once.
    scripts: dict[js.Script, File] = field(default_factory=dict)

    def takes(self, importer: Importer, script: js.Script | None, found: Input) -> bool:
        """Tell whether a file of this kind, found there, belongs to this snapshot.

        What another program exported from X is no part of an archive, and of another day.
        """
        if importer.platform != self.platform or found.loose != self.loose:
            return False
        if script is None and found.loose and importer.name in self.files:
            return False
        if any(name in TABLES_OF_X for name in (importer.name, *self.files)):
            return False
        return script is None or not found.loose or script not in self.scripts

    def add(self, importer: Importer, file: File) -> File | None:
        """Take a file in; a second one of a kind in one archive is an InputRefused.

        Of two whose names differ in spaces and underscores only, the older name gives way: that
        file is returned.
        """
        held = self.files.setdefault(importer.name, [])
        if (script := js.script(file)) is not None:
            other = self.scripts.setdefault(script, file)
            if other is not file:
                raise _second(file, importer, other)
        elif held and importer.single:
            if is_older_name(file, held[0]):
                return file
            if not is_older_name(held[0], file):
                raise _second(file, importer, held[0])
            self.files[importer.name] = [file]
            return held[0]
        held.append(file)
        return None

    def in_order(self) -> Iterator[tuple[Importer, File]]:
        """Yield the files, those that say most about people first."""
        for importer in IMPORTERS:
            for file in self.files.get(importer.name, ()):
                yield importer, file


def _second(file: File, importer: Importer, other: File) -> InputRefused:
    return InputRefused(
        f"{file.shown}: a second file of {importer.title} beside {other.shown}",
        hint="import them one at a time",
    )


def planned(inputs: Sequence[Input], form: str | None) -> tuple[list[Planned], list[str]]:
    """Sort files into snapshots.

    An archive holds one of each source, and so does each archive in it; loose files of a
    source go together unless two are of a kind.
    """
    plans: list[Planned] = []
    passed_over: list[str] = []
    for given in inputs:
        known = False
        for found in (given, *given.archives):
            here, left = _sorted(found, plans, form)
            plans += here
            known = known or found.loose or bool(here)
            passed_over += [found.shown] if found is not given and not here else left
        if not known:
            raise _nothing_known(given)
    return plans, passed_over


def without_others(plans: Sequence[Planned]) -> Sequence[str]:
    """Return the names of LinkedIn's archives, if nobody but the owner stands in any of them."""
    of_linkedin = [plan for plan in plans if plan.platform == "linkedin"]
    if any(plan.loose or not plan.files.keys() <= _OF_THE_OWNER for plan in of_linkedin):
        return ()
    return [plan.name for plan in of_linkedin]


def _sorted(
    found: Input, plans: Sequence[Planned], form: str | None
) -> tuple[list[Planned], list[str]]:
    """Sort the files of one input; return the snapshots it begins and what nobody reads."""
    here: list[Planned] = []
    passed_over = list(found.passed_over)
    for file in found.files:
        if not found.loose and is_media(file.name):
            passed_over.append(file.shown)
            continue
        if form is None and is_exported(file):
            here.append(Planned(EXPORTED, file.name, found.loose, {EXPORTED: [file]}))
            continue
        importer = _claimed(file, found, form)
        if importer is None:
            passed_over.append(file.shown)
            continue
        begun = [*plans, *here] if found.loose else here
        script = js.script(file)
        fitting = next((plan for plan in begun if plan.takes(importer, script, found)), None)
        if fitting is None:
            fitting = Planned(importer.platform, found.name, found.loose)
            here.append(fitting)
        _refuse_repeated(file, fitting.files.get(importer.name, ()))
        given_way = fitting.add(importer, file)
        if given_way is not None:
            passed_over.append(given_way.shown)
    return here, passed_over


def _refuse_repeated(file: File, held: Sequence[File]) -> None:
    """Refuse two members of one name: programs differ in which of them they take."""
    if any(file.shown == other.shown for other in held):
        raise InputRefused(
            f"{file.shown}: stands in its archive twice",
            hint="unpack it, keep the file that is right, and import the folder",
        )


def _claimed(file: File, found: Input, form: str | None) -> Importer | None:
    """Return the importer of a file; None only for a file of a folder or archive."""
    if not found.loose:
        importer = claim(file)
        if importer is None and file.head and is_essential(file):
            raise refusal(file)
        return importer
    importer = claim(file) if form is None else _forced(file, form)
    if importer is None:
        raise refusal(file)
    return importer


def _forced(file: File, form: str) -> Importer:
    """Return the importer the user named, if the file has the columns it needs."""
    importer = named(form)
    if importer.required:
        fits = find_header(file, importer.required) is not None
    else:  # what a list of X without a header is, only the user can know
        fits = importer.name in TABLES_OF_X or importer.identify(file)
    if file.strange is not None or not fits:
        raise refusal(file)
    return importer


def _nothing_known(found: Input) -> InputRefused:
    names = sorted({file.name for file in found.files})
    if "[Content_Types].xml" in names:
        return InputRefused(
            f"{found.shown}: a spreadsheet or other Office document",
            hint="save the sheet as CSV and import that; better, import the export as it came",
        )
    if hint := _unpacking(found):
        return InputRefused(
            f"{found.shown}: no file in it that netaudit knows, but an archive", hint=hint
        )
    names += [archive.name for archive in found.archives]
    names += [path.rpartition("/")[2] for path in found.passed_over]
    inside = f"it holds {', '.join(names[:6])}" if names else "it is empty"
    return InputRefused(
        f"{found.shown}: no file in it that netaudit knows; {inside}",
        hint="from LinkedIn, ask for the larger archive: it holds Connections.csv and messages.csv;"
        " from X, for the archive of your data: it holds data/following.js",
    )


def _unpacking(found: Input) -> str | None:
    """Say how to get at an archive that was not opened, if there is one."""
    for outer in (found, *found.archives):
        packed = sorted(f.name for f in outer.files if f.name.casefold().endswith(".zip"))
        if packed and outer is found and found.path.is_dir():
            return f"import that: {packed[0]}"
        if packed:
            return f"unpack {outer.name}, then import what is in it: {packed[0]}"
    return None
