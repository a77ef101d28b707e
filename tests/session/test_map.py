"""The tube map: lamps that call-outs dim and an answer relights, pupils, what falls off the end of a neighbour's tray."""

from functools import cache

import pytest

from game.feed import events
from game.feed.world import ANSWER_POST, CALLOUT_POST, COURSE_POST
from game.session import Commit, Ignore, Like, Neighbour, Reshare, Session
from game.session.settle import cast_accounts
from game.session.shadow import ignoring
from game.session.tally import card_id
from tests.session.plays import stamp_all, stamp_if_allowed, to_morning, to_night, wait_for_card
from tests.session.worlds import SECOND, copy_of, forty, opened, words


def named(session: Session, name: str) -> Neighbour:
    """One neighbour."""
    return next(one for one in session.neighbours("you") if one.name == name)


def kind_of(session: Session, card: int) -> int:
    """What kind of post a card is."""
    return session.front.posts[card].kind


@cache
def reshared() -> bytes:
    """A night in which all was passed on, call-outs and the answer too, in the morning."""
    return to_morning(opened(forty(), seed=1), "reshare-all").snapshot()


def night() -> Session:
    return Session.restore(reshared(), forty(), words=words())


def lamps(*kinds: int) -> list[tuple[str, int]]:
    """Pass on posts of these kinds about or by Bram and nothing else; after each stamp its kind and how dim his lamp is."""
    session = opened(forty(), seed=1)
    bram = cast_accounts(session.scenario)["bram"]
    told = []
    while session.phase("you") == "shift":
        for card in session.tray("you"):
            post = session.front.posts[card.id]
            concerns = post.target == bram or card.id >> 20 == bram
            if post.kind in kinds and concerns and not card.times:
                session.do("you", Reshare(card.id))
                session.do("you", Commit())
                told.append(("answer" if post.kind == ANSWER_POST else "call-out", named(session, "Bram").dim))
            else:
                session.do("you", Ignore(card.id))
        session.advance(SECOND)
    return told


def test_each_call_out_that_is_passed_on_dims_the_lamp_by_a_third() -> None:
    assert lamps(CALLOUT_POST) == [("call-out", 1), ("call-out", 2), ("call-out", 3)]


def test_an_answer_that_is_passed_on_lights_it_again() -> None:
    told = lamps(CALLOUT_POST, ANSWER_POST)
    assert sorted(kind for kind, _ in told) == ["answer", "call-out", "call-out", "call-out"]
    place = next(place for place, (kind, _) in enumerate(told) if kind == "answer")
    assert told[place][1] == 0
    assert told[place - 1][1] > 0


def test_an_answer_alone_leaves_it_as_it_was() -> None:
    assert lamps(ANSWER_POST) == [("answer", 0)]


def test_no_lamp_goes_out_further_than_out() -> None:
    session = opened()
    chair = session.chair("you")
    chair.tally.against[chair.neighbours[0]] = 7
    assert session.neighbours("you")[0].dim == 3


def test_call_outs_that_are_put_aside_dim_nothing() -> None:
    session = stamp_all(opened(forty(), seed=1), Ignore)
    assert CALLOUT_POST in {kind_of(session, card.card) for card in session.chair("you").cards}
    assert {one.dim for one in session.neighbours("you")} == {0}


def test_a_card_of_a_call_out_says_whom_it_is_about() -> None:
    session = opened(forty(), seed=1)
    about: dict[str, set[int]] = {}
    while session.phase("you") == "shift":
        for card in session.tray("you"):
            about.setdefault(card.about, set()).add(kind_of(session, card.id))
            session.do("you", Ignore(card.id))
        session.advance(SECOND)
    assert about["Bram"] == {CALLOUT_POST}
    assert CALLOUT_POST not in about[""]


def test_pupils_are_neighbours_who_bought_what_you_passed_on() -> None:
    found = 0
    for seed in (1, 4, 7):
        session = to_morning(opened(forty(aspirant_share=0.9, course_buy=1.0), seed=seed), "reshare-all")
        chair = session.chair("you")
        passed = {
            card_id(event.subject, event.nth): event.tick
            for event in session.engine.history()
            if event.kind == events.RESHARE and event.actor == chair.account
        }
        bought = {
            event.actor
            for event in session.engine.history()
            if event.kind == events.BUY and event.tick >= passed.get(card_id(event.subject, event.nth), 1 << 40)
        }
        assert set(chair.tally.pupils) == bought
        assert {one.account for one in session.neighbours("you") if one.pupil} == bought & set(chair.neighbours)
        found += len(bought)
    assert found >= 3


