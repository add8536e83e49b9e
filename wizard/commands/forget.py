"""`partnership forget FILE`: clears what this computer keeps privately about a plan; never the plan."""

from argparse import Namespace

from wizard import words
from wizard.errors import Problem
from wizard.storage.plan_id import plan_id_of
from wizard.storage.private.forgetting import forget as clear
from wizard.workspace.loading import raw_at
from wizard.workspace.paths import path_of


def forget(asked: Namespace) -> int:
    """Removes backups, unfinished text and caches, and says how many files that were."""
    path = path_of(asked.file, asked.folder)
    plan_id = plan_id_of(raw_at(path))
    if plan_id is None:
        raise Problem("forget.no_id", file=path.name)
    print(words.say("forget.done", count=clear(plan_id, path), file=path.name))
    return 0
