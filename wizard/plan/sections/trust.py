"""Trust and sustainability: what trust means, conflict steps, and what keeps us going (TR-01 to TR-09)."""

from typing import Annotated

from wizard.plan.sections.parts import (
    Column,
    Day,
    Days,
    Inside,
    Item,
    Items,
    Many,
    Other,
    Piece,
    Prose,
    Public,
    Rating,
    Text,
    YesNo,
    keys,
    keys_or_other,
)


class ConflictStep(Item):
    """One step when there is a conflict (TR-03)."""

    step: Public[
        Annotated[
            str | Other, keys_or_other("informal_talk", "neutral_helper", "chairs_panel", "agency_leaders")
        ]
    ] = None
    who: Inside[Text] = None
    days: Public[Days] = None


class Tension(Item):
    """Where tension is expected, between roles, never between people by name (TR-05)."""

    issue: Inside[Text] = None
    between: Inside[Text] = None
    kind: Inside[Annotated[str, keys("personality", "priority", "power")]] = None
    helps: Inside[Text] = None


class Trust(Piece):
    """Toolkit: Trust and Sustainability."""

    meaning: Inside[Prose] = None
    people_practices: Inside[
        Many[Annotated[str | Other, keys_or_other("meals", "visits", "buddies", "check_ins")]]
    ] = None
    duty_practices: Inside[
        Many[
            Annotated[
                str | Other, keys_or_other("written_roles", "kept_promises", "shared_tasks", "shared_credit")
            ]
        ]
    ] = None
    steps: Items[ConflictStep] = ()
    leaders_accept: Inside[YesNo] = None
    leaders_words: Inside[Text] = None
    tensions: Items[Tension] = ()
    check_in: Inside[Annotated[str | Other, keys_or_other("pulse", "yearly_survey", "round")]] = None
    check_in_from: Inside[Day] = None
    review_date: Inside[Day] = None
    review_every: Inside[Annotated[str | Other, keys_or_other("three_months", "six_months", "year")]] = None
    factors: Inside[Column[Rating]] = None
