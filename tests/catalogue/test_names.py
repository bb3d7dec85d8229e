"""Rows U1 to U20: names that nobody should have, and who is one person by their name.

Everybody on one list bears such a name. What comes out of the program, at any width and in every
format, is held against the same list with plain names: nothing but the text may differ.
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner

from catalogue.catalogue import covers
from cli.program import Run
from importers.made import CONNECTIONS, CONTACTS, LINK
from netaudit.cli import app
from netaudit.errors import ExitCode
from netaudit.render import cells
from render_readers import read_html, read_markdown

pytestmark = pytest.mark.unwatched
FAMILY = "👨\u200d👩\u200d👧"
BOX = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Odd:
    """A name of a list: the row, what is odd, how it is written there, and how it is told.

    Elsewhere than in a vCard a guard or an escape may come on top.
    """

    row: str
    what: str
    written: str
    told: str

    def __str__(self) -> str:
        return f"{self.row} {self.what}"


def as_it_is(row: str, what: str, name: str) -> Odd:
    """Return a name that is told as it is written."""
    return Odd(row, what, name, name)


ODD = (
    Odd("U1", "clears the screen", "\x1b[2JAna", f"{BOX}[2JAna"),
    Odd("U1", "sets the title", "\x1b]0;x\x07Ana", f"{BOX}]0;x{BOX}Ana"),
    Odd("U1", "is a link of a terminal", "\x1b]8;;http://x.example\x1b\\Ana",
        f"{BOX}]8;;http://x.example{BOX}\\Ana"),
    Odd("U1", "fills the clipboard", "\x1b]52;c;eA==\x07Ana", f"{BOX}]52;c;eA=={BOX}Ana"),
    Odd("U1", "has eight-bit controls", "\x9b2J\x9d0;x\x9cAna", f"{BOX}2J{BOX}0;x{BOX}Ana"),
    Odd("U1", "goes back", "Ana\b\b\bEve\x7f", f"Ana{BOX * 3}Eve{BOX}"),
    Odd("U1", "has lines", "Ana\nBo\u2028Cy\x85Ed", "Ana Bo Cy Ed"),
    as_it_is("U2", "is markup of Rich", "[red]Ana[/b] [he/him]"),
    as_it_is("U2", "is a link of Rich", "[link=file:///etc/passwd]Ana"),
    as_it_is("U2", "has the name of an emoji", ":smile: Ana"),
    as_it_is("U2", "ends in a backslash", "Ana \\"),
    Odd("U3", "runs backwards", "\u202eanA gnp.exe\u202c", "anA gnp.exe"),
    Odd("U3", "is isolated", "\u2067Ana\u2069\u200e\u200f\u061c", "Ana"),
    Odd("U4", "begins with a joiner", "\u200dAna", "Ana"),
    Odd("U4", "doubles a joiner", "👨\u200d\u200d👩 Ana", "👨\u200d👩 Ana"),
    as_it_is("U5", "begins with an accent", "\u0301Ana"),
    as_it_is("U6", "has a family, a flag and a skin", f"{FAMILY} 🇵🇹 👍🏽"),
    as_it_is("U6", "is Chinese", "长孙无忌"),
    as_it_is("U6", "is Arabic", "ليلى العطار"),
    as_it_is("U6", "is Hebrew", "שירה לוינברג"),
    as_it_is("U6", "is Hindi", "अद्वैत क्ष\u200dप"),
    as_it_is("U6", "is Persian", "می\u200cخواهم"),
    as_it_is("U6", "is Thai", "สมหญิง ใจดี"),
    as_it_is("U7", "has 500 accents", "Z" + "\u0301" * 500 + "algo"),
    as_it_is("U7", "has 10,000 letters", "x" * 10_000),
    as_it_is("U7", "is wide without a space", "長" * 400),
    as_it_is("U8", "is composed", "José"),
    as_it_is("U8", "is decomposed", "Jose\u0301"),
    as_it_is("U10", "has a Cyrillic letter", "\N{CYRILLIC CAPITAL LETTER A}nna"),
    as_it_is("U11", "is Null", "Null"),
    as_it_is("U11", "is a hyphen", "-"),
    as_it_is("U13", "has two parts and a comma", "de la Cruz, María José, PhD"),
    as_it_is("U18", "is a script", "<script>alert(1)</script>"),
    as_it_is("U18", "ends an attribute", '"><img src=x onerror=alert(1)>'),
    as_it_is("U18", "is a link of Markdown", "[Ana](javascript:alert(1)) ![](http://x.example)"),
    as_it_is("U18", "is a table of Markdown", "| a | b |"),
    as_it_is("U18", "is a formula", '=HYPERLINK("http://x.example")'),
    as_it_is("U18", "is a formula in wide letters", "＝1+1"),
    as_it_is("U18", "is a command", "@SUM(A1)"),
    as_it_is("U19", "is SQL", "Robert'); DROP TABLE account;--"),
    as_it_is("U19", "is a template", "%s {0} {{7*7}} ${x} %(n)s"),
    as_it_is("U20", "is a path", "../../etc/passwd"),
    as_it_is("U20", "is a device of Windows", "CON"),
    as_it_is("U20", "has 300 bytes", "ü" * 150),
)  # fmt: skip
WIDTHS = (40, 80, 200)
PEOPLE = ("people", "--all")
ACTING = {"Cc", "Cs", "Co", "Zl", "Zp"}
#: What directs text, or joins what is beside it.
DIRECTING = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def listed(names: list[str]) -> str:
    """Return a list of connections on which these stand, each with a link of their own."""
    rows = (
        f"{quoted(name)},,{LINK}odd-{place:02}-example,,{quoted(name)},{quoted(name)},08 Feb 2026\n"
        for place, name in enumerate(names)
    )
    return f"{CONNECTIONS}\n{''.join(rows)}"


@dataclass(frozen=True)
class World:
    """What the program said of everybody on a list, by the format, and the files it wrote."""

    said: Mapping[str, str]
    folder: Path

    def ids(self) -> list[str]:
        """Return the ids of all people in the order of the list."""
        lines = map(json.loads, self.read("all.jsonl").splitlines())
        people = (line for line in lines if line.get("type") == "person")
        return [one["person"] for one in sorted(people, key=lambda one: one["accounts"][0]["key"])]

    def read(self, name: str) -> str:
        """Return what was written to a file."""
        return (self.folder / name).read_bytes().decode()


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, World]:
    """Return the world of odd names, and the same one with plain names."""
    # One of them has many words, as the length of texts does matter for a page.
    plain = [f"Ana {place:02}{' words' * 30 * (place == 0)}" for place in range(len(ODD))]
    return (
        _world(tmp_path_factory.mktemp("odd"), [odd.written for odd in ODD]),
        _world(tmp_path_factory.mktemp("plain"), plain),
    )


def _world(place: Path, names: list[str]) -> World:
    (place / "Connections.csv").write_text(listed(names), "utf-8", newline="")
    said = {}
    with pytest.MonkeyPatch.context() as here, time_machine.travel("2026-11-15T18:00:00Z"):
        here.setenv("HOME", str(place))
        here.setenv("TZ", "UTC")
        here.chdir(place)
        _run("import", "Connections.csv")
        for width in WIDTHS:
            here.setenv("COLUMNS", str(width))
            said[f"terminal {width}"] = _run(*PEOPLE)
        for form in ("html", "markdown", "csv", "json"):
            said[form] = _run(*PEOPLE, "--format", form)
        (place / "tables").mkdir()
        _run("report", "-o", "report.html")
        _run("report", "-f", "csv", "-o", "tables/")
        _run("export", "people", "-o", "people.csv")
        _run("export", "people", "-o", "people.vcf")
        _run("export", "-o", "all.jsonl")
    return World(said, place)


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == ExitCode.DONE, result.output
    assert "error" not in result.stderr
    return result.stdout


def row_of(world: World, number: int) -> tuple[dict[str, str], dict[str, str]]:
    """Return the row of a person as JSON and as CSV have it."""
    person_id = world.ids()[number]
    (section,) = json.loads(world.said["json"])["sections"]
    (found,) = (row for row in section["tables"]["people"] if row["person_id"] == person_id)
    table = csv.DictReader(io.StringIO(world.said["csv"], newline=""), strict=True)
    (cells_of,) = (row for row in table if row["person_id"] == person_id)
    return found, cells_of


@covers(*dict.fromkeys(odd.row for odd in ODD))
@pytest.mark.parametrize("odd", ODD, ids=str)
def test_names(odd: Odd, worlds: tuple[World, World]) -> None:
    """A name of the list, which is that of the company and of the position as well."""
    world, _ = worlds
    found, row = row_of(world, ODD.index(odd))
    guarded = odd.told[0] in "=+-@\uff1d\uff0b\uff0d\uff20"
    # JSON is for programs: it has what directs or joins text as it is stored, but in escapes.
    stored = odd.written if odd.row in {"U3", "U4"} else odd.told
    for column in ("person", "company", "position"):
        assert found[column] == stored
        assert row[column] == ("'" * guarded + odd.told)
    assert DIRECTING.isdisjoint(world.said["json"])
    few = odd.told[: 9 if odd.row == "U7" else 50]
    for form, page in (("html", read_html), ("markdown", read_markdown)):
        assert " ".join(few.split()) in page(world.said[form]).text
    cards = world.read("people.vcf").replace("\r\n ", "").split("\r\n")
    assert f"FN:{escaped(odd.told)}" in cards


def escaped(text: str) -> str:
    """Return text as a card writes it."""
    return re.sub(r"([\\;,])", r"\\\1", text)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_name_leaves_its_place_on_a_terminal(worlds: tuple[World, World], width: int) -> None:
    world, plain = worlds
    said = world.said[f"terminal {width}"]
    assert {unicodedata.category(sign) for sign in said if sign != "\n"}.isdisjoint(ACTING)
    assert DIRECTING.isdisjoint(said)
    assert max(map(cells.width, said.splitlines())) <= width
    for person_id in world.ids():
        assert f"  {person_id}  " in said
    assert len(re.findall(r"^ {2}[a-z0-9]{8} ", said, re.MULTILINE)) == len(ODD)
    assert "44 people are on record" in plain.said[f"terminal {width}"]
    assert "Z" + "\u0301" * 9 not in said


@pytest.mark.parametrize(
    "form", ["html", "markdown", "report.html", "csv", "people.csv", "people.vcf"]
)
def test_no_name_changes_what_holds_it(worlds: tuple[World, World], form: str) -> None:
    one, other = (shape(world, form) for world in worlds)
    assert one == other
    assert len(one) > len(ODD)


def shape(world: World, form: str) -> list[str]:
    """Return what holds the texts: elements of a page, cells of a row, fields of a card."""
    text = world.said[form] if form in world.said else world.read(form)
    if form.endswith("html"):
        return read_html(text).structure
    if form == "markdown":
        return read_markdown(text).structure
    if form.endswith("csv"):
        return [
            f"{len(row)} cells" for row in csv.reader(io.StringIO(text, newline=""), strict=True)
        ]
    return [line.split(":")[0] for line in text.replace("\r\n ", "").split("\r\n")]


def test_no_name_is_that_of_a_file(worlds: tuple[World, World]) -> None:
    one, other = (
        sorted(str(path.relative_to(world.folder)) for path in world.folder.rglob("*"))
        for world in worlds
    )
    assert one == other
    assert len(one) > 30


def connected(*people: tuple[str, str] | tuple[str, str, str]) -> str:
    """Return a list of connections: names, ends of their links, and addresses of some."""
    rows = [(name, link, *rest, "")[:3] for name, link, *rest in people]
    return f"{CONNECTIONS}\n" + "".join(
        f"{quoted(name)},,{LINK}{link},{address},,,08 Feb 2026\n" for name, link, address in rows
    )


def logged(*people: str) -> str:
    """Return a log with an entry about each."""
    return "date,person,id\n" + "".join(
        f"2026-05-01,{quoted(name)},{number}\n" for number, name in enumerate(people)
    )


def in_address_book(*numbers: str) -> str:
    """Return an address book: one entry with an address and a telephone number, others without."""
    return f"{CONTACTS}\n" + "".join(
        f"Ada,,Kaltenbrun,,,,,,{'' if place else 'ada@example.org'},{quoted(number)},"
        '"1/1/20, 1:00 PM",,,,,\n'
        for place, number in enumerate(numbers)
    )


def on_x(*people: str, more: str = "") -> str:
    """Return a list of people on X: ids, handles and names."""
    head = f"id,handle,name{',following' if more else ''}\n"
    return head + "".join(f"{one}{more}\n" for one in people)


@dataclass(frozen=True)
class Same:
    """Files, and who of the accounts in them is one person, by what the accounts are known by."""

    row: str
    what: str
    files: Mapping[str, str]
    people: tuple[frozenset[str], ...]
    code: int = ExitCode.DONE

    def __str__(self) -> str:
        return f"{self.row} {self.what}"


def same(
    row: str, what: str, files: Mapping[str, str], *people: str, code: int = ExitCode.DONE
) -> Same:
    """Return an entry; the accounts of one person are written with ` = ` between them."""
    return Same(row, what, files, tuple(frozenset(one.split(" = ")) for one in people), code)


FEW, LOG, BOOK = "Connections.csv", "log.csv", "Contacts.csv"
MIXED, CYRILLIC = "\N{CYRILLIC SMALL LETTER A}nna", "\N{CYRILLIC CAPITAL LETTER A}nna"
OLD, NEW = "1697051672621597026", "1697051672621597027"
SAME = (
    same("U8", "composed, decomposed, in capitals",
         {FEW: connected(("José", "jo")), LOG: logged("Jose\u0301", "JOSÉ", "jose")},
         "jo = jose"),
    same("U9", "letters that fold into others",
         {FEW: connected(("Strauß", "a"), ("İpek", "b"), ("Łukasz Æsa Øre", "c")),
          LOG: logged("STRAUSS", "ipek", "Lukasz Aesa Ore")},
         "a = strauss", "b = ipek", "c = lukasz aesa ore"),
    same("U10", "letters of another script", {FEW: connected(("Anna", "a"), (CYRILLIC, "b")),
         LOG: logged("Anna", CYRILLIC, f"Ann{MIXED[0]}")},
         "a = anna", f"b = {MIXED}", f"ann{MIXED[0]}"),
    same("U11", "names without a letter",
         {FEW: connected(("", "a"), (" ", "b"), ("-", "c"), (".", "d"), ("😀", "e"), ("😎", "f"))},
         "a", "b", "c", "d", "e", "f"),
    same("U11", "nobody in the log", {FEW: connected(("", "a"), ("-", "b")),
         LOG: logged(" ", "\u200b", "😀")}, "a", "b", "😀", code=ExitCode.SKIPPED),
    # An entry about a name that two bear is about neither, and that is said.
    same("U12", "one name, two people", {FEW: connected(("Ada", "a"), ("Ada", "b")),
         LOG: logged("Ada")}, "a", "b", "ada", code=ExitCode.SKIPPED),
    same("U12", "one name on two platforms", {FEW: connected(("Ada Kaltenbrun", "a")),
         "following.csv": on_x(f"{OLD},ada_k,Ada Kaltenbrun", more=",true")}, "a", OLD),
    same("U13", "one word, credentials, and what is no letter",
         {FEW: connected(("Suharto", "a"), ("Ada Kaltenbrun, PhD", "b"), ("Bo 🚀 Kaltenbrun", "c")),
          LOG: logged("suharto", "Ada Kaltenbrun", "bo kaltenbrun")},
         "a = suharto", "b = ada kaltenbrun", "c = bo kaltenbrun"),
    same("U13", "parts of a name", {FEW: connected(("María José de la Cruz", "a"),
         ("Vera van der Berg", "b")), LOG: logged("de la Cruz, María José", "Vera Berg")},
         "a", "b", "de la cruz, maria jose", "vera berg"),
    same("U14", "one name within another", {FEW: connected(("Oliver", "a"), ("Anna Maria", "b")),
         LOG: logged("Li", "Anna")}, "a", "b", "li", "anna"),
    same("U15", "addresses in capitals, and of other letters",
         {FEW: connected(("Ada", "a", "Ada@Example.ORG"), ("Bo", "b", "bo@bücher.example")),
          LOG: logged("ADA@example.org", "bo@xn--bcher-kva.example")},
         "a = ada@example.org", "b = bo@xn--bcher-kva.example"),
    # Whether two addresses reach one person is their provider's secret.
    same("U15", "dots and tags", {FEW: connected(("Ada", "a", "a.da@gmail.com")),
         LOG: logged("ada@gmail.com", "a.da+x@gmail.com")},
         "a", "ada@gmail.com", "a.da+x@gmail.com"),
    same("U16", "one number, written in three ways", {BOOK: in_address_book(
         "+49 30 1234567", "0049301234567", "\u202a+49\xa030\xa01234567\u202c")},
         "ada@example.org = +49301234567"),
    same("U16", "numbers that say no country", {BOOK: in_address_book("49301234567", "030 123456")},
         "ada@example.org"),
    same("U17", "a handle that was somebody else's",
         {"names.csv": on_x(f"{OLD},ada_k,Ada Kaltenbrun", f"{NEW},bo_k,Bo Kaltenbrun"),
          "following.csv": on_x(f"{OLD},ada_2,Ada Kaltenbrun", f"{NEW},ada_k,Bo Kaltenbrun",
                                more=",true"),
          LOG: logged("@ada_k", "@ada_2", "@bo_k")},
         f"{OLD} = ada_2", f"{NEW} = bo_k", "ada_k"),
)  # fmt: skip


@covers(*dict.fromkeys(one.row for one in SAME))
@pytest.mark.parametrize("entry", SAME, ids=str)
def test_who_is_one_person(entry: Same, run: Run, home: Path) -> None:
    for name, text in entry.files.items():
        (home / name).write_text(text, "utf-8")
    result = run("import", *entry.files, "--store", "other.db")
    assert result.exit_code == entry.code, result.output
    lines = map(json.loads, run("export", "--store", "other.db").stdout.splitlines())
    found = [
        frozenset(account["key"] for account in line["accounts"])
        for line in lines if line.get("type") == "person"
    ]  # fmt: skip
    assert sorted(found, key=sorted) == sorted(entry.people, key=sorted)
