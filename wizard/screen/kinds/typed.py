"""What the typed kinds share: text, long text, number and date are all a prompt one writes into."""

import re
from collections.abc import Callable
from typing import Any

import questionary
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Window
from prompt_toolkit.layout.processors import AfterInput, Processor, Transformation, TransformationInput

from wizard import words
from wizard.errors import Offered, Unfit
from wizard.formatting.wrap import line
from wizard.plan.clean import clean, typed, whole
from wizard.screen.kinds.prompt import Host, Lines, Outcome, Prompt
from wizard.screen.kinds.word_wrap import WordWrap, rows_of
from wizard.screen.renderer import DIM
from wizard.sitting import ways
from wizard.sitting.ask import Answer, Ask, Leave, Pass

# What steers a terminal, or turns around what is read.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Typed(Prompt):
    """A prompt of one line. Kinds say how an answer is written and how it is read."""

    multiline = False

    def __init__(self, ask: Ask, lines: Lines) -> None:
        super().__init__(ask, lines)
        self.earlier = "" if ask.value is None else ways.escaped(self.written(ask.value))
        self.question = questionary.text(
            "",
            default=self._safe(ask.begun or ask.unfinished or "") or self.earlier,
            qmark="",
            multiline=self.multiline,
            instruction="",
            validate_while_typing=False,
            input=lines.source,
            output=lines.output,
        )
        layout = self.question.application.layout
        control = layout.current_control
        assert isinstance(control, BufferControl)
        self.buffer: Buffer = control.buffer
        processors = control.input_processors
        assert processors is not None
        if ask.unit:
            processors.append(AfterInput("  " + line(ask.unit), style=DIM))
        processors += [Dimmed(lambda: self.is_offered), Seen(), WordWrap()]
        self.window = Window(control, wrap_lines=True, get_line_prefix=_lead)
        self._page: Host | None = None
        self.is_offered = (
            ask.suggested and self.buffer.text == self.earlier
        )  # until a key changes it or moves in it
        self.buffer.on_text_changed += self._on_change
        self.buffer.on_cursor_position_changed += self._on_move

    # what a kind says

    def written(self, value: Any) -> str:
        """How an earlier answer stands in the prompt."""
        return clean(str(value), lines=self.multiline)

    def read(self, text: str) -> Any:
        """What a text means. Raises Unfit."""
        return text

    # what the page asks

    def bind(self, bindings: KeyBindings, page: Host) -> None:
        self._page = page
        for key in ("enter", "c-j"):
            bindings.add(key, eager=True)(lambda event: self._on_enter(event, page))
        bindings.add(Keys.BracketedPaste, eager=True)(lambda event: self.paste(event.data))
        bindings.add(Keys.Any)(lambda event: self._on_any(event.data))
        for key in ("c-k", "c-l"):  # in a paste, the ends of lines and pages that other programs make
            bindings.add(key, eager=True)(lambda event: self._on_break(event, page))
        empty = Condition(lambda: not self.buffer.text)
        bindings.add("c-d", eager=True, filter=empty)(lambda event: self._on_end(event, page))

    def wants(self, width: int) -> tuple[int, int]:
        unit = "  " + line(self.ask.unit) if self.ask.unit else ""
        return 1, sum(rows_of(row, width) for row in (self.buffer.text + unit).split("\n"))

    def footer(self) -> tuple[tuple[str, str], ...]:
        return ((words.say("key.enter"), words.say(f"enter.{self._enter_means()}")),)

    def is_blank(self) -> bool:
        return not self.buffer.text or self.is_offered

    def insert(self, text: str) -> None:
        self._type_over(text)

    # what keys do

    def paste(self, text: str) -> None:
        """Takes a paste as one line; what cannot be seen is left out."""
        rows = self._safe(text).split("\n")
        self._type_over(" ".join(part for row in rows if (part := row.strip())))

    def on_hurried_enter(self) -> None:
        """An Enter amid a rush of keys joins, as a paste does."""
        self.buffer.insert_text(" ")

    def submit(self) -> Outcome | None:
        """What the text means as an answer or as a way. Raises Unfit."""
        raw = self.buffer.text
        way = ways.typed(raw, self.ask.can)
        if way is not None:
            if isinstance(way, str):
                self.buffer.reset()
            return way
        if raw == self.earlier and self.ask.value is not None and raw:
            return Answer(self.ask.fit(self.ask.value) if self.ask.suggested else self.ask.value)
        if ways.is_unknown(raw):
            raise Unfit("unfit.way")
        text = clean(ways.unescaped(raw), lines=self.multiline)
        if not text:
            return Pass() if self.ask.value is None else Answer(None)
        try:
            return Answer(self.ask.fit(self.read(text)))
        except Offered as offered:
            self.buffer.text = offered.offer
            self.buffer.cursor_position = len(offered.offer)
            raise

    def send(self, page: Host) -> None:
        """Answers the page, or opens its help when that was typed."""

        def means() -> Outcome | None:
            outcome = self.submit()
            if outcome == ways.HELP:
                page.toggle_help()
                return None
            return outcome

        page.decide(means)

    def _on_enter(self, event: KeyPressEvent, page: Host) -> None:
        if page.guard.is_hurried(event):
            self.on_hurried_enter()
        elif page.guard.lets_pass(event):
            self.send(page)

    def _on_any(self, data: str) -> None:
        text = self._safe(data)
        self._type_over(text if self.multiline else text.replace("\n", " "))

    def _on_break(self, event: KeyPressEvent, page: Host) -> None:
        if page.guard.is_hurried(event):
            self.on_hurried_enter()
        elif event.data == "\x0b":
            self.buffer.delete(self.buffer.document.get_end_of_line_position())
        else:
            event.app.renderer.clear()

    def _on_end(self, event: KeyPressEvent, page: Host) -> None:
        if page.guard.lets_pass(event):
            page.leave(Leave())

    def _type_over(self, text: str) -> None:
        """Takes letters in; the first of them takes the place of a suggestion."""
        if self.is_offered:
            self.buffer.reset()
        self.buffer.insert_text(text)

    def _on_move(self, _: Buffer) -> None:
        self.is_offered = False

    def _on_change(self, buffer: Buffer) -> None:
        self.is_offered = False
        if self._page:
            self._page.message = ""
        self.ask.keep(whole(buffer.text))

    def _enter_means(self) -> str:
        text = self.buffer.text
        if not text.strip():
            return "pass" if self.ask.value is None else "take_away"
        if text == self.earlier and self.ask.value is not None:
            return "take" if self.ask.suggested else "keep"
        return "answer"

    @staticmethod
    def _safe(text: str) -> str:
        return _UNSEEN.sub("", typed(text))


class Dimmed(Processor):
    """Shows a text dimmer while `is_dim` says so: nobody has made it their own yet."""

    def __init__(self, is_dim: Callable[[], bool]) -> None:
        self._is_dim = is_dim

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        fragments = transformation_input.fragments
        if self._is_dim():
            fragments = [(DIM, fragment[1]) for fragment in fragments]
        return Transformation(fragments)


class Seen(Processor):
    """Shows a question mark for what would turn or steer the screen, however it got among the letters."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        fragments = transformation_input.fragments
        return Transformation([(each[0], _UNSEEN.sub("?", each[1])) for each in fragments])


def _lead(number: int, wrapped: int) -> StyleAndTextTuples:
    if wrapped:
        return [("", "  ")]
    return [("class:pointer", "· " if number else "› ")]
