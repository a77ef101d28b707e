"""Viewing: what a seat is shown. Nothing here changes the world."""

from typing import TYPE_CHECKING, Final

from game.feed import events
from game.feed.delivery import row_of
from game.feed.desk import next_deal
from game.feed.world import CALLOUT_POST, NOBODY
from game.scenario import LessonPaper
from game.session import ledger as ledgers
from game.session import pencil, stages
from game.session.cards import Wording
from game.session.chair import Chair
from game.session.commands import Refused
from game.session.front import Post
from game.session.tally import address_of, card_id
from game.session.views import Card, Ledger, Lesson, Lifted, Line, Meters, Neighbour, Sent, Shift, Top, Verb

if TYPE_CHECKING:
    from game.session.session import Session

SHOWN_SENT: Final = 4
LAMP: Final = 3  # call-outs that put a lamp out
YOU: Final = "you"
LAST_ACT: Final = 2 / 3
MICRO: Final = 1_000_000.0
NOTHING: Final = Meters(0, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0)


def tray(session: "Session", chair: Chair) -> list[Card]:
    """The pile as cards."""
    world = session.engine.world
    first = chair.place * (int(session.engine.rules.pile_size) + 1)
    cells = range(first, first + int(world.desks.waiting[chair.place]))
    return [_card(session, chair, int(world.pile.post[cell]), int(world.pile.via[cell])) for cell in cells]


def out(session: "Session", chair: Chair) -> Card | None:
    """The card in the OUT strip."""
    desks = session.engine.world.desks
    if not int(desks.out_verb[chair.place]):
        return None
    return _card(session, chair, int(desks.out_post[chair.place]), int(desks.out_via[chair.place]))


def _card(session: "Session", chair: Chair, serial: int, via: int) -> Card:
    world = session.engine.world
    row = row_of(world, serial)  # the world keeps every post that lies on a desk
    card = card_id(int(world.posts.author[row]), int(world.posts.nth[row]))
    post = session.front.posts[card]
    told = session.wording.told(chair.account, card, post)
    more = {
        "route": tuple(YOU if one == chair.account else session.wording.name(one) for one in chair.tally.route(card, via)),
        "times": chair.times(card),
        "about": session.wording.name(post.target) if post.kind == CALLOUT_POST else "",
        "favour": _favour(chair, via),
    }
    unfolded = card in chair.unfolded
    return session.wording.card(chair.account, row, via, session.tick, told=told, unfolded=unfolded, more=more)


def _favour(chair: Chair, via: int) -> bool:
    """Whether `via` has passed on what the seat passed on last."""
    last = next(reversed(chair.tally.passed.values()), None)
    return last is not None and via != chair.account and via in last.carriers


def at_rest(session: "Session", chair: Chair) -> bool:
    """Whether no card lies on the desk and no stamp waits."""
    desks = session.engine.world.desks
    return not int(desks.waiting[chair.place]) and not int(desks.out_verb[chair.place])


def lesson(session: "Session", chair: Chair) -> Lesson | None:
    """Where the lesson stands; None outside it."""
    papers = session.scenario.lesson
    if chair.phase != "lesson":
        return None
    rest = at_rest(session, chair)
    ready = rest and chair.lesson < len(papers)
    if chair.lesson == 0:
        return Lesson(0, len(papers), "", (), unfold=False, done=False, ready=ready)
    paper = papers[chair.lesson - 1]
    return Lesson(chair.lesson, len(papers), paper.key, drawers(paper), unfold=paper.unfold, done=rest, ready=ready)


def drawers(paper: LessonPaper) -> tuple[Verb, ...]:
    """Stamps that can be taken while a paper of the lesson lies on the desk."""
    stamps: tuple[tuple[Verb, bool], ...] = (("ignore", True), ("like", paper.like), ("reshare", paper.reshare))
    return tuple(verb for verb, open_ in stamps if open_)


def expected(session: "Session", chair: Chair) -> Verb | None:
    """The stamp that the pencil expects for the card under the lamp; None where it does not guess."""
    cards = tray(session, chair)[:1] if chair.phase in stages.WORKING else []
    return guess(session, chair, cards[0]) if cards else None


def guess(session: "Session", chair: Chair, card: Card) -> Verb | None:
    """The stamp that the pencil expects for a card: once two thirds of the shift's papers are stamped, not before."""
    if len(chair.habits) < LAST_ACT * session.scenario.shift.cards:
        return None
    return pencil.guess(pencil.traits(card, chair.habits), chair.habits)


