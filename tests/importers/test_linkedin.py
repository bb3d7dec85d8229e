"""LinkedIn's files, beyond their case folders: who is meant, whose it is, and what counts."""

from datetime import date

import pytest

from importers.cases import instant
from importers.made import (
    CONNECTIONS,
    INVITATIONS,
    LINK,
    ME,
    MESSAGES,
    Told,
    aside,
    interactions,
    made,
    message,
    owner_of,
    problems,
    records,
)
from netaudit.errors import InputRefused
from netaudit.importers.linkedin.ends import split_links, split_names
from netaudit.importers.linkedin.messages import Messages
from netaudit.importers.linkedin.owner import find_owner
from netaudit.records import Interaction, Owner, Profile, SetAside, Signal, Tie

ROBIN = "Robin Quist|robin-quist-example"
ADA = "Ada Kaltenbrun|ada-example"
BO = "Bo Manyfold|bo-example"


def read(*rows: str, header: str = MESSAGES, owner: Owner = ME) -> list[Told]:
    return records(made(f"{header}\n{''.join(rows)}", "messages.csv"), owner)


def old(*rows: str, header: str, owner: Owner = ME) -> list[Told]:
    return read("\n".join(rows), header=header, owner=owner)


def test_sent_goes_to_each_recipient_and_received_comes_from_the_sender() -> None:
    items = read(message(ROBIN, f"{ADA};{BO}"), message(ADA, f"{ROBIN};{BO}"))
    assert interactions(items) == [
        ("out", ["ada-example", "bo-example"], 2),
        ("in", ["ada-example"], 2),
    ]


def test_members_who_left_a_group_count_towards_its_size() -> None:
    to = f"{ADA};LinkedIn Member;LinkedIn Member"
    assert interactions(read(message(ROBIN, to))) == [("out", ["ada-example"], 3)]


def test_the_same_recipient_twice_is_one() -> None:
    assert interactions(read(message(ROBIN, f"{ADA};{ADA}"))) == [("out", ["ada-example"], 1)]


def test_a_name_with_commas_is_one_person_and_keeps_its_name() -> None:
    name = "Ada Kaltenbrun, Duchess of Nowhere"
    items = read(message(ROBIN, f"{name}|ada-example"))
    assert interactions(items) == [("out", ["ada-example"], 1)]
    assert [item.name for item in items if isinstance(item, Profile)] == [name]


def test_names_are_left_out_where_commas_hide_who_is_who() -> None:
    items = read(message(ROBIN, f"Ada Kaltenbrun, Duchess of Nowhere|ada-example;{BO}"))
    assert interactions(items) == [("out", ["ada-example", "bo-example"], 2)]
    assert [p for p in items if isinstance(p, Profile)] == []


def test_a_link_is_kept_without_control_characters() -> None:
    row = message("Ada|ada-example?\x1b[2J", ROBIN)
    assert [item.url for item in read(row) if isinstance(item, Profile)] == [
        f"{LINK}ada-example?\ufffd[2J"
    ]


def test_the_owner_is_none_of_the_people() -> None:
    items = read(message(ROBIN, ADA), message(ADA, f"{ROBIN};{BO}"))
    assert [p.account.key for p in items if isinstance(p, Profile)] == ["ada-example"]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (message("LinkedIn Member", ROBIN), "departed members"),
        (message("", ROBIN), "departed members"),
        (message(ROBIN, "LinkedIn Member"), "departed members"),
        (message(ROBIN, ""), "departed members"),
        (message(ROBIN, "", folder=""), "drafts"),
        (message(ROBIN, "Quiet Company"), "recipients without a profile"),
        (message("Quiet Company", ROBIN), "senders without a profile"),
        (message(ROBIN, ROBIN), "messages to yourself"),
        (message(ADA, ROBIN, folder="SPAM"), "spam folder"),
        (message(ADA, ROBIN, folder="spam "), "spam folder"),
        (message("LinkedIn Member", ROBIN, title="Sponsored Conversation"), "sponsored messages"),
        (
            message("Quiet Company", ROBIN, title="Offer",
                    content='<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%</p>'),
            "sponsored messages",
        ),
    ],
)  # fmt: skip
def test_what_is_no_exchange_is_set_aside_by_its_kind(row: str, kind: str) -> None:
    items = read(row, message(ADA, ROBIN))
    assert aside(items) == [kind]
    assert interactions(items) == [("in", ["ada-example"], 1)]


