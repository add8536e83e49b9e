"""The hub: the front door, and the place one returns to. Sections with their state, and the doors.

What the doors open is loaded late: the first page does not wait for it.
"""

from collections.abc import Iterator
from dataclasses import replace

from wizard import words
from wizard.formatting.standings import whole_state
from wizard.interview import progress, walk
from wizard.interview.flow import Question
from wizard.interview.survey import Turn, survey
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Back, Leave, Option, Pages
from wizard.sitting.go_to import one_of
from wizard.sitting.saving import save
from wizard.sitting.sitting import Sitting
from wizard.storage.draft import Draft

ON, PASSED, REVIEW, ASIDE, MAKE, PATH, LEAVE = (
    "\x00on",
    "\x00passed",
    "\x00review",
    "\x00aside",
    "\x00make",
    "\x00path",
    "\x00leave",
)
AT_END = (REVIEW, MAKE, LEAVE)
RULE = "one rule"  # among what was shown, when it was read on the page before


def front_door(sitting: Sitting) -> Pages[Leave]:
    """From the first page until the person leaves."""
    _begin_again(sitting)
    if sitting.draft.path is None:
        yield from choose_path(sitting)
        return (yield from asked_from(sitting, walk.first_open(sitting.here)))
    sitting.note = _welcome_back(sitting)
    return (yield from asked_from(sitting, None))


def asked_from(sitting: Sitting, turn: Turn | None) -> Pages[Leave]:
    """Asks from a turn on, if there is one; then the hub, and what its doors open, until the person leaves."""
    while True:
        if turn is not None:
            from wizard.sitting.walking import walk_from

            yield from walk_from(sitting, turn)
            turn = None
        match (yield _hub(sitting)):
            case Back():
                turn = sitting.trail.back(sitting.here)
            case Answer(door) if door == LEAVE:
                return Leave()
            case Answer(door):
                turn = yield from _open(sitting, door)


def read_over(sitting: Sitting) -> Pages[Leave]:
    """What is written, to read it over; then on with the page one came from."""
    from wizard.sitting.review import review

    return _and_on(sitting, review(sitting))


def make_document(sitting: Sitting) -> Pages[Leave]:
    """The document is made, where there is a door to it; then on with the page one came from."""
    return _and_on(sitting, sitting.make(sitting) if sitting.make else None)


def _and_on(sitting: Sitting, first: Pages[None] | None) -> Pages[Leave]:
    if first:
        yield from first
    came_from = sitting.trail.at
    sitting.trail.leave()
    return (yield from asked_from(sitting, sitting.trail.back(sitting.here) if came_from else None))


def choose_path(sitting: Sitting) -> Pages[None]:
    """The first page: the one rule, and the quick or the full plan. Can be changed any time from the hub."""
    outline = sitting.toolkit.outline
    options = tuple(
        Option(
            path, words.say(f"path.{path}.label"), words.say(f"path.{path}.advice", **_size(sitting, path))
        )
        for path in ("quick", "full")
    )
    can = frozenset({"help", "leave"})
    page = Ask(
        "one",
        words.say("path.ask"),
        ask_builder.head(sitting.here),
        options,
        card="" if RULE in sitting.shown else outline.one_rule,
        hint=words.say("path.hint"),
        value=sitting.draft.path or "quick",
        help=ask_builder.how_this_works(),
        can=can if sitting.draft.path is None else can | {"back"},
        place="?path",
    )
    reply = yield page
    if isinstance(reply, Answer):
        sitting.trail.begins_anew = sitting.draft.path != reply.value
        sitting.draft.path = reply.value
        yield from save(sitting)


def _begin_again(sitting: Sitting) -> None:
    """An entry that was never saved, but whose first words are left over, is there again."""
    for place in sitting.half:
        for path, grown in sitting.toolkit.lists.items():
            ident = place.removeprefix(f"{path}.").partition(".")[0]
            named = place.startswith(f"{path}.") and ident.startswith(f"{grown.item}-")
            if named and sitting.draft.get(f"{path}.{ident}") is None:
                sitting.draft.add(path, grown.item, ident)
                sitting.look()


def _welcome_back(sitting: Sitting) -> str:
    done = [
        sitting.toolkit.questions[each]
        for each in sitting.keep.last_time()
        if each in sitting.toolkit.questions
    ]
    return words.say("hub.welcome_back", count=len(done) or None, label=done[-1].label if done else None)


def _hub(sitting: Sitting) -> Ask:
    """The hub's page: sections with their state, and the doors."""
    here = sitting.look()
    then = _next(sitting)
    return Ask(
        "one",
        words.say("hub.ask"),
        replace(ask_builder.head(here), where=ask_builder.ahead(here, then)),
        _options(sitting, then),
        note=sitting.take_note(),
        hint=_where_on(sitting, then),
        help=((words.say("hub.help.title"), words.say("hub.help.text")), *ask_builder.nevers()),
        value=ON if then else MAKE if sitting.make else REVIEW,
        can=frozenset({"help", "go_to", "leave"}) | ({"back"} if sitting.trail else frozenset()),
        place="?hub",
    )


