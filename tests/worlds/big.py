"""A LinkedIn export as large as they come, for measuring time and memory.

    python tests/worlds/big.py FOLDER [--connections N] [--messages N] [--seed N]

A million rows take seconds because nothing is formatted twice: days, times of day, names and
texts are ready-made strings, quoted for CSV, and a row is their concatenation.
"""

import argparse
import hashlib
import random
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path

FIRST_DAY = date(2016, 11, 14)
DAYS = 3653  # ten years, to 2026-11-14
SECONDS = 86_400
TALKERS = 4  # one connection in four has ever exchanged a word
GROUPS = 33  # one conversation in 33 is a group
BLOCK = 10_000  # rows that are in memory at once: a single conversation can have 350,000
PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their "
    "connections to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n'
    "\n"
)
CONNECTIONS_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
MESSAGES_HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT\n"
)
INVITATIONS_HEADER = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    "Robin,Quist,,,,Programme lead,,,,,,,\n"
)
_FIRST = ("Adaeze", "Bjarne", "Çağla", "Darius", "Eszter", "Finnian", "Gaëlle", "Hemi", "Ioana",
          "Jomo", "Kaisa", "Leilani", "Minh", "Nikhil", "Oksana", "Paavo")  # fmt: skip
_LAST = ("Abeldane", "Birchwode", "Castelmoro", "Dahlmoss", "Eastermann", "Fairlocke",
         "Gallowmist", "Halvormoe", "Ilvesniemi", "Jayasundre", "Kaltenbrun")  # fmt: skip
_WORDS = ("rota", "spring", "meeting", "about", "the", "draft", "Tuesday", "with", "thanks",
          "again", "planning", "for", "question", "workshop", "soon", "and", "notes")  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A connection, as the columns of the files need them; `since` counts from FIRST_DAY."""

    first: str
    last: str
    url: str
    since: int

    @property
    def name(self) -> str:
        """The whole name, not quoted."""
        return f"{self.first} {self.last}"


OWNER = Somebody("Robin", "Quist", "https://www.linkedin.com/in/robin-quist-example", 0)


@dataclass(frozen=True, slots=True)
class Conversation:
    """So many messages with these people, from the day the last of them joined to `end`."""

    number: int
    members: tuple[Somebody, ...]
    messages: int
    start: int
    end: int


def write_world(
    folder: Path, connections: int = 30_000, messages: int = 1_000_000, seed: int = 1
) -> None:
    """Write Connections, messages, Invitations and Profile into `folder`; same seed, same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)  # noqa: S311 (nothing secret about it)
    people = _people(rng, connections)
    conversations = _conversations(rng, people, messages)
    _write(folder / "Connections.csv", _connection_rows(people))
    _write(folder / "messages.csv", _message_blocks(rng, conversations))
    _write(folder / "Invitations.csv", _invitation_rows(rng, people))
    _write(folder / "Profile.csv", iter((PROFILE,)))


def _write(path: Path, parts: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)


def _people(rng: random.Random, count: int) -> list[Somebody]:
    """Return the connections, newest first; one in twenty carries a title behind a comma."""
    days = sorted((rng.randrange(DAYS) for _ in range(count)), reverse=True)
    return [
        Somebody(
            rng.choice(_FIRST),
            f"{rng.choice(_LAST)}{rng.choice('bdgklmnrst')}{number}" + ", PhD" * (number % 20 == 0),
            f"https://www.linkedin.com/in/somebody-{number}-example",
            day,
        )
        for number, day in enumerate(days)
    ]


