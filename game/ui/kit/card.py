"""The card under the lamp: what stands outside, what is folded inside, and how it turns into pages when letters are large."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from game.ui.layout import Layout
from game.ui.text import cut, largest, line_height, width, wrap
from game.ui.words import age, number, say

if TYPE_CHECKING:
    from game.session import Card

PAD = 16
GAP = 10
"""Between meta and headline, and between headline and inside."""

MARK_PAD = 20
MARK_GAP = 12
"""Round the mark of a stamp from before: to both sides together, and above and below it together."""


@dataclass(frozen=True)
class Page:
    """One way the card lies: which lines of outside and inside show, in what size; `foot` says whether counters stand below.

    `before` is the mark of a stamp that the card got when it was here before.
    """

    author: tuple[str, ...]
    author_size: int = 0
    meta: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    size: int = 0
    inside: tuple[str, ...] = ()
    foot: bool = False
    before: tuple[str, ...] = ()


NO_PAGE = Page(())
NO_BREAK = "\u00a0"


def meta_line(card: "Card", layout: Layout) -> str:
    """Say how many follow the author, by whom the card came, and how old it is; on a narrow card also the author's tier."""
    tier = [say("badge." + card.badge)] if tight(layout) else []
    followers = say("card.follower") if card.followers == 1 else say("card.followers", n=number(card.followers))
    return " · ".join([*tier, followers, *via(card), age(card.age).replace(" ", NO_BREAK)])


def short_meta(card: "Card") -> str:
    """Say only by whom the card came and how old it is."""
    return " · ".join([*via(card), age(card.age).replace(" ", NO_BREAK)])


def via(card: "Card") -> list[str]:
    """Say by whose hands a card came: the whole route of a copy that comes back, a friend who has done a favour, or one name."""
    if card.route:
        return [", ".join(say("card.via", name=say("card.you") if name == "you" else name) for name in card.route)]
    if not card.via:
        return []
    return [say("card.favour" if card.favour else "card.via", name=card.via)]


def tight(layout: Layout) -> bool:
    """Whether the card is too narrow for a badge beside the author's name."""
    return layout.large and not layout.wide


def spoken(card: "Card", before: str = "", *, taped: bool = False) -> str:
    """Say the whole card in words, for the tree."""
    followers = say("card.follower") if card.followers == 1 else say("card.followers", n=number(card.followers))
    parts = [f"{card.author}, {say('badge.' + card.badge)}", followers, *via(card), age(card.age)]
    if card.about:
        parts.append(say("card.about", name=card.about))
    if before:
        parts.append(before)
    if taped:
        parts.append(say("card.taped"))
    else:
        counts = (("card.likes", card.likes), ("card.reshares", card.reshares))
        parts += [say(key, n=number(count)) for key, count in counts if count is not None]
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
def pages(card: "Card", layout: Layout, before: str = "", brief: str = "") -> tuple[Page, ...]:
    """Give the card's pages: one if it is folded or if all fits, else the inside first and the outside last.

    A card that was here before says so on every page, in `brief`, below the first words of its headline.
    """
    if card.inside is None:
        return (_outside(card, layout, before, ear=True),)
    whole = _outside(card, layout, before, ear=False)
    room = layout.card.w - 2 * PAD
    lines = wrap(card.inside, "text", layout.type.inside, room)
    high = line_height(layout.type.inside)
    if height(whole, layout) + GAP + 6 + len(lines) * high + foot_height(card, layout, ear=False) <= layout.card.h - 2 * PAD:
        return (replace(whole, inside=lines),)
    plain = Page(whole.author, whole.author_size)
    if brief:
        size = layout.type.meta
        marks, title = (cut(brief, "strong", size, room - MARK_PAD),), (cut(card.headline, "bold", size, room),)
        plain = replace(plain, before=marks, headline=title, size=size)
    space = layout.card.h - 2 * PAD - height(plain, layout) - (GAP + 6 if brief else 4)
    fit = (space - (layout.ear.h - PAD)) // high
    if brief and fit <= 1:  # the author stands on the last page only, or there were hardly room for the text
        plain = replace(plain, author=())
        fit = (space + len(whole.author) * line_height(whole.author_size) - (layout.ear.h - PAD)) // high
    fit = max(1, fit)
    chunks = [lines[start : start + fit] for start in range(0, len(lines), fit)]
    return (*(replace(plain, inside=chunk) for chunk in chunks), _outside(card, layout, before, ear=True))


def _outside(card: "Card", layout: Layout, before: str, *, ear: bool) -> Page:
    """Set the outside with the largest headline that fits; it never becomes much smaller than the text of the inside.

    Where even that is too much, tier and followers are left out, as the card is spoken with them; then what the mark from before
    says is left to do; then the mark.
    """
    type_, room = layout.type, layout.card.w - 2 * PAD
    space = layout.card.h - 2 * PAD - foot_height(card, layout, ear=ear)
    author, author_size = author_lines(card, layout)
    page = NO_PAGE
    short, first = short_meta(card), before.partition(". ")[0]
    for meta, mark in ((meta_line(card, layout), before), (short, before), (short, first), (short, "")):
        marks = sentences(mark, type_.meta, room - MARK_PAD) if mark else ()
        lines = wrap(meta, "text", type_.meta, room)
        for size in range(type_.headline, round(type_.inside * 0.8), -2):
            headline = wrap(card.headline, "bold", size, room)
            page = Page(author, author_size, lines, headline, size, foot=True, before=marks)
            if height(page, layout) <= space:
                return page
    return page


def sentences(mark: str, size: int, room: int) -> tuple[str, ...]:
    """Break a mark into lines, between its sentences where that takes no more of them."""
    lines = wrap(mark, "strong", size, room)
    first, stop, rest = mark.partition(". ")
    apart = (*wrap(first + ".", "strong", size, room), *wrap(rest, "strong", size, room)) if stop else lines
    return apart if 1 < len(apart) <= len(lines) else lines


def height(page: Page, layout: Layout) -> int:
    """Give the height of a page without its foot and its inside."""
    type_ = layout.type
    author, meta = len(page.author) * line_height(page.author_size), len(page.meta) * line_height(type_.meta)
    mark = len(page.before) * line_height(type_.meta) + MARK_GAP if page.before else 0
    return author + meta + mark + (GAP + len(page.headline) * step(page.size) if page.headline else 0)
