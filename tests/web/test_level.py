"""The whole level in a real browser, from clocking in to the last sheet of the debrief: by keys, and by a finger upright.

The session file that the browser gives out is played again here, and has the same digest and the same twin.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Opener
from tests.web.game_page import GamePage
from tests.web.test_play import Press, by_finger, by_key

pytestmark = pytest.mark.web

ROOT = Path(__file__).resolve().parents[2]
STAMPS = ("Reshare", "Ignore", "Like", "Ignore", "Reshare", "Ignore")
LONG = 120_000
MOST_PRESSES = 40
"""Sheets of the debrief, each card judged and read on a sheet of its own, and then some."""


def there(name: str) -> str:
    """The condition that a thing of this name can be pressed."""
    return f"INTRAY.tree.some((node) => node.pressable && node.name === {json.dumps(name)})"


def shown(game: GamePage, name: str) -> bool:
    """Whether a thing of this name can be pressed now."""
    return bool(game.page.evaluate(there(name)))


def use(game: GamePage, press: Press, name: str) -> None:
    """Wait for a thing and press it."""
    game.wait_for(there(name), LONG)
    press(game, next(node for node in game.tree() if node["name"] == name and node["role"] == "button"))


def clock_in(game: GamePage, press: Press) -> None:
    """From the title to the lesson's first paper."""
    game.wait_running()
    game.wait_for('INTRAY.scene === "title" && INTRAY.state.ready >= 100', LONG)
    use(game, press, "Clock in")
    game.wait_for('INTRAY.scene === "desk" && INTRAY.state.lesson === "soon"', LONG)


def learn(game: GamePage, press: Press) -> None:
    """Take the lesson: every paper gets the stamp that its newest drawer holds; the last one is unfolded first."""
    papers = (("soon", "Ignore"), ("dough", "Like"), ("tide", "Reshare"), ("soup", "Ignore"), ("kettle", "Reshare"))
    for key, stamp in papers:
        game.wait_for(f"INTRAY.state.lesson === '{key}' && INTRAY.state.card !== ''", LONG)
        if key == "kettle":
            use(game, press, "Unfold")
        use(game, press, stamp)


def work(game: GamePage, press: Press) -> None:
    """Stamp all forty papers as they come, three in six passed; what comes back by our own doing is put aside."""
    done = 0
    while done < 40:
        game.wait_for('INTRAY.state.phase === "bell" || INTRAY.state.card !== ""', LONG)
        if game.read("state.phase") == "bell":
            return
        before = game.read("state.stamped")
        card = game.nodes("article")[0]
        back = any(word in card.get("value", "") for word in ("You liked this", "You passed this on"))
        use(game, press, "Ignore" if back else STAMPS[done % len(STAMPS)])  # a counter is lifted once
        game.wait_for(f"INTRAY.state.stamped > {before} || INTRAY.state.phase === 'bell'", LONG)
        done += 1


def judge(game: GamePage, press: Press) -> list[str]:
    """Go through the debrief to its last sheet, judging every card; the names of the sheets that were seen."""
    seen: list[str] = []
    for _ in range(MOST_PRESSES):
        scene = game.read("scene")
        seen.append(scene)
        if scene == "question":
            return seen
        use(game, press, "Pass" if shown(game, "Pass") else "Next")
        game.page.wait_for_timeout(300)
    pytest.fail(f"the debrief has no end: {seen}")


def turn(game: GamePage, press: Press, name: str) -> None:
    """Turn pages, where a small screen has them, to the last one."""
    while shown(game, name):
        use(game, press, name)
        game.page.wait_for_timeout(1_500)


def to_the_question(game: GamePage, press: Press) -> None:
    """From the bell to the last sheet of the debrief."""
    use(game, press, "Go home")
    game.wait_for('INTRAY.scene === "topten"', LONG)
    game.page.wait_for_timeout(8_000)
    turn(game, press, "Next page")
    use(game, press, "The pay slip")
    game.wait_for('INTRAY.scene === "payslip" && INTRAY.state.printed', LONG)
    game.page.wait_for_timeout(1_500)
    assert game.read("result.figures")["Wage"] == "0.00"
    turn(game, press, "Next page")
    use(game, press, "What it did")
    game.wait_for('INTRAY.scene === "twin"', LONG)
    seen = judge(game, press)
    assert {"twin", "cards", "tells", "question"} <= set(seen)


def exported(game: GamePage, folder: Path, press: Press) -> Path:
    """Save the session file from the debrief's last sheet, as a person does."""
    with game.page.expect_download() as waiting:
        use(game, press, "Save file")
    path = folder / "session.json"
    waiting.value.save_as(path)
    return path


def verified(path: Path) -> dict[str, Any]:
    """Play an exported session again on the desktop; its digest and its twin's must be those in the file."""
    command = [sys.executable, "-m", "game", "replay", str(path), "--verify", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    assert kept["digest"] in done.stderr
    assert kept["twin"] in done.stderr
    assert kept["twin"]
    return kept


def test_the_whole_level_by_keyboard(opened: Opener, tmp_path: Path) -> None:
    game = opened("?seed=11")
    clock_in(game, by_key)
    learn(game, by_key)
    game.wait_for("INTRAY.tree.some((node) => node.name.startsWith('Steady'))", LONG)
    use(game, by_key, next(node["name"] for node in game.nodes("button", "Steady")))
    work(game, by_key)
    to_the_question(game, by_key)
    kept = verified(exported(game, tmp_path, by_key))
    assert kept["seed"] == 11
    assert game.faults == []


def test_the_whole_level_by_touch_upright_without_a_clock(opened: Opener, tmp_path: Path) -> None:
    game = opened("?seed=12", phone=True)
    clock_in(game, by_finger)
    learn(game, by_finger)
    game.wait_for("INTRAY.tree.some((node) => node.name.startsWith('No clock'))", LONG)
    use(game, by_finger, next(node["name"] for node in game.nodes("button", "No clock")))
    work(game, by_finger)
    to_the_question(game, by_finger)
    verified(exported(game, tmp_path, by_finger))
    assert game.faults == []
