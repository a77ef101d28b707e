"""The browser's port, against a page made of plain objects: what it reads, what it writes, and what a refusal does."""

import asyncio
import json
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from game.port import MOST_BYTES, Node, TooLarge, browser, days_to


class Files:
    """The files chosen in an input."""

    def __init__(self, *files: object) -> None:
        self.chosen = files
        self.length = len(files)

    def item(self, number: int) -> object:
        return self.chosen[number]


class Reader:
    """FileReader: it has read when its file says so."""

    def __init__(self) -> None:
        self.file: Any = None

    @classmethod
    def new(cls) -> "Reader":
        return cls()

    def readAsDataURL(self, file: Any) -> None:  # noqa: ANN401, N802 - stands for a File; the browser's name
        self.file = file

    @property
    def readyState(self) -> int:  # noqa: N802 - the browser's name
        return 2 if self.file.arrived else 1

    @property
    def result(self) -> str | None:
        data = self.file.data
        return None if data is None else f"data:application/json;base64,{b64encode(data).decode()}"


class Element:
    """As much of a DOM element as the port uses."""

    def __init__(self, tag: str = "div") -> None:
        self.tag = tag
        self.id = ""
        self.textContent = ""
        self.attributes: dict[str, str] = {}
        self.children: list[Element] = []
        self.parent: Element | None = None
        self.css: dict[str, str] = {}
        self.clicks = 0
        self.files = Files()
        self.style = SimpleNamespace(setProperty=lambda name, value, _: self.css.update({name: value}))

    def setAttribute(self, name: str, value: str) -> None:  # noqa: N802 - the DOM's name
        self.attributes[name] = value

    def getAttribute(self, name: str) -> str | None:  # noqa: N802 - the DOM's name
        return self.attributes.get(name)

    def appendChild(self, child: "Element") -> None:  # noqa: N802 - the DOM's name
        self.children.append(child)
        child.parent = self

    def click(self) -> None:
        self.clicks += 1

    def insertBefore(self, child: "Element", before: "Element") -> None:  # noqa: N802 - the DOM's name
        self.children.insert(self.children.index(before), child)
        child.parent = self

    def remove(self) -> None:
        if self.parent is not None:
            self.parent.children.remove(self)
            self.parent = None

    def replaceChildren(self, *children: "Element") -> None:  # noqa: N802 - the DOM's name
        self.children = list(children)

    def all(self) -> list["Element"]:
        return [self, *(found for child in self.children for found in child.all())]


