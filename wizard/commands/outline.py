"""`partnership outline`: the whole questionnaire, before anyone starts."""

import json
from argparse import Namespace

from wizard import words
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Question, Toolkit


def outline(asked: Namespace) -> int:
    """Prints every question in the order of asking, or only the essential ones; `--json` for programs."""
    toolkit = toolkits.load(asked.flows, asked.language)
    questions = [each for each in toolkit.questions.values() if each.essential or not asked.essential]
    if asked.json:
        print(json.dumps([_as_data(toolkit, each) for each in questions], ensure_ascii=False, indent=1))
    else:
        _read_out(toolkit, questions)
    return 0


def _as_data(toolkit: Toolkit, question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "section": toolkit.home[question.id].section,
        "ask": question.ask,
        "minutes": question.minutes,
        "essential": question.essential,
        "covers": list(question.covers),
        "parts": [{"id": part.id, "fills": part.slot, "kind": part.kind} for part in question.parts],
    }


def _read_out(toolkit: Toolkit, questions: list[Question]) -> None:
    section = None
    for question in questions:
        if section is not toolkit.home[question.id]:
            section = toolkit.home[question.id]
            print(f"\n{section.title}")
        star = "*" if question.essential else " "
        print(f"  {star} {question.id}  {question.ask}")
    minutes = sum(question.minutes for question in questions)
    essential = sum(question.essential for question in questions)
    print("\n" + words.say("outline.total", questions=len(questions), essential=essential, minutes=minutes))
