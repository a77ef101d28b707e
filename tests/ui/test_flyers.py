"""Figures fly one at a time, and are on their meter when they have arrived."""

from game.ui.flyers import FLIES, LIT, REST, Flyers
from game.ui.plates import Plates, reading_time


def test_a_figure_is_on_its_meter_when_it_has_arrived() -> None:
    flyers = Flyers(reduced=False)
    flyers.add("others", 0.5)
    assert flyers.held("others") == 0.5
    assert flyers.update(0.01) == ["others"]
    flyers.update(FLIES / 2)
    assert flyers.held("others") == 0.5
    assert not flyers.lit
    flyers.update(FLIES)
    assert flyers.held("others") == 0.0
    assert "others" in flyers.lit
    flyers.update(LIT)
    assert not flyers.lit


def test_only_one_figure_flies_and_what_comes_meanwhile_flies_as_one() -> None:
    flyers = Flyers(reduced=False)
    flyers.add("others", 1)
    flyers.update(0.01)
    for _ in range(3):
        flyers.add("others", 1)
    flyers.add("followers", 2)
    assert flyers.held("others") == 4
    assert flyers.update(FLIES) == ["followers"]
    assert flyers.held("others") == 3, "the first has arrived"
    assert flyers.update(FLIES) == [], "the same meter rests"
    assert flyers.update(REST) == ["others"]
    flyers.update(FLIES)
    assert flyers.held("others") == 0, "the three flew as one"


def test_with_reduced_motion_nothing_flies_and_the_frame_is_lit() -> None:
    flyers = Flyers(reduced=True)
    flyers.add("others", 1)
    assert flyers.held("others") == 0
    assert "others" in flyers.lit
    assert flyers.update(0.01) == []


def test_a_refusal_is_read_to_its_end() -> None:
    plates = Plates()
    plates.show("A paper fell.")
    plates.show("That drawer is still shut.", firm=True)
    plates.show("A paper fell.")
    assert plates.text == "That drawer is still shut."
    plates.update(reading_time(plates.text) - 0.1)
    assert plates.text
    plates.update(0.2)
    assert plates.text == ""
