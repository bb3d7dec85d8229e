"""Files made of bytes on the spot, and what the importers make of them."""

import io
from pathlib import Path

from netaudit.config import load
from netaudit.importers import Context, File, claim, read_checked
from netaudit.importers.csvfile import Item, open_table
from netaudit.importers.linkedin.owner import find_owner
from netaudit.records import Interaction, Owner, Problem, Record, SetAside

CHANNELS = load(Path(__file__).parent / "no-such-file.toml").channels
ME = Owner("robin-quist-example", "Robin Quist")
LINK = "https://www.linkedin.com/in/"
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"


def made(content: str | bytes, name: str = "file.csv") -> File:
    """Return a file that holds `content`."""
    data = content.encode() if isinstance(content, str) else content
    return File(name, name, lambda: io.BytesIO(data), len(data))


def records(
    file: File, owner: Owner = ME, notices: list[str] | None = None, timezone: str = "UTC"
) -> list[Record]:
    """Read a file as the importer that claims it does."""
    importer = claim(file)
    assert importer is not None
    said = [] if notices is None else notices
    return list(read_checked(importer, file, Context(owner, timezone, CHANNELS, said)))


def rows(content: str | bytes, *required: str, notices: list[str] | None = None) -> list[Item]:
    """Read the table below the header that names `required`, by default a and b."""
    said = [] if notices is None else notices
    return list(open_table(made(content), frozenset(required or ("a", "b")), said).rows())


def problems(items: list[Item] | list[Record]) -> list[tuple[int, str]]:
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


def interactions(items: list[Record]) -> list[tuple[str, list[str], int]]:
    """Return direction, keys of the people and size of every interaction."""
    return [
        (item.direction, [account.key for account in item.accounts], item.size)
        for item in items
        if isinstance(item, Interaction)
    ]


def aside(items: list[Record]) -> list[str]:
    """Return the kinds of what was set aside."""
    return [item.kind for item in items if isinstance(item, SetAside)]
