"""From bytes to text: is this a text file at all, in UTF-8, without hidden characters or unsettled merges?"""

import re

from wizard.errors import MOST_FAULTS, Fault

MOST_BYTES = 1_000_000

# Control characters, halves of surrogate pairs, non-characters, and the marks that turn text around unseen.
# U+0085, U+2028 and U+2029 may stand in an answer (written as an escape) but never bare in a file: YAML 1.1
# counts them as ends of lines, editors do not, so line numbers would drift.
_HIDDEN_IN_ANSWERS = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069"
HIDDEN_IN_ANSWERS = re.compile(f"[{_HIDDEN_IN_ANSWERS}]")
_HIDDEN_IN_FILES = re.compile(f"[{_HIDDEN_IN_ANSWERS}\x85\u2028\u2029]|^\ufeff", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7} |\|{7} |>{7} |={7}$)", re.MULTILINE)
_SETTLED_ONLY_BY_A_PERSON = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)

_OTHER_FILES = (
    (b"%PDF", "yaml.is_pdf"),
    (b"PK\x03\x04", "yaml.is_office"),
    (b"\xd0\xcf\x11\xe0", "yaml.is_old_office"),
    (b"{\\rtf", "yaml.is_rtf"),
    (b"\xff\xfe", "yaml.is_utf16"),
    (b"\xfe\xff", "yaml.is_utf16"),
)


def hidden_name(character: str) -> str:
    """A hidden character's name as a person can look it up: `U+202E`."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """The text as it may go to a terminal: what would move, hide or turn something there is a question mark."""
    return text if text.isprintable() else _HIDDEN_IN_FILES.sub("?", text)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, start) + 1, offset - start + 1


def text_of(raw: bytes, file: str) -> tuple[str | None, list[Fault]]:
    """The text of a file and what is wrong with it; no text when there is no point in reading on.

    Hidden characters come out as `?`, so that the rest of the file can still be looked over.
    """
    if len(raw) > MOST_BYTES:
        megabytes = f"{len(raw) / 1_000_000:.1f}"
        most = f"{MOST_BYTES / 1_000_000:g}"
        return None, [Fault("yaml.too_big", {"megabytes": megabytes, "most": most}, file)]
    for magic, key in _OTHER_FILES:
        if raw.startswith(magic):
            return None, [Fault(key, {}, file, 1, 1)]
    if _is_left_by_a_crash(raw):
        return None, [Fault("yaml.only_zeros", {}, file, raw[: raw.find(0)].count(b"\n") + 1, 1)]
    if _looks_like_bare_utf16(raw):
        return None, [Fault("yaml.is_utf16", {}, file, 1, 1)]
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as trouble:
        before = raw[: trouble.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        line, column = place_of(before.removeprefix("\ufeff"), len(before))
        return None, [Fault("yaml.not_utf8", {}, file, line, column)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = _conflicts(text, file)
    if faults:
        return None, faults
    return _HIDDEN_IN_FILES.sub("?", text), _hidden(text, file)


def _is_left_by_a_crash(raw: bytes) -> bool:
    """Zeros where a power cut came before the words: all of a file, or its rest. No text has four in a row."""
    return bool(raw) and (b"\0" * 4 in raw or not raw.strip(b"\0"))


def _looks_like_bare_utf16(raw: bytes) -> bool:
    """UTF-16 saved without its mark: in plain English every second byte is zero."""
    start = raw[:200]
    return len(start) >= 4 and start.count(0) * 3 >= len(start)


def _conflicts(text: str, file: str) -> list[Fault]:
    if not _SETTLED_ONLY_BY_A_PERSON.search(text):
        return []
    marks = list(_CONFLICT.finditer(text))[:MOST_FAULTS]
    return [Fault("yaml.conflict", {}, file, place_of(text, mark.start())[0], 1) for mark in marks]


def _hidden(text: str, file: str) -> list[Fault]:
    """One fault for each line that holds a hidden character."""
    faults: list[Fault] = []
    at = 0
    while at >= 0 and len(faults) < MOST_FAULTS and (found := _HIDDEN_IN_FILES.search(text, at)):
        details: dict[str, object] = {"character": hidden_name(found[0])}
        faults.append(Fault("yaml.hidden", details, file, *place_of(text, found.start())))
        at = text.find("\n", found.start())
    return faults
