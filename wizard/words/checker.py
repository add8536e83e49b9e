"""A sentence checked before anybody reads it: its notation, its forms, and every way in which it can come out."""

import re
from collections.abc import Collection, Iterator
from itertools import islice, product
from typing import Any

from wizard.words.formatter import Nodes, Sentence, fill
from wizard.words.language import Language
from wizard.words.parser import Slip, gaps, sentence

CATEGORIES = frozenset(("zero", "one", "two", "few", "many", "other"))  # of plurals, as CLDR names them
MOST = 5_000  # outcomes of one sentence that are looked at
_BORDER = "\x01"  # around what fills a gap, so that a letter too near to it is seen
_SAMPLE = f"{_BORDER}Xx{_BORDER}"
_NUMBERS = (*range(201), 1_000, 1_000_000)
_BROKEN = re.compile(r" {2}| [,.;:!?)]|[,;:(] ?[,.;:!?)]|\( |\.\.|[.!?][.!?]|^ | $|[,;]$|^\W*$|\"\"")
_GLUED = re.compile(rf"\w{_BORDER}+\w")
_PAIRS = (("(", ")"), ("“", "”"), ("«", "»"))


def slips(data: Any, language: Language, like: Sentence | None = None) -> Iterator[Slip]:
    """Everything that is wrong with a sentence; `like` is the same one in the language it is translated from."""
    try:
        read = sentence(data)
    except Slip as slip:
        yield slip
        return
    found = [*_gap_slips(read, like), *_form_slips(read, language, like)]
    yield from found or _outcome_slips(read, language)


def used(read: Sentence) -> set[str]:
    """The gaps of a sentence, those in its forms too."""
    return {gap for nodes in (*read["say"], *_forms(read)) for gap in gaps(nodes)}


def _gap_slips(read: Sentence, like: Sentence | None) -> Iterator[Slip]:
    mine = used(read)
    for gap in sorted(set(read["forms"]) - mine):
        yield Slip("notation.idle_forms", 0, gap=gap)
    for gap in sorted(mine - used(like)) if like else ():
        yield Slip("notation.unknown_gap", 0, gap=gap)
    for gap in sorted(used(like) - mine) if like else ():
        yield Slip("notation.gap_lost", 0, gap=gap)


def _form_slips(read: Sentence, language: Language, like: Sentence | None) -> Iterator[Slip]:
    for gap, forms in read["forms"].items():
        wanted = _wanted(forms, language, like["forms"].get(gap) if like else None)
        for key in wanted:
            if key not in forms:
                yield Slip("notation.no_form", 0, gap=gap, key=key)
        for key in forms:
            if key not in wanted and not (key.isdigit() and _is_counted(forms)):
                yield Slip("notation.unknown_form", 0, gap=gap, key=key)


def _wanted(forms: Collection[str], language: Language, like: Collection[str] | None) -> list[str]:
    """The keys that forms must have: each plural category, both of yes and no, or the choices there are."""
    if _is_counted(forms):
        return language.categories
    if not {"yes", "no"}.isdisjoint(forms):
        return ["yes", "no"]
    return list(like or forms)


def _is_counted(forms: Collection[str]) -> bool:
    return any(key.isdigit() or key in CATEGORIES - {"other"} for key in forms)


def _outcome_slips(read: Sentence, language: Language) -> Iterator[Slip]:
    """What a piece that falls away, or a form, would leave broken: the first of each kind."""
    bordered = {
        gap: {key: [_BORDER, *form, _BORDER] for key, form in forms.items()}
        for gap, forms in read["forms"].items()
    }
    meant = [text for nodes in (*read["say"], *_forms(read)) for text in _inner(nodes)]
    names = sorted(used(read))
    seen = set[str]()
    for values in islice(product(*(_samples(name, read, language) for name in names)), MOST):
        said = fill({**read, "forms": bordered}, dict(zip(names, values, strict=True)), language)
        for broken in _broken(said) if said else ():
            if broken not in seen and not any(broken in text for text in meant):
                seen.add(broken)
                yield Slip("notation.broken", 0, text=said.replace(_BORDER, "") if said else "")


def _broken(said: str) -> Iterator[str]:
    yield from (found[0] for found in _GLUED.finditer(said))
    plain = said.replace(_BORDER, "")
    yield from (found[0] for found in _BROKEN.finditer(plain))
    yield from (f"{opens} {closes}" for opens, closes in _PAIRS if plain.count(opens) != plain.count(closes))
    if plain.count('"') % 2:
        yield '" "'


def _forms(read: Sentence) -> list[Nodes]:
    return [form for forms in read["forms"].values() for form in forms.values()]


def _inner(nodes: Nodes) -> Iterator[str]:
    """The texts among nodes, without the character that touches what stands before them."""
    for at, node in enumerate(nodes):
        if isinstance(node, list):
            yield from _inner(node)
        elif isinstance(node, str):
            yield node[1:] if at else node


def _samples(name: str, read: Sentence, language: Language) -> list[object]:
    """A value of each sort that the sentence can tell apart; none where its gap may be empty."""
    forms = read["forms"].get(name, {})
    empty: list[object] = [None] if any(name in _inside_pieces(nodes) for nodes in read["say"]) else []
    if _is_counted(forms):
        return [*empty, *_numbers(forms, language)]
    if "yes" in forms:
        return [*empty, True, False]
    return [
        *empty,
        *(key for key in forms if key != "other"),
        *([_SAMPLE] if "other" in forms or not forms else []),
    ]


def _numbers(forms: Collection[str], language: Language) -> list[object]:
    first: dict[str, object] = {}
    for number in _NUMBERS:
        key = str(number) if str(number) in forms else language.category(number)
        first.setdefault(key, number)
    return list(first.values())


def _inside_pieces(nodes: Nodes) -> set[str]:
    return {gap for each in nodes if isinstance(each, list) for gap in gaps(each)}
