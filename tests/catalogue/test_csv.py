"""Rows C1 to C26: what becomes of tables on their way through spreadsheets, mail and hands."""

from pathlib import Path

import pytest

from catalogue.catalogue import A, Case, E, N, S, covers, each_of, hold, state
from catalogue.measuring import measured
from catalogue.tables import (
    ALL,
    CONNECTIONS,
    FOLLOWING,
    INVITATIONS,
    LOG,
    MESSAGES,
    OF_LINKEDIN,
    Table,
    each,
)
from cli.program import Run
from netaudit.errors import ExitCode

pytestmark = pytest.mark.unwatched

PREAMBLE = 'Notes:\n"When exporting your data, you may notice that ""some"" are missing."\n\n'
#: The longest cell that is read, and the longest line.
CELL, LINE = 1 << 20, 16 << 20
#: Those that name somebody as nobody before them did: whoever was invited has a name already.
NAMING = (LOG, CONNECTIONS, MESSAGES, FOLLOWING)
HTML = "<!DOCTYPE html>\n<html><title>Sign in, Ada Kaltenbrun</title></html>\n"


def _without_first_column(table: Table) -> str:
    header, *rows = (line.partition(",")[2] for line in (table.header, *table.rows))
    return table.text(*rows, header=header)


def _by_semicolons(table: Table) -> str:
    return table.text().replace(",", ";")


def _widened(table: Table) -> str:
    header, *rows = (f"{line},{more}" for line, more in zip(
        (table.header, *table.rows), ("Mood", "fine", "fine"), strict=True
    ))  # fmt: skip
    return table.text(*rows, header=header)


def _first_column_twice(table: Table) -> str:
    header, *rows = (f"{line},{line.split(',')[0]}" for line in (table.header, *table.rows))
    return table.text(*rows, header=header)


