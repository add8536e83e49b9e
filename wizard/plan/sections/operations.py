"""Operations: jobs, committees, decisions, ground rules, meetings, notes and sharing (OP-01 to OP-14)."""

from typing import Annotated

from wizard.plan.sections.parts import (
    Day,
    Inside,
    Item,
    Items,
    Many,
    Member,
    Minutes,
    Other,
    P,
    Piece,
    Prose,
    Public,
    Text,
    Voters,
    Weeks,
    YesNo,
    keys,
    keys_or_other,
)


class Job(Item):
    """A job in the partnership: who holds it and until when (BU-14, OP-03), and who steps in (TR-08)."""

    job: Inside[
        Annotated[
            str | Other,
            keys_or_other(
                "chair", "co_chair", "coordinator", "facilitator", "recorder", "timekeeper", "data_lead",
                "communications", "fiscal_agent", "welcome",
            ),
        ]
    ] = None  # fmt: skip
    holder: Inside[Member] = None
    term_ends: Inside[Day] = None
    deputy: Inside[Text] = None
    handover_note: Inside[YesNo] = None
    overlap: Inside[Weeks] = None


class Committee(Item):
    """A standing group within the partnership (OP-04)."""

    name: Inside[Text] = None
    ps: Inside[Many[P]] = None
    task: Inside[Text] = None
    chair: Inside[Member] = None
    first_job: Inside[Text] = None
    cadence: Inside[Annotated[str | Other, keys_or_other("monthly", "two_months", "quarterly")]] = None


class AgendaItem(Item):
    """A line of the standing agenda (OP-10)."""

    item: Inside[Text] = None
    minutes: Inside[Minutes] = None
    who: Inside[Text] = None


class Barrier(Item):
    """Something between disciplines that gets in the way, and one step (OP-14)."""

    barrier: Inside[Text] = None
    felt_by: Inside[Text] = None
    step: Inside[Text] = None
    by: Inside[Day] = None


class Operations(Piece):
    """Toolkit: Partnership Operations."""

    right_person: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "speaks_for_agency",
                    "knows_field",
                    "has_time",
                    "respects_others",
                    "trained",
                    "stays_a_year",
                ),
            ]
        ]
    ] = None
    jobs: Items[Job] = ()
    committees: Items[Committee] = ()
    decision: Public[
        Annotated[
            str | Other,
            keys_or_other(
                "consensus",
                "consensus_then_majority",
                "majority",
                "two_thirds",
                "fist_to_five",
                "lead_decides",
            ),
        ]
    ] = None
    votes: Inside[Annotated[str | Other, keys_or_other("per_organization", "per_person")]] = None
    quorum: Inside[Voters] = None
    stuck: Inside[
        Annotated[str | Other, keys_or_other("talk_again", "small_group", "vote", "chair_decides", "drop")]
    ] = None
    ground_rules: Public[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "may_pass", "share_time", "no_private_stories", "who_said_stays", "speak_for_self",
                    "question_ideas", "no_jargon", "survivor_expertise", "all_forms", "on_time", "step_out",
                    "say_when_hurt", "read_back", "parking_lot",
                ),
            ]
        ]
    ] = None  # fmt: skip
    rule_broken: Inside[
        Annotated[str | Other, keys_or_other("reminder", "pause", "private_talk", "chairs_decide")]
    ] = None
    cadence: Public[Annotated[str | Other, keys_or_other("monthly", "two_months", "quarterly")]] = None
    minutes: Public[Minutes] = None
    mode: Public[Annotated[str, keys("in_person", "online", "mixed")]] = None
    place: Public[Text] = None
    agenda: Items[AgendaItem] = ()
    notes: Inside[
        Many[Annotated[str | Other, keys_or_other("decisions_only", "no_case_details", "who_is_responsible")]]
    ] = None
    notes_kept: Inside[Text] = None
    notes_leave_out: Inside[Prose] = None
    sharing_rules: Public[
        Many[
            Annotated[
                str | Other,
                keys_or_other("no_identifying_details", "group_totals", "need_to_know", "signed_release"),
            ]
        ]
    ] = None
    protocol_date: Public[Day] = None
    learning: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other("welcome_pack", "buddy", "site_visit", "joint_training", "role_swap"),
            ]
        ]
    ] = None
    learning_from: Inside[Day] = None
    barriers: Items[Barrier] = ()
