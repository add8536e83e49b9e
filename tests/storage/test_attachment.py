"""The plan inside a PDF: what goes in comes out, and no PDF of whatever kind does more than one sentence's harm."""

import hashlib
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from tests.support import document_hostile as demo
from wizard import words
from wizard.document import page
from wizard.document.placeholders import Answers
from wizard.errors import Problem
from wizard.publishing.formats import pdf
from wizard.storage import attachment

PLAN = 'format: 1\nplan_id: p-7f3kq2\nabout:\n  name: "Łódź — <b>ours</b> \\"endstream\\" %%EOF"\n'.encode()


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("inside")
    (folder / "template.md").write_text("# One\n\nA page.", encoding="utf-8")
    document = page.compose(folder, {}, Answers(), lang="en", title="Small", parts=demo.SHARED)
    pdf.write(document, folder / "without.pdf")
    return pdf.write(document, folder / "plan.pdf", plan=PLAN).file.read_bytes()


def refusal(raw: bytes) -> str:
    with pytest.raises(Problem) as caught:
        attachment.plan_in(raw, "plan.pdf")
    said = words.of(caught.value)
    assert said.count("\n") == 0
    assert "plan.pdf" in said
    return caught.value.key


def form(packed: bytes, size: int, digest: str) -> bytes:
    """A PDF that holds one object in our form, with whatever it says about itself."""
    said = f"/CheckSum <{digest}>/Size {size}>>/Filter /FlateDecode/Length {len(packed)}>>\nstream\n"
    return (
        b"%PDF-1.7\n9 0 obj\n" + attachment._BEGINS + said.encode() + packed + b"\nendstream\nendobj\n%%EOF\n"
    )


def holding(text: bytes) -> bytes:
    """A PDF that holds just this text as its plan, rightly packed."""
    return form(zlib.compress(text), len(text), hashlib.md5(text).hexdigest())


def test_the_plan_comes_out_as_it_went_in(printed: bytes) -> None:
    assert attachment.plan_in(printed, "plan.pdf") == PLAN


def test_any_reader_finds_the_plan_under_its_name(printed: bytes) -> None:
    with pypdfium2.PdfDocument(printed) as opened:
        found = [
            (each.get_name(), bytes(each.get_data()))
            for each in map(opened.get_attachment, range(opened.count_attachments()))
        ]

    assert found == [(attachment.NAME, PLAN)]


def test_a_remark_that_another_program_added_leaves_the_plan_readable(printed: bytes) -> None:
    noted = printed + b"1 0 obj\n<</Type /Annot/Contents (my remark)>>\nendobj\nstartxref\n9\n%%EOF\n"

    assert attachment.plan_in(noted, "plan.pdf") == PLAN


@pytest.mark.parametrize(
    "raw", [b"", b"%PDF-1.7\n%%EOF\n", PLAN, b"\0" * 100_000, b"<</Type /EmbeddedFile" * 1000]
)
def test_any_other_file_has_no_plan_inside(raw: bytes) -> None:
    assert refusal(raw) == "inside.none"


def test_two_plans_in_one_pdf_are_none(printed: bytes) -> None:
    assert refusal(printed + printed) == "inside.none"


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut in the middle": lambda raw: raw[: raw.index(b"stream\n", raw.index(attachment._BEGINS)) + 40],
    "cut in the dictionary": lambda raw: raw[: raw.index(attachment._BEGINS) + len(attachment._BEGINS) + 20],
    "one byte changed": lambda raw: _changed(raw),
    "a length too short": lambda raw: _with_length(raw, -1),
    "a length too long": lambda raw: _with_length(raw, 1),
    "a length beyond the end": lambda raw: _with_length(raw, 90_000_000),
    "another size": lambda raw: raw.replace(b"/Size %d/" % len(PLAN), b"/Size %d/" % (len(PLAN) + 1)),
    "another checksum": lambda raw: raw.replace(hashlib.md5(PLAN).hexdigest().encode(), b"0" * 32),
    "another filter": lambda raw: raw.replace(
        b">>/Filter /FlateDecode/Length", b">>/Filter /LZWDecode/Length"
    ),
}


def _changed(raw: bytes) -> bytes:
    at = raw.index(b"stream\n", raw.index(attachment._BEGINS)) + 30
    return raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]


def _with_length(raw: bytes, by: int) -> bytes:
    found = attachment._FORM.search(raw)
    assert found
    return raw[: found.start(3)] + str(int(found[3]) + by).encode() + raw[found.end(3) :]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_plan_is_told_in_one_sentence(printed: bytes, damage: str) -> None:
    damaged = DAMAGE[damage](printed)

    assert damaged != printed
    assert refusal(damaged) == "inside.damaged"


def test_a_bomb_is_given_up_at_the_most_a_plan_may_hold() -> None:
    bomb = zlib.compress(b"a" * 400_000_000, 9)
    began = time.perf_counter()

    key = refusal(form(bomb, 99_999_999, "0" * 32))

    assert key == "inside.damaged"
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize("packed", [b"", b"x", zlib.compress(b"")[:-1], zlib.compress(b"") + b"more"])
def test_only_a_whole_stream_and_nothing_behind_it_is_taken(packed: bytes) -> None:
    nothing = hashlib.md5(b"").hexdigest()

    assert attachment.plan_in(form(zlib.compress(b""), 0, nothing), "plan.pdf") == b""
    assert refusal(form(packed, 0, nothing)) == "inside.damaged"


def test_a_large_hostile_file_is_looked_through_quickly() -> None:
    raw = (attachment._BEGINS[:-1] + b" " * 100) * (attachment.MOST_PDF_BYTES // 150)
    began = time.perf_counter()

    key = refusal(raw)

    assert key == "inside.none"
    assert time.perf_counter() - began < 2


def test_a_print_without_the_plan_has_none_inside(printed: bytes, tmp_path: Path) -> None:
    (tmp_path / "template.md").write_text("# One", encoding="utf-8")
    document = page.compose(tmp_path, {}, Answers(), lang="en", title="Small", parts=demo.SHARED)

    without = pdf.write(document, tmp_path / "plan.pdf").file.read_bytes()

    assert refusal(without) == "inside.none"
    assert b"EmbeddedFile" not in without
    assert b"EmbeddedFile" in printed
