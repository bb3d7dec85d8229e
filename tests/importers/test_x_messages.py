"""Direct messages on X: who wrote to whom, when, and what is no message."""

from collections.abc import Callable

import pytest

from importers.made import Told, made, problems
from importers.talks import (
    ALONE,
    ANA,
    BO,
    CY,
    GROUPS,
    ME,
    T,
    Value,
    context,
    direct,
    ends,
    group,
    iso,
    kinds,
    read,
    script,
    sent,
    talk,
)
from netaudit.calendar import SECONDS_PER_DAY
from netaudit.errors import InputRefused
from netaudit.importers.base import Importer
from netaudit.importers.twitter.dates import read_instant
from netaudit.importers.twitter.messages import owner_of
from netaudit.records import Interaction, Problem


@pytest.mark.parametrize(
    ("name", "importer"),
    [
        ("direct_message", ALONE),
        ("direct_messages", ALONE),
        ("direct_message_headers", ALONE),
        ("direct_message_group", GROUPS),
        ("direct_messages_group", GROUPS),
        ("direct_message_group_headers", GROUPS),
        ("direct_message_mute", None),
        ("tweets", None),
    ],
)
def test_a_file_is_known_by_what_it_assigns(name: str, importer: Importer | None) -> None:
    file = script(name=name)
    assert [one for one in (ALONE, GROUPS) if one.identify(file)] == [importer] * bool(importer)


@pytest.mark.parametrize("content", ["", "[]", "\0", "sender,recipient\n1,2\n"])
def test_what_is_no_script_is_nobodys(content: str) -> None:
    assert not any(one.identify(made(content, "direct-messages.js")) for one in (ALONE, GROUPS))


@pytest.mark.parametrize(
    ("sender", "recipient", "name", "told"),
    [
        (ME, ANA, f"{ME}-{ANA}", ("out", [ANA])),
        (ANA, ME, f"{ME}-{ANA}", ("in", [ANA])),
        (BO, ME, f"{BO}-{ME}", ("in", [BO])),
        (ME, BO, f"{BO}-{ME}", ("out", [BO])),
        (ME, None, f"{BO}-{ME}", ("out", [BO])),
        (ME, None, f"{ME}-{ANA}", ("out", [ANA])),
        (BO, None, f"{BO}-{ME}", ("in", [BO])),
        (None, ME, f"{BO}-{ME}", ("in", [BO])),
        (None, ANA, f"{ME}-{ANA}", ("out", [ANA])),
        ("", ANA, f"{ME}-{ANA}", ("out", [ANA])),
        # What a message itself says counts for more than the id of its conversation.
        (ANA, ME, f"{ME}-{BO}", ("in", [ANA])),
        (ANA, ME, "", ("in", [ANA])),
        # An id is one whether or not zeros stand before it.
        ("000111", ANA, "", ("out", [ANA])),
    ],
)
def test_who_wrote_to_whom(
    sender: str | None, recipient: str | None, name: str, told: tuple[str, list[str]]
) -> None:
    assert ends(direct(sent(8002, sender, recipient), name=name)) == [(*told, 1)]


@pytest.mark.parametrize(
    ("sender", "recipient", "name", "kind"),
    [
        (ME, ME, f"{ME}-{ME}", "messages to yourself"),
        (ME, None, f"{ME}-{ME}", "messages to yourself"),
        (ME, "-1", f"{ME}-{ANA}", "messages of accounts that are gone"),
        ("-1", ME, f"{ME}-{ANA}", "messages of accounts that are gone"),
        ("0", ME, f"{ME}-{ANA}", "messages of accounts that are gone"),
        (ME, "ana", f"{ME}-{ANA}", "messages of accounts that are gone"),
        (ME, "1" * 21, f"{ME}-{ANA}", "messages of accounts that are gone"),
        (ANA, "-1", f"{ME}-{ANA}", "messages of accounts that are gone"),
        (ANA, BO, f"{ANA}-{BO}", "not-yours"),
        (ANA, None, f"{ANA}-{BO}", "not-yours"),
        (None, None, f"{ME}-{ANA}", "no-ends"),  # who of the two wrote is not known
        (ME, None, "777", "no-ends"),
        (ME, None, f"{ANA}-{BO}", "no-ends"),
        (None, ME, f"-1-{ME}", "no-ends"),
    ],
)
def test_a_message_with_nobody_at_its_other_end(
    sender: str | None, recipient: str | None, name: str, kind: str
) -> None:
    good = talk(sent(1, ME, ANA))
    told = read(script(good, talk(sent(8002, sender, recipient), name=name)))
    assert ends(told) == [("out", [ANA], 1)]
    assert kinds(told) == [kind]


