"""The browser's port, against a page made of plain objects: what it reads, what it writes, and what a refusal does."""

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest

from game.port import browser


class Element:
    """As much of a DOM element as the port uses."""

    def __init__(self, tag: str = "div") -> None:
        self.tag = tag
        self.id = ""
        self.textContent = ""
        self.attributes: dict[str, str] = {}
        self.children: list[Element] = []
        self.css: dict[str, str] = {}
        self.style = SimpleNamespace(setProperty=lambda name, value, _: self.css.update({name: value}))

    def setAttribute(self, name: str, value: str) -> None:  # noqa: N802 - the DOM's name
        self.attributes[name] = value

    def getAttribute(self, name: str) -> str | None:  # noqa: N802 - the DOM's name
        return self.attributes.get(name)

    def appendChild(self, child: "Element") -> None:  # noqa: N802 - the DOM's name
        self.children.append(child)

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
        location=SimpleNamespace(search="?seed=12&PYGPI=evil"),
        JSON=SimpleNamespace(
            parse=lambda text: SimpleNamespace(**found) if isinstance(found := json.loads(text), dict) else found
        ),
        matchMedia=lambda query: SimpleNamespace(matches="reduce" in query),
    )
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
    tree = [
        {"role": "article", "name": "Low tide is 16:10", "value": "Ottoline"},
        {"role": "button", "name": "Reshare", "key": "d"},
    ]
    desk.mirror(tree, "Ottoline: Low tide is 16:10")
    items = page.document.getElementById("mirror-items").children
    assert [(item.tag, item.textContent) for item in items] == [("p", "Low tide is 16:10: Ottoline"), ("button", "Reshare")]
    assert items[1].attributes["aria-keyshortcuts"] == "d"
    assert page.document.getElementById("mirror-live").textContent.startswith("Ottoline")
    desk.mirror(tree, "again")
    assert page.document.getElementById("mirror-items").children == items


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
