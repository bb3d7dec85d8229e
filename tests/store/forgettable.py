"""Somebody who is to be forgotten, by words that stand nowhere else, and what tells of them."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from netaudit.calendar import iso
from netaudit.records import Account, Contact, Decision, Interaction, Record
from netaudit.store import Store
from netaudit.store.decide import decide
from netaudit.store.forget import Gone, forget, tidy
from netaudit.workflows.naming import resolve_links
from store.canonical import contents
from store.on_x import archive, bearer, direct_message, member
from store.on_x import listed as on_list_of_x
from store.snapshots import (
    BO,
    DAY,
    Snapshot,
    bring,
    connection,
    contact,
    endorsement,
    entry,
    export,
    hidden,
    invitation,
    log,
    logged,
    mention,
    message,
    noon,
    noted,
    recommended,
    url,
)

NAME, SLUG, HANDLE = "Quillon Zanderphule", "quillon-zanderphule-77", "zanderquill"
EMAIL, PHONE, NOTE = "q.zander@zmail.example", "+491709876543", "collects brass sextants"
TOKENS = ("Zanderphule", SLUG, HANDLE, EMAIL, PHONE, "sextant", "Wexcombe", "zword", "ztag")
WHO, WHO_X, BEARER = url(SLUG), member(777_123, HANDLE, NAME, "zword of mine"), bearer(HANDLE)
BOOK = Account("email", "email", EMAIL)
#: Everybody else on record.
CY = member(43, "quietkiln", "Cy Orr")
THEIRS = frozenset(
    {WHO, WHO_X.account, BEARER.account, mention(NAME), logged(NAME), BOOK}
)  # fmt: skip

LINKEDIN = Snapshot(
    {
        "Connections.csv": [
            connection(WHO, NAME, DAY, "Wexcombe", EMAIL),
            connection(BO, "Bo Lind", DAY + 1, "Blue Kiln"),
            hidden(DAY + 4),
        ],
        "Invitations.csv": [
            invitation(WHO, noon(DAY - 1), note=True, name=NAME),
            invitation(BO, noon(DAY), name="Bo Lind"),
        ],
        "Endorsement_Received_Info.csv": [endorsement(NAME, noon(DAY + 7))],
        "Recommendations_Received.csv": [recommended(NAME, DAY + 8)],
        "Notes.csv": [noted(WHO, NOTE, name=NAME), noted(BO, "of the kiln", name="Bo Lind")],
        "Contacts.csv": [
            contact(NAME, EMAIL, "second@zmail.example", phones=[PHONE]),
            contact("Hal Ives", phones=["+15550101"]),
        ],
        "messages.csv": [
            message(WHO, at=noon(DAY)),
            message(WHO, BO, at=noon(DAY + 9), conversation=8),
            message(BO, at=noon(DAY + 10), conversation=9),
            message(mention(NAME), at=noon(DAY - 400), conversation=0),
        ],
    },
    name="linkedin.zip",
)
ON_X = archive(
    on_list_of_x(WHO_X), on_list_of_x(CY), on_list_of_x(CY, "follower")._replace(continues=True),
    direct_message(WHO_X, noon(DAY + 20)), direct_message(CY, noon(DAY + 21)),
    direct_message(BEARER, noon(DAY + 22)),
)  # fmt: skip
LOG = log(
    entry(NAME, DAY + 30)._replace(note=NOTE), entry(NAME, DAY + 31), entry("Bo Lind", DAY + 30)
)
EVERYTHING = (LINKEDIN, ON_X, LOG)
#: An older export, whose lists have no links, and an address book with their second address.
OLD = export(
    connection(Account("linkedin", "listed", f"{NAME.casefold()} {iso(DAY)}"), NAME, DAY),
    connection(BO, "Bo Lind", DAY + 1),
    contact("Q. Z.", "second@zmail.example"),
    exported_on=DAY + 50, name="old.zip",
)  # fmt: skip


def person(store: Store, account: Account = WHO) -> str:
    """Return the id of whose an account is."""
    query = (
        "SELECT p.short_id FROM account a JOIN link l ON l.account_id = a.id"
        " JOIN account p ON p.id = l.person_id WHERE (a.platform, a.kind, a.key) = (?, ?, ?)"
    )
    return str(store.connection.execute(query, account).fetchone()[0])


def begin(path: Path, *snapshots: Snapshot) -> None:
    """Bring snapshots in, and have the user say that the one on X is the one on LinkedIn."""
    bring(path, *snapshots)
    with Store.open(path) as store:
        decide(store, [Decision("same", WHO, WHO_X.account)], resolve_links)


def forgotten(path: Path, account: Account = WHO, **options: bool) -> Gone:
    """Forget whose an account is, as the program does."""
    with Store.open(path) as store:
        gone = forget(store, person(store, account), resolve_links, **options)
        if not options.get("dry_run"):
            assert tidy(store, copy=bool(gone.copies)).left is None
        store.check()
    return gone


def traces(folder: Path, tokens: Iterable[str] = TOKENS) -> list[str]:
    """Return what of the person stands in any file of a folder, or in its name."""
    found = []
    for file in folder.iterdir():
        held = file.read_bytes().lower() + os.fsencode(file.name).lower()
        found += [
            f"{token} in {file.name}, {encoding}"
            for token in tokens
            for encoding in ("utf-8", "utf-16-le", "utf-16-be")
            if token.lower().encode(encoding) in held
        ]
    return found


def facts(path: Path) -> dict[str, list[str]]:
    """Return what a store holds, but for the history and the tombstones."""
    history = {"import", "tombstone"}
    return {name: held for name, held in contents(path).items() if name not in history}


def without(snapshot: Snapshot, gone: frozenset[Account] = THEIRS) -> Snapshot:
    """Return the same without all that is said of some accounts."""

    def left(record: Record) -> Record | None:
        if isinstance(record, Interaction):
            staying = tuple(one for one in record.accounts if one not in gone)
            return record._replace(accounts=staying) if staying else None
        of = record.profiles[0] if isinstance(record, Contact) else record
        return None if getattr(of, "account", None) in gone else record

    files: dict[str, Sequence[Record]] = {
        name: [one for one in map(left, held) if one is not None]
        for name, held in snapshot.files.items()
    }
    return replace(snapshot, files=files)
