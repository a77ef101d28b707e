"""The desktop's port keeps files whole and paces frames."""

import asyncio
import time
from pathlib import Path

import pytest

from game.port import Viewport, allowed, assets_path, fitted, port
from game.port.desktop import Desktop, data_folder


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    desk = Desktop(tmp_path / "deep" / "data")
    assert desk.get("settings") is None
    assert desk.put("settings", "one")
    assert desk.put("settings", "two")
    assert desk.get("settings") == "two"
    assert [file.name for file in (tmp_path / "deep" / "data").iterdir()] == ["settings.json"]


def test_storage_that_is_refused_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be", encoding="utf-8")
    desk = Desktop(tmp_path / "taken")
    assert not desk.put("settings", "x")
    assert desk.get("settings") is None


def test_a_key_is_no_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="letters, digits"):
        Desktop(tmp_path).put("../settings", "x")


def test_frames_come_sixty_a_second(tmp_path: Path) -> None:
    async def ten() -> float:
        desk = Desktop(tmp_path)
        start = time.perf_counter()
        for _ in range(10):
            await desk.next_frame()
        return time.perf_counter() - start

    assert asyncio.run(ten()) >= 9 / 60


def test_only_known_names_are_read_from_an_address() -> None:
    assert allowed({"seed": "7", "PGPATH": "x", "level": "a" * 99}) == {"seed": "7", "level": "a" * 64}


def test_a_picture_is_letterboxed() -> None:
    assert fitted(1280, 720, Viewport(1280, 1000)) == (0.0, 140.0, 1.0)


def test_assets_and_levels_are_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (assets_path() / "levels").is_dir()
    assert port() is port()


def test_the_data_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INTRAY_DATA", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.setenv("INTRAY_REDUCED_MOTION", "1")
    assert Desktop().reduced_motion()
