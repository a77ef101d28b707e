"""Where the levels lie, and how a test spoils one."""

from pathlib import Path

from game.scenario.load import parse_level
from game.scenario.plain import BadLevel

ROOT = Path(__file__).parents[2]
LEVELS = ROOT / "levels"
TRAY = (LEVELS / "the-tray.toml").read_text(encoding="utf-8")


def faults_with(old: str, new: str) -> list[str]:
    """Give the error lines of level 1 after one change in its text."""
    assert old in TRAY
    try:
        parse_level(TRAY.replace(old, new, 1), "the-tray", "the-tray.toml")
    except BadLevel as error:
        return list(error.lines)
    return []
