"""Reading levels: checked TOML on the desktop, compiled JSON in the browser."""

import difflib
import re
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path

from game.scenario.json_form import build, from_json, rules_hash, to_json
from game.scenario.laws import faults
from game.scenario.plain import BadLevel, Scenario

__all__ = ["from_json", "level_names", "load_level", "parse_level", "rules_hash", "to_json"]

ENDING = ".toml"
AT_LINE = re.compile(r"^(?P<wrong>.*) \(at (?P<line>line \d+), column \d+\)$")


def load_level(name_or_path: str, root: Traversable) -> Scenario:
    """Read and check one level: `name_or_path` is a file's path when it ends in .toml, else a name in folder `root`.

    BadLevel says, one line per fault: file, key, what is wrong, what is allowed.
    """
    if name_or_path.endswith(ENDING):
        file: Traversable = Path(name_or_path)
    else:
        file = root.joinpath(name_or_path + ENDING)
    if not file.is_file():
        names = level_names(root)
        near = difflib.get_close_matches(name_or_path, names, 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        there = ", ".join(names) or "none here"
        raise BadLevel(f"{name_or_path}: no such level{hint}; allowed: {there}, or the path of a .toml file")
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadLevel(f"{file}: byte {error.start}: is not UTF-8; allowed: text in UTF-8") from error
    return parse_level(text, file.name.removesuffix(ENDING), str(file))


def level_names(root: Traversable) -> list[str]:
    """List the levels of a folder by name, sorted; a folder that is not there holds none."""
    if not root.is_dir():
        return []
    return sorted(file.name.removesuffix(ENDING) for file in root.iterdir() if file.name.endswith(ENDING))


def parse_level(text: str, name: str, file: str) -> Scenario:
    """Check the text of a level file; `file` is only how errors call it."""
    from game.scenario.schema import check  # noqa: PLC0415 - the browser packs this module without pydantic

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadLevel(f"{file}: {toml_fault(str(error))}; allowed: TOML, as docs/levels.md shows") from error
    given, wrong = check(table)
    if wrong:
        raise BadLevel(*(f"{file}: {fault.key}: {fault.wrong}; allowed: {fault.allowed}" for fault in wrong))
    scenario: Scenario = build(Scenario, {"name": name, **given})
    wrong = faults(scenario)
    if wrong:
        raise BadLevel(*(f"{file}: {fault.key}: {fault.wrong}; allowed: {fault.allowed}" for fault in wrong))
    return scenario


def toml_fault(message: str) -> str:
    """Put the line of a TOML error first: "line 3: expected ...", or the message as it is."""
    found = AT_LINE.match(message)
    return f"{found['line']}: {found['wrong']}" if found else message
