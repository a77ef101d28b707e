"""A level as plain frozen data: what the session, the screens and the browser read; the standard library is enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

from game.feed.rules import Rules
from game.scenario.says import Says

Role: TypeAlias = Literal["maker", "guru", "drama", "hobby", "organisation"]
BeatKind: TypeAlias = Literal["callout", "course"]
PaceName: TypeAlias = Literal["brisk", "steady", "slow"]


class BadLevel(ValueError):
    """A level that cannot be played; `lines` holds one "FILE: KEY: what is wrong; allowed: what is" per fault."""

    def __init__(self, *lines: str) -> None:
        """Keep the lines as given; `str()` joins them."""
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Mix:
    """How many papers of each kind the tray rule picks for a shift (LEVEL_ONE section 2, "Kinds")."""

    worthy: Annotated[int, Says("cards", "papers that readers thank for", 0, 200)]
    bait: Annotated[int, Says("cards", "papers whose minute readers want back", 0, 200)]
    so_so: Annotated[int, Says("cards", "papers between the two, never marked", 0, 200)]


@dataclass(frozen=True, slots=True)
class Paces:
    """Desk seconds between two papers, before the acts' factors."""

    brisk: Annotated[float, Says("desk seconds", "a paper's interval when brisk", 0.5, 120)] = 3.5
    steady: Annotated[float, Says("desk seconds", "a paper's interval when steady", 0.5, 120)] = 4.5
    slow: Annotated[float, Says("desk seconds", "a paper's interval when slow", 0.5, 120)] = 6.5


@dataclass(frozen=True, slots=True)
class Weights:
    """What the three parts of the mark are worth; together 100."""

    judgement: Annotated[float, Says("points", "hits less false alarms", 0, 100)] = 60.0
    thanked: Annotated[float, Says("points", "share of others' minutes that was thanked for", 0, 100)] = 30.0
    handled: Annotated[float, Says("points", "papers that did not fall on the floor", 0, 100)] = 10.0