@pytest.mark.parametrize(
    "row",
    [
        message(ADA, ROBIN, folder=""),
        message(ADA, "", folder=""),
        message(ADA, ROBIN, content=""),
        message(ADA, ROBIN, content="<p>Hello</p>"),
        message(ADA, ROBIN, folder="ARCHIVE", title="Alumni"),
        message(ADA, ROBIN, conversation=""),
    ],
)
def test_a_message_from_somebody_counts_whatever_is_blank(row: str) -> None:
    items = read(row)
    assert [direction for direction, _, _ in interactions(items)] == ["in"]


@pytest.mark.parametrize(
    ("flag", "expected"), [("Yes", ["drafts"]), ("No", ["departed members"]), ("", ["drafts"])]
)
def test_where_a_column_marks_drafts_it_decides(flag: str, expected: list[str]) -> None:
    row = message(ROBIN, "", folder="").rstrip("\n") + f',"{flag}"\n'
    assert aside(read(row, header=f"{MESSAGES},IS MESSAGE DRAFT")) == expected


def test_a_conversation_that_is_a_draft_is_one() -> None:
    row = message(ROBIN, ADA).rstrip("\n") + ",No,Yes\n"
    header = f"{MESSAGES},IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
    assert aside(read(row, header=header)) == ["drafts"]


def test_a_message_between_others_is_a_problem() -> None:
    assert problems(read(message(ADA, BO), message(ADA, ROBIN))) == [(2, "not-yours")]


@pytest.mark.parametrize("count", [1, 2_000])
def test_messages_none_of_which_is_the_owners_are_refused(count: int) -> None:
    with pytest.raises(InputRefused, match="none of these messages is from you or to you"):
        read(*[message(ADA, BO)] * count)


def test_a_conversation_is_a_number_that_follows_from_its_id() -> None:
    items = read(
        message(ADA, ROBIN, conversation="2-a"),
        message(ROBIN, ADA, conversation="2-a"),
        message(ROBIN, ADA, conversation="2-b"),
        message(ROBIN, ADA, conversation=""),
    )
    numbers = [item.conversation for item in items if isinstance(item, Interaction)]
    assert numbers[0] == numbers[1] == 1259210356897643890  # as stores have it
    assert len(set(numbers)) == 3
    assert numbers[3] == 1
    assert all(0 < number < 1 << 63 for number in numbers)


def test_empty_rows_are_no_messages() -> None:
    assert read("," * 9 + "\n", message(ADA, ROBIN), " ," * 9 + "\n")[0].__class__ is Interaction
    assert len(read("," * 9 + "\n", message(ADA, ROBIN))) == 2


def test_without_an_owner_messages_are_refused() -> None:
    with pytest.raises(InputRefused, match="cannot tell which of these people is you") as refused:
        read(message(ADA, ROBIN), owner=Owner())
    assert "--me" in (refused.value.hint or "")


def test_the_direction_column_of_old_needs_no_owner() -> None:
    header = "From,To,Date,Subject,Content,Direction,Folder"
    items = old(
        'Ada,Robin Quist,"2/8/18, 9:15 AM",,Hi,INCOMING,INBOX',
        'Robin Quist,Ada,"2/8/18, 9:16 PM",,Hi, outgoing ,SENT',
        header=header,
        owner=Owner(),
    )
    assert interactions(items) == [("in", ["ada"], 1), ("out", ["ada"], 1)]
    assert [instant(item.at) for item in items if isinstance(item, Interaction)] == [
        "2018-02-08T09:15:00Z", "2018-02-08T21:16:00Z",
    ]  # fmt: skip


def test_names_with_credentials_are_one_person_each() -> None:
    assert split_names("Bo Dahl, Ph.D., MBA, Cy Moss, Jr, Di Quay, ") == [
        "Bo Dahl, Ph.D., MBA", "Cy Moss, Jr", "Di Quay",
    ]  # fmt: skip
    assert split_names(", ,") == []


