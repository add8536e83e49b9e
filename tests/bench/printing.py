"""The full example to PDF, against WeasyPrint alone in an ordinary script on the same HTML, styles and fonts."""

import subprocess
import sys
from pathlib import Path

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.processes import Run, run
from tests.bench.rounds import interleaved, median
from wizard.document.assets import SCHEME
from wizard.document.document import Document
from wizard.document.printed_plan import printed_plan

ALONE = """
import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""


def numbers(ground: Ground) -> list[Number]:
    """Time and memory of `partnership print`, all its processes together, and of a document made in a sitting."""
    draft = ground.example()
    plan = ground.kept(draft)
    document = printed_plan(ground.look(draft))
    page = ground.fresh(".html")
    page.write_text(standing_alone(document), encoding="utf-8")
    alone = ground.environment | {"FONTCONFIG_FILE": str(document.fonts / "fonts.conf")}
    found = interleaved(
        {
            "alone": lambda: run([*ground.script(ALONE), str(page), str(ground.fresh(".pdf"))], alone),
            "wizard": lambda: run(
                ground.wizard("print", plan, "-o", ground.fresh(".pdf")), ground.environment
            ),
            "sitting": lambda: in_a_sitting(ground, plan),
        },
        ground.rounds(5),
    )
    cpu, memory, clock = ({case: median([each[at] for each in runs]) for case, runs in found.items()}
                          for at in range(3))  # fmt: skip
    return [
        Number("the full example to PDF, time", cpu["wizard"] / cpu["alone"], must=1.0,
               remark=f"CPU {cpu['wizard']:.2f} s against {cpu['alone']:.2f} s; on the clock {clock['wizard']:.2f} s"),
        Number("the full example to PDF, memory", memory["wizard"] / memory["alone"], must=1.1,
               remark=f"{memory['wizard']:.0f} MB against {memory['alone']:.0f} MB at the peak, all processes"),
        Number("from the key to the file in a sitting", cpu["sitting"] / cpu["alone"], must=0.8,
               remark=f"CPU {cpu['sitting']:.2f} s, with a press that is ready; on the clock {clock['sitting']:.2f} s"),
    ]  # fmt: skip


def standing_alone(document: Document) -> str:
    """The same page with its files at their places on disk."""
    html = document.html
    for name, file in document.assets.items():
        html = html.replace(f'"{SCHEME}{name}"', f'"{file.as_uri()}"')
    return html


def in_a_sitting(ground: Ground, plan: Path) -> Run:
    """Makes the document from a sitting that has had its press ready for a while; see `sitting`."""
    command = [sys.executable, "-m", "tests.bench.sitting", str(plan)]
    said = subprocess.run(command, env=ground.environment, capture_output=True, text=True, check=True)
    cpu, clock = map(float, said.stdout.split())
    return cpu, 0.0, clock
