"""How far a plan is: per section what is answered, open, essential and still to come, and the minutes left."""

from dataclasses import dataclass

from wizard.interview.flow import Question, Section
from wizard.interview.survey import Survey, Turn

NOT_STARTED, IN_PROGRESS, COMPLETE, LOOK_AGAIN = (
    "not_started",
    "in_progress",
    "complete",
    "needs_another_look",
)


@dataclass(frozen=True)
class Standing:
    """Where a section stands. `answered` of `questions` count questions; `points` counts open points, not answers."""

    id: str
    state: str
    questions: int
    answered: int
    points: int
    essential_open: tuple[str, ...]
    minutes_left: float

    @property
    def open(self) -> int:
        """Questions still to answer."""
        return self.questions - self.answered


def standing(survey: Survey, section: Section) -> Standing:
    """Counts the questions of one section that apply on the chosen path."""
    asked = [question for question in section.questions if question.id in survey.asked]
    left = [question for question in asked if not is_answered(survey, question)]
    turns = [turn for question in asked for turn in survey.by_question.get(question.id, [])]
    points = {
        point.at for turn in turns if (point := survey.point(turn)) and point.reason != "does_not_apply"
    }
    return Standing(
        id=section.section,
        state=_state(survey, section, turns, left),
        questions=len(asked),
        answered=len(asked) - len(left),
        points=len(points),
        essential_open=tuple(question.id for question in left if question.essential),
        minutes_left=sum(question.minutes for question in left),
    )


def standings(survey: Survey) -> list[Standing]:
    """One for each section, in the toolkit's order."""
    return [standing(survey, section) for section in survey.toolkit.sections]


def is_answered(survey: Survey, question: Question) -> bool:
    """Every applicable part has a value or an open point; asked for each item of a list, the list itself is settled."""
    turns = survey.by_question.get(question.id, [])
    if not turns and question.per:
        grown = survey.toolkit.lists[question.per]
        turns = survey.by_question.get(survey.toolkit.asked_by[grown.id].id, [])
        return any(turn.place == question.per and not survey.is_open(turn) for turn in turns)
    return not any(survey.is_open(turn) for turn in turns)


def minutes_left(survey: Survey) -> float:
    """Minutes of reading aloud, agreeing and typing that are left on the chosen path (guide B.1)."""
    return sum(question.minutes for question in open_questions(survey))


def open_questions(survey: Survey) -> list[Question]:
    """The questions of the chosen path that are not answered, in the order of asking."""
    asked = (question for ident, question in survey.toolkit.questions.items() if ident in survey.asked)
    return [question for question in asked if not is_answered(survey, question)]


def ahead_and_passed(survey: Survey, turn: Turn | None) -> tuple[list[Question], list[Question]]:
    """The open questions from a turn on, and those before it, which were passed; without one all were passed."""
    order = {ident: at for at, ident in enumerate(survey.toolkit.questions)}
    here = order[turn.question.id] if turn else len(order)
    found = open_questions(survey)
    ahead = [question for question in found if order[question.id] >= here]
    return ahead, [question for question in found if order[question.id] < here]


def whole_minutes(minutes: float) -> int:
    """As they are said everywhere: none only where nothing is left."""
    return max(1, round(minutes)) if minutes > 0 else 0


def _state(survey: Survey, section: Section, turns: list[Turn], left: list[Question]) -> str:
    if any(place.startswith(f"{section.section}.") for place, _ in survey.set_aside):
        return LOOK_AGAIN
    if not left:
        return COMPLETE
    touched = any(survey.draft.get(turn.place) not in (None, []) or survey.point(turn) for turn in turns)
    return IN_PROGRESS if touched else NOT_STARTED
