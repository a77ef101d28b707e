"""Stages of a night: paces, the bell, calm, and what stays on the desk."""

from itertools import pairwise

import pytest

from game.scenario import Mix
from game.session import Commit, Ignore, Leave, Like, Pace, Session, Stay, Unfold
from game.session.tally import address_of
from tests.session.plays import to_morning, wait_for_card
from tests.session.worlds import LONG, SECOND, opened, shift_of, small


def deal_times(session: Session) -> list[float]:
    """Desk seconds at which cards come, while the desk is cleared."""
    times: list[float] = []
    while session.phase("you") == "shift":
        for card in session.tray("you"):
            times.append((session.chair("you").last_deal - session.start_tick) / SECOND)
            session.do("you", Ignore(card.id))
            session.do("you", Commit())
        session.advance(SECOND // 4)
    return times


@pytest.mark.parametrize(("pace", "seconds"), [("brisk", 3.5), ("steady", 4.5), ("slow", 6.5)])
def test_cards_come_at_the_pace_times_the_act(pace: str, seconds: float) -> None:
    session = opened()
    session.do("you", Pace(pace))
    times = deal_times(session)
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert gaps[0] == pytest.approx(seconds * 1.11, abs=0.02)
    assert gaps[4] == pytest.approx(seconds * 0.96, abs=0.02)
    assert gaps[-1] == pytest.approx(seconds * 0.84, abs=0.02)


def test_the_bell_rings_when_the_last_card_is_done_or_two_intervals_after_it_came() -> None:
    idle = opened()
    idle.advance(LONG)
    chair = idle.chair("you")
    assert chair.bell == chair.last_deal + 2 * int(4.5 * SECOND)
    busy = opened()
    deal_times(busy)
    assert busy.chair("you").bell < busy.chair("you").last_deal + SECOND


def test_the_bell_waits_for_nobody_s_slices() -> None:
    bells = []
    for step in (LONG, 1000, 77):
        session = opened()
        for _ in range(LONG // step):
            session.advance(step)
        bells.append(session.chair("you").bell)
    assert len(set(bells)) == 1


def test_without_a_clock_no_bell_rings_before_the_last_card_is_done() -> None:
    session = opened()
    session.do("you", Pace("calm"))
    session.advance(LONG)
    assert session.phase("you") == "shift"
    while session.tray("you"):
        session.do("you", Like(session.tray("you")[0].id))
    session.do("you", Commit())
    assert session.phase("you") == "bell"


def test_a_pace_taken_back_after_the_last_card_rings_the_bell() -> None:
    session = opened()
    session.do("you", Pace("calm"))
    session.advance(LONG)
    session.do("you", Pace("steady"))
    assert session.phase("you") == "bell"


def test_the_card_under_the_lamp_stays_readable_longer_than_the_world_remembers_it() -> None:
    session = opened(shift_of(small(pile_size=4), cards=30, mix=Mix(10, 12, 8), pace="slow"))
    card = wait_for_card(session)
    before = session.tray("you")[0]
    session.advance(180 * SECOND)
    posted = session.engine.world.posts
    (row,) = [
        row for row, desks in enumerate(posted.desks) if desks and address_of(card) == (posted.author[row], posted.nth[row])
    ]
    assert session.tick - posted.tick[row] >= session.engine.rules.learn_after
    after = session.tray("you")[0]
    assert (after.id, after.headline, after.author) == (card, before.headline, before.author)
    session.do("you", Unfold(card))
    assert session.tray("you")[0].inside
    session.do("you", Like(card))
    session.do("you", Commit())
    assert session.shift("you").handled == 1
    assert posted.serial[row] == -1  # now it is forgotten
    assert session.twin().digest() == session.digest()


def test_who_goes_home_leaves_nothing_on_the_desk() -> None:
    session = opened()
    session.advance(20 * SECOND)
    assert session.tray("you")
    session.do("you", Leave())
    assert not session.tray("you")
    assert sum(session.engine.world.posts.desks) == 0
    assert session.shift("you").next_card == 0.0


def test_overtime_ends_by_itself() -> None:
    session = opened()
    session.advance(LONG)
    session.do("you", Stay())
    session.advance(30 * SECOND)
    assert session.phase("you") == "night"
    session.advance(LONG)
    assert session.outcome("you") == "lost"


def test_the_gauge_of_the_next_card_runs_from_nought_to_one() -> None:
    session = opened()
    session.do("you", Ignore(wait_for_card(session)))
    gauge = []
    while len(session.tray("you")) == 0:
        gauge.append(session.shift("you").next_card)
        session.advance(SECOND // 8)
    assert gauge == sorted(gauge)
    assert gauge[0] < 0.3
    assert gauge[-1] > 0.95


def test_the_morning_comes_after_the_night_of_the_level() -> None:
    session = to_morning(opened())
    chair = session.chair("you")
    assert chair.morning == session.tick
    assert session.phase("you") == "morning"
