"""From turn to turn: ask, keep, go on; back, not yet, go to; the section's end."""

from typing import Any

from wizard import words
from wizard.interview import progress, walk
from wizard.interview.survey import Turn
from wizard.terminal import asking
from wizard.terminal.going import go_to
from wizard.terminal.lists import ask_list, ask_texts
from wizard.terminal.not_yet import leave_open
from wizard.terminal.seam import Answer, Ask, Back, GoTo, Nevers, NotYet, Option, Pass
from wizard.terminal.sitting import Sitting

AHEAD = object()  # go on with the next open turn


def walk_from(sitting: Sitting, turn: Turn | None) -> None:
    """Asks from a turn on until the walk is done or the person goes back to the hub."""
    while turn is not None:
        show_cards(sitting, turn)
        then = ask_turn(sitting, turn)
        sitting.last = turn
        if then is AHEAD:
            sitting.trail.append(turn)
            then = _ahead(sitting, turn)
        turn = then if isinstance(then, Turn) else None


def ask_turn(sitting: Sitting, turn: Turn) -> Any:
    """Asks one turn; gives AHEAD, the turn to go to, or None for the hub."""
    if turn.part.grows:
        reply = ask_list(sitting, turn)
    elif turn.part.kind == "list":
        reply = ask_texts(sitting, turn)
    else:
        reply = ask_part(sitting, turn)
    match reply:
        case Back():
            return sitting.back_from(turn) or turn
        case GoTo(where):
            return go_to(sitting, turn, where)
        case NotYet():
            return AHEAD if leave_open(sitting, turn) else turn
        case Turn():
            return reply
    return AHEAD


def ask_part(sitting: Sitting, turn: Turn) -> Any:
    """Asks a part until it is answered, passed or left; the answer is stored and saved."""
    while True:
        reply = sitting.ask(page_of(sitting, turn))
        if isinstance(reply, Nevers):
            show_nevers(sitting)
        elif isinstance(reply, Answer):
            if (settled := _settled(sitting, turn, reply.value)) is not None:
                return settled
        else:
            return reply


def _settled(sitting: Sitting, turn: Turn, value: Any) -> Any:
    """Stores an answer; None where more has to be asked first (a new item made on the spot)."""
    if value == asking.SAME_AS_ABOVE:
        value = asking.cell_above(sitting.here, turn)
    elif value == asking.NOT_KNOWN_FOR_REST:
        from wizard.terminal.not_yet import not_known_for_rest

        not_known_for_rest(sitting, turn)
        return Pass()
    elif value == asking.ADD_NEW or (isinstance(value, list) and asking.ADD_NEW in value):
        from wizard.terminal.adding import add_on_the_spot

        fresh = add_on_the_spot(sitting, turn)
        kept = [each for each in value if each != asking.ADD_NEW] if isinstance(value, list) else None
        if fresh is None:
            return None
        value = [*kept, fresh] if kept is not None else fresh
        if kept is not None:
            sitting.store(turn, fit(turn, value))
            return None
    sitting.store(turn, fit(turn, value) if value is not None else None)
    return Answer(value)


def page_of(sitting: Sitting, turn: Turn) -> Ask:
    """The page of a turn as it is now."""
    here = sitting.here
    value, suggested = asking.value(here, turn)
    note = sitting.note()
    if suggested:
        note = f"{note} {words.say('saved.suggested')}".strip()
    point = here.point(turn)
    if point is not None:
        note = (
            f"{note} {words.say('point.stands', reason=words.say(f'point.reasons.{point.reason}'))}".strip()
        )
    return Ask(
        kind=turn.part.kind,
        question=asking.wording(turn),
        head=asking.head(here, turn),
        options=asking.options(here, turn),
        hint=turn.part.hint or turn.question.hint,
        unit=turn.part.unit,
        note=note,
        above=asking.above(here, turn),
        help=asking.help_for(here, turn),
        value=value,
        unfinished=sitting.unfinished_at(turn.place),
        most=turn.part.most,
        fit=lambda answer: answer if _is_way(answer) else fit(turn, answer),
        keep=lambda text: sitting.keep.typing(turn.place, text),
    )


def _is_way(answer: Any) -> bool:
    ways = (asking.ADD_NEW, asking.SAME_AS_ABOVE, asking.NOT_KNOWN_FOR_REST)
    return answer in ways or (isinstance(answer, list) and asking.ADD_NEW in answer)


