"""A slot is one typed place in the plan, found by its path: `about.name`, `goals.items[].baseline`."""

import types
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from wizard.errors import Unfit
from wizard.plan.misfits import validated
from wizard.plan.plan import Plan
from wizard.plan.sections.parts import Audience, Item, Keys, KeysOrOther, Ranked, Refers, Unit

LIST_OF_ITEMS = "items"
SIMPLE = "simple"


@dataclass(frozen=True)
class Slot:
    """A place in the plan: `shape` is `simple`, `many`, `ranking`, `grid`, `column` (a grid of rows only) or `items`.

    `keys` are the keys a choice may have (empty: not a choice), `other` whether words of one's own fit,
    `refers` the lists a reference may point into, `base` the Python type of one value, `unit` what a number counts.
    """

    path: str
    shape: str
    base: Any
    audience: str
    keys: tuple[str, ...]
    other: bool
    refers: tuple[str, ...]
    unit: str
    annotation: Any
    cell: Any

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.annotation)

    @cached_property
    def _cell_adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.cell)

    def fit(self, value: object) -> Any:
        """The value as a draft holds it (plain data, days as ISO text). Raises Unfit; the value is not in it."""
        return _fitted(self._adapter, value)

    def fit_cell(self, value: object) -> Any:
        """One cell of a grid, or one entry of a `many`, as a draft holds it. Raises Unfit."""
        return _fitted(self._cell_adapter, value)


def _fitted(adapter: TypeAdapter[Any], value: object) -> Any:
    fitted, misfits = validated(adapter, value)
    if misfits:
        *_, last = misfits
        if last.key == "unfit.unknown_key":
            raise Unfit("unfit.not_offered")
        raise Unfit(last.key, **last.details)
    return adapter.dump_python(fitted, mode="json", exclude_unset=True)


@cache
def slots() -> dict[str, Slot]:
    """Every slot of the plan by its path, in the plan's own order; lists of items stand before their fields."""
    return {slot.path: slot for slot in _under(Plan, "")}


def slot(path: str) -> Slot:
    """Raises KeyError where the path leaves the plan."""
    return slots()[path]


def _under(model: type[BaseModel], prefix: str) -> list[Slot]:
    found: list[Slot] = []
    for name, field in model.model_fields.items():
        if issubclass(model, Item) and name == "id":
            continue
        annotation: Any = (
            Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        )
        inner, marks = _unwrapped(annotation)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            found += _under(inner, f"{prefix}{name}.")
            continue
        entry = get_args(inner)[0] if get_origin(inner) is tuple else None
        if isinstance(entry, type) and issubclass(entry, Item):
            found.append(_slot(f"{prefix}{name}", annotation, LIST_OF_ITEMS))
            found += _under(entry, f"{prefix}{name}[].")
        else:
            found.append(_slot(f"{prefix}{name}", annotation, _shape(inner, marks)))
    return found


def _shape(inner: Any, marks: list[Any]) -> str:
    if get_origin(inner) is tuple:
        return "ranking" if any(isinstance(mark, Ranked) for mark in marks) else "many"
    if get_origin(inner) is dict:
        return "grid" if get_origin(get_args(inner)[1]) is dict else "column"
    return SIMPLE


def _slot(path: str, annotation: Any, shape: str) -> Slot:
    inner, marks = _unwrapped(annotation)
    cell = annotation if shape == SIMPLE else get_args(inner)[1 if shape in ("grid", "column") else 0]
    if shape == "grid":
        cell = get_args(cell)[1]
    base, cell_marks = _unwrapped(cell)
    marks = marks + cell_marks
    listed = next((m for m in marks if isinstance(m, Keys)), None)
    return Slot(
        path=path,
        shape=shape,
        base=base,
        audience=next((m.name for m in marks if isinstance(m, Audience)), "inside"),
        keys=listed.keys if listed else (),
        other=isinstance(listed, KeysOrOther),
        refers=next((m.to for m in marks if isinstance(m, Refers)), ()),
        unit=next((m.name for m in marks if isinstance(m, Unit)), ""),
        annotation=annotation,
        cell=cell,
    )


def _unwrapped(annotation: Any) -> tuple[Any, list[Any]]:
    """`Annotated[X, …]` and `X | None` are both X here; what annotates them is collected on the way."""
    marks: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks += more
        elif get_origin(annotation) in (Union, types.UnionType) and type(None) in get_args(annotation):
            (annotation,) = [a for a in get_args(annotation) if a is not type(None)][:1]
        else:
            return annotation, marks
