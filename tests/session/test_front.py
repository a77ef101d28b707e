"""The front page: counts are the log's own, nobody wrote it, and looking at it changes nothing."""

from collections import Counter
from functools import cache

import pytest

from game.feed import events
from game.session import Leave, Like, Refused, Reshare, Seat, Session
from game.session.front import Front
from game.session.shadow import Shadow
from game.session.tally import address_of, card_id
from tests.session.plays import stamp_all, to_morning, wait_for_card
from tests.session.worlds import HOUR, SECOND, copy_of, forty, opened, small

STAMPED = (events.LIKE, events.RESHARE)
SAID = (events.THANKED, events.MINUTE_BACK)


@cache
def whole_night() -> bytes:
    """A night in which all was passed on, in the morning."""
    return to_morning(opened(forty(), seed=2), "reshare-all").snapshot()


def night() -> Session:
    """That night."""
    return Session.restore(whole_night(), forty(), words=opened().words)


def played() -> Session:
    """The same night with its log of events."""
    return to_morning(opened(forty(), seed=2), "reshare-all")


def recount(session: Session) -> tuple[Counter[int], Counter[int], Counter[int]]:
    """Stamps, readings and thanks of each post from the start of the shift on, from the log and nothing else."""
    told = [event for event in session.engine.history() if event.tick > session.start_tick]
    stamps = Counter(card_id(event.subject, event.nth) for event in told if event.kind in STAMPED)
    readers = Counter(card_id(event.subject, event.nth) for event in told if event.kind in SAID)
    thanked = Counter(card_id(event.subject, event.nth) for event in told if event.kind == events.THANKED)
    return stamps, readers, thanked


def test_counts_are_those_of_the_log() -> None:
    session = played()
    stamps, readers, thanked = recount(session)
    assert sum(stamps.values()) > 150
    for card, post in session.front.posts.items():
        assert (post.stamps, post.readers, post.thanked) == (stamps[card], readers[card], thanked[card])
    assert stamps.keys() | readers.keys() <= session.front.posts.keys()


def test_every_post_since_the_burn_in_is_on_it_and_is_what_the_world_made_it() -> None:
    session = played()
    made = [e for e in session.engine.history() if e.kind == events.POST and e.tick > session.start_tick]
    assert {card_id(event.subject, event.nth) for event in made} <= session.front.posts.keys()
    posts = session.engine.world.posts
    for row, serial in enumerate(posts.serial):
        if serial >= 0:
            post = session.front.posts[card_id(posts.author[row], posts.nth[row])]
            assert (post.quality, post.drama, post.kind, post.target) == (
                posts.quality[row], posts.drama[row], posts.kind[row], posts.target[row],
            )  # fmt: skip


def test_what_neighbours_read_is_counted_by_whatever_way_it_came() -> None:
    session = played()
    told = [event for event in session.engine.history() if event.tick > session.start_tick and event.kind in SAID]
    for one in session.neighbours("you"):
        mine = [event.kind for event in told if event.actor == one.account]
        counted = session.front.readers[one.account]
        assert (counted.thanked, counted.back) == (mine.count(events.THANKED), mine.count(events.MINUTE_BACK))
        assert counted.pleased == (mine[-1:] == [events.THANKED])
        assert counted.thanked >= one.thanked  # of yours and of everybody's


def test_slices_do_not_show_on_it() -> None:
    fronts = []
    words_told = []
    for step, budget in ((400 * SECOND, 1 << 60), (977, 1 << 60), (50 * SECOND, 40)):
        session = opened(small())
        session.do("you", Reshare(wait_for_card(session)))
        session.advance(20 * SECOND)
        session.do("you", Leave())
        end = session.chair("you").morning + HOUR
        while session.tick < end:
            session.advance(max(0, min(step, end - session.tick - session.behind)), budget)
        fronts.append((session.front.plain(), session.top("you")))
        words_told.append(session.wording.plain())
    assert fronts[0] == fronts[1] == fronts[2]
    assert words_told[0] == words_told[1] == words_told[2]


def test_it_is_printed_after_the_bell() -> None:
    session = opened()
    with pytest.raises(Refused, match="after the bell"):
        session.top("you")


def test_the_ten_are_those_that_were_stamped_most_whoever_stamped_them() -> None:
    session = played()
    stamps, readers, thanked = recount(session)
    top = session.top("you")
    ranked = sorted(stamps, key=lambda card: (-stamps[card], card))[:10]
    assert [line.card for line in top.lines] == ranked
    assert [(line.stamps, line.readers, line.thanked) for line in top.lines] == [
        (stamps[card], readers[card], thanked[card]) for card in ranked
    ]
    assert len({line.headline for line in top.lines}) == 10
    assert top.stamps == sum(line.stamps for line in top.lines)


def test_your_ink_stands_on_the_lines_you_lifted() -> None:
    session = night()
    top = session.top("you")
    lifted = {card.card for card in session.chair("you").cards if card.verb in STAMPED}
    assert [line.mine for line in top.lines] == [line.card in lifted for line in top.lines]
    assert top.mine == sum(line.mine for line in top.lines) >= 1


