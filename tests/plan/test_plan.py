"""What a plan holds: everything optional, typed and frozen, and exactly what the public may see."""

import re
from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from wizard.plan.plan import Plan
from wizard.plan.sections.parts import LONGEST, MOST, Item, Piece
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage.plan_file import META

# Everything else is inside. One line for each thing the public copy may show.
PUBLIC = [
    r"about\.(name|body|places|in_colorado|contact)",
    r"about\.period\.(start|end)",
    r"define\..+",
    r"build\.bodies\[\]\.\w+",
    r"build\.resources\[\]\.\w+",
    r"build\.needs\[\]\.\w+",
    r"build\.underserved\[\]\.\w+",
    r"build\.(coverage|coverage_also)",
    r"build\.members\[\]\.(organization|sector|ps)",
    r"goals\.ideas\[\]\.idea",
    r"goals\.items\[\]\.(statement|ps|needs|horizon|target_date|measure|baseline|target|lead|co_lead|first_step|first_step_by)",
    r"goals\.order",
    r"goals\.later\[\]\.\w+",
    r"strategy\.activities\[\]\.(activity|goal|lead|partners|start|end)",
    r"strategy\.(inputs|outputs|first_changes|next_changes)\[\]\.\w+",
    r"strategy\.lasting",
    r"strategy\.(help_lines|help_lines_checked|local_line)",
    r"evaluation\.(questions|indicators|calendar)\[\]\.\w+",
    r"evaluation\.(design|limits|left_out)",
    r"operations\.(decision|ground_rules|cadence|minutes|mode|place|sharing_rules|protocol_date)",
    r"trust\.steps\[\]\.(step|days)",
    r"survivors\.(level_now|level_aim|aim_by|first_step|first_step_by|pay|how_paid|benefits_advice|supports|story_rule)",
    r"sign_off\.next_steps\[\]\.(action|by)",
    r"sign_off\.(look_again|remember)",
    r"sign_off\.adoption\.\w+",
]


def pieces() -> list[type[BaseModel]]:
    """Every kind of piece a plan is made of, by walking down from the plan."""
    waiting, found = [Piece], []
    while waiting:
        piece = waiting.pop()
        waiting += piece.__subclasses__()
        found.append(piece)
    return [piece for piece in found if piece.__module__ != "wizard.plan.sections.parts"]


def values() -> list[str]:
    return [path for path, slot in slots().items() if slot.shape != LIST_OF_ITEMS]


def test_the_public_slots_are_exactly_those_on_the_list() -> None:
    expected = {path for path in values() if any(re.fullmatch(line, path) for line in PUBLIC)}
    print(f"{len(expected)} public slots, {len(values()) - len(expected)} inside")

    public = {path for path in values() if slots()[path].audience == "public"}

    assert public == expected
    assert len(expected) > 100


@pytest.mark.parametrize("line", PUBLIC)
def test_each_line_of_the_public_list_is_about_something(line: str) -> None:
    found = [path for path in values() if re.fullmatch(line, path)]

    assert found


@pytest.mark.parametrize("path", ["survivors.rate", "funding.smallest", "evaluation.help_tasks[].cost"])
def test_no_amount_of_money_is_public(path: str) -> None:
    amounts = {path: slot.audience for path, slot in slots().items() if slot.unit == "dollars"}

    assert amounts[path] == "inside"
    assert set(amounts.values()) == {"inside"}


def test_every_slot_says_who_may_see_it() -> None:
    unsaid = [
        f"{piece.__name__}.{name}"
        for piece in pieces()
        for name, field in piece.model_fields.items()
        if name != "id"
        and not any(type(mark).__name__ == "Audience" for mark in _marks(field.annotation, field.metadata))
        and not _holds_pieces(field.annotation)
    ]

    assert unsaid == []


def _marks(annotation: object, metadata: list[object]) -> list[object]:
    return [*metadata, *getattr(annotation, "__metadata__", ())]


def _holds_pieces(annotation: object) -> bool:
    inner = [annotation, *getattr(annotation, "__args__", ())]
    return any(isinstance(each, type) and issubclass(each, Piece) for each in inner)


@pytest.mark.parametrize("piece", pieces(), ids=lambda piece: f"{piece.__module__[12:]}.{piece.__name__}")
def test_every_piece_is_frozen_optional_and_strict(piece: type[BaseModel]) -> None:
    given = {"id": "item-a1b2"} if issubclass(piece, Item) else {}

    empty = piece(**given)

    assert piece.model_config["frozen"] is True
    assert {name for name, field in piece.model_fields.items() if field.is_required()} == set(given)
    with pytest.raises(ValidationError, match="extra_forbidden"):
        piece(**given, nobody_knows_this=1)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(empty, next(iter(piece.model_fields)), None)


def test_a_plan_may_be_empty() -> None:
    assert Plan.model_validate({}) == Plan()
    assert Plan().model_dump(exclude_unset=True) == {}


def test_no_section_has_a_name_that_the_file_uses_beside_them() -> None:
    assert len(META) == 8
    assert not {*META} & {*Plan.model_fields}


def test_caps_are_against_absurdity_only() -> None:
    assert LONGEST >= 10_000
    assert MOST >= 500
    Plan.model_validate({"about": {"name": "x" * LONGEST}})
    with pytest.raises(ValidationError, match="string_too_long"):
        Plan.model_validate({"about": {"name": "x" * (LONGEST + 1)}})
    with pytest.raises(ValidationError, match="too_long"):
        Plan.model_validate({"define": {"unknowns": [str(number) for number in range(MOST + 1)]}})
    items = [{"id": f"need-{number:04}"} for number in range(MOST + 1)]
    with pytest.raises(ValidationError, match="too_long"):
        Plan.model_validate({"build": {"needs": items}})


def test_a_day_is_a_day_and_a_number_a_number() -> None:
    plan = Plan.model_validate(
        {
            "about": {"period": {"start": "2026-09-01"}},
            "goals": {"items": [{"id": "goal-k3f9", "baseline": "12.5"}]},
        }
    )

    assert plan.about.period.start == date(2026, 9, 1)
    assert plan.goals.items[0].baseline == 12.5


def test_what_a_person_typed_is_in_no_message_of_the_library() -> None:
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate({"about": {"period": {"start": "secret words"}}})

    assert "secret" not in str(caught.value)
