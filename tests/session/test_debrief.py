"""The debrief: three cards again, a night beside its twin, tells and curve, all with the ledger's own counts."""

from collections import Counter
from functools import cache

import pytest

from game.feed import desk, events
from game.session import Commit, Ignore, Like, Refused, Replay, Reshare, Session, Undo
from game.session.chair import Dealt
from game.session.debrief import again, entry_of
from game.session.shadow import ignoring
from game.session.tally import Passed, address_of, card_id
from game.session.views import Again
from game.story.judge import TELLS
from tests.session.plays import stamp_all, to_morning, wait_for_card
from tests.session.worlds import forty, opened, words


def cards(session: Session) -> dict[str, Again]:
    """The cards shown again, by why."""
    shown = again(session, "you")
    assert len({card.card for card in shown}) == len(shown)
    return {card.why: card for card in shown}


def with_verdicts(dealt: list[tuple[int, int, int, int]]) -> Session:
    """A night in which the cards dealt had these (kind, verb, thanked, back)."""
    session = stamp_all(opened(), Ignore)
    chair = session.chair("you")
    ids = [one.card for one in chair.cards]
    chair.cards = [Dealt(card, kind, verb) for card, (kind, verb, _, _) in zip(ids, dealt, strict=False)]
    chair.tally.passed = {
        card: Passed({}, thanked, back)
        for card, (_, verb, thanked, back) in zip(ids, dealt, strict=False)
        if verb == events.RESHARE
    }
    return session


def test_no_card_comes_again_before_the_bell() -> None:
    with pytest.raises(Refused):
        again(opened(), "you")


def test_what_was_buried_what_cost_most_and_what_was_thanked_for_most() -> None:
    session = with_verdicts([
        (desk.WORTHY, events.RESHARE, 3, 0),
        (desk.WORTHY, events.RESHARE, 5, 1),
        (desk.WORTHY, events.IGNORE, 0, 0),
        (desk.BAIT, events.LIKE, 0, 0),
        (desk.BAIT, events.RESHARE, 1, 9),
        (desk.BAIT, events.RESHARE, 2, 8),
        (desk.SO_SO, events.RESHARE, 20, 20),
    ])  # fmt: skip
    dealt = [one.card for one in session.chair("you").cards]
    shown = cards(session)
    assert (shown["hit"].card, shown["hit"].thanked, shown["hit"].back) == (dealt[1], 5, 1)
    assert (shown["alarm"].card, shown["alarm"].thanked, shown["alarm"].back) == (dealt[4], 1, 9)
    assert (shown["buried"].card, shown["buried"].stamp) == (dealt[2], "ignore")


def test_where_nothing_was_buried_the_worthy_card_that_went_least_far_is_shown() -> None:
    session = with_verdicts([
        (desk.WORTHY, events.RESHARE, 3, 0),
        (desk.WORTHY, events.RESHARE, 5, 1),
        (desk.WORTHY, events.RESHARE, 2, 0),
    ])  # fmt: skip
    dealt = [one.card for one in session.chair("you").cards]
    shown = cards(session)
    assert set(shown) == {"buried", "hit"}
    assert (shown["buried"].card, shown["buried"].thanked) == (dealt[2], 2)


def test_a_card_on_the_floor_is_buried_too() -> None:
    session = with_verdicts([(desk.WORTHY, 0, 0, 0)])
    session.chair("you").cards[0].fallen = True
    assert [(card.why, card.stamp) for card in again(session, "you")] == [("buried", "floor")]


def test_who_passes_nothing_on_has_only_something_buried() -> None:
    session = stamp_all(opened(), Ignore)
    assert set(cards(session)) == {"buried"}


def test_a_like_is_a_hit_without_readers() -> None:
    shown = cards(stamp_all(opened(), Like))
    assert (shown["hit"].stamp, shown["hit"].thanked, shown["hit"].back) == ("like", 0, 0)


def test_the_counts_and_words_are_those_of_desk_and_ledger() -> None:
    session = stamp_all(opened(), Reshare)
    session.advance(session.chair("you").morning - session.tick)
    chair = session.chair("you")
    for card in again(session, "you"):
        assert (card.thanked, card.back) == (chair.tally.passed[card.card].thanked, chair.tally.passed[card.card].back)
        assert card.headline
        assert card.inside
        assert card.tells == session.wording.deck(chair.account).told[address_of(card.card)].tells
    assert sum(one.thanked + one.back for one in chair.tally.passed.values()) == session.meters("you").readings


