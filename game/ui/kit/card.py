"""The card under the lamp: what stands outside, what is folded inside, and how it turns into pages when letters are large."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from game.ui.layout import Layout
from game.ui.text import largest, line_height, width, wrap
from game.ui.words import age, number, say

if TYPE_CHECKING:
    from game.session import Card

PAD = 16
GAP = 10
"""Between meta and headline, and between headline and inside."""


@dataclass(frozen=True)
class Page:
    """One way the card lies: which lines of outside and inside show, in what size; `foot` says whether counters stand below."""

    author: tuple[str, ...]
    author_size: int = 0
    meta: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    size: int = 0
    inside: tuple[str, ...] = ()
    foot: bool = False


NO_PAGE = Page(())
NO_BREAK = "\u00a0"


def meta_line(card: "Card", layout: Layout) -> str:
    """Say how many follow the author, by whom the card came, and how old it is; on a narrow card also the author's tier."""
    tier = [say("badge." + card.badge)] if tight(layout) else []
    followers = say("card.follower") if card.followers == 1 else say("card.followers", n=number(card.followers))
    via = [say("card.via", name=card.via)] if card.via else []
    return " · ".join([*tier, followers, *via, age(card.age).replace(" ", NO_BREAK)])


def tight(layout: Layout) -> bool:
    """Whether the card is too narrow for a badge beside the author's name."""
    return layout.large and not layout.wide


def spoken(card: "Card") -> str:
    """Say the whole card in words, for the tree."""
    via = [say("card.via", name=card.via)] if card.via else []
    parts = [f"{card.author}, {say('badge.' + card.badge)}", say("card.followers", n=number(card.followers)), *via]
    parts.append(age(card.age))
    if card.likes is not None:
        parts.append(say("card.likes", n=number(card.likes)))
    if card.reshares is not None:
        parts.append(say("card.reshares", n=number(card.reshares)))
    if card.flame:
        parts.append(say("card.drama"))
    if card.inside is not None:
        parts.append(card.inside)
    return "; ".join(parts)


def step(size: int) -> int:
    """Give the distance between two lines of a headline."""
    return round(size * 1.2)


def author_lines(card: "Card", layout: Layout) -> tuple[tuple[str, ...], int]:
    """Give the author's name and its size, leaving room for badge and flame; a long name is set a little smaller."""
    size = layout.type.meta
    badge = 0 if tight(layout) else width(say("badge." + card.badge), "strong", size) + 28
    flame = size + 14 if card.flame else 0
    room = layout.card.w - 2 * PAD - badge - flame
    most = layout.type.author
    chosen = largest(card.author, "strong", tuple(range(most, most * 4 // 5, -1)), room)
    return wrap(card.author, "strong", chosen, room), chosen


def foot_height(card: "Card", layout: Layout, *, ear: bool) -> int:
    """Give the height that counters and dog-ear take at the foot of the card."""
    counters = 0 if card.likes is None and card.reshares is None else line_height(layout.type.meta) + 4
    return max(counters, layout.ear.h - PAD) if ear else counters


@lru_cache(maxsize=64)
def pages(card: "Card", layout: Layout) -> tuple[Page, ...]:
    """Give the card's pages: one if it is folded or if all fits, else the inside first and the outside last."""
    if card.inside is None:
        return (_outside(card, layout, ear=True),)
    whole = _outside(card, layout, ear=False)
    room = layout.card.w - 2 * PAD
    lines = wrap(card.inside, "text", layout.type.inside, room)
    high = line_height(layout.type.inside)
    if height(whole, layout) + GAP + 6 + len(lines) * high + foot_height(card, layout, ear=False) <= layout.card.h - 2 * PAD:
        return (replace(whole, inside=lines),)
    space = layout.card.h - 2 * PAD - len(whole.author) * line_height(whole.author_size) - 4
    fit = max(1, (space - (layout.ear.h - PAD)) // high)
    chunks = [lines[start : start + fit] for start in range(0, len(lines), fit)]
    return (*(Page(whole.author, whole.author_size, inside=chunk) for chunk in chunks), _outside(card, layout, ear=True))


def _outside(card: "Card", layout: Layout, *, ear: bool) -> Page:
    """Set the outside with the largest headline that fits; it never becomes much smaller than the text of the inside."""
    type_, room = layout.type, layout.card.w - 2 * PAD
    meta = wrap(meta_line(card, layout), "text", type_.meta, room)
    space = layout.card.h - 2 * PAD - foot_height(card, layout, ear=ear)
    author, author_size = author_lines(card, layout)
    page = NO_PAGE
    for size in range(type_.headline, round(type_.inside * 0.8), -2):
        page = Page(author, author_size, meta, wrap(card.headline, "bold", size, room), size, foot=True)
        if height(page, layout) <= space:
            break
    return page


def height(page: Page, layout: Layout) -> int:
    """Give the height of a page without its foot and its inside."""
    type_ = layout.type
    author, meta = len(page.author) * line_height(page.author_size), len(page.meta) * line_height(type_.meta)
    return author + meta + (GAP + len(page.headline) * step(page.size) if page.headline else 0)
