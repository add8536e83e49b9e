"""Choices by number, by name or by the beginning of a name."""

import pytest

from wizard import words
from wizard.errors import Unfit
from wizard.plain import choices
from wizard.sitting.ask import Option

PLACES = (
    Option("alder", "Alder County"),
    Option("boulder", "Boulder"),
    Option("bent", "Bent"),
    Option("canon", "Cañon City"),
    Option("other", "Another place", words=True),
    Option("add", "Add a new one", apart=True),
)


def meant(text: str, value: object = None) -> object:
    return choices.meant(text, choices.numbered(PLACES, value)).option.value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2", "boulder"),
        (" 3 ", "bent"),
        ("al", "alder"),
        ("Alder County", "alder"),
        ("BOULDER", "boulder"),
        ("canon", "canon"),
        ("cañ", "canon"),
        ("add", "add"),
        ("6", "add"),
    ],
)
def test_a_number_a_name_or_the_beginning_of_one_is_enough(typed: str, value: str) -> None:
    assert meant(typed) == value


@pytest.mark.parametrize("typed", ["0", "7", "x", "lder", "", "-1", "1.5"])
def test_what_is_not_on_the_list_says_what_to_type(typed: str) -> None:
    with pytest.raises(Unfit) as told:
        meant(typed)

    assert told.value.key == "plain.not_on_list"


def test_a_beginning_that_several_share_names_them() -> None:
    with pytest.raises(Unfit) as told:
        meant("b")

    assert words.of(told.value) == "Which one? 2. Boulder; 3. Bent."


def test_a_whole_name_counts_also_where_another_one_begins_with_it() -> None:
    listed = choices.numbered((Option(1, "Farm workers and ranchers"), Option(2, "Farm workers")))

    assert choices.meant("farm workers", listed).option.value == 2


def test_what_is_off_says_why() -> None:
    with pytest.raises(Unfit) as told:
        choices.meant("1", choices.numbered((Option("all", "All", off="pick one for now"),)))

    assert words.of(told.value) == "That cannot be chosen now: pick one for now."


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("1 3 4", ["alder", "bent", "canon"]),
        ("3,1", ["bent", "alder"]),
        ("3, 1, 3", ["bent", "alder"]),
        ("alder, boulder", ["alder", "boulder"]),
        ("alder and bent", ["alder", "bent"]),
        ("boulder", ["boulder"]),
        ("2, add", ["boulder", "add"]),
    ],
)
def test_several_are_chosen_in_one_line(typed: str, values: list[str]) -> None:
    found = choices.several(typed, choices.numbered(PLACES))

    assert [each.option.value for each in found] == values


def test_a_name_with_a_comma_or_an_and_in_it_is_one_name() -> None:
    listed = choices.numbered((Option("a", "Food, water and shelter"), Option("b", "Water")))

    assert [each.option.value for each in choices.several("food, water and sh", listed)] == ["a"]


def test_words_of_ones_own_have_a_number_before_the_option_that_asks_for_more() -> None:
    listed = choices.numbered(PLACES, ["alder", {"other": "Mesquite"}])

    assert [(each.number, each.label) for each in listed][3:6] == [
        (4, "Cañon City"),
        (5, "Mesquite"),
        (6, "Another place"),
    ]


def test_a_rating_is_chosen_by_the_number_it_names() -> None:
    scale = tuple(
        Option(str(at), f"{at} - {word}") for at, word in enumerate(("not at all", "barely", "a little"))
    )
    listed = choices.numbered((*scale, Option("rest", "Not known for the rest", apart=True)))

    assert choices.in_lines(listed, advised=False) == [
        "0. not at all",
        "1. barely",
        "2. a little",
        "3. Not known for the rest",
    ]
    assert choices.meant("0", listed).option.value == "0"
