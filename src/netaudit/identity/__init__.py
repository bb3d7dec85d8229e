"""Accounts to people: who is who, and why."""

from netaudit.identity.evidence import Evidence
from netaudit.identity.known import Known
from netaudit.identity.pairs import Pair, evidence_between, pairs
from netaudit.identity.resolve import resolve, resolve_logged

__all__ = ["Evidence", "Known", "Pair", "evidence_between", "pairs", "resolve", "resolve_logged"]
