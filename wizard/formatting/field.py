"""What is known of a place in the plan while a text is read for it, so that it is read as it is meant there."""

import datetime
from dataclasses import dataclass

from wizard.errors import Offered, Unfit
from wizard.formatting.dates import Period, parse_date
from wizard.formatting.numbers import parse_number
from wizard.formatting.shares import number_of
from wizard.interview.period import period_of
from wizard.storage.draft import Draft


@dataclass(frozen=True)
class Field:
    """`fractions` where the place takes them, `period` the days of the plan, `members` where a share of them fits."""

    fractions: bool = False
    period: Period | None = None
    members: int | None = None

    def number(self, text: str, unit: str = "") -> int | float:
        """The number that a text says here. Raises Unfit, and Offered for a share of the members."""
        if self.members is not None and (number := number_of(text, self.members)) is not None:
            if not self.members:
                raise Unfit("unfit.share_of_none")
            raise Offered("unfit.share", str(number), number=number, members=self.members)
        if text.strip().endswith("%") and not self.fractions:
            raise Unfit("unfit.number")
        return parse_number(text, unit, fractions=self.fractions)

    def date(self, text: str) -> datetime.date:
        """The day that a text names here. Raises Unfit, and Offered for what may mean one."""
        return parse_date(text, self.period)


def read_as_written(draft: Draft, path: str, text: str) -> int | float | str | None:
    """What a text in a file means at a slot; None where it is written as a plan file has it. Raises Unfit."""
    from wizard.plan.slots import slot

    field = field_at(draft, path)
    if slot(path).base is datetime.date:
        day = field.date(text).isoformat()
        return None if day == text.strip() else day
    number = field.number(text)
    return None if _is_of_a_plan_file(text, number) else number


def _is_of_a_plan_file(text: str, number: float) -> bool:
    try:
        return float(text.strip().removeprefix("$").replace(",", "")) == number
    except ValueError:
        return False


def field_at(draft: Draft, path: str) -> Field:
    """What is known of a slot."""
    from wizard.plan.slots import slot  # pydantic comes with it, so not before the first answer

    place = slot(path)
    members = len(draft.items("build.members")) if place.unit == "voters" else None
    return Field(place.base is not int, period_of(draft, path), members)
