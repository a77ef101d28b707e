"""The lesson: five real papers, one after another, with drawers that open; it counts in no mark."""

import pytest

from game.feed import events
from game.kernel.calendar import kind_of, tick_of
from game.session import Begin, Command, Commit, Ignore, Leave, Like, Next, Pace, Refused, Reshare, Seat, Session, Undo, Unfold
from game.session.settle import cast_accounts, lesson_author
from game.session.tally import address_of, card_id
from tests.session.plays import stamp_all, to_morning
from tests.session.worlds import HOUR, SECOND, copy_of, opened, taught, the_tray, words

PAPERS = the_tray().lesson
SHUT = "still shut"


def lesson() -> Session:
    """A session at the first moment of its lesson."""
    return opened(taught())


def laid(session: Session) -> int:
    """Lay the next paper; its card."""
    session.do("you", Next())
    (card,) = session.tray("you")
    return card.id


def widest(number: int) -> type[Ignore | Like | Reshare]:
    """The stamp that passes most of those whose drawers are open for a paper."""
    return Reshare if PAPERS[number].reshare else Like if PAPERS[number].like else Ignore


def learn(session: Session, papers: int = len(PAPERS), seconds: int = 4) -> list[int]:
    """Take so many papers, each stamped as widely as it may be; the cards."""
    cards = []
    for _ in range(papers):
        number = session.chair("you").lesson
        cards.append(laid(session))
        session.do("you", widest(number)(cards[-1]))
        session.do("you", Commit())
        session.advance(seconds * SECOND)
    return cards


def row_of_card(session: Session, card: int) -> int:
    """Where the world keeps a post."""
    posts = session.engine.world.posts
    return next(
        row
        for row, at in enumerate(zip(posts.author, posts.nth, strict=True))
        if at == address_of(card) and posts.serial[row] >= 0
    )


def test_it_comes_before_the_shift_and_lays_nothing_by_itself() -> None:
    session = lesson()
    session.advance(60 * SECOND)
    assert session.phase("you") == "lesson"
    assert session.tray("you") == []
    told = session.lesson("you")
    assert told is not None
    assert (told.number, told.of, told.verbs, told.ready) == (0, 5, (), True)


@pytest.mark.parametrize("number", range(len(PAPERS)))
def test_each_paper_is_a_real_post_of_a_real_account(number: int) -> None:
    session = lesson()
    learn(session, number)
    session.advance(0)
    card = laid(session)
    author, nth = address_of(card)
    world = session.engine.world
    paper, row = PAPERS[number], row_of_card(session, card)
    assert author == (cast_accounts(session.scenario).get(paper.author) or lesson_author(session.scenario, 7, 0, number))
    assert world.accounts.posts_made[author] == nth
    assert (world.posts.quality[row], world.posts.drama[row], world.posts.tick[row]) == (paper.quality, paper.drama, session.tick)
    happened = [(event.kind, event.subject, event.nth) for event in session.advance(0) if event.kind != events.FELL_OFF]
    assert happened == [(kind, author, nth) for kind in (events.POST, events.DELIVERED, events.DEALT)]


def test_each_has_its_own_words_and_the_third_lies_open() -> None:
    session = lesson()
    for number, paper in enumerate(PAPERS):
        card = laid(session)
        (shown,) = session.tray("you")
        told = words().lessons[paper.key]
        assert shown.headline == told.headline
        assert shown.inside == (told.inside if paper.open else None)
        state = session.lesson("you")
        assert state is not None
        assert (state.number, state.key, state.unfold, state.done, state.ready) == (
            number + 1,
            paper.key,
            paper.unfold,
            False,
            False,
        )
        session.do("you", Ignore(card))
        session.do("you", Commit())


def test_its_authors_followers_read_it_like_any_post() -> None:
    session = lesson()
    soup = learn(session, 4)[3]
    session.advance(2 * HOUR)
    said = [event for event in session.engine.history() if event.kind in (events.THANKED, events.MINUTE_BACK)]
    readers = {event.actor for event in said if card_id(event.subject, event.nth) == soup}
    others = {event.actor for event in said if event.other == address_of(soup)[0] and event.actor in readers}
    assert len(readers) > len(session.neighbours("you"))
    assert others  # who has it from the author, and not from the seat


