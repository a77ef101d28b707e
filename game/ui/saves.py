"""What is kept of a play-through: written while it goes on, looked at by the title, handed out as a file and taken back.

Nothing here needs the engine before something is written, so that the title can look at what is kept in its first picture.
"""

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from game.port import Port, TooLarge
from game.ui.settings import set_aside
from game.ui.words import say

if TYPE_CHECKING:
    from game.ui.play import Play
    from game.ui.scenes.base import Room, Scene

SEAT = "you"
KEY = "save"
LAST = "last"
"""The last shift whose debrief was read to its end."""
ASIDE = "save-set-aside"
EVERY = 1.0
"""Seconds between two writings; what is done in between is written when they are over."""
LAST_STEP = 4
"""The step of the debrief that ends it."""
MEDIA_TYPE = "application/json"


class Kept(NamedTuple):
    """What lies in the storage, as far as it can be told at a glance: whether it is good shows when it is laid out."""

    text: str
    phase: str = ""
    stamped: int = 0
    cards: int = 0
    day: int = -1
    name: str = ""
    """What it is called as a file."""

    @property
    def finished(self) -> bool:
        """Whether the shift and its night are over."""
        return self.phase == "morning"

    def line(self, today: int) -> str:
        """Say what it is.

        >>> Kept("", "shift", 12, 40, 100).line(101)
        'Your shift is kept: 12 of 40 papers stamped, yesterday.'
        """
        if not self.phase or self.day < 0:
            return say("kept.some")
        words = {"lesson": "kept.lesson", "night": "kept.slip", "morning": "kept.slip"}.get(self.phase, "kept.shift")
        return say(words, stamped=self.stamped, cards=self.cards, when=when(today - self.day))


def when(days: int) -> str:
    """Write how many days ago.

    >>> when(0), when(1), when(9), when(-3)
    ('today', 'yesterday', '9 days ago', 'today')
    """
    if days <= 0:  # a clock that was put back
        return say("kept.today")
    return say("kept.yesterday") if days == 1 else say("kept.days", n=days)


def glance(text: str) -> Kept | None:
    """Read from a kept text what the title says of it; None if it is no text of this program at all."""
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("format") != "intray-session":
        return None
    desk, scenario = (part if isinstance(part := found.get(name), dict) else {} for name in ("desk", "scenario"))
    phase = desk.get("phase")  # the first version had no desk
    stamped, cards, day = (value if type(value := desk.get(name)) is int else -1 for name in ("stamped", "cards", "day"))
    name = file_name(str(scenario.get("name")), str(found.get("seed")))
    return Kept(text, phase if isinstance(phase, str) else "", stamped, cards, day, name)


def file_name(level: str, seed: str) -> str:
    """Give the name of a shift as a file, whatever a stranger called the level.

    >>> file_name("the-tray", "7"), file_name("../../x y", "7")
    ('in-tray-the-tray-7.json', 'in-tray-xy-7.json')
    """
    plain = "".join(letter for letter in f"{level[:60]}-{seed[:20]}" if letter == "-" or (letter.isascii() and letter.isalnum()))
    return f"in-tray-{plain}.json"


