"""Where level and words come from: checked TOML in a checkout or an installed program, compiled JSON in a browser."""

from game.port import assets_path
from game.scenario import Scenario
from game.story import Words
from game.ui.options import Options


def scenario_for(options: Options) -> Scenario:
    """Give the level that was asked for."""
    if options.scenario is not None:
        return options.scenario
    from game.scenario.load import from_json, load_level  # noqa: PLC0415 - a scenario given ready needs no reader

    folder = assets_path() / "levels"
    compiled = folder / f"{options.level}.json"
    if compiled.is_file():
        return from_json(compiled.read_text(encoding="utf-8"))
    return load_level(options.level, folder)


def words_for(options: Options) -> Words:
    """Give the words of the language that was asked for; English where there are none in it."""
    folder = assets_path() / "assets" / "words"
    asked = folder / f"{options.lang}.toml"
    path = asked if options.lang.isalnum() and asked.is_file() else folder / "en.toml"
    return Words.from_toml(path.read_text(encoding="utf-8"))


TWO = "numbers-on-numbers-off"
SANDBOX = "sandbox"
"""Levels to which the debrief leads once they are there."""


def has_level(name: str) -> bool:
    """Whether a level of this name came with the game, as TOML or compiled."""
    folder = assets_path() / "levels"
    return any((folder / f"{name}{ending}").is_file() for ending in (".toml", ".json"))
