"""What is printed, in veraPDF, which knows every rule of PDF/UA-1 and PDF/A-3a that a machine can check."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from tests.support import markers, verapdf
from tests.support.document_hostile import ENDLESS, HOSTILE
from tests.support.posters import HARD
from tests.support.shipped import look, toolkit
from wizard.content import PACKAGE
from wizard.document import printed_plan
from wizard.document.document import Paper
from wizard.document.documents import PLAN, POSTER
from wizard.document.options import DocumentOptions
from wizard.interview.survey import Survey
from wizard.publishing.formats import pdf
from wizard.publishing.press import Press
from wizard.workspace.loading import survey_at

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(verapdf.lacking()), reason=verapdf.lacking() or "veraPDF is here"),
]
EXAMPLES = PACKAGE / "examples"
NAUGHTY = f"{HOSTILE} María-José Łódź 😀 شكرا \u202e\u200b {ENDLESS[:300]}"

PLANS: dict[str, Callable[[], Survey]] = {
    "full": lambda: survey_at(EXAMPLES / "two-rivers.plan.yaml", None),
    "quick": lambda: survey_at(EXAMPLES / "two-rivers-quick.plan.yaml", None),
    "emptiest": lambda: look(path="quick"),
    "nothing on the full path": lambda: look(path="full"),
    "hostile": lambda: markers.filled(toolkit(), text=lambda number: f"{number} {NAUGHTY}").survey,
}
PAPERS: tuple[Paper, ...] = ("letter", "a4")
POSTERS = ("twelve rules", "25 rules", "other scripts", "no decision", "nothing")
CASES = [(name, paper) for name in (*PLANS, *POSTERS) for paper in PAPERS]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[verapdf.Checked]]:
    """What came of every document on every paper, by the name of its file."""
    folder = tmp_path_factory.mktemp("verapdf")
    press = Press(printed_plan.printed_plan(look()).fonts)
    files = []
    for name, paper in CASES:
        kind = POSTER if name in POSTERS else PLAN
        here = HARD[name] if name in POSTERS else PLANS[name]()
        document = printed_plan.printed_plan(here, kind, DocumentOptions(paper=paper))
        plan = printed_plan.carried(here) if kind.carries_plan else None
        files.append(
            pdf.write(document, folder / f"{name} {paper}.pdf", plan=plan, press=press, seconds=400).file
        )
    press.close()
    found: dict[str, list[verapdf.Checked]] = {}
    for each in verapdf.checked(*files):
        found.setdefault(each.file.stem, []).append(each)
    return found


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_every_document_keeps_every_rule(
    verdicts: Mapping[str, list[verapdf.Checked]],
    name: str,
    paper: Paper,
    record_property: Callable[[str, object], None],
) -> None:
    found = verdicts[f"{name} {paper}"]
    checks = sum(each.checks for each in found)
    record_property("shown", f"veraPDF, {name} on {paper}: {checks:,} checks, PDF/UA-1 and PDF/A-3a")

    assert {each.flavour: each.broken for each in found} == {"ua1": (), "3a": ()}
    assert min(each.checks for each in found) > (100 if name in POSTERS else 1_000)


def test_broken_rules_are_seen(tmp_path: Path) -> None:
    made = pdf.write(printed_plan.printed_plan(look()), tmp_path / "plan.pdf").file
    with pikepdf.open(made) as opened:
        del opened.Root.Lang
        del opened.Root.OutputIntents
        opened.save(tmp_path / "broken.pdf")

    ua, a = verapdf.checked(tmp_path / "broken.pdf")

    assert {rule.split("-")[0] for rule in ua.broken} == {"7.2"}
    assert any(rule.startswith("6.2.4") for rule in a.broken)
