"""Drafts with anything in them that a plan may hold, for hypothesis."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from wizard.errors import Unfit
from wizard.plan.slots import LIST_OF_ITEMS, Slot, slots
from wizard.storage.draft import REASONS, Draft, OpenPoint

TRICKY = (
    "no", "Yes", "null", "~", "0044", "12:30", "1e3", "- a dash", "# a hash", "a: b", "{a: b}", "[x", "'", '"', "*a",
    "&a", "!a", "%a", "@a", "`a", "| a", "> a", "a #b", "---", "...", "é", "\u00a0x", "😀 x", "2026-09-01", "{{ 7*7 }}",
    "one\n\n  two\n- three", "a\n\nb ", "x" * 300, "? a", ": a", "a:", "\\n", "<b>", "∑ → ½",
)  # fmt: skip
TEXTS = st.sampled_from(TRICKY) | st.text(max_size=40)
GRID_KEYS = st.sampled_from(["adults", "minors", "other_mesquite", "x1", "no", "0044"])
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)
LISTS = [path for path, slot in slots().items() if slot.shape == LIST_OF_ITEMS]
VALUES = [path for path, slot in slots().items() if slot.shape != LIST_OF_ITEMS]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A draft that a file may hold: fitted answers, references that lead somewhere, points, lists, checks."""
    draft = Draft(plan_id="p-7f3kq2", path=draw(st.sampled_from([None, "quick", "full"])))
    paths = draw(st.lists(st.sampled_from(VALUES), max_size=12, unique=True))
    asked = {path.partition("[].")[0] for path in paths if "[]" in path}
    pointed_at = {listing for path in paths for listing in slots()[path].refers[:1]}
    for listing in LISTS:
        if listing in asked | pointed_at:
            word = listing.replace(".", "").replace("_", "")
            for number in range(draw(st.integers(1, 2))):
                draft.add(listing, word, f"{word}-{number:04}")
    for path in paths:
        for place in _places(draft, path):
            value = draw(_values(draft, slots()[path]))
            if value not in (None, {}):
                draft.put(place, value)
    draft.complete = draw(st.lists(st.sampled_from(LISTS), max_size=2, unique=True))
    draft.open_points = draw(st.lists(_points(), max_size=2, unique_by=lambda point: point.at))
    draft.accepted_checks = draw(st.lists(_accepted(), max_size=2))
    return draft


def _places(draft: Draft, path: str) -> list[str]:
    listing, _, field = path.rpartition("[].")
    return [f"{listing}.{item['id']}.{field}" for item in draft.items(listing)] if listing else [path]


def _values(draft: Draft, slot: Slot) -> st.SearchStrategy[Any]:
    one = _one(draft, slot)
    match slot.shape:
        case "many" | "ranking":
            given: st.SearchStrategy[Any] = st.lists(one, max_size=3)
        case "grid":
            given = st.dictionaries(
                GRID_KEYS, st.dictionaries(GRID_KEYS, one, min_size=1, max_size=2), max_size=2
            )
        case "column":
            given = st.dictionaries(GRID_KEYS, one, max_size=3)
        case _:
            given = one
    return given.map(lambda value: _fitted(slot, value))


def _fitted(slot: Slot, value: Any) -> Any:
    try:
        return slot.fit(value)
    except Unfit:
        return None


def _one(draft: Draft, slot: Slot) -> st.SearchStrategy[Any]:
    words = st.fixed_dictionaries({"other": TEXTS})
    if slot.refers:
        return st.sampled_from([item["id"] for listing in slot.refers for item in draft.items(listing)])
    if slot.keys:
        return st.sampled_from(slot.keys) | words if slot.other else st.sampled_from(slot.keys)
    if slot.base is bool:
        return st.booleans()
    if slot.base is date:
        return DAYS
    if slot.base is int:
        return st.integers(0, 5_000)
    if slot.base is not str:
        return st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12)
    return TEXTS


def _points() -> st.SearchStrategy[OpenPoint]:
    said = st.none() | st.sampled_from([text for text in TRICKY if text.strip()])
    return st.builds(
        OpenPoint,
        st.sampled_from([path for path in (*VALUES, *LISTS) if "[]" not in path]),
        st.sampled_from(REASONS),
        note=said,
        owner=said,
        by=st.none() | DAYS,
    )


def _accepted() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {"check": st.just("W-18")},
        optional={"at": st.sampled_from(VALUES), "because": st.sampled_from(TRICKY)},
    )
