"""The pydantic schema of a level file, made from the plain dataclasses and from the world's rules, so it cannot drift.

The only module that imports pydantic; never packed for the browser.
"""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import GenericAlias
from typing import Annotated, Any, Literal, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from game.scenario.laws import Fault
from game.scenario.parameters import allowed, rule_says, says_of
from game.scenario.plain import Scenario
from game.scenario.says import Says

STRICT = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)
NEAR = 0.6  # how alike two keys must be for "did you mean"
FEW = 3  # near keys that an error line lists
MANY = 30  # keys that an error line still lists in full
SHOWN = 40  # characters of a wrong value that an error line repeats


class Level(BaseModel):
    """What every model here is: strict, and with no place for a key it does not know."""

    model_config = STRICT


@cache
def world_model() -> type[Level]:
    """Give the model of the `[world]` table: every rule optional, within its bounds."""
    return make("World", {name: (limited(*told), None) for name, told in rule_says().items()})


@cache
def model_of(plain: type) -> type[Level]:
    """Give the model of one plain dataclass; the level's `name` comes from its file, so no file may state it."""
    hints = get_type_hints(plain, include_extras=True)
    shape: dict[str, tuple[Any, Any]] = {}
    for field in fields(plain):
        if plain is Scenario and field.name == "name":
            continue
        kind, says = says_of(hints[field.name])
        shape[field.name] = (limited(kind, says), ... if field.default is MISSING else None)
    return make(plain.__name__, shape)


def make(name: str, shape: Mapping[str, tuple[Any, Any]]) -> type[Level]:
    """Create a strict model from {key: (annotation, ... when it must be given)}."""
    create = cast("Callable[..., type[Level]]", create_model)  # its overloads do not take keys made at run time
    return create(name, __base__=Level, **shape)


def limited(kind: Any, says: Says) -> Any:  # noqa: ANN401 - annotations are values here
    """Turn a plain annotation into pydantic's: bounds on numbers, lists for tuples, models for dataclasses."""
    if kind in (int, float):
        return Annotated[kind, Field(ge=says.low, le=says.high)]
    if get_origin(kind) is tuple:
        return GenericAlias(list, (model_of(get_args(kind)[0]),))
    if get_origin(kind) is Mapping:
        return world_model()
    return model_of(kind) if isinstance(kind, type) and is_dataclass(kind) else kind


def check(table: Mapping[str, object]) -> tuple[dict[str, Any], list[Fault]]:
    """Check a parsed level file: its keys as given (numbers of the right kind) and every fault found."""
    try:
        level = model_of(Scenario).model_validate(table)
    except ValidationError as error:
        return {}, [fault(table, detail) for detail in error.errors(include_url=False)]
    return level.model_dump(exclude_unset=True), []


def fault(table: Mapping[str, object], detail: ErrorDetails) -> Fault:
    """Turn one of pydantic's errors into a line a level's author can act on."""
    where = detail["loc"]
    if detail["type"] == "extra_forbidden":
        known = known_keys(where[:-1])
        near = difflib.get_close_matches(str(where[-1]), known, FEW, NEAR)
        hint = f"is unknown; did you mean {near[0]!r}?" if near else "is unknown"
        listed = known if len(known) <= MANY else [*near, "and the others in docs/levels.md"]
        return Fault(path(table, where), hint, ", ".join(listed))
    kind, says = kind_at(where)
    wrong = "is missing" if detail["type"] == "missing" else describe_wrong(kind, detail)
    return Fault(path(table, where), wrong, allowed(kind, says))


def describe_wrong(kind: Any, detail: ErrorDetails) -> str:  # noqa: ANN401 - annotations are values here
    """Say what is wrong with a value that is there."""
    value = repr(detail["input"])
    shown = value if len(value) <= SHOWN else value[:SHOWN] + "..."
    if detail["type"] in ("greater_than_equal", "less_than_equal", "finite_number"):
        return f"is {shown}, out of range"
    if detail["type"] == "literal_error":
        return f"is {shown}, not one of the choices"
    names = {int: "a whole number", float: "a number", bool: "true or false", str: "text"}
    name = names.get(kind) or ("one of the choices" if get_origin(kind) is Literal else "")
    return f"is {shown}, not {name or ('a list' if get_origin(kind) is tuple else 'a table')}"


def kind_at(where: Sequence[int | str]) -> tuple[Any, Says]:
    """Give the plain annotation at a place in a level file, and what it says."""
    kind: Any = Scenario
    says = Says("", "")
    for step in where:
        if isinstance(step, int):
            kind = get_args(kind)[0]
        elif is_dataclass(kind):
            kind, says = says_of(get_type_hints(kind, include_extras=True)[step])
        else:
            kind, says = rule_says()[step]
    return kind, says


def known_keys(where: Sequence[int | str]) -> list[str]:
    """List the keys that the table at this place may hold."""
    kind, _ = kind_at(where)
    if not is_dataclass(kind):
        return list(rule_says())
    return [field.name for field in fields(kind) if not (kind is Scenario and field.name == "name")]


def path(table: Mapping[str, object], where: Sequence[int | str]) -> str:
    """Write a place as a key path, `cast[bram].skill`: list items by their `key` if they have one, else by number."""
    written = ""
    value: Any = table
    for step in where:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
            label = value.get("key", step) if isinstance(value, dict) else step
            written += f"[{label}]"
        else:
            value = value.get(step) if isinstance(value, dict) else None
            written += f".{step}" if written else str(step)
    return written
