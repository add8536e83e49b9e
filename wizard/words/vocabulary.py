"""The sentences of one language by key. What it lacks is said in the language before it, and knows that."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from wizard import content
from wizard.errors import Fault, Faults
from wizard.storage.private.compiled import compiled
from wizard.words.formatter import Sentence, Values, fill
from wizard.words.language import Language

_MAKING = [content.PACKAGE / "words" / name for name in ("parser.py", "vocabulary.py")]


class Untranslated(str):
    """A text that a language lacks, in the one that has it (`lang`): a page tells a screen reader so."""

    lang = ""

    @classmethod
    def of(cls, text: str, lang: str) -> "Untranslated":
        made = cls(text)
        made.lang = lang
        return made


class Vocabulary:
    """`data` is what `load` gives."""

    def __init__(self, code: str, data: Mapping[str, Any], before: "Vocabulary | None" = None) -> None:
        self.language: Language = Language(code, data["language"], before.language if before else None)
        self.texts: Mapping[str, Any] = data["sentences"]
        self.before = before

    def __contains__(self, key: str) -> bool:
        return key in self.texts or (self.before is not None and key in self.before)

    def has_group(self, start: str) -> bool:
        """Whether the keys of some sentences start so."""
        here = any(key.startswith(start) for key in self.texts)
        return here or (self.before is not None and self.before.has_group(start))

    def chosen_by(self, key: str) -> Collection[str]:
        """The gaps that choose among forms in the sentence of a key."""
        if key not in self.texts:
            return self.before.chosen_by(key) if self.before else ()
        text = self.texts[key]
        return () if isinstance(text, str) else text["forms"]

    def say(self, key: str, values: Values) -> str:
        """The sentence of a key. Raises KeyError where there is none, and where a gap of it is not given."""
        text = self.texts.get(key)
        if text is None:
            if self.before is None:
                raise KeyError(key)
            return Untranslated.of(self.before.say(key, values), self.before.language.code)
        if isinstance(text, str):
            return text
        said = fill(text, values, self.language)
        if said is None:  # rather a hole in a sentence than none
            holes = {gap: "" if each in (None, ()) else each for gap, each in values.items()}
            said = fill(text, holes, self.language)
        if said is None:
            raise KeyError(f"{key} with {sorted(values)}")
        return said


def load(folder: Path, code: str) -> dict[str, Any]:
    """What a file of words holds: `language`, and `sentences` by key; kept from when the same file was read before.

    Raises Faults with what is wrong in it.
    """
    path = folder / f"{code}.yaml"
    found: dict[str, Any] = compiled(f"{folder.name}_{code}", [path], lambda: _parsed(path), _MAKING)
    return found


def _parsed(path: Path) -> dict[str, Any]:
    """Every sentence ready to be filled; one without a gap is its text."""
    from wizard.storage.yaml import text  # both late: mostly the words come parsed
    from wizard.words.parser import Slip, sentence

    document, faults = text.read_all(path.read_bytes(), path.name)
    if document is None:
        raise Faults(faults, file=path.name)
    language = document.data.pop("language", {})
    if "forms" in language:
        language["forms"] = sentence(shared(language))["forms"]
    sentences = {}
    for key, each in flat(document.data):
        try:
            sentences[key] = _plain(sentence(each))
        except Slip as slip:
            faults.append(
                Fault(slip.key, slip.details, path.name, *document.marks.key((*key.split("."),)), key)
            )
    if faults:
        raise Faults(faults, file=path.name)
    return {"language": language, "sentences": sentences}


def shared(language: Mapping[str, Any]) -> dict[str, Any]:
    """The forms that all sentences of a language share, as one sentence."""
    forms = language["forms"]
    return {"say": [f"{{{gap}}}" for gap in forms], "forms": forms}


def _plain(sentence: Sentence) -> Sentence | str:
    whole: list[Any] = sentence["say"][0]
    return "".join(whole) if all(isinstance(node, str) for node in whole) else sentence


def flat(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The sentences of nested data by their dotted keys; what holds `say` is one sentence."""
    for key, value in data.items():
        if isinstance(value, dict) and "say" not in value:
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
