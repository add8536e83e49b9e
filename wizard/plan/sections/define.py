"""Define: what trafficking means and looks like here, and what the partnership is for (DE-01 to DE-10)."""

from typing import Annotated

from wizard.plan.sections.about import Place
from wizard.plan.sections.parts import (
    Grid,
    Item,
    Items,
    Many,
    Other,
    Piece,
    Prose,
    Public,
    Ranking,
    Rating,
    Text,
    keys,
    keys_or_other,
)

Setting = Annotated[
    str | Other,
    keys_or_other(
        "hotels", "homes", "farms", "construction", "restaurants", "cleaning", "massage_beauty", "factories",
        "traveling_sales", "bars_clubs", "online", "schools_youth", "prisons", "visa_programs",
    ),
]  # fmt: skip
Function = Annotated[
    str | Other,
    keys_or_other("steer", "coordinate", "share", "raise_awareness", "involve_community", "survivors_first"),
]
Covered = Annotated[str, keys("covered", "later", "not_covered")]


class Pattern(Item):
    """One pattern of trafficking seen here. A pattern, never a case."""

    form: Public[Annotated[str, keys("sex", "labor", "both", "unknown")]] = None
    settings: Public[Many[Setting]] = None
    at_risk: Public[Text] = None
    areas: Public[Many[Place]] = None
    source: Public[
        Annotated[
            str | Other,
            keys_or_other("totals", "members_experience", "survivors_advice", "report", "news", "hunch"),
        ]
    ] = None
    sure: Public[Rating] = None


class Define(Piece):
    """Toolkit: Partnership 101, and the opening of Partnership Management."""

    definition: Public[Annotated[str, keys("federal", "colorado", "both", "wider", "own_words")]] = None
    definition_words: Public[Prose] = None
    patterns: Items[Pattern] = ()
    scope: Public[Grid[Covered]] = None
    all_genders: Public[Covered] = None
    unknowns: Public[Many[Text]] = None
    functions: Public[Ranking[Function]] = None
    not_our_work: Public[
        Many[
            Annotated[
                str | Other,
                keys_or_other("case_work", "rescues", "investigations", "running_services", "lobbying"),
            ]
        ]
    ] = None
    vision: Public[Text] = None
    mission: Public[Prose] = None
    principles: Public[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "survivor_centered", "trauma_informed", "all_forms", "equal_voice", "evidence", "human_rights",
                    "cultural_respect",
                ),
            ]
        ]
    ] = None  # fmt: skip
    ps: Public[Annotated[str, keys("four", "five")]] = None
    fifth_p: Public[Text] = None
    mandates: Public[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "colorado_action_plan", "council_recommendations", "child_mdt_toolkit", "county_plan",
                    "federal_task_force", "tribal_plan", "none_yet",
                ),
            ]
        ]
    ] = None  # fmt: skip
