"""What must hold between keys, each broken once."""

import pytest

from tests.scenario.levels import faults_with


def test_level_one_breaks_no_law() -> None:
    assert faults_with("bait = 5", "bait = 5") == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("least_handled = 7", "least_handled = 11", "shift.least_handled"),
        ("closed_door = 1", "closed_door = 9", "shift.closed_door"),
        ("second_mark = 65.0", "second_mark = 40.0", "shift.second_mark"),
        ("first_mark = 80.0", "first_mark = 60.0", "shift.first_mark"),
        ("judgement = 60.0", "judgement = 50.0", "shift.weights"),
        ("bait_below = 0.35", "bait_below = 0.7", "world.bait_below"),
        ("accounts = 1200", "accounts = 22", "world.communities"),
        ("communities = 6", "communities = 3", "cast[professor_upwards].community"),
        ("neighbours = 12", "neighbours = 4", "cast"),
        ('key = "bram"', 'key = "ottoline"', "cast[ottoline].key"),
        ('actor = "professor_upwards"', 'actor = "nobody"', "schedule[0].actor"),
        ('kind = "course"', 'kind = "callout"', "schedule[0].target"),
        ('target = "bram"', 'target = "dame_commotion"', "schedule[1].target"),
        ('kind = "callout"', 'kind = "course"', "schedule[1].target"),
        ("at = 12.0", "at = 46.0", "schedule[0].at"),
    ],
)
def test_a_broken_law_is_told_by_its_key(old: str, new: str, key: str) -> None:
    lines = faults_with(old, new)
    assert f"the-tray.toml: {key}: " in lines[0]
    assert "; allowed: " in lines[0]
