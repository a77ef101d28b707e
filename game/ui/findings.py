"""What the debrief finds, each in a sentence: once for the screen, the PNG and the HTML page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.ui.tables import places
from game.ui.words import say

if TYPE_CHECKING:
    from game.session.views import Again, Day, Debrief, Tens, Top

MOST = 0.5
"""Above this share of the thanks it is said that most would have happened without the seat."""
MANY = 25
"""From so many readers on it is said that a card found them without the seat."""
LEVEL = 0.1
"""Two stretches whose judgement differs by less are about level."""


def finding(told: "Debrief") -> str:
    """Say how many people spent how long because of the seat, and how much of it they would spend again."""
    if not told.people:
        return say("twin.finding.none")
    whole = round(told.minutes)
    minutes = say("twin.minute") if whole == 1 else say("twin.minutes", n=whole)
    key = "twin.finding.one" if told.people == 1 else "twin.finding"
    return say(key, people=told.people, minutes=minutes, thanked=min(whole, round(told.thanked)))


def happened_anyway(told: "Debrief") -> str:
    """Say in figures what was the same in both worlds."""
    thanked, twin_thanked = sum(day.thanked for day in told.days), sum(day.thanked for day in told.twin_days)
    said = say(
        "twin.same",
        of=len(told.days),
        read=thanked + sum(day.back for day in told.days),
        thanked=thanked,
        twin_read=twin_thanked + sum(day.back for day in told.twin_days),
        twin_thanked=twin_thanked,
    )
    return f"{said} {anyway(told)}".rstrip()


def anyway(told: "Debrief") -> str:
    """Say how much of the thanks would have come without the seat; "" where there were none, or just as many."""
    thanked, twin_thanked = sum(day.thanked for day in told.days), sum(day.thanked for day in told.twin_days)
    if twin_thanked > thanked:
        return say("twin.more.thanked", n=twin_thanked - thanked)
    if not thanked or twin_thanked == thanked:
        return ""
    return say("twin.anyway") if twin_thanked > MOST * thanked else say("twin.fewer", n=thanked - twin_thanked)


def people(told: "Debrief") -> str:
    """Say who the people of the finding are, and that the map shows only those next to the seat; "" if there are none."""
    if not told.people:
        return ""
    return say("twin.people.one" if told.people == 1 else "twin.people", people=told.people, of=len(told.days))


def total(days: "Sequence[Day]") -> str:
    """Sum up what all neighbours of one map did."""
    return say("twin.total", of=len(days), thanked=sum(day.thanked for day in days), back=sum(day.back for day in days))


def same_lines(told: "Debrief") -> str:
    """Say how many lines of the Top 10 stand in the same place in both worlds."""
    here, there = places(told.top), places(told.twin_top)
    same, of = sum(there.get(card) == place for card, place in here.items()), len(here)
    if not of:
        return say("twin.lists.empty")
    return say("twin.lists.all" if same == of else "twin.lists" if same else "twin.lists.none", same=same, of=of)


def legend(told: "Debrief") -> str:
    """Say what the signs on the lists mean, those that are there."""
    here, there = places(told.top), places(told.twin_top)
    both = here.keys() & there.keys()
    signs = (
        ("twin.lists.line", any(here[card] != there[card] for card in both)),
        ("twin.lists.ring", len(both) < max(len(here), len(there))),
        ("twin.lists.dot", any(line.mine for line in told.top.lines)),
    )
    return " ".join(say(words) for words, shown in signs if shown)


def share(top: "Top") -> str:
    """Say how many of all stamps on the list were the seat's."""
    if not top.lines:
        return say("top.empty")
    return say("top.share" if top.mine else "top.share.none", mine=stamps(top.mine), all=top.stamps)


def stamps(count: int) -> str:
    """Write how many stamps.

    >>> stamps(1), stamps(212)
    ('1 stamp', '212 stamps')
    """
    return say("top.stamp") if count == 1 else say("top.stamps", n=count)


def verdict(card: "Again") -> str:
    """Say how many of the whole town would thank for a card, and what follows from that by the rule."""
    return say("again.bait" if card.why == "alarm" else "again.worth", n=round(100 * card.worth))


def seen(card: "Again") -> str:
    """Say who read a card so far, and how many of them the seat had no part in where it is the one that it let lie."""
    if not card.seen:
        return say("again.unread")
    said = say("again.readers", readers=card.seen, thanked=card.seen_thanked)
    without = card.seen - card.thanked - card.back
    return f"{said} {say('again.without', n=without)}" if card.why == "buried" and without >= MANY else said


def course(curve: "Sequence[Tens]") -> str:
    """Say where in the shift judgement was best, and where it was worst."""
    known = [one.judgement for one in curve if one.judgement is not None]
    if len(known) < 2:  # noqa: PLR2004 - one stretch is neither better nor worse
        return say("curve.title.short")
    high, low = max(known), min(known)
    if high - low < LEVEL:
        return say("curve.title.level")
    best = [one.judgement is not None and one.judgement > high - LEVEL for one in curve]
    worst = [
        one.judgement is not None and one.judgement < low + LEVEL and not good for one, good in zip(curve, best, strict=True)
    ]
    last = curve[-1]
    fell = worst[-1] and not any(worst[:-1]) and curve[-2].judgement is not None
    below = say("curve.title.fell", n=last.last - last.first + 1) if fell else say("curve.title.worst", spans=spans(curve, worst))
    return f"{say('curve.title.best', spans=spans(curve, best))} {below}"


def spans(curve: "Sequence[Tens]", chosen: "Sequence[bool]") -> str:
    """Name the stretches that were chosen, those that follow each other as one."""
    runs: list[tuple[int, int]] = []
    for number, one in enumerate(curve):
        if not chosen[number]:
            continue
        if number and chosen[number - 1]:
            runs[-1] = (runs[-1][0], one.last)
        else:
            runs.append((one.first, one.last))
    return say("curve.title.and").join(say("curve.title.span", first=first, last=last) for first, last in runs)


def worth(worthy: float, bait: float) -> str:
    """Say what worth means: from which and up to which share of the town's readers."""
    return say("worth.line", worthy=round(100 * worthy), bait=round(100 * bait))


def book(look: float, stamp: float) -> str:
    """Say how minutes are counted: the seconds of a look, and those that a stamp that passes takes besides."""
    return say("book.line", look=f"{look:g}", stamp=f"{stamp:g}")
