"""Plain mode: from Enter to the next question, the answer saved in between. Milliseconds of the processor."""

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.next_question import LONG_ENOUGH, go_on, two_texts
from tests.bench.rounds import interleaved, median
from tests.bench.start import Start
from tests.bench.terminal import Terminal
from wizard.interview.survey import Turn
from wizard.sitting.ask_builder import wording
from wizard.storage.draft import Draft

MOST = 5.0  # milliseconds
TIMES = 8


def numbers(ground: Ground) -> list[Number]:
    """In a plan just begun, where it must be quick, and in the full example."""
    pair = two_texts(ground)
    one, other, *_ = ground.look(Draft(path="full")).turns
    found = interleaved(
        {
            "small": lambda: asked(ground, Draft(path="full"), (one, other)),
            "full": lambda: asked(ground, ground.open_only_at(pair, ground.example()), pair),
        },
        ground.rounds(9),
    )
    return [
        number(found["small"], "plain mode, Enter to the next question, new plan", must=MOST),
        number(found["full"], "plain mode, the same in the full example"),
    ]


def number(times: list[Start], name: str, must: float | None = None) -> Number:
    """The processor time; the clock, with what the disk takes, is in the remark."""
    cpu, clock = (1000 * median([each[at] for each in times]) for at in (0, 1))
    return Number(name, cpu, unit="ms", must=must, remark=f"CPU; on the clock {clock:.1f} ms")


def asked(ground: Ground, draft: Draft, pair: tuple[Turn, Turn]) -> Start:
    """Answers the first of two questions, goes back and answers it anew; the middle of all but the first."""
    plan = ground.kept(draft)
    with Terminal(ground.wizard("open", plan, "--plain"), ground.environment) as terminal:
        go_on(terminal, pair[0])
        terminal.settle(LONG_ENOUGH)
        found = [answered(terminal, f"Answer number {at} of some words", pair) for at in range(TIMES)]
    return median([each[0] for each in found[1:]]), median([each[1] for each in found[1:]])


def answered(terminal: Terminal, text: str, pair: tuple[Turn, Turn]) -> Start:
    """One answer, and back to where it was given."""
    terminal.send(text)
    terminal.settle(0.2)
    before = terminal.cpu()
    pressed = terminal.send("\r")
    clock = terminal.until(wording(pair[1])[:30]) - pressed
    cpu = terminal.cpu() - before
    terminal.settle(0.2)
    terminal.send("<\r")
    terminal.until(wording(pair[0])[:30])
    terminal.settle(0.2)
    return cpu, clock
