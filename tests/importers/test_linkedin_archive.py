"""The rest of LinkedIn's archive, beyond its case folders."""

from datetime import date

import pytest

from importers.made import (
    CONNECTIONS,
    CONTACTS,
    CONTACTS_2022,
    ENDORSED,
    ENDORSERS,
    FOLLOWS,
    IMPORTED_2018,
    LINK,
    ME,
    MESSAGES,
    NOTES,
    RECOMMENDATIONS,
    Told,
    aside,
    made,
    message,
    problems,
    records,
)
from netaudit.errors import InputRefused
from netaudit.importers import claim, is_essential, refusal
from netaudit.importers.addresses import addresses, numbers
from netaudit.importers.linkedin.owner import find_owner
from netaudit.records import Contact, Entry, Owner, Signal, Tie

RESAVED = "re-saved by a spreadsheet"
ADA = "www.linkedin.com/in/ada-example"


# Endorsements


def endorsed(*rows: str) -> list[Told]:
    return records(made("\n".join([ENDORSERS, *rows])))


def test_an_endorsement_is_the_same_in_whatever_order_its_skills_stand() -> None:
    rows = [f"2026/02/08 09:15:{second} UTC,Rotas,Ada,K,{ADA},ACCEPTED" for second in ("07", "41")]
    (one, _), (other, _) = endorsed(*rows), endorsed(*reversed(rows))
    assert one == other
    assert isinstance(one, Signal)
    assert not one.with_note


def test_the_columns_tell_received_from_given_whatever_the_name() -> None:
    row = f"\n2026/02/08 09:15:07 UTC,Rotas,Ada,K,{ADA},ACCEPTED\n"
    given = records(made(f"{ENDORSED}{row}", "Endorsement_Received_Info.csv"))
    received = records(made(f"{ENDORSERS}{row}", "Endorsement_Given_Info.csv"))
    assert [item.direction for item in given + received if isinstance(item, Signal)] == [
        "out", "in",
    ]  # fmt: skip


def test_one_who_left_and_whose_link_is_still_there_is_somebody() -> None:
    (signal,) = endorsed(f"2026/02/08 09:15:07 UTC,Rotas,LinkedIn,Member,{ADA},ACCEPTED")
    assert isinstance(signal, Signal)


# Recommendations


@pytest.mark.parametrize("name", ["x.csv", "recommendations.csv", "Recommendations_Given_Old.csv"])
def test_a_recommendation_under_another_name_is_asked_about(name: str) -> None:
    file = made(f"{RECOMMENDATIONS}\n", name)
    assert claim(file) is None
    said = refusal(file)
    assert said.message == (
        f"{name}:1: has the columns of LinkedIn recommendations given or LinkedIn recommendations "
        "received, but no row and no name that settles it"
    )
    assert said.hint == (
        "say which: --as linkedin-recommendations-given or --as linkedin-recommendations-received"
    )


def test_no_word_of_a_recommendation_is_kept() -> None:
    row = 'Ada,K,Acme,Editor,Unforgettable,"02/08/26, 09:15 AM",VISIBLE\n'
    for name in ("Recommendations_Given.csv", "Recommendations_Received.csv"):
        (entry,) = records(made(f"{RECOMMENDATIONS}\n{row}", name))
        assert isinstance(entry, Entry)
        assert "Unforgettable" not in repr(entry)
        assert not entry.logged


def test_two_recommendations_of_one_day_are_told_apart() -> None:
    rows = "".join(f'Ada,K,,,{text},"02/08/26, 09:15 AM",\n' for text in ("One", "Two", "One"))
    items = records(made(f"{RECOMMENDATIONS}\n{rows}", "Recommendations_Given.csv"))
    places = [(item.occurrence, item.position) for item in items if isinstance(item, Entry)]
    assert places == [(0, 0), (1, 1)]
    assert aside(items) == ["repeated rows"]


