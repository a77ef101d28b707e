"""Charts of the debrief say the same as picture, as table, as CSV and in words."""

import csv
from dataclasses import replace
from itertools import pairwise

import pytest

from game.ui.box import Box
from game.ui.kit.chart import Amount, Bars, Curve, Group, Spot
from game.ui.kit.grounds import COLOURS, Ground
from game.ui.kit.table import Table, TableView, columns, csv_text
from game.ui.palette import BACK, THANKS
from game.ui.text import width
from tests.ui.painted import colours, drawn_box, picture

GROUPS = (
    Group("thanked", (Amount(24.2, "24:10"), Amount(6.0, "6:00")), "thanked"),
    Group("wanted back", (Amount(17.2, "17:10"), Amount(0.0, "0:00")), "back"),
)
BARS = Bars(
    Box(10, 20, 560, 0), "Minutes of others", head="Minutes", series=("as you stamped", "if you had ignored everything"),
    groups=GROUPS,
)  # fmt: skip
SPOTS = (
    Spot("1-10", -0.2, "-0.20"), Spot("11-20", 0.35, "0.35"), Spot("21-30", None, "none"), Spot("31-40", 0.1, "0.10"),
    Spot("41-46", 1.0, "1.00"),
)  # fmt: skip
CURVE = Curve(
    Box(10, 20, 560, 300), "Judgement", head="Cards", unit="Judgement", spots=SPOTS, high="thanked for", low="wanted back",
)  # fmt: skip
ROOMS = [(18, 560), (16, 366), (27, 366), (36, 720), (36, 366)]
GROUNDS: list[Ground] = ["paper", "wall"]


def bars(size: int = 18, room: int = 560, ground: Ground = "paper") -> Bars:
    sized = replace(BARS, size=size, ground=ground)
    return replace(sized, box=Box(10, 20, room, sized.height(room)))


def curve(size: int = 18, room: int = 560, ground: Ground = "paper") -> Curve:
    sized = replace(CURVE, size=size, ground=ground)
    return replace(sized, box=Box(10, 20, room, sized.height(room)))


def view(table: Table, size: int, room: int, ground: Ground = "paper") -> TableView:
    return TableView(Box(10, 20, room, TableView.height(table, size, room)), table=table, size=size, ground=ground)


def test_bars_are_a_table_of_groups_by_series() -> None:
    assert BARS.table() == Table(
        ("Minutes", "as you stamped", "if you had ignored everything"),
        (("thanked", "24:10", "6:00"), ("wanted back", "17:10", "0:00")),
    )


def test_a_curve_is_a_table_of_spots_also_of_those_that_are_not_drawn() -> None:
    table = CURVE.table()
    assert table.header == ("Cards", "Judgement")
    assert [row[1] for row in table.rows] == ["-0.20", "0.35", "none", "0.10", "1.00"]


def test_csv_gives_back_the_table_whatever_stands_in_it() -> None:
    table = Table(("who", "said"), (("Ines, of bus 9", 'a "quote"'), ("Bram", "two\nlines")))
    read = list(csv.reader(csv_text(table).splitlines(keepends=True)))
    assert read == [list(table.header), *map(list, table.rows)]


def test_what_is_drawn_is_also_said() -> None:
    assert BARS.value == (
        "thanked: as you stamped 24:10, if you had ignored everything 6:00; "
        "wanted back: as you stamped 17:10, if you had ignored everything 0:00"
    )
    assert "11-20: Judgement 0.35" in CURVE.value
    assert view(BARS.table(), 18, 560).value == BARS.value


def test_charts_with_the_same_figures_are_equal() -> None:
    assert bars() == bars()
    assert hash(curve()) == hash(curve())
    assert bars() != replace(bars(), groups=GROUPS[:1], value="")


