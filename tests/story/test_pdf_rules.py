"""A plan for every reader: the structure of the printed PDF, rule by rule, and each rule seen to fail."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

from tests.support import document_hostile as demo
from tests.support import pdf_rules as owed
from tests.support.shipped import look
from tests.support.tagged import Tag, Tagged
from wizard.content import PACKAGE
from wizard.document import printed_plan
from wizard.document.document import Document
from wizard.document.options import DocumentOptions
from wizard.publishing.formats import pdf
from wizard.workspace.loading import survey_at

CASES: dict[str, Callable[[], Document]] = {
    "quick": lambda: printed_plan.printed_plan(
        survey_at(PACKAGE / "examples" / "two-rivers-quick.plan.yaml", None)
    ),
    "emptiest": lambda: printed_plan.printed_plan(look(path="quick"), options=DocumentOptions(paper="a4")),
    "hostile": lambda: demo.document(extra=("MARKER 😀 شكرا", demo.ENDLESS)),
}


@pytest.fixture(scope="module", params=CASES)
def case(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Document, Tagged]]:
    document = CASES[request.param]()
    file = pdf.write(document, tmp_path_factory.mktemp("reader") / "plan.pdf", plan=b"format: 1\n").file
    with Tagged(file) as tagged:
        yield document, tagged


@pytest.mark.parametrize("rule", owed.RULES, ids=lambda rule: rule.__name__)
def test_the_structure_keeps_the_rules(
    case: tuple[Document, Tagged], rule: Callable[[Tag], Iterator[str]]
) -> None:
    assert len(list(case[1].tree.walk())) > 100

    assert list(rule(case[1].tree)) == []


def test_everything_painted_is_told_or_is_decoration(case: tuple[Document, Tagged]) -> None:
    tagged = case[1]

    assert tagged.unmarked() == []
    assert tagged.untold() == []
    assert owed.unannounced(tagged) == []


def test_heads_and_feet_are_decoration_and_not_told_on_every_page(case: tuple[Document, Tagged]) -> None:
    tagged = case[1]

    assert "Page 2 of" in tagged.decoration()[1]
    assert "Page 2 of" not in tagged.tree.text


def test_language_and_title_are_told(case: tuple[Document, Tagged]) -> None:
    document, tagged = case

    assert owed.document_faults(tagged, "en", document.title) == []


def test_it_is_read_in_the_order_it_is_written_in(case: tuple[Document, Tagged]) -> None:
    document, tagged = case

    assert owed.out_of_order(tagged.tree, document.html) == []


def test_the_metadata_say_title_and_maker_and_which_rules_are_kept(case: tuple[Document, Tagged]) -> None:
    document, tagged = case

    metadata = tagged.pdf.open_metadata()
    said = {name.rpartition("}")[2]: str(value) for name, value in metadata.items()}

    assert said.pop("title") == document.title
    assert (said.pop("conformance"), said.pop("Producer"), said.pop("CreatorTool")) == (
        "A",
        "WeasyPrint 70.0",
        "partnership-wizard",
    )
    assert (metadata["pdfaid:part"], metadata["pdfuaid:part"]) == ("3", "1")
    assert set(tagged.pdf.docinfo.keys()) == {"/Title", "/Creator", "/Producer"}


def test_bookmarks_are_two_levels_deep(case: tuple[Document, Tagged]) -> None:
    found = owed.bookmarks(case[1].pdf)

    assert {level for level, _ in found} <= {1, 2}
    assert len(found) > 5
    assert all(words.strip() for _, words in found)


def test_the_pages_have_the_numbers_that_are_printed_on_them(case: tuple[Document, Tagged]) -> None:
    tagged = case[1]
    printed = [re.search(r"Page (\d+) of", each) for each in tagged.decoration()]

    labels = [page.label for page in tagged.pdf.pages]

    assert labels == [each[1] if each else "i" for each in printed]
    assert printed[0] is None


def test_the_plan_inside_is_listed_once_as_the_source(case: tuple[Document, Tagged]) -> None:
    (listed,) = case[1].root.AF

    assert listed.AFRelationship == "/Source"
    assert listed.EF.F.Subtype == "/application/yaml"
    assert listed.Desc


def tag(kind: str, *kids: "Tag | str", **said: Any) -> Tag:
    attributes = {f"/{name}": value for name, value in said.items()}
    return Tag(kind, pikepdf.Dictionary({"/S": f"/{kind}", **attributes}), list(kids))


def head(text: str, scope: str = "/Column") -> Tag:
    return tag("TH", text, A=pikepdf.Dictionary({"/Scope": pikepdf.Name(scope)}), ID=pikepdf.String(text))


def cell(text: str, *heads: str, **more: int) -> Tag:
    spans = {f"/{name}": value for name, value in more.items()}
    listed = pikepdf.Array([pikepdf.String(each) for each in heads])
    return tag("TD", text, A=pikepdf.Dictionary({"/Headers": listed, **spans}))


def link(text: str, told: str, target: str) -> Tag:
    leads = pikepdf.Dictionary({"/Contents": pikepdf.String(told), "/Dest": pikepdf.String(target)})
    return Tag("Link", pikepdf.Dictionary({"/S": "/Link"}), [text], [leads])


SOUND = tag(
    "Document",
    tag("H1", "One"),
    tag("H2", "Two"),
    tag("Table", tag("TR", head("a"), head("b")), tag("TR", cell("1", "a"), cell("2", "b"))),
    tag("Table", tag("TR", head("a"), cell("3", "a", RowSpan=2)), tag("TR", cell("4", "a"))),
    tag("L", tag("LI", tag("LBody", "x")), tag("L", tag("LI", tag("LBody", "y")))),
    tag("Figure", Alt="a bridge"),
    tag("P", link("One", "One", "#one")),
)
INJURIES: dict[str, tuple[Callable[[Tag], Iterator[str]], Tag]] = {
    "no heading": (owed.headings, tag("Document", tag("P", "x"))),
    "a first heading of level 2": (owed.headings, tag("Document", tag("H2", "x"))),
    "a level skipped": (owed.headings, tag("Document", tag("H1", "x"), tag("H3", "y"))),
    "an empty heading": (owed.headings, tag("Document", tag("H1", " "))),
    "a short row": (owed.tables, tag("Table", tag("TR", head("a"), head("b")), tag("TR", cell("1", "a")))),
    "a row too wide under a span": (
        owed.tables,
        tag(
            "Table",
            tag("TR", head("a"), cell("1", "a", RowSpan=2)),
            tag("TR", cell("2", "a"), cell("3", "a")),
        ),
    ),
    "a head without scope": (owed.tables, tag("Table", tag("TR", tag("TH", "a")))),
    "a cell without a head": (owed.tables, tag("Table", tag("TR", head("a"), cell("1")))),
    "a cell with a head that is not there": (owed.tables, tag("Table", tag("TR", head("a"), cell("1", "z")))),
    "a paragraph in a table": (owed.tables, tag("Table", tag("TR", head("a")), tag("P", "x"))),
    "a paragraph in a list": (owed.lists, tag("L", tag("P", "x"))),
    "an item without a body": (owed.lists, tag("L", tag("LI", tag("P", "x")))),
    "an item on its own": (owed.lists, tag("Sect", tag("LI", tag("LBody", "x")))),
    "a link that leads nowhere": (owed.links, tag("P", tag("Link", "x"))),
    "a link told by its address": (owed.links, tag("P", link("One", "#one", "#one"))),
    "a link without words": (owed.links, tag("P", link(" ", "One", "#one"))),
    "a figure without words": (owed.figures, tag("P", tag("Figure"))),
    "a figure with empty words": (owed.figures, tag("P", tag("Figure", Alt=" "))),
}


@pytest.mark.parametrize("injury", INJURIES)
def test_an_injury_is_seen(injury: str) -> None:
    rule, tree = INJURIES[injury]

    assert list(rule(SOUND)) == []
    assert list(rule(tree))


def test_words_out_of_their_turn_are_seen() -> None:
    page = (
        "<html><head><title>x</title></head><body><p>first words</p><p>second <b>words</b></p></body></html>"
    )

    in_turn = owed.out_of_order(tag("Document", tag("P", "first", "words"), tag("P", "second words")), page)
    turned = owed.out_of_order(tag("Document", tag("P", "second words"), tag("P", "first words")), page)
    lost = owed.out_of_order(tag("Document", tag("P", "first words"), tag("P", "second")), page)

    assert (in_turn, bool(turned), lost) == ([], True, ["words"])
