"""A scenario as canonical JSON and back, and the hash that says under which rules a session was played."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from game.feed import rules
from game.scenario.plain import BadLevel, Scenario

WORDS_ONLY = ("name", "about")  # parts of a cast member that players read and the world never sees


def to_json(scenario: Scenario) -> str:
    """Write a scenario as canonical JSON: sorted keys, no spaces, every float to the last bit."""
    return canonical(asdict(scenario))


def from_json(text: str) -> Scenario:
    """Read what `to_json` wrote; BadLevel in one line when the text is damaged or from another program."""
    try:
        return from_plain(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError) as error:
        fault = f"compiled level: not readable ({error}); allowed: what game.scenario.compile of this version wrote"
        raise BadLevel(fault) from error


def from_plain(data: Any) -> Scenario:  # noqa: ANN401 - whatever a JSON file holds
    """Make a scenario of parsed JSON; some ordinary error when it is none of this program's."""
    scenario: Scenario = build(Scenario, data)
    kinds = get_type_hints(rules.Rules)
    for name, value in scenario.world.items():
        if name not in kinds:
            message = f"unknown rule {name}"
            raise KeyError(message)
        scalar(kinds[name], value)
    return scenario


def rules_hash(scenario: Scenario) -> str:
    """Give 64 hex digits that change when anything that affects the world changes: rules, shift, cast, schedule.

    The rules count with their defaults filled in and with `game.feed.rules.VERSION`, so a changed default or a changed
    rule gives another hash. Titles and descriptions do not count.
    """
    level = asdict(scenario)
    cast = [{key: value for key, value in member.items() if key not in WORDS_ONLY} for member in level["cast"]]
    affects = {
        "rules_version": rules.VERSION,
        "version": scenario.version,
        "world": scenario.rules()._asdict(),
        "shift": level["shift"],
        "cast": cast,
        "lesson": level["lesson"],
        "schedule": level["schedule"],
    }
    return hashlib.sha256(canonical(affects).encode()).hexdigest()


def canonical(value: object) -> str:
    """Write plain data as JSON in the one form that equal data share."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def build(kind: Any, value: Any) -> Any:  # noqa: ANN401 - the shape comes from `kind`'s own annotations
    """Make a `kind` (plain dataclass, tuple of them, scalar) from dicts, lists, scalars; keys left out default."""
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        known = [field.name for field in fields(kind)]
        strangers = sorted(set(value) - set(known))
        if strangers:
            message = f"unknown {', '.join(strangers)}"
            raise KeyError(message)
        return kind(**{name: build(hints[name], value[name]) for name in known if name in value})
    if get_origin(kind) is tuple:
        member = get_args(kind)[0]
        return tuple(build(member, item) for item in value)
    return scalar(kind, value)


def scalar(kind: Any, value: Any) -> Any:  # noqa: ANN401 - the shape comes from `kind`'s own annotations
    """Check a number, text, switch, choice or table of numbers; TypeError when the value is of another kind."""
    if kind is float:
        good = type(value) in (int, float) and math.isfinite(value)
    elif get_origin(kind) is Literal:
        good = value in get_args(kind)
    elif get_origin(kind) is Mapping:
        good = isinstance(value, dict)
    else:
        good = type(value) is kind
    if not good:
        message = f"{value!r:.40} is no {getattr(kind, '__name__', kind)}"
        raise TypeError(message)
    return float(value) if kind is float else value
