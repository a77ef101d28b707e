"""A scenario's JSON comes back equal, and its hash moves with the world only."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.feed import rules
from game.scenario import from_json, rules_hash, to_json
from game.scenario.load import load_level
from game.scenario.plain import BadLevel
from tests.scenario.levels import LEVELS

TRAY = load_level("the-tray", LEVELS)


def test_a_scenario_comes_back_from_json_equal() -> None:
    assert from_json(to_json(TRAY)) == TRAY


def test_json_is_canonical() -> None:
    text = to_json(TRAY)
    assert to_json(from_json(text)) == text
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@given(st.floats(0.0, 60.0))
def test_no_float_is_lost(seconds: float) -> None:
    level = replace(TRAY, shift=replace(TRAY.shift, undo_seconds=seconds))
    back = from_json(to_json(level)).shift.undo_seconds
    assert (back, type(back)) == (seconds, float)


@pytest.mark.parametrize("text", ["", "[]", "3", "{}", '{"name": "x"}', "null", '{"unknown": 1}'])
def test_damaged_json_is_one_clean_line(text: str) -> None:
    with pytest.raises(BadLevel, match=r"^compiled level: not readable .*; allowed: ") as caught:
        from_json(text)
    assert len(caught.value.lines) == 1


def test_a_rule_that_this_version_does_not_know_is_damage() -> None:
    with pytest.raises(BadLevel, match="not readable"):
        from_json(to_json(replace(TRAY, world={"gravity": 9})))


def test_the_hash_ignores_words() -> None:
    somebody = replace(TRAY.cast[0], name="Somebody", about="Somebody else.")
    renamed = replace(TRAY, title="Another", cast=(somebody, *TRAY.cast[1:]))
    assert rules_hash(renamed) == rules_hash(TRAY)
    assert len(rules_hash(TRAY)) == 64


def test_a_default_written_out_does_not_change_the_hash() -> None:
    spelt = replace(TRAY, world={**TRAY.world, "score_tau": rules.Rules().score_tau})
    assert rules_hash(spelt) == rules_hash(TRAY)


@pytest.mark.parametrize(
    "other",
    [
        replace(TRAY, version=TRAY.version + 1),
        replace(TRAY, world={**TRAY.world, "tray_size": 13}),
        replace(TRAY, shift=replace(TRAY.shift, pass_mark=51.0)),
        replace(TRAY, cast=TRAY.cast[1:]),
        replace(TRAY, cast=(replace(TRAY.cast[0], skill=0.5), *TRAY.cast[1:])),
        replace(TRAY, schedule=()),
        replace(TRAY, schedule=(replace(TRAY.schedule[0], desk=False), *TRAY.schedule[1:])),
        replace(TRAY, schedule=(*TRAY.schedule[:-1], replace(TRAY.schedule[-1], answers=not TRAY.schedule[-1].answers))),
        replace(TRAY, lesson=()),
        replace(TRAY, lesson=(*TRAY.lesson[:3], replace(TRAY.lesson[3], drama=0.8), TRAY.lesson[4])),
        replace(TRAY, lesson=TRAY.lesson[::-1]),
    ],
    ids=["version", "rule", "shift", "cast", "skill", "schedule", "desk", "answers", "lesson", "drama", "order of the lesson"],
)
def test_the_hash_moves_with_whatever_moves_the_world(other: object) -> None:
    assert rules_hash(other) != rules_hash(TRAY)  # type: ignore[arg-type]


def test_the_hash_moves_with_the_version_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    before = rules_hash(TRAY)
    monkeypatch.setattr(rules, "VERSION", rules.VERSION + 1)
    assert rules_hash(TRAY) != before
