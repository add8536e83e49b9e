"""Set goals: ideas, votes, goals with their measures and leads, and common ground (GO-01 to GO-12)."""

from typing import Annotated

from wizard.plan.sections.parts import (
    Day,
    Goal,
    Inside,
    Item,
    Items,
    Many,
    Measured,
    Member,
    Need,
    Other,
    P,
    Piece,
    Prose,
    Public,
    Ranking,
    Rating,
    Text,
    Votes,
    keys,
    keys_or_other,
)


class Idea(Item):
    """A goal idea, and the dots it got (GO-01, GO-10). Totals only, never who voted."""

    idea: Public[Text] = None
    votes: Inside[Votes] = None


class GoalItem(Item):
    """One goal (GO-02 to GO-09) and why its approach should work (ST-01)."""

    statement: Public[Prose] = None
    ps: Public[Many[P]] = None
    needs: Public[Many[Need]] = None
    horizon: Public[Annotated[str, keys("within_one", "one_to_three", "over_three")]] = None
    target_date: Public[Day] = None
    measure: Public[Text] = None
    baseline: Public[Measured] = None
    target: Public[Measured] = None
    lead: Public[Member] = None
    co_lead: Public[Member] = None
    first_step: Public[Text] = None
    first_step_by: Public[Day] = None
    reachable: Inside[Rating] = None
    shaped_by: Inside[Annotated[str, keys("led", "helped", "asked", "not_yet")]] = None
    approaches: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other("train", "protocol", "service", "campaign", "policy", "data", "relationship"),
            ]
        ]
    ] = None
    why_it_works: Inside[Prose] = None


class Later(Item):
    """An idea that waits, with the reason (GO-11)."""

    idea: Public[Text] = None
    reason: Public[Text] = None


class CommonGround(Item):
    """Where agencies' own aims pull apart, and the aim they share (GO-12)."""

    tension: Inside[Text] = None
    agencies: Inside[Many[Member]] = None
    shared_aim: Inside[Text] = None
    each_gives: Inside[Text] = None


class Goals(Piece):
    """Toolkit: Setting Goals in Your Partnership; Create and prioritize goals."""

    ideas: Items[Idea] = ()
    ranked_by: Inside[Annotated[str | Other, keys_or_other("dot_vote", "scoring", "discussion")]] = None
    items: Items[GoalItem] = ()
    order: Public[Ranking[Goal]] = None
    later: Items[Later] = ()
    common_ground: Items[CommonGround] = ()
