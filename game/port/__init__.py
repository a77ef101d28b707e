"""What differs between desktop and browser: next frame, address, viewport, storage, files, clipboard, day, the page around.

Whoever needs it asks `port()` once; the two forms, `desktop.Desktop` and `browser.Browser`, keep the same promises.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

ALLOWED = ("level", "seed", "lang", "layout", "days", "run", "bot", "fail", "order")
"""The only names that are read from an address or written into one; everything else is ignored."""

MOST_BYTES = 5_000_000
"""A file chosen by a player may not be larger."""
FIRST_DAY = date(1970, 1, 1).toordinal()

Node = dict[str, Any]
"""One thing on the screen as page and tests see it: role, name, x, y, w, h; value, key, pressable, focused where there are;
checked for what is on or off (a switch, one of several choices), now for the share of a slider."""


class Viewport(NamedTuple):
    """The space there is for the picture, in CSS pixels (browser) or window pixels (desktop)."""

    width: int
    height: int


class Place(NamedTuple):
    """Where the picture lies in the viewport: left and top edge, and how many pixels one of its own takes."""

    x: float
    y: float
    scale: float


class TooLarge(ValueError):
    """The file that was chosen is larger than `MOST_BYTES`."""


class Port(Protocol):
    """The world outside the window."""

    can_quit: bool
    """True where the program can end itself (a browser page cannot)."""

    can_pick: bool
    """True where a player can be asked for a file; elsewhere the command line names one."""

    async def next_frame(self) -> None:
        """Wait until the display wants its next picture."""

    def query(self) -> Mapping[str, str]:
        """Give the allowed names of the page's address; empty on the desktop."""

    def viewport(self) -> Viewport | None:
        """Give the space for the picture; None where the window itself decides."""

    def density(self) -> float:
        """Give how many of the display's own pixels one pixel of the viewport takes."""

    def place(self, width: int, height: int) -> Place:
        """Fit a picture of this size into the viewport, centred, and say where it lies."""

    def frame(self, number: int) -> None:
        """Tell the page how many pictures were shown."""

    def publish(self, state: Mapping[str, Any]) -> None:
        """Hand the page what tests read: scene, state, tree, result. Called when something in it changed."""

    def mirror(self, tree: Sequence[Node], says: str) -> None:
        """Keep the page's readable copy of the screen equal to `tree`, and let a screen reader say `says`."""

    def get(self, key: str) -> str | None:
        """Give what was stored under `key`; None if nothing was, or if storage is refused."""

    def put(self, key: str, text: str) -> bool:
        """Store `text` under `key`, wholly or not at all; False if storage is refused."""

    def remove(self, key: str) -> bool:
        """Forget what was stored under `key`; False if storage is refused."""

    def download(self, name: str, data: bytes, kind: str) -> str:
        """Hand the player a file of media type `kind`; gives where it lies, "" where the browser decides. May raise OSError."""

    def ask_file(self) -> None:
        """Open the browser's file chooser; called in the frame that takes the player's click or key."""

    def picked(self) -> bytes | None:
        """Give, once, the content of the file that was chosen since `ask_file`; raises `TooLarge`, once."""

    def today(self) -> int:
        """Give the day by the local calendar, as days since the first of January 1970."""

    def link(self, query: Mapping[str, str]) -> str:
        """Give what leads somebody else to the same tray: this page's address, or the command; only allowed names."""

    def pressed(self) -> list[str]:
        """Give, once, the names of what was pressed in the readable copy (by a screen reader, say) since the last call."""

    def when_away(self, call: Callable[[], None]) -> None:
        """Call `call` the moment nobody can see the page any more: after that a browser may give it no more time at all."""

    def hidden(self) -> bool:
        """Whether nobody can see the picture now."""

    def reduced_motion(self) -> bool:
        """Whether the system asks for less movement."""

    def copy_text(self, text: str) -> bool:
        """Put `text` where it can be pasted; False if that is refused."""


def fitted(width: int, height: int, room: Viewport) -> Place:
    """Letterbox a picture of `width` by `height` into `room`.

    >>> fitted(100, 50, Viewport(200, 200))
    Place(x=0.0, y=50.0, scale=2.0)
    """
    scale = min(room.width / width, room.height / height)
    return Place((room.width - width * scale) / 2, (room.height - height * scale) / 2, scale)


def allowed(pairs: Mapping[str, str]) -> dict[str, str]:
    """Keep the names on the allow-list, with values cut to 64 characters.

    >>> allowed({"seed": "7", "PYGPI": "x"})
    {'seed': '7'}
    """
    return {name: pairs[name][:64] for name in ALLOWED if name in pairs}


def days_to(day: date) -> int:
    """Give a day as days since the first of January 1970.

    >>> days_to(date(1970, 1, 2)), days_to(date(2000, 3, 1))
    (1, 11017)
    """
    return day.toordinal() - FIRST_DAY


def assets_path() -> Path:
    """Give the folder that holds `assets/` and `levels/`: a checkout, an installed wheel, or the browser's own.

    The browser starts in the folder of `main.py`, where both were packed. If none is found, the checkout's is named.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package.parent, package / "_data", Path.cwd()):
        if (folder / "levels").is_dir() or (folder / "assets").is_dir():
            return folder
    return package.parent


@lru_cache(maxsize=1)
def port() -> Port:
    """Give the one port of this process."""
    if sys.platform == "emscripten":
        from game.port.browser import Browser  # noqa: PLC0415 - only a browser has the page's JavaScript

        return Browser()
    from game.port.desktop import Desktop  # noqa: PLC0415 - files and signals mean nothing in a browser

    return Desktop()
