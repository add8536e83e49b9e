"""The rules of the house: who may know whom, where each library is spoken of, and how things are named.

The checks are functions over a package's folder, so that they can be shown a damaged house as well.
"""

import ast
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import wizard

HOUSE = Path(wizard.__file__).parent

# From the top down. A module imports from lower floors and from its own room, so rooms on one floor
# (terminal and document above all) know nothing of each other.
FLOORS = (
    ("__main__",),
    ("cli",),
    ("arguments",),
    ("commands",),
    ("front_ends", "shells"),
    ("screen", "plain"),
    ("sitting", "publishing"),
    ("document", "workspace"),
    ("formatting",),
    ("interview",),
    ("words",),
    ("storage", "checks"),
    ("plan",),
    ("errors", "content", "systems"),
)

# The two staircases. They meet in `commands` and know nothing of each other, whatever the floors would allow.
TERMINAL = ("sitting", "screen", "plain")
DOCUMENT = ("document", "publishing")

MOST_FILES = 16  # side by side in one folder; more are a room that holds two things

# The only places in which a library may be spoken of: a room, a room in it, or one file of it.
LIBRARIES = {
    "questionary": {"screen"},
    "prompt_toolkit": {"screen"},
    "wcwidth": {"formatting/wrap.py"},  # comes with prompt_toolkit
    "markdown_it": {"document"},
    "jinja2": {"document"},
    "weasyprint": {"publishing/typesetting"},
    "pydyf": {"publishing/typesetting"},  # comes with WeasyPrint
    "tinycss2": {"document"},  # comes with WeasyPrint
    "fontTools": {"document"},  # comes with WeasyPrint
    "PIL": {"document/logo.py"},  # comes with WeasyPrint
    "yaml": {"storage/yaml/text.py"},
    "platformdirs": {"storage"},
    "anyascii": {"workspace/folder.py"},
    "argparse": {"cli", "arguments", "commands", "publishing", "front_ends"},
    "pydantic": {"plan"},
    "pydantic_core": {"plan"},
}

# What stands on the screen before any of these has been loaded decides how quick the wizard feels.
FIRST = ("__main__", "cli", "front_ends", "screen", "plain", "sitting", "workspace")
LATE = {"pydantic", "pydantic_core", "weasyprint", "jinja2", "markdown_it", "mdit_py_plugins"}

WORKPLACE = {
    *("manager", "handler", "engine", "context", "session", "service"),
    *("util", "helper", "base", "common", "data", "info"),
}

TOOLKIT_TERMS = {
    "CommonGround",  # the toolkit's own phrase (GO-12): the aim that several agencies share
}


def modules(house: Path) -> list[Path]:
    return sorted(house.rglob("*.py"))


def tree(module: Path) -> ast.Module:
    return parsed(module.read_text(encoding="utf-8"))


@cache
def parsed(text: str) -> ast.Module:
    """Kept by the text, because a damaged copy of the house differs from it in one file only."""
    return ast.parse(text)


def room(module: Path, house: Path) -> str:
    return module.relative_to(house).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    """How far down a room lies; one below the cellar for the package itself, which may import nothing."""
    return next((depth for depth, rooms in enumerate(FLOORS) if name in rooms), len(FLOORS))


def package(module: Path, house: Path) -> list[str]:
    """The dotted name, in parts, of the package that relative imports in this module start from."""
    return ["wizard", *module.relative_to(house).parent.parts]


def imported(node: ast.AST, start: list[str]) -> Iterator[str]:
    """Every dotted name that one statement imports, also through `import_module("wizard…")`."""
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=source, names=names, level=level):
            stem = [*(start[: len(start) - level + 1] if level else []), *([source] if source else [])]
            yield from (".".join([*stem, alias.name]) for alias in names)
        case ast.Call(
            func=ast.Attribute(attr="import_module") | ast.Name(id="import_module"), args=[name, *_]
        ):
            texts = (part.value for part in ast.walk(name) if isinstance(part, ast.Constant))
            yield from (str(text).strip(".") for text in texts)


def imports(module: Path, house: Path) -> set[str]:
    return all_imported(module.read_text(encoding="utf-8"), tuple(package(module, house)))


@cache
def all_imported(text: str, start: tuple[str, ...]) -> set[str]:
    return {name for node in ast.walk(parsed(text)) for name in imported(node, [*start])}


