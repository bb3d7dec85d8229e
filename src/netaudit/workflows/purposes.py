"""What an interaction was for, and the one text that is kept of it.

`--gave 'an introduction' --note 'by mail'` is kept as the purpose `gave` and the note
`gave: an introduction; by mail`: so that a log as CSV has one column for it.
"""

from collections.abc import Collection, Mapping

from netaudit.normal import clean
from netaudit.records import PURPOSES

#: The purposes of which the user says a text, in the order in which they stand in the note.
WITH_TEXT = ("gave", "got", "asked", "was_asked")
_BETWEEN = "; "


def purpose_of(purposes: Collection[str]) -> str:
    """Return purposes in their fixed order, as they are kept."""
    return "+".join(one for one in PURPOSES if one in purposes)


def note_of(texts: Mapping[str, str], note: str) -> str:
    """Join what was said of each purpose and the note into the one text that is kept."""
    said = {purpose: clean(texts.get(purpose, "")) for purpose in WITH_TEXT}
    parts = [f"{_label(purpose)}{text}" for purpose, text in said.items() if text]
    return _BETWEEN.join(filter(None, [*parts, clean(note)]))


def parted(purpose: str, note: str) -> tuple[dict[str, str], str]:
    """Return what a kept text says of each purpose, and the note behind that.

    What is said of a purpose ends at the first `; `.
    """
    texts = {}
    for one in WITH_TEXT:
        if one in purpose.split("+") and note.startswith(_label(one)):
            texts[one], _, note = note.removeprefix(_label(one)).partition(_BETWEEN)
    return texts, note


def told(purpose: str, note: str) -> str:
    """Return the kept text, with the purposes of which no text is said before it."""
    texts, _ = parted(purpose, note)
    bare = [one.replace("_", " ") for one in purpose.split("+") if one and one not in texts]
    return " ".join(filter(None, [f"[{', '.join(bare)}]" if bare else "", note]))


def changed(
    purpose: str, kept: str, said: Mapping[str, str], note: str | None, *, anew: bool
) -> tuple[str, str]:
    """Return purpose and kept text with what is said now in them; `anew`: of no purpose but that.

    A text takes the place of the one of the same purpose, an empty one takes it away, and the note
    that of the note: each leaves the others alone.
    """
    texts, before = parted(purpose, kept)
    purposes = set() if anew else set(purpose.split("+"))
    texts = {one: text for one, text in texts.items() if one in purposes} | dict(said)
    return purpose_of(purposes | said.keys()), note_of(texts, before if note is None else note)


def _label(purpose: str) -> str:
    return f"{purpose.replace('_', ' ')}: "
