"""Whoever changes the rules raises their version: session files are compared by it."""

from tests import golden_world
from tests.golden_world import Golden, fault


def test_the_rules_are_those_of_their_version() -> None:
    told = fault(golden_world.grown(), golden_world.kept())
    assert not told, told


def test_what_to_do_is_said() -> None:
    assert fault(Golden(1, "a"), Golden(1, "a")) == ""
    assert "raise VERSION in game/feed/rules.py and run python -m tests.golden_world" in fault(Golden(1, "a"), Golden(1, "b"))
    assert "run python -m tests.golden_world" in fault(Golden(2, "a"), Golden(1, "b"))
    assert "is of version 1, the rules are of version 2" in fault(Golden(2, "a"), Golden(1, "a"))
