"""What the cover, the head and the foot of each page say: who, where, when, which copy, how to get help."""

from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.builder import Builder
from wizard.interview.choosing import choices_for
from wizard.plan.sections.parts import Other

LINES = "strategy.help_lines"
_HOTLINES = ("colorado_voice", "national")


@dataclass(frozen=True)
class Cover:
    """Everything but the help lines; a hole is None."""

    name: Mark | None
    places: tuple[Mark, ...]
    start: Mark | None
    end: Mark | None
    version: Mark | None
    review: Mark | None
    contact: Mark | None
    host: Mark | None
    reader: Mark | None
    adopted: bool


def cover(builder: Builder) -> Cover:
    return Cover(
        name=builder.mark("about.name"),
        places=tuple(map(builder.put, builder.texts("about.places"))),
        start=builder.mark("about.period.start"),
        end=builder.mark("about.period.end"),
        version=builder.mark("sign_off.version"),
        review=builder.mark("sign_off.look_again"),
        contact=builder.mark("about.contact"),
        host=builder.mark("about.host"),
        reader=builder.mark("sign_off.privacy.first_role"),
        adopted=is_adopted(builder),
    )


def is_adopted(builder: Builder) -> bool:
    """A plan is a draft until it was adopted and two roles found no personal details on its pages (guide C.5)."""
    done = builder.plan.sign_off
    clear = done.privacy.first_clear is True and done.privacy.second_clear is True
    return clear and done.adoption.how in ("consensus", "vote")


def help_lines(builder: Builder) -> tuple[str, ...]:
    """The lines this plan confirmed, else those of its place; the one for emergencies first."""
    part = builder.part(LINES)
    if part is None:
        return ()
    chosen = builder.plan.strategy.help_lines or ()
    offered = {choice.key: choice.label for choice in choices_for(builder.toolkit, builder.answers, part)}
    keys = [each for each in chosen if isinstance(each, str)] or list(_HOTLINES)
    words = [each.other for each in chosen if isinstance(each, Other)]
    known = [offered[key] for key in dict.fromkeys(["emergency", *keys]) if key in offered]
    local = builder.text("strategy.local_line")
    return (*known[:1], *([local] if local else []), *known[1:], *words)