# Address books


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", []),
        ("ada@example.org", ["ada@example.org"]),
        ("Bo@Example.org, ada@example.org", ["ada@example.org", "bo@example.org"]),
        ("bo@example.org;ada@example.org;", ["ada@example.org", "bo@example.org"]),
        ("bo@example.org ada@example.org", ["ada@example.org", "bo@example.org"]),
        ("bo@example.org\r\nada@example.org\n", ["ada@example.org", "bo@example.org"]),
        ("ada@example.org,ADA@example.org", ["ada@example.org"]),
        ("Ada K <ada@example.org>", ["ada@example.org"]),
        ("ada at example.org, n/a, @", []),
    ],
)
def test_addresses_of_a_cell(cell: str, expected: list[str]) -> None:
    assert addresses(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", []),
        (" ", []),
        ("+44 20 7946 0018", ["+442079460018"]),
        ("+44 20 7946 0018,+44 7700 900123", ["+442079460018", "+447700900123"]),
        ("+44 20 7946 0018; 0044 7700 900123", ["+442079460018", "+447700900123"]),
        ("+44 20 7946 0018 +44 7700 900123", ["+442079460018", "+447700900123"]),
        ("+442079460018\n00447700900123\r\n", ["+442079460018", "+447700900123"]),
        ("00442079460018 00447700900123", ["+442079460018", "+447700900123"]),
        ("+442079460018 07700900123", ["+442079460018"]),
        ("+44 20 7946 0018, +442079460018", ["+442079460018"]),
        ("+47 22 00 11 22", ["+4722001122"]),
        ("020 7946 0018", []),
        ("+44 2079460 ext 18", []),
        ("+12345678 call after six", []),
        ("n/a, -, +", []),
    ],
)
def test_numbers_of_a_cell(cell: str, expected: list[str]) -> None:
    assert numbers(cell) == expected


@pytest.mark.parametrize("header", [CONTACTS, CONTACTS_2022, IMPORTED_2018])
def test_the_address_book_of_every_era_is_known_by_its_columns(header: str) -> None:
    columns = header.split(",")
    for address in ("Emails", "Email Address"):
        if address in columns:
            row = ["ada@example.org" if column == address else "" for column in columns]
    (contact,) = records(made(f"{header}\n{','.join(row)}\n", "x.csv"))
    assert isinstance(contact, Contact)
    assert [profile.email for profile in contact.profiles] == ["ada@example.org"]


def test_the_owner_is_nobody_in_their_own_address_book() -> None:
    owner = Owner("robin-quist-example", "Robin Quist", emails=("robin@example.org",))
    row = ",,,,,,,,robin@example.org,+442079460018,,,,,,\n"
    assert aside(records(made(f"{CONTACTS}\n{row}"), owner)) == ["your own addresses"]
    (contact,) = records(made(f"{CONTACTS}\n{row}"), ME)
    assert isinstance(contact, Contact)


# Notes and follows


def test_a_note_without_a_column_of_dates_is_a_note() -> None:
    header = "Connection First Name,Connection Last Name,Note"
    assert problems(records(made(f"{header}\nAda,K,Bakes\n,,Plans\n"))) == [(3, "no-person")]


def test_a_file_of_follows_is_the_whole_list_of_them() -> None:
    importer = claim(made(f"{FOLLOWS}\n", "x.csv"))
    assert importer is not None
    assert importer.lists == "following"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2/8/2025 9:15", "12/31/2024 9:15"], [8, 31]),
        (["2/8/2025 9:15", "31/12/2024 9:15"], [2, 31]),
        (["02-08-2025 09:15", "31-12-2024 09:15"], [2, 31]),
        (["02.08.2025 09:15"], [2]),
        (["2/8/2025 9:15", "3/3/2025 9:15:00"], [None, 3]),
        (["2025-02-08 9:15", "2/8/2025 9:15"], [8, None]),
    ],
)
def test_one_date_that_can_be_but_one_settles_them_all(
    dates: list[str], expected: list[int | None]
) -> None:
    rows = "".join(f"{when},Active,Ada {n}\n" for n, when in enumerate(dates))
    ties = [item for item in records(made(f"{FOLLOWS}\n{rows}")) if isinstance(item, Tie)]
    days = [None if t.since is None else date.fromordinal(t.since).day for t in ties]
    assert days == expected


# The owner's keys


def test_keys_of_the_owner_are_known_whoever_says_who_that_is() -> None:
    files = {
        "linkedin-emails": [
            made("Email Address,Confirmed\nb@example.org,Yes\na@example.org,yes\n")
        ],
        "linkedin-phones": [made("Number,Extension\n7700 900123,+44\n")],
    }
    keys = {"emails": ("a@example.org", "b@example.org"), "phones": ("+447700900123",)}
    known = Owner("known-example", "Known Name", emails=("old@example.org",))
    assert find_owner(files, None, None) == Owner(None, "", **keys)
    assert find_owner(files, f"{LINK}said", None) == Owner("said", "", **keys)
    assert find_owner(files, None, known) == Owner("known-example", "Known Name", **keys)
    assert find_owner({}, None, known) == Owner("known-example", "Known Name")


