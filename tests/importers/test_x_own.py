"""Addresses and names in an archive of X that nobody can store as they stand."""

import json

import pytest

from importers.made import CHANNELS, made
from netaudit.importers import Context, File, read_checked
from netaudit.importers.twitter.contacts import Contacts
from netaudit.importers.twitter.own import OwnAccount, find_owner
from netaudit.normal import email_key
from netaudit.records import Contact, Owner, SetAside

UNSPEAKABLE = [
    "a\ud83dbc@example.org", "ada@ex\udc00ample.org", "ada\x7f@example.org",
    "ada\u202e@example.org", "ada@exam\u200bple.org", "\ue000@example.org",
]  # fmt: skip


def script(name: str, *values: object) -> File:
    """Return a script with these elements."""
    return made(f"window.YTD.{name}.part0 = {json.dumps(values)}", f"{name}.js")


@pytest.mark.parametrize("address", UNSPEAKABLE)
def test_an_address_that_cannot_be_printed_is_none(address: str) -> None:
    assert email_key(address) is None
    entries = ({"contact": {"emails": [address]}}, {"contact": {"emails": [address, "b@x.org"]}})
    told = read_checked(
        Contacts(), script("contact", *entries), Context(Owner(), "UTC", CHANNELS, [])
    )
    first, second = told
    assert first == SetAside(1, "contacts without address or number")
    assert isinstance(second, Contact)
    assert [profile.email for profile in second.profiles] == ["b@x.org"]


@pytest.mark.parametrize("address", UNSPEAKABLE)
def test_what_an_account_says_of_its_owner_can_be_stored(address: str) -> None:
    odd = {
        "accountId": "111", "email": address, "phoneNumber": "+4420794\ud83d60018",
        "username": "robin\ud83d_q", "accountDisplayName": "\ud83d Robin\x1b",
    }  # fmt: skip
    found = find_owner({OwnAccount.name: [script("account", {"account": odd})]}, None, None)
    assert found == Owner("111", "\ufffd Robin\ufffd")
