"""`partnership completion SHELL`: prints what a shell needs to complete commands, options and plan files."""

import argparse
from argparse import Namespace

from wizard import shells
from wizard.shells import Command, Word

SHELLS = {"bash": shells.bash, "zsh": shells.zsh, "fish": shells.fish}


def completion(asked: Namespace) -> int:
    """Prints the script, made from the command line itself; the head says where it goes."""
    whole: argparse.ArgumentParser = asked.whole()
    print(SHELLS[asked.shell](_word_list(whole), _commands(whole)), end="")
    return 0


def _commands(whole: argparse.ArgumentParser) -> list[Command]:
    found = []
    for action in whole._actions:  # argparse gives no other way to see what a command line knows
        if isinstance(action, argparse._SubParsersAction):
            helps = {each.dest: each.help or "" for each in action._choices_actions}
            for name, one in action.choices.items():
                fixed, kinds = _behind(one)
                found.append(Command(name, helps[name], tuple(_word_list(one)), fixed, kinds))
    return found


def _word_list(parser: argparse.ArgumentParser) -> list[Word]:
    return [
        Word(tuple(each.option_strings), each.help or "", _kind(each), _choices(each))
        for each in parser._actions
        if each.option_strings and each.help != argparse.SUPPRESS
    ]


def _behind(parser: argparse.ArgumentParser) -> tuple[tuple[str, ...], str]:
    """What may stand behind a command: words to choose from, and a kind of file."""
    places = [each for each in parser._actions if not each.option_strings]
    fixed = tuple(word for each in places for word in _choices(each))
    files = [_kind(each) for each in places if not each.choices]
    return fixed, "plan" if "file" in files else "folder" if "folder" in files else ""


def _kind(action: argparse.Action) -> str:
    """What stands behind an option or in a place: nothing, a folder, a file, or words that only a person knows."""
    if action.nargs == 0:
        return ""
    if action.choices:
        return "choice"
    if action.type is None:
        return "words"
    return "folder" if action.metavar == "FOLDER" else "file"


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(action.choices or ())
