"""What docs/architecture.md names is there: each path and module, each room, and the floors as they are held."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import wizard
from tests.house.test_floors import FLOORS

HOUSE = Path(wizard.__file__).parent
ROOT = HOUSE.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

_FENCE = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TICKS = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w./<>-]*/[\w./<>-]*|[\w-]+\.(?:py|yaml|md|html|css)")
_MODULE = re.compile(r"[a-z_]+(?:\.\w+)+")
OTHERS = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")} - {ROOT / "docs" / "architecture.md"})
ROOMS = {path.stem for path in HOUSE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}


def fences(page: str) -> list[str]:
    return _FENCE.findall(page)


def tree(page: str) -> list[str]:
    """The paths of the annotated tree."""
    return [line.split()[0] for line in fences(page)[0].splitlines()]


def named(page: str) -> Iterator[str]:
    """What stands in backticks outside of fences, an ending line joined with the next one."""
    yield from _TICKS.findall(_FENCE.sub("", page).replace("\n", " "))


def is_there(path: str) -> bool:
    """Whether there is such a file or folder; `<name>` is any."""
    return any(True for _ in ROOT.glob(re.sub(r"<\w+>", "*", path).rstrip("/")))


def lost_paths(page: str) -> list[str]:
    paths = [name for name in named(page) if _PATH.fullmatch(name) and not name.startswith("./")]
    return [path for path in (*tree(page), *paths) if not is_there(path)]


def leads_somewhere(name: str) -> bool:
    """Whether a dotted name is a module, or something in one."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(["wizard", *parts[:end]]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


def lost_modules(page: str) -> list[str]:
    names = [name for name in named(page) if _MODULE.fullmatch(name) and name.split(".")[0] in ROOMS]
    return [name for name in names if not _PATH.fullmatch(name) and not leads_somewhere(name)]


def lost_rooms(page: str) -> list[str]:
    """Folders of the house that the tree does not have, and modules beside them."""
    there = [
        f"{each.relative_to(ROOT).as_posix()}{'/' if each.is_dir() else ''}"
        for each in (*HOUSE.glob("*.py"), *(head.parent for head in HOUSE.rglob("*/__init__.py")))
        if each.name != "__init__.py" and each != HOUSE
    ]
    return sorted(set(there) - set(tree(page)))


def lost_floors(page: str) -> list[tuple[str, ...]]:
    drawn = [tuple(line.split()) for line in fences(page)[1].splitlines()]
    return [floor for floor in FLOORS if floor not in drawn] if len(drawn) == len(FLOORS) else [*FLOORS]


def lost_elsewhere(text: str) -> list[str]:
    """Paths of the house that another page names; what is named after the made-up start of a language is none."""
    found = re.findall(r"(?<![\w/.-])(?:wizard|flows|output_templates|tests|docs)/[\w./<>*-]*\w", text)
    return [path for path in found if "/es" not in path and not is_there(path)]


RULES = {
    "paths": lost_paths,
    "modules": lost_modules,
    "rooms": lost_rooms,
    "floors": lost_floors,
}


@pytest.mark.parametrize("rule", RULES)
def test_the_page_is_true(rule: str) -> None:
    assert len(tree(PAGE)) > 40
    assert len([name for name in named(PAGE) if _MODULE.fullmatch(name)]) > 40

    assert RULES[rule](PAGE) == []


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("paths", "`wizard/arguments.py`", "`wizard/options.py`"),
        ("paths", "`tests/golden/`", "`tests/gold/`"),
        ("paths", "wizard/plain/kinds/   ", "wizard/plain/sorts/   "),
        ("modules", "`sitting.loop.sit`", "`sitting.loop.seat`"),
        ("modules", "`storage.atomic.replace_whole`", "`storage.atoms.replace_whole`"),
        ("rooms", "wizard/storage/merging/", "wizard/storage/"),
        ("rooms", "wizard/errors.py     ", "wizard/cli.py     "),
        ("floors", "\nstorage     checks\n", "\nstorage\n"),
        ("floors", "\nformatting\n", "\n"),
    ],
)
def test_what_is_named_and_not_there_is_seen(rule: str, old: str, new: str) -> None:
    assert old in PAGE

    assert RULES[rule](PAGE.replace(old, new)) != []


@pytest.mark.parametrize("page", OTHERS, ids=lambda page: page.name)
def test_other_pages_name_no_path_that_is_gone(page: Path) -> None:
    assert lost_elsewhere(page.read_text(encoding="utf-8")) == []


def test_a_path_that_is_gone_would_be_seen() -> None:
    assert lost_elsewhere("In `wizard/terminal/paper.py` and `wizard/words/en.yaml`.") == [
        "wizard/terminal/paper.py"
    ]