def shift(session: "Session", chair: Chair) -> Shift:
    """Counts and pace; before the shift begins, what the level plans."""
    rules = session.scenario.shift
    desks = session.engine.world.desks
    return Shift(
        cards=max(rules.cards, int(desks.until[chair.place])),
        dealt=int(desks.dealt[chair.place]),
        handled=chair.handled,
        fallen=chair.fallen,
        waiting=int(desks.waiting[chair.place]),
        pace=chair.pace,
        interval=stages.seconds_of(session.scenario, chair.pace),
        next_card=_nearness(session, chair),
    )


def _nearness(session: "Session", chair: Chair) -> float:
    """How near the next card is, 0 .. 1; 0 when none comes."""
    last = max(chair.last_deal, chair.started)
    due = int(next_deal(session.engine.world, last, chair.place))
    return min(1.0, max(0.0, (session.tick - last) / (due - last))) if due > last else 0.0


def meters(session: "Session", chair: Chair) -> Meters:
    """What the seat's account did by command since the shift began, and what it got for it."""
    if chair.phase == "burn-in":
        return NOTHING
    accounts = session.engine.world.accounts
    labour = chair.labour_done + (int(accounts.labour[chair.account]) - chair.labour_before if chair.driven else 0)
    tally = chair.tally
    per_reading = int(session.engine.rules.cpm * 1000.0) / MICRO
    return Meters(
        followers=int(accounts.followers[chair.account]),
        likes_received=tally.likes,
        minutes_worked=labour / 60.0,
        wage=0.0,
        platform_earned=tally.readings * per_reading,
        others_minutes=(tally.seconds_thanked + tally.seconds_back) / 60.0,
        others_thanked=tally.seconds_thanked / 60.0,
        others_back=tally.seconds_back / 60.0,
        readings=tally.readings,
        readings_thanked=tally.readings_thanked,
    )


def sent(session: "Session", chair: Chair) -> list[Sent]:
    """The last reshares, newest last."""
    headline = session.wording.headline
    passed = list(chair.tally.passed.items())[-SHOWN_SENT:]
    return [Sent(card, headline(chair.account, card), one.thanked, one.back) for card, one in passed]


def neighbours(session: "Session", chair: Chair) -> list[Neighbour]:
    """The trays on the tube map, in the order of the level."""
    tally = chair.tally
    return [
        Neighbour(
            account=account,
            name=session.wording.name(account),
            slips=_slips(session, chair, account),
            thanked=tally.thanks_of.get(account, 0),
            back=tally.backs_of.get(account, 0),
            lit=tally.pleased.get(account, False),
            dim=min(LAMP, tally.against.get(account, 0)),
            waiting=int(session.engine.world.accounts.tray_waiting[account]),
            room=int(session.engine.rules.tray_size),
            lost=sum(reader == account for reader, _ in tally.pushed),
            pupil=account in tally.pupils,
            liked=tally.liked.get(account, 0),
        )
        for account in chair.neighbours
    ]


def put_aside(session: "Session", chair: Chair) -> tuple[int, ...]:
    """The call-outs among the cards that the seat has ignored, each branch of the map that stays dark."""
    posts = session.front.posts
    ignored = [card.card for card in chair.cards if card.verb == events.IGNORE and card.card in posts]
    return tuple(dict.fromkeys(card for card in ignored if posts[card].kind == CALLOUT_POST))


def _slips(session: "Session", chair: Chair, neighbour: int) -> int:
    """What the seat passed on and the neighbour has not read: counted in the neighbour's own tray."""
    world = session.engine.world
    size = int(session.engine.rules.tray_size)
    head, waiting = int(world.accounts.tray_head[neighbour]), int(world.accounts.tray_waiting[neighbour])
    count = 0
    for place in range(head - waiting, head):
        cell = neighbour * size + place % size
        row = row_of(world, int(world.trays.post[cell])) if world.trays.via[cell] == chair.account else NOBODY
        if row != NOBODY:  # the world has not forgotten it
            count += card_id(int(world.posts.author[row]), int(world.posts.nth[row])) in chair.tally.passed
    return count


def top(session: "Session", chair: Chair, wording: Wording | None = None) -> Top:
    """The Top 10 from the night on: the posts that were stamped most, whoever stamped them.

    `wording`: whose words the posts have; a twin's front page is read in those of the session beside it.
    """
    after_the_bell(chair, "The Top 10 is printed after the bell.")
    listed, best = front_page(session)
    told = wording or session.wording
    return Top(
        lines=tuple(line(told, chair, card, post) for card, post in listed),
        mine=sum(chair.lifted(card) for card, _ in listed),
        stamps=sum(post.stamps for _, post in listed),
        unlisted=line(told, chair, *best) if best else None,
    )


