"""`intray play`: the window, the film, and the pay slip where there is no display."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from game.cli.common import BOTS, ORDERS, debrief_of, fail, finish, level, make_folder, need, print_figures, session_file, words

if TYPE_CHECKING:
    from game.scenario import Scenario
    from game.ui.options import Options


@click.command()
@click.argument("level_name", metavar="LEVEL", default="the-tray")
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), default=7, show_default=True, help="Luck of the world.")
@click.option("--calm", is_flag=True, help="No clock: a card arrives per look.")
@click.option("--text", "percent", type=click.Choice(["100", "150", "200"]), help="Text size in percent.  [as kept]")
@click.option("--reduced-motion", is_flag=True, help="Nothing flies or slides.")
@click.option("--frames", type=click.IntRange(0), default=0, hidden=True, help="Stop after so many frames.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("debrief"), show_default=True,
              help="Where the debrief goes when there is no display.")  # fmt: skip
@click.option("--file", "kept", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Go on with a session file; one that is finished shows its pay slip.")  # fmt: skip
@click.option("--order", type=click.Choice(ORDERS), help="What to set out to do; `daily` is the tray that everybody has today.")
@click.option("--bot", type=click.Choice(BOTS), help="Who plays, for a film.")
@click.option("--film", "film_path", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.gif",
              help="Let a bot play without a display, and write the play-through as a film (extra `film`).")  # fmt: skip
@click.option("--film-speed", type=click.FloatRange(0.1, 60), default=8.0, show_default=True, help="Desk seconds a second.")
@click.option("--film-rate", type=click.IntRange(1, 30), default=10, show_default=True, help="Pictures a second.")
@click.option("--film-width", type=click.IntRange(160, 1280), default=640, show_default=True, help="In pixels.")
@click.option("--film-from", type=click.FloatRange(0), default=0.0, show_default=True, help="First desk second filmed.")
@click.option("--film-seconds", type=click.FloatRange(0), default=0.0, help="Desk seconds filmed.  [to the end]")
@click.option("--film-lesson", is_flag=True, help="The bot takes the lesson too.")
def play(  # noqa: PLR0913 - one parameter per option
    level_name: str, seed: int, percent: str | None, frames: int, out: Path, bot: str | None, film_path: Path | None,
    **more: Any,  # noqa: ANN401 - the options of films and switches, each of the type it states above
) -> None:  # fmt: skip
    """Play a level in a window; without a display a bot plays one shift and leaves the debrief as files."""
    from game.port import port
    from game.ui.options import Options

    scenario = level(level_name)
    if more["order"] == "daily" and click.get_current_context().get_parameter_source("seed") is ParameterSource.DEFAULT:
        seed = port().today()
    options = Options(
        level=level_name, seed=seed, calm=more["calm"], percent=int(percent or 0), frames=frames, scenario=scenario,
        reduced_motion=True if more["reduced_motion"] else None, order=more["order"] or "",
        file=good_file(more["kept"]) if more["kept"] else b"",
    )  # fmt: skip
    if film_path is not None or bot is not None:
        if film_path is None:
            fail("--bot plays for a film: name its file with --film OUT.gif, or use `intray run` for the figures alone")
        write_film(options, bot or "curious", film_path, {key: more[key] for key in more if key.startswith("film_")})
        return
    if not has_display():
        if options.file:
            fail("no display to go on at: `intray replay FILE` shows what the file holds")
        play_without_display(scenario, seed, out)
        return
    import asyncio

    from game.ui.app import main as window

    asyncio.run(window(options))


def good_file(path: Path) -> bytes:
    """The content of a session file that can be gone on with; says why not, and shows what it holds of other rules."""
    stored = session_file(path)
    if stored.play is None:
        print_figures(stored.results)
        fail(f"{path}: made under other rules; these are its stored results, it cannot be gone on with here", 3)
    return path.read_bytes()


def write_film(options: "Options", bot: str, path: Path, how: dict[str, Any]) -> None:
    """Render a bot's play-through and write the film whole; says every ten desk seconds how far it is."""
    need("PIL", "film", "a film")
    from game.port.files import write_atomically
    from game.ui.film import film

    make_folder(path.resolve().parent)
    told = [0]

    def progress(at: float) -> None:
        if at >= told[0]:
            click.echo(f"desk second {told[0]}", err=True)
            told[0] += 10

    data = film(
        options, bot=bot, speed=how["film_speed"], rate=how["film_rate"], width=how["film_width"], start=how["film_from"],
        seconds=how["film_seconds"], lesson=how["film_lesson"], progress=progress,
    )  # fmt: skip
    write_atomically(path, data)
    click.echo(f"{path}: {len(data) / 1e6:.1f} MB")


def has_display() -> bool:
    """Whether SDL can open a window here; a chosen driver (`SDL_VIDEODRIVER`) is taken at its word."""
    if os.environ.get("SDL_VIDEODRIVER"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    import pygame

    try:
        pygame.display.init()
    except pygame.error:
        return False
    pygame.display.quit()
    return True


def play_without_display(scenario: "Scenario", seed: int, out: Path) -> None:
    """No window: a bot plays one shift, the pay slip is printed, the debrief is written as PNG, HTML, JSON and CSV."""
    from game.port.files import write_atomically
    from game.session import headless
    from game.ui.ledger import ending, lines
    from game.ui.paper import debrief_png, files

    make_folder(out)
    click.echo("No display here: the bot 'curious' plays one shift instead.")
    session = finish(headless.play(scenario, seed, "curious", 1, words=words()))
    told = debrief_of(session)
    click.echo("")
    for line in lines(told.ledger):
        click.echo(f"{line.label:<42}{line.figure:>16}")
    click.echo(f"\n{ending(told.ledger)}")
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    debrief_png(told, out / "debrief.png")
    for name, data in files(told).items():
        write_atomically(out / name, data)
    click.echo(f"\nThe debrief is in {out / 'debrief.png'} and {out / 'debrief.html'}; its figures are beside them.")
    click.echo("To play in a browser: `make web-runtime web-offline`, then `intray web`.")
