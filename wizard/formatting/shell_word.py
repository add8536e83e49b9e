"""A file's place as one word of a command, to be pasted into a shell whatever the file is called."""

import os
from pathlib import Path

from wizard.systems import HERE


def shell_word(path: Path) -> str:
    """The path between quotes that sh, bash, zsh and fish read alike; on Windows between its own.

    What no terminal shows as it is (a new line, a byte that is no letter) is written as a number.
    """
    text = str(path)
    if text.startswith("-"):
        text = f".{os.sep}{text}"
    if HERE.name == "windows":
        return f'"{text}"'
    if text.isprintable():
        return "'" + text.replace("'", "'\\''") + "'"
    return f"\"$(printf '{''.join(map(_for_printf, os.fsencode(text)))}')\""


def renaming(path: Path, wanted: Path) -> str:
    """The command that gives a file another name in its folder."""
    if HERE.name == "windows":
        return f"ren {shell_word(path)} {shell_word(Path(wanted.name))}"
    return f"mv {shell_word(path)} {shell_word(wanted)}"


def _for_printf(byte: int) -> str:
    plain = 32 <= byte < 127 and chr(byte) not in "%\\'"
    return chr(byte) if plain else f"\\{byte:03o}"
