"""Rows E1 to E11: bytes that are to become text."""

import os
from pathlib import Path

import pytest

from catalogue.catalogue import A, Case, E, N, S, U, covers, each_of, hold
from catalogue.tables import CONNECTIONS, FOLLOWING, LOG, MESSAGES, OF_LINKEDIN, Table, each
from cli.program import Run
from netaudit.errors import ExitCode

pytestmark = pytest.mark.unwatched

#: Why no entry is owed for a row.
LEFT_OUT = {"E7": "nothing of Facebook's is read"}
_ONE_LEGACY = ": 1 row was not UTF-8 and was read as Windows-1252"


def _with(table: Table, raw: bytes) -> bytes:
    """Return the file with these bytes as a first name."""
    return table.named("@@").encode().replace(b"@@", raw)


def _mixed(table: Table) -> bytes:
    first, second = table.named("Łucja", "Zoë").encode().split(b"Zo\xc3\xab")
    return first + "Zoë".encode("cp1252") + second


def _far_down(table: Table) -> bytes:
    rows = [table.rows[0].replace("n-1", f"n-{n}") for n in range(899)]
    damaged = table.text(*rows, table.rows[1].replace("Bo ", "Bołek@ ")).encode()
    return damaged.replace(b"@", b"\xff")


#: Someone who is named as nobody before them was, so that the name shows.
NAMING = (LOG, CONNECTIONS, MESSAGES, FOLLOWING)
ZOE = ["Zoë Kaltenbrun"]


