"""Where the rules of harmless text begin and end: the last sign that counts, and the first."""

import unicodedata

import pytest

from netaudit.cli.terminal import harmless
from netaudit.render import safe

#: A letter of India, which a joiner after it changes; and one that changes nothing.
KA = "\N{DEVANAGARI LETTER KA}"
JOINER = "\N{ZERO WIDTH JOINER}"
NON_JOINER = "\N{ZERO WIDTH NON-JOINER}"
ACUTE = "\N{COMBINING ACUTE ACCENT}"

SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029\N{BRAILLE PATTERN BLANK}"
UNSEEN = [
    "\N{COMBINING GRAPHEME JOINER}", "\N{HANGUL CHOSEONG FILLER}", "\N{HANGUL JUNGSEONG FILLER}",
    "\N{KHMER VOWEL INHERENT AQ}", "\N{KHMER VOWEL INHERENT AA}", "\N{HANGUL FILLER}",
    "\N{HALFWIDTH HANGUL FILLER}", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}",
    "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{ZERO WIDTH NO-BREAK SPACE}", "\N{LANGUAGE TAG}",
]  # fmt: skip


def named(character: str) -> str:
    return f"U+{ord(character):04X}"


@pytest.mark.parametrize("space", SPACES, ids=named)
def test_whatever_begins_a_line_or_looks_like_a_space_is_one(space: str) -> None:
    assert safe.plain(f"a{space}b") == "a b"
    assert safe.is_blank(space)


@pytest.mark.parametrize("unseen", UNSEEN, ids=named)
def test_what_cannot_be_seen_is_not_there(unseen: str) -> None:
    assert safe.plain(f"a{unseen}é") == "aé"
    assert safe.is_blank(unseen)


@pytest.mark.parametrize("acting", ["\x00", "\x1b", "\x7f", "\x9b", "\ud800", "\ue000"], ids=named)
def test_what_acts_or_has_no_shape_is_replaced(acting: str) -> None:
    assert safe.plain(f"a{acting}b") == "a\ufffdb"
    assert not safe.is_blank(acting)


@pytest.mark.parametrize("joiner", [JOINER, NON_JOINER], ids=named)
def test_joiners_and_spaces_are_blank_alone_and_together(joiner: str) -> None:
    assert safe.is_blank("")
    assert safe.is_blank(joiner)
    assert safe.is_blank(f"{joiner} {joiner}\t")
    assert not safe.is_blank(f"{joiner}a")
    assert not safe.is_blank(" é ")


SCRIPTS = [
    ("Arabic, the first", "\u0620"),
    ("Arabic, a presentation form", "\ufb50"),
    ("Arabic, the last form", "\ufefc"),
    ("Tamil", "\N{TAMIL LETTER KA}"),
    ("Myanmar, the last", "\u109d"),
    ("Khmer", "\N{KHMER LETTER KA}"),
    ("Mongolian, the last", "\u18aa"),
    ("Saurashtra", "\ua882"),
    ("Meetei Mayek", "\uabc0"),
]


@pytest.mark.parametrize("letter", [one for _, one in SCRIPTS], ids=[one for one, _ in SCRIPTS])
def test_joiners_stay_in_words_of_scripts_that_need_them(letter: str) -> None:
    for joiner in (JOINER, NON_JOINER):
        assert safe.plain(letter + joiner + letter) == letter + joiner + letter


@pytest.mark.parametrize(
    "sign",
    [
        "é", "\N{CYRILLIC SMALL LETTER A}", "\N{HEBREW LETTER ALEF}", "\N{GEORGIAN LETTER AN}",
        "\N{ARABIC COMMA}", "\N{DEVANAGARI DIGIT ONE}", "長",
    ],
    ids=named,
)  # fmt: skip
def test_joiners_elsewhere_only_mislead(sign: str) -> None:
    for joiner in (JOINER, NON_JOINER):
        assert safe.plain(sign + joiner + sign) == sign + sign
        assert safe.plain(KA + joiner + sign) == KA + sign
        assert safe.plain(sign + joiner + KA) == sign + KA


def test_as_many_joiners_stay_in_one_sign_as_the_largest_family_needs() -> None:
    assert safe.plain(f"{KA}{JOINER}" * 4 + KA) == f"{KA}{JOINER}" * 4 + KA
    assert safe.plain(f"{KA}{JOINER}" * 5 + KA) == f"{KA}{JOINER}" * 4 + KA + KA


