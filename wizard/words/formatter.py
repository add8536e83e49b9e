"""A parsed sentence with its gaps filled: pieces fall away, forms go by choice or by number, lists are joined."""

from collections.abc import Mapping
from typing import Any

from wizard.words.language import Language

Nodes = list[
    Any
]  # of texts, gaps ({"gap": name}, and "joint": how a list is joined) and pieces, which are nodes
Sentence = dict[str, Any]  # {"say": variants, the fullest first, "forms": gap → key → nodes}
Values = Mapping[str, object]


def fill(sentence: Sentence, values: Values, language: Language) -> str | None:
    """The first variant that these values fill, or None where they fill none.

    None and an empty list are not given; an empty text lets a piece fall away and is written nowhere else.
    """
    filling = _Filling(sentence["forms"], values, language)
    return next((text for each in sentence["say"] if (text := filling.text(each)) is not None), None)


class _Filling:
    """`within` are the gaps whose form is being written: there the same gap is the bare value."""

    def __init__(self, forms: Mapping[str, Mapping[str, Nodes]], values: Values, language: Language) -> None:
        self.forms, self.values, self.language = forms, values, language
        self.within: tuple[str, ...] = ()

    def text(self, nodes: Nodes, *, piece: bool = False) -> str | None:
        """The text of some nodes; None where a value that it needs is not given, or in a piece is empty."""
        written = ""
        for node in nodes:
            if isinstance(node, str):
                written += node
            elif isinstance(node, list):
                written += self.text(node, piece=True) or ""
            elif (said := self._gap(**node)) is None or (piece and not said):
                return None
            else:
                written += said
        return written

    def _gap(self, gap: str, joint: str = "and") -> str | None:
        value = self.values.get(gap)
        if value in (None, (), []):
            return None
        forms = self.forms.get(gap) or self.language.forms.get(gap, {})
        if forms and value != "" and gap not in self.within:
            form = forms.get(key_of(value, forms, self.language), forms.get("other"))
            if form is not None:
                self.within = (*self.within, gap)
                try:
                    return self.text(form)
                finally:
                    self.within = self.within[:-1]
        if isinstance(value, list | tuple):
            return self.language.joined([str(each) for each in value], joint)
        return f"{value:g}" if isinstance(value, float) else str(value)


def key_of(value: object, forms: Mapping[str, object], language: Language) -> str:
    """Which form says a value: a choice says itself, a number its own key or its plural category."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    number = len(value) if isinstance(value, list | tuple) else value
    if not isinstance(number, int | float):
        return str(number)
    return str(number) if str(number) in forms else language.category(number)
