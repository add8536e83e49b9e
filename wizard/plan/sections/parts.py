"""The kinds of value a plan holds: texts, keys, numbers with units, dates, references, grids, and who may see them."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from wizard.plan.clean import clean

LONGEST = 10_000  # characters an answer; a cap against absurdity only
MOST = 500  # items a list

T = TypeVar("T")


@dataclass(frozen=True)
class Audience:
    """Who may see a slot: the public copy shows `public` only, the inside copy shows both."""

    name: str


Public = Annotated[T | None, Audience("public")]
Inside = Annotated[T | None, Audience("inside")]


class Piece(BaseModel):
    """A part of a plan: everything optional, typed, frozen; an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def _one_line(value: object) -> object:
    return clean(value, lines=False) if isinstance(value, str) else value


def _lines(value: object) -> object:
    return clean(value, lines=True) if isinstance(value, str) else value


_SIZE = StringConstraints(min_length=1, max_length=LONGEST)
Text = Annotated[str, _SIZE, BeforeValidator(_one_line)]
Prose = Annotated[str, _SIZE, BeforeValidator(_lines)]


@dataclass(frozen=True)
class Keys:
    """A closed list of stable keys. The words a person sees for them stand in the flows."""

    keys: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def known(value: Any) -> str:
            if not isinstance(value, str) or value not in self.keys:
                raise PydanticCustomError(
                    "unknown_key",
                    "not on the list",
                    {"keys": ", ".join(self.keys), "other": isinstance(self, KeysOrOther)},
                )
            return value

        return core_schema.no_info_plain_validator_function(known)


def keys(*names: str) -> Any:
    """`Annotated[str, keys("a", "b")]`: the text must be one of these keys."""
    return Keys(names)


class Other(Piece):
    """Words of one's own where the list of keys has nothing that fits."""

    other: Text


@dataclass(frozen=True)
class KeysOrOther(Keys):
    """A list of stable keys that also takes `{other: words}`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        closed = super().__get_pydantic_core_schema__(source, handler)
        other = handler.generate_schema(Other)
        return core_schema.tagged_union_schema({"(key)": closed, "(words)": other}, _which)


def _which(value: Any) -> str:
    """In brackets, because no name in a file is: pydantic puts it between the steps to what does not fit."""
    return "(words)" if isinstance(value, dict | Other) else "(key)"


def keys_or_other(*names: str) -> Any:
    """`Annotated[str | Other, keys_or_other("a", "b")]`: one of these keys, or words of one's own."""
    return KeysOrOther(names)


def _different(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(set(values)) != len(values):
        raise PydanticCustomError("twice", "the same choice stands there twice")
    return values


Many = Annotated[tuple[T, ...], Field(max_length=MOST), AfterValidator(_different)]


@dataclass(frozen=True)
class Ranked:
    """Marks a list of choices whose order means something: the first is the most important."""


Ranking = Annotated[tuple[T, ...], Field(max_length=MOST), AfterValidator(_different), Ranked()]
Items = Annotated[tuple[T, ...], Field(max_length=MOST)]


def _plain_number(value: object, unclear: str = r"\d{2}0") -> object:
    """`3,000` and `$3,000` are typed by people; a bool is not a number.

    Nobody but somebody who means 3,000 writes `3.000`: behind a point this has no three digits that end in 0.
    """
    if isinstance(value, bool):
        raise PydanticCustomError("float_parsing", "not a number")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, str):
        return value
    text = value.strip().removeprefix("$")
    if re.fullmatch(rf"-?[1-9]\d{{0,2}}\.{unclear}", text):
        readings = {"whole": text.replace(".", ""), "fraction": text.rstrip("0").rstrip(".")}
        raise PydanticCustomError("number_unclear", "a point of thousands or of a fraction", readings)
    return re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)


def _whole_number(value: object) -> object:
    return _plain_number(value, r"\d{3}")


@dataclass(frozen=True)
class Unit:
    """What a number counts."""

    name: str


Measured = Annotated[int | float, BeforeValidator(_plain_number), Field(ge=-1e12, le=1e12)]
_Whole = Annotated[int, BeforeValidator(_whole_number), Field(ge=0, le=1_000_000_000)]
Count = Annotated[_Whole, Unit("count")]
Dollars = Annotated[_Whole, Unit("dollars")]
Days = Annotated[_Whole, Field(le=3_660), Unit("days")]
Weeks = Annotated[_Whole, Field(le=520), Unit("weeks")]
Months = Annotated[_Whole, Field(le=120), Unit("months")]
Minutes = Annotated[_Whole, Field(le=1_440), Unit("minutes")]
Votes = Annotated[_Whole, Unit("votes")]
Voters = Annotated[_Whole, Unit("voters")]


Rating = Annotated[_Whole, Field(le=5), Unit("rating")]
Seriousness = Annotated[_Whole, Field(ge=1, le=3), Unit("rating")]


def _iso_day(value: object) -> object:
    """Only `2027-05-03`: a number must not turn into a day in 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        raise PydanticCustomError("date_parsing", "not a day")
    if isinstance(value, int | float):
        raise PydanticCustomError("date_parsing", "not a day")
    return value.strip() if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_iso_day), Field(ge=date(1900, 1, 1), le=date(2200, 12, 31))]


def _yes_no(value: object) -> object:
    return (
        {"yes": True, "no": False, "true": True, "false": False}.get(value.lower(), value)
        if isinstance(value, str)
        else value
    )


YesNo = Annotated[bool, BeforeValidator(_yes_no)]


@dataclass(frozen=True)
class Refers:
    """Points at an item of a list by its id; `to` names the lists (`build.members`)."""

    to: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(pattern=ID)


ID = r"^[a-z]+-[a-z0-9]{4}$"
Id = Annotated[str, StringConstraints(pattern=ID)]


def refers(*lists: str) -> Any:
    """`Annotated[str, refers("build.members")]`: the id of a member."""
    return Refers(lists)


Member = Annotated[str, refers("build.members")]
Goal = Annotated[str, refers("goals.items")]
Need = Annotated[str, refers("build.needs", "build.underserved")]
Activity = Annotated[str, refers("strategy.activities")]
Indicator = Annotated[str, refers("evaluation.indicators")]

GRID_KEY = r"^[a-z0-9_]{1,80}$"
GridKey = Annotated[str, StringConstraints(pattern=GRID_KEY)]
Column = dict[GridKey, T]  # one row of a grid: column → value; or a list of rows with one value each
Grid = dict[GridKey, dict[GridKey, T]]  # row → column → value

P = Annotated[str, keys("prevention", "protection", "prosecution", "partnership", "fifth")]


class Item(Piece):
    """One entry of a list. Its id is a word and four letters or digits, never reused and never shown."""

    id: Id
