"""The pencil: it counts the seat's own stamps, exactly, and guesses in the last act only."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session import Card, Commit, Ignore, Like, Reshare, Session, Undo
from game.session.pencil import VERBS, Habit, commonest, guess, likelihood, traits
from game.session.views import Verb
from tests.session.plays import stamp_all, stamp_if_allowed, to_morning, wait_for_card
from tests.session.worlds import SECOND, copy_of, forty, opened, shift_of, small

TRAITS = st.tuples(
    st.sampled_from(["newcomer", "star"]), st.sampled_from(["high", "low"]), st.sampled_from(["flame", "calm"]),
    st.sampled_from(["friend", "platform"]),
)  # fmt: skip
HABITS = st.lists(st.builds(Habit, TRAITS, st.sampled_from(VERBS), st.none(), st.integers(0, 900)), max_size=40)
SWIFTS = ("regular", "low", "calm", "friend")
SOUP = ("star", "high", "flame", "platform")


def card(likes: int | None, *, reshares: int | None = 0, flame: bool = False, via: str | None = None) -> Card:
    return Card(5, "Outside", None, "Bram", "regular", 7, via, 20, likes, reshares, flame=flame, unfolded=False)


def habits(*made: tuple[tuple[str, ...], Verb]) -> list[Habit]:
    return [Habit(seen, verb, None, 0) for seen, verb in made]


# --- the counting ------------------------------------------------------------------------------------------------------


@given(TRAITS, HABITS)
def test_a_guess_is_one_of_the_three_stamps_and_the_likeliest(seen: tuple[str, ...], past: list[Habit]) -> None:
    guessed = guess(seen, past)
    assert guessed in VERBS
    assert likelihood(seen, guessed, past) == max(likelihood(seen, verb, past) for verb in VERBS)


@given(TRAITS, HABITS, st.randoms(use_true_random=False))
def test_the_order_of_past_stamps_does_not_matter(seen: tuple[str, ...], past: list[Habit], luck: object) -> None:
    shuffled = sorted(past, key=lambda _: luck.random())  # type: ignore[attr-defined]
    assert guess(seen, shuffled) == guess(seen, past)


@given(TRAITS, HABITS)
def test_likelihoods_are_exact_fractions_above_nothing(seen: tuple[str, ...], past: list[Habit]) -> None:
    for verb in VERBS:
        value = likelihood(seen, verb, past)
        assert isinstance(value, Fraction)
        assert value > 0


def test_counts_by_hand() -> None:
    # three passed on, of which two calm from friends; one put aside, that a flame from a star
    past = habits((SWIFTS, "reshare"), (SWIFTS, "reshare"), (SOUP, "reshare"), (SOUP, "ignore"))
    # regular 2, low 2, calm 2, friend 2 of 3, each count with one added
    assert likelihood(SWIFTS, "reshare", past) == 4 * Fraction(3, 5) ** 4
    assert likelihood(SWIFTS, "ignore", past) == 2 * Fraction(1, 3) ** 4
    assert likelihood(SWIFTS, "like", past) == Fraction(1, 2) ** 4
    assert guess(SWIFTS, past) == "reshare"
    # one of three like the soup was passed on; the one put aside was just like it
    assert (
        likelihood(SOUP, "reshare", past) == 4 * Fraction(2, 5) ** 4 < likelihood(SOUP, "ignore", past) == 2 * Fraction(2, 3) ** 4
    )
    assert guess(SOUP, past) == "ignore"


def test_whoever_has_stamped_nothing_is_expected_to_ignore() -> None:
    assert guess(SWIFTS, []) == "ignore"
    assert commonest([]) == "ignore"


def test_the_commonest_stamp_is_counted_and_the_first_in_a_tie() -> None:
    assert commonest(habits((SOUP, "like"), (SOUP, "reshare"), (SWIFTS, "reshare"))) == "reshare"
    assert commonest(habits((SOUP, "reshare"), (SOUP, "like"))) == "like"


def test_it_sees_tier_counters_flame_and_hands_and_nothing_else() -> None:
    past = [Habit(SWIFTS, "like", None, count) for count in (2, 9, 30)]
    assert traits(card(9), past) == ("regular", "low", "calm", "platform")
    assert traits(card(7, reshares=3, flame=True, via="Ines"), past) == ("regular", "high", "flame", "friend")
    assert traits(card(1), []) == ("regular", "high", "calm", "platform")
    assert traits(card(None, reshares=None), past) == ("regular", "low", "calm", "platform")


# --- at the desk -------------------------------------------------------------------------------------------------------


def play_to(session: Session, cards: int) -> Session:
    """Stamp so many cards: what burns is passed on."""
    for _ in range(cards):
        wait_for_card(session)
        top = session.tray("you")[0]
        stamp_if_allowed(session, Reshare if top.flame else Ignore, top.id)
        session.do("you", Commit())
    return session


@pytest.mark.parametrize(("cards", "from_"), [(9, 6), (10, 7)])
def test_it_guesses_from_two_thirds_of_the_shift_on(cards: int, from_: int) -> None:
    level = shift_of(small(), cards=cards, mix=opened().scenario.shift.mix)
    session = opened(level)
    for stamped in range(cards):
        wait_for_card(session)
        assert (session.pencil("you") is not None) == (stamped >= from_)
        play_to(session, 1)
    notes = session.chair("you").habits
    assert [note.guess is not None for note in notes] == [place >= from_ for place in range(cards)]


def test_its_guess_is_that_of_the_counts_and_is_noted_with_the_stamp() -> None:
    session = play_to(opened(forty(), seed=3), 30)
    for _ in range(8):
        wait_for_card(session)
        top, past = session.tray("you")[0], list(session.chair("you").habits)
        expected = session.pencil("you")
        assert expected == guess(traits(top, past), past)
        session.do("you", Ignore(top.id))
        note = session.chair("you").habits[-1]
        assert note == Habit(traits(top, past), "ignore", expected, (top.likes or 0) + (top.reshares or 0))


def test_it_is_not_there_without_a_card_or_a_desk() -> None:
    session = play_to(opened(), 7)
    while session.tray("you"):
        session.do("you", Ignore(session.tray("you")[0].id))
    assert session.pencil("you") is None
    assert to_morning(session).pencil("you") is None


def test_asking_it_changes_nothing() -> None:
    session = play_to(opened(), 7)
    wait_for_card(session)
    before = session.snapshot()
    assert session.pencil("you") == session.pencil("you")
    assert session.snapshot() == before


def test_undo_takes_its_note_back() -> None:
    session = play_to(opened(), 7)
    card_id = wait_for_card(session)
    before, expected = list(session.chair("you").habits), session.pencil("you")
    session.do("you", Like(card_id))
    assert len(session.chair("you").habits) == 8
    session.do("you", Undo())
    assert session.chair("you").habits == before
    assert session.pencil("you") == expected


def test_the_slip_counts_what_it_guessed() -> None:
    session = stamp_all(opened(forty(), seed=2), Reshare)
    notes = session.chair("you").habits
    guessed = [note for note in notes if note.guess]
    slip = session.ledger("you")
    assert slip.pencil_of == len(guessed) == 40 - 27
    assert slip.pencil_right == sum(note.guess == note.verb for note in guessed)
    assert slip.pencil_commonest == sum(note.verb == "reshare" for note in guessed)
    assert slip.pencil_right >= slip.pencil_commonest - 1  # whoever does one thing only is soon learnt


def test_its_notes_are_put_away_and_replayed() -> None:
    session = play_to(opened(), 8)
    wait_for_card(session)
    session.advance(SECOND)
    for again in (copy_of(session), session.twin()):
        assert again.chair("you").habits == session.chair("you").habits
        assert again.pencil("you") == session.pencil("you")
