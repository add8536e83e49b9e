"""What the screen relies on inside questionary and prompt_toolkit. An upgrade that changes it turns this red."""

import inspect
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import pytest
import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.application import application as application_module
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.posix_utils import PosixStdinReader
from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyProcessor
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Container
from prompt_toolkit.layout.controls import UIControl
from prompt_toolkit.layout.processors import TransformationInput
from prompt_toolkit.layout.screen import _CHAR_CACHE, Char, Screen
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.renderer import Renderer
from prompt_toolkit.styles import Style
from questionary.prompts.common import InquirerControl

from tests.support.kind_samples import SAMPLES
from wizard.screen.kinds import prompt_for
from wizard.screen.kinds.prompt import Lines


@pytest.fixture
def io() -> Iterator[dict[str, Any]]:
    with create_pipe_input() as source:
        yield {"input": source, "output": DummyOutput()}


def test_the_versions_are_those_that_were_watched() -> None:
    assert version("questionary").startswith("2.1.")
    assert version("prompt_toolkit").startswith("3.0.")


def test_a_question_is_an_application(io: dict[str, Any]) -> None:
    assert isinstance(questionary.text("", **io).application, Application)


def test_a_question_takes_any_application(io: dict[str, Any]) -> None:
    application: Application[Any] = Application(**io)

    assert questionary.Question(application).application is application


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_kind_is_a_question_with_one_window_in_focus(io: dict[str, Any], kind: str) -> None:
    prompt = prompt_for(SAMPLES[kind], Lines(io["input"], io["output"]))

    assert isinstance(prompt.question, questionary.Question)
    assert prompt.window.content.is_focusable()


def test_nothing_is_owed_by_a_control_but_its_content() -> None:
    assert UIControl.__abstractmethods__ == {"create_content"}


def test_a_text_has_one_buffer_in_focus_with_its_default(io: dict[str, Any]) -> None:
    control = questionary.text("", default="half", qmark="", **io).application.layout.current_control

    assert isinstance(control, BufferControl)
    assert control.buffer.text == "half"
    assert control.buffer.cursor_position == 4


def test_a_text_is_multiline_only_when_asked(io: dict[str, Any]) -> None:
    many = questionary.text("", multiline=True, instruction="", qmark="", **io).application

    assert many.layout.current_buffer is not None


def test_input_processors_can_be_added(io: dict[str, Any]) -> None:
    control = questionary.text("", **io).application.layout.current_control

    assert isinstance(control, BufferControl)
    assert isinstance(control.input_processors, list)


def test_the_fault_for_which_our_lists_are_our_own_is_still_there(io: dict[str, Any]) -> None:
    made = questionary.select("", choices=[questionary.Choice("a", disabled="x"), "b"], **io)
    contents: list[Any] = [window.content for window in made.application.layout.find_all_windows()]
    control = next(content for content in contents if type(content) is InquirerControl)
    control.search_filter = "a"

    assert [each.disabled for each in control.filtered_choices] == ["x"]


def test_key_bindings_layout_and_style_can_be_replaced(io: dict[str, Any]) -> None:
    app = questionary.text("", **io).application
    app.key_bindings = KeyBindings()
    app.renderer.style = Style([("dim", "dim")])

    assert app.renderer.style.get_attrs_for_style_str("class:dim").dim
    assert "self.style.get_attrs_for_style_str" in inspect.getsource(Renderer.render)


@pytest.mark.parametrize("name", ["_on_resize", "_redraw", "_handle_exception", "exit", "invalidate"])
def test_the_application_has_what_is_used_or_replaced(name: str) -> None:
    assert callable(getattr(Application, name))


def test_the_application_looks_its_handlers_up_when_it_runs() -> None:
    source = inspect.getsource(Application.run_async)

    assert "attach_winch_signal_handler(self._on_resize)" in source
    assert "loop.set_exception_handler(self._handle_exception)" in source


@pytest.mark.parametrize(
    "name", ["loop", "future", "full_screen", "erase_when_done", "key_processor", "renderer"]
)
def test_the_application_keeps_its_state_where_we_look(io: dict[str, Any], name: str) -> None:
    assert hasattr(questionary.text("", **io).application, name)


def test_a_whole_screen_begins_by_entering_it_and_never_asks_where_the_cursor_is() -> None:
    assert "output.enter_alternate_screen()" in inspect.getsource(Renderer.render)
    assert "if self.full_screen:" in inspect.getsource(Renderer.request_absolute_cursor_position)


def test_key_bindings_are_loaded_by_a_name_that_can_be_replaced() -> None:
    assert callable(vars(application_module)["load_key_bindings"])
    assert "load_key_bindings()" in inspect.getsource(Application.__init__)


def test_pending_keys_can_be_seen() -> None:
    assert hasattr(KeyProcessor(KeyBindings()), "input_queue")


def test_the_reader_of_standard_input_says_when_it_is_closed() -> None:
    assert "stdin_reader.closed" in inspect.getsource(Vt100Input.closed.fget)  # type: ignore[attr-defined]
    assert "stdin_reader.read()" in inspect.getsource(Vt100Input.read_keys)
    assert PosixStdinReader(0).closed is False


def test_a_screen_holds_rows_of_characters() -> None:
    screen = Screen()

    assert isinstance(screen.data_buffer[0][0], Char)
    assert _CHAR_CACHE["a", ""].width == 1


def test_a_container_owes_what_the_page_gives() -> None:
    owed = {"reset", "preferred_width", "preferred_height", "write_to_screen", "get_children"}

    assert owed == Container.__abstractmethods__


def test_a_processor_is_told_the_width() -> None:
    assert "width" in inspect.signature(TransformationInput).parameters


def test_an_editor_can_be_opened_without_answering() -> None:
    assert "validate_and_handle" in inspect.signature(Buffer.open_in_editor).parameters


def test_the_keys_of_the_map_exist() -> None:
    assert {Keys.BracketedPaste, Keys.SIGINT, Keys.Any, Keys.F1, Keys.BackTab} <= set(Keys)
