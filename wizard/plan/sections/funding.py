"""Funding: what needs money, from whom, who holds it (FU-01 to FU-07)."""

from typing import Annotated

from wizard.plan.sections.parts import (
    Day,
    Dollars,
    Goal,
    Inside,
    Item,
    Items,
    Member,
    Months,
    Other,
    Piece,
    Prose,
    Text,
    keys,
    keys_or_other,
)


class Cost(Item):
    """Something that needs money (FU-01)."""

    item: Inside[Text] = None
    amount: Inside[Dollars] = None
    priority: Inside[Annotated[str, keys("must", "nice")]] = None
    goal: Inside[Goal] = None


class Gift(Item):
    """What a member can give in kind (FU-03)."""

    member: Inside[Member] = None
    gift: Inside[Text] = None
    value: Inside[Dollars] = None
    months: Inside[Months] = None


class FundingSource(Item):
    """A source of money and where it stands (FU-04)."""

    source: Inside[Text] = None
    type: Inside[
        Annotated[
            str | Other,
            keys_or_other(
                "dues", "city_county", "state_victim_funds", "vale", "federal_ovc_bja", "hhs_otip", "labor_workforce",
                "foundations", "corporate", "faith_service_clubs", "events_gifts", "university", "court_settlement",
                "none_yet",
            ),
        ]
    ] = None  # fmt: skip
    amount: Inside[Dollars] = None
    stage: Inside[Annotated[str, keys("idea", "applied", "won", "ended")]] = None
    deadline: Inside[Day] = None
    lead: Inside[Member] = None
    conditions: Inside[Text] = None


class Funding(Piece):
    """Toolkit: Funding your Partnership."""

    costs: Items[Cost] = ()
    smallest: Inside[Dollars] = None
    fuller: Inside[Dollars] = None
    in_kind: Items[Gift] = ()
    sources: Items[FundingSource] = ()
    holder: Inside[Text] = None
    spending: Inside[
        Annotated[str | Other, keys_or_other("two_person", "fiscal_agent_alone", "group_decides")]
    ] = None
    same_grant: Inside[
        Annotated[str | Other, keys_or_other("talk_first", "joint_bid", "lead_agreed", "free_with_notice")]
    ] = None
    if_lost: Inside[Prose] = None
    set_aside: Inside[Dollars] = None
