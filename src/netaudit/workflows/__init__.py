"""The use cases: the only modules that join importers, identity, store and audits."""

from netaudit.workflows.history import (
    changes_report,
    chosen_import,
    imports_report,
    moment,
    past_imports,
    take_back,
)
from netaudit.workflows.importing import Imported, Progress, Wishes, import_paths
from netaudit.workflows.logging import Logged, NewEntry, log_interaction
from netaudit.workflows.people import refuse_owner, resolve_links, who, written_person
from netaudit.workflows.reporting import audit_report, load_frames, weekly_report

__all__ = [
    "Imported", "Logged", "NewEntry", "Progress", "Wishes", "audit_report", "changes_report",
    "chosen_import", "import_paths", "imports_report", "load_frames", "log_interaction", "moment",
    "past_imports", "refuse_owner", "resolve_links", "take_back", "weekly_report", "who",
    "written_person",
]  # fmt: skip
