"""The files of a LinkedIn archive and of the log, written as LinkedIn and people write them."""

import csv
import hashlib
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO
from itertools import groupby
from zoneinfo import ZoneInfo

from cast import OWNER, Person
from life import Entry, Invitation, Message

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their "
    "connections to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n'
    "\n"
)
MESSAGE_COLUMNS = (
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO",
    "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS",
    "IS MESSAGE DRAFT",
)  # fmt: skip
_PACIFIC = ZoneInfo("America/Los_Angeles")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def connections(people: Iterable[Person], hidden: Iterable[date]) -> str:
    """Return Connections.csv: newest first, closed accounts as a bare day, no last line end."""
    dated = [(person.since, (person.first, person.last, person.url, person.email,
                             person.company, person.position)) for person in people]  # fmt: skip
    dated += [(day, ("",) * 6) for day in hidden]
    dated.sort(key=lambda row: row[0], reverse=True)
    header = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position",
              "Connected On")  # fmt: skip
    return PREAMBLE + _csv([header, *((*row, _day(day)) for day, row in dated)]).removesuffix("\n")


def messages(everything: Iterable[Message], *, again: int = 5) -> str:
    """Return messages.csv: the latest conversation first, and in each the newest message first.

    LinkedIn repeats some rows exactly; here `again` of them.
    """
    by_thread = sorted(everything, key=lambda message: message.thread)
    threads = [
        sorted(group, key=lambda message: message.at, reverse=True)
        for _, group in groupby(by_thread, key=lambda message: message.thread)
    ]
    threads.sort(key=lambda thread: thread[0].at, reverse=True)
    rows = [_message_row(message) for thread in threads for message in thread]
    for place in [len(rows) * (n + 1) // (again + 1) for n in range(again)]:
        rows.insert(place, rows[place])
    return _csv([MESSAGE_COLUMNS, *rows])


def _message_row(message: Message) -> tuple[str, ...]:
    conversation = ""
    if message.thread:
        digest = hashlib.sha512(message.thread.encode()).digest()
        conversation = "2-" + b64encode(digest[:40]).decode()
    return (
        conversation,
        message.title,
        message.sender.name,
        message.sender.url,
        ", ".join(person.name for person in message.recipients),
        ",".join(person.url for person in message.recipients if person.url),
        f"{message.at:%Y-%m-%d %H:%M:%S} UTC",
        "",
        message.text,
        message.folder,
        message.attachments,
        "Yes" if message.draft else "No",
    )


def invitations(everything: Iterable[Invitation]) -> str:
    """Return Invitations.csv, newest first, in the time of LinkedIn's head office."""
    header = ("From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl",
              "inviteeProfileUrl")  # fmt: skip
    rows = []
    for invitation in sorted(everything, key=lambda one: one.at, reverse=True):
        pair = (OWNER, invitation.person)
        inviter, invitee = pair if invitation.outgoing else pair[::-1]
        direction = "OUTGOING" if invitation.outgoing else "INCOMING"
        rows.append((inviter.name, invitee.name, _pacific(invitation.at), invitation.note,
                     direction, inviter.url, invitee.url))  # fmt: skip
    return _csv([header, *rows])


def log(entries: Iterable[Entry]) -> str:
    """Return the log, oldest first."""
    rows = [(e.on, e.person, e.channel, e.direction, e.purpose, e.note) for e in entries]
    return _csv([("date", "person", "channel", "direction", "purpose", "note"), *rows])


def others() -> dict[str, str]:
    """Return the small files: who the owner is, and what an archive holds besides people."""
    return {
        "Profile.csv": _csv([
            ("First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline",
             "Summary", "Industry", "Zip Code", "Geo Location", "Twitter Handles", "Websites",
             "Instant Messengers"),
            (OWNER.first, OWNER.last, "", "", "", "Programme lead, mostly volunteers & rotas", "",
             "Non-profit Organizations", "", "", "", "[OTHER:https://robin-quist.example.org]", ""),
        ]),
        "guide_messages.csv": _csv([MESSAGE_COLUMNS[:10]]),
        "Positions.csv": _csv([
            ("Company Name", "Title", "Description", "Location", "Started On", "Finished On"),
            ("Tidewater Cooperative", "Programme Lead", "", "", "Feb 2022", ""),
            ("Harbour Street Press", "Editor, non-fiction", "", "", "2017", "Jan 2022"),
        ]),
        "Email Addresses.csv": _csv([
            ("Email Address", "Confirmed", "Primary", "Updated On"),
            (OWNER.email, "Yes", "Yes", "3/2/24, 9:14 AM"),
            ("rq@example.org", "Yes", "No", "Not Available"),
        ]),
    }  # fmt: skip


def _csv(rows: Iterable[Sequence[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"


def _pacific(at: datetime) -> str:
    """Return month/day/year and a twelve-hour clock, nothing padded but the minutes."""
    local = at.astimezone(_PACIFIC)
    half = "AM" if local.hour < 12 else "PM"
    clock = f"{local.hour % 12 or 12}:{local.minute:02} {half}"
    return f"{local.month}/{local.day}/{local.year % 100:02}, {clock}"
