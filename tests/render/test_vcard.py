"""vCards are read back by a parser that takes nothing but what RFC 6350 allows."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.render.safe import plain
from netaudit.render.vcard import Card, card

#: name, parameters, value
Line = tuple[str, str, str]
_LINE = re.compile(r"([A-Z]+)((?:;[A-Z]+=[a-z]+)*):(.*)", re.DOTALL)


def unfolded(text: str) -> list[str]:
    """Return the lines of cards; each is at most 75 octets before it is unfolded."""
    assert text.endswith("\r\n")
    lines: list[str] = []
    for line in text.removesuffix("\r\n").split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\r" not in line
        assert "\n" not in line
        if line[0] == " ":
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def parsed(text: str) -> list[Line]:
    found = []
    for line in unfolded(text):
        match = _LINE.fullmatch(line)
        assert match is not None, line
        found.append((match[1], match[2], match[3]))
    assert found[0] == ("BEGIN", "", "VCARD")
    assert found[1] == ("VERSION", "", "4.0")
    assert found[-1] == ("END", "", "VCARD")
    return found


def values(text: str, name: str) -> list[str]:
    return [value for one, _, value in parsed(text) if one == name]


def listed(value: str, sign: str = ",") -> list[str]:
    """Return the texts of a value, unescaped; an escape that is none is refused."""
    texts, escaped = [""], False
    for character in value:
        if escaped:
            assert character in "\\,;n"
            texts[-1] += "\n" if character == "n" else character
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == sign:
            texts.append("")
        else:
            texts[-1] += character
    assert not escaped
    return texts


ANA = Card(
    "cdfghjkm", "Ana Ruiz; of \\ Porto, PT", "Alto, Lda.", "Head; of kilns",
    ("ana@example.org",), ("+15550100",),
    ("https://www.linkedin.com/in/ana-ruiz", "https://x.com/ana_example"), ("old, friends", "kiln"),
    ("first\nsecond", "third"),
)  # fmt: skip


def test_a_card_holds_what_is_known() -> None:
    text = card(ANA)
    assert listed(values(text, "FN")[0]) == ["Ana Ruiz; of \\ Porto", " PT"] or (
        listed(values(text, "FN")[0], "\0") == [ANA.name]
    )
    assert listed(values(text, "N")[0], ";") == ["", ANA.name, "", "", ""]
    assert listed(values(text, "ORG")[0], ";") == [ANA.company]
    assert listed(values(text, "TITLE")[0], "\0") == [ANA.position]
    assert values(text, "EMAIL") == ["ana@example.org"]
    assert ("TEL", ";VALUE=uri", "tel:+15550100") in parsed(text)
    assert values(text, "URL") == list(ANA.links)
    assert listed(values(text, "CATEGORIES")[0]) == list(ANA.tags)
    assert listed(values(text, "NOTE")[0], "\0") == ["first\nsecond\nthird"]
    (uid,) = values(text, "UID")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", uid)
    assert values(card(Card("cdfghjkm", "Ana")), "UID") == [uid]
    assert values(card(Card("cdfghjkn", "Ana")), "UID") != [uid]


def test_a_card_of_whom_only_the_name_is_known_says_no_more() -> None:
    assert [name for name, _, _ in parsed(card(Card("cdfghjkm", "Ana")))] == [
        "BEGIN", "VERSION", "PRODID", "UID", "FN", "N", "END"
    ]  # fmt: skip


@pytest.mark.parametrize("character", ["a", "\N{LATIN SMALL LETTER E WITH ACUTE}", "\u4e2d", "🚀"])
@pytest.mark.parametrize("count", [66, 70, 71, 72, 73, 150, 1000])
def test_long_lines_are_folded_and_no_character_is_split(character: str, count: int) -> None:
    assert values(card(Card("c", character * count)), "FN") == [character * count]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=90), min_size=6, max_size=6))
def test_any_texts_come_back_without_what_cannot_be_seen(texts: list[str]) -> None:
    name, company, position, email, tag, note = texts
    whole = card(Card("c", name, company, position, (email,), (), (email,), (tag,), (note,)))
    assert listed(values(whole, "FN")[0], "\0") == [plain(name)]
    assert listed(values(whole, "CATEGORIES")[0], ",") == [plain(tag)]
    for one in (company, position):
        assert not one or plain(one) in [listed(v, "\0")[0] for v in
                                         values(whole, "ORG") + values(whole, "TITLE")]  # fmt: skip