def _conversations(rng: random.Random, people: list[Somebody], messages: int) -> list[Conversation]:
    """Share the messages out by a power law: a few people have thousands, most a handful.

    Those who have been connected for longer tend to have more. No two messages of a conversation
    fall into one second, so that an importer keeps them all.
    """
    count = min(messages, max(1, len(people) // TALKERS)) if people else 0
    talkers = rng.sample(people, count)
    talkers.sort(key=lambda talker: talker.since + rng.randrange(DAYS))
    limit = DAYS * SECONDS - 1
    found = []
    for number, share in enumerate(_power_law(messages, count)):
        members = [talkers[number]]
        if number % GROUPS == GROUPS - 1:
            members += rng.sample(talkers[:number], rng.randrange(2, 6))
        start = min(max(member.since for member in members) * SECONDS, limit - share)
        end = limit - int((limit - start - share) * rng.random() * rng.random())
        found.append(Conversation(number, tuple(members), share, start, end))
    return sorted(found, key=lambda conversation: conversation.end, reverse=True)


def _power_law(total: int, parts: int) -> list[int]:
    """Split `total` into `parts` whole numbers that fall with the rank, none below 1."""
    weights = [(rank + 10) ** -1.3 for rank in range(parts)]
    spare = total - parts
    ends = [int(spare * part / sum(weights)) for part in accumulate(weights)]
    if ends:
        ends[-1] = spare
    return [1 + after - before for before, after in zip([0, *ends], ends, strict=False)]


def _connection_rows(people: list[Somebody]) -> Iterator[str]:
    yield PREAMBLE + CONNECTIONS_HEADER
    last = len(people) - 1
    for number, person in enumerate(people):
        day = FIRST_DAY + timedelta(person.since)
        connected_on = f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"
        line_end = "\n" if number < last else ""
        yield (
            f"{person.first},{_quoted(person.last)},{person.url},,Company {number % 997},"
            f"Position {number % 89},{connected_on}{line_end}"
        )


def _message_blocks(rng: random.Random, conversations: list[Conversation]) -> Iterator[str]:
    yield MESSAGES_HEADER
    days = [f"{FIRST_DAY + timedelta(n)} " for n in range(DAYS)]
    clock = [f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02} UTC,," for n in range(SECONDS)]
    texts = [_quoted(_text(rng)) + ",INBOX,,No\n" for _ in range(1000)]
    for conversation in conversations:
        rows = _messages(rng, conversation, days, clock, texts)
        while block := "".join(islice(rows, BLOCK)):
            yield block


def _messages(
    rng: random.Random,
    conversation: Conversation,
    days: list[str],
    clock: list[str],
    texts: list[str],
) -> Iterator[str]:
    """Go back in time from the last message: mostly minutes, now and then a long silence."""
    heads = _heads(conversation)
    average = (conversation.end - conversation.start) / conversation.messages
    pause, silence = min(900.0, average), 6 * average
    at = float(conversation.end)
    draw = rng.random
    for earliest in range(conversation.start + conversation.messages, conversation.start, -1):
        second = max(int(at), earliest)
        yield (
            heads[int(draw() * len(heads))]
            + days[second // SECONDS]
            + clock[second % SECONDS]
            + texts[int(draw() * 1000)]
        )
        at -= 1 + draw() * (pause if draw() < 0.75 else silence)


def _heads(conversation: Conversation) -> list[str]:
    """Return what stands before the date, half of them from the owner, half from the others."""
    digest = hashlib.sha512(str(conversation.number).encode()).digest()
    start = f"2-{b64encode(digest[:40]).decode()},,"
    everybody = (OWNER, *conversation.members)
    from_each = [
        start + ",".join((
            _quoted(sender.name),
            sender.url,
            _quoted(", ".join(p.name for p in everybody if p is not sender)),
            _quoted(",".join(p.url for p in everybody if p is not sender)),
            "",
        ))
        for sender in everybody
    ]  # fmt: skip
    return from_each[:1] * len(conversation.members) + from_each[1:]


def _invitation_rows(rng: random.Random, people: list[Somebody]) -> Iterator[str]:
    """Invitations exist for the last ten months only; every tenth has a note."""
    yield INVITATIONS_HEADER
    for number, person in enumerate(p for p in people if p.since >= DAYS - 300):
        day = FIRST_DAY + timedelta(person.since - rng.randrange(5))
        sent_at = f'"{day.month}/{day.day}/{day.year % 100:02}, {1 + number % 11}:30 PM"'
        note = "We met at the fair" if number % 10 == 0 else ""
        pair = (OWNER, person) if number % 2 else (person, OWNER)
        yield (
            f"{_quoted(pair[0].name)},{_quoted(pair[1].name)},{sent_at},{note},"
            f"{'OUTGOING' if number % 2 else 'INCOMING'},{pair[0].url},{pair[1].url}\n"
        )


def _text(rng: random.Random) -> str:
    """Return a line of about eighty characters, some of which CSV has to quote."""
    line = " ".join(rng.choice(_WORDS) for _ in range(14))
    return line.replace(" with ", ", with ").replace("draft", '"draft"')


def _quoted(field: str) -> str:
    """Quote a field where CSV demands it, as LinkedIn does."""
    if "," in field or '"' in field:
        return '"' + field.replace('"', '""') + '"'
    return field


def main() -> None:
    """Write a world into the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Write a large LinkedIn export.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--connections", type=int, default=30_000)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_world(options.folder, options.connections, options.messages, options.seed)


if __name__ == "__main__":
    main()
