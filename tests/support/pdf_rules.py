"""What a PDF owes somebody who listens to it, by the rules of PDF/UA-1 (ISO 14289-1): each rule says what breaks it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pikepdf

from tests.support.tagged import Tag, Tagged

HEADING = re.compile(r"H[1-6]")


def headings(tree: Tag) -> Iterator[str]:
    """From level 1 down, none skipped, none empty (7.4.2)."""
    level = 0
    for tag in tree.walk():
        if HEADING.fullmatch(tag.kind):
            if int(tag.kind[1]) > level + 1:
                yield f"{tag.kind} after H{level}: {tag.text}"
            if not tag.text.strip():
                yield f"an empty {tag.kind}"
            level = int(tag.kind[1])
    if not level:
        yield "no heading at all"


def tables(tree: Tag) -> Iterator[str]:
    """Rows of one width, heads that say what they are the head of, and cells that know their heads (7.5)."""
    names = {str(tag.said.ID) for tag in tree.all("TH") if "/ID" in tag.said}
    for table in tree.all("Table"):
        rows = [row for part in table.tags for row in (part.tags if part.kind != "TR" else [part])]
        if odd := {part.kind for part in table.tags} - {"TR", "THead", "TBody", "TFoot", "Caption"}:
            yield f"in a table: {odd}"
        if len(set(_widths([row for row in rows if row.kind == "TR"]))) != 1:
            yield f"rows of different widths: {table.text[:60]}"
        yield from _cells(table, names)


def _cells(table: Tag, names: set[str]) -> Iterator[str]:
    for head in table.all("TH"):
        if str(head.attribute("Scope")) not in ("/Row", "/Column", "/Both"):
            yield f"a head without scope: {head.text}"
    for cell in table.all("TD"):
        heads = [str(each) for each in cell.attribute("Headers") or []]
        if not heads or set(heads) - names:
            yield f"a cell without a head: {cell.text[:60]}"


def _widths(rows: list[Tag]) -> Iterator[int]:
    """How many columns each row fills, with cells that hang down from rows above."""
    hanging: list[int] = []  # rows that each of them still hangs
    for row in rows:
        width = sum(1 for each in hanging if each > 0)
        hanging = [each - 1 for each in hanging if each > 0]
        for cell in row.tags:
            columns = int(cell.attribute("ColSpan") or 1)
            width += columns
            hanging += [int(cell.attribute("RowSpan") or 1) - 1] * columns
        yield width


def lists(tree: Tag) -> Iterator[str]:
    """A list holds items, an item holds what it says (7.6)."""
    for tag in tree.walk():
        inside = {each.kind for each in tag.tags}
        if tag.kind == "L" and inside - {"LI", "L", "Caption"}:
            yield f"in a list: {inside}"
        if tag.kind == "LI" and inside - {"LBody", "Lbl"}:
            yield f"in an item: {inside}"
        if tag.kind != "L" and "LI" in inside:
            yield f"an item outside a list, in {tag.kind}: {tag.text[:60]}"


def links(tree: Tag) -> Iterator[str]:
    """A link has words, and tells where it leads to somebody who cannot see where it stands (7.18.5)."""
    for link in tree.all("Link"):
        if not link.annotations or not link.text.strip():
            yield f"a link of no use: {link.text!r}"
        for annotation in link.annotations:
            told = str(annotation.get("/Contents", ""))
            if not told.strip() or told == str(annotation.get("/Dest", "")):
                yield f"a link that is told as {told!r}: {link.text}"


def figures(tree: Tag) -> Iterator[str]:
    """Every figure is told in words (7.3)."""
    for figure in tree.all("Figure"):
        if not str(figure.said.get("/Alt", "")).strip():
            yield "a figure without words"


RULES: tuple[Callable[[Tag], Iterator[str]], ...] = (headings, tables, lists, links, figures)


def document_faults(file: Tagged, lang: str, title: str) -> list[str]:
    """Language, title, and that a reader shows the title instead of the file's name (7.1, 7.2)."""
    root, faults = file.root, []
    if str(root.get("/Lang", "")) != lang:
        faults.append(f"language {root.get('/Lang')}")
    if str(file.pdf.docinfo.get("/Title", "")) != title or file.pdf.open_metadata().get("dc:title") != title:
        faults.append("title")
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        faults.append("the title is not shown")
    if not root.MarkInfo.Marked:
        faults.append("not marked as tagged")
    return faults


def unannounced(file: Tagged) -> list[str]:
    """Annotations on the pages that no tag leads to (7.18.1)."""
    told = {each.objgen for tag in file.tree.walk() for each in tag.annotations}
    placed = [each for page in file.pdf.pages for each in page.obj.get("/Annots", [])]
    return [str(each.get("/Contents")) for each in placed if each.objgen not in told]


_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")


def out_of_order(tree: Tag, html: str) -> list[str]:
    """Words of the page that do not come in their turn when it is read aloud."""
    read, at = from_the_left(_flat(tree.text)), 0
    missed = lost_from_the_right(" ".join(_Words.of(html)), tree.text)
    for words in map(from_the_left, _Words.of(html)):
        found = read.find(words, at)
        if found < 0:
            missed.append(words)
        else:
            at = found + len(words)
    return missed


def from_the_left(text: str) -> str:
    """A text without words that are written from the right.

    A PDF holds those as they stand on the page, joined letters as one; its reader turns them round again.
    """
    return _FROM_THE_RIGHT.sub("", text)


def lost_from_the_right(wanted: str, read: str) -> list[str]:
    """The letters written from the right that a text has more often than what was read of it."""
    there = Counter("".join(_FROM_THE_RIGHT.findall(unicodedata.normalize("NFKC", read))))
    return sorted((Counter("".join(_FROM_THE_RIGHT.findall(wanted))) - there).elements())


def _flat(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


class _Words(HTMLParser):
    """The words of a page in the order they are written in, without what is not drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._within: list[str] = []

    @classmethod
    def of(cls, html: str) -> list[str]:
        reader = cls()
        reader.feed(html)
        return reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in ("br", "img", "meta", "col", "hr"):
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._within and self._within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if (words := _flat(data)) and not {"style", "head", "title", "svg"} & set(self._within):
            self.found.append(words)


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The level and the words of each bookmark."""

    def walk(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield level, str(item.title)
            yield from walk(list(item.children), level + 1)

    with pdf.open_outline() as outline:
        return list(walk(list(outline.root), 1))
