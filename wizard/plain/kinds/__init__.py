"""The kinds of questions in lines: one file each, and this list."""

from wizard.plain.kinds.date import Date
from wizard.plain.kinds.kind import Kind
from wizard.plain.kinds.list import Items
from wizard.plain.kinds.long import Long
from wizard.plain.kinds.many import Many
from wizard.plain.kinds.number import Number
from wizard.plain.kinds.one import One
from wizard.plain.kinds.ranked import Ranked
from wizard.plain.kinds.text import Text
from wizard.plain.kinds.yes_no import YesNo

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
