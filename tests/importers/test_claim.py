"""Who reads a file, and what is said when nobody does."""

from collections.abc import Iterator
from typing import cast

import pytest

from importers.made import CHANNELS, CONNECTIONS, INVITATIONS, ME, MESSAGES, made, message, records
from netaudit.errors import InputRefused, UsageError
from netaudit.importers import (
    IMPORTERS,
    Context,
    File,
    Importer,
    claim,
    named,
    read_checked,
    refusal,
)
from netaudit.importers.linkedin.connections import Connections
from netaudit.records import Record, SetAside

PROFILE = "First Name,Last Name,Headline"
ONE_MESSAGE = message("Ada|ada-example", "Robin Quist|robin-quist-example")


@pytest.mark.parametrize(
    ("header", "name", "expected"),
    [
        (CONNECTIONS, "Connections.csv", "linkedin-connections"),
        (CONNECTIONS, "anything", "linkedin-connections"),
        (CONNECTIONS.upper(), "x.csv", "linkedin-connections"),
        (INVITATIONS, "x.csv", "linkedin-invitations"),
        (PROFILE, "x.csv", "linkedin-profile"),
        (MESSAGES, "messages.csv", "linkedin-messages"),
        (MESSAGES, "Messages (1).csv", "linkedin-messages"),
        (MESSAGES, "messages_123456.csv", "linkedin-messages"),
        (f"{MESSAGES},ATTACHMENTS", "x.csv", "linkedin-messages"),
        ("FROM,TO,DATE,CONTENT", "x.csv", "linkedin-messages"),
        (MESSAGES, "guide_messages.csv", "linkedin-coach"),
        (MESSAGES, "Coach Messages (2).csv", "linkedin-coach"),
        ("No conversations found", "LearningCoachMessages.csv", "linkedin-coach"),
        ("date,person", "x.csv", "log"),
    ],
)
def test_a_file_is_known_by_its_header(header: str, name: str, expected: str) -> None:
    importer = claim(made(f"{header}\n", name))
    assert importer is not None
    assert importer.name == expected


def test_a_row_between_two_members_tells_messages_from_a_chat_with_a_coach() -> None:
    coach = message("", "Robin Quist|robin-quist-example") + message("Robin|robin-quist-example")
    assert claim(made(f"{MESSAGES}\n{coach}", "x.csv")) is None
    importer = claim(made(f"{MESSAGES}\n{coach}{ONE_MESSAGE}", "x.csv"))
    assert importer is not None
    assert importer.name == "linkedin-messages"


def test_a_broken_row_settles_nothing() -> None:
    assert claim(made(f"{MESSAGES}\nbroken\n", "x.csv")) is None
    assert claim(made(f'{MESSAGES}\n"{"x" * 70_000}', "x.csv")) is None
    odd = "FROM,TO,DATE,CONTENT,RECIPIENT PROFILE URLS,FOLDER"
    assert claim(made(f"{odd}\na,b,c,d,e,f\n", "x.csv")) is None


@pytest.mark.parametrize("content", ["x,y\n1,2\n", "\n", " ", "a", "{}"])
def test_nobody_claims_what_nobody_knows(content: str) -> None:
    assert claim(made(content)) is None


def test_two_that_claim_the_same_file_are_both_named() -> None:
    with pytest.raises(InputRefused, match="could be linkedin-connections and log") as refused:
        claim(made(f"date,person,{CONNECTIONS}\n", "x.csv"))
    assert refused.value.hint == "say which: --as linkedin-connections"


def test_a_format_is_found_by_its_name() -> None:
    assert [named(importer.name) for importer in IMPORTERS] == list(IMPORTERS)
    with pytest.raises(UsageError, match="there is no format 'excel'") as error:
        named("excel")
    assert "linkedin-messages" in (error.value.hint or "")


def test_the_missing_column_is_named_with_file_and_line() -> None:
    said = refusal(made("Notes:\n\nFirst Name,Last Name,URL,Company\nA,B,C,D\n", "some.csv"))
    assert said.message == "some.csv:3: looks like LinkedIn connections, but without 'connected on'"


def test_a_file_called_like_one_of_linkedin_names_what_it_lacks() -> None:
    said = refusal(made("Name,Phone\nAda,1\n", "Connections (1).csv"))
    assert said.message == (
        "Connections (1).csv: named like LinkedIn connections, but without 'connected on', "
        "'first name', 'last name'; its columns are 'name', 'phone'"
    )


