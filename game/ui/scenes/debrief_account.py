"""What the debrief shows of one shift, asked for once; every sheet has it from here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from game.ui.tables import figures, tables

if TYPE_CHECKING:
    from game.session import Ledger
    from game.session.views import Debrief, Top
    from game.ui.kit.table import Table
    from game.ui.play import Play


@dataclass(frozen=True)
class Account:
    """A shift's pay slip, debrief and Top 10, and their tables by name. `fulfilled`: whether its order was, if it had one."""

    play: "Play"
    ledger: "Ledger"
    debrief: "Debrief"
    top: "Top"
    tables: "dict[str, Table]"
    fulfilled: bool = False

    @classmethod
    def of(cls, play: "Play") -> "Account":
        """Ask the session."""
        ledger, debrief, top, kept = play.ledger(), play.debrief(), play.top(), done(play)
        return cls(play, ledger, debrief, top, tables(ledger, debrief, top, play.order, fulfilled=kept), fulfilled=kept)

    def figures(self) -> dict[str, Any]:
        """Give everything as plain values, as `--json` prints them."""
        return figures(self.ledger, self.debrief, self.top, self.play.order, fulfilled=self.fulfilled)


def done(play: "Play") -> bool:
    """Whether the order of a shift was fulfilled; a shift without one has none to fulfil."""
    from game.session.orders import fulfilled  # noqa: PLC0415 - the title leads here before the engine is needed

    return bool(play.order) and fulfilled(play.order, play.ledger(), play.scenario.shift)
