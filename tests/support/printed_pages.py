"""The HTML of the examples' pages, a line a block: `python -m tests.support.printed_pages` keeps it."""

import re
from pathlib import Path

from wizard.content import PACKAGE
from wizard.document import printed_plan
from wizard.document.documents import DOCUMENTS
from wizard.workspace.loading import survey_at

FOLDER = Path(__file__).parents[1] / "printed"
EXAMPLES = PACKAGE / "examples"
NAMES = ("two-rivers", "two-rivers-quick")
_BLOCKS = re.compile(r"(?=<(?:section|h[1-6]|p|div|table|tr|ul|ol|li|nav|svg)\b)")


def body(name: str, folder: Path = EXAMPLES) -> str:
    """The body of every document of a plan."""
    here = survey_at(folder / f"{name}.plan.yaml", None)
    pages = [printed_plan.printed_plan(here, kind) for kind in DOCUMENTS.values()]
    return "".join(_lines(page.style_apart()[1]) for page in pages)


def _lines(html: str) -> str:
    """What stands between the body's tags; every block begins a line, so that a change is seen where it is."""
    inner = html.partition("<body>\n")[2].partition("</body>")[0]
    return _BLOCKS.sub("\n", inner.replace("\n", " ")).strip() + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        (FOLDER / f"{name}.html").write_text(body(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
