"""The ground rules and how a group decides, for the wall: nothing else of the plan, and nothing about anyone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wizard.document import fonts
from wizard.document.document import SHARED
from wizard.document.layout.lines import Measured, measured
from wizard.document.layout.poster import MOST_LETTERS, Layout, Words, layout
from wizard.document.letters.letters import Letters
from wizard.document.options import DocumentOptions
from wizard.document.placeholders import Answers, Mark
from wizard.document.printable import clean
from wizard.document.view.builder import Builder
from wizard.document.view.cover import help_lines
from wizard.errors import Problem
from wizard.interview.survey import Survey
from wizard.words.vocabulary import Vocabulary

RULES, DECISION, STUCK = "operations.ground_rules", "operations.decision", "operations.stuck"
PROSE = (
    "unnamed",
    "heading",
    "decision",
    "stuck",
    "help",
    "emergency",
)  # what is measured of its fixed words
LINES = 8  # to write on, where no rules are agreed on yet
FACES = {  # a head has from the first what its own face lacks
    "text": ("SourceSans3-Regular.ttf",),
    "bold": ("SourceSans3-Bold.ttf",),
    "head": ("SourceSans3-Bold.ttf", "heads/SourceSerif4-Semibold.ttf"),
}


@dataclass(frozen=True)
class Poster:
    """`rules` are None each where they are still to be written on the paper, and so is `decision`.

    `hint` helps to write them; `stuck` is what happens when the group cannot agree, None where that is not said.
    """

    name: Mark
    hint: Mark | None
    rules: tuple[Mark | None, ...]
    decision: Mark | None
    stuck: Mark | None
    help_lines: tuple[Mark, ...]
    layout: Layout


def poster(
    survey: Survey, options: DocumentOptions, sentences: Vocabulary
) -> tuple[Mapping[str, Any], Answers]:
    """The view of the poster, and the answers behind its marks. Problem: document.no_room."""
    builder = Builder(survey)
    prose = {key: sentences.say(key, {}) for key in PROSE}
    name = builder.text("about.name") or prose["unnamed"]
    helping = help_lines(builder)[:2] or (prose["emergency"],)
    rules = builder.texts(RULES)
    hint = "" if rules else _hint(builder)
    view = Poster(
        name=builder.put(name),
        hint=builder.put(hint) if hint else None,
        rules=tuple(map(builder.put, rules)) or LINES * (None,),
        decision=builder.mark(DECISION),
        stuck=builder.mark(STUCK),
        help_lines=tuple(map(builder.put, helping)),
        layout=layout(_words(builder, prose, name, hint, helping), options.paper),
    )
    return {"poster": view}, builder.marks


def _words(builder: Builder, prose: Mapping[str, str], name: str, hint: str, helping: Sequence[str]) -> Words:
    """The same, measured. Problem where that is more than any page holds."""
    rules, decision, stuck = builder.texts(RULES), builder.text(DECISION), builder.text(STUCK)
    if sum(map(len, (name, decision, stuck, *rules, *helping))) > MOST_LETTERS:
        raise Problem("document.no_room")
    cells = [(prose["decision"], decision), *([(prose["stuck"], stuck)] if stuck else [])]
    return Words(
        name=_measured(name, "bold"),
        title=_measured(prose["heading"], "head"),
        hint=_measured(hint, "text") if hint else None,
        rules=tuple(_measured(rule, "text") for rule in rules) or LINES * (None,),
        cells=tuple(
            (_measured(head, "bold"), _measured(text, "head") if text else None) for head, text in cells
        ),
        help=(_measured(prose["help"], "bold"), _measured(" · ".join(helping), "text")),
    )


def _hint(builder: Builder) -> str:
    """What the toolkit says about choosing rules; nothing where these flows do not ask for any."""
    part = builder.toolkit.filling.get(RULES)
    return part.hint or builder.toolkit.asked_by[part.id].hint if part else ""


def _measured(text: str, face: str) -> Measured:
    folder = fonts.folder_of((SHARED,))
    drawn = Letters(fonts.drawable(folder)).plain(clean(text))
    widths: dict[str, float] = {}
    for file in FACES[face]:
        widths |= fonts.advances(folder / file)
    return measured(drawn, widths)
