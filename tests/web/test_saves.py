"""A shift outlives its page: reloaded, taken out as a file, and brought into another browser."""

import json
from pathlib import Path

import pytest

from tests.web.conftest import Opener
from tests.web.game_page import GamePage
from tests.web.test_play import by_finger, by_key, stamp, stamped, start

pytestmark = pytest.mark.web

WAYS = {"keys": (by_key, False), "finger": (by_finger, True)}


def play_three(game: GamePage, *, phone: bool = False) -> None:
    """Skip the lesson, if there is one, and stamp three papers."""
    press = by_finger if phone else by_key
    start(game, press)
    for name in ("Ignore", "Like", "Reshare"):
        stamp(game, name, press)


def title_of(game: GamePage) -> None:
    """Wait for the title with a shift to go on with."""
    game.wait_running()
    game.wait_for('INTRAY.scene === "title" && INTRAY.state.kept')


def test_a_reloaded_page_goes_on_where_the_shift_was(opened: Opener) -> None:
    game = opened("?seed=7")
    play_three(game)
    before = stamped(game)
    game.page.reload()
    title_of(game)
    assert f"{before} of 40 papers stamped" in " ".join(node["name"] for node in game.nodes("note"))
    by_key(game, game.nodes("button", "Continue")[0])
    game.wait_for('INTRAY.scene === "desk"', 120_000)
    assert stamped(game) == before
    stamp(game, "Like", by_key)


@pytest.mark.parametrize("phone", [False, True], ids=["click", "finger"])
def test_a_file_is_chosen_by_click_and_by_finger_and_goes_on_in_a_fresh_browser(
    opened: Opener,
    tmp_path: Path,
    phone: bool,  # noqa: FBT001 - a parameter of pytest's
) -> None:
    game = opened("?seed=7")
    play_three(game)
    before = stamped(game)
    path = tmp_path / "shift.json"
    game.page.reload()
    title_of(game)
    by_key(game, game.nodes("button", "Clock in")[0])
    game.wait_for("INTRAY.tree.some((node) => node.name === 'Save file')")
    with game.page.expect_download() as download:
        by_key(game, game.nodes("button", "Save file")[0])
    assert download.value.suggested_filename == "in-tray-the-tray-7.json"
    download.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8"))["desk"]["stamped"] == before
    game.page.close()
    fresh = opened("?seed=8", phone=phone)
    fresh.wait_running()
    fresh.wait_for('INTRAY.scene === "title" && INTRAY.state.ready >= 1', 120_000)
    button = fresh.nodes("button", "Load file")[0]
    with fresh.page.expect_file_chooser() as chooser:
        if phone:
            fresh.tap(button)
        else:
            fresh.page.mouse.click(button["x"] + button["w"] / 2, button["y"] + button["h"] / 2)
    chooser.value.set_files(path)
    fresh.wait_for('INTRAY.scene === "desk"', 120_000)
    assert stamped(fresh) == before
    assert "intray.save" in fresh.page.evaluate("Object.keys(localStorage)")
