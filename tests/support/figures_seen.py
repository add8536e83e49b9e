"""What a figure draws from a draft, and the words behind its marks."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.support.markers import plain
from wizard.document import printed_plan
from wizard.document.letters.letters import Letters
from wizard.document.options import DocumentOptions
from wizard.document.placeholders import Mark
from wizard.document.view.whole import view_of
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.interview.survey import survey
from wizard.storage.draft import Draft

DRAWABLE = frozenset(map(chr, range(32, 0x3000)))
SHIPPED: Toolkit = toolkits.load()


@dataclass
class Plan:
    """A draft that grows item by item, and what is drawn from it."""

    draft: Draft = field(default_factory=lambda: Draft(path="full"))
    options: DocumentOptions = field(default_factory=DocumentOptions)

    def add(self, path: str, **said: Any) -> str:
        """A new item with some of its fields; its id."""
        ident = self.draft.add(path, path.rpartition(".")[2].replace("_", ""))
        for name, value in said.items():
            self.draft.put(f"{path}.{ident}.{name}", value)
        return ident

    def drawn(self, name: str) -> Any:
        view, self.answers = view_of(survey(SHIPPED, self.draft), options=self.options)
        return view.figures[name]

    def read(self, value: Any) -> Any:
        """The words of a mark, of marks in tuples, or of what a record is called."""
        if isinstance(value, Mark):
            return plain(self.answers.fill(f"<p>{value}</p>", Letters(DRAWABLE))).strip()
        if isinstance(value, tuple | list):
            return tuple(map(self.read, value))
        return self.read(value.name) if hasattr(value, "name") else value

    def page(self) -> str:
        return printed_plan.printed_plan(survey(SHIPPED, self.draft), options=self.options).html

    def told(self, name: str) -> str:
        """The words of the figure on its page; empty where it does not stand."""
        return " ".join(plain(figure_on(self.page(), name)).split())


def figure_on(page: str, name: str) -> str:
    """The HTML of one figure; empty where it does not stand."""
    start = page.find(f'<div class="figure figure-{name}">')
    if start < 0:
        return ""
    depth = 0
    for tag in re.compile(r"<(/?)div\b").finditer(page, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return page[start : tag.start()]
    raise AssertionError(name)