def test_a_restored_night_shows_the_same_cards() -> None:
    session = to_morning(opened())
    copy = Session.restore(session.snapshot(), session.scenario, words=session.words)
    assert again(copy, "you") == again(session, "you")


# --- the whole debrief -------------------------------------------------------------------------------------------------


@cache
def _nights(bot: str, seed: int) -> tuple[bytes, bytes]:
    session = to_morning(opened(forty(), seed=seed), bot)
    return session.snapshot(), session.twin(ignoring).snapshot()


def nights(bot: str = "reshare-all", seed: int = 1) -> tuple[Session, Session]:
    """A whole shift with its twin, both in the morning."""
    played, twin = (Session.restore(one, forty(), words=words()) for one in _nights(bot, seed))
    return played, twin


BOTS = ("reshare-all", "curious", "like-all", "ignore-all")


def test_it_comes_after_the_bell() -> None:
    with pytest.raises(Refused):
        opened().debrief("you", opened())


@pytest.mark.parametrize("bot", BOTS)
def test_people_and_minutes_are_those_of_the_slip(bot: str) -> None:
    session, twin = nights(bot)
    told, slip = session.debrief("you", twin), session.ledger("you", twin)
    assert (told.minutes, told.thanked) == (slip.others_minutes, slip.thanked_minutes)
    assert told.people == len(session.chair("you").tally.people)
    assert (told.people > 0) == (told.minutes > 0) == (bot in ("reshare-all", "curious"))
    assert told.twin_digest == twin.digest()


def test_people_are_counted_once_each_however_much_they_read() -> None:
    session = to_morning(opened(forty(), seed=1), "reshare-all")
    told = session.debrief("you", session.twin(ignoring))
    tally = session.chair("you").tally
    readers = [
        event.actor
        for event in session.engine.history()
        if event.kind in (events.THANKED, events.MINUTE_BACK)
        and card_id(event.subject, event.nth) in tally.passed
        and event.other in tally.passed[card_id(event.subject, event.nth)].carriers
        and event.actor != session.chair("you").account
    ]
    assert told.people == len(set(readers)) < tally.readings
    assert sum(tally.people.values()) == tally.readings


@pytest.mark.parametrize("bot", BOTS)
def test_both_days_are_what_the_neighbours_read_in_each_world(bot: str) -> None:
    session, twin = nights(bot)
    told = session.debrief("you", twin)
    for days, world in ((told.days, session), (told.twin_days, twin)):
        assert [day.account for day in days] == [one.account for one in session.neighbours("you")]
        assert [(day.thanked, day.back) for day in days] == [
            (world.front.readers[day.account].thanked, world.front.readers[day.account].back) for day in days
        ]
    if bot == "ignore-all":
        assert told.days == told.twin_days
    if bot == "reshare-all":
        assert sum(day.thanked + day.back for day in told.days) > sum(day.thanked + day.back for day in told.twin_days)


@pytest.mark.parametrize("bot", BOTS)
def test_tells_add_up_to_those_on_the_marked_cards(bot: str) -> None:
    session, twin = nights(bot)
    told = session.debrief("you", twin)
    deck = session.wording.deck(session.chair("you").account).told
    cards = [card for card in session.chair("you").cards if card.kind in (desk.WORTHY, desk.BAIT) and card.done]
    slip = session.ledger("you")
    assert len(cards) == slip.worthy + slip.bait
    met = Counter(name for card in cards for name in deck[address_of(card.card)].tells)
    assert {tell.name: tell.times for tell in told.tells} == met
    assert {tell.name for tell in told.tells} <= set(TELLS.values())
    for tell in told.tells:
        assert tell.speaks_for == (tell.name in ("Seen it", "How it knows", "You can use it"))
        shown = next(one for one in deck.values() if (one.headline, one.inside) == (tell.headline, tell.inside))
        assert tell.name in shown.tells
    times = [(tell.speaks_for, -tell.times) for tell in told.tells]
    assert times == sorted(times)


@pytest.mark.parametrize("bot", BOTS)
def test_the_curve_adds_up_to_the_slip(bot: str) -> None:
    session, twin = nights(bot)
    told, slip = session.debrief("you", twin), session.ledger("you")
    assert [(point.first, point.last) for point in told.curve] == [(1, 10), (11, 20), (21, 30), (31, 40)]
    assert sum(point.hits for point in told.curve) == slip.hits
    assert sum(point.false_alarms for point in told.curve) == slip.false_alarms
    assert (sum(point.worthy for point in told.curve), sum(point.bait for point in told.curve)) == (slip.worthy, slip.bait)
    for point in told.curve:
        if point.worthy and point.bait:
            assert point.judgement == pytest.approx(point.hits / point.worthy - point.false_alarms / point.bait)
        else:
            assert point.judgement is None


