"""A sitting knows no terminal: all of it is loaded in a process of its own, and no terminal library with it."""

import json
import subprocess
import sys

TERMINAL = {"questionary", "prompt_toolkit"}
LOADS_ALL = """
import importlib, json, pkgutil, sys
room = importlib.import_module(sys.argv[1])
names = [each.name for each in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")]
for name in names:
    importlib.import_module(name)
print(json.dumps([names, [*sys.modules]]))
"""


def loaded_with(room: str) -> tuple[list[str], set[str]]:
    """The modules of a room, and everything that is loaded when all of them are."""
    command = [sys.executable, "-c", LOADS_ALL, room]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    names, loaded = json.loads(ended.stdout)
    return names, set(loaded)


def test_a_sitting_loads_no_terminal_library() -> None:
    names, loaded = loaded_with("wizard.sitting")

    assert "wizard.sitting.ask" in names
    assert loaded & TERMINAL == set()


def test_the_screen_does() -> None:
    names, loaded = loaded_with("wizard.screen")

    assert "wizard.screen.page" in names
    assert loaded >= TERMINAL
