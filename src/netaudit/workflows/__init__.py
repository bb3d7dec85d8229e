"""The use cases: the only modules that join importers, identity, store and audits."""

from netaudit.workflows.deciding import (
    Parted,
    by_source,
    keep_apart,
    meant,
    merge,
    refuse_own,
    split,
)
from netaudit.workflows.demonstrating import DEMO_DAY, DEMO_EXPORTS, demo_config, import_demo
from netaudit.workflows.history import (
    changes_report,
    chosen_import,
    decision_words,
    imports_report,
    moment,
    past_imports,
    preference_words,
    take_back,
)
from netaudit.workflows.importing import Imported, Progress, Wishes, import_paths
from netaudit.workflows.logging import Logged, NewEntry, log_interaction
from netaudit.workflows.matching import (
    Explained,
    Match,
    explain,
    in_words,
    matches,
    matches_report,
    portray,
)
from netaudit.workflows.people import (
    refuse_owner,
    resolve_links,
    who,
    who_is_meant,
    written_person,
)
from netaudit.workflows.preferences import (
    CadenceOf,
    cadence_of,
    cadences_of_tags,
    ignore,
    ignored_people,
    in_touch,
    never_in_touch,
    read_tag,
    set_cadence,
    set_cadence_of_tag,
    snooze,
    snoozed,
    tag,
    tags,
    unignore,
    wake,
)
from netaudit.workflows.reporting import (
    audit_report,
    is_export,
    is_recorded_since_week,
    load_frames,
    next_report,
    weekly_reports,
)
from netaudit.workflows.scheduling import (
    SCHEDULERS,
    Schedule,
    ScheduleEdit,
    failed_runs,
    install_schedule,
    installed_schedule,
    printed_schedule,
    remove_schedule,
    schedule_doubts,
)

__all__ = [
    "DEMO_DAY", "DEMO_EXPORTS", "SCHEDULERS", "CadenceOf", "Explained", "Imported", "Logged",
    "Match", "NewEntry", "Parted", "Progress", "Schedule", "ScheduleEdit", "Wishes", "audit_report",
    "by_source", "cadence_of", "cadences_of_tags", "changes_report", "chosen_import",
    "decision_words", "demo_config", "explain", "failed_runs", "ignore", "ignored_people",
    "import_demo", "import_paths", "imports_report", "in_touch", "in_words", "install_schedule",
    "installed_schedule", "is_export", "is_recorded_since_week", "keep_apart", "load_frames",
    "log_interaction", "matches", "matches_report", "meant", "merge", "moment", "never_in_touch",
    "next_report", "past_imports", "portray", "preference_words", "printed_schedule", "read_tag",
    "refuse_own", "refuse_owner", "remove_schedule", "resolve_links", "schedule_doubts",
    "set_cadence", "set_cadence_of_tag", "snooze", "snoozed", "split", "tag", "tags", "take_back",
    "unignore", "wake", "weekly_reports", "who", "who_is_meant", "written_person",
]  # fmt: skip
