"""The face of a stamp: sign and word on one line where it is flat, and the pencil's cross clear of the word."""

from dataclasses import replace

import pygame
import pytest

from game.ui.kit.stamps import Stamp
from game.ui.layout import PERCENTS, SIZES, Shape, layout
from game.ui.palette import PAPER
from game.ui.text import width
from game.ui.words import say
from tests.ui.painted import picture

EVERY = [(shape, percent) for shape in SIZES for percent in PERCENTS]
WORDS = {kind: say("stamp." + kind) for kind in ("ignore", "like", "reshare")}


def stamp(shape: Shape, percent: int, kind: str) -> Stamp:
    """One of the stamps of a layout; a phone prints no key on it."""
    place = layout(shape, percent)
    box = place.stamps[list(WORDS).index(kind)]
    widest = max(width(word, "bold", place.type.stamp) for word in WORDS.values())
    key = "a" if place.wide else ""
    return Stamp(box, WORDS[kind], action=kind, key=key, size=place.type.stamp, key_size=place.type.meta, widest=widest)


def difference(one: Stamp, other: Stamp) -> pygame.Rect:
    """Where two stamps look different."""
    same = pygame.mask.from_threshold(picture(one), (0, 0, 0), (9, 9, 9, 255), picture(other))
    same.invert()
    rects = same.get_bounding_rects()
    return rects[0].unionall(rects[1:])


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize(("shape", "percent"), EVERY)
def test_the_pencils_cross_does_not_strike_through_the_word(shape: Shape, percent: int, kind: str) -> None:
    one = stamp(shape, percent, kind)
    word = difference(one, replace(one, name=" "))
    cross = difference(one, replace(one, pencil=True))
    assert cross.w > 10
    assert not cross.colliderect(word)


@pytest.mark.parametrize("percent", PERCENTS[1:])
def test_the_sign_of_a_flat_stamp_stands_level_with_its_word(percent: int) -> None:
    one = stamp("wide", percent, "ignore")
    word = difference(one, replace(one, name=" "))
    drawn = picture(one)
    sign = [y for y in range(14, one.box.h - 6) if any(drawn.get_at((x, y))[:3] != PAPER for x in range(10, 60))]
    assert abs((min(sign) + max(sign)) / 2 - word.centery) <= one.size // 5