def test_who_ignored_everything_has_no_ink_on_it() -> None:
    top = to_morning(opened(), "ignore-all").top("you")
    assert (top.mine, {line.mine for line in top.lines}) == (0, {False})


def test_what_nobody_stamped_is_not_on_it() -> None:
    session = stamp_all(opened(), Like)
    session.front.leaders = []
    top = session.top("you")
    assert (top.lines, top.stamps, top.mine) == ((), 0, 0)


def test_under_it_stands_the_post_that_was_thanked_for_best_and_is_not_on_it() -> None:
    session = played()
    stamps, readers, thanked = recount(session)
    top = session.top("you")
    listed = {line.card for line in top.lines}
    best = top.unlisted
    assert best is not None
    assert best.card not in listed
    least = session.scenario.shift.unlisted_readers
    assert (best.readers, best.thanked) == (readers[best.card], thanked[best.card])
    assert best.readers >= least
    share = (best.thanked + 1) / (best.readers + 2)
    others = [card for card, count in readers.items() if count >= least and card not in listed]
    assert share == max((thanked[card] + 1) / (readers[card] + 2) for card in others)
    assert stamps[best.card] <= top.lines[-1].stamps


def test_where_nothing_was_read_often_enough_nothing_stands_under_it() -> None:
    session = stamp_all(opened(), Like)
    for post in session.front.posts.values():
        post.readers = 0
    assert session.top("you").unlisted is None


def test_it_changes_in_the_night_and_stands_still_in_the_morning() -> None:
    session = stamp_all(opened(forty(), seed=2), Reshare)
    evening = session.top("you")
    session.advance(session.chair("you").morning - session.tick)
    morning = session.top("you")
    assert morning.stamps > evening.stamps
    session.advance(24 * HOUR)
    assert session.top("you") == morning


def test_looking_at_it_changes_no_words_however_often() -> None:
    looked, blind = (stamp_all(opened(forty(), seed=2), Reshare) for _ in range(2))
    headlines: dict[int, str] = {}
    for _ in range(8):
        for session in (looked, blind):
            session.advance(HOUR // 2)
        for line in looked.top("you").lines:
            assert headlines.setdefault(line.card, line.headline) == line.headline
    assert looked.top("you") == blind.top("you")
    assert looked.snapshot() == blind.snapshot()


def test_lines_have_words_of_the_deck_and_no_two_the_same() -> None:
    for seed in (1, 2, 3):
        session = to_morning(opened(forty(), seed=seed))
        told = session.wording.deck(session.chair("you").account).told
        lines = session.top("you").lines
        assert {address_of(line.card) for line in lines} <= told.keys()
        assert len({line.headline for line in lines}) == len(lines) == 10


def test_what_lay_on_the_desk_keeps_its_words_on_it() -> None:
    session = night()
    chair = session.chair("you")
    dealt = {card.card for card in chair.cards}
    lines = [line for line in session.top("you").lines if line.card in dealt]
    assert lines
    for line in lines:
        assert line.headline == session.wording.headline(chair.account, line.card)


@pytest.mark.parametrize("seed", [2, 4])
def test_a_post_has_the_same_words_on_the_twin_s_front_page(seed: int) -> None:
    session = opened(forty(), seed=seed)
    shadow = Shadow(session)
    to_morning(session, "reshare-all")
    while not shadow.advance(10_000):
        pass
    told = session.debrief("you", shadow.session)
    mine = {line.card: (line.headline, line.author) for line in told.top.lines}
    other = {line.card: (line.headline, line.author) for line in told.twin_top.lines}
    both = mine.keys() & other.keys()
    assert len(both) >= 3
    assert mine != other
    assert {card: mine[card] for card in both} == {card: other[card] for card in both}


def test_it_can_be_put_away() -> None:
    session = night()
    again = copy_of(session)
    assert again.front.plain() == session.front.plain()
    assert again.top("you") == session.top("you")
    empty = Front(())
    empty.take_plain(session.front.plain())
    assert empty.plain() == session.front.plain()


def test_whoever_sits_down_late_has_a_front_page_from_then_on() -> None:
    session = opened(seats=[Seat("you", "clerk")])
    session.advance(3 * HOUR)
    sat_down = session.tick
    session.hand_over("you", "human")
    stamp_all(session, Reshare)
    session.advance(session.chair("you").morning - session.tick)
    told = [event for event in session.engine.history() if event.tick > sat_down]
    stamps = Counter(card_id(event.subject, event.nth) for event in told if event.kind in STAMPED)
    ranked = sorted(stamps, key=lambda card: (-stamps[card], card))[:10]
    assert [(line.card, line.stamps) for line in session.top("you").lines] == [(card, stamps[card]) for card in ranked]
    assert session.twin().top("you") == session.top("you")
