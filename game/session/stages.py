"""Stages of a seat's night: shift, bell, perhaps overtime, night, morning; decided by ticks and cards alone."""

from collections.abc import Iterable
from typing import Final

from game.feed import beats
from game.feed.engine import UNLIMITED, Engine
from game.feed.world import CLERK, SEAT
from game.scenario import Scenario
from game.session import ledger
from game.session.chair import Chair
from game.session.views import Phase

CALM: Final = "calm"
PACES: Final = ("brisk", "steady", "slow", CALM)
WORKING: Final[tuple[Phase, ...]] = ("shift", "overtime")
GRACE: Final = 2.0
"""The bell rings so many intervals after the last card was dealt, if the pile is not empty before."""


def seconds_of(scenario: Scenario, pace: str) -> float:
    """Desk seconds between cards at a pace; calm has the level's own pace, but time stands still between stamps."""
    paces = {"brisk": scenario.shift.paces.brisk, "steady": scenario.shift.paces.steady, "slow": scenario.shift.paces.slow}
    return paces[scenario.shift.pace if pace == CALM else pace]


def interval_of(scenario: Scenario, pace: str) -> int:
    """Ticks between cards at a pace."""
    return int(seconds_of(scenario, pace) * scenario.shift.ticks_per_second)


def sit_down(engine: Engine, scenario: Scenario, chair: Chair, now: int) -> None:
    """The seat takes over its account: to the lesson, or to the shift where the level has none."""
    accounts = engine.world.accounts
    accounts.driver[chair.account] = SEAT
    chair.phase = "lesson"
    chair.labour_before = int(accounts.labour[chair.account])
    chair.followers_before = int(accounts.followers[chair.account])
    if not scenario.lesson:
        begin(engine, scenario, chair, now)


def next_lesson(engine: Engine, scenario: Scenario, chair: Chair, now: int, author: int) -> None:
    """The lesson's next paper: `author` posts it, and it lies on the desk."""
    paper = scenario.lesson[chair.lesson]
    chair.lesson += 1
    beats.lay_paper(engine, chair.place, chair.account, now, author=author, quality=paper.quality, drama=paper.drama)


def begin(engine: Engine, scenario: Scenario, chair: Chair, now: int) -> None:
    """The shift begins, and its first card is on its way; what is left of a lesson is cleared away, and counts in no mark."""
    engine.kernels.clear(engine.world, chair.place)
    chair.followers_before = int(engine.world.accounts.followers[chair.account])
    mix = scenario.shift.mix
    owed = (mix.worthy, mix.bait, mix.so_so)
    beats.open_desk(engine, chair.place, chair.account, now + 1, interval_of(scenario, chair.pace), owed)
    chair.phase = "shift"
    chair.started = now


def next_stop(scenario: Scenario, chairs: Iterable[Chair], now: int) -> int:
    """The next tick to which the world may run at once.

    There a stage may change by time alone, or a post might be forgotten before it got its words or entered the books.
    """
    rules = scenario.rules()
    stops = [UNLIMITED]
    for chair in chairs:
        if chair.counting:
            stops.append(now + max(1, rules.learn_after - rules.deal_age))
        stops += [chair.bell if chair.phase == "shift" else 0, chair.overtime_until, chair.morning]
    return min(stop for stop in stops if stop > now)


def turn(engine: Engine, scenario: Scenario, chair: Chair, now: int) -> None:
    """Move the seat to its next stage if it is time. Asking oftener changes nothing: slices do not show."""
    if chair.phase == "shift":
        _watch_for_bell(engine, scenario, chair, now)
    if chair.phase == "bell" and not chair.driven:
        go_home(engine, scenario, chair, now)  # nobody is there to stay
    elif chair.phase == "overtime" and (now >= chair.overtime_until or _all_done(engine, chair)):
        go_home(engine, scenario, chair, now)
    elif chair.phase == "night" and now >= chair.morning:
        chair.phase = "morning"
        chair.followers_after = int(engine.world.accounts.followers[chair.account])
        chair.outcome = ledger.mark(chair, scenario.shift).outcome


def _all_done(engine: Engine, chair: Chair) -> bool:
    desks = engine.world.desks
    place = chair.place
    dealt = int(desks.dealt[place]) >= int(desks.until[place])
    return dealt and int(desks.waiting[place]) == 0 and int(desks.out_verb[place]) == 0


def _watch_for_bell(engine: Engine, scenario: Scenario, chair: Chair, now: int) -> None:
    desks = engine.world.desks
    dealt = int(desks.dealt[chair.place]) >= int(desks.until[chair.place])
    if _all_done(engine, chair):
        chair.bell = now
    elif dealt and chair.pace != CALM:
        chair.bell = chair.last_deal + int(GRACE * interval_of(scenario, chair.pace))
    else:
        chair.bell = chair.limit
    if chair.bell and now >= chair.bell:
        chair.phase = "bell"


def get_up(engine: Engine, scenario: Scenario, chair: Chair, now: int) -> None:
    """The clerk gets the account: what was stamped is sent, and the bell will ring though the desk waits.

    It rings so many intervals from now as cards were still to come, and two more. What the clerk does meanwhile is not
    counted as the seat's work.
    """
    send(engine, chair, now)
    accounts, desks = engine.world.accounts, engine.world.desks
    accounts.driver[chair.account] = CLERK
    chair.labour_done += int(accounts.labour[chair.account]) - chair.labour_before
    to_come = int(desks.until[chair.place]) - int(desks.dealt[chair.place])
    chair.limit = now + int((to_come + GRACE) * interval_of(scenario, chair.pace))


def sit_again(engine: Engine, chair: Chair) -> None:
    """Somebody takes the seat back from the clerk, and goes on where it was left."""
    accounts = engine.world.accounts
    accounts.driver[chair.account] = SEAT
    chair.labour_before = int(accounts.labour[chair.account])
    chair.limit = 0


def stay(engine: Engine, scenario: Scenario, chair: Chair, now: int) -> None:
    """Unpaid overtime: a few cards more, all of them marked: half bait, the rest worthy."""
    shift = scenario.shift
    desks = engine.world.desks
    chair.phase = "overtime"
    chair.overtime_from = now
    chair.overtime_until = now + int(shift.overtime_seconds * shift.ticks_per_second)
    desks.bait[chair.place] += shift.overtime_cards // 2
    desks.worthy[chair.place] += shift.overtime_cards - shift.overtime_cards // 2
    beats.deal_more(engine, chair.place, now + 1, shift.overtime_cards)


def leave(engine: Engine, scenario: Scenario, chair: Chair, now: int) -> None:
    """Go home after the bell; before it, leave early: same pay."""
    if chair.phase in ("lesson", "shift"):
        chair.outcome = "left"
    go_home(engine, scenario, chair, now)


def go_home(engine: Engine, scenario: Scenario, chair: Chair, now: int) -> None:
    """Coat on: what was stamped is sent, what was not is left; readers have until the morning."""
    send(engine, chair, now)
    engine.kernels.clear(engine.world, chair.place)
    if chair.phase == "overtime":
        chair.overtime_until = now
    chair.phase = "night"
    chair.morning = now + int(scenario.shift.night_hours * 3600)


def send(engine: Engine, chair: Chair, now: int) -> None:
    """Carry out the stamp that waits in the OUT strip, if any."""
    if int(engine.world.desks.out_verb[chair.place]):
        engine.ready_for(int(engine.world.accounts.followers[chair.account]))
        engine.kernels.commit(engine.world, now, chair.place)
