"""A scenario as plain data."""

import pytest

from game.feed.rules import Rules
from game.scenario.load import load_level
from game.scenario.plain import BadLevel
from tests.scenario.levels import LEVELS

TRAY = load_level("the-tray", LEVELS)


def test_rules_are_the_defaults_with_the_levels_changes() -> None:
    assert TRAY.rules().tray_size == 12
    assert TRAY.rules().score_tau == Rules().score_tau


def test_a_cast_member_is_found_by_key() -> None:
    assert TRAY.member("dame_commotion").name == "Dame Commotion"


def test_a_stranger_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(KeyError, match="no cast member 'bran'; there are ottoline, bram"):
        TRAY.member("bran")


def test_a_bad_level_keeps_its_lines_apart() -> None:
    assert BadLevel("one", "two").lines == ("one", "two")
    assert str(BadLevel("one", "two")) == "one\ntwo"
