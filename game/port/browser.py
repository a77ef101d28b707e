"""The port of a browser page, on Pyodide (module `js`) and on pygbag's own runtime (`platform.window`).

Lists and records cross to JavaScript as JSON text, which both runtimes pass alike. The page gives a `#canvas`; a `#mirror`
is made where the page has none. Tests read `window.INTRAY`: frames, scene, state, tree (CSS pixels), result.
"""

import asyncio
import json
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from game.port import ALLOWED, MOST_BYTES, Node, Place, TooLarge, Viewport, allowed, days_to, fitted

try:  # Pyodide
    import js as window
    from pyodide.ffi import create_proxy
except ImportError:  # pygbag's own runtime puts the page's window on the module `platform`
    import platform

    window = getattr(platform, "window", None)
    create_proxy = None

PREFIX = "intray."
ROLES = frozenset({"article", "dialog", "status", "timer", "list", "img", "note", "heading"})
"""What something may be that cannot be pressed; the page has no more to say of others than their words."""
CONTROLS = frozenset({"switch", "radio", "slider"})
"""What a button of the readable copy may be instead."""
TOLD = ("role", "name", "pressable", "value", "key", "checked", "now")
"""What the readable copy tells."""
READ = 2
"""`FileReader.readyState` of a reader that has come to its end."""
LETS_GO = ("pointerup", "keyup")
"""What a browser counts as a player's wish once a finger or a key is lifted."""
OFF_SCREEN = "position:fixed;left:0;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:pre-line"


