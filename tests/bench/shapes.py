"""Plan files of one megabyte in the shapes that take a reader longest; each was once the slowest of them all."""

from collections.abc import Callable
from itertools import count

from wizard.storage.file_text import MOST_BYTES

HEAD = "format: 1\ntoolkit: colorado@1\nlanguage: en\nplan_id: p-7f3kq2\n"
SLIP = "note: @\n"  # nothing may start so: with it at the very end, all the rest is read first

Lines = Callable[[int], str]


def filled(lines: Lines | str, before: str = "", after: str = "") -> bytes:
    """As many lines as a file may hold between what stands before and after."""
    room = MOST_BYTES - len((HEAD + before + after).encode())
    found: list[str] = []
    for number in count():
        line = lines if isinstance(lines, str) else lines(number)
        room -= len(line.encode())
        if room < 0:
            break
        found.append(line)
    return (HEAD + before + "".join(found) + after).encode()


def some(many: int, lines: Lines, before: str) -> bytes:
    """So many lines, each made as long as the file has room for: `~` stands where they can grow."""
    room = (
        MOST_BYTES
        - sum(len(lines(number).encode()) for number in range(many))
        - len((HEAD + before).encode())
    )
    longer = "w" * (room // many)
    return (HEAD + before + "".join(lines(number).replace("~", longer, 1) for number in range(many))).encode()


def _nested(number: int) -> str:
    names = "".join(f"{'  ' * depth}k{number}x{depth}:\n" for depth in range(1, 18))
    return f"{names}{'  ' * 18}z: x\n"


def _goals(many: int) -> str:
    return "goals:\n  items:\n" + "".join(f"  - {{id: goal-{number:04}}}\n" for number in range(many))


def _points() -> bytes:
    points = "".join(f"- {{at: goals.items.goal-{n:04}.baseline, reason: parked}}\n" for n in range(4900))
    return (HEAD + _goals(5000) + "open_points:\n" + points).encode()


def _places_with_a_slip() -> bytes:
    return SHAPES["places nobody knows"]()[: -2 * len(SLIP)] + f"\n{SLIP}".encode()


SHAPES: dict[str, Callable[[], bytes]] = {
    "lists of one word": lambda: filled("- [a]\n", "a:\n"),
    "lists in lists": lambda: filled("[[[[[[[[[[a]]]]]]]]]], ", "a: [", "a]\n"),
    "names in names": lambda: filled(_nested, "about:\n"),
    "one name again and again": lambda: filled("k: x\n"),
    "sections nobody knows": lambda: some(24_900, lambda n: f"abuot{n}: ~\n", ""),
    "fields nobody knows": lambda: some(24_900, lambda n: f"  nmae{n}: ~\n", "about:\n"),
    "places nobody knows": lambda: some(49_000, lambda n: f"  - ~{n}\n", "about:\n  places:\n"),
    "lists nobody knows": lambda: some(49_000, lambda n: f"- m{n}~\n", "complete:\n"),
    "rows nobody knows": lambda: some(12_000, lambda n: f"    r{n}: {{a: ~}}\n", "define:\n  scope:\n"),
    "points at thousands of entries": _points,
    "hidden characters behind many lines": lambda: filled("# x\n", "", "a: " + "\u202e" * 60_000 + "\n"),
    "marks on one letter": lambda: filled("\u0301\u0323", "define:\n  mission: a", "\n"),
    "a long line with a slip": lambda: filled("word ", "a: ", f"x\n{SLIP}"),
    "a long text with a slip": lambda: filled("  x\n", "a: |\n", SLIP),
    "a long quote with a slip": lambda: filled("\n\n  x", "a: 'x", f"'\n{SLIP}"),
    "escapes with a slip": lambda: filled("\\x41", 'a: "', f'"\n{SLIP}'),
    "remarks with a slip": lambda: filled("# a remark\n", "", SLIP),
    "empty lines with a slip": lambda: filled("\n", "", SLIP),
    "brackets over many lines with a slip": lambda: filled("x\n", "a: [\n", f"]\n{SLIP}"),
    "places with a slip": _places_with_a_slip,
    "quotes in quotes": lambda: filled("'' ", "a: '", "'\n"),
    "words over many lines": lambda: filled("b\n  ", "a: ", "\n"),
    "pairs before an open bracket": lambda: (
        some(9000, lambda n: f"k{n}: {{a: ~, c: d}}\n", "")[:-4] + b"b: ["
    ),
    "a word with accents before a brace": lambda: filled("\u00e9", "a: ", "\n}"),
    "a merge that was never settled": lambda: filled("<<<<<<< x\n"),
    "hidden characters on every line": lambda: filled("a: \u202e\n"),
}
