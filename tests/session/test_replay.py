"""Same luck: replays, rewinds and twins."""

import json
from dataclasses import replace

import pytest

from game.feed import events
from game.scenario import Mix
from game.session import Entry, Ignore, Leave, Like, Replay, Reshare, Session, Undo
from game.session.shadow import ignoring
from tests.session.plays import stamp_if_allowed, to_morning, to_night
from tests.session.worlds import YOU, opened, shift_of, small, soon, the_tray, words


def test_same_seed_and_commands_same_digest_and_another_seed_another() -> None:
    digests = []
    for seed in (7, 7, 8):
        session = Session.start(small(), seed, words=words())
        session.warm_up()
        digests.append(to_night(session).digest())
    assert digests[0] == digests[1] != digests[2]


def test_the_log_alone_leads_to_the_same_session() -> None:
    played = to_morning(opened(), "coin")
    log = [Entry.from_plain(entry) for entry in json.loads(json.dumps([entry.plain() for entry in played.log]))]
    again = Session.replay(small(), 7, YOU, log, played.tick, words=words())
    assert again.digest() == played.digest()
    assert again.ledger("you") == played.ledger("you")
    assert again.log == played.log


@pytest.mark.parametrize("budget", [1, 7, 1000])
def test_a_replay_in_slices_is_the_replay_at_once(budget: int) -> None:
    played = to_night(opened(), "reshare-all")
    replay = Replay.of(played)
    while not replay.advance(budget):
        pass
    assert replay.missed == 0
    assert replay.session.digest() == played.digest()
    assert replay.session.meters("you") == played.meters("you")


def test_a_twin_without_change_is_the_same_world() -> None:
    played = to_morning(opened())
    twin = played.twin()
    assert twin.digest() == played.digest()
    assert twin.tray("you") == played.tray("you")


def test_rewound_to_an_entry_the_same_commands_lead_to_the_same_digest() -> None:
    played = to_night(opened(), "coin")
    for entries in (0, 1, len(played.log) // 2, len(played.log)):
        again = played.rewind(entries)
        assert again.log == played.log[:entries]
        for entry in played.log[entries:]:
            again.advance(entry.tick - again.tick)
            again.do(entry.seat, entry.command)
        again.advance(played.tick - again.tick)
        assert again.digest() == played.digest()


def test_a_rewind_shows_the_cards_in_the_same_words() -> None:
    session = opened()
    session.advance(20 * 480)
    before = session.tray("you")
    session.do("you", Reshare(before[0].id))
    session.advance(20 * 480)
    again = session.rewind(0)
    assert again.tray("you") == before


@pytest.mark.parametrize("entries", [-1, 99])
def test_a_rewind_beyond_the_log_says_what_is_allowed(entries: int) -> None:
    with pytest.raises(ValueError, match=r"allowed is 0 \.\. 0"):
        opened().rewind(entries)


def verdicts(session: Session) -> dict[tuple[int, int, int], int]:
    """What every reader said of every post, the last time it read it."""
    said = (events.THANKED, events.MINUTE_BACK)
    return {(one.actor, one.subject, one.nth): one.kind for one in session.engine.history() if one.kind in said}


def test_a_twin_that_ignores_everything_has_everybody_s_luck_untouched() -> None:
    played = to_morning(opened(), "reshare-all")
    twin = played.twin(ignoring)
    assert twin.digest() != played.digest()
    here, there = verdicts(played), verdicts(twin)
    both = here.keys() & there.keys()
    assert len(both) > 500
    assert {key: here[key] for key in both} == {key: there[key] for key in both}


def test_communities_that_a_choice_does_not_reach_live_on_as_if_nothing_had_been_chosen() -> None:
    # No follow and no recommendation leaves its community, and the seat passes on posts of its own one only.
    apart = replace(small(cross=0.0, drama_makers=0, gurus=0), cast=(), schedule=())
    session = opened(shift_of(apart, cards=30, mix=Mix(10, 10, 10)))
    account = session.chair("you").account
    communities = session.engine.rules.communities
    home = account % communities
    passed = 0
    while session.phase("you") != "bell":
        for card in session.tray("you"):
            near = (card.id >> 20) % communities == home
            passed += stamp_if_allowed(session, Reshare if near else Ignore, card.id) and near
        session.advance(480)
    session.do("you", Leave())
    session.advance(4 * 3600)
    assert passed >= 3
    twin = session.twin(ignoring)
    community = session.engine.world.accounts.community

    def elsewhere(world: Session) -> list[events.Event]:
        """What was done since the shift began by accounts of other communities."""
        return [one for one in world.engine.history() if one.tick > world.start_tick and community[one.actor] != home]

    assert len(elsewhere(session)) > 400
    assert elsewhere(session) == elsewhere(twin)
    assert session.digest() != twin.digest()


def test_a_twin_does_without_commands_that_have_no_meaning_in_it() -> None:
    session = opened()
    session.advance(10 * 480)
    card = session.tray("you")[0].id
    session.do("you", Like(card))
    session.do("you", Undo())
    replay = Replay.of(session, lambda _number, entry: None if isinstance(entry.command, Like) else entry.command)
    assert replay.advance()
    assert replay.missed == 1
    assert [entry.command for entry in replay.session.log] == []


@pytest.mark.slow
def test_the_level_itself_replays() -> None:
    session = Session.start(the_tray(), 3, words=words())
    session.warm_up()
    to_night(session)
    assert session.twin().digest() == session.digest()


def test_the_level_in_a_small_world_replays() -> None:
    session = to_night(opened(soon(the_tray()), seed=3))
    twin = session.twin()
    assert twin.digest() == session.digest()
    assert twin.ledger("you") == session.ledger("you")