class Browser:
    """See `game.port.Port`."""

    can_quit = False
    can_pick = True

    def __init__(self) -> None:
        self._chooser: Any = None
        self._reader: Any = None
        self._address = ""
        self._shown: list[tuple[Node, Any]] = []
        self._said = ""
        self._presses: list[str] = []
        self._tick: asyncio.Future[None] | None = None
        self._proxies: list[Any] = []
        self._on_frame = self._kept(self._framed)
        self._on_lifted = self._kept(self._lifted)
        window.INTRAY = window.JSON.parse('{"frames":0,"scene":"","state":{},"tree":[],"result":null}')

    async def next_frame(self) -> None:
        """Await requestAnimationFrame on Pyodide; pygbag's runtime does that itself inside sleep(0)."""
        if self._on_frame is None:
            await asyncio.sleep(0)
            return
        self._tick = asyncio.get_running_loop().create_future()
        window.requestAnimationFrame(self._on_frame)
        await self._tick

    def query(self) -> Mapping[str, str]:
        """Read the allowed names of `location.search`."""
        search = window.URLSearchParams.new(window.location.search)
        return allowed({name: str(search.get(name)) for name in ALLOWED if search.has(name)})

    def viewport(self) -> Viewport | None:
        """Give the inside of the browser's window."""
        return Viewport(max(1, int(window.innerWidth)), max(1, int(window.innerHeight)))

    def density(self) -> float:
        """Ask the page; zooming in changes it too."""
        return max(1.0, float(window.devicePixelRatio or 1))

    def place(self, width: int, height: int) -> Place:
        """Size and centre the canvas by its style, so that SDL maps pointers to the picture by itself."""
        room = self.viewport() or Viewport(width, height)
        at = fitted(width, height, room)
        style = window.document.getElementById("canvas").style
        for name, value in (("width", width * at.scale), ("height", height * at.scale), ("left", at.x), ("top", at.y)):
            style.setProperty(name, f"{value:.2f}px", "important")
        style.setProperty("position", "fixed", "important")
        style.setProperty("margin", "0", "important")
        return at

    def frame(self, number: int) -> None:
        """Set `window.INTRAY.frames`."""
        window.INTRAY.frames = number

    def publish(self, state: Mapping[str, Any]) -> None:
        """Set the other fields of `window.INTRAY`."""
        for name, value in state.items():
            setattr(window.INTRAY, name, window.JSON.parse(json.dumps(value)))

    def mirror(self, tree: Sequence[Node], says: str) -> None:
        """Touch only the elements of things that came, went or changed; the live region only when it says something new.

        An element that stays keeps a screen reader's place.
        """
        items, live = self._mirror_parts()
        before, now = self._shown, [{part: node[part] for part in TOLD if part in node} for node in tree]
        head, tail = _alike([node for node, _ in before], now)
        for _, element in before[head : len(before) - tail]:
            element.remove()
        rest = before[len(before) - tail :] if tail else []
        fresh = [(node, self._element(node)) for node in now[head : len(now) - tail]]
        for _, element in fresh:
            if rest:
                items.insertBefore(element, rest[0][1])
            else:
                items.appendChild(element)
        self._shown = [
            (node, _written(element, node) if node != old else element)
            for (old, element), node in zip([*before[:head], *fresh, *rest], now, strict=True)
        ]
        if says != self._said:
            self._said = says
            live.textContent = says

    def pressed(self) -> list[str]:
        """Give the presses collected by the mirror's one listener."""
        presses, self._presses = self._presses, []
        return presses

    def get(self, key: str) -> str | None:
        """Read localStorage, which a browser may refuse."""
        try:
            text = window.localStorage.getItem(PREFIX + key)
        except Exception:  # noqa: BLE001 - JavaScript raises what it likes; no storage is no fault
            return None
        return None if text is None else str(text)

    def put(self, key: str, text: str) -> bool:
        """Write localStorage, which may be full or refused."""
        try:
            window.localStorage.setItem(PREFIX + key, text)
        except Exception:  # noqa: BLE001 - as above
            return False
        return True

    def remove(self, key: str) -> bool:
        """Take it out of localStorage."""
        try:
            window.localStorage.removeItem(PREFIX + key)
        except Exception:  # noqa: BLE001 - as above
            return False
        return True

    def download(self, name: str, data: bytes, kind: str) -> str:
        """Let a link with the file's content be clicked; the browser asks or puts it where it puts files."""
        numbers = window.Uint8Array.new(window.JSON.parse(json.dumps(list(data))))
        blob = window.Blob.new(window.Array.of(numbers), window.JSON.parse(json.dumps({"type": kind})))
        if self._address:
            window.URL.revokeObjectURL(self._address)  # not sooner: the browser may still be reading when click() returns
        self._address = str(window.URL.createObjectURL(blob))
        link = window.document.createElement("a")
        link.setAttribute("href", self._address)
        link.setAttribute("download", name)
        window.document.body.appendChild(link)
        link.click()
        link.remove()
        return ""

    def ask_file(self) -> None:
        """Click a file input. Under a finger that still lies on the glass a browser forbids it; then it is done on lifting."""
        if self._chooser is not None:
            self._chooser.remove()
        chooser = window.document.createElement("input")
        for name, value in (("type", "file"), ("id", "chooser"), ("accept", ".json,.txt"), ("style", OFF_SCREEN)):
            chooser.setAttribute(name, value)
        chooser.setAttribute("tabindex", "-1")
        chooser.setAttribute("aria-hidden", "true")
        window.document.body.appendChild(chooser)
        self._chooser, self._reader = chooser, None
        wish = getattr(window.navigator, "userActivation", None)
        if wish is None or wish.isActive or self._on_lifted is None:
            chooser.click()
            return
        for event in LETS_GO:
            window.addEventListener(event, self._on_lifted)

    def picked(self) -> bytes | None:
        """Look whether a file was chosen, and then whether it has been read; both take a few frames."""
        if self._reader is not None:
            return self._content()
        if self._chooser is None or not int(self._chooser.files.length):
            return None
        file = self._chooser.files.item(0)
        self._chooser.remove()
        self._chooser = None
        if int(file.size) > MOST_BYTES:
            raise TooLarge(f"{int(file.size)} bytes; allowed are {MOST_BYTES}")
        self._reader = window.FileReader.new()
        self._reader.readAsDataURL(file)
        return None

    def today(self) -> int:
        """Ask the browser's clock and its time zone."""
        now = window.Date.new()
        return days_to(date(int(now.getFullYear()), int(now.getMonth()) + 1, int(now.getDate())))

    def link(self, query: Mapping[str, str]) -> str:
        """Give this page's address with other names behind it."""
        asked = allowed(query)
        page = f"{window.location.origin}{window.location.pathname}"
        return f"{page}?{urlencode(asked)}" if asked else page

    def when_away(self, call: Callable[[], None]) -> None:
        """Listen for the tab that is hidden and the page that is left; a reload is both."""

        def away(event: Any) -> None:  # noqa: ANN401 - a JavaScript event
            if self.hidden() or event.type == "pagehide":
                call()

        listener = self._kept(away)
        if listener is not None:
            window.document.addEventListener("visibilitychange", listener)
            window.addEventListener("pagehide", listener)

    def hidden(self) -> bool:
        """Whether the tab is hidden."""
        return bool(window.document.hidden)

    def reduced_motion(self) -> bool:
        """Ask the media query."""
        return bool(window.matchMedia("(prefers-reduced-motion: reduce)").matches)

    def copy_text(self, text: str) -> bool:
        """Ask for the clipboard; the report also stays in `window.INTRAY.report`, where a page can show it."""
        window.INTRAY.report = text
        try:
            window.navigator.clipboard.writeText(text)
        except Exception:  # noqa: BLE001 - no clipboard on plain http
            return False
        return True

    def _framed(self, _now: float) -> None:
        """Wake whoever awaits the frame."""
        if self._tick is not None and not self._tick.done():
            self._tick.set_result(None)

    def _lifted(self, _event: Any) -> None:  # noqa: ANN401 - a JavaScript event
        """A finger or key went up: now the file chooser may open."""
        for event in LETS_GO:
            window.removeEventListener(event, self._on_lifted)
        if self._chooser is not None:
            self._chooser.click()

    def _content(self) -> bytes | None:
        """Give what the reader has read, once it has; nothing if the file could not be read."""
        if int(self._reader.readyState) < READ:
            return None
        reader, self._reader = self._reader, None
        return b"" if reader.result is None else b64decode(str(reader.result).partition(",")[2])

    def _clicked(self, event: Any) -> None:  # noqa: ANN401 - a JavaScript event
        """Remember which button of the mirror was pressed."""
        name = event.target.getAttribute("data-name")
        if name:
            self._presses.append(str(name))

    def _kept(self, function: Any) -> Any:  # noqa: ANN401 - crosses to JavaScript
        """Wrap a function for JavaScript and keep it alive; None where the runtime cannot."""
        if create_proxy is None:
            return None
        proxy = create_proxy(function)
        self._proxies.append(proxy)
        return proxy

    def _mirror_parts(self) -> tuple[Any, Any]:
        """Give the mirror's list and its live region, making what is missing."""
        document = window.document
        root = document.getElementById("mirror")
        if root is None:
            root = document.createElement("div")
            root.id = "mirror"
            root.setAttribute("style", OFF_SCREEN)
            document.body.appendChild(root)
        items = document.getElementById("mirror-items")
        if items is None:
            items = document.createElement("div")
            items.id = "mirror-items"
            live = document.createElement("p")
            live.id = "mirror-live"
            live.setAttribute("aria-live", "polite")
            root.replaceChildren(items, live)
            listener = self._kept(self._clicked)
            if listener is not None:
                items.addEventListener("click", listener)
        return items, document.getElementById("mirror-live")

    def _element(self, node: Node) -> Any:  # noqa: ANN401 - a DOM element
        """Make one real element for one thing on the screen."""
        press, role = node.get("pressable", False), node["role"]
        element = window.document.createElement("button" if press else "p")
        if press:
            element.setAttribute("type", "button")
            element.setAttribute("data-name", node["name"])
        if role in (CONTROLS if press else ROLES):
            element.setAttribute("role", role)
        return _written(element, node)


def _alike(before: Sequence[Node], now: Sequence[Node]) -> tuple[int, int]:
    """Give how many things at the beginning, and how many at the end, may keep their elements.

    What can be pressed keeps its element only under its own name; what is only read may come to say something else.
    """
    one, two = ([(node["role"], node["name"] if node.get("pressable") else "") for node in nodes] for nodes in (before, now))
    most = min(len(one), len(two))
    head = next((index for index in range(most) if one[index] != two[index]), most)
    tail = next((index for index in range(most - head) if one[-1 - index] != two[-1 - index]), most - head)
    return head, tail


def _written(element: Any, node: Node) -> Any:  # noqa: ANN401 - a DOM element
    """Write on an element what may change while it stays the same thing; give the element."""
    value = node.get("value", "")
    element.textContent = f"{node['name']}: {value}" if value else node["name"]
    if node.get("key"):
        element.setAttribute("aria-keyshortcuts", node["key"])
    if "checked" in node:
        element.setAttribute("aria-checked", "true" if node["checked"] else "false")
    if "now" in node:
        for name, text in (("min", 0), ("max", 100), ("now", node["now"]), ("text", value)):
            element.setAttribute(f"aria-value{name}", str(text))
    return element
