"""The desktop's port keeps files whole and paces frames."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from game.port import Viewport, allowed, assets_path, fitted, port
from game.port.desktop import Desktop, data_folder

ROOT = Path(__file__).resolve().parents[2]
WRITES = """
import sys
from pathlib import Path
from game.port.desktop import Desktop
desk = Desktop(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    desk.put("save", f"{number} " * 20_000)
    print(number, flush=True)
"""
"""A program that writes one text after another, each of one number over and over."""


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


def test_what_was_removed_is_gone_and_removing_nothing_is_no_fault(tmp_path: Path) -> None:
    desk = Desktop(tmp_path)
    desk.put("save", "x")
    assert desk.remove("save")
    assert desk.get("save") is None
    assert desk.remove("save")


def test_removing_may_be_refused(tmp_path: Path) -> None:
    (tmp_path / "save.json").mkdir()
    assert not Desktop(tmp_path).remove("save")


def test_a_program_killed_while_it_writes_leaves_one_whole_text(tmp_path: Path) -> None:
    desk = Desktop(tmp_path)
    for pause in (0.0, 0.013, 0.021):
        with subprocess.Popen([sys.executable, "-c", WRITES, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(3):
                writer.stdout.readline()
            time.sleep(pause)
            os.kill(writer.pid, signal.SIGKILL)
            writer.stdout.read()
        numbers = (desk.get("save") or "").split()
        assert len(numbers) == 20_000
        assert len({*numbers}) == 1


def test_a_file_for_the_player_never_lies_over_another(tmp_path: Path) -> None:
    desk = Desktop(tmp_path)
    first = Path(desk.download("shift.json", b"one", "application/json"))
    second = Path(desk.download("shift.json", b"two", "application/json"))
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
    assert [first, second] == [tmp_path / "exports" / "shift.json", tmp_path / "exports" / "shift-2.json"]


def test_a_file_for_the_player_stays_in_its_folder(tmp_path: Path) -> None:
    for name in ("../shift.json", "a/b.json", ".hidden", ""):
        with pytest.raises(ValueError, match="plain name"):
            Desktop(tmp_path).download(name, b"x", "application/json")


def test_a_full_disk_is_told_when_a_file_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(OSError, match=r"exists|directory"):
        Desktop(tmp_path).download("shift.json", b"x", "application/json")


def test_nobody_is_asked_for_a_file(tmp_path: Path) -> None:
    desk = Desktop(tmp_path)
    assert not desk.can_pick
    desk.ask_file()
    assert desk.picked() is None


def test_today_is_the_day_of_the_local_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = {}
    for zone in ("UTC+12", "UTC-12"):  # a day apart, whatever the hour is
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        days[zone] = Desktop(tmp_path).today()
        assert abs(date(1970, 1, 1) + timedelta(days=days[zone]) - date.today()) <= timedelta(days=1)  # noqa: DTZ011 - the local day
    monkeypatch.undo()
    time.tzset()
    assert days["UTC-12"] - days["UTC+12"] == 1


def test_a_link_is_a_command_that_opens_the_same_tray(tmp_path: Path) -> None:
    desk = Desktop(tmp_path)
    assert desk.link({"level": "the-tray", "seed": "9", "PYGPI": "x"}) == "intray play the-tray --seed 9"
    assert desk.link({"level": "a b; rm", "layout": "wide"}) == "intray play 'a b; rm'"
    assert desk.link({}) == "intray play"
