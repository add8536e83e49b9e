"""A folder of flows parsed: what has the shape of a flow is taken in, and of what has not it is said where and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from wizard.errors import Fault
from wizard.interview.chapters import NAMES, Chapters
from wizard.interview.checking.files import CHAPTERS, files_of, is_open
from wizard.interview.checking.parsed import CHOICES, Parsed, Spot
from wizard.interview.flow import NESTED, Choices, Option, Outline, Question, Section
from wizard.plan.misfits import Names, Step, adapter, validated
from wizard.storage.yaml import text as yaml_text

Steps = tuple[Step, ...]


def parse(folder: Path) -> Parsed:
    """What stands in every file of a folder of flows. Raises Problem where there are none."""
    parsed = Parsed(frozenset(PARSERS))
    for path in files_of(folder):
        if not is_open(path):
            parsed.faults.append(Fault("flows.not_opened", {}, path.name))
            continue
        document, faults = yaml_text.read_all(path.read_bytes(), path.name)
        parsed.faults += faults
        if document:
            PARSERS.get(path.name, _section)(File(path.name, document, parsed))
    return parsed


@dataclass(frozen=True)
class File:
    """One file, and where to put what it holds."""

    name: str
    document: yaml_text.Document
    parsed: Parsed

    def take(self, kind: Any, data: Any, way: Steps = (), names: Names | None = None) -> Any:
        """The thing of a kind that data makes, or None where it has another shape, which is said."""
        value, misfits = validated(adapter(kind), data, names or (lambda inside: _names(kind, inside)))
        for misfit in misfits:
            path = (*way, *misfit.path)
            place, at = self.document.marks.key(path), self._known_by(path) or str(misfit.details.get("name"))
            self.parsed.faults.append(Fault(misfit.key, misfit.details, self.name, *place, at))
        return value

    def _known_by(self, path: Steps) -> str:
        """The id of the part or question, or the chapter's number, that a path leads into; else the file's name."""
        here: Any = self.document.data
        known_by = str(path[0]) if path else ""
        for step in path:
            here = here[step]
            if isinstance(here, dict) and isinstance(ident := here.get("id", here.get("number")), str):
                known_by = ident
        return known_by

    def spot(self, path: Steps, at: str) -> Spot:
        return Spot(self.name, *self.document.marks.value(path), at)

    def place_options(self, options: Iterable[Option], way: Steps, at: str) -> None:
        for number, option in enumerate(options):
            self.parsed.spots[id(option)] = self.spot((*way, "options", number, "key"), at)

    def place_question(self, question: Question, way: Steps) -> None:
        self.parsed.spots[id(question)] = self.spot((*way, "id"), question.id)
        for number, part in enumerate(question.parts):
            inside = (*way, "parts", number)
            self.parsed.spots[id(part)] = self.spot((*inside, "id"), part.id)
            if not isinstance(part.options, str):
                self.place_options(part.options, inside, part.id)


def _names(kind: type, path: Steps) -> list[str]:
    """What may stand in the entry that a path leads to, from something of a kind on."""
    kinds = [kind, *(NESTED[step] for step in path if isinstance(step, str) and step in NESTED)]
    return [each.name.removesuffix("_") for each in fields(kinds[-1])]


def _outline(file: File) -> None:
    file.parsed.outline = file.take(Outline, file.document.data)
    for name in (each.name for each in fields(Outline)):
        file.parsed.spots[name] = Spot(file.name, *file.document.marks.key((name,)), name)


def _choices(file: File) -> None:
    for name, data in file.document.data.items():
        if choices := file.take(Choices, data, (name,)):
            file.parsed.choices[name] = choices
            file.place_options(choices.options, (name,), name)


def _chapters(file: File) -> None:
    file.parsed.chapters = file.take(Chapters, file.document.data, names=lambda _: NAMES)
    file.parsed.chapter_marks = file.document.marks


def _section(file: File) -> None:
    """Each question is taken in by itself, so that one of another shape hides no other."""
    data = file.document.data
    if not isinstance(entries := data.get("questions"), list):
        file.take(Section, data)
        return
    head = file.take(Section, {**data, "questions": []})
    questions = []
    for number, entry in enumerate(entries):
        way: Steps = ("questions", number)
        if question := file.take(Question, entry, way):
            file.place_question(question, way)
            questions.append(question)
    if head:
        section = replace(head, questions=tuple(questions))
        file.parsed.sections.append(section)
        file.parsed.spots[id(section)] = file.spot(("section",), section.section)


# The files that are no sections. Another one adds its line here and its checks to flows.py.
PARSERS: dict[str, Callable[[File], None]] = {
    "toolkit.yaml": _outline,
    CHOICES: _choices,
    CHAPTERS: _chapters,
}
