"""Keys: what counts as the same, what does not, and that no text breaks them."""

import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netaudit.normal import (
    clean,
    core_name_key,
    email_key,
    linkedin_slug,
    name_key,
    phone_key,
)

ANY = (
    st.text() | st.text(st.characters(categories=["L", "M", "C", "Z", "P"])) | st.text('a ()[]"“”,')
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Ada  K ", "Ada K"),
        ("first\nsecond\r\n\tthird", "first second third"),
        ("a\x1b[31mb\x00\x7f\x9b", "a\ufffd[31mb\ufffd\ufffd\ufffd"),
        ("one\u2028two\x85three\x0bfour\x0cfive", "one two three four five"),
        ("a\ud800b", "a\ufffdb"),
        ("Quentin\xa0J. \u200bD", "Quentin J. \u200bD"),
        ("👩🏽\u200d💻", "👩🏽\u200d💻"),
        ("", ""),
    ],
)
def test_stored_text_is_one_line_without_control_characters(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(ANY)
def test_stored_text_can_be_stored_and_is_stored_as_it_is(text: str) -> None:
    stored = clean(text)
    assert not {unicodedata.category(c) for c in stored} & {"Cc", "Cs", "Zl", "Zp"}
    assert stored == " ".join(stored.split(" "))
    assert clean(stored) == stored
    stored.encode()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ADA   kaltenbrun", " Ada Kaltenbrun\n"),
        ("Éve", "Eve"),
        ("Søren Łukasz", "soren lukasz"),
        ("STRASSE", "Straße"),
        ("Zoe\u0301", "Zoé"),
        ("Ada", "Ａｄａ"),
        ("Qu\u200ben\u200dtin", "Quentin"),
        ("İpek", "ipek"),
        ("Çağla", "cagla"),
        ("Þóra Æsa", "Thora Aesa"),
        ("ﬁona", "fiona"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Ada K", "Ada"), ("Юлия", "Julia"), ("Ada-K", "Ada K")]
)
def test_names_that_are_not_the_same(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("nothing", ["", " ", "\u200b", "\u0301", "\xa0"])
def test_no_name_has_no_key(nothing: str) -> None:
    assert name_key(nothing) == core_name_key(nothing) == ""


@given(ANY)
@example("ŉ")
@example("ΐ")
@example("\u0345")
@example("가")
@example("\u1e9e")
def test_the_key_of_a_key_is_the_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
    assert name_key(core_name_key(name)) == core_name_key(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Okafor, PhD, MBA", "ada okafor"),
        ("Oksana (Kseniya) Wairingi", "oksana wairingi"),
        ('Fay "Fee" Null', "fay null"),
        ("Fay “Fee” Null", "fay null"),
        ("Fay [she/her] Null", "fay null"),
        ("(Ada)", "(ada)"),
        (", PhD", ", phd"),
        ("Ada (K", "ada (k"),
        ("Ada K 🚀", "ada k"),
        ("🇳🇴Ada👩🏽\u200d💻K❤\ufe0f", "ada k"),
        ("Ada™ | K (she), PhD", "ada k"),
        ("🚀", "🚀"),
        ("🚀, PhD", "🚀, phd"),
        ("Ada-K O'Null", "ada-k o'null"),
    ],
)
def test_the_core_of_a_name_is_neither_nickname_nor_credentials_nor_decoration(
    name: str, expected: str
) -> None:
    assert core_name_key(name) == expected


@pytest.mark.parametrize("piece", ["(", "[", '"', "“", "(“", ",", "\u0301"])
def test_long_nonsense_takes_no_long_time(piece: str) -> None:
    for text in (piece * 100_000, "a" + piece * 100_000):
        core_name_key(text)
        email_key(f"{text}@{text}.x")
        linkedin_slug(f"https://www.linkedin.com/in/{text}/{text}")


@pytest.mark.parametrize(
    "link",
    [
        "https://www.linkedin.com/in/ada-example",
        "http://linkedin.com/in/ada-example/",
        "www.linkedin.com/in/ada-example",
        " HTTPS://DE.LinkedIn.com/IN/Ada-Example?trk=x#y ",
        "linkedin.com/mwlite/in/ada-example",
        "https://www.linkedin.com/in/%61da-example/?a=b",
        "https://www.linkedin.com/in/ada%E2%80%8B-example",
    ],
)
def test_one_profile_has_one_key_however_it_is_linked(link: str) -> None:
    assert linkedin_slug(link) == "ada-example"


@pytest.mark.parametrize(
    "text",
    [
        "", "ada-example", "https://www.linkedin.com/in", "https://www.linkedin.com/in/",
        "https://www.linkedin.com/in//", "https://www.linkedin.com/company/x", "urn:li:member:1",
        "https://www.example.com/in/ada", "https://linkedin.com.example.com/in/ada",
        "https://evil.example/?https://www.linkedin.com/in/ada", "linkedin.com/in/a b",
        "https://www.linkedin.com/in/ada/details", "https://www.linkedin.com/in/%00",
    ],
)  # fmt: skip
def test_what_is_no_profile_link_has_no_key(text: str) -> None:
    assert linkedin_slug(text) is None


def test_letters_of_a_link_are_composed_and_decoded() -> None:
    assert linkedin_slug("linkedin.com/in/jos%C3%A9") == linkedin_slug("linkedin.com/in/jose\u0301")
    assert linkedin_slug("linkedin.com/in/%ff") == "\ufffd"


@given(ANY)
def test_the_key_of_a_link_made_of_a_key_is_the_key(text: str) -> None:
    slug = linkedin_slug(f"https://www.linkedin.com/in/{text}")
    if slug is not None:
        assert linkedin_slug(f"https://www.linkedin.com/in/{quote(slug, safe='')}") == slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada.K@Example.ORG", "ada.k@example.org"),
        (" mailto:ada@example.org ", "ada@example.org"),
        ("ada+x@bücher.example", "ada+x@xn--bcher-kva.example"),
        ("ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
        ("ada@" + "x" * 70 + ".example", "ada@" + "x" * 70 + ".example"),
    ],
)
def test_addresses_are_compared_without_case(text: str, expected: str) -> None:
    assert email_key(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "ada", "@example.org", "ada@", "ada@example", "ada@example.", "a b@example.org",
        "ada@example.org, bo@example.org", "Ada <ada@example.org>", "ada@example.org)x@example.com",
        "ada@@example.org", "ada\x00@example.org", "ada@b\uff20evil.example.org",
        "a" * 65 + "@example.org", "ada@" + "x." * 200 + "org",
    ],
)  # fmt: skip
def test_what_is_no_single_address_has_no_key(text: str) -> None:
    assert email_key(text) is None


