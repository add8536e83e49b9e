"""What the cover, the head and the foot of each page say: who, where, when, which copy, how to get help."""

from collections.abc import Mapping
from typing import Any

from wizard.document.view.builder import Builder
from wizard.interview.choosing import choices_for

LINES = "strategy.help_lines"
_HOTLINES = ("colorado_voice", "national")


def cover(builder: Builder) -> Mapping[str, Any]:
    """Everything but the help lines; a hole is None."""
    return {
        "name": builder.mark("about.name"),
        "places": tuple(map(builder.put, builder.texts("about.places"))),
        "start": builder.mark("about.period.start"),
        "end": builder.mark("about.period.end"),
        "version": builder.mark("sign_off.version"),
        "review": builder.mark("sign_off.look_again"),
        "contact": builder.mark("about.contact"),
        "host": builder.mark("about.host"),
        "reader": builder.mark("sign_off.privacy.first_role"),
        "adopted": is_adopted(builder),
    }


def is_adopted(builder: Builder) -> bool:
    """A plan is a draft until it was adopted and two roles found no personal details on its pages (guide C.5)."""
    clear = (builder.value(f"sign_off.privacy.{each}_clear") is True for each in ("first", "second"))
    return builder.value("sign_off.adoption.how") in ("consensus", "vote") and all(clear)


def help_lines(builder: Builder) -> tuple[str, ...]:
    """The lines this plan confirmed, else those of its place; the one for emergencies first."""
    part = builder.toolkit.filling.get(LINES)
    if part is None:
        return ()
    chosen = builder.value(LINES) or []
    offered = {choice.key: choice.label for choice in choices_for(builder.toolkit, builder.answers, part)}
    keys = [each for each in chosen if isinstance(each, str)] or list(_HOTLINES)
    words = [each["other"] for each in chosen if isinstance(each, Mapping)]
    known = [offered[key] for key in dict.fromkeys(["emergency", *keys]) if key in offered]
    local = builder.text("strategy.local_line")
    return (*known[:1], *([local] if local else []), *known[1:], *words)