@pytest.mark.parametrize("number", range(len(PAPERS)))
def test_drawers_that_are_shut_are_refused_in_words_and_change_nothing(number: int) -> None:
    session = lesson()
    learn(session, number)
    card, paper = laid(session), PAPERS[number]
    before = (session.digest(), len(session.log), session.tray("you"))
    state = session.lesson("you")
    assert state is not None
    open_now = {"ignore": True, "like": paper.like, "reshare": paper.reshare}
    for command, open_ in ((Ignore, True), (Like, paper.like), (Reshare, paper.reshare)):
        assert (command(card) in session.legal("you")) == open_ == (command.__name__.lower() in state.verbs)
        if not open_:
            with pytest.raises(Refused, match=SHUT):
                session.do("you", command(card))
    assert state.verbs == tuple(verb for verb, open_ in open_now.items() if open_)
    if not paper.unfold:
        with pytest.raises(Refused, match=r"no corner|unfolded already"):
            session.do("you", Unfold(card))
    assert (session.digest(), len(session.log), session.tray("you")) == before


def test_the_corner_of_the_last_paper_turns() -> None:
    session = lesson()
    learn(session, 4)
    session.do("you", Unfold(laid(session)))
    assert session.tray("you")[0].inside == words().lessons["kettle"].inside


def test_one_paper_comes_after_another() -> None:
    session = lesson()
    for number in range(len(PAPERS)):
        card = laid(session)
        with pytest.raises(Refused, match="One paper after another"):
            session.do("you", Next())
        session.do("you", Ignore(card))
        with pytest.raises(Refused, match="One paper after another"):
            session.do("you", Next())  # the stamp can still be taken back
        session.do("you", Commit())
        state = session.lesson("you")
        assert state is not None
        assert (state.done, state.ready) == (True, number < 4)
        assert (Next() in session.legal("you")) == state.ready
    with pytest.raises(Refused, match="last paper"):
        session.do("you", Next())
    assert session.phase("you") == "lesson"  # it ends by a command, not by itself


def test_a_stamp_is_taken_back_in_it_too() -> None:
    session = lesson()
    card = laid(session)
    session.do("you", Ignore(card))
    session.do("you", Undo())
    assert [one.id for one in session.tray("you")] == [card]


def test_it_counts_in_no_mark() -> None:
    session = lesson()
    learn(session)
    session.do("you", Begin())
    stamp_all(session, Ignore)
    slip = session.ledger("you")
    chair = session.chair("you")
    assert (slip.cards, slip.handled, slip.hits, slip.false_alarms, slip.reshared) == (10, 10, 0.0, 0.0, 0)
    assert [paper.card for paper in chair.papers if paper.card in {card.card for card in chair.cards if card.kind != 4}] == []
    assert len(chair.papers) == 5
    assert len(chair.habits) == 10  # the pencil learns nothing in it


def test_what_was_passed_on_in_it_costs_others_their_minutes() -> None:
    session = lesson()
    cards = learn(session)
    session.do("you", Begin())
    stamp_all(session, Ignore)
    session.advance(session.chair("you").morning - session.tick)
    tally = session.chair("you").tally
    assert list(tally.passed) == cards[2:]
    assert session.ledger("you").others_minutes > 1.0
    assert sum(one.thanked + one.back for one in tally.passed.values()) == session.meters("you").readings


def test_the_minutes_worked_in_it_are_worked() -> None:
    session = lesson()
    learn(session)
    assert session.meters("you").minutes_worked * 60 == pytest.approx(4 * 5 + 10 * 4)


@pytest.mark.parametrize("papers", range(len(PAPERS) + 1))
@pytest.mark.parametrize("state", ["rest", "on the desk", "in the OUT strip"])
def test_it_can_be_skipped_at_any_moment(papers: int, state: str) -> None:
    session = lesson()
    learn(session, papers, seconds=1)
    if papers == len(PAPERS) and state != "rest":
        return
    if state != "rest":
        card = laid(session)
        if state == "in the OUT strip":
            session.do("you", widest(papers)(card))
    assert Begin() in session.legal("you")
    session.do("you", Begin())
    assert (session.phase("you"), session.lesson("you"), session.tray("you"), session.out("you")) == ("shift", None, [], None)
    assert len(session.chair("you").tally.passed) == max(0, papers - 2) + (state == "in the OUT strip" and papers >= 2)
    session.advance(1)
    assert session.shift("you").dealt == 1
    assert [one.card for one in session.chair("you").cards] == [one.id for one in session.tray("you")]
    with pytest.raises(Refused, match="The lesson is over"):
        session.do("you", Next())


def test_the_clock_of_the_beats_begins_with_the_shift() -> None:
    session = lesson()
    learn(session, seconds=9)
    begun = session.tick
    session.do("you", Begin())
    world = session.engine.world
    planned = [tick_of(key) for key in world.calendar.key[: world.clock.pending[0]] if kind_of(key) == events.COURSE_LAUNCH]
    (beat,) = session.scenario.schedule
    assert begun + 1 + int(beat.at * SECOND) in planned


