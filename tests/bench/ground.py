"""What every number stands on: a folder of its own, an environment like a person's, and plans to open."""

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import count
from pathlib import Path

import wizard
from wizard.content import PACKAGE
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, Turn, survey
from wizard.storage import plan_file
from wizard.storage.draft import Draft, OpenPoint
from wizard.storage.store import Store
from wizard.workspace.opening import first_text
from wizard.workspace.plan_on_disk import PlanOnDisk

EXAMPLE = PACKAGE / "examples" / "two-rivers.plan.yaml"
# What would make every start compile all it loads, or find the caches of the person who measures.
NOT_TAKEN = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PARTNERSHIP_CACHE", "PARTNERSHIP_STATE")


class Ground:
    """A temporary folder that is also the home folder of everything measured."""

    def __init__(self, folder: Path, *, quick: bool) -> None:
        self.folder = folder
        self.quick = quick
        self._numbers = count(1)
        home = {"HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        self.environment = {name: value for name, value in kept.items() if name not in NOT_TAKEN} | home
        os.environ.update(home)
        for name in [*NOT_TAKEN, *(name for name in os.environ if name.startswith("XDG_"))]:
            os.environ.pop(name, None)
        # What was edited since the last start would be compiled by whoever comes first.
        subprocess.run([sys.executable, "-m", "compileall", "-q", str(PACKAGE)], check=True)

    def rounds(self, many: int) -> int:
        """How often to measure."""
        return max(many // 3, 1) if self.quick else many

    def script(self, lines: str) -> list[str]:
        """An ordinary Python script, started the way the wizard is."""
        return [sys.executable, "-P", "-c", lines]

    def wizard(self, *words: str | Path) -> list[str]:
        """The wizard itself, as `./run` starts it."""
        return [sys.executable, "-P", "-m", wizard.__name__, *map(str, words)]

    def fresh(self, suffix: str = ".plan.yaml") -> Path:
        """A path where nothing is yet."""
        return self.folder / f"plan-{next(self._numbers)}{suffix}"

    @cached_property
    def toolkit(self) -> Toolkit:
        return toolkits.load()

    def example(self) -> Draft:
        """The full example, to change as one likes."""
        return plan_file.draft_of(EXAMPLE.read_bytes(), EXAMPLE.name)

    def look(self, draft: Draft) -> Survey:
        return survey(self.toolkit, draft)

    def kept(self, draft: Draft) -> Path:
        """A plan file as the wizard leaves it at the end of a sitting."""
        path = self.fresh()
        start = replace(draft, plan_id=f"p-bench{next(self._numbers)}")
        store = Store.make_new(path, first_text(start))
        keep = PlanOnDisk(store, start)
        keep.save(start)
        keep.close()
        return path

    def open_only_at(self, turns: Iterable[Turn], draft: Draft) -> Draft:
        """The draft with holes at these turns and nowhere else, so that going on leads to the first of them."""
        holes = {turn.place for turn in turns}
        for place in holes:
            draft.put(place, None)
        here = self.look(draft)
        for turn in here.turns:
            if turn.place not in holes and here.is_open(turn):
                draft.open_points.append(OpenPoint(turn.place, "parked"))
        return draft
