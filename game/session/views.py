"""What a seat may see: cards, meters, neighbours, the shift and, after the bell, the ledger. Plain values only."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Phase = Literal["burn-in", "shift", "bell", "overtime", "night", "morning"]
Outcome = Literal["won", "lost", "left"]
Badge = Literal["newcomer", "regular", "known", "star"]


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
