"""What an import leaves out of people who were forgotten, record by record."""

from collections.abc import Iterable

import pytest

from netaudit.calendar import EPOCH_DAY
from netaudit.records import (
    Account,
    Contact,
    End,
    Entry,
    Interaction,
    Interactions,
    Note,
    Problem,
    Profile,
    Record,
    SetAside,
    Signal,
    Tie,
    Where,
)
from netaudit.store import tombstones
from netaudit.store.sifting import KIND, Sieve

GONE, BO, CY = (Account("linkedin", "url", slug) for slug in ("gone-person", "bo-lind", "cy-orr"))
STATED = [("stated", "email", "gone@mail.example"), ("stated", "phone", "+15550177")]
DAY = 738_000
AT = (DAY - EPOCH_DAY) * 86_400


def sieve(*marks: tombstones.Mark) -> Sieve:
    """Return what leaves out whoever has one of these marks, usually the one person."""
    key = b"a key of one person"
    return Sieve(
        tombstones.Forgotten({key: {tombstones.digest(key, mark) for mark in marks or (GONE,)}})
    )


def sifted(*records: Record, by: Sieve | None = None) -> list[Record]:
    return list((by or sieve()).sift(records))


def of(account: Account, day: int | None = DAY, line: int = 5) -> list[Tie | Entry | Signal | Note]:
    """Return a record of each kind that is of one account and of one day."""
    profile = Profile(account, "A Name")
    at = AT if day is None else (day - EPOCH_DAY) * 86_400
    return [
        Tie(line, account, "connection", day, profile),
        Entry(line, account, "A Name", None, day, "coffee", "in_person", "both", "", "", 1),
        Signal(line, account, "invitation", at, "in", with_note=False, profile=profile),
        Note(line, account, "a note", day, profile),
    ]


KINDS = ["tie", "entry", "signal", "note"]
kinds = pytest.mark.parametrize("kind", range(4), ids=KINDS)


@kinds
def test_a_record_of_theirs_is_set_aside_at_its_line_and_one_of_others_stays(kind: int) -> None:
    theirs, others = of(GONE, line=12)[kind], of(BO, line=13)[kind]
    assert sifted(theirs, others) == [SetAside(12, KIND), others]


@kinds
def test_the_day_of_what_was_left_out_is_kept(kind: int) -> None:
    by = sieve()
    assert by.latest == 0
    later, earlier = of(GONE, DAY + 3)[kind], of(GONE, DAY)[kind]
    sifted(earlier, later, of(BO, DAY + 9)[kind], by=by)
    assert by.latest == DAY + 3
    sifted(earlier, by=by)
    assert by.latest == DAY + 3


@pytest.mark.parametrize("kind", [0, 3], ids=["tie", "note"])
def test_what_has_no_day_has_no_part_in_the_latest(kind: int) -> None:
    by = sieve()
    assert sifted(of(GONE, None)[kind], by=by) == [SetAside(5, KIND)]
    assert by.latest == 0


@pytest.mark.parametrize(("second", "day"), [(-1, DAY - 1), (0, DAY), (86_399, DAY)])
def test_an_instant_is_of_the_day_in_which_it_lies(second: int, day: int) -> None:
    profile = Profile(GONE, "A Name")
    entry = Entry(1, GONE, "A Name", AT + second, None, "call", "voice", "both", "", "", 1)
    signal = Signal(1, GONE, "invitation", AT + second, "in", with_note=True, profile=profile)
    message = Interaction(1, (GONE,), AT + second, "in", "linkedin")
    for record in (entry, signal, message, together(message)):
        by = sieve()
        sifted(record, by=by)
        assert by.latest == day


def together(*messages: Interaction) -> Interactions:
    """Return messages as importers tell of many; those at the same end share one object."""
    ends = dict[tuple[object, ...], End]()
    parts = [
        (one.accounts, one.direction, one.channel, one.size, one.continues) for one in messages
    ]
    found = [ends.setdefault(part, End(*part)) for part in parts]
    lines, at = [one.line for one in messages], [one.at for one in messages]
    return Interactions(lines, found, at, [one.conversation for one in messages])


def test_what_tells_of_nobody_stays() -> None:
    aside = SetAside(3, "departed members", DAY)
    problem = Problem(Where("a.csv", 4), "code", "cannot be used")
    assert sifted(aside, problem) == [aside, problem]


def test_what_is_said_in_passing_goes_without_being_counted() -> None:
    theirs, others = Profile(GONE, "A Name"), Profile(BO, "Bo Lind")
    assert sifted(theirs, others) == [others]


def test_the_second_tie_of_a_row_is_not_counted_again() -> None:
    first = Tie(8, GONE, "following", None, None)
    second = Tie(8, GONE, "follower", DAY, None, continues=True)
    by = sieve()
    assert sifted(first, second, by=by) == [SetAside(8, KIND)]
    assert by.latest == DAY
    alone = Tie(8, BO, "follower", None, None, continues=True)
    assert sifted(alone) == [alone]


