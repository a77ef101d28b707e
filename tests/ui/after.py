"""A shift that is over, made by hand: the longest words, the most lines, and whatever else a night may leave."""

from dataclasses import dataclass, field
from typing import Any

from game.scenario import Scenario
from game.session.views import Again, Day, Debrief, Ledger, Lifted, Line, Tell, Tens, Top
from game.story.judge import FOR, TELLS
from game.ui.scenes.debrief_account import Account
from tests.ui.hands import small_tray

HEADLINE = "Somebody MOVED my place card at the wedding breakfast!!"
INSIDE = (
    "Torn-off buttons, a needle, thread, in the stairwell. Ours has mended eleven coats since October; I keep the list, and "
    "whoever wants to may borrow the idea, the tin and me."
)
TAIL = "Nine apples, one cellar, one winter"

LEDGER = Ledger(
    handled=44, cards=46, fallen=2, minutes_worked=6.2, wage=0.0, overtime_seconds=30.0, platform_earned=0.314,
    lifted=(Lifted("Dame Commotion", 114), Lifted("Professor Upwards", 31), Lifted("Ottoline", 3), Lifted("Bram", 1)),
    followers_gained=1214, likes_received=61, reshared=14, others_minutes=41.4, thanked_minutes=24.2, back_minutes=17.2,
    hits=8.5, worthy=12, false_alarms=4.0, bait=18, judgement=0.48, mark=75.2, seal=2, ending="clerk_2",
    pushed=17, pushed_better=4, pencil_right=9, pencil_of=14, pencil_commonest=8,
)  # fmt: skip
BLANK = Ledger(
    handled=0, cards=0, fallen=0, minutes_worked=0.0, wage=0.0, overtime_seconds=0.0, platform_earned=0.0, lifted=(),
    followers_gained=0, likes_received=0, reshared=0, others_minutes=0.0, thanked_minutes=0.0, back_minutes=0.0,
    hits=0.0, worthy=0, false_alarms=0.0, bait=0, judgement=0.0, mark=10.0, seal=0, ending="gone_home",
)  # fmt: skip
"""The slip of a clerk who took the coat before the first card."""


def line(card: int, stamps: int, *, mine: bool = False) -> Line:
    """A line of the Top 10."""
    headline = HEADLINE if card % 3 == 0 else f"{TAIL}, {card} times"
    return Line(card, headline, "Professor Upwards", stamps, 10 * stamps, 4 * stamps, mine)


TOP = Top(
    tuple(line(card, 90 - 7 * card, mine=card in {4, 6}) for card in range(1, 11)),
    mine=2,
    stamps=515,
    unlisted=Line(40, HEADLINE, "Mild Hammock", 8, 56, 55, mine=False),
)
TWIN_TOP = Top(tuple(line(card, 80) for card in (1, 2, 3, 5, 6, 7, 8, 4, 11, 12)), mine=0, stamps=500, unlisted=None)
NO_TOP = Top((), 0, 0, None)

CARDS = (
    Again(
        why="buried", card=33, headline=HEADLINE, inside=INSIDE, stamp="floor", thanked=0, back=0,
        tells=("Seen it", "How it knows", "You can use it"), author="Professor Upwards",
        seen=192, seen_thanked=182, worth=0.91, entry=1,
    ),
    Again(
        why="alarm", card=25, headline="HOW DARE the lighthouse", inside=INSIDE, stamp="reshare", thanked=3, back=24,
        tells=("Shout", "Itch", "Fog"), author="Dame Commotion", flame=True, seen=276, seen_thanked=10, worth=0.07, entry=24,
    ),
    Again(
        why="hit", card=157, headline=TAIL, inside=INSIDE, stamp="like", thanked=0, back=0, tells=(), author="Jolly Parcel",
        seen=1, seen_thanked=1, worth=0.66, entry=35,
    ),
)  # fmt: skip
MET = tuple(Tell(TELLS[name], name in FOR, times, HEADLINE, INSIDE) for times, name in enumerate(TELLS, start=1))
CURVE = (
    Tens(1, 10, 3.0, 4, 0.0, 3, 0.75),
    Tens(11, 20, 1.0, 1, 2.0, 7, 0.714),
    Tens(21, 30, 0.0, 0, 1.0, 4, None),
    Tens(31, 40, 0.5, 2, 3.0, 3, -0.75),
    Tens(41, 46, 1.0, 2, 0.0, 3, 0.5),
)
NAMES = (
    "Ottoline", "Bram", "Ines", "Yusuf", "Wick", "Steady Gable", "Lucky Acorn", "Brisk Jigsaw", "Gentle Needle",
    "Folded Sparrow", "Orange Drawer", "Mild Pencil",
)  # fmt: skip
DAYS = tuple(Day(place, name, 40 + place, 110 + place, lit=place % 3 == 0) for place, name in enumerate(NAMES))
TWIN_DAYS = tuple(Day(place, name, 38, 109, lit=place % 2 == 0) for place, name in enumerate(NAMES))

DEBRIEF = Debrief(
    people=63, minutes=41.4, thanked=24.2, days=DAYS, twin_days=TWIN_DAYS, top=TOP, twin_top=TWIN_TOP, cards=CARDS, tells=MET,
    curve=CURVE, costliest=24, twin_digest="",
)  # fmt: skip
NOTHING = Debrief(
    people=0, minutes=0.0, thanked=0.0, days=DAYS, twin_days=DAYS, top=NO_TOP, twin_top=NO_TOP, cards=(), tells=(), curve=(),
    costliest=-1, twin_digest="",
)  # fmt: skip
"""The debrief of a night to which nothing was sent."""


@dataclass
class Outcome:
    """What a session says when it is over."""

    how: str = "won"
    log: list[Any] = field(default_factory=list)

    def outcome(self, _seat: str) -> str:
        """How it ended."""
        return self.how


@dataclass
class Over:
    """A play-through that is over: it answers what scenes ask of `Play` after the bell."""

    slip: Ledger = LEDGER
    told: Debrief = DEBRIEF
    order: str = ""
    seed: int = 7
    calm: bool = False
    answers: dict[str, str] = field(default_factory=dict)
    session: Outcome = field(default_factory=Outcome)
    scenario: Scenario = field(default_factory=small_tray)

    def ledger(self) -> Ledger:
        """The pay slip."""
        return self.slip

    def debrief(self) -> Debrief:
        """The debrief."""
        return self.told

    def top(self) -> Top:
        """The Top 10."""
        return self.told.top

    def account(self) -> Account:
        """What the debrief shows of it."""
        return Account.of(self)  # type: ignore[arg-type]
