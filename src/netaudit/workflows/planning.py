"""Which files belong together: the snapshots of an import, before anything is read."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from netaudit.errors import InputRefused
from netaudit.importers import (
    IMPORTERS,
    File,
    Importer,
    Input,
    claim,
    find_header,
    is_essential,
    named,
    refusal,
)
from netaudit.importers.linkedin.invitations import Invitations
from netaudit.importers.linkedin.messages import Messages
from netaudit.importers.linkedin.owner import find_owner
from netaudit.importers.linkedin.table import is_older_name
from netaudit.records import Owner

#: Importers that need to know who "me" is.
_ASKING = frozenset({Messages.name, Invitations.name})
_LINKEDIN = "linkedin"
_DATED_NAME = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})")


@dataclass
class Planned:
    """A snapshot before it is read."""

    platform: str
    name: str
    loose: bool
    files: dict[str, list[File]] = field(default_factory=dict)

    def takes(self, importer: Importer, found: Input) -> bool:
        """Tell whether a file of this kind, found there, belongs to this snapshot."""
        if importer.platform != self.platform or found.loose != self.loose:
            return False
        return not found.loose or importer.name not in self.files

    def add(self, importer: Importer, file: File) -> File | None:
        """Take a file in; a second one of a kind in one archive is an InputRefused.

        Of two whose names differ in spaces and underscores only, the older name gives way: that
        file is returned.
        """
        held = self.files.setdefault(importer.name, [])
        if held and importer.single:
            if is_older_name(file, held[0]):
                return file
            if not is_older_name(held[0], file):
                raise InputRefused(
                    f"{file.shown}: a second file of {importer.title} beside {held[0].shown}",
                    hint="import them one at a time",
                )
            self.files[importer.name] = [file]
            return held[0]
        held.append(file)
        return None

    def in_order(self) -> Iterator[tuple[Importer, File]]:
        """Yield the files, those that say most about people first."""
        for importer in IMPORTERS:
            for file in self.files.get(importer.name, ()):
                yield importer, file


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


def _sorted(
    found: Input, plans: Sequence[Planned], form: str | None
) -> tuple[list[Planned], list[str]]:
    """Sort the files of one input; return the snapshots it begins and what nobody reads."""
    here: list[Planned] = []
    passed_over = list(found.passed_over)
    for file in found.files:
        importer = _claimed(file, found, form)
        if importer is None:
            passed_over.append(file.shown)
            continue
        begun = [*plans, *here] if found.loose else here
        fitting = next((plan for plan in begun if plan.takes(importer, found)), None)
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
    if file.strange is not None or find_header(file, importer.required) is None:
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
        hint="from LinkedIn, ask for the larger archive: it holds Connections.csv and messages.csv",
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


def owners(plans: Sequence[Planned], me: str | None, known: Owner | None) -> list[Owner]:
    """Find whose export each snapshot is.

    What one part of an export does not tell, another part may, and if none does, all of them
    taken together.
    """
    found = [Owner() for _ in plans]
    mine = [n for n, plan in enumerate(plans) if plan.platform == _LINKEDIN]
    if not mine:
        return found
    if not any(_ASKING & plans[n].files.keys() for n in mine):
        known = None  # what nothing in the export depends on, it shall not be said to have told
    for n in mine:
        found[n] = find_owner(plans[n].files, me, known)
    told = next((found[n] for n in mine if found[n].slug), None)
    told = told or _owner_of_all([plans[n] for n in mine], me, known)
    for n in mine:
        slug, name = found[n].slug or told.slug, found[n].name or told.name
        found[n] = replace(found[n], slug=slug, name=name)
    return found


def other_member(
    plans: Sequence[Planned], found: Sequence[Owner], known: Collection[str]
) -> str | None:
    """Say which export is of another member than the `known` ones, or than the one beside it."""
    told_by: dict[str, str] = {}
    for plan, owner in zip(plans, found, strict=True):
        if owner.slug is not None and owner.slug not in known:
            told_by.setdefault(owner.slug, plan.name)
    if known and told_by:
        name = next(iter(told_by.values()))
        return f"{name}: this is the export of another member than the ones before"
    if len(told_by) > 1:
        one, other, *_ = told_by.values()
        return f"{other}: this is the export of another member than {one}"
    return None


def _owner_of_all(plans: Sequence[Planned], me: str | None, known: Owner | None) -> Owner:
    """Find the owner of all parts: one may hold the name, another the link it belongs to."""
    files: dict[str, list[File]] = {}
    for plan in plans:
        for kind, held in plan.files.items():
            files.setdefault(kind, []).extend(held)
    owner = find_owner(files, me, known)
    if owner.slug is None and me is None and known is not None and known.name:
        return find_owner(files, known.name, None)
    return owner


def day_of(plan: Planned, said: int | None) -> int | None:
    """Return the day of an export: as said, else as its archive's name says, else unknown.

    A log is no export: nobody can say that it is complete.
    """
    if plan.platform == "log":
        return None
    if said is not None:
        return said
    if dated := _DATED_NAME.search(plan.name):
        try:
            return date(int(dated[3]), int(dated[1]), int(dated[2])).toordinal()
        except ValueError:
            return None
    return None
