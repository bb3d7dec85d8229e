"""What `netaudit export` wrote, read back: anybody may have written it, so each line is looked at.

Unlike other files one holds several snapshots, and what the user said of people. What netaudit
derives anew is not read.
"""

from netaudit.importers.exported.reading import is_exported, read

__all__ = ["is_exported", "read"]
