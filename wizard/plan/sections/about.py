"""About the partnership: its name, places, dates, hosts and today's room (AB-01 to AB-07)."""

from typing import Annotated

from wizard.plan.sections.colorado import COUNTIES, TRIBAL_LANDS
from wizard.plan.sections.parts import (
    Count,
    Day,
    Inside,
    Item,
    Items,
    Many,
    Other,
    Piece,
    Public,
    Text,
    keys,
    keys_or_other,
)

Place = Annotated[str | Other, keys_or_other(*COUNTIES, *TRIBAL_LANDS)]
Body = Annotated[
    str | Other,
    keys_or_other(
        "coalition",
        "task_force",
        "working_group",
        "network",
        "council",
        "multidisciplinary_team",
        "undecided",
    ),
]


class Period(Piece):
    """The days the plan covers, both included."""

    start: Public[Day] = None
    end: Public[Day] = None


class InTheRoom(Item):
    """One organization that took part today: how many people, in which role; never who."""

    organization: Inside[Text] = None
    role: Inside[Text] = None
    people: Inside[Count] = None


class About(Piece):
    """Toolkit: Partnership 101."""

    name: Public[Text] = None
    body: Public[Body] = None
    age: Inside[Annotated[str, keys("forming", "under_one", "one_to_three", "renewing")]] = None
    places: Public[Many[Place]] = None
    in_colorado: Public[Annotated[str, keys("yes", "partly", "no")]] = None
    period: Period = Period()
    host: Inside[Text] = None
    contact: Public[Text] = None
    room: Items[InTheRoom] = ()
    reader: Inside[Text] = None
    recorder: Inside[Text] = None
    timekeeper: Inside[Text] = None
    readers: Inside[Annotated[str, keys("partners", "partners_funders", "public", "both")]] = None
