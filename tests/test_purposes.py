"""What an interaction was for, in and out of the one text that is kept of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.normal import clean
from netaudit.workflows.purposes import WITH_TEXT, changed, note_of, parted, purpose_of, told

#: Without what parts one text from the next; a note that looks like a purpose is one.
texts = st.text("ab :,é\n", max_size=6)
said = st.dictionaries(st.sampled_from(WITH_TEXT), texts)
notes = st.text("xy;é", max_size=6)


@settings(max_examples=60)
@given(said, notes)
def test_what_is_joined_can_be_parted(texts: dict[str, str], note: str) -> None:
    kept = {purpose: clean(text) for purpose, text in texts.items() if clean(text)}
    assert parted(purpose_of(texts), note_of(texts, note)) == (kept, clean(note))


@settings(max_examples=60)
@given(before=said, note=notes, now=said, new=st.one_of(st.none(), notes), anew=st.booleans())
def test_only_what_is_said_changes(
    before: dict[str, str], note: str, now: dict[str, str], new: str | None, *, anew: bool
) -> None:
    purpose, kept = changed(purpose_of(before), note_of(before, note), now, new, anew=anew)
    left = {} if anew else before
    assert purpose == purpose_of({**left, **now})
    assert kept == note_of({**left, **now}, note if new is None else new)


@pytest.mark.parametrize(
    ("purpose", "kept", "said", "note", "expected"),
    [
        ("gave", "gave: a; by mail", {"gave": "b"}, None, ("gave", "gave: b; by mail")),
        ("gave", "gave: a; by mail", {}, "", ("gave", "gave: a")),
        ("gave", "gave: a; by mail", {"gave": ""}, None, ("gave", "by mail")),
        ("gave", "gave: a; b", {"was_asked": "c"}, "", ("gave+was_asked", "gave: a; was asked: c")),
        # Of other purposes no text is said, and they stay.
        ("gave+thanked", "gave: a", {"got": ""}, None, ("gave+got+thanked", "gave: a")),
        # A label is none without its purpose.
        ("", "gave: a; b", {"got": "c"}, None, ("got", "got: c; gave: a; b")),
        # What is said of a purpose ends at the first `; `: the rest is the note.
        ("gave", "gave: a; b; c", {}, "d", ("gave", "gave: a; d")),
    ],
)  # fmt: skip
def test_each_text_takes_the_place_of_its_own(
    purpose: str, kept: str, said: dict[str, str], note: str | None, expected: tuple[str, str]
) -> None:
    assert changed(purpose, kept, said, note, anew=False) == expected


def test_of_no_purpose_but_what_is_said() -> None:
    assert changed("gave", "gave: a; by mail", {"got": "b"}, None, anew=True) == (
        "got", "got: b; by mail",
    )  # fmt: skip
    assert changed("gave+work", "gave: a", {}, None, anew=True) == ("", "")


def test_a_purpose_without_a_text_is_told_before_the_note() -> None:
    assert told("gave+was_asked", "gave: a; by mail") == "[was asked] gave: a; by mail"
    assert told("", "by mail") == "by mail"
    assert told("got+asked", "for feedback") == "[got, asked] for feedback"
    assert told("", "") == ""
