"""What spreadsheets, exports and accidents do to CSV, and what becomes of each row."""

import csv

import pytest

from importers.made import cells, lines, made, problems, rows
from netaudit.errors import InputRefused
from netaudit.importers.csvfile import MAX_FIELD, open_table
from netaudit.importers.header import column_key, find_header
from netaudit.importers.source import HEAD

GOOD = [["1", "2"], ["5", "6"]]


def test_a_preamble_is_passed_over() -> None:
    assert cells(rows('Notes:\n"long, long"\n\na,b\n1,2\n5,6\n')) == GOOD


def test_the_header_is_looked_for_in_the_first_twenty_records_only() -> None:
    assert find_header(made("\n" * 19 + "a,b\n"), frozenset({"a", "b"}))
    assert find_header(made("\n" * 20 + "a,b\n"), frozenset({"a", "b"})) is None


def test_a_header_below_a_badly_quoted_note_is_found_again_when_rows_are_read() -> None:
    assert cells(rows('"note" and more\na,b\n1,2\n5,6\n')) == GOOD


def test_a_header_within_a_quoted_note_is_none() -> None:
    assert cells(rows('"as in\na,b\n9,9",x\na,b\n1,2\n5,6\n')) == GOOD


def test_a_header_that_runs_past_the_first_bytes_is_none() -> None:
    wide = "a,b," + ",".join(f"c{n}" for n in range(HEAD // 4))
    assert find_header(made(f"{wide}\n1,2\n"), frozenset({"a", "b"})) is None


def test_ten_thousand_columns_are_read_by_name() -> None:
    names = ",".join(f"c{n}" for n in range(10_000))
    items = rows(f"{names}\n" + "," * 9_999 + "x\n", "c1", "c9999")
    assert cells(items)[0][9_999] == "x"


def test_a_file_without_the_header_is_refused() -> None:
    with pytest.raises(InputRefused, match="no header with the columns 'a', 'b'"):
        open_table(made("x,y\n1,2\n"), frozenset({"a", "b"}), [])


def test_a_file_that_changes_while_it_is_read_is_refused() -> None:
    table = open_table(made("a,b\n1,2\n"), frozenset({"a", "b"}), [])
    for other in ("a,c\n1,2\n", ""):
        moved = open_table(made("a,b\n"), frozenset({"a", "b"}), [])
        moved.file = made(other)
        moved.header = table.header
        with pytest.raises(InputRefused, match="changed while it was read"):
            list(moved.rows())


@pytest.mark.parametrize(
    "header", ["A,B", " a , b ", "\ufeffa,b", '"a","b"', "a,b,", "b,a", "x;y\na;b", "a\tb"]
)
def test_case_order_spaces_marks_and_delimiters_of_the_header_do_not_matter(header: str) -> None:
    assert find_header(made(f"{header}\n"), frozenset({"a", "b"})) is not None


def test_underscores_and_spaces_are_alike_in_column_names() -> None:
    assert column_key(" First_Name ") == column_key("first  name") == "first name"


def test_the_same_column_twice_is_refused_if_it_is_read() -> None:
    table = open_table(made("a,b,c,a\n"), frozenset({"a", "b"}), [])
    table.refuse_repeated(frozenset({"b", "c"}))
    with pytest.raises(InputRefused, match=r"file\.csv:1: the column 'a' stands there twice"):
        table.refuse_repeated(frozenset({"a"}))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_goes_with_every_line_end(delimiter: str, end: str) -> None:
    text = end.join(["a,b,c", "1,2,x", "", "5,6,y"]).replace(",", delimiter)
    assert cells(rows(text)) == [["1", "2", "x"], ["5", "6", "y"]]
    assert lines(rows(text)) == [2, 4]


def test_line_ends_may_be_mixed() -> None:
    assert cells(rows("a,b\r1,2\r\n\n5,6\n")) == GOOD


def test_a_line_that_names_the_delimiter_is_passed_over() -> None:
    assert cells(rows("sep=;\na;b\n1;2\n5;6\n")) == GOOD


def test_commas_belong_to_the_text_where_semicolons_part() -> None:
    assert cells(rows("a;b\n1,5;2\n")) == [["1,5", "2"]]


def test_the_line_of_a_row_is_where_it_begins() -> None:
    items = rows('a,b\n"1\n\n1",2\n5,6\n')
    assert lines(items) == [2, 5]


def test_other_characters_that_some_take_for_line_ends_are_text() -> None:
    odd = "\u2028\u2029\x85\x0b\x0c\x1c"
    assert cells(rows(f"a,b\n{odd}1,2\n")) == [[f"{odd}1", "2"]]


@pytest.mark.parametrize("cell", ["Null", "NA", "None", "nan", "True", "1e5", "007", "'=1"])
def test_cells_stay_text(cell: str) -> None:
    assert cells(rows(f"a,b\n{cell},2\n")) == [[cell, "2"]]


def test_a_row_too_long_is_a_problem_and_the_next_is_fine() -> None:
    items = rows("a,b\n1,2\n3,4,x\n5,6\n")
    assert (cells(items), problems(items)) == (GOOD, [(3, "too-many-fields")])


def test_blank_cells_beyond_the_header_do_no_harm() -> None:
    assert cells(rows("a,b\n1,2,,\n5,6\n")) == GOOD


def test_a_row_too_short_is_a_problem_only_if_a_needed_column_is_missing() -> None:
    items = rows("a,b,c\n1,2\n3\n5,6,x\n")
    assert cells(items) == [["1", "2", ""], ["5", "6", "x"]]
    assert problems(items) == [(3, "too-few-fields")]


def test_empty_rows_are_passed_over() -> None:
    assert cells(rows("a,b\n\n1,2\n,\n  , \n,,,,\n5,6\n\n\n")) == GOOD


def test_a_blank_first_column_is_no_empty_row() -> None:
    assert cells(rows("a,b\n,2\n")) == [["", "2"]]


@pytest.mark.parametrize("below", ["", "\n\n", ",\n , \n"])
def test_nothing_below_the_header_is_said_and_is_no_error(below: str) -> None:
    notices: list[str] = []
    assert rows(f"a,b\n{below}", notices=notices) == []
    assert notices == ["file.csv: there are no rows below the header"]


def test_a_broken_row_is_not_nothing() -> None:
    notices: list[str] = []
    assert problems(rows('a,b\n"1"x,2\n', notices=notices)) == [(2, "bad-quoting")]
    assert problems(rows("a,b\n1\n", notices=notices)) == [(2, "too-few-fields")]
    assert notices == []


def test_an_unterminated_quote_names_the_line_where_it_opened() -> None:
    with pytest.raises(InputRefused, match=r"file\.csv:3: a quotation mark is opened here"):
        rows('a,b\n1,2\n3,"4\n5,6\n')


def test_rows_before_an_unterminated_quote_are_no_import() -> None:
    table = open_table(made('a,b\n1,2\n3,"4\n'), frozenset({"a"}), [])
    items = table.rows()
    assert next(items) == (2, ["1", "2"])
    with pytest.raises(InputRefused):
        next(items)


@pytest.mark.parametrize("bad", ['"3"x,4', '3,"4" ', '"3""'])
def test_bad_quoting_costs_its_own_row(bad: str) -> None:
    items = rows(f'a,b\n1,2\n{bad}\n"5",6\n')
    assert (cells(items), problems(items)) == (GOOD, [(3, "bad-quoting")])


def test_a_stray_quote_that_a_later_row_closes_costs_its_own_row() -> None:
    items = rows('a,b\n1,2\n3,"4\n5,6\n7,8\n"9, nine",10\n')
    assert cells(items) == [*GOOD, ["7", "8"], ["9, nine", "10"]]
    assert lines(items) == [2, 4, 5, 6]
    assert problems(items) == [(3, "bad-quoting")]


def test_a_quote_within_an_unquoted_cell_is_text() -> None:
    assert cells(rows('a,b\n5" disk,2\n')) == [['5" disk', "2"]]


def test_a_field_of_a_mebibyte_is_read_and_a_longer_one_is_a_problem() -> None:
    items = rows(f"a,b\n{'x' * MAX_FIELD},2\n{'x' * (MAX_FIELD + 1)},4\n5,6\n")
    assert [len(row[0]) for row in cells(items)] == [MAX_FIELD, 1]
    assert problems(items) == [(3, "field-too-long")]


def test_a_quote_that_swallows_more_than_a_mebibyte_was_never_closed() -> None:
    with pytest.raises(InputRefused, match=r"file\.csv:2: a quotation mark is opened here"):
        rows('a,b\n1,"2\n' + "some,words\n" * 120_000 + '"\n')


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(InputRefused, match="a line is longer than 16 MiB"):
        rows("a,b\n" + "x," * (9 << 20))


def test_a_row_with_a_nul_is_a_problem() -> None:
    items = rows(b"a,b\n1,2\n3,\0\n5,6\n")
    assert (cells(items), problems(items)) == (GOOD, [(3, "nul")])


def test_the_csv_module_keeps_its_own_limit_for_nobody() -> None:
    rows("a,b\n1,2\n")
    assert csv.field_size_limit() == MAX_FIELD
