"""Shift orders: what a clerk may set out to do on a second shift, and whether it was done."""

from typing import Final

from game.scenario import Shift
from game.session.views import Ledger

QUIET: Final = "quiet"  # win with few reshares
BLIND: Final = "blind"  # win with the counters taped over
POPULAR: Final = "popular"  # gain followers; the mark still counts you
DAILY: Final = "daily"  # win the tray that everybody has today
ORDERS: Final = (QUIET, BLIND, POPULAR, DAILY)


class UnknownOrder(ValueError):
    """No order of that name; the message lists those there are."""


def fulfilled(order: str, ledger: Ledger, shift: Shift) -> bool:
    """Whether a shift did what was ordered."""
    if order not in ORDERS:
        message = f"no order {order!r}; there are {', '.join(ORDERS)}"
        raise UnknownOrder(message)
    if order == POPULAR:
        return ledger.followers_gained >= shift.popular_order
    won = ledger.seal > 0
    return won and (order != QUIET or ledger.reshared <= shift.quiet_reshares)
