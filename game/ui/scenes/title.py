"""The title: a dark office, a lamp, a tray with a brass plate, one button; behind it the town writes tonight's post.

Where a shift is kept, a second button goes on with it; it is laid out behind the title in the same way, and so is a file.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop, prepare
from game.ui.kit.base import Widget
from game.ui.kit.dialog import Choice, Dialog
from game.ui.kit.plain import Button, Plate, Progress, Words, button_width
from game.ui.layout import TARGET
from game.ui.options import SEEDS
from game.ui.palette import OLD_PAPER, PAPER
from game.ui.saves import chosen, hand_out
from game.ui.scenes.base import Room, Scene
from game.ui.text import line_height, width
from game.ui.words import say

if TYPE_CHECKING:
    from game.ui.play import Play
    from game.ui.resume import Resume

FULL = 100
AHEAD = 12
"""In this frame the desk's backdrop is painted, long before it is needed."""
GAP = 12


class Title(Scene):
    """Runs the burn-in in slices. `wanted` is true once the player has clocked in; the desk follows as soon as it can.

    `kept` is the shift that can be gone on with, `data` a session file that was loaded. `wanted` as an argument opens a new
    tray at once, unless that would cost a shift that nobody spoke of.
    """

    name = "title"

    def __init__(self, room: Room, *, seed: int | None = None, wanted: bool = False, data: bytes | None = None) -> None:
        super().__init__(room)
        self.seed = (room.options.seed if seed is None else seed) % SEEDS
        self.data = data
        self.wanted = wanted or data is not None
        self.play: Play | None = None
        self.laying: Resume | None = None
        self.dialog: Dialog | None = None
        self.frames = 0
        own = room.saves.play is not None
        room.saves.let_go()
        self.kept, note = room.saves.found()
        room.note = note or room.note
        self._focus_first()
        if wanted and self.kept is not None:
            self.wanted = False
            if own or self.kept.finished:
                self._clock_in()
            else:
                self._ask("drop")

    def _focus_first(self) -> None:
        """Put the keyboard on the first button."""
        self.focus_on(say("kept.go_on" if self.kept else "title.start"))

    @property
    def share(self) -> int:
        """How much of the burn-in is done, in hundredths; of what is laid out, where something is."""
        if self.laying is not None:
            return int(self.laying.share * 100)
        return int(self.play.ready * 100) if self.play else 0

    @property
    def line(self) -> str:
        """What stands above the tray: what went wrong, what is kept, or what this is; large letters have room for one of them."""
        kept = self.kept.line(self.room.port.today()) if self.kept and self.data is None else ""
        told = [part for part in (self.room.note, kept) if part] or [
            say("title.line.short" if self.room.layout.large else "title.line")
        ]
        return told[0] if self.room.layout.large else " ".join(told)

    # --- what is on the screen ---------------------------------------------------------------------------------------

    def widgets(self) -> list[Widget]:
        """Plate on the tray, one button or two, small switches, one line of what is going on; above all a question."""
        parts = self._office()
        if self.dialog is not None:
            parts += self.dialog.widgets(self.room.layout)
        return parts

    def _office(self) -> list[Widget]:
        """Everything but the question."""
        layout = self.room.layout
        type_, canvas = layout.type, layout.canvas
        middle = canvas.w // 2
        wide = min(canvas.w - 32, 420 if layout.wide else 320)
        plate = Box(middle - wide // 2, canvas.h * 58 // 100, wide, line_height(type_.title) + 24)
        parts: list[Widget] = [Backdrop(canvas, scene="title", layout=layout)]
        parts.append(Plate(plate, say("title.plate"), "heading", size=type_.title))
        line_room = min(canvas.w - 64, 900)
        # With large letters there is no room below the tray for words and a way out, but there is above it.
        above = self._wait(self.share) if self.wanted and layout.large else self.line
        line_h = Words.height(above, "text", type_.inside, line_room)
        line_box = Box(middle - line_room // 2, max(8, plate.y - line_h - 96), line_room, line_h)
        role = "status" if self.wanted and layout.large else "note"
        parts.append(Words(line_box, above, role, size=type_.inside, colour=PAPER, align="centre"))
        y = plate.bottom + 22
        if self.wanted:
            parts += self._waiting(Box(middle - line_room // 2, y, line_room, canvas.bottom - y))
            return parts
        main = self._main(y, middle)
        small = self._small(max(button.box.bottom for button in main) + 14, middle)
        parts += [*main, *small]
        foot = Box(16, canvas.bottom - line_height(type_.meta) - 10, canvas.w - 32, line_height(type_.meta))
        if foot.y >= max(widget.box.bottom for widget in small):
            parts.append(Words(foot, self._doing(), "status", size=type_.meta, colour=OLD_PAPER, align="centre"))
        return parts

    def _doing(self) -> str:
        """Say what goes on behind the title."""
        ready, going = ("kept.ready", "kept.lay") if self.laying is not None else ("title.ready", "title.burn")
        return say(ready) if self.share >= FULL else say(going, share=self.share)

    def _main(self, y: int, middle: int) -> list[Widget]:
        """Give the large buttons: Continue before Clock in, or the pay slip of other rules after it; the first has Enter."""
        layout = self.room.layout
        size = layout.type.button + 4
        ways = [(say("title.start"), "start")]
        if self.kept is not None:
            ways.insert(0, (say("kept.go_on"), "go on"))
        elif self.room.saves.old:
            ways.append((say("slip.title"), "old slip"))
        keys = ["return", self.room.keys.of("new")]
        high = max(TARGET + 8, line_height(layout.type.button) + 22)
        most = layout.canvas.w - 32
        widths = [max(240, button_width(name, key, size)) for (name, _), key in zip(ways, keys, strict=False)]
        beside = sum(widths) + GAP * (len(widths) - 1) <= most
        x = middle - (sum(widths) + GAP * (len(widths) - 1)) // 2
        parts: list[Widget] = []
        for (name, action), key, needed in zip(ways, keys, widths, strict=False):
            wide = min(most, needed)
            box = Box(x if beside else middle - wide // 2, y, wide, high)
            button = Button(box, name, action=action, key=key, size=size)
            parts.append(button if parts else replace(button, style="main"))
            x += needed + GAP
            y += 0 if beside else high + 10
        return parts

    def _wait(self, share: int) -> str:
        """Say what is waited for, and how far it is."""
        return say("file.wait" if self.data is not None else "kept.wait" if self.kept else "title.wait", share=share)

    def _waiting(self, box: Box) -> list[Widget]:
        """Say how far it is, in words and as a filling tube; what is only laid out or checked can be left again."""
        layout = self.room.layout
        type_, y = layout.type, box.y
        parts: list[Widget] = []
        if not layout.large:
            high = Words.height(self._wait(self.share), "text", type_.inside, box.w)
            place = Box(box.x, y, box.w, high)
            parts.append(Words(place, self._wait(self.share), "status", size=type_.inside, colour=PAPER, align="centre"))
            y += high
        bar = Box(box.x + box.w // 6, y + 16, box.w * 2 // 3, 22)
        parts.append(Progress(bar, role="none", share=self.share))
        if self.data is not None or self.kept is not None:
            key = self.room.keys.of("cancel")
            wide, tall = button_width(say("cancel"), key, type_.meta), max(TARGET, line_height(type_.meta) + 12)
            place = Box(box.centre[0] - wide // 2, bar.bottom + 14, wide, tall)
            parts.append(Button(place, say("cancel"), action="cancel", key=key, size=type_.meta, style="quiet"))
        return parts

    def _small(self, y: int, middle: int) -> list[Widget]:
        """Give the small switches: the clock, the text size, the settings and, where it can, a file or the way out."""
        layout = self.room.layout
        size = layout.type.meta
        high = max(TARGET, line_height(size) + 12)
        actions = [
            (say("title.calm.on" if self.room.calm else "title.calm.off"), "calm"),
            (say("tool.smaller"), "smaller"),
            (say("tool.larger"), "larger"),
            (say("tool.settings"), "settings"),
        ]
        if self.room.port.can_pick:
            actions.append((say("file.load"), "load"))
        if self.room.port.can_quit:
            actions.append((say("title.quit"), "quit"))
        names = [(name, action, self.room.keys.of(action)) for name, action in actions]
        shown = {"smaller": "A-", "larger": "A+"}
        widths = [TARGET + size * 2 if action in shown else button_width(name, key, size) for name, action, key in names]
        x = middle - (sum(widths) + GAP * (len(widths) - 1)) // 2
        if x < 8:  # noqa: PLR2004 - margin: on a phone the switches take two rows
            return self._two_rows(names, shown, y, high)
        parts: list[Widget] = []
        for (name, action, key), wide in zip(names, widths, strict=True):
            word = shown.get(action, "")
            place = Box(x, y, wide, high)
            parts.append(Button(place, name, action=action, key=key, size=size, style="quiet", word=word, hint=not word))
            x += wide + GAP
        return parts

    def _two_rows(self, names: list[tuple[str, str, str]], shown: dict[str, str], y: int, high: int) -> list[Widget]:
        """Lay what has words above what has signs; where only one row has room, the signs, for the settings have the rest."""
        canvas, size = self.room.layout.canvas, self.room.layout.type.meta
        worded = [one for one in names if one[1] not in {*shown, "settings"}]
        signs = [one for one in names if one not in worded]
        rows = [worded, signs] if y + 2 * high + 10 <= canvas.bottom else [signs]
        parts: list[Widget] = []
        for row in rows:
            needs = [TARGET if action in {*shown, "settings"} else width(name, "strong", size) for name, action, _ in row]
            spare = (canvas.w - 32 - sum(needs) - 10 * (len(row) - 1)) // len(row)
            x = 16
            for (name, action, key), need in zip(row, needs, strict=True):
                box = Box(x, y, need + spare, high)
                x = box.right + 10
                button = Button(
                    box, name, action=action, key=key, size=size, style="quiet", word=shown.get(action, ""), hint=False
                )
                parts.append(replace(button, sign="settings") if action == "settings" else button)
            y += high + 10
        return parts

    # --- what the player does ----------------------------------------------------------------------------------------

    def press(self, action: str) -> Scene | None:
        """Go on, clock in, answer a question, or change a setting."""
        if action in {"start", "drop"}:
            if action == "start" and self.kept is not None and not self.kept.finished:
                self._ask("drop")
            else:
                self._clock_in()
        elif action == "go on":
            self.wanted = True
        elif action == "replace" and self.laying is not None:
            self.room.saves.make_way()
            return self._back(self.laying)
        elif action == "save" and self.kept is not None:
            self._ask("drop", hand_out(self.room, self.kept.name, self.kept.text))
        elif action == "cancel":
            return self._cancel()
        elif action == "old slip":
            from game.ui.scenes.oldslip import OldSlip  # noqa: PLC0415 - it leads back here

            return OldSlip(self.room)
        else:
            self._tool(action)
        return self._desk()

    def _tool(self, action: str) -> None:
        """Do what a small switch stands for."""
        if action == "calm":
            self.room.set_calm(calm=not self.room.calm)
            self.focus_on(say("title.calm.on" if self.room.calm else "title.calm.off"))
        elif action in {"smaller", "larger"}:
            self.room.resize_text(1 if action == "larger" else -1)
        elif action == "load":
            self.room.port.ask_file()
        elif action == "quit":
            self.close = True

    def _clock_in(self) -> None:
        """Begin a new shift; what is kept makes way."""
        if self.kept is not None:
            self.room.saves.make_way()
            self.kept = self.laying = None
        self.dialog = None
        self.wanted = True

    def _ask(self, what: str, done: str = "") -> None:
        """Ask before a kept shift is given up for a new one ("drop") or a file ("replace"); first it can be saved as a file.

        `done` is what is said instead, once it was.
        """
        kept = self.kept.line(self.room.port.today()) if self.kept else ""
        keys = self.room.keys
        cancel = Choice(say("cancel"), "cancel", keys.of("cancel"), main=True)
        save = [] if done or what == "replace" else [Choice(say("file.save"), "save", keys.of("csv"))]
        choices = (cancel, *save, Choice(say(what + ".yes"), what, keys.of("new")))
        self.dialog = Dialog(say(what + ".title"), done or say(what + ".line", what=kept), choices, say("cancel"))
        self.focus_on(say("cancel"))

    def _cancel(self) -> Scene | None:
        """Close the question, or wait no longer; a file is put away with it."""
        if self.data is not None:
            return Title(self.room)
        self.dialog = None
        self.wanted = False
        self._focus_first()
        return None

    # --- time --------------------------------------------------------------------------------------------------------

    def update(self, dt: float) -> Scene | None:  # noqa: ARG002 - the burn-in counts steps, not seconds
        """Run one slice; go where that leads, or where a chosen file does."""
        return self._work() or chosen(self.room) or self._desk()

    def behind(self, dt: float) -> None:  # noqa: ARG002 - as above
        """Go on with what is done behind the title, unless it would lead away."""
        if not self.wanted:
            self._work()

    def _work(self) -> Scene | None:
        """Show one picture first; then build the world, then run the burn-in slice by slice."""
        self.frames += 1
        if self.frames < 3:  # noqa: PLR2004 - the first picture is on the glass before the world is built
            return None
        if self.frames == AHEAD:
            prepare("desk", self.room.layout, self.room.scale)
        elif self.laying is not None:
            self.laying.advance(hurry=self.wanted)
        elif self.data is not None or self.kept is not None:
            return self._open()
        elif self.play is None:
            self.play = new_play(self.room, self.seed)
        elif self.play.ready < 1.0:
            self.play.warm_up(hurry=self.wanted)
        return None

    def _open(self) -> Scene | None:
        """Begin to lay out what is kept or was loaded; say why not, where it cannot be."""
        from game.session.file import BadFile  # noqa: PLC0415 - numpy and the engine come after the first picture
        from game.ui.levels import words_for  # noqa: PLC0415 - as above
        from game.ui.resume import OtherRules, Resume  # noqa: PLC0415 - as above

        try:
            text = self.data.decode() if self.data is not None else self.kept.text if self.kept else ""
            self.laying = Resume(text, words_for(self.room.options))
        except BadFile as bad:
            return self._failed(bad.trouble)
        except UnicodeDecodeError:
            return self._failed("foreign")
        except OtherRules as other:
            self.room.saves.old = other.results if other.results.get("slip") else {}
            return self._failed("slip" if self.room.saves.old else "rules")
        return None

    def _failed(self, trouble: str) -> Scene | None:
        """What was loaded or kept cannot be gone on with: say so; what was kept is set aside."""
        self.laying = None
        if self.data is not None:
            self.room.note = say("file." + trouble)
            return Title(self.room)
        if self.kept is not None:
            self.room.note = self.room.saves.set_aside(self.kept.text, trouble)
            self.kept = None
        self.wanted = False
        self._focus_first()
        return None

    def _desk(self) -> Scene | None:
        """Give the desk if it is wanted and ready."""
        if self.dialog is not None:
            return None
        if self.laying is not None:
            return self._laid_out(self.laying)
        if not self.wanted or self.play is None or self.play.ready < 1.0:
            return None
        from game.ui.scenes.desk import Desk  # noqa: PLC0415 - after the first picture

        self.room.note = ""
        self.play.set_calm(calm=self.room.calm)  # they may have been chosen after the world was begun
        self.play.set_pace(self.room.settings.pace)
        self.room.saves.keep(self.play)
        return Desk(self.room, self.play)

    def _laid_out(self, found: "Resume") -> Scene | None:
        """Give the scene in which a shift goes on, once it is wanted and laid out; a file that would replace another asks."""
        if not found.done:
            return None
        if found.fault:
            return self._failed("misfit")
        if not self.wanted:
            return None
        if self.data is not None and self.kept is not None and not (found.finished or self.kept.finished):
            self._ask("replace")
            return None
        return self._back(found)

    def _back(self, found: "Resume") -> Scene | None:
        """Give the scene in which a shift goes on; a file that is finished is only shown, and keeps nothing from its place."""
        from game.ui.resume import scene_of  # noqa: PLC0415 - it needs the engine

        if found.play is None:
            return None
        self.room.note = ""
        if self.data is None or not found.finished:
            self.room.saves.keep(found.play, found.step)
        return scene_of(self.room, found.play, found.step)

    def says(self) -> str:
        """Speak the question, when the desk is ready, or every tenth of the wait."""
        if self.dialog is not None:
            return f"{self.dialog.title} {self.dialog.line}"
        if not self.wanted:
            return self.line
        return self._wait(self.share // 10 * 10)

    def state(self) -> dict[str, Any]:
        """Tell how far the burn-in is, and whether there is a shift to go on with."""
        return {"ready": self.share, "kept": self.kept is not None}


def new_play(room: Room, seed: int) -> "Play":
    """Build the world for a seed: the first thing that needs the engine, so the engine is imported here."""
    from game.session.orders import ORDERS  # noqa: PLC0415 - numpy and the engine come after the first picture
    from game.ui.levels import scenario_for, words_for  # noqa: PLC0415 - numpy and the engine come after the first picture
    from game.ui.play import Play  # noqa: PLC0415 - as above

    play = Play(scenario_for(room.options), words_for(room.options), seed, calm=room.calm)
    play.order = room.options.order if room.options.order in ORDERS else ""
    return play
