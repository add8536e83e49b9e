"""The list on a choosing page: a control of its own that scrolls, wraps and points."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout.controls import UIContent, UIControl

from wizard import words
from wizard.formatting.wrap import Row
from wizard.screen.choice_rows import HANG, NOWHERE, Line, column_for, rows_of
from wizard.screen.renderer import DIM
from wizard.sitting.ask import Option
from wizard.sitting.matching import same

MANY_ROWS = 10  # a leap in a list that is all in view
POINTER, NO_POINTER = "› ", "  "
POINTED = "class:pointed"


class ChoiceList(UIControl):
    """Options with a pointer. `pointed_at` counts in what is shown; NOWHERE is no pointer.

    `mark` is what stands before a label, in `mark_width` columns; `beside`: advice stands in the list, not below it.
    `header` draws the line above the list; without text there is none.
    """

    header: Callable[[int], Row] = staticmethod(lambda _width: ())

    def __init__(
        self,
        options: Sequence[Option],
        *,
        mark: Callable[[Option], str],
        mark_width: int = 0,
        beside: bool = False,
    ) -> None:
        self.mark = mark
        self.mark_width = mark_width
        self.beside = beside
        self.page = MANY_ROWS
        self._top = 0
        self.take(options)

    def take(self, options: Sequence[Option]) -> None:
        """Holds these options from now on, and shows them all."""
        self.options = options
        self.show(options)

    def show(self, options: Sequence[Option]) -> None:
        """Shows only these of its options, with no pointer."""
        self.shown = options
        self.pointed_at = NOWHERE
        self._rows: dict[tuple[int, bool], list[Line]] = {}  # by width, with or without advice

    # the pointer

    def pointed(self) -> Option | None:
        """What is pointed at."""
        return self.shown[self.pointed_at] if 0 <= self.pointed_at < len(self.shown) else None

    def point(self, value: Any) -> None:
        """Points at the option of a value, if it can be chosen."""
        for at, option in enumerate(self.shown):
            if same(option.value, value) and not option.off:
                self.pointed_at = at

    def move(self, step: int) -> None:
        """One option on or back, over what is off, around the ends."""
        count = len(self.shown)
        start = self.pointed_at if self.pointed_at != NOWHERE or step > 0 else 0
        self._to_first_of((start + step * distance) % count for distance in range(1, count + 1))

    def jump(self, at: int, step: int = 1) -> None:
        """To the option at a place, or the nearest that can be chosen, first in the direction of `step`."""
        if self.shown:
            at = max(0, min(len(self.shown) - 1, at))
            ahead, behind = range(at, len(self.shown)), range(at, -1, -1)
            self._to_first_of((*ahead, *behind) if step > 0 else (*behind, *ahead))

    def seek(self, fits: Callable[[Option], bool], step: int) -> bool:
        """To the next option that fits, `step` on from the pointer, around the end. False: there is none."""
        count = len(self.shown)
        places = ((self.pointed_at + distance) % count for distance in range(step, count + step))
        return self._to_first_of(at for at in places if fits(self.shown[at]))

    def _to_first_of(self, places: Iterable[int]) -> bool:
        at = next((at for at in places if not self.shown[at].off), NOWHERE)
        self.pointed_at = self.pointed_at if at == NOWHERE else at
        return at != NOWHERE

    # drawing: what a control owes its window

    def is_focusable(self) -> bool:
        return True

    def create_content(self, width: int, height: int | None) -> UIContent:
        """The rows that are in view, the pointed one always among them."""
        room = self.height(width) if height is None else height
        lines = self._fitting(width, room)
        drawn: list[Row] = []
        header = self.header(width)
        if header and (room > 3 or len(lines) < room):
            drawn.append(header)
            room -= 1
            if len(lines) < room:
                drawn.append(())
        drawn += self._in_view(lines, room)
        return UIContent(lambda at: list(drawn[at]), line_count=len(drawn), cursor_position=Point(0, 0))

    def height(self, width: int) -> int:
        """How many rows the list wants."""
        return len(self._lines(width, self.beside)) + self._header_rows(width)

    def _header_rows(self, width: int) -> int:
        return 2 if self.header(width) else 0

    def _lines(self, width: int, with_advice: bool) -> list[Line]:
        if (width, with_advice) not in self._rows:
            room = width - len(NO_POINTER) - self.mark_width
            column = column_for(self.options, room) if with_advice else None
            self._rows[width, with_advice] = rows_of(self.shown, room, 0 if self.mark_width else HANG, column)
        return self._rows[width, with_advice]

    def _fitting(self, width: int, room: int) -> list[Line]:
        """The rows; where all would not fit, without blank ones, then without advice."""
        lines: list[Line] = []
        for with_advice in (True, False) if self.beside else (False,):
            lines = self._lines(width, with_advice)
            for kept in (lines, [line for line in lines if line.at != NOWHERE]):
                if len(kept) + self._header_rows(width) <= room:
                    return kept
        return kept

    def _in_view(self, lines: list[Line], room: int) -> list[Row]:
        if len(lines) <= room:
            return self._drawn(lines)
        told = 2 if room >= 7 else 1 if room >= 4 else 0  # rows that say how many there are above and below
        self.page = room - told
        self._scroll(lines)
        view = lines[self._top : self._top + self.page]
        drawn = self._drawn(view)
        above = max(view[0].at, 0) if self._top else 0
        below = len(self.shown) - 1 - view[-1].at
        up = words.say("choice.above", count=above) if above else ""
        down = words.say("choice.below", count=below) if below else ""
        if told == 2:
            return [_dim(up), *drawn, _dim(down)]
        return [*drawn, _dim(" · ".join(part for part in (up, down) if part))] if told else drawn

    def _scroll(self, lines: list[Line]) -> None:
        """Moves the view no further than it must for the pointed option to be in it."""
        pointed = [number for number, line in enumerate(lines) if line.at == self.pointed_at] or [0]
        top = min(self._top, pointed[0])
        top = max(top, pointed[-1] - self.page + 1, 0)
        top = min(top, pointed[0], len(lines) - self.page)
        while 0 < top < pointed[0] and lines[top].at == lines[top - 1].at:
            top += 1  # the view begins with the first row of an option
        self._top = top

    def _drawn(self, lines: list[Line]) -> list[Row]:
        drawn: list[Row] = []
        before = NOWHERE
        for at, row in lines:
            drawn.append(self._led(at, row, is_first=at != before) if at != NOWHERE else ())
            before = at
        return drawn

    def _led(self, at: int, row: Row, *, is_first: bool) -> Row:
        """A row with what stands before it: the pointer and the mark, on the first row of an option."""
        option, is_pointed = self.shown[at], at == self.pointed_at
        pointer = POINTER if is_pointed and is_first else NO_POINTER
        mark = self.mark(option) if is_first and not option.off else ""
        lead = pointer + mark.ljust(self.mark_width)
        if not is_pointed:
            return (("", lead), *row)
        return (("class:pointer", lead), *((style or POINTED, text) for style, text in row))


def _dim(text: str) -> Row:
    return ((DIM, "  " + text),) if text else ()
