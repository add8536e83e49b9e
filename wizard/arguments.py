"""What can be typed behind each command."""

import argparse
from collections.abc import Callable
from pathlib import Path

from wizard import words


def path(typed: str) -> Path:
    """A file or a folder. An empty name, as from a script's empty variable, is not the folder one is in."""
    if not typed:
        raise argparse.ArgumentTypeError("nothing")
    return Path(typed)


def name_of(what: str) -> str:
    """What stands in the help for something that is typed."""
    return words.say(f"cli.names.{what}")


def _file(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", type=path, metavar=name_of("file"), help=words.say("cli.options.file"))


def _sit(one: argparse.ArgumentParser) -> None:
    _file(one)
    _plain(one)


def _plain(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help=words.say("cli.options.plain")
    )


def _status(one: argparse.ArgumentParser) -> None:
    _file(one)
    one.add_argument("--json", action="store_true", help=words.say("cli.options.json"))


def _print(one: argparse.ArgumentParser) -> None:
    from wizard.document.documents import DOCUMENTS, ONE_PAGE, PLAN  # late: nobody else waits for it

    one.add_argument(
        "files",
        type=path,
        nargs="+",
        metavar=name_of("file"),
        help=words.say("cli.options.files"),
    )
    one.add_argument(
        "-o",
        dest="output",
        type=path,
        metavar=name_of("pdf"),
        help=words.say("cli.options.output"),
    )
    one.add_argument("--html", type=path, metavar=name_of("file"), help=words.say("cli.options.html"))
    one.add_argument(
        "--paper", choices=["letter", "a4"], default="letter", help=words.say("cli.options.paper")
    )
    one.add_argument(
        "--no-attach", dest="attach", action="store_false", help=words.say("cli.options.no_attach")
    )
    one.add_argument("--color", metavar=name_of("color"), help=words.say("cli.options.color"))
    one.add_argument("--logo", type=path, metavar=name_of("file"), help=words.say("cli.options.logo"))
    layout = one.add_mutually_exclusive_group()
    layout.add_argument(
        "--document", choices=tuple(DOCUMENTS), default=PLAN.key, help=words.say("cli.options.document")
    )
    layout.add_argument(
        "--one-page",
        dest="document",
        action="store_const",
        const=ONE_PAGE.key,
        default=PLAN.key,
        help=words.say("cli.options.one_page"),
    )
    layout.add_argument(
        "--templates", type=path, metavar=name_of("folder"), help=words.say("cli.options.templates")
    )
    one.add_argument(
        "--sections", metavar=name_of("sections"), default="", help=words.say("cli.options.sections")
    )
    one.add_argument("--with-questions", action="store_true", help=words.say("cli.options.with_questions"))


def _outline(one: argparse.ArgumentParser) -> None:
    one.add_argument("--essential", action="store_true", help=words.say("cli.options.essential"))
    one.add_argument("--json", action="store_true", help=words.say("cli.options.json"))


def _flows(one: argparse.ArgumentParser) -> None:
    one.add_argument("what", choices=["check"], help=words.say("cli.options.check"))
    one.add_argument(
        "where",
        nargs="?",
        type=path,
        metavar=name_of("folder"),
        help=words.say("cli.options.flows"),
    )
    one.add_argument("--json", action="store_true", help=words.say("cli.options.json"))
    one.add_argument("--schema", action="store_true", help=words.say("cli.options.schema"))


def _example(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "where",
        nargs="?",
        type=path,
        metavar=name_of("folder"),
        help=words.say("cli.options.example"),
    )


def _fill(one: argparse.ArgumentParser) -> None:
    _file(one)
    one.add_argument(
        "--from",
        dest="sources",
        type=path,
        action="append",
        required=True,
        metavar=name_of("file"),
        help=words.say("cli.options.from"),
    )
    one.add_argument("--prefer", choices=["old", "new"], help=words.say("cli.options.prefer_new"))
    one.add_argument("--show", action="store_true", help=words.say("cli.options.show"))


def _merge(one: argparse.ArgumentParser) -> None:
    one.add_argument("one", type=path, metavar=name_of("one"), help=words.say("cli.options.one"))
    one.add_argument("other", type=path, metavar=name_of("other"), help=words.say("cli.options.other"))
    one.add_argument("--base", type=path, metavar=name_of("file"), help=words.say("cli.options.base"))
    one.add_argument(
        "-o",
        dest="output",
        type=path,
        required=True,
        metavar=name_of("out"),
        help=words.say("cli.options.merged"),
    )
    one.add_argument("--prefer", choices=["a", "b"], help=words.say("cli.options.prefer_a"))
    one.add_argument("--anyway", action="store_true", help=words.say("cli.options.anyway"))
    _plain(one)


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
