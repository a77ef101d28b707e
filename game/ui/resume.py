"""Going on: a session file is played through in slices, compared with what it names, and brought back to the screen."""

from typing import TYPE_CHECKING, Any

from game.session import Session
from game.session.file import BadFile, decode
from game.session.replay import Replay
from game.session.shadow import Shadow
from game.story import Words
from game.ui.play import HURRY, LEISURE, SEAT, Play
from game.ui.slices import Slice

if TYPE_CHECKING:
    from game.ui.scenes.base import Room, Scene

BRANCHES = frozenset({"pass", "not", "disagree"})
"""What may have been said of a card in the debrief."""
MOST_STEPS = 4


class OtherRules(ValueError):
    """Made under other rules than this program's; `results` are those that were stored."""

    def __init__(self, results: dict[str, Any]) -> None:
        super().__init__("made under other rules")
        self.results = results


class Resume:
    """A file on its way back to the desk. `share` tells how far it is, `play` is there when it is `done` and no `fault`."""

    def __init__(self, text: str, words: Words) -> None:
        stored = decode(text)
        if stored.play is None:
            raise OtherRules(stored.results)
        if [seat.name for seat in stored.play.seats] != [SEAT]:
            raise BadFile("not a shift of one seat", "foreign")
        found = stored.play
        self.stored = stored
        self.session = Session.start(found.scenario, found.seed, found.seats, words=words)
        self.play: Play | None = None
        self.done = False
        self.fault = False
        self._until = found.until
        self._replay = Replay(self.session, found.log, found.until)
        self._shadow: Shadow | None = None
        self._slice = Slice(LEISURE)
        self._warm = 0.0

    @property
    def share(self) -> float:
        """How much has been played through, 0..1."""
        if self.done:
            return 1.0
        start = self.session.start_tick
        after = max(0, self._until - start)
        twin = after if self.stored.results else 0
        ran = self._warm * start + (self.session.tick - start if self.session.ready else 0)
        if twin and self._shadow is not None:
            ran += self._shadow.session.tick - start
        return float(min(0.99, ran / max(1, start + after + twin)))

    def advance(self, *, hurry: bool) -> None:
        """Run one slice, a longer one if somebody waits for it."""
        if not self.done:
            self._slice.seconds = HURRY if hurry else LEISURE
            self._slice.run(self._run)

    def _run(self, steps: int) -> None:
        """Run the burn-in, then the commands, then in the morning the twin that the pay slip is compared with."""
        session = self.session
        if not session.ready:
            self._warm = session.warm_up(budget=steps)
            if self._warm >= 1.0:
                self._shadow = Shadow(session)  # now, while it can start as a copy
        elif not self._replay.done:
            self._replay.advance(steps)
        elif session.phase(SEAT) == "morning" and self._shadow is not None and not self._shadow.level:
            self._shadow.advance(steps)
        else:
            self._finish()

    def _finish(self) -> None:
        """Compare, and give the play-through back to the screen."""
        self.done = True
        twin = self._shadow.session if self._shadow is not None and self._shadow.level else None
        self.fault = (
            self._replay.missed > 0
            or self.stored.digest not in {"", self.session.digest()}
            or (twin is not None and self.stored.twin not in {"", twin.digest()})
        )
        if not self.fault:
            desk = self.stored.desk
            self.play = Play.of(self.session, calm=False)
            self.play.shadow = self._shadow
            self.play.take_up(desk)
            self.play.answers = {key: value for key, value in table(desk, "answers").items() if value in BRANCHES}

    @property
    def finished(self) -> bool:
        """Whether the shift and its night are over."""
        return self.session.phase(SEAT) == "morning"

    @property
    def step(self) -> int:
        """How far the debrief was."""
        step = self.stored.desk.get("step")
        return step if type(step) is int and 0 <= step <= MOST_STEPS else 0


def table(desk: dict[str, Any], name: str) -> dict[str, Any]:
    """Give a table of the desk's, an empty one if there is none."""
    found = desk.get(name)
    return found if isinstance(found, dict) else {}


def scene_of(room: "Room", play: Play, step: int) -> "Scene":
    """Give the scene in which a play-through goes on."""
    from game.ui.scenes.desk import Desk  # noqa: PLC0415 - scenes lead to the title, and the title leads here
    from game.ui.scenes.night import Night  # noqa: PLC0415 - as above

    phase = play.look.phase
    if phase == "morning":
        return slip_or_sheet(room, play, step)
    if phase == "night":
        return Night(room, play)
    play.set_calm(calm=room.calm)  # the clock is the player's own choice, whoever made the file
    play.set_pace(room.settings.pace)
    return Desk(room, play)


def slip_or_sheet(room: "Room", play: Play, step: int) -> "Scene":
    """Give the pay slip, or the sheet of the debrief on which step `step` begins."""
    from game.ui.scenes.debrief_account import Account  # noqa: PLC0415 - as above
    from game.ui.scenes.debrief_sheet import Sheet  # noqa: PLC0415 - as above
    from game.ui.scenes.debrief_twin import Twin  # noqa: PLC0415 - as above
    from game.ui.scenes.payslip import PaySlip  # noqa: PLC0415 - as above

    slip = PaySlip(room, play)
    if not step:
        return slip
    sheet: Sheet = Twin(room, Account.of(play), lambda: slip)
    while sheet.step < step:
        following = sheet.after()
        if not isinstance(following, Sheet):
            break
        sheet = following
    return sheet
