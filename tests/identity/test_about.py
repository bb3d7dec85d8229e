"""What is read from what people say of themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netaudit.identity import about
from netaudit.normal import email_key, linkedin_slug, phone_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mail: ana@example.org.", {"ana@example.org"}),
        ("📧ana@example.org💌", {"ana@example.org"}),
        ("(mailto:Ana@Example.org)", {"ana@example.org"}),
        ("a@example.org|b@example.org", {"a@example.org", "b@example.org"}),
        ("work @acme, ana@b", set()),
        ("ana@b.example@evil.example", set()),
        ("a" * 65 + "@example.org", set()),
        ("https://www.linkedin.com/in/Ana-Ruiz/?x=1 and more", {"in/ana-ruiz"}),
        ("→linkedin.com/in/ana-ruiz…", {"in/ana-ruiz"}),
        ("LINKEDIN.COM/IN/ANA", {"in/ana"}),
        ("https://notlinkedin.com/in/ana my-linkedin.com/in/ana", set()),
        ("linkedin.com/company/acme", set()),
        ("call +44 (20) 7946-0018!", {"+442079460018"}),
        ("0044 20 79460018", {"+442079460018"}),
        ("since 2001, 1000+ talks", set()),
        ("", set()),
    ],
)
def test_links_addresses_and_numbers_are_found(text: str, expected: set[str]) -> None:
    assert set(about.keys(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://www.Acme.example/about?x=1#y", {"acme.example"}),
        ("see acme.example.", {"acme.example"}),
        ("🌍bücher.example:8080", {"xn--bcher-kva.example"}),
        ("ana@acme.example", set()),
        ("3.5 stars, v1.2, e.g. this...", set()),
        ("x." * 200 + "example", set()),
    ],
)
def test_sites_are_found(text: str, expected: set[str]) -> None:
    assert set(about.hosts(text)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Acme, Inc.", "acme"),
        ("The Acme Company GmbH", "acme"),
        ("Acmé & Sons", "acme sons"),
        ("IBM", "ibm"),
        ("Co", ""),
        ("AB", ""),
        ("self-employed", ""),
        ("Freelance Consultant", ""),
        ("Stealth Startup", ""),
        ("🚀", ""),
        ("", ""),
    ],
)
def test_a_company_is_called_by_its_words(name: str, expected: str) -> None:
    assert " ".join(about.company(name)) == expected


def test_links_to_platforms_name_no_company() -> None:
    said = about.prose("On https://www.linkedin.com/in/ana, x.com/ana; at 🚀Acme.com")
    assert said.split() == ["on", "at", "acme", "com"]
    assert said[0] == said[-1] == " "


PIECES = st.lists(
    st.sampled_from(
        ["@", ".", " ", "linkedin.com/in/", "+44", "00", "a", "7", "example.org", "://", "😀", "é"]
    ),
    max_size=30,
).map("".join)


@given(st.text() | PIECES)
def test_what_is_found_is_a_key(text: str) -> None:
    for key in about.keys(text):
        slug = key.removeprefix("in/")
        found = {email_key(key), phone_key(key), linkedin_slug(f"linkedin.com/in/{slug}")}
        assert key in found or slug in found
    for host in about.hosts(text):
        assert host == host.casefold()


@pytest.mark.parametrize(
    "piece", ["a", "@", "a@", "a.", "linkedin.com/in/", "+1 ", "00", "://", "😀"]
)
def test_long_nonsense_takes_no_long_time(piece: str) -> None:
    text = piece * 50_000
    assert len([*about.keys(text), *about.hosts(text)]) < 100_000
    assert about.prose(text)
