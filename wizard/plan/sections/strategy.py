"""Strategy and logic model: who does what and when, and what should change (ST-01 to ST-10)."""

from typing import Annotated

from wizard.plan.sections.lists import HELP_LINES
from wizard.plan.sections.parts import (
    Activity,
    Count,
    Day,
    Goal,
    Inside,
    Item,
    Items,
    Many,
    Member,
    Other,
    Piece,
    Public,
    Text,
    keys,
    keys_or_other,
)


class ActivityItem(Item):
    """One thing the partnership will do (ST-02)."""

    activity: Public[Text] = None
    goal: Public[Goal] = None
    lead: Public[Member] = None
    partners: Public[Many[Member]] = None
    start: Public[Day] = None
    end: Public[Day] = None
    needs: Inside[Many[Annotated[str | Other, keys_or_other("time", "skill", "money", "nothing")]]] = None


class Input(Item):
    """Something that goes in (ST-03)."""

    input: Public[Text] = None
    owner: Public[Text] = None
    status: Public[Annotated[str, keys("have", "need")]] = None


class Output(Item):
    """Something countable that comes out (ST-04)."""

    activity: Public[Activity] = None
    product: Public[Text] = None
    number: Public[Count] = None
    by: Public[Day] = None


class Change(Item):
    """Who or what changes, and the sign that would show it (ST-05, ST-06)."""

    goal: Public[Goal] = None
    change: Public[Text] = None
    sign: Public[Text] = None


class Uncertainty(Item):
    """An assumption, an outside factor or a risk (ST-08)."""

    kind: Inside[Annotated[str, keys("assumption", "outside", "risk")]] = None
    what: Inside[Text] = None
    likely: Inside[Annotated[str, keys("low", "medium", "high")]] = None
    response: Inside[Text] = None


class Strategy(Piece):
    """Toolkit: Developing a Strategy; Consider a logic model."""

    activities: Items[ActivityItem] = ()
    inputs: Items[Input] = ()
    outputs: Items[Output] = ()
    first_changes: Items[Change] = ()
    next_changes: Items[Change] = ()
    lasting: Public[Text] = None
    uncertainties: Items[Uncertainty] = ()
    words_and_pictures: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "chosen_word", "no_harm_images", "no_frightened_faces", "consent", "varied_people",
                    "check_facts", "one_spokesperson",
                ),
            ]
        ]
    ] = None  # fmt: skip
    help_lines: Public[Many[Annotated[str | Other, keys_or_other(*HELP_LINES)]]] = None
    help_lines_checked: Public[Day] = None
    local_line: Public[Text] = None
