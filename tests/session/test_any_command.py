"""No command breaks a law: random legal and illegal commands, and time, in any order."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from game.session import (
    Begin,
    Command,
    Commit,
    HandOver,
    Ignore,
    Leave,
    Like,
    Next,
    Pace,
    Refused,
    Replay,
    Reshare,
    Session,
    Stay,
    Undo,
    Unfold,
)  # fmt: skip
from tests.session.plays import stamp_if_allowed
from tests.session.worlds import SECOND, copy_of, opened, small, taught

CARDS = st.integers(-2, 300 << 20)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    *(st.builds(kind, CARDS) for kind in (Ignore, Like, Reshare, Unfold)),
    *(st.builds(kind) for kind in (Undo, Commit, Next, Begin, Stay, Leave)),
    st.builds(Pace, st.sampled_from(["brisk", "calm", "hurry", ""])),
    st.builds(HandOver, st.sampled_from(["human", "me", ""])),
)


class Desk(RuleBasedStateMachine):
    """One seat of a small world."""

    level = small()

    def __init__(self) -> None:
        super().__init__()
        self.session = self.opened()
        self.earlier = 0

    def opened(self) -> Session:
        return opened(self.level, seed=11)

    @property
    def waiting(self) -> int:
        return len(self.session.tray("you"))

    @rule(ticks=st.integers(0, 15 * SECOND), budget=st.sampled_from([1 << 62, 1, 60]))
    def time_passes(self, ticks: int, budget: int) -> None:
        self.session.advance(ticks, budget)

    @rule(data=st.data())
    def a_legal_command_is_accepted(self, data: st.DataObject) -> None:
        legal = [command for command in self.session.legal("you") if not isinstance(command, Leave)]
        if legal:
            command = data.draw(st.sampled_from(legal))
            self.session.do("you", command)
            assert self.session.log[-1].command == command

    @rule(nth=st.integers(0, 40), stamp=st.sampled_from([Ignore, Like, Reshare]))
    def a_stamp_takes_one_card_away(self, nth: int, stamp: type[Like]) -> None:
        tray = self.session.tray("you")
        if tray and self.session.phase("you") in ("shift", "overtime"):
            card = tray[nth % len(tray)]
            stamp_if_allowed(self.session, stamp, card.id)
            out = self.session.out("you")
            assert out is not None
            assert out.id == card.id
            assert self.waiting == len(tray) - 1

    @rule(command=COMMANDS)
    def any_command_is_accepted_or_refused_in_words(self, command: Command) -> None:
        before = (self.session.digest(), len(self.session.log))
        legal = self.session.legal("you")
        if command in legal:
            self.session.do("you", command)
            assert len(self.session.log) == before[1] + 1
        else:
            with pytest.raises(Refused, match=r"\w"):
                self.session.do("you", command)
            assert (self.session.digest(), len(self.session.log)) == before

    @rule()
    def it_can_be_put_away_and_taken_out_again(self) -> None:
        self.session = copy_of(self.session)

    @invariant()
    def the_clock_does_not_go_back(self) -> None:
        assert self.session.tick >= self.earlier
        self.earlier = self.session.tick

    @invariant()
    def the_pile_keeps_its_size(self) -> None:
        size = self.session.engine.rules.pile_size
        assert self.waiting + (self.session.out("you") is not None) <= size + 1

    @invariant()
    def every_card_is_somewhere(self) -> None:
        session, shift = self.session, self.session.shift("you")
        assert min(shift.dealt, shift.handled, shift.fallen, shift.waiting) >= 0
        assert shift.waiting == self.waiting
        assert shift.dealt <= shift.cards
        assert (shift.handled, shift.fallen) == (0, 0) or session.phase("you") != "lesson"
        if session.phase("you") not in ("lesson", "night", "morning"):
            out = session.out("you") is not None
            assert shift.dealt == shift.handled + shift.fallen + shift.waiting + out

    @invariant()
    def posts_know_how_many_desks_they_lie_on(self) -> None:
        on_desks = sum(self.session.engine.world.posts.desks)
        assert on_desks == self.waiting + (self.session.out("you") is not None)

    @invariant()
    def the_ledger_is_kept_until_the_seat_went_home(self) -> None:
        session = self.session
        if session.phase("you") in ("night", "morning"):
            assert 0.0 <= session.ledger("you").mark <= 100.0
        else:
            with pytest.raises(Refused):
                session.ledger("you")

    @invariant()
    def meters_do_not_go_below_nothing(self) -> None:
        meters = self.session.meters("you")
        assert meters.wage == 0.0
        assert min(meters.minutes_worked, meters.platform_earned, meters.others_thanked, meters.others_back) >= 0.0

    def teardown(self) -> None:
        session = self.session
        replay = Replay(self.opened(), session.log, session.tick)
        assert replay.advance()
        again = replay.session
        assert again.digest() == session.digest()
        for ask in ("meters", "tray", "lesson", "neighbours", "pencil"):
            assert getattr(again, ask)("you") == getattr(session, ask)("you")


class Lesson(Desk):
    """The same, from the first moment of the lesson."""

    level = taught()

    @rule(nth=st.integers(0, 2))
    def a_paper_is_stamped_if_its_drawer_is_open(self, nth: int) -> None:
        if self.session.phase("you") == "lesson" and self.session.tray("you"):
            state = self.session.lesson("you")
            assert state is not None
            stamp, card = (Ignore, Like, Reshare)[nth], self.session.tray("you")[0].id
            assert stamp_if_allowed(self.session, stamp, card) == (stamp.__name__.lower() in state.verbs)

    @invariant()
    def a_lesson_has_one_paper_at_a_time_and_no_mark(self) -> None:
        session, state = self.session, self.session.lesson("you")
        assert (state is None) == (session.phase("you") != "lesson")
        if state is not None:
            assert self.waiting + (session.out("you") is not None) <= 1
            assert state.ready == (Next() in session.legal("you"))
            assert not session.chair("you").cards
            assert not session.chair("you").habits


def test_no_command_breaks_a_law() -> None:
    run_state_machine_as_test(Desk, settings=settings(max_examples=12, stateful_step_count=25))


def test_nor_in_a_lesson() -> None:
    run_state_machine_as_test(Lesson, settings=settings(max_examples=12, stateful_step_count=25))
