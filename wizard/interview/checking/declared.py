"""Flow files as they are written: read strictly, shaped as far as they can be, with the place of everything."""

import re
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from wizard.errors import Fault, nearest
from wizard.interview.chapters import FILE as CHAPTERS
from wizard.interview.checking.fault import Spot
from wizard.interview.checking.files import is_open
from wizard.interview.checking.parsed import LISTS, Entry, Shaped, shaped, words_in
from wizard.interview.flow import Choices, Outline, Part, Question, Section, Toolkit
from wizard.storage.yaml import text as yaml_text

_ORDER = re.compile(r"^order:(.*?)(?=^[^\s#-]|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Listed:
    """A list of choices, and where it and each of its options stand."""

    choices: Choices
    spot: Spot
    options: tuple[Spot, ...]


@dataclass(frozen=True)
class AskedPart:
    """A part, where it stands, and the list of choices written inside it, if there is one."""

    part: Part
    spot: Spot
    own: Listed | None


@dataclass(frozen=True)
class Asked:
    """A question, where it stands, and its parts."""

    question: Question
    section: Section
    spot: Spot
    parts: tuple[AskedPart, ...]


@dataclass
class Declared:
    """What the files of a folder say, as far as they could be understood.

    `order` is what is written about the order of asking, even where it is not written as it should be; `heard` is
    every word in what could not be taken in; `unseen` whether there is a file of which nothing is known.
    """

    outline: Outline | None = None
    outline_spots: dict[str, Spot] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    sections: list[tuple[Section, Spot]] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    choices: dict[str, Listed] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    heard: set[str] = field(default_factory=set)
    unseen: bool = False

    def toolkit(self) -> Toolkit:
        """The whole, in the order of asking. To be made of flows without faults only."""
        assert self.outline is not None
        parts = [part for asked in self.questions for part in asked.parts]
        choices = {name: listed.choices for name, listed in self.choices.items()}
        choices |= {each.part.id: each.own.choices for each in parts if each.own}
        rank = {key: at for at, key in enumerate(self.order)}
        sections = sorted(
            (each for each, _ in self.sections), key=lambda each: rank.get(each.section, len(rank))
        )
        named = tuple(replace(each, questions=tuple(map(_named, each.questions))) for each in sections)
        return Toolkit(self.outline, named, choices, tuple(each.question.id for _, each in self.asking))

    @cached_property
    def known(self) -> set[str]:
        """What may stand in the order: sections, and questions taken out of theirs."""
        return {each.section for each, _ in self.sections} | {each.question.id for each in self.questions}

    @cached_property
    def asking(self) -> list[tuple[str, Asked]]:
        """Questions in the order of asking. Where a section has no place in it, its key stands before its questions."""
        order = [
            key if key in self.known else nearest(key, self.known - set(self.order)) for key in self.order
        ]
        rank = {key: at for at, key in enumerate(order)}
        at = [rank.get(each.question.id, rank.get(each.section.section)) for each in self.questions]
        placed = sorted((place, number) for number, place in enumerate(at) if place is not None)
        left = [each for each, place in zip(self.questions, at, strict=True) if place is None]
        return [
            *(("", self.questions[number]) for _, number in placed),
            *((each.section.section, each) for each in left),
        ]

    @cached_property
    def filling(self) -> dict[str, AskedPart]:
        """The part that fills each slot, by the slot's path; the first, where there are several."""
        found: dict[str, AskedPart] = {}
        for each in (part for _, asked in self.asking for part in asked.parts if part.part.fills):
            found.setdefault(each.part.fills, each)
        return found

    def listed(self, part: AskedPart) -> Listed | None:
        """The list of choices a part offers: its own, or the one it names."""
        return part.own or self.choices.get(str(part.part.options))


def declared(folder: Path) -> Declared:
    """Reads every flow file of a folder. Nothing is raised: all that is wrong stands in `faults`."""
    found = Declared()
    for file in sorted(each for each in folder.glob("*.yaml") if each.name != CHAPTERS):
        if not is_open(file):
            found.faults.append(Fault("flows.not_opened", {}, file.name))
            found.unseen = True
            continue
        raw = file.read_bytes()
        document, faults = yaml_text.read_all(raw, file.name)
        found.faults += faults
        if document is None:
            _hear(found, raw, file.name)
        else:
            target: Any = {"toolkit": Outline, "choices": LISTS}.get(file.stem, Section)
            _take(found, shaped(target, document, file.name))
    if not (folder / "toolkit.yaml").exists():
        found.faults.append(Fault("flows.no_outline", {}, "toolkit.yaml"))
        found.unseen = True
    return found


def _hear(found: Declared, raw: bytes, file: str) -> None:
    """A file that cannot be read still names what it declares, if it is text at all."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        found.unseen = True
        return
    found.heard |= words_in(text)
    if file == "toolkit.yaml" and (order := _ORDER.search(text)):
        found.order = _keys(order[1])


def _keys(text: object) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w-]+", str(text)))


def _take(found: Declared, made: Shaped) -> None:
    found.faults += made.faults
    found.heard |= made.heard
    if made.target is Outline:
        _take_outline(found, made)
    elif made.target is LISTS:
        for name, choices in made.value.items():
            found.choices[name] = _listed(choices, made.data[name], made)
    else:
        _take_section(found, made)


def _take_outline(found: Declared, made: Shaped) -> None:
    doubts = frozenset(made.doubts.get((), ()))
    found.outline = made.value
    written = made.document.data.get("order", made.value.order)
    found.order = _keys(written) if "order" in doubts else made.value.order
    for name in (each.name for each in fields(Outline)):
        found.outline_spots[name] = Spot(made.file, *made.document.marks.key((name,)), doubts)


def _take_section(found: Declared, made: Shaped) -> None:
    section: Section = made.value
    if not section.section:
        section = replace(section, section=made.file.removesuffix(".yaml"))
    found.sections.append((section, made.spot(made.data, "section")))
    for question, entry in zip(section.questions, made.data["questions"], strict=True):
        parts = tuple(
            AskedPart(part, made.spot(inner, "id"), _own_list(part, inner, made))
            for part, inner in zip(question.parts, entry["parts"], strict=True)
        )
        found.questions.append(Asked(question, section, made.spot(entry, "id"), parts))


def _own_list(part: Part, entry: Entry, made: Shaped) -> Listed | None:
    return None if isinstance(part.options, str) else _listed(Choices(part.options, part.other), entry, made)


def _listed(choices: Choices, entry: Entry, made: Shaped) -> Listed:
    return Listed(
        choices, made.spot(entry, "options"), tuple(made.spot(option, "key") for option in entry["options"])
    )


def _named(question: Question) -> Question:
    """Options written inside a part become a list of choices named after the part."""
    return replace(
        question,
        parts=tuple(
            part if isinstance(part.options, str) else replace(part, options=part.id)
            for part in question.parts
        ),
    )
