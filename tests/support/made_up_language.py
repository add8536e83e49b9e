"""A made-up language: every text of ours in brackets, accented and a third longer, as files a translator would write.

Whatever is left in plain letters on a screen stands in the code, or in a file that a translator never sees.
"""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.shipped import toolkit
from wizard import content, words
from wizard.document import printed_plan
from wizard.document.documents import DOCUMENTS, DocumentKind
from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.interview.translation import Translation
from wizard.storage.draft import Draft
from wizard.storage.yaml import text as yaml_text

CODE = "qps"
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = str.maketrans(PLAIN, "áƀçđéƒğħíĵķłɱñóƥɋřšŧúʋŵẋýžÁɃÇĐÉƑĞĦÍĴĶŁⱮÑÓƤɊŘŠŦÚƲŴẊÝŽ")
GREEK = str.maketrans(PLAIN, "αβχδεφγηιξκλμνοπψρστυωθζςϕ" + "ΑΒΧΔΕΦΓΗΙΞΚΛΜΝΟΠΨΡΣΤΥΩΘΖϞϘ")

# What people type as it is, in every language: ways, options, keys, ids, names of files, addresses.
AS_TYPED = (
    r"\{[a-z0-9-]+(?:,[a-z0-9-]+)+\}|https?://\S+|~/\S+|/[a-z]+|(?<!\w)--?[a-z][\w-]*|\.?[\w-]+\.(?:plan\.yaml|yaml|md|ttf|png|jpg|svg|pdf|json|org)\b|"
    r"\b[A-Z]{2}-\d\d\b|\b(?:Ctrl-[A-Z]|F1|PgDn|FOLDER)\b|\^[A-Z]|[\w-]+@\d"
)
_KEPT = re.compile(rf"\{{\w+(?:\|\w+)?\}}|\\.|[\[\]]|{AS_TYPED}")
IDS = ("id", "key", "section", "number", "tag")  # what the entries of a toolkit's lists are known by
_SCALE = re.compile(r"\d+ - ")
_LETTERS = re.compile(r"[^\W\d_]")


def said(text: str, *, brackets: bool = True) -> str:
    """A text in the made-up language; its gaps, and what people type as it is, stay."""
    return "\n".join(_line(line, brackets=brackets) for line in text.split("\n"))