BOOK = Account("email", "email", "other@mail.example")
EMPTY = [("stated", "email", ""), ("stated", "phone", "")]


@pytest.mark.parametrize(
    ("profiles", "marks", "is_theirs"),
    [
        ([Profile(BOOK, "A")], [BOOK], True),
        ([Profile(BOOK, "A")], [GONE], False),
        ([Profile(BOOK, "A", email="gone@mail.example")], STATED, True),
        ([Profile(BOOK, "A", phone="+15550177")], STATED, True),
        ([Profile(BOOK, "A"), Profile(BOOK, "A", email="gone@mail.example")], STATED, True),
        ([Profile(BOOK, "A"), Profile(BOOK, "A", phone="+15550177")], STATED, True),
        ([Profile(BOOK, "A", email="+15550177", phone="gone@mail.example")], STATED, False),
        ([Profile(BOOK, "A", email="other@mail.example")], STATED, False),
        ([Profile(BOOK, "A")], EMPTY, False),
    ],
    ids=[
        "account", "of others", "email", "phone", "second email", "second phone", "other kind",
        "other email", "nothing stated",
    ],
)  # fmt: skip
def test_an_entry_of_an_address_book_is_theirs_by_any_of_its_keys(
    profiles: Iterable[Profile], marks: list[tombstones.Mark], *, is_theirs: bool
) -> None:
    record = Contact(21, tuple(profiles))
    left = SetAside(21, KIND) if is_theirs else record
    assert sifted(record, by=sieve(*marks)) == [left]


def message(line: int, *people: Account, continues: bool = False, at: int = AT) -> Interaction:
    return Interaction(line, people, at, "out", "reply", 3, 70 + line, continues)


def test_many_of_whom_nobody_was_forgotten_stay_the_same_object() -> None:
    many = together(message(1, BO), message(2, BO, CY), message(3, BO))
    (found,) = sifted(many)
    assert found is many


def test_all_that_is_said_of_a_message_stays_when_somebody_is_taken_out() -> None:
    rows = [message(1, BO, GONE), message(2, GONE), message(3, CY, at=AT + 5)]
    left = [rows[0]._replace(accounts=(BO,)), SetAside(2, KIND), rows[2]]
    assert sifted(*rows) == left
    *asides, found = sifted(together(*rows))
    assert asides == [SetAside(2, KIND)]
    assert isinstance(found, Interactions)
    assert list(found.each()) == [left[0], left[2]]


def test_of_many_that_are_all_theirs_nothing_stays_but_the_count() -> None:
    rows = [message(1, GONE), message(2, GONE)]
    assert sifted(*rows) == [SetAside(1, KIND), SetAside(2, KIND)]
    assert sifted(together(*rows)) == [SetAside(1, KIND), SetAside(2, KIND)]


def test_the_next_part_of_a_row_stands_for_it_and_the_one_after_does_not() -> None:
    rows = [
        message(4, GONE), message(4, BO, continues=True), message(4, CY, continues=True),
        message(5, BO), message(5, CY, continues=True),
    ]  # fmt: skip
    left = [rows[1]._replace(continues=False), *rows[2:]]
    assert sifted(*rows) == left
    (found,) = sifted(together(*rows))
    assert isinstance(found, Interactions)
    assert list(found.each()) == left


def test_a_row_may_begin_in_one_block_and_end_in_another() -> None:
    first = together(message(1, BO), message(2, GONE))
    second = together(message(2, CY, continues=True), message(3, BO))
    found = sifted(first, second)
    assert all(isinstance(one, Interactions) for one in found)
    left = [one for block in found if isinstance(block, Interactions) for one in block.each()]
    assert left == [message(1, BO), message(2, CY), message(3, BO)]


@pytest.mark.parametrize(
    "after", [of(BO)[0], Profile(BO, "Bo Lind"), message(2, BO), together(message(2, BO))]
)
def test_a_row_is_over_when_another_begins(after: Record) -> None:
    found = sifted(message(1, GONE), after)
    assert found[0] == SetAside(1, KIND)
    assert found[1:] in ([after], [Profile(BO, "Bo Lind")]) or isinstance(found[1], Interactions)
    assert len(found) == 2


def test_a_row_is_over_at_the_end() -> None:
    assert sifted(message(1, BO), message(2, GONE)) == [message(1, BO), SetAside(2, KIND)]


def test_ends_that_are_forgotten_are_looked_up_once() -> None:
    asked = list[tombstones.Mark]()

    class Known(tombstones.Forgotten):
        def __contains__(self, mark: tombstones.Mark) -> bool:
            asked.append(mark)
            return mark == GONE

    end = End((GONE, BO), "out", "linkedin")
    many = Interactions([1, 2, 3], [end] * 3, [AT] * 3, [1, 2, 3])
    (found,) = Sieve(Known({})).sift([many])
    assert isinstance(found, Interactions)
    assert {one.accounts for one in found.each()} == {(BO,)}
    assert asked == [GONE, BO]
