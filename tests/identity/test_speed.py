"""Who is who among tens of thousands, while somebody waits."""

from time import process_time

import pytest

from netaudit.identity import Known, pairs, resolve
from netaudit.records import Account

PEOPLE = 30_000
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def word(number: int) -> str:
    """Return a word for a number, as if it were a name."""
    first, second = divmod(number % 4900, 70)
    return (SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[number % 61]).title()


def name(number: int) -> str:
    return f"{word(number * 7 % 1500)} {word(number * 13 % 4001)}"


def world() -> list[Known]:
    """Return people on LinkedIn and accounts of X, a tenth of whom are on both."""
    known = [
        Known(
            number, Account("linkedin", "url", f"{word(number)}-{number}".casefold()),
            frozenset({name(number)}), since=frozenset({737_000 + number % 999}),
            companies=frozenset({f"{word(number % 997)} Labs"}),
        )
        for number in range(1, PEOPLE + 1)
    ]  # fmt: skip
    for number in range(PEOPLE * 9 // 10, PEOPLE * 19 // 10):
        said = f"Builds at {word(number % 997)} Labs 🚀 https://{word(number)}.example/x #{number}"
        known.append(
            Known(
                PEOPLE + number, Account("x", "id", str(10**9 + number)),
                frozenset({f"{name(number)} 🚀"}), handles=frozenset({(f"h{number}", 738_000)}),
                about=frozenset({said} if number % 2 else ()),
            )
        )  # fmt: skip
    return known


@pytest.mark.unwatched
@pytest.mark.slow
def test_60000_accounts_take_no_long_time() -> None:
    known = world()
    start = process_time()
    links = resolve(known)
    resolved = process_time()
    found = pairs(known, links)
    compared = process_time()
    joined = sum(link.verdict == "same" for link in links)
    assert joined > 500
    assert len(found) > 500
    # Many times what it takes, so that only a wrong order of growth fails here.
    assert resolved - start < 20
    assert compared - resolved < 60
    assert pairs(known, links, person=found[0].one)[0] == found[0]
    assert process_time() - compared < 15


@pytest.mark.unwatched
@pytest.mark.slow
def test_a_crowd_of_one_name_takes_no_long_time() -> None:
    known = [
        Known(
            number, Account(*(("linkedin", "url") if number % 2 else ("x", "id")), str(number)),
            frozenset({"Ana Ruiz"}), frozenset({"office@acme.example"}),
            about=frozenset({"Acme https://acme.example +442079460018"}),
            companies=frozenset({"Acme"}),
        )
        for number in range(1, PEOPLE)
    ]  # fmt: skip
    start = process_time()
    assert pairs(known, resolve(known)) == []
    assert process_time() - start < 30