def eager(body: list[ast.stmt], start: list[str]) -> Iterator[str]:
    """What is imported as soon as a module is: nothing inside functions, nothing for type checkers alone."""
    for node in body:
        yield from imported(node, start)
        match node:
            case ast.If(test=test, body=inside, orelse=other):
                checked = "TYPE_CHECKING" in ast.unparse(test)
                yield from eager(other if checked else [*inside, *other], start)
            case ast.Try(body=inside, handlers=handlers, orelse=other, finalbody=last):
                caught = [line for handler in handlers for line in handler.body]
                yield from eager([*inside, *caught, *other, *last], start)
            case ast.ClassDef(body=inside) | ast.With(body=inside):
                yield from eager(inside, start)


@cache
def files_of(name: str, house: Path) -> frozenset[Path]:
    """The files that are run when a dotted name of the house is imported: it and every package around it."""
    parts = name.split(".")[1:]
    steps = [house.joinpath(*parts[: depth + 1]) for depth in range(len(parts))]
    found = [house / "__init__.py", *(step / "__init__.py" for step in steps)]
    return frozenset(
        path for path in [*found, *(step.with_suffix(".py") for step in steps)] if path.is_file()
    )


@cache
def loads(module: Path, house: Path) -> tuple[frozenset[Path], frozenset[str]]:
    """What a module itself loads as soon as it is loaded: files of the house, and libraries."""
    names = set(eager(tree(module).body, package(module, house)))
    own = {name for name in names if name.split(".")[0] == "wizard"}
    files = frozenset(path for name in own for path in files_of(name, house))
    return files, frozenset(name.split(".")[0] for name in names - own)


def loaded_with(module: Path, house: Path) -> set[str]:
    """The libraries that are loaded as soon as this module is, directly or through others of the house."""
    waiting, seen, libraries = {module}, set[Path](), set[str]()
    while waiting:
        here = waiting.pop()
        seen.add(here)
        files, spoken = loads(here, house)
        waiting |= files - seen
        libraries |= spoken
    return libraries


def strays(house: Path) -> list[str]:
    """Modules that live on no floor, or on more than one."""
    places = [name for rooms in FLOORS for name in rooms]
    return [
        f"{module.relative_to(house)}: on {places.count(room(module, house))} floors"
        for module in modules(house)
        if module != house / "__init__.py" and places.count(room(module, house)) != 1
    ]


def climbers(house: Path) -> list[str]:
    """Imports that go up, or across to another room of the same floor."""
    return [
        f"{module.relative_to(house)}: imports {name}"
        for module in modules(house)
        for name in sorted(imports(module, house))
        if name.startswith("wizard.")
        and (there := name.split(".")[1]) in {r for rooms in FLOORS for r in rooms}
        if there != (here := room(module, house)) and floor(there) <= floor(here)
    ]


def talkers(house: Path) -> list[str]:
    """Libraries that are spoken of outside their rooms, or that have no room at all."""
    found = []
    for module in modules(house):
        there = module.relative_to(house)
        own = {room(module, house), *(place.as_posix() for place in (there, *there.parents))}
        for name in sorted({name.split(".")[0] for name in imports(module, house)} - {"wizard", ""}):
            known = name in LIBRARIES or name not in sys.stdlib_module_names
            if known and not own & LIBRARIES.get(name, set()):
                found.append(f"{module.relative_to(house)}: speaks of {name}")
    return found


def slow_starters(house: Path) -> list[str]:
    """Modules needed for the first page that load at once what is only needed later."""
    return [
        f"{module.relative_to(house)}: loads {', '.join(late)}"
        for module in modules(house)
        if room(module, house) in FIRST and (late := sorted(loaded_with(module, house) & LATE))
    ]


def headless(house: Path) -> list[str]:
    """Modules that do not open with a line that says what they are for."""
    return [
        str(m.relative_to(house)) for m in modules(house) if not (ast.get_docstring(tree(m)) or "").strip()
    ]


def workplace_names(house: Path) -> list[str]:
    """Modules and classes named after a job in an office instead of what they are."""
    found = []
    for module in modules(house):
        classes = [node.name for node in ast.walk(tree(module)) if isinstance(node, ast.ClassDef)]
        for name in [*module.relative_to(house).with_suffix("").parts, *classes]:
            words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
            jobs = {word.lower().removesuffix("s") for word in words} & WORKPLACE
            if jobs and name not in TOOLKIT_TERMS:
                found.append(f"{module.relative_to(house)}: {name}")
    return found


@cache
def file_of(name: str, house: Path) -> Path | None:
    """The file that a dotted name of the house means: the module it is, or the one it stands in."""
    parts = name.split(".")[1:]
    for end in range(len(parts), 0, -1):
        module = house.joinpath(*parts[:end])
        for path in (module.with_suffix(".py"), module / "__init__.py"):
            if path.is_file():
                return path
    return None


