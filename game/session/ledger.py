"""The pay slip: hits, false alarms and the mark of LEVEL_ONE section 3, from what a seat did and what readers said."""

from collections.abc import Iterable
from typing import NamedTuple

from game.feed import desk, events
from game.scenario import Shift as ShiftRules
from game.session.chair import Chair, Dealt
from game.session.views import Outcome


class Marked(NamedTuple):
    """The mark and its parts."""

    hits: float
    worthy: int
    false_alarms: float
    bait: int
    judgement: float
    mark: float
    seal: int
    outcome: Outcome


def clip(x: float) -> float:
    """The nearest number in 0 .. 1."""
    return min(1.0, max(0.0, x))


def mean_strength(cards: Iterable[Dealt], kind: int) -> tuple[float, int]:
    """Strength passed on to cards of a kind, in all, and how many there were; a fallen card counts as Ignore."""
    strengths = [card.strength for card in cards if card.kind == kind and card.done]
    return sum(strengths), len(strengths)


def thanked_share(chair: Chair, rules: ShiftRules) -> float:
    """Share of the minutes of others that was thanked for, T / (T + X); 0 when too few were reached.

    What the lesson's papers cost stands in the minutes, but they count in no mark.
    """
    lesson = [paper.card for paper in chair.papers]
    learnt = [one for card, one in chair.tally.passed.items() if card in lesson]
    thanked = chair.tally.seconds_thanked - sum(one.seconds_thanked for one in learnt)
    spent = thanked + chair.tally.seconds_back - sum(one.seconds_back for one in learnt)
    return thanked / spent if spent and spent >= rules.minimum_minutes * 60.0 else 0.0


def mark(chair: Chair, rules: ShiftRules) -> Marked:
    """The mark 0..100, the seal and the outcome.

    J = H - F; mark = 60 clip(J/.6) + 30 clip((s-.3)/.4) + 10 (1 - fallen/dealt), with the level's numbers. A policy that
    does not look at the card has H = F in expectation, and so J = 0.
    """
    hits, worthy = mean_strength(chair.cards, desk.WORTHY)
    alarms, bait = mean_strength(chair.cards, desk.BAIT)
    judgement = (hits / worthy if worthy else 0.0) - (alarms / bait if bait else 0.0)
    share = thanked_share(chair, rules)
    dealt = max(1, len(chair.cards))
    points = (
        rules.weights.judgement * clip(judgement / rules.judgement_full)
        + rules.weights.thanked * clip((share - rules.thanked_floor) / rules.thanked_span)
        + rules.weights.handled * (1.0 - chair.fallen / dealt)
    )
    won = points >= rules.pass_mark and chair.handled >= rules.least_handled and chair.outcome != "left"
    seal = 0
    if won:
        seal = 1 if points >= rules.first_mark else 2 if points >= rules.second_mark else 3
    outcome: Outcome = "left" if chair.outcome == "left" else "won" if won else "lost"
    return Marked(hits, worthy, alarms, bait, judgement, points, seal, outcome)


def reshared(chair: Chair) -> int:
    """Cards passed on by Reshare."""
    return sum(card.verb == events.RESHARE for card in chair.cards)


def ending(chair: Chair, rules: ShiftRules, marked: Marked, followers_gained: int) -> str:
    """Key of the line at the end (LEVEL_ONE section 3)."""
    if marked.outcome == "left":
        return "gone_home"
    if marked.outcome == "won":
        return f"clerk_{marked.seal}"
    if followers_gained >= rules.popular_followers:
        return "popular_clerk"
    if reshared(chair) < rules.closed_door:
        return "closed_door"
    if reshared(chair) > rules.open_window:
        return "open_window"
    return "not_this_time"
