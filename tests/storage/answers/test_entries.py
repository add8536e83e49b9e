"""Entries without ids: which entry of the plan each of them is."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.storage.answers.entries import Listing, matched

ROOM = Listing("about.room", "room", "organization", in_words=True)
DATES = Listing("evaluation.calendar", "date", "collect")
JAIL = {"id": "room-aaaa", "organization": "County Sheriff", "role": "jail", "people": 3}
PATROL = {"id": "room-bbbb", "organization": "County Sheriff", "role": "patrol"}

FOUND: list[tuple[str, list[dict[str, Any]], list[dict[str, Any]], dict[int, list[str]]]] = [
    ("a name, whatever its capitals", [JAIL], [{"organization": " county  SHERIFF"}], {0: ["room-aaaa"]}),
    (
        "another answer under the same name",
        [JAIL],
        [{"organization": "County Sheriff", "role": "x"}],
        {0: ["room-aaaa"]},
    ),
    (
        "a number as text",
        [JAIL, PATROL],
        [{"organization": "County Sheriff", "people": "3"}],
        {0: ["room-aaaa"]},
    ),
    (
        "the one that agrees goes first",
        [JAIL],
        [{**PATROL, "id": None}, {**JAIL, "id": None}],
        {0: [], 1: ["room-aaaa"]},
    ),
    (
        "two could be meant",
        [JAIL, PATROL],
        [{"organization": "County Sheriff", "role": "x"}],
        {0: ["room-aaaa", "room-bbbb"]},
    ),
    ("an id of a file is taken", [JAIL], [{"id": "room-aaaa"}, {"organization": "County Sheriff"}], {1: []}),
    ("nothing says nothing", [JAIL], [{}], {0: []}),
    ("no name, the same words", [JAIL], [{"role": "Jail"}], {0: ["room-aaaa"]}),
    ("no name, other words", [JAIL], [{"role": "court"}], {0: []}),
]


@pytest.mark.parametrize(
    ("there", "given_", "ids"), [each[1:] for each in FOUND], ids=[each[0] for each in FOUND]
)
def test_an_entry_is_the_one_that_says_the_same_or_has_its_name(
    there: list[dict[str, Any]], given_: list[dict[str, Any]], ids: dict[int, list[str]]
) -> None:
    assert dict(matched(ROOM, there, given_)) == ids


def test_a_date_is_no_name() -> None:
    there = [{"id": "date-aaaa", "collect": "2027-03-01", "review": "2027-04-01"}]

    other = dict(matched(DATES, there, [{"collect": "2027-03-01", "review": "2027-05-01"}]))
    same = dict(matched(DATES, there, [{"collect": "2027-03-01"}]))

    assert (other, same) == ({0: []}, {0: ["date-aaaa"]})


ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"organization": st.sampled_from(["Shelter", "shelter", "Sheriff"])},
        optional={"role": st.sampled_from(["jail", "court", "Court"]), "people": st.integers(0, 3)},
    ),
    max_size=6,
)


@given(ENTRIES, st.randoms())
def test_entries_that_came_once_are_all_known_the_second_time_in_any_order(
    entries: list[dict[str, Any]], chance: Random
) -> None:
    there = [{"id": f"room-{at:04}", **each} for at, each in enumerate(entries)]

    chance.shuffle(entries)

    found = dict(matched(ROOM, there, entries))

    held = {each["id"]: each for each in there}
    said = [({**held[ident], "id": ""}, {**entries[at], "id": ""}) for at, (ident,) in found.items()]
    assert len({ident for (ident,) in found.values()}) == len(there)
    assert all(
        str(a).casefold() == str(b).casefold()
        for a, b in ((sorted(a.items()), sorted(b.items())) for a, b in said)
    )
