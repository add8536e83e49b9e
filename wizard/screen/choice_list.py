"""Repairs for questionary's select and checkbox, put on from outside: one list that scrolls, wraps and finds.

questionary 2.1.1 cuts long labels, leaves what is off reachable while searching (and can hang there), knows
no accents, no PgUp and no state in which nothing is pointed at yet. Its question and application stay; the
list inside is given this class instead.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from prompt_toolkit.application import application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout.controls import UIContent
from questionary import Choice, Question
from questionary.prompts.common import InquirerControl

from wizard import words
from wizard.formatting.wrap import Row, cells, line, pieces
from wizard.sitting.matching import folded, same

NOWHERE = -1
MANY_ROWS = 10  # a leap in a list that is all in view
HANG = 2  # columns; where no mark shows where an entry begins
POINTER, NO_POINTER = "› ", "  "
DIM, POINTED = "class:dim", "class:pointed"


@dataclass(frozen=True)
class Entry:
    """One line of a list as it is drawn; `value` is what choosing it means."""

    value: Any
    label: str
    aside: str = ""  # stands behind the label in a column of its own, or below it
    off: str = ""
    apart: bool = False
    always: bool = False  # stays when the list is narrowed
    bare: bool = False  # has no mark before it


class Options(InquirerControl):
    """questionary's list, repaired. `pointed_at` counts in what is found; NOWHERE is no pointer.

    `has_moved`: the pointer was moved since the last searched letter. `sought`: the letters it was moved by.
    """

    def begin(self, entries: list[Entry], *, finds: bool = False, marks: int = 0) -> None:
        """Takes over a list that questionary made. `marks` is the width of what stands before a label."""
        self.finds = finds
        self.mark_width = marks
        self.text = self._get_choice_tokens
        self.find = ""
        self.top = 0
        self.page = MANY_ROWS
        self.take(entries)
        self.pointed_at = NOWHERE

    def take(self, entries: list[Entry]) -> None:
        """Other entries: an own word was added."""
        self.entries = entries
        self.choices = [Choice(line(entry.label), value=at) for at, entry in enumerate(entries)]
        self._laid_out: dict[tuple[int, bool], list[tuple[int, Row]]] = {}  # by width, with or without asides
        self.narrow(self.find)

    # what is found and pointed at

    @property
    def filtered_choices(self) -> list[Choice]:
        """What is found, as questionary calls it."""
        return [self.choices[at] for at in self.found]

    def narrow(self, find: str) -> None:
        """Shows only what holds the searched letters, and points at the first of it."""
        self.find = find
        self.found = [at for at, entry in enumerate(self.entries) if entry.always or _holds(entry, find)]
        self._laid_out = {}
        self.pointed_at = NOWHERE
        if find:
            self.jump(0)
        self.has_moved, self.sought = False, ""

    def hits(self, more: str = "") -> int:
        """How many entries hold the searched letters, or these with more behind them."""
        return sum(_holds(entry, self.find + more) for entry in self.entries if not entry.always)

    def entry(self) -> Entry | None:
        """What is pointed at."""
        return self.entries[self.found[self.pointed_at]] if 0 <= self.pointed_at < len(self.found) else None

    def point(self, value: Any) -> None:
        """Points at the entry of a value, if it can be chosen."""
        for at, index in enumerate(self.found):
            entry = self.entries[index]
            if same(entry.value, value) and not entry.off:
                self.pointed_at = at

    def move(self, step: int) -> None:
        """One entry on or back, over what is off, around the ends."""
        self.has_moved, self.sought = True, ""
        count = len(self.found)
        start = self.pointed_at if self.pointed_at != NOWHERE or step > 0 else 0
        for distance in range(1, count + 1):
            at = (start + step * distance) % count
            if not self.entries[self.found[at]].off:
                self.pointed_at = at
                return

    def seek(self, letter: str) -> None:
        """To the next entry that begins with a letter, or with all the letters since the pointer was moved."""
        whole = self.sought + letter
        if self.sought and self._goes_to(whole, 0):
            self.sought = whole
        else:
            self.sought = letter if self._goes_to(letter, 1) else ""

    def _goes_to(self, letters: str, step: int) -> bool:
        count = len(self.found)
        for at in ((self.pointed_at + distance) % count for distance in range(step, count + step)):
            entry = self.entries[self.found[at]]
            if not entry.off and folded(line(entry.label)).startswith(folded(letters)):
                self.pointed_at = at
                return True
        return False

    def jump(self, at: int, step: int = 1) -> None:
        """To the entry at a place, or the nearest that can be chosen."""
        self.has_moved, self.sought = True, ""
        if not self.found:
            return
        at = max(0, min(len(self.found) - 1, at))
        ahead = range(at, len(self.found)) if step > 0 else range(at, -1, -1)
        behind = range(at, -1, -1) if step > 0 else range(at, len(self.found))
        for place in (*ahead, *behind):
            if not self.entries[self.found[place]].off:
                self.pointed_at = place
                return

    # drawing

    def mark(self, entry: Entry) -> str:  # noqa: ARG002 — for the kinds that mark
        """What stands before a label: a box, a number. Kinds that mark override it."""
        return ""

    def search_row(self, width: int) -> Row:
        """The line above a list that can be narrowed."""
        if not self.find:
            return ((DIM, "  " + words.say("choice.find")),)
        hits = self.hits()
        found = words.say("choice.found", count=hits) if hits else words.say("choice.nothing")
        room = max(width - cells(found) - 5, width // 2)
        typed = self.find if cells(self.find) <= room else "…" + self.find[1 - room :]
        return (("", f"  {typed}"), (DIM, f"   {found}"))

    def rows(self, width: int, *, asides: bool = True) -> list[tuple[int, Row]]:
        """Every row of the list: (place in what is found, its text without the pointer)."""
        if (width, asides) not in self._laid_out:
            column, hang = self._column(width), 0 if self.mark_width else HANG
            rows: list[tuple[int, Row]] = []
            for at, index in enumerate(self.found):
                entry = self.entries[index] if asides else replace(self.entries[index], aside="")
                if entry.apart and rows and not self.entries[self.found[at - 1]].apart:
                    rows.append((NOWHERE, ()))
                rows += [(at, row) for row in lay_out(entry, width - 2 - self.mark_width, column, hang)]
            self._laid_out[width, asides] = rows
        return self._laid_out[width, asides]

    def _fitting(self, width: int, room: int) -> list[tuple[int, Row]]:
        """The rows; where all would not fit, without blank ones, then without what stands beside the labels."""
        kept: list[tuple[int, Row]] = []
        for asides in (True, False):
            rows = self.rows(width, asides=asides)
            for kept in (rows, [row for row in rows if row[0] != NOWHERE]):
                if len(kept) + 2 * self.finds <= room:
                    return kept
        return kept

    def height(self, width: int) -> int:
        """How many rows the list wants."""
        return len(self.rows(width)) + 2 * self.finds

    def create_content(self, width: int, height: int | None) -> UIContent:
        """The rows that are in view, the pointed one always among them."""
        room = self.height(width) if height is None else height
        rows = self._fitting(width, room)
        shown: list[Row] = []
        if self.finds and (room > 3 or len(rows) < room):
            shown.append(self.search_row(width))
            room -= 1
        if len(rows) < room and shown:
            shown.append(())
        shown += self._in_view(rows, room)
        return UIContent(
            get_line=lambda at: list(shown[at]), line_count=len(shown), cursor_position=Point(0, 0)
        )

    def _in_view(self, rows: list[tuple[int, Row]], room: int) -> list[Row]:
        if len(rows) <= room:
            return self._drawn(rows)
        marks = 2 if room >= 7 else 1 if room >= 4 else 0
        inner = self.page = room - marks
        pointed = [number for number, (at, _) in enumerate(rows) if at == self.pointed_at] or [0]
        self.top = min(self.top, pointed[0])
        self.top = max(self.top, pointed[-1] - inner + 1, 0)
        self.top = min(self.top, pointed[0], len(rows) - inner)
        while 0 < self.top < pointed[0] and rows[self.top][0] == rows[self.top - 1][0]:
            self.top += 1  # the view begins with the first row of an entry
        view = rows[self.top : self.top + inner]
        drawn = self._drawn(view)
        first, last = view[0][0], view[-1][0]
        above = max(first, 0) if self.top else 0
        below = len(self.found) - 1 - last
        up = words.say("choice.above", count=above) if above else ""
        down = words.say("choice.below", count=below) if below else ""
        if marks == 2:
            return [_dim(up), *drawn, _dim(down)]
        return [*drawn, _dim(" · ".join(part for part in (up, down) if part))] if marks else drawn

    def _drawn(self, rows: list[tuple[int, Row]]) -> list[Row]:
        drawn: list[Row] = []
        before = NOWHERE
        for at, row in rows:
            if at == NOWHERE:
                drawn.append(())
                before = at
                continue
            entry = self.entries[self.found[at]]
            first = at != before
            pointed = at == self.pointed_at
            mark = self.mark(entry) if first else ""
            mark = mark.ljust(0 if entry.bare else self.mark_width)
            lead = (POINTER if pointed and first else NO_POINTER) + mark
            drawn.append((("class:pointer" if pointed else "", lead), *(_lit(row) if pointed else row)))
            before = at
        return drawn

    def _column(self, width: int) -> int:
        with_aside = [entry for entry in self.entries if entry.aside]
        if not with_aside:
            return 0
        label = max(cells(line(entry.label)) for entry in with_aside)
        aside = max(cells(line(entry.aside)) for entry in with_aside)
        room = width - 2 - self.mark_width
        if label + 3 + aside <= room:
            return label + 3
        return room - aside if aside <= room // 2 else 0


def lay_out(entry: Entry, width: int, column: int, hang: int) -> list[Row]:
    """The rows of one entry; what does not fit behind the label hangs below it, moved in by `hang`."""
    label, width = line(entry.label), max(width, 4 + hang)
    if entry.off:
        return [((DIM, row),) for row in hanging(f"{label} ({line(entry.off)})", width, hang)]
    if not entry.aside:
        return [(("", row),) for row in hanging(label, width, hang)]
    if column:
        rows = [row.rstrip() for row in pieces(label, column - 2)]
        gap = " " * (column - cells(rows[0]))
        return [(("", rows[0]), (DIM, gap + line(entry.aside))), *((("", row),) for row in rows[1:])]
    below = [((DIM, "  " + row.rstrip()),) for row in pieces(line(entry.aside), width - 2)]
    return [*((("", row.rstrip()),) for row in pieces(label, width)), *below]


def _holds(entry: Entry, find: str) -> bool:
    return folded(find) in folded(line(entry.label))


def hanging(text: str, width: int, hang: int) -> list[str]:
    """A text in rows, all but the first moved in: so one sees where the next entry begins."""
    first = pieces(text, width)[0]
    rest = text[len(first) :]
    return [first.rstrip(), *(" " * hang + row.rstrip() for row in pieces(rest, width - hang) if rest)]


def mend(question: Question, cls: type[Options]) -> Options:
    """Gives the list inside a questionary question the repaired class."""
    windows = question.application.layout.find_all_windows()
    found = next(window.content for window in windows if isinstance(window.content, InquirerControl))
    found.__class__ = cls
    return cast(Options, found)


def load_keys_once() -> None:
    """Lets all prompts of a sitting share prompt_toolkit's own key bindings, which never change.

    A select alone builds them three times; that is most of the time between an answer and the next page.
    """
    if not hasattr(application, "_wizard_loads_keys_once"):
        application.load_key_bindings = cache(application.load_key_bindings)  # type: ignore[attr-defined]
        application._wizard_loads_keys_once = True  # type: ignore[attr-defined]


def _dim(text: str) -> Row:
    return ((DIM, "  " + text),) if text else ()


def _lit(row: Row) -> Row:
    return tuple((POINTED if style == "" else style, text) for style, text in row)
