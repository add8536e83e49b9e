"""The hub: the front door, and the place one returns to. Sections with their state, and the doors."""

from wizard import words
from wizard.interview import progress, walk
from wizard.interview.survey import Turn
from wizard.terminal import asking
from wizard.terminal.going import state
from wizard.terminal.reviewing import review, review_section, show_set_aside
from wizard.terminal.seam import Answer, Ask, Nevers, Option
from wizard.terminal.sitting import Left, Sitting
from wizard.terminal.walking import show_nevers, walk_from

ON, REVIEW, ASIDE, MAKE, PATH, LEAVE = (
    "\x00on",
    "\x00review",
    "\x00aside",
    "\x00make",
    "\x00path",
    "\x00leave",
)
CAN = frozenset({"help", "leave"})


def sit(sitting: Sitting) -> None:
    """A whole sitting, from the front door until the person leaves (Left is raised)."""
    if sitting.draft.path is None:
        choose_path(sitting)
        walk_from(sitting, walk.first_open(sitting.here))
    else:
        sitting.said = _welcome_back(sitting)
    while True:
        _open(sitting, _hub(sitting))


def choose_path(sitting: Sitting) -> None:
    """The first page: the one rule, and the quick or the full plan. Can be changed any time from the hub."""
    outline = sitting.toolkit.outline
    options = tuple(
        Option(path, words.say(f"path.{path}.label"), words.say(f"path.{path}.advice"))
        for path in ("quick", "full")
    )
    ask = Ask(
        "one",
        words.say("path.ask"),
        asking.head(sitting.here),
        options,
        card=outline.one_rule,
        hint=words.say("path.hint"),
        value=sitting.draft.path or "quick",
        help=(
            (words.say("path.help.title"), words.say("path.help.text")),
            (words.say("help.nevers.title"), words.say("help.nevers.text")),
        ),
        can=CAN if sitting.draft.path is None else CAN | {"back"},
    )
    reply = sitting.ask(ask)
    if isinstance(reply, Nevers):
        show_nevers(sitting)
        choose_path(sitting)
    elif isinstance(reply, Answer):
        sitting.draft.path = reply.value
        sitting.save()


def _welcome_back(sitting: Sitting) -> str:
    done = [
        sitting.toolkit.questions[each]
        for each in sitting.keep.last_time()
        if each in sitting.toolkit.questions
    ]
    if not done:
        return ""
    if len(done) == 1:
        return words.say("hub.last_time_one", label=done[0].label)
    return words.say("hub.last_time", count=len(done), label=done[-1].label)


def _hub(sitting: Sitting) -> str:
    here = sitting.look()
    standings = progress.standings(here)
    options = list(_first_doors(sitting))
    for standing in standings:
        if standing.questions:
            title = next(each.title for each in sitting.toolkit.sections if each.section == standing.id)
            essential = _essential(standing)
            options.append(Option(standing.id, f"{title}: {state(standing)}{essential}"))
    options += _last_doors(sitting)
    ask = Ask(
        "one",
        words.say("hub.ask"),
        asking.head(here),
        tuple(options),
        note=sitting.note(),
        hint=_hint(sitting),
        help=((words.say("hub.help.title"), words.say("hub.help.text")), _nevers()),
        value=ON,
        can=CAN,
    )
    reply = sitting.ask(ask)
    if isinstance(reply, Nevers):
        show_nevers(sitting)
        return _hub(sitting)
    return str(reply.value) if isinstance(reply, Answer) else ""


def _essential(standing: progress.Standing) -> str:
    count = len(standing.essential_open)
    if not count or standing.state == progress.NOT_STARTED:
        return ""
    return words.say("state.essential_open" if count > 1 else "state.essential_one", count=count)


def _hint(sitting: Sitting) -> str:
    then = _next(sitting)
    if then is None:
        return words.say("hub.all_answered")
    return words.say("hub.next", question=asking.wording(then))


def _nevers() -> tuple[str, str]:
    return words.say("help.nevers.title"), words.say("help.nevers.text")


def _first_doors(sitting: Sitting) -> list[Option]:
    if sitting.unfinished:
        return [Option(ON, words.say("hub.on_unfinished"))]
    if _next(sitting) is None:
        return []
    return [Option(ON, words.say("hub.on"))]


def _last_doors(sitting: Sitting) -> list[Option]:
    doors = [Option(REVIEW, words.say("hub.review"), apart=True)]
    if sitting.here.set_aside:
        doors.append(Option(ASIDE, words.say("hub.aside", count=len(sitting.here.set_aside)), apart=True))
    if sitting.make:
        doors.append(Option(MAKE, words.say("hub.make"), apart=True))
    other = "full" if sitting.draft.path == "quick" else "quick"
    doors.append(Option(PATH, words.say(f"hub.path_{other}"), apart=True))
    doors.append(Option(LEAVE, words.say("hub.leave"), apart=True))
    return doors


def _next(sitting: Sitting) -> Turn | None:
    """Where going on leads: what was being typed, else the next open turn ahead, else the first gap."""
    if sitting.unfinished:
        place = sitting.unfinished[0]
        for turn in sitting.here.turns:
            if place == turn.place or place.startswith(f"{turn.place}."):
                return turn
    if sitting.last is not None:
        return walk.next_open(sitting.here, sitting.last, wrap=True)
    return walk.first_open(sitting.here)


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
        sitting.last = None
        walk_from(sitting, gap)
    else:
        review_section(sitting, next(each for each in sitting.toolkit.sections if each.section == key))
