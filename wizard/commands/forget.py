"""`partnership forget FILE`: clears what this computer keeps privately about a plan; never the plan."""

from argparse import Namespace

from wizard import words
from wizard.errors import Problem
from wizard.storage.plan_id import plan_id_of
from wizard.storage.private.forgetting import forget as clear
from wizard.workspace.loading import raw_at
from wizard.workspace.opening import whose_is
from wizard.workspace.paths import path_of


def forget(asked: Namespace) -> int:
    """Removes backups, unfinished text and caches, and says how many files that were."""
    path = path_of(asked.file, asked.folder)
    plan_id = plan_id_of(raw_at(path))
    if plan_id is None:
        raise Problem("forget.no_id", file=path.name)
    whose = whose_is(path)
    if whose and whose.before:
        raise Problem("forget.whose", file=path.name, before=whose.before)
    count = clear(plan_id, path, whose.name if whose else "")
    print(words.say("forget.done", count=count, file=path.name))
    return 0
