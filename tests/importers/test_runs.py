"""Rows that are read in runs say what they say one at a time, wherever the runs end."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers import cases
from importers.made import CHANNELS, ME, MESSAGES, Told, made, message, records
from netaudit.errors import InputRefused
from netaudit.importers import Context, csvfile, read_checked
from netaudit.importers.csvfile import open_table
from netaudit.importers.linkedin import messages
from netaudit.records import Interactions, Problem

ADA, BO, ROBIN = "Ada|ada-example", "Bo|bo-example", "Robin Quist|robin-quist-example"
ROWS = st.lists(
    st.sampled_from([
        message(ADA, ROBIN), message(ROBIN, ADA), message(ROBIN, f"{ADA};{BO}"),
        message(ADA, BO), message("LinkedIn Member", ROBIN), message(ADA, ROBIN, "yesterday"),
        message(ADA, ROBIN, "2026-02-30 09:15:00 UTC"), message(ADA, ROBIN, "2/8/18, 9:15 AM"),
        message(ADA, ROBIN, content="two\nlines\r\nand\rmore"), "\n", "," * 9 + "\n", "1,2\n",
        message(ADA, ROBIN, content='<p class="spinmail-quill-editor__spin-break">Buy'),
        message(ADA, ROBIN, content='no <p class="spinmail-quill-editor__spin-break">'),
        message("Sponsor|sponsor", ROBIN, title="Sponsored Conversation"),
    ]),
    max_size=30,
)  # fmt: skip
TAIL = st.sampled_from(["", '"x"y' + "," * 9 + "\n", "\0" + "," * 9 + "\n"])


@settings(max_examples=200, deadline=None)
@given(ROWS, TAIL, st.integers(2, 20))
def test_the_length_of_runs_changes_no_record(rows: list[str], tail: str, run: int) -> None:
    file = made(f"{MESSAGES}\n{''.join([*rows, tail, *rows])}", "messages.csv")

    def read() -> list[Told] | None:
        try:
            return records(file)
        except InputRefused:
            return None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csvfile, "_RUN", 1)
        expected = read()
        patch.setattr(csvfile, "_RUN", run)
        found = read()
    assert found == expected


@pytest.mark.parametrize("run", [1, 3])
@pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.name)
def test_the_cases_read_the_same_in_runs(
    case: Path, run: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = (case / "expected.jsonl").read_text(encoding="utf-8")
    monkeypatch.setattr(csvfile, "_RUN", run)
    assert cases.lines_of(case) == expected


def test_plain_rows_come_together_and_an_odd_one_parts_them() -> None:
    rows = [message(ADA, ROBIN)] * 20 + [message(ADA, BO)] + [message(ROBIN, ADA)] * 20
    file = made(f"{MESSAGES}\n{''.join(rows)}", "messages.csv")
    found = list(read_checked(messages.Messages(), file, Context(ME, "UTC", CHANNELS, [])))
    kinds = [type(record) for record in found[:3]]
    assert kinds == [Interactions, Problem, Interactions]
    first, second = found[0], found[2]
    assert isinstance(first, Interactions)
    assert isinstance(second, Interactions)
    assert [*first.lines, 22, *second.lines] == list(range(2, 43))
    assert len(set(first.ends)) == len(set(second.ends)) == 1


def test_a_run_holds_only_so_many_rows_and_the_right_lines() -> None:
    text = "a,b\n" + "1,2\n" * 600 + '1,"2\n3"\n' * 600
    runs = list(open_table(made(text), frozenset({"a"}), []).runs())
    lines: list[int] = []
    for run in runs:
        assert not isinstance(run, Problem)
        assert len(run.lines) == len(run.rows) <= 256
        lines += run.lines
    assert lines == [*range(2, 602), *range(602, 1802, 2)]


@pytest.mark.parametrize("odd", ["", "\0,1\n"])
def test_of_large_rows_few_are_held_at_a_time(odd: str) -> None:
    text = "a,b\n" + odd + "1,2\n" * 300 + f"1,{'x' * 500_000}\n" * 20
    runs = open_table(made(text), frozenset({"a"}), []).runs()
    rows = [run.rows for run in runs if not isinstance(run, Problem)]
    assert sum(map(len, rows)) == 320
    assert max(sum(len(b) > 1 for _, b in run) for run in rows) <= 10


def test_an_owner_found_too_late_is_refused() -> None:
    """A thousand messages between others are enough, also where the next one is the owner's."""
    text = MESSAGES + "\n" + message(ADA, BO) * 1000 + message(ADA, ROBIN)
    with pytest.raises(InputRefused, match="none of these messages"):
        records(made(text, "messages.csv"))
