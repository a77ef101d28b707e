"""The lesson's guide: it lays paper after paper, waits until the world has shown what each is for, and proposes a pace."""

from collections.abc import Callable
from typing import NamedTuple

from game.session.viewing import drawers
from game.session.views import Lesson, Verb
from game.ui.plates import reading_time
from game.ui.play import Play
from game.ui.traffic import Traffic
from game.ui.words import WORDS, clock, say

BREATH = 0.6
"""Seconds between the end of a line and the next paper."""
IDLE = 5.0
"""Seconds after which the guide frames what can be pressed."""
VERDICTS = 5
FEW = 3
WATCHED = 8.0
"""The world has shown what a reshare does after so many verdicts, or after so many seconds."""
SLOWER = 2.0
"""Without a clock lines stand so many times as long."""
WIGGLE = (0.5, 1.1)
"""From when to when the corner of a paper wiggles, in seconds since the paper lies there."""


class Step(NamedTuple):
    """One line on the empty desk, and what must have been seen before the next."""

    words: Callable[[], str]
    seen: Callable[[float], bool]


class Base(NamedTuple):
    """What the meters said when a paper was stamped."""

    readings: int
    followers: int


class Guide:
    """Walks through the lesson. `line` stands on the empty desk, `task` below a paper; `hint` names what is framed."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.looks: list[float] = []
        self.reading = 0.0
        self.line = ""
        self.hint = ""
        self.over = False
        self.folded = False
        self.mapped = True
        """Whether the map can be seen; at the largest letters on a phone it cannot."""
        self._steps: list[Step] = []
        self._age = 0.0
        self._worked = play.look.meters.minutes_worked
        self._base = Base(0, 0)

    def stamped(self, kind: str, *, folded: bool) -> None:
        """Take note of a stamp; from now the world answers."""
        lesson, meters = self.play.look.lesson, self.play.look.meters
        if lesson is None:
            return
        self.looks.append(self.reading)
        self.folded = folded
        self._base = Base(meters.readings, meters.followers)
        self._steps = self._plan(lesson.key, kind)
        self.reading = self._age = 0.0
        self.hint = ""

    def update(self, dt: float, traffic: Traffic) -> None:
        """Let `dt` seconds pass."""
        look = self.play.look
        lesson = look.lesson
        if lesson is None or self.over:
            return
        if look.tray:
            self.line = ""
            self.reading += dt
            self.hint = self._wanted() if self.reading >= IDLE else ""
        elif look.out is None:
            self._age += dt
            self._show(traffic)
            if not self._steps and self._age >= BREATH:
                self._go_on(ready=lesson.ready)

    def _show(self, traffic: Traffic) -> None:
        """Say the line of the step that is on; go to the next when the world has shown what it is about."""
        if not self._steps:
            return
        step = self._steps[0]
        self.line = step.words()
        wait = reading_time(self.line) * (SLOWER if self.play.calm else 1.0)
        if self._age >= wait and step.seen(self._age) and traffic.quiet():
            self._steps.pop(0)
            self._age = 0.0

    def _go_on(self, *, ready: bool) -> None:
        """Lay the next paper, or end."""
        self.line = ""
        if ready:
            self._worked = self.play.look.meters.minutes_worked
            self.play.next_paper()
        else:
            self.over = True

    def _wanted(self) -> str:
        """Name what the paper on the desk is about: the drawer that opened last, or the corner."""
        lesson, card = self.play.look.lesson, self.play.card
        if lesson is None or card is None:
            return ""
        if lesson.unfold and card.inside is None:
            return "unfold"
        new = self._new_drawers(lesson)
        return new[0] if len(new) == 1 else "any"

    def _new_drawers(self, lesson: Lesson) -> tuple[Verb, ...]:
        """Name the drawers that opened with the paper on the desk."""
        papers = self.play.scenario.lesson
        before = drawers(papers[lesson.number - 2]) if lesson.number > 1 else ()
        return tuple(verb for verb in lesson.verbs if verb not in before)

    def task(self) -> str:
        """Name the words that say what to do with the paper on the desk; "" without a paper."""
        lesson, card = self.play.look.lesson, self.play.card
        if lesson is None or card is None:
            return ""
        exact = f"task.{lesson.key}"
        opened = f"{exact}.open"
        return next((key for key in ((opened,) if card.inside is not None else ()) + (exact,) if key in WORDS), "")

    def unfolded(self) -> str:
        """Give the line for a corner that was turned; "" where the words have none for this paper."""
        lesson = self.play.look.lesson
        key = f"lesson.{lesson.key}.unfolded" if lesson is not None else ""
        return say(key) if key in WORDS else ""

    def lift(self) -> int:
        """Give by how many pixels the corner of the paper is turned up as it wiggles."""
        first, last = WIGGLE
        if self._wanted() != "unfold" or not first <= self.reading < last:
            return 0
        share = (self.reading - first) / (last - first)
        return round(9 * (1 - abs(4 * (share % 0.5) - 1)))

    def verdicts(self) -> int:
        """Count the readings since the last stamp."""
        return self.play.look.meters.readings - self._base.readings

    def _plan(self, key: str, kind: str) -> list[Step]:
        """Give the lines that follow a stamp, each with what the world has to show meanwhile."""
        plain = Step(lambda: self._words(key, kind), lambda _: True)
        if kind != "reshare":
            return [plain]
        if f"lesson.{key}.cost" in WORDS:
            watch = Step(plain.words, lambda age: self.verdicts() >= VERDICTS or age >= WATCHED)
            return [watch, Step(lambda: self._cost(key), lambda _: True)]
        return [Step(plain.words, lambda age: self.verdicts() >= FEW or age >= WATCHED)]

    def _cost(self, paper: str) -> str:
        """Say what the paper took of one's own time, and of other people's."""
        meters = self.play.look.meters
        mine = clock(meters.minutes_worked - self._worked)
        key = "cost" if meters.others_minutes > meters.minutes_worked - self._worked else "rising"
        return say(f"lesson.{paper}.{key}", mine=mine, theirs=clock(meters.others_minutes))

    def _words(self, key: str, kind: str) -> str:
        """Give the line for a paper and a stamp: the most special that the words have for what was done and seen."""
        gained = self.play.look.meters.followers > self._base.followers
        ways = (
            ("folded", self.folded),
            ("passed", kind == "reshare" and not gained),
            (f"{kind}.flat", not self.mapped),
            (kind, True),
        )
        exact = (f"lesson.{key}.{way}" for way, holds in ways if holds)
        return say(next((words for words in exact if words in WORDS), f"lesson.{key}"))

    def proposal(self) -> tuple[str, float]:
        """Give the pace to propose, "calm" where there is no clock already, and the mean seconds of a look."""
        shift = self.play.scenario.shift
        mean = sum(self.looks) / max(1, len(self.looks))
        if self.play.calm:
            return "calm", mean
        if mean <= shift.lesson_look:
            return "brisk", mean
        return ("slow" if mean >= shift.lesson_slow else "steady"), mean
