"""The parts of a page as rows."""

from typing import Protocol

from wizard import words
from wizard.formatting.wrap import Row, cells, cut, head_rows, line, wrapped
from wizard.screen import keys
from wizard.screen.kinds.prompt import Prompt
from wizard.screen.layout import Parts
from wizard.screen.renderer import DIM
from wizard.sitting import ways
from wizard.sitting.ask import Ask

SMALL = 18  # rows


class Shown(Protocol):
    """What of a page its rows are made from."""

    ask: Ask
    prompt: Prompt
    body: str
    is_help_open: bool
    message: str


def parts(page: Shown, width: int, height: int, said: str, below: tuple[Row, ...]) -> Parts:
    """Every part that has something to show, as rows of this width."""
    ask = page.ask
    heads = head_rows(ask.head.partnership, ask.head.where, width)
    crowded = height < SMALL and len(heads) > 1
    found: Parts = {
        "head": tuple((("", row),) for row in (heads[1:] if crowded else heads)),
        "rule": ((("", _rule(heads[0] if crowded else "", width)),),) if heads else (),
        "note": styled(DIM, _note(ask), width),
        "card": () if page.is_help_open else _card(ask, width, height),  # it stands in the help too
        "above": _above(ask, width),
        "question": styled("class:question", ask.question, width),
        "hint": styled(DIM, ask.hint, width),
        "message": _message(page, said, width),
        "below": below,
        "body": styled("", page.body, width),
        "help": _help(ask, width) if page.is_help_open else (),
        "footer": _footer(page, width, height),
    }
    return {name: rows for name, rows in found.items() if rows}


def _rule(name: str, width: int) -> str:
    """The line under the head. In a small window the partnership's name stands in it: there is no row for it alone."""
    return f"─ {cut(name, width - 4)} ".ljust(width, "─") if name else "─" * width


def styled(style: str, text: str, width: int) -> tuple[Row, ...]:
    """A text wrapped by word in one style; nothing for an empty one."""
    return tuple(((style, row),) for row in wrapped(text, width)) if text else ()


def _note(ask: Ask) -> str:
    unfinished = words.say("page.unfinished") if ask.unfinished is not None else ""
    return "\n".join(part for part in (ask.note, unfinished, _suggestion(ask)) if part)


def _suggestion(ask: Ask) -> str:
    """That what stands in the prompt is nobody's answer yet, and what Enter and others do with it."""
    if not ask.suggested or ask.unfinished:
        return ""
    how = {"one": "chosen", "yes_no": "chosen", "many": "marked", "ranked": "marked"}.get(ask.kind, "typed")
    return words.say("page.suggested", how=how)


def _message(page: Shown, said: str, width: int) -> tuple[Row, ...]:
    if not said:
        return ()
    rows = tuple(
        (("", "  "), *row) for row in styled("class:message" if page.message else DIM, said, width - 2)
    )
    return ((), *rows) if page.prompt.is_list else rows


def _card(ask: Ask, width: int, height: int) -> tuple[Row, ...]:
    if not ask.card:
        return ()
    rows = tuple((("", "│ " + row),) for row in wrapped(ask.card, width - 2))
    return rows if height < SMALL else (((DIM, "│ " + words.say("page.card")),), *rows)


def _above(ask: Ask, width: int) -> tuple[Row, ...]:
    if not ask.above:
        return ()
    widest = max((cells(line(label)) for label, answer in ask.above if answer), default=0)
    column = min(widest, width // 3) + 2 if widest else 0
    rows: list[Row] = []
    for label, answer in ask.above:
        if not column or not answer:
            style, text = (DIM, label) if label else ("", answer)
            rows += [((style, "  " + row),) for row in wrapped(text, width - 2)]
            continue
        left = wrapped(label, column - 2) if label else ("",)
        right = wrapped(answer, width - 2 - column)
        for at in range(max(len(left), len(right))):
            name = left[at] if at < len(left) else ""
            gap = " " * (column - cells(name))
            rows.append(((DIM, "  " + name + gap), ("", right[at] if at < len(right) else "")))
    return tuple(rows)


def _help(ask: Ask, width: int) -> tuple[Row, ...]:
    sections = [*ask.help]
    if ask.card:
        sections.append((words.say("help.card"), ask.card))
    sections.append((words.say("help.ways"), _ways_in_words(ask)))
    rows: list[Row] = [(("", "─" * min(width, 20)),)]
    for title, text in sections:
        rows += [*styled("class:question", title, width), *styled("", text, width), ()]
    return tuple(rows[:-1])


def _ways_in_words(ask: Ask) -> str:
    lines = [words.say(f"help.way.{way.name}") for way in ways.chosen(ask.can)]
    lines += [words.say("help.ctrl"), words.say("help.menu")]
    if ask.kind in ("one", "many", "ranked"):
        lines.append(words.say("help.search"))
    if ask.kind in ("text", "long", "number", "date"):
        lines.append(words.say("help.slash"))
    return "\n".join(lines)


def _footer(page: Shown, width: int, height: int) -> tuple[Row, ...]:
    blank = page.prompt.is_blank()
    known = [
        (keys.shown(way, is_blank=blank), words.say(f"way.{way.name}")) for way in ways.offered(page.ask.can)
    ]
    if ways.has_menu(page.ask.can) and blank:
        known.append(("/", words.say("way.menu")))
    own = _in_lines(page.prompt.footer(), width)
    if height < SMALL:
        return (*_in_lines(known, width), *own)
    return (*own, *_in_lines(known, width))


def _in_lines(items: list[tuple[str, str]] | tuple[tuple[str, str], ...], width: int) -> tuple[Row, ...]:
    """Keys with their words side by side, as many on a line as fit; none is broken."""
    between = 3 if width >= 60 else 2
    rows: list[list[tuple[str, str]]] = []
    used = 0
    for key, label in items:
        size = cells(key) + 1 + cells(label)
        if rows and used + between + size <= width:
            rows[-1].append(("", " " * between))
            used += between + size
        else:
            rows.append([])
            used = size
        rows[-1] += [("", key), (DIM, " " + label)]
    return tuple(tuple(row) for row in rows)
