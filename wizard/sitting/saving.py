"""Answers put into the draft and saved before anything says so; where that fails, what can be done about it."""

from typing import Any

from wizard import words
from wizard.errors import Problem
from wizard.interview import defaults
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Ask, Option, Pages
from wizard.sitting.sitting import Sitting
from wizard.storage.draft import Draft

CHANGED = ("keep_both", "reload", "copy")
OTHERWISE = ("again", "copy", "go_on")


def store(sitting: Sitting, turn: Turn, value: Any) -> Pages[None]:
    """Puts an answer into the draft, moves what depended on it along, and saves."""
    before = sitting.here
    sitting.draft.put(turn.place, value)
    sitting.half.finish(turn.place)
    moved = defaults.moved(before, sitting.look(), turn)
    for moving, new in moved:
        sitting.draft.put(moving.place, new)
    if moved:
        sitting.look()
        labels = dict.fromkeys(each.part.label or each.question.label for each, _ in moved)
        sitting.note = words.say("saved.moved", labels=list(labels))
    _close_what_is_full(sitting, turn)
    yield from _saved(sitting, turn.question.id)


def save(sitting: Sitting, question: str = "") -> Pages[None]:
    """Saves a draft that was changed in another way than by an answer."""
    sitting.look()
    yield from _saved(sitting, question)


def _close_what_is_full(sitting: Sitting, turn: Turn) -> None:
    """An open point of a whole entry or grid goes with the last answer in it."""
    whole = f"{turn.part.list}.{turn.item}" if turn.item else turn.part.slot if turn.row else ""
    if sitting.draft.point(whole) is None:
        return
    inside = [each.place for each in sitting.here.turns if each.place.startswith(f"{whole}.")]
    if all(sitting.draft.get(place) is not None for place in inside):
        sitting.draft.close(whole)
        sitting.look()


def _saved(sitting: Sitting, question: str) -> Pages[None]:
    """Saves the whole draft; when that fails, says so and asks what to do, and nothing is lost."""
    if question:
        sitting.keep.done(question)
    while True:
        try:
            sitting.keep.save(_to_save(sitting))
        except Problem as problem:
            sitting.unsaved = True
            if not (yield from _after_trouble(sitting, problem)):
                sitting.look()
                return
        else:
            sitting.unsaved = False
            sitting.half.keep_all()
            sitting.note = sitting.note or words.say("saved.plainly")
            return


def _to_save(sitting: Sitting) -> Draft:
    """The draft without entries that were only begun: an entry is saved with its first answer."""
    draft = sitting.draft
    begun = [
        (path, item["id"])
        for path in sitting.toolkit.lists
        for item in draft.items(path)
        if draft.is_only_begun(path, item)
    ]
    if not begun:
        return draft
    saved = draft.snapshot()
    for path, ident in begun:
        saved.remove(path, ident)
    return saved


def _after_trouble(sitting: Sitting, problem: Problem) -> Pages[bool]:
    """Asks what to do, and does it; True to save again, False to go on with the draft as it is now."""
    ways = CHANGED if problem.key == "store.changed_outside" else OTHERWISE
    while True:
        reply = yield _trouble(sitting, problem, ways)
        if not isinstance(reply, Answer):
            continue
        way = str(reply.value)
        if way == "go_on":
            sitting.note = words.say("trouble.go_on.done")
            return False
        try:
            again = sitting.keep.after_trouble(way, sitting.draft)
        except Problem as another:
            problem = another
            continue
        sitting.note = "" if way == "again" else words.say(f"trouble.{way}.done")
        sitting.unsaved = again
        return again


def _trouble(sitting: Sitting, problem: Problem, ways: tuple[str, ...]) -> Ask:
    """One sentence that says what is wrong, and what can be done; the answers stay in memory meanwhile."""
    return Ask(
        "one",
        words.say("trouble.ask"),
        ask_builder.head(sitting.here),
        tuple(
            Option(way, words.say(f"trouble.{way}.label"), words.say(f"trouble.{way}.advice")) for way in ways
        ),
        hint=words.of(problem),
        value=ways[0],
        can=frozenset({"leave"}),
        place="?trouble",
    )
