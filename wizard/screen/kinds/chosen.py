"""What the choosing kinds share: a list with a pointer, arrow keys, finding, advice below."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.filters import Condition, to_filter
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Window

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import Row, line, wrapped
from wizard.screen.choice_list import Entry, Options, mend
from wizard.screen.kinds.prompt import Lines, Outcome, OwnWords, Prompt
from wizard.sitting import ways
from wizard.sitting.ask import Ask, Option
from wizard.sitting.matching import same

if TYPE_CHECKING:
    from wizard.screen.page import Page

MANY = 10  # options; with more, typing narrows the list
ADVICE_ROWS = 3
HELD = 6  # rows of a list that stay in view whatever else wants room


class Chosen(Prompt):
    """A list. `by_value` finds the option behind an entry; own words have none."""

    is_list = True
    marks = 0
    options_class: type[Options] = Options

    def __init__(self, ask: Ask, lines: Lines) -> None:
        super().__init__(ask, lines)
        self.question = self._question(lines)
        self.control = mend(self.question, self.options_class)
        self.control.focusable = to_filter(True)
        self.found_it = False  # what was searched for was marked: the next letter begins a new search
        self.own: list[dict[str, str]] = []  # words of one's own
        for value in ask.value if isinstance(ask.value, (list, tuple)) else [ask.value]:
            self._add_own(value)
        self.control.begin(self.entries(), finds=self.finds(), marks=self.marks)
        self.window = Window(self.control, always_hide_cursor=True)
        self._advised: tuple[int, int] = (0, 0)

    def _question(self, lines: Lines) -> questionary.Question:
        return questionary.select(
            "",
            choices=["-"],
            qmark="",
            use_jk_keys=False,
            use_emacs_keys=False,
            input=lines.source,
            output=lines.output,
        )

    # what a kind says

    def entries(self) -> list[Entry]:
        """The lines of the list: the options, own words before the option that asks for them."""
        return [entry for option in self.ask.options for entry in self._with_own(option)]

    def finds(self) -> bool:
        """Whether typing narrows the list."""
        return len(self.ask.options) > MANY

    @abstractmethod
    def on_enter(self, page: Page) -> Outcome | None:
        """What Enter means now. Raises Unfit."""

    def on_letter(self, letter: str, page: Page) -> None:  # noqa: ARG002 — for kinds whose letters do more
        """A letter where typing does not narrow the list."""
        self.control.seek(letter)

    def on_clear(self, page: Page) -> None:
        """Backspace or Delete with nothing to find."""

    # what the page asks

    def bind(self, bindings: KeyBindings, page: Page) -> None:
        bindings.add(Keys.Any, eager=True)(lambda event: self._on_any(event, page))
        bindings.add(Keys.BracketedPaste, eager=True)(lambda event: self._find(event.data.strip(), page))
        for key in ("enter", "c-j"):
            bindings.add(key, eager=True)(lambda event: self._on_enter(event, page))
        bindings.add("c-d", eager=True)(lambda _: None)
        for key in ("backspace", "delete"):
            bindings.add(key, eager=True)(lambda event: self._on_rub(event, page))
        for key, step in (("up", -1), ("down", 1)):
            bindings.add(key, eager=True)(lambda _, step=step: self._move(step, page))
        bindings.add("home", eager=True)(lambda _: self._jump(0, 1, page))
        bindings.add("end", eager=True)(lambda _: self._jump(len(self.control.found), -1, page))
        menu = Condition(lambda: ways.has_menu(self.ask.can))
        bindings.add("/", eager=True, filter=menu)(
            lambda event: None if page.guard.is_hurried(event) else page.leave(ways.MENU)
        )

    def wants(self, width: int, height: int) -> tuple[int, int]:  # noqa: ARG002
        rows = self.control.height(width)
        return min(rows, HELD), rows

    def below(self, width: int) -> tuple[Row, ...]:
        room = self._advice_rows(width)
        if not room:
            return ()
        option = self.option(self.control.entry())
        rows = wrapped(option.advice, width - 2)[:room] if option and option.advice else ()
        shown = tuple((("class:dim", "  " + row),) for row in rows)
        return ((), *shown, *(() for _ in range(room - len(shown))))

    def scroll(self, rows: int) -> None:
        step = self.control.page if rows > 0 else -self.control.page
        self.control.jump(max(self.control.pointed_at, 0) + step, 1 if rows > 0 else -1)

    def check_found(self) -> None:
        """Raises Unfit when what was typed finds nothing: Enter then means no answer at all."""
        if self.control.find and self.control.entry() is None:
            raise Unfit("choice.none_found")

    # options and own words

    def option(self, entry: Entry | None) -> Option | None:
        """The option an entry stands for; None for own words."""
        if entry is None:
            return None
        return next((option for option in self.ask.options if same(option.value, entry.value)), None)

    def asks_words(self, entry: Entry | None) -> OwnWords | None:
        """What to ask when an entry wants words of one's own."""
        option = self.option(entry)
        if option is None or not option.words:
            return None
        return OwnWords(option.label, "" if self.control.hits() else self.control.find.strip())

    def _add_own(self, value: Any) -> bool:
        if not (isinstance(value, dict) and set(value) == {"other"}):
            return False
        if value not in self.own and not any(same(option.value, value) for option in self.ask.options):
            self.own.append(value)
        return True

    def _with_own(self, option: Option) -> list[Entry]:
        first = next((each for each in self.ask.options if each.words), None)
        own = [Entry(value, value["other"], always=True) for value in self.own] if option is first else []
        aside = option.advice if self.ask.kind == "list" else ""
        return [*own, Entry(option.value, option.label, aside, option.off, option.apart, option.words)]

    def _advice_rows(self, width: int) -> int:
        """The same room for every advice, so that nothing jumps while the pointer moves."""
        if self._advised[0] != width:
            heights = [len(wrapped(each.advice, width - 2)) for each in self.ask.options if each.advice]
            self._advised = width, min(max(heights, default=0), ADVICE_ROWS)
        return self._advised[1]

    # keys

    def _on_enter(self, event: KeyPressEvent, page: Page) -> None:
        if page.guard.lets_pass(event):
            page.decide(lambda: self.on_enter(page))

    def _on_any(self, event: KeyPressEvent, page: Page) -> None:
        if not event.data.isprintable() or not event.data:
            return
        if self.finds():
            self._find(event.data, page)
        elif page.guard.lets_pass(event):
            page.message = ""
            self.on_letter(event.data, page)

    def _on_rub(self, event: KeyPressEvent, page: Page) -> None:
        page.message = ""
        self.found_it = False
        if self.control.find:
            self.control.narrow(self.control.find[:-1])
        elif page.guard.lets_pass(event):
            self.on_clear(page)

    def _find(self, text: str, page: Page) -> None:
        if self.finds():
            page.message = ""
            before = "" if self.found_it else self.control.find
            self.found_it = False
            self.control.narrow(line(before + text) if text.strip() else before + " ")

    def _move(self, step: int, page: Page) -> None:
        page.message = ""
        self.control.move(step)

    def _jump(self, at: int, step: int, page: Page) -> None:
        page.message = ""
        self.control.jump(at, step)

    def arrows(self) -> tuple[str, str]:
        """The footer's word for the arrow keys."""
        return "↑↓", words.say("choice.move")
