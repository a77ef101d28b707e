"""The page starts the game from this machine alone, says how far it is, and says plainly what went wrong."""

import pytest

from tests.web.conftest import Opener

pytestmark = pytest.mark.web


def test_the_page_reaches_the_running_game(opened: Opener) -> None:
    game = opened()
    game.wait_running()
    assert game.page.title() == "In Tray"
    assert game.page.evaluate("document.activeElement.id") == "canvas"
    assert game.page.locator("#loading").is_hidden()
    assert game.nodes("button", "Clock in")
    assert game.faults == []


def test_no_more_than_75_pictures_a_second(opened: Opener) -> None:
    game = opened()
    game.wait_running()
    assert 0 < game.frames_in(3_000) <= 75


def test_progress_counts_the_bytes_of_all_files(opened: Opener) -> None:
    game = opened()
    total = game.page.evaluate(
        "fetch('engine/manifest.json').then((a) => a.json()).then((m) => Object.values(m.files).reduce((x, y) => x + y))"
    )
    game.wait_running()
    shown = f"{total / 1e6:.1f}"
    assert game.page.locator("#bytes").text_content() == f"{shown} of {shown} MB"


@pytest.mark.parametrize("missing", ["pyodide.asm.mjs", "pyodide.asm.wasm", "numpy-"])
def test_a_missing_file_is_named_and_the_game_does_not_start(opened: Opener, missing: str) -> None:
    game = opened(missing=missing)
    game.wait_for('INTRAY_PAGE.state === "error"', 60_000)
    game.page.wait_for_timeout(4_000)
    assert missing in game.page.locator("#reason").inner_text()
    assert game.page_state() == "error"


def test_a_failed_start_can_be_tried_again(opened: Opener) -> None:
    game = opened(missing="intray.apk")
    game.wait_for('INTRAY_PAGE.state === "error"', 60_000)
    game.missing = ""
    game.page.keyboard.press("Enter")  # the button has the focus
    game.wait_for('INTRAY_PAGE.state !== "error"')
    game.wait_running()


def test_an_exception_shows_the_error_scene(opened: Opener) -> None:
    game = opened("?fail=frame")
    game.wait_running()
    game.wait_for('INTRAY.scene === "error"')
    assert game.nodes("button", "Copy report")
    game.page.keyboard.press("Tab")
    assert game.frames_in(1_000) > 0


def test_the_desk_can_be_read_without_eyes(opened: Opener) -> None:
    game = opened()
    game.wait_running()
    button = game.page.locator("#mirror button", has_text="Clock in")
    assert button.count() == 1
    button.dispatch_event("click")
    game.wait_for('INTRAY.scene === "desk"')


def test_a_hidden_tab_pauses(opened: Opener) -> None:
    game = opened("?seed=7")
    game.wait_running()
    game.page.keyboard.press("Enter")
    game.wait_for('INTRAY.scene === "desk"')
    hide = "Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })"
    game.page.evaluate(f"{hide}; document.dispatchEvent(new Event('visibilitychange'))")
    game.wait_for('INTRAY.tree.some((node) => node.role === "dialog" && node.name === "Paused")')
