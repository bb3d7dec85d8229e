"""What happens between the owner and the people of the example world.

Most connections never exchange a word with anybody, so here too only about a quarter of them
is picked for one of the habits below. Everything is drawn from one seeded generator.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import words
from cast import DEPARTED, FIRST_DAY, LAST_DAY, OWNER, Person, unmistakable

END = datetime.combine(LAST_DAY, time(6, 30), UTC)
INVITATIONS_SINCE = datetime(2026, 1, 18, tzinfo=UTC)  # LinkedIn forgets older ones
IN_PERSON = ("coffee", "meeting", "meal", "lunch", "event", "visit")
VOICE = ("call", "video", "phone")
TEXT = ("email", "whatsapp", "sms", "letter")


@dataclass(slots=True)
class Message:
    """A row of messages.csv; `thread` stands for the conversation id, empty for none."""

    at: datetime
    thread: str
    sender: Person
    recipients: tuple[Person, ...]
    text: str
    folder: str = "INBOX"
    title: str = ""
    attachments: str = ""
    draft: bool = False


@dataclass(slots=True)
class Invitation:
    """A row of Invitations.csv, accepted or still waiting."""

    at: datetime
    person: Person
    outgoing: bool
    note: str = ""


@dataclass(slots=True)
class Entry:
    """A line of the log; `on` is a day or an instant as the owner wrote it."""

    on: str
    person: str
    channel: str = ""
    direction: str = ""
    purpose: str = ""
    note: str = ""


@dataclass(slots=True)
class Life:
    """Everything that happened, in the order in which it was made up."""

    rng: random.Random
    messages: list[Message] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    log: list[Entry] = field(default_factory=list)

    def moment(self, day: date) -> datetime:
        """Return some time of the day at which people write."""
        return datetime.combine(day, time(7), UTC) + timedelta(seconds=self.rng.randrange(46_000))

    def say(self, person: Person, at: datetime, text: str, *, mine: bool) -> None:
        """Add one message of a conversation with one person; nothing happens after END."""
        if at >= END:
            return
        sender, recipient = (OWNER, person) if mine else (person, OWNER)
        message = Message(at, person.slug or person.name, sender, (recipient,), text)
        if self.rng.random() < 0.03:
            message.text = ""
            if self.rng.random() < 0.6:
                message.attachments = _attachment(self.rng)
        self.messages.append(message)

    def chat(self, person: Person, day: date, turns: int, *, mine: bool) -> None:
        """Add `turns` messages to and fro, the first one mine or theirs."""
        at = self.moment(day)
        self.say(person, at, self.rng.choice(words.OPENERS), mine=mine)
        for turn in range(1, turns):
            at += timedelta(minutes=self.rng.choice((2, 9, 34, 55, 170, 400, 1500, 3100)))
            at += timedelta(seconds=self.rng.randrange(60))
            to_and_fro = mine if turn % 2 == 0 else not mine
            self.say(person, at, self.rng.choice(words.REPLIES), mine=to_and_fro)

    def note_down(self, name: str, day: date, channel: str, purpose: str | None = None) -> None:
        """Write a line into the log, the way a person would: not always in the same form."""
        rng = self.rng
        if purpose is None:
            purpose = rng.choice(("", "", "", "", "gave", "got", "thanked", "was_asked",
                                  "asked", "gave+thanked", "asked+got"))  # fmt: skip
        direction = rng.choice(("out", "in", "")) if channel in TEXT else rng.choice(("both", ""))
        if purpose.startswith("asked"):
            direction = "out" if channel in TEXT else direction
        if purpose == "was_asked":
            direction = "in" if channel in TEXT else direction
        self.log.append(
            Entry(self.day_or_instant(day), name, channel, direction, purpose, self.remark(purpose))
        )

    def day_or_instant(self, day: date) -> str:
        """Return a day, or now and then an instant: with an offset, in UTC, or without either."""
        form = self.rng.randrange(16)
        clock = f"{self.rng.randrange(8, 20):02}:{self.rng.randrange(0, 60, 5):02}"
        instants = {0: f"T{clock}+02:00", 1: f"T{clock}:00Z", 2: f"T{clock}"}
        return day.isoformat() + instants.get(form, "")

    def remark(self, purpose: str) -> str:
        """Return a few words that fit the purpose."""
        by_purpose = {"gave": words.GAVE, "got": words.GOT, "asked": words.ASKED,
                      "was_asked": words.ASKED}  # fmt: skip
        return self.rng.choice(by_purpose.get(purpose.partition("+")[0], words.LOG_NOTES))


def live(rng: random.Random, listed: list[Person], strangers: list[Person]) -> Life:
    """Let three years pass."""
    life = Life(rng)
    pool = _Pool(rng, unmistakable(listed))
    _keep_up(life, pool)
    _drift_apart(life, pool)
    _talk_once(life, pool)
    _talk_past_each_other(life, pool)
    _wait_for_answers(life, pool)
    _meet(life, pool)
    _ask(life, pool)
    _invite(life, listed, strangers[40:])
    _know_from_elsewhere(life, strangers[:12])
    _receive_what_is_no_contact(life, strangers[12:28])
    _talk_in_groups(life, pool)
    _leave(life, strangers[28:30])
    life.log.sort(key=lambda entry: entry.on)
    return life


class _Pool:
    """Hands out each listed person once, so that the habits do not mix."""

    def __init__(self, rng: random.Random, people: list[Person]) -> None:
        # Those of the last fortnight stay out: what new connections do is decided in `_invite`.
        settled = [person for person in people if person.since < LAST_DAY - timedelta(14)]
        self.waiting = rng.sample(settled, len(settled))
        self.friends: list[Person] = []

    def take(self, count: int, before: date = LAST_DAY) -> list[Person]:
        taken = [person for person in self.waiting if person.since < before][:count]
        self.waiting = [person for person in self.waiting if person not in taken]
        return taken


def _days(rng: random.Random, since: date, until: date, gap: tuple[int, int]) -> Iterator[date]:
    day = since + timedelta(rng.randrange(1, gap[1]))
    while day <= until:
        yield day
        day += timedelta(rng.randint(*gap))


def _keep_up(life: Life, pool: _Pool) -> None:
    """Have a weekly friend, some monthly and some quarterly ones; each has a rhythm."""
    rng = life.rng
    for gap, count, before, logged in (
        ((3, 8), 1, date(2024, 3, 1), 0.45),
        ((8, 14), 1, date(2025, 6, 1), 0.1),
        ((20, 40), 8, date(2025, 3, 1), 0.3),
        ((55, 120), 15, date(2025, 9, 1), 0.3),
    ):
        for person in pool.take(count, before):
            pool.friends.append(person)
            share = 0.0 if rng.random() < 0.3 else logged  # some are only ever written to
            start = max(person.since, date(2025, 7, 1)) if gap[0] < 8 else person.since
            for day in _days(rng, start, LAST_DAY - timedelta(2), gap):
                if rng.random() < share:
                    life.note_down(person.plain_name, day, rng.choice(IN_PERSON + VOICE + TEXT[:2]))
                else:
                    life.chat(person, day, rng.choice((1, 2, 2, 3)), mine=rng.random() < 0.55)


def _drift_apart(life: Life, pool: _Pool) -> None:
    """Stop talking to eight people after most of a year, without a reason."""
    for person in pool.take(8, date(2024, 9, 1)):
        until = person.since + timedelta(life.rng.randint(150, 330))
        for day in _days(life.rng, person.since, until, (18, 45)):
            if life.rng.random() < 0.2:
                life.note_down(person.plain_name, day, life.rng.choice(IN_PERSON + VOICE))
            else:
                life.chat(person, day, life.rng.choice((2, 2, 3)), mine=life.rng.random() < 0.5)


def _talk_once(life: Life, pool: _Pool) -> None:
    """Exchange a few lines once with some people, mostly soon after connecting."""
    for person in pool.take(34, LAST_DAY - timedelta(60)):
        day = person.since + timedelta(life.rng.choice((0, 1, 2, 5, 12, 30, 55)))
        life.chat(person, day, life.rng.choice((2, 2, 3, 4)), mine=life.rng.random() < 0.6)


def _talk_past_each_other(life: Life, pool: _Pool) -> None:
    """Write to people who never answer, and be written to without answering."""
    rng = life.rng
    for person in pool.take(15):
        life.chat(person, person.since + timedelta(rng.randrange(13)), 1, mine=True)
    for person in pool.take(9, LAST_DAY - timedelta(200)):
        for attempt in range(rng.choice((2, 3, 4))):
            day = person.since + timedelta(5 + attempt * 45 + rng.randrange(9))
            life.say(person, life.moment(day), words.NUDGES[attempt], mine=True)
    for person in pool.take(18, LAST_DAY - timedelta(30)):
        for attempt in range(rng.choice((1, 1, 2))):
            day = person.since + timedelta(1 + attempt * 9)
            life.say(person, life.moment(day), rng.choice(words.PITCHES), mine=False)


def _wait_for_answers(life: Life, pool: _Pool) -> None:
    """Leave six people waiting (some are friends), and wait for three others."""
    friends = [p for p in pool.friends if not _heard_since(life, p, LAST_DAY - timedelta(45))]
    for ago, person in zip((5, 9, 16, 23, 38, 61), friends[:3] + pool.take(3), strict=True):
        day = LAST_DAY - timedelta(ago)
        if person.since < day:
            life.say(person, life.moment(day), life.rng.choice(words.OPENERS), mine=False)
    for ago, person in zip((3, 8, 19), pool.take(3), strict=True):
        text = life.rng.choice(words.OPENERS)
        life.say(person, life.moment(LAST_DAY - timedelta(ago)), text, mine=True)


def _heard_since(life: Life, person: Person, day: date) -> bool:
    written = any(m.thread == person.slug and m.at.date() >= day for m in life.messages)
    return written or any(
        e.person == person.plain_name and e.on >= day.isoformat() for e in life.log
    )


def _meet(life: Life, pool: _Pool) -> None:
    """Meet some people weeks or months after connecting, and connect with some after meeting."""
    rng = life.rng
    for person in pool.take(11, date(2026, 3, 1)):
        life.chat(person, person.since + timedelta(3), 2, mine=rng.random() < 0.6)
        later = person.since + timedelta(rng.choice((20, 45, 70, 85, 120, 200, 250)))
        life.note_down(person.plain_name, later, rng.choice(IN_PERSON))
    for person in pool.take(9):
        day = person.since - timedelta(rng.choice((0, 1, 1, 3)))
        life.note_down(person.plain_name, day, rng.choice(("event", "meeting", "meal")))


def _ask(life: Life, pool: _Pool) -> None:
    """Ask favours: of people who only ever hear requests, and some that are still open."""
    rng = life.rng
    for person in pool.take(4, date(2025, 6, 1)):
        for months in range(rng.choice((1, 2, 3))):
            day = person.since + timedelta(60 + 120 * months + rng.randrange(20))
            life.note_down(person.plain_name, day, rng.choice(("email", "call")), "asked")
    open_asks = ((9, "asked"), (31, "asked"), (14, "was_asked"), (52, "was_asked"))
    for (ago, purpose), person in zip(open_asks, pool.take(4, date(2026, 6, 1)), strict=True):
        life.note_down(person.plain_name, LAST_DAY - timedelta(ago), "email", purpose)
    # A hasty hand: one letter of a friend's name is missing.
    friend = pool.friends[3].plain_name
    life.note_down(friend[:-2] + friend[-1], LAST_DAY - timedelta(75), "coffee", "")


def _invite(life: Life, listed: list[Person], pending: list[Person]) -> None:
    """Invite and be invited; a note comes back as the first message of the conversation."""
    rng = life.rng
    for person in listed:
        accepted = datetime.combine(person.since, time(0), UTC)
        accepted += timedelta(seconds=rng.randrange(86_400))
        sent = accepted - timedelta(minutes=rng.choice((31, 95, 400, 1300, 3000, 9000, 21_000)))
        mine = rng.random() < 0.55
        fresh = LAST_DAY - person.since < timedelta(7)
        note = rng.choice(words.INVITE_NOTES) if rng.random() < (0.4 if fresh else 0.05) else ""
        if accepted >= END:
            accepted, sent = END - timedelta(hours=8), END - timedelta(hours=30)
        if sent >= INVITATIONS_SINCE:
            life.invitations.append(Invitation(sent, person, mine, note))
        if note:
            life.say(person, accepted, note, mine=mine)
            if rng.random() < 0.4:
                life.say(person, accepted + timedelta(hours=5), words.REPLIES[0], mine=not mine)
    for person in pending:
        day = LAST_DAY - timedelta(rng.randrange(1, 290))
        mine = rng.random() < 0.6
        note = rng.choice(words.INVITE_NOTES[1:4]) if rng.random() < 0.12 else ""
        life.invitations.append(Invitation(life.moment(day), person, mine, note))


def _know_from_elsewhere(life: Life, people: list[Person]) -> None:
    """Keep in touch with people whom no platform knows: by name, e-mail or link."""
    rng = life.rng
    gaps = ((30, 60), (60, 110), (90, 200), (100, 250), (120, 300), (150, 400))
    for number, person in enumerate(people):
        written = person.plain_name
        if number in {4, 9}:
            written = person.slug.encode("ascii", "ignore").decode() + "@example.com"
        if number == 7:
            written = person.url
        since = FIRST_DAY + timedelta(rng.randrange(500))
        first_choice = rng.choice((IN_PERSON, VOICE, TEXT))
        for day in _days(rng, since, LAST_DAY, gaps[min(number // 2, 5)]):
            channels = first_choice if rng.random() < 0.6 else IN_PERSON + VOICE + TEXT
            life.note_down(written, day, rng.choice(channels))


def _receive_what_is_no_contact(life: Life, strangers: list[Person]) -> None:
    """Receive advertisements and spam, and begin letters that are never sent."""
    rng = life.rng
    start = '<p class="spinmail-quill-editor__spin-break">'
    for number, stranger in enumerate(strangers[:12]):
        at = life.moment(FIRST_DAY + timedelta(60 + 80 * number))
        title = rng.choice(words.CAMPAIGNS)
        sender = Person(stranger.first, stranger.last) if number % 3 else DEPARTED
        text = f"{start}Hi Robin,</p>{start}{title}: places are limited.</p>"
        title = title if sender.slug or sender is not DEPARTED else "Sponsored Conversation"
        life.messages.append(Message(at, f"campaign {number}", sender, (OWNER,), text, title=title))
    for stranger in strangers[12:]:
        for pitch in words.PITCHES[: rng.choice((1, 2))]:
            life.say(stranger, life.moment(date(2026, 2, 3)), pitch, mine=False)
            life.messages[-1].folder = "SPAM"
    for days in (3, 40, 41, 300):
        at = life.moment(LAST_DAY - timedelta(days))
        life.messages.append(Message(at, "", OWNER, (), "Dear", folder="", draft=True))
    known = next(m for m in life.messages if m.sender is not OWNER and m.sender.slug)
    life.say(known.sender, life.moment(LAST_DAY - timedelta(20)), "About your", mine=True)
    life.messages[-1].draft = True


def _talk_in_groups(life: Life, pool: _Pool) -> None:
    """Share conversations: two small ones and one that is too large to be contact."""
    rng = life.rng
    others = pool.take(12, date(2026, 1, 1))
    groups = (
        ("", pool.friends[2:5], date(2025, 9, 2), 9),
        ("Autumn workshop", [pool.friends[1], *others[:4]], date(2026, 8, 25), 8),
        ("Alumni of the spring course", others, date(2026, 4, 7), 10),
    )
    for number, (title, members, day, turns) in enumerate(groups):
        at = life.moment(day)
        for turn in range(turns):
            sender = OWNER if turn % 3 == 0 else rng.choice(members)
            recipients = tuple(person for person in [OWNER, *members] if person is not sender)
            text = rng.choice(words.REPLIES if turn else words.OPENERS)
            life.messages.append(Message(at, f"group {number}", sender, recipients, text,
                                         title=title))  # fmt: skip
            at += timedelta(minutes=rng.randrange(3, 900), seconds=rng.randrange(60))


def _leave(life: Life, removed: list[Person]) -> None:
    """Lose people: two closed their account, two are no longer connections."""
    rng = life.rng
    for number, day in enumerate((date(2024, 6, 3), date(2025, 2, 10))):
        departed = Person("LinkedIn", "Member")
        at = life.moment(day)
        for turn in range(6 - 3 * number):
            life.say(departed, at, rng.choice(words.REPLIES), mine=turn % 2 == 0)
            life.messages[-1].thread = f"departed {number}"
            at += timedelta(days=rng.randrange(1, 20), minutes=7)
    for person in removed:
        life.note_down(person.plain_name, date(2024, 9, 3), "coffee")
        for day in _days(rng, date(2024, 4, 1), date(2025, 1, 1), (30, 80)):
            life.chat(person, day, 2, mine=rng.random() < 0.5)


def _attachment(rng: random.Random) -> str:
    number = f"{rng.getrandbits(48):012x}"
    return f"https://www.linkedin.com/dms/prv/image/v2/example-{number}/attachment"