def test_before_it_ends_no_beat_is_on_the_calendar() -> None:
    session, begun = lesson(), lesson()
    begun.do("you", Begin())
    pending = [one.engine.world.clock.pending[0] for one in (session, begun)]
    assert pending[1] - pending[0] == 2  # the course, and the first card


def test_who_leaves_in_it_has_gone_home() -> None:
    session = lesson()
    laid(session)
    session.do("you", Leave())
    assert (session.phase("you"), session.outcome("you"), session.ledger("you").ending) == ("night", "left", "gone_home")
    session.advance(session.chair("you").morning - session.tick)
    assert (session.phase("you"), session.ledger("you").cards) == ("morning", 0)


@pytest.mark.parametrize("papers", [0, 2, 5])
def test_handing_the_seat_to_the_clerk_begins_the_shift(papers: int) -> None:
    session = lesson()
    learn(session, papers)
    session.hand_over("you", "clerk")
    assert session.phase("you") == "shift"
    session.hand_over("you", "human")
    to_morning(session)
    assert session.ledger("you").cards == 10
    assert session.twin().digest() == session.digest()


def test_a_bot_learns_nothing_and_skips_it() -> None:
    session = to_morning(lesson())
    assert session.log[0].command == Begin()
    assert session.chair("you").papers == []


def test_the_pace_may_be_chosen_in_it() -> None:
    session = lesson()
    session.do("you", Pace("slow"))
    session.do("you", Begin())
    assert session.shift("you").pace == "slow"


STEPS: list[tuple[str, list[type[Command]]]] = [
    ("before the first paper", []),
    ("with a paper on the desk", [Next]),
    ("with a stamp in the OUT strip", [Next, Ignore]),
    ("between two papers", [Next, Ignore, Commit]),
]  # fmt: skip


@pytest.mark.parametrize(("moment", "steps"), STEPS, ids=[moment for moment, _ in STEPS])
def test_put_away_in_the_middle_of_it_goes_on_to_the_same_end(moment: str, steps: list[type[Command]]) -> None:
    session = lesson()
    learn(session, 1 if "between" in moment else 0)
    for step in steps:
        session.do("you", step(session.tray("you")[0].id) if step is Ignore else step())  # type: ignore[call-arg]
    session.advance(2 * SECOND)
    again, twin = copy_of(session), session.twin()
    for one in (again, twin):
        assert one.digest() == session.digest()
        for ask in ("tray", "out", "lesson", "legal", "meters", "sent", "neighbours"):
            assert getattr(one, ask)("you") == getattr(session, ask)("you")
    for one in (session, again, twin):
        to_morning(one, "coin")
    assert again.digest() == twin.digest() == session.digest()
    assert again.ledger("you") == twin.ledger("you") == session.ledger("you")
    assert again.top("you") == twin.top("you") == session.top("you")


def test_a_paper_keeps_its_words_wherever_it_is_met() -> None:
    session = lesson()
    cards = learn(session)
    session.do("you", Begin())
    stamp_all(session, Ignore)
    for card, paper in zip(cards, PAPERS, strict=True):
        post = session.front.posts[card]
        assert session.wording.aside(session.chair("you").account, card, post).headline == words().lessons[paper.key].headline
    assert [one.headline for one in session.sent("you")] == [words().lessons[paper.key].headline for paper in PAPERS[2:]]


def test_a_lesson_of_another_seat_keeps_its_own_clock() -> None:
    session = opened(taught(seats=2), seats=[Seat("you"), Seat("her")])
    session.do("you", Begin())
    session.do("her", Next())
    assert (session.phase("you"), session.phase("her")) == ("shift", "lesson")
    assert len(session.tray("her")) == 1
    assert session.twin().digest() == session.digest()


def test_a_lesson_paper_that_was_skipped_and_comes_again_is_a_card_like_any() -> None:
    for seed in range(1, 7):
        session = opened(taught(), seed)
        session.do("you", Next())
        skipped = session.tray("you")[0].id
        session.do("you", Begin())
        chair = session.chair("you")
        assert chair.papers == []
        stamp_all(session, Ignore)
        assert all(card.verb or card.fallen for card in chair.cards if card.card == skipped)


def test_what_the_lesson_cost_stands_in_the_minutes_and_in_no_mark() -> None:
    session = opened(taught())
    for _ in range(3):
        session.do("you", Next())
        card = session.tray("you")[0].id
        session.do("you", Reshare(card) if session.lesson("you").verbs[-1] == "reshare" else Ignore(card))  # type: ignore[union-attr]
        session.do("you", Commit())
        session.advance(12 * SECOND)
    session.do("you", Begin())
    stamp_all(session, Ignore)
    session.advance(session.chair("you").morning - session.tick)
    slip = session.ledger("you")
    assert slip.others_minutes > 0
    assert slip.mark == session.scenario.shift.weights.handled