@given(ANY | st.emails() | st.text("a@.。:＠ß").map("x@{}.org".format))
def test_the_key_of_an_address_is_an_address_with_that_key(text: str) -> None:
    key = email_key(text)
    if key is not None:
        assert email_key(key) == key


@pytest.mark.parametrize(
    "text",
    [
        "+442079460018", "+44 20 7946 0018", "+44 (20) 7946-0018", "+44.20.7946.0018",
        "+44 20/79460018", "+44 [20] 7946 0018", "00442079460018", "00 44 20 7946 0018",
        "(+44) 20 7946 0018", "+44 (0)20 7946 0018", " +44\xa020\u202f7946\u20110018\n",
        "\u202a+442079460018\u202c", "+44\u200b2079460018", "＋４４２０７９４６００１８",
        "+44 20 7946 – 0018", "+44 20 7946 \u2212 0018", "\ufeff+442079460018",
    ],
)  # fmt: skip
def test_one_number_has_one_key_however_it_is_written(text: str) -> None:
    assert phone_key(text) == "+442079460018"


@pytest.mark.parametrize(
    "text",
    [
        "", "+", "00", "020 7946 0018", "2079460018", "442079460018", "+1234567",
        "+44 20 7946 0018 ext 3", "+44 20 7946 0018x3", "+44+2079460018", "++442079460018",
        "+442079460018,+442079460019", "tel", "4.47701E+11", "+٤٤٢٠٧٩٤٦٠٠١٨", "+042079460018",
        "000442079460018", "+44 20 7946 0018;ext=1", "+44_2079460018", "#31#+44207946",
    ],
)  # fmt: skip
def test_what_is_no_single_international_number_has_no_key(text: str) -> None:
    assert phone_key(text) is None


@pytest.mark.parametrize(("count", "known"), [(7, False), (8, True), (15, True), (16, False)])
def test_an_international_number_has_8_to_15_digits(count: int, *, known: bool) -> None:
    assert (phone_key("+" + "1" * count) is not None) == known


@given(ANY | st.text("+0123456789 ()-./\u200b\u2011\xa0", max_size=24))
def test_the_key_of_a_number_is_a_number_with_that_key(text: str) -> None:
    key = phone_key(text)
    if key is not None:
        assert phone_key(key) == key
        assert key[0] == "+"
        assert key[1:].isdecimal()
        assert key.isascii()
