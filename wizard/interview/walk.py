"""What comes next: the next open turn ahead, never a jump back; earlier gaps wait at the section's end and the hub."""

from wizard.interview.survey import Survey, Turn


def first_open(survey: Survey) -> Turn | None:
    """The first turn that is open, in the whole plan."""
    return next((turn for turn in survey.turns if survey.is_open(turn)), None)


def next_open(survey: Survey, after: Turn) -> Turn | None:
    """The next open turn behind `after`."""
    ahead = survey.turns[_behind(survey, after) :]
    return next((turn for turn in ahead if survey.is_open(turn)), None)


def before(survey: Survey, turn: Turn) -> Turn | None:
    """The turn just before, answered or not: where Back goes when this sitting has not been anywhere yet."""
    at = survey.position.get(turn.key)
    if at is None:
        at = _behind(survey, turn)
    return survey.turns[at - 1] if at > 0 else None


def again(survey: Survey, turn: Turn) -> Turn | None:
    """The same turn in a fresh survey; None when it does not apply any more."""
    at = survey.position.get(turn.key)
    if at is None:
        return next((each for each in survey.begun if each.key == turn.key), None)
    return survey.turns[at]


def at_place(survey: Survey, place: str) -> Turn | None:
    """The turn that fills a place."""
    return next((turn for turn in survey.turns if turn.place == place), None)


def of_question(survey: Survey, question: str) -> Turn | None:
    """Where a question picked by its id starts: its first open turn, else its first."""
    turns = survey.by_question.get(question, [])
    return next((turn for turn in turns if survey.is_open(turn)), turns[0] if turns else None)


def of_section(survey: Survey, section: str) -> list[Turn]:
    """The turns of a home section, in the order of asking."""
    home = survey.toolkit.home
    return [turn for turn in survey.turns if home[turn.question.id].section == section]


def ends_section(survey: Survey, here: Turn, then: Turn | None) -> bool:
    """Whether going from `here` to `then` leaves a stretch of the order that belongs together."""
    home = survey.toolkit.home
    return then is None or home[here.question.id] is not home[then.question.id]


def _behind(survey: Survey, after: Turn) -> int:
    """Where the turns behind `after` begin, also when `after` itself is gone (its item was removed)."""
    at = survey.position.get(after.key)
    if at is not None:
        return at + 1
    order = {ident: number for number, ident in enumerate(survey.toolkit.questions)}
    mine = order[after.question.id]
    behind = (at for at, turn in enumerate(survey.turns) if order[turn.question.id] >= mine)
    return next(behind, len(survey.turns))
