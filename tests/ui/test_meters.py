"""Meters, trays and reports with more in them than usual: the whole figure can be read, and nothing runs over its edge."""

from dataclasses import replace

import pygame
import pytest

from game.session import Neighbour
from game.ui.box import Box
from game.ui.kit.desk import FOOT, TOP, Meter
from game.ui.kit.tray import NeighbourTray
from game.ui.layout import PERCENTS, SIZES, Shape, layout
from game.ui.palette import PAPER
from game.ui.scenes.desk_map import Shown, tray
from game.ui.scenes.desk_meters import setting, way_in
from game.ui.scenes.error import shortened
from game.ui.words import say
from tests.ui.painted import drawn_box, picture

EVERY = [(shape, percent) for shape in SIZES for percent in PERCENTS]
FIGURES = ("0:04", "13:08", "134:20")
QUIET = Shown(under_way=0, thanked=0, back=0, glow=4, dim=0, halo=False, flash="", fresh=False)
NAMES = ("Ottoline", "Bram", "Ines", "Yusuf", "Wick", "Steady Gable", "Orange Violin")


def meter(shape: Shape, percent: int, figure: str) -> Meter:
    """The first meter as the desk sets it."""
    place = layout(shape, percent)
    sheets = 4 // len(place.meters)
    share, stacked = setting((("others", figure),), place, sheets)
    plain = Meter(place.meters[0], label=say("meter.others"), figure=figure, number_size=place.type.number, sheets=sheets)
    return replace(plain, label_size=place.type.label, share=share, stacked=stacked, part=-1)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(("shape", "percent"), EVERY)
def test_a_meter_shows_its_whole_figure_above_the_bar_and_below_the_dots(shape: Shape, percent: int, figure: str) -> None:
    one = meter(shape, percent, figure)
    with_figure, without = picture(one), picture(replace(one, figure=""))
    changed = pygame.mask.from_threshold(with_figure, (0, 0, 0), (9, 9, 9, 255), without)
    changed.invert()
    (place, *_) = changed.get_bounding_rects()
    for other in changed.get_bounding_rects():
        place = place.union(other)
    assert place.bottom <= one.box.h - FOOT
    assert place.right < one.box.w
    if one.sheets > 1 and not one.stacked:
        assert place.top > TOP * 3 // 2
    assert picture(replace(one, figure="")).get_at((one.box.w // 2, one.box.h - 4))[:3] != PAPER


@pytest.mark.parametrize(("shape", "percent"), EVERY)
def test_what_flies_to_a_meter_stays_on_it(shape: Shape, percent: int) -> None:
    one = meter(shape, percent, "13:08")
    tag = Box(0, 0, 70, 30)
    for x, y in way_in([one], "others", tag):
        assert one.box.x <= x
        assert x + tag.w <= one.box.right or not one.stacked
        assert y >= one.box.y - 2


@pytest.mark.parametrize("count", [9, 12, 27])
@pytest.mark.parametrize("sign", ["tick", "hourglass"])
@pytest.mark.parametrize("percent", PERCENTS[:2])
def test_counts_of_two_figures_and_their_frame_stay_on_the_narrow_tray(percent: int, sign: str, count: int) -> None:
    place = layout("upright", percent)
    for name, box in zip(NAMES, place.trays, strict=False):
        known = Neighbour(1, name, slips=1, lit=True, thanked=count, back=count)
        one = tray(box, known, QUIET._replace(flash=sign), place.type.map)
        assert isinstance(one, NeighbourTray)
        assert drawn_box(one).right <= box.right + 1
        assert place.canvas.w - box.right >= 4


def test_a_report_is_cut_after_a_word() -> None:
    report = "RuntimeError: a picture of what nobody should see"
    assert shortened(report, 40) == "RuntimeError: a picture of what nobody…"
    assert shortened(report, 400) == report