@dataclass(frozen=True, slots=True)
class Shift:
    """One night at the desk: what is dealt, how fast, and how the mark is made.

    What the world itself reads (the desk's `pile_size`, the acts' factors, `look_seconds` and `stamp_seconds` by the
    book, `neighbours`) is a rule of `game.feed.rules`, and so stands in the level's `[world]` table only.
    """

    cards: Annotated[int, Says("cards", "papers dealt before the bell", 1, 200)]
    mix: Annotated[Mix, Says("", "kinds among those papers; adds up to `cards`")]
    overtime_cards: Annotated[int, Says("cards", "papers more for who stays after the bell", 0, 50)]
    least_handled: Annotated[int, Says("cards", "papers that must be handled to win; at most `cards`", 0, 200)]
    popular_followers: Annotated[int, Says("followers", "a gain from which a lost shift ends popular", 1, 10_000)]
    closed_door: Annotated[int, Says("reshares", "a lost shift with fewer ends as the closed door", 0, 200)]
    open_window: Annotated[int, Says("reshares", "a lost shift with more ends as the open window", 1, 200)]
    ticks_per_second: Annotated[int, Says("ticks", "simulated seconds in one desk second", 1, 86_400)] = 480
    paces: Annotated[Paces, Says("", "the three speeds of the desk")] = Paces()
    pace: Annotated[PaceName, Says("", "the speed proposed to a new player")] = "steady"
    bot_look: Annotated[float, Says("desk seconds", "what a look takes a computer-run player", 0, 120)] = 3.4
    bot_unfold: Annotated[float, Says("desk seconds", "what an unfold takes a computer-run player", 0, 120)] = 4.5
    quiet_reshares: Annotated[int, Says("reshares", "most of them in a shift won under the order Quiet desk", 0, 200)] = 6
    popular_order: Annotated[int, Says("followers", "gain that the order Popular asks for", 1, 10_000)] = 20
    unlisted_readers: Annotated[int, Says("readings", "from which a post may be the best-thanked one", 1, 10_000)] = 5
    lesson_look: Annotated[float, Says("desk seconds", "slowest look of a lesson at which brisk is proposed", 0, 60)] = 2.5
    lesson_slow: Annotated[float, Says("desk seconds", "look of a lesson from which slow is proposed", 0, 60)] = 6.0
    undo_seconds: Annotated[float, Says("desk seconds", "a stamped paper waits in the OUT strip", 0, 60)] = 3.0
    overtime_seconds: Annotated[float, Says("desk seconds", "length of the unpaid stay", 0, 600)] = 30.0
    burn_in_days: Annotated[float, Says("days", "the world runs this long before the shift", 0, 365)] = 3.0
    night_hours: Annotated[float, Says("hours", "the world runs on this long after the bell", 1, 240)] = 24.0
    pass_mark: Annotated[float, Says("points", "mark that wins, third class", 0, 100)] = 50.0
    second_mark: Annotated[float, Says("points", "mark of the second class; at least `pass_mark`", 0, 100)] = 65.0
    first_mark: Annotated[float, Says("points", "mark of the first class; at least `second_mark`", 0, 100)] = 80.0
    minimum_minutes: Annotated[float, Says("minutes", "minutes of others below which the thanked share is 0", 0, 10_000)] = 5.0
    judgement_full: Annotated[float, Says("", "judgement that earns all its points", 0.01, 1)] = 0.6
    thanked_floor: Annotated[float, Says("", "thanked share that earns nothing", 0, 1)] = 0.3
    thanked_span: Annotated[float, Says("", "thanked share above the floor that earns all its points", 0.01, 1)] = 0.4
    weights: Annotated[Weights, Says("", "points of the three parts of the mark; add up to 100")] = Weights()


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody whom a player meets again: an ordinary account with a name."""

    key: Annotated[str, Says("", "short name used by `schedule` and the words file; unique")]
    name: Annotated[str, Says("", "name on the paper")]
    role: Annotated[Role, Says("", "what the account lives on")]
    community: Annotated[int, Says("", "home community, from 0; below the world's `communities`", 0, 1_000)]
    skill: Annotated[float, Says("", "mean quality of what is posted", 0, 1)]
    drama: Annotated[float, Says("", "mean drama of what is posted", 0, 1)]
    followers_share: Annotated[float, Says("of the accounts", "followers at the start", 0, 0.9)]
    post_rate: Annotated[float, Says("posts per day", "how often a post is made", 0, 96)]
    neighbour: Annotated[bool, Says("", "true: one of the trays on the tube map")]
    about: Annotated[str, Says("", "who this is, in one line")]


@dataclass(frozen=True, slots=True)
class LessonPaper:
    """One paper of the lesson before the shift: a real post of a real account, with the drawers that are open for it."""

    key: Annotated[str, Says("", "names the paper's words in the words file")]
    author: Annotated[str, Says("", 'key of the cast member who posts it; "" for somebody without a name')]
    quality: Annotated[float, Says("quality", "of the post", 0, 1)]
    drama: Annotated[float, Says("drama", "of the post", 0, 1)]
    like: Annotated[bool, Says("", "true: the drawer with Like is open")]
    reshare: Annotated[bool, Says("", "true: the drawer with Reshare is open")]
    unfold: Annotated[bool, Says("", "true: the paper has a corner to turn")]
    open: Annotated[bool, Says("", "true: the inside is shown from the start")]


@dataclass(frozen=True, slots=True)
class Beat:
    """A tactic that starts by the clock of the shift; what follows is the world's."""

    at: Annotated[float, Says("desk seconds", "when, from the first paper", 0, 7_200)]
    kind: Annotated[BeatKind, Says("", "which tactic")]
    actor: Annotated[str, Says("", "key of the cast member who does it")]
    target: Annotated[str, Says("", 'key of the cast member it is aimed at; "" for a course')] = ""
    desk: Annotated[bool, Says("", "true: the platform deals what it posts to the desk")] = False
    answers: Annotated[bool, Says("", "true: the target answers in its own words")] = True


@dataclass(frozen=True, slots=True)
class Scenario:
    """A level, checked. `name` is the file's name without its ending."""

    name: str
    title: Annotated[str, Says("", "name of the level, as players read it")]
    version: Annotated[int, Says("", "raised when a change makes old sessions of this level incomparable", 1, 10_000)]
    world: Annotated[Mapping[str, float], Says("", "rule parameters that differ from their defaults")]
    shift: Annotated[Shift, Says("", "the night at the desk")]
    cast: Annotated[tuple[CastMember, ...], Says("", "accounts with a name")] = ()
    lesson: Annotated[tuple[LessonPaper, ...], Says("", "papers before the shift, one after another")] = ()
    schedule: Annotated[tuple[Beat, ...], Says("", "tactics by the clock of the shift")] = ()

    def rules(self) -> Rules:
        """Give the world's rules: the defaults of `game.feed.rules` with this level's changes."""
        changes: dict[str, Any] = dict(self.world)  # the schema saw to it that whole numbers are whole
        return Rules()._replace(**changes)

    def member(self, key: str) -> CastMember:
        """Give the cast member called `key`; KeyError names those there are."""
        for member in self.cast:
            if member.key == key:
                return member
        message = f"no cast member {key!r}; there are {', '.join(member.key for member in self.cast) or 'none'}"
        raise KeyError(message)
