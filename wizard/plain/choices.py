"""The choices of a page by their numbers, and which of them somebody means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.values import labelled
from wizard.formatting.wrap import line
from wizard.sitting.ask import Option
from wizard.sitting.matching import finds, folded, same

FEW = 5  # names said when several begin with the same letters
_SCALE = re.compile(r"(\d+) - (.*)", re.DOTALL)  # a rating says its own number: "0 - not at all"


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen, and the number it is chosen by. `option` without words is one's own."""

    number: int
    label: str
    option: Option


def numbered(options: Sequence[Option], value: Any = None) -> list[Choice]:
    """The options by number, words of one's own before the option that asks for them."""
    listed = list(_with_own(options, value))
    scale = [_SCALE.fullmatch(each.label) for each in listed if not each.apart]
    if scale and all(scale):
        numbers = [int(found[1]) for found in scale if found]
        return [
            Choice(number, found[2], option)
            for number, found, option in zip(numbers, scale, listed, strict=False)
            if found
        ] + [
            Choice(number, option.label, option)
            for number, option in enumerate(listed[len(scale) :], max(numbers) + 1)
        ]
    return [Choice(number, option.label, option) for number, option in enumerate(listed, 1)]


def _with_own(options: Sequence[Option], value: Any) -> Iterator[Option]:
    values = value if isinstance(value, (list, tuple)) else [value]
    own = [each for each in values if isinstance(each, dict) and set(each) == {"other"}]
    for option in options:
        if option.words:
            yield from (Option(each, each["other"]) for each in own if not _offered(options, each))
            own = []
        yield option


def _offered(options: Sequence[Option], value: Any) -> bool:
    return any(same(option.value, value) for option in options)


def of_value(choices: Sequence[Choice], value: Any) -> Choice | None:
    """The choice that stands for a value."""
    return next((each for each in choices if same(each.option.value, value)), None)


def meant(text: str, choices: Sequence[Choice]) -> Choice:
    """The one choice that a number, a name or the beginning of a name means. Raises Unfit."""
    found = fitting(text, choices)
    if not found:
        raise Unfit("plain.not_on_list")
    if len(found) > 1:
        names = [f"{each.number}. {line(each.label)}" for each in found[:FEW]]
        raise Unfit(
            "plain.which" if len(found) <= FEW else "plain.which_of_many", names=names, count=len(found)
        )
    if found[0].option.off:
        raise Unfit("plain.off", why=found[0].option.off)
    return found[0]


def fitting(text: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices that a number or words may mean: a whole name before a beginning, that before words of a name."""
    wanted = folded(line(text))
    return (
        [each for each in choices if str(each.number) == wanted]
        or [each for each in choices if folded(line(each.label)) == wanted]
        or [each for each in choices if wanted and folded(line(each.label)).startswith(wanted)]
        or [each for each in choices if wanted and finds(wanted, line(each.label))]
    )


def several(text: str, choices: Sequence[Choice]) -> list[Choice]:
    """All that is meant by `1 3 4`, by `alder, boulder` or by one name, each once, in the order typed. Raises Unfit."""
    found = [meant(name, choices) for name in names_in(text, choices)]
    return list({each.number: each for each in found}.values())


def names_in(text: str, choices: Sequence[Choice]) -> list[str]:
    """The numbers or names that one line holds."""
    bare = text.strip()
    if re.fullmatch(r"[\d\s,;]+", bare):
        return re.findall(r"\d+", bare)
    if any(folded(line(each.label)).startswith(folded(bare)) for each in choices):
        return [bare]  # a name may have a comma in it
    joint = re.escape(words.language().data["joints"]["and"][1].strip())
    return [part.strip() for part in re.split(rf"[,;]|\b{joint}\b", bare) if part.strip()]


def named(choices: Sequence[Choice]) -> str:
    """Several in one line."""
    return words.language().joined([line(each.label) for each in choices], "apart")


def in_lines(choices: Sequence[Choice], *, advised: bool) -> list[str]:
    """One a line, with its number."""
    return [f"{each.number}. {speakable(_with_advice(each, advised=advised))}" for each in choices]


def _with_advice(choice: Choice, *, advised: bool) -> str:
    option = choice.option
    text = line(choice.label)
    if option.off:
        return words.say("plain.not_now", label=text, why=option.off)
    return labelled(text, line(option.advice)) if advised and option.advice else text


def speakable(text: str) -> str:
    """Signs that only part things are read out by name; a comma is a pause."""
    return text.replace(" · ", ", ")
