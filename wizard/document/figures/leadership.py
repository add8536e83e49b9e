"""Figure 7: who leads, who holds which other job, and which committees there are under which chair.

Source: guide C.3 (BU-14, OP-03, OP-04).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from wizard.document.figures.reading import block, facts, first_mark, keys, only_said, records
from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer
from wizard.document.view.blocks import Fact
from wizard.document.view.lists import Record, RecordList

LEADS = ("chair", "co_chair")
LEADS_ACROSS, JOBS_ACROSS = 3, 5  # boxes that stand side by side on a page
LEAST = 2  # boxes; a single job is read quicker as a plain list


@dataclass(frozen=True)
class Band:
    """Boxes side by side; `width` is the percent of the page they take, so that bands of a level line up."""

    boxes: tuple[Record, ...]
    width: int


@dataclass(frozen=True)
class Leadership:
    """`form` is how the partnership is led; `term` the last day of every job, where all end together.

    `beside` is what else was answer about committees: that there are none, or why it is open.
    """

    form: Answer | None
    leads: tuple[Band, ...]
    jobs: tuple[Band, ...]
    listed: RecordList
    term: Answer | None
    committees: RecordList | None
    beside: tuple[Fact, ...]

    @property
    def items(self) -> tuple[Mark, ...]:
        """The jobs with who holds them, and the committees with who chairs them."""
        groups = self.committees.records if self.committees else ()
        named = [(record, field) for record in self.listed.records for field in ("job", "holder")]
        named += [(record, field) for record in groups for field in ("name", "chair")]
        marks = (first_mark(record.answers.get(field)) for record, field in named)
        return tuple(mark for mark in marks if mark is not None)


def draw(view: Mapping[str, Any]) -> Leadership | None:
    """The chart; None without jobs, or with one job and no committee."""
    jobs = block(view, "OP-03", RecordList)
    committees = block(view, "OP-04", RecordList)
    if jobs is None or len(jobs.records) + len(records(view, "OP-04")) < LEAST:
        return None
    leading = tuple(record for record in jobs.records if {*keys(record, "job")} & {*LEADS})
    others = tuple(record for record in jobs.records if record not in leading)
    return Leadership(
        form=only_said(view, "BU-14"),
        leads=bands(leading, LEADS_ACROSS),
        jobs=bands(others, JOBS_ACROSS),
        listed=jobs,
        term=_one_term(jobs),
        committees=committees,
        beside=facts(view, "OP-04"),
    )


def bands(records: Sequence[Record], across: int) -> tuple[Band, ...]:
    """The records in as few bands as `across` allows, and in bands as even as can be."""
    if not records:
        return ()
    side_by_side = ceil(len(records) / ceil(len(records) / across))
    return tuple(
        Band(tuple(some), 100 * len(some) // side_by_side)
        for start in range(0, len(records), side_by_side)
        if (some := records[start : start + side_by_side])
    )


def _one_term(jobs: RecordList) -> Answer | None:
    """The end of every term, where there is one and the same."""
    ends = {keys(record, "term_ends") for record in jobs.records}
    together = len(ends) == 1 and ends != {()} and len(jobs.records) > 1
    return jobs.records[0].answers["term_ends"] if together else None