def test_an_unknown_file_lists_its_columns() -> None:
    wide = ",".join(f"column_{n}" for n in range(12))
    assert refusal(made("Name;Phone\nAda,K;1\n")).message == (
        "file.csv: not a file that netaudit knows; its columns are 'name', 'phone'"
    )
    assert refusal(made(f"{wide}\n")).message.endswith("'column 7' and 4 more")
    assert refusal(made("Full_Name,My own,Plz\n")).message.endswith("'full name', 'my own', 'plz'")
    assert refusal(made("just words\n")).message == "file.csv: not a file that netaudit knows"
    assert "interaction log" in (refusal(made("x,y\n")).hint or "")


@pytest.mark.parametrize(
    "content",
    [
        "Ada Okafor,Bo Lind,Cy Orr\nDan Dee,Eve Foo,Gus Hoo\n",
        "adaok,Ada Okafor,Loves cats\nbo,Bo Lind,Dogs\n",
        "ada okafor,bo lind\n", "Ada;Bo\n", "ada_ok;\nbo_lind;\n", "@ada,@bo\n",
        "name,adaok@x.org\n", "adaok,user,1697051672621597026\n", "ada,\u00f6kafor\n",
        "Notes\nAda Okafor,Bo Lind\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["people.csv", "Connections.csv"])
def test_a_first_row_of_people_is_shown_to_nobody(content: str, name: str) -> None:
    said = refusal(made(content, name))
    assert "its columns" not in said.message
    words = f"{said.message} {said.hint}".casefold()
    assert not [one for one in ("ada", "okafor", "lind", "cats", "1697") if one in words]


def test_a_plain_list_is_asked_what_it_is() -> None:
    for content in (
        "ada_ok\nbo_lind\n",
        "https://x.com/ada_ok\n",
        "12\n13\n",
        "id\n12\n",
        "Users\nada\n",
    ):
        for name in ("list.txt", "unfollowers.txt", "followers-and-following.csv"):
            said = refusal(made(content, name))
            assert said.message == f"{name}: not a file that netaudit knows"
            assert said.hint == (
                "a list of accounts on X? Then say which: --as following, or --as followers"
            )
    for content in ("just words\n", "ada,bo\n", "\n", "id\n", "Ada Okafor\nBo Lind\nada\n"):
        assert "--as" not in (refusal(made(content, "list.txt")).hint or "")


def test_column_names_are_shown_so_that_they_cannot_act() -> None:
    assert refusal(made("a\x1b[2J,b\u202e\n")).message.isprintable()


def test_what_only_lacks_a_row_that_settles_it_is_told_how_to_settle_it() -> None:
    said = refusal(made(f"{MESSAGES}\n", "x.csv"))
    assert "x.csv:1: has the columns of LinkedIn messages, but no row" in said.message
    assert said.hint == "if it is that, say so: --as linkedin-messages"


class Odd(Connections):
    """Yields what is no record."""

    def read(self, file: File, context: Context) -> Iterator[Record]:
        del file, context
        yield SetAside(1, "fine")
        yield cast("Record", {"line": 2})


def test_an_importer_that_yields_anything_else_is_blamed_by_name() -> None:
    odd: Importer = Odd()
    items = read_checked(odd, made("x"), Context(ME, "UTC", CHANNELS, []))
    assert next(items) == SetAside(1, "fine")
    with pytest.raises(TypeError, match="importer linkedin-connections yielded a dict"):
        next(items)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (CONNECTIONS, "x.csv"), (INVITATIONS, "x.csv"), ("FROM,TO,DATE,CONTENT", "x.csv"),
        ("date,person", "x.csv"),
    ],
)  # fmt: skip
def test_a_header_without_rows_is_said_and_is_no_error(header: str, name: str) -> None:
    notices: list[str] = []
    assert records(made(f"{header}\n", name), notices=notices) == []
    assert notices == [f"{name}: there are no rows below the header"]


def test_a_coach_file_without_rows_is_no_news() -> None:
    notices: list[str] = []
    assert records(made(f"{MESSAGES}\n", "guide_messages.csv"), notices=notices) == []
    assert records(made("No conversations found", "coach_messages.csv"), notices=notices) == []
    assert notices == []


@pytest.mark.parametrize(
    ("header", "column"),
    [
        (CONNECTIONS, "email address"), (INVITATIONS, "inviterprofileurl"),
        ("FROM,TO,DATE,CONTENT", "date"), (f"{MESSAGES},ATTACHMENTS", "folder"),
        ("date,person,note", "note"),
    ],
)  # fmt: skip
def test_a_column_that_is_read_and_stands_there_twice_is_refused(header: str, column: str) -> None:
    with pytest.raises(InputRefused, match=f"the column '{column}' stands there twice"):
        records(made(f"{header},{column}\n", "messages.csv"))
