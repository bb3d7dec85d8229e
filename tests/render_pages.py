"""A page of HTML, parsed: its elements, their attributes, and what is written in them."""

from collections import Counter
from html.parser import HTMLParser

from netaudit.render import to_text
from netaudit.render.html import HtmlRenderer
from netaudit.report import Report

VOID = {"meta", "br", "hr"}


class Parsed(HTMLParser):
    """A page as a tree would hold it: elements, attributes, and the text of each kind."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: Counter[str] = Counter()
        self.order: list[str] = []
        self.drawn: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.order.append(tag)
        (self.drawn if "svg" in (*self.open, tag) else self.elements)[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def of(self, tag: str) -> list[str]:
        """Return what stands in elements of that name."""
        return [text for where, text in self.texts if where == tag]

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.texts)


def page(report: Report, *, full: bool = False, ids: bool = False) -> Parsed:
    return Parsed(to_text(HtmlRenderer(full=full, ids=ids), report))
