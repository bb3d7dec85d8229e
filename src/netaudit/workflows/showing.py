"""One person, all that is on record."""

from typing import TYPE_CHECKING

from netaudit.calendar import iso
from netaudit.config import Config
from netaudit.frames import DIRECTIONS
from netaudit.render.values import ago
from netaudit.store import Store
from netaudit.store.accounts import to_show
from netaudit.store.jobs import jobs
from netaudit.store.notes import notes
from netaudit.store.portraits import describe
from netaudit.store.preferences import preferred_of
from netaudit.workflows.purposes import told

if TYPE_CHECKING:
    from netaudit.audits.one_person import Description, Reading
    from netaudit.audits.options import Options
    from netaudit.metrics.horizon import Source
    from netaudit.metrics.one_person import OnePerson
    from netaudit.report import Report

_LISTS = {
    ("linkedin", "connection"): "LinkedIn connection",
    ("linkedin", "following"): "you follow them on LinkedIn",
    ("x", "following"): "you follow them on X",
    ("x", "follower"): "follows you on X",
    ("x", "blocked"): "blocked by you on X",
    ("x", "muted"): "muted by you on X",
}


def list_in_words(platform: str, kind: str) -> str:
    """Say which list it is."""
    return _LISTS.get((platform, kind), f"{kind.replace('_', ' ')} on {platform}")


def person_report(
    opened: Store,
    person_id: str,
    config: Config,
    as_of: int,
    options: "Options",
    *,
    for_reading: bool = False,
    brief: bool = False,
) -> "Report":
    """Make the report on the person of that id for the day `as_of`.

    `brief`: people read it, and read all of it, so that nothing need be told twice.
    """
    from netaudit.audits.one_person import report

    contact, sources = _contact(opened, person_id, config, as_of, options)
    stated = options.stated(config.timezone)
    shaping = {key: stated[key] for key in ("window", "timezone")}
    known = _described(opened, person_id, config.timezone, for_reading=for_reading)
    if contact is not None and contact.last is not None:
        known = known._replace(last_ago=ago(iso(contact.last), iso(as_of)))
    reading: Reading = "all" if for_reading else "none"
    return report(known, contact, as_of, sources, shaping, reading="brief" if brief else reading)


def _contact(
    opened: Store, person_id: str, config: Config, as_of: int, options: "Options"
) -> "tuple[OnePerson | None, tuple[Source, ...]]":
    """Return what is on record with a person, None for nothing, and how far sources reach."""
    from netaudit.metrics.evidence import Standing
    from netaudit.metrics.horizon import sources_of
    from netaudit.metrics.one_person import one_person
    from netaudit.store.load import load_few
    from netaudit.store.load.around import around

    frames = load_few(opened, [person_id], config.timezone)
    beside = around(opened, config.timezone, as_of)
    sources = sources_of(frames, beside.last_entry, as_of=as_of)
    view = options.narrowed(frames).at(as_of)
    if not view.history.people:
        return None, sources
    standing = Standing(view, options.window, sources, beside.calls)
    return one_person(standing, 0, window=options.window), sources


def _described(opened: Store, person_id: str, timezone: str, *, for_reading: bool) -> "Description":
    from netaudit.audits.one_person import Description, Job, KnownBy, Listed, Noted
    from netaudit.report import Person

    found, said = describe(opened, person_id), preferred_of(opened, person_id)
    if found is None:  # `preferred_of` has refused such an id
        raise LookupError(person_id)
    shown = [
        KnownBy(held.named.address, held.named.name, held.reason)
        for held in to_show(found.accounts)
    ]
    shown += [KnownBy(address, "", "stated by one of these") for address in found.addresses]
    with opened.reading() as connection:
        jobs_of, notes_of = jobs(connection, person_id), notes(connection, person_id, timezone)
    return Description(
        person=Person(found.name, person_id),
        about=found.about,
        accounts=tuple(shown),
        lists=tuple(
            Listed(list_in_words(one.platform, one.kind), one.since, one.until)
            for one in found.lists
        ),
        jobs=tuple(Job(*job) for job in jobs_of),
        notes=tuple(
            Noted(
                one.day, told(one.purpose, one.text) if for_reading else one.text, one.entry,
                one.channel, "" if one.direction is None else DIRECTIONS[one.direction],
                one.purpose,
            )
            for one in notes_of
        ),
        tags=said.tags,
        ignored=said.ignored,
        snoozed_until=said.snoozed_until,
        cadence=said.cadence,
        cadence_tag=said.cadence_tag,
    )  # fmt: skip
