"""A bot at the window: it sees what a player sees, takes a person's time, and presses what is on the screen."""

from typing import Final

from game.session import Card
from game.session.bots import Choice, bot_named
from game.session.player import Player
from game.ui.app import App
from game.ui.gateway import Press
from game.ui.play import SEAT, Play
from game.ui.scenes.desk import Desk
from game.ui.tree import pressable

GAP: Final = 0.6
"""Seconds between two presses where there is nothing to read."""
ON: Final = ("start", "home", "back", "skip", "pace steady", "cancel", "on")
"""What is pressed outside the shift, the first that is there: it leads from the title to the pay slip and no further."""


class Robot:
    """Plays one shift through the window of `app` by the bot called `bot`; call `frame` instead of the app's."""

    def __init__(self, app: App, bot: str = "curious", *, lesson: bool = False) -> None:
        self.app = app
        self.bot = bot
        self.lesson = lesson
        self.waited = 0.0
        self._player: Player | None = None
        self._card = 0

    @property
    def scene(self) -> str:
        """The scene's name."""
        return self.app.scene.name

    def frame(self, dt: float) -> None:
        """Do what is to be done, then one frame."""
        self.waited += dt
        scene = self.app.scene
        if isinstance(scene, Desk) and scene.dialog is None and self._works(scene):
            self._work(scene.play)
        elif self.waited >= GAP and self.scene not in ("payslip", "error"):
            self._press(*ON)
        self.app.frame(dt)

    def _works(self, desk: Desk) -> bool:
        """Whether a card is to be judged: in the shift, or in a lesson that is to be played."""
        phase = desk.play.look.phase
        return phase in ("shift", "overtime") or (phase == "lesson" and self.lesson)

    def _work(self, play: Play) -> None:
        """Look at the card under the lamp as long as a person does, then unfold or stamp it."""
        card = play.card
        if card is None:
            return
        if card.id != self._card:
            self._card, self.waited = card.id, 0.0
        shift = play.scenario.shift
        if self.waited < (shift.bot_look if card.inside is None else shift.bot_unfold):
            return
        before = play.stamped_before(card)
        lifted = before is not None and before.kind != "ignore"
        if lifted or not self._press(self._choice(play, card)) or play.refusal:
            self._press("ignore")

    def _choice(self, play: Play, card: Card) -> Choice:
        """What the bot does with a card."""
        if self._player is None or self._player.session is not play.session:
            self._player = Player(play.session, SEAT, bot_named(self.bot))
        return self._player.judge(card)

    def _press(self, *actions: str) -> bool:
        """Press the first of these that is on the screen and takes a press; False if there is none."""
        things = {widget.action: widget for widget in pressable(self.app.scene.view())}
        for action in actions:
            if action in things:
                self.app.take(Press(things[action].name))
                self.waited = 0.0
                return True
        return False
