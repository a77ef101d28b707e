"""The port of a browser page, on Pyodide (module `js`) and on pygbag's own runtime (`platform.window`).

Lists and records cross to JavaScript as JSON text, which both runtimes pass alike. The page gives a `#canvas`; a `#mirror`
is made where the page has none. Tests read `window.INTRAY`: frames, scene, state, tree (CSS pixels), result.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any

from game.port import ALLOWED, Node, Place, Viewport, allowed, fitted

try:  # Pyodide
    import js as window
    from pyodide.ffi import create_proxy
except ImportError:  # pygbag's own runtime puts the page's window on the module `platform`
    import platform

    window = getattr(platform, "window", None)
    create_proxy = None

PREFIX = "intray."
PRESSABLE = frozenset({"button"})
ROLES = frozenset({"article", "dialog", "status", "timer", "list", "img", "note", "heading"})
OFF_SCREEN = "position:fixed;left:0;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:pre-line"


class Browser:
    """See `game.port.Port`."""

    can_quit = False

    def __init__(self) -> None:
        self._shown = ""
        self._said = ""
        self._presses: list[str] = []
        self._tick: asyncio.Future[None] | None = None
        self._proxies: list[Any] = []
        self._on_frame = self._kept(self._framed)
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
        """Rebuild the elements only when a role, name or value changed; the live region only when it says something new."""
        told = [(node["role"], node["name"], node.get("value", ""), node.get("key", "")) for node in tree]
        shown = json.dumps(told)
        items, live = self._mirror_parts()
        if shown != self._shown:
            self._shown = shown
            items.replaceChildren()
            for role, name, value, key in told:
                items.appendChild(self._element(role, name, value, key))
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

    def _element(self, role: str, name: str, value: str, key: str) -> Any:  # noqa: ANN401 - a DOM element
        """Make one real element for one thing on the screen."""
        press = role in PRESSABLE
        element = window.document.createElement("button" if press else "p")
        element.textContent = f"{name}: {value}" if value else name
        if press:
            element.setAttribute("type", "button")
            element.setAttribute("data-name", name)
            if key:
                element.setAttribute("aria-keyshortcuts", key)
        elif role in ROLES:
            element.setAttribute("role", role)
        return element
