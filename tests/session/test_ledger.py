"""The pay slip: the mark of LEVEL_ONE section 3, worked out by hand."""

from dataclasses import replace

import pytest

from game.feed import desk, events
from game.scenario import Shift
from game.session import Commit, Ignore, Leave, Like, Refused, Reshare, Stay, Undo
from game.session.chair import Chair, Dealt
from game.session.ledger import ending, mark, thanked_share
from game.session.tally import Tally
from game.session.views import Seat
from tests.session.plays import stamp_all, to_morning, wait_for_card
from tests.session.worlds import LONG, SECOND, opened, the_tray

RESHARE, LIKE, IGNORE = events.RESHARE, events.LIKE, events.IGNORE
FALLEN = -1
LEFT = 0


def rules() -> Shift:
    """The whole level's numbers."""
    return replace(
        the_tray().shift, cards=40, least_handled=28, popular_followers=12, closed_door=3, open_window=30, minimum_minutes=5.0
    )


def chair_with(worthy: list[int], bait: list[int], so_so: list[int], thanked: int = 0, back: int = 0) -> Chair:
    """A chair in the morning: what became of each card of each kind, and seconds of others."""
    chair = Chair(Seat("you"), 0, 9, (), Tally(9, seconds_thanked=thanked, seconds_back=back), "steady", phase="morning")
    for kind, verbs in ((desk.WORTHY, worthy), (desk.BAIT, bait), (desk.SO_SO, so_so)):
        chair.cards += [Dealt(0, kind, max(verb, 0), verb == FALLEN) for verb in verbs]
    return chair


def test_a_good_shift() -> None:
    # H = 9/12, F = (2 + 2 * .5)/18, s = 1440/2400: 60 * (.75 - 1/6)/.6 + 30 * (.6 - .3)/.4 + 10
    chair = chair_with([RESHARE] * 9 + [IGNORE] * 3, [RESHARE] * 2 + [LIKE] * 2 + [IGNORE] * 14, [IGNORE] * 10, 1440, 960)
    marked = mark(chair, rules())
    assert (marked.hits, marked.worthy, marked.false_alarms, marked.bait) == (9.0, 12, 3.0, 18)
    assert marked.judgement == pytest.approx(0.75 - 1 / 6)
    assert marked.mark == pytest.approx(58.333333 + 22.5 + 10.0)
    assert (marked.seal, marked.outcome) == (1, "won")
    assert ending(chair, rules(), marked, 0) == "clerk_1"


def test_the_parts_are_clipped() -> None:
    # J = 1 and s = 1 earn no more than all their points
    best = mark(chair_with([RESHARE] * 12, [IGNORE] * 18, [IGNORE] * 10, 3000, 0), rules())
    assert best.mark == pytest.approx(100.0)
    # J = -1 and s = 0 cost no more than all of them
    worst = mark(chair_with([IGNORE] * 12, [RESHARE] * 18, [IGNORE] * 10, 0, 3000), rules())
    assert worst.mark == pytest.approx(10.0)
    assert (worst.judgement, worst.outcome, worst.seal) == (-1.0, "lost", 0)


def test_a_card_on_the_floor_counts_as_ignore_and_costs_a_share_of_ten_points() -> None:
    # H = 6/12, F = 0, 12 of 40 on the floor: 60 * .5/.6 + 0 + 10 * .7
    chair = chair_with([RESHARE] * 6 + [FALLEN] * 6, [FALLEN] * 2 + [IGNORE] * 16, [IGNORE] * 6 + [FALLEN] * 4)
    assert mark(chair, rules()).mark == pytest.approx(50.0 + 7.0)


def test_cards_that_were_never_handled_enter_neither_hits_nor_alarms() -> None:
    marked = mark(chair_with([RESHARE] * 3 + [LEFT] * 9, [IGNORE] * 4 + [LEFT] * 14, []), rules())
    assert (marked.hits, marked.worthy, marked.bait, marked.judgement) == (3.0, 3, 4, 1.0)
    assert marked.outcome == "lost"  # seven handled are too few


