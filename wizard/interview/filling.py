"""Answers from files put into a plan as if they had been typed: by the same rules, and what hangs on them follows."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.interview import defaults
from wizard.interview.flow import Toolkit
from wizard.interview.survey import survey
from wizard.storage import answers_file
from wizard.storage.draft import Draft
from wizard.storage.merging.flat import Key, flattened
from wizard.storage.merging.merge import Conflict, merge, settle


@dataclass(frozen=True)
class Filled:
    """The plan as it would be. Conflicts are places it had another answer at; there the old one stands."""

    draft: Draft
    conflicts: list[Conflict]
    named: list[str]  # the places of entries that came without an id
    aside: list[str]  # the places of new answers whose question does not apply


def fill(
    toolkit: Toolkit, plan: Draft, files: Iterable[tuple[str, bytes]], prefer: str | None = None
) -> Filled:
    """Puts the files in, one after the other. `prefer` old or new settles conflicts. Raises Faults."""
    id_words = {path: part.item for path, part in toolkit.lists.items()}
    most = {path: part.most for path, part in toolkit.filling.items() if part.most}
    given = answers_file.drafts_of(files, plan, id_words, most)
    filled, conflicts = plan.snapshot(), list[Conflict]()
    for answers in given.drafts:
        said = flattened(answers)
        for _, place in (key for key in said if key[0] == "answer"):
            filled.close(place)
        _put_new_entries_last(toolkit, filled, answers)
        merged = merge(filled, answers)
        filled = merged.draft
        for conflict in merged.conflicts:
            if prefer is None:
                conflicts.append(conflict)
            elif prefer == "new":
                settle(filled, conflict, "b")
    new = {place for (kind, place), *_ in changes(plan, filled) if kind == "answer"}
    _let_follow(toolkit, plan, filled, new)
    aside = [place for place, _ in survey(toolkit, filled).set_aside if place in new]
    return Filled(filled, conflicts, given.named, aside)


def changes(before: Draft, after: Draft) -> list[tuple[Key, object, object]]:
    """Every piece that differs, in the order of the plan: where, and what was and is there."""
    old, new = flattened(before), flattened(after)
    return [(key, old.get(key), new.get(key)) for key in {**new, **old} if old.get(key) != new.get(key)]


def _put_new_entries_last(toolkit: Toolkit, plan: Draft, answers: Draft) -> None:
    """In a list, entries that are typed stand behind those that are there, wherever they stand in a file."""
    for path in toolkit.lists:
        there = [item["id"] for item in plan.items(path)]
        answers.items(path).sort(
            key=lambda item: there.index(item["id"]) if item["id"] in there else len(there)
        )


def _let_follow(toolkit: Toolkit, before: Draft, after: Draft, changed: set[str]) -> None:
    """Answers that still equal a suggestion move along with what it was made from; full entries are not open."""
    there = survey(toolkit, after)
    first = next((turn for turn in there.turns if turn.place in changed), None)
    if first is None:
        return
    for turn, value in defaults.moved(survey(toolkit, before), there, first):
        if turn.place not in changed:
            after.put(turn.place, value)
    for point in list(after.open_points):
        inside = [turn.place for turn in there.turns if turn.place.startswith(f"{point.at}.")]
        wholly = (
            point.at not in toolkit.lists and inside and all(after.get(place) is not None for place in inside)
        )
        if wholly and changed & set(inside):
            after.close(point.at)
