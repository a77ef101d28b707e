"""Lay out what pygbag packs: `python -m web.stage FOLDER` fills FOLDER with main.py, game/, assets/ and levels/.

Nothing here needs the network. What may be packed is listed room by room; `web.audit` checks that the list keeps its promise.
"""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ROOMS = ("kernel", "feed", "scenario", "session", "story", "ui", "port")
"""The rooms of `game/` that the browser gets; `lab`, `host` and the command line stay at home."""

LEFT_OUT = frozenset(
    {
        "game/kernel/compiled.py",  # numba
        "game/scenario/schema.py",  # pydantic
        "game/scenario/compile.py",  # reads TOML through the schema
        "game/port/serve.py",  # a server has no place in a browser
        "game/port/desktop.py",  # files and windows of an operating system
        "game/ui/screens.py",  # photographs scenes for documents
        "game/ui/film.py",  # films them
        "game/ui/robot.py",  # plays for films and measurements
        "game/ui/sound/listen.py",  # writes sounds as files
    }
)
"""Modules of packed rooms that only the desktop can run."""

FONTS = {
    "font_source_sans_pro": ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf", "LICENSE.txt"),
    "font_roboto": ("Roboto-Regular.ttf", "Roboto-Bold.ttf", "LICENSE"),
}
"""Font files by the installed package that carries them; the browser has no system fonts."""

SOURCE_SUFFIXES = (".py", ".toml", ".json", ".txt")


class StageError(Exception):
    """Something that must be packed is not there; the message says what to do."""


def packed_sources(root: Path = ROOT) -> list[Path]:
    """Return the files of `game/` that are packed, relative to `root`, sorted."""
    found = [Path("game/__init__.py")]
    for room in ROOMS:
        for path in sorted((root / "game" / room).rglob("*")):
            relative = path.relative_to(root)
            if path.suffix in SOURCE_SUFFIXES and "__pycache__" not in relative.parts and relative.as_posix() not in LEFT_OUT:
                found.append(relative)
    return [path for path in found if (root / path).is_file()]


def font_folder(package: str) -> Path:
    """Return the folder of font files inside an installed font package."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise StageError(f"the font package {package} is not installed: run make setup")
    return Path(spec.origin).parent / "files"


def stage(target: Path, root: Path = ROOT) -> None:
    """Fill the empty folder `target` with everything that pygbag is to pack."""
    for relative in packed_sources(root):
        copy(root / relative, target / relative)
    copy(root / "web" / "main.py", target / "main.py")
    if (root / "assets").is_dir():
        shutil.copytree(root / "assets", target / "assets", ignore=shutil.ignore_patterns("__pycache__", "*.py", ".*"))
    for package, files in FONTS.items():
        for name in files:
            prefix = f"{package}-" if name.startswith("LICENSE") else ""
            copy(font_folder(package) / name, target / "assets" / "fonts" / f"{prefix}{name}")
    compile_levels(target / "levels", root)


def copy(source: Path, target: Path) -> None:
    """Copy one file, making its folder."""
    if not source.is_file():
        raise StageError(f"{source} is missing")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def compile_levels(target: Path, root: Path) -> None:
    """Turn levels/*.toml into the JSON that the browser reads (it has no pydantic)."""
    target.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "game.scenario.compile", str(root / "levels"), str(target)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:] or ["no reason given"]
        raise StageError(f"the levels do not compile: {last[0]}")


def main() -> None:
    """Stage into the folder named on the command line."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and one folder
        sys.exit("usage: stage.py FOLDER")
    try:
        stage(Path(sys.argv[1]))
    except StageError as error:
        sys.exit(f"stage.py: {error}")


if __name__ == "__main__":
    main()