@pytest.mark.parametrize("read_by", [direct, group])
@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ({"welcomeMessageCreate": {"senderId": ANA}}, "automatic welcome messages"),
        ({"reactionCreate": {"senderId": ANA, "eventId": "5"}}, "reactions"),
        ({"joinConversation": {"initiatingUserId": ANA}}, "changes of a group"),
        ({"participantsJoin": {"userIds": [ANA]}}, "changes of a group"),
        ({"participantsLeave": None}, "changes of a group"),
        ({"conversationNameUpdate": {"name": "Kiln"}}, "changes of a group"),
        ({"callStarted": {}}, "other events"),
        ({}, "bad-element"),
        ({"": {}}, "bad-element"),
        ({"messageCreate": {}, "reactionCreate": {}}, "bad-element"),
        ({"messageCreate": None}, "bad-element"),
        ({"messageCreate": []}, "bad-element"),
        (None, "bad-element"),
        ("messageCreate", "bad-element"),
        ({"messageCreate": {"senderId": ME, "createdAt": iso(0)}}, "no-id"),
        ({"messageCreate": {"senderId": ME, "id": "5"}}, "bad-date"),
        (sent("", ME, ANA), "no-id"),
        (sent("5", ME, ANA, "2023-02-30T10:00:00.000Z"), "bad-date"),
        (sent("5", ME, ANA, "2006-03-20T23:59:59.999Z"), "messages with impossible dates"),
        (sent("5", ME, ANA, "9999-12-31T23:59:59.999Z"), "messages with impossible dates"),
    ],
)
def test_events_that_are_no_message_between_people(
    read_by: Callable[..., list[Told]], event: object, kind: str
) -> None:
    told = read_by(sent(1, ANA, ME), event, sent(2, ANA, ME))
    assert [type(one) for one in told[::2]] == [Interaction, Interaction]
    assert kinds(told) == [kind]


def test_a_problem_names_the_message_but_nobody() -> None:
    told = direct(sent(8002, ME, ANA, "yesterday"), sent("Ana Ruiz", ME, ANA, "today"), None)
    assert [one.message for one in told if isinstance(one, Problem)] == [
        "message 8002: 'createdAt' is not a date of this archive",
        "'createdAt' is not a date of this archive",
        "an event of the conversation is not an object of one kind",
    ]


@pytest.mark.parametrize("importer", [ALONE, GROUPS])
def test_a_conversation_without_a_list_of_messages_is_a_problem(importer: Importer) -> None:
    broken: list[Value] = [{"messages": None}, {}, {"messages": {}}, {"messages": []}]
    elements = [{"dmConversation": value} for value in broken]
    told = read(script(*elements, {"dmConversation": []}), importer=importer)
    assert problems(told) == [(line, "bad-element") for line in (2, 3, 4, 6)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2023-11-14T22:13:20.000Z", T * 1000),
        ("2023-11-14T22:13:20.999Z", T * 1000 + 999),
        ("2023-11-14T22:13:20Z", T * 1000),
        ("2023-11-14T22:13:20.5Z", T * 1000 + 500),
        ("1969-12-31T23:59:59.999Z", -1),
        ("2023-11-14T22:13:20.000", None),
        ("2023-11-14T22:13:20.000+00:00", None),
        ("2023-11-14 22:13:20Z", None),
        ("2023-11-14T24:00:00Z", None),
        ("2023-11-14T22:60:00Z", None),
        ("0000-01-01T00:00:00Z", None),
        ("2023-W46-2T22:13:20Z", None),
        ("\u0662023-11-14T22:13:20Z", None),
        ("1700000000000", None),
        ("", None),
    ],
)
def test_an_instant_has_one_form(text: str, at: int | None) -> None:
    assert read_instant(text) == at


