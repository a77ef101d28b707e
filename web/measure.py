"""Measure the offline page in a real browser: `python -m web.measure [TIMES]` prints sizes and times as JSON.

`seconds_to_first_picture` counts from the call of the page to the first picture of the game, in a fresh profile served from
this machine; medians of TIMES loads (5). `transferred_mb` is what the network would carry, compressed as by `intray web`.
`desk_..._ms` are the times between two pictures of the game over ten seconds at the desk, with papers passed on.
"""

import json
import os
import shutil
import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from game.port.serve import Server

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "web-offline"
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run")

FRAMES = """(wait) => new Promise((done) => {
    const [start, frames] = [performance.now(), INTRAY.frames];
    setTimeout(() => done((INTRAY.frames - frames) * 1000 / (performance.now() - start)), wait);
})"""
BETWEEN = """(wait) => new Promise((done) => {
    const found = [], begin = performance.now();
    let [last, frames] = [begin, INTRAY.frames];
    const look = (now) => {
        if (INTRAY.frames !== frames) { found.push(now - last); [last, frames] = [now, INTRAY.frames]; }
        if (now - begin < wait) requestAnimationFrame(look); else done(found);
    };
    requestAnimationFrame(look);
})"""
BYTES = "performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.encodedBodySize, 0)"
PAUSE = 200
"""Milliseconds between looks at the page, so as not to slow it down."""


def at_the_desk(page: Page) -> list[float]:
    """Clock in, skip the lesson, pass some papers on, and give the milliseconds between pictures over ten seconds."""
    page.wait_for_function("() => INTRAY.scene === 'title' && INTRAY.state.ready >= 100", polling=PAUSE, timeout=120_000)
    page.keyboard.press("Enter")
    page.wait_for_function("() => INTRAY.scene === 'desk'", polling=PAUSE, timeout=60_000)
    page.keyboard.press("Escape")  # the lesson is skipped
    for _ in range(4):
        page.wait_for_function("() => INTRAY.state.card !== ''", polling=PAUSE, timeout=60_000)
        page.keyboard.press("d")
        page.wait_for_timeout(1_000)
    between: list[float] = page.evaluate(BETWEEN, 10_000)
    return sorted(between)


def load(chromium: Browser, address: str) -> dict[str, float]:
    """Load the page once and measure it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_function("() => window.INTRAY?.frames > 0", polling=PAUSE, timeout=120_000)
    first = time.perf_counter() - start
    measured = {
        "seconds_to_first_picture": first,
        "transferred_mb": page.evaluate(BYTES) / 1e6,
        "pictures_per_second": page.evaluate(FRAMES, 5_000),
    }
    between = at_the_desk(page)
    measured["desk_median_ms"] = statistics.median(between)
    measured["desk_p99_ms"] = between[len(between) * 99 // 100]
    context.close()
    return measured


def main() -> None:
    """Measure and print."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    named = os.environ.get("CHROMIUM") or shutil.which("chromium")
    files = {path.name: path.stat().st_size for path in SITE.rglob("*") if path.is_file()}
    with Server(SITE) as server, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=named, args=list(FLAGS))
        loads = [load(chromium, server.address) for _ in range(times)]
        chromium.close()
    found = {name: round(statistics.median(measured[name] for measured in loads), 2) for name in loads[0]}
    found |= {"site_mb": round(sum(files.values()) / 1e6, 2), "archive_mb": round(files["intray.apk"] / 1e6, 2)}
    print(json.dumps({**found, "loads": times}, indent=1))


if __name__ == "__main__":
    main()
