"""The view of a whole plan: what every page of its document is filled with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.document import figures
from wizard.document.copies import INSIDE, Copy
from wizard.document.figures import Figure
from wizard.document.options import DEFAULT, DocumentOptions
from wizard.document.placeholders import Answers, Mark
from wizard.document.view.accepted import Accepted, accepted
from wizard.document.view.answers import Pillar, pillar
from wizard.document.view.builder import Builder
from wizard.document.view.by_slot import BySlot
from wizard.document.view.chapters import Chapter, Content, contents, laid_out
from wizard.document.view.cover import Cover, cover, help_lines
from wizard.document.view.facts import Fact
from wizard.document.view.grids import Grid
from wizard.document.view.open_points import Waiting, essential_left, open_points
from wizard.document.view.records import RecordList
from wizard.document.view.summary import Summary, summary
from wizard.formatting.dates import short_months
from wizard.interview.choosing import Choice, choices_for
from wizard.interview.flow import Part
from wizard.interview.survey import Survey


@dataclass(frozen=True)
class TakingPart:
    """How many organizations and people took part."""

    organizations: int
    people: int


@dataclass(frozen=True)
class Month:
    """The name of a month where there is little room, and where there is next to none."""

    name: Mark
    letter: Mark


@dataclass(frozen=True)
class View:
    """What a template sees: marks, numbers, yes or no, keys, and collections of them; nothing left to compute.

    `facts` and `lists` are the answers that are printed, by slot and by list, for a piece that is not a block.
    """

    copy: str
    path: str
    cover: Cover
    help_lines: tuple[Mark, ...]
    summary: Summary
    chapters: tuple[Chapter, ...]
    facts: Mapping[str, Fact]
    lists: Mapping[str, RecordList]
    figures: Mapping[str, Figure | None]
    some_only: bool
    goal_cards: bool
    pillars: tuple[Pillar, ...]
    open_points: tuple[Waiting, ...]
    essential_left: tuple[Mark, ...]
    accepted: tuple[Accepted, ...]
    nevers: tuple[Mark, ...]
    one_rule: Mark
    fine: Mark
    credits: Mark
    toolkit: Mark
    month_names: tuple[Month, ...]
    people: TakingPart


def view_of(survey: Survey, copy: Copy = INSIDE, options: DocumentOptions = DEFAULT) -> tuple[View, Answers]:
    """The plan as a reader of this copy meets it, and the answers behind its marks."""
    builder = Builder(survey, copy, options)
    outline, room = builder.toolkit.outline, builder.plan.about.room
    helping = help_lines(builder)
    printed = contents(builder)
    by_slot = _by_slot(builder, printed)
    drawn = figures.drawn(by_slot)
    slots = {name: figures.FIGURES[name].slots for name, figure in drawn.items() if figure}
    chapters = tuple(laid_out(builder, content, slots) for content in printed)
    view = View(
        copy=copy.name,
        path=survey.draft.path or "full",
        cover=cover(builder),
        help_lines=tuple(map(builder.put, helping)),
        summary=summary(builder, helping),
        chapters=chapters,
        facts=by_slot.facts,
        lists=by_slot.lists,
        figures=drawn,
        some_only=by_slot.some_only,
        goal_cards=any(where.cards for each in printed for where in each.blocks),
        pillars=by_slot.pillars,
        open_points=open_points(builder),
        essential_left=essential_left(builder),
        accepted=accepted(builder),
        nevers=tuple(map(builder.put, outline.nevers)),
        one_rule=builder.put(outline.one_rule),
        fine=builder.put(outline.fine),
        credits=builder.put(outline.credits, long=True),
        toolkit=builder.put(outline.title),
        month_names=tuple(Month(builder.put(each), builder.put(each[0])) for each in short_months()),
        people=TakingPart(len(room), sum(seat.people or 0 for seat in room)),
    )
    return view, builder.marks


def _by_slot(builder: Builder, printed: Iterable[Content]) -> BySlot:
    plan, period = builder.plan, builder.plan.about.period
    blocks = [(where, block) for content in printed for where, block in content.blocks.items()]
    held = [(path, each) for _, block in blocks for path, each in block.held.items()]
    return BySlot(
        facts={path: each for path, each in held if isinstance(each, Fact)},
        lists={path: each for path, each in held if isinstance(each, RecordList) and not each.by_name},
        grids={path: each for path, each in held if isinstance(each, Grid)},
        blocks={path: block for where, block in blocks for path in where.printed},
        period=(_day(period.start), _day(period.end)),
        pillars=tuple(
            pillar(builder, each.option) for each in _offered(builder, _ps(builder)) if each.option
        ),
        members_ps={each.id: each.ps or () for each in plan.build.members},
        levels={
            each.key: builder.put(each.label)
            for each in _offered(builder, builder.part("survivors.level_now"))
        },
        goals=len(builder.goals),
        some_only=bool(builder.options.sections),
    )


def _ps(builder: Builder) -> Part | None:
    """A part that offers the Ps this partnership uses."""
    return next((each for each in builder.toolkit.filling.values() if each.options == "ps"), None)


def _offered(builder: Builder, part: Part | None) -> list[Choice]:
    return choices_for(builder.toolkit, builder.answers, part) if part else []


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None
