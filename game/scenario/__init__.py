"""Levels: the plain Scenario, its JSON form, the checked reading of levels/*.toml."""

from game.scenario.json_form import from_json, rules_hash, to_json
from game.scenario.plain import BadLevel, Beat, CastMember, LessonPaper, Mix, Paces, Scenario, Shift, Weights

__all__ = [
    "BadLevel",
    "Beat",
    "CastMember",
    "LessonPaper",
    "Mix",
    "Paces",
    "Scenario",
    "Shift",
    "Weights",
    "from_json",
    "rules_hash",
    "to_json",
]
