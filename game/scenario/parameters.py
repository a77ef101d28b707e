"""Every parameter of a level file as a flat list: the world's from the source of `game.feed.rules`, others from plain.

Desktop only: it reads the comments beside the rules in their source file.
"""

import inspect
import re
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from game.feed import rules
from game.scenario.says import Says, allowed_number

RULE_LINE = re.compile(r"^    (?P<name>\w+): (?:int|float) = [^#]+#\s*(?P<words>.+)$", re.MULTILINE)


class Parameter(NamedTuple):
    """One key of a level file; `default` is None where the key must be given."""

    key: str
    unit: str
    meaning: str
    allowed: str
    default: object


def says_of(annotation: Any) -> tuple[Any, Says]:  # noqa: ANN401 - annotations are values here
    """Split `Annotated[kind, Says(...)]` into the two; a bare kind says nothing."""
    kind, *notes = get_args(annotation) if hasattr(annotation, "__metadata__") else (annotation,)
    said = [note for note in notes if isinstance(note, Says)]
    return kind, said[0] if said else Says("", "")


def rule_says() -> dict[str, tuple[type, Says]]:
    """Give kind, unit, meaning and bounds of every world rule, from the comments and `bounds` of `game.feed.rules`."""
    kinds = get_type_hints(rules.Rules)
    words = {line["name"]: line["words"] for line in RULE_LINE.finditer(inspect.getsource(rules.Rules))}
    told = {}
    for name in rules.Rules._fields:
        unit, _, rest = words.get(name, "").partition(";")
        low, high = rules.bounds(name)
        told[name] = (kinds[name], Says(unit.strip(), rest.strip(), low, high))
    return told


def allowed(kind: Any, says: Says) -> str:  # noqa: ANN401 - annotations are values here
    """Say what may stand at a key of this kind."""
    if kind in (int, float):
        return allowed_number(whole=kind is int, says=says)
    choices = get_args(kind)
    if get_origin(kind) is Literal:
        return " or ".join(f'"{choice}"' for choice in choices)
    if get_origin(kind) is tuple:
        return "a list of tables"
    if is_dataclass(kind):
        return f"a table with {', '.join(field.name for field in fields(kind))}"
    return {bool: "true or false", str: "text in quotes"}.get(kind, "a table of rules")


def world_parameters() -> list[Parameter]:
    """List the rules of the world, in the order of `Rules`."""
    defaults = rules.Rules()._asdict()
    return [
        Parameter(f"world.{name}", says.unit, says.meaning, allowed(kind, says), defaults[name])
        for name, (kind, says) in rule_says().items()
    ]


def plain_parameters(plain: type, prefix: str = "") -> list[Parameter]:
    """List the parameters of a plain dataclass and of the tables in it; an array's keys are written `cast[].skill`."""
    hints = get_type_hints(plain, include_extras=True)
    found = []
    for field in fields(plain):
        kind, says = says_of(hints[field.name])
        key = prefix + field.name
        item = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if is_dataclass(item) and isinstance(item, type):
            found += plain_parameters(item, f"{key}[]." if item is not kind else f"{key}.")
        elif says.meaning and key != "world":
            found.append(Parameter(key, says.unit, says.meaning, allowed(kind, says), default_of(field)))
    return found


def default_of(field: Field[Any]) -> object:
    """Give a field's default, None when the key must be given."""
    return None if field.default is MISSING else field.default
