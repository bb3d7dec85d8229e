"""Every report there is, made of nothing: which sections, figures and tables they have."""

from netaudit import frames
from netaudit.audits import one_person
from netaudit.audits.changes import changes
from netaudit.audits.doctor import doctor
from netaudit.audits.full import audit
from netaudit.audits.imports import imports
from netaudit.audits.log import log
from netaudit.audits.matches import matches
from netaudit.audits.options import Options
from netaudit.audits.people import people
from netaudit.audits.suggestions import whom_to_talk_to
from netaudit.audits.weekly import weekly
from netaudit.calendar import EPOCH_DAY
from netaudit.metrics.giving import PURPOSES
from netaudit.metrics.one_person import OnePerson
from netaudit.records import Compared
from netaudit.report import Person, Report


def empty_reports() -> tuple[Report, ...]:
    """Return one report of each name. Rows are missing; keys and kinds are all there."""
    record = frames.nothing()
    return (
        audit(record, EPOCH_DAY, Options()),
        weekly(record, EPOCH_DAY, Options()),
        changes(Compared((), None)),
        imports((), (), ""),
        log((), 0, ""),
        doctor((), (), ""),
        matches((), EPOCH_DAY, possible=True),
        people(Options().narrowed(record), (), EPOCH_DAY, {}),
        one_person.report(*_nobody(), EPOCH_DAY, (), {"window": "365d", "timezone": "UTC"}),
        whom_to_talk_to(record, EPOCH_DAY, Options()),
    )


def _nobody() -> tuple[one_person.Description, OnePerson]:
    """Return somebody of whom nothing is known, and with whom there was no contact."""
    known = one_person.Description(Person("", ""), "", (), (), (), ())
    contact = OnePerson(
        listed=False, both_ways_lately=False, state="never", interactions=0, contact_days=0,
        first=None, last=None, from_them=0, from_me=0, both=0,
        purposes=dict.fromkeys(PURPOSES, 0), gap=None, ladder=None, years=(), latest=(), reasons=(),
    )  # fmt: skip
    return known, contact
