"""Plain mode: from Enter to the next question, the answer saved in between. Milliseconds of the processor."""

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.next_question import answer, go_on, two_texts
from tests.bench.rounds import interleaved, median
from tests.bench.start import Start
from tests.bench.terminal import Terminal
from wizard.interview.survey import Turn
from wizard.storage.draft import Draft
from wizard.terminal.asking import wording

MOST = 5.0  # milliseconds


def numbers(ground: Ground) -> list[Number]:
    """In a plan that has nothing else yet, where it must be quick, and in the full example."""
    pair = two_texts(ground)
    found = interleaved(
        {
            "small": lambda: asked(ground, Draft(path="full"), pair),
            "full": lambda: asked(ground, ground.example(), pair),
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
    """In a plan in which only these two questions are open."""
    plan = ground.kept(ground.open_only_at(pair, draft))
    with Terminal(ground.wizard("open", plan, "--plain"), ground.environment) as terminal:
        go_on(terminal, pair[0])
        return answer(terminal, wording(pair[1])[:30])
