"""The kinds of questions on screen: one file each, and this list."""

from wizard.terminal.kinds.date import Date
from wizard.terminal.kinds.list import Items
from wizard.terminal.kinds.long import Long
from wizard.terminal.kinds.many import Many
from wizard.terminal.kinds.number import Number
from wizard.terminal.kinds.one import One
from wizard.terminal.kinds.prompt import Prompt
from wizard.terminal.kinds.ranked import Ranked
from wizard.terminal.kinds.text import Text
from wizard.terminal.kinds.yes_no import YesNo

KINDS: dict[str, type[Prompt]] = {
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
