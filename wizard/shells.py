"""How each shell is told what can be typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from wizard import words

NAME = "partnership"


@dataclass(frozen=True)
class Word:
    """An option. `kind` is what stands behind it: nothing, `choice`, `file`, `folder` or `words`."""

    names: tuple[str, ...]
    help: str
    kind: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Command:
    """A command, its options, the words that can stand behind it, and whether a `plan` or a `folder` can."""

    name: str
    help: str
    options: tuple[Word, ...]
    fixed: tuple[str, ...]
    files: str


def bash(everywhere: list[Word], commands: list[Command]) -> str:
    """A function for bash 4 and newer, and 3.2 as macOS has it."""
    names = [command.name for command in commands]
    behind = [
        *_bash_behind("", everywhere),
        *(line for each in commands for line in _bash_behind(each.name, each.options)),
    ]
    lines = [
        f"# {words.say('completion.bash', me=NAME)}",
        "_partnership() {",
        "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= words= files= word",
        '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
        f"        case $word in {'|'.join(names)}) command=$word; break ;; esac",
        "    done",
        '    case "$command $before" in',
        *(f"        {line}" for line in behind),
        '        *) case "$command" in',
        f'            "") words="{" ".join([*names, *_names(everywhere)])}" ;;',
        *(
            f'            {each.name}) words="{" ".join([*each.fixed, *_names(each.options)])}" files={each.files} ;;'
            for each in commands
        ),
        "        esac ;;",
        "    esac",
        "    local IFS=$'\\n'",
        '    COMPREPLY=($(IFS=\' \'; compgen -W "$words" -- "$current"))',
        '    [ -n "$files" ] && compopt -o filenames 2>/dev/null',
        '    case "$files" in',
        '        plan) COMPREPLY+=($(compgen -d -- "$current"; compgen -f -X "!*.plan.yaml" -- "$current"',
        '            compgen -f -X "!*.pdf" -- "$current")) ;;',
        '        folder) COMPREPLY+=($(compgen -d -- "$current")) ;;',
        '        file) COMPREPLY+=($(compgen -f -- "$current")) ;;',
        "    esac",
        "}",
        f"complete -F _partnership {_called()}",
    ]
    return "\n".join(lines) + "\n"


def _bash_behind(command: str, options: "tuple[Word, ...] | list[Word]") -> Iterator[str]:
    """What completes the value of each option that takes one."""
    for option in options:
        if option.kind:
            at = "|".join(f'"{command} {name}"' for name in option.names)
            said = f'words="{" ".join(option.choices)}"' if option.choices else f"files={_files(option)}"
            yield f"{at}) {said} ;;"


def zsh(everywhere: list[Word], commands: list[Command]) -> str:
    """A function for zsh's own completion."""
    described = " ".join(_quoted(f"{each.name}:{each.help}") for each in commands)
    lines = [
        f"#compdef {_called()}",
        f"# {words.say('completion.zsh', me=NAME)}",
        "_partnership() {",
        "    local state line",
        "    local -a commands",
        f"    commands=({described})",
        f"    _arguments -C {' '.join(_zsh_options(everywhere))} '1: :->command' '*:: :->behind'",
        "    case $state in",
        "        command) _describe command commands ;;",
        "        behind) case $words[1] in",
        *(
            f"            {each.name}) _arguments {' '.join([*_zsh_options(each.options), *_zsh_places(each)])} ;;"
            for each in commands
        ),
        "        esac ;;",
        "    esac",
        "}",
        'if [ "$funcstack[1]" = "_partnership" ]; then _partnership "$@"; else compdef _partnership '
        + f"{_called()}; fi",
    ]
    return "\n".join(lines) + "\n"


ZSH_FILES = {
    "plan": '_files -g "*.(plan.yaml|pdf)(-.)"',
    "folder": "_files -/",
    "file": "_files",
    "words": " ",
}


def _zsh_options(options: "tuple[Word, ...] | list[Word]") -> Iterator[str]:
    for option in options:
        told = "".join(f"\\{sign}" if sign in "[]:\\" else sign for sign in option.help)
        value = f"({' '.join(option.choices)})" if option.choices else ZSH_FILES.get(option.kind, "")
        for name in option.names:
            yield _quoted(f"*{name}[{told}]" + (f": :{value}" if option.kind else ""))


def _zsh_places(command: Command) -> Iterator[str]:
    if command.fixed:
        yield _quoted(f"1: :({' '.join(command.fixed)})")
    if command.files:
        yield _quoted(f"*: :{ZSH_FILES[command.files]}")


def fish(everywhere: list[Word], commands: list[Command]) -> str:
    """Lines for fish's `complete`."""
    to = f"complete -c {_called().split()[-1]}"
    lines = [f"# {words.say('completion.fish', me=NAME)}", f"{to} -f"]
    lines += [f"{to} -n __fish_use_subcommand {each}" for each in _fish_options(everywhere)]
    for command in commands:
        lines.append(f"{to} -n __fish_use_subcommand -a {command.name} -d {_quoted(command.help)}")
        here = f"{to} -n {_quoted(f'__fish_seen_subcommand_from {command.name}')}"
        lines += [f"{here} {each}" for each in _fish_options(command.options)]
        if command.fixed:
            lines.append(f"{here} -a {_quoted(' '.join(command.fixed))}")
        if command.files:
            given = (
                "__fish_complete_suffix .plan.yaml; __fish_complete_suffix .pdf"
                if command.files == "plan"
                else "__fish_complete_directories"
            )
            lines.append(f"{here} -k -a {_quoted(f'({given})')}")
    return "\n".join(lines) + "\n"


def _fish_options(options: "tuple[Word, ...] | list[Word]") -> Iterator[str]:
    for option in options:
        names = " ".join(
            f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
        )
        value = {
            "choice": f" -x -a {_quoted(' '.join(option.choices))}",
            "file": " -r -F",
            "folder": f" -x -a {_quoted('(__fish_complete_directories)')}",
            "words": " -x",
        }.get(option.kind, "")
        yield f"{names}{value} -d {_quoted(option.help)}"


def _names(options: "tuple[Word, ...] | list[Word]") -> list[str]:
    return [name for option in options for name in option.names]


def _files(option: Word) -> str:
    return "" if option.kind == "words" else option.kind


def _called() -> str:
    """What the wizard is called here: by its name, and as `./run` in a checkout."""
    return " ".join(dict.fromkeys((NAME, words.command())))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