class Saves:
    """Keeps one play-through as it goes on. `old` are the results of one that was set aside for its other rules."""

    def __init__(self, port: Port) -> None:
        self.port = port
        self.play: Play | None = None
        self.latest: Play | None = None
        """What a file is made of: the play-through that is kept, or was until its debrief was read to the end."""
        self.step = 0
        """How far the debrief is, from 1 on; 0 before it."""
        self.old: dict[str, Any] = {}
        self._trouble = False
        self._told = False
        self._writes = True
        self._since = EVERY
        self._written: tuple[Any, ...] = ()

    # --- writing -----------------------------------------------------------------------------------------------------

    def keep(self, play: "Play", step: int = 0) -> None:
        """From now on keep this play-through, in the place of what was kept before once something is stamped in it."""
        self.play = self.latest = play
        self.step = step
        self._since, self._written = EVERY, ()

    def update(self, dt: float, step: int | None = None) -> None:
        """Write what was done since, at most once in `EVERY` seconds; `step` tells where in the debrief the screen is."""
        self.step = self.step if step is None else step
        self._since += dt
        if self.play is None or self._since < EVERY:
            return
        if self.step >= LAST_STEP:
            self.finish()
        elif self._mark(self.play) != self._written[:-1]:
            self._write(self.play, digest=None if self.play.session.phase(SEAT) == "morning" else "")

    def flush(self) -> None:
        """Write at once, to the tick: nobody looks, or the program ends."""
        if self.play is not None and (*self._mark(self.play), self.play.session.tick) != self._written:
            self._write(self.play, digest=None)

    def let_go(self) -> None:
        """Write once more, and keep no play-through from now on."""
        self.flush()
        self.play = self.latest = None

    def forget(self) -> None:
        """Keep no play-through from now on, and leave what was written last: this one has broken."""
        self.play = None

    def finish(self) -> None:
        """The debrief was read to its end: this shift is the last one now, and there is none to go on with."""
        if self.play is None:
            return
        done = self._put(LAST, text_of(self.play, self.desk(self.play)))
        self.play = None
        if done:
            self.port.remove(KEY)

    def news(self) -> bool:
        """Tell, once, that nothing can be kept."""
        fresh = self._trouble and not self._told
        self._told = self._told or fresh
        return fresh

    def desk(self, play: "Play") -> dict[str, Any]:
        """Give what belongs to the screen, and what the title says of the play-through."""
        look = play.look
        return {
            "phase": look.phase,
            "stamped": look.shift.handled + (look.out is not None),
            "cards": look.shift.cards,
            "day": self.port.today(),
            "calm": play.calm,
            "order": play.order,
            "answers": dict(play.answers),
            "step": self.step,
            **play.held(),
        }

    def _mark(self, play: "Play") -> tuple[Any, ...]:
        """Give what must change before it is worth writing again."""
        phase = play.session.phase(SEAT)
        compared = phase == "morning" and play.twin_ready  # the slip then has two lines more
        return len(play.session.log), phase, self.step, compared, tuple(play.answers.items())

    def _write(self, play: "Play", digest: str | None) -> None:
        """Write, if anything was stamped; the digest takes a frame's time, so that it is left out while papers move."""
        from game.session import Ignore, Like, Reshare  # noqa: PLC0415 - the engine comes after the first picture

        self._written = (*self._mark(play), play.session.tick)
        if any(isinstance(entry.command, Ignore | Like | Reshare) for entry in play.session.log):
            self._since = 0.0
            self._put(KEY, text_of(play, self.desk(play), digest))

    def _put(self, key: str, text: str) -> bool:
        """Put a text into the storage, and note if that is refused."""
        done = self._writes and self.port.put(key, text)
        self._trouble = self._trouble or not done
        return done

    # --- reading -----------------------------------------------------------------------------------------------------

    def found(self) -> tuple[Kept | None, str]:
        """Give what is kept, and a sentence if it had to be set aside."""
        text = self.port.get(KEY)
        if not text:
            return None, ""
        kept = glance(text)
        return (kept, "") if kept is not None else (None, self.set_aside(text, "damaged"))

    def set_aside(self, text: str, trouble: str) -> str:
        """Put what cannot be gone on with under a name of its own, unchanged; gives the sentence that says so."""
        if not set_aside(self.port, text, ASIDE):
            self._writes, self._told = False, True
            return say("aside.stuck")
        self.port.remove(KEY)
        return say("aside." + trouble)

    def make_way(self) -> None:
        """Another shift begins: what is kept goes, or if it was finished becomes the last one."""
        text = self.port.get(KEY)
        kept = glance(text) if text else None
        if kept is not None and kept.finished:
            self.port.put(LAST, kept.text)
        if kept is not None:
            self.port.remove(KEY)


def text_of(play: "Play", desk: dict[str, Any], digest: str | None = None) -> str:
    """Write a play-through as a session file."""
    from game.session.file import encode  # noqa: PLC0415 - the engine comes after the first picture

    twin = play.twin.digest() if play.twin is not None and play.twin_ready and digest is None else ""
    return encode(play.session, results_of(play), twin=twin, desk=desk, digest=digest)


def results_of(play: "Play") -> dict[str, Any]:
    """Give the pay slip as it is printed, so that even a program of other rules can show it; nothing before the morning."""
    from game.session.orders import fulfilled  # noqa: PLC0415 - as above
    from game.ui.ledger import ending, lines  # noqa: PLC0415 - as above

    if play.look.phase != "morning":
        return {}
    ledger = play.ledger()
    done = bool(play.order) and fulfilled(play.order, ledger, play.scenario.shift)
    rows = lines(ledger, play.order, fulfilled=done)
    return {
        "seed": play.seed,
        "outcome": play.session.outcome(SEAT),
        "slip": [[row.label, row.figure] for row in rows],
        "ending": ending(ledger),
    }


# --- files -----------------------------------------------------------------------------------------------------------


def export(room: "Room", play: "Play") -> str:
    """Hand the player the play-through as a file; gives the sentence that says where it is, or why not."""
    return hand_out(room, file_name(play.scenario.name, str(play.seed)), text_of(play, room.saves.desk(play)))


def hand_out(room: "Room", name: str, text: str) -> str:
    """Hand the player a session file; gives the sentence that says where it is, or why not."""
    try:
        path = room.port.download(name, text.encode(), MEDIA_TYPE)
    except OSError as error:
        return say("file.unsaved", why=error.strerror or error)
    return say("file.saved.at", path=path) if path else say("file.saved", name=name)


def take(room: "Room", data: bytes) -> "Scene":
    """Give the title, which plays a file through and then goes on with it, shows it, or says why not."""
    from game.ui.scenes.title import Title  # noqa: PLC0415 - the title asks for what is kept here

    return Title(room, data=data)


def chosen(room: "Room") -> "Scene | None":
    """Take the file that the player chose since `room.port.ask_file()`, in every frame; `room.note` says if it is too large."""
    try:
        data = room.port.picked()
    except TooLarge:
        room.note = say("file.large")
        return None
    return None if data is None else take(room, data)
