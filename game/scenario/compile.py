"""Compile level files to JSON for the browser: `python -m game.scenario.compile SRC_DIR OUT_DIR`."""

import os
import sys
from pathlib import Path

from game.scenario.load import level_names, load_level, to_json
from game.scenario.plain import BadLevel

BAD = 2
USAGE = "usage: python -m game.scenario.compile SRC_DIR OUT_DIR"


def compile_levels(source: Path, out: Path) -> list[Path]:
    """Write NAME.json for every NAME.toml of `source`: whole files, and none unless all levels are good."""
    names = level_names(source)
    if not names:
        raise BadLevel(f"{source}: holds no level; allowed: a folder with NAME.toml files")
    compiled: dict[str, str] = {}
    lines: list[str] = []
    for name in names:
        try:
            compiled[name] = to_json(load_level(name, source))
        except BadLevel as error:
            lines += error.lines
    if lines:
        raise BadLevel(*lines)
    out.mkdir(parents=True, exist_ok=True)
    return [write_whole(out / f"{name}.json", text) for name, text in compiled.items()]


def write_whole(file: Path, text: str) -> Path:
    """Write a file so that a reader sees the old text or the new one, never half."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)
    return file


def main(arguments: list[str]) -> int:
    """Run the command: 0 when all levels were written, 2 and one line per fault when not."""
    try:
        source, out = arguments
    except ValueError:
        sys.stderr.write(f"{USAGE}\n")
        return BAD
    try:
        for file in compile_levels(Path(source), Path(out)):
            sys.stdout.write(f"{file}\n")
    except BadLevel as error:
        sys.stderr.write(f"{error}\n")
        return BAD
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
