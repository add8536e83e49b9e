"""Flow files as they are written: read strictly, shaped into questions, with the line and column of everything."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from wizard.errors import Fault, Faults, nearest
from wizard.interview.flow import (
    Card,
    Chapter,
    Choices,
    Default,
    Option,
    Outline,
    Part,
    Question,
    Section,
    Seed,
    Toolkit,
)
from wizard.interview.toolkit import is_open
from wizard.storage import yaml_text

KNOWN = {
    name.name
    for cls in (Card, Chapter, Choices, Default, Option, Outline, Part, Question, Section, Seed)
    for name in fields(cls)
}


@dataclass
class Declared:
    """What the files of a folder say, as far as they could be understood, and where each id stands."""

    sections: list[Section] = field(default_factory=list)
    choices: dict[str, Choices] = field(default_factory=dict)
    outline: Outline | None = None
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def toolkit(self) -> Toolkit | None:
        """The whole, in the order of asking; None while something could not even be read."""
        if self.outline is None or self.faults:
            return None
        sections = [
            replace(each, questions=tuple(self._named(q) for q in each.questions)) for each in self.sections
        ]
        rank = {key: at for at, key in enumerate(self.outline.order)}
        sections.sort(key=lambda each: rank.get(each.section, len(rank)))
        return Toolkit(self.outline, tuple(sections), self.choices, tuple(_asking(self.outline, sections)))

    def _named(self, question: Question) -> Question:
        """Options written inside a part become a list of choices named after the part."""
        return replace(question, parts=tuple(self._part(part) for part in question.parts))

    def _part(self, part: Part) -> Part:
        if isinstance(part.options, str):
            return part
        self.choices[part.id] = Choices(part.options, part.other)
        return replace(part, options=part.id)


def declared(folder: Path) -> Declared:
    """Reads every flow file of a folder. Nothing is raised: all that is wrong stands in `faults`."""
    found = Declared()
    for file in sorted(folder.glob("*.yaml")):
        target: Any = {"toolkit": Outline, "choices": dict[str, Choices]}.get(file.stem, Section)
        if not is_open(file):
            found.faults.append(Fault("flows.not_opened", {}, file.name))
            continue
        try:
            document = yaml_text.read(file.read_bytes(), file=file.name)
        except Faults as faults:
            found.faults += faults.faults
            continue
        shaped = _shaped(_adapter(target), document, file.name, found.faults)
        if isinstance(shaped, Section):
            found.sections.append(shaped)
            found.places.update(_places(document, file.name))
        elif isinstance(shaped, Outline):
            found.outline = shaped
            for name in ("name", "order", "seed"):
                found.places[name] = (file.name, *document.marks.key((name,)))
        elif shaped is not None:
            found.choices.update(shaped)
            found.places.update({name: (file.name, *document.marks.key((name,))) for name in shaped})
    return found


@cache
def _adapter(target: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(target)


def schema() -> dict[str, Any]:
    """A JSON Schema of a section's file, for editors."""
    from pydantic import TypeAdapter

    made = TypeAdapter(Section).json_schema()
    default = made["$defs"]["Default"]["properties"]
    default["from"] = default.pop("from_")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _shaped(adapter: Any, document: yaml_text.Document, file: str, faults: list[Fault]) -> Any:
    from pydantic import ValidationError

    data = _renamed(document.data)
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        for each in error.errors(include_input=False, include_url=False):
            path = _path(each["loc"], data)
            line, column = document.marks.key(path) if path else (1, 1)
            name = str(each["loc"][-1])
            details: dict[str, object] = {"name": name, "near": nearest(name, KNOWN)}
            faults.append(
                Fault(f"flows.shape.{each['type']}", details, file, line, column, _nearest_id(data, path))
            )
        return None


def _renamed(data: Any) -> Any:
    """`from` is a word of Python's own."""
    if isinstance(data, Mapping):
        return {"from_" if key == "from" else key: _renamed(value) for key, value in data.items()}
    return [_renamed(each) for each in data] if isinstance(data, list) else data


def _path(loc: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    """The steps of an error's place that lead somewhere in the data; a missing name stops at its parent."""
    path: list[Any] = []
    for step in loc:
        if (isinstance(data, Mapping) and step in data) or (isinstance(data, list) and isinstance(step, int)):
            data = data[step]
            path.append("from" if step == "from_" else step)
    return tuple(path)


def _nearest_id(data: Any, path: tuple[Any, ...]) -> str:
    found = ""
    for step in path:
        data = data["from_" if step == "from" else step]
        found = str(data.get("id", found)) if isinstance(data, Mapping) else found
    return found


def _places(document: yaml_text.Document, file: str) -> Iterator[tuple[str, tuple[str, int, int]]]:
    for at, question in enumerate(document.data["questions"]):
        yield question["id"], (file, *document.marks.value(("questions", at, "id")))
        for inner, part in enumerate(question["parts"]):
            yield part["id"], (file, *document.marks.value(("questions", at, "parts", inner, "id")))


def _asking(outline: Outline, sections: list[Section]) -> Iterator[str]:
    """Question ids in the order of asking: a single id in the order is taken out of its section."""
    single = set(outline.order)
    for key in outline.order:
        section = next((each for each in sections if each.section == key), None)
        if section:
            yield from (question.id for question in section.questions if question.id not in single)
        elif any(question.id == key for each in sections for question in each.questions):
            yield key
