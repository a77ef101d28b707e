"""The pay slip's lines, once for the screen, the PNG and the HTML page: the same figures in the same words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from game.ui.words import clock, number, say

if TYPE_CHECKING:
    from game.session import Ledger

WHOLE = 100
"""The most that a mark can be."""

Part: TypeAlias = Literal["mine", "theirs", "end"]


@dataclass(frozen=True)
class Line:
    """One line: what is counted, and the figure. `kind` says how it is set, `part` which column it stands in."""

    label: str
    figure: str
    kind: Literal["plain", "strong", "thanked", "back", "mark"] = "plain"
    part: Part = "mine"


def lifted(ledger: "Ledger") -> str:
    """Name whom the stamps lifted, and by how many followers; a name and its figure are never parted."""
    return ", ".join(f"{name} +{number(n)}".replace(" ", "\u00a0") for name, n in ledger.lifted[:3]) or say("slip.nobody")


def lines(ledger: "Ledger", order: str = "", *, fulfilled: bool = False) -> tuple[Line, ...]:
    """Give the pay slip in order, the mark last; an order that the shift was played under stands before it."""
    return (*mine(ledger), *theirs(ledger), *ordered(order, fulfilled=fulfilled), marked(ledger))


def mine(ledger: "Ledger") -> tuple[Line, ...]:
    """Give what the shift was, and what the House made of it."""
    overtime = [Line(say("slip.overtime", clock=clock(ledger.overtime_seconds / 60)), "0.00")] if ledger.overtime_seconds else []
    return (
        Line(say("slip.handled"), say("slip.of", n=ledger.handled, cards=ledger.cards)),
        Line(say("slip.fallen"), number(ledger.fallen)),
        Line(say("slip.worked"), clock(ledger.minutes_worked)),
        Line(say("slip.wage"), f"{ledger.wage:.2f}", "strong"),
        *overtime,
        Line(say("slip.earned"), f"{ledger.platform_earned:.2f}"),
        Line(say("slip.followers"), f"{ledger.followers_gained:+,d}"),
        Line(say("slip.likes"), number(ledger.likes_received)),
        *pencilled(ledger),
    )


def theirs(ledger: "Ledger") -> tuple[Line, ...]:
    """Give what the shift did to others."""
    return (
        Line(say("slip.others"), clock(ledger.others_minutes), "strong", "theirs"),
        Line(say("slip.thanked"), clock(ledger.thanked_minutes), "thanked", "theirs"),
        Line(say("slip.back"), clock(ledger.back_minutes), "back", "theirs"),
        Line(say("slip.hits"), say("slip.of", n=strength(ledger.hits), cards=ledger.worthy), "thanked", "theirs"),
        Line(say("slip.alarms"), say("slip.of", n=strength(ledger.false_alarms), cards=ledger.bait), "back", "theirs"),
        Line(say("slip.lifted"), lifted(ledger), part="theirs"),
        *pushed_off(ledger),
    )


def pushed_off(ledger: "Ledger") -> tuple[Line, ...]:
    """Give what fell off trays because of the shift; nothing without the twin that says what would have fallen anyway."""
    if ledger.pushed is None or ledger.pushed_better is None:
        return ()
    return (
        Line(say("slip.pushed"), posts(ledger.pushed), part="theirs"),
        Line(say("slip.better"), number(ledger.pushed_better), part="theirs"),
    )


def pencilled(ledger: "Ledger") -> tuple[Line, ...]:
    """Give how often the pencil guessed right, beside what always guessing the same would have got; nothing if it never did."""
    if not ledger.pencil_of:
        return ()
    return (
        Line(say("slip.pencil"), say("slip.pencil.of", right=ledger.pencil_right, n=ledger.pencil_of)),
        Line(say("slip.commonest"), say("slip.of", n=ledger.pencil_commonest, cards=ledger.pencil_of)),
    )


def ordered(order: str, *, fulfilled: bool) -> tuple[Line, ...]:
    """Give the order and whether it was done; nothing for a shift without one."""
    if not order:
        return ()
    done = say("slip.order.done" if fulfilled else "slip.order.not")
    return (Line(say("slip.order", order=say(f"order.{order}")), done, "strong", "end"),)


def marked(ledger: "Ledger") -> Line:
    """Give the mark; its class is in the ending."""
    return Line(say("slip.mark"), say("slip.of", n=f"{ledger.mark:.0f}", cards=WHOLE), "mark", "end")


def ending(ledger: "Ledger") -> str:
    """Give the ending's line."""
    return say(f"ending.{ledger.ending}")


def ending_name(ledger: "Ledger") -> str:
    """Give the ending's name."""
    return say(f"ending.name.{ledger.ending}")


def sealed(ledger: "Ledger") -> str:
    """Give the line under a seal: what all three classes have in common; "" without a seal."""
    return say("ending.sealed") if ledger.seal else ""


def posts(count: int) -> str:
    """Write how many posts.

    >>> posts(1), posts(17)
    ('1 post', '17 posts')
    """
    return say("slip.post") if count == 1 else say("slip.posts", n=number(count))


def strength(value: float) -> str:
    """Write how much was passed on; a Like counts half.

    >>> strength(8.0), strength(7.5)
    ('8', '7.5')
    """
    return f"{value:g}"
