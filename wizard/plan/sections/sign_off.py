"""Sign-off: the parking lot, next 30 days, the privacy check, adoption and signatures (SO-01 to SO-08)."""

from typing import Annotated

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
    YesNo,
    keys,
    keys_or_other,
)


class Parked(Item):
    """A topic for later, with an owner role and a date (SO-01)."""

    item: Inside[Text] = None
    owner: Inside[Text] = None
    by: Inside[Day] = None


class NextStep(Item):
    """A step within 30 days (SO-02)."""

    action: Public[Text] = None
    who: Inside[Text] = None
    by: Public[Day] = None


class PrivacyCheck(Piece):
    """Two roles read the printed pages and say whether they are free of personal details (SO-04)."""

    first_role: Inside[Text] = None
    first_clear: Inside[YesNo] = None
    second_role: Inside[Text] = None
    second_clear: Inside[YesNo] = None


class Adoption(Piece):
    """How the plan was adopted (SO-05)."""

    how: Public[Annotated[str, keys("consensus", "vote", "draft")]] = None
    votes_for: Public[Count] = None
    votes_against: Public[Count] = None
    abstained: Public[Count] = None


class Signature(Item):
    """Who signs, by organization and title; the line is signed by hand (SO-06)."""

    organization: Inside[Text] = None
    title: Inside[Text] = None
    date: Inside[Day] = None


class SignOff(Piece):
    """Toolkit: Partnership Operations; adoption."""

    parking_lot: Items[Parked] = ()
    next_steps: Items[NextStep] = ()
    look_again: Public[Day] = None
    privacy: PrivacyCheck = PrivacyCheck()
    adoption: Adoption = Adoption()
    signatures: Items[Signature] = ()
    copies: Inside[Many[Annotated[str | Other, keys_or_other("inside", "public", "one_page", "slides")]]] = (
        None
    )
    version: Inside[Text] = None
    remember: Public[Text] = None
