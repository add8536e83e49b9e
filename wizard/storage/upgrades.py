"""Older plan files brought to today's shape, one small step a format. None was needed yet."""

import re
from collections.abc import Callable
from typing import Any

from wizard.errors import Problem
from wizard.storage.draft import FORMAT

# From each format to the next: a function that takes the file's data and gives it back in the newer shape.
STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def upgraded(
    data: dict[str, Any], steps: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] | None = None
) -> tuple[dict[str, Any], int]:
    """The data in today's format, and the format it came in. Raises Problem for a newer or unknown one."""
    if "format" not in data:
        raise Problem("plan.no_format")
    said = str(data["format"])
    if not re.fullmatch(r"[1-9][0-9]{0,5}", said):
        raise Problem("plan.format", known=FORMAT)
    came = int(said)
    if came > FORMAT:
        raise Problem("plan.newer", found=came, known=FORMAT)
    for number in range(came, FORMAT):
        data = {**(steps or STEPS)[number](data), "format": str(number + 1)}
    return data, came
