"""Files made of bytes on the spot, and what the importers make of them."""

import io
from collections.abc import Iterable
from pathlib import Path

from netaudit.config import load
from netaudit.importers import Context, File, claim, read_checked
from netaudit.importers.csvfile import Item, open_table
from netaudit.importers.linkedin.owner import find_owner
from netaudit.records import (
    Interaction,
    Interactions,
    Owner,
    Problem,
    Profile,
    Record,
    Row,
    SetAside,
)

#: Records as tests look at them: one at a time.
Told = Row | Profile
CHANNELS = load(Path(__file__).parent / "no-such-file.toml").channels
ME = Owner("robin-quist-example", "Robin Quist")
LINK = "https://www.linkedin.com/in/"
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER"
)
ENDORSERS = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status"
)
ENDORSED = ENDORSERS.replace("Endorser ", "Endorsee ")
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
CONTACTS = (
    "FirstName,MiddleName,LastName,MaidenName,NickName,NamePrefix,NameSuffix,Title,Emails,"
    "PhoneNumbers,CreatedAt,UpdatedAt,CountryCode,RegionCode,ThirdPartyVerified,Location"
)
CONTACTS_2022 = (
    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,"
    "InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles"
)
IMPORTED_2018 = (
    "First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At,"
    "Instant Message Handles,Addresses,Sites,Full Name,Birthday,Location,Bookmarked At,Profiles"
)
NOTES = (
    "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On"
)
FOLLOWS = "Date,Status,FullName"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"


def made(content: str | bytes, name: str = "file.csv") -> File:
    """Return a file that holds `content`."""
    data = content.encode() if isinstance(content, str) else content
    return File(name, name, lambda: io.BytesIO(data), len(data))


def records(
    file: File, owner: Owner = ME, notices: list[str] | None = None, timezone: str = "UTC"
) -> list[Told]:
    """Read a file as the importer that claims it does."""
    importer = claim(file)
    assert importer is not None
    said = [] if notices is None else notices
    return singly(read_checked(importer, file, Context(owner, timezone, CHANNELS, said)))


def singly(told: Iterable[Record]) -> list[Told]:
    """Return what was told, interactions one at a time."""
    found: list[Told] = []
    for record in told:
        found += record.each() if isinstance(record, Interactions) else [record]
    return found


def rows(content: str | bytes, *required: str, notices: list[str] | None = None) -> list[Item]:
    """Read the table below the header that names `required`, by default a and b."""
    said = [] if notices is None else notices
    return list(open_table(made(content), frozenset(required or ("a", "b")), said).rows())


def problems(items: list[Item] | list[Told]) -> list[tuple[int, str]]:
    """Return line and code of every problem."""
    return [(item.where.line, item.code) for item in items if isinstance(item, Problem)]


def cells(items: list[Item]) -> list[list[str]]:
    """Return the cells of every good row."""
    return [item[1] for item in items if not isinstance(item, Problem)]


def lines(items: list[Item]) -> list[int]:
    """Return the line of every good row."""
    return [item[0] for item in items if not isinstance(item, Problem)]


def owner_of(messages: str = "", said: str | None = None, known: Owner | None = None) -> Owner:
    """Find the owner in a messages file with the ten columns of today."""
    file = made(f"{MESSAGES}\n{messages}", "messages.csv")
    return find_owner({"linkedin-messages": [file]}, said, known)


def message(
    sender: str = "",
    to: str = "",
    date: str = "2026-02-08 09:15:00 UTC",
    content: str = "Hello",
    folder: str = "INBOX",
    conversation: str = "2-a",
    title: str = "",
) -> str:
    """Return a row of messages.csv; people are written `Name|slug`, several joined by `;`."""
    names, links = [], []
    for person in (sender, *to.split(";")):
        name, _, slug = person.partition("|")
        names.append(name)
        links.append(f"{LINK}{slug}" if slug else "")
    between = [
        names[0], links[0], ", ".join(names[1:]), ",".join(link for link in links[1:] if link),
    ]  # fmt: skip
    row = [conversation, title, *between, date, "", content, folder]
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n"


def interactions(items: list[Told]) -> list[tuple[str, list[str], int]]:
    """Return direction, keys of the people and size of every interaction."""
    return [
        (item.direction, [account.key for account in item.accounts], item.size)
        for item in items
        if isinstance(item, Interaction)
    ]


def aside(items: list[Told]) -> list[str]:
    """Return the kinds of what was set aside."""
    return [item.kind for item in items if isinstance(item, SetAside)]
