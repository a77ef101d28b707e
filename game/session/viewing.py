"""Viewing: what a seat is shown. Nothing here changes the world."""

from typing import TYPE_CHECKING, Final

from game.feed.delivery import row_of
from game.feed.desk import next_deal
from game.feed.world import NOBODY
from game.session import ledger as ledgers
from game.session import stages
from game.session.chair import Chair
from game.session.commands import Refused
from game.session.tally import card_id
from game.session.views import Card, Ledger, Lifted, Meters, Neighbour, Sent, Shift

if TYPE_CHECKING:
    from game.session.session import Session

SHOWN_SENT: Final = 4
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
    return session.wording.card(chair.account, row, via, session.tick, unfolded=card in chair.unfolded)


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
        )
        for account in chair.neighbours
    ]


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


def ledger(session: "Session", chair: Chair) -> Ledger:
    """The pay slip, from the bell on."""
    if chair.phase not in ("night", "morning"):
        message = "The pay slip comes after the bell."
        raise Refused(message)
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
    )
