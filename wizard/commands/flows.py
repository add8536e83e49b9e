"""`partnership flows check`: for people who write flows of their own."""

import json
import sys
from argparse import Namespace

from wizard import content, words
from wizard.errors import Faults
from wizard.interview.checking import checked
from wizard.interview.flow_files import files_of
from wizard.interview.schema import schema


def check(asked: Namespace) -> int:
    """Says everything that is wrong in a folder of flows at once; `--schema` prints a JSON Schema for editors."""
    if asked.schema:
        print(json.dumps(schema(), indent=1))
        return 0
    folder = asked.where or asked.flows or content.FLOWS
    files_of(folder)
    toolkit, faults, notes = checked(folder)
    if faults or toolkit is None:
        raise Faults(faults, "flows.faults", folder=folder)
    if notes:
        print(words.of(Faults(notes, "flows.notes")), file=sys.stdout)
    parts = sum(len(question.parts) for question in toolkit.questions.values())
    print(
        words.say("flows.good", questions=len(toolkit.questions), parts=parts, choices=len(toolkit.choices))
    )
    return 0
