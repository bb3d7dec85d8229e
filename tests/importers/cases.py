"""Runs a case folder through the importers and writes what they say as lines to be read.

A case is a folder with `input/`, `case.toml` and `expected.jsonl`. What the program keeps as
numbers is written here as people read it: days and instants as ISO, accounts as
platform:kind:key, conversations as the letters A, B, … in the order of their appearance.
"""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from netaudit.calendar import iso
from netaudit.config import Config, load
from netaudit.errors import NetauditError
from netaudit.importers import (
    IMPORTERS,
    Context,
    File,
    Importer,
    Input,
    claim,
    open_input,
    read_checked,
    refusal,
)
from netaudit.importers.linkedin.owner import find_owner
from netaudit.importers.twitter.own import find_owner as find_x_owner
from netaudit.records import (
    Account,
    Contact,
    Entry,
    Interaction,
    Interactions,
    Note,
    Owner,
    Problem,
    Profile,
    Row,
    SetAside,
    Signal,
    Tie,
)

FOLDER = Path(__file__).parent
CASES = sorted(path.parent for path in FOLDER.glob("*/*/case.toml"))
Line = dict[str, Any]


def lines_of(case: Path) -> str:
    """Import the input of a case and return the lines that expected.jsonl must consist of."""
    settings = tomllib.loads((case / "case.toml").read_text(encoding="utf-8"))
    try:
        lines = list(_import(open_input(case / "input"), _config(settings), settings.get("me")))
    except NetauditError as error:
        lines = [{"refused": error.message, "hint": error.hint}]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return text.replace(f"{case / 'input'}/", "")


def _config(settings: Line) -> Config:
    config = load(FOLDER / "no-such-file.toml")
    return config.with_values(
        timezone=settings.get("timezone", "UTC"), channels=settings.get("channels", {})
    )


def _import(found: Input, config: Config, me: str | None) -> Iterator[Line]:
    files, passed_over = _claimed(found)
    by_name: defaultdict[str, list[File]] = defaultdict(list)
    for file, importer in files:
        by_name[importer.name].append(file)
    owner = Owner()
    if any(importer.platform == "linkedin" for _, importer in files):
        owner = find_owner(by_name, me, None)
        keys = {"emails": owner.emails, "phones": owner.phones}
        known = {key: list(value) for key, value in keys.items() if value}
        yield {"owner": owner.slug, "name": owner.name, **known}
    if any(importer.platform == "x" for _, importer in files):
        owner = find_x_owner(by_name, me, None)
        keys = {"emails": owner.emails, "phones": owner.phones, "handles": owner.handles}
        known = {key: list(value) for key, value in keys.items() if value}
        yield {"owner": owner.slug, "name": owner.name, **known}
    for file in passed_over:
        yield {"file": file.name, "as": None}
    authors: dict[str, str] = {}
    for file, importer in sorted(files, key=_as_read):
        context = Context(owner, config.timezone, config.channels, [], authors=authors)
        yield {"file": file.name, "as": importer.name}
        conversations: dict[int, str] = {}
        for record in read_checked(importer, file, context):
            for one in record.each() if isinstance(record, Interactions) else [record]:
                yield line_of(one, conversations)
        for notice in context.notices:
            yield {"notice": notice}


def _as_read(one: tuple[File, Importer]) -> int:
    """Order the files of an X archive as the program reads them: posts tell whom likes are of."""
    return IMPORTERS.index(one[1]) if one[1].platform == "x" else 0


def _claimed(found: Input) -> tuple[list[tuple[File, Importer]], list[File]]:
    files, passed_over = [], []
    for file in found.files:
        if importer := claim(file):
            files.append((file, importer))
        else:
            passed_over.append(file)
    if not files:
        raise refusal(found.files[0])
    return files, passed_over


def line_of(record: Row | Profile, conversations: dict[int, str]) -> Line:
    """Write a record as plain values; texts that a source left blank are left out."""
    said: Line
    match record:
        case Profile(account):
            return {"profile": written(account), **_said(record)}
        case Problem(where, code, message):
            return {"line": where.line, "problem": code, "message": message}
        case SetAside(_, kind, day):
            said = {"set_aside": kind, **({"day": iso(day)} if day else {})}
        case Interaction():
            said = _interaction(record, conversations)
            said |= {"continues": True} if record.continues else {}
        case Entry():
            said = _entry(record)
        case Tie() | Signal():
            said = _tie_or_signal(record) | (
                {} if record.profile is None else _said(record.profile)
            )
            said |= {"continues": True} if isinstance(record, Tie) and record.continues else {}
        case Note(_, account, text, day, profile):
            said = {"note": written(account), "text": text, "day": iso(day) if day else None}
            said |= _said(profile)
        case Contact(_, profiles):
            (account,) = {profile.account for profile in profiles}
            said = {"contact": written(account), "profiles": [*map(_said, profiles)]}
    return {"line": record.line, **said}


def _tie_or_signal(record: Tie | Signal) -> Line:
    if isinstance(record, Tie):
        since = None if record.since is None else iso(record.since)
        return {record.kind: written(record.account), "since": since}
    return {
        f"{record.kind} {record.direction}": written(record.account),
        "at": instant(record.at), "with_note": record.with_note,
    }  # fmt: skip


def _interaction(record: Interaction, conversations: dict[int, str]) -> Line:
    return {
        record.direction: [written(account) for account in record.accounts],
        "at": instant(record.at), "channel": record.channel, "size": record.size,
        "conversation": _letter(record.conversation, conversations),
    }  # fmt: skip


def _entry(entry: Entry) -> Line:
    when = {"at": instant(entry.at)} if entry.at is not None else {"day": iso(entry.day or 0)}
    words = {"purpose": entry.purpose, "note": entry.note, "id": entry.ref}
    return {
        entry.direction: written(entry.account), "written": entry.written,
        **when, "channel": f"{entry.channel} ({entry.medium})", "size": entry.size,
        **{key: word for key, word in words.items() if word},
        "occurrence": entry.occurrence, "position": entry.position,
        **({} if entry.logged else {"logged": False}),
        **({} if entry.profile is None else {"profile": _said(entry.profile)}),
    }  # fmt: skip


def _said(profile: Profile) -> Line:
    """Write what a profile says beside its account, which stands in the line already."""
    return {key: value for key, value in profile._asdict().items() if value and key != "account"}


def _letter(conversation: int, known: dict[int, str]) -> str | None:
    """Return the letter of a conversation; None where the era has none, "" for a blank one."""
    if conversation <= 1:
        return (None, "")[conversation]
    return known.setdefault(conversation, chr(ord("A") + len(known)))


def written(account: Account) -> str:
    """Write an account as platform:kind:key."""
    return ":".join(account)


def instant(at: int) -> str:
    """Write UTC epoch seconds as an ISO instant."""
    return datetime.fromtimestamp(at, UTC).isoformat().replace("+00:00", "Z")
