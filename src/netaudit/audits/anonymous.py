"""A report that names nobody: numbers in the place of whatever tells who is meant.

Names are replaced in the frames, before anything is said of them, so that no sentence can let one
slip. Which of two comes first by name then is settled by a hash of the whole record: the same
record gives the same report, and the order tells nothing of the alphabet.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from netaudit.config import CHANNELS
from netaudit.frames import CONTRACTS, PEOPLE, Frames
from netaudit.normal import name_key
from netaudit.report import Person, Report, Section, Table, Value

if TYPE_CHECKING:
    import pandas as pd

#: The columns whose words are netaudit's own, and those that hold no words: they stay. A column
#: that is not named here and has no stand-ins fails the report, rather than tell a name.
KEPT: Mapping[str, tuple[str, ...]] = {
    "people": ("ignored", "named", "snoozed_until", "cadence"),
    "ties": ("person", "kind", "since", "until", "source"),
    "interactions": (
        "person", "at", "timed", "day", "medium", "direction", "size", "logged", "position",
        "purpose",
    ),
    "signals": ("person", "kind", "day", "direction", "with_note"),
    "moves": ("person", "seen_on", "next_on"),
    "snapshots": ("source", "exported_on", "covers", "read", "set_aside", "skipped"),
    "left_out": ("source", "kind", "records"),
}  # fmt: skip

_NOTE = (
    "People, companies, positions, tags and files are numbered, not named. Dates and figures are"
    " real, and may still tell who is meant."
)
_WORDS = {
    "p": "Person", "c": "Company", "j": "Position", "t": "Tag", "f": "File", "h": "Channel",
}  # fmt: skip
# A stand-in begins and ends with a character for private use, which no frame has any more.
_BEGIN, _END = "\ue000", "\ue001"
# What `name_key` overlooks: companies that differ in accents alone are told apart by it.
_OVERLOOKED = "\u2060"
_STAND_IN = re.compile(f"{_BEGIN}([{''.join(_WORDS)}])\\d+{_OVERLOOKED}*{_END}")


def anonymous(frames: Frames, make: Callable[[Frames], tuple[Report, ...]]) -> tuple[Report, ...]:
    """Make reports of a record in which everybody is a number, the same one in all of them."""
    numbers = _Numbers()
    return tuple(numbers.report(one) for one in make(disguised(frames)))


def disguised(frames: Frames) -> Frames:
    """Return the record with stand-ins for all that is not `KEPT`."""
    shuffled = _shuffle(frames.people)
    companies = _companies(
        [*frames.people["company"], *frames.moves["company"], *frames.moves["company_before"]],
        shuffled,
    )
    positions = _stand_ins(
        "j", [*frames.moves["position"], *frames.moves["position_before"]], shuffled
    )
    own_words = set(frames.interactions["channel"]) - set(CHANNELS)
    channels = {word: word for word in CHANNELS} | _stand_ins("h", own_words, shuffled)
    files = _stand_ins("f", frames.snapshots["name"], shuffled)
    return replace(
        frames,
        people=_people(frames.people, companies, shuffled),
        ties=_replaced("ties", frames.ties, {}),
        interactions=_replaced("interactions", frames.interactions, {"channel": channels}),
        signals=_replaced("signals", frames.signals, {}),
        moves=_replaced(
            "moves",
            frames.moves,
            dict.fromkeys(("company", "company_before"), companies)
            | dict.fromkeys(("position", "position_before"), positions),
        ),
        snapshots=_replaced("snapshots", frames.snapshots, {"name": files}),
        left_out=_replaced("left_out", frames.left_out, {}),
    )


def _people(
    people: "pd.DataFrame",
    companies: Mapping[str, str],
    shuffled: Callable[[Iterable[str]], list[str]],
) -> "pd.DataFrame":
    """Return the people with an id, a name and a place by name that tell nothing of them."""
    import pandas as pd

    ids = _stand_ins("p", people["person_id"], shuffled)
    tags = _stand_ins(
        "t",
        [*(tag for given in people["tags"] for tag in given), *people["cadence_tag"]],
        shuffled,
    )
    called = people["person_id"].map(ids)
    columns = {
        "person_id": called,
        "name": called,
        "sort_key": called,
        "company": people["company"].map(companies),
        "position": "",
        "tags": [tuple(sorted(tags[tag] for tag in given)) for given in people["tags"]],
        "cadence_tag": people["cadence_tag"].map(tags),
        **{name: people[name] for name in KEPT["people"]},
    }
    return pd.DataFrame(columns, index=people.index).astype(dict(PEOPLE))[list(PEOPLE)]


def _replaced(
    name: str, frame: "pd.DataFrame", columns: Mapping[str, Mapping[str, str]]
) -> "pd.DataFrame":
    """Return the columns that are kept, and the others with what stands for their words."""
    mapped = {column: frame[column].map(words) for column, words in columns.items()}
    contract = CONTRACTS[name]
    return frame[list(KEPT[name])].assign(**mapped)[list(contract)].astype(dict(contract))


def _shuffle(people: "pd.DataFrame") -> Callable[[Iterable[str]], list[str]]:
    """Return what puts words in an order that nobody without the whole record can tell."""
    whole = blake2b()
    for one in sorted(zip(people["person_id"], people["name"], strict=True)):
        whole.update(repr(one).encode())
    key = whole.digest()

    def shuffled(words: Iterable[str]) -> list[str]:
        return sorted(set(words), key=lambda word: blake2b(repr(word).encode(), key=key).digest())

    return shuffled


def _spelling(word: str) -> str:
    """Return a word as circles compare it."""
    return word.strip().casefold()


def _stand_ins(
    kind: str,
    words: Iterable[str],
    shuffled: Callable[[Iterable[str]], list[str]],
    *,
    alike: Callable[[str], str] = str.strip,
) -> dict[str, str]:
    """Return what stands for each word, the same for those that are alike; nothing for nothing."""
    found = set(words)
    keys = shuffled(map(alike, found))
    numbers = {key: number for number, key in enumerate(keys, 1)}
    return {
        word: f"{_BEGIN}{kind}{numbers[key]:07}{_END}" if (key := alike(word)) else ""
        for word in found
    }


def _companies(
    names: Iterable[str], shuffled: Callable[[Iterable[str]], list[str]]
) -> dict[str, str]:
    """Return what stands for each company; those of one `name_key` remain of one.

    By that key a change of company is told from a mere spelling, while circles keep two spellings
    of which more than the case differs apart.
    """
    found = _stand_ins("c", names, shuffled, alike=name_key)
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for name in found:
        spellings[name_key(name)].add(_spelling(name))
    ordered = {key: shuffled(several) for key, several in spellings.items()}
    return {
        name: stand_in.removesuffix(_END)
        + _OVERLOOKED * ordered[name_key(name)].index(_spelling(name))
        + _END
        if stand_in
        else ""
        for name, stand_in in found.items()
    }


class _Numbers:
    """Gives stand-ins their numbers, as they come up in sections and their tables."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._last = Counter[str]()

    def report(self, report: Report) -> Report:
        """Return the report with numbers, and with a note that says so."""
        sections = tuple(map(self._section, report.sections))
        return replace(
            report,
            sections=sections,
            headline=self._text(report.headline),
            notes=(_NOTE, *map(self._text, report.notes)),
            options=report.options | {"anonymized": "yes"},
        )

    def _section(self, section: Section) -> Section:
        tables = tuple(map(self._table, section.tables))  # they go by size, sentences do not
        previous = section.previous
        return replace(
            section,
            tables=tables,
            summary=self._text(section.summary),
            figures=tuple(replace(one, value=self._value(one.value)) for one in section.figures),
            notes=tuple(map(self._text, section.notes)),
            previous=previous and {key: self._value(value) for key, value in previous.items()},
        )

    def _table(self, table: Table) -> Table:
        return replace(table, rows=tuple(tuple(map(self._value, row)) for row in table.rows))

    def _value(self, value: Value) -> Value:
        if isinstance(value, Person):
            name = self._text(value.name)
            return Person(name, name.rpartition(" ")[2])
        return self._text(value) if isinstance(value, str) else value

    def _text(self, text: str) -> str:
        return _STAND_IN.sub(self._name, text)

    def _name(self, stand_in: re.Match[str]) -> str:
        if stand_in[0] not in self._given:
            self._last[stand_in[1]] += 1
            self._given[stand_in[0]] = f"{_WORDS[stand_in[1]]} {self._last[stand_in[1]]}"
        return self._given[stand_in[0]]
