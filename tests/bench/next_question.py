"""From an answer to the next question on screen, saved in between, against two questionary texts in a row."""

from itertools import pairwise

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.rounds import interleaved, median
from tests.bench.start import Start, told
from tests.bench.terminal import NoPrompt, Terminal
from wizard import words
from wizard.interview.survey import Turn
from wizard.sitting.ask_builder import wording
from wizard.storage.draft import Draft

BARE = (
    "import questionary as q; q.text('What is the first answer?').ask(); q.text('What is the second?').ask()"
)
CARDS = 4
LONG_ENOUGH = 2.0  # seconds a person takes to read the first page; what the wizard readies meanwhile is ready


def numbers(ground: Ground) -> list[Number]:
    """In a plan that has nothing else yet, and in the full example."""
    pair = two_texts(ground)
    found = interleaved(
        {
            "bare": lambda: bare(ground),
            "small": lambda: asked(ground, Draft(path="full"), pair),
            "full": lambda: asked(ground, ground.example(), pair),
        },
        ground.rounds(9),
    )
    cpu = {name: median([each[0] for each in times]) for name, times in found.items()}
    clock = {name: median([each[1] for each in times]) for name, times in found.items()}
    return [
        Number(f"answer to the next question, {plan}", cpu[name] / cpu["bare"], must=2.0,
               remark=f"CPU {told(cpu[name])} against {told(cpu['bare'])}; on the clock {told(clock[name])}")
        for name, plan in (("small", "a plan just begun"), ("full", "the full example"))
    ]  # fmt: skip


def two_texts(ground: Ground) -> tuple[Turn, Turn]:
    """The first two text questions of the toolkit that follow each other and belong to no list."""
    turns = ground.look(ground.example()).turns
    return next(
        (one, other)
        for one, other in pairwise(turns)
        if {one.part.kind, other.part.kind} == {"text"} and not one.item and not other.item
    )


def bare(ground: Ground) -> Start:
    with Terminal(ground.script(BARE), ground.environment) as terminal:
        terminal.until("first answer?")
        return answer(terminal, "the second?")


def asked(ground: Ground, draft: Draft, pair: tuple[Turn, Turn]) -> Start:
    """The same in the wizard, in a plan in which only these two questions are open."""
    plan = ground.kept(ground.open_only_at(pair, draft))
    with Terminal(ground.wizard("open", plan), ground.environment) as terminal:
        go_on(terminal, pair[0])
        return answer(terminal, wording(pair[1])[:30])


def go_on(terminal: Terminal, turn: Turn) -> None:
    """From the hub to the first open question, past the cards that are read aloud before it."""
    terminal.until(words.say("hub.ask"))
    terminal.settle()
    for _ in range(CARDS + 1):
        terminal.send("\r")
        if wording(turn)[:30].encode() in terminal.settle():
            return
    raise NoPrompt(f"going on does not lead to {turn.place}")


def answer(terminal: Terminal, text: str) -> Start:
    """Types an answer and presses Enter."""
    terminal.settle(LONG_ENOUGH)
    terminal.send("An answer of some words")
    terminal.settle()
    before = terminal.cpu()
    pressed = terminal.send("\r")
    clock = terminal.until(text) - pressed
    return terminal.cpu() - before, clock
