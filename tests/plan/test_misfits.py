"""What pydantic finds amiss as keys of our sentences: one for each thing, at the place where it is to be mended."""

from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import TypeAdapter

from wizard.errors import MOST_FAULTS
from wizard.plan.misfits import validated


@dataclass(frozen=True)
class Shelf:
    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 — the form pydantic asks for
    label: str
    books: str | tuple["Shelf", ...] = ""


SHELF: TypeAdapter[Shelf] = TypeAdapter(Shelf)


def found(data: object) -> list[tuple[str, tuple[str | int, ...], object]]:
    """The key, the place and the name of each misfit of a shelf."""
    _, misfits = validated(SHELF, data, lambda _: ("label", "books"))
    return [(each.key, each.path, each.details.get("name")) for each in misfits]


# What does not fit, and what is said of it.
SHELVES: dict[str, tuple[Any, list[tuple[str, tuple[str | int, ...], object]]]] = {
    "a name that is missing": ({}, [("unfit.missing", (), "label")]),
    "a slip is not missing too": ({"lable": "A"}, [("unfit.extra_forbidden", ("lable",), "lable")]),
    "a slip hides no other name that is missing": (
        {"boks": "A"},
        [("unfit.missing", (), "label"), ("unfit.extra_forbidden", ("boks",), "boks")],
    ),
    "something else than any of what it may be": (
        {"label": "A", "books": {"a": "b"}},
        [("unfit.tuple_type", ("books",), None)],
    ),
    "the inside of what it was meant to be": (
        {"label": "A", "books": [{"label": "B"}, {"label": ["C"]}, {}]},
        [("unfit.string_type", ("books", 1, "label"), None), ("unfit.missing", ("books", 2), "label")],
    ),
}


@pytest.mark.parametrize("case", SHELVES)
def test_each_thing_that_does_not_fit_is_found_once(case: str) -> None:
    data, expected = SHELVES[case]

    assert found(data) == expected


def test_a_name_nobody_knows_comes_with_the_nearest_that_is_not_there_yet() -> None:
    _, misfits = validated(SHELF, {"label": "A", "lable": "B"}, lambda _: ("label", "books"))

    assert [(each.key, each.details["near"], each.on_key) for each in misfits] == [
        ("unfit.extra_forbidden", "", True)
    ]


def test_what_fits_is_made_and_nothing_is_found() -> None:
    made, misfits = validated(SHELF, {"label": "A"})

    assert (made, misfits) == (Shelf("A"), [])


def test_no_more_is_found_than_is_said_at_once() -> None:
    many = {f"name_{number}": "A" for number in range(200)}

    assert len(found({"label": "A", **many})) == MOST_FAULTS
