"""The view of a whole plan: what every page of its document is filled with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wizard.document import figures
from wizard.document.options import ALL, Wishes
from wizard.document.placeholders import Answers, Mark
from wizard.document.view.accepted import accepted
from wizard.document.view.answers import pillar
from wizard.document.view.blocks import chapters
from wizard.document.view.builder import Builder
from wizard.document.view.cover import cover, help_lines
from wizard.document.view.open_points import essential_left, open_points
from wizard.document.view.summary import summary
from wizard.interview.choosing import choices_for
from wizard.interview.survey import Survey

INSIDE = "inside"


def view_of(
    survey: Survey,
    copy: str = INSIDE,
    wishes: Wishes = ALL,
) -> tuple[Mapping[str, Any], Answers]:
    """The plan as a reader of this copy meets it, and the answers behind its marks."""
    builder = Builder(survey, wishes)
    helping = help_lines(builder)
    told = chapters(builder)
    view = {
        "copy": copy,
        "path": survey.draft.path or "full",
        "cover": cover(builder),
        "period": (_day(builder, "about.period.start"), _day(builder, "about.period.end")),
        "help_lines": tuple(map(builder.put, helping)),
        "summary": summary(builder, helping),
        "chapters": told,
        "some_only": bool(wishes.sections),
        "goal_cards": any("GO-02" in each.questions for each in told),
        "pillars": _pillars(builder),
        "members_ps": {each["id"]: tuple(each.get("ps") or ()) for each in builder.items("build.members")},
        "levels": _levels(builder),
        "goals_count": len(builder.goals),
        "open_points": open_points(builder),
        "essential_left": essential_left(builder),
        "accepted": accepted(builder),
        "nevers": tuple(map(builder.put, builder.toolkit.outline.nevers)),
        "one_rule": builder.put(builder.toolkit.outline.one_rule),
        "fine": builder.put(builder.toolkit.outline.fine),
        "credits": builder.put(builder.toolkit.outline.credits, long=True),
        "toolkit": builder.put(builder.toolkit.outline.title),
        "people": _people(builder),
    }
    return view | {"figures": figures.drawn(view)}, builder.marks


def _pillars(builder: Builder) -> tuple[Any, ...]:
    """The Ps this partnership uses."""
    part = next((each for each in builder.toolkit.filling.values() if each.options == "ps"), None)
    choices = choices_for(builder.toolkit, builder.answers, part) if part else []
    return tuple(pillar(builder, each.option) for each in choices if each.option)


def _levels(builder: Builder) -> tuple[tuple[str, Mark], ...]:
    """Every part that survivors can have, from the least to the most: its key and its label."""
    part = builder.toolkit.filling.get("survivors.level_now")
    choices = choices_for(builder.toolkit, builder.answers, part) if part else []
    return tuple((each.key, builder.put(each.label)) for each in choices)


def _day(builder: Builder, path: str) -> int | None:
    """A day as `date.toordinal()`; None for a hole."""
    value = builder.value(path)
    return date.fromisoformat(str(value)).toordinal() if value else None


def _people(builder: Builder) -> Mapping[str, int]:
    """How many organizations and people took part."""
    room = builder.items("about.room")
    return {"organizations": len(room), "people": sum(int(seat.get("people") or 0) for seat in room)}
