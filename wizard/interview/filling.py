"""Answers from files put into a plan as if they had been typed: by the same rules, and what hangs on them follows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wizard.errors import Fault, Faults, Unfit
from wizard.interview import defaults, period
from wizard.interview.flow import Toolkit
from wizard.interview.survey import Turn, survey
from wizard.storage import answers_file
from wizard.storage.answers.entries import Listing
from wizard.storage.answers.texts import Read
from wizard.storage.draft import Draft
from wizard.storage.merging.conflict import Conflict
from wizard.storage.merging.flat import Key, flattened
from wizard.storage.merging.merge import merge, settle


@dataclass(frozen=True)
class Filled:
    """The plan as it would be. Conflicts are places it had another answer at; there the old one stands."""

    draft: Draft
    conflicts: list[Conflict]
    named: list[str]  # the places of new entries that came without an id
    matched: list[str]  # the places of entries that came without an id and were there already
    understood: list[tuple[str, str, Any]]  # a place, what was written there, and the value it was taken for
    aside: list[str]  # the places of new answers whose question does not apply
    outside: list[str]  # the places of new days that are meant to lie inside the plan and do not


def fill(
    toolkit: Toolkit,
    plan: Draft,
    files: Iterable[tuple[str, bytes]],
    prefer: str | None = None,
    read: Read = lambda _plan, _path, _text: None,
) -> Filled:
    """Puts the files in, one after the other. `prefer` old or new settles conflicts. Raises Faults.

    `read` says what a text for a number or a date means where it is not written as a plan file has it.
    """
    files = list(files)
    most = {path: part.most for path, part in toolkit.filling.items() if part.most}
    given = answers_file.drafts_of(files, plan, _listings(toolkit), most, read)
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
    _check_period(filled, new, [(name, draft) for (name, _), draft in zip(files, given.drafts, strict=True)])
    aside = [place for place, _ in survey(toolkit, filled).set_aside if place in new]
    outside = [
        turn.place
        for turn in survey(toolkit, filled).turns
        if turn.place in new and _is_outside(filled, turn)
    ]
    return Filled(filled, conflicts, given.named, given.matched, given.understood, aside, outside)


def changes(before: Draft, after: Draft) -> list[tuple[Key, object, object]]:
    """Every piece that differs, in the order of the plan: where, and what was and is there."""
    old, new = flattened(before), flattened(after)
    return [(key, old.get(key), new.get(key)) for key in {**new, **old} if old.get(key) != new.get(key)]


def _listings(toolkit: Toolkit) -> Iterator[Listing]:
    for path, part in toolkit.lists.items():
        names = toolkit.filling.get(f"{path}[].{part.names}")
        in_words = names is not None and names.kind in ("text", "long") and not names.choose_from
        yield Listing(path, part.item, part.names, in_words)


def _check_period(plan: Draft, new: set[str], given: list[tuple[str, Draft]]) -> None:
    """Raises Faults where the days of the plan are new and cannot be."""
    at = next((place for place in (period.END, period.START) if place in new), None)
    if at is None:
        return
    try:
        period.check(plan.get(period.START), plan.get(period.END))
    except Unfit as unfit:
        file = next((name for name, draft in reversed(given) if draft.get(at)), "")
        raise Faults([Fault(unfit.key, unfit.details, file, at=at)], "fill.faults") from None


def _is_outside(plan: Draft, turn: Turn) -> bool:
    return period.is_outside(plan, turn.part.slot, plan.get(turn.place))


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
