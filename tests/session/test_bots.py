"""Bots: they see cards and nothing else, and how they fare says that the mark asks for judgement."""

from collections import Counter
from dataclasses import fields, replace
from functools import cache

import pytest

from game.session import Card, Commit, Ignore, Like, Reshare, Seat, Session
from game.session.bots import BOTS, Seen, UnknownBot, bot_named, coin, contrarian, crowd, curious
from game.session.player import Player
from tests.session.plays import stamp_all, to_morning
from tests.session.worlds import SECOND, opened, small, words

SEEDS = range(1, 8)


def card(headline: str = "Low tide is 16:10, not 17:10", inside: str | None = None, likes: int | None = 3) -> Card:
    return Card(5, headline, inside, "Bram", "regular", 7, None, 20, likes, likes, flame=False, unfolded=inside is not None)


def seen(one: Card, counters: tuple[int, ...] = (), luck: float = 0.3) -> Seen:
    return Seen(one, counters, words().judge, luck)


def test_a_bot_is_shown_a_card_and_no_world() -> None:
    assert Seen._fields == ("card", "counters", "judge", "luck")
    plain = {"int", "str", "bool", "str | None", "int | None", "Badge", "tuple"}
    names = {getattr(field.type, "__name__", str(field.type)) for field in fields(Card)}
    assert {"quality", "kind", "drama", "worth"} & {field.name for field in fields(Card)} == set()
    assert {name for name in names if "Literal" not in name} <= plain | {"Union", "UnionType"}


def test_crowd_and_contrarian_part_at_the_median_of_what_they_saw() -> None:
    for likes, choice in ((1, "ignore"), (9, "reshare")):
        assert crowd(seen(card(likes=likes), (2, 6, 40))) == choice
        assert contrarian(seen(card(likes=likes), (2, 6, 40))) != choice


def test_hidden_counters_count_as_nothing() -> None:
    assert crowd(seen(card(likes=None))) == "ignore"


def test_coin_follows_its_luck() -> None:
    assert [coin(seen(card(), luck=luck)) for luck in (0.1, 0.9)] == ["reshare", "ignore"]


def test_curious_unfolds_when_in_doubt_and_never_twice() -> None:
    assert curious(seen(card("A small brown box"))) == "unfold"
    assert curious(seen(card("A small brown box", inside="A box"))) in ("reshare", "ignore")


def test_an_unknown_bot_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownBot, match="curious"):
        bot_named("furious")


@cache
def played(bot: str) -> list[Session]:
    return [to_morning(opened(seed=seed), bot) for seed in SEEDS]


def test_curious_beats_the_coin() -> None:
    marks = {bot: sum(session.ledger("you").mark for session in played(bot)) for bot in ("curious", "coin")}
    assert marks["curious"] > 1.3 * marks["coin"]


@pytest.mark.parametrize("bot", ["ignore-all", "like-all", "reshare-all"])
def test_who_does_not_look_never_wins(bot: str) -> None:
    assert {session.outcome("you") for session in played(bot)} == {"lost"}


@pytest.mark.parametrize("bot", BOTS)
def test_every_bot_plays_to_the_end(bot: str) -> None:
    session = to_morning(opened(), bot)
    assert session.ledger("you").handled >= 8
    assert session.out("you") is None


def test_the_mix_of_kinds_is_kept_on_every_seed() -> None:
    for session in played("curious"):
        kinds = Counter(dealt.kind for dealt in session.chair("you").cards)
        mix = session.scenario.shift.mix
        for kind, planned in zip((1, 2, 3), (mix.worthy, mix.bait, mix.so_so), strict=True):
            assert abs(kinds[kind] - planned) <= 2


def test_two_seats_do_not_throw_alike() -> None:
    level = small()
    two = replace(level, world={**level.world, "seats": 2})
    session = opened(two, seats=[Seat("you"), Seat("her")])
    seats = [Player(session, name, coin) for name in ("you", "her")]
    cards = [replace(card(), id=(author << 20) + 1) for author in range(40)]
    thrown = [[player.decide(one) for one in cards] for player in seats]
    assert thrown[0] != thrown[1]
    assert [seats[0].decide(one) for one in cards] == thrown[0]


def test_a_bot_s_stamp_is_carried_out_when_it_can_no_longer_be_taken_back() -> None:
    session = to_morning(opened(), "reshare-all")
    wait = int(session.scenario.shift.undo_seconds * SECOND)
    stamped = 0
    for entry in session.log:
        if isinstance(entry.command, Commit):
            assert entry.tick == stamped + wait
        elif isinstance(entry.command, Reshare | Ignore):  # a card of yours that comes back is put aside
            stamped = entry.tick
    commits = sum(isinstance(entry.command, Commit) for entry in session.log)
    assert commits >= session.ledger("you").handled - 1


def test_a_bot_plays_as_a_hand_that_gives_the_same_stamps() -> None:
    by_hand = stamp_all(opened(), Like).ledger("you")
    by_bot = to_morning(opened(), "like-all").ledger("you")
    assert (by_hand.hits, by_hand.false_alarms) == (by_bot.hits, by_bot.false_alarms)
