"""The slow reading of YAML, which explains what is wrong: PyYAML's own, made to read what the fast one reads."""

from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken


class PlainParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python, taught to take tabs where libyaml takes them, so that both read the same."""

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
