"""Whether questions are asked in plain lines: on request, on a dumb terminal, or where there is no terminal."""

import os
import sys

ON_REQUEST = ("PARTNERSHIP_PLAIN", "ACCESSIBLE")
DUMB = ("dumb", "unknown")


def is_wanted(*, asked: bool) -> bool:
    """`asked` is what the command line says: `--plain` was typed."""
    if asked or any(os.environ.get(name, "") not in ("", "0") for name in ON_REQUEST):
        return True
    return os.environ.get("TERM") in DUMB or not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout))


def _is_terminal(stream: object) -> bool:
    """A stream that was closed before the start is none at all."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
