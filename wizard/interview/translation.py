"""The texts of a toolkit in another language: overlay files with ids and texts, put over its data.

    flows/es/toolkit.yaml    title: …    nevers: [in their order]    seed: {I1: …}
    flows/es/chapters.yaml   "1": {title: …, themes: [{title: …}, in their order]}
    flows/es/choices.yaml    places: {other: …, options: {adams: …, alamosa: {label: …, advice: …}}}
    flows/es/build.yaml      title: …    questions: {BU-01: {ask: …, cards: [in their order], parts: {BU-01.x: …}}}

What has an id is known by it, what has none by its place. A text that is not there stays as it is, and knows in
which language that is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wizard.errors import Fault
from wizard.words.vocabulary import Untranslated

if TYPE_CHECKING:
    from wizard.storage.yaml.builder import Document

TEXTS = frozenset((
    "title", "chapter", "toolkit", "credits", "one_rule", "nevers", "fine", "text", "ask", "label", "hint", "why",
    "good", "weak", "who", "note", "unit", "add", "other", "advice", "letter",
))  # fmt: skip
# What holds texts further down, and what each entry of it is known by: nothing where that is its place.
INSIDE = {
    "outline": "", "sections": "section", "choices": "", "card": "", "disclosure": "", "cards": "",
    "questions": "id", "parts": "id", "options": "key", "seed": "tag",
    "chapters": "number", "themes": "", "blocks": "", "facts": "",
}  # fmt: skip

WHOLE = ("outline", "choices", "chapters")  # each the whole of a file

Data = dict[str, Any]
Place = tuple[str, ...]


def files_of(folder: Path, language: str) -> list[Path]:
    """The overlay files of a language, by name."""
    return sorted((folder / language).glob("*.yaml")) if language else []


def languages_of(folder: Path) -> list[str]:
    """The languages that there are overlay files for."""
    return sorted(each.name for each in folder.iterdir() if each.is_dir() and files_of(folder, each.name))


@dataclass
class Overlay:
    """The texts of a language in the shape of the toolkit's own data, and the file that holds what is below a place."""

    data: Data = field(default_factory=lambda: {name: {} for name in (*WHOLE, "sections")})
    homes: "dict[Place, tuple[str, Document]]" = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read(files: list[Path]) -> Overlay:
    """What the overlay files of a language hold together, and what in them cannot be read."""
    from wizard.storage.yaml import text  # late: mostly the overlay comes compiled

    found = Overlay()
    for file in files:
        name = f"{file.parent.name}/{file.name}"
        document, faults = text.read_all(file.read_bytes(), name)
        found.faults += faults
        if document is None:
            continue
        data = dict(document.data)
        home: Place = ({"toolkit": "outline"}.get(file.stem, file.stem),)
        if home[0] not in WHOLE:
            home = ("sections", data.pop("section", file.stem))
        into = found.data[home[0]]
        into.update(data if len(home) == 1 else {home[1]: data})
        found.homes[home] = name, document
    return found


@dataclass
class Translation:
    """Puts an overlay over a toolkit's data; `lacking` and `surplus` are the places where the two do not meet."""

    language: str  # of the toolkit's own texts
    lacking: list[Place] = field(default_factory=list)
    surplus: list[Place] = field(default_factory=list)

    def put(self, value: Any, said: Any, at: Place = ()) -> Any:
        """The value at a place, what is said there put over it; `said` may be of any shape."""
        if isinstance(value, str):
            if (isinstance(said, str) and said) or not value:
                return said or value
            self.lacking.append(at)
            return Untranslated.of(value, self.language)
        over = _by_name(value, said)
        made: Any
        if isinstance(value, list):
            names = [_name(each, at[-1], number) for number, each in enumerate(value, 1)]
            pairs = zip(names, value, strict=True)
            made = [self.put(each, over.pop(name, None), (*at, name)) for name, each in pairs]
        else:
            made = {
                name: self.put(each, over.pop(name, None), (*at, name))
                if _holds_texts(at, name, each)
                else each
                for name, each in value.items()
            }
        self.surplus += [(*at, name) for name in over]
        return made


def _by_name(value: Any, said: Any) -> Data:
    """What an overlay says, by field, id or number; one text stands for an entry that is little else."""
    if isinstance(said, str) and isinstance(value, Mapping):
        return {"title" if "title" in value else "label": said}
    if isinstance(said, list):
        return {str(number): each for number, each in enumerate(said, 1)}
    return dict(said) if isinstance(said, Mapping) else {}


def _name(entry: Any, of: str, number: int) -> str:
    known = INSIDE.get(of)
    return str(entry[known]) if known else str(number)


def _holds_texts(at: Place, name: str, value: Any) -> bool:
    if at == ("choices",) or name in TEXTS:
        return True
    inner = value[0] if isinstance(value, list) and value else value
    return name in INSIDE and isinstance(inner, Mapping)
