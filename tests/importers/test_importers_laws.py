"""Laws that every importer keeps, whatever the cells of its files hold."""

import csv
import io
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.made import (
    CHANNELS,
    CONNECTIONS,
    CONTACTS,
    ENDORSED,
    ENDORSERS,
    FOLLOWS,
    IMPORTED_2018,
    INVITATIONS,
    LINK,
    ME,
    MESSAGES,
    NOTES,
    RECOMMENDATIONS,
    Told,
    made,
    singly,
)
from netaudit.errors import InputRefused
from netaudit.importers import Context, named, read_checked
from netaudit.importers.linkedin.owner import find_owner
from netaudit.normal import email_key, phone_key
from netaudit.records import (
    Contact,
    Entry,
    Interaction,
    Note,
    Owner,
    Problem,
    Profile,
    Row,
    SetAside,
    Signal,
    Tie,
)

HEADERS = {
    "linkedin-connections": CONNECTIONS,
    "linkedin-messages": f"{MESSAGES},ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
    "linkedin-invitations": INVITATIONS,
    "linkedin-profile": "First Name,Last Name,Headline",
    "linkedin-emails": "Email Address,Confirmed,Primary,Updated On",
    "linkedin-phones": "Extension,Number,Type",
    "linkedin-follows": FOLLOWS,
    "linkedin-contacts": CONTACTS,
    "linkedin-recommendations-given": RECOMMENDATIONS,
    "linkedin-recommendations-received": RECOMMENDATIONS,
    "linkedin-endorsements-given": ENDORSED,
    "linkedin-endorsements-received": ENDORSERS,
    "linkedin-notes": NOTES,
    "log": "date,person,channel,direction,purpose,note,group,id",
}
OLD = {
    "linkedin-messages": "From,To,Date,Subject,Content,Direction,Folder",
    "linkedin-connections": "First Name,Last Name,Email Address,Company,Position,Connected On",
    "linkedin-invitations": "From,To,Sent At,Message,Direction",
    "linkedin-contacts": IMPORTED_2018,
}
CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9)
LIKELY = st.sampled_from([
    "", " ", "Ada Kaltenbrun", "Bo Dahl, PhD", "LinkedIn Member", "Robin Quist", "Yes", "INBOX",
    f"{LINK}ada-example", f"{LINK}robin-quist-example", f"{LINK}ada-example,{LINK}bo-example",
    "https://www.linkedin.com/in", "urn:li:member:1", "ada@example.org", "08 Feb 2026",
    "2026-02-08 09:15:00 UTC", "2/8/26, 9:15 AM", "2026-02-08", "2026-02-08T09:15", "OUTGOING",
    "INCOMING", "coffee", "both", "gave+asked", "3", "9" * 30, "(((", '"', "“", "\ufeff", "\u202e",
    "=1+1", "'=1", "-", "2-abc", "\x1b[31m", "\u2028", "2026/02/08 09:15:00 UTC", "8/2/2026 9:15",
    "2026-02-08 09:15:00", "Active", "Unfollow", "+44 20 7946 0018", "0044 (0)20 79460018",
    "ada@example.org; bo@example.org", "+447700900001,+447700900002",
    "www.linkedin.com/in/ada-example",
])  # fmt: skip
TABLES = st.lists(st.lists(CELL | LIKELY, min_size=1, max_size=14), max_size=8)


def text_of(header: str, table: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([header.split(","), *table])
    return out.getvalue()


def read(name: str, content: str, owner: Owner) -> list[Told] | None:
    context = Context(owner, "Europe/Paris", CHANNELS, [])
    try:
        return singly(read_checked(named(name), made(content), context))
    except InputRefused:
        return None


def line_of(row: Row) -> int:
    return row.where.line if isinstance(row, Problem) else row.line


FORMATS = [*HEADERS.items(), *OLD.items()]


@pytest.mark.parametrize(("name", "header"), FORMATS, ids=lambda value: value[:40])
@settings(max_examples=250, deadline=None)
@given(table=TABLES, owner=st.sampled_from([ME, Owner(None, "Robin Quist"), Owner()]))
def test_every_row_is_told_once_in_order_and_in_text_that_can_be_stored(
    name: str, header: str, table: list[list[str]], owner: Owner
) -> None:
    told = read(name, text_of(header, table), owner)
    if told is None:
        return
    found = [record for record in told if not isinstance(record, Profile)]
    filled = [row for row in table if any(cell.strip() for cell in row)]
    assert len(found) == len(filled)
    assert [line_of(row) for row in found] == sorted({line_of(row) for row in found})
    for record in told:
        repr(record).encode()
        check(record)


def assert_harmless(*texts: str) -> None:
    for text in texts:
        assert not {unicodedata.category(character) for character in text} & {"Cc", "Cs"}


def check(record: Told) -> None:
    """Assert what the store relies on."""
    match record:
        case Interaction(_, accounts, at, direction, _, size, conversation):
            assert len(set(accounts)) == len(accounts) >= 1
            assert all(account.key for account in accounts)
            assert 0 <= conversation < 1 << 63
            assert size >= (len(accounts) if direction == "out" else 1)
            assert abs(at) < 1 << 40
        case Note(_, account, text, day, profile):
            assert text
            assert account.key
            assert account == profile.account
            assert day is None or day > 0
            assert_harmless(text, *profile[1:6])
        case Contact(_, profiles):
            assert len({profile.account for profile in profiles}) == 1
            keys = [profile.email or profile.phone for profile in profiles]
            assert profiles[0].account.key == keys[0]
            assert len(set(keys)) == len(keys)
            assert all(bool(profile.email) != bool(profile.phone) for profile in profiles)
            for profile in profiles:
                assert_harmless(*profile[1:6], profile.phone)
        case Entry():
            assert (record.at is None) != (record.day is None)
            assert record.account.key
            assert record.written
            assert record.size >= 1
            assert_harmless(record.written, record.note, record.purpose, record.ref)
        case Tie() | Signal():
            assert record.account.key
            assert record.profile is not None
            assert record.profile.account == record.account
            assert_harmless(*record.profile[1:6])
        case Profile():
            assert record.name
            assert_harmless(*record[1:6])
        case SetAside():
            assert record.kind
        case Problem():
            assert record.code
            assert "Kaltenbrun" not in record.message


@settings(max_examples=300, deadline=None)
@given(
    messages=TABLES,
    invitations=TABLES,
    profile=TABLES,
    emails=TABLES,
    phones=TABLES,
    said=st.none() | CELL | LIKELY,
    known=st.sampled_from([None, ME]),
)
def test_looking_for_the_owner_never_fails(
    messages: list[list[str]],
    invitations: list[list[str]],
    profile: list[list[str]],
    emails: list[list[str]],
    phones: list[list[str]],
    said: str | None,
    known: Owner | None,
) -> None:
    tables = {
        "linkedin-messages": messages,
        "linkedin-invitations": invitations,
        "linkedin-profile": profile,
        "linkedin-emails": emails,
        "linkedin-phones": phones,
    }
    files = {
        name: [made(text_of(HEADERS[name], table), "messages.csv")]
        for name, table in tables.items()
    }
    with suppress(InputRefused):
        owner = find_owner(files, said, known)
        assert owner.slug is None or owner.slug
        assert [email_key(key) for key in owner.emails] == sorted(set(owner.emails))
        assert [phone_key(key) for key in owner.phones] == sorted(set(owner.phones))
