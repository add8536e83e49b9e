"""The same page in a browser: nothing for axe to complain of, and no scrolling sideways on a small phone."""

from importlib.resources import files
from pathlib import Path

import pytest

from tests.support import browser, markers
from tests.support.document_hostile import HOSTILE
from wizard.content import PACKAGE
from wizard.document import printed_plan
from wizard.document.documents import ONE_PAGE, POSTER, DocumentKind
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import Survey, survey
from wizard.publishing.formats import html
from wizard.storage.draft import Draft
from wizard.workspace.loading import survey_at

EXAMPLES = PACKAGE / "examples"
WIDTHS = (320, 1200)
TOO_WIDE = """
const far = [...document.body.querySelectorAll("*")].filter((each) =>
  each.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(each).position !== "absolute");
return [document.documentElement.scrollWidth, far.slice(0, 9).map((each) => each.outerHTML.slice(0, 150))];
"""
AXE = """
const found = await axe.run(document, {resultTypes: ["violations"]});
return [found.passes.length, found.violations.map((each) => [each.id, each.nodes[0].html.slice(0, 150)])];
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        browser.chromium() is None, reason="install chromium to look at the page in a browser"
    ),
]


def plans() -> dict[str, Survey]:
    toolkit = toolkits.load()
    return {
        "full": survey_at(EXAMPLES / "two-rivers.plan.yaml", None),
        "quick": survey_at(EXAMPLES / "two-rivers-quick.plan.yaml", None),
        "emptiest": survey(toolkit, Draft(path="full")),
        "hostile": markers.filled(toolkit, text=lambda number: f"{HOSTILE} {number:05d} {'x' * 300}").survey,
    }


@pytest.fixture(scope="module", params=["full", "quick", "emptiest", "hostile"])
def page(request: pytest.FixtureRequest) -> str:
    return html.self_contained(printed_plan.printed_plan(plans()[request.param]))


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(page: str, width: int) -> None:
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    armed = page.replace("</head>", f"<script>{axe}</script></head>")

    passed, violations = browser.asked(armed, AXE, width)

    assert passed > 5
    assert violations == []


def test_axe_finds_what_is_wrong(page: str) -> None:
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    broken = page.replace("</head>", f"<script>{axe}</script></head>").replace("<main>", '<main><img src="">')

    _, violations = browser.asked(broken, AXE, 320)

    assert [rule for rule, _ in violations] == ["image-alt"]


def test_nothing_sticks_out_of_a_small_phone(page: str) -> None:
    wide, far = browser.asked(page, TOO_WIDE, 320)

    assert (wide, far) == (320, [])


def test_what_sticks_out_is_seen(page: str) -> None:
    wide, far = browser.asked(page.replace("<main>", '<main><div style="width:500px">x</div>'), TOO_WIDE, 320)

    assert wide > 320
    assert len(far) >= 1


@pytest.mark.parametrize("kind", [ONE_PAGE, POSTER], ids=lambda kind: kind.key)
def test_the_small_documents_fit_too(kind: DocumentKind) -> None:
    here = survey_at(Path(EXAMPLES, "two-rivers.plan.yaml"), None)
    one = html.self_contained(printed_plan.printed_plan(here, kind))

    wide, far = browser.asked(one, TOO_WIDE, 320)

    assert (wide, far) == (320, [])
