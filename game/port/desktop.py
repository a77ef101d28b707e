"""The port of a desktop program: files for storage, a clock for frames, and nobody but tests to read what is published."""

import asyncio
import os
import shlex
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from game.port import Node, Place, Viewport, allowed, days_to
from game.port.files import write_atomically

FRAME = 1 / 60
EXPORTS = "exports"
"""The folder, in the one for data, in which files for the player lie."""
MOST_COPIES = 1000
OPTIONS = ("seed", "order")
"""Names of an address that `intray play` knows as options; the level is its argument."""


def data_folder() -> Path:
    """Give the folder where this system keeps a program's data; INTRAY_DATA names another."""
    named = os.environ.get("INTRAY_DATA")
    if named:
        return Path(named)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", home / "AppData" / "Roaming")) / "intray"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "intray"
    return Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share")) / "intray"


class Desktop:
    """See `game.port.Port`. `published` and `mirrored` remember the last of each for tests."""

    can_quit = True
    can_pick = False

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_folder()
        self.frames = 0
        self.published: Mapping[str, Any] = {}
        self.mirrored: Sequence[Node] = ()
        self.said = ""
        self._due = 0.0

    async def next_frame(self) -> None:
        """Sleep to the next sixtieth of a second."""
        now = time.perf_counter()
        self._due = max(self._due + FRAME, now)
        await asyncio.sleep(self._due - now)

    def query(self) -> Mapping[str, str]:
        """Nothing: a desktop program has options instead."""
        return {}

    def viewport(self) -> Viewport | None:
        """None: the window decides."""
        return None

    def density(self) -> float:
        """One: the window is measured in its own pixels."""
        return 1.0

    def place(self, width: int, height: int) -> Place:  # noqa: ARG002 - the port's promise
        """Say that nodes are given in the picture's own pixels."""
        return Place(0.0, 0.0, 1.0)

    def frame(self, number: int) -> None:
        """Remember the number."""
        self.frames = number

    def publish(self, state: Mapping[str, Any]) -> None:
        """Remember the state."""
        self.published = state

    def mirror(self, tree: Sequence[Node], says: str) -> None:
        """Remember the tree."""
        self.mirrored, self.said = tree, says

    def get(self, key: str) -> str | None:
        """Read the file of that name; bytes that are no text come through, so that `put` can keep them elsewhere."""
        try:
            return self._file(key).read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return None

    def put(self, key: str, text: str) -> bool:
        """Write the file whole, so that a crash leaves the old one."""
        try:
            write_atomically(self._file(key), text.encode(errors="surrogateescape"))
        except OSError:
            return False
        return True

    def remove(self, key: str) -> bool:
        """Delete the file of that name."""
        try:
            self._file(key).unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def download(self, name: str, data: bytes, kind: str) -> str:  # noqa: ARG002 - the port's promise; a name's end says it here
        """Write the file whole into the folder of exports, beside and never over one that lies there already."""
        path = unused(self.folder / EXPORTS, name)
        write_atomically(path, data)
        return str(path)

    def ask_file(self) -> None:
        """Nothing: the command line names a file."""

    def picked(self) -> bytes | None:
        """None: nothing is ever chosen."""
        return None

    def today(self) -> int:
        """Ask the system's clock and its time zone."""
        return days_to(datetime.now().astimezone().date())

    def link(self, query: Mapping[str, str]) -> str:
        """Give the command line that opens the same tray."""
        asked = allowed(query)
        words = ["intray", "play", *([asked["level"]] if "level" in asked else [])]
        for name in OPTIONS:
            if name in asked:
                words += [f"--{name}", asked[name]]
        return shlex.join(words)

    def pressed(self) -> list[str]:
        """Nothing: there is no page."""
        return []

    def when_away(self, call: Callable[[], None]) -> None:
        """Leave it to the window, which says so by events."""

    def hidden(self) -> bool:
        """Leave it to the window, which says so by events."""
        return False

    def reduced_motion(self) -> bool:
        """Whether INTRAY_REDUCED_MOTION is set to anything but 0."""
        return os.environ.get("INTRAY_REDUCED_MOTION", "0") not in {"", "0"}

    def copy_text(self, text: str) -> bool:
        """Try the clipboard; keep a file too, because a crash report must not be lost."""
        kept = self.put("report", text)
        try:
            import pygame  # noqa: PLC0415 - a port without a window has no clipboard and needs none

            pygame.scrap.put_text(text)
        except (ImportError, AttributeError, RuntimeError):
            return kept
        except pygame.error:
            return kept
        return True

    def _file(self, key: str) -> Path:
        """Give the path for a key; keys are the program's own words, never a player's."""
        if not key.replace("-", "").isalnum():
            raise ValueError(f"a storage key has letters, digits and '-' only, not {key!r}")
        return self.folder / f"{key}.json"


def unused(folder: Path, name: str) -> Path:
    """Give the path of a file of this name, or with a number after it where that name is taken."""
    if not name or Path(name).name != name or name.startswith("."):
        raise ValueError(f"a file for the player has a plain name, not {name!r}")
    wanted = folder / name
    numbered = (wanted.with_stem(f"{wanted.stem}-{number}") for number in range(2, MOST_COPIES))
    return next((path for path in (wanted, *numbered) if not path.exists()), wanted)
