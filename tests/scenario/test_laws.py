"""What must hold between keys, each broken once."""

from dataclasses import replace

import pytest

from game.scenario import Scenario
from game.scenario.laws import faults
from game.scenario.load import load_level
from game.session.settle import cast_accounts
from tests.scenario.levels import LEVELS, faults_with


def test_level_one_breaks_no_law() -> None:
    assert faults_with("bait = 18", "bait = 18") == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("least_handled = 28", "least_handled = 41", "shift.least_handled"),
        ("closed_door = 3", "closed_door = 33", "shift.closed_door"),
        ("second_mark = 65.0", "second_mark = 40.0", "shift.second_mark"),
        ("first_mark = 80.0", "first_mark = 60.0", "shift.first_mark"),
        ("judgement = 60.0", "judgement = 50.0", "shift.weights"),
        ("bait_below = 0.35", "bait_below = 0.7", "world.bait_below"),
        ("accounts = 1200", "accounts = 22", "world.communities"),
        ("communities = 6", "communities = 2", "cast[wick].community"),
        ('role = "drama"\ncommunity = 0', 'role = "drama"\ncommunity = 2', "cast[dame_commotion].community"),
        ('role = "guru"\ncommunity = 2', 'role = "guru"\ncommunity = 0', "cast[professor_upwards].community"),
        ("communities = 6", "communities = 6\ndrama_makers = 3", "cast[professor_upwards].community"),
        ("accounts = 1200", "accounts = 1200\nseats = 0", "world.seats"),
        ("neighbours = 12", "neighbours = 4", "cast"),
        ('key = "bram"', 'key = "ottoline"', "cast[ottoline].key"),
        ('actor = "professor_upwards"', 'actor = "nobody"', "schedule[0].actor"),
        ('kind = "course"', 'kind = "callout"', "schedule[0].target"),
        ('target = "bram"', 'target = "dame_commotion"', "schedule[1].target"),
        ('kind = "callout"', 'kind = "course"', "schedule[1].target"),
        ("at = 34.0", "at = 180.5", "schedule[0].at"),
        ('author = "dame_commotion"', 'author = "nobody"', "lesson[soup].author"),
        ('key = "kettle"', 'key = "soup"', "lesson[soup].key"),
        ("unfold = false\nopen = true", "unfold = true\nopen = true", "lesson[tide].unfold"),
    ],
)
def test_a_broken_law_is_told_by_its_key(old: str, new: str, key: str) -> None:
    lines = faults_with(old, new)
    assert f"the-tray.toml: {key}: " in lines[0]
    assert "; allowed: " in lines[0]


def test_no_more_papers_can_be_stamped_than_a_desk_remembers() -> None:
    level = load_level("the-tray", LEVELS)
    mix = replace(level.shift.mix, worthy=60, bait=90, so_so=50)
    long = replace(level, shift=replace(level.shift, cards=200, overtime_cards=50, mix=mix))
    for lesson, wrong in ((level.lesson, []), (level.lesson + level.lesson[:2], ["lets 257 papers be stamped"])):
        told = faults(replace(long, lesson=lesson))
        assert [fault.wrong for fault in told if fault.key == "shift.cards"] == wrong


def crowded(members: int, **rules: float) -> Scenario:
    """The Tray in a world of 40 accounts with so many plain members in community 1."""
    level = load_level("the-tray", LEVELS)
    plain = [replace(level.member("wick"), key=f"wick_{n}", community=1, neighbour=False) for n in range(members)]
    return replace(level, world={**level.world, "accounts": 40, **rules}, cast=(level.cast[5], *plain), lesson=(), schedule=())


def test_a_cast_larger_than_its_community_is_told_with_what_is_allowed() -> None:
    # 1, 7, 13, 19, 25, 31, 37 live in community 1; account 1 is the second maker of drama
    assert faults(crowded(6)) == []
    assert faults(crowded(7)) == [
        ("cast", "has 7 members in community 1", "at most 6 (its accounts that are no seats and no influencers)")
    ]


@pytest.mark.parametrize("rules", [{}, {"seats": 3}, {"gurus": 4}, {"drama_makers": 7}, {"communities": 5}, {"drama_makers": 0}])
def test_whoever_keeps_the_laws_lives_where_the_level_says(rules: dict[str, float]) -> None:
    most = max(count for count in range(12) if not faults(crowded(count, **rules)))
    level = crowded(most, **rules)
    places = cast_accounts(level)
    communities = level.rules().communities
    assert len(set(places.values())) == most + 1
    assert {key: place % communities for key, place in places.items()} == {one.key: one.community for one in level.cast}
    assert min(places[f"wick_{n}"] for n in range(most)) >= level.rules().drama_makers + level.rules().gurus
