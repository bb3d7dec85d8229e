"""Names that nobody should have, and reports full of them."""

from netaudit.report import Column, Figure, Kind, Report, Section, Table, Value
from render_samples import person, waiting_table

FAMILY = "👨\u200d👩\u200d👧"
NAMES = [
    "[red]Ana[/red] [/b] [he/him] :smile: \\",
    "[link=file:///etc/passwd]x[/link]",
    "\x1b[2J\x1b]0;title\x07\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\",
    "C1 \x9b31m \x9d52;c;x\x9c",
    "back\b\b\rspace\x00\x7f",
    "two\nlines\r\nand\ttab\u2028sep\u2029par\x85next",
    "=1+1",
    '  =HYPERLINK("http://example.org";"x")',
    "\t@SUM(A1)",
    "+351 900 000 000",
    "-2+3|cmd",
    "＝1+1",
    "＠x",
    "![](http://example.org/x.png)",
    "[a](javascript:alert(1)) <http://example.org> http://example.org www.example.org a@b.example",
    "<script>alert(1)</script><img src=x onerror=y>",
    "| a | b |\n|---|---|\n# heading\n* item\n1. one\n---\n> quote\n```code",
    "`code` *em* _em_ **st** ~~gone~~ $x$ &lt; &#60; ==mark== %%hidden%% #tag",
    "\u202egnp.exe\u202c \u2066iso\u2069 \u200e\u200f\u061c",
    FAMILY,
    "🇵🇹 👍🏽 ❤\ufe0f 1\ufe0f\u20e3",
    "\u200dAna",
    "\u200d\u200d👨",
    "👨\u200d\u200d👩 x\u200d\u200dy z\u200d",
    "\u0301Ana",
    "Z" + "\u0301" * 500 + "algo",
    "\ufe0f\ufe0f",
    "क\u094d\u200dष  می\u200cخواهم",
    "\u1160" * 50,
    "長" * 400,
    "x" * 10_000,
    "👨\u200d" * 3_000,
    "word " * 2_000,
    "\ud800 lone \udfff",
    "\ue000 private \U0010ffff",
    "\u3164",
    "",
    "   ",
    "%s {0} {{7*7}} Robert'); DROP TABLE",
    "שירה לוינברג",
]  # fmt: skip


def report(names: list[str], rows: int | None = None) -> Report:
    """Return a report with these names wherever text from outside can stand."""
    columns = (
        Column("person", "person", "person"), Column("last", "last contact", "date"),
        Column("days", "days", "days"), Column("company", "company"),
        Column("share", "share", "ratio"), Column("value", "value", "number"),
    )  # fmt: skip
    table = Table(
        "stale_people",
        "People",
        columns,
        tuple(
            (person(name, place), "2026-01-01", 12_345, name, place / (len(names) or 1), 0.5)
            for place, name in enumerate((names * (rows or 1))[:rows])
        ),
    )
    words = " ".join(names)
    listed = Table(
        "listed", "Listed", (Column("person", "person", "person"),),
        tuple((person(name),) for name in names),
    )  # fmt: skip
    sections = (
        Section(
            "stale", "Stale", f"summary {words}",
            (Figure("top", "top person", person(words), "person"),), (table,), (f"note {words}",),
        ),
        Section(
            "week", "Week", "", (Figure("some", words, -1234.5, "number"),), (listed,),
            previous={"some": None},
        ),
        Section("odd", words, words, tables=(waiting_table(), Table(words, words, (), ()))),
    )  # fmt: skip
    return Report(
        "audit", f"title {words}", f"headline {words}", "2026-11-15", {"by": words}, sections,
        (f"note {words}",),
    )  # fmt: skip


ODD_VALUES: tuple[Value, ...] = (
    None, True, False, 0, -1, 10**30, 0.0, -0.0, 1e-9, 0.9999, 1e300, -1e300, "", "not a date",
    "2027-01-01",
)  # fmt: skip


def odd_values() -> Report:
    """Return a report in which every kind of column meets every kind of value."""
    kinds: tuple[Kind, ...] = ("count", "ratio", "number", "days", "date", "text", "person")
    columns = tuple(Column(kind, kind, kind) for kind in kinds)
    rows = tuple((value,) * len(kinds) for value in ODD_VALUES)
    figures = tuple(
        Figure(f"{kind}{place}", kind, value, kind)
        for kind in kinds
        for place, value in enumerate(ODD_VALUES)
    )
    section = Section("odd", "Odd", "", figures, (Table("odd", "", columns, rows),))
    compared = Section("odd", "Odd", "", figures, previous={f.key: 1 for f in figures})
    return Report("weekly", "", "", "someday", {}, (section, compared))
