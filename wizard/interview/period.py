"""The days a plan covers: what they may be, and which answers are meant to lie among them."""

from datetime import date

from wizard.errors import Unfit
from wizard.storage.draft import Draft

START, END = "about.period.start", "about.period.end"
LONGEST = 20  # years

# What is to happen while the plan runs.
INSIDE = frozenset(
    {
        "goals.items[].target_date",
        "goals.items[].first_step_by",
        "strategy.activities[].start",
        "strategy.activities[].end",
        "strategy.outputs[].by",
        "evaluation.calendar[].collect",
        "evaluation.calendar[].review",
        "survivors.aim_by",
        "survivors.first_step_by",
        "trust.review_date",
    }
)


def period_of(draft: Draft, path: str = "") -> tuple[date, date] | None:
    """The first and the last day of the plan, where both are known and in order; none for these days themselves."""
    start, end = draft.get(START), draft.get(END)
    if path in (START, END) or not start or not end or start > end:
        return None
    return date.fromisoformat(start), date.fromisoformat(end)


def check(start: str | None, end: str | None) -> None:
    """Whether a plan can run from one day to the other. Raises Unfit."""
    if not start or not end:
        return
    if end < start:
        raise Unfit("unfit.period_reversed")
    if int(end[:4]) - int(start[:4]) - (end[4:] < start[4:]) >= LONGEST:
        raise Unfit("unfit.period_long", most=LONGEST)


def is_outside(draft: Draft, path: str, value: object) -> bool:
    """Whether a day that is meant to lie inside the plan lies outside of it."""
    period = period_of(draft) if path in INSIDE and value else None
    return period is not None and not period[0] <= date.fromisoformat(str(value)) <= period[1]
