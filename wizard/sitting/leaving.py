"""The end of a sitting: whatever ends it, the answers are on the disk, and the farewell says where."""

import contextlib
from pathlib import Path

from wizard import words
from wizard.errors import Problem
from wizard.formatting.shell_word import renaming, shell_word
from wizard.sitting.ask import Front, Leave, Pages, Show
from wizard.sitting.loop import run, sit
from wizard.sitting.sitting import Sitting
from wizard.workspace.copies import twins_of
from wizard.workspace.plan_on_disk import PlanOnDisk

FORMAL = ("?reason", "?at", "?marks")  # what was chosen there, and no words


def until_left(front: Front, sitting: Sitting, keep: PlanOnDisk) -> Leave:
    """A whole sitting. Whatever ends it, the answers that are only in memory are put somewhere first."""
    try:
        leave = run(front, sitting.toolkit.outline, _remarks(keep)) or sit(front, sitting)
    except BaseException:
        if sitting.unsaved or not keep.holds(sitting.draft):
            sitting.unsaved = True
            text = _farewell(sitting, keep)
            with contextlib.suppress(OSError):  # the window may be what is gone
                front.say(text)
        raise
    front.say(_farewell(sitting, keep))
    return leave


def _remarks(keep: PlanOnDisk) -> Pages[None]:
    """What should be known about the plan's file, before anything is asked."""
    twins = [twin.name for twin in twins_of(keep.store)]
    beside = [Problem("sit.twin", file=keep.store.path.name, others=twins, count=len(twins))] if twins else []
    for remark in keep.store.remarks + beside:
        yield Show(words.say("store.remark"), words.of(remark))


def _farewell(sitting: Sitting, keep: PlanOnDisk) -> str:
    """Where everything is. What is not on the disk, or not any more, is put somewhere now."""
    plan = keep.store.path
    kept = plan if not sitting.unsaved and keep.in_place() else keep.rescue(sitting.draft)
    if kept is None:
        return words.say("sit.left_unsaved")
    return "\n".join(filter(None, (_begun(sitting, keep), _left(keep, kept))))


def _left(keep: PlanOnDisk, kept: Path) -> str:
    """Where the plan is, how to go on, and a better name for its file where its own was corrected."""
    plan = keep.store.path
    if kept != plan:
        return words.say("sit.left_beside", file=kept, plan=plan.name, typed=shell_word(kept))
    left = words.say("sit.left", file=kept, typed=shell_word(kept))
    better = keep.better_name()
    if better is None:
        return left
    return f"{left}\n{words.say('sit.rename', name=better.name, typed=renaming(plan, better))}"


def _begun(sitting: Sitting, keep: PlanOnDisk) -> str:
    """What is said of words that are not an answer yet."""
    texts = [
        text for place in sitting.half if not place.endswith(FORMAL) and (text := sitting.half.at(place))
    ]
    if not texts:
        return ""
    if keep.keeps_words():
        return words.say("sit.begun", count=len(texts))
    return words.say("sit.begun_lost", texts=texts)
