"""The game as a test sees it in a browser: real keys and taps go in, the semantic tree is read and never called."""

from typing import Any, TypedDict, cast

import pytest
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLate

START = 90_000
"""Milliseconds that the page may take to the running game; ten seconds are usual on two slow cores."""

SOON = 20_000
"""Milliseconds that the game may take to answer."""


class Node(TypedDict, total=False):
    """One thing on the screen, in CSS pixels."""

    role: str
    name: str
    x: float
    y: float
    w: float
    h: float
    value: str
    key: str


class GamePage:
    """One open page. `outside` lists the requests that were stopped because they would have left this machine.

    `missing` is a part of an address that the server is made not to have.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.outside: list[str] = []
        self.missing = ""
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        # Asked for before the page is there: asked for beside a busy page, the click can overtake the wish to see the chooser.
        page.on("filechooser", lambda _chooser: None)

    def wait_for(self, condition: str, timeout: float = SOON) -> None:
        """Wait until a JavaScript expression is true; looked at ten times a second, to leave the processor to the game.

        What cannot be asked yet, because the page is still loading, counts as false.
        """
        script = f"() => {{ try {{ return {condition}; }} catch {{ return false; }} }}"
        try:
            self.page.wait_for_function(script, polling=100, timeout=timeout)
        except TooLate:
            seen = self.page.evaluate("JSON.stringify([window.INTRAY_PAGE, window.INTRAY])")
            pytest.fail(f"not within {timeout / 1000:.0f} s: {condition}\nthe page holds {seen[:4000]}")

    def wait_running(self) -> None:
        """Wait until the game shows pictures; fail at once with the page's own words if it cannot."""
        self.wait_for('INTRAY_PAGE.state === "error" || (INTRAY_PAGE.state === "running" && INTRAY.frames > 0)', START)
        error = self.page_error()
        if error is not None:
            pytest.fail(f"the page says: {error}", pytrace=False)

    def page_error(self) -> str | None:
        """What the page says went wrong."""
        return cast("str | None", self.page.evaluate("INTRAY_PAGE.error"))

    def page_state(self) -> str:
        """How far the page is."""
        return cast("str", self.page.evaluate("INTRAY_PAGE.state"))

    def read(self, name: str) -> Any:  # noqa: ANN401 - whatever the game published
        """One field of what the game publishes."""
        return self.page.evaluate(f"window.INTRAY?.{name}")

    def tree(self) -> list[Node]:
        """What is on the screen."""
        return cast("list[Node]", self.read("tree"))

    def nodes(self, role: str, name: str = "") -> list[Node]:
        """What is on the screen with this role, and `name` in its name."""
        return [node for node in self.tree() if node["role"] == role and name.lower() in node["name"].lower()]

    def tap(self, node: Node) -> None:
        """Put a finger on the middle of a thing."""
        self.page.touchscreen.tap(node["x"] + node["w"] / 2, node["y"] + node["h"] / 2)

    def frames_in(self, milliseconds: float) -> float:
        """Count pictures for a while and give them as pictures per second, by the page's own clock."""
        script = """(wait) => new Promise((done) => {
            const [start, frames] = [performance.now(), INTRAY.frames];
            setTimeout(() => done((INTRAY.frames - frames) * 1000 / (performance.now() - start)), wait);
        })"""
        return cast("float", self.page.evaluate(script, milliseconds))
