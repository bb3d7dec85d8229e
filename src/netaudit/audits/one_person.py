"""The report on one person."""

from dataclasses import replace
from typing import Literal, NamedTuple

from netaudit.audits import horizon, wording
from netaudit.audits.suggestions import in_words, since_day
from netaudit.calendar import iso
from netaudit.frames import NEVER
from netaudit.metrics.horizon import Source
from netaudit.metrics.one_person import Contact, OnePerson
from netaudit.report import Column, Figure, Person, Report, Section, Table, Value


class KnownBy(NamedTuple):
    """An account of a person: link, address or description, the name it has, why it is theirs."""

    address: str
    name: str
    reason: str


class Listed(NamedTuple):
    """A time on a list, in words, with its days; None for unknown and for still."""

    name: str
    since: int | None
    until: int | None


class Job(NamedTuple):
    """A company and position, and the days of the first and the last list that says so."""

    company: str
    position: str
    first_on: int | None
    last_on: int | None


class Noted(NamedTuple):
    """What the user noted, on which day, with the entry of the log that holds it, if one does.

    Where people read, `text` tells the purpose as well; it is empty where nothing was said.
    """

    day: int | None
    text: str
    entry: str
    channel: str = ""
    direction: str = ""
    purpose: str = ""


class Description(NamedTuple):
    """What is known of a person beside the contact with them; the newest job first.

    `last_ago` says how long ago the last contact was.
    """

    person: Person
    about: str
    accounts: tuple[KnownBy, ...]
    lists: tuple[Listed, ...]
    jobs: tuple[Job, ...]
    notes: tuple[Noted, ...]
    tags: tuple[str, ...] = ()
    ignored: bool = False
    snoozed_until: int | None = None
    cadence: str = ""
    cadence_tag: str = ""
    last_ago: str = ""


#: Who reads: programs get everything, people nothing that is empty, and in `brief` nothing twice.
Reading = Literal["none", "all", "brief"]
#: So many notes are told in brief.
_NOTES = 10

_STATES = {
    "never": "no contact recorded",
    "only_out": "only you wrote or called",
    "only_in": "only they wrote or called",
    "two_way": "in touch both ways",
    "met": "met in person",
}
_LADDER = {
    None: "nothing yet", "public": "in public posts", "text": "in messages",
    "voice": "in a call", "in_person": "in person",
}  # fmt: skip


def report(
    known: Description,
    contact: OnePerson | None,
    as_of: int,
    sources: tuple[Source, ...],
    options: dict[str, str],
    *,
    reading: Reading = "none",
) -> Report:
    """Assemble the report `person` for the day `as_of`.

    `contact` is None for somebody of whom nothing that counts is on record.
    """
    sections = [_who(known), _why(known, contact, as_of)]
    if contact is not None:
        sections += [_contact(known, contact, as_of, sources, options["window"]), _balance(contact)]
    sections.append(_notes(known, contact, brief=reading == "brief"))
    reach = horizon.reach(sources) if contact is not None else ()
    if reading != "none":
        sections = [_read(section, known, contact) for section in sections]
        sections = [one for one in sections if one.figures or one.tables or one.summary]
        reach, options = (" ".join(reach),) if reach else (), {}
    return Report(
        name="person",
        title=known.person.name,
        headline=_headline(known, contact),
        as_of=iso(as_of),
        options=options,
        sections=tuple(sections),
        notes=reach,
    )


def _headline(known: Description, contact: OnePerson | None) -> str:
    job = known.jobs[0] if known.jobs else Job("", "", None, None)
    now = ", ".join(filter(None, (job.position, job.company)))
    if now and not now.endswith((".", "!", "?")):
        now += "."
    return " ".join(filter(None, (now, _stands(known, contact))))


def _stands(known: Description, contact: OnePerson | None) -> str:
    if contact is None:
        return "Nothing is on record with them."
    on = "On your list" if contact.listed else "Not on your list"
    if contact.last is None:
        return f"{on}; no contact recorded."
    return f"{on}; {_STATES[contact.state]}, last in touch {known.last_ago}."


