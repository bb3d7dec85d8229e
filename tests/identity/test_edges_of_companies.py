"""How near a word must stand, and how it must be written, to make words the name of a company."""

import pytest

from netaudit.identity import about
from netaudit.identity.companies import NAMED, WORDS, weight


def named(*texts: tuple[str, str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("company", "text"), texts, ids=[text for _, text in texts])


@named(
    ("Apple", "at apple"), ("Apple", "bei apple"), ("Apple", "chez apple"), ("Apple", "ex apple"),
    ("Apple", "ex-apple"), ("Apple", "formerly apple"), ("Apple", "previously apple"),
    ("Apple", "ceo apple"), ("Apple", "at the apple"), ("Apple", "founder of apple"),
    ("Apple", "founder of the apple"), ("Apple", "tea head of apple"), ("Apple", "works for apple"),
    ("Apple", "work for the apple"), ("Apple", "employed for apple"), ("Apple", "@apple"),
    ("Apple", "tea @ apple"), ("Apple", "http://apple.example"), ("Apple", "www.apple.example"),
    ("Apple", "tea www.apple"), ("Apple", "at_apple"),
)  # fmt: skip
def test_the_words_before_a_plain_word_make_it_a_company(company: str, text: str) -> None:
    assert weight(company, text) == NAMED


@named(
    ("Apple", "apple"), ("Apple", "Apple"), ("Apple", "tea apple"), ("Apple", "the apple"),
    ("Apple", "at my apple"), ("Apple", "at. Apple"), ("Apple", "at, apple"),
    ("Apple", "founder for apple"), ("Apple", "works of apple"), ("Apple", "love of apple"),
    ("Apple", "of apple"), ("Apple", "for apple"), ("Apple", "founder of my apple"),
    ("Apple", "# apple"), ("Apple", "tea.apple"), ("Apple", "www apple"), ("Apple", "apple at"),
    ("Apple", "at - apple"),
)  # fmt: skip
def test_other_words_do_not(company: str, text: str) -> None:
    assert weight(company, text) == WORDS


@pytest.mark.parametrize("negation", ["not", "no", "never", "nicht", "pas", "without", "didn"])
def test_a_negation_reaches_five_words_far(negation: str) -> None:
    for between in range(8):
        text = " ".join([negation, *"abcdefgh"[:between], "@Zeta"])
        assert weight("Zeta", text) == (WORDS if between < 5 else NAMED)
    assert weight("Zeta", f"@Zeta {negation}") == NAMED


def test_of_several_places_one_that_is_not_denied_is_enough() -> None:
    assert weight("Zeta", "not @zeta, a b c d e f @zeta") == NAMED
    assert weight("Zeta", "@zeta, but not @zeta") == NAMED
    assert weight("Zeta", "zeta, zeta and at zeta") == NAMED
    assert weight("Zeta", "zeta, zeta and zeta") == WORDS


@named(
    ("Zeta", "Zeta"), ("Zeta", "tea, Zeta, milk"), ("Zeta", "I like Zeta things"),
    ("Zeta", "Like Zeta things"), ("Zeta", "tea. Like Zeta things"), ("Zeta", "tea Zeta"),
    ("ZeTa", "like ZeTa things"), ("Zeta", "tea 🍵 Zeta"), ("Zeta", "@Ｚｅｔａ"),
    ("IBM", "like IBM things"), ("Zeta", "tea Zeta_s"),
)  # fmt: skip
def test_one_word_is_a_company_where_it_is_written_as_its_name(company: str, text: str) -> None:
    assert weight(company, text) == NAMED


@named(
    ("Zeta", "zeta"), ("zeta", "zeta"), ("Zeta", "ZETA"), ("ZETA", "Zeta"), ("Zeta", "zETA"),
    ("Zeta", "I Like Zeta things"), ("Zeta", "Zeta things"), ("Zeta", "tea. Zeta things"),
    ("Zeta", "the TEA Zeta Milk"), ("Zeta", "tea, zeta, milk"), ("Zeta", "like zeta things"),
    ("Zeta", "https://twitter.com/zeta"), ("Zeta", "x.com/@zeta tea"), ("Zeta", ""),
    ("Zeta", "Zetas"),
)  # fmt: skip
def test_one_word_is_a_word_where_it_is_written_as_one(company: str, text: str) -> None:
    assert weight(company, text) == WORDS


@named(
    ("Blue Kiln", "Blue Kiln things"), ("Blue Kiln", "the Blue Kiln"), ("Blue Kiln", "blue kiln"),
    ("Blue Kiln", "tea, blue kiln, milk"), ("Blue Kiln", "bluekiln things"),
    ("Blue Kiln", "we like BlueKiln"), ("Blue Kiln GmbH", "like Blue Kiln things"),
    ("The Blue Kiln", "like Blue Kiln things"), ("blue Kiln", "like Blue Kiln things"),
    ("blue Kiln", "like blue Kiln things"), ("Green House", "like Green House things"),
    ("Art of Kiln", "tea Art of Kiln"), ("Blue Kiln", "BLUE KILN things"),
    ("Blue Kiln", "blue kiln by blue Kiln, Blue Kiln things"),
)  # fmt: skip
def test_several_words_need_less(company: str, text: str) -> None:
    assert weight(company, text) == NAMED


@named(
    ("Blue Kiln", "like blue kiln things"), ("Blue Kiln", "like Blue kiln things"),
    ("Blue Kiln", "like blue Kiln things"), ("blue kiln", "like Blue Kiln things"),
    ("Blue Kiln", "blue kiln things"), ("Blue Kiln", "tea blue kiln"),
    ("Green House", "green house"), ("Art of Kiln", "art of kiln"), ("Blue Kiln", "kiln blue"),
    ("Blue Kiln", "Blue Red Kiln"), ("Blue Kiln", "Blue"), ("Blue Kiln", "Kiln"),
    ("Blue Kiln", "Bluekilns"),
)  # fmt: skip
def test_several_words_may_be_words_too(company: str, text: str) -> None:
    assert weight(company, text) == WORDS


@named(
    ("Kiln Engineer", "at Kiln Engineer"), ("Engineer", "at Engineer"),
    ("Senior Kiln", "at Senior Kiln"), ("Senior", "at Senior"), ("Oslo", "at Oslo"),
    ("New York City", "at New York City"),
)  # fmt: skip
def test_what_somebody_does_and_where_is_no_company(company: str, text: str) -> None:
    assert weight(company, text) == WORDS


@named(
    ("Engineer Kiln", "at Engineer Kiln"), ("Kiln Senior", "at Kiln Senior"),
    ("Oslo Kiln", "at Oslo Kiln"), ("City New York", "at City New York"),
)  # fmt: skip
def test_it_may_be_a_part_of_one(company: str, text: str) -> None:
    assert weight(company, text) == NAMED


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("+49 170 1234567", ["+491701234567"]),
        ("0049 170 1234567", ["+491701234567"]),
        ("a@b.example", ["a@b.example"]),
        ("linkedin.com/in/ana", ["in/ana"]),
        ("LINKEDIN.COM/IN/ana", ["in/ana"]),
        ("linkedin.com/In/ana", []),
        ("linkedin.com/mwlite/in/ana", ["in/ana"]),
        (
            "me@b.example: linkedin.com/in/ana, linkedin.com/in/bo +1 555 0100 22",
            ["in/ana", "in/bo", "me@b.example", "+1555010022"],
        ),
        ("'me@b.example'", ["me@b.example"]),
        ("!me@b.example…", ["me@b.example"]),
        ("•me@b.example→you@b.example", ["me@b.example", "you@b.example"]),
        ("linkedin.com/in/ana🚀", ["in/ana"]),
        ("linkedin.com/in/ana!", ["in/ana"]),
        ("linkedin.com/in/'ana'", ["in/'ana"]),
        ("1234567", []),
    ],
)
def test_keys_come_by_kind_and_in_the_order_of_the_text(text: str, keys: list[str]) -> None:
    assert list(about.keys(text)) == keys


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("www.acme.example", ["acme.example"]),
        ("WWW.Acme.Example", ["acme.example"]),
        ("acme.example www.bo.example/x http://c.example?y d.example#z e.example:80",
         ["acme.example", "bo.example", "c.example", "d.example", "e.example"]),
        ("a://b://c.example", ["c.example"]),
        ("'acme.example'", ["acme.example"]),
        ("→acme.example🚀", ["acme.example"]),
        ("acmewww.example", ["acmewww.example"]),
        ("x.example.www.", ["x.example.www"]),
        ("acme", []),
        ("acme.1", []),
        ("a." * 123 + "example", ["a." * 123 + "example"]),
        ("aa." + "a." * 122 + "example", []),
        ("a." * 124 + "example", []),
        ("x@acme.example acme.example", ["acme.example"]),
        ("é" * 80 + ".example", ["é" * 80 + ".example"]),
    ],
)  # fmt: skip
def test_hosts_come_in_the_order_of_the_text(text: str, hosts: list[str]) -> None:
    assert list(about.hosts(text)) == hosts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A b-C 🚀d_e", " a b c d e "),
        ("a x.com/b c", " a c "),
        ("a\tx.com b", " a b "),
        ("", "  "),
    ],
)
def test_prose_is_one_line_of_words(text: str, shown: str) -> None:
    assert about.prose(text) == shown


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a  b", "a  b"),
        ("a  b github.com/a c", "a b c"),
        ("a.github.com", ""),
        ("xgithub.com  a", "xgithub.com  a"),
        ("see GitHub.com", "see"),
    ],
)
def test_only_links_to_platforms_are_left_out(text: str, left: str) -> None:
    assert about.without_platforms(text) == left


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("The Kiln", ("kiln",)),
        ("The", ()),
        ("The The Kiln", ("the", "kiln")),
        ("Kiln The", ("kiln", "the")),
        ("Kiln Co Ltd", ("kiln",)),
        ("Ltd Kiln", ("ltd", "kiln")),
        ("Inc", ("inc",)),
        ("Co Inc", ()),
        ("Kil", ("kil",)),
        ("Ki", ()),
        ("K L M", ("k", "l", "m")),
        ("Self Employed", ()),
        ("Self Kiln", ("self", "kiln")),
    ],
)
def test_a_company_is_its_words_without_its_legal_form(text: str, company: tuple[str, ...]) -> None:
    assert about.company(text) == company
