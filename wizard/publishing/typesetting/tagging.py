"""What WeasyPrint leaves out of the tags, for people who listen.

Links told in words, scope of heads, language of a passage, heads and feet of pages as decoration, tables that are
there for their looks, and the numbers of the pages.
"""

from collections.abc import Iterator
from typing import Any

import pydyf

from wizard.publishing.typesetting import internals
from wizard.publishing.typesetting.internals import MarginBox, TextBox, boxes_of

_IN_A_TABLE = frozenset(("/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD"))


def install() -> None:
    """Puts what follows into WeasyPrint, which has no door for it.

    A passage with its own `lang` keeps it in the PDF. Heads and feet of pages are marked as such, so that nobody who
    listens hears them on every page (ISO 14289-1, 7.8); WeasyPrint tags them, and leaves the tags out of the tree.
    """
    internals.replace(_body_with_language, _drawn)


def complete(document: Any, pdf: Any) -> None:
    """To be called when every object of the PDF is there and none is written."""
    for page in document.pages:
        for kind, target, _, box in page.links:
            _name_link(kind, target, box)
        for box in boxes_of(page).descendants():
            _give_scope(box)
    _untable(pdf)
    _label_pages(document, pdf)


def _give_scope(box: Any) -> None:
    cell = getattr(box, "mark", None)
    if cell is not None and box.element is not None and box.element_tag == "th":
        by_row = box.element.get("scope") in ("row", "rowgroup")
        cell["A"]["Scope"] = "/Row" if by_row else "/Column"


def _name_link(kind: str, target: str, box: Any) -> None:
    annotation = getattr(box, "link_annotation", None)
    if annotation is None or box.element is None:
        return
    if text := " ".join("".join(box.element.itertext()).split()):
        annotation["Contents"] = pydyf.String(f"{text} ({target})" if kind == "external" else text)


def _untable(pdf: Any) -> None:
    """A table without a head is there for its looks: who listens is not led through rows and columns of it."""
    for table in pdf.objects:
        if isinstance(table, pydyf.Dictionary) and table.get("S") == "/Table":
            grid = list(_grid(pdf, table))
            if not any(each["S"] == "/TH" for each in grid):
                for each in (table, *grid):
                    each["S"] = "/Div"
                    each.pop("A", None)


def _grid(pdf: Any, table: Any) -> Iterator[Any]:
    """The rows and cells of a table itself, not of one inside a cell."""
    for kid in table["K"]:
        each = pdf.objects[int(kid.split()[0])] if isinstance(kid, bytes) else {}
        if each.get("S") in _IN_A_TABLE:
            yield each
            if each["S"] not in ("/TH", "/TD"):
                yield from _grid(pdf, each)


def _label_pages(document: Any, pdf: Any) -> None:
    """The numbers that a reader shows are those on the pages; a page without head and foot has a Roman one."""
    labels: list[Any] = []
    before = None
    for at, page in enumerate(document.pages):
        numbered = any(_says_something(box) for box in boxes_of(page).children)
        if numbered != before:
            style = "/D" if numbered else "/r"
            labels += [at, pydyf.Dictionary({"S": style, "St": at + 1})]
        before = numbered
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(labels)})


def _says_something(box: Any) -> bool:
    words = box.descendants() if isinstance(box, MarginBox) else ()
    return any(isinstance(each, TextBox) and each.text.strip() for each in words)


def _drawn(stream: Any, context: Any) -> None:
    if not isinstance(context.box, MarginBox) or not internals.is_tagged(stream):
        internals.draw_stacking_context(stream, context)
        return
    with internals.untagged(stream):
        stream.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
        internals.draw_stacking_context(stream, context)
        stream.end_marked_content()


def _body_with_language(box: Any, *others: Any) -> Iterator[Any]:
    if isinstance(box, MarginBox):
        return iter(())
    real = internals.laid_out(box)
    element = real.element
    lang = element.get("lang") if element is not None and real.element_tag == element.tag else None
    made: Iterator[Any] = internals.build_box_tree(box, *others)
    return _in_language(lang, made) if lang else made


def _in_language(lang: str, made: Iterator[Any]) -> Iterator[Any]:
    for tag in made:
        if "Lang" not in tag and tag["S"] != "/Document":
            tag["Lang"] = pydyf.String(lang)
        yield tag
