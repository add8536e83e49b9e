"""The view of a whole plan: what every page of its document is filled with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wizard.document import figures
from wizard.document.options import DEFAULT, DocumentOptions
from wizard.document.placeholders import Answers, Mark
from wizard.document.view.accepted import accepted
from wizard.document.view.cover import cover, help_lines
from wizard.document.view.open_points import essential_left, open_points
from wizard.document.view.pen import Pen
from wizard.document.view.questions import chapters
from wizard.document.view.said import pillar
from wizard.document.view.summary import summary
from wizard.interview.choosing import choices_for
from wizard.interview.survey import Survey

INSIDE = "inside"


def view_of(
    survey: Survey,
    copy: str = INSIDE,
    wishes: DocumentOptions = DEFAULT,
) -> tuple[Mapping[str, Any], Answers]:
    """The plan as a reader of this copy meets it, and the answers behind its marks."""
    pen = Pen(survey, wishes)
    helping = help_lines(pen)
    told = chapters(pen)
    view = {
        "copy": copy,
        "path": survey.draft.path or "full",
        "cover": cover(pen),
        "period": (_day(pen, "about.period.start"), _day(pen, "about.period.end")),
        "help_lines": tuple(map(pen.put, helping)),
        "summary": summary(pen, helping),
        "chapters": told,
        "some_only": bool(wishes.sections),
        "goal_cards": any("GO-02" in each.questions for each in told),
        "pillars": _pillars(pen),
        "members_ps": {each["id"]: tuple(each.get("ps") or ()) for each in pen.items("build.members")},
        "levels": _levels(pen),
        "goals_count": len(pen.goals),
        "open_points": open_points(pen),
        "essential_left": essential_left(pen),
        "accepted": accepted(pen),
        "nevers": tuple(map(pen.put, pen.toolkit.outline.nevers)),
        "one_rule": pen.put(pen.toolkit.outline.one_rule),
        "fine": pen.put(pen.toolkit.outline.fine),
        "credits": pen.put(pen.toolkit.outline.credits, long=True),
        "toolkit": pen.put(pen.toolkit.outline.title),
        "people": _people(pen),
    }
    return view | {"figures": figures.drawn(view)}, pen.marks


def _pillars(pen: Pen) -> tuple[Any, ...]:
    """The Ps this partnership uses."""
    part = next((each for each in pen.toolkit.filling.values() if each.options == "ps"), None)
    choices = choices_for(pen.toolkit, pen.answers, part) if part else []
    return tuple(pillar(pen, each.option) for each in choices if each.option)


def _levels(pen: Pen) -> tuple[tuple[str, Mark], ...]:
    """Every part that survivors can have, from the least to the most: its key and its label."""
    part = pen.toolkit.filling.get("survivors.level_now")
    choices = choices_for(pen.toolkit, pen.answers, part) if part else []
    return tuple((each.key, pen.put(each.label)) for each in choices)


def _day(pen: Pen, path: str) -> int | None:
    """A day as `date.toordinal()`; None for a hole."""
    value = pen.value(path)
    return date.fromisoformat(str(value)).toordinal() if value else None


def _people(pen: Pen) -> Mapping[str, int]:
    """How many organizations and people took part."""
    room = pen.items("about.room")
    return {"organizations": len(room), "people": sum(int(seat.get("people") or 0) for seat in room)}
