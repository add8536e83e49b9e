"""The chapters of a folder of flows: read by slot, and checked, so that every answer stands in one of them."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from wizard import content
from wizard.errors import Fault, nearest
from wizard.interview.chapters import PIECES, Block, Chapter, Chapters
from wizard.interview.checking.files import CHAPTERS
from wizard.interview.checking.old_chapters import by_slot
from wizard.interview.checking.parsed import Parsed, Spot
from wizard.plan.misfits import Step, adapter
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage.yaml import text as yaml_text
from wizard.storage.yaml.text import Marks

Figures = Mapping[str, tuple[str, ...]]  # the slots each figure draws, by its name
Steps = tuple[Step, ...]


@dataclass(frozen=True)
class Layout:
    """The chapters, and the slots that stand in none on purpose. `marks` are those of a file of their own."""

    chapters: tuple[Chapter, ...] = ()
    unprinted: Mapping[str, str] = field(default_factory=dict)
    marks: Marks | None = None

    def spot(self, steps: Steps, at: str) -> Spot:
        """A place in the file; none of a line where the folder has no such file of its own."""
        return Spot(CHAPTERS, *(self.marks.value(steps) if self.marks else (None, None)), at)

    def blocks(self) -> Iterator[tuple[Steps, Block]]:
        """Every block, and the way to it in the file."""
        for at, chapter in enumerate(self.chapters):
            for number, theme in enumerate(chapter.themes):
                for count, block in enumerate(theme.blocks):
                    yield ("chapters", at, "themes", number, "blocks", count), block

    def figures(self) -> Iterator[tuple[str, Steps]]:
        """Every figure that is named, and the way to its name."""
        for at, chapter in enumerate(self.chapters):
            for number, theme in enumerate(chapter.themes):
                for name in ("figures", "full_figures"):
                    for count, figure in enumerate(getattr(theme, name)):
                        yield figure, ("chapters", at, "themes", number, name, count)
        yield from ((block.figure, (*way, "figure")) for way, block in self.blocks() if block.figure)


def layout_of(parsed: Parsed) -> Layout:
    """The chapters of a folder: its own file, else the list in its `toolkit.yaml`, else the shipped ones."""
    if parsed.chapter_marks or CHAPTERS in parsed.broken:
        own = parsed.chapters
        return Layout(own.chapters, own.unprinted or {}, parsed.chapter_marks) if own else Layout()
    shipped = _shipped().chapters
    if parsed.outline and parsed.outline.chapters:
        questions = {question.id: question for _, question in parsed.questions}
        return Layout(by_slot(parsed.outline.chapters, questions, shipped))
    return Layout(shipped)


def _shipped() -> Chapters:
    file = content.FLOWS / CHAPTERS
    if not file.is_file():
        return Chapters(())
    made: Chapters = adapter(Chapters).validate_python(yaml_text.read(file.read_bytes(), file=CHAPTERS).data)
    return made


def chapter_faults(made: Layout, figures: Figures) -> Iterator[Fault]:
    """Whatever in a file of their own does not fit the plan, or stands there twice."""
    if made.marks is None:
        return
    numbers: set[str] = set()
    for at, chapter in enumerate(made.chapters):
        if chapter.key in numbers:
            spot = made.spot(("chapters", at), chapter.number)
            yield spot.fault("flows.chapter_twice", name=chapter.number)
        numbers.add(chapter.key)
        for number, theme in enumerate(chapter.themes):
            here = ("chapters", at, "themes", number)
            if theme.piece and theme.piece not in PIECES:
                near, known = nearest(theme.piece, PIECES), ", ".join(PIECES)
                spot = made.spot((*here, "piece"), theme.piece)
                yield spot.fault("flows.unknown_piece", name=theme.piece, near=near, known=known)
    for way, block in made.blocks():
        yield from _block(made, way, block)
    for name, way in made.figures() if figures else ():  # who reads flows to ask, not to print, knows of none
        if name not in figures:
            near, known = nearest(name, figures), ", ".join(figures)
            yield made.spot(way, name).fault("flows.unknown_figure", name=name, near=near, known=known)
    yield from _twice(made)


def _block(made: Layout, way: Steps, block: Block) -> Iterator[Fault]:
    lists = [(name, path) for name in ("list", "more_of") if (path := getattr(block, name))]
    if len(lists) > 1 or not (lists or block.slots):
        yield made.spot(way, made.chapters[int(way[1])].number).fault("flows.block")
    for name, path in lists:
        if path not in slots() or slots()[path].shape != LIST_OF_ITEMS:
            near = nearest(path, [each for each, slot in slots().items() if slot.shape == LIST_OF_ITEMS])
            yield made.spot((*way, name), path).fault("flows.no_list", path=path, near=near)
            return
    for steps, path in _mentioned(block):
        spot = made.spot((*way, *steps), path)
        if path not in slots():
            yield spot.fault("flows.unknown_path", path=path, near=nearest(path, slots()))
        elif steps[0] == "slots" and ("[]" in path or slots()[path].shape == LIST_OF_ITEMS):
            yield spot.fault("flows.block_list", path=path)
    quick = {field for column in block.quick_columns for field in column}
    if quick and quick != {field for column in block.columns for field in column}:
        yield made.spot((*way, "quick_columns"), block.list).fault("flows.block_columns")


def _mentioned(block: Block) -> Iterator[tuple[Steps, str]]:
    """Every path that a block names, and the way to it from there."""
    yield from ((("slots", at), path) for at, path in enumerate(block.slots))
    for name in ("columns", "quick_columns"):
        for at, column in enumerate(getattr(block, name)):
            for number, each in enumerate(column):
                yield (name, at, number), f"{block.list or block.more_of}[].{each}"
    for each in block.cards.fields if block.cards else ():
        yield ("cards",), f"{block.list or block.more_of}[].{each}"


def _twice(made: Layout) -> Iterator[Fault]:
    first: dict[str, Spot] = {}
    for way, block in made.blocks():
        for path in block.printed:
            spot = made.spot(way, path)
            if path in first:
                yield spot.fault("flows.printed_twice", path=path, first=first[path].line)
            first.setdefault(path, spot)
    for path, reason in made.unprinted.items():
        if path in first or path not in slots() or not reason.strip():
            near = nearest(path, slots().keys() - first)
            yield made.spot(("unprinted", path), path).fault("flows.unprinted", path=path, near=near)


def chapter_notes(made: Layout, parsed: Parsed, figures: Figures) -> Iterator[Fault]:
    """What is asked and not printed, said where it is asked or where its neighbors are printed; what figures miss.

    To be asked of flows without faults only.
    """
    printed = {path: at for at, chapter in enumerate(made.chapters) for path in chapter.printed}
    known = printed.keys() | made.unprinted.keys()
    if made.marks is None:
        yield from _twice(made)
    for question, part in parsed.parts:
        path = part.fills
        if path not in slots() or path in known:
            continue
        at = _beside(path, printed)
        if at is None or made.marks is None:
            yield parsed.spot(question).fault("flows.no_chapter", path=path)
        else:
            number = made.chapters[at].number
            yield made.spot(("chapters", at), path).fault("flows.not_in_chapter", path=path, chapter=number)
    for name, way in {name: way for name, way in made.figures() if name in figures}.items():
        yield from _misses(name, figures[name], made.spot(way, name) if made.marks else None, parsed, known)
    for way, block in made.blocks():
        yield from _hides(block.figure, block, figures.get(block.figure, ()), made.spot(way, block.figure))


def _misses(
    name: str, drawn: tuple[str, ...], spot: Spot | None, parsed: Parsed, known: Set[str]
) -> Iterator[Fault]:
    """Slots of a figure that nobody asks for, unless the whole subject was left out, and those that are not printed."""
    asked = [path for path in drawn if path in parsed.filling]
    sections = {section.section: section for section in parsed.sections}
    for path in drawn:
        if asked and path not in asked:
            there = spot or parsed.spot(sections.get(path.partition(".")[0], "order"), name)
            yield there.fault("flows.figure_unasked", name=name, path=path)
        elif path in asked and path not in known:
            there = spot or parsed.spot(parsed.filling[path], name)
            yield there.fault("flows.figure_unprinted", name=name, path=path)


def _hides(name: str, block: Block, drawn: tuple[str, ...], spot: Spot) -> Iterator[Fault]:
    """Fields of a list that are lost where the figure stands, because it draws others of it in place of the list."""
    fields = [f"{block.list or block.more_of}[].{each}" for each in block.fields]
    if not set(fields).isdisjoint(drawn):
        yield from (
            spot.fault("flows.figure_hides", name=name, path=path) for path in fields if path not in drawn
        )


def _beside(path: str, printed: Mapping[str, int]) -> int | None:
    """Which chapter holds the slot that stands next in the same list or section, before it or after it."""
    order = list(slots())
    at, section = order.index(path), f"{path.partition('.')[0]}."
    near = (each for each in (*reversed(order[:at]), *order[at + 1 :]) if each.startswith(section))
    return next((printed[each] for each in near if each in printed), None)
