"""The pay slip's lines, once for the screen, the PNG and the HTML page: the same figures in the same words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.ui.words import clock, number, say

if TYPE_CHECKING:
    from game.session import Ledger


@dataclass(frozen=True)
class Line:
    """One line: what is counted, and the figure. `kind` says how it is set."""

    label: str
    figure: str
    kind: Literal["plain", "strong", "thanked", "back", "mark"] = "plain"


def lifted(ledger: "Ledger") -> str:
    """Name whom the stamps lifted, and by how many followers."""
    return ", ".join(f"{name} +{number(n)}" for name, n in ledger.lifted[:3]) or say("slip.nobody")


def lines(ledger: "Ledger") -> tuple[Line, ...]:
    """Give the pay slip in order, the mark last."""
    overtime = [Line(say("slip.overtime", clock=clock(ledger.overtime_seconds / 60)), "0.00")] if ledger.overtime_seconds else []
    return (
        Line(say("slip.handled"), say("slip.of", n=ledger.handled, cards=ledger.cards)),
        Line(say("slip.fallen"), number(ledger.fallen)),
        Line(say("slip.worked"), clock(ledger.minutes_worked)),
        Line(say("slip.wage"), f"{ledger.wage:.2f}", "strong"),
        *overtime,
        Line(say("slip.earned"), f"{ledger.platform_earned:.2f}"),
        Line(say("slip.lifted"), lifted(ledger)),
        Line(say("slip.followers"), f"{ledger.followers_gained:+,d}"),
        Line(say("slip.likes"), number(ledger.likes_received)),
        Line(say("slip.others"), clock(ledger.others_minutes), "strong"),
        Line(say("slip.thanked"), clock(ledger.thanked_minutes), "thanked"),
        Line(say("slip.back"), clock(ledger.back_minutes), "back"),
        Line(say("slip.hits"), say("slip.of", n=strength(ledger.hits), cards=ledger.worthy), "thanked"),
        Line(say("slip.alarms"), say("slip.of", n=strength(ledger.false_alarms), cards=ledger.bait), "back"),
        Line(say("slip.mark"), mark(ledger), "mark"),
    )


def mark(ledger: "Ledger") -> str:
    """Write the mark with its class."""
    figure = f"{ledger.mark:.0f}"
    return f"{figure}, {say(f'seal.{ledger.seal}')}" if ledger.seal else figure


def ending(ledger: "Ledger") -> str:
    """Give the ending's line."""
    return say(f"ending.{ledger.ending}")


def strength(value: float) -> str:
    """Write how much was passed on; a Like counts half.

    >>> strength(8.0), strength(7.5)
    ('8', '7.5')
    """
    return f"{value:g}"
