"""Survivor engagement: how survivors lead, are paid, supported and heard (SU-01 to SU-09)."""

from typing import Annotated

from wizard.plan.sections.parts import (
    Count,
    Day,
    Dollars,
    Grid,
    Inside,
    Many,
    Other,
    Piece,
    Prose,
    Public,
    Text,
    YesNo,
    keys,
    keys_or_other,
)

Level = Annotated[
    str, keys("none_yet", "consulted", "paid_advisers", "voting_seats", "co_lead", "survivor_led")
]


class Principles(Piece):
    """One thing for each of the six trauma-informed principles (SU-07)."""

    safety: Inside[Text] = None
    trust: Inside[Text] = None
    peer_support: Inside[Text] = None
    equals: Inside[Text] = None
    voice_choice: Inside[Text] = None
    culture: Inside[Text] = None


class Survivors(Piece):
    """Toolkit: Survivor Engagement."""

    level_now: Public[Level] = None
    level_aim: Public[Level] = None
    aim_by: Public[Day] = None
    first_step: Public[Text] = None
    first_step_by: Public[Day] = None
    stages: Inside[Grid[Annotated[str, keys("now", "planned", "not_yet")]]] = None
    seats_open: Inside[Count] = None
    seats_filled: Inside[Count] = None
    variety: Inside[Many[Annotated[str | Other, keys_or_other("forms", "ages", "genders", "languages")]]] = (
        None
    )
    request_limit: Inside[Text] = None
    stand_ins: Inside[YesNo] = None
    pay: Public[Annotated[str | Other, keys_or_other("hourly", "stipend", "travel_care_only", "not_yet")]] = (
        None
    )
    rate: Inside[Dollars] = None
    how_paid: Public[
        Annotated[str | Other, keys_or_other("check", "direct_deposit", "gift_card", "cash")]
    ] = None
    benefits_advice: Public[YesNo] = None
    supports: Public[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "briefing", "support_person", "breaks", "quiet_room", "camera_off", "pronoun_name", "debrief",
                    "counseling", "transport",
                ),
            ]
        ]
    ] = None  # fmt: skip
    story_rule: Public[
        Many[
            Annotated[
                str | Other, keys_or_other("never_required", "written_consent", "review_before_release")
            ]
        ]
    ] = None
    principles: Principles = Principles()
    feedback: Inside[Prose] = None
    feedback_by: Inside[Day] = None
    justice_choice: Inside[Prose] = None
    advisers_review: Inside[YesNo] = None
    advisers_paid: Inside[YesNo] = None
    self_assessment: Inside[Day] = None
