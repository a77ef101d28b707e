"""The small parts: colours, tubes, text, slices, options, the pay slip on paper."""

import math
import time
from itertools import pairwise

import pytest

from game.ui import palette
from game.ui.box import Box
from game.ui.layout import PERCENTS, Layout, layout
from game.ui.options import Options
from game.ui.slices import Slice
from game.ui.text import width, wrap
from game.ui.tubes import along, tubes

LAYOUTS = [layout(shape, percent) for shape in ("wide", "upright") for percent in PERCENTS]


@pytest.mark.parametrize(("name", "one", "other"), palette.TEXT_PAIRS, ids=[pair[0] for pair in palette.TEXT_PAIRS])
def test_text_stands_out(name: str, one: palette.Colour, other: palette.Colour) -> None:
    assert palette.contrast(one, other) >= 4.5, name


@pytest.mark.parametrize("place", LAYOUTS, ids=lambda place: f"{place.shape}-{place.percent}")
def test_tubes_run_at_0_45_or_90_degrees_and_stay_on_the_map(place: Layout) -> None:
    laid = tubes(place)
    for way in (*laid.lines, *laid.ways):
        for (ax, ay), (bx, by) in pairwise(way):
            assert ax == bx or ay == by or abs(ax - bx) == abs(ay - by)
    on_map = place.map.grown(2)
    assert all(on_map.holds(*point) for way in laid.ways for point in way)
    assert len(laid.ways) == len(place.trays)


def test_a_way_is_walked_from_outlet_to_stop() -> None:
    laid = tubes(layout("wide", 100))
    way = laid.ways[0]
    assert along(way, 0.0)[:2] == way[0]
    assert along(way, 1.0)[:2] == way[-1]
    steps = [along(way, share / 50)[:2] for share in range(51)]
    assert max(math.dist(a, b) for a, b in pairwise(steps)) < 30


def test_wrapped_text_keeps_every_word_and_its_width() -> None:
    words = "Tell anyone who walks dogs near the pneumaticpostofficeofthenorthernharbour today"
    found = wrap(words, "text", 22, 150)
    assert "".join(found).replace(" ", "") == words.replace(" ", "")
    assert all(width(line, "text", 22) <= 150 for line in found)


def test_a_slice_learns_how_many_steps_fit() -> None:
    part = Slice(0.004, steps=10)

    def work(steps: int) -> None:
        until = time.perf_counter() + steps * 1e-5
        while time.perf_counter() < until:
            pass

    for _ in range(12):
        part.run(work)
    assert 100 <= part.steps <= 800


def test_an_address_may_choose_but_not_break() -> None:
    asked = Options().asked({"seed": "12", "days": "x", "level": "the-tray", "layout": "upright"})
    assert (asked.seed, asked.days, asked.layout) == (12, 1, "upright")


def test_boxes_meet_only_where_they_share_a_pixel() -> None:
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 5, 5))
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 5, 5))
    assert sum(part.w for part in Box(0, 0, 320, 10).columns(3, 10)) == 300
