"""The plan without what is set aside: what a document may carry along, as a draft that loads again."""

from collections.abc import Mapping
from dataclasses import replace

from wizard.interview.survey import Survey, survey
from wizard.storage.draft import Draft


def pruned(here: Survey) -> Draft:
    """The answers that apply, on either path, with the open points and accepted checks that are about them.

    Looked over again, nothing in it is set aside.
    """
    whole = survey(here.toolkit, replace(here.draft, path="full"))
    kept = Draft(whole.answers, open_points=here.draft.open_points)
    gone = [
        (path, item["id"])
        for path in here.toolkit.lists
        for item in here.draft.items(path)
        if (left := kept.get(f"{path}.{item['id']}")) is None or kept.is_only_begun(path, left)
    ]
    if gone:  # what points at these entries goes too, and other questions may have hung on that
        return pruned(survey(here.toolkit, _without(here.draft, gone)))
    places = _places(whole)
    return replace(
        here.draft,
        data=whole.answers,
        complete=[path for path in here.draft.complete if path in places],
        open_points=[point for point in here.draft.open_points if point.at in places],
        accepted_checks=[check for check in here.draft.accepted_checks if _is_about(check, places)],
    )


def _without(draft: Draft, gone: list[tuple[str, str]]) -> Draft:
    trimmed = draft.snapshot()
    for path, ident in gone:
        trimmed.remove(path, ident)
    return trimmed


def _places(whole: Survey) -> set[str]:
    """Where an open point can be about something that applies: a turn, its whole grid, its whole entry."""
    grids = {turn.part.slot for turn in whole.turns if turn.row}
    entries = {f"{turn.part.list}.{turn.item}" for turn in whole.turns if turn.item}
    return {turn.place for turn in whole.turns} | grids | entries


def _is_about(check: Mapping[str, str], places: set[str]) -> bool:
    """A check is about the whole plan, or about a place that applies, something in it or something around it."""
    at = check.get("at", "").replace("[]", "")
    return not at or any(
        f"{each}.".startswith(f"{at}.") or f"{at}.".startswith(f"{each}.") for each in places
    )
