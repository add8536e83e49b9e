"""The command line. The one place where something a person can put right becomes a sentence and an exit code."""

import argparse
import importlib
import io
import os
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from wizard import __version__, words
from wizard.arguments import COMMANDS, name_of, path
from wizard.errors import Problem, Usage, nearest

DONE, COULD_NOT, WRONG_USAGE, ENDED = 0, 1, 2, 130  # a sitting also knows 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code.

    0 done, 1 could not, 2 wrong usage, 3 saved and left because no more answers came, 130 ended by a signal.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A name in letters this terminal lacks must not end anything.
            stream.reconfigure(errors="replace")
    try:
        typed = sys.argv[1:] if arguments is None else list(arguments)
        words.speak(_language(typed))
        asked = _parser(_command_in(typed)).parse_args(typed)
        module, _, function = asked.run.partition(":")
        return int(getattr(importlib.import_module(f"wizard.commands.{module}"), function)(asked))
    except Usage as problem:
        return _say(problem, WRONG_USAGE)
    except Problem as problem:
        return _say(problem, COULD_NOT)
    except KeyboardInterrupt:
        return ENDED
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # the reader went away; nothing to tell it
        return DONE


def _command_in(typed: list[str]) -> str | None:
    """The command that is typed first, empty where only a place is said; None where that is not seen at once."""
    if typed and typed[0] in COMMANDS:
        return typed[0]
    is_place = len(typed) == 2 and typed[0] in ("--in", "--flows") and not typed[1].startswith("-")
    return "" if not typed or is_place else None


def _say(problem: Problem, code: int) -> int:
    sys.stderr.write(words.of(problem) + "\n")
    return code


# What argparse says (in English, whatever the locale), and the sentence that says what to do instead.
SLIPS = (
    (
        r"argument (?P<option>-\S*): invalid choice: '(?P<name>[^']*)' .choose from (?P<names>.*).$",
        "cli.no_choice",
    ),
    (r"invalid choice: '(?P<name>[^']*)'", "cli.unknown"),
    (r"unrecognized arguments: (?P<name>-\S*)", "cli.unknown"),
    (r"unrecognized arguments: (?P<name>.*)", "cli.too_much"),
    (r"arguments are required: (?P<name>.*)", "cli.missing"),
    (r"argument (?P<name>[^:]*): expected one argument", "cli.no_value"),
    (r"argument (?P<name>[^:]*): not allowed with argument", "cli.not_both"),
    (r"argument (?P<name>-[^:]*): nothing", "cli.no_value"),
    (r"argument (?P<name>[^:]*): nothing", "cli.missing"),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    """The help of a command, its first word in the language that is spoken."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or f"{words.say('cli.lead')} ")


class _Parser(argparse.ArgumentParser):
    """Says what to type in one sentence instead of printing the whole usage; its headings are ours."""

    def __init__(self, **details: Any) -> None:
        super().__init__(**details, formatter_class=_Help, add_help=False)
        self._behind = self.add_argument_group(words.say("cli.names_title"))
        self._options = self.add_argument_group(words.say("cli.options_title"))
        self.add_argument("-h", "--help", action="help", help=words.say("cli.options.help"))

    def add_argument(self, *names: str, **details: Any) -> argparse.Action:
        group = self._options if names[0].startswith("-") else self._behind
        return group.add_argument(*names, **details)

    def add_mutually_exclusive_group(self, **details: Any) -> Any:
        return self._options.add_mutually_exclusive_group(**details)

    def error(self, message: str) -> NoReturn:
        for slip, key in SLIPS:
            if found := re.search(slip, message):
                said = found.groupdict()
                names = said.get("names", "").replace("'", "")  # newer Pythons leave the quotes out
                near = nearest(said["name"], names.split(", ") if names else COMMANDS)
                raise Usage(key, **said | {"names": names}, near=near, command=self.prog)
        raise Usage("cli.usage", command=self.prog)


def _parser(only: str | None = None) -> argparse.ArgumentParser:
    """All of the command line, or `only` one command or none: other words are left unread then, which is quicker."""
    parser = _Parser(
        prog=words.command(),
        usage=words.say("cli.shape"),
        description=words.say("cli.help"),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"partnership {__version__}",
        help=words.say("cli.options.version"),
    )
    parser.add_argument(
        "--in",
        dest="folder",
        type=path,
        metavar=name_of("folder"),
        help=words.say("cli.options.in"),
    )
    parser.add_argument("--flows", type=path, metavar=name_of("folder"), help=words.say("cli.options.flows"))
    parser.add_argument("--plain", action="store_true", help=words.say("cli.options.plain"))
    if len(words.languages()) > 1:
        _add_language(parser, "")
    parser.set_defaults(run="sit:home", whole=_parser, language="")
    commands = parser.add_subparsers(title=words.say("cli.commands.title"), metavar="", parser_class=_Parser)
    for name, (run, add) in COMMANDS.items():
        if name == only or only is None:
            add(_command(commands, name, run))
    return parser


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, run: str) -> argparse.ArgumentParser:
    one = commands.add_parser(
        name,
        prog=f"{words.command()} {name}",
        help=words.say(f"cli.commands.{name}"),
        description=words.say(f"cli.commands.{name}"),
    )
    one.set_defaults(run=run)
    if len(words.languages()) > 1:
        _add_language(one, argparse.SUPPRESS)
    for name, place in (("--in", "folder"), ("--flows", "flows")):  # behind the command as well as before it
        one.add_argument(name, dest=place, type=path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return one


def _language(typed: list[str]) -> str:
    """The language that is asked for: the help is already in it, and what is said of anything typed wrongly."""
    behind = " ".join(typed).replace("--language=", "--language ").partition("--language ")[2].split()
    return behind[0] if behind else words.FIRST


def _add_language(parser: argparse.ArgumentParser, default: str) -> None:
    """There is nothing to choose while there are words of one language only."""
    parser.add_argument(
        "--language", choices=words.languages(), default=default, help=words.say("cli.options.language")
    )
