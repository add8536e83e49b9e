"""The kinds of questions in lines: one file each, and this list."""

from wizard.terminal.plain.kinds.date import Date
from wizard.terminal.plain.kinds.kind import Kind
from wizard.terminal.plain.kinds.list import Items
from wizard.terminal.plain.kinds.long import Long
from wizard.terminal.plain.kinds.many import Many
from wizard.terminal.plain.kinds.number import Number
from wizard.terminal.plain.kinds.one import One
from wizard.terminal.plain.kinds.ranked import Ranked
from wizard.terminal.plain.kinds.text import Text
from wizard.terminal.plain.kinds.yes_no import YesNo

KINDS: dict[str, type[Kind]] = {
    "text": Text,
    "long": Long,
    "number": Number,
    "date": Date,
    "yes_no": YesNo,
    "one": One,
    "many": Many,
    "ranked": Ranked,
    "list": Items,
}
