"""What a seat may see: cards, meters, neighbours, the shift and, after the bell, the ledger. Plain values only."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Phase = Literal["burn-in", "lesson", "shift", "bell", "overtime", "night", "morning"]
Outcome = Literal["won", "lost", "left"]
Badge = Literal["newcomer", "regular", "known", "star"]
Verb = Literal["ignore", "like", "reshare"]


HUMAN_DRIVER: Final = "human"
CLERK_DRIVER: Final = "clerk"


@dataclass(frozen=True, slots=True)
class Seat:
    """A chair at the desk: its name, and who drives it ("human", a bot's name, or "clerk" for the built-in rule)."""

    name: str
    driver: str = HUMAN_DRIVER


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it lies on the desk. Its kind and quality are not on it."""

    id: int  # the post's address in one number: author * 2**20 + nth
    headline: str
    inside: str | None  # None while folded
    author: str
    badge: Badge
    followers: int  # of the author, as seen from the seat's community
    via: str | None  # who passed it on; None when the platform dealt it
    age: int  # minutes
    likes: int | None  # None where counters are hidden
    reshares: int | None
    flame: bool  # burns: much drama
    unfolded: bool
    route: tuple[str, ...] = ()  # through whose hands a copy came that the seat itself had sent, the latest first; ends in "you"
    times: int = 0  # how often the seat has stamped this post before
    about: str = ""  # whom a call-out is about
    favour: bool = False  # whoever passed it on has passed on the seat's last reshare


@dataclass(frozen=True, slots=True)
class Lesson:
    """Where the lesson stands: one paper after another, each with its drawers open."""

    number: int  # of the paper that lies on the desk or was stamped last, from 1; 0 before the first
    of: int
    key: str  # names the lesson's words; "" before the first
    verbs: tuple[Verb, ...]  # drawers that are open
    unfold: bool  # whether there is a corner to turn
    done: bool  # the paper was stamped and the stamp carried out
    ready: bool  # whether `Next` is allowed


@dataclass(frozen=True, slots=True)
class Shift:
    """Where the shift stands."""

    cards: int
    dealt: int
    handled: int
    fallen: int
    waiting: int
    pace: str
    interval: float  # desk seconds between cards
    next_card: float  # 0..1, how near the next card is


@dataclass(frozen=True, slots=True)
class Meters:
    """What the seat's account did and got so far."""

    followers: int
    likes_received: int  # likes given to what it passed on or wrote
    minutes_worked: float  # by the book
    wage: float  # always 0.00
    platform_earned: float  # coins, from what its stamps made others see
    others_minutes: float  # spent by other people because of its reshares
    others_thanked: float  # of these, minutes thanked for
    others_back: float  # of these, minutes wanted back
    readings: int  # how many times somebody read what it passed on
    readings_thanked: int


@dataclass(frozen=True, slots=True)
class Sent:
    """One reshare in the OUT strip."""

    id: int
    headline: str
    thanked: int
    back: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One tray on the tube map."""

    account: int
    name: str
    slips: int  # what the seat sent and it has not read yet
    thanked: int
    back: int
    lit: bool  # its lamp: it thanked for the last thing it read
    dim: int = 0  # 0..3, thirds by which call-outs that the seat passed on have dimmed its lamp
    waiting: int = 0  # everything unread in its tray
    room: int = 0  # what its tray holds
    lost: int = 0  # what the seat's own deliveries have pushed off the end of its tray
    pupil: bool = False  # bought a course after reading a copy of what the seat passed on
    liked: int = 0  # its posts that the seat lifted


class Lifted(NamedTuple):
    """An author and the followers it gained from readers of the seat's reshares."""

    name: str
    followers: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The pay slip."""

    handled: int
    cards: int
    fallen: int
    minutes_worked: float
    wage: float
    overtime_seconds: float
    platform_earned: float
    lifted: tuple[Lifted, ...]
    followers_gained: int
    likes_received: int
    reshared: int
    others_minutes: float
    thanked_minutes: float
    back_minutes: float
    hits: float  # strength passed on to worthy cards: Reshare 1, Like 0.5
    worthy: int  # worthy cards handled
    false_alarms: float
    bait: int
    judgement: float  # -1..1: mean strength on worthy minus mean strength on bait
    mark: float  # 0..100
    seal: int  # 0 none, 3 third class, 2 second, 1 first
    ending: str  # key of the ending's line
    pushed: int | None = None  # papers that the seat's reshares pushed off the end of somebody's tray; None without a twin
    pushed_better: int | None = None  # of these, those that more readers would have thanked for than for what the seat sent
    pencil_right: int = 0  # stamps that the pencil guessed
    pencil_of: int = 0  # stamps for which it guessed
    pencil_commonest: int = 0  # how many always guessing the seat's commonest stamp would have got


class Line(NamedTuple):
    """One post on the front page."""

    card: int
    headline: str
    author: str
    stamps: int  # likes and reshares it got from the start of the shift to the morning
    readers: int  # how often it was read in that time
    thanked: int  # of these, how often with thanks
    mine: bool  # the seat lifted it


@dataclass(frozen=True, slots=True)
class Top:
    """The Top 10 of a night, which nobody wrote, and the best-thanked post that is not in it."""

    lines: tuple[Line, ...]
    mine: int  # stamps on these lines that were the seat's
    stamps: int  # all stamps on these lines
    unlisted: Line | None


class Day(NamedTuple):
    """What one neighbour read from the start of the shift to the morning, by any route."""

    account: int
    name: str
    thanked: int
    back: int
    lit: bool  # thanked for the last thing it read


class Tell(NamedTuple):
    """One tell that was met, with a card that has it."""

    name: str
    speaks_for: bool
    times: int
    headline: str
    inside: str


class Tens(NamedTuple):
    """Judgement over a stretch of the shift."""

    first: int  # number of the first card, from 1
    last: int
    hits: float
    worthy: int
    false_alarms: float
    bait: int
    judgement: float | None  # None where there was no worthy or no bait card


Why = Literal["buried", "alarm", "hit"]
Stamped = Literal["ignore", "like", "reshare", "floor", "waiting"]


class Again(NamedTuple):
    """One card of the shift, shown again."""

    why: Why  # the worthy card that went least far, the false alarm that cost most, the hit that was thanked for most
    card: int
    headline: str
    inside: str
    stamp: Stamped
    thanked: int  # readers of what the seat passed on who thanked for it
    back: int  # ... who wanted the minute back
    tells: tuple[str, ...]
    author: str = ""
    flame: bool = False
    seen: int = 0  # readers in the whole world, by any route
    seen_thanked: int = 0  # of these, those who thanked
    worth: float = 0.0  # share of all readers of the town who would thank for it, by which it is worthy or bait
    entry: int = -1  # number of the log's entry that stamped it, -1 for none


@dataclass(frozen=True, slots=True)
class Debrief:
    """What the debrief shows: the night as it was stamped beside the same luck with every stamp an Ignore."""

    people: int  # different people who read what the seat passed on
    minutes: float  # theirs
    thanked: float  # of these, minutes they would spend again
    days: tuple[Day, ...]
    twin_days: tuple[Day, ...]
    top: Top
    twin_top: Top
    cards: tuple[Again, ...]
    tells: tuple[Tell, ...]
    curve: tuple[Tens, ...]
    costliest: int  # number of the log's entry of the costliest stamp, -1 if none cost anything
    twin_digest: str
