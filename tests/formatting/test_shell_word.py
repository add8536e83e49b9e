"""The sentence that says how to go on, pasted into the shells of this computer."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from wizard import words
from wizard.formatting.shell_word import shell_word
from wizard.formatting.wrap import plain

SHELLS = [shell for shell in ("sh", "bash", "dash", "zsh", "ksh", "busybox") if shutil.which(shell)]
NAMES = [
    "two-rivers",
    "two  rivers and more ",
    "`touch X`",
    "$(touch X)",
    "$5k for $HOME",
    'it\'s "quoted"',
    "-rf",
    "~root",
    "two\nrivers",
    "\ttab\r",
    "a;b&c|d>e<f(g)*?[h]{i,j}!k#l=m%n\\o",
    "Łódź 江 مدينة",
    "\u202eturned\u00a0blank",
    b"caf\xe9".decode("utf-8", "surrogateescape"),
]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", ["sit.left", "sit.left_beside", "sit.exists"])
def test_what_is_pasted_opens_the_file_and_does_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, name: str, key: str
) -> None:
    opens = tmp_path / "partnership"
    opens.write_text('#!/bin/sh\ntest "$#" = 2 && test "$1" = open && cp -- "$2" opened\n')
    opens.chmod(0o755)
    monkeypatch.setenv("PARTNERSHIP_COMMAND", "./partnership")
    monkeypatch.chdir(tmp_path)
    path = Path(f"{name}.plan.yaml") if key == "sit.exists" else tmp_path / f"{name}.plan.yaml"
    Path(os.fsdecode(os.fsencode(tmp_path / path))).write_text(name, errors="surrogateescape")
    said = plain(words.say(key, file=path, plan="a plan", typed=shell_word(path)))

    pasted = said[said.rindex("./partnership open") :]
    command = [shell, "sh"] if shell == "busybox" else [shell]
    ran = subprocess.run(command, input=f"{pasted}\n".encode(), capture_output=True, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    assert Path("opened").read_text(errors="surrogateescape") == Path(path).read_text(
        errors="surrogateescape"
    )
    assert len(list(tmp_path.iterdir())) == 3