def bar_lengths(chart: Bars) -> list[int]:
    """How many pixels of each kind's colour the middle of each bar has, from the top."""
    surface, found = picture(chart), []
    for y in range(surface.get_height()):
        row = [tuple(surface.get_at((x, y)))[:3] for x in range(surface.get_width()) if surface.get_at((x, y)).a == 255]
        found.append(max(row.count(THANKS), row.count(BACK)))
    return found


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    only = replace(bars(), series=("one",), groups=tuple(replace_amounts(group) for group in GROUPS), value="")
    sized = replace(only, box=Box(0, 0, 560, only.height(560)))
    lengths = sorted(set(bar_lengths(sized)))
    assert lengths[-2] / lengths[-1] == pytest.approx(17.2 / 24.2, abs=0.01)


def replace_amounts(group: Group) -> Group:
    return group._replace(amounts=group.amounts[:1])


def test_bars_of_nothing_are_drawn_as_nothing() -> None:
    empty = tuple(Group(group.label, (Amount(0, "0:00"),) * 2, group.kind) for group in GROUPS)
    chart = replace(bars(), groups=empty, value="")
    assert drawn_box(chart).within(chart.box)
    assert max(bar_lengths(chart)) < 30


def test_the_curve_goes_up_with_its_values_and_zero_lies_in_the_middle() -> None:
    places = CURVE.places(CURVE.box)
    assert places[2] is None
    shown = [(spot.value, place) for spot, place in zip(SPOTS, places, strict=True) if place and spot.value is not None]
    by_value = [place[1] for _, place in sorted(shown)]
    assert by_value == sorted(by_value, reverse=True)
    assert [place[0] for _, place in shown] == sorted(place[0] for _, place in shown)
    plot = CURVE.plot(CURVE.box)
    assert all((place[1] < plot.centre[1]) == (value > 0) for value, place in shown)
    assert places[-1] is not None
    assert places[-1][1] == pytest.approx(plot.y, abs=1)


def test_what_is_beyond_the_reach_stays_in_the_plot() -> None:
    wild = replace(CURVE, spots=(Spot("a", 7.0, "7"), Spot("b", -7.0, "-7")), value="")
    assert drawn_box(wild).within(wild.box)
    assert all(place and wild.plot(wild.box).grown(1).holds(*place) for place in wild.places(wild.box))


def test_a_curve_of_nothing_is_an_empty_plot() -> None:
    nothing = replace(CURVE, spots=(), value="")
    assert nothing.table().rows == ()
    assert drawn_box(nothing).within(nothing.box)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("size", "room"), ROOMS, ids=str)
def test_charts_and_tables_stay_in_the_box_of_the_height_they_ask_for(size: int, room: int, ground: Ground) -> None:
    one, other = bars(size, room, ground), curve(size, room, ground)
    tables = [view(table, size, room, ground) for table in (one.table(), other.table())]
    for chart in (one, other, *tables):
        drawn = drawn_box(chart)
        assert drawn.within(chart.box), chart
        assert drawn.h > chart.box.h * 0.8


@pytest.mark.parametrize("ground", GROUNDS)
def test_thanked_and_back_have_their_colours_on_both_grounds(ground: Ground) -> None:
    seen = colours(picture(bars(ground=ground)))
    assert {COLOURS[ground].thanked, COLOURS[ground].back, COLOURS[ground].ink} <= seen


def test_columns_hold_every_word_and_give_way_to_blocks_where_they_cannot() -> None:
    table = BARS.table()
    for room in (720, 560, 400):
        wide = columns(table, 18, room)
        assert sum(wide) + 18 * (len(wide) - 1) == room
        for cells, place in zip(zip(table.header, *table.rows, strict=True), wide, strict=True):
            assert all(width(word, "strong", 18) <= place for cell in cells for word in cell.split(" "))
    assert columns(table, 36, 366) == ()
    heights = [TableView.height(table, 36, room) for room in (366, 720)]
    assert all(before > after for before, after in pairwise(heights))
