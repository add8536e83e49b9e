"""Every key that the footer names works on the page it names it for."""

import re

import pytest

from tests.support.kind_samples import SAMPLES, sample
from tests.support.screen import Key, play
from wizard.sitting.ask import Ask, Leave

NAMED = {
    "Enter": ["enter"], "Space": ["space"], "Backspace": ["backspace"], "↑↓": ["down"], "↑↓ y/n": ["y"],
    "Letters": ["x"], "?": ["?"], "<": ["<"], "/": ["/"], "F1": ["f1"],
    **{f"^{letter.upper()}": [f"c-{letter}"] for letter in "bcdgtu"},
}  # fmt: skip
PAGES: dict[str, tuple[Ask, list[Key]]] = {
    **{kind: (ask, []) for kind, ask in SAMPLES.items()},
    **{f"{kind} with letters": (SAMPLES[kind], ["p"]) for kind in ("one", "many", "ranked", "text", "long")},
    "one with an answer": (sample("one", value="protection"), []),
    "list at an item": (SAMPLES["list"], ["up"]),
    "suggestion": (sample("text", value="Legal Aid", suggested=True), []),
}


def named(shot: str) -> list[str]:
    """The keys of the footer."""
    rows = [row for row in shot.splitlines()[-3:] if re.match(r" \S+ \S", row)]
    items = re.split(r" {3,}", "   ".join(row.strip() for row in rows[-2:]))
    return [item.split(" ")[0] if not item.startswith("↑↓ y/n") else "↑↓ y/n" for item in items if item]


@pytest.mark.parametrize("page", PAGES)
def test_every_key_that_the_footer_names_does_something_there(page: str) -> None:
    ask, before = PAGES[page]
    keys = named(play(ask, *before).last)

    idle = []
    for key in keys:
        played = play(ask, *before, *NAMED[key])
        if isinstance(played.reply, Leave) and played.shots[len(before)] == played.last and key != "^C":
            idle.append(key)
    assert idle == []
    assert len(keys) >= 5