def front_page(session: "Session") -> tuple[list[tuple[int, Post]], tuple[int, Post] | None]:
    """The posts that were stamped most, and of the others the one that was thanked for best, if any."""
    front, least = session.front, session.scenario.shift.unlisted_readers
    listed = [(card, front.posts[card]) for card in front.leaders]
    rest = [(card, post) for card, post in front.posts.items() if post.readers >= least and card not in front.leaders]
    return listed, max(rest, key=lambda pair: ((pair[1].thanked + 1) / (pair[1].readers + 2), -pair[0]), default=None)


def name_the_front_page(session: "Session", chair: Chair) -> None:
    """As the seat goes home, the posts on its Top 10 get words of its deck, in their order there.

    Those that rise later get them as they rise; so nothing hangs on who looks at it, or when.
    """
    listed, best = front_page(session)
    for card, post in [*listed, *([best] if best else [])]:
        session.wording.told(chair.account, card, post)
    chair.named = True


def line(wording: Wording, chair: Chair, card: int, post: Post) -> Line:
    """One post of the front page in the words it has for this seat."""
    told = wording.aside(chair.account, card, post)
    author = wording.name(address_of(card)[0])
    return Line(card, told.headline, author, post.stamps, post.readers, post.thanked, mine=chair.lifted(card))


def after_the_bell(chair: Chair, message: str) -> None:
    """Raise `Refused` before the seat has gone home: what it must not know yet would leak."""
    if chair.phase not in ("night", "morning"):
        raise Refused(message)


def pushed(session: "Session", chair: Chair, twin: "Session | None") -> tuple[int, int] | tuple[None, None]:
    """Papers that the seat's reshares pushed off trays and that did not fall in the twin, and how many were better.

    Better: more readers in expectation would thank for it than for the middle one of what the seat passed on.
    """
    if twin is None:
        return None, None
    kept = [(reader, card) for reader, card in chair.tally.pushed if (reader, card) not in twin.fallen]
    worths = sorted(session.front.posts[card].worth for card in chair.tally.passed if card in session.front.posts)
    middle = worths[len(worths) // 2] if worths else 0.0
    posts = session.front.posts
    return len(kept), sum(card in posts and posts[card].worth > middle for _, card in kept)


def ledger(session: "Session", chair: Chair, twin: "Session | None" = None) -> Ledger:
    """The pay slip, from the bell on; what was pushed off trays is counted against the twin that ignored everything."""
    after_the_bell(chair, "The pay slip comes after the bell.")
    guessed = [habit for habit in chair.habits if habit.guess is not None]
    usual = pencil.commonest(chair.habits)
    fell, better = pushed(session, chair, twin)
    rules = session.scenario.shift
    marked = ledgers.mark(chair, rules)
    now = meters(session, chair)
    followers = now.followers if chair.followers_after < 0 else chair.followers_after
    gained = followers - chair.followers_before
    lifted = sorted(chair.tally.lifted.items(), key=lambda pair: (-pair[1], pair[0]))
    return Ledger(
        handled=chair.handled,
        cards=len(chair.cards),
        fallen=chair.fallen,
        minutes_worked=now.minutes_worked,
        wage=0.0,
        overtime_seconds=(chair.overtime_until - chair.overtime_from) / rules.ticks_per_second,
        platform_earned=now.platform_earned,
        lifted=tuple(Lifted(session.wording.name(author), count) for author, count in lifted),
        followers_gained=gained,
        likes_received=now.likes_received,
        reshared=ledgers.reshared(chair),
        others_minutes=now.others_minutes,
        thanked_minutes=now.others_thanked,
        back_minutes=now.others_back,
        hits=marked.hits,
        worthy=marked.worthy,
        false_alarms=marked.false_alarms,
        bait=marked.bait,
        judgement=marked.judgement,
        mark=marked.mark,
        seal=marked.seal,
        ending=ledgers.ending(chair, rules, marked, gained),
        pushed=fell,
        pushed_better=better,
        pencil_right=sum(habit.guess == habit.verb for habit in guessed),
        pencil_of=len(guessed),
        pencil_commonest=sum(habit.verb == usual for habit in guessed),
    )
