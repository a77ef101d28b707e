"""The debrief, walked through from the pay slip to the ways on: by keys alone, by mouse alone, by a finger alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.session import Ignore, Reshare
from game.ui import levels
from game.ui.kit.chart import Curve
from game.ui.kit.table import INDENT, TableView
from game.ui.kit.tubemap import TwinMap
from game.ui.kit.twinlists import TwinLists
from game.ui.scenes.debrief_cards import Cards, first_card
from game.ui.scenes.debrief_more import Curved, Evidence, Figures
from game.ui.scenes.debrief_orders import Orders
from game.ui.scenes.debrief_question import Question
from game.ui.scenes.debrief_sheet import Sheet
from game.ui.scenes.debrief_tells import Tells
from game.ui.scenes.debrief_twin import Lists, Twin
from game.ui.scenes.payslip import PaySlip
from tests.ui.after import CARDS, DEBRIEF, MET, NOTHING, Over
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands

Way = Callable[[Hands, str], None]
WAYS: dict[str, Way] = {"keys": Hands.press, "mouse": Hands.click, "finger": Hands.tap}


def lay(desk: Hands, kind: Callable[..., Any], *more: Any, **over: Any) -> Any:  # noqa: ANN401 - any sheet, the fields of `Over`
    """Put a sheet on the screen, the pay slip lying before it."""
    play = Over(**over)
    slip = PaySlip(desk.app.room, play)  # type: ignore[arg-type]
    scene = kind(desk.app.room, play.account(), lambda: slip, *more)
    desk.app.scene = scene
    desk.run()
    return scene


def worked(desk: Hands) -> Hands:
    """Reshare everything, sleep, and take the pay slip."""
    desk.to_desk()
    for _ in range(10):
        desk.until(lambda: bool(desk.state["card"]))
        desk.press("Reshare")
    desk.until(lambda: desk.there("Go home"))
    desk.press("Go home")
    desk.press("Sleep through it")
    desk.until(lambda: desk.scene == "payslip" and bool(desk.state["printed"]))
    desk.run(0.7)
    return desk


@pytest.mark.parametrize("shape", ["wide", "upright"])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_from_the_pay_slip_to_the_question(hands: MakeHands, way: Way, shape: str) -> None:
    desk = worked(hands(layout=shape, seed=11))
    while desk.there("Next page"):
        way(desk, "Next page")
    way(desk, "What it did")
    seen: list[str] = []
    for _ in range(60):
        if not seen or seen[-1] != desk.scene:
            seen.append(desk.scene)
        if desk.scene == "question":
            break
        way(desk, "Pass" if desk.there("Pass") else "Next")
    assert seen == ["twin", "lists", "cards", "tells", "question"]
    play = desk.app.scene.account.play  # type: ignore[attr-defined]
    assert set(play.answers.values()) == {"pass"}
    assert len(play.answers) == len(play.debrief().cards) > 0
    way(desk, "To the title")
    assert desk.scene == "title"


def test_tab_and_enter_alone_lead_through_it_too(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Twin)
    for _ in range(60):
        if desk.scene == "question":
            break
        desk.key("return")
        if desk.scene == "cards" and desk.there("Pass"):
            for _ in range(6):
                if desk.node("Pass").get("focused"):
                    break
                desk.key("tab")
    assert desk.scene == "question"


@pytest.mark.parametrize("percent", [100, 200])
def test_back_leads_through_every_page_to_the_pay_slip(hands: MakeHands, percent: int) -> None:
    desk = hands(layout="upright", percent=percent)
    lay(desk, Twin)
    for _ in range(3):
        desk.press("Next")
    for _ in range(4):
        if desk.scene != "payslip":
            desk.key("escape")
    assert desk.scene == "payslip"


def test_it_can_be_left_from_every_sheet_by_a_button_that_says_so(hands: MakeHands) -> None:
    desk = hands(layout="upright")
    for kind in (Twin, Lists, first_card, Tells, Question, Orders, Curved, Evidence, Figures):
        lay(desk, kind)
        desk.press("Leave the debrief")
        assert desk.scene == "title"


# --- 1: the twin -----------------------------------------------------------------------------------------------------


def test_the_title_states_the_finding_and_both_maps_have_the_whole_day(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Twin)
    assert desk.there("63 people spent 41 minutes because of you; 24 they would spend again.")
    maps = [widget for widget in desk.widgets() if isinstance(widget, TwinMap)]
    assert [one.name for one in maps] == ["as you stamped", "if you had ignored everything"]
    for one, days in zip(maps, (DEBRIEF.days, DEBRIEF.twin_days), strict=True):
        assert [(near.name, near.thanked, near.back, near.lit) for near in one.neighbours] == [day[1:] for day in days]
    read = sum(day.thanked + day.back for day in DEBRIEF.twin_days)
    assert any(f"would still have read {read} " in node["name"] for node in desk.tree())
    assert any(node["name"].endswith("Most of it would have happened without you.") for node in desk.tree())


def test_nobody_reached_is_said_so(hands: MakeHands) -> None:
    desk = hands()
    lay(desk, Twin, told=NOTHING)
    assert desk.there("Nobody spent a minute because of you.")


def test_the_lines_join_what_stands_elsewhere_and_nothing_else(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Lists)
    (lists,) = [widget for widget in desk.widgets() if isinstance(widget, TwinLists)]
    joints = lists.joints(lists.box)
    assert len(joints) == 5  # 4 fell to 8, 5 to 8 rose by one; 9 and 10 are in one list only
    assert all(start[1] != end[1] for start, end in joints)
    assert desk.there("3 of the 10 lines of the Top 10 are in the same place without you.")


@pytest.mark.parametrize(("kind", "picture"), [(Twin, TwinMap), (Lists, TwinLists), (Curved, Curve)])
def test_every_chart_is_also_a_table_and_a_file(hands: MakeHands, kind: type[Sheet], picture: type) -> None:
    desk = hands(layout="wide")
    scene = lay(desk, kind)
    assert any(isinstance(widget, picture) for widget in desk.widgets())
    desk.press("As a table")
    assert not any(isinstance(widget, picture) for widget in desk.widgets())
    assert any(isinstance(widget, TableView) for widget in desk.widgets())
    desk.press("Save as CSV")
    (said,) = [node["name"] for node in desk.tree() if node["name"].startswith("Saved: ")]
    written = Path(said.removeprefix("Saved: ")).read_text()
    table = scene.account.tables[scene.chart]
    assert written.splitlines()[0].split(",")[0] == table.header[0]
    assert len(written.splitlines()) == len(table.rows) + 1
    assert desk.port.said == said
    desk.press("As a picture")
    assert any(isinstance(widget, picture) for widget in desk.widgets())


@pytest.mark.parametrize("percent", [100, 200])
def test_lists_that_are_a_table_already_have_no_way_to_it_and_keep_the_ink_dots(hands: MakeHands, percent: int) -> None:
    desk = hands(layout="upright", percent=percent)
    lay(desk, Lists)
    assert not desk.there("As a table")
    assert desk.there("Save as CSV")
    assert desk.there("An ink dot is your stamp.")
    scene = desk.app.scene
    assert isinstance(scene, Sheet)
    tables: list[TableView] = []
    for page in range(len(scene.plan().pages)):
        scene.page = page
        tables += [widget for widget in scene.widgets() if isinstance(widget, TableView)]
    rows = [row for table in tables for row in table.table.rows]
    assert [row[1] for row in rows if row[0].startswith(INDENT)] == ["4", "6"]
    assert [row[0].removeprefix(INDENT) for row in rows] == [row[0] for row in scene.account.tables["lists"].rows]


def test_a_file_that_cannot_be_written_is_said_so(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = hands(layout="wide")

    def full(*_: object) -> str:
        raise OSError("no space left")

    monkeypatch.setattr(desk.port, "download", full)
    lay(desk, Curved)
    desk.press("As a table")
    desk.press("Save as CSV")
    assert desk.there("The file could not be saved.")


# --- 2: three cards --------------------------------------------------------------------------------------------------


def test_a_card_is_judged_before_anything_is_said_of_it(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Cards, 1)
    before = " ".join(node["name"] + node.get("value", "") for node in desk.tree())
    for told in ("the whole town", "Shout", "Reshare", "276"):
        assert told not in before
    assert not desk.there("Next")
    desk.key("n")
    desk.key("return")  # the first Enter only shows what the next one would press
    assert not desk.state["answer"]
    assert desk.node("Pass").get("focused")
    desk.press("Not")
    assert desk.there("Of the whole town, 7 in 100 would thank for it: not worth the minute.")
    assert desk.there("So far 276 read it, 10 thanked.")
    assert desk.there("Shout: attacks a person")
    assert desk.there("Your stamp then: Reshare. Because of you: 3 thanked, 24 want the minute back.")
    assert desk.there("Next")


@pytest.mark.parametrize(
    ("index", "answer", "differs"), [(0, "Pass", False), (0, "Not", True), (1, "Pass", True), (1, "Not", False), (2, "Not", True)]
)
def test_who_differs_from_the_readers_may_still_disagree(hands: MakeHands, index: int, answer: str, *, differs: bool) -> None:
    desk = hands(layout="wide")
    scene = lay(desk, Cards, index)
    desk.press(answer)
    assert scene.account.play.answers == {str(CARDS[index].card): answer.lower()}
    assert desk.there("I still disagree") == differs
    if differs:
        desk.press("I still disagree")
        assert scene.account.play.answers == {str(CARDS[index].card): "disagree"}
        assert any("noted as a disagreement, not as an error" in node["name"] for node in desk.tree())
        assert not desk.there("I still disagree")
        assert desk.there("Next")


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("shape", ["wide", "upright"])
def test_the_answers_are_on_every_page_of_a_card(hands: MakeHands, shape: str, percent: int) -> None:
    desk = hands(layout=shape, percent=percent)
    scene = lay(desk, Cards, 1)
    for page in all_pages(desk):
        names = [node["name"] for node in page]
        assert {"Not", "Pass"} <= set(names)
        assert any(CARDS[1].headline in name or CARDS[1].inside in name for name in names)  # none has answers alone
    scene.page = 0
    scene.press("pass")
    for page in all_pages(desk):
        assert "I still disagree" in [node["name"] for node in page]


@pytest.mark.parametrize("shape", ["wide", "upright"])
def test_further_pages_keep_the_title_and_have_their_number(hands: MakeHands, shape: str) -> None:
    desk = hands(layout=shape, percent=200)
    lay(desk, Cards, 1).press("pass")
    pages = all_pages(desk)
    assert len(pages) > 1
    for number, page in enumerate(pages[1:], start=2):
        names = [node["name"] for node in page]
        assert any(name.startswith("The false alarm that cost most") for name in names)
        assert any(name.endswith(f"page {number}") for name in names)


def test_a_judged_card_stays_judged_when_one_comes_back(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Cards, 0)
    desk.press("Pass")
    desk.press("Next")
    assert desk.state["card"] == 1
    desk.press("Back")
    assert (desk.state["card"], desk.state["answer"]) == (0, "pass")
    assert not desk.there("Not")


def test_a_shift_without_a_marked_card_has_none_to_judge(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, first_card, told=NOTHING)
    assert any("none to judge again" in node["name"] for node in desk.tree())
    desk.press("Next")
    assert desk.scene == "tells"


# --- 3: tells --------------------------------------------------------------------------------------------------------


def test_the_tells_that_were_met_have_a_name_a_meaning_and_a_card(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Tells, told=DEBRIEF)
    seen = [node["name"] for page in all_pages(desk) for node in page]
    for tell in MET:
        assert any(name.startswith(f"{tell.name}: ") for name in seen), tell.name
        assert any(tell.headline in name and tell.inside in name for name in seen)
    assert {"Not worth the minute", "Worth the minute"} <= set(seen)


def test_tells_that_were_not_met_are_not_there(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Tells, told=replace(DEBRIEF, tells=MET[:1]))
    seen = [node["name"] for node in desk.tree()]
    assert [name for name in seen if any(name.startswith(f"{tell.name}: ") for tell in MET)] == [
        "Itch: withholds, so that you look (on 1 card)"
    ]
    assert "Worth the minute" not in seen


def all_pages(desk: Hands) -> list[list[dict[str, Any]]]:
    """Turn the pages of a sheet."""
    scene = desk.app.scene
    assert isinstance(scene, Sheet)
    pages = []
    for page in range(len(scene.plan().pages)):
        scene.page = page
        desk.run()
        pages.append(desk.tree())
    return pages


# --- 4: the question and what follows --------------------------------------------------------------------------------


def test_the_question_is_40_pixels_high(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    scene = lay(desk, Question)
    (heading,) = [widget for widget in desk.widgets() if widget.role == "heading"]
    assert heading.name == "You counted your minutes. Who counts theirs?"
    assert heading.size == 40  # type: ignore[attr-defined]
    assert scene.says() == heading.name


def test_only_ways_that_lead_somewhere_are_shown(hands: MakeHands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    desk = hands(layout="wide")
    lay(desk, Question)
    assert not desk.there("Next: Numbers on, numbers off")
    assert not desk.there("Sandbox")
    shipped = tmp_path / "levels"
    shipped.mkdir()
    (shipped / "numbers-on-numbers-off.toml").write_text("")
    (shipped / "sandbox.json").write_text("")
    monkeypatch.setattr(levels, "assets_path", lambda: tmp_path)
    desk.run()
    assert desk.there("Next: Numbers on, numbers off")
    assert desk.there("Sandbox")
    scene = lay(desk, Question)
    scene.do("level")
    assert (desk.app.room.options.level, desk.app.room.options.scenario) == ("numbers-on-numbers-off", None)


def test_beat_my_shift_copies_what_leads_to_the_same_tray(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = hands(layout="wide")
    copied: list[str] = []

    def copy(text: str) -> bool:
        copied.append(text)
        return True

    monkeypatch.setattr(desk.port, "copy_text", copy)
    lay(desk, Question, seed=4711, order="blind")
    desk.press("Beat my shift")
    assert copied == ["intray play the-tray --seed 4711 --order blind"]
    assert desk.there(f"Copied: {copied[0]}")
    monkeypatch.setattr(desk.port, "copy_text", lambda _: False)
    desk.press("Beat my shift")
    assert desk.there(f"The clipboard refused. The link: {copied[0]}")


def test_again_from_this_card_goes_on_before_the_costliest_stamp(hands: MakeHands) -> None:
    desk = worked(hands(layout="wide", seed=11))
    while desk.there("Next page"):
        desk.press("Next page")
    desk.press("What it did")
    account = desk.app.scene.account  # type: ignore[attr-defined]
    entry = account.debrief.costliest
    assert entry >= 0
    play = account.play
    play.order = "quiet"
    scene = Question(desk.app.room, account, lambda: desk.app.scene)
    desk.app.scene = scene
    desk.run()
    headline = next(card.headline for card in account.debrief.cards if card.entry == entry)
    assert headline in desk.node("Again from this card")["value"]
    desk.press("Again from this card")
    assert desk.scene == "rewind"
    shares = []
    while desk.scene == "rewind":
        shares.append(desk.state["share"])
        desk.run()
    assert shares == sorted(shares)
    assert desk.scene == "desk"
    again = desk.app.scene.play  # type: ignore[attr-defined]
    assert again is not play
    assert again.order == "quiet"
    assert list(again.session.log) == list(play.session.log[:entry])
    assert again.session.tick == play.session.log[entry].tick
    command = play.session.log[entry].command
    assert isinstance(command, Reshare | Ignore)
    assert again.card is not None
    assert again.card.id == command.card
    assert desk.app.room.saves.play is again


def test_a_rewind_can_be_left(hands: MakeHands) -> None:
    desk = worked(hands(layout="wide", seed=11))
    while desk.there("Next page"):
        desk.press("Next page")
    desk.press("What it did")
    scene = Question(desk.app.room, desk.app.scene.account, lambda: desk.app.scene)  # type: ignore[attr-defined]
    desk.app.scene = scene
    desk.run()
    desk.press("Again from this card")
    desk.press("Cancel")
    assert desk.app.scene is scene


def test_where_nothing_cost_anything_the_same_tray_begins_again(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Question, told=NOTHING, seed=33)
    assert not desk.there("Again from this card")
    desk.press("Again")
    assert desk.scene == "title"
    assert desk.app.scene.seed == 33  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", ["quiet", "blind", "popular"])
def test_an_order_opens_another_tray_under_it(hands: MakeHands, order: str) -> None:
    desk = hands(layout="wide")
    lay(desk, Question, seed=5)
    desk.press("Shift orders")
    shift = desk.app.scene.account.play.scenario.shift  # type: ignore[attr-defined]
    assert desk.node("Quiet desk")["value"] == f"Win with at most {shift.quiet_reshares} reshares."
    assert desk.node("Popular")["value"].startswith(f"Gain {shift.popular_order} followers.")
    desk.press({"quiet": "Quiet desk", "blind": "Blind", "popular": "Popular"}[order])
    desk.until(lambda: desk.scene == "desk")
    assert desk.app.scene.play.order == order  # type: ignore[attr-defined]
    assert desk.app.scene.play.seed == 6  # type: ignore[attr-defined]


def test_the_tray_of_the_day_has_the_day_for_its_luck(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = hands(layout="wide")
    monkeypatch.setattr(desk.port, "today", lambda: 20_417)
    lay(desk, Orders)
    desk.press("Tray of the day")
    desk.until(lambda: desk.scene == "desk")
    assert desk.app.scene.play.seed == 20_417  # type: ignore[attr-defined]
    assert desk.app.scene.play.order == "daily"  # type: ignore[attr-defined]


def test_a_new_tray_has_no_order(hands: MakeHands) -> None:
    desk = hands(layout="wide", order="quiet")
    lay(desk, Question, seed=5, order="quiet")
    desk.press("New tray")
    desk.until(lambda: desk.scene == "desk")
    assert desk.app.scene.play.order == ""  # type: ignore[attr-defined]


# --- more ------------------------------------------------------------------------------------------------------------


def test_more_has_curve_evidence_and_every_figure(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    lay(desk, Question)
    desk.press("More")
    assert any("told the House the same: nothing" in node["name"] for node in desk.tree())
    desk.press("Next")
    said = " ".join(node["name"] for node in desk.tree())
    for part in (
        "32\u00a0%",
        "25\u00a0%",
        "Muchnik",
        "11\u00a0%",
        "Glenski",
        "not the author's taste",
        "at least 60\u00a0%",
        "a look takes 4\u00a0s",
    ):
        assert part in said
    desk.press("Next")
    assert {"Pay slip", "The Top 10", "Tells", "Judgement by tens"} <= {node["name"] for node in desk.tree()}
    desk.press("Tells")
    assert any(isinstance(widget, TableView) for widget in desk.widgets())
    desk.press("Back")
    assert desk.scene == "figures"


def test_the_whole_shift_can_be_taken_home_as_a_file(hands: MakeHands) -> None:
    desk = worked(hands(layout="wide", seed=11))
    while desk.there("Next page"):
        desk.press("Next page")
    desk.press("What it did")
    desk.app.scene = Question(desk.app.room, desk.app.scene.account, lambda: desk.app.scene)  # type: ignore[attr-defined]
    desk.run()
    desk.press("Save file")
    (said,) = [node["name"] for node in desk.tree() if node["name"].startswith("Saved as ")]
    assert Path(said.removeprefix("Saved as ")).stat().st_size > 0
