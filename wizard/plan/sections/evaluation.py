"""Prepare evaluation: what to find out, how, when, and what it will not tell (EV-01 to EV-18)."""

from typing import Annotated

from wizard.plan.sections.parts import (
    Day,
    Days,
    Dollars,
    Goal,
    Grid,
    Indicator,
    Inside,
    Item,
    Items,
    Many,
    Measured,
    Member,
    Other,
    Piece,
    Prose,
    Public,
    Rating,
    Text,
    keys,
    keys_or_other,
)

Method = Annotated[
    str | Other,
    keys_or_other(
        "document_review",
        "counts",
        "survey",
        "interview",
        "focus_group",
        "observation",
        "case_study",
        "network_map",
    ),
]


class Question(Item):
    """What to find out about a goal (EV-02)."""

    question: Public[Text] = None
    goal: Public[Goal] = None
    why: Public[Text] = None
    kind: Public[Annotated[str, keys("process", "outcome", "partnership", "system")]] = None


class Source(Item):
    """Help or data that already exists (EV-03)."""

    source: Inside[Text] = None
    holder: Inside[Text] = None
    shows: Inside[Text] = None
    access: Inside[Annotated[str, keys("open", "on_request", "agreement_needed")]] = None
    limits: Inside[Text] = None


class IndicatorItem(Item):
    """A sign that is tracked (EV-04)."""

    indicator: Public[Text] = None
    goal: Public[Goal] = None
    baseline: Public[Measured] = None
    target: Public[Measured] = None
    method: Public[Method] = None
    source: Public[Text] = None
    how_often: Public[
        Annotated[str | Other, keys_or_other("weekly", "monthly", "quarterly", "twice_a_year", "yearly")]
    ] = None
    who: Public[Text] = None


class HelpTask(Item):
    """A task for which outside help is sought (EV-07)."""

    task: Inside[Text] = None
    source: Inside[Text] = None
    cost: Inside[Dollars] = None


class LearningRole(Item):
    """A member that takes part, and the program it gets to know (EV-08)."""

    member: Inside[Member] = None
    task: Inside[Text] = None
    program: Inside[Text] = None


class Date(Item):
    """When data is collected, looked at and acted on (EV-09)."""

    collect: Public[Day] = None
    review: Public[Day] = None
    act: Public[Day] = None
    indicators: Public[Many[Indicator]] = None


class Sharing(Item):
    """Who hears the results, in what form, when (EV-12)."""

    audience: Inside[Text] = None
    product: Inside[Annotated[str | Other, keys_or_other("one_page", "meeting", "post", "report")]] = None
    date: Inside[Day] = None


class TrustTask(Item):
    """A task that two members from different Ps do together (EV-16)."""

    task: Inside[Text] = None
    pair: Inside[Many[Member]] = None
    date: Inside[Day] = None


class Evaluation(Piece):
    """Toolkit: Prepare your evaluation; Understand the benefits; Other questions to ask."""

    purposes: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "improve_services", "find_gaps", "show_funders", "show_community", "find_members",
                    "track_systems", "keep_promises",
                ),
            ]
        ]
    ] = None  # fmt: skip
    users: Inside[Text] = None
    questions: Items[Question] = ()
    sources: Items[Source] = ()
    local_helper: Inside[Text] = None
    indicators: Items[IndicatorItem] = ()
    methods: Inside[Many[Method]] = None
    method_ratings: Inside[Grid[Rating]] = None
    design: Public[Annotated[str, keys("basic", "middle", "advanced")]] = None
    outside_help: Inside[Annotated[str, keys("no", "advice", "some_tasks", "full")]] = None
    help_tasks: Items[HelpTask] = ()
    learning_roles: Items[LearningRole] = ()
    calendar: Items[Date] = ()
    decider: Inside[Text] = None
    decide_within: Inside[Days] = None
    recorded_in: Inside[Text] = None
    safeguards: Inside[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "group_totals", "no_names", "consent_form", "may_skip", "support_on_hand", "pay_for_time",
                    "small_numbers_hidden", "ethics_review", "secure_storage",
                ),
            ]
        ]
    ] = None  # fmt: skip
    sharing: Items[Sharing] = ()
    better_access: Inside[Prose] = None
    system_changes: Inside[Many[Text]] = None
    working_together: Inside[Prose] = None
    trust_tasks: Items[TrustTask] = ()
    community_ties: Inside[Prose] = None
    limits: Public[Prose] = None
    left_out: Public[
        Many[
            Annotated[
                str | Other,
                keys_or_other(
                    "never_use_services", "men", "labor_survivors", "non_english", "rural", "avoid_police"
                ),
            ]
        ]
    ] = None
