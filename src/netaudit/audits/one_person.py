"""The report on one person."""

from typing import NamedTuple

from netaudit.audits import horizon, wording
from netaudit.audits.suggestions import in_words, since_day
from netaudit.calendar import iso
from netaudit.frames import NEVER
from netaudit.metrics.horizon import Source
from netaudit.metrics.one_person import OnePerson
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
    """What the user noted, on which day, with the id of the entry of the log that holds it."""

    day: int | None
    text: str
    entry: str


class Description(NamedTuple):
    """What is known of a person beside the contact with them; the newest job first."""

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
    for_reading: bool = False,
) -> Report:
    """Assemble the report `person` for the day `as_of`.

    `contact` is None for somebody of whom nothing that counts is on record. `for_reading` leaves
    out what was never said of them.
    """
    sections = [_who(known, for_reading=for_reading), _why(known, contact, as_of)]
    if contact is not None:
        sections += [_contact(contact, as_of, sources, options["window"]), _balance(contact)]
    sections.append(_notes(known))
    return Report(
        name="person",
        title=known.person.name,
        headline=_headline(known, contact, as_of),
        as_of=iso(as_of),
        options=options,
        sections=tuple(sections),
        notes=horizon.reach(sources) if contact is not None else (),
    )


def _headline(known: Description, contact: OnePerson | None, as_of: int) -> str:
    job = known.jobs[0] if known.jobs else Job("", "", None, None)
    now = ", ".join(filter(None, (job.position, job.company)))
    return " ".join(filter(None, (f"{now}." if now else "", _stands(contact, as_of))))


def _stands(contact: OnePerson | None, as_of: int) -> str:
    if contact is None:
        return "Nothing is on record with them."
    on = "On your list" if contact.listed else "Not on your list"
    if contact.last is None:
        return f"{on}; no contact recorded."
    days = as_of - contact.last
    ago = "today" if days == 0 else f"{wording.counted(days, 'day')} ago"
    return f"{on}; {_STATES[contact.state]}, last in touch {ago}."


def _who(known: Description, *, for_reading: bool) -> Section:
    wish = known.cadence if known.cadence in {"", NEVER} else f"every {known.cadence}"
    if known.cadence_tag:
        wish = f"{wish} ({known.cadence_tag})"
    figures: tuple[Figure, ...] = (
        Figure("id", "id", known.person.person_id, "text"),
        Figure("tags", "tags", ", ".join(known.tags) or None, "text"),
        Figure("cadence", "you want to be in touch", wish or None, "text"),
        Figure("snoozed_until", "snoozed until", _day(known.snoozed_until), "date"),
        Figure("ignored", "ignored", value=known.ignored, kind="flag"),
        Figure("about", "they say of themselves", known.about or None, "text"),
    )
    if for_reading:
        figures = tuple(figure for figure in figures if figure.value)
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


def _contact(contact: OnePerson, as_of: int, sources: tuple[Source, ...], span: str) -> Section:
    last = contact.last
    years = (
        Column("year", "year"), Column("contact_days", "contact-days", "count"),
        Column("from_them", "from them", "count"), Column("from_me", "from you", "count"),
        Column("both", "both ways", "count"), Column("met", "in person", "count"),
    )  # fmt: skip
    latest = (
        Column("day", "day", "date"), Column("channel", "channel"), Column("direction", "way"),
        Column("others", "people", "count"), Column("purpose", "for"),
    )  # fmt: skip
    return Section(
        key="contact",
        title="Contact",
        summary="",
        figures=(
            Figure("state", "in the whole record", _STATES[contact.state], "text"),
            Figure("both_ways_lately", f"in touch both ways in {span}",
                   contact.both_ways_lately, "flag"),
            Figure("interactions", "interactions", contact.interactions),
            Figure("contact_days", "contact-days", contact.contact_days),
            Figure("first", "first", _day(contact.first), "date"),
            Figure("last", "last", _day(last), "date"),
            Figure("days", "days since", None if last is None else as_of - last, "days"),
            Figure("gap", "usual gap between talks (median)", contact.gap, "days"),
            Figure("ladder", "how far it came", _LADDER[contact.ladder], "text"),
        ),
        tables=(
            Table(
                "years", "Year by year", years,
                tuple((str(one.year), *one[1:]) for one in contact.years),
                "no contact recorded", in_time=True,
            ),
            Table(
                "latest", "The latest", latest,
                tuple((iso(one.day), *one[1:]) for one in contact.latest),
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
            Figure("from_me", "from you", contact.from_me),
            Figure("both", "both ways", contact.both),
            *(Figure(name, words[name], count) for name, count in contact.purposes.items()),
        ),
    )


def _notes(known: Description) -> Section:
    columns = (Column("day", "day", "date"), Column("note", "note"), Column("entry", "entry"))
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (_day(one.day), one.text, one.entry) for one in known.notes
    )
    return Section(
        key="notes",
        title="Your notes",
        summary="" if rows else "You noted nothing.",
        tables=(Table("notes", "Your notes", columns, rows, "none"),),
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
