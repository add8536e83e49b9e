"""The hub: the front door, and the place one returns to. Sections with their state, and the doors."""

from wizard import words
from wizard.interview import progress, walk
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Back, Option
from wizard.sitting.go_to import essential, state
from wizard.sitting.review import review, review_section, show_set_aside
from wizard.sitting.sitting import Gone, Left, Sitting
from wizard.sitting.walking import last_page, walk_from

ON, REVIEW, ASIDE, MAKE, PATH, LEAVE = (
    "\x00on",
    "\x00review",
    "\x00aside",
    "\x00make",
    "\x00path",
    "\x00leave",
)
RULE = "one rule"  # among what was shown, when it was read on the page before


def sit(sitting: Sitting) -> None:
    """A whole sitting, from the front door until the person leaves (Left is raised)."""
    then: Turn | None = None
    _begin_again(sitting)
    if sitting.draft.path is None:
        choose_path(sitting)
        then = walk.first_open(sitting.here)
    else:
        sitting.said = _welcome_back(sitting)
    reads = False
    while True:
        came = len(sitting.trail)
        try:
            if reads:
                reads = False
                review(sitting)
            else:
                walk_from(sitting, then)
                then = None
                _open(sitting, _hub(sitting))
        except Gone as gone:
            reads = gone.reads
            if not reads:
                then = gone.to
            elif len(sitting.trail) > came:
                then = last_page(sitting)  # to come back to


def choose_path(sitting: Sitting) -> None:
    """The first page: the one rule, and the quick or the full plan. Can be changed any time from the hub."""
    outline = sitting.toolkit.outline
    options = tuple(
        Option(path, words.say(f"path.{path}.label"), words.say(f"path.{path}.advice", **_counts(sitting)))
        for path in ("quick", "full")
    )
    can = frozenset({"help", "leave"})
    ask = Ask(
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
    reply = sitting.ask(ask)
    if isinstance(reply, Answer):
        sitting.draft.path = reply.value
        sitting.save()


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
    if not done:
        return words.say("hub.welcome_back")
    if len(done) == 1:
        return words.say("hub.last_time_one", label=done[0].label)
    return words.say("hub.last_time", count=len(done), label=done[-1].label)


def _hub(sitting: Sitting) -> str:
    """The hub's page; gives the door that was chosen, or nothing."""
    here = sitting.look()
    then = _next(sitting)
    options = (*_first_door(sitting, then), *_sections(sitting), *_last_doors(sitting))
    ask = Ask(
        "one",
        words.say("hub.ask"),
        ask_builder.head(here),
        options,
        note=sitting.said,
        hint=words.say("hub.next", question=ask_builder.wording(then))
        if then
        else words.say("hub.all_answered"),
        help=((words.say("hub.help.title"), words.say("hub.help.text")), *ask_builder.nevers()),
        value=ON if then else MAKE if sitting.make else REVIEW,
        can=frozenset({"help", "go_to", "leave"}) | ({"back"} if sitting.trail else frozenset()),
        place="?hub",
    )
    reply = sitting.ask(ask)
    if isinstance(reply, Back):
        raise Gone(last_page(sitting))
    return str(reply.value) if isinstance(reply, Answer) else ""


def _first_door(sitting: Sitting, then: Turn | None) -> tuple[Option, ...]:
    if then is None:
        return ()
    return (Option(ON, words.say("hub.on_unfinished" if _half_turn(sitting) else "hub.on")),)


def _sections(sitting: Sitting) -> tuple[Option, ...]:
    titles = {section.section: section.title for section in sitting.toolkit.sections}
    return tuple(
        Option(each.id, f"{titles[each.id]}: {state(each)}{essential(each)}")
        for each in progress.standings(sitting.here)
        if each.questions
    )


def _counts(sitting: Sitting) -> dict[str, object]:
    """How many questions the two paths have: flows of one's own may be shorter."""
    questions = sitting.toolkit.questions.values()
    return {"all": len(questions), "essential": sum(each.essential for each in questions)}


def _last_doors(sitting: Sitting) -> list[Option]:
    doors = [Option(REVIEW, words.say("hub.review"), apart=True)]
    if count := len(sitting.here.set_aside):
        doors.append(Option(ASIDE, words.say("hub.aside", count=count), apart=True))
    if sitting.make:
        doors.append(Option(MAKE, words.say("hub.make"), apart=True))
    other = "full" if sitting.draft.path == "quick" else "quick"
    doors.append(Option(PATH, words.say(f"hub.path_{other}", **_counts(sitting)), apart=True))
    doors.append(Option(LEAVE, words.say("hub.leave"), apart=True))
    return doors


def _next(sitting: Sitting) -> Turn | None:
    """Where going on leads: to what was being typed, else behind what was asked last, else to the first gap."""
    if half := _half_turn(sitting):
        return half
    last = sitting.last or _last_time(sitting)
    if last is not None:
        return walk.next_open(sitting.here, last, wrap=True)
    return walk.first_open(sitting.here)


def _half_turn(sitting: Sitting) -> Turn | None:
    """The turn whose words are not finished, the newest first."""
    for place in reversed(sitting.half):
        place = place.partition("?")[0]
        for turn in sitting.here.turns:
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


def _open(sitting: Sitting, door: str) -> None:
    match door:
        case "":
            return
        case _ if door == ON:
            walk_from(sitting, _next(sitting))
        case _ if door == REVIEW:
            review(sitting)
        case _ if door == ASIDE:
            show_set_aside(sitting)
        case _ if door == MAKE:
            if sitting.make:
                sitting.make(sitting)
        case _ if door == PATH:
            choose_path(sitting)
        case _ if door == LEAVE:
            raise Left
        case _:
            _open_section(sitting, door)


def _open_section(sitting: Sitting, key: str) -> None:
    """Picked sections go on at their first gap; complete ones open for review."""
    gap = next((turn for turn in walk.of_section(sitting.here, key) if sitting.here.is_open(turn)), None)
    if gap is not None:
        walk_from(sitting, gap)
    else:
        review_section(sitting, next(each for each in sitting.toolkit.sections if each.section == key))