@pytest.mark.parametrize(
    "content", ["Email Address,Confirmed\na@x.org,Yes\n", "Number,Extension\n"]
)
def test_lists_of_others_are_not_taken_for_the_owners_own(content: str) -> None:
    file = made(content, "subscribers.csv")
    assert claim(file) is None
    assert "if it is that, say so: --as linkedin-" in (refusal(file).hint or "")


# Names of files


@pytest.mark.parametrize(
    "name",
    [
        "Connections.csv", "messages.csv", "Inbox.csv", "Invitations.csv", "Profile.csv",
        "Endorsement_Received_Info.csv", "Endorsement Given Info.csv", "Notes (1).csv",
        "Recommendations_Given.csv", "Recommendations Received.csv", "Contacts.csv",
        "ImportedContacts.csv", "Imported Contacts.csv", "Member_Follows_123456.csv",
        "Email Addresses.csv", "PhoneNumbers.csv", "Phone Numbers.csv",
        "Whatsapp Phone Numbers.csv",
    ],
)  # fmt: skip
def test_a_file_with_a_known_name_and_other_columns_is_called_by_it(name: str) -> None:
    file = made("Vorname,Nachname\nAda,K\n", name)
    assert claim(file) is None
    assert f"{name}: named like " in refusal(file).message


def test_without_the_list_or_the_messages_an_export_says_little() -> None:
    for name in ("Connections.csv", "messages (1).csv", "Inbox.csv", "Invitations_123456.csv"):
        assert is_essential(made("Vorname,Nachname\nAda,K\n", name))
        assert is_essential(made("No connections found\n", name))
    for name in ("Notes.csv", "Reactions.csv", "log.csv", "messages.txt", "guide_messages.csv"):
        assert not is_essential(made("Vorname,Nachname\nAda,K\n", name))


# What spreadsheets leave behind


def notices(content: str | bytes, name: str = "file.csv") -> list[str]:
    said: list[str] = []
    records(made(content, name), notices=said)
    return said


@pytest.mark.parametrize(
    "content",
    [
        f"{CONNECTIONS}\r\nAda,K,{LINK}ada,,,,08 Feb 2026\r\n",
        f"{CONNECTIONS}\nAda,K,{LINK}ada,,,,8-Feb-26\n",
        f"{CONNECTIONS}\rAda,K,{LINK}ada,,,,08 Feb 2026\r",
        f"\ufeff{NOTES}\nAda,K,,x,,\n",
        f"{CONNECTIONS}\n" + f"Ada,K,{LINK}ada,,,,8-Feb-26\n" * 9_000,
        NOTES.replace(",", "\t").encode("utf-16") + "\nAda\tK\t\tx\t\t\n".encode("utf-16-le"),
    ],
    ids=["crlf", "dates", "cr", "bom", "long", "unicode text"],
)
def test_it_is_said_once_that_a_spreadsheet_saved_a_file(content: str | bytes) -> None:
    assert [RESAVED in said for said in notices(content)] == [True]


@pytest.mark.parametrize(
    "content",
    [
        f'{CONNECTIONS}\nAda,"K\r\nL",{LINK}ada,8-Feb-26,8-Feb-26,,08 Feb 2026\n',
        f"{MESSAGES}\n" + message("Ada|ada-example", "R|robin-quist-example", content="8-Feb-26"),
        '"'.join(["", *NOTES.replace(",", '"\t"').split('"'), "\nAda\t\t\tx\t\t"]).encode("utf-16"),
        f"{NOTES}\n" + f'Ada,K,,"{"x" * 70_000}",08 Feb 2026,\n',
    ],
    ids=["in names", "in messages", "utf-16 of old", "one long note"],
)
def test_what_linkedin_wrote_is_not_taken_for_a_spreadsheets(content: str | bytes) -> None:
    assert notices(content, "messages.csv") == []


def test_a_column_that_is_read_and_stands_there_twice_is_refused() -> None:
    for header, column in [(NOTES, "note"), (FOLLOWS, "date"), (ENDORSERS, "endorser public url")]:
        with pytest.raises(InputRefused, match=f"the column '{column}' stands there twice"):
            records(made(f"{header},{column}\n"))
