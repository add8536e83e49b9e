"""The shipped toolkit, and drafts looked at with it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from wizard.interview import toolkit as toolkits
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Survey, Turn, survey
from wizard.storage.draft import Draft


@cache
def toolkit() -> Toolkit:
    return toolkits.load()


def draft_of(answers: Mapping[str, Any] | None = None, path: str = "full") -> Draft:
    """A draft with answers at their places. Items come into being with their first answer."""
    draft = Draft(path=path)
    for place, value in (answers or {}).items():
        for listing in toolkit().lists:
            ident = place.removeprefix(f"{listing}.").split(".")[0]
            if place.startswith(f"{listing}.") and draft.get(f"{listing}.{ident}") is None:
                draft.add(listing, "", ident)
        draft.put(place, value)
    return draft


def look(answers: Mapping[str, Any] | None = None, path: str = "full") -> Survey:
    return survey(toolkit(), draft_of(answers, path))


def turn_at(here: Survey, place: str, part: str = "") -> Turn:
    """The one turn that fills a place (or the one of a part that revises it)."""
    (found,) = (
        turn
        for turn in here.turns
        if turn.place == place and (turn.part.id == part if part else bool(turn.part.fills))
    )
    return found


def places(here: Survey) -> set[str]:
    return {turn.place for turn in here.turns}