def test_a_message_is_of_the_second_in_which_it_was_sent() -> None:
    (told,) = direct(sent(8002, ME, ANA, 0.999))
    assert isinstance(told, Interaction)
    assert told.at == T


@pytest.mark.parametrize(
    ("off", "counts"),
    [
        (0, True),
        (SECONDS_PER_DAY - 1, True),
        (-SECONDS_PER_DAY + 1, True),
        (SECONDS_PER_DAY + 1, False),
        (-SECONDS_PER_DAY - 1, False),
    ],
)
def test_an_id_made_of_an_instant_knows_better(off: int, *, counts: bool) -> None:
    number = ((T + off) * 1000 - 1_288_834_974_657) << 22
    told = direct(sent(1, ME, ANA), sent(number, ME, ANA))
    assert len(ends(told)) == 1 + counts
    assert kinds(told) == ["messages with impossible dates"] * (not counts)


def test_an_id_that_is_no_number_is_an_id_nevertheless() -> None:
    one, other = direct(sent("a-1", ME, ANA), sent("a-2", ME, ANA))
    assert isinstance(one, Interaction)
    assert isinstance(other, Interaction)
    assert one.conversation != other.conversation


@pytest.mark.parametrize("importer", [ALONE, GROUPS])
def test_without_an_owner_nobody_can_tell_the_direction(importer: Importer) -> None:
    assert read(script(), None, importer) == []
    with pytest.raises(InputRefused, match="cannot tell which of these people is you") as caught:
        read(script(talk(sent(1, ME, ANA))), None, importer)
    assert caught.value.hint == "give your numeric id: --me 123456789; it stands in account.js"


def test_a_file_of_somebody_else_is_refused() -> None:
    with pytest.raises(InputRefused, match="none of these messages is from you or to you"):
        read(script(talk(sent(1, ANA, BO), sent(2, BO, ANA))))


def test_a_large_file_of_somebody_else_is_not_read_to_its_end() -> None:
    events = [sent(number, ANA, BO) for number in range(600)]
    broken = made(script(talk(*events), talk(*events)).opener().read()[:-1] + b", broken")
    with pytest.raises(InputRefused, match="none of these messages is from you or to you"):
        read(broken, importer=ALONE)


@pytest.mark.parametrize("event", [sent(1, ME, ME), sent(1, ME, "-1"), sent(1, ME, ANA)])
def test_a_file_with_one_message_of_the_owners_is_theirs(event: Value) -> None:
    told = read(script(talk(sent(2, ANA, BO)), talk(event, name="x")))
    assert problems(told) == [(2, "not-yours")]


# Of whom a loose file is


@pytest.mark.parametrize(
    ("names", "owner"),
    [
        ([], None),
        (["111-222", "33-111"], None),
        (["111-222", "33-111", "111-222"], None),
        (["111-222", "33-111", "111-4444"], "111"),
        (["111-222", "33-111", "111-4444", "222-33"], None),
        (["111-222", "33-111", "111-4444", "111-111"], "111"),
        ([*(f"111-{other}" for other in range(200, 219)), "222-33"], "111"),
        ([*(f"111-{other}" for other in range(200, 218)), "222-33"], None),
        (["777", "778", "779"], None),
    ],
)
def test_the_owner_is_at_an_end_of_nearly_every_conversation(
    names: list[str], owner: str | None
) -> None:
    files = [script(talk(name=name), None) for name in names]
    assert owner_of(files, context(None)) == owner
    assert owner_of([script(*(talk(name=name) for name in names))], context(None)) == owner


def test_where_conversations_do_not_name_them_messages_do() -> None:
    events = [sent(1, ANA, ME), sent(2, ME, "-1"), sent(3, ME, BO), None, sent(4, None, ME)]
    looked_at: list[int] = []
    one = script(talk(*events, {"messageCreate": []}, name="x"), watch=looked_at.append)
    other = script(talk(sent(5, ME, CY), name=""))
    at = context(None)
    assert owner_of([one], at) is None
    assert owner_of([one, other], at) == ME
    assert (at.notices, at.elements, looked_at) == ([], {}, [])
