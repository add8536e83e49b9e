"""Beside it: copier, which also asks questions, on a template with a single one."""

import subprocess
import sys
from pathlib import Path

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.rounds import interleaved, median
from tests.bench.start import BARE, once, told

NAME = "beside it: copier to its first question"
QUESTION = "What is your name?"


def numbers(ground: Ground) -> list[Number]:
    """Installs copier into a folder of its own; without the internet there is nothing to compare with."""
    installed = install(ground.folder / "copier")
    if installed is None:
        return [Number(NAME, None, remark="copier could not be installed here: it comes from the internet")]
    template = ground.folder / "template"
    template.mkdir()
    (template / "copier.yml").write_text(f"name:\n  type: str\n  help: {QUESTION}\n", encoding="utf-8")
    (template / "said.txt.jinja").write_text("{{ name }}\n", encoding="utf-8")
    found = interleaved(
        {
            "bare": lambda: once(ground, ground.script(BARE), "your name?"),
            "copier": lambda: once(
                ground, [str(installed), "copy", str(template), str(ground.fresh(""))], "your name?"
            ),
        },
        ground.rounds(9),
    )
    cpu = {name: median([each[0] for each in starts]) for name, starts in found.items()}
    return [
        Number(
            NAME, cpu["copier"] / cpu["bare"], remark=f"CPU {told(cpu['copier'])} against {told(cpu['bare'])}"
        )
    ]


def install(folder: Path) -> Path | None:
    """The program, or None where it cannot be had."""
    python = folder / "bin" / "python"
    wanted = [
        str(python),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--timeout",
        "15",
    ]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
        subprocess.run([*wanted, "--retries", "1", "copier"], check=True, capture_output=True, timeout=240)
    except (OSError, subprocess.SubprocessError):
        return None
    return folder / "bin" / "copier"
