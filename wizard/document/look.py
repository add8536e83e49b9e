"""What a coalition makes its own in a document: the color of its accents, and its logo on the cover."""

import re
from base64 import b64encode
from dataclasses import dataclass

from wizard.errors import Usage

CONTRAST = 4.5  # WCAG 2.2, 1.4.3
GROUNDS = ("#ffffff", "#f2f6f7")  # --paper and --wash, on which the accent writes; white writes on it too
TINTS = {
    "accent-pale": 0.1,
    "accent-soft": 0.16,
    "level-some": 0.24,
}  # how much of the accent is in the grounds of its family
LOGO = "logo.png"
PICTURE = "data:image/png;base64,"
_STEP = 0.98
_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True)
class Look:
    """`color` is `#rrggbb`, as `color_of` and `readable` give it; `logo` a PNG as `logo.read` gives it."""

    color: str | None = None
    logo: bytes | None = None

    def style(self) -> str:
        """A rule that sets the accent and its family anew; nothing where the color stays as it is."""
        if self.color is None:
            return ""
        tints = "".join(f"--{name}:{_mixed(self.color, share)};" for name, share in TINTS.items())
        return f"\n:root{{--accent:{self.color};{tints}}}"

    def pictures(self) -> dict[str, str]:
        """The pictures that are no files of a template: their names, and the addresses that hold them whole."""
        return {LOGO: PICTURE + b64encode(self.logo).decode()} if self.logo else {}


PLAIN = Look()


def color_of(said: str) -> str:
    """`#1C5190`, `1c5190` or `#15a` as `#rrggbb`. Usage: document.color_unclear."""
    found = _HEX.fullmatch(said.strip())
    if not found:
        raise Usage("document.color_unclear", said=said)
    digits = found[1].lower()
    return f"#{digits if len(digits) == 6 else ''.join(2 * each for each in digits)}"


def readable(color: str) -> str:
    """The color, or the lightest darker shade of it that can be read on every ground of GROUNDS."""
    parts = _parts(color)
    while min(contrast(_hex(parts), ground) for ground in GROUNDS) < CONTRAST:
        parts = [part * _STEP for part in parts]
    return _hex(parts)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colors: (lighter + 0.05) / (darker + 0.05) of their relative luminances."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = [part / 255 for part in _parts(color)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(color: str, share: float) -> str:
    """So much of the color in white."""
    return _hex([255 - (255 - part) * share for part in _parts(color)])


def _parts(color: str) -> list[float]:
    return [int(color[place : place + 2], 16) for place in (1, 3, 5)]


def _hex(parts: list[float]) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)
