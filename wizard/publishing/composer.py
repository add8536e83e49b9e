"""A composer: the child process in which plans become documents, with an end to its time and memory.

What waits for a document is small then. And a template of somebody's own may come from a stranger: a loop that does
not end, or a text that fills the memory, ends that process alone.
"""

from argparse import Namespace
from pathlib import Path

from wizard.errors import Problem
from wizard.publishing.child_process import MEMORY, SECONDS, ChildProcess
from wizard.publishing.composing import Composed
from wizard.publishing.options import PrintOptions

OWN_SECONDS = 30.0  # for one plan; the shipped template takes one
OWN_MEMORY = 1_000_000_000  # bytes; the shipped template takes a tenth


class Composer(ChildProcess):
    """Puts together documents with one set of options."""

    def __init__(self, asked: Namespace, options: PrintOptions) -> None:
        self._asked, self._options = asked, options
        self.ours = not options.is_own
        self.about = "document" if self.ours else "document.template"
        super().__init__("compose", memory=MEMORY if self.ours else OWN_MEMORY)

    def composed(self, plan: Path, seconds: float | None = None) -> Composed:
        """The document of a plan file. Problems: what template or plan have wrong, and when it takes too much."""
        limit = seconds or (SECONDS if self.ours else OWN_SECONDS)
        try:
            made: Composed = self.ask(plan.absolute(), self._asked, self._options, seconds=limit)
        except OSError as refused:
            if self.ours:
                raise
            raise Problem("document.template.stopped") from refused
        return made