def test_a_stretch_without_one_of_the_kinds_has_no_judgement() -> None:
    session = with_verdicts([(desk.WORTHY, events.RESHARE, 3, 0), (desk.SO_SO, events.IGNORE, 0, 0)])
    (point,) = session.debrief("you", session.twin()).curve
    assert (point.first, point.last, point.hits, point.worthy, point.bait, point.judgement) == (1, 2, 1.0, 1, 0, None)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_costliest_entry_is_the_stamp_of_the_alarm_and_rewinding_stands_before_it(seed: int) -> None:
    session, twin = nights("reshare-all", seed)
    told = session.debrief("you", twin)
    (alarm,) = [card for card in told.cards if card.why == "alarm"]
    assert told.costliest == alarm.entry
    assert session.log[told.costliest].command == Reshare(alarm.card)
    replay = Replay.to_entry(session, told.costliest)
    while not replay.advance(900):
        pass
    back = replay.session
    assert back.tick == session.log[told.costliest].tick
    assert Reshare(alarm.card) in back.legal("you")
    (shown,) = [card for card in back.tray("you") if card.id == alarm.card]
    assert shown.headline == alarm.headline
    assert shown.times == 0
    back.do("you", Ignore(alarm.card))  # the same luck, and another choice
    assert back.log[:-1] == session.log[: told.costliest]


def test_who_lifted_no_bait_has_no_costliest_stamp() -> None:
    session, twin = nights("ignore-all")
    assert session.debrief("you", twin).costliest == -1


def test_every_card_shown_again_knows_its_stamp_in_the_log() -> None:
    stamps = {"ignore": Ignore, "like": Like, "reshare": Reshare}
    checked = 0
    for bot in BOTS:
        session, twin = nights(bot)
        for card in session.debrief("you", twin).cards:
            if card.stamp in stamps:
                assert session.log[card.entry].command == stamps[card.stamp](card.card)
                checked += 1
            else:
                assert card.entry == -1
    assert checked >= 6


def test_a_stamp_that_was_taken_back_is_not_the_one() -> None:
    session = opened()
    card = wait_for_card(session)
    for _ in range(2):
        session.do("you", Like(card))
        session.do("you", Undo())
    session.do("you", Like(card))
    session.do("you", Commit())
    dealt = session.chair("you").cards[0]
    assert entry_of(session, session.chair("you"), dealt) == 4


def test_a_card_that_came_back_has_two_stamps_and_each_is_its_own() -> None:
    session, _ = nights("reshare-all", 1)
    chair = session.chair("you")
    back = next(card for card in chair.cards if card.kind == desk.RETURN and card.verb)
    first = next(card for card in chair.cards if card.card == back.card)
    assert session.log[entry_of(session, chair, first)].command == Reshare(first.card)
    assert session.log[entry_of(session, chair, back)].command == Ignore(first.card)
    assert entry_of(session, chair, first) < entry_of(session, chair, back)


def test_a_card_that_fell_has_no_stamp() -> None:
    session = with_verdicts([(desk.WORTHY, 0, 0, 0)])
    session.chair("you").cards[0].fallen = True
    (card,) = again(session, "you")
    assert (card.stamp, card.entry) == ("floor", -1)


@pytest.mark.parametrize("bot", BOTS)
def test_who_saw_a_card_and_by_any_route_is_the_front_page_s_count(bot: str) -> None:
    session, twin = nights(bot)
    for card in session.debrief("you", twin).cards:
        post = session.front.posts[card.card]
        assert (card.seen, card.seen_thanked) == (post.readers, post.thanked)
        assert card.seen >= card.thanked + card.back
        assert card.author == session.wording.name(card.card >> 20)


def test_the_front_pages_are_those_of_the_two_worlds() -> None:
    session, twin = nights("reshare-all", 2)
    told = session.debrief("you", twin)
    assert told.top == session.top("you")
    other = twin.top("you")
    assert [(line.card, line.stamps) for line in told.twin_top.lines] == [(line.card, line.stamps) for line in other.lines]
    assert told.twin_top.mine == 0
    assert [line.card for line in told.top.lines] != [line.card for line in told.twin_top.lines]


def test_asking_for_it_changes_nothing() -> None:
    session, twin = nights()
    before = session.snapshot(), twin.snapshot()
    assert session.debrief("you", twin) == session.debrief("you", twin)
    assert (session.snapshot(), twin.snapshot()) == before
