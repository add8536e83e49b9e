"""`partnership flows check`: for people who write flows of their own."""

import json
import sys
from argparse import Namespace

from wizard import content, words
from wizard.document.figures import FIGURES
from wizard.errors import Fault, Faults
from wizard.interview.checking import languages
from wizard.interview.checking.flows import checked
from wizard.interview.checking.schema import schema
from wizard.interview.flow import Toolkit


def check(asked: Namespace) -> int:
    """Says everything that is wrong in a folder of flows at once; `--json` for programs (docs/json.md).

    `--schema` prints a JSON Schema for editors.
    """
    if asked.schema:
        print(json.dumps(schema(), indent=1))
        return 0
    folder = asked.where or asked.flows or content.FLOWS
    toolkit, faults, notes = checked(folder, {name: figure.slots for name, figure in FIGURES.items()})
    if toolkit:
        wrong, lacking = languages.checked(folder, toolkit)
        faults, notes = faults + wrong, notes + lacking
    good = toolkit is not None and not faults
    if asked.json:
        report = {"ok": good, "faults": _listed(faults), "notes": _listed(notes), "counts": _counts(toolkit)}
        print(json.dumps(report, ensure_ascii=False, indent=1))
        return 0 if good else 1
    if faults or toolkit is None:
        raise Faults(faults, "flows.faults", folder=folder)
    if notes:
        print(words.of(Faults(notes, "flows.notes")), file=sys.stdout)
    print(words.say("flows.good", **_counts(toolkit)))
    return 0


def _listed(faults: list[Fault]) -> list[dict[str, object]]:
    return [
        {
            "file": fault.file,
            "line": fault.line,
            "column": fault.column,
            "at": fault.at,
            "sentence": words.of_fault(fault),
        }
        for fault in faults
    ]


def _counts(toolkit: Toolkit | None) -> dict[str, int]:
    """Nothing where there is no toolkit to be read at all."""
    if toolkit is None:
        return {"questions": 0, "parts": 0, "choices": 0}
    parts = sum(len(question.parts) for question in toolkit.questions.values())
    return {"questions": len(toolkit.questions), "parts": parts, "choices": len(toolkit.choices)}
