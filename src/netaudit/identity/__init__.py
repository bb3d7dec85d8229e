"""Accounts to people: who is who, and why."""

from netaudit.identity.resolve import Known, resolve

__all__ = ["Known", "resolve"]
