"""Every report there is, made of nothing: which sections, figures and tables they have."""

from netaudit import frames
from netaudit.audits.changes import changes
from netaudit.audits.doctor import doctor
from netaudit.audits.full import audit
from netaudit.audits.imports import imports
from netaudit.audits.log import log
from netaudit.audits.matches import matches
from netaudit.audits.options import Options
from netaudit.audits.suggestions import whom_to_talk_to
from netaudit.audits.weekly import weekly
from netaudit.calendar import EPOCH_DAY
from netaudit.records import Compared
from netaudit.report import Report


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
        whom_to_talk_to(record, EPOCH_DAY, Options()),
    )
