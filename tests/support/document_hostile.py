"""A plan as a careless or hostile typist would leave it, and the demo template that shows it."""

from dataclasses import dataclass
from pathlib import Path

from wizard.content import OUTPUT_TEMPLATES
from wizard.document import page
from wizard.document.placeholders import Answers, Mark

HOSTILE = r"| # <b>x</b> {{ 7*7 }} ![](file:///etc/passwd) \ * _"
NAME = "Two Rivers Anti-Trafficking Partnership"
STORY = (
    "A shelter bed for men is the need we hear of most.\n\nIt took us two meetings to agree on that."
    "\n\nThe third line\nwas broken by hand."
)
LONG = " ".join(f"word{number}" for number in range(400))
ENDLESS = "Donaudampfschiff" * 200
DEMO = Path(__file__).parent / "demo_template"
SHARED = OUTPUT_TEMPLATES / "shared"
PILLARS = (
    ("prevention", "V"),
    ("protection", "R"),
    ("prosecution", "S"),
    ("partnership", "A"),
    ("fifth", "L"),
)


@dataclass(frozen=True)
class Goal:
    id: str
    key: str
    letter: Mark
    pillar: Mark
    title: Mark
    statement: Mark
    rows: tuple[tuple[Mark, object], ...]


def document(
    *, hostile: str = HOSTILE, paper: page.Paper = "letter", extra: tuple[str, ...] = ()
) -> page.Document:
    """The demo page with a hostile answer at every kind of place."""
    answers = Answers()
    view = _view(answers, hostile, extra)
    return page.compose(
        DEMO, view, answers, lang="en", title=f"Partnership plan, {NAME}", paper=paper, parts=SHARED
    )


def _view(answers: Answers, hostile: str, extra: tuple[str, ...]) -> dict[str, object]:
    put = answers.put
    typed = (hostile, "María-José Núñez, Łódź", "*not bold* and `not code`", "- not a list", *extra)
    row = (put(hostile), put("Legal aid"), (put("Protection"), put("Prosecution")), None)
    return {
        "name": put(NAME),
        "area": put("Alder County, Mesquite Reservation"),
        "dates": put("September 1, 2026 to August 31, 2027"),
        "copymark": put("Inside copy — not for publication"),
        "version": put("Version 1, draft"),
        "helpline": put("Danger now: 911 · National hotline 1-888-373-7888"),
        "lead": put("Eleven organizations met four times between September and November."),
        "long_text": put(LONG, long=True),
        "story": put(STORY, long=True),
        "hostile": put(hostile),
        "typed": tuple(map(put, typed)),
        "members": (row, *(_member(answers, number) for number in range(30))),
        "goals": tuple(_goal(answers, number, hostile) for number in range(5)),
    }


def _member(answers: Answers, number: int) -> tuple[object, ...]:
    put = answers.put
    return (
        put(f"Organization {number}"),
        put("Health care"),
        (put("Protection"),),
        put("Staff, a room and data"),
    )


def _goal(answers: Answers, number: int, hostile: str) -> Goal:
    put = answers.put
    key, letter = PILLARS[number]
    rows: tuple[tuple[Mark, object], ...] = (
        (put("Lead"), put("Two Rivers Legal Aid")),
        (put("Measure"), put(hostile)),
        (put("Baseline"), None),
        (put("By when"), put("March 31, 2027")),
    )
    statement = "By March 31, 2027, answer 90 of every 100 referrals between members within two working days."
    return Goal(
        f"goal-{number}",
        key,
        put(letter),
        put(key.title()),
        put(f"Answer referrals {number}"),
        put(statement),
        rows,
    )