def test_joiners_are_counted_anew_for_every_sign() -> None:
    sign = f"{KA}{JOINER}" * 4 + KA
    assert safe.plain(sign * 3) == sign * 3
    assert safe.plain(f"{sign} {sign}") == f"{sign} {sign}"


def test_a_mark_belongs_to_the_sign_before_it_and_begins_no_count() -> None:
    marked = f"{KA}\N{DEVANAGARI VOWEL SIGN U}"
    assert safe.plain(f"{marked}{JOINER}" * 4 + KA) == f"{marked}{JOINER}" * 4 + KA
    assert safe.plain(f"{marked}{JOINER}" * 5 + KA) == f"{marked}{JOINER}" * 4 + marked + KA


def test_a_mark_at_the_beginning_leaves_room_for_as_many_joiners() -> None:
    text = "\N{DEVANAGARI VOWEL SIGN U}" + f"{JOINER}{KA}" * 4
    assert safe.plain(text) == text


@pytest.mark.parametrize("marks", [0, 1, 7, 8, 9, 500])
def test_eight_marks_stay_on_each_letter(marks: int) -> None:
    kept = ACUTE * min(marks, 8)
    assert safe.terminal(f"é{ACUTE * marks}o{ACUTE * marks}") == f"é{kept}o{kept}"
    assert safe.terminal(ACUTE * marks + "o") == ("\N{DOTTED CIRCLE}" + kept if marks else "") + "o"


def test_as_much_is_looked_at_as_could_be_shown() -> None:
    letter = f"{KA}{ACUTE * 8}"
    assert safe.terminal(letter * 60) == letter * 60
    assert safe.terminal(letter * 61) == letter * 59 + "…"
    assert safe.terminal("\u202e" * 60 * 50 + "a") == ""
    assert safe.terminal("\u202e" * (60 * 50 - 1) + "ab") == "a"


@pytest.mark.parametrize("length", [60, 61, 9_999, 10_000])
def test_a_line_on_stderr_is_harmless_and_has_no_usual_end(length: int) -> None:
    assert harmless("é" * length) == "é" * length
    assert harmless("\x1b[2J" + "é" * (length - 4)) == "\ufffd[2J" + "é" * (length - 4)


def test_a_line_on_stderr_has_an_end() -> None:
    assert harmless("x" * 10_001) == "x" * 9_999 + "…"


@pytest.mark.parametrize("first", "=+-@＝＋－＠﹢﹣﹦﹫⁺₊⁻₋⁼₌")
def test_every_sign_that_a_spreadsheet_may_read_as_one_of_four_is_guarded(first: str) -> None:
    is_read_so = unicodedata.normalize("NFKC", first) in {"=", "+", "-", "@"}
    assert (safe.csv_cell(f"{first}1") == f"'{first}1") == is_read_so


@pytest.mark.parametrize("before", ["", " ", '"', ' "" ', "\N{NO-BREAK SPACE}"])
def test_what_a_spreadsheet_drops_hides_no_formula(before: str) -> None:
    assert safe.csv_cell(f"{before}=A1") == f"'{before}=A1"
    assert safe.csv_cell(f"{before}A1=") == f"{before}A1="


@pytest.mark.parametrize("sign", "\\`*_{}[]()#!|<>~$@^")
def test_what_means_something_anywhere_in_markdown_is_escaped_everywhere(sign: str) -> None:
    assert safe.markdown(sign) == f"\\{sign}"
    assert safe.markdown(f"a{sign}b{sign}") == f"a\\{sign}b\\{sign}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("12. x", r"12\. x"),
        ("12.", r"12\."),
        ("x 12. y", "x 12. y"),
        ("a-b", "a-b"),
        ("-a", r"\-a"),
        ("a-", r"a\-"),
        ("+1", r"\+1"),
        ("&amp; &#38; & b&", r"\&amp; \&\#38; & b&"),
        ("===", r"\=\=="),
        ("%%%", r"\%\%%"),
        ("a / b // c", r"a / b \// c"),
        ("WWW.x", r"WWW\.x"),
        ("x.io x.i x.1a 1.ab", r"x\.io x.i x.1a 1\.ab"),
        (":a: b:c", r"\:a: b:c"),
        ("a\n\n\tb   c ", "a b c"),
    ],
)
def test_what_means_something_only_at_its_place_is_escaped_there(text: str, written: str) -> None:
    assert safe.markdown(text) == written
