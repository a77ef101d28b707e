"""The level files themselves: documented key by key."""

import re

import pytest

from game.scenario.load import level_names, load_level
from game.scenario.parameters import rule_says
from game.scenario.says import plain_number
from tests.scenario.levels import LEVELS, TRAY

HEADER = re.compile(r"^\[+([\w.]+)\]+")
KEY = re.compile(r"^(\w+) *=")


def undocumented(text: str) -> list[str]:
    """List the keys without a comment above where they first stand in their table."""
    table, known, missing = "", [], []
    lines = text.splitlines()
    for above, line in zip(["", *lines], lines, strict=False):
        if header := HEADER.match(line):
            table = header[1]
        if found := KEY.match(line):
            key = f"{table}.{found[1]}"
            if key not in known and not above.startswith("# "):
                missing.append(key)
            known.append(key)
    return missing


@pytest.mark.parametrize("name", level_names(LEVELS))
def test_each_key_of_a_level_has_a_comment_above_it(name: str) -> None:
    assert undocumented((LEVELS / f"{name}.toml").read_text(encoding="utf-8")) == []


def test_a_key_without_a_comment_would_be_found() -> None:
    assert undocumented("# text\ntitle = 1\nversion = 2\n[world]\naccounts = 3") == [".version", "world.accounts"]


def test_level_one_states_the_bounds_that_hold() -> None:
    for name in load_level("the-tray", LEVELS).world:
        kind, says = rule_says()[name]
        comment = TRAY[: TRAY.index(f"\n{name} = ")].rsplit("\n\n", 1)[1]
        low, high = plain_number(says.low), plain_number(says.high)
        either = kind is int and says.high - says.low <= 2
        assert (low in comment and high in comment) if either else f"{low} to {high}" in comment.replace("\n# ", " "), name


def test_level_one_has_the_cast_of_the_script() -> None:
    names = [member.name for member in load_level("the-tray", LEVELS).cast]
    assert names == [
        "Ottoline", "Bram", "Ines", "Yusuf", "Wick", "Dame Commotion", "Professor Upwards", "The House",
    ]  # fmt: skip


def test_the_house_posts_nothing() -> None:
    assert load_level("the-tray", LEVELS).member("the_house").post_rate == 0