@each_of(
    *each("C1", "a note above the header", A, lambda t: PREAMBLE + t.text(), tables=ALL[:4]),
    *each(
        "C2", "no known header", E, lambda t: t.text("1,2", header="alpha,beta"),
        "its columns are 'alpha', 'beta'", hinted=True,
    ),
    *each(
        "C3", "capitals, spaces and underscores", A,
        lambda t: t.text(header=t.header.upper().replace(" ", "_").replace(",", " , ")),
    ),
    # formats.md: files are known by their columns. LinkedIn's are English in every language.
    *each(
        "C3", "a header in German", E, lambda t: t.text(header="Vorname,Nachname,Verbunden am"),
        ": n", hinted=True,
    ),
    # Also where both say the same: only all rows together would tell, and no export does it.
    *each("C4", "the same column twice", E, _first_column_twice, ":1: the column '", hinted=True),
    *each(
        "C5", "a required column missing", E, _without_first_column, ":1: looks like LinkedIn ",
        tables=(CONNECTIONS, INVITATIONS), hinted=True,
    ),
    *each(
        "C5", "a required column missing", E, _without_first_column,
        ": named like interaction log, but without 'date', 'person'", tables=[LOG], hinted=True,
    ),
    # Which columns there are changes with the year of an export, and is no news.
    *each("C5", "an optional column missing", A, _without_first_column, tables=[MESSAGES]),
    # Of LinkedIn's files, for the same reason.
    *each("C6", "an unknown column", A, _widened, tables=OF_LINKEDIN),
    *each("C6", "an unknown column", N, _widened, ": not read are the columns 'mood'",
          tables=[LOG]),
    *each("C6", "an unknown column", E, _widened, "its columns are 'id', 'handle', 'name', 'mood'",
          tables=[FOLLOWING], hinted=True),
    *each(
        "C7", "a row too short for what is required", S,
        lambda t: t.spoilt(lambda row: row.split(",")[0]), ":2: 1 field where the header names ",
        tables=ALL[:4],
    ),
    *each("C7", "a row too short for the rest", A,
          lambda t: t.spoilt(lambda row: row.rpartition(",")[0]), tables=(LOG, INVITATIONS)),
    *each("C8", "a comma too many", S, lambda t: t.spoilt(lambda row: f"{row},Inc"),
          " fields where the header names "),
    *each("C9", "an unterminated quote", E, lambda t: t.spoilt(lambda row: f'"{row}'),
          ":2: a quotation mark is opened here and never closed", hinted=True),
    *each("C9", "an unterminated quote in the last row", E,
          lambda t: t.text(*t.rows, f'"{t.rows[0]}'),
          ":4: a quotation mark is opened here and never closed", hinted=True),
    *each("C10", "letters behind a quotation mark", S, lambda t: t.spoilt(lambda row: f'"a"{row}'),
          ":2: the quotation marks do not pair up"),
    *each(
        "C11", "a line break in a cell above a bad row", S,
        lambda t: t.text(t.rows[0].replace("kept", '"two\nlines"').replace("Hello", '"a\n\n"'),
                         f"{t.rows[1]},,,,Inc"),
        ":5: 14 fields", tables=[MESSAGES],
    ),
    *each(
        "C11", "a line break in a cell above a bad row", S,
        lambda t: t.text(t.rows[0].replace("kept", '"two\nlines"'), f"{t.rows[1]},,,,Inc"),
        ":4: 13 fields", tables=[LOG],
    ),
    *each("C12", "lone carriage returns", A, lambda t: t.text(end="\r"), resaved=True),
    *each("C12", "carriage returns before line feeds", A, lambda t: t.text(end="\r\n"),
          resaved=True),
    *each("C12", "mixed line ends", A, lambda t: t.text(end="\r\n").replace("\r\n", "\n", 2)),
    *each("C12", "U+2028 and U+0085 in a cell", A, lambda t: t.named("A\u2028d\u0085a"),
          tables=NAMING, shown=["A d a Kaltenbrun"]),
    *each("C13", "semicolons", A, _by_semicolons, resaved=True),
    *each("C13", "tabs", A, lambda t: t.text().replace(",", "\t"), resaved=True),
    *each("C14", "a line that names the separator", A, lambda t: f"sep=;\n{_by_semicolons(t)}",
          resaved=True),
    *each("C15", "a cell of 200,000 characters", A, lambda t: t.named("A" * 200_000)),
    *each("C15", "a cell of more than a mebibyte", S, lambda t: t.named("A" * (CELL + 1)),
          ":2: a field is longer than 1 MiB"),
    *each("C16", "a line of more than 16 MiB", E, lambda t: t.named("A" * (LINE + (1 << 17))),
          ": a line is longer than 16 MiB", tables=(LOG, MESSAGES), hinted=True),
    *each("C17", "a NUL", S, lambda t: t.named("A\0da"), ":2: a NUL character"),
    *each("C17", "NULs everywhere", E, lambda t: t.text().replace(",", ",\0\0\0"),
          ": this is no text", hinted=True),
    *each("C18", "nothing", E, lambda _: "", ": the file is empty", hinted=True),
    *each("C18", "nothing but a header", N, lambda t: t.header,
          ": there are no rows below the header", account="read 0 = 0"),
    *each("C20", "words that some take for nothing", A, lambda t: t.named("Null", "NA"),
          tables=NAMING, shown=["Null Kaltenbrun", "NA Kaltenbrun"]),
    *each("C20", "words that some take for numbers", A, lambda t: t.named("1e5", "007"),
          tables=NAMING, shown=["1e5 Kaltenbrun", "007 Kaltenbrun"]),
    *each("C20", "words that some take for values", A, lambda t: t.named("True", "nan"),
          tables=NAMING, shown=["True Kaltenbrun", "nan Kaltenbrun"]),
    *each("C23", "a mark before a quoted header", A,
          lambda t: "\ufeff" + t.text(header='"' + t.header.replace(",", '","') + '"'),
          resaved=True),
    # An empty row says nothing that could be missing; it is no record, and not counted.
    *each("C24", "rows of nothing", A, lambda t: t.text(*t.rows, "", ",,", " , ", "\t", "")),
    *each("C24", "a last row that sums up", S,
          lambda t: t.text(t.rows[0], "", "2 in all"), ":4:", tables=ALL[:4]),
    *each("C25", "a login page", E, lambda _: HTML, ": this is an HTML page", hinted=True),
    *each("C26", "the same row twice", A, lambda t: t.text(*t.rows, t.rows[0]),
          account="read 3 = 2 new + 1 set aside"),
    # decisions.md, and the page on logging: without an id, two coffees on one day are two.
    *each("C26", "two equal rows without an id", A,
          lambda t: t.text(*[t.rows[0].replace("n-1", "")] * 2), tables=[LOG]),
)  # fmt: skip
def test_csv(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


@covers("C16")
def test_a_line_of_two_gigabytes_is_refused_before_it_is_read(home: Path, tmp_path: Path) -> None:
    with (home / "log.csv").open("wb") as file:
        file.write(f"{LOG.header}\n{'A' * (1 << 17)}".encode())
        file.truncate(2 << 30)  # what follows takes no room on the disk
    before = state()
    done = measured(tmp_path / "peak", "import", "log.csv", limit=10)
    assert done.code == ExitCode.REFUSED
    assert "log.csv: a line is longer than 16 MiB" in done.errors
    assert done.peak < 150
    assert state() == before


@covers("C19")
@pytest.mark.parametrize("table", [CONNECTIONS, MESSAGES], ids=lambda table: table.what)
def test_a_row_a_hundred_thousand_times_is_read_once_in_little_memory(
    home: Path, tmp_path: Path, table: Table
) -> None:
    rows = 100_000
    (home / table.name).write_text(table.text(*[table.rows[0]] * rows), "utf-8")
    done = measured(tmp_path / "peak", "import", table.name, limit=12)
    assert done.code == ExitCode.DONE, done.errors
    assert "read 100,000 = 1 new + 99,999 set aside" in done.out
    assert done.peak < 150


#: What a spreadsheet would compute, and how an export of ours writes it.
FORMULAS = {"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@sum": "'@sum", "plain": "plain"}


@covers("C21", "C22")
def test_what_a_spreadsheet_would_compute_is_kept_guarded_and_read_back(
    run: Run, home: Path
) -> None:
    rows = (f"2026-05-{day:02},{note} Kaltenbrun,call,,,,{note},1," for day, note in enumerate(
        FORMULAS, 1))  # fmt: skip
    (home / "log.csv").write_text(LOG.text(*rows), "utf-8")
    assert run("import", "log.csv").exit_code == ExitCode.DONE
    exported = run("export", "interactions", "--logged").stdout
    for written in FORMULAS.values():
        assert f'"{written} Kaltenbrun"' in exported
        assert f'"{written}"' in exported
    (home / "exported.csv").write_text(exported, "utf-8")
    back = run("import", "exported.csv", "--store", "other.db")
    assert back.exit_code == ExitCode.DONE, back.output
    again = run("export", "interactions", "--logged", "--store", "other.db").stdout
    assert again == exported
    kept = run("export", "everything", "--store", "other.db").stdout
    for note in FORMULAS:
        assert f'"written":"{note} Kaltenbrun","note":"{note}"' in kept


@covers("C9")
def test_an_export_of_ours_that_breaks_off_in_a_cell_is_refused(run: Run, home: Path) -> None:
    exported = run("export", "interactions").stdout
    (home / "mine.csv").write_text(exported.rstrip().removesuffix('"'), "utf-8")
    before = state()
    result = run("import", "mine.csv")
    assert result.exit_code == ExitCode.REFUSED
    last = exported.count("\n")
    assert f"mine.csv:{last}: a quotation mark is opened here" in result.stderr
    assert state() == before
