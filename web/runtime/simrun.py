"""Run the packed game under pygbag's own event loop, on this machine: `python web/runtime/simrun.py FOLDER [SECONDS]`.

FOLDER is what `web.stage` filled. The game sees `sys.platform == "emscripten"` and pygbag's `aio` loop, as it does on
pygbag's own runtime, and a page that is only pretended. Prints `simulated N frames` at the end; whatever the game or the
loop had to complain about comes before it. The exit status says nothing: pygbag's loop swallows exceptions, so a caller
reads the output, and kills the process if it has to.

pygbag 0.9.3's own `--sim` does not start; this does, by going round five faults of it: the host's configuration is asked
for before the platform is faked, numpy and pygame are imported before it too, the console that its loop wants to read is
given an input that never comes, its package loader is not used, and its loop, which never ends, is ended from inside.
Needs what the extra `web` installs.
"""

import asyncio
import importlib
import json
import os
import platform
import sys
import sysconfig
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FRAME_COUNT = "frames"


class Stub:
    """Something of the page that may be asked anything: any attribute, call or item is another stub, or what was set."""

    def __init__(self, **known: object) -> None:
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> "Stub":
        if name.startswith("__"):
            raise AttributeError(name)
        made = Stub()
        self.__dict__[name] = made
        return made

    def __call__(self, *_: object, **__: object) -> "Stub":
        """Answer any call with a stub."""
        return Stub()

    def __iter__(self) -> Iterator[Any]:
        return iter(())


class Json:
    """`window.JSON`: a parsed record has attributes, as a JavaScript object has."""

    def parse(self, text: str) -> object:
        """Turn JSON text into stubs, lists and plain values."""
        return json.loads(text, object_hook=lambda pairs: Stub(**pairs))


class SearchParams:
    """`window.URLSearchParams` of an address without a query."""

    def new(self, _search: str) -> "SearchParams":
        """Make one, as Python does it in a browser."""
        return self

    def has(self, _name: str) -> bool:
        """Say that the name is not there."""
        return False

    def get(self, _name: str) -> None:
        """Find nothing."""
        return


class Storage:
    """`window.localStorage`."""

    def __init__(self) -> None:
        self.items: dict[str, str] = {}

    def getItem(self, key: str) -> str | None:  # noqa: N802 - JavaScript's name
        """Give a stored text or None."""
        return self.items.get(key)

    def setItem(self, key: str, text: str) -> None:  # noqa: N802 - JavaScript's name
        """Store a text."""
        self.items[key] = text


def page() -> Stub:
    """Return a pretended `window` of 1280 by 720."""
    return Stub(
        JSON=Json(),
        URLSearchParams=SearchParams(),
        localStorage=Storage(),
        location=Stub(search="", href="http://localhost/"),
        innerWidth=1280,
        innerHeight=720,
        devicePixelRatio=1.0,
        document=Stub(hidden=False),
        matchMedia=lambda _query: Stub(matches=False),
        RAW_MODE=0,
        console=Stub(log=print),
    )


async def never() -> None:
    """Be the console's input: nothing is ever typed."""
    await asyncio.Event().wait()


async def before_main(window: Stub, seconds: float) -> None:
    """Run after pygbag has set its stage and before it starts the game."""
    aio: Any = importlib.import_module("aio")
    aio.async_input = None  # its console loop looks for one
    platform.window = window  # type: ignore[attr-defined]  # as on pygbag's runtime
    asyncio.get_running_loop().create_task(end_after(window, seconds))


async def end_after(window: Stub, seconds: float) -> None:
    """End the process when the time is up: the loop never ends by itself, and eats SIGTERM."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:  # noqa: ASYNC110 - one long sleep would not be woken by pygbag's loop
        await asyncio.sleep(0.05)
    shown = getattr(window.INTRAY, FRAME_COUNT)
    print(f"simulated {shown if isinstance(shown, int) else 0} frames")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def main() -> None:
    """Run the game of the folder named on the command line."""
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: simrun.py FOLDER [SECONDS]")
    folder = Path(sys.argv[1]).resolve()
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 5.0  # noqa: PLR2004 - the second argument
    script = folder / "main.py"
    sysconfig.get_config_vars()
    for name in ("numpy", "pygame"):
        importlib.import_module(name)
    os.chdir(folder)
    sys.argv = ["pygbag", "--sim", str(script)]
    sys.path[:] = [str(folder), *(path for path in sys.path if Path(path).resolve() != Path(__file__).parent)]
    pygbag: Any = importlib.import_module("pygbag.__main__")
    try:
        asyncio.run(pygbag.import_site(str(script), simulator=True, async_input=never, async_pkg=before_main(page(), seconds)))
    except BaseException:  # noqa: BLE001 - the process must not hang in pygbag's exit handlers
        traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    main()
