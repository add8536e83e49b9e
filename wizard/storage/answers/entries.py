"""Which entry of a plan an entry of a file is, where it has no id: the one that says the same, or has its name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wizard.errors import Unfit
from wizard.plan.slots import slots

Item = Mapping[str, Any]


@dataclass(frozen=True)
class Listing:
    """A list as far as its entries have names: their ids begin with `word`, `names` is the field they are known by.

    A name `in_words` is an entry's own; a choice or a date may stand in many.
    """

    path: str
    word: str = "entry"
    names: str = ""
    in_words: bool = False


def matched(listing: Listing, there: Sequence[Item], given: Sequence[Any]) -> Iterator[tuple[int, list[str]]]:
    """For each given entry without an id, by its number: the ids that could be meant; none for a new one.

    Those that agree with an entry have the first choice of it, then those that only have its name.
    """
    taken = [each.get("id") for each in given if isinstance(each, Mapping)]
    free = {str(each["id"]): _plain(listing, each) for each in there if each["id"] not in taken}
    open_ = {at: _plain(listing, each) for at, each in enumerate(given) if _has_no_id(each)}
    for is_meant in (_is_equal, _says_the_same, _agrees, _has_the_name):
        for at, item in list(open_.items()):
            meant = [ident for ident, each in free.items() if is_meant(listing, item, each)]
            if len(meant) == 1 or (meant and is_meant is not _has_the_name):
                del free[meant[0]], open_[at]
                yield at, meant[:1]
    for at, item in open_.items():
        yield at, [ident for ident, each in free.items() if _has_the_name(listing, item, each)]


def _has_no_id(entry: Any) -> bool:
    return isinstance(entry, Mapping) and entry.get("id") is None


def _plain(listing: Listing, item: Item) -> dict[str, Any]:
    """An entry's answers as they are compared: as the plan holds them, texts without capitals and blanks."""
    return {
        name: _folded(_fitted(f"{listing.path}[].{name}", value))
        for name, value in item.items()
        if name != "id"
    }


def _fitted(path: str, value: Any) -> Any:
    try:
        return slots()[path].fit(value) if path in slots() else value
    except Unfit:
        return value


def _folded(value: Any) -> Any:
    return " ".join(value.split()).casefold() if isinstance(value, str) else value


def _is_equal(_: Listing, item: Item, there: Item) -> bool:
    return bool(item) and item == there


def _says_the_same(_: Listing, item: Item, there: Item) -> bool:
    """Everything that is given stands there already."""
    return bool(item) and all(name in there and there[name] == value for name, value in item.items())


def _agrees(listing: Listing, item: Item, there: Item) -> bool:
    """The name is the same and nothing that is given stands there otherwise."""
    return _has_the_name(listing, item, there) and all(
        there.get(name, value) == value for name, value in item.items()
    )


def _has_the_name(listing: Listing, item: Item, there: Item) -> bool:
    name = item.get(listing.names)
    return listing.in_words and name is not None and name == there.get(listing.names)