def test_so_so_cards_do_not_enter() -> None:
    one, other = (mark(chair_with([RESHARE] * 6, [IGNORE] * 6, [verb] * 28), rules()) for verb in (RESHARE, IGNORE))
    assert one.mark == other.mark


def test_overtime_is_marked_over_the_cards_dealt() -> None:
    # 46 cards, one on the floor
    marked = mark(chair_with([RESHARE] * 15, [IGNORE] * 20 + [FALLEN], [IGNORE] * 10), rules())
    assert marked.mark == pytest.approx(60.0 + 10.0 * (1 - 1 / 46))


@pytest.mark.parametrize("verb", [IGNORE, LIKE, RESHARE, FALLEN])
def test_who_gives_every_card_the_same_has_told_the_house_nothing(verb: int) -> None:
    marked = mark(chair_with([verb] * 12, [verb] * 18, [verb] * 10, 3000, 3000), rules())
    assert marked.judgement == 0.0
    assert marked.outcome == "lost"


@pytest.mark.parametrize(("thanked", "back", "share"), [(0, 0, 0.0), (299, 0, 0.0), (300, 0, 1.0), (200, 100, 2 / 3)])
def test_the_thanked_share_counts_from_five_minutes_on(thanked: int, back: int, share: float) -> None:
    assert thanked_share(chair_with([], [], [], thanked, back), rules()) == pytest.approx(share)


@pytest.mark.parametrize(("hits", "seal"), [(12, 1), (9, 1), (8, 2), (6, 3), (4, 0)])
def test_seals(hits: int, seal: int) -> None:
    # F = 3/18; s = .5: 15 points; nothing fell: 10 points
    chair = chair_with([RESHARE] * hits + [IGNORE] * (12 - hits), [RESHARE] * 3 + [IGNORE] * 15, [IGNORE] * 10, 600, 600)
    expected = 60 * min(1.0, max(0.0, (hits / 12 - 1 / 6) / 0.6)) + 25
    assert mark(chair, rules()).mark == pytest.approx(expected)
    assert mark(chair, rules()).seal == seal


@pytest.mark.parametrize(
    ("reshares", "followers", "line"),
    [(5, 12, "popular_clerk"), (2, 11, "closed_door"), (31, 0, "open_window"), (30, 0, "not_this_time"), (3, 0, "not_this_time")],
)
def test_endings_of_a_lost_shift(reshares: int, followers: int, line: str) -> None:
    chair = chair_with([], [RESHARE] * reshares + [IGNORE] * (40 - reshares), [])
    assert ending(chair, rules(), mark(chair, rules()), followers) == line


# --- in play ---------------------------------------------------------------------------------------------------------


def test_who_leaves_early_has_a_ledger_at_once_and_the_same_pay() -> None:
    session = opened()
    session.do("you", Reshare(wait_for_card(session)))
    with pytest.raises(Refused, match="after the bell"):
        session.ledger("you")
    session.do("you", Leave())
    slip = session.ledger("you")
    assert (session.phase("you"), session.outcome("you"), slip.ending, slip.wage) == ("night", "left", "gone_home", 0.0)
    assert (slip.handled, slip.reshared) == (1, 1)
    assert session.tray("you") == []
    session.advance(LONG)
    assert (session.phase("you"), session.outcome("you")) == ("morning", "left")
    assert session.ledger("you").ending == "gone_home"


def test_the_ledger_is_closed_in_the_morning() -> None:
    session = to_morning(opened(), "reshare-all")
    slip = session.ledger("you")
    session.advance(5 * LONG)
    assert session.ledger("you") == slip


def test_the_ledger_waits_for_who_may_still_stay() -> None:
    session = opened()
    session.advance(LONG)
    assert session.phase("you") == "bell"
    with pytest.raises(Refused):
        session.ledger("you")


