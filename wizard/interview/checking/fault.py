"""Something found in the flows: which sentence says it, the id it is about, where it stands, and what it hangs on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wizard.errors import Fault


@dataclass(frozen=True)
class Spot:
    """Where something declared stands, and the names in it that cannot be relied on, because their shape is wrong."""

    file: str = "toolkit.yaml"
    line: int | None = None
    column: int | None = None
    doubts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Finding:
    """`of` are the names it looked at, `absent` is what it says is not there, `meant` what a slip stands for."""

    key: str
    at: str
    details: dict[str, object]
    of: tuple[str, ...] = ()
    absent: str = ""
    meant: str = ""
    spot: Spot | None = None

    def fault(self) -> Fault:
        spot = self.spot or Spot()
        return Fault(self.key, self.details, spot.file, spot.line, spot.column, self.at)


def found(
    key: str,
    at: str,
    /,
    *,
    of: str = "",
    absent: str = "",
    meant: str = "",
    spot: Spot | None = None,
    **details: object,
) -> Finding:
    """`of` names what was looked at, with blanks between. `near` is the nearest known word, empty when none is near."""
    return Finding(key, at, details, tuple(of.split()), absent, meant, spot)


def standing(spot: Spot, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings, said to stand at a spot unless they know better."""
    for each in findings:
        yield each if each.spot else replace(each, spot=spot)


def without_shadows(
    findings: Iterable[Finding], heard: set[str], *, unseen: bool = False
) -> Iterator[Finding]:
    """Leaves out what would be gone once a fault of shape, a file that cannot be read or a slip is mended.

    `heard` is every word in what could not be taken in: nothing of it is called missing. `unseen` says that there is
    a file of which nothing is known: nothing at all is called missing.
    """
    for each in findings:
        is_missing = bool(each.absent) and not unseen and each.absent not in heard
        is_doubtful = each.spot is not None and not each.spot.doubts.isdisjoint(each.of)
        if not is_doubtful and (is_missing or not each.absent):
            yield each
