"""Where the flows and the output templates lie, in a checkout and in an installed wheel alike."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def _lies(name: str) -> Path:
    """The wheel carries the folder inside the package; a checkout has it beside the package."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


FLOWS = _lies("flows")
OUTPUT_TEMPLATES = _lies("output_templates")
WORDS = PACKAGE / "words"
