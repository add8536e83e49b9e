"""The layout of a page: which part gets how many rows, and where it stands. The question and the prompt come first."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard import words
from wizard.formatting.wrap import Row
from wizard.screen.renderer import DIM

Parts = dict[str, tuple[Row, ...]]

ORDER = ("head", "rule", "note", "card", "above", "question", "hint", "body", "control", "message", "below",
         "help", "footer")  # fmt: skip

# Served in this order, first each with the rows it cannot do without …
NEEDED = ("control", "footer", "message", "question", "head", "body", "help", "above")
# … then each up to what it wants; "gap.x" is the blank line above x.
GROWING = (
    "message", "footer", "head", "rule", "hint", "note", "gap.question", "gap.control", "gap.body",
    "body", "control", "card", "gap.footer", "help", "above", "gap.help", "gap.note", "gap.card", "gap.above",
    "below", "rest",
)  # fmt: skip
GAPS = sum(name.startswith("gap.") for name in GROWING)


@dataclass(frozen=True)
class Claim:
    """What one part of a page wants: at least, at first, and at most, in rows."""

    least: int
    most: int
    first: int | None = None  # before the others had their turn; None: all of it


def claims(parts: Parts, wants: tuple[int, int], height: int) -> dict[str, Claim]:
    """What each part asks for in a window of this height."""
    least, most = wants
    claims = {name: Claim(0, len(rows)) for name, rows in parts.items()}
    # A long list scrolls: it leaves room for the blank lines, and for help to be read in.
    claims["control"] = Claim(least, most, least if "help" in parts else max(8, height // 2 - 2))
    for name in ("question", "message"):
        if name in parts:
            claims[name] = Claim(len(parts[name]), len(parts[name]))
    claims["head"] = Claim(min(1, len(parts.get("head", ()))), len(parts.get("head", ())))
    footer = len(parts.get("footer", ()))
    claims["footer"] = Claim(min(1, footer), min(footer, max(2, height // 5)))
    if "above" in parts:
        claims["above"] = Claim(1, len(parts["above"]))
    if "help" in parts:
        total = len(parts["help"])
        claims["help"] = Claim(min(total, 5), total, max(6, height // 2))
    if "body" in parts:  # all of it is in view where it can be, else its blank lines come first
        body = len(parts["body"])
        fits = least + sum(claim.most for name, claim in claims.items() if name != "control") <= height
        claims["body"] = Claim(body if fits else min(body, 3), body)
    return claims


def share(claims: Mapping[str, Claim], rows: int) -> dict[str, int]:
    """The rows each part gets. Never more than there are."""
    given = dict.fromkeys(claims, 0)
    left = rows

    def give(name: str, upto: int) -> None:
        nonlocal left
        more = min(max(upto - given[name], 0), left)
        given[name] += more
        left -= more

    for name in NEEDED:
        if name in claims:
            give(name, claims[name].least)
    for name in GROWING:
        if name == "rest":
            give("control", claims["control"].most)
        elif name in claims:
            claim = claims[name]
            give(name, claim.most if claim.first is None else min(claim.first, claim.most))
        elif name.startswith("gap.") and name[4:] in claims and given[name[4:]]:
            given[name] = 0
            give(name, 1)
    return given


def placed(parts: Parts, given: dict[str, int], height: int, help_top: int) -> tuple[dict[int, Row], int]:
    """Row by row what stands where, and the prompt's first row. The footer stands at the foot of the page."""
    rows: dict[int, Row] = {}
    at = control = 0
    for name in ORDER:
        if name == "footer":
            at = height - given.get(name, 0)
        else:
            at += given.get(f"gap.{name}", 0)
        if name == "control":
            control = at
            at += given[name]
            continue
        for row in _cropped(name, parts.get(name, ()), given.get(name, 0), help_top):
            rows[at] = row
            at += 1
    return rows, control


def _cropped(name: str, rows: tuple[Row, ...], room: int, help_top: int) -> tuple[Row, ...]:
    if len(rows) <= room:
        return rows
    if room == 0:
        return ()
    if name in ("help", "body"):
        more = ((DIM, words.say("help.more")),)
        view = rows[help_top : help_top + room]
        return (*view[:-1], more) if help_top + room < len(rows) and room > 1 else view
    if name == "head":
        return rows[-room:]
    if name == "footer" or (name == "below" and not (rows[room - 1] and any(rows[room:]))):
        return rows[:room]
    if name == "above":  # what it is about, and what was said last
        first = rows[0] if room > 1 else (*rows[0], (DIM, "…"))
        return (first, ((DIM, "  …"),), *rows[len(rows) - room + 2 :])[:room]
    style, text = rows[room - 1][-1] if rows[room - 1] else ("", "")
    kept = text.rpartition(" ")[0].rstrip() or text[:-1]
    return (*rows[: room - 1], (*rows[room - 1][:-1], (style, f"{kept} …")))
