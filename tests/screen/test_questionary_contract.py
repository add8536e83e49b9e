"""What the screen relies on inside questionary and prompt_toolkit. An upgrade that changes it turns this red."""

import ast
import inspect
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.application import application as application_module
from prompt_toolkit.application.run_in_terminal import in_terminal
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
from prompt_toolkit.layout.screen import Char, Screen, Transparent
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.renderer import Renderer
from questionary.prompts.common import InquirerControl

from tests.support.kind_samples import SAMPLES
from wizard import screen
from wizard.screen.kinds import prompt_for
from wizard.screen.kinds.prompt import Lines
from wizard.screen.renderer import PageRenderer

SCREEN = Path(screen.__file__).parent


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


def test_key_bindings_and_renderer_can_be_replaced(io: dict[str, Any]) -> None:
    app = questionary.text("", **io).application
    app.key_bindings, app.renderer = KeyBindings(), PageRenderer(io["output"])

    assert app.renderer.style.get_attrs_for_style_str("class:dim").dim
    assert "self.style.get_attrs_for_style_str" in inspect.getsource(Renderer.render)
    assert "self.renderer.render(self, self.layout)" in inspect.getsource(Application._redraw)


def test_a_renderer_is_told_what_has_become_of_its_page() -> None:
    resized, ended = inspect.getsource(Application._on_resize), inspect.getsource(Application._redraw)
    lent = inspect.getsource(in_terminal)

    assert "self.renderer.erase(leave_alternate_screen=False)" in resized
    assert "self.renderer.render(self, self.layout, is_done=render_as_done)" in ended
    assert "app.renderer.erase()" in lent


def test_a_fault_while_a_page_is_shown_can_be_taken_by_ourselves() -> None:
    assert {"pre_run", "set_exception_handler", "handle_sigint"} <= set(
        inspect.signature(Application.run).parameters
    )


@pytest.mark.parametrize("name", ["exit", "invalidate", "loop", "future", "key_processor", "renderer"])
def test_the_application_has_what_is_used(io: dict[str, Any], name: str) -> None:
    assert hasattr(questionary.text("", **io).application, name)


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
    rows = Screen().data_buffer

    assert isinstance(rows[0][0], Char)
    assert rows[0][0] == Char(" ", Transparent)


def test_a_container_owes_what_the_page_gives() -> None:
    owed = {"reset", "preferred_width", "preferred_height", "write_to_screen", "get_children"}

    assert owed == Container.__abstractmethods__


def test_a_processor_is_told_the_width() -> None:
    assert "width" in inspect.signature(TransformationInput).parameters


def test_an_editor_can_be_opened_without_answering() -> None:
    assert "validate_and_handle" in inspect.signature(Buffer.open_in_editor).parameters


def test_the_keys_of_the_map_exist() -> None:
    assert {Keys.BracketedPaste, Keys.SIGINT, Keys.Any, Keys.F1, Keys.BackTab} <= set(Keys)


def private_names(code: str) -> list[str]:
    """The names that begin with an underscore and are not the module's own, and classes put on found objects."""
    found = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.ImportFrom(names=names):
                found += [alias.name for alias in names if alias.name.startswith("_")]
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name) if name != "__class__":
                continue
            case ast.Attribute(value=ast.Call(func=ast.Name(id="super"))):
                continue
            case ast.Attribute(attr=name) if name.startswith("_"):
                found.append(name)
            case ast.Constant(value=str(text)) if text.isidentifier() and text.startswith("_"):
                found.append(text)
    return found


@pytest.mark.parametrize("path", sorted(SCREEN.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_private_of_a_library_is_used(path: Path) -> None:
    assert private_names(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("from prompt_toolkit.layout.screen import _CHAR_CACHE", "_CHAR_CACHE"),
        ("app._on_resize = redraw", "_on_resize"),
        ("self.app._redraw()", "_redraw"),
        ("found.__class__ = List", "__class__"),
        ("self.__class__ = List", "__class__"),
        ("vars(app)['_handle_exception'] = fail", "_handle_exception"),
        ("self._page = super()._page", None),
    ],
)
def test_a_private_name_is_seen(code: str, name: str | None) -> None:
    assert private_names(code) == ([name] if name else [])
