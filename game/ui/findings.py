"""What the debrief finds, each in a sentence: once for the screen, the PNG and the HTML page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.ui.tables import places
from game.ui.words import say

if TYPE_CHECKING:
    from game.session.views import Again, Debrief, Tens, Top

GOOD_PART = 0.5
"""From this share of the thanks on it is said that a good part would have happened anyway."""
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
    much = thanked > 0 and twin_thanked >= GOOD_PART * thanked
    return f"{said} {say('twin.anyway')}" if much else said


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


def seen(card: "Again") -> str:
    """Say who saw a card and what they said of it."""
    if not card.seen:
        return say("again.unread")
    parts = {"readers": card.seen, "thanked": card.seen_thanked, "back": card.seen - card.seen_thanked}
    return say("again.reader" if card.seen == 1 else "again.readers", **parts)


def course(curve: "Sequence[Tens]") -> str:
    """Say where judgement led over the shift."""
    known = [one.judgement for one in curve if one.judgement is not None]
    if len(known) < 2:  # noqa: PLR2004 - from one point nothing leads anywhere
        return say("curve.title.short")
    if abs(known[-1] - known[0]) < LEVEL:
        return say("curve.title.level")
    return say("curve.title.up" if known[-1] > known[0] else "curve.title.down")


def worth(worthy: float, bait: float) -> str:
    """Say what worth means: from which and up to which share of the town's readers."""
    return say("worth.line", worthy=round(100 * worthy), bait=round(100 * bait))
