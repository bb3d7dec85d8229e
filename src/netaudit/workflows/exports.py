"""What an export says as a whole, by platform: whose it is, of which day, and which lists."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from netaudit.errors import UsageError
from netaudit.importers import File
from netaudit.importers.linkedin.invitations import Invitations
from netaudit.importers.linkedin.messages import Messages
from netaudit.importers.linkedin.owner import find_owner as find_linkedin_owner
from netaudit.importers.twitter import js
from netaudit.importers.twitter.classic import ClassicPosts, ClassicTable
from netaudit.importers.twitter.groups import GroupMessages
from netaudit.importers.twitter.manifest import Check, Manifest, check, generated_on
from netaudit.importers.twitter.messages import DirectMessages
from netaudit.importers.twitter.own import find_owner as find_x_owner
from netaudit.importers.twitter.own import owner_id
from netaudit.importers.twitter.posts import Posts
from netaudit.records import Owner, TieKind
from netaudit.workflows.planning import Planned

#: Importers that need to know who "me" is on LinkedIn.
_ASKING = frozenset({Messages.name, Invitations.name})
#: The same on X; what other files hold depends on nobody.
_ASKING_ON_X = frozenset({
    Posts.name, ClassicPosts.name, ClassicTable.name, DirectMessages.name, GroupMessages.name,
})  # fmt: skip
_ID = "it is the accountId in account.js, and userInfo of manifest.js has it too"
_DATED_NAME = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})")


def owners(
    plans: Sequence[Planned], me: str | None, known: Mapping[str, Owner | None]
) -> list[Owner]:
    """Find whose export each snapshot is; `known` are those of earlier ones, by platform.

    What one part of an export does not tell, another part may, and if none does, all of them
    taken together.
    """
    found = [Owner() for _ in plans]
    on_x = me is not None and owner_id(me) is not None
    mine = [n for n, plan in enumerate(plans) if plan.platform == "linkedin"]
    for n, owner in zip(
        mine, _on_linkedin([plans[n] for n in mine], None if on_x else me, known["linkedin"]),
        strict=True,
    ):  # fmt: skip
        found[n] = owner
    mine = [n for n, plan in enumerate(plans) if plan.platform == "x"]
    files = _together(plans[n] for n in mine)
    for n in mine:
        asks = not _ASKING_ON_X.isdisjoint(plans[n].files)
        found[n] = find_x_owner(plans[n].files, me if on_x and asks else None, None)
        if found[n].slug is None and asks:
            found[n] = find_x_owner(files, me if on_x else None, known["x"])
            if found[n].slug is None and me is not None and len(mine) == len(plans):
                raise UsageError(f"'{me[:40]}' is no numeric id of X", hint=_ID)
    return found


def _on_linkedin(plans: Sequence[Planned], me: str | None, known: Owner | None) -> list[Owner]:
    if not plans:
        return []
    if not any(_ASKING & plan.files.keys() for plan in plans):
        known = None  # what nothing in the export depends on, it shall not be said to have told
    found = [find_linkedin_owner(plan.files, me, known) for plan in plans]
    told = next((owner for owner in found if owner.slug), None)
    told = told or _owner_of_all(plans, me, known)
    return [
        replace(owner, slug=owner.slug or told.slug, name=owner.name or told.name)
        for owner in found
    ]


def _owner_of_all(plans: Sequence[Planned], me: str | None, known: Owner | None) -> Owner:
    """Find the owner of all parts: one may hold the name, another the link it belongs to."""
    files = _together(plans)
    owner = find_linkedin_owner(files, me, known)
    if owner.slug is None and me is None and known is not None and known.name:
        return find_linkedin_owner(files, known.name, None)
    return owner


def _together(plans: Iterable[Planned]) -> dict[str, list[File]]:
    files: dict[str, list[File]] = {}
    for plan in plans:
        for kind, held in plan.files.items():
            files.setdefault(kind, []).extend(held)
    return files


def other_member(
    plans: Sequence[Planned], found: Sequence[Owner], known: Mapping[str, Collection[str]]
) -> str | None:
    """Say which export is of another member than the `known` ones, or than the one beside it."""
    told_by: dict[tuple[str, str], str] = {}
    for plan, owner in zip(plans, found, strict=True):
        if owner.slug is not None and owner.slug not in known[plan.platform]:
            told_by.setdefault((plan.platform, owner.slug), plan.name)
    for platform, names in known.items():
        new = [name for (of, _), name in told_by.items() if of == platform]
        if names and new:
            return f"{new[0]}: this is the export of another member than the ones before"
        if len(new) > 1:
            return f"{new[1]}: this is the export of another member than {new[0]}"
    return None


def day_of(plan: Planned, said: int | None) -> int | None:
    """Return the day of an export: as said, else as it says itself, else unknown.

    A log is no export: nobody can say that it is complete.
    """
    if plan.platform == "log":
        return None
    if said is not None:
        return said
    if plan.platform == "x":
        return generated_on(plan.files.get(Manifest.name, ()), plan.name)
    if dated := _DATED_NAME.search(plan.name):
        try:
            return date(int(dated[3]), int(dated[1]), int(dated[2])).toordinal()
        except ValueError:
            return None
    return None


def checked(plan: Planned, elements: Mapping[str, int]) -> Check:
    """Hold what was read of an X archive against what should be in it."""
    read = [file for _, file in plan.in_order()]
    return check(plan.files.get(Manifest.name, ()), read if plan.platform == "x" else [], elements)


def whole_lists(plan: Planned, skipped: Collection[str], found: Check) -> set[TieKind]:
    """Return the kinds of list of which the export has the whole.

    `skipped` names files of which a row could not be used: who stood in it would seem to have left.
    """
    whole: set[TieKind] = set()
    broken: set[TieKind] = set()
    for importer, file in plan.in_order():
        if importer.lists is None:
            continue
        script = js.script(file) if plan.platform == "x" else None
        doubtful = script is not None and script.name in found.doubtful
        (broken if doubtful or file.shown in skipped else whole).add(importer.lists)
    return whole - broken
