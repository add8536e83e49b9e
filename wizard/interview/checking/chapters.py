"""The chapters of a folder of flows: read by slot, and checked, so that every answer stands in one of them."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, fields
from pathlib import Path

from wizard import content
from wizard.errors import Fault, nearest
from wizard.interview.chapters import FILE, PIECES, Block, CardFacts, Cards, Chapter, Chapters, Theme
from wizard.interview.checking.declared import Declared
from wizard.interview.checking.fault import Finding, Spot, found
from wizard.interview.checking.files import is_open
from wizard.interview.old_chapters import by_slot
from wizard.plan.slots import LIST_OF_ITEMS, slots
from wizard.storage.yaml import text as yaml_text
from wizard.storage.yaml.text import Marks

Figures = Mapping[str, tuple[str, ...]]  # the slots each figure draws, by its name
Steps = tuple[str | int, ...]
NAMES = [each.name for cls in (Chapters, Chapter, Theme, Block, Cards, CardFacts) for each in fields(cls)]


@dataclass(frozen=True)
class Arranged:
    """The chapters, and what is wrong with the shape of their file. `marks` are those of a file of their own."""

    chapters: tuple[Chapter, ...] = ()
    unprinted: Mapping[str, str] = field(default_factory=dict)
    marks: Marks | None = None
    faults: list[Fault] = field(default_factory=list)

    def spot(self, *steps: str | int) -> Spot | None:
        return Spot(FILE, *self.marks.value(steps)) if self.marks else None

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


def arranged(folder: Path, read: Declared) -> Arranged:
    """The chapters of a folder: its own file, else the list in its `toolkit.yaml`, else the shipped ones."""
    if (folder / FILE).exists():
        return _read(folder / FILE)
    shipped = _read(content.FLOWS / FILE).chapters
    if read.outline and read.outline.chapters:
        questions = {asked.question.id: asked.question for asked in read.questions}
        return Arranged(by_slot(read.outline.chapters, questions, shipped))
    return Arranged(shipped)


def _read(file: Path) -> Arranged:
    """Shape first: where that is wrong, nothing more is said about the file."""
    from pydantic import TypeAdapter, ValidationError

    if not is_open(file):
        return Arranged(faults=[Fault("flows.not_opened", {}, file.name)])
    document, faults = yaml_text.read_all(file.read_bytes(), file.name)
    if document is None:
        return Arranged(faults=faults)
    try:
        made = TypeAdapter(Chapters).validate_python(document.data)
    except ValidationError as error:
        for each in error.errors(include_input=False, include_url=False):
            *way, name = each["loc"] or ("chapters",)
            near = nearest(str(name), NAMES) if each["type"] == "unexpected_keyword_argument" else ""
            place = document.marks.key((*way, name))
            details: dict[str, object] = {"name": name, "near": near}
            faults.append(Fault(f"flows.shape.{each['type']}", details, file.name, *place, str(name)))
        return Arranged(faults=faults)
    return Arranged(made.chapters, made.unprinted or {}, document.marks, faults)


def chapter_faults(made: Arranged, figures: Figures) -> Iterator[Finding]:
    """Whatever in a file of their own does not fit the plan, or stands there twice."""
    if made.marks is None:
        return
    numbers: set[str] = set()
    for at, chapter in enumerate(made.chapters):
        if chapter.key in numbers:
            yield found(
                "flows.chapter_twice", chapter.number, spot=made.spot("chapters", at), name=chapter.number
            )
        numbers.add(chapter.key)
        for number, theme in enumerate(chapter.themes):
            here = ("chapters", at, "themes", number)
            if theme.piece and theme.piece not in PIECES:
                near, known = nearest(theme.piece, PIECES), ", ".join(PIECES)
                spot = made.spot(*here, "piece")
                yield found(
                    "flows.unknown_piece", theme.piece, spot=spot, name=theme.piece, near=near, known=known
                )
    for way, block in made.blocks():
        yield from _block(made, way, block)
    for name, way in made.figures() if figures else ():  # who reads flows to ask, not to print, knows of none
        if name not in figures:
            near, known = nearest(name, figures), ", ".join(figures)
            yield found("flows.unknown_figure", name, spot=made.spot(*way), name=name, near=near, known=known)
    yield from _twice(made)


def _block(made: Arranged, way: Steps, block: Block) -> Iterator[Finding]:
    lists = [(name, path) for name in ("list", "more_of") if (path := getattr(block, name))]
    if len(lists) > 1 or not (lists or block.slots):
        yield found("flows.block", made.chapters[int(way[1])].number, spot=made.spot(*way))
    for name, path in lists:
        if path not in slots() or slots()[path].shape != LIST_OF_ITEMS:
            near = nearest(path, [each for each, slot in slots().items() if slot.shape == LIST_OF_ITEMS])
            yield found("flows.no_list", path, spot=made.spot(*way, name), path=path, near=near)
            return
    for steps, path in _mentioned(block):
        spot = made.spot(*way, *steps)
        if path not in slots():
            yield found("flows.unknown_path", path, spot=spot, path=path, near=nearest(path, slots()))
        elif steps[0] == "slots" and ("[]" in path or slots()[path].shape == LIST_OF_ITEMS):
            yield found("flows.block_list", path, spot=spot, path=path)
    quick = {field for column in block.quick_columns for field in column}
    if quick and quick != {field for column in block.columns for field in column}:
        yield found("flows.block_columns", block.list, spot=made.spot(*way, "quick_columns"))


def _mentioned(block: Block) -> Iterator[tuple[Steps, str]]:
    """Every path that a block names, and the way to it from there."""
    yield from ((("slots", at), path) for at, path in enumerate(block.slots))
    for name in ("columns", "quick_columns"):
        for at, column in enumerate(getattr(block, name)):
            for number, each in enumerate(column):
                yield (name, at, number), f"{block.list or block.more_of}[].{each}"
    for each in block.cards.fields if block.cards else ():
        yield ("cards",), f"{block.list or block.more_of}[].{each}"


def _twice(made: Arranged) -> Iterator[Finding]:
    first: dict[str, Spot | None] = {}
    for way, block in made.blocks():
        for path in block.printed:
            spot = made.spot(*way)
            if path in first:
                line = there.line if (there := first[path]) else ""
                yield found("flows.printed_twice", path, spot=spot, path=path, first=line)
            first.setdefault(path, spot)
    for path, reason in made.unprinted.items():
        if path in first or path not in slots() or not reason.strip():
            spot = made.spot("unprinted", path)
            yield found(
                "flows.unprinted", path, spot=spot, path=path, near=nearest(path, slots().keys() - first)
            )


def chapter_notes(made: Arranged, read: Declared, figures: Figures) -> Iterator[Finding]:
    """What is asked and not printed, said where it is asked or where its neighbors are printed; what figures miss."""
    printed = {path: at for at, chapter in enumerate(made.chapters) for path in chapter.printed}
    known = printed.keys() | made.unprinted.keys()
    if made.faults or read.outline_spots.get("chapters", Spot()).doubts & {"chapters", "questions"}:
        return
    if made.marks is None:
        yield from _twice(made)
    for asked in read.questions:
        for path in (each.part.fills for each in asked.parts):
            if path not in slots() or path in known:
                continue
            at = _beside(path, printed)
            spot = made.spot("chapters", at) if at is not None else None
            if at is None or spot is None:
                yield found("flows.no_chapter", asked.question.id, of="id", spot=asked.spot, path=path)
            else:
                number = made.chapters[at].number
                yield found("flows.not_in_chapter", path, spot=spot, path=path, chapter=number)
    for name, way in {name: way for name, way in made.figures() if name in figures}.items():
        yield from _misses(name, figures[name], made.spot(*way), read, known)


def _misses(
    name: str, drawn: tuple[str, ...], spot: Spot | None, read: Declared, known: Set[str]
) -> Iterator[Finding]:
    """Slots of a figure that nobody asks for, unless the whole subject was left out, and those that are not printed."""
    asked = [path for path in drawn if path in read.filling]
    sections = {section.section: spot for section, spot in read.sections}
    for path in drawn:
        if asked and path not in asked:
            there = spot or sections.get(path.partition(".")[0])
            yield found("flows.figure_unasked", name, absent=path, spot=there, name=name, path=path)
        elif path in asked and path not in known:
            there = spot or read.filling[path].spot
            yield found("flows.figure_unprinted", name, spot=there, name=name, path=path)


def _beside(path: str, printed: Mapping[str, int]) -> int | None:
    """Which chapter holds the slot that stands next in the same list or section, before it or after it."""
    order = list(slots())
    at, section = order.index(path), f"{path.partition('.')[0]}."
    near = (each for each in (*reversed(order[:at]), *order[at + 1 :]) if each.startswith(section))
    return next((printed[each] for each in near if each in printed), None)
