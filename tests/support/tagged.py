"""Reads how a PDF is tagged: its tree of tags, and the words behind each, as software for the blind does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import pikepdf

PAINTS = frozenset(("Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI"))


@dataclass
class Tag:
    """One tag: `kind` as in `H1` or `TD`, what it says about itself, and what is in it."""

    kind: str
    said: pikepdf.Dictionary
    kids: "list[Tag | str]" = field(default_factory=list)  # the words of the page stand between the tags
    annotations: list[pikepdf.Dictionary] = field(default_factory=list)

    def walk(self) -> "Iterator[Tag]":
        """This tag and everything under it, in the order of reading."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def all(self, *kinds: str) -> "list[Tag]":
        return [tag for tag in self.walk() if tag.kind in kinds]

    @property
    def tags(self) -> "list[Tag]":
        """The tags right inside, seen through those that mean nothing."""
        found: list[Tag] = []
        for kid in self.kids:
            if isinstance(kid, Tag):
                found += kid.tags if kid.kind in ("NonStruct", "Div") else [kid]
        return found

    @property
    def text(self) -> str:
        return "".join(kid.text if isinstance(kid, Tag) else kid for kid in self.kids)

    def attribute(self, name: str) -> Any:
        return self.said.get("/A", pikepdf.Dictionary()).get(f"/{name}")


class Tagged:
    """A PDF as it is tagged. In a `with` it is closed again."""

    def __init__(self, file: Path) -> None:
        self.pdf = pikepdf.open(file)
        self.root = self.pdf.Root
        self._pages = [_Page(page) for page in self.pdf.pages]
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.pdf.close()

    @cached_property
    def tree(self) -> Tag:
        """The tag of the whole document."""
        (document,) = self.root.StructTreeRoot.K
        return self._tag(document, None)

    def unmarked(self) -> list[str]:
        """What is painted on a page without being either tagged or decoration."""
        return [
            f"page {number}: {each}" for number, page in enumerate(self._pages, 1) for each in page.unmarked
        ]

    def untold(self) -> list[str]:
        """Words on a page that are tagged, but that no tag of the tree leads to: nobody would hear them."""
        told = {mark for tag in self.tree.walk() for mark in self._marks(tag)}
        return [
            f"page {number}: {words}"
            for number, page in enumerate(self._pages, 1)
            for mark, words in page.words.items()
            if (number - 1, mark) not in told
        ]

    def decoration(self) -> list[str]:
        """The words on each page that are marked as decoration."""
        return [page.decoration for page in self._pages]

    def _tag(self, said: pikepdf.Dictionary, page: int | None) -> Tag:
        if "/Pg" in said:
            page = self._numbers[said.Pg.objgen]
        tag = Tag(str(said.S)[1:], said)
        for kid in _listed(said.get("/K", [])):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                tag.annotations.append(kid.Obj)
            elif isinstance(kid, pikepdf.Dictionary):
                tag.kids.append(self._tag(kid, page))
            else:
                assert page is not None
                tag.kids.append(self._pages[page].words[int(kid)])
        return tag

    def _marks(self, tag: Tag) -> Iterator[tuple[int, int]]:
        for kid in _listed(tag.said.get("/K", [])):
            if not isinstance(kid, pikepdf.Dictionary):
                yield self._numbers[tag.said.Pg.objgen], int(kid)


class _Page:
    """What is painted on one page: words by their mark, words that are decoration, and what is neither."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.words: dict[int, str] = {}
        self.decoration = ""
        self.unmarked: list[str] = []
        self._resources = page.Resources
        self._paint(page)

    def _paint(self, page: pikepdf.Page) -> None:
        marks: list[int | str] = []
        letters: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    inner = operands[1] if len(operands) > 1 else {}
                    marks.append(int(inner["/MCID"]) if "/MCID" in inner else str(operands[0]))
                    if isinstance(marks[-1], int):
                        self.words.setdefault(marks[-1], "")
                case "EMC":
                    marks.pop()
                case "Tf":
                    letters = self._letters(str(operands[0]))
                case "Tj" | "TJ":
                    self._say(marks, _spelled(operands, letters))
            if str(operator) in PAINTS and not marks:
                self.unmarked.append(str(operator))

    def _say(self, marks: list[int | str], words: str) -> None:
        if marks and isinstance(marks[-1], int):
            self.words[marks[-1]] = self.words.get(marks[-1], "") + words
        elif marks and marks[-1] == "/Artifact":
            self.decoration += words

    def _letters(self, font: str) -> dict[int, str]:
        table = self._resources.Font[font].ToUnicode.read_bytes().decode()
        pairs = re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*$", table, re.MULTILINE)
        return {int(glyph, 16): bytes.fromhex(letter).decode("utf-16-be") for glyph, letter in pairs}


def _spelled(operands: Any, letters: dict[int, str]) -> str:
    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    glyphs = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return "".join(
        letters.get(int.from_bytes(glyphs[at : at + 2], "big"), "?") for at in range(0, len(glyphs), 2)
    )


def _listed(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]
