"""A measured number beside what it must be and what is aimed for, and the table of them all in words."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """One line of the table. Without `must` it is there to compare; `unit` is × for a ratio.

    `must` and `aim` are the most it may be; where `more` is better, the least.
    """

    name: str
    value: float | None
    unit: str = "×"
    must: float | None = None
    aim: float | None = None
    remark: str = ""
    more: bool = False

    @property
    def kept(self) -> bool:
        """Whether the number is what it must be. A number that could not be measured is not."""
        return self.must is None or (self.value is not None and self._reaches(self.must))

    def verdict(self) -> str:
        """What came of it, in words."""
        if self.value is None:
            return "not measured"
        if self.must is None:
            return "to compare"
        if not self.kept:
            return "MISSED"
        if self.aim is not None:
            return "met, aim too" if self._reaches(self.aim) else "met, aim missed"
        return "met"

    def _reaches(self, bound: float) -> bool:
        assert self.value is not None
        return self.value >= bound if self.more else self.value <= bound


HEADS = ("what", "measured", "must", "aim", "verdict", "remark")


def table(numbers: Iterable[Number]) -> str:
    """All of them, one line each, in columns."""
    rows = [HEADS, *(_row(number) for number in numbers)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS) - 1)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    )


def _row(number: Number) -> tuple[str, ...]:
    return (
        number.name,
        _figure(number.value, number.unit),
        _figure(number.must, number.unit, "≥ " if number.more else "≤ "),
        _figure(number.aim, number.unit, "≥ " if number.more else "≤ "),
        number.verdict(),
        number.remark,
    )


def _figure(value: float | None, unit: str, before: str = "") -> str:
    if value is None:
        return "–"
    figure = f"{value:.1f}" if unit not in ("", "×") else f"{value:.2f}"
    return f"{before}{figure} {unit}".rstrip()
