"""What is read aloud at a question: its own cards, and on the quick path those of the questions it stands for."""

from collections.abc import Iterator

from wizard.interview.conditions import holds
from wizard.interview.flow import Card, Question
from wizard.interview.survey import Survey


def cards_at(survey: Survey, question: Question) -> list[Card]:
    """The cards that apply at a question, in the order of the toolkit; its section's own card is not among them."""
    return [
        card
        for each in _stands_for(survey, question)
        for card in each.cards
        if holds(card.ask_if, survey.answers)
    ]


def _stands_for(survey: Survey, question: Question) -> list[Question]:
    """The questions the chosen path passes over right before this one, itself, and behind the last one the rest."""
    asking = list(survey.toolkit.questions.values())
    at = asking.index(question)
    before = list(_passed_over(survey, reversed(asking[:at])))[::-1]
    after = list(_passed_over(survey, asking[at + 1 :]))
    return [*before, question, *(after if after[-1:] == asking[-1:] else ())]


def _passed_over(survey: Survey, questions: Iterator[Question] | list[Question]) -> Iterator[Question]:
    for question in questions:
        if survey.draft.path != "quick" or question.quick or not holds(question.ask_if, survey.answers):
            return
        yield question