def _read(section: Section, known: Description, contact: OnePerson | None) -> Section:
    """Return what people read of a section: nothing empty, and nothing the headline has said."""
    figures = section.figures
    if section.key in {"balance", "who"}:
        figures = tuple(figure for figure in figures if figure.value)
    elif section.key == "contact" and contact is not None:
        told = {"state", "days"} if contact.last is not None else {one.key for one in figures}
        figures = tuple(
            replace(one, value=_LADDER[contact.ladder]) if one.key == "ladder" else one
            for one in figures if one.key not in told
        )  # fmt: skip
    notes = () if section.key == "contact" else section.notes
    tables = tuple(_read_table(table, known) for table in section.tables)
    return replace(section, figures=figures, tables=tables, notes=notes)


def _read_table(table: Table, known: Description) -> Table:
    """Leave out columns that say nothing: of others in an interaction, and empty ones."""
    name = known.person.name
    rows = table.rows
    if table.key == "accounts":
        rows = tuple(tuple("" if cell == name else cell for cell in row) for row in rows)
    kept = [
        at for at, column in enumerate(table.columns)
        if not rows or any(row[at] not in {None, ""} for row in rows)
        if column.key != "others" or any(row[at] != 1 for row in rows)
    ]  # fmt: skip
    return replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in rows),
    )


def _who(known: Description) -> Section:
    wish = known.cadence if known.cadence in {"", NEVER} else f"every {known.cadence}"
    if known.cadence_tag:
        wish = f"{wish} ({known.cadence_tag})"
    figures = (
        Figure("id", "id", known.person.person_id, "text"),
        Figure("tags", "tags", ", ".join(known.tags) or None, "text"),
        Figure("cadence", "you want to be in touch", wish or None, "text"),
        Figure("snoozed_until", "snoozed until", _day(known.snoozed_until), "date"),
        Figure("ignored", "ignored", value=known.ignored, kind="flag"),
        Figure("about", "they say of themselves", known.about or None, "text"),
    )
    accounts = (Column("account", "account"), Column("name", "name there"), Column("why", "why"))
    lists = (Column("list", "list"), *_SPELL)
    jobs = (
        Column("company", "company"), Column("position", "position"),
        Column("first_on", "first seen", "date"), Column("last_on", "last seen", "date"),
    )  # fmt: skip
    return Section(
        key="who",
        title="Who",
        summary="",
        figures=figures,
        tables=(
            Table("accounts", "Accounts", accounts, known.accounts, "none"),
            Table(
                "lists", "Lists", lists,
                tuple((name, _day(since), _day(until)) for name, since, until in known.lists),
                "on no list",
            ),
            Table(
                "jobs", "Companies and positions", jobs,
                tuple((*job[:2], _day(job.first_on), _day(job.last_on)) for job in known.jobs),
                "none is known",
            ),
        ),
    )  # fmt: skip


_SPELL = (Column("since", "since", "date"), Column("until", "until", "date"))


def _day(day: int | None) -> str | None:
    return None if day is None else iso(day)


