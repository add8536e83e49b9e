"""From the start of the program to the first question, against the shortest script that asks one with questionary."""

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.rounds import interleaved, median
from tests.bench.terminal import Terminal
from wizard import words

BARE = "import questionary; questionary.text('What is your name?').ask()"
Start = tuple[float, float]  # processor seconds, and seconds on the clock


def numbers(ground: Ground) -> list[Number]:
    """A new plan, and the full example as it was left."""
    example = ground.kept(ground.example())
    first, hub = words.say("path.ask"), words.say("hub.ask")
    found = interleaved(
        {
            "bare": lambda: once(ground, ground.script(BARE), "your name?"),
            "new": lambda: once(ground, ground.wizard("new", ground.fresh()), first),
            "resume": lambda: once(ground, ground.wizard("open", example), hub),
        },
        ground.rounds(15),
    )
    cpu = {name: median([each[0] for each in starts]) for name, starts in found.items()}
    clock = {name: median([each[1] for each in starts]) for name, starts in found.items()}
    return [
        Number("start to the first question", cpu["new"] / cpu["bare"], must=1.5, aim=1.3,
               remark=f"CPU {told(cpu['new'])} against {told(cpu['bare'])}; on the clock {told(clock['new'])}"),
        Number("going on with the full example", cpu["resume"] / cpu["new"], must=1.5,
               remark=f"CPU {told(cpu['resume'])} against a new plan's {told(cpu['new'])}"),
    ]  # fmt: skip


def once(ground: Ground, command: list[str], text: str) -> Start:
    """One start, until a text stands on the screen."""
    with Terminal(command, ground.environment) as terminal:
        clock = terminal.until(text) - terminal.started
        return terminal.cpu(), clock


def told(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
