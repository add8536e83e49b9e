"""Strict YAML: bytes to plain data with the place of everything, or all that is wrong; and data to text.

The only module that speaks of PyYAML, and only once something is read: writing needs no library.
The fast parser reads; when anything at all is wrong, the slow one reads again and explains, so that every
machine says the same. (libyaml 0.2.5 does not crash on deep nesting, because reading stops at 20 levels.)
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from wizard.errors import MOST_FAULTS, Fault, Faults
from wizard.storage.file_text import text_of
from wizard.storage.yaml_build import DEEPEST, MOST_NODES, Builder, Document, Marks, Path, Place
from wizard.storage.yaml_faults import fault_of
from wizard.storage.yaml_write import write

__all__ = ["DEEPEST", "MOST_BYTES", "MOST_NODES", "Document", "Marks", "Path", "Place", "read", "write"]

MOST_BYTES = 1_000_000

_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)*%")


def read(raw: bytes, *, file: str = "", most: int = MOST_BYTES) -> Document:
    """The data of a YAML file. Raises Faults with everything that is wrong, in the order of the file."""
    document, faults = read_all(raw, file, most)
    if document is None or faults:
        raise Faults(faults)
    return document


def read_all(raw: bytes, file: str = "", most: int = MOST_BYTES) -> tuple[Document | None, list[Fault]]:
    """The data and everything that is wrong, in the order of the file. There is data where only a name stands twice."""
    text, faults = text_of(raw, most, file)
    if text is None:
        return None, faults
    if found := _DIRECTIVE.search(text):
        place = text.count("\n", 0, found.end()) + 1, 1
        return None, [*faults, Fault("yaml.directive", {}, file, *place)]
    fast = None if faults else _read_fast(text, file)
    if fast is not None and not fast.faults:
        return fast.document(), []
    slow = _read_slow(text, file)
    faults += slow.faults
    if not faults and fast is not None:
        faults += fast.faults
    faults.sort(key=lambda fault: (fault.line or 0, fault.column or 0))
    is_whole = len(faults) < MOST_FAULTS and all(fault.key == "yaml.twice" for fault in faults)
    return slow.document() if is_whole else None, faults


def _read_fast(text: str, file: str) -> Builder | None:
    """libyaml's reading; None where PyYAML came without it. What it says about a break is not used."""
    import yaml

    if not yaml.__with_libyaml__:
        return None
    builder = Builder(file)
    try:
        builder.take(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as trouble:
        mark = getattr(trouble, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        builder.faults.append(Fault("yaml.not_understood", {}, file, *place))
    return builder


def _read_slow(text: str, file: str) -> Builder:
    """PyYAML's own reading: slower, the same everywhere, and it knows what it stumbled over."""
    import yaml

    builder = Builder(file)
    loader = _plain_parser()(text)
    try:
        builder.take(_events(loader))
    except yaml.YAMLError as trouble:
        builder.faults.append(fault_of(trouble, text, file))
    except (ValueError, OverflowError):  # an escape for a character that does not exist
        builder.faults.append(Fault("yaml.escape", {}, file, loader.line + 1, loader.column + 1))
    return builder


def _events(loader: Any) -> Iterator[Any]:
    while loader.check_event():
        yield loader.get_event()


@cache
def _plain_parser() -> Any:
    """PyYAML's parser in Python, taught to take tabs where libyaml takes them, so that both read the same."""
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner, ScannerError
    from yaml.tokens import ScalarToken

    class Plain(Reader, Scanner, Parser):
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

        def scan_to_next_token(self) -> None:
            while True:
                blanks = " \t" if self.flow_level or not self.allow_simple_key else " "
                while self.peek() in blanks:
                    self.forward()
                if self.peek() == "#":
                    while self.peek() not in "\0\n":
                        self.forward()
                if self.peek() != "\n":
                    return
                self.forward()
                if not self.flow_level:
                    self.allow_simple_key = True

        def scan_plain(self) -> Any:
            """Between brackets, `?` is a character like others and `a:]` a mistake, as libyaml has it."""
            start = end = self.get_mark()
            chunks: list[str] = []
            spaces: list[str] = []
            while self.peek() != "#":
                length = self.length_of_words(start)
                if not length:
                    break
                self.allow_simple_key = False
                chunks += [*spaces, self.prefix(length)]
                self.forward(length)
                end = self.get_mark()
                spaces = self.scan_plain_spaces(self.indent + 1, start)
                if not spaces or (not self.flow_level and self.column < self.indent + 1):
                    break
            return ScalarToken("".join(chunks), True, start, end)

        def length_of_words(self, start: Any) -> int:
            length = 0
            while (sign := self.peek(length)) not in "\0 \t\n":
                if self.flow_level and sign in ",[]{}":
                    break
                if sign == ":":
                    after = self.peek(length + 1)
                    if after in "\0 \t\n":
                        break
                    if self.flow_level and after in ",?[]{}":
                        raise ScannerError("in a flow scalar", start, "found ':'", self.get_mark())
                length += 1
            return length

        def scan_plain_spaces(self, indent: int, start: Any) -> list[str]:
            """What joins the words before and after: blanks as they are, one end of line as a blank."""
            blanks, breaks = "", 0
            while (sign := self.peek()) in " \t\n":
                if sign == "\t" and breaks and self.column < indent:
                    raise ScannerError("while scanning a plain scalar", start, "found a tab", self.get_mark())
                self.forward()
                if sign != "\n":
                    blanks += "" if breaks else sign
                    continue
                breaks += 1
                self.allow_simple_key = True
                if self.prefix(3) in ("---", "...") and self.peek(3) in "\0 \t\n":
                    return []
            if breaks:
                return [" " if breaks == 1 else "\n" * (breaks - 1)]
            return [blanks] if blanks else []

        def scan_block_scalar_ignored_line(self, start_mark: Any) -> None:
            while self.peek() == "\t":
                self.forward()
            super().scan_block_scalar_ignored_line(start_mark)

        def scan_block_scalar_indentation(self) -> Any:
            found = super().scan_block_scalar_indentation()
            if self.peek() == "\t":
                raise ScannerError("while scanning a block scalar", None, "found a tab", self.get_mark())
            return found

    return Plain
