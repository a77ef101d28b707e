"""What must hold between the parameters of a level, beyond each one's own bounds."""

from collections.abc import Iterator
from typing import NamedTuple

from game.feed.rules import problems
from game.feed.world import STAMPED
from game.scenario.plain import Scenario, Shift
from game.scenario.says import plain_number

FULL_MARK = 100


class Fault(NamedTuple):
    """One thing wrong in a level: at which key, what, and what is allowed there."""

    key: str
    wrong: str
    allowed: str


def faults(scenario: Scenario) -> list[Fault]:
    """Give every fault between the parameters; an empty list is a level that can be played."""
    shift = scenario.shift
    return [
        *world_faults(scenario),
        *count_faults(shift),
        *desk_faults(scenario),
        *mark_faults(shift),
        *cast_faults(scenario),
        *home_faults(scenario),
        *lesson_faults(scenario),
        *beat_faults(scenario),
    ]


def world_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield what `game.feed.rules` itself finds wrong between its rules."""
    for line in problems(scenario.rules()):
        key, _, rest = line.partition(" = ")
        value, _, why = rest.partition(": ")
        yield Fault(f"world.{key}", f"is {value}, {why}", "numbers that fit together")
    rules = scenario.rules()
    if rules.seats < 1:
        yield Fault("world.seats", f"is {rules.seats}, and nobody sits at the desk", "at least 1")
    if rules.bait_below > rules.worthy_from:
        limit = f"at most world.worthy_from = {plain_number(rules.worthy_from)}"
        yield Fault("world.bait_below", f"is {plain_number(rules.bait_below)}", limit)


def count_faults(shift: Shift) -> Iterator[Fault]:
    """Yield what does not add up among the numbers of papers."""
    total = shift.mix.worthy + shift.mix.bait + shift.mix.so_so
    if total != shift.cards:
        yield Fault("shift.mix", f"adds up to {total}", f"worthy + bait + so_so = shift.cards = {shift.cards}")
    if shift.least_handled > shift.cards:
        yield Fault("shift.least_handled", f"is {shift.least_handled}", f"at most shift.cards = {shift.cards}")
    if shift.closed_door > shift.open_window:
        limit = f"at most shift.open_window = {shift.open_window}"
        yield Fault("shift.closed_door", f"is {shift.closed_door}", limit)


def desk_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield what is wrong where more papers can be stamped than a desk remembers; it would let a counter be lifted twice."""
    shift = scenario.shift
    most = shift.cards + shift.overtime_cards + len(scenario.lesson)
    if most > STAMPED:
        limit = f"shift.cards + shift.overtime_cards + the lesson's papers at most {STAMPED}"
        yield Fault("shift.cards", f"lets {most} papers be stamped", limit)


def mark_faults(shift: Shift) -> Iterator[Fault]:
    """Yield what is wrong with the mark: weights that are not 100 together, classes out of order."""
    weights = shift.weights
    total = weights.judgement + weights.thanked + weights.handled
    if total != FULL_MARK:
        wanted = "judgement + thanked + handled = 100"
        yield Fault("shift.weights", f"adds up to {plain_number(total)}", wanted)
    classes = (("second_mark", shift.second_mark, shift.pass_mark), ("first_mark", shift.first_mark, shift.second_mark))
    for (key, mark, floor), below in zip(classes, ("pass_mark", "second_mark"), strict=True):
        if mark < floor:
            limit = f"at least shift.{below} = {plain_number(floor)}"
            yield Fault(f"shift.{key}", f"is {plain_number(mark)}", limit)


def cast_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield what is wrong with the cast: a key given twice, a home that does not exist, more neighbours than trays."""
    communities = scenario.rules().communities
    seen: list[str] = []
    for member in scenario.cast:
        if member.key in seen:
            yield Fault(f"cast[{member.key}].key", f"{member.key!r} is given twice", "a key that nobody else has")
        seen.append(member.key)
        if member.community >= communities:
            limit = f"0 to {communities - 1} (the world has {communities} communities)"
            yield Fault(f"cast[{member.key}].community", f"is {member.community}", limit)
    neighbours = sum(member.neighbour for member in scenario.cast)
    places = scenario.rules().neighbours
    if neighbours > places:
        limit = f"at most world.neighbours = {places} members with neighbour = true"
        yield Fault("cast", f"has {neighbours} neighbours", limit)


def home_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield what is wrong with where the cast lives: an influencer's home is set by the world, a community has an end.

    The n-th founder lives in community n % communities. The first founders are the influencers, makers of drama before
    gurus, and the cast's influencers are these in order; the others take places between them and the seats.
    """
    rules = scenario.rules()
    communities, influencers = rules.communities, rules.drama_makers + rules.gurus
    places = {"drama": list(range(rules.drama_makers)), "guru": list(range(rules.drama_makers, influencers))}
    living = dict.fromkeys(range(communities), 0)
    for member in scenario.cast:
        if places.get(member.role):
            home = places[member.role].pop(0) % communities
            if member.community != home:
                why = f"{home} (where the world has its next influencer of role {member.role!r})"
                yield Fault(f"cast[{member.key}].community", f"is {member.community}", why)
        elif member.community < communities:
            living[member.community] += 1
    for community, count in living.items():
        room = len(range(influencers + (community - influencers) % communities, rules.accounts - rules.seats, communities))
        if count > room:
            wrong = f"has {count} members in community {community}"
            yield Fault("cast", wrong, f"at most {room} (its accounts that are no seats and no influencers)")


def lesson_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield what is wrong with the lesson: strangers, a paper given twice, a corner on a paper that lies open."""
    keys = [member.key for member in scenario.cast]
    seen: list[str] = []
    for paper in scenario.lesson:
        where = f"lesson[{paper.key}]"
        if paper.author and paper.author not in keys:
            wrong = f"{paper.author!r} is not in the cast"
            yield Fault(f"{where}.author", wrong, f'"" or a key of the cast ({", ".join(keys) or "which is empty"})')
        if paper.key in seen:
            yield Fault(f"{where}.key", f"{paper.key!r} is given twice", "a key that no other paper has")
        if paper.open and paper.unfold:
            yield Fault(f"{where}.unfold", "is true, but the paper lies open", "false where open = true")
        seen.append(paper.key)


def beat_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield what is wrong with the schedule: strangers, a call-out at nobody or at oneself, a beat after the bell."""
    keys = [member.key for member in scenario.cast]
    among = f"a key of the cast ({', '.join(keys) or 'which is empty'})"
    last = scenario.shift.cards * getattr(scenario.shift.paces, scenario.shift.pace)
    for place, beat in enumerate(scenario.schedule):
        where = f"schedule[{place}]"
        if beat.actor not in keys:
            yield Fault(f"{where}.actor", f"{beat.actor!r} is not in the cast", among)
        if beat.kind == "callout" and (beat.target not in keys or beat.target == beat.actor):
            wrong = f"{beat.target!r} cannot be called out" if beat.target else "is missing, and a call-out needs one"
            yield Fault(f"{where}.target", wrong, f"{among}, and not the actor")
        if beat.kind == "course" and beat.target:
            yield Fault(f"{where}.target", f"is {beat.target!r}, but a course is aimed at nobody", 'no target, or ""')
        if beat.at > last:
            limit = f"0 to {plain_number(last)} (shift.cards x the interval of shift.pace)"
            yield Fault(f"{where}.at", f"is {plain_number(beat.at)}, after the bell", limit)
