"""Yes or no."""

from dataclasses import replace

from wizard import words
from wizard.errors import Unfit
from wizard.plain.choices import Choice
from wizard.plain.kinds.kind import Outcome
from wizard.plain.kinds.one import One
from wizard.sitting.ask import Ask, Option


class YesNo(One):
    """`value`: bool. The first letter is enough."""

    def __init__(self, ask: Ask) -> None:
        yes, no = (words.say("value.yes_no", answer=answer) for answer in (True, False))
        super().__init__(replace(ask, options=(Option(True, yes), Option(False, no))))

    def choices(self) -> list[Choice]:
        return []  # the prompt says both

    def read(self, line: str) -> Outcome:
        try:
            return super().read(line)
        except Unfit as unfit:
            if unfit.key == "plain.not_on_list":  # no list was said
                raise Unfit("unfit.bool_parsing") from None
            raise
