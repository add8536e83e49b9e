"""What the cover, the head and the foot of each page say: who, where, when, which copy, how to get help."""

from collections.abc import Mapping
from typing import Any

from wizard.document.view.pen import Pen
from wizard.interview.choosing import choices_for

LINES = "strategy.help_lines"
_HOTLINES = ("colorado_voice", "national")


def cover(pen: Pen) -> Mapping[str, Any]:
    """Everything but the help lines; a hole is None."""
    return {
        "name": pen.mark("about.name"),
        "places": tuple(map(pen.put, pen.texts("about.places"))),
        "start": pen.mark("about.period.start"),
        "end": pen.mark("about.period.end"),
        "version": pen.mark("sign_off.version"),
        "review": pen.mark("sign_off.look_again"),
        "contact": pen.mark("about.contact"),
        "host": pen.mark("about.host"),
        "reader": pen.mark("sign_off.privacy.first_role"),
        "adopted": is_adopted(pen),
    }


def is_adopted(pen: Pen) -> bool:
    """A plan is a draft until it was adopted and two roles found no personal details on its pages (guide C.5)."""
    clear = (pen.value(f"sign_off.privacy.{each}_clear") is True for each in ("first", "second"))
    return pen.value("sign_off.adoption.how") in ("consensus", "vote") and all(clear)


def help_lines(pen: Pen) -> tuple[str, ...]:
    """The lines this plan confirmed, else those of its place; the one for emergencies first."""
    part = pen.toolkit.filling.get(LINES)
    if part is None:
        return ()
    chosen = pen.value(LINES) or []
    offered = {choice.key: choice.label for choice in choices_for(pen.toolkit, pen.answers, part)}
    keys = [each for each in chosen if isinstance(each, str)] or list(_HOTLINES)
    words = [each["other"] for each in chosen if isinstance(each, Mapping)]
    known = [offered[key] for key in dict.fromkeys(["emergency", *keys]) if key in offered]
    local = pen.text("strategy.local_line")
    return (*known[:1], *([local] if local else []), *known[1:], *words)
