"""Frozen dataclasses that are quick to declare.

The standard ones write and compile six methods for every class. The first page needs some forty classes, and
for them that was a third of all the time the wizard itself spends until it stands. These are dataclasses in every
other way (`replace`, `fields`, `asdict`, `match` and pydantic take them), with methods that all of them share.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

T = TypeVar("T")


def _init(self: Any, /, *values: object, **named: object) -> None:
    cls = self.__class__
    held = self.__dict__
    for name, make in cls._made_anew:
        held[name] = make()
    held.update(zip(cls.__match_args__, values, strict=False), **named)  # a default is found on the class
    if not cls._needed <= held.keys() <= cls._known or len(values) > len(cls._known):
        raise TypeError(f"{cls.__name__} takes {', '.join(cls.__match_args__)}")


def _repr(self: Any) -> str:
    held = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({held})"


def _eq(self: Any, other: Any) -> bool:
    return self._values(self) == other._values(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _frozen(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{name} of {self!r} stays as it is")


SHARED: dict[str, Callable[..., Any]] = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _frozen,
    "__delattr__": _frozen,
}


def _declared(cls: type[T]) -> type[T]:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    known = fields(made)
    made._known = frozenset(each.name for each in known)
    made._needed = frozenset(
        each.name for each in known if each.default is MISSING and each.default_factory is MISSING
    )
    made._made_anew = tuple(
        (each.name, each.default_factory) for each in known if each.default_factory is not MISSING
    )
    made._values = attrgetter(*made.__match_args__) if known else lambda _: ()
    for name, method in SHARED.items():
        setattr(made, name, method)
    return cls


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool) -> Callable[[type[T]], type[T]]:
        """Stands for `dataclasses.dataclass(frozen=True)`; there is no other kind here."""
        assert frozen
        return _declared
