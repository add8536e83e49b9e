"""The toolkit, whole and in one language: read from its folder, checked once, kept by content hash."""

from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from wizard import content, words
from wizard.errors import Faults
from wizard.interview.checking.files import CHAPTERS, files_of, is_open
from wizard.interview.flow import NESTED, Choices, Outline, Section, Toolkit
from wizard.storage.private.compiled import compiled

if TYPE_CHECKING:
    from wizard.interview.chapters import Chapter

T = TypeVar("T")


def load(folder: Path | None = None, language: str = "") -> Toolkit:
    """The toolkit of a folder of flows; the shipped one by default. Raises Faults with all that is wrong in it.

    In another language than its own where the folder or the wizard has it; what that lacks stays as it is.
    """
    where = folder or content.FLOWS
    files = files_of(where)
    if not all(map(is_open, files)):
        return _toolkit(_made(where))  # says which, and what else is amiss
    if not (where / CHAPTERS).exists():
        files.append(content.FLOWS / CHAPTERS)
    data = compiled("flows", files, lambda: _made(where), _code())
    if language and language != data["outline"]["language"]:
        data = _in_language(data, where, language)
    return _toolkit(data)


def _code() -> list[Path]:
    return [*content.PACKAGE.glob("interview/**/*.py"), *content.PACKAGE.glob("plan/**/*.py")]


def _in_language(data: dict[str, Any], folder: Path, language: str) -> dict[str, Any]:
    from wizard.interview import translation  # late: nobody needs it who reads the toolkit's own language

    files = translation.files_of(folder, language)
    if not files and language not in words.languages():
        return data
    over = compiled(f"flows_{language}", files, lambda: _overlay(files), _code())
    made: dict[str, Any] = translation.Translation(data["outline"]["language"]).put(data, over)
    return {**made, "outline": {**made["outline"], "language": language}}


def _overlay(files: list[Path]) -> dict[str, Any]:
    from wizard.interview.translation import read

    found = read(files)
    if found.faults:
        raise Faults(found.faults, "flows.faults", folder=files[0].parent)
    return found.data


def _made(folder: Path) -> dict[str, Any]:
    from wizard.interview.checking.flows import checked

    toolkit, faults, _notes = checked(folder)
    if faults or toolkit is None:
        raise Faults(faults, "flows.faults", folder=folder)
    return plain(toolkit)


def plain(toolkit: Toolkit) -> dict[str, Any]:
    """A toolkit as data that JSON can hold; holes left out."""
    return {
        "outline": _without_holes(asdict(toolkit.outline)),
        "sections": [_without_holes(asdict(section)) for section in toolkit.sections],
        "choices": {name: _without_holes(asdict(choices)) for name, choices in toolkit.choices.items()},
        "asking": list(toolkit.asking),
        "chapters": [_without_holes(asdict(chapter)) for chapter in toolkit.chapters],
    }


@cache
def _required() -> frozenset[str]:
    """The names that every entry of their class has."""
    from wizard.interview.chapters import Block, CardFacts, Cards, Chapter, Theme

    every = (*NESTED.values(), Choices, Outline, Section, Block, CardFacts, Cards, Chapter, Theme)
    return frozenset(each.name for cls in every for each in fields(cls) if each.default is MISSING)


def _without_holes(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {
            key: _without_holes(value)
            for key, value in data.items()
            if key in _required() or value not in (None, "", (), [], False)
        }
    return [_without_holes(each) for each in data] if isinstance(data, list | tuple) else data


def _toolkit(data: Mapping[str, Any]) -> Toolkit:
    return Toolkit(
        outline=_rebuilt(Outline, data["outline"]),
        sections=tuple(_rebuilt(Section, each) for each in data["sections"]),
        choices={name: _rebuilt(Choices, each) for name, each in data["choices"].items()},
        asking=tuple(data["asking"]),
        layout=partial(_chapters, data["chapters"]),
    )


def _chapters(data: list[Mapping[str, Any]]) -> "tuple[Chapter, ...]":
    from wizard.interview.chapters import Chapter  # late: nobody needs it who asks and does not print

    return tuple(_rebuilt(Chapter, each) for each in data)


def _rebuilt(cls: type[T], data: Mapping[str, Any]) -> T:
    inner = _inner(cls)  # type: ignore[arg-type]  # every class can be hashed
    made = dict(data)
    for name, value in data.items():
        if not isinstance(value, str):  # most are, and a start is to be quick
            made[name] = _value(inner.get(name), value)
    return cls(**made)


def _value(inner: type | None, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_value(inner, each) for each in value)
    return _rebuilt(inner, value) if inner and isinstance(value, dict) else value


@cache
def _inner(cls: type) -> dict[str, type]:
    """What stands behind the names of a class, where that is made of a class of ours too."""
    found = {name: _made_of(hint) for name, hint in get_type_hints(cls).items()}
    return {name: kind for name, kind in found.items() if kind}


def _made_of(hint: Any) -> type | None:
    if is_dataclass(hint):
        return hint if isinstance(hint, type) else None
    return next((kind for each in get_args(hint) if (kind := _made_of(each))), None)
