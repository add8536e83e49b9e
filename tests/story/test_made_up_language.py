"""A made-up language goes through the newcomer's walk: no English is left on any screen, and nothing overflows.

A text in plain letters stands in the code, or in a file that no translator is given.
"""

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from dataclasses import astuple, replace
from html import unescape
from pathlib import Path

import pytest

from tests.support import made_up_language
from tests.support.fingers import Fingers
from tests.support.made_up_language import CODE, in_greek, left, spoken
from tests.support.screen import play
from tests.support.script import Memory, Person, Script, Step
from tests.support.shipped import toolkit as shipped
from tests.support.typist import Typist
from wizard import arguments, words
from wizard.cli import main
from wizard.content import PACKAGE
from wizard.document.document import Document
from wizard.document.markup import scan
from wizard.document.options import DocumentOptions
from wizard.document.placeholders import SPOKEN
from wizard.document.printed_plan import printed_plan
from wizard.interview.flow import Toolkit
from wizard.interview.survey import survey
from wizard.sitting import hub, ways
from wizard.sitting.ask import Answer, Ask, Back, Front, GoTo, Leave, Nevers, NotYet, Option, Review
from wizard.sitting.loop import sit
from wizard.sitting.sitting import Sitting
from wizard.storage import plan_file
from wizard.storage.draft import Draft

EXAMPLE = PACKAGE / "examples" / "two-rivers-quick.plan.yaml"
SIZES = [(80, 24), (40, 16)]
BOX = "[x]"  # the mark of a line


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up_language.write(tmp_path_factory.mktemp("made-up"))


@pytest.fixture
def toolkit(folder: Path) -> Iterator[Toolkit]:
    with spoken(folder) as made:
        yield made


def example() -> Draft:
    draft = in_greek(plan_file.draft_of(EXAMPLE.read_bytes()))
    draft.language = CODE
    return draft


def sat(front: Front, toolkit: Toolkit, draft: Draft) -> Sitting:
    """A sitting from the front door until somebody leaves."""
    sitting = Sitting(toolkit, draft, Memory())
    if isinstance(front, Person):
        front.sitting = sitting
    elif isinstance(front, Typist | Fingers) and isinstance(front.teller, Person):
        front.teller.sitting = sitting
    assert isinstance(sit(front, sitting), Leave)
    return sitting


def walked(toolkit: Toolkit) -> Person:
    """Somebody who has entered the whole quick plan."""
    person = Person(example())
    sat(person, toolkit, Draft(language=CODE))
    return person