def test_a_comma_within_a_link_does_not_part_it() -> None:
    assert split_links(f"{LINK}a,b-example, {LINK}c-example,") == [
        f"{LINK}a,b-example", f"{LINK}c-example,",
    ]  # fmt: skip


# Whose export it is


def owner_by(*rows: str) -> str | None:
    file = made(f"{INVITATIONS}\n" + "".join(rows))
    return find_owner({"linkedin-invitations": [file]}, None, None).slug


def invitation(direction: str, inviter: str, invitee: str) -> str:
    return f'A,B,"2/8/26, 9:15 AM",,{direction},{LINK}{inviter},{LINK}{invitee}\n'


def test_invitations_tell_the_owner_by_link() -> None:
    rows = (invitation("OUTGOING", "me", "ada"), invitation("INCOMING", "bo", "me"))
    assert owner_by(*rows) == "me"


def test_a_direction_that_cannot_be_read_tells_nothing_of_the_owner() -> None:
    rows = (invitation("OUTGOING", "me", "ada"), invitation("SIDEWAYS", "bo", "cy"))
    assert owner_by(*rows) == "me"


def test_invitations_that_disagree_tell_nothing() -> None:
    rows = (invitation("OUTGOING", "me", "ada"), invitation("OUTGOING", "you", "ada"))
    assert owner_by(*rows) is None


def test_what_the_user_says_comes_first() -> None:
    messages = message(ADA, ROBIN) + message(ROBIN, BO)
    assert owner_of(messages, said=f"{LINK}Someone-Else/") == Owner("someone-else", "")
    assert owner_of(messages, said=" Robin  QUIST ") == Owner("robin-quist-example", "Robin QUIST")
    assert owner_of(messages, said="Nobody Here") == Owner(None, "Nobody Here")
    known = Owner("known-example", "Known Name")
    assert owner_of(messages, said=f"{LINK}x", known=known) == Owner("x", "Known Name")
    assert owner_of(messages, said="Nobody Here", known=known) == Owner(None, "Nobody Here")


def test_what_is_known_from_before_is_believed_where_files_do_not_say() -> None:
    known = Owner("known-example", "Known Name")
    assert owner_of(message(ADA, ROBIN), known=known) == known


def test_a_sender_whose_link_is_none_is_passed_over() -> None:
    profile = made("First Name,Last Name,Headline\nRobin,Quist,\n")
    rows = message("Robin Quist|x y", ADA) + message("Robin Quist|", ADA) + message(ROBIN, ADA)
    files = {
        "linkedin-profile": [profile],
        "linkedin-messages": [made(f"{MESSAGES}\n{rows}", "messages.csv")],
    }
    assert find_owner(files, None, None).slug == "robin-quist-example"


def test_the_one_in_every_conversation_is_the_owner() -> None:
    rows = "".join(
        message(f"Cy|cy{n}-example", ROBIN, conversation=f"2-{n}") for n in range(700)
    )  # fmt: skip
    assert owner_of(rows).slug == "robin-quist-example"
    assert owner_of(message(ADA, ROBIN) * 9).slug is None
    assert owner_of(message("", ROBIN) * 9).slug is None
    assert owner_of("").slug is None


def test_a_profile_without_rows_names_nobody() -> None:
    for content in ("First Name,Last Name,Headline\n", "First Name,Last Name,Headline\nx\n"):
        assert find_owner({"linkedin-profile": [made(content)]}, None, None) == Owner()


def test_directions_name_the_owner_where_links_do_not() -> None:
    rows = "LinkedIn Member,X,,,INCOMING,\nA,Robin Quist,,,INCOMING,\nRobin Quist,B,,,OUTGOING,\n"
    file = made(f"FROM,TO,DATE,CONTENT,DIRECTION,FOLDER\n{rows}", "messages.csv")
    assert find_owner({"linkedin-messages": [file]}, None, None) == Owner(None, "Robin Quist")


# Connections


def ties(*rows: str, header: str = CONNECTIONS) -> list[Told]:
    return records(made("\n".join([header, *rows])))