class Storage:
    """localStorage; `refused` makes it raise."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.refused = False

    def getItem(self, key: str) -> str | None:  # noqa: N802 - the browser's name
        if self.refused:
            raise RuntimeError("SecurityError")
        return self.kept.get(key)

    def setItem(self, key: str, text: str) -> None:  # noqa: N802 - the browser's name
        if self.refused:
            raise RuntimeError("QuotaExceededError")
        self.kept[key] = text

    def removeItem(self, key: str) -> None:  # noqa: N802 - the browser's name
        if self.refused:
            raise RuntimeError("SecurityError")
        self.kept.pop(key, None)


class Search:
    """URLSearchParams."""

    def __init__(self, text: str) -> None:
        self.pairs = dict(pair.split("=") for pair in text.lstrip("?").split("&"))

    @classmethod
    def new(cls, text: str) -> "Search":
        return cls(text)

    def get(self, name: str) -> str | None:
        return self.pairs.get(name)

    def has(self, name: str) -> bool:
        return name in self.pairs


class Addresses:
    """URL: addresses of blobs, those that are gone among them."""

    def __init__(self) -> None:
        self.blobs: dict[str, Any] = {}
        self.gone: list[str] = []

    def createObjectURL(self, blob: Any) -> str:  # noqa: ANN401, N802 - stands for a Blob; the browser's name
        address = f"blob:{len(self.blobs)}"
        self.blobs[address] = blob
        return address

    def revokeObjectURL(self, address: str) -> None:  # noqa: N802 - the browser's name
        self.gone.append(address)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - stands for a page
    """A page of 390 by 844 pixels with a canvas and an empty mirror."""
    body = Element("body")
    for name in ("canvas", "mirror"):
        part = Element()
        part.id = name
        body.appendChild(part)
    document = SimpleNamespace(
        body=body,
        hidden=False,
        createElement=Element,
        getElementById=lambda name: next((part for part in body.all() if part.id == name), None),
    )
    window = SimpleNamespace(
        document=document,
        innerWidth=390,
        innerHeight=844,
        localStorage=Storage(),
        URLSearchParams=Search,
        location=SimpleNamespace(search="?seed=12&PYGPI=evil", origin="https://school.example", pathname="/tray/"),
        navigator=SimpleNamespace(userActivation=SimpleNamespace(isActive=True)),
        FileReader=Reader,
        Uint8Array=SimpleNamespace(new=bytes),
        Array=SimpleNamespace(of=lambda *parts: list(parts)),
        Blob=SimpleNamespace(new=lambda parts, about: SimpleNamespace(data=b"".join(parts), kind=about.type)),
        URL=Addresses(),
        Date=SimpleNamespace(new=lambda: SimpleNamespace(getFullYear=lambda: 2031, getMonth=lambda: 1, getDate=lambda: 28)),
        listeners={},
        JSON=SimpleNamespace(
            parse=lambda text: SimpleNamespace(**found) if isinstance(found := json.loads(text), dict) else found
        ),
        matchMedia=lambda query: SimpleNamespace(matches="reduce" in query),
    )
    window.addEventListener = window.listeners.__setitem__
    window.removeEventListener = lambda name, _: window.listeners.pop(name, None)
    monkeypatch.setattr(browser, "window", window)
    monkeypatch.setattr(browser, "create_proxy", None)
    return window


def test_only_allowed_names_of_the_address_are_read(page: Any) -> None:  # noqa: ANN401 - stands for a page
    assert page.innerWidth == 390
    assert browser.Browser().query() == {"seed": "12"}


def test_the_canvas_is_fitted_and_centred(page: Any) -> None:  # noqa: ANN401 - stands for a page
    place = browser.Browser().place(1280, 720)
    css = page.document.getElementById("canvas").css
    assert place.scale == pytest.approx(390 / 1280)
    assert css["width"] == "390.00px"
    assert css["top"] == f"{place.y:.2f}px"


def test_the_mirror_holds_real_elements_and_speaks(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    tree: list[Node] = [
        {"role": "article", "name": "Low tide is 16:10", "value": "Ottoline"},
        {"role": "button", "name": "Reshare", "key": "d", "pressable": True},
    ]
    desk.mirror(tree, "Ottoline: Low tide is 16:10")
    items = page.document.getElementById("mirror-items").children
    assert [(item.tag, item.textContent) for item in items] == [("p", "Low tide is 16:10: Ottoline"), ("button", "Reshare")]
    assert items[1].attributes["aria-keyshortcuts"] == "d"
    assert page.document.getElementById("mirror-live").textContent.startswith("Ottoline")
    desk.mirror(tree, "again")
    assert page.document.getElementById("mirror-items").children == items


def test_a_thing_that_stays_keeps_its_element_so_that_a_screen_reader_keeps_its_place(page: Any) -> None:  # noqa: ANN401 - as above
    desk = browser.Browser()
    like: Node = {"role": "button", "name": "Like", "pressable": True}
    wage: Node = {"role": "meter", "name": "Wage", "value": "0.00"}
    time: Node = {"role": "timer", "name": "2:59"}
    card: Node = {"role": "article", "name": "Low tide"}
    desk.mirror([time, card, like, wage], "")
    items = page.document.getElementById("mirror-items")
    before = list(items.children)
    desk.mirror([time, {**card, "name": "Spoon found"}, {**card, "name": "Lost"}, like, {**wage, "value": "0.01"}], "")
    assert [item.textContent for item in items.children] == ["2:59", "Spoon found", "Lost", "Like", "Wage: 0.01"]
    assert items.children[:2] == before[:2]
    assert items.children[3:] == before[2:]
    desk.mirror([time, card, {**like, "name": "Reshare"}, wage], "")
    assert [item.textContent for item in items.children] == ["2:59", "Low tide", "Reshare", "Wage: 0.00"]
    assert items.children[2].attributes["data-name"] == "Reshare"
    assert items.children[2] is not before[2]


def test_what_can_be_set_is_a_button_that_tells_its_role_and_state(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    switch: Node = {"role": "switch", "name": "Mute", "value": "off", "pressable": True, "checked": False}
    slider: Node = {"role": "slider", "name": "Music", "value": "50 of 100", "pressable": True, "now": 50}
    desk.mirror([switch, slider], "")
    found = page.document.getElementById("mirror-items").children
    assert [item.tag for item in found] == ["button", "button"]
    assert [item.attributes["role"] for item in found] == ["switch", "slider"]
    assert found[0].attributes["aria-checked"] == "false"
    assert [found[1].attributes[f"aria-value{part}"] for part in ("min", "now", "max", "text")] == ["0", "50", "100", "50 of 100"]
    desk.mirror([{**switch, "checked": True}, {**slider, "now": 60}], "")
    assert found[0].attributes["aria-checked"] == "true"
    assert found[1].attributes["aria-valuenow"] == "60"


def test_a_press_in_the_mirror_is_given_once(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    button = Element("button")
    button.setAttribute("data-name", "Like")
    desk._clicked(SimpleNamespace(target=button))
    assert desk.pressed() == ["Like"]
    assert desk.pressed() == []
    assert page.INTRAY.frames == 0


def test_storage_keeps_and_may_be_refused(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    assert desk.put("settings", "{}")
    assert desk.get("settings") == "{}"
    assert page.localStorage.kept == {"intray.settings": "{}"}
    page.localStorage.refused = True
    assert not desk.put("settings", "{}")
    assert desk.get("settings") is None


def test_what_is_published_can_be_read(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    desk.publish({"scene": "desk", "result": None})
    desk.frame(7)
    assert (page.INTRAY.scene, page.INTRAY.result, page.INTRAY.frames) == ("desk", None, 7)
    assert desk.reduced_motion()
    assert not desk.hidden()
    asyncio.run(desk.next_frame())


def test_what_was_removed_is_gone(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    desk.put("save", "x")
    assert desk.remove("save")
    assert desk.get("save") is None
    page.localStorage.refused = True
    assert not desk.remove("save")


def test_a_download_is_a_link_that_was_clicked_and_is_gone(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - a page
    links: list[Element] = []
    make = page.document.createElement

    def remembered(tag: str) -> Element:
        links.append(make(tag))
        return links[-1]

    monkeypatch.setattr(page.document, "createElement", remembered)
    desk = browser.Browser()
    assert desk.download("shift.json", b"\x00{\xff}", "application/json") == ""
    (link,) = links
    blob = page.URL.blobs[link.attributes["href"]]
    assert (link.tag, link.attributes["download"], link.clicks, link.parent) == ("a", "shift.json", 1, None)
    assert (blob.data, blob.kind) == (b"\x00{\xff}", "application/json")
    assert page.URL.gone == []
    desk.download("shift.json", b"", "application/json")
    assert page.URL.gone == [link.attributes["href"]]


def chooser(page: Any) -> Element:  # noqa: ANN401 - stands for a page
    """The file input in the page."""
    found = page.document.getElementById("chooser") or next(
        part for part in page.document.body.all() if part.attributes.get("id") == "chooser"
    )
    assert isinstance(found, Element)
    return found


def file(data: bytes | None, *, arrived: bool = True) -> Any:  # noqa: ANN401 - stands for a File
    """A file that was chosen; without data it cannot be read."""
    return SimpleNamespace(data=data, size=len(data or b""), arrived=arrived)


def test_a_chosen_file_is_given_once_when_it_has_been_read(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    assert desk.can_pick
    desk.ask_file()
    assert chooser(page).clicks == 1
    assert desk.picked() is None
    slow = file(b"one shift", arrived=False)
    chooser(page).files = Files(slow)
    assert desk.picked() is None
    assert desk.picked() is None
    slow.arrived = True
    assert desk.picked() == b"one shift"
    assert desk.picked() is None
    assert not any(part.tag == "input" for part in page.document.body.all())


def test_a_file_that_is_too_large_is_never_read(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    desk.ask_file()
    chooser(page).files = Files(SimpleNamespace(size=MOST_BYTES + 1))
    with pytest.raises(TooLarge):
        desk.picked()
    assert desk.picked() is None


def test_a_file_that_cannot_be_read_is_empty(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    desk.ask_file()
    chooser(page).files = Files(file(None))
    desk.picked()
    assert desk.picked() == b""


def test_under_a_finger_the_chooser_waits_until_it_is_lifted(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - a page
    def proxied(function: Callable[..., None]) -> Callable[..., None]:
        return function

    monkeypatch.setattr(browser, "create_proxy", proxied)
    page.navigator.userActivation.isActive = False
    desk = browser.Browser()
    desk.ask_file()
    assert chooser(page).clicks == 0
    page.listeners["pointerup"](None)
    assert chooser(page).clicks == 1
    assert page.listeners == {}


def test_asking_twice_leaves_one_chooser(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    desk.ask_file()
    desk.ask_file()
    assert sum(part.tag == "input" for part in page.document.body.all()) == 1


def test_today_is_the_browsers_day(page: Any) -> None:  # noqa: ANN401 - stands for a page
    assert page.Date.new().getMonth() == 1, "the browser's February"
    assert browser.Browser().today() == days_to(date(2031, 2, 28))


def test_a_link_is_this_page_with_allowed_names(page: Any) -> None:  # noqa: ANN401 - stands for a page
    desk = browser.Browser()
    assert desk.link({"seed": "9", "order": "quiet", "PYGPI": "x"}) == "https://school.example/tray/?seed=9&order=quiet"
    assert desk.link({}) == "https://school.example/tray/"
    assert page.location.search, "and not with what stands in its address now"


def test_a_tab_that_is_hidden_or_left_is_told_at_once(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - a page
    def proxied(function: Callable[..., None]) -> Callable[..., None]:
        return function

    monkeypatch.setattr(browser, "create_proxy", proxied)
    page.document.addEventListener = page.listeners.__setitem__
    told: list[bool] = []
    browser.Browser().when_away(lambda: told.append(True))
    page.listeners["visibilitychange"](SimpleNamespace(type="visibilitychange"))
    assert told == [], "it came to light again"
    page.document.hidden = True
    page.listeners["visibilitychange"](SimpleNamespace(type="visibilitychange"))
    assert told == [True]
    page.document.hidden = False
    page.listeners["pagehide"](SimpleNamespace(type="pagehide"))
    assert told == [True, True]