def texts(value: object) -> Iterator[str]:
    """Every text that a page shows."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Option):
        yield from (value.label, value.advice, value.off)
    elif isinstance(value, Ask):
        shown = (value.question, value.hint, value.unit, value.card, value.note, *astuple(value.head))
        yield from (*shown, *(text for pair in (*value.above, *value.help) for text in pair))
        yield from (text for option in value.options for text in texts(option))


def english(shown: Iterator[str] | list[str]) -> list[str]:
    """The texts that are not all in the made-up language."""
    return [text for text in shown if left(text.replace(BOX, ""))]


# the newcomer's walk


def test_a_text_that_was_left_in_english_would_be_seen(toolkit: Toolkit) -> None:
    assert english([words.say("hub.ask"), f"{words.say('hub.ask')} Read aloud", toolkit.outline.title]) == [
        f"{words.say('hub.ask')} Read aloud"
    ]


def test_no_english_is_left_on_any_page_of_the_walk(toolkit: Toolkit) -> None:
    person = walked(toolkit)

    assert len(person.pages) > 200
    assert english([text for page in person.pages for text in texts(page)] + person.cards) == []
    assert person.with_known_ids(person.draft.data) == person.target.data


def test_no_english_is_left_in_plain_lines(toolkit: Toolkit) -> None:
    person = Person(example())
    typist = Typist(person, is_live=False)
    sat(typist, toolkit, Draft(language=CODE))

    lines = typist.out.getvalue().splitlines()
    assert len(lines) > 500
    assert english(lines) == []


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_no_english_is_left_on_any_screen_and_nothing_overflows(
    toolkit: Toolkit, columns: int, rows: int
) -> None:
    faults, shots = [], 0
    for page in walked(toolkit).pages:
        ask = replace(page, fit=lambda value: value, keep=lambda _: None)
        played = play(ask, "f1", columns=columns, rows=rows)
        shots += len(played.shots)
        faults += english(played.shots)
        faults += [f"{lost!r} is lost:\n{played.shots[0]}" for lost in lost_of(ask, played.shots[0], rows)]

    assert shots > 400
    assert faults == []


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_no_english_is_left_while_the_walk_is_pressed_key_by_key(
    toolkit: Toolkit, columns: int, rows: int
) -> None:
    person = Person(example())
    with Fingers(person, columns, rows) as fingers:
        sat(fingers, toolkit, Draft(language=CODE))

    assert len(fingers.shots) > 1000
    assert english(fingers.shots) == []


def lost_of(ask: Ask, shot: str, rows: int) -> Iterator[str]:
    """What a page has to show whole and does not: its question, the ways off it; in a window of 24 rows, the hint."""
    there = "".join(shot.split())
    wanted = [ask.question, *(words.say(f"way.{way.name}") for way in ways.offered(ask.can))]
    for text in (*wanted, *([ask.hint] if rows >= 24 else [])):
        if "".join(text.split()) not in there:
            yield text


def test_a_label_that_is_not_translated_says_on_the_page_that_it_is_english(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "other")
    overlay = tmp_path / "other" / "flows" / CODE / "operations.yaml"
    lines = overlay.read_text(encoding="utf-8").splitlines(keepends=True)
    overlay.write_text("".join(line for line in lines if not line.startswith("    label:")), encoding="utf-8")

    with spoken(tmp_path / "other") as made:
        kind = made_up_language.documents(tmp_path / "other")[0]
        html = printed_plan(survey(made, example()), kind).html

    labels = {each.label for each in shipped().questions.values() if each.id.startswith("OP-")}
    marked = set(re.findall('<span lang="en">([^<]*)</span>', html))
    assert f'<html lang="{CODE}">' in html
    assert "Ground rules" in marked
    assert marked <= labels


# the pages


PLANS = ("two-rivers", "two-rivers-quick")


def pages(folder: Path, toolkit: Toolkit, name: str) -> Iterator[tuple[str, Document]]:
    """Every document of an example whose answers are in Greek letters; the plan also with its questions."""
    draft = in_greek(plan_file.draft_of((EXAMPLE.parent / f"{name}.plan.yaml").read_bytes()))
    draft.language = CODE
    here = survey(toolkit, draft)
    for kind in made_up_language.documents(folder):
        yield kind.key, printed_plan(here, kind)
        if kind.key == "plan":
            yield kind.key, printed_plan(here, kind, DocumentOptions(with_questions=True))


def shown(html: str) -> Iterator[str]:
    """Every text of a page that somebody reads or hears, and what stands at its foot."""
    for token in scan(re.sub("<style>\n.*?</style>\n", "", html, count=1, flags=re.DOTALL)):
        if token.kind in ("text", "raw"):
            yield unescape(re.sub(r":root\{.*?:|counter\(\w+\)", "", token.source))
        yield from (unescape(value) for name in SPOKEN if (value := token.value(name)))


@pytest.mark.parametrize("name", PLANS)
def test_no_english_is_left_on_any_page(folder: Path, toolkit: Toolkit, name: str) -> None:
    found = {key: english(shown(page.html)) for key, page in pages(folder, toolkit, name)}

    assert found == {"plan": [], "one-page": [], "poster": []}


def test_a_sentence_that_a_document_lacks_is_said_in_english_and_marked_so(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "other")
    (tmp_path / "other" / "output_templates" / "plan" / f"{CODE}.yaml").write_text(
        "contents: Ĉ\n", encoding="utf-8"
    )

    with spoken(tmp_path / "other") as made:
        html = dict(pages(tmp_path / "other", made, PLANS[0]))["plan"].html

    assert '<span lang="en">Never in this plan</span>' in html
    assert "Ĉ</h1>" in html
    ours = re.sub('( lang="en">)[^<]*<', r"\1<", re.sub(' data-label="[^"]*"', "", html))
    assert english(shown(ours)) == []


# what the walk does not come by

BESIDE: dict[str, list[Step]] = {
    "review": [Answer(hub.REVIEW), Answer("about"), Back(), Back(), Leave()],
    "the whole of it": [Answer(hub.REVIEW), Answer("\x00whole"), Back(), Back(), Leave()],
    "go to": [GoTo(""), Answer("goals"), Back(), Back(), Leave()],
    "a question there is not": [GoTo("XX-99"), Leave()],
    "not yet": [GoTo("GO-06"), NotYet(), Leave()],
    "nevers": [Nevers(), Leave()],
    "the other path": [Answer(hub.PATH), Back(), Leave()],
    "read over": [GoTo("AB-01"), Review(), Back(), Leave()],
}


@pytest.mark.parametrize("steps", BESIDE.values(), ids=BESIDE)
def test_no_english_is_left_beside_the_walk(toolkit: Toolkit, steps: list[Step]) -> None:
    script = Script(*steps)
    sat(script, toolkit, example())

    assert english([text for page in script.pages for text in texts(page)] + script.cards) == []


COMMANDS = [
    ["--help"],
    *([command, "--help"] for command in ("new", "status", "print", "fill", "merge", "flows", "outline")),
    ["outline"],
    ["status", "plan"],
    ["fill", "plan", "--from", "more.yaml", "--show"],
    ["fill", "plan", "--from", "broken.yaml"],
    ["merge", "plan", "other", "-o", "new"],
    ["flows", "check"],
    ["print"],
    ["outlin"],
    ["status", "nowhere"],
]


# Names, which are typed in every language: of commands, of what can be chosen behind an option, of places in a file.
TYPED = {
    "partnership",
    "check",
    "letter",
    "a",
    "b",
    "old",
    "new",
    "en",
    CODE,
    "PLAN",
    "about",
    "aeg",
    "age",
    "nothing",
}
TYPED |= set(arguments.COMMANDS)


@pytest.mark.usefixtures("toolkit")
@pytest.mark.parametrize("typed", COMMANDS, ids=" ".join)
def test_no_english_is_left_in_what_a_command_says(
    typed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    other = example()
    other.put("about.name", "Αλλο")
    for name, draft in (("plan", example()), ("other", other)):
        Path(f"{name}.plan.yaml").write_text(plan_file.text_of(draft), encoding="utf-8")
    Path("more.yaml").write_text("about: {age: renewing}\nbuild: {existing: working_with}\n")
    Path("broken.yaml").write_text("about: {aeg: renewing}\nnothing: 1\n")

    with suppress(SystemExit):  # after its help
        main(["--language", CODE, *typed])

    said = capsys.readouterr()
    shown = (said.out + said.err).replace(str(tmp_path), "")
    assert shown
    assert set(left(shown)) - TYPED - set(left(" ".join(typed))) == set()


@pytest.mark.parametrize("are_two", [False, True])
def test_the_language_is_offered_only_where_there_are_two(
    are_two: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with spoken(folder) if are_two else nullcontext(), pytest.raises(SystemExit):
        main(["--help"])

    assert ("--language" in capsys.readouterr().out) is are_two


@pytest.mark.usefixtures("toolkit")
@pytest.mark.parametrize(("own", "chosen", "then"), [(CODE, "", CODE), ("en", CODE, CODE), ("en", "", "en")])
def test_a_plan_goes_on_in_its_own_language_or_in_the_one_that_is_chosen(
    own: str,
    chosen: str,
    then: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("/go AB-01\nΑλλο\n/leave\n".encode())))
    draft = example()
    draft.language = own
    file = tmp_path / "plan.plan.yaml"
    file.write_text(plan_file.text_of(draft), encoding="utf-8")

    main([*(["--language", chosen] if chosen else []), "--plain", "open", str(file)])

    asked = "What is the partnership called?"
    assert (made_up_language.said(asked) if then == CODE else asked) in capsys.readouterr().out
    again = plan_file.draft_of(file.read_bytes())
    assert (again.language, again.get("about.name")) == (then, "Αλλο")
