"""The chapters as they are printed: which are wanted, and what is left to say in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.document.placeholders import Mark
from wizard.document.view.builder import Builder
from wizard.document.view.by_slot import Block, block_of
from wizard.document.view.themes import Drawn, Theme, themes
from wizard.errors import Problem, nearest
from wizard.interview import chapters as layout

LEFT = "left"  # the piece that names what is left


@dataclass(frozen=True)
class Chapter:
    """A chapter of the document; `left` are the labels of what nobody has said a word about."""

    key: str
    title: Mark
    themes: tuple[Theme, ...]
    left: tuple[Mark, ...]
    is_answered: bool


@dataclass(frozen=True)
class Content:
    """What is printed of a chapter's blocks, before anything is laid out."""

    where: layout.Chapter
    blocks: Mapping[layout.Block, Block]
    left: tuple[Mark, ...]


def contents(builder: Builder) -> tuple[Content, ...]:
    """The chapters that are wanted, in the order of the toolkit."""
    return tuple(_content(builder, chapter) for chapter in chosen(builder, builder.options.sections))


def chosen(builder: Builder, sections: Sequence[str]) -> list[layout.Chapter]:
    """The chapters of some sections, each named by its own id (`goals`) or by a chapter's number; all for none.

    Problem: document.no_section.
    """
    toolkit = builder.toolkit
    if not sections:
        return list(toolkit.chapters)
    names = [section.section for section in toolkit.sections] + [chapter.key for chapter in toolkit.chapters]
    wanted = [each.strip().lower() for each in sections]
    for name in wanted:
        if name not in names:
            raise Problem("document.no_section", name=name, near=nearest(name, names), names=", ".join(names))
    return [
        chapter
        for chapter, questions in zip(toolkit.chapters, builder.printed_questions, strict=True)
        if chapter.key in wanted or any(toolkit.home[ident].section in wanted for ident in questions)
    ]


def _content(builder: Builder, chapter: layout.Chapter) -> Content:
    blocks: dict[layout.Block, Block] = {}
    left: dict[str, Mark] = {}
    for where in chapter.blocks:
        block, question = block_of(builder, where)
        if block:
            blocks[where] = block
        elif question:
            left[question.id] = builder.put(question.label)
    order = sorted(left, key=builder.order.__getitem__)
    return Content(chapter, blocks, tuple(left[ident] for ident in order))


def laid_out(builder: Builder, content: Content, drawn: Drawn) -> Chapter:
    """The chapter with its themes; what nobody has said a word about closes it, where it has no place of its own."""
    found = themes(builder, content.where.themes, content.blocks, drawn)
    if not content.left:
        found = [theme for theme in found if theme.piece != LEFT]
    elif not any(theme.piece == LEFT for theme in found):
        found.append(Theme(None, piece=LEFT))
    title = builder.put(content.where.title)
    return Chapter(content.where.key, title, tuple(found), content.left, is_answered=bool(content.blocks))
