"""What is used of WeasyPrint and pydyf, and why. An upgrade that changes it, or ends the need, is red."""

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pydyf
import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.pdf.stream import Stream

import wizard
from tests.support.tagged import Tagged
from wizard.publishing.typesetting import internals

ROOM = Path(internals.__file__).parent
PUBLISHING = Path(wizard.__file__).parent / "publishing"

# As it is printed by WeasyPrint alone, without anything of ours.
ALONE = """
import sys, weasyprint
weasyprint.HTML(string='''<html lang="en"><title>T</title><style>
@page { size: 600px 600px; @top-left { content: "Head of the page" } @bottom-left { content: counter(page) } }
</style><body><p>We say <span lang="es">buenos días</span>.
<p><a href="https://example.org/">A link</a> told in words
<table><tr><th scope="row">a<td>b</table>
<table><tr><td>no<td>head</table></body></html>''').write_pdf(
    sys.argv[1], pdf_variant="pdf/a-3a", attachments=[weasyprint.Attachment(string="a: 1", name="plan.yaml")]
)
"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tagged]:
    file = tmp_path_factory.mktemp("alone") / "alone.pdf"
    subprocess.run([sys.executable, "-c", ALONE, str(file)], check=True, capture_output=True)
    with Tagged(file) as tagged:
        yield tagged


def test_the_versions_are_those_that_were_watched() -> None:
    assert version("weasyprint").startswith("70.")
    assert version("pydyf").startswith("0.13.")


def private_names(module: Path) -> list[str]:
    """Private attributes of anything but the object itself: `page._page_box`, never `self._sheets`."""
    return [
        f"{module.name}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
        if ast.unparse(node.value) not in ("self", "cls", "super()", "os")  # os._exit is documented
    ]


def test_private_names_of_others_stand_in_one_place() -> None:
    found = {module: private_names(module) for module in PUBLISHING.rglob("*.py")}

    assert len(found[ROOM / "internals.py"]) >= 7
    assert [name for module, names in found.items() if module.name != "internals.py" for name in names] == []


def test_a_private_name_is_seen(tmp_path: Path) -> None:
    (tmp_path / "injury.py").write_text(
        "def f(page):\n    return page._page_box.children\n", encoding="utf-8"
    )

    assert private_names(tmp_path / "injury.py") == ["injury.py: page._page_box"]


def test_every_name_of_the_internals_is_named_here() -> None:
    own = [node.name for node in ast.parse(Path(internals.__file__).read_text("utf-8")).body
           if isinstance(node, ast.FunctionDef)]  # fmt: skip

    assert own
    assert [name for name in own if f"internals.{name}" not in Path(__file__).read_text("utf-8")] == []


def test_tags_are_built_box_by_box_by_a_function_that_is_looked_up_each_time() -> None:
    source = inspect.getsource(internals.tags)

    assert next(iter(inspect.signature(internals.build_box_tree).parameters)) == "box"
    assert inspect.isgeneratorfunction(internals.build_box_tree)
    assert source.count("_build_box_tree(") >= 5


def test_boxes_are_painted_by_a_function_that_is_looked_up_each_time() -> None:
    painting = inspect.getsource(internals.draw.draw_page)

    assert list(inspect.signature(internals.draw_stacking_context).parameters) == [
        "stream",
        "stacking_context",
    ]
    assert "draw_stacking_context(stream, " in painting


def test_what_is_put_into_weasyprint_is_what_it_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(internals.tags, "_build_box_tree", internals.build_box_tree)  # put back afterwards
    monkeypatch.setattr(internals.draw, "draw_stacking_context", internals.draw_stacking_context)

    internals.replace(build := lambda: None, paint := lambda: None)

    assert (internals.tags._build_box_tree, internals.draw.draw_stacking_context) == (build, paint)


def test_a_passage_in_another_language_is_not_told_as_such(alone: Tagged) -> None:
    """The reason for `internals.replace` and `internals.laid_out`: else the child adds the language itself."""
    spans = [tag for tag in alone.tree.all("Span") if tag.text == "buenos días"]

    assert spans
    assert not any("/Lang" in tag.said for tag in spans)


def test_heads_and_feet_of_pages_are_tagged_and_left_out_of_the_tree(alone: Tagged) -> None:
    """The reason for `internals.replace`, `internals.is_tagged` and `internals.untagged`."""
    assert alone.decoration() == [""]
    assert [each.partition(": ")[2] for each in alone.untold()] == ["Head of the page", "1"]


def test_heads_of_rows_links_and_tables_for_looks_are_not_told(alone: Tagged) -> None:
    """The reason for `internals.boxes_of`: what a tag lacks is known by the box it came from."""
    (head,), tables = alone.tree.all("TH"), alone.tree.all("Table")
    (link,) = [each for tag in alone.tree.all("Link") for each in tag.annotations]

    assert head.attribute("Scope") != "/Row"
    assert link.get("/Contents") != "A link (https://example.org/)"
    assert len(tables) == 2
    assert "/PageLabels" not in alone.root


def test_a_file_inside_is_listed_twice(alone: Tagged) -> None:
    assert [str(each.F) for each in alone.root.AF] == ["plan.yaml", "plan.yaml"]


def test_a_page_holds_its_boxes_and_a_placeholder_its_box() -> None:
    page, box = weasyprint.HTML(string="<p>A page").render().pages[0], object()

    assert isinstance(internals.boxes_of(page), PageBox)
    assert internals.laid_out(internals.AbsolutePlaceholder(box)) is box
    assert internals.laid_out(box) is box


def test_a_stream_without_tags_takes_none() -> None:
    stream = Stream(*[None] * 4, {}, None, None)
    tagged = internals.is_tagged(stream)

    with internals.untagged(stream):
        meanwhile = internals.is_tagged(stream)

    assert (tagged, meanwhile, internals.is_tagged(stream)) == (True, False, True)


@pytest.mark.parametrize(("piece", "written"), [(b"q", b"q"), (1.0, b"1"), (0.5, b"0.5"), ("BT", b"BT")])
def test_a_stream_is_written_piece_by_piece(piece: object, written: bytes) -> None:
    stream = pydyf.Stream([piece])

    assert internals.to_bytes(piece) == written
    assert stream.data.split(b"\n")[2] == written
