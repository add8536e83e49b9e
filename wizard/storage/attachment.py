"""The plan inside a PDF of ours: the name it has there, and how it is taken out again.

No PDF is understood here. WeasyPrint writes a file inside as one object in a form of its own, and only that form,
whole and once, is taken for a plan; what a PDF says about itself is checked and never trusted.
"""

import hashlib
import re
import zlib

from wizard.errors import Problem
from wizard.storage.file_text import MOST_BYTES

NAME = "partnership.plan.yaml"
TYPE = "/application#2fyaml"  # RFC 9512; what WeasyPrint would guess differs from machine to machine
MOST_PDF_BYTES = 50_000_000

_BEGINS = f"<</Type /EmbeddedFile/Subtype {TYPE}/Params <<".encode()
_FORM = re.compile(
    re.escape(_BEGINS) + rb"/CheckSum <([0-9a-f]{32})>/Size ([0-9]{1,8})[^<>]{0,100}>>"
    rb"/Filter /FlateDecode/Length ([0-9]{1,8})>>\nstream\n"
)
_ENDS = b"\nendstream\nendobj\n"


def plan_in(pdf: bytes, file: str) -> bytes:
    """The text of the plan in a PDF, as it was put there; what it says is still to be checked.

    Problems: inside.none for any PDF without a plan in our form, inside.damaged.
    """
    if pdf.count(_BEGINS) != 1:
        raise Problem("inside.none", file=file)
    found = _FORM.match(pdf, pdf.find(_BEGINS))
    if found is None:
        raise Problem("inside.damaged", file=file)
    digest, size, length = found[1].decode(), int(found[2]), int(found[3])
    packed = pdf[found.end() : found.end() + length]
    if not pdf.startswith(_ENDS, found.end() + length):
        raise Problem("inside.damaged", file=file)
    text = _unpacked(packed)
    if text is None or len(text) != size or hashlib.md5(text, usedforsecurity=False).hexdigest() != digest:
        raise Problem("inside.damaged", file=file)
    return text


def _unpacked(packed: bytes) -> bytes | None:
    """At most as much as a plan file may hold; None for more, and for what cannot be unpacked."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(packed, MOST_BYTES)
    except zlib.error:
        return None
    return text if unpacking.eof and not unpacking.unused_data else None
