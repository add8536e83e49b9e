"""Changes one comparison, condition or number of the wizard at a time and says whether the suite notices.

`python -m tests.support.mutants --count 40 --seed 9` works on a copy of the checkout and takes an hour or so.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
COPIED = ("wizard", "flows", "output_templates", "tests", "one_file", "docs")
OTHER = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
SECONDS = 900


@dataclass(frozen=True)
class Mutant:
    """One changed place: the file, the line, what stood there and what stands there now."""

    file: Path
    line: int
    before: str
    after: str
    text: str  # the whole module, changed


def mutants(file: Path) -> Iterator[Mutant]:
    """Every single change of a module: a comparison turned, a condition negated, a number made one larger."""
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    # Before Python 3.12, what stands inside an f-string does not know its place.
    lost = {inner for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if node not in lost and (after := _changed(node)) is not None and isinstance(node, ast.expr):
            yield Mutant(file, node.lineno, ast.unparse(node), after, _put(source, node, after))


def _changed(node: ast.AST) -> str | None:
    match node:
        case ast.Compare(ops=[op]) if type(op) in OTHER:
            return ast.unparse(ast.Compare(node.left, [OTHER[type(op)]()], node.comparators))
        case ast.BoolOp(op=ast.And()):
            return ast.unparse(ast.BoolOp(ast.Or(), node.values))
        case ast.BoolOp(op=ast.Or()):
            return ast.unparse(ast.BoolOp(ast.And(), node.values))
        case ast.UnaryOp(op=ast.Not()):
            return ast.unparse(node.operand)
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            return str(value + 1)
    return None


def _put(source: str, node: ast.expr, after: str) -> str:
    lines = source.encode().split(b"\n")
    assert node.end_lineno is not None
    head = lines[node.lineno - 1][: node.col_offset]
    tail = lines[node.end_lineno - 1][node.end_col_offset :]
    whole = [*lines[: node.lineno - 1], head + f"({after})".encode() + tail, *lines[node.end_lineno :]]
    return b"\n".join(whole).decode()


def is_noticed(mutant: Mutant, copy: Path, workers: int) -> bool:
    """Whether a test turns red: those of its own room first, then all."""
    place = copy / mutant.file.relative_to(ROOT)
    before = place.read_text(encoding="utf-8")
    place.write_text(mutant.text, encoding="utf-8")
    room = copy / "tests" / mutant.file.relative_to(ROOT / "wizard").parent
    try:
        return any(_red(copy, [str(each)], workers) for each in ([room] if room.is_dir() else [])) or _red(
            copy, [], workers
        )
    finally:
        place.write_text(before, encoding="utf-8")


def _red(copy: Path, where: list[str], workers: int) -> bool:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-n",
        str(workers),
        *where,
    ]
    try:
        done = subprocess.run(
            command, cwd=copy, capture_output=True, timeout=SECONDS, check=False, env=_environment(copy)
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode not in (0, 5)


def _environment(copy: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}


def main() -> None:
    """Prints a line for each mutant and how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    every = [each for file in sorted((ROOT / "wizard").rglob("*.py")) for each in mutants(file)]
    chosen = random.Random(asked.seed).sample(every, asked.count)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder)
        for name in COPIED:
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        for file in (each for each in ROOT.iterdir() if each.is_file()):
            shutil.copy2(file, copy / file.name)
        noticed = 0
        for mutant in chosen:
            found = is_noticed(mutant, copy, asked.workers)
            noticed += found
            sign = "noticed" if found else "MISSED "
            where = f"{mutant.file.relative_to(ROOT)}:{mutant.line}"
            print(f"{sign} {where}: {mutant.before} -> {mutant.after}", flush=True)
    print(f"{noticed} of {len(chosen)} noticed, of {len(every)} places, seed {asked.seed}")


if __name__ == "__main__":
    main()
