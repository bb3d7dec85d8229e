"""What a report must say of archives of X: counted one by one from their JSON, in plain Python."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from worlds.on_x import GROUPS, LISTS, ME, POSTS, TALKS, Archive, Element

#: Messages and posts to more than so many people are contact with none of them.
MOST = 8
#: From when until when somebody stood in a list; None: of old, or still.
Time = tuple[date | None, date | None]


class Exchange(NamedTuple):
    """One interaction with one person."""

    at: datetime
    way: str
    channel: str
    size: int


@dataclass
class Facts:
    """What some archives state together."""

    #: By the post or message, and the person.
    exchanges: dict[tuple[str, str], Exchange] = field(default_factory=dict)
    #: By kind, post and person.
    signals: dict[tuple[str, str, str], datetime] = field(default_factory=dict)
    ties: dict[str, dict[str, Time]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def keep(self, what: str, one: str, found: Exchange) -> None:
        """Take in an exchange; of one that two archives tell, the larger group holds."""
        old = self.exchanges.get((what, one), found)
        self.exchanges[what, one] = found if old.size <= found.size else old


def facts(archives: Sequence[Archive]) -> Facts:
    """Return what archives state together, in whatever order they stand."""
    found = Facts()
    for archive in archives:
        for add in (_add_posts, _add_likes, _add_messages):
            add(found, archive)
    for name, key in LISTS.items():
        holding = sorted((a for a in archives if name in a.files), key=lambda a: a.day)
        found.ties[name] = _times(name, key, holding)
    _name(found, [post for archive in archives for post in _posts(archive)])
    return found


def _posts(archive: Archive) -> list[Element]:
    """Return the posts of an archive that are of a possible day."""
    posts = [e.get("tweet", e) for name in POSTS for e in archive.files.get(name, ())]
    return [post for post in posts if _posted(post).year >= 2006]


def _posted(post: Element) -> datetime:
    return datetime.strptime(post["created_at"], "%a %b %d %H:%M:%S %z %Y")


def _known(value: object) -> str | None:
    """Return an id of somebody whom X still gives."""
    return value if isinstance(value, str) and value.isdecimal() else None


def _mentioned(post: Element) -> list[Element]:
    return [one for one in post["entities"]["user_mentions"] or () if one]


def _passed_on(post: Element) -> str | None:
    """Return whose post this one passes on; by the handle alone if it is not mentioned as well."""
    if (found := re.match(r"RT @(\w+):", post["full_text"])) is None:
        return None
    handle = found[1].casefold()
    bearers = [m["id_str"] for m in _mentioned(post) if m["screen_name"].casefold() == handle]
    return next(filter(_known, bearers), "" if bearers else f"@{handle}")


def _add_posts(known: Facts, archive: Archive) -> None:
    for post in _posts(archive):
        if (author := _passed_on(post)) is not None:
            known.signals |= {("repost", post["id_str"], author): _posted(post)} if author else {}
            continue
        people = {m["id_str"]: "mention" for m in _mentioned(post)}
        people[post.get("in_reply_to_user_id_str", "")] = "reply"
        people = {one: how for one, how in people.items() if _known(one) and one != ME}
        for one, channel in people.items():
            known.keep(post["id_str"], one, Exchange(_posted(post), "out", channel, len(people)))


def _add_likes(known: Facts, archive: Archive) -> None:
    """Take in likes of posts that the owner replied to; only there is an author known."""
    authors = {
        post.get("in_reply_to_status_id_str"): post.get("in_reply_to_user_id_str")
        for post in _posts(archive)
    }
    for status in (e["like"]["tweetId"] for e in archive.files.get("like", ())):
        if (author := _known(authors.get(status))) and author != ME:
            at = datetime.fromtimestamp(((int(status) >> 22) + 1288834974657) / 1000, UTC)
            known.signals["like", status, author] = at


def _events(archive: Archive, names: Sequence[str]) -> list[list[tuple[str, Element]]]:
    """Return what happened in each conversation, of all its pieces."""
    found: dict[str, list[tuple[str, Element]]] = defaultdict(list)
    for talk in (e["dmConversation"] for name in names for e in archive.files.get(name, ())):
        found[talk["conversationId"]] += [e for m in talk["messages"] for e in m.items()]
    return [*found.values()]


def _add_messages(known: Facts, archive: Archive) -> None:
    two, groups = _events(archive, TALKS), _events(archive, GROUPS)
    for happened in two + groups:
        for event in (event for kind, event in happened if kind == "messageCreate"):
            sender, when = event["senderId"], event["createdAt"]
            others = _members(happened, when) if happened in groups else {event["recipientId"]}
            way = "out" if sender == ME else "in"
            for one in others - {ME} if sender == ME else {sender}:
                size = len(others | {one}) if happened in groups else 1
                found = Exchange(datetime.fromisoformat(when), way, "dm", size)
                known.keep(event["id"], one, found)


def _members(happened: Sequence[tuple[str, Element]], at: str) -> set[str]:
    """Return who else was in a group at an instant: who had come, or was there and had not left."""
    moves: dict[str, list[tuple[str, str]]] = defaultdict(list)
    everybody = set()
    for kind, event in happened:
        everybody |= {event.get("senderId", ME), event.get("initiatingUserId", ME)}
        for one in (*event.get("participantsSnapshot", ()), *event.get("userIds", ())):
            moves[one].append((event["createdAt"], kind))
    return {one for one in everybody | {*moves} if one != ME and _is_in(sorted(moves[one]), at)}


def _is_in(moves: Sequence[tuple[str, str]], at: str) -> bool:
    if before := [kind for when, kind in moves if when <= at]:
        return before[-1] != "participantsLeave"
    return not moves or moves[0][1] != "participantsJoin"


def _times(name: str, key: str, archives: Sequence[Archive]) -> dict[str, Time]:
    """Return from when until when each person stood in a list, as whole ones tell."""
    held = [({e[key]["accountId"] for e in a.files[name]}, a) for a in archives]
    found: dict[str, Time] = {}
    for one in set().union(*(people for people, _ in held)):
        lacking = [a.day for people, a in held if one not in people and a.is_whole(name)]
        having = [a.day for people, a in held if one in people]
        since = having[0] if any(day < having[0] for day in lacking) else None
        found[one] = since, next((day for day in lacking if day > having[-1]), None)
    return found


def _called(post: Element) -> Iterator[tuple[str, str, str]]:
    """Yield id, handle and name of everybody whom a post names."""
    for one in _mentioned(post):
        yield one["id_str"], one["screen_name"].casefold(), one["name"]
    replied = post.get("in_reply_to_user_id_str", "")
    yield replied, post.get("in_reply_to_screen_name", "").casefold(), ""


def _name(known: Facts, posts: Sequence[Element]) -> None:
    """Take in what people are called, and whose the handles are that stand alone."""
    handles, bearers = dict[str, str](), dict[str, str]()
    for post in sorted(posts, key=_posted):
        for number, handle, name in _called(post):
            if _known(number) and handle:
                bearers[f"@{handle}"], handles[number] = number, f"@{handle}"
            if _known(number) and name:
                known.names[number] = name
    known.names = handles | known.names
    known.signals = {(k, p, bearers.get(a, a)): at for (k, p, a), at in known.signals.items()}


def measured(known: Facts, as_of: date, zone: str) -> dict[str, Any]:
    """Return the figures of a report as of a day."""

    def day(at: datetime) -> date:
        return at.astimezone(ZoneInfo(zone)).date()

    avoided = [*known.ties["block"].items(), *known.ties["mute"].items()]
    left_out = {one for one, (_, until) in avoided if until is None}

    def is_seen(one: str, at: datetime) -> bool:
        return one not in left_out and day(at) <= as_of

    rows = [(one, day(e.at), e) for (_, one), e in known.exchanges.items() if is_seen(one, e.at)]
    signals = [one for (_, _, one), at in known.signals.items() if is_seen(one, at)]
    began = [
        (kind, one, until) for kind in ("following", "follower")
        for one, (since, until) in known.ties[kind].items()
        if one not in left_out and (since is None or since <= as_of)
    ]  # fmt: skip
    current = {(kind, one) for kind, one, until in began if until is None or until > as_of}
    listed, followers = ({o for k, o in current if k == kind} for kind in ("following", "follower"))
    channels: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, on, e in rows:
        channels[e.channel].append((str(on), one))
    return _of_contact(known, [r for r in rows if r[2].size <= MOST], listed, as_of) | {
        "list": len(listed), "mutual": len(followers & listed),
        "audience": len(followers - listed),
        "interactions": len(rows), "signals": len(signals),
        "people": len({*signals, *(one for _, one, _ in began), *(one for one, _, _ in rows)}),
        "channels": {
            name: (len(those), len({one for _, one in those}), min(those)[0], max(those)[0])
            for name, those in channels.items()
        },
    }  # fmt: skip


def _of_contact(
    known: Facts, rows: Sequence[tuple[str, date, Exchange]], listed: set[str], as_of: date
) -> dict[str, Any]:
    """Return the figures that follow from what counts as contact."""
    ever: dict[str, set[str]] = defaultdict(set)
    lately: dict[str, set[str]] = defaultdict(set)
    days: dict[str, set[date]] = defaultdict(set)
    year_ago = as_of - timedelta(days=365)
    for one, on, e in rows:
        ever[one].add(e.way)
        days[one].add(on)
        if on > year_ago:
            lately[one].add(e.way)
    both = {one for one, ways in lately.items() if len(ways) == 2}
    states = [
        "two_way" if len(ever[one]) == 2 else f"only_{min(ever[one])}" if ever[one] else "never"
        for one in listed
    ]
    stale = {one for one in listed if days[one] and max(days[one]) <= as_of - timedelta(days=30)}
    return {
        "network": len(both & listed), "off_list_network": len(both - listed),
        "lapsed": sum(len(ever[one]) == 2 for one in listed - both),
        "states": {
            k: states.count(k) for k in ("never", "only_out", "only_in", "two_way", "met")
        },
        "stale": len(stale), "fresh": len(listed) - len(stale) - states.count("never"),
        "contact_days": sum(on > year_ago for those in days.values() for on in those),
        "people_touched": len(lately),
        "stale_people": sorted(
            (known.names.get(one, f"x.com/i/user/{one}"), str(max(days[one])), len(days[one]))
            for one in stale
        ),
    }  # fmt: skip