def _contact(
    known: Description, contact: OnePerson, as_of: int, sources: tuple[Source, ...], span: str
) -> Section:
    last = contact.last
    years = (
        Column("year", "year"), Column("contact_days", "contact-days", "count"),
        Column("from_them", "from them", "count"), Column("from_me", "from me", "count"),
        Column("both", "both ways", "count"), Column("met", "in person", "count"),
    )  # fmt: skip
    latest = (
        Column("day", "day", "date"), Column("channel", "channel"),
        Column("direction", "direction", yields=2), Column("others", "people", "count"),
        Column("purpose", "for", for_programs=True), Column("note", "note"),
        Column("entry", "entry", yields=1),
    )  # fmt: skip
    return Section(
        key="contact",
        title="Contact",
        summary="",
        figures=(
            Figure("state", "in the whole record", contact.state, "text"),
            Figure("both_ways_lately", f"in touch both ways in {span}",
                   contact.both_ways_lately, "flag"),
            Figure("interactions", "interactions", contact.interactions),
            Figure("contact_days", "contact-days", contact.contact_days),
            Figure("first", "first", _day(contact.first), "date"),
            Figure("last", "last", _day(last), "date"),
            Figure("days", "days since", None if last is None else as_of - last, "days"),
            Figure("gap", "usual gap between talks (median)", contact.gap, "days"),
            Figure("ladder", "how far it came", contact.ladder, "text"),
        ),
        tables=(
            Table(
                "years", "Year by year", years,
                tuple((str(one.year), *one[1:]) for one in contact.years),
                "no contact recorded", in_time=True,
            ),
            Table(
                "latest", "The latest", latest,
                tuple(
                    (iso(one.day), *one[1:], "" if entry is None else entry.text,
                     "" if entry is None else entry.entry)
                    for one, entry in _entries(known, contact)
                ),
                "no contact recorded",
            ),
        ),
        notes=horizon.silence(sources),
    )  # fmt: skip


def _balance(contact: OnePerson) -> Section:
    words = {
        "gave": "you gave or helped", "got": "you got or were helped", "asked": "you asked",
        "was_asked": "they asked", "thanked": "thanks",
    }  # fmt: skip
    return Section(
        key="balance",
        title="Balance",
        summary="",
        figures=(
            Figure("from_them", "from them", contact.from_them),
            Figure("from_me", "from me", contact.from_me),
            Figure("both", "both ways", contact.both),
            *(Figure(name, words[name], count) for name, count in contact.purposes.items()),
        ),
    )


def _entries(known: Description, contact: OnePerson) -> list[tuple[Contact, Noted | None]]:
    """Return the latest interactions, each with the entry of the log that tells of it."""
    left = [one for one in known.notes if one.channel]
    found = []
    for one in contact.latest:
        said = (one.day, one.channel, one.direction, one.purpose)
        entry = next((e for e in left if (e.day, e.channel, e.direction, e.purpose) == said), None)
        if entry is not None:
            left.remove(entry)
        found.append((one, entry))
    return found


def _notes(known: Description, contact: OnePerson | None, *, brief: bool) -> Section:
    """Tell what was noted; in `brief` only the newest of what does not stand with the latest."""
    told = [entry for _, entry in _entries(known, contact)] if brief and contact else []
    noted = [one for one in known.notes if one.text]
    left = [one for one in noted if one not in told]
    shown = left[:_NOTES] if brief else left
    columns = (
        Column("day", "day", "date"), Column("note", "note"), Column("entry", "entry"),
        Column("purpose", "purpose", for_programs=True),
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (_day(one.day), one.text, one.entry, one.purpose) for one in shown
    )
    table = Table("notes", "Your notes", columns, rows, "none")
    more = f"{len(left) - len(shown):,} more: --section notes" if len(left) > len(shown) else ""
    return Section(
        key="notes",
        title="Your notes",
        summary="" if noted or brief else "You noted nothing.",
        tables=(table,) if rows or not brief else (),
        notes=(more,) if more else (),
    )


def _why(known: Description, contact: OnePerson | None, as_of: int) -> Section:
    columns = (
        Column("reason", "why"), Column("kind", "kind", for_programs=True),
        Column("since", "since", "date", for_programs=True),
    )  # fmt: skip
    reasons = () if contact is None else contact.reasons
    rows = tuple((in_words(one), one.kind, _day(since_day(one, as_of))) for one in reasons)
    notes = []
    if known.ignored:
        notes.append("You ignore them: netaudit suggests and counts them nowhere.")
    elif known.snoozed_until is not None and known.snoozed_until > as_of and rows:
        notes.append(f"Not suggested before {wording.day(known.snoozed_until)}: you snoozed them.")
    return Section(
        key="why",
        title="Why to talk to them",
        summary="" if rows else "Nothing on record is a reason.",
        tables=(Table("reasons", "Reasons", columns, rows, "nothing on record is a reason"),),
        notes=tuple(notes),
    )
