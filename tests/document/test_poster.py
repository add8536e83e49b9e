"""The poster: one page whatever a group agreed on, nothing cut off, nothing of the plan that is not for the wall."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # has no types
import pytest

from tests.support import pdf_rules as owed
from tests.support.markers import flat, plain
from tests.support.posters import HARD, LONG, NAME, OFFERED, agreed, own
from tests.support.small_flows import write
from tests.support.tagged import Tagged
from wizard.content import PACKAGE
from wizard.document import printed_plan
from wizard.document.document import SHARED, Document, Paper
from wizard.document.documents import POSTER
from wizard.document.layout.poster import PAPERS
from wizard.document.look import Look
from wizard.document.options import DocumentOptions
from wizard.errors import Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import Survey, survey
from wizard.publishing.formats import pdf
from wizard.publishing.press import Press
from wizard.storage.draft import Draft
from wizard.workspace.loading import survey_at

EXAMPLES = PACKAGE / "examples"
TITLE, HINT, DECISION = "Our ground rules", "words where needed.", "How we decide"
FREE_ABOVE_PANEL, FREE_BELOW_BAND = 20, 24  # points: the least that the layout keeps
LETTERS = "illi tf rst aeoun mwMW.,-ÄÖéłĄ"


def poster(here: Survey, paper: Paper = "letter") -> Document:
    return printed_plan.printed_plan(here, POSTER, DocumentOptions(paper=paper))


def size_of(document: Document) -> float:
    found = re.search(r"--text: ([\d.]+)pt", document.html)
    assert found
    return float(found[1])


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    here = Press(SHARED / "fonts", early=(POSTER.folder, "letter"))
    yield here
    here.close()


class Sheet:
    """A printed poster as it is seen: how many pages, what stands on the first, and where each letter is."""

    def __init__(self, document: Document, file: Path, press: Press) -> None:
        made = pdf.write(document, file, press=press)
        self.undrawn = made.undrawn
        with pypdfium2.PdfDocument(made.file) as opened:
            self.pages = len(opened)
            self.wide, self.high = opened[0].get_size()
            page = opened[0].get_textpage()
            self.text = flat(page.get_text_range().replace("\ufffe", "-"))
            self.boxes = [page.get_charbox(at) for at in range(page.count_chars())]
            last = HINT if HINT in document.html else TITLE
            self.band = page.search(last).get_next()[0] + len(last)
            self.panel = page.search(DECISION).get_next()[0]

    def faults(self) -> list[str]:
        """What stands over something else, or off the paper."""
        inside = [
            left >= 0 and right <= self.wide and low >= 0 and high <= self.high
            for left, low, right, high in self.boxes
        ]
        rules = self.boxes[self.band : self.panel]
        lowest = min((low for _, low, _, high in rules if high > low), default=self.high)
        highest = max((high for _, low, _, high in rules if high > low), default=0)
        found = [] if all(inside) else ["off the paper"]
        found += ["over the panel"] if lowest < self.boxes[self.panel][3] + FREE_ABOVE_PANEL else []
        found += ["over the band"] if highest > self.boxes[self.band - 1][1] - FREE_BELOW_BAND else []
        return found


def blocks(document: Document) -> list[str]:
    """Everything that is said on the page, block by block, without spaces."""
    body = document.style_apart()[1].partition("<main>")[2]
    return [
        flat(plain(inner)) for _, inner in re.findall(r"<(li|p|h1|h2)\b[^>]*>(.*?)</\1>", body, re.DOTALL)
    ]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("case", HARD)
def test_it_is_one_page_with_every_word_in_its_place(
    case: str, paper: Paper, tmp_path: Path, press: Press
) -> None:
    document = poster(HARD[case], paper)

    sheet = Sheet(document, tmp_path / "poster.pdf", press)

    assert (sheet.pages, sheet.undrawn, sheet.faults()) == (1, (), [])
    seen = owed.from_the_left(sheet.text)
    assert [each for each in map(owed.from_the_left, blocks(document)) if each not in seen] == []
    assert owed.lost_from_the_right("".join(blocks(document)), sheet.text) == []
    assert len(blocks(document)) >= 5


@pytest.mark.parametrize("case", ["twelve rules", "other scripts", "nothing"])
def test_it_is_told_to_somebody_who_listens_as_it_is_seen(case: str, tmp_path: Path, press: Press) -> None:
    document = poster(HARD[case], "a4")

    with Tagged(pdf.write(document, tmp_path / "poster.pdf", press=press).file) as tagged:
        assert [fault for rule in owed.RULES for fault in rule(tagged.tree)] == []
        assert (tagged.unmarked(), tagged.untold()) == ([], [])
        assert owed.document_faults(tagged, "en", document.title) == []
        assert owed.out_of_order(tagged.tree, document.html) == []
        assert [tag.kind for tag in tagged.tree.walk() if tag.kind in ("H1", "H2")][:2] == ["H1", "H2"]


def test_whatever_is_agreed_fits_or_is_refused(tmp_path: Path, press: Press) -> None:
    chance, refused = random.Random(7), 0
    for _ in range(16):
        some = [
            "".join(chance.choices(LETTERS, k=chance.randint(1, 4 ** chance.randint(1, 5))))
            for _ in range(chance.randint(1, 3 ** chance.randint(1, 4)))
        ]
        try:
            document = poster(agreed(own(*dict.fromkeys(filter(str.strip, some)))), chance.choice([*PAPERS]))
        except Problem:
            refused += 1
            continue
        sheet = Sheet(document, tmp_path / "poster.pdf", press)
        assert (sheet.pages, sheet.faults()) == (1, []), some

    assert 0 < refused < 8


def test_words_that_stand_in_each_other_are_seen(tmp_path: Path, press: Press) -> None:
    document = poster(HARD["five rules"])
    grown = re.sub(r"--gap: [\d.]+pt", "--gap: 13pt", document.html)

    sheet = Sheet(replace(document, html=grown), tmp_path / "poster.pdf", press)

    assert "over the panel" in sheet.faults()


def test_fewer_rules_are_set_larger() -> None:
    sizes = [size_of(poster(agreed(OFFERED[:many]))) for many in (1, 4, 6, 9, 14)]

    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes)


@pytest.mark.parametrize("name", ["two-rivers", "two-rivers-quick"])
def test_the_examples_are_read_from_the_back_of_a_room(name: str) -> None:
    assert size_of(poster(survey_at(EXAMPLES / f"{name}.plan.yaml", None))) >= 24


@pytest.mark.parametrize(
    "rules",
    [own(*(f"{number} {LONG}" for number in range(25))), own(*map(str, range(500))), own("x" * 9_999)],
)
def test_more_than_a_page_holds_is_refused(rules: list[object]) -> None:
    with pytest.raises(Problem, match=r"document\.no_room"):
        poster(agreed(rules))


def test_it_says_what_was_agreed_and_nothing_else_of_the_plan() -> None:
    document = poster(survey_at(EXAMPLES / "two-rivers.plan.yaml", None))

    said = plain(document.style_apart()[1].partition("<main>")[2])
    assert re.sub(r"\s+", " ", said).strip() == (
        "Two Rivers Anti-Trafficking Partnership Our ground rules "
        "Everyone may speak, and anyone may pass. One person speaks at a time, and we share the time fairly. "
        "Private stories stay outside the room, so no names and no cases. "
        "Lived experience is expertise, and nobody has to tell their story. We question ideas, never people. "
        "Each decision is read back before it is final. How we decide Consensus first, then a majority vote "
        "If we cannot agree A small group works out a proposal Help, day and night "
        "911 — immediate danger · Colorado's Human Trafficking Hotline, call 866-455-5075"
    )
    assert document.title == f"Ground rules, {NAME}"


def test_what_is_not_agreed_yet_has_room_to_be_written_and_is_named() -> None:
    nothing, some = poster(HARD["nothing"]), poster(HARD["no decision"])

    assert nothing.html.count("<li></li>") == 8
    assert "Choose five to eight that everyone can keep." in nothing.html
    assert nothing.unanswered == ("Ground rules", "How we decide")
    assert "Choose five to eight" not in some.html
    assert some.unanswered == ("How we decide",)
    assert [each.html.count('class="to-write"') for each in (nothing, some)] == [1, 1]
    assert poster(HARD["five rules"]).unanswered == ()


def test_a_group_without_a_way_out_has_no_empty_heading() -> None:
    assert "If we cannot agree" in poster(HARD["one rule"]).html
    assert "If we cannot agree" not in poster(HARD["five rules"]).html


def test_the_logo_stands_in_the_band_with_the_partnerships_name() -> None:
    look = Look("#7a1f5c", b"a picture")

    html = printed_plan.printed_plan(HARD["one rule"], POSTER, DocumentOptions(look=look)).html

    assert f'alt="Logo of {NAME}"' in html
    assert "--accent:#7a1f5c" in html
    assert "<img" not in poster(HARD["one rule"]).html


def test_flows_that_ask_for_no_rules_give_room_to_write_and_an_emergency_number(tmp_path: Path) -> None:
    write(tmp_path)

    document = poster(survey(toolkits.load(tmp_path), Draft(path="full")))

    assert document.unanswered == ()
    assert document.html.count("<li></li>") == 8
    assert "In danger, call 911" in document.html
