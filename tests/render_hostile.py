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


#: Texts that mean something to whoever reads Markdown, HTML, CSV or JSON, or draws a terminal.
PAYLOADS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)",
    "</style><style>*{}</style>", "</title></bdi></td></table>", "--><b>x</b><!--", "]]><x>",
    "<![CDATA[x]]>", "<?xml x?>", "<!doctype html>", "&lt;b&gt;", "&#60;b&#62;", "&amp;amp;",
    "&colon; &NewLine; &#x6a;avascript", "{{7*7}}", "{% include 'x' %}", "{# x #}", "${7*7}",
    "%s %(name)s {0} {name}", "![](http://x.example)", "![x][y]", "[a](javascript:alert(1))",
    "[a]: http://x.example 'y'", "[^1] [^1]: note", "<http://x.example>", "http://x.example/a_b",
    "https://x.example?a=1&b=2#c", "www.x.example", "ftp://x.example", "mailto:a@b.example",
    "a@b.example", "x.example", "Brightwater.com", "//x.com", "xmpp:a@b.example", "`code`", "``",
    "```js",
    "~~~", "| a | b |", "|---|", "a \\| b", "\\", "\\\\", "*a* **b** ***c***", "_a_ __b__",
    "~~a~~ ~a~", "# x", "###### x #", "- x", "* x", "+ x", "1. x", "1) x", "> x", "---", "***",
    "===", "x\n===", "x\n---", "x\n\n# y", "    code", "- [ ] task", "==mark== ^up^ $x$ %%y%%",
    ":smile: :+1:", "@everyone #1 GH-1", "[[wiki]] ![[embed]]", "<br>", "<br/", "<a href=x", "x  ",
    '=HYPERLINK("http://x.example")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1+1", "﹢1",
    "\t=1", "\r=1", "\n=1", '"=1', ' " =1', "\xa0=1", "\u200b=1", "\u200d=1", "\ufeff=1", "\x00=1",
    "\x1b[2J\x1b[H", "\x1b]8;;http://x.example\x1b\\x\x1b]8;;\x1b\\", "\x1b]52;c;eA==\x07",
    "\x9b2J", "\x9d8;;x\x9c", "a\x07b", "a\rb", "a\b\bb", "a\x7fb", "\x0e\x0f", "a\x1b", "a\x00b",
    "\u202egnp.exe", "\u202dx\u202c", "\u2066x\u2069 \u2067y", "\u200e\u200f\u061c",
    "a\u2028b\u2029c", "a\x85b\x0bc\x0cd", "a\u200db\u200cc", FAMILY * 3, "Z" + "\u0301" * 40,
    "\u0301x", "\ufe0f",
    "\ud800x\udfff", "\U000e0041\U000e0042", "\ue000", "\ufffe\uffff", "\u3164", "\u115f", "\u2800",
    "(no name)", "None", "nan", "null", "true", "-", "–", "0", "''", '"', '""', ",", ";",
)  # fmt: skip
MARK = "Qwertz"


def everywhere(text: str) -> Report:
    """Return a report that says one text wherever a text from outside can stand."""
    columns = (
        Column("person", "person", "person"), Column("company", "company"),
        Column("days", "days", "days"), Column("share", "share", "ratio"),
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = (
        (person(text), text, 3, 0.5),
        (person("B"), "plain words " * 6, 4, 0.0),
    )
    names = Table(
        "names", text, (Column("person", "person", "person"),), ((person(text),), (person(text),)),
    )  # fmt: skip
    figures = (Figure("top", "top", person(text), "person"), Figure("tag", "tag", text, "text"))
    sections = (
        Section("one", text, text, figures, (Table("rows", text, columns, rows), names), (text,)),
        Section(
            "two", text, text, figures, (Table("none", text, columns, (), text),), (text, text),
            previous={"top": person(text), "tag": text},
        ),
    )  # fmt: skip
    return Report("audit", text, text, "2026-11-15", {"by": text}, sections, (text,))
