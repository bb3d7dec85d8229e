"""Which columns of a CSV name people on X, whatever program wrote it.

There is no one format: each exporter has words of its own for the same few things.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from netaudit.importers.header import Header, candidate_headers
from netaudit.importers.source import File, stem

Role = Literal["id", "handle", "link", "url", "name", "about", "website", "ended"]
#: A kind of tie that a list can be of.
Side = Literal["following", "follower"]

#: What the columns are called, without spaces and underscores; of several the first one counts.
#: A plain `url` is somebody's profile with some programs, and their own page with others.
_ALIASES: Mapping[Role, tuple[str, ...]] = {
    "id": ("idstr", "restid", "id", "twitterid", "twitteruserid", "accountid", "userid"),
    "handle": ("screenname", "twitterhandle", "twitterusername", "handle", "username", "user"),
    "link": (
        "profileurl", "profilelink", "twitterurl", "twitterprofileurl", "xurl", "userlink",
        "userurl",
    ),
    "url": ("url",),
    "name": ("name", "displayname", "fullname", "profilename"),
    "about": ("bio", "description"),
    "website": ("website", "websiteurl"),
    "ended": ("unfollowedat",),
}  # fmt: skip
_RELATIONS: Mapping[Side, tuple[str, ...]] = {
    "following": ("following", "followedbyyou", "followed"),
    "follower": ("followedby", "followsyou", "followsback"),
}
_ROLES = {alias: role for role, aliases in _ALIASES.items() for alias in aliases}
#: What tells who somebody is.
WHO: frozenset[Role] = frozenset({"id", "handle", "link"})
#: Columns that only X has, by the words that it had for things.
_OF_X = frozenset({
    "screenname", "twitterhandle", "twitterusername", "twitterid", "twitteruserid", "twitterurl",
    "twitterprofileurl", "restid", "idstr", "statuses", "statusescount", "tweetcount",
    "tweetscount", "friendscount", "favouritescount", "isblueverified", "blueverified",
})  # fmt: skip
#: Columns of people on any network, which a list of customers has not.
_OF_A_NETWORK = frozenset({
    "avatar", "bio", "followedby", "followedbyyou", "followers", "followerscount", "following",
    "followingcount", "followsback", "followsyou", "friends", "postscount", "profileimage",
    "profileimageurl", "protected", "tweets", "verified",
})  # fmt: skip
#: Columns of what is no list of people on X: posts, address books, other networks.
_OF_OTHERS = frozenset({
    "content", "conversationid", "favoritecount", "fulltext", "inreplyto", "inreplytostatusid",
    "likecount", "retweetcount", "retweeted", "statusid", "text", "tweet", "tweetid", "tweettext",
    "tweeturl",
    "company", "email", "emailaddress", "firstname", "lastname", "phone", "phonenumber",
    "acct", "biography", "did", "igid", "instagramid", "isprivate",
})  # fmt: skip
#: What a list may be headed by that has nothing else.
_ALONE = frozenset({"handle", "screenname", "username"})
#: What the user heads a list by that says what ids are called; a name may stand beside.
_MAP = frozenset({"id", "handle"})
#: More words at the head of a list that are nobody in it.
_HEADINGS = frozenset({
    "account", "accounts", "follower", "followers", "following", "friends", "handles", "ids",
    "link", "links", "people", "profile", "profiles", "screennames", "urls", "usernames", "users",
})  # fmt: skip
_FOLLOWER = re.compile("followers?")
_FOLLOWING = re.compile("following|friends")
#: "unfollowers", "not-following-back": lists of those who do not.
_NOT = re.compile(r"(?:un|non|not|don'?t|no|ex|lost|former)[\W_]*follow")


class Columns(NamedTuple):
    """The header of a list of people, and where each thing stands in it.

    `relations` are the columns that may tell whether there is a tie, the likeliest first. The
    header of a list that has none stands on line 0.
    """

    header: Header
    places: Mapping[Role, int]
    relations: tuple[tuple[Side, int], ...] = ()

    def name(self, place: int) -> str:
        """Return what a column is called, as it is compared here."""
        return squeezed(self.header.names[place])

    def used(self) -> frozenset[str]:
        """Return the names of the columns that are read, as the header has them."""
        places = {*self.places.values(), *(place for _, place in self.relations)}
        return frozenset(self.header.names[place] for place in places)


def squeezed(name: str) -> str:
    """Return the name of a column without what some programs write between its words."""
    return name.replace(" ", "")


def is_column(name: str) -> bool:
    """Tell whether some program calls a column so. `user` may as well be what stands in one."""
    return squeezed(name) in _ROLES.keys() - {"user"}


def find_columns(file: File) -> Columns | None:
    """Take the first record of a file for its header, if a column of it names people."""
    found = [c for c in map(_columns, _first_records(file)) if not c.places.keys().isdisjoint(WHO)]
    return max(found, key=lambda columns: len(columns.places), default=None)


def headless(file: File) -> Columns | None:
    """Return the only column of a list whose first record is somebody already, or a plain word.

    None where there are several columns, of which nobody knows what they are.
    """
    found = Columns(Header(0, ",", "utf-8-sig", ("id",)), {"id": 0})
    for header in _first_records(file):
        filled = [place for place, name in enumerate(header.names) if name]
        if len(filled) > 1 or squeezed(header.names[filled[0]]) in _ROLES:
            return None
        # Whether these are handles, ids or links, is for the cells to tell.
        if squeezed(header.names[filled[0]]) in _HEADINGS:
            found = Columns(header, {"id": filled[0]})
        else:
            found = Columns(found.header._replace(encoding=header.encoding), {"id": 0})
    return found


def is_of_x(file: File, columns: Columns, links: Literal["x", "elsewhere"] | None) -> bool:
    """Tell whether a list is one of people on X; `links` is where its links to profiles lead."""
    names = frozenset(map(squeezed, columns.header.names)) - {""}
    if names & _OF_OTHERS:
        return False
    if len(names) == 1:
        return names <= _ALONE
    if names >= _MAP and names <= {*_MAP, "name"}:
        return True
    named = bool(columns.places.keys() & {"handle", "link", "name"})
    if "twitter" in file.name.casefold() or names & _OF_X:
        return named
    if links is not None:
        return named and links == "x"
    return "handle" in columns.places and bool(names & _OF_A_NETWORK)


def names_ids(columns: Columns) -> bool:
    """Tell whether a table says of ids what these are called."""
    return "id" in columns.places and bool({"handle", "name"} & columns.places.keys())


def names_ids_only(columns: Columns) -> bool:
    """Tell whether a table says that, and nothing else."""
    roles = {_ROLES.get(squeezed(name)) for name in columns.header.names if name}
    return names_ids(columns) and roles <= {"id", "handle", "name", "link"}


def side_named(file: File) -> Side | None:
    """Return the kind of tie that the name of a file says, None if it says none or both."""
    return side_in(stem(file.name))


def side_in(name: str) -> Side | None:
    """Return the kind of tie that words say."""
    if _NOT.search(name):
        return None
    follower, following = _FOLLOWER.search(name), _FOLLOWING.search(name)
    if bool(follower) == bool(following):
        return None
    return "follower" if follower else "following"


def has_counts(columns: Columns) -> bool:
    """Tell whether `following` stands beside `followers`: as two numbers, in most programs."""
    return "followers" in map(squeezed, columns.header.names)


def _first_records(file: File) -> Iterator[Header]:
    """Yield the first record with anything in it, by each delimiter."""
    seen = set()
    for header in candidate_headers(file):
        filled = any(header.names) and not header.names[0].startswith("sep=")
        if filled and header.delimiter not in seen:
            seen.add(header.delimiter)
            yield header


def _columns(header: Header) -> Columns:
    """Say what each column of a header is."""
    names = [squeezed(name) for name in header.names]
    places = {
        role: next(names.index(alias) for alias in aliases if alias in names)
        for role, aliases in _ALIASES.items()
        if not set(names).isdisjoint(aliases)
    }
    relations = [
        (side, names.index(alias))
        for side, aliases in _RELATIONS.items()
        for alias in aliases
        if alias in names
    ]
    return Columns(header, places, tuple(relations))
