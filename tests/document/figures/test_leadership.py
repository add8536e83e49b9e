"""Who leads: chairs on top, the other jobs in even bands, committees once, and a plain list where there is little."""

import pytest

from tests.support.figures_seen import Plan
from tests.support.markers import by_chapter
from wizard.document.figures.leadership import JOBS_ACROSS, bands

JOBS = "operations.jobs"
COMMITTEES = "operations.committees"


def plan(*jobs: str, ends: tuple[str, ...] = ()) -> Plan:
    made = Plan()
    for number, job in enumerate(jobs):
        made.add(JOBS, job=job, **({"term_ends": ends[number]} if ends else {}))
    return made


def chapter(plan: Plan, key: str) -> str:
    return by_chapter(plan.page())[key]


@pytest.mark.parametrize("count", range(1, 25))
def test_bands_are_even_hold_every_box_once_and_stay_inside_the_page(count: int) -> None:
    found = bands(list(range(count)), JOBS_ACROSS)  # type: ignore[arg-type]  # any boxes do

    sizes = [len(band.boxes) for band in found]
    assert [box for band in found for box in band.boxes] == list(range(count))
    assert max(sizes) <= JOBS_ACROSS
    assert len(sizes) == -(-count // JOBS_ACROSS)
    assert all(size == sizes[0] for size in sizes[:-1])
    assert all(0 < band.width <= 100 for band in found)
    assert all(abs(band.width / len(band.boxes) - 100 / sizes[0]) < 1 for band in found)


def test_chairs_stand_on_top_and_the_other_jobs_below() -> None:
    made = plan("recorder", "co_chair", "data_lead", "co_chair")
    drawn = made.drawn("leadership")

    levels = [
        [made.read(box.answers["job"].entries[0]) for band in level for box in band.boxes]
        for level in (drawn.leads, drawn.jobs)
    ]

    assert levels == [["Co-chair", "Co-chair"], ["Recorder", "Data lead"]]


def test_the_end_of_every_term_is_said_once_where_all_end_together() -> None:
    together = plan("chair", "recorder", ends=("2027-08-31", "2027-08-31"))
    apart = plan("chair", "recorder", ends=("2027-08-31", "2027-09-30"))

    told = [chapter(each, "7") for each in (together, apart)]

    assert "EveryjobrunsuntilAugust31,2027." in told[0]
    assert told[0].count("August31,2027") == 1
    assert "Everyjob" not in told[1]
    assert "September30,2027" in told[1]


def test_a_single_job_is_a_plain_list_until_there_is_a_committee() -> None:
    alone, led = plan("chair"), plan("chair")
    led.add(COMMITTEES, name="Outreach")

    drawn = [each.drawn("leadership") for each in (alone, led, Plan())]

    assert [each is None for each in drawn] == [True, False, True]
    assert "Heldby" in chapter(alone, "7")


def test_the_chart_shows_committees_once_and_says_when_there_are_none() -> None:
    some, none = plan("chair", "recorder"), plan("chair", "recorder")
    some.add(COMMITTEES, name="Outreach", first_job="Plan three evenings")
    none.draft.call_complete(COMMITTEES)

    told = [chapter(each, "7") for each in (some, none)]

    assert told[0].count("Outreach") == told[0].count("Planthreeevenings") == 1
    assert "CommitteesNone" in told[1]


def test_how_we_are_led_stands_above_the_chart() -> None:
    made = plan("chair", "recorder")
    made.draft.put("build.leadership", "rotating")

    assert "Howweareled:Leadershipthatrotates." in chapter(made, "7")
    assert "Leadershipthatrotates" in chapter(made, "3")
