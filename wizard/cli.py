"""The command line. The one place where something a person can put right becomes a sentence and an exit code."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from wizard import __version__, words
from wizard.errors import Problem, Usage

DONE, COULD_NOT, WRONG_USAGE, ENDED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 done, 1 could not, 2 wrong usage, 130 ended by a signal."""
    try:
        asked = _parser().parse_args(arguments)
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


def _say(problem: Problem, code: int) -> int:
    sys.stderr.write(words.of(problem) + "\n")
    return code


class _Parser(argparse.ArgumentParser):
    """Says what to type in one sentence instead of printing the whole usage."""

    def error(self, message: str) -> NoReturn:
        raise Usage("cli.usage", message=message, command=self.prog)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="partnership",
        usage="partnership [COMMAND] [FILE]",
        description=words.say("cli.help"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="help", help=words.say("cli.options.help"))
    parser.add_argument(
        "--version",
        action="version",
        version=f"partnership {__version__}",
        help=words.say("cli.options.version"),
    )
    parser.add_argument("--in", dest="folder", type=Path, metavar="FOLDER", help=words.say("cli.options.in"))
    parser.add_argument("--flows", type=Path, metavar="FOLDER", help=words.say("cli.options.flows"))
    parser.set_defaults(run="sit:home")
    commands = parser.add_subparsers(title=words.say("cli.commands.title"), metavar="", parser_class=_Parser)
    for name, run in (
        ("new", "sit:new"),
        ("open", "sit:open_plan"),
        ("status", "status:status"),
        ("forget", "forget:forget"),
    ):
        one = _command(commands, name, run)
        one.add_argument("file", type=Path, metavar="FILE", help=words.say("cli.options.file"))
        if name == "status":
            one.add_argument("--json", action="store_true", help=words.say("cli.options.json"))
    _print(commands)
    outline = _command(commands, "outline", "outline:outline")
    outline.add_argument("--essential", action="store_true", help=words.say("cli.options.essential"))
    outline.add_argument("--json", action="store_true", help=words.say("cli.options.json"))
    check = _command(commands, "flows", "flows:check")
    check.add_argument("what", choices=["check"], help=words.say("cli.options.check"))
    check.add_argument("where", nargs="?", type=Path, metavar="FOLDER", help=words.say("cli.options.flows"))
    check.add_argument("--schema", action="store_true", help=words.say("cli.options.schema"))
    example = _command(commands, "example", "example:example")
    example.add_argument(
        "where", nargs="?", type=Path, metavar="FOLDER", help=words.say("cli.options.example")
    )
    return parser


def _print(commands: "argparse._SubParsersAction[_Parser]") -> None:
    one = _command(commands, "print", "printing:print_plan")
    one.add_argument("file", type=Path, metavar="FILE", help=words.say("cli.options.file"))
    one.add_argument("-o", dest="output", type=Path, metavar="PDF", help=words.say("cli.options.output"))
    one.add_argument("--html", type=Path, metavar="FILE", help=words.say("cli.options.html"))
    one.add_argument(
        "--paper", choices=["letter", "a4"], default="letter", help=words.say("cli.options.paper")
    )


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, run: str) -> argparse.ArgumentParser:
    one = commands.add_parser(
        name, help=words.say(f"cli.commands.{name}"), description=words.say(f"cli.commands.{name}")
    )
    one.set_defaults(run=run)
    one.add_argument(
        "--flows", type=Path, metavar="FOLDER", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    return one
