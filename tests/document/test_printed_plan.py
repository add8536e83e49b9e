"""The proof: every slot of the plan is found on the printed pages, in its own chapter, as it was typed."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from tests.support import markers
from tests.support.document_hostile import ENDLESS, HOSTILE
from wizard.content import PACKAGE
from wizard.document import page, printed_plan
from wizard.document.documents import PLAN
from wizard.document.options import DocumentOptions
from wizard.document.view.whole import view_of
from wizard.interview import toolkit as toolkits
from wizard.interview.chapters import Theme
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, survey
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.publishing.formats import pdf
from wizard.storage.draft import Draft, OpenPoint
from wizard.workspace.loading import survey_at

EXAMPLES = PACKAGE / "examples"


@pytest.fixture(scope="module")
def toolkit() -> Toolkit:
    return toolkits.load()


@pytest.fixture(scope="module")
def plans(toolkit: Toolkit) -> list[markers.Filled]:
    return [markers.filled(toolkit, opens) for opens in markers.PLANS]


def composed(here: Survey, template: Path = PLAN.folder) -> str:
    return printed_plan.printed_plan(here, replace(PLAN, folder=template)).html


def printed(here: Survey, folder: Path, paper: page.Paper = "letter") -> tuple[pdf.Printed, list[str]]:
    made = pdf.write(
        printed_plan.printed_plan(here, options=DocumentOptions(paper=paper)), folder / "plan.pdf"
    )
    with pypdfium2.PdfDocument(made.file) as opened:
        return made, [each.get_textpage().get_text_range() for each in opened]


def test_every_slot_stands_on_the_pages_in_its_own_chapter(
    plans: list[markers.Filled], record_property: Callable[[str, object], None]
) -> None:
    fields = {path for path, slot in slots().items() if slot.shape != LIST_OF_ITEMS}
    pages = [composed(plan.survey) for plan in plans]

    gone = [
        each for plan, text in zip(plans, pages, strict=True) for each in markers.missing(text, plan.expected)
    ]
    filled = {each.slot for plan in plans for each in plan.expected}
    places = sum(len(plan.expected) for plan in plans)
    record_property("shown", f"{len(filled)} of {len(fields)} slots filled and printed, at {places} places")

    assert gone == []
    assert filled == fields


def test_a_marker_stands_for_one_answer_only(plans: list[markers.Filled]) -> None:
    for plan in plans:
        texts = [each.needle for each in plan.expected if each.needle.startswith(markers.WORD)]

        own = {needle for needle in texts if texts.count(needle) == 1}

        assert len(own) > 200


def test_a_block_dropped_from_the_chapters_is_missed(toolkit: Toolkit, plans: list[markers.Filled]) -> None:
    def kept(theme: Theme) -> Theme:
        return replace(theme, blocks=tuple(each for each in theme.blocks if each.list != "funding.in_kind"))

    shorter = replace(
        toolkit,
        layout=lambda: tuple(
            replace(chapter, themes=tuple(map(kept, chapter.themes))) for chapter in toolkit.chapters
        ),
    )

    gone = markers.missing(composed(survey(shorter, plans[0].survey.draft)), plans[0].expected)

    assert {each.slot for each in gone} >= {
        f"funding.in_kind[].{name}" for name in ("gift", "value", "months")
    }


@pytest.mark.parametrize(
    ("file", "piece", "instead", "lost"),
    [
        (
            "blocks.html",
            '<td colspan="3">{{ fact_lines(entry.lines) }}</td>',
            "<td></td>",
            "survivors.feedback",
        ),
        ("signatures.md", "{{ inline(record.answers[field]) }}", "", "sign_off.signatures[].title"),
        (
            "goal_cards.html",
            '<span class="label">{{ fact.label }}</span> {{ inline(fact.answer) }}',
            "",
            "goals.items[].first_step_by",
        ),
        (
            "figures/gantt.html",
            '{{ say("gantt.needs", needs=inline(answers["needs"])) }}',
            "",
            "strategy.activities[].needs",
        ),
        (
            "figures/logic.html",
            '{{ field(output, "by", prose.logic.by, shown="logic.by_when") }}',
            "",
            "strategy.outputs[].by",
        ),
    ],
)
def test_a_piece_dropped_from_the_template_is_missed(
    tmp_path: Path, plans: list[markers.Filled], file: str, piece: str, instead: str, lost: str
) -> None:
    template = tmp_path / "plan"
    shutil.copytree(PLAN.folder, template)
    shared = printed_plan.SHARED / file
    whole = (shared if shared.exists() else template / file).read_text(encoding="utf-8")
    assert piece in whole
    (template / file).write_text(whole.replace(piece, instead), encoding="utf-8")

    gone = markers.missing(composed(plans[0].survey, template), plans[0].expected)

    assert lost in {each.slot for each in gone}


@pytest.fixture(scope="module")
def hostile(toolkit: Toolkit) -> markers.Filled:
    return markers.filled(toolkit, text=lambda number: f"{HOSTILE} {number:05d}")


def test_hostile_answers_print_as_typed_at_every_place(hostile: markers.Filled) -> None:
    html = composed(hostile.survey)

    assert markers.missing(html, hostile.expected) == []
    assert "<b>x</b>" not in html
    assert "<img" not in html
    assert html.count("etc/passwd)") > 300


@pytest.mark.slow
def test_hostile_answers_become_a_pdf_as_they_were_typed(hostile: markers.Filled, tmp_path: Path) -> None:
    made, texts = printed(hostile.survey, tmp_path)

    assert markers.flat("".join(texts)).count(markers.flat(HOSTILE)) > 300
    assert made.undrawn == ()
    assert made.remarks == ()


@pytest.mark.parametrize(
    "data", [{}, {"about": {"name": "Zoë’s Núñez Partnership"}}, {"about": {"name": "X"}}]
)
@pytest.mark.parametrize("path", ["quick", "full", None])
def test_an_empty_plan_says_what_is_not_decided_yet(
    toolkit: Toolkit, data: dict[str, object], path: str | None
) -> None:
    html = composed(survey(toolkit, Draft(data=data, path=path)))

    told = markers.by_chapter(html)

    assert "Notdecidedyet" in told["2"]
    assert ("Todonext:" in told["2"]) == (path == "quick")
    assert "Signatures" in told["11"]
    assert "Draft" in told[""]


def test_the_emptiest_plan_becomes_a_pdf(toolkit: Toolkit, tmp_path: Path) -> None:
    made, texts = printed(survey(toolkit, Draft(path="quick")), tmp_path)

    assert made.pages == len(texts)
    assert made.pages <= 8
    assert all(text.strip() for text in texts)


@pytest.mark.parametrize("kind", ["ENDLESS", "one letter", "emoji", "accents", "right to left", "long"])
def test_odd_answers_print_whole(toolkit: Toolkit, kind: str) -> None:
    text = {
        "ENDLESS": ENDLESS,
        "one letter": "x",
        "emoji": "safe 😀 home",
        "accents": "María-José Núñez, Łódź, ¿Sí?",
        "right to left": "بيت آمن and home",
        "long": "Three thousand letters. " * 125,
    }[kind]
    plan = markers.filled(toolkit, text=lambda number: f"{number:05d} {text}")

    document = printed_plan.printed_plan(plan.survey)

    assert bool(document.unprintable) == (kind == "emoji")
    assert "00001 " in document.html
    if not document.unprintable:
        assert markers.missing(document.html, plan.expected) == []


def test_many_members_and_goals_stand_in_their_order(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    for number in range(40):
        ident = draft.add("build.members", "member")
        draft.put(f"build.members.{ident}.organization", f"Member number {number}")
    goals = [draft.add("goals.items", "goal") for _ in range(12)]
    for number, ident in enumerate(goals):
        draft.put(f"goals.items.{ident}.statement", f"Goal as written {number}")
    draft.put("goals.order", goals[::-1][:5])

    told = markers.by_chapter(composed(survey(toolkit, draft)))

    assert all(f"Membernumber{number}" in told["3"] for number in range(40))
    order = [
        re.search(rf"Goalaswritten{number}(?!\d)", told["4"]).start()
        for number in (11, 10, 9, 8, 7, 0, 1, 2, 3, 4, 5, 6)
    ]
    assert order == sorted(order)


def test_the_quick_example_keeps_to_its_pages(tmp_path: Path) -> None:
    made, texts = printed(survey_at(EXAMPLES / "two-rivers-quick.plan.yaml", None), tmp_path, "a4")

    assert made.undrawn == ()
    assert made.remarks == ()
    assert 6 <= made.pages <= 8
    assert "Inside copy — not for publication" in texts[-1]
    assert f"Page {made.pages} of {made.pages}" in texts[-1]


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_full_example_prints_with_its_summary_on_one_page(
    tmp_path: Path, paper: page.Paper, record_property: Callable[[str, object], None]
) -> None:
    made, texts = printed(survey_at(EXAMPLES / "two-rivers.plan.yaml", None), tmp_path, paper)
    summaries = [text for text in texts if "Next review:" in text]
    record_property("shown", f"full example, {paper}: {made.pages} pages")

    assert made.remarks == ()
    assert len(summaries) == 1
    assert "The plan on one page" in summaries[0]
    assert 16 <= made.pages <= 24


@pytest.mark.parametrize("name", ["two-rivers", "two-rivers-quick"])
def test_the_page_that_stands_alone_has_250_words_or_fewer(name: str) -> None:
    html = composed(survey_at(EXAMPLES / f"{name}.plan.yaml", None))
    section = html[
        html.index('<section class="summary">') : html.index("</section>", html.index('"summary"'))
    ]

    words = [word for word in markers.plain(section).split() if any(letter.isalnum() for letter in word)]

    assert 60 < len(words) <= 250


def test_answers_set_aside_are_not_printed(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    draft.put("survivors.level_now", "consulted")
    draft.put("survivors.first_step", "Set aside words")

    view, answers = view_of(survey(toolkit, draft))

    assert view.chapters
    assert "Set aside words" not in str(answers.__dict__)


def test_what_was_accepted_is_appendix_c(toolkit: Toolkit) -> None:
    draft = Draft(path="full")
    assert 'id="chapter-c"' not in composed(survey(toolkit, draft))
    goal = draft.add("goals.items", "goal")
    draft.leave_open(OpenPoint(f"goals.items.{goal}", "not_decided"))
    draft.accepted_checks = [
        {"check": "W-18", "at": f"goals.items.{goal}.lead", "because": "<b>on purpose</b>\n\nfor now"},
        {"check": "W-01"},
    ]

    page_c = composed(survey(toolkit, draft)).split('id="chapter-c"')[1].split("<h1")[0]

    assert "Points we chose to accept" in page_c
    assert page_c.index("The whole plan") < page_c.index("W-01") < page_c.index("Not decided yet")
    assert page_c.index("Goal 1") < page_c.index("W-18") < page_c.index("&lt;b&gt;on purpose&lt;/b&gt;")