def _options(sitting: Sitting, then: Turn | None) -> tuple[Option, ...]:
    """The sections and the doors. At the end what there is to do now comes first: read over, make, leave."""
    first, sections, doors = _first_doors(sitting, then), _sections(sitting), _last_doors(sitting)
    if then:
        return (*first, *sections, *doors)
    now = (replace(each, apart=False) for each in doors if each.value in AT_END)
    others = (*sections, *(each for each in doors if each.value not in AT_END))
    return (*first, *now, *(replace(each, apart=True) for each in others))


def _where_on(sitting: Sitting, then: Turn | None) -> str:
    """What is next; at the end, how much was passed on the way there."""
    if then:
        return words.say("hub.next", question=ask_builder.wording(then))
    passed = _passed(sitting, then)
    return words.say("hub.at_end", count=len(passed)) if passed else words.say("hub.all_answered")


def _passed(sitting: Sitting, then: Turn | None) -> list[Question]:
    return progress.ahead_and_passed(sitting.here, then)[1]


def _first_doors(sitting: Sitting, then: Turn | None) -> Iterator[Option]:
    if then:
        yield Option(ON, words.say("hub.on_unfinished" if _half_turn(sitting) else "hub.on"))
    if passed := _passed(sitting, then):
        yield Option(PASSED, words.say("hub.passed", count=len(passed)))


def _sections(sitting: Sitting) -> tuple[Option, ...]:
    titles = {section.section: section.title for section in sitting.toolkit.sections}
    return tuple(
        Option(each.id, f"{titles[each.id]}: {whole_state(each)}")
        for each in progress.standings(sitting.here)
        if each.questions
    )


def _size(sitting: Sitting, path: str) -> dict[str, object]:
    """How many questions a path has from its beginning, and about how many minutes: as its first page counts them."""
    whole = survey(sitting.toolkit, Draft(path=path))
    return {"count": len(whole.asked), "minutes": progress.whole_minutes(progress.minutes_left(whole))}


def _last_doors(sitting: Sitting) -> list[Option]:
    doors = [Option(REVIEW, words.say("hub.review"), apart=True)]
    if count := len(sitting.here.set_aside):
        doors.append(Option(ASIDE, words.say("hub.aside", count=count), apart=True))
    if sitting.make:
        doors.append(Option(MAKE, words.say("hub.make"), apart=True))
    other = "full" if sitting.draft.path == "quick" else "quick"
    doors.append(Option(PATH, words.say(f"hub.path_{other}", **_size(sitting, other)), apart=True))
    doors.append(Option(LEAVE, words.say("hub.leave"), apart=True))
    return doors


def _next(sitting: Sitting) -> Turn | None:
    """Where going on leads: to what was being typed, else behind what was asked last; None at the end."""
    if half := _half_turn(sitting):
        return half
    last = None if sitting.trail.begins_anew else sitting.trail.last or _last_time(sitting)
    return walk.next_open(sitting.here, last) if last else walk.first_open(sitting.here)


def _half_turn(sitting: Sitting) -> Turn | None:
    """The turn whose words are not finished, the newest first."""
    for place in sitting.half:
        place = place.partition("?")[0]
        for turn in (*sitting.here.begun, *sitting.here.turns):
            is_list = turn.part.kind == "list" and not turn.part.grows
            if turn.place == place or (is_list and place.rpartition(".")[0] == turn.place):
                return turn
    return None


def _last_time(sitting: Sitting) -> Turn | None:
    """The last answered turn of the question that the sitting before this one ended with."""
    for ident in reversed(sitting.keep.last_time()):
        turns = sitting.here.by_question.get(ident, [])
        if answered := [turn for turn in turns if not sitting.here.is_open(turn)]:
            return answered[-1]
    return None


def _open(sitting: Sitting, door: str) -> Pages[Turn | None]:
    """What a door leads to; gives the turn to go on from where it leads into the walk."""
    from wizard.sitting.review import review, show_set_aside

    if door == ON:
        return _next(sitting)
    if door == PASSED:
        return (yield from one_of(sitting, _passed(sitting, _next(sitting)), words.say("hub.passed_which")))
    if door == REVIEW:
        yield from review(sitting)
    elif door == ASIDE:
        yield from show_set_aside(sitting)
    elif door == MAKE and sitting.make:
        yield from sitting.make(sitting)
    elif door == PATH:
        yield from choose_path(sitting)
    else:
        return (yield from _open_section(sitting, door))
    return None


def _open_section(sitting: Sitting, key: str) -> Pages[Turn | None]:
    """Picked sections go on at their first gap; complete ones open for review."""
    gap = next((turn for turn in walk.of_section(sitting.here, key) if sitting.here.is_open(turn)), None)
    if gap is None:
        from wizard.sitting.review import review_section

        section = next(each for each in sitting.toolkit.sections if each.section == key)
        yield from review_section(sitting, section)
    return gap
