"""The example plans, entered page by page as the groups that wrote them would: nothing is lost on the way."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.support.fingers import Fingers
from tests.support.script import Memory, Person
from tests.support.shipped import toolkit
from tests.support.typist import Typist, same_plan
from wizard import content
from wizard.sitting.loop import sit
from wizard.sitting.sitting import Sitting
from wizard.storage import plan_file
from wizard.storage.draft import Draft

EXAMPLES = ("two-rivers-quick", pytest.param("two-rivers", marks=pytest.mark.slow))


@cache
def entered(name: str) -> Person:
    """Somebody who has typed a whole example, from an empty plan to the hub."""
    person = Person(example(name))
    person.sitting = Sitting(toolkit(), Draft(), Memory())
    sit(person, person.sitting)
    return person


@cache
def entered_in_lines(name: str) -> tuple[Person, Typist]:
    """The same through a pipe to the plain front end."""
    person = Person(example(name))
    typist = Typist(person, is_live=False)
    person.sitting = Sitting(toolkit(), Draft(), Memory())
    sit(typist, person.sitting)
    return person, typist


def example(name: str) -> Draft:
    return plan_file.draft_of((content.PACKAGE / "examples" / f"{name}.plan.yaml").read_bytes())


def in_one_order(data: Any) -> Any:
    """Lists of choices count whatever their order: the file has the group's, a list of choices has its own."""
    if isinstance(data, dict):
        return {key: in_one_order(value) for key, value in data.items()}
    if isinstance(data, list):
        held = [in_one_order(each) for each in data]
        return (
            held if any(isinstance(each, dict) and "id" in each for each in held) else sorted(held, key=str)
        )
    return data


def pages(person: Person) -> int:
    """Pages of the whole walk, cards and all: an entry of a list is one page, however many prompts it takes."""
    count, before = len(person.cards), ""
    for page in person.pages:
        entry = ".".join(page.place.split(".")[:3]) if _in_an_entry(page.place) else ""
        count += not entry or entry != before
        before = entry
    return count


def _in_an_entry(place: str) -> bool:
    return any(place.startswith(f"{path}.") for path in toolkit().lists)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_entered_page_by_page_is_the_same_plan(name: str) -> None:
    person = entered(name)

    assert person.with_known_ids(person.draft.data) == person.target.data


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_kept_beside_the_answers_is_the_same_too(name: str) -> None:
    person = entered(name)

    points = person.with_known_ids([point.as_data() for point in person.draft.open_points])
    wanted = [point.as_data() for point in person.target.open_points]
    assert sorted(points, key=json.dumps) == sorted(wanted, key=json.dumps)
    assert set(person.draft.complete) == set(person.target.complete)
    assert person.draft.path == person.target.path


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_typed_in_lines_is_the_same_plan(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    person, typist = entered_in_lines(name)

    record_property(
        "shown", f"{name} in plain mode: {len(typist.lines)} lines typed, {len(person.pages)} prompts"
    )
    assert in_one_order(person.with_known_ids(person.draft.data)) == in_one_order(person.target.data)
    assert set(person.draft.complete) == set(person.target.complete)
    assert len(person.draft.open_points) == len(person.target.open_points)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_pressed_key_by_key_is_the_same_plan(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    person = Person(example(name))
    with Fingers(person) as fingers:
        person.sitting = Sitting(toolkit(), Draft(), Memory())
        sit(fingers, person.sitting)

    record_property("shown", f"{name} key by key on the screen: {len(person.pages)} prompts")
    in_lines, _ = entered_in_lines(name)
    assert len(person.pages) == len(in_lines.pages)
    assert person.with_known_ids(person.draft.data) == in_lines.with_known_ids(in_lines.draft.data)
    person.draft.plan_id = in_lines.draft.plan_id
    assert same_plan(person.draft, in_lines.draft)


def test_the_quick_plan_ends_in_the_same_file_on_both_front_ends() -> None:
    person, _ = entered_in_lines("two-rivers-quick")

    person.draft.plan_id = entered("two-rivers-quick").draft.plan_id
    assert same_plan(person.draft, entered("two-rivers-quick").draft)


def test_the_quick_plan_takes_at_most_150_pages(record_property: Callable[[str, object], None]) -> None:
    person = entered("two-rivers-quick")

    record_property(
        "shown",
        f"The quick walk: {pages(person)} pages with its {len(person.cards)} cards (an entry of a list on one); "
        f"prompts and cards each for itself: {len(person.pages) + len(person.cards)}",
    )
    assert pages(person) <= 150


def test_every_answer_is_saved_with_the_page_that_gave_it() -> None:
    person = entered("two-rivers-quick")

    assert person.sitting is not None
    keep = person.sitting.keep
    assert isinstance(keep, Memory)
    assert keep.saved[-1].data == person.draft.data
    assert len(keep.saved) > 100
