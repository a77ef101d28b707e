"""`intray levels`: list, check, print and prove levels."""

import json
import sys
from pathlib import Path

import click

from game.cli.common import BOTS, choose_engine, level, make_folder, words


@click.group()
def levels() -> None:
    """Levels: list and check."""


@levels.command("list")
def list_levels() -> None:
    """List the levels that come with the game."""
    from game.port import assets_path
    from game.scenario.load import level_names

    for name in level_names(assets_path() / "levels"):
        click.echo(f"{name:<20}{level(name).title}")


@levels.command("check")
@click.argument("names", nargs=-1, required=True)
def check_levels(names: tuple[str, ...]) -> None:
    """Check level files; says file, key, what is wrong and what is allowed."""
    for name in names:
        click.echo(f"{name}: {level(name).title}: good")


@levels.command("sheet")
@click.argument("level_name", metavar="LEVEL")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), default=7, show_default=True, help="Luck of the world.")
def print_sheet(level_name: str, folder: Path, seed: int) -> None:
    """Write one shift's cards as a page to print, without their kinds, and the key beside it, for play-tests."""
    from game.lab import sheet
    from game.port.files import write_atomically

    scenario = level(level_name)
    make_folder(folder)
    cards = sheet.cards_of(scenario, seed, words())
    for name, page in (("sheet.html", sheet.sheet(cards)), ("key.html", sheet.key(cards))):
        write_atomically(folder / name, page.encode())
    click.echo(f"{len(cards)} cards are in {folder / 'sheet.html'}, their kinds in {folder / 'key.html'}.")


@levels.command("prove")
@click.argument("level_name", metavar="LEVEL")
@click.option("--seeds", type=click.IntRange(1, 100_000), default=200, show_default=True, help="How many seeds.")
@click.option("--first", type=click.IntRange(0, 2**31), default=1, show_default=True, help="The first of them.")
@click.option("--workers", type=click.IntRange(1, 256), default=2, show_default=True, help="Processes at a time.")
@click.option("--engine", type=click.Choice(["plain", "compiled", "auto"]), default="auto", show_default=True,
              help="Interpreted or compiled (extra `fast`). The result is the same.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON.")
def prove_level(  # noqa: PLR0913 - one parameter per option
    level_name: str, seeds: int, first: int, workers: int, engine: str, *, as_json: bool
) -> None:
    """Let every bot play LEVEL over many seeds, and measure what its script promises; exit status 1 if a promise is broken."""
    from game.lab.prove import prove

    scenario = level(level_name)
    speed = choose_engine(engine, scenario, seeds * len(BOTS))
    wanted = range(first, first + seeds)
    rows = prove(scenario, wanted, words=words(), speed=speed, workers=workers, progress=lambda line: click.echo(line, err=True))
    if as_json:
        proof = {"level": scenario.name, "seeds": [first, first + seeds - 1], "rows": [row.plain() for row in rows]}
        click.echo(json.dumps(proof, indent=1))
    else:
        for row in rows:
            click.echo(f"{'pass' if row.passed else 'FAIL'}  {row.what:<58}{row.measured:>10.3f}  [{row.low:g} .. {row.high:g}]")
    if not all(row.passed for row in rows):
        sys.exit(1)
