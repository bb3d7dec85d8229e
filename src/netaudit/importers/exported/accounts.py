"""The accounts of an export: only such as importers make, written as they are compared."""

from collections.abc import Callable
from typing import Any, cast, get_args
from urllib.parse import quote

from netaudit.importers.exported import fields
from netaudit.importers.exported.fields import Line, Wrong
from netaudit.normal import email_key, linkedin_slug, name_key, phone_key, x_handle, x_id
from netaudit.records import Account, Platform


def _slug(key: str) -> str | None:
    return linkedin_slug(f"linkedin.com/in/{quote(key, safe='', errors='replace')}")


def _name(key: str) -> str | None:
    # These two letters stay where they bore an accent, and are folded once they bear none.
    folded = key.replace("ø", "o").replace("æ", "ae")
    return key if name_key(key) == folded else None


#: Platform -> kind of its accounts -> a key as it is kept, None of what is none.
_KEPT: dict[str, dict[str, Callable[[str], str | None]]] = {
    "linkedin": {"url": _slug, "email": email_key, "listed": _name, "name": _name},
    "x": {"id": x_id, "handle": x_handle},
    "email": {"email": email_key},
    "phone": {"phone": phone_key},
    "log": {"name": _name},
}


def read_account(line: Line) -> Account:
    """Return the account that an object tells."""
    platform = cast("Platform", fields.word(line, "platform", get_args(Platform)))
    kinds = _KEPT[platform]
    kind = fields.word(line, "kind", kinds)
    key = fields.text(line, "key", None)
    if kinds[kind](key) != key:
        raise Wrong(f"'key' is not as netaudit keeps the '{kind}' of an account")
    return Account(platform, cast("Any", kind), key)