def neighbours(house: Path) -> dict[Path, set[Path]]:
    """The files of its own room that each file knows, also late or for type checkers alone.

    Types count: who speaks of another file's types cannot be read, moved or changed without it. What a file needs
    of one above it, it says itself, by a Protocol.
    """
    return {
        module: {
            path
            for name in imports(module, house)
            if name.startswith("wizard.") and (path := file_of(name, house)) and path != module
            if room(path, house) == room(module, house)
        }
        for module in modules(house)
    }


def circles(house: Path) -> list[str]:
    """Files of one room that know each other, directly or around others."""
    known = neighbours(house)

    def reached(start: Path) -> set[Path]:
        found, waiting = set[Path](), {start}
        while waiting:
            waiting = set().union(*(known[path] for path in waiting)) - found
            found |= waiting
        return found

    around = {module: reached(module) for module in known}
    found = {
        module: sorted(str(each.relative_to(house)) for each in known[module] if module in around[each])
        for module in known
    }
    return [
        f"{module.relative_to(house)}: in a circle with {', '.join(others)}"
        for module, others in found.items()
        if others
    ]


def crowds(house: Path) -> list[str]:
    """Folders with more files side by side than one looks over."""
    folders = [house, *sorted(each for each in house.rglob("*") if each.is_dir())]
    counted = {each: len([*each.glob("*.py")]) - (each / "__init__.py").is_file() for each in folders}
    return [
        f"{each.relative_to(house).as_posix()}/: {count} files"
        for each, count in counted.items()
        if count > MOST_FILES
    ]


def crossings(house: Path) -> list[str]:
    """Imports from one staircase to the other."""
    return [
        f"{module.relative_to(house)}: imports {name}"
        for module in modules(house)
        for name in sorted(imports(module, house))
        for here, there in ((TERMINAL, DOCUMENT), (DOCUMENT, TERMINAL))
        if room(module, house) in here and name.startswith(tuple(f"wizard.{each}" for each in there))
    ]


@cache
def pages_in(module: Path) -> frozenset[str]:
    """The functions of a module that give pages of a sitting, to be shown by the one loop."""
    return frozenset(
        node.name
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef)
        and node.returns
        and ast.unparse(node.returns).startswith("Pages[")
    )


def lost_pages(house: Path) -> list[str]:
    """Pages that are made and never shown: the call does nothing, and counts as true, and no type checker says so."""
    found = []
    for module in modules(house):
        names = {name.rpartition(".") for name in imports(module, house) if name.startswith("wizard.")}
        known = {
            name for source, _, name in names if (file := file_of(source, house)) and name in pages_in(file)
        }
        known |= pages_in(module)
        # Shown by `yield from`, or handed on: returned, given a name, passed to somebody.
        shown = (ast.YieldFrom, ast.Return, ast.Assign, ast.Call, ast.Lambda, ast.IfExp)
        lost = (
            node
            for above in ast.walk(tree(module))
            if not isinstance(above, shown)
            for node in ast.iter_child_nodes(above)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known
        )
        found += [f"{module.relative_to(house)}: {ast.unparse(call)}" for call in lost]
    return found


