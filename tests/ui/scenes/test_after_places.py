"""Every sheet after the bell, in both layouts at every text size: nothing overlaps, nothing is cut, nothing lies outside."""

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.kit.plain import Panel, Words
from game.ui.layout import PERCENTS, TARGET
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.debrief_account import Account
from game.ui.scenes.debrief_cards import Cards, first_card
from game.ui.scenes.debrief_more import Curved, Evidence, Figures, TableSheet
from game.ui.scenes.debrief_orders import Orders
from game.ui.scenes.debrief_question import Question
from game.ui.scenes.debrief_sheet import Sheet
from game.ui.scenes.debrief_tells import Tells
from game.ui.scenes.debrief_twin import Lists, Twin
from game.ui.scenes.payslip import SLIDE, PaySlip
from game.ui.scenes.topten import TopTen
from game.ui.tree import active, pressable
from tests.ui.after import BLANK, NOTHING, Over
from tests.ui.conftest import MakeHands
from tests.ui.painted import drawn_box

HOLDERS = ("Panel", "Backdrop", "FocusRing", "Fanfold", "NightWall")
SIZES = [(shape, percent) for shape in ("wide", "upright") for percent in PERCENTS]
FULL = Over(order="daily")
EMPTY = Over(BLANK, NOTHING)
View = tuple[str, list[Widget]]


@pytest.fixture(params=SIZES, ids=str)
def room(request: pytest.FixtureRequest, hands: MakeHands) -> Room:
    """What scenes share, in every shape and text size."""
    shape, percent = request.param
    return hands(layout=shape, percent=percent).app.room


def back() -> Scene:
    """What lies before a sheet."""
    raise AssertionError("nobody goes back")


def sheets(room: Room, over: Over) -> Iterator[Sheet]:
    """Every sheet of the debrief, the charts also as tables, the cards before and after they were judged."""
    account = over.account()
    plain: tuple[Callable[[Room, Account, Callable[[], Scene]], Sheet], ...] = (Twin, Lists, Tells, Question, Orders, Curved)
    for kind in (*plain, Evidence, Figures):
        yield kind(room, account, back)
    for kind in (Twin, Lists, Tells, Curved):
        table = kind(room, account, back)
        table.do("table")
        yield table
    for chart in account.tables:
        sheet = TableSheet(room, account, back, chart)
        sheet.said = "Saved: " + "a/long/way/to/the/file/" * 3
        yield sheet
    for number, answer in enumerate(("not", "pass", "pass")[: len(account.debrief.cards)]):
        over.answers.clear()
        yield Cards(room, account, back, number)
        judged = Cards(room, account, back, number)
        judged.do(answer)
        yield judged
        judged.do("disagree")
        yield judged
    over.answers.clear()
    empty = first_card(room, account, back)
    assert isinstance(empty, Sheet)
    yield empty
    asked = Question(room, account, back)
    asked.said = "Copied: intray play the-tray --seed 4294967295 --order popular"
    yield asked


def views(room: Room, over: Over) -> Iterator[View]:
    """Every page of everything."""
    for sheet in sheets(room, over):
        for page in range(len(sheet.plan().pages)):
            sheet.page = page
            yield f"{sheet.name} {page}", sheet.widgets()
    top = TopTen(room, over)  # type: ignore[arg-type]
    for page in range(top.pages):
        top.page, top.printed = page, 99
        yield f"{top.name} {page}", top.widgets()
    slip = PaySlip(room, over, under=top)  # type: ignore[arg-type]
    slip.age, slip.slid = 99.0, SLIDE
    for page in range(slip.pages):
        slip.page = page
        yield f"{slip.name} {page}", slip.widgets()


@pytest.mark.parametrize("over", [FULL, EMPTY], ids=["full", "empty"])
def test_everything_has_its_own_place_on_the_picture(room: Room, over: Over) -> None:
    canvas = room.layout.canvas
    for view, widgets in views(room, over):
        targets = pressable(widgets)
        assert len({target.name for target in targets}) == len(targets) > 0, view
        for target in targets:
            assert min(target.box.w, target.box.h) >= TARGET, (view, target.name)
        things = [widget for widget in active(widgets) if type(widget).__name__ not in HOLDERS]
        for thing in things:
            assert thing.box.within(canvas), (view, thing.name, thing.box)
        for one, other in combinations(things, 2):
            assert not one.box.meets(other.box), (view, one.name, one.box, other.name, other.box)


@pytest.mark.parametrize("over", [FULL, EMPTY], ids=["full", "empty"])
def test_what_is_on_a_sheet_lies_within_it_and_no_word_is_cut(room: Room, over: Over) -> None:
    for view, widgets in views(room, over):
        paper = next((widget.box for widget in widgets if isinstance(widget, Panel)), None)
        for widget in widgets:
            if isinstance(widget, Words):
                needed = Words.height(widget.name, widget.weight, widget.size, widget.box.w)
                assert needed <= widget.box.h, (view, widget.name)
            inside = not widget.action or widget.box.y < (paper.bottom if paper else 0)
            if paper and inside and widget.name:
                assert widget.box.within(paper), (view, widget.name, widget.box, paper)


def test_nothing_is_drawn_outside_its_place(room: Room) -> None:
    looked: set[Widget] = set()
    for view, widgets in views(room, FULL):
        for widget in widgets:
            if widget in looked or type(widget).__name__ == "Backdrop":
                continue
            looked.add(widget)
            drawn = drawn_box(widget)
            assert drawn.within(widget.covers()) or not drawn.w, (view, type(widget).__name__, widget.name, drawn, widget.box)


@pytest.mark.parametrize("shape", ["wide", "upright"])
def test_the_pay_slip_is_one_sheet_on_wide_paper(hands: MakeHands, shape: str) -> None:
    room = hands(layout=shape).app.room
    slip = PaySlip(room, FULL)  # type: ignore[arg-type]
    assert (slip.pages == 1) == (shape == "wide")


def test_the_least_letters_of_the_wide_sheets_are_18_pixels_high(hands: MakeHands) -> None:
    room = hands(layout="wide").app.room
    for view, widgets in views(room, FULL):
        for widget in widgets:
            assert getattr(widget, "size", 18) >= 18, (view, widget)
            assert isinstance(widget.box, Box)
