"""Yes or no."""

from dataclasses import replace

from wizard import words
from wizard.screen.kinds.one import One
from wizard.screen.kinds.prompt import Lines
from wizard.sitting.ask import Ask, Option


class YesNo(One):
    """`value`: bool. The first letter points, Enter answers."""

    def __init__(self, ask: Ask, lines: Lines) -> None:
        yes, no = (words.say("value.yes_no", answer=answer) for answer in (True, False))
        super().__init__(replace(ask, options=(Option(True, yes), Option(False, no))), lines)

    def arrows(self) -> tuple[str, str]:
        arrows, moves = super().arrows()
        letters = "/".join(option.label[0].casefold() for option in self.ask.options)
        return f"{arrows} {letters}", moves
