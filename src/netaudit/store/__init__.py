"""Facts and decisions, kept in one SQLite file."""

from netaudit.store.store import Store

__all__ = ["Store"]