@each_of(
    *each("E1", "UTF-8 with a mark", A, lambda t: t.named("Zoë").encode("utf-8-sig"),
          resaved=True, tables=NAMING, shown=ZOE),
    # Of LinkedIn's files it is said, as of all that was saved again; a log is the user's own.
    *each("E2", "UTF-16, the low byte first", A,
          lambda t: ("\ufeff" + t.named("Zoë").replace(",", "\t")).encode("utf-16-le"),
          tables=(LOG, FOLLOWING), shown=ZOE),
    *each("E2", "UTF-16, the high byte first", A,
          lambda t: ("\ufeff" + t.named("Zoë")).encode("utf-16-be"), resaved=True,
          tables=NAMING, shown=ZOE),
    *each("E2", "UTF-16 that is cut in a letter", E,
          lambda t: ("\ufeff" + t.named("Zoë")).encode("utf-16-le")[:-1],
          ": not in the encoding that its start announces", tables=(LOG, MESSAGES)),
    # There is no `--encoding`: what the file is to be saved as is what is said.
    *each("E3", "UTF-16 without a mark", E, lambda t: t.named("Zoë").encode("utf-16-le"),
          ": this is no text, or UTF-16 without its mark (then save it as UTF-8)", hinted=True),
    *each("E4", "Windows-1252", N, lambda t: t.named("Zoë").encode("cp1252"), _ONE_LEGACY,
          tables=NAMING, shown=ZOE),
    *each("E5", "a bad byte in row 900", S, _far_down, ":901: bytes that are not UTF-8",
          tables=[LOG], account="read 900 = 899 new + 1 skipped"),
    *each("E5", "a bad byte in row 900", S, _far_down, ":901: bytes that are not UTF-8",
          tables=OF_LINKEDIN, account="read 900 = 1 new + 898 set aside + 1 skipped"),
    *each("E5", "a letter that is cut", S, lambda t: _with(t, "Łu".encode() + b"\xe9"),
          ":2: bytes that are not UTF-8"),
    *each("E6", "rows of both encodings", N, _mixed, _ONE_LEGACY, tables=NAMING,
          shown=["Łucja Kaltenbrun", "Zoë Kaltenbrun"]),
    *each("E8", "an overlong letter", S, lambda t: _with(t, b"\xe0\x80\xaf"),
          ":2: bytes that are not UTF-8"),
    *each("E8", "a letter in surrogates", S, lambda t: _with(t, b"\xed\xa0\xbd\xed\xb8\x80"),
          ":2: bytes that are not UTF-8"),
    # In two bytes, what would be overlong is as well the end of "VOILÀ…" in Windows-1252.
    *each("E8", "two bytes that may be overlong", N, lambda t: _with(t, b"VOIL\xc0\x85"),
          _ONE_LEGACY, tables=NAMING, shown=["VOILÀ… Kaltenbrun"]),
)  # fmt: skip
def test_encodings(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


# formats.md: what is not UTF-8 is Windows-1252, and that is said, or it costs its row. Which of
# the other old encodings it is could only be guessed.
@each_of(
    *each("E9", "GB 18030 that could be nothing else", S,
          lambda t: t.named("李小龙").encode("gb18030"), ":2: bytes that are not UTF-8"),
    *each("E9", "Shift-JIS that could be nothing else", S,
          lambda t: t.named("佐藤").encode("shift-jis"),
          ":2: bytes that are neither UTF-8 nor Windows-1252"),
    *each("E9", "Shift-JIS that could be Windows-1252", N,
          lambda t: t.named("山田").encode("shift-jis"), _ONE_LEGACY),
    *each("E9", "KOI8-R that could be Windows-1252", N, lambda t: t.named("Иван").encode("koi8-r"),
          _ONE_LEGACY),
    *each("E9", "EBCDIC", E, lambda t: t.text().encode("cp500"), ": n", hinted=True),
    # UTF-7 is ASCII, and may be meant.
    *each("E9", "UTF-7", A, lambda t: t.named("Zoë").encode("utf-7"), tables=[LOG],
          shown=["Zo+AOs Kaltenbrun"]),
)  # fmt: skip
def test_old_encodings(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


ACCOUNT = """window.YTD.account.part0 = [ {"account": {"username": "robin_q",
 "accountId": "1697051672621597000", "accountDisplayName": "Robin Quist"}} ]"""
POST = """window.YTD.tweets.part0 = [ {"tweet": {"id_str": "1697051672621597026",
 "full_text": "@bo hello", "created_at": "Thu Aug 31 01:00:23 +0000 2023",
 "in_reply_to_user_id_str": "99887766", "in_reply_to_screen_name": "bo", "entities":
 {"user_mentions": [{"name": "Bo\\ud800 Kaltenbrun", "screen_name": "bo", "id_str": "99887766"}]}
}} ]"""


@each_of(
    # The sign that stands for it says itself that something is missing.
    Case(
        "E10", "half a letter in a script of X", A,
        {"data/account.js": ACCOUNT, "data/tweets.js": POST}, account="read 1 = 1 new",
        then=("export", "people"), shown=("Bo\ufffd Kaltenbrun",),
    ),
    Case(
        "E11", "a file name that is not UTF-8", S,
        {os.fsdecode(b"l\xf6g.csv"): LOG.spoilt(lambda row: row.replace("05", "13"))},
        account="read 2 = 1 new + 1 skipped", told=(r"l\udcf6g.csv",),
        complaints=(r"l\udcf6g.csv:2: 'date' is neither a day",),
    ),
    Case(
        "E11", "a folder with a file whose name is not UTF-8", A,
        {os.fsdecode(b"caf\xe9/l\xf6g.csv"): LOG.text()},
        account="read 2 = 2 new", told=(r"caf\udce9", r"l\udcf6g.csv"),
    ),
    Case(
        "E11", "a file name that is not UTF-8 and not there", U, {},
        command=("import", os.fsdecode(b"l\xf6g.csv")),
        complaints=(r"l\udcf6g.csv: no such file or folder",),
    ),
)  # fmt: skip
def test_letters_and_names(
    case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(case, run, home, monkeypatch)


@covers("E10")
def test_half_a_letter_in_an_export_of_ours_costs_its_line(run: Run, home: Path) -> None:
    """No export of ours holds one, so that nobody can say what stood there."""
    text = run("export", "everything").stdout
    assert "Bo Kaltenbrun" in text
    (home / "all.jsonl").write_text(text.replace("Bo Kal", "Bo\\ud800 Kal"), "utf-8")
    result = run("import", "all.jsonl", "--store", "other.db")
    assert result.exit_code == ExitCode.SKIPPED
    assert "'name' holds a character that is no part of text [bad-line]" in result.stderr
    assert "Kaltenbrun" not in result.stderr
    known = run("export", "people", "--store", "other.db").stdout
    assert "Ada Kaltenbrun" in known
    assert "Bo" not in known
