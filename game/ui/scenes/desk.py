"""The desk: the lamp-lit shift itself, from the first paper to the bell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.session import Card
from game.ui.kit.base import Widget
from game.ui.kit.dialog import Choice, Dialog
from game.ui.play import Play
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.desk_view import desk_widgets
from game.ui.scenes.night import Night
from game.ui.traffic import Traffic
from game.ui.tubes import tubes
from game.ui.words import say

STRIKE = 0.09
SLIDE = 0.18
UNSEEN = STRIKE + SLIDE
"""Seconds in which a card that has just come to light takes no stamp: a double tap is one tap."""
LIT = 0.4
BELL_HOLDS = 0.7
"""Seconds before the bell's question takes an answer: a stamp meant for the last card must not send anybody home."""
STAMP_ACTIONS = ("ignore", "like", "reshare")


@dataclass
class Leaving:
    """A stamped card on its way off the desk."""

    card: Card
    kind: str
    age: float = 0.0


class Desk(Scene):
    """Stamps, unfolds, undoes; asks before it ends; hides the card while paused."""

    name = "desk"

    def __init__(self, room: Room, play: Play) -> None:
        super().__init__(room)
        self.play = play
        if not play.begun:
            play.begin()
        self.traffic = Traffic(reduced=room.reduced)
        self.traffic.update(play.look.neighbours, 0.0)
        self.leaving: Leaving | None = None
        self.dialog: Dialog | None = None
        self.held = 0.0
        self.striking = UNSEEN
        self.paused = False
        self.page = 0
        self.meters_turned = 0
        self.lit: dict[str, float] = {}
        self._card = ""
        self._figures = self._meter_figures()
        self._before_dialog = ""
        self.focus_on(say("stamp.ignore"))

    def widgets(self) -> list[Widget]:
        """Everything on the desk, then the dialog if one is open."""
        parts = desk_widgets(self)
        if self.dialog is not None:
            parts += self.dialog.widgets(self.room.layout, open_=self.held <= 0)
        return parts

    def answers_unseen(self) -> bool:
        """A card is never stamped, nor the bell answered, by an Enter that was meant for something else."""
        return self.dialog is not None and self.dialog.safe

    def press(self, action: str) -> Scene | None:
        """Do what a stamp, a corner, a tool or a dialog's button stands for."""
        if action in STAMP_ACTIONS:
            self._stamp(action)
            return None
        if action == "home":
            self.play.leave()
            return Night(self.room, self.play)
        deeds: dict[str, Callable[[], None]] = {
            "unfold": self._unfold,
            "undo": self._undo,
            "meters": self._turn_meters,
            "leave": lambda: self._open(self._leave_dialog()),
            "pause": self._pause,
            "cancel": self._close,
            "back": self._close,
            "calm": self._turn_calm,
            "stay": self._stay,
        }
        deeds[action]()
        return None

    def away(self) -> None:
        """Nobody looks: pause, unless a question is open already."""
        if self.dialog is None:
            self._pause()

    def adopt(self) -> None:
        """Take over pace and motion; the card starts on its first page, for its letters may have another size."""
        self.page = 0
        self.traffic.reduced = self.room.reduced
        self.play.set_pace(self.room.settings.pace)
        self.play.set_calm(calm=self.room.calm)

    def resume(self) -> None:
        """Go on where the settings were opened: in the pause, or at the card, which takes no stamp before it is seen."""
        self.striking = max(self.striking, UNSEEN)
        if self.paused:
            self._open(self._pause_dialog())

    def update(self, dt: float) -> Scene | None:
        """Let the desk's time pass, unless a dialog holds it."""
        self._age(dt)
        if self.dialog is not None:
            return None
        self.play.update(dt)
        look = self.play.look
        self.traffic.update(look.neighbours, dt)
        self._light_meters()
        card = self.play.card
        if card is not None and str(card.id) != self._card:
            self._card, self.page = str(card.id), 0
        if look.phase == "bell":
            self._open(self._bell_dialog())
            self.held = BELL_HOLDS
        elif look.phase in {"night", "morning"}:
            return Night(self.room, self.play)
        return None

    def says(self) -> str:
        """Speak the dialog, or the card under the lamp."""
        if self.dialog is not None:
            return f"{self.dialog.title} {self.dialog.line}"
        card = self.play.card
        return f"{card.author}: {card.headline}. {card.inside or ''}" if card else say("card.empty")

    def state(self) -> dict[str, Any]:
        """Give tests the counts of the shift."""
        look = self.play.look
        return {
            "phase": look.phase,
            "handled": look.shift.handled,
            "stamped": look.shift.handled + (look.out is not None),
            "cards": look.shift.cards,
            "waiting": look.shift.waiting,
            "sent": len(look.sent),
            "paused": self.paused,
            "card": look.tray[0].headline if look.tray and self.striking <= 0 else "",
        }

    def _stamp(self, kind: str) -> None:
        """Stamp the card and send it on its way off the desk; while one leaves, the next is not seen and takes no stamp."""
        card = self.play.press_stamp(kind) if self.striking <= 0 else None
        if card is not None:
            self.striking = UNSEEN
            self.leaving = Leaving(card, kind)
            self.page = 0

    def _unfold(self) -> None:
        """Open the card; if it is open, turn its page."""
        card = self.play.card
        if card is None:
            return
        if card.inside is None:
            self.play.unfold()
            self.page = 0
        else:
            self.page += 1

    def _undo(self) -> None:
        """Take the last stamp back."""
        if self.play.undo():
            self.leaving = None
            self.striking = 0.0

    def _turn_meters(self) -> None:
        """Show the other meters."""
        self.meters_turned += 1

    def _pause(self) -> None:
        """Hold everything and turn the card over."""
        self.paused = True
        self._open(self._pause_dialog())

    def _turn_calm(self) -> None:
        """Take the clock off the wall, or hang it up again."""
        self.room.set_calm(calm=not self.room.calm)
        self.play.set_calm(calm=self.room.calm)
        self._pause()

    def _stay(self) -> None:
        """Work on, unpaid."""
        self.play.stay()
        self._close()

    def _open(self, dialog: Dialog) -> None:
        """Open a dialog with the keyboard on its safe choice."""
        if self.dialog is None:
            self._before_dialog = self.focus
        self.dialog = dialog
        self.focus_on(dialog.focus)

    def _close(self) -> None:
        """Close the dialog and put the keyboard back."""
        self.dialog = None
        self.paused = False
        self.striking = UNSEEN
        self.focus_on(self._before_dialog)

    def _leave_dialog(self) -> Dialog:
        """Ask before the coat is taken."""
        keys = self.room.keys
        cancel = Choice(say("cancel"), "cancel", keys.of("cancel"), main=True)
        choices = (cancel, Choice(say("leave.yes"), "home", keys.of("home")))
        return Dialog(say("leave.title"), say("leave.line"), choices, say("cancel"))

    def _pause_dialog(self) -> Dialog:
        """Hold everything; here the clock can be taken off the wall, and all else be set."""
        calm = say("title.calm.on" if self.room.calm else "title.calm.off")
        keys = self.room.keys
        choices = (
            Choice(say("pause.back"), "back", keys.of("back"), main=True),
            Choice(calm, "calm", keys.of("calm")),
            Choice(say("tool.settings"), "settings", keys.of("settings")),
        )
        return Dialog(say("pause.title"), say("pause.line"), choices, say("pause.back"))

    def _bell_dialog(self) -> Dialog:
        """Two equal buttons; the second only if the rules still offer it."""
        look = self.play.look
        waiting = look.shift.waiting
        line = say({0: "bell.line.none", 1: "bell.line.one"}.get(waiting, "bell.line"), waiting=waiting)
        choices = [Choice(say("bell.home"), "home", self.room.keys.of("home"))]
        if self.play.may_stay():
            choices.append(Choice(say("bell.stay"), "stay", self.room.keys.of("stay")))
        return Dialog(say("bell.title"), line, tuple(choices), say("bell.home"))

    def _age(self, dt: float) -> None:
        """Let movements that are only shown go on."""
        self.held = max(0.0, self.held - dt)
        self.striking = max(0.0, self.striking - dt)
        if self.leaving is not None:
            self.leaving.age += dt
            if self.leaving.age >= STRIKE + (0.0 if self.room.reduced else SLIDE):
                self.leaving = None
        self.lit = {name: left - dt for name, left in self.lit.items() if left > dt}

    def _meter_figures(self) -> dict[str, float]:
        """Give the figures whose change lights a meter."""
        meters = self.play.look.meters
        return {"others": meters.others_minutes, "followers": meters.followers}

    def _light_meters(self) -> None:
        """Light the frame of a meter that changed."""
        now = self._meter_figures()
        for name, figure in now.items():
            if figure != self._figures[name]:
                self.lit[name] = LIT
        self._figures = now

    def capsules(self) -> list[tuple[int, int, int]]:
        """Give where capsules are on the map."""
        return self.traffic.places(tubes(self.room.layout))
