"""What the choosing kinds share: a list with a pointer, arrow keys, typed letters, advice below."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, Window
from questionary import Question

from wizard import words
from wizard.formatting.wrap import Row, line, wrapped
from wizard.screen.choice_list import ChoiceList
from wizard.screen.kinds.prompt import Host, Lines, Outcome, OwnWords, Prompt
from wizard.screen.renderer import DIM
from wizard.screen.search import Search
from wizard.sitting import ways
from wizard.sitting.ask import Ask, Option
from wizard.sitting.matching import same

MANY = 10  # options; with more, the page says that typing finds one
ADVICE_ROWS = 3
HELD = 6  # rows of a list that stay in view whatever else wants room


class Chosen(Prompt):
    """A list of options to choose from. `own` are words of one's own from earlier, as options."""

    is_list = True
    mark_width = 0
    beside = False  # whether advice stands in the list

    def __init__(self, ask: Ask, lines: Lines) -> None:
        super().__init__(ask, lines)
        self.own: list[Option] = []
        for value in ask.value if isinstance(ask.value, (list, tuple)) else [ask.value]:
            self._add_own(value)
        self.choices = ChoiceList(
            self._options(), mark=self.mark, mark_width=self.mark_width, beside=self.beside
        )
        self.search = Search(self.choices, is_long=self.is_long(), keep=ask.keep)
        self.begin()
        if begun := ask.begun or ask.unfinished:
            self.search.find(line(begun))
        self.window = Window(self.choices, always_hide_cursor=True)
        self.question = Question(
            Application(layout=Layout(self.window), input=lines.source, output=lines.output)
        )

    # what a kind says

    def begin(self) -> None:
        """Points at what is pointed at first, while nothing is typed."""

    def mark(self, _option: Option) -> str:
        """What stands before a label: a box, a number."""
        return ""

    def is_long(self) -> bool:
        """Whether the page says that typing finds a line."""
        return len(self.ask.options) > MANY

    @abstractmethod
    def on_enter(self) -> Outcome | None:
        """What Enter means now. Raises Unfit."""

    def type(self, text: str, page: Host) -> None:  # noqa: ARG002 — a list's page may end with it
        """A letter or a paste."""
        self.search.type(text)

    def on_clear(self) -> str:
        """Backspace or Delete with nothing typed; returns what to say to it."""
        return ""

    # what the page asks

    def bind(self, bindings: KeyBindings, page: Host) -> None:
        bindings.add(Keys.Any, eager=True)(lambda event: self._on_any(event, page))
        bindings.add(Keys.BracketedPaste, eager=True)(lambda event: self._type(event.data, page))
        for key in ("enter", "c-j"):
            bindings.add(key, eager=True)(lambda event: self._on_enter(event, page))
        bindings.add("c-d", eager=True)(lambda _: None)
        for key in ("backspace", "delete"):
            bindings.add(key, eager=True)(lambda event: self._on_rub(event, page))
        bindings.add("c-u", eager=True)(lambda _: self._on_wipe(page))
        choices = self.choices
        for key, move in (
            ("up", lambda: choices.move(-1)),
            ("down", lambda: choices.move(1)),
            ("home", lambda: choices.jump(0)),
            ("end", lambda: choices.jump(len(choices.shown), -1)),
        ):
            bindings.add(key, eager=True)(lambda _, move=move: self._move(move, page))
        menu = Condition(lambda: ways.has_menu(self.ask.can) and self.is_blank())
        bindings.add("/", eager=True, filter=menu)(
            lambda event: self.type("/", page) if page.guard.is_hurried(event) else page.leave(ways.MENU)
        )

    def wants(self, width: int) -> tuple[int, int]:
        rows = self.choices.height(width)
        return min(rows, HELD), rows

    def below(self, width: int) -> tuple[Row, ...]:
        room = 0 if self.beside else self._advice_rows(width)
        if not room:
            return ()
        option = self.choices.pointed()
        rows = wrapped(option.advice, width - 2)[:room] if option and option.advice else ()
        shown = tuple(((DIM, "  " + row),) for row in rows)
        return ((), *shown, *(() for _ in range(room - len(shown))))

    def scroll(self, rows: int) -> None:
        step = self.choices.page if rows > 0 else -self.choices.page
        self.choices.jump(max(self.choices.pointed_at, 0) + step, 1 if rows > 0 else -1)

    def is_blank(self) -> bool:
        return not self.search.letters

    def insert(self, text: str) -> None:
        self.search.type(text)

    def wiping(self) -> tuple[tuple[str, str], ...]:
        """The footer's word for clearing what was typed, where something was."""
        return (("^U", words.say("choice.wipe")),) if self.search.letters else ()

    def arrows(self) -> tuple[str, str]:
        """The footer's word for the arrow keys."""
        return "↑↓", words.say("choice.move")

    # words of one's own

    def own_words(self, option: Option) -> OwnWords | None:
        """What to ask when an option wants words of one's own."""
        if not option.words:
            return None
        return OwnWords(option.label, self.search.letters.strip())

    def unused(self) -> str:
        return self.search.letters

    def resumed(self) -> OwnWords | None:
        """The page of words of one's own that were not finished."""
        option = next((each for each in self.ask.options if each.words), None)
        return OwnWords(option.label, self.ask.own) if option and self.ask.own else None

    def _add_own(self, value: Any) -> None:
        if isinstance(value, dict) and set(value) == {"other"}:
            known = any(same(option.value, value) for option in (*self.ask.options, *self.own))
            self.own += [] if known else [Option(value, value["other"])]

    def _options(self) -> list[Option]:
        """The options, and before the first that asks for words of one's own those that were given."""
        asking = next((option for option in self.ask.options if option.words), None)
        return [
            each
            for option in self.ask.options
            for each in ((*self.own, option) if option is asking else (option,))
        ]

    def _advice_rows(self, width: int) -> int:
        """The same room for every advice, so that nothing jumps while the pointer moves."""
        heights = (len(wrapped(each.advice, width - 2)) for each in self.ask.options if each.advice)
        return min(max(heights, default=0), ADVICE_ROWS)

    # keys

    def _on_enter(self, event: KeyPressEvent, page: Host) -> None:
        if page.guard.lets_pass(event):
            page.decide(self._enter)
        elif self.search.letters:
            self.search.type(" ")  # the end of a line amid a paste

    def _enter(self) -> Outcome | None:
        self.search.check()
        return self.on_enter()

    def _on_any(self, event: KeyPressEvent, page: Host) -> None:
        if event.data and event.data.isprintable():
            self._type(event.data, page)

    def _on_rub(self, event: KeyPressEvent, page: Host) -> None:
        page.message = ""
        if self.search.rub():
            self._shown_again()
        elif page.guard.lets_pass(event):
            page.message = self.on_clear()

    def _on_wipe(self, page: Host) -> None:
        page.message = ""
        self.search.find("")
        self._shown_again()

    def _shown_again(self) -> None:
        if not self.search.letters:
            self.begin()

    def _type(self, text: str, page: Host) -> None:
        if text.strip() or not self.is_blank():
            page.message = ""
            self.type(text, page)

    def _move(self, move: Callable[[], object], page: Host) -> None:
        page.message = ""
        move()
