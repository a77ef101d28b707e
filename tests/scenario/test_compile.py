"""Levels compiled for the browser, as a command."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.scenario import from_json
from game.scenario.compile import main
from game.scenario.load import level_names, load_level
from tests.scenario.levels import LEVELS, ROOT, TRAY


def test_every_level_is_written_and_reads_back(tmp_path: Path) -> None:
    assert main([str(LEVELS), str(tmp_path / "out")]) == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [f"{name}.json" for name in level_names(LEVELS)]
    text = (tmp_path / "out" / "the-tray.json").read_text(encoding="utf-8")
    assert from_json(text) == load_level("the-tray", LEVELS)


def test_one_bad_level_stops_all_with_its_lines_and_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.toml").write_text(TRAY, encoding="utf-8")
    (tmp_path / "odd.toml").write_text(TRAY.replace("cards = 40", "cards = 39"), encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path / "out")]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1
    assert errors[0].endswith("odd.toml: shift.mix: adds up to 40; allowed: worthy + bait + so_so = shift.cards = 39")
    assert not (tmp_path / "out").exists()


def test_a_folder_without_levels_is_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path)]) == 2
    assert "holds no level" in capsys.readouterr().err


def test_too_few_arguments_get_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("usage: ")


def test_it_runs_as_a_module(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "game.scenario.compile", str(LEVELS), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "the-tray.json" in done.stdout


def test_reading_a_compiled_level_needs_no_pydantic() -> None:
    code = "import sys, game.scenario, game.scenario.load; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