def _line(text: str, *, brackets: bool) -> str:
    letters = len(_LETTERS.findall(_KEPT.sub("", text)))
    if not letters:
        return text
    if len(text) == 1:
        return text.translate(ACCENTED)  # a letter in a sign has no room for more
    start = found.end() if (found := _SCALE.match(text)) else 0
    made, end = "", start
    for kept in _KEPT.finditer(text, start):
        made += text[end : kept.start()].translate(ACCENTED) + kept[0]
        end = kept.end()
    made += text[end:].translate(ACCENTED)
    more = -(-letters // 3)
    if not brackets:
        return text[:start] + made + "é" * more if made[-1:].isalpha() else text[:start] + made
    padding = (" éééééé" * (more // 7 + 1))[: max(more - 2, 0)]  # the brackets count
    return f"{text[:start]}«{made}{padding.rstrip()}»"


def left(drawn: str) -> list[str]:
    """What of a screen is in plain letters: nothing but what people type as it is."""
    return re.findall(r"[A-Za-z]+", re.sub(AS_TYPED, "", drawn))


# its files


def write(folder: Path) -> Path:
    """A folder with `words`, `flows` and `output_templates` that hold the made-up language beside the first one."""
    for source, names in ((content.FLOWS, "*.yaml"), (content.WORDS, "en.yaml")):  # and no other language
        (folder / source.name).mkdir()
        for file in source.glob(names):
            shutil.copy(file, folder / source.name)
    data = yaml_text.read((content.WORDS / "en.yaml").read_bytes()).data
    language = data.pop("language")
    made = {"language": _language(language), **{key: _sentence(each) for key, each in data.items()}}
    made["value"]["date"] = "{day} {month} {year}"
    (folder / "words" / f"{CODE}.yaml").write_text(yaml_text.write(made), encoding="utf-8")
    shutil.copytree(content.OUTPUT_TEMPLATES, folder / "output_templates")
    for prose in (folder / "output_templates").glob("*/en.yaml"):
        texts = {key: _sentence(each) for key, each in yaml_text.read(prose.read_bytes()).data.items()}
        prose.with_stem(CODE).write_text(yaml_text.write(texts), encoding="utf-8")
    for file, texts in flow_texts(toolkit()).items():
        path = folder / "flows" / CODE / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml_text.write(texts), encoding="utf-8")
    return folder


def _language(data: dict[str, Any]) -> dict[str, Any]:
    """Another order of days, other signs in numbers, and a plural more than English has."""
    return {
        **data,
        "name": said(data["name"]),
        "plurals": {**data["plurals"], "few": "^[2-4]$"},
        "joints": {
            name: [each.translate(ACCENTED) for each in joint] for name, joint in data["joints"].items()
        },
        "thousands": ".",
        "decimal": ",",
        "currency": data["currency"].translate(ACCENTED),
        "months": [said(each, brackets=False) for each in data["months"]],
        "short_months": [each.translate(ACCENTED) for each in data["short_months"]],
        "weekdays": [said(each, brackets=False) for each in data["weekdays"]],
        "date_order": ["day", "month", "year"],
        "ordinals": ["º"],
        "of": [each.translate(ACCENTED) for each in data["of"]],
        "forms": {gap: _forms(forms) for gap, forms in data["forms"].items()},
    }


def _sentence(data: Any) -> Any:
    if isinstance(data, str):
        return said(data)
    if isinstance(data, list):
        return [said(each) for each in data]
    if "say" not in data:
        return {key: _sentence(each) for key, each in data.items()}
    return {
        "say": _sentence(data["say"]),
        "forms": {gap: _forms(each) for gap, each in data["forms"].items()},
    }


def _forms(data: dict[str, str]) -> dict[str, str]:
    made = {key: said(text, brackets=False) for key, text in data.items()}
    return {**made, "few": made["other"]} if "one" in made else made


def flow_texts(flows: Toolkit) -> dict[str, dict[str, Any]]:
    """The overlay files of a toolkit, by name: every text of it at its place."""
    data = json.loads(json.dumps(toolkits.plain(flows)))
    found = Translation("en")
    found.put(data, {})
    files: dict[str, dict[str, Any]] = {}
    for place in found.lacking:
        group, *steps = place
        home = {"outline": "toolkit", "choices": "choices", "chapters": "chapters"}.get(group) or steps.pop(0)
        into = files.setdefault(f"{home}.yaml", {})
        for step in steps[:-1]:
            into = into.setdefault(step, {})
        into[steps[-1]] = _flow_text(_at(data, place), steps[-1])
    return {name: _listed(texts) for name, texts in files.items()}


def _flow_text(text: str, name: str) -> str:
    if name != "unit":
        return said(text)
    one, *other = (said(each, brackets=False) for each in text.split("|"))
    return "|".join([one, *other, *other])  # few, other


def _at(data: Any, place: tuple[str, ...]) -> str:
    for step in place:
        data = _entry(data, step) if isinstance(data, list) else data[step]
    return str(data)


def _entry(data: list[Any], step: str) -> Any:
    """The entry of a list with an id, or with a number."""
    known = (each for each in data if isinstance(each, dict) and step in map(each.get, IDS))
    return next(known, None) or data[int(step) - 1]


def _listed(data: Any) -> Any:
    """What is known by its number is a list."""
    if not isinstance(data, dict):
        return data
    made = {key: _listed(each) for key, each in data.items()}
    return list(made.values()) if list(made) == [str(number) for number in range(1, len(made) + 1)] else made


# speaking it


@contextmanager
def spoken(folder: Path) -> Iterator[Toolkit]:
    """The made-up language is spoken, and its toolkit is there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content, "WORDS", folder / "words")
        patch.setattr(content, "FLOWS", folder / "flows")
        patch.setattr(content, "OUTPUT_TEMPLATES", folder / "output_templates")
        patch.setattr(printed_plan, "SHARED", folder / "output_templates" / "shared")
        words.speak(CODE)
        try:
            yield toolkits.load(None, CODE)
        finally:
            words.speak()


def documents(folder: Path) -> list[DocumentKind]:
    """The documents with the templates of a folder that was written here."""
    return [
        replace(each, folder=folder / "output_templates" / each.folder.name) for each in DOCUMENTS.values()
    ]


def in_greek(draft: Draft) -> Draft:
    """A plan whose free texts are in Greek letters, so that an answer is known from a text of ours."""
    made = draft.snapshot()
    made.data = {name: _answers(each, name) for name, each in draft.data.items()}
    made.open_points = [
        replace(
            each,
            note=each.note and each.note.translate(GREEK),
            owner=each.owner and each.owner.translate(GREEK),
        )
        for each in draft.open_points
    ]
    made.accepted_checks = [
        {**each, **({"because": each["because"].translate(GREEK)} if each.get("because") else {})}
        for each in draft.accepted_checks
    ]
    return made


def _answers(value: Any, path: str) -> Any:
    if isinstance(value, dict) and set(value) == {"other"}:
        return {"other": value["other"].translate(GREEK)}
    if isinstance(value, dict):
        return {
            name: each if name == "id" else _answers(each, f"{path}.{name}") for name, each in value.items()
        }
    if isinstance(value, list):
        return [
            _answers(each, f"{path}[]" if isinstance(each, dict) and "id" in each else path) for each in value
        ]
    part = toolkit().filling.get(path)
    is_free = part is not None and part.kind in ("text", "long", "list") and not part.choose_from
    return value.translate(GREEK) if isinstance(value, str) and is_free else value
