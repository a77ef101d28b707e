"""A real Chromium, and the offline build served to it from this machine."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, Route, sync_playwright

from game.port.serve import Server
from tests.web.game_page import GamePage

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = ROOT / "build" / "web-offline"

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)

DESK = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, started once."""
    named = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if named is None:
        pytest.fail("no chromium found: install it, or name one in CHROMIUM", pytrace=False)
    playwright: Playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=named, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the offline build, served by the project's own server."""
    if not (OFFLINE / "index.html").is_file():
        pytest.fail("there is no offline build: run ./build.sh --offline first", pytrace=False)
    with Server(OFFLINE) as server:
        yield server.address


class Opener:
    """Opens the game in fresh browser profiles and closes them at the end of a test."""

    def __init__(self, chromium: Browser, site: str) -> None:
        self.chromium = chromium
        self.site = site
        self.contexts: list[BrowserContext] = []
        self.pages: list[GamePage] = []

    def __call__(self, query: str = "", *, phone: bool = False, missing: str = "", density: float = 1.0) -> GamePage:
        """Open the page; a request for anything but the site is stopped and written down, and so is `missing`."""
        context = self.chromium.new_context(
            viewport=PHONE if phone else DESK,  # type: ignore[arg-type]  # playwright wants its own TypedDict
            has_touch=phone,
            is_mobile=phone,
            device_scale_factor=density,
        )
        self.contexts.append(context)
        game = GamePage(context.new_page())
        game.missing = missing
        self.pages.append(game)

        def gate(route: Route) -> None:
            url = route.request.url
            if not url.startswith((self.site, "data:", "blob:")):
                game.outside.append(url)
                route.abort()
            elif game.missing and game.missing in url:
                route.fulfill(status=404, body="")
            else:
                route.continue_()

        context.route("**/*", gate)
        game.page.goto(self.site + query)
        return game

    def close(self) -> None:
        """Close every profile."""
        for context in self.contexts:
            context.close()


@pytest.fixture
def opened(chromium: Browser, site: str) -> Iterator[Opener]:
    """Open the game: `opened("?seed=7")`. Afterwards no request may have left this machine."""
    opener = Opener(chromium, site)
    yield opener
    outside = [url for game in opener.pages for url in game.outside]
    opener.close()
    assert outside == []