def test_overtime_deals_more_cards_all_marked_and_pays_nothing() -> None:
    session = opened()
    session.advance(LONG)
    for card in session.tray("you"):
        with pytest.raises(Refused, match="bell"):
            session.do("you", Like(card.id))
    session.do("you", Stay())
    while session.phase("you") == "overtime":
        for card in session.tray("you"):
            session.do("you", Ignore(card.id))
            session.do("you", Commit())
        session.advance(SECOND)
    slip = session.ledger("you")
    chair = session.chair("you")
    assert 0.0 < slip.overtime_seconds == (chair.overtime_until - chair.overtime_from) / SECOND < 30.0
    assert (slip.cards, slip.wage) == (12, 0.0)
    overtime = chair.cards[session.scenario.shift.cards :]
    assert len(overtime) == session.scenario.shift.overtime_cards
    assert all(card.kind != desk.SO_SO for card in overtime), "what overtime deals is marked, but for what comes back"
    unmarked = sum(card.kind in (desk.SO_SO, desk.RETURN) for card in chair.cards)
    assert slip.worthy + slip.bait + unmarked == 12
    assert slip.handled + slip.fallen == 12


@pytest.mark.parametrize(("stayed", "seconds"), [(0, 0.0), (7, 7.0), (99, 30.0)])
def test_overtime_is_the_time_that_was_stayed(stayed: int, seconds: float) -> None:
    session = opened()
    session.advance(LONG)
    session.do("you", Stay())
    session.advance(stayed * SECOND)
    if session.phase("you") == "overtime":
        session.do("you", Leave())
    assert session.ledger("you").overtime_seconds == seconds


def test_who_goes_home_at_the_bell_has_no_overtime() -> None:
    session = opened()
    session.advance(LONG)
    session.do("you", Leave())
    assert session.ledger("you").overtime_seconds == 0.0


def test_a_stamp_cannot_be_taken_back_after_the_bell() -> None:
    session = opened()
    session.do("you", Reshare(wait_for_card(session)))
    session.advance(LONG)
    assert Undo() not in session.legal("you")
    with pytest.raises(Refused, match="The bell has rung"):
        session.do("you", Undo())
    assert session.out("you")


def test_a_stamp_in_the_out_strip_at_the_bell_is_sent_by_going_home() -> None:
    session = opened()
    session.do("you", Reshare(wait_for_card(session)))
    session.advance(LONG)
    assert session.out("you")
    assert session.phase("you") == "bell"
    session.do("you", Leave())
    assert session.out("you") is None
    assert session.ledger("you").reshared == 1


def test_meters_are_the_sums_of_what_readers_said() -> None:
    session = stamp_all(opened(), Reshare)
    session.advance(session.chair("you").morning - session.tick)
    meters = session.meters("you")
    slip = session.ledger("you")
    assert meters.readings > 20
    assert meters.platform_earned == pytest.approx(meters.readings * 0.0005)
    assert meters.others_minutes == pytest.approx(meters.others_thanked + meters.others_back)
    assert 4 * meters.readings <= 60 * meters.others_minutes + 1e-6 <= 14 * meters.readings + 1e-3
    passed = slip.reshared
    assert passed >= 8
    assert meters.minutes_worked == pytest.approx((10 * 4 + passed * 10) / 60)
    assert (slip.others_minutes, slip.thanked_minutes) == (meters.others_minutes, meters.others_thanked)
    assert sum(one.thanked + one.back for one in session.sent("you")) <= meters.readings


def test_a_look_costs_four_seconds_and_a_stamp_that_passes_ten() -> None:
    session = opened()
    for seconds, stamp in ((4, Ignore), (14, Like), (14, Reshare)):
        before = session.meters("you").minutes_worked
        session.do("you", stamp(wait_for_card(session)))
        session.do("you", Commit())
        assert 60 * (session.meters("you").minutes_worked - before) == pytest.approx(seconds)
