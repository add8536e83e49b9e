"""The printed page, read back with a reader that had no part in making it."""

import errno
import os
import re
import sys
import tempfile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # has no types
import pytest

from tests.support import document_hostile as demo
from wizard.document import page
from wizard.document.faults import TemplateFault
from wizard.document.placeholders import Answers
from wizard.errors import Problem
from wizard.publishing import doctor
from wizard.publishing.formats import free_name, pdf, take_place
from wizard.publishing.press import Press
from wizard.publishing.typesetting import printer


def text_of(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as opened:
        return [each.get_textpage().get_text_range() for each in opened]


def flat(text: str) -> str:
    """Text without line ends, so that where a line breaks does not matter."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("printed")


@pytest.fixture(scope="module")
def printed(folder: Path) -> pdf.Printed:
    return pdf.write(demo.document(extra=("MARKER 😀 شكرا", demo.ENDLESS)), folder / "plan.pdf")


@pytest.fixture(scope="module")
def whole(printed: pdf.Printed) -> str:
    return flat("".join(text_of(printed.file)))


def small(folder: Path, body: str) -> page.Document:
    (folder / "template.md").write_text(body, encoding="utf-8")
    return page.compose(folder, {}, Answers(), lang="en", title="Small", parts=demo.SHARED)


def test_what_people_typed_prints_exactly_as_typed_at_every_place(whole: str) -> None:
    typed = flat(demo.HOSTILE)

    # contents, heading, bullet, bold list item, member table, five goal cards, signature table
    assert whole.count(typed) == 11
    assert whole.count("<b>x</b>") == 11
    assert flat("*not bold* and `not code`") in whole
    assert flat("María-José Núñez, Łódź") in whole


def test_long_answers_and_endless_words_print_to_their_last_character(
    printed: pdf.Printed, whole: str
) -> None:
    spaced = "\n".join(text_of(printed.file))

    assert [int(number) for number in re.findall(r"word(\d+)", spaced)] == list(range(400))
    assert whole.count("Donaudampfschiff") >= 150


def test_nothing_was_left_undrawn_and_the_style_is_understood_whole(printed: pdf.Printed) -> None:
    assert printed.undrawn == ()
    assert printed.remarks == ()
    assert printed.pages == len(text_of(printed.file))


def test_head_and_foot_stand_on_every_page_but_the_cover(printed: pdf.Printed) -> None:
    pages = text_of(printed.file)

    assert "Page 1 of" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert demo.NAME in text
        assert f"Page {number} of {len(pages)}" in text
        assert "Inside copy — not for publication" in text
        assert "1-888-373-7888" in text


def test_the_pdf_is_tagged_titled_and_says_nothing_about_who_made_it(
    printed: pdf.Printed, whole: str
) -> None:
    with pypdfium2.PdfDocument(printed.file) as opened:
        metadata = opened.get_metadata_dict(skip_empty=True)
        bookmarks = [(each.level, each.get_title()) for each in opened.get_toc()]
        tagged = opened.is_tagged()

    assert tagged
    assert metadata["Title"] == f"Partnership plan, {demo.NAME}"
    assert set(metadata) == {"Title", "Creator", "Producer"}
    assert (0, "Our goals") in bookmarks
    assert (1, "Answer referrals 0") in bookmarks
    assert str(Path.home()).encode() not in printed.file.read_bytes()
    assert "MARKER" in whole


def test_the_same_document_is_the_same_file_byte_for_byte(folder: Path) -> None:
    document = small(folder, "# One\n\n- a\n\n<table><tr><th scope='row'>a</th><td>b</td></tr></table>")

    first = pdf.write(document, folder / "one.pdf").file.read_bytes()
    second = pdf.write(document, folder / "two.pdf").file.read_bytes()

    assert first == second
    assert b"/ID [(partnership-wizard-" in first[-4096:]


def test_only_an_untouched_pdf_of_ours_is_replaced(folder: Path, printed: pdf.Printed) -> None:
    ours = printed.file.read_bytes()
    (folder / "other.pdf").write_bytes(b"%PDF-1.7\nsomebody's own")
    (folder / "noted.pdf").write_bytes(ours + b"1 0 obj<</Contents (my remark)>>endobj\n%%EOF\n")
    (folder / "link.pdf").symlink_to(printed.file)

    assert pdf.made_here(printed.file)
    assert free_name(printed.file, pdf.made_here) == printed.file
    assert [free_name(folder / f"{name}.pdf", pdf.made_here).name for name in ("other", "noted", "link")] == [
        "other-2.pdf",
        "noted-2.pdf",
        "link-2.pdf",
    ]


def test_a_file_that_may_not_be_read_is_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"closed")

    def closed(file: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    assert free_name(tmp_path / "new.pdf", closed) == tmp_path / "new.pdf"
    (tmp_path / "plan-2.pdf").symlink_to("nowhere")
    assert free_name(tmp_path / "plan.pdf", closed) == tmp_path / "plan-3.pdf"


@pytest.mark.parametrize(
    ("call", "number", "key"),
    [
        ("fsync", errno.ENOSPC, "document.disk_full"),
        ("fsync", errno.EIO, "store.disk_trouble"),
        ("replace", errno.EACCES, "document.file_held"),
        ("replace", errno.ENAMETOOLONG, "store.name_too_long"),
    ],
)
def test_what_keeps_a_finished_file_from_its_place_is_named(
    call: str, number: int, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft"
    draft.write_bytes(b"finished")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refuse)

    with pytest.raises(Problem) as caught:
        take_place(draft, tmp_path / "plan.pdf")

    assert caught.value.key == key


def test_a_picture_that_cannot_be_drawn_stops_the_print_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")

    with pytest.raises(TemplateFault, match="not_drawn"):
        pdf.write(small(tmp_path, "# One\n\n<img src='logo.png' alt='Our logo'>"), tmp_path / "plan.pdf")

    assert not list(tmp_path.glob("*.pdf"))
    assert not list(tmp_path.glob(".partnership-*"))


def test_the_child_fetches_what_is_listed_and_nothing_else(tmp_path: Path) -> None:
    listed = tmp_path / "a.png"
    listed.write_bytes(b"x")
    fetch = printer.fetcher({"a.png": str(listed)}).fetch

    assert fetch("asset:a.png").read() == b"x"
    for address in ("file:///etc/passwd", listed.as_uri(), "asset:../a.png", "http://127.0.0.1/", "data:,x"):
        with pytest.raises(ValueError, match="not one of"):
            fetch(address)


def test_a_print_that_takes_too_long_is_ended_with_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"document\.too_long"):
        pdf.write(demo.document(), tmp_path / "plan.pdf", seconds=0.05)

    assert list(tmp_path.iterdir()) == []


def test_a_child_that_ends_early_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(Problem, match=r"document\.stopped"):
        pdf.write(small(tmp_path, "# One"), tmp_path / "plan.pdf")


def test_no_font_folder_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    press = Press(demo.SHARED / "fonts")

    pdf.write(small(tmp_path, "# One"), tmp_path / "plan.pdf", press=press)
    while_open = list(temporary.iterdir())
    press.close()

    assert len(while_open) == 1
    assert list(temporary.iterdir()) == []


def test_a_folder_that_takes_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="folder_closed"):
        pdf.write(small(tmp_path, "# One"), tmp_path / "none" / "plan.pdf")


def test_the_doctor_finds_the_libraries_here_and_names_a_missing_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = doctor.missing()
    monkeypatch.setitem(doctor.NEEDED, "pango", ("libnone.so.7",))

    problem = doctor.problem(doctor.missing())

    assert here == ()
    assert problem.key.startswith("document.pango.")
    assert problem.details == {"missing": "pango"}
    (tmp_path / "release").write_text('ID=pop\nID_LIKE="ubuntu debian"\n', encoding="utf-8")
    assert doctor._family(tmp_path / "release") == "debian"
    assert doctor._family(tmp_path / "none") == "other"
