"""A template and a view become HTML: Jinja in a sandbox writes Markdown, and Markdown becomes HTML."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markdown_it import MarkdownIt

from wizard import words
from wizard.document.document import MAIN
from wizard.document.faults import TemplateFault
from wizard.document.placeholders import Answers, Mark
from wizard.document.prose import Prose, say
from wizard.document.templates.compiled import Kept
from wizard.document.templates.files import found, text_of
from wizard.words.vocabulary import Vocabulary

MOST_WRITTEN = 20_000_000  # characters; the largest plan in every field takes a tenth
_NAME = re.compile(r"(?:[a-z0-9_-]+/)*[a-z0-9_-]+\.(?:md|html)")
_KEY = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,79})")
_FAULTS = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError)


def render(
    folders: tuple[Path, ...], view: Mapping[str, object], answers: Answers, sentences: Vocabulary
) -> str:
    """The body of the page, answers still as marks. Raises TemplateFault with the file and line."""
    _check_view(view, "view")
    environment = _Sandbox(folders, answers)
    environment.globals["prose"] = Prose(sentences, answers)
    environment.globals["say"] = partial(say, sentences, answers)
    try:
        written = environment.get_template(MAIN).render(view)
    except TemplateNotFound as fault:
        raise TemplateFault("document.template.missing", file=str(fault.name)) from fault
    except TemplateSyntaxError as fault:
        file = Path(fault.name or MAIN).name
        raise TemplateFault(
            "document.template.broken", file=file, line=fault.lineno, why=fault.message or ""
        ) from fault
    except RecursionError as fault:
        file, line = _place(fault.__traceback__, folders)
        raise TemplateFault("document.template.circle", file=file, line=line) from fault
    except (TemplateError, *_FAULTS) as fault:
        file, line = _place(fault.__traceback__, folders)
        raise TemplateFault("document.template.broken", file=file, line=line, why=str(fault)) from fault
    if len(written) > MOST_WRITTEN:
        raise TemplateFault("document.template.too_much", most=MOST_WRITTEN // 1_000_000)
    return str(_markdown().render(written))


class _Folders(BaseLoader):
    """Templates from the document's own folder and the parts it shares, and from nowhere else."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        del environment
        file = found(self.folders, template) if _NAME.fullmatch(template) else None
        if file is None:
            raise TemplateNotFound(template)
        return text_of(file), str(file), lambda: True


class _Sandbox(ImmutableSandboxedEnvironment):
    """Names what is missing instead of printing nothing, and prints only what a view may hold."""

    def __init__(self, folders: tuple[Path, ...], answers: Answers) -> None:
        super().__init__(
            loader=_Folders(folders),
            bytecode_cache=Kept(),
            undefined=StrictUndefined,
            finalize=_printed,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        del self.globals["lipsum"]
        self.globals["words"] = self.filters["words"] = answers.put

    def getattr(self, obj: Any, attribute: str) -> Any:
        """In a mapping a dot means its key, never one of its methods (`goals.items`); a view has its fields."""
        kind: Any = type(obj)
        if attribute in _fields_of(kind):
            return getattr(obj, attribute)
        if kind is dict or isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


@cache
def _fields_of(kind: Any) -> tuple[str, ...]:
    """What a piece of a view holds: plain data, and as safe to read as anything can be."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _printed(value: object) -> object:
    if (
        value is None
        or isinstance(value, bool)
        or not isinstance(value, str | int | float | Mark | StrictUndefined)
    ):
        raise TypeError(words.say("document.template.no_text", kind=type(value).__name__))
    return value


def _check_view(value: object, path: str) -> None:
    """A view holds marks, numbers, yes or no, keys and collections of them: no text as it was typed."""
    if isinstance(value, str):
        if value and not _KEY.fullmatch(value):
            raise TemplateFault("document.template.raw_text", at=path)
    elif value is None or isinstance(value, Mark | int | float):
        return
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _check_view(item, f"{path}.{key}")
    elif isinstance(value, tuple | list):
        for number, item in enumerate(value):
            _check_view(item, f"{path}[{number}]")
    elif names := _fields_of(type(value)):  # type: ignore[arg-type]  # every class can be hashed
        for name in names:
            _check_view(getattr(value, name), f"{path}.{name}")
    else:
        raise TemplateFault("document.template.raw_text", at=path)


@cache
def _markdown() -> MarkdownIt:
    """Templates indent freely inside tables, so an indented line is no code; pictures are written as HTML."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table").disable(["image", "code"])
    normalize = markdown.normalizeLink

    def without_marks(url: str) -> str:
        if re.search("[\ue000-\uf8ff]", url):
            raise TemplateFault("document.template.mark_place", tag="a", where="href")
        return normalize(url)

    markdown.normalizeLink = without_marks  # type: ignore[method-assign]  # its documented way
    return markdown


def _place(traceback: TracebackType | None, folders: Iterable[Path]) -> tuple[str, int]:
    """The innermost template line that a failure went through."""
    found = (MAIN, 1)
    while traceback:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if any(file.is_relative_to(folder.resolve()) for folder in folders):
            found = (file.name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
