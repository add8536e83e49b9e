"""What a room loads when all of its modules are imported, in a process of its own, where nothing is there before."""

import json
import subprocess
import sys

import pytest

LOADED = """
import importlib, json, pkgutil, sys
room, without = sys.argv[1:]
package = importlib.import_module(room)
names = [found.name for found in pkgutil.walk_packages(package.__path__, room + ".")]
names = [name for name in names if not without or not name.startswith(without)]
for name in names:
    importlib.import_module(name)
print(json.dumps([names, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def loaded(room: str, without: str = "") -> tuple[list[str], set[str]]:
    """The modules of a room, and the libraries that are there when all of them are."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, room, without], capture_output=True, text=True, check=True
    )
    modules, libraries = json.loads(ran.stdout)
    return modules, set(libraries)


@pytest.mark.parametrize(
    ("room", "without", "one"),
    [
        ("wizard.document", "", "wizard.document.printed_plan"),
        ("wizard.publishing", "wizard.publishing.typesetting", "wizard.publishing.worker"),
    ],
)
def test_what_no_child_process_does_is_done_without_weasyprint(room: str, without: str, one: str) -> None:
    modules, libraries = loaded(room, without)

    assert one in modules
    assert libraries & {"weasyprint", "pydyf", "tinycss2"} == {"tinycss2"}


def test_what_is_loaded_is_seen() -> None:
    _, libraries = loaded("wizard.publishing.typesetting")

    assert libraries > {"weasyprint", "pydyf"}
