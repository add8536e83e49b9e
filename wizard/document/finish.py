"""What WeasyPrint leaves out of a tagged PDF: readable links, scope of heads, language of a passage.

Only the child process imports this.
"""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]  # has no types
from weasyprint.layout.absolute import AbsolutePlaceholder  # type: ignore[import-untyped]  # has no types
from weasyprint.pdf import tags  # type: ignore[import-untyped]  # has no types

_build_box_tree = tags._build_box_tree


def finish(document: Any, pdf: Any) -> None:
    """Called by WeasyPrint when every object of the PDF is there and none is written."""
    del pdf
    for page in document.pages:
        for kind, target, _, box in page.links:
            _name_link(kind, target, box)
        for box in page._page_box.descendants():
            cell = getattr(box, "mark", None)
            if cell is not None and box.element is not None and box.element_tag == "th":
                by_row = box.element.get("scope") in ("row", "rowgroup")
                cell["A"]["Scope"] = "/Row" if by_row else "/Column"


def install() -> None:
    """From now on a passage with its own `lang` keeps it in the PDF (WeasyPrint has no public door)."""
    tags._build_box_tree = _with_language


def _name_link(kind: str, target: str, box: Any) -> None:
    annotation = getattr(box, "link_annotation", None)
    if annotation is None or box.element is None:
        return
    if text := " ".join("".join(box.element.itertext()).split()):
        annotation["Contents"] = pydyf.String(f"{text} ({target})" if kind == "external" else text)


def _with_language(box: Any, *others: Any) -> Iterator[Any]:
    real = box._box if isinstance(box, AbsolutePlaceholder) else box
    element = real.element
    lang = element.get("lang") if element is not None and real.element_tag == element.tag else None
    for tag in _build_box_tree(box, *others):
        if lang and "Lang" not in tag and tag["S"] != "/Document":
            tag["Lang"] = pydyf.String(lang)
        yield tag
