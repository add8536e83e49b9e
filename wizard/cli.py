"""The command line. The one place where something a person can put right becomes a sentence and an exit code."""

import argparse
import importlib
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from wizard import __version__, words
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
        asked = _parser(typed[0] if typed and typed[0] in COMMANDS else None).parse_args(typed)
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


# What argparse says (in English, whatever the locale), and the sentence that says what to do instead.
SLIPS = (
    (r"invalid choice: '([^']*)'", "cli.unknown"),
    (r"unrecognized arguments: (.*)", "cli.too_much"),
    (r"arguments are required: (.*)", "cli.missing"),
    (r"argument ([^:]*): expected one argument", "cli.no_value"),
    (r"argument ([^:]*): not allowed with argument (.*)", "cli.not_both"),
    (r"argument (-[^:]*): nothing", "cli.no_value"),
    (r"argument ([^:]*): nothing", "cli.missing"),
)


class _Parser(argparse.ArgumentParser):
    """Says what to type in one sentence instead of printing the whole usage."""

    def error(self, message: str) -> NoReturn:
        for slip, key in SLIPS:
            if found := re.search(slip, message):
                raise Usage(key, name=found[1], near=nearest(found[1], COMMANDS), command=self.prog)
        raise Usage("cli.usage", command=self.prog)


def _parser(only: str | None = None) -> argparse.ArgumentParser:
    """All of the command line, or `only` one command: the others' words are left unread then, which is quicker."""
    parser = _Parser(
        prog=words.command(),
        usage=f"{words.command()} [COMMAND] [FILE]",
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
    parser.add_argument("--in", dest="folder", type=_path, metavar="FOLDER", help=words.say("cli.options.in"))
    parser.add_argument("--flows", type=_path, metavar="FOLDER", help=words.say("cli.options.flows"))
    parser.add_argument("--plain", action="store_true", help=words.say("cli.options.plain"))
    parser.set_defaults(run="sit:home", whole=_parser)
    commands = parser.add_subparsers(title=words.say("cli.commands.title"), metavar="", parser_class=_Parser)
    for name, (run, add) in COMMANDS.items():
        if name == only or only is None:
            add(_command(commands, name, run))
    return parser


def _path(typed: str) -> Path:
    """A file or a folder. An empty name, as from a script's empty variable, is not the folder one is in."""
    if not typed:
        raise argparse.ArgumentTypeError("nothing")
    return Path(typed)


def _file(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", type=_path, metavar="FILE", help=words.say("cli.options.file"))


def _sit(one: argparse.ArgumentParser) -> None:
    _file(one)
    one.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help=words.say("cli.options.plain")
    )


def _status(one: argparse.ArgumentParser) -> None:
    _file(one)
    one.add_argument("--json", action="store_true", help=words.say("cli.options.json"))


def _print(one: argparse.ArgumentParser) -> None:
    one.add_argument("files", type=_path, nargs="+", metavar="FILE", help=words.say("cli.options.files"))
    one.add_argument("-o", dest="output", type=_path, metavar="PDF", help=words.say("cli.options.output"))
    one.add_argument("--html", type=_path, metavar="FILE", help=words.say("cli.options.html"))
    one.add_argument(
        "--paper", choices=["letter", "a4"], default="letter", help=words.say("cli.options.paper")
    )
    one.add_argument(
        "--no-attach", dest="attach", action="store_false", help=words.say("cli.options.no_attach")
    )
    one.add_argument("--color", metavar="COLOR", help=words.say("cli.options.color"))
    one.add_argument("--logo", type=_path, metavar="FILE", help=words.say("cli.options.logo"))
    layout = one.add_mutually_exclusive_group()
    layout.add_argument("--one-page", action="store_true", help=words.say("cli.options.one_page"))
    layout.add_argument("--templates", type=_path, metavar="FOLDER", help=words.say("cli.options.templates"))
    one.add_argument("--sections", metavar="NAMES", default="", help=words.say("cli.options.sections"))
    one.add_argument("--with-questions", action="store_true", help=words.say("cli.options.with_questions"))


def _outline(one: argparse.ArgumentParser) -> None:
    one.add_argument("--essential", action="store_true", help=words.say("cli.options.essential"))
    one.add_argument("--json", action="store_true", help=words.say("cli.options.json"))


def _flows(one: argparse.ArgumentParser) -> None:
    one.add_argument("what", choices=["check"], help=words.say("cli.options.check"))
    one.add_argument("where", nargs="?", type=_path, metavar="FOLDER", help=words.say("cli.options.flows"))
    one.add_argument("--json", action="store_true", help=words.say("cli.options.json"))
    one.add_argument("--schema", action="store_true", help=words.say("cli.options.schema"))


def _example(one: argparse.ArgumentParser) -> None:
    one.add_argument("where", nargs="?", type=_path, metavar="FOLDER", help=words.say("cli.options.example"))


def _fill(one: argparse.ArgumentParser) -> None:
    _file(one)
    one.add_argument(
        "--from",
        dest="sources",
        type=_path,
        action="append",
        required=True,
        metavar="FILE",
        help=words.say("cli.options.from"),
    )
    one.add_argument("--prefer", choices=["old", "new"], help=words.say("cli.options.prefer_new"))
    one.add_argument("--show", action="store_true", help=words.say("cli.options.show"))


def _merge(one: argparse.ArgumentParser) -> None:
    one.add_argument("one", type=_path, metavar="A", help=words.say("cli.options.one"))
    one.add_argument("other", type=_path, metavar="B", help=words.say("cli.options.other"))
    one.add_argument("--base", type=_path, metavar="FILE", help=words.say("cli.options.base"))
    one.add_argument(
        "-o", dest="output", type=_path, required=True, metavar="OUT", help=words.say("cli.options.merged")
    )
    one.add_argument("--prefer", choices=["a", "b"], help=words.say("cli.options.prefer_a"))
    one.add_argument("--anyway", action="store_true", help=words.say("cli.options.anyway"))


def _completion(one: argparse.ArgumentParser) -> None:
    one.add_argument("shell", choices=["bash", "zsh", "fish"], help=words.say("cli.options.shell"))


# Each command: the function that runs it, and what can be typed behind its name.
COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "new": ("sit:new", _sit),
    "open": ("sit:open_plan", _sit),
    "status": ("status:status", _status),
    "fill": ("fill:fill_plan", _fill),
    "merge": ("merge:merge_plans", _merge),
    "forget": ("forget:forget", _file),
    "print": ("printing:print_plans", _print),
    "outline": ("outline:outline", _outline),
    "flows": ("flows:check", _flows),
    "completion": ("completion:completion", _completion),
    "example": ("example:example", _example),
}


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, run: str) -> argparse.ArgumentParser:
    one = commands.add_parser(
        name,
        prog=f"{words.command()} {name}",
        help=words.say(f"cli.commands.{name}"),
        description=words.say(f"cli.commands.{name}"),
        add_help=False,
    )
    one.set_defaults(run=run)
    one.add_argument("-h", "--help", action="help", help=words.say("cli.options.help"))
    one.add_argument(
        "--flows", type=_path, metavar="FOLDER", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    return one
