"""Figure 7: who leads, who holds which other job, and which committees there are under which chair.

Source: guide C.3 (BU-14, OP-03, OP-04).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from wizard.document.placeholders import Mark
from wizard.document.view.answers import Answer
from wizard.document.view.by_slot import BySlot
from wizard.document.view.columns import laid_out
from wizard.document.view.facts import Fact
from wizard.document.view.records import Record, RecordList

FORM, JOBS, COMMITTEES = "build.leadership", "operations.jobs", "operations.committees"
COLUMNS = (("name", "cadence"), ("chair",), ("task", "ps"), ("first_job",))  # of committees
SLOTS = (
    FORM,
    *(f"{JOBS}[].{name}" for name in ("job", "holder", "term_ends")),
    *(f"{COMMITTEES}[].{name}" for column in COLUMNS for name in column),
)
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
    beside: Fact | None

    @property
    def items(self) -> tuple[Mark, ...]:
        """The jobs with who holds them, and the committees with who chairs them."""
        groups = self.committees.records if self.committees else ()
        jobs = (mark for record in self.listed.records for mark in record.marks("job", "holder"))
        return (*jobs, *(mark for record in groups for mark in record.marks("name", "chair")))


def draw(printed: BySlot) -> Leadership | None:
    """The chart; None without jobs, or with one job and no committee."""
    jobs, committees, form = (printed.lists.get(JOBS), printed.lists.get(COMMITTEES), printed.answer(FORM))
    if jobs is None or len(jobs.records) + len(printed.records(COMMITTEES)) < LEAST:
        return None
    leading = tuple(record for record in jobs.records if {*record.keys("job")} & {*LEADS})
    others = tuple(record for record in jobs.records if record not in leading)
    return Leadership(
        form=form if form and form.kind != "open" else None,
        leads=bands(leading, LEADS_ACROSS),
        jobs=bands(others, JOBS_ACROSS),
        listed=jobs,
        term=_one_term(jobs),
        committees=laid_out(committees, COLUMNS) if committees else None,
        beside=printed.facts.get(COMMITTEES),
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
    ends = {record.keys("term_ends") for record in jobs.records}
    together = len(ends) == 1 and ends != {()} and len(jobs.records) > 1
    return jobs.records[0].answers["term_ends"] if together else None
