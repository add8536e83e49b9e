"""Build: what is here, what is missing, who is in and who is not yet (BU-01 to BU-16)."""

from typing import Annotated

from wizard.plan.sections.about import Place
from wizard.plan.sections.lists import SECTORS, SERVICES
from wizard.plan.sections.parts import (
    Day,
    Grid,
    Inside,
    Item,
    Items,
    Many,
    Member,
    Other,
    P,
    Piece,
    Prose,
    Public,
    Seriousness,
    Text,
    YesNo,
    keys,
    keys_or_other,
)

Service = Annotated[str | Other, keys_or_other(*SERVICES)]
Sector = Annotated[str | Other, keys_or_other(*SECTORS)]
Language = Annotated[str | Other, keys_or_other("english", "spanish", "asl", "other_by_phone")]


class Body(Item):
    """Another body that touches this issue, and how the partnership stands to it (BU-02)."""

    name: Public[Text] = None
    kind: Public[
        Annotated[
            str | Other,
            keys_or_other(
                "state_council", "child_mdt", "sart", "task_force", "coalition", "county_board", "tribal_body"
            ),
        ]
    ] = None
    area: Public[Text] = None
    relation: Public[Annotated[str, keys("report_to", "member_of", "coordinate", "inform", "none_yet")]] = (
        None
    )
    contact_role: Public[Text] = None
    next_step: Public[Text] = None


class Honored(Item):
    """Work already done that deserves respect (BU-03)."""

    effort: Inside[Text] = None
    led_by: Inside[Text] = None
    years: Inside[Text] = None
    keep: Inside[Text] = None
    credit: Inside[Text] = None


class Resource(Item):
    """Help or strength that is already here (BU-05)."""

    organization: Public[Text] = None
    services: Public[Many[Service]] = None
    ps: Public[Many[P]] = None
    serves: Public[Text] = None
    areas: Public[Many[Place]] = None
    languages: Public[Many[Language]] = None
    limits: Public[Text] = None
    status: Public[Annotated[str, keys("active", "limited", "paused", "planned")]] = None


class UnmetNeed(Item):
    """A need of a group that is not met (BU-07)."""

    need: Public[Text] = None
    service: Public[Service] = None
    group: Public[Text] = None
    evidence: Public[Text] = None
    ps: Public[Many[P]] = None
    seriousness: Public[Seriousness] = None


class Underserved(Item):
    """A place with too little (BU-08)."""

    area: Public[Place] = None
    missing: Public[Text] = None
    nearest: Public[Text] = None
    why: Public[Text] = None


class Overlap(Item):
    """Where efforts overlap or fit together (BU-09)."""

    who: Inside[Text] = None
    what: Inside[Text] = None
    agreement: Inside[Annotated[str, keys("merge", "divide", "coordinate", "leave")]] = None
    freed: Inside[Text] = None


class MissingView(Item):
    """A view that has been missing, and how it is invited (BU-10)."""

    perspective: Inside[Text] = None
    inviter: Inside[Member] = None
    by: Inside[Day] = None
    makes_possible: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other("pay", "interpreter", "child_care", "transport", "time_of_day", "remote"),
            ]
        ]
    ] = None


class MemberOrganization(Item):
    """A member now. Owns its representative's role, alternate and may-commit (BU-11; OP-02 completes them)."""

    organization: Public[Text] = None
    sector: Public[Sector] = None
    ps: Public[Many[P]] = None
    representative: Inside[Text] = None
    alternate: Inside[YesNo] = None
    alternate_role: Inside[Text] = None
    may_commit: Inside[Annotated[str, keys("yes", "no", "ask")]] = None
    offers: Inside[Text] = None


class Joining(Piece):
    """How organizations join, take part and leave (BU-13)."""

    how: Inside[Annotated[str | Other, keys_or_other("open", "invited", "application", "signed")]] = None
    kinds: Inside[Many[Annotated[str | Other, keys_or_other("full", "associate", "ally")]]] = None
    attendance: Inside[Text] = None
    leaving: Inside[Prose] = None


class Supporter(Item):
    """A local leader whose support is needed (BU-15)."""

    leader: Inside[Text] = None
    why: Inside[Text] = None
    asker: Inside[Member] = None
    by: Inside[Day] = None
    activity: Inside[
        Annotated[str | Other, keys_or_other("visit", "joint_training", "listening_session", "site_tour")]
    ] = None


class Build(Piece):
    """Toolkit: Partnership Management, Building Your Partnership."""

    existing: Inside[
        Annotated[str, keys("we_are_it", "working_with", "not_talked_yet", "no", "not_sure")]
    ] = None
    widening: Inside[Prose] = None
    bodies: Items[Body] = ()
    honored: Items[Honored] = ()
    sources: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "hotline_directory", "council_report", "county_health", "school_data", "member_knowledge",
                    "survivors_advice", "survey",
                ),
            ]
        ]
    ] = None  # fmt: skip
    resources: Items[Resource] = ()
    needs: Items[UnmetNeed] = ()
    coverage_also: Public[Many[Service]] = None
    coverage: Public[Grid[Annotated[str, keys("none", "some", "enough", "unknown")]]] = None
    underserved: Items[Underserved] = ()
    overlaps: Items[Overlap] = ()
    missing_views: Items[MissingView] = ()
    members: Items[MemberOrganization] = ()
    wanted_sectors: Inside[Many[Sector]] = None
    joining: Joining = Joining()
    leadership: Inside[
        Annotated[
            str | Other,
            keys_or_other("single_chair", "co_chairs", "steering_committee", "lead_agency", "rotating"),
        ]
    ] = None
    supporters: Items[Supporter] = ()
    agreements: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "none_yet",
                    "letter_of_commitment",
                    "mou",
                    "confidentiality",
                    "referral_protocol",
                    "by_laws",
                ),
            ]
        ]
    ] = None
    agreements_by: Inside[Day] = None
