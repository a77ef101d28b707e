"""The desk: the lamp-lit shift itself, from the lesson's first paper to the bell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.session import Card
from game.ui.flyers import Flyers
from game.ui.keys import shown
from game.ui.kit.base import Widget
from game.ui.kit.dialog import Dialog
from game.ui.plates import Plates
from game.ui.play import SEAT, Play
from game.ui.scenes import desk_dialogs as ask
from game.ui.scenes.base import Room, Scene, Tune
from game.ui.scenes.desk_sounds import pan_of
from game.ui.scenes.desk_view import bell, desk_widgets, spoken_card
from game.ui.scenes.desk_watch import Watch
from game.ui.scenes.lesson import Guide
from game.ui.scenes.night import Night
from game.ui.traffic import FALL, STRUCK, Traffic
from game.ui.tubes import tubes
from game.ui.words import say

STRIKE = 0.09
SLIDE = 0.18
UNSEEN = STRIKE + SLIDE
"""Seconds in which a card that has just come to light takes no stamp: a double tap is one tap."""
SURPRISED = 0.6
"""The same where a card came to light because the one before it fell."""
DROP = 0.15
"""Seconds in which a paper drops on the pile."""
LIGHTS = 0.5
NEARLY = 0.999
"""Seconds in which the dark map lights up; it is lighting up as soon as it is not quite dark."""
OPENS = 0.2
"""Seconds in which a drawer opens."""
BELL_HOLDS = 0.7
"""Seconds before the bell's question takes an answer: a stamp meant for the last card must not send anybody home."""
RINGS = 1.4
"""Seconds for which the bell swings."""
THANKS_PER_LAYER = 10
THIRD_ON_THE_FLOOR = 3
STAMP_ACTIONS = ("ignore", "like", "reshare")
BRANCHES = 3
"""A call-out burns along so many branches of the map; each one ignored leaves one of them dark."""
TAUGHT, SEEN = "lesson", "seen"
"""Where the port keeps that the lesson was given, and what stands there then."""


@dataclass
class Leaving:
    """A card on its way off the desk: stamped ("ignore", ...) or fallen ("floor")."""

    card: Card
    kind: str
    age: float = 0.0


