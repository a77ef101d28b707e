"""What is packed for the browser can run there."""

from pathlib import Path

import pytest

from game.ui.fonts import FILES
from web.audit import audit
from web.stage import FONTS, LEFT_OUT, packed_sources, stage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that pygbag packs."""
    folder = tmp_path_factory.mktemp("stage")
    stage(folder)
    return folder


def says(folder: Path, source: str) -> list[str]:
    """Audit a folder whose main.py is `source`."""
    (folder / "main.py").write_text(source, encoding="utf-8")
    return [finding.says for finding in audit(folder)]


def test_everything_packed_may_go_into_a_browser(staged: Path) -> None:
    assert [str(finding) for finding in audit(staged)] == []


def test_levels_are_packed_compiled(staged: Path) -> None:
    names = {path.stem for path in (ROOT / "levels").glob("*.toml")}
    assert names
    assert {path.name for path in (staged / "levels").iterdir()} == {f"{name}.json" for name in names}


def test_left_out_modules_exist_and_are_not_packed() -> None:
    packed = {path.as_posix() for path in packed_sources(ROOT)}
    for name in LEFT_OUT:
        assert (ROOT / name).is_file(), f"{name} is gone: take it off the list in web/stage.py"
        assert name not in packed


def test_the_fonts_that_the_game_draws_with_are_packed() -> None:
    for package, name in FILES.values():
        assert name in FONTS[package]


def test_main_names_the_two_shipped_packages_and_ends_in_asyncio_run() -> None:
    source = (ROOT / "web" / "main.py").read_text(encoding="utf-8")
    assert 'dependencies = ["numpy", "pygame-ce"]' in source.splitlines()[1]
    assert source.rstrip().endswith("asyncio.run(main())")


@pytest.mark.parametrize(
    "source",
    [
        "import pydantic",
        "from numba import njit",
        "def late():\n    import subprocess",
        "import requests",
        "from game.lab import bench",
        "from . import sibling",
        "type X = int if True else",
    ],
)
def test_what_no_browser_has_is_found(tmp_path: Path, source: str) -> None:
    assert len(says(tmp_path, source)) == 1


@pytest.mark.parametrize(
    "source",
    ["import json, numpy, pygame.font", "try:\n    import js\nexcept ImportError:\n    js = None"],
)
def test_what_both_runtimes_have_passes(tmp_path: Path, source: str) -> None:
    assert says(tmp_path, source) == []


def test_a_lazy_import_of_an_unpacked_room_is_the_desktops_half_of_a_choice(tmp_path: Path) -> None:
    assert says(tmp_path, "def f():\n    from game.port.desktop import Desktop") == []


def test_sound_that_is_not_ogg_is_found(tmp_path: Path) -> None:
    (tmp_path / "bell.wav").write_bytes(b"RIFF")
    assert len(says(tmp_path, "")) == 1
