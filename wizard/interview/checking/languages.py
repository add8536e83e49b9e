"""The languages of a folder of flows, the wizard and its documents: what each lacks, has too much or says wrongly."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from wizard import content, words
from wizard.errors import Fault, Faults, nearest
from wizard.interview import toolkit as toolkits
from wizard.interview import translation
from wizard.interview.flow import Toolkit
from wizard.interview.translation import Overlay, Place, Translation
from wizard.storage.yaml import text
from wizard.words import checker
from wizard.words.language import Language
from wizard.words.parser import sentence
from wizard.words.vocabulary import flat, shared

Found = tuple[
    list[Fault], list[Fault]
]  # what is wrong, and what is only lacking: it stands there untranslated
_GROUPS = frozenset(
    ("outline", "choices", "sections", "questions", "parts", "options", "themes", "blocks")
)  # say nothing in an address


def checked(folder: Path, toolkit: Toolkit) -> Found:
    """What is wrong and what is lacking, by language; where the flows are the wizard's own, in all its words too."""
    found = [_overlay(folder, toolkit, language) for language in translation.languages_of(folder)]
    if folder.resolve() == content.FLOWS.resolve():
        found += map(_words, _others(words.languages()))
        documents = sorted(file.parent for file in content.OUTPUT_TEMPLATES.glob(f"*/{words.FIRST}.yaml"))
        spoken = {*words.languages(), *(file.stem for each in documents for file in each.glob("*.yaml"))}
        found += [_prose(each, language) for language in _others(spoken) for each in documents]
    return [*chain(*(wrong for wrong, _ in found))], [*chain(*(lacking for _, lacking in found))]


def _overlay(folder: Path, toolkit: Toolkit, language: str) -> Found:
    """The overlay files of a language, held against the flows they translate."""
    over = translation.read(translation.files_of(folder, language))
    made = Translation(toolkit.outline.language)
    ours = toolkits.plain(toolkit)
    theirs = made.put(ours, over.data)
    faults = [*over.faults, *_grids(ours, theirs, language), *_surplus(made, over)]
    return faults, [*_lacking(made, over, language)]


def _grids(ours: translation.Data, theirs: translation.Data, language: str) -> Iterator[Fault]:
    """The questions of grids have gaps for a row and a column."""
    for (ident, asked), (_, said) in zip(_asked(ours), _asked(theirs), strict=True):
        for slip in checker.slips(said, words.language(), sentence(asked)):
            yield Fault(slip.key, slip.details, f"{language}/", at=ident)


def _asked(data: translation.Data) -> Iterator[tuple[str, str]]:
    """The parts that are grids, and their questions."""
    for section in data["sections"]:
        for question in section["questions"]:
            for part in question["parts"]:
                if "rows" in part:
                    yield part["id"], part["ask"] or question["ask"]


def _surplus(made: Translation, over: Overlay) -> Iterator[Fault]:
    for place in made.surplus:
        home = next(each for each in over.homes if place[: len(each)] == each)
        file, document = over.homes[home]
        path = tuple(int(step) - 1 if step.isdigit() else step for step in place[len(home) :])
        line, column = document.marks.key(path)
        yield Fault("languages.surplus", {"name": place[-1], "near": ""}, file, line, column, address(place))


def _lacking(made: Translation, over: Overlay, language: str) -> Iterator[Fault]:
    """A text that is lacking; a file that is, once."""
    told = set[Place]()
    for place in made.lacking:
        home = place[: 2 if place[0] == "sections" else 1]
        file = f"{language}/{'toolkit' if home == ('outline',) else home[-1]}.yaml"
        if home in over.homes:
            yield Fault(
                "languages.lacks", {"language": made.language}, over.homes[home][0], at=address(place)
            )
        elif home not in told:
            told.add(home)
            yield Fault("languages.no_file", {"language": made.language}, file)


def address(place: Place) -> str:
    """A place as a translator looks for it: the id, then the name of the text."""
    steps = [step for step in place if step not in _GROUPS][1 if place[0] == "sections" else 0 :]
    return " ".join(
        step for step, then in zip(steps, [*steps[1:], ""], strict=True) if not then.startswith(f"{step}.")
    )


def _others(languages: Iterable[str]) -> list[str]:
    return sorted(language for language in languages if language != words.FIRST)


def _words(language: str) -> Found:
    """The words of a language, held against those of the first one."""
    file = _File(content.WORDS, language, f"{language}.yaml")
    if file.is_broken:
        return file.faults, []
    ours, data = file.first.pop("language"), file.data.pop("language", {})
    for key in data:
        if not _is_like(ours.get(key), data[key], key):
            file.fault("languages.block", f"language.{key}", name=key, near=nearest(key, ours))
    common = shared({"forms": ours["forms"], **data})
    for slip in checker.slips(common, words.language(), sentence(shared(ours))):
        file.fault(slip.key, "language.forms", **slip.details)
    if file.faults:
        return file.faults, []
    return file.compared(Language(language, {**data, "forms": sentence(common)["forms"]}, words.language()))


def _prose(folder: Path, language: str) -> Found:
    """The fixed prose of a document in a language, held against that in the first one."""
    name = f"{folder.name}/{language}.yaml"
    if not (folder / f"{language}.yaml").is_file():
        return [], [Fault("languages.no_file", {"language": words.FIRST}, name)]
    file = _File(folder, language, name)
    try:
        return (file.faults, []) if file.is_broken else file.compared(words.language(language))
    except Faults:  # its words are broken, and that is said already
        return [], []


class _File:
    """A file of sentences in a language, the same one in the first language, and what is wrong in it."""

    def __init__(self, folder: Path, language: str, name: str) -> None:
        first, _ = text.read_all((folder / f"{words.FIRST}.yaml").read_bytes())
        self.document, self.faults = text.read_all((folder / f"{language}.yaml").read_bytes(), name)
        self.name = name
        self.is_broken = first is None or self.document is None
        self.first: dict[str, Any] = first.data if first else {}
        self.data: dict[str, Any] = self.document.data if self.document else {}

    def fault(self, key: str, at: str, /, **details: object) -> None:
        line, column = self.document.marks.key((*at.split("."),)) if self.document else (0, 0)
        self.faults.append(Fault(key, details, self.name, line, column, at))

    def compared(self, speaks: Language) -> Found:
        """Every sentence held against the first one, and what is lacking."""
        theirs, known = dict(flat(self.data)), dict(flat(self.first))
        for key, said in theirs.items():
            if key not in known:
                self.fault("languages.surplus", key, name=key, near=nearest(key, known))
                continue
            for slip in checker.slips(said, speaks, sentence(known[key])):
                self.fault(slip.key, key, **slip.details)
        details: dict[str, object] = {"language": words.FIRST}
        lacking = [Fault("languages.lacks", details, self.name, at=key) for key in known if key not in theirs]
        return self.faults, lacking


def _is_like(ours: Any, theirs: Any, key: str) -> bool:
    """Whether an entry of a language's block is as in the first language."""
    if key in ("months", "short_months", "weekdays", "date_order"):
        return isinstance(theirs, list) and len(theirs) == len(ours)
    if key == "joints":
        return isinstance(theirs, dict) and all(
            isinstance(each, list) and len(each) == 2 for each in theirs.values()
        )
    if key == "plurals":
        return isinstance(theirs, dict) and all(map(_is_pattern, theirs.values()))
    return type(theirs) is type(ours)


def _is_pattern(text: Any) -> bool:
    try:
        re.compile(text)
    except (re.error, TypeError):
        return False
    return True
