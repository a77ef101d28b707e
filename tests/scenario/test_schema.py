"""The schema says what the plain dataclasses and the world's rules say."""

from dataclasses import fields
from typing import get_type_hints

import pytest
from pydantic import ValidationError

from game.feed.rules import BOUNDS, Rules, bounds
from game.scenario.plain import Beat, CastMember, LessonPaper, Scenario, Shift
from game.scenario.schema import model_of, world_model


def checked(name: str, value: object) -> object:
    """Give the value of one rule as the schema takes it."""
    return world_model().model_validate({name: value}).model_dump()[name]


@pytest.mark.parametrize("plain", [Shift, CastMember, LessonPaper, Beat])
def test_a_table_of_the_schema_has_the_fields_of_its_dataclass(plain: type) -> None:
    assert list(model_of(plain).model_fields) == [field.name for field in fields(plain)]


def test_a_level_file_has_all_of_a_scenario_but_the_name_which_is_the_files() -> None:
    assert ["name", *model_of(Scenario).model_fields] == [field.name for field in fields(Scenario)]


def test_the_world_table_takes_every_rule_and_nothing_else() -> None:
    assert tuple(world_model().model_fields) == Rules._fields
    with pytest.raises(ValidationError):
        world_model().model_validate({"weather": 1})


@pytest.mark.parametrize("name", Rules._fields)
def test_a_rule_is_allowed_exactly_within_its_bounds(name: str) -> None:
    low, high = bounds(name)
    kind = get_type_hints(Rules)[name]
    assert checked(name, kind(low)) == low
    assert checked(name, kind(high)) == high
    for outside in (low - 1, high + 1):
        with pytest.raises(ValidationError):
            checked(name, kind(outside))


@pytest.mark.parametrize("name", Rules._fields)
def test_the_default_of_a_rule_is_a_number_of_its_kind_within_bounds(name: str) -> None:
    default = getattr(Rules(), name)
    assert type(default) is get_type_hints(Rules)[name]
    assert checked(name, default) == default


def test_bounds_name_only_rules_that_exist() -> None:
    assert [name for name in BOUNDS if name not in Rules._fields] == []


def test_a_whole_rule_refuses_a_fraction_and_a_truth() -> None:
    for value in (12.0, 12.5, True, "12"):
        with pytest.raises(ValidationError):
            checked("tray_size", value)


def test_a_fractional_rule_written_whole_becomes_a_float() -> None:
    assert type(checked("neighbour_sessions", 12)) is float