RULES: tuple[Callable[[Path], list[str]], ...] = (
    strays,
    climbers,
    talkers,
    slow_starters,
    headless,
    workplace_names,
    circles,
    crowds,
    crossings,
    lost_pages,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(rule: Callable[[Path], list[str]]) -> None:
    assert modules(HOUSE)

    assert rule(HOUSE) == []


INJURIES = {
    "a stray module": (strays, "utils.py", ""),
    "a stray room": (strays, "tools/hammer.py", ""),
    "a step up": (climbers, "storage/injury.py", "from wizard.interview import walk"),
    "a step up by package": (climbers, "plan/injury.py", "from wizard import storage"),
    "a relative step up": (climbers, "storage/injury.py", "from ..interview import walk"),
    "a step up from a deep room": (climbers, "screen/kinds/injury.py", "from ... import cli"),
    "a hidden step up": (climbers, "words/injury.py", "def late():\n    import wizard.screen.page"),
    "a spelled-out step up": (
        climbers,
        "plan/injury.py",
        "import importlib\nimportlib.import_module('wizard.cli')",
    ),
    "a step across": (climbers, "sitting/injury.py", "from wizard.publishing import press"),
    "a step back across": (climbers, "document/injury.py", "import wizard.sitting"),
    "a step across in the cellar": (climbers, "content.py", "from wizard.errors import Problem"),
    "an importing package head": (climbers, "__init__.py", "from wizard import errors"),
    "a talking room": (talkers, "interview/injury.py", "import questionary"),
    "a talking neighbour file": (talkers, "storage/injury.py", "from yaml import safe_load"),
    "a talking function": (
        talkers,
        "storage/injury.py",
        "def late():\n    from pydantic import ValidationError",
    ),
    "a talking outer room": (talkers, "publishing/injury.py", "import weasyprint"),
    "a library without a room": (talkers, "screen/injury.py", "import rich.console"),
    "a slow start": (slow_starters, "screen/injury.py", "from wizard.plan import injury"),
    "a slow start in a try": (
        slow_starters,
        "cli.py",
        "try:\n    import wizard.plan.injury\nfinally:\n    pass",
    ),
    "a module without a head": (headless, "plan/injury.py", None),
    "a circle of two": (circles, "sitting/ask.py", "from wizard.sitting import ask_builder"),
    "a circle by a late import": (
        circles,
        "sitting/trail.py",
        "def late():\n    from wizard.sitting import hub",
    ),
    "a circle for type checkers": (
        circles,
        "sitting/sitting.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from wizard.sitting.walking import walk_from"
        "\nfrom wizard.sitting.trail import Trail",
    ),
    "a circle around a sub-room": (
        circles,
        "sitting/questions/parts.py",
        "from wizard.sitting.walking import walk_from",
    ),
    "a relative circle": (circles, "screen/keys.py", "from . import page_rows"),
    "a crossing down to the document": (crossings, "sitting/injury.py", "from wizard.document import page"),
    "a crossing from the screen": (
        crossings,
        "screen/injury.py",
        "def late():\n    import wizard.publishing.press",
    ),
    "a crossing from lines": (crossings, "plain/kinds/injury.py", "from wizard.document.page import page"),
    "a crossing to the sitting": (crossings, "publishing/injury.py", "from wizard.sitting.ask import Ask"),
    "a crossing to lines": (crossings, "document/view/injury.py", "from ...plain import front"),
    "lost pages": (
        lost_pages,
        "sitting/injury.py",
        "from wizard.sitting.saving import save\ndef f(sitting):\n    save(sitting)",
    ),
    "lost pages in a question": (
        lost_pages,
        "sitting/injury.py",
        "from wizard.sitting.saving import save\ndef f(sitting):\n    while save(sitting):\n        pass",
    ),
    "an office": (workplace_names, "storage/plan_manager.py", ""),
    "an office full": (workplace_names, "storage/helpers.py", ""),
    "an office worker": (workplace_names, "plan/injury.py", "class YAMLHandler:\n    pass"),
}


def damaged(tmp_path: Path, file: str, lines: str | None) -> Path:
    """A copy of the house with one module added or replaced, and one that loads pydantic to stumble over."""
    house = tmp_path / "wizard"
    shutil.copytree(HOUSE, house, ignore=shutil.ignore_patterns("__pycache__"))
    (house / "plan").mkdir(exist_ok=True)
    (house / "plan" / "injury.py").write_text('"""Loads pydantic."""\nimport pydantic\n', encoding="utf-8")
    (house / file).parent.mkdir(parents=True, exist_ok=True)
    text = "x = 1\n" if lines is None else f'"""An injury."""\n{lines}\n'
    (house / file).write_text(text, encoding="utf-8")
    return house


@pytest.mark.parametrize("injury", INJURIES)
def test_an_injury_is_seen(tmp_path: Path, injury: str) -> None:
    rule, file, lines = INJURIES[injury]
    house = damaged(tmp_path, file, lines)

    new = set(rule(house)) - set(rule(HOUSE))

    assert [line for line in new if line.startswith(file)]


def test_a_folder_that_fills_up_is_seen(tmp_path: Path) -> None:
    house = damaged(tmp_path, "plan/one.py", "")
    for number in range(MOST_FILES):
        (house / "plan" / f"more_{number}.py").write_text('"""One more."""\n', encoding="utf-8")

    new = set(crowds(house)) - set(crowds(HOUSE))

    assert [line.partition(":")[0] for line in new] == ["plan/"]


@pytest.mark.parametrize(
    "lines",
    [
        "def late():\n    from wizard.plan import injury",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from wizard.plan import injury",
    ],
    ids=["when needed", "for type checkers"],
)
def test_what_is_imported_later_does_not_slow_the_start(tmp_path: Path, lines: str) -> None:
    house = damaged(tmp_path, "screen/type_ahead.py", lines)

    found = [line for line in slow_starters(house) if line.startswith("screen/type_ahead.py")]

    assert found == []
