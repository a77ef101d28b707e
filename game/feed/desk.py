"""A seat's desk: the rule that deals cards to it, and what its stamps do (LEVEL_ONE, sections 2 and 3).

`mode="desk"` is the platform's rank within the level's mix of kinds: the level owes a seat so many worthy, bait and
so-so cards, and this rule fills them from what the world's accounts really posted, first from the seat's own tray.
"""

from game.feed import events, streams
from game.feed.clerk import change_regard, impression, like, remember, remembers, reshare, seen_count, thanks_odds
from game.feed.delivery import deliver, put_in_fresh_pool, row_of
from game.feed.posting import write_post
from game.feed.world import CLERK, NOBODY, PLAIN, STAMPED, World
from game.kernel.calendar import NEVER
from game.kernel.chance import draw
from game.kernel.exact import sigmoid
from game.kernel.log import record
from game.kernel.mark import kernel, outlined

FELL_OFF = events.FELL_OFF
DEALT = events.DEALT
DEAL_LUCK = streams.DEAL
LIKE_VERB = events.LIKE
RESHARE_VERB = events.RESHARE
IGNORE_VERB = events.IGNORE
UNFOLD_VERB = events.UNFOLD
WORTHY = 1
BAIT = 2
SO_SO = 3
RETURN = 4  # a card that the seat has stamped before: of any kind, and never marked again
RANK_LUCK = streams.RANK


@kernel
def worth_of(world: World, quality: float, drama: float) -> float:
    """Expected share of all readers of the world who would thank for such a post."""
    near = 1.0 / world.rules.communities
    same = sigmoid(thanks_odds(world, quality, drama, 1.0))
    other = sigmoid(thanks_odds(world, quality, drama, 0.0))
    return near * same + (1.0 - near) * other


@kernel
def worth(world: World, row: int) -> float:
    """`worth_of` the post in `row`."""
    return worth_of(world, world.posts.quality[row], world.posts.drama[row])


@kernel
def kind_of_card(world: World, row: int) -> int:
    """Worthy, bait or so-so, by what readers would say."""
    return kind_by_worth(world, worth(world, row))


@kernel
def kind_by_worth(world: World, thanks: float) -> int:
    """Worthy, bait or so-so, given the expected share of readers who thank."""
    if thanks >= world.rules.worthy_from:
        return WORTHY
    return BAIT if thanks <= world.rules.bait_below else SO_SO


@kernel
def owed_kind(world: World, desk: int) -> int:
    """The kind of the next card: drawn without replacement from what is still owed; so-so when nothing is."""
    desks = world.desks
    worthy = desks.worthy[desk]
    bait = desks.bait[desk]
    total = worthy + bait + desks.so_so[desk]
    if total <= 0:
        return SO_SO
    place = draw(world.seed, DEAL_LUCK, desks.account[desk], desks.dealt[desk], 0) * total
    if place < worthy:
        return WORTHY
    return BAIT if place < worthy + bait else SO_SO


@kernel
def in_pile(world: World, desk: int, serial: int) -> bool:
    """Whether the card lies in the pile or in the OUT strip."""
    if world.desks.out_verb[desk] and world.desks.out_post[desk] == serial:
        return True
    base = desk * (world.rules.pile_size + 1)
    for cell in range(base, base + world.desks.waiting[desk]):
        if world.pile.post[cell] == serial:
            return True
    return False


@outlined
@kernel
def fits(world: World, tick: int, desk: int, row: int, kind: int) -> bool:
    """Whether the post may be dealt as a card of `kind` (0 = any kind); one still crossing a border may not."""
    posts = world.posts
    rules = world.rules
    if row < 0:
        return False
    author = posts.author[row]
    account = world.desks.account[desk]
    if author == account:
        return False
    abroad = posts.home[row] != world.accounts.community[account]
    if abroad and posts.tick[row] // rules.border == tick // rules.border:
        return False
    if posts.tick[row] <= tick - rules.deal_age or in_pile(world, desk, posts.serial[row]):
        return False
    return kind == 0 or kind_of_card(world, row) == kind


@kernel
def stamped_here(world: World, desk: int, serial: int) -> bool:
    """Whether the seat has stamped this post before."""
    base = desk * STAMPED
    for cell in range(base, base + world.desks.stamped[desk]):
        if world.stamped.post[cell] == serial:
            return True
    return False


@kernel
def handled(world: World, desk: int, serial: int) -> bool:
    """Whether the seat has stamped this post, or its account engaged with it while the built-in clerk had it."""
    return stamped_here(world, desk, serial) or remembers(world, world.desks.account[desk], serial)


@kernel
def note_stamped(world: World, desk: int, serial: int) -> None:
    """Remember that the seat stamped this post."""
    count = world.desks.stamped[desk]
    if count < STAMPED:
        world.stamped.post[desk * STAMPED + count] = serial
        world.desks.stamped[desk] = count + 1


