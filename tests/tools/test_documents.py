"""What the README and docs/ point at is there, and the commands they name exist."""

import re
from pathlib import Path

import click
import pytest

from game.cli import intray

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_relative_link_leads_to_a_file(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_command_named_is_a_target(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE)
    named = re.findall(r"(?:`|^    )make ([a-z][a-z-]*)", document.read_text("utf-8"), re.MULTILINE)
    assert [name for name in named if name not in targets] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_of_the_sources_that_is_named_is_there(document: Path) -> None:
    named = re.findall(r"`((?:game|tests|tools|web|benchmarks|assets|levels)/[\w./-]+)`", document.read_text("utf-8"))
    examples = ("levels/my-level.toml", "levels/NAME.toml", "levels/NAME.json")
    assert [name for name in named if name not in examples and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_intray_command_named_is_one_and_knows_its_options(document: Path) -> None:
    lines = re.findall(r"(?:`|^ *)(?:\.venv/bin/)?intray ([a-z][^`#\n]*)", document.read_text("utf-8"), re.MULTILINE)
    assert [line for line in lines if unknown(line.split())] == []


def unknown(words: list[str]) -> list[str]:
    """What of a command line `intray` does not know: the command itself, or some of its options."""
    command: click.Command = intray
    while isinstance(command, click.Group):
        if not words or words[0] not in command.commands:
            return words[:1] or [command.name or ""]
        command = command.commands[words.pop(0)]
    options = {name for option in command.params for name in option.opts}
    return [word for word in words if word.startswith("--") and word not in options]


def test_the_table_of_places_names_what_is_written_there() -> None:
    table = (ROOT / "docs" / "design.md").read_text("utf-8").partition("## Where is")[2].partition("\n## ")[0]
    wrong = []
    for row in re.findall(r"^\| .* \| (.*) \|$", table, re.MULTILINE):
        for path, names in re.findall(r"`(game/[\w/]+\.py)`: ((?:`\w+`(?:, )?)+)", row):
            source = (ROOT / path).read_text("utf-8")
            wrong += [
                (path, name)
                for name in re.findall(r"`(\w+)`", names)
                if not re.search(rf"^ *(?:def|class) {name}\b|^{name}\b", source, re.MULTILINE)
            ]
    assert wrong == []
