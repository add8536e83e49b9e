"""From a key to what it draws, on a text and in a list of ten, against questionary's own."""

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.next_question import go_on, two_texts
from tests.bench.rounds import interleaved, median
from tests.bench.start import Start
from tests.bench.terminal import Terminal
from wizard.interview.survey import Turn
from wizard.sitting.ask_builder import options
from wizard.storage.draft import Draft

LETTERS = "abcdefghij klmnopqrst"
DOWN = "\x1b[B"
KEYS = 40
ITEMS = 10


def numbers(ground: Ground) -> list[Number]:
    """Letters on a text, the down arrow in a list."""
    text, (plan, chosen) = two_texts(ground)[0], ten_items(ground)
    lists = (
        f"import questionary as q; q.select('Which?', [f'Choice number {{i}}' for i in range({ITEMS})]).ask()"
    )
    found = interleaved(
        {
            "bare text": lambda: bare(ground, "import questionary as q; q.text('Which?').ask()", LETTERS),
            "text": lambda: asked(ground, Draft(path="full"), text, LETTERS),
            "bare list": lambda: bare(ground, lists, DOWN),
            "list": lambda: asked(ground, plan.snapshot(), chosen, DOWN),
        },
        ground.rounds(7),
    )
    return [
        number(found, "text", "key to echo on a text"),
        number(found, "list", f"key to echo in a list of {ITEMS}"),
    ]


def number(found: dict[str, list[Start]], kind: str, name: str) -> Number:
    """The ratio of the processor time of one key; the clock is in the remark."""
    ours, theirs = (median([each[0] for each in found[case]]) for case in (kind, f"bare {kind}"))
    clock, bare_clock = (median([each[1] for each in found[case]]) for case in (kind, f"bare {kind}"))
    remark = f"CPU {1000 * ours:.1f} ms against {1000 * theirs:.1f} ms a key; on the clock {clock / bare_clock:.2f} ×"
    return Number(name, ours / theirs, must=1.5, remark=remark)


def ten_items(ground: Ground) -> tuple[Draft, Turn]:
    """A plan in which the first goal's lead is chosen from ten lines: the members, and one to add another."""
    draft = Draft(path="full")
    goal = draft.add("goals.items", "goal")
    draft.put(f"goals.items.{goal}.statement", "Answer every referral within two working days.")
    while True:
        here = ground.look(draft)
        lead = next(turn for turn in here.turns if turn.place == f"goals.items.{goal}.lead")
        if (many := len(options(here, lead))) == ITEMS:
            return draft, lead
        if many > ITEMS:
            raise LookupError(f"the list of leads has {many} lines and not {ITEMS}")
        member = draft.add("build.members", "member")
        draft.put(f"build.members.{member}.organization", f"Agency number {many} of Two Rivers")


def bare(ground: Ground, lines: str, keys: str) -> Start:
    with Terminal(ground.script(lines), ground.environment) as terminal:
        terminal.until("Which?")
        return pressed(terminal, keys)


def asked(ground: Ground, draft: Draft, turn: Turn, keys: str) -> Start:
    """In the wizard, in a plan in which only this question is open."""
    plan = ground.kept(ground.open_only_at([turn], draft))
    with Terminal(ground.wizard("open", plan), ground.environment) as terminal:
        go_on(terminal, turn)
        return pressed(terminal, keys)


def pressed(terminal: Terminal, keys: str) -> Start:
    """Processor time a key, and the middle of the times to the first thing drawn."""
    terminal.settle(1.5)
    each = [keys] if keys == DOWN else list(keys)
    before = terminal.cpu()
    clock = [terminal.echo(each[at % len(each)]) for at in range(KEYS)]
    return (terminal.cpu() - before) / KEYS, median(clock)