@kernel
def from_tray(world: World, tick: int, desk: int, kind: int) -> int:
    """Cell of the seat's own tray with the best card of `kind`, -1 if none."""
    trays = world.trays
    size = world.rules.tray_size
    account = world.desks.account[desk]
    best = NOBODY
    highest = -2.0
    place = world.accounts.tray_head[account]
    for _ in range(world.accounts.tray_waiting[account]):
        place = place - 1 if place > 0 else size - 1
        cell = account * size + place
        row = row_of(world, trays.post[cell])
        if trays.tick[cell] <= tick and fits(world, tick, desk, row, kind):
            value = rank_by_counters(world, tick, desk, row, kind)
            if value > highest and not handled(world, desk, trays.post[cell]):
                highest = value
                best = cell
    return best


@kernel
def is_loud(world: World, desk: int, kind: int) -> bool:
    """Whether this deal goes by the counters or against them: of two cards of one kind one does each, in either order.

    So a counter above the middle stands on about half of each kind, and tells nothing (LEVEL_ONE section 2).
    """
    desks = world.desks
    left = desks.so_so[desk]
    if kind == WORTHY:
        left = desks.worthy[desk]
    elif kind == BAIT:
        left = desks.bait[desk]
    first = draw(world.seed, DEAL_LUCK, desks.account[desk], 8 * (left // 2) + kind, 1) < world.rules.loud_share
    return first == (left % 2 == 1)


@kernel
def rank_by_counters(world: World, tick: int, desk: int, row: int, kind: int) -> float:
    """The platform's rank; every other deal of a kind takes the quietest card instead, so that counters tell nothing."""
    posts = world.posts
    desks = world.desks
    account = desks.account[desk]
    count = seen_count(world, tick, row, world.accounts.community[account], 2)
    noise = draw(world.seed, RANK_LUCK, account, posts.author[row], posts.nth[row])
    loud = is_loud(world, desk, kind)
    return count + noise if loud else 1.0 / (1.0 + count + noise)


@kernel
def from_platform(world: World, tick: int, desk: int, kind: int) -> int:
    """Row of the best recent post of `kind` (0 = any), -1 if none."""
    newest = world.platform.posts[0]
    oldest = newest - world.rules.deal_scan
    if oldest < 0:
        oldest = 0
    best = NOBODY
    highest = -2.0
    for serial in range(oldest, newest):
        row = row_of(world, serial)
        if fits(world, tick, desk, row, kind):
            value = rank_by_counters(world, tick, desk, row, kind)
            if value > highest and not handled(world, desk, serial):
                highest = value
                best = row
    return best


@outlined
@kernel
def from_beats(world: World, tick: int, desk: int) -> int:
    """Row of a post that a level's beat puts on the desks and that this one has not had, -1 if none."""
    tactics = world.tactics
    oldest = tick - world.rules.beat_waits * world.desks.interval[desk]
    for chain in range(world.platform.tactics[0]):
        if tactics.desk[chain]:
            for turn in range(2):
                serial = tactics.post[chain] if turn == 0 else tactics.answer[chain]
                row = row_of(world, serial)
                fresh = row >= 0 and world.posts.tick[row] > oldest
                if fresh and fits(world, tick, desk, row, 0) and not handled(world, desk, serial):
                    return row
    return NOBODY


@outlined
@kernel
def from_return(world: World, tick: int, desk: int) -> int:
    """Cell of the seat's own tray with a post that it has stamped and that somebody passed on to it since, -1 if none."""
    trays = world.trays
    desks = world.desks
    rules = world.rules
    if desks.returns[desk] >= rules.return_most or desks.since_return[desk] < rules.return_after:
        return NOBODY
    size = rules.tray_size
    account = desks.account[desk]
    place = world.accounts.tray_head[account]
    for _ in range(world.accounts.tray_waiting[account]):
        place = place - 1 if place > 0 else size - 1
        cell = account * size + place
        row = row_of(world, trays.post[cell])
        if row < 0 or trays.tick[cell] > tick or trays.via[cell] == world.posts.author[row]:
            continue
        serial = trays.post[cell]
        if stamped_here(world, desk, serial) and not in_pile(world, desk, serial) and world.posts.author[row] != account:
            return cell
    return NOBODY


@kernel
def lay(world: World, tick: int, desk: int, row: int, via: int, depth: int) -> None:
    """Put a card on the pile, logged with its kind."""
    lay_as(world, tick, desk, row, via, depth, kind_of_card(world, row))


@kernel
def louder(world: World, tick: int, desk: int, kind: int, waiting: int) -> int:
    """Row of a post of the platform's that stands higher by its counters than the one `waiting` in the tray, -1 if none."""
    row = from_platform(world, tick, desk, kind)
    if row >= 0 and rank_by_counters(world, tick, desk, row, kind) > rank_by_counters(world, tick, desk, waiting, kind):
        return row
    return NOBODY


@outlined
@kernel
def lay_as(world: World, tick: int, desk: int, row: int, via: int, depth: int, kind: int) -> None:
    """Put a card on the pile; a full pile loses its oldest card that is not under the lamp."""
    desks = world.desks
    pile = world.pile
    posts = world.posts
    account = desks.account[desk]
    base = desk * (world.rules.pile_size + 1)
    waiting = desks.waiting[desk]
    if waiting >= world.rules.pile_size:
        lost = 1 if waiting > 1 else 0
        serial = pile.post[base + lost]
        gone = row_of(world, serial)
        via_lost = pile.via[base + lost]
        record(world.log, world.clock, tick, FELL_OFF, account, posts.author[gone], posts.nth[gone], via_lost, 1)
        desks.fallen[desk] += 1
        take(world, desk, lost)
        release(world, serial)
        waiting = desks.waiting[desk]
    posts.desks[row] += 1
    pile.post[base + waiting] = posts.serial[row]
    pile.tick[base + waiting] = tick
    pile.via[base + waiting] = via
    pile.depth[base + waiting] = depth
    desks.waiting[desk] = waiting + 1
    record(world.log, world.clock, tick, DEALT, account, posts.author[row], posts.nth[row], via, kind)


@kernel
def take(world: World, desk: int, place: int) -> None:
    """Remove the card at `place` of the pile; the rest moves up."""
    pile = world.pile
    base = desk * (world.rules.pile_size + 1)
    last = world.desks.waiting[desk] - 1
    for cell in range(base + place, base + last):
        pile.post[cell] = pile.post[cell + 1]
        pile.tick[cell] = pile.tick[cell + 1]
        pile.via[cell] = pile.via[cell + 1]
        pile.depth[cell] = pile.depth[cell + 1]
    world.desks.waiting[desk] = last


@kernel
def release(world: World, serial: int) -> None:
    """A paper leaves a desk; if its author has learned from it meanwhile, it is forgotten now."""
    posts = world.posts
    row = row_of(world, serial)
    posts.desks[row] -= 1
    oldest = world.accounts.oldest[posts.author[row]]
    if posts.desks[row] == 0 and (oldest == NOBODY or serial < oldest):
        posts.serial[row] = NOBODY


@kernel
def clear(world: World, desk: int) -> None:
    """The seat goes home: no further card comes, and what lies in the pile is left to nobody."""
    desks = world.desks
    base = desk * (world.rules.pile_size + 1)
    for cell in range(base, base + desks.waiting[desk]):
        release(world, world.pile.post[cell])
    desks.waiting[desk] = 0
    desks.until[desk] = desks.dealt[desk]


@outlined
@kernel
def deal(world: World, tick: int, desk: int) -> int:
    """DEAL: lay the next card owed on the desk; returns the tick of the one after it.

    A world that has no card at all makes the shift one card shorter, so that every shift ends. While the built-in clerk
    drives the account, it reads its tray like everybody, and the desk waits.
    """
    desks = world.desks
    trays = world.trays
    if desks.dealt[desk] >= desks.until[desk]:
        return NEVER
    if world.accounts.driver[desks.account[desk]] == CLERK:
        return next_deal(world, tick, desk)
    row = from_beats(world, tick, desk)
    kind = SO_SO
    via = NOBODY
    depth = 0
    back = False
    if row >= 0:
        kind = kind_of_card(world, row)
    else:
        cell = from_return(world, tick, desk)
        back = cell >= 0
        if not back:
            kind = owed_kind(world, desk)
            cell = from_tray(world, tick, desk, kind)
            if cell >= 0 and is_loud(world, desk, kind):
                row = louder(world, tick, desk, kind, row_of(world, trays.post[cell]))
        if row >= 0:
            cell = NOBODY
        elif cell >= 0:
            row = row_of(world, trays.post[cell])
            via = trays.via[cell]
            depth = trays.depth[cell]
            trays.post[cell] = NOBODY
        else:
            row = from_platform(world, tick, desk, kind)
            if row < 0:
                row = from_platform(world, tick, desk, 0)
    if row >= 0:
        lay_as(world, tick, desk, row, via, depth, RETURN if back else kind_of_card(world, row))
        book_kind(world, desk, kind)
        desks.dealt[desk] += 1
        desks.since_return[desk] = 0 if back else desks.since_return[desk] + 1
        desks.returns[desk] += 1 if back else 0
    else:
        desks.until[desk] -= 1
    return next_deal(world, tick, desk)


@kernel
def book_kind(world: World, desk: int, kind: int) -> None:
    """One card of `kind` less is owed; where none is, one of those that are most."""
    desks = world.desks
    if kind == WORTHY and desks.worthy[desk] > 0:
        desks.worthy[desk] -= 1
    elif kind == BAIT and desks.bait[desk] > 0:
        desks.bait[desk] -= 1
    elif desks.so_so[desk] > 0:
        desks.so_so[desk] -= 1
    elif desks.bait[desk] > 0:
        desks.bait[desk] -= 1
    elif desks.worthy[desk] > 0:
        desks.worthy[desk] -= 1


@kernel
def next_deal(world: World, tick: int, desk: int) -> int:
    """The pace times the factor of the act."""
    desks = world.desks
    rules = world.rules
    if desks.dealt[desk] >= desks.until[desk]:
        return NEVER
    act = 3 * desks.dealt[desk] // (desks.cards[desk] if desks.cards[desk] > 0 else 1)
    factor = rules.act_first
    if act == 1:
        factor = rules.act_second
    elif act > 1:
        factor = rules.act_third
    wait = int(desks.interval[desk] * factor)
    return tick + (wait if wait > 0 else 1)


@kernel
def stamp(world: World, desk: int, place: int, verb: int) -> None:
    """Move the card at `place` into the OUT strip under a stamp; nothing happens to the world yet."""
    desks = world.desks
    pile = world.pile
    cell = desk * (world.rules.pile_size + 1) + place
    desks.out_verb[desk] = verb
    desks.out_post[desk] = pile.post[cell]
    desks.out_tick[desk] = pile.tick[cell]
    desks.out_via[desk] = pile.via[cell]
    desks.out_depth[desk] = pile.depth[cell]
    take(world, desk, place)


@kernel
def undo(world: World, desk: int) -> None:
    """Take the stamped card back under the lamp; the pile has one spare cell for it."""
    desks = world.desks
    pile = world.pile
    base = desk * (world.rules.pile_size + 1)
    for cell in range(base + desks.waiting[desk], base, -1):
        pile.post[cell] = pile.post[cell - 1]
        pile.tick[cell] = pile.tick[cell - 1]
        pile.via[cell] = pile.via[cell - 1]
        pile.depth[cell] = pile.depth[cell - 1]
    pile.post[base] = desks.out_post[desk]
    pile.tick[base] = desks.out_tick[desk]
    pile.via[base] = desks.out_via[desk]
    pile.depth[base] = desks.out_depth[desk]
    desks.waiting[desk] += 1
    desks.out_verb[desk] = 0


@kernel
def commit(world: World, tick: int, desk: int) -> None:
    """Carry the stamp out: from here on it is like any clerk's."""
    desks = world.desks
    rules = world.rules
    posts = world.posts
    account = desks.account[desk]
    verb = desks.out_verb[desk]
    serial = desks.out_post[desk]
    row = row_of(world, serial)
    desks.out_verb[desk] = 0
    via = desks.out_via[desk]
    depth = desks.out_depth[desk]
    seconds = rules.look_seconds
    if verb != IGNORE_VERB:
        seconds += rules.stamp_seconds
    impression(world, row, account, seconds)
    remember(world, account, serial)
    note_stamped(world, desk, serial)
    if via >= 0 and via != posts.author[row]:
        change_regard(world, via, account, -rules.favour_step if verb == IGNORE_VERB else rules.favour_step)
    if verb == LIKE_VERB:
        like(world, tick, account, row, via if via >= 0 else posts.author[row], depth)
    elif verb == RESHARE_VERB:
        reshare(world, tick, account, row, via if via >= 0 else posts.author[row], depth)
    else:
        record(world.log, world.clock, tick, IGNORE_VERB, account, posts.author[row], posts.nth[row], via, 0)
    release(world, serial)


@kernel
def unfold(world: World, tick: int, desk: int, place: int) -> None:
    """Read the inside of the card at `place`: logged, and ten seconds of work by the book."""
    cell = desk * (world.rules.pile_size + 1) + place
    row = row_of(world, world.pile.post[cell])
    account = world.desks.account[desk]
    posts = world.posts
    world.accounts.labour[account] += world.rules.stamp_seconds
    record(world.log, world.clock, tick, UNFOLD_VERB, account, posts.author[row], posts.nth[row], world.pile.via[cell], 0)


@outlined
@kernel
def plant(world: World, tick: int, desk: int, author: int, quality: float, drama: float) -> None:
    """A lesson's paper: `author` posts it, like any post of its own, and it is laid on the desk at once."""
    row = write_post(world, tick, author, PLAIN, quality, drama, NOBODY)
    put_in_fresh_pool(world, row)
    deliver(world, tick, author, row, 0)
    lay(world, tick, desk, row, NOBODY, 0)
