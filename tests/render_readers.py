"""What comes out of each format, read back the way a program or a person would read it."""

import csv
import importlib.util
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import NoReturn

from markdown_it import MarkdownIt
from markdown_it.token import Token

from netaudit.render import Look, renderer, to_text
from netaudit.report import Report

Row = list[str]
#: Elements of HTML that have no end.
VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "col", "base", "wbr", "source"})


@dataclass
class Page:
    """What was read: rows of cells in their order, all of the text, and what holds it.

    `structure` names the elements, in their order, with what they carry besides text; `drawn`
    holds those inside of drawings.
    """

    rows: list[Row] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    structure: list[str] = field(default_factory=list)
    drawn: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all of the text with single spaces."""
        return one_line(" ".join(self.texts))


def one_line(text: str) -> str:
    """Return text with one space for every run of them."""
    return " ".join(text.split())


def read_terminal(text: str) -> Page:
    """Take every line for a row of cells with two spaces or more between them."""
    rows = [re.split(r" {2,}", line.strip(" ")) for line in text.split("\n")]
    return Page(rows=rows, texts=text.split("\n"))


def read_json(text: str) -> Page:
    """Read JSON strictly: no NaN, no key twice."""

    def refuse(constant: str) -> NoReturn:
        raise AssertionError(f"{constant} is no JSON")

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), keys
        return dict(pairs)

    content = json.loads(text, parse_constant=refuse, object_pairs_hook=once)
    return Page(texts=list(_leaves(content)), structure=[type(content).__name__])


def _leaves(content: object) -> list[str]:
    if isinstance(content, dict):
        return [leaf for value in content.values() for leaf in _leaves(value)]
    if isinstance(content, list):
        return [leaf for value in content for leaf in _leaves(value)]
    return [content] if isinstance(content, str) else []


def read_csv(text: str) -> Page:
    """Read CSV strictly; all lines have the same number of cells."""
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in rows}) <= 1
    return Page(rows=rows, texts=[cell for row in rows for cell in row])


def markdown_reader() -> MarkdownIt:
    """Return a reader that knows what GitHub knows: tables, strokes, tags and bare links.

    Bare links are found by a library of their own, where it is installed.
    """
    links = importlib.util.find_spec("linkify_it") is not None
    return MarkdownIt("gfm-like", {"html": True, "linkify": links})


def read_markdown(text: str) -> Page:
    """Read Markdown; what is drawn inside of a line is part of the structure."""
    page = Page()
    row: Row = []
    for token in markdown_reader().parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            page.rows.append(row)
        if token.type != "inline":
            page.structure.append(_drawn(token))
            continue
        children = token.children or []
        page.structure += [_drawn(one) for one in children if one.type not in _TEXTS]
        shown = one_line("".join(one.content for one in children))
        row.append(shown)
        page.texts.append(shown)
    return page


_TEXTS = frozenset({"text", "text_special"})


def _drawn(token: Token) -> str:
    carried = {key: value for key, value in token.attrs.items() if key != "style"}
    return f"{token.type} {token.tag} {carried or ''}".rstrip()


class _Html(HTMLParser):
    """Collects rows, texts and elements. Drawings count as one element with the texts in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[str] = []
        self.row: Row = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = " ".join(f"{key}={value}" for key, value in sorted(attrs))
        if "svg" in self.open:
            self.page.drawn.append((tag, dict(attrs)))
        else:
            self.page.structure.append(f"{tag} {names}".rstrip())
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.row = []
        elif tag in {"td", "th"}:
            self.row.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop() == tag, f"</{tag}> ends another element"
        if tag == "tr":
            self.page.rows.append([one_line(cell) for cell in self.row])

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"style", "script"}:
            self.page.structure.append(f"in {self.open[-1]}: {one_line(data)}")
            return
        if {"td", "th"} & set(self.open):
            self.row[-1] += data
        self.page.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.page.structure.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.page.structure.append(decl)

    def unknown_decl(self, data: str) -> NoReturn:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> NoReturn:
        raise AssertionError(f"an instruction: {data}")


def read_html(text: str) -> Page:
    """Read HTML; every element that is opened is closed in its place."""
    reader = _Html()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader.page


def writings(form: str, report: Report, look: Look | None = None) -> list[str]:
    """Write a report in a format; as CSV each of its tables, and the figures of its sections."""
    look = look or Look()
    if form != "csv":
        return [to_text(renderer(form, look), report)]
    texts = []
    for section in report.sections:
        alone = replace(report, sections=(section,))
        keys = [table.key for table in section.tables]
        if section.figures or not keys:
            keys.append("figures")
        texts += [to_text(renderer(form, replace(look, table=key)), alone) for key in keys]
    return texts


#: A format that is not here has no contract: the suite fails until it is.
READERS: dict[str, Callable[[str], Page]] = {
    "terminal": read_terminal,
    "json": read_json,
    "csv": read_csv,
    "markdown": read_markdown,
    "html": read_html,
}