def fit(turn: Turn, answer: Any) -> Any:
    """The answer as the plan holds it. Raises Unfit."""
    from wizard.plan.slots import slot  # pydantic comes with it, so not before the first answer

    place = slot(turn.part.slot)
    return place.fit_cell(answer) if turn.row is not None else place.fit(answer)


def show_cards(sitting: Sitting, turn: Turn) -> None:
    """The section's card and the question's own, each once a sitting; on the quick path also those passed over."""
    section = sitting.toolkit.home[turn.question.id]
    if section.card and section.section not in sitting.shown:
        sitting.shown.add(section.section)
        if progress.standing(sitting.here, section).state == progress.NOT_STARTED:
            sitting.show(section.card.title, section.card.text)
    order = list(sitting.toolkit.questions)
    since = order.index(sitting.last.question.id) + 1 if sitting.last else 0
    till = order.index(turn.question.id)
    for ident in order[since if since <= till else till : till + 1]:
        question = sitting.toolkit.questions[ident]
        if sitting.toolkit.home[ident] is section and ident not in sitting.shown:
            sitting.shown.add(ident)
            for title, text in asking.cards(sitting.here, question):
                sitting.show(title, text)
            if question.note and ident == turn.question.id:
                sitting.show(words.say("card.note"), question.note)


def show_nevers(sitting: Sitting) -> None:
    """The eleven things that never belong in a plan, and what is fine."""
    outline = sitting.toolkit.outline
    listed = "\n".join(f"{number}. {never}" for number, never in enumerate(outline.nevers, 1))
    sitting.show(words.say("nevers.title"), f"{outline.one_rule}\n\n{listed}\n\n{outline.fine}")
    sitting.show(outline.disclosure.title, outline.disclosure.text)


def _ahead(sitting: Sitting, turn: Turn) -> Turn | None:
    here = sitting.here
    then = walk.next_open(here, turn)
    if not walk.ends_section(here, turn, then) or not _last_stretch(sitting, turn):
        return then
    section = sitting.toolkit.home[turn.question.id]
    gaps = [each for each in walk.of_section(here, section.section) if here.is_open(each)]
    if not gaps:
        sitting.said = words.say("section.complete", section=section.title)
        return then
    return _section_end(sitting, turn, gaps, then)


def _last_stretch(sitting: Sitting, turn: Turn) -> bool:
    """Whether no turn of the section waits further ahead (two questions of Operations come right after About)."""
    section = sitting.toolkit.home[turn.question.id].section
    own = walk.of_section(sitting.here, section)
    keys = [each.key for each in sitting.here.turns]
    mine = keys.index(turn.key) if turn.key in keys else -1
    return (
        not own
        or keys.index(own[-1].key) <= mine
        or not any(sitting.here.is_open(each) for each in own if keys.index(each.key) > mine)
    )


def _section_end(sitting: Sitting, turn: Turn, gaps: list[Turn], then: Turn | None) -> Turn | None:
    """What is still open here, and where to go: the gaps, on, or the hub."""
    section = sitting.toolkit.home[turn.question.id]
    questions = list(dict.fromkeys(gap.question for gap in gaps))
    ways = [Option("gaps", words.say("section.to_gaps"))]
    if then is not None:
        ways.insert(
            0, Option("on", words.say("section.on", section=sitting.toolkit.home[then.question.id].title))
        )
    ways.append(Option("hub", words.say("section.hub")))
    ask = Ask(
        "one",
        words.say("section.ends", section=section.title),
        asking.head(sitting.here),
        tuple(ways),
        hint=words.say(
            "section.still_open" if len(questions) > 1 else "section.one_open", count=len(questions)
        ),
        above=tuple((each.id, each.ask) for each in questions[:6]),
        note=sitting.note(),
        can=frozenset({"back", "help", "go_to", "leave"}),
    )
    reply = sitting.ask(ask)
    match reply:
        case Answer("gaps"):
            return gaps[0]
        case Answer("on"):
            return then
        case Back():
            return sitting.back_from(turn)
        case GoTo(where):
            found = go_to(sitting, turn, where)
            return found if isinstance(found, Turn) else None
        case Nevers():
            show_nevers(sitting)
            return _section_end(sitting, turn, gaps, then)
    return None