def test_a_row_with_nothing_but_a_day_is_a_member_who_left() -> None:
    day = date(2024, 6, 7).toordinal()
    assert ties(",,,,,,07 Jun 2024") == [SetAside(2, "entries with only a date", day)]
    assert ties(",,,,,,soon") == [SetAside(2, "entries with only a date")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (f"Ada,K,{LINK}ada,,,,", "bad-date"),
        (f"Ada,K,{LINK}ada,,,,31 Feb 2025", "bad-date"),
        (f"Ada,K,{LINK}ada,,,,2025-02-01", "bad-date"),
        ("Ada,K,https://www.example.com/ada,,,,01 Feb 2025", "bad-link"),
        ("Ada,K,urn:li:member:1,,,,01 Feb 2025", "bad-link"),
        ("\u200b,,,no address,,,01 Feb 2025", "no-person"),
        (f"Ada,K,{LINK}ada,,One, Two,X,01 Feb 2025", "too-many-fields"),
        (f"Ada,K,{LINK}ada", "too-few-fields"),
    ],
)
def test_a_row_that_cannot_be_whole_is_a_problem(row: str, code: str) -> None:
    assert problems(ties(row)) == [(2, code)]


def test_without_a_link_the_address_is_the_key_and_without_both_name_and_day() -> None:
    items = ties(
        "Ada,K,https://www.linkedin.com/in,ada@example.org,,,01 Feb 2023",
        "Bo,M,,,,,01 Feb 2023",
        "Bo,M,,,,,02 Feb 2023",
        "Bo,M,,,,,02 Feb 2023",
        "Cy,D,,no address,,,02 Feb 2023",
    )
    assert [(item.account.kind, item.account.key) for item in items if isinstance(item, Tie)] == [
        ("email", "ada@example.org"), ("listed", "bo m 2023-02-01"),
        ("listed", "bo m 2023-02-02"), ("listed", "cy d 2023-02-02"),
    ]  # fmt: skip
    assert aside(items) == ["repeated rows"]
    assert [item.profile and item.profile.url for item in items if isinstance(item, Tie)] == [
        ""
    ] * 4


def test_a_name_of_any_length_is_read() -> None:
    (tie,) = ties(f"{'A' * 100_000},{'(' * 100_000},{LINK}ada,,,,01 Feb 2023")
    assert isinstance(tie, Tie)
    assert tie.profile is not None
    assert len(tie.profile.name) == 200_001


def test_a_file_saved_as_unicode_text_is_read_and_said() -> None:
    notices: list[str] = []
    text = f"{CONNECTIONS}\nZoë,K,{LINK}zoe,,,,08-Feb-24".replace(",", "\t")
    (tie,) = records(made(text.encode("utf-16")), notices=notices)
    assert isinstance(tie, Tie)
    assert tie.profile is not None
    assert tie.profile.name == "Zoë K"
    assert notices == ["file.csv: re-saved by a spreadsheet; read, but the original is safer"]


def test_the_address_book_of_old_is_known_by_its_name_only() -> None:
    text = "Title,First Name,Last Name,E-mail Address\n,Ada,K,ada@example.org\n"
    name = "linkedin_connections_export_microsoft_outlook.csv"
    (tie,) = records(made(text, name))
    assert isinstance(tie, Tie)
    assert tie.since is None
    with pytest.raises(AssertionError):
        records(made(text, "contacts.csv"))


# Invitations


def signals(*rows: str) -> list[Told]:
    return records(made(f"{INVITATIONS}\n" + "".join(rows)))


def test_an_invitation_from_a_member_who_left_is_set_aside() -> None:
    row = 'LinkedIn Member,Robin Quist,"2/8/26, 9:15 AM",,INCOMING,,\n'
    assert signals(row) == [SetAside(2, "departed members")]


@pytest.mark.parametrize("note", ["", "  ", '"\n"'])
def test_a_note_of_nothing_is_none(note: str) -> None:
    (signal,) = signals(f'A,B,"2/8/26, 9:15 AM",{note},OUTGOING,,\n')
    assert isinstance(signal, Signal)
    assert not signal.with_note


def test_messages_are_identified_without_being_read() -> None:
    assert Messages().identify(made(f"{MESSAGES}\n" + "x" * 200_000, "messages.csv"))
