"""What the desk shows of what the session says: routes, refusals, the pencil, fire, falls, the leaning pile, tape, sounds."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from game.session import Card
from game.ui.kit.card_face import CardFace
from game.ui.kit.desk import Bell, Line, Pile
from game.ui.kit.stamps import Stamp
from game.ui.kit.tray import Flame
from game.ui.layout import PERCENTS
from game.ui.play import Stamped
from game.ui.scenes.desk import Desk
from game.ui.sound.names import EFFECTS
from game.ui.tree import active
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands
from tests.ui.test_places import HOLDERS

LIE = Card(
    id=1, headline="The bread is a LIE", inside=None, author="Dame Commotion", badge="star", followers=577, via="Ines",
    age=200, likes=1950, reshares=87, flame=True, unfolded=False,
)  # fmt: skip
CALLOUT = replace(LIE, about="Bram")
QUIET = replace(LIE, id=2, headline="It is bread", flame=False)


def scene(desk: Hands) -> Desk:
    """The desk itself."""
    here = desk.app.scene
    assert isinstance(here, Desk)
    return here


def still(desk: Hands, **parts: Any) -> Desk:  # noqa: ANN401 - the fields of a look have types of their own
    """Let the session stand still and say this from now on."""
    here = scene(desk)
    setattr(here.play, "update", lambda _: None)  # noqa: B010 - a method of this one object
    here.play._look = replace(here.play.look, **parts)
    desk.run(0.8)
    return here


def test_a_card_tells_its_route_and_the_stamp_it_had(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = hands().to_desk()
    monkeypatch.setattr(scene(desk).play, "stamped_before", lambda card: Stamped("reshare", 190.0) if card.times else None)
    still(desk, tray=(replace(CALLOUT, route=("Ines", "Bram", "you"), times=1),))
    value = desk.node("The bread is a LIE")["value"]
    assert "via Ines, via Bram, via you" in value
    assert "You passed this on 3 h ago" in value
    assert "about Bram" in value
    assert "1,950 likes" in value
    assert "via Ines, via Bram, via you" in desk.app.scene.says()


def test_the_stamp_from_before_is_read_from_the_log(hands: MakeHands) -> None:
    desk = hands().to_desk()
    play = scene(desk).play
    card = play.card
    assert card is not None
    desk.press("Like")
    desk.press("Undo")
    assert play.stamped_before(replace(card, times=1)) is None
    desk.press("Ignore")
    desk.run(4.0)
    stamped = play.stamped_before(replace(card, times=1))
    assert stamped is not None
    assert stamped.kind == "ignore"
    assert 20 < stamped.ago < 60, "four seconds at the desk are half an hour of the world"
    assert play.stamped_before(replace(card, times=0)) is None


def test_what_was_passed_on_can_only_be_ignored_and_the_stamps_show_it(hands: MakeHands) -> None:
    desk = hands().to_desk()
    here = scene(desk)
    for kind, spent in (("ignore", False), ("like", True)):
        here.play.stamped_before = lambda _, kind=kind, spent=spent: Stamped(kind, 60.0, spent)  # type: ignore[method-assign, misc]
        still(desk, tray=(replace(LIE, times=1),))
        able = {widget.action: widget.able for widget in desk.widgets() if isinstance(widget, Stamp)}
        assert able == {"ignore": True, "like": not spent, "reshare": not spent}


def test_a_friends_favour_is_named(hands: MakeHands) -> None:
    desk = hands().to_desk()
    still(desk, tray=(replace(LIE, favour=True),))
    assert "via Ines, who passed on your last one" in desk.node("The bread is a LIE")["value"]


def test_under_the_order_blind_no_counter_can_be_read(hands: MakeHands) -> None:
    desk = hands().to_desk()
    scene(desk).play.order = "blind"
    still(desk, tray=(LIE,))
    value = desk.node("The bread is a LIE")["value"]
    assert "counters taped over" in value
    assert "1,950" not in value
    assert "1,950" not in desk.app.scene.says()
    face = next(widget for widget in desk.widgets() if isinstance(widget, CardFace))
    assert face.taped
    assert face.likes is None


def test_a_refusal_is_said_on_the_desk_and_read_out(hands: MakeHands) -> None:
    desk = hands().to_desk()
    still(desk, tray=(LIE,))
    desk.press("Like")
    assert desk.there("That card is not on the desk.")
    assert desk.app.scene.says() == "That card is not on the desk."
    assert scene(desk).play.look.out is None
    desk.run(5.0)
    assert not desk.there("That card is not on the desk.")


def test_the_pencil_marks_one_stamp_and_is_explained_once(hands: MakeHands) -> None:
    desk = hands().to_desk()
    here = still(desk, tray=(LIE,), pencil="like")
    assert desk.node("Like")["value"] == "pencilled"
    assert "value" not in desk.node("Ignore")
    assert [widget.action for widget in desk.widgets() if isinstance(widget, Stamp) and widget.pencil] == ["like"]
    assert desk.there("The House is learning your hand.")
    desk.run(5.0)
    still(desk, tray=(QUIET,), pencil=None)
    assert "value" not in desk.node("Like")
    still(desk, tray=(LIE,), pencil="ignore")
    assert not here.plates.text


def test_a_card_that_falls_is_seen_to_fall_and_no_stamp_hits_the_next(hands: MakeHands) -> None:
    desk = hands().to_desk()
    here = still(desk, tray=(LIE, QUIET))
    shift = here.play.look.shift
    here.play._look = replace(here.play.look, tray=(QUIET,), shift=replace(shift, fallen=shift.fallen + 1))
    desk.run()
    assert here.leaving is not None
    assert here.leaving.kind == "floor"
    desk.key("d")
    assert desk.state["card"] == ""
    assert not here.play.look.out
    assert here.falls is not None
    assert "slip_falls" in [heard.name for heard in desk.app.sounds.heard]
    assert desk.there("A paper fell. Nobody has seen it.")
    desk.run(0.7)
    assert desk.state["card"] == "It is bread"


def test_at_the_third_paper_on_the_floor_the_clock_is_offered_once(hands: MakeHands) -> None:
    desk = hands().to_desk()
    here = still(desk)
    still(desk, shift=replace(here.play.look.shift, fallen=2))
    assert here.dialog is None
    still(desk, shift=replace(here.play.look.shift, fallen=3))
    desk.run(0.8)
    assert desk.there("Shall I take the clock off the wall?")
    desk.press("Leave it")
    still(desk, shift=replace(here.play.look.shift, fallen=4))
    assert here.dialog is None
    assert not here.play.calm


def test_the_clock_comes_off_when_that_is_wanted(hands: MakeHands) -> None:
    desk = hands().to_desk()
    here = still(desk)
    still(desk, shift=replace(here.play.look.shift, fallen=3))
    desk.run(0.8)
    desk.press("Take it off")
    assert here.play.calm
    assert desk.app.room.calm


@pytest.mark.parametrize("reduced", [False, True])
def test_the_pile_leans_or_has_a_bold_figure(hands: MakeHands, *, reduced: bool) -> None:
    desk = hands(reduced_motion=reduced).to_desk()
    shift = scene(desk).play.look.shift
    leans, bold = [], []
    for waiting in (8, 9, 10, 11):
        still(desk, shift=replace(shift, waiting=waiting))
        pile = next(widget for widget in desk.widgets() if isinstance(widget, Pile))
        leans.append(pile.lean)
        bold.append(pile.bold)
    assert leans == ([0] * 4 if reduced else [0, 1, 2, 3])
    assert bold == [False, reduced, reduced, reduced]


def flames(desk: Hands) -> list[tuple[int, int]]:
    """Where flames are."""
    return [widget.box.centre for widget in desk.widgets() if isinstance(widget, Flame)]


@pytest.mark.parametrize("shape", ["wide", "upright"])
def test_a_call_out_burns_towards_the_desk_along_three_branches(hands: MakeHands, shape: str) -> None:
    desk = hands(layout=shape).to_desk()
    here = still(desk, tray=(CALLOUT,))
    assert here.heat == 3
    before = flames(desk)
    assert len(before) == 6
    desk.run(0.2)
    assert flames(desk) != before
    still(desk, tray=(QUIET,))
    assert not flames(desk)


def test_each_call_out_ignored_leaves_a_branch_dark(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = hands().to_desk()
    here = still(desk, tray=(CALLOUT,))
    monkeypatch.setattr(here.play, "press_stamp", lambda kind: here.play.card if kind else None)
    desk.press("Ignore")
    still(desk, tray=(replace(CALLOUT, id=3),))
    assert here.heat == 2
    desk.press("Reshare")
    still(desk, tray=(replace(CALLOUT, id=4),))
    assert here.heat == 2


def test_with_reduced_motion_flames_stand(hands: MakeHands) -> None:
    desk = hands(reduced_motion=True).to_desk()
    still(desk, tray=(CALLOUT,))
    before = flames(desk)
    desk.run(1.0)
    assert flames(desk) == before


def test_with_reduced_motion_nothing_on_the_desk_slides(hands: MakeHands) -> None:
    desk = hands(reduced_motion=True).to_desk()
    place = desk.app.room.layout.card
    desk.until(lambda: desk.app.scene.play.look.shift.waiting > 1)  # type: ignore[attr-defined]
    desk.press("Reshare")
    for _ in range(12):
        faces = [widget for widget in desk.widgets() if isinstance(widget, CardFace)]
        assert all(face.box == place for face in faces)
        desk.run()


@pytest.mark.parametrize("shape", ["wide", "upright"])
@pytest.mark.parametrize("percent", PERCENTS)
def test_plate_ribbon_and_strip_share_their_places(hands: MakeHands, shape: str, percent: int) -> None:
    desk = hands(layout=shape, percent=percent).to_desk()
    desk.press("Reshare")
    desk.run(3.4)
    desk.until(lambda: bool(desk.state["card"]))
    desk.press("Like")
    scene(desk).plates.show("You lifted this one already. A counter is lifted once.", firm=True)
    desk.run()
    widgets = desk.widgets()
    assert desk.there("Undo")
    assert any(isinstance(widget, Line) for widget in widgets)
    things = [widget for widget in active(widgets) if type(widget).__name__ not in HOLDERS]
    for one, other in combinations(things, 2):
        assert not one.box.meets(other.box), (one.name, one.box, other.name, other.box)


def test_the_phone_shows_the_paper_sent_last(hands: MakeHands) -> None:
    desk = hands(layout="upright").to_desk()
    headline = desk.state["card"]
    desk.press("Reshare")
    desk.run(3.5)
    sent = [node for node in desk.tree() if node["name"] == headline and "thanked" in node.get("value", "")]
    assert len(sent) == 1


def test_what_is_heard_is_seen_and_has_a_name(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.press("Unfold")
    desk.press("Reshare")
    desk.run(0.1)
    desk.press("Undo")
    desk.press("Reshare")
    desk.run(14.0)
    names = [heard.name for heard in desk.app.sounds.heard]
    assert set(names) <= set(EFFECTS)
    assert {"unfold", "reshare", "undo", "capsule", "slip_lands", "capsule_in"} <= set(names)
    assert names.index("reshare") < names.index("capsule") < names.index("slip_lands")
    look = scene(desk).play.look
    verdicts = sum(neighbour.thanked + neighbour.back for neighbour in look.neighbours)
    assert (names.count("thanks") + names.count("minute_back") > 0) is (verdicts > 0)


def test_the_bell_is_seen_to_ring(hands: MakeHands) -> None:
    desk = hands().to_desk()
    for _ in range(10):
        desk.until(lambda: bool(desk.state["card"]) or desk.there("The bell."))
        if not desk.there("The bell."):
            desk.press("Ignore")
    desk.until(lambda: desk.there("The bell."))
    turns = set()
    for _ in range(20):
        turns |= {widget.turn for widget in desk.widgets() if isinstance(widget, Bell)}
        desk.run()
    assert len(turns) > 2
    assert "bell" in [heard.name for heard in desk.app.sounds.heard]
