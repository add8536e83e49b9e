"""Everything that is used of WeasyPrint and pydyf without their having promised it, and why; nowhere else is any.

Each name here has a test in tests/publishing/typesetting/test_weasyprint_contract.py, which an upgrade turns red that
changes the name, or that makes the reason go away.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import draw
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

MarginBox, TextBox = boxes.MarginBox, boxes.TextBox

# The tags of a box and all in it: nothing else sees the tags of a passage before they are in the tree.
build_box_tree = tags._build_box_tree
# Paints a box and all in it: heads and feet are painted by nothing of their own.
draw_stacking_context = draw.draw_stacking_context


def replace(build: Callable[..., Any], paint: Callable[..., Any]) -> None:
    """Has WeasyPrint call these in place of `build_box_tree` and `draw_stacking_context`."""
    tags._build_box_tree = build
    draw.draw_stacking_context = paint


def boxes_of(page: Any) -> Any:
    """The box of a whole page: a page tells its links and anchors, and not what was laid out on it."""
    return page._page_box


def laid_out(box: Any) -> Any:
    """The box itself, also where one that is placed absolutely is held by another."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def is_tagged(stream: Any) -> bool:
    """Whether what is painted into a stream is tagged."""
    return stream._tags is not None


@contextmanager
def untagged(stream: Any) -> Iterator[None]:
    """Nothing that is painted meanwhile gets a tag: WeasyPrint tags each box, whatever is around it."""
    kept, stream._tags = stream._tags, None
    yield
    stream._tags = kept


def to_bytes(piece: Any) -> bytes:
    """A piece of a stream as pydyf writes it: it packs a stream twice, for a checksum and for the file."""
    written: bytes = pydyf._to_bytes(piece)
    return written
