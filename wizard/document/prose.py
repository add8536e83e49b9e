"""The fixed prose of a document, by key: in files beside its template, and for all documents in those they share."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wizard import words
from wizard.document.letters.letters import Letters
from wizard.document.placeholders import Answers, Mark
from wizard.document.templates.files import inside
from wizard.words.vocabulary import Untranslated, Vocabulary, load

PAGE = "page"
TITLE = "title"  # of the page, for a reader's window and list of files
_HELD = re.compile("\x00([0-9]+)\x00")  # in place of what fills a gap; no file of words can hold such a sign


def prose(folders: tuple[Path, ...], language: str) -> Vocabulary:
    """The sentences of a document; what its own file has stands before what is shared. Faults where one is broken.

    What a language lacks is said in English, and knows that.
    """
    english: dict[str, Any] = {}
    translated: dict[str, Any] = {}
    for folder in reversed(folders):
        first = _sentences(folder, words.FIRST)
        english |= first
        if language != words.FIRST:
            translated = {key: each for key, each in translated.items() if key not in first}
            translated |= _sentences(folder, language)
    before = _vocabulary(words.FIRST, english)
    return before if language == words.FIRST else _vocabulary(language, translated, before)


def page_number(sentences: Vocabulary, letters: Letters) -> str:
    """What stands at the foot of each page, as a style of its own: the one that many documents share has no words."""
    if PAGE not in sentences:
        return ""
    said = sentences.say(PAGE, {"page": "\x00page\x00", "pages": "\x00pages\x00"})
    pieces = said.split("\x00")
    pieces[::2] = [_in_a_style(letters.plain(each)) for each in pieces[::2]]
    pieces[1::2] = [f"counter({each})" for each in pieces[1::2]]
    return f"<style>:root{{--page-number:{' '.join(pieces)}}}</style>\n"


def _in_a_style(text: str) -> str:
    """A text in quotes, its signs by number, so that none can end it."""
    return '"' + re.sub(r'[\x00-\x1f"\\<>&{}]', lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'


def _vocabulary(code: str, sentences: Mapping[str, Any], before: Vocabulary | None = None) -> Vocabulary:
    return Vocabulary(code, {"language": words.language(code).data, "sentences": sentences}, before)


def _sentences(folder: Path, code: str) -> Mapping[str, Any]:
    file = inside(folder, folder / f"{code}.yaml")
    found: Mapping[str, Any] = load(folder, code)["sentences"] if file else {}
    return found


class Prose:
    """What a template reads: `prose.key` and `prose.group.key` are marks of sentences without gaps."""

    def __init__(self, sentences: Vocabulary, answers: Answers, group: str = "") -> None:
        self._sentences, self._answers, self._group = sentences, answers, group

    def __contains__(self, key: str) -> bool:
        return f"{self._group}{key}" in self._sentences

    def __getitem__(self, key: str) -> "Mark | Prose":
        whole = f"{self._group}{key}"
        if whole in self._sentences:
            return self._answers.put(self._sentences.say(whole, {}))
        if not self._sentences.has_group(f"{whole}."):
            raise KeyError(whole)
        return Prose(self._sentences, self._answers, f"{whole}.")


def say(sentences: Vocabulary, answers: Answers, key: str, /, **gaps: object) -> str:
    """The sentence of a key, its words and what fills its gaps as marks and as the HTML that the template wrote.

    A text fills a gap as it stands, or chooses among the gap's forms where it has any.
    """
    held: list[str] = []
    chosen = sentences.chosen_by(key)

    def hold(value: object) -> object:
        if isinstance(value, list | tuple):
            return [hold(each) for each in value]
        if value is None or isinstance(value, int) or not str(value).strip():
            return value if isinstance(value, int) else None
        held.append(str(value).strip())
        return f"\x00{len(held) - 1}\x00"

    said = sentences.say(
        key,
        {gap: each if gap in chosen and isinstance(each, str) else hold(each) for gap, each in gaps.items()},
    )
    lang = getattr(said, "lang", "")
    pieces = _HELD.split(said)  # our words and numbers of what is held, in turn
    pieces[::2] = [_marked(each, answers, lang) for each in pieces[::2]]
    pieces[1::2] = [held[int(each)] for each in pieces[1::2]]
    return "".join(pieces)


def _marked(text: str, answers: Answers, lang: str) -> str:
    """The words as a mark, the spaces around them as they are."""
    bare = text.strip()
    return (
        text.replace(bare, str(answers.put(Untranslated.of(bare, lang) if lang else bare)), 1)
        if bare
        else text
    )
