"""What is read aloud at a question: nothing that the chosen path passes over is lost."""

from tests.support.shipped import look, toolkit
from wizard.interview.aloud import cards_at

MINORS = {"define.scope.labor.minors": "covered"}


def titles(question: str, path: str, answers: dict[str, str] | None = None) -> list[str]:
    return [card.title for card in cards_at(look(answers, path), toolkit().questions[question])]


def test_on_the_full_path_a_question_has_its_own_cards() -> None:
    assert titles("GO-10", "full") == ["How to vote with dots"]
    assert titles("EV-09", "full") == []


def test_on_the_quick_path_a_question_has_the_cards_of_those_passed_over_before_it_too() -> None:
    assert titles("GO-02", "quick") == ["How to vote with dots", "Goals we share"]
    assert titles("EV-09", "quick") == ["Who can help", "Learn by doing"]


def test_the_last_question_of_the_quick_path_has_the_cards_behind_it() -> None:
    assert titles("SO-05", "quick") == ["Stay in touch"]
    assert titles("SO-04", "quick") == []


def test_a_card_stands_there_only_where_it_applies() -> None:
    assert titles("DE-04", "full") == []
    assert titles("DE-04", "full", MINORS) == ["When children are part of the plan"]


def test_every_card_stands_somewhere_on_the_quick_path() -> None:
    here = look(MINORS, "quick")
    quick = [question for question in toolkit().questions.values() if question.quick]

    found = {card.title for question in quick for card in cards_at(here, question)}

    every = {card.title for question in toolkit().questions.values() for card in question.cards}
    assert len(every) >= 15
    assert found == every