class Desk(Scene):
    """Stamps, unfolds, undoes; asks before it ends; hides the card while paused. What happens in the world is shown and heard."""

    name = "desk"

    def __init__(self, room: Room, play: Play) -> None:
        super().__init__(room)
        self.play = play
        room.saves.keep(play)
        if not play.begun:
            play.begin()
        self.traffic = Traffic(reduced=room.reduced)
        self.flyers = Flyers(reduced=room.reduced)
        self.plates = Plates()
        self.guide: Guide | None = None
        self.leaving: Leaving | None = None
        self.arriving = SLIDE
        self.dialog: Dialog | None = None
        self.held = 0.0
        self.striking = UNSEEN
        self.paused = False
        self.page = 0
        self.meters_turned = 0
        self.since_dealt = DROP
        self.since_fell = STRUCK
        self.burning = 0.0
        self.ringing = 0.0
        self.dark = 0.0
        """How dark the map is, 0..1, before it is lit for the first time."""
        self.drawers: dict[str, float] = {}
        self._card: Card | None = play.card
        self._gone = 0
        self._before_dialog = ""
        self._cooled = set(play.session.put_aside(SEAT))
        self.watch = Watch(self)
        if play.look.phase == "lesson":
            self._begin_lesson()
        self.focus_on(say("stamp.ignore"))

    # --- what is on the screen ---------------------------------------------------------------------------------------

    def widgets(self) -> list[Widget]:
        """Everything on the desk, then the dialog if one is open."""
        parts = desk_widgets(self)
        if self.dialog is not None:
            parts += self.dialog.widgets(self.room.layout, open_=self.held <= 0)
        return parts + bell(self, self.room.layout)

    @property
    def plate(self) -> str:
        """What the plate says: what has just happened, or in the lesson what to do with the paper that lies there."""
        return self.plates.text or self._task()

    def _task(self) -> str:
        """Say what to do now and, where keys are printed on things, by which key."""
        if self.guide is None or self.striking > 0 or self.play.card is None:
            return ""
        keys = {}
        for what in (*STAMP_ACTIONS, "unfold"):
            name, key = say("action." + what), shown(self.room.keys.of(what))
            keys[what] = say("task.key", name=name, key=key) if self.room.layout.wide else name
        task = self.guide.task()
        return say(task, **keys) if task else ""

    def says(self) -> str:
        """Speak the dialog, a refusal, the lesson's line, or the card under the lamp with what else the plate says."""
        if self.dialog is not None:
            return f"{self.dialog.title} {self.dialog.line}".strip()
        if self.plates.firm or self.play.card is None:
            line = self.plate or (self.guide.line if self.guide is not None else "")
            return line or say("card.empty")
        return f"{self.plate} {spoken_card(self, self.play.card)}".strip()

    def tune(self) -> Tune:
        """An instrument joins with every ten thanks and leaves with a fallen card; a note stands for each lit lamp."""
        look = self.play.look
        layers = max(0, look.meters.readings_thanked // THANKS_PER_LAYER - look.shift.fallen)
        lit = sum(self.traffic.glow(tray) > 0 for tray in range(len(look.neighbours)))
        return Tune(layers, lit, still=self.paused)

    def state(self) -> dict[str, Any]:
        """Give tests the counts of the shift."""
        look = self.play.look
        return {
            "phase": look.phase,
            "lesson": look.lesson.key if look.lesson is not None else "",
            "line": self.guide.line if self.guide is not None else "",
            "plate": self.plate,
            "handled": look.shift.handled,
            "stamped": look.shift.handled + (look.out is not None),
            "cards": look.shift.cards,
            "waiting": look.shift.waiting,
            "sent": len(look.sent),
            "paused": self.paused,
            "card": look.tray[0].headline if look.tray and self.striking <= 0 else "",
        }

    def capsules(self) -> list[tuple[int, int, int]]:
        """Give where capsules are on the map."""
        return self.traffic.places(tubes(self.room.layout))

    @property
    def bell_asks(self) -> bool:
        """Whether the bell's question is open."""
        return self.dialog is not None and self.play.look.phase == "bell" and not self.paused

    @property
    def dropped(self) -> float:
        """Give how far the paper that came last has dropped on the pile, 0..1."""
        return self.since_dealt / DROP

    @property
    def falls(self) -> float | None:
        """Give how far a paper has fallen off the pile, 0..1; None if none falls."""
        lasts = STRUCK if self.room.reduced else FALL
        return self.since_fell / lasts if self.since_fell < lasts else None

    @property
    def arrived(self) -> float:
        """Give how far the card has come under the lamp, 0..1; it waits until the stamp has struck the one before."""
        return 1.0 if self.room.reduced else max(0.0, self.arriving / SLIDE)

    @property
    def slid(self) -> float:
        """Give how far the card that leaves has gone, 0..1; it lies still while the stamp strikes."""
        return 0.0 if self.leaving is None else max(0.0, (self.leaving.age - STRIKE) / SLIDE)

    def opened(self, kind: str) -> float:
        """Give how far the drawer of a stamp is open, 0..1; outside the lesson all are."""
        if self.play.look.lesson is None:
            return 1.0
        if kind not in self.drawers:
            return 0.0
        return 1.0 if self.room.reduced else self.drawers[kind] / OPENS

    @property
    def heat(self) -> int:
        """Give along how many branches of the map a call-out burns that lies on the desk; 0 without one."""
        if not any(card.about for card in self.play.look.tray):
            return 0
        return max(1, BRANCHES - len(self._cooled))

    # --- what the player does ----------------------------------------------------------------------------------------

    def answers_unseen(self) -> bool:
        """A card is never stamped, nor the bell answered, by an Enter that was meant for something else."""
        return self.dialog is not None and self.dialog.safe

    def press(self, action: str) -> Scene | None:
        """Do what a stamp, a corner, a tool or a dialog's button stands for."""
        if action in STAMP_ACTIONS:
            self._stamp(action)
            return None
        if action == "home":
            return Night(self.room, self.play) if self.play.leave() else None
        if action == "lesson again":
            return self._again()
        if action.startswith("pace "):
            self._choose_pace(action.removeprefix("pace "))
            return None
        deeds: dict[str, Callable[[], None]] = {
            "unfold": self._unfold,
            "undo": self._undo,
            "meters": self._turn_meters,
            "leave": lambda: self._open(ask.leave_dialog(self.room.keys)),
            "pause": self._pause,
            "cancel": self._close,
            "back": self._close,
            "calm": self._turn_calm,
            "take clock": self._take_clock,
            "stay": self._stay,
            "skip": self._open_shift,
            "lesson": lambda: self._open(ask.lesson_dialog(self.room.keys)),
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
        self.traffic.reduced = self.flyers.reduced = self.room.reduced
        self.play.set_pace(self.room.settings.pace)
        self.play.set_calm(calm=self.room.calm)

    def resume(self) -> None:
        """Go on where the settings were opened: in the pause, or at the card, which takes no stamp before it is seen."""
        self.striking = max(self.striking, UNSEEN)
        if self.paused:
            self._pause()

    def _stamp(self, kind: str) -> None:
        """Stamp the card and send it on its way off the desk; while one leaves, the next is not seen and takes no stamp."""
        if self.striking > 0:
            return
        under = self.play.card
        card = self.play.press_stamp(kind)
        if card is None:
            if under is not None:
                self._refuse()
            return
        self.room.sound(kind)
        self.striking = UNSEEN
        self.leaving = Leaving(card, kind)
        self._gone = card.id
        self.arriving = -STRIKE
        self.page = 0
        if self.guide is not None:
            self.guide.stamped(kind, folded=card.inside is None)
        if card.about and kind == "ignore":
            self._cooled.add(card.id)
        elif card.about:
            self._cooled.discard(card.id)

    def _refuse(self) -> None:
        """Say why the rules did not do what was asked."""
        if self.play.refusal:
            self.plates.show(self.play.refusal, firm=True)

    def _unfold(self) -> None:
        """Open the card; if it is open, turn its page."""
        card = self.play.card
        if card is None:
            return
        if card.inside is not None:
            self.page += 1
            return
        if not self.play.unfold():
            self._refuse()
            return
        self.room.sound("unfold")
        self.page = 0
        if self.guide is not None:
            self.plates.show(self.guide.unfolded())

    def _undo(self) -> None:
        """Take the last stamp back."""
        if not self.play.undo():
            self._refuse()
            return
        self.room.sound("undo")
        self.leaving = None
        self.striking = 0.0
        self.arriving = SLIDE
        self._card, self._gone = self.play.card, 0
        if self._card is not None:
            self._cooled.discard(self._card.id)

    def _turn_meters(self) -> None:
        """Show the other meters."""
        self.meters_turned += 1

    # --- questions ---------------------------------------------------------------------------------------------------

    def _pause(self) -> None:
        """Hold everything and turn the card over."""
        self.room.saves.flush()
        self.paused = True
        offers = self.guide is None and bool(self.play.scenario.lesson)
        self._open(ask.pause_dialog(self.room.keys, calm=self.room.calm, lesson=offers))

    def _turn_calm(self) -> None:
        """Take the clock off the wall, or hang it up again."""
        self.room.set_calm(calm=not self.room.calm)
        self.play.set_calm(calm=self.room.calm)
        self._pause()

    def _take_clock(self) -> None:
        """Take the clock off the wall for good."""
        self.room.set_calm(calm=True)
        self.play.set_calm(calm=True)
        self._close()

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

    # --- the lesson --------------------------------------------------------------------------------------------------

    def _begin_lesson(self) -> None:
        """Begin the lesson; on a second shift the desk is opened at once."""
        if self.room.taught or self.room.port.get(TAUGHT) == SEEN:
            self._open_shift()
            return
        self.guide = Guide(self.play)
        seen = any(neighbour.slips or neighbour.thanked or neighbour.back for neighbour in self.play.look.neighbours)
        self.dark = 0.0 if seen else 1.0

    def _open_shift(self) -> None:
        """End the lesson: the clock starts and the bell rings."""
        self.play.open_shift()
        self.guide = None
        self.dark = 0.0
        self.drawers = {}
        self.dialog = None
        self.leaving = None
        self.striking = UNSEEN
        self.arriving = 0.0
        self._card = self.play.card
        self.watch.start_anew()
        self.room.taught = True
        self.room.port.put(TAUGHT, SEEN)
        self._ring()
        self.plates.show(say("pace.begins.calm" if self.play.calm else "pace.begins"), firm=True)
        self.focus_on(say("stamp.ignore"))

    def _choose_pace(self, name: str) -> None:
        """Take the pace that was chosen, keep it, and begin."""
        calm = name == "calm"
        self.room.change(calm=calm, **({} if calm else {"pace": name}))
        self.play.set_calm(calm=calm)
        if not calm:
            self.play.set_pace(name)
        self._open_shift()

    def _again(self) -> Scene:
        """Give this tray up and take the lesson again, in the same town."""
        from game.ui.scenes.title import Title  # noqa: PLC0415 - the title leads back here

        self.room.taught = False
        self.room.port.put(TAUGHT, "")
        return Title(self.room, seed=self.play.seed, wanted=True)

    # --- time --------------------------------------------------------------------------------------------------------

    def update(self, dt: float) -> Scene | None:
        """Let the desk's time pass, unless a dialog holds it."""
        self._age(dt)
        if self.dialog is not None:
            return None
        self.play.update(dt)
        self.plates.update(dt)
        self.watch.update(dt)
        self._teach(dt)
        self._change_card()
        look = self.play.look
        if look.phase == "bell":
            self._ring()
            self._open(ask.bell_dialog(self.room.keys, look.shift.waiting, stay=self.play.may_stay()))
            self.held = BELL_HOLDS
        elif look.phase in {"night", "morning"}:
            return Night(self.room, self.play)
        elif look.shift.fallen >= THIRD_ON_THE_FLOOR and not self.play.calm and self.watch.first("clock"):
            self._open(ask.floor_dialog(self.room.keys))
            self.held = BELL_HOLDS
        return None

    def _ring(self) -> None:
        """Ring the bell."""
        self.ringing = RINGS
        self.room.sound("bell")

    def _age(self, dt: float) -> None:
        """Let movements that are only shown go on."""
        self.held = max(0.0, self.held - dt)
        self.ringing = max(0.0, self.ringing - dt)
        self.striking = max(0.0, self.striking - dt)
        self.arriving = min(SLIDE, self.arriving + dt)
        self.since_dealt = min(DROP, self.since_dealt + dt)
        self.since_fell = min(STRUCK, self.since_fell + dt)
        self.dark = self.dark if self.dark == 1.0 else max(0.0, self.dark - dt / LIGHTS)
        self.burning = self.burning + dt if self.heat else 0.0
        self.drawers = {kind: min(OPENS, age + dt) for kind, age in self.drawers.items()}
        if self.leaving is not None:
            self.leaving.age += dt
            if self.leaving.age >= STRIKE + (0.0 if self.room.reduced else SLIDE):
                self.leaving = None

    def _change_card(self) -> None:
        """Notice another card under the lamp; one that is gone without a stamp has fallen, and the next is no target at once."""
        card, before = self.play.card, self._card
        if card is not None and before is not None and card.id == before.id:
            self._card = card
            return
        self._card = card
        self.page = 0 if card is not None else self.page
        if before is not None and card is not None and before.id != self._gone:
            self.leaving = Leaving(before, "floor", STRIKE)
            self.striking = SURPRISED
            self.arriving = 0.0
        elif before is None and card is not None:
            self.arriving = 0.0
            self.striking = max(self.striking, UNSEEN)
            if self.guide is not None:
                self.drop_paper()
        self._gone = 0

    def light_map(self) -> None:
        """Let the dark map light up."""
        if self.dark == 1.0:
            self.dark = 0.0 if self.room.reduced else NEARLY

    def lose_paper(self) -> None:
        """Let a paper fall off the pile."""
        self.since_fell = 0.0
        self.room.sound("slip_falls", pan=pan_of(self.room.layout.pile.centre[0], self.room.layout))

    def drop_paper(self) -> None:
        """Let the paper that came last drop on the pile."""
        self.since_dealt = 0.0
        self.room.sound("capsule_in", pan=pan_of(self.room.layout.pile.centre[0], self.room.layout))

    def _teach(self, dt: float) -> None:
        """Let the lesson go on; when it is over, propose a pace."""
        lesson = self.play.look.lesson
        if self.guide is None or lesson is None:
            return
        for kind in lesson.verbs:
            if kind not in self.drawers:
                self.drawers[kind] = 0.0
        self.guide.mapped = bool(self.room.layout.trays)
        self.guide.update(dt, self.traffic)
        if self.guide.over:
            self._open(ask.pace_dialog(*self.guide.proposal()))
            self.held = BELL_HOLDS
