"""What a level file's parameter says of itself: unit, meaning, allowed values; schema, errors and docs all read it."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Says:
    """The words and bounds that stand beside a parameter, as `Annotated[int, Says("cards", "...", 1, 200)]`.

    `unit` is one word or "" when there is none, `meaning` one short clause, `low` and `high` are inclusive.
    """

    unit: str
    meaning: str
    low: float = -math.inf
    high: float = math.inf


def allowed_number(*, whole: bool, says: Says) -> str:
    """Say which numbers are allowed, as in "a whole number from 1 to 200 (cards)"."""
    kind = "a whole number" if whole else "a number"
    bounds = f" from {plain_number(says.low)} to {plain_number(says.high)}" if math.isfinite(says.low) else ""
    return f"{kind}{bounds} ({says.unit})" if says.unit else f"{kind}{bounds}"


def plain_number(value: float) -> str:
    """Write a number without a trailing ".0": 3, 3.5, -1."""
    return str(int(value)) if value == int(value) else repr(float(value))
