"""A whole plan file, known by its last line; and one that a half-done copy or a full disk cut short."""

import re

END = "# end of the plan"
# Stands behind the plan's id, so that a file that lost its last lines still says that it had them.
SIGN = " # the last line of this file marks the end of the plan"

_ID = re.compile(r"^plan_id: \S+$", re.MULTILINE)
_SIGNED = re.compile(rf"^plan_id:[^\n]*{re.escape(SIGN)}\r?$".encode(), re.MULTILINE)
_ENDED = re.compile(rf"^{re.escape(END)}[ \t]*\r?$".encode(), re.MULTILINE)
# Our hand never stops behind a name that waits for what it holds, or behind the id of an entry.
_HALF_AN_ENTRY = re.compile(rb" *(?:- )?(?:[a-z0-9_]+:(?: \|2?-?)?|id: \S+|-)")


def marked(text: str) -> str:
    """The text of a plan file with both marks."""
    return _ID.sub(lambda line: line[0] + SIGN, text, count=1) + END + "\n"


def without_marks(raw: bytes) -> bytes:
    """A file without our own marks; every line stays in its place."""
    return _ENDED.sub(b"", raw).replace(SIGN.encode(), b"")


def is_ended(raw: bytes) -> bool:
    """Whether the end mark is there: nothing above it is missing."""
    return _ENDED.search(raw) is not None


def is_cut(raw: bytes, last_saved: bytes | None = None) -> bool:
    """Whether a file was cut short, as far as it and the version saved last can tell.

    A file from before there was an end mark is whole unless it stops in mid-line or inside an entry.
    """
    if is_ended(raw):
        return False
    if _SIGNED.search(raw) or not raw.endswith((b"\n", b"\r")):
        return True
    if last_saved is not None and len(raw) < len(last_saved) and last_saved.startswith(raw):
        return bool(last_saved[len(raw) :].strip())
    last_line = raw.rstrip().rpartition(b"\n")[2]
    return _HALF_AN_ENTRY.fullmatch(last_line) is not None