def test_who_passes_no_course_on_makes_no_pupil() -> None:
    session = opened(forty(aspirant_share=0.9, course_buy=1.0), seed=1)
    while session.phase("you") == "shift":
        for card in session.tray("you"):
            stamp_if_allowed(session, Ignore if kind_of(session, card.id) == COURSE_POST else Reshare, card.id)
        session.advance(SECOND)
    assert session.chair("you").tally.pupils == {}


def test_what_lies_in_a_tray_is_what_the_world_says_and_never_more_than_it_holds() -> None:
    session = night()
    accounts = session.engine.world.accounts
    for one in session.neighbours("you"):
        assert one.waiting == accounts.tray_waiting[one.account]
        assert 0 <= one.slips <= one.waiting <= one.room == session.engine.rules.tray_size


def test_what_a_delivery_of_yours_pushed_off_is_counted_by_the_log() -> None:
    session = to_morning(opened(forty(), seed=1), "reshare-all")
    you = session.chair("you").account
    told = list(session.engine.history())
    pushed = []
    for place, event in enumerate(told):
        if event.kind == events.RESHARE and event.actor == you:
            for later in told[place + 1 :]:
                if later.kind == events.DELIVERED and later.actor == you:
                    break
                if later.kind == events.FELL_OFF:
                    pushed.append((later.actor, card_id(later.subject, later.nth)))
    assert len(pushed) > 20
    assert session.chair("you").tally.pushed == pushed
    for one in session.neighbours("you"):
        assert one.lost == sum(reader == one.account for reader, _ in pushed)


def test_each_paper_on_the_slip_fell_in_this_world_and_not_in_the_twin() -> None:
    session = to_morning(opened(forty(), seed=1), "reshare-all")
    twin = session.twin(ignoring)
    here, there = (
        {
            (e.actor, card_id(e.subject, e.nth))
            for e in world.engine.history()
            if e.kind == events.FELL_OFF and e.tick > world.start_tick
        }
        for world in (session, twin)
    )
    tally = session.chair("you").tally
    slip = session.ledger("you", twin)
    assert slip.pushed == sum(fell in here and fell not in there for fell in tally.pushed)
    assert 0 < slip.pushed < len(tally.pushed)
    worths = sorted(session.front.posts[card].worth for card in tally.passed)
    better = [card for reader, card in tally.pushed if (reader, card) not in there
              and card in session.front.posts and session.front.posts[card].worth > worths[len(worths) // 2]]  # fmt: skip
    assert slip.pushed_better == len(better) > 0
    assert (session.ledger("you").pushed, session.ledger("you").pushed_better) == (None, None)  # unknown without the twin


def test_lifted_posts_are_counted_by_their_authors() -> None:
    session = opened()
    card = wait_for_card(session)
    session.do("you", Like(card))
    session.do("you", Commit())
    assert session.chair("you").tally.liked == {card >> 20: 1}
    for one in session.neighbours("you"):
        assert one.liked == (one.account == card >> 20)


def favours(session: Session) -> list[tuple[bool, bool]]:
    """Play with everything passed on: for each card whether it says that it is a favour, and whether the log says so."""
    you = session.chair("you").account
    accounts = {one.name: one.account for one in session.neighbours("you")}
    told = []
    while session.phase("you") == "shift":
        for card in session.tray("you"):
            last = next(reversed(session.chair("you").tally.passed), None)
            carried = {
                event.actor
                for event in session.engine.history()
                if event.kind == events.RESHARE and card_id(event.subject, event.nth) == last and event.other == you
            }
            if card.via is None or card.via in accounts:
                told.append((card.favour, accounts.get(card.via or "", -1) in carried))
            stamp_if_allowed(session, Reshare, card.id)
        session.advance(SECOND)
    return told


@pytest.mark.parametrize("seed", [2, 3])
def test_a_favour_is_asked_by_who_passed_your_last_one_on(seed: int) -> None:
    told = favours(opened(forty(), seed=seed))
    assert [says for says, _ in told] == [is_ for _, is_ in told]


def test_favours_are_asked_on_some_seed() -> None:
    assert any(says for seed in (2, 3) for says, _ in favours(opened(forty(), seed=seed)))


def test_the_map_can_be_put_away() -> None:
    session = night()
    assert copy_of(session).neighbours("you") == session.neighbours("you")
    assert copy_of(session).chair("you").tally == session.chair("you").tally


def test_call_outs_that_were_ignored_are_known_by_the_books() -> None:
    session = opened(forty())
    assert session.put_aside("you") == ()
    to_night(session, "ignore-all")
    chair = session.chair("you")
    posts = session.front.posts
    about = [card.card for card in chair.cards if card.verb and posts[card.card].kind == CALLOUT_POST]
    assert session.put_aside("you") == tuple(dict.fromkeys(about))
    assert len(about) >= 2, "the level's call-outs reach the desk"
