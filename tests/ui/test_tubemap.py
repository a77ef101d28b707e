"""The twin maps: as many trays as fit, the same in both, tubes at 0, 45 and 90 degrees, bright as far as papers were read."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from game.ui.box import Box
from game.ui.kit.table import csv_text
from game.ui.kit.tubemap import Near, TwinMap
from game.ui.palette import BACK_ON_WALL, THANKS_ON_WALL, TUBE
from game.ui.text import width
from game.ui.tubes import risers
from tests.ui.painted import colours, drawn_box, picture

NAMES = (
    "Ottoline", "Bram", "Ines", "Yusuf", "Wick", "Dame Commotion", "Professor Upwards", "Greta", "Hollis Marchbanks", "Ida",
    "Juno", "Kasimir",
)  # fmt: skip
STAMPED = tuple(Near(name, index * 7 % 6, index * 5 % 4, lit=index % 3 > 0) for index, name in enumerate(NAMES))
IGNORED = tuple(Near(name) for name in NAMES)
WIDE, UPRIGHT = Box(60, 10, 560, 300), Box(12, 10, 366, 220)
PLACES = [(WIDE, 18), (WIDE, 27), (WIDE, 36), (UPRIGHT, 14), (UPRIGHT, 21), (UPRIGHT, 28)]


def twin(box: Box, size: int, neighbours: tuple[Near, ...] = STAMPED, other: tuple[Near, ...] = IGNORED) -> TwinMap:
    return TwinMap(box, "as you stamped", word="as you stamped", neighbours=neighbours, other=other, size=size)


@pytest.mark.parametrize(("box", "size"), [(WIDE, 18), (UPRIGHT, 14)], ids=str)
def test_at_the_usual_size_everybody_has_a_tray(box: Box, size: int) -> None:
    grid = twin(box, size).grid(box)
    assert grid.shown == STAMPED
    assert grid.left_out == 0
    assert grid.size == size


@pytest.mark.parametrize(("box", "size"), PLACES, ids=str)
def test_trays_lie_apart_in_the_box_and_hold_their_counts(box: Box, size: int) -> None:
    grid = twin(box, size).grid(box)
    assert len(grid.shown) >= 4
    assert len(grid.shown) + grid.left_out == len(NAMES)
    assert all(tray.within(box) for tray in grid.trays)
    assert not any(one.meets(other) for one, other in combinations(grid.trays, 2))
    needed = 3.5 * grid.size + width("5", "figures bold", grid.size) * 2
    assert all(tray.w >= needed and tray.h >= 2 * grid.size for tray in grid.trays)


@pytest.mark.parametrize(("box", "size"), PLACES, ids=str)
def test_both_twins_show_the_same_trays_in_the_same_places(box: Box, size: int) -> None:
    one, other = twin(box, size).grid(box), twin(box, size, IGNORED, STAMPED).grid(box)
    assert [near.name for near in one.shown] == [near.name for near in other.shown]
    assert one.trays == other.trays
    assert one.size == other.size


def test_where_few_fit_the_busiest_are_shown_in_their_order() -> None:
    grid = twin(WIDE, 36).grid(WIDE)
    left = [near.activity for near in STAMPED if near not in grid.shown]
    assert min(near.activity for near in grid.shown) >= max(left)
    places = [STAMPED.index(near) for near in grid.shown]
    assert places == sorted(places)


@pytest.mark.parametrize(("box", "size"), PLACES, ids=str)
def test_tubes_run_at_0_45_or_90_degrees_and_stay_on_the_print(box: Box, size: int) -> None:
    grid = twin(box, size).grid(box)
    laid = risers(box.bottom - 6, grid.trays, grid.columns)
    for way in (*laid.lines, *laid.ways):
        assert all(box.holds(*point) for point in way)
        for (ax, ay), (bx, by) in pairwise(way):
            assert ax == bx or ay == by or abs(ax - bx) == abs(ay - by)
    assert not any(tray.holds(*stop) for tray in grid.trays for stop in laid.stops)


@pytest.mark.parametrize(("box", "size"), PLACES, ids=str)
def test_a_map_stays_in_its_box(box: Box, size: int) -> None:
    for shown in (twin(box, size), twin(box, size, IGNORED, STAMPED), replace(twin(box, size), neighbours=(), other=())):
        assert drawn_box(shown) == box


def test_tubes_are_bright_only_where_something_was_read() -> None:
    bright, dark = (picture(twin(WIDE, 18, *both)) for both in ((STAMPED, IGNORED), (IGNORED, STAMPED)))
    spot = risers(WIDE.at_origin().bottom - 6, twin(WIDE, 18).grid(WIDE.at_origin()).trays, 3).stops[-1]
    below = (spot[0], spot[1] + 9)
    assert tuple(bright.get_at(below))[:3] == TUBE
    assert tuple(dark.get_at(below))[:3] != TUBE
    assert {THANKS_ON_WALL, BACK_ON_WALL} <= colours(bright)
    assert not {THANKS_ON_WALL, BACK_ON_WALL} & colours(dark)


def test_the_table_has_everybody_also_those_without_a_tray() -> None:
    shown = twin(WIDE, 36)
    lines = csv_text(shown.table()).splitlines()
    assert lines[0] == "Neighbour,Thanked,Want the minute back,Lamp"
    assert len(lines) == 1 + len(NAMES)
    assert lines[2] == "Bram,1,1,lit"
    assert "Kasimir: Thanked 5, Want the minute back 3" in shown.value
