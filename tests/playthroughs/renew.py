"""Renew the golden play-throughs after a change of the rules, and print what changed: python -m tests.playthroughs.renew."""

import sys
from difflib import unified_diff

from tests.playthroughs.plays import FOLDER, PLAYS


def renew() -> list[str]:
    """Write every file that differs; the differences as lines."""
    changed: list[str] = []
    for play in PLAYS:
        before = play.file.read_text(encoding="utf-8") if play.file.exists() else ""
        after = play.text()
        name = play.file.name
        changed += unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), f"old {name}", f"new {name}")
        play.file.write_text(after, encoding="utf-8")
    for old in sorted(set(FOLDER.glob("*.txt")) - {play.file for play in PLAYS}):
        old.unlink()
        changed.append(f"gone: {old.name}\n")
    return changed


if __name__ == "__main__":
    sys.stdout.writelines(renew() or ["nothing changed\n"])
