"""The inventory of the toolkit's questions: every count that a test names comes from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.storage.yaml import text as yaml_text


@dataclass(frozen=True)
class Listed:
    """A question as the guide has it; `fields` are the guide's names with the slots that hold them."""

    minutes: float
    essential: bool
    covers: tuple[str, ...]
    fields: Mapping[str, str]


INVENTORY = {
    ident: Listed(
        float(entry["minutes"]), entry.get("essential") == "yes", tuple(entry["covers"]), entry["fields"]
    )
    for ident, entry in yaml_text.read(
        (Path(__file__).parents[1] / "inventory.yaml").read_bytes()
    ).data.items()
}
ESSENTIAL = frozenset(ident for ident, entry in INVENTORY.items() if entry.essential)
MINUTES = sum(entry.minutes for entry in INVENTORY.values())
ESSENTIAL_MINUTES = sum(INVENTORY[ident].minutes for ident in ESSENTIAL)
