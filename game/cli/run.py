"""`intray run` and `intray replay`: a shift without a window, and a shift once more."""

import json
import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.cli.common import (
    BOTS,
    choose_engine,
    debrief_of,
    fail,
    finish,
    level,
    make_folder,
    need,
    print_figures,
    session_file,
    words,
)

if TYPE_CHECKING:
    from game.session import Session


@click.command()
@click.argument("level_name", metavar="LEVEL")
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), default=7, show_default=True, help="Luck of the world.")
@click.option("--bot", type=click.Choice(BOTS), default="curious", show_default=True, help="Who sits at the desk.")
@click.option("--days", type=click.FloatRange(0.0, 3650.0), default=3.0, show_default=True,
              help="Days of the world from the start of the shift; the night after it is always run.")  # fmt: skip
@click.option("--engine", type=click.Choice(["plain", "compiled", "auto"]), default="auto", show_default=True,
              help="Interpreted, compiled (extra `fast`), or whichever is sooner done. The result is the same.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--debrief", "with_debrief", is_flag=True, help="With --json: the debrief too; its twin world takes as long again.")
@click.option("--export", type=click.Path(path_type=Path, file_okay=False), help="Folder for tables and session file.")
@click.option("--format", "wanted", type=click.Choice(["parquet", "npz"]),
              help="Format of the tables; by default Parquet where the extra `lab` is installed.")  # fmt: skip
def run(  # noqa: PLR0913 - one parameter per option
    level_name: str, seed: int, bot: str, days: float, engine: str, export: Path | None, wanted: str | None, *,
    as_json: bool, with_debrief: bool,
) -> None:  # fmt: skip
    """Let a bot play LEVEL (a name or a .toml file) without a window, and print the figures."""
    from game.session import headless

    if not math.isfinite(days):
        fail(f"--days {days}: allowed is a number from 0 to 3650")
    scenario = level(level_name)
    if wanted == "parquet":
        need("pyarrow", "lab", "Parquet")
    if export is not None:
        make_folder(export)
    speed = choose_engine(engine, scenario, days)
    start = time.perf_counter()
    session = finish(headless.play(scenario, seed, bot, days, words=words(), speed=speed))
    seconds = time.perf_counter() - start
    figures = {**headless.figures(session), "seconds": round(seconds, 3), "engine": speed}
    if export is not None:
        write_export(session, figures, export, wanted)
    if as_json and with_debrief:
        figures |= debrief_of(session).figures()
    if as_json:
        click.echo(json.dumps(figures, indent=1))
    else:
        print_figures(figures)


def write_export(session: "Session", figures: dict[str, Any], folder: Path, wanted: str | None) -> None:
    """Write accounts, posts, follows, events, their codebook and the session file, each wholly or not at all."""
    from game.lab import export
    from game.port.files import write_atomically
    from game.session import file

    kind = export.best_format() if wanted is None else "parquet" if wanted == "parquet" else "npz"
    encode = export.encoder(kind)
    for name, table in export.tables(session.engine).items():
        write_atomically(folder / f"{name}.{kind}", encode(table))
    write_atomically(folder / "codebook.json", (json.dumps(export.CODEBOOK, indent=1) + "\n").encode())
    write_atomically(folder / "session.json", file.encode(session, figures).encode())


@click.command()
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--verify", is_flag=True, help="Run it again and compare the digest.")
@click.option("--json", "as_json", is_flag=True, help="Print the stored results as JSON.")
def replay(path: Path, *, verify: bool, as_json: bool) -> None:
    """Show a session file, or with --verify run it again, and its twin if the file knows one.

    Exit status: 0 the same, 1 the digest differs, 2 damaged or from a newer program, 3 made under other rules, so that
    only its stored results can be shown.
    """
    from game.session import Session
    from game.session.shadow import ignoring

    stored = session_file(path)
    if as_json:
        click.echo(json.dumps(stored.results, indent=1))
    else:
        print_figures(stored.results)
    play = stored.play
    if play is None:
        fail(f"{path}: made under other rules; these are its stored results, they cannot be computed again here", 3)
    if not verify:
        return
    again = Session.replay(play.scenario, play.seed, play.seats, play.log, play.until, words=words())
    digest = again.digest()
    if stored.digest and digest != stored.digest:
        fail(f"{path}: the replay's digest is {digest}, the file says {stored.digest}", 1)
    twin = again.twin(ignoring).digest() if stored.twin else ""
    if twin != stored.twin:
        fail(f"{path}: the digest of the twin that ignored everything is {twin}, the file says {stored.twin}", 1)
    if not stored.digest:
        click.echo(f"Replayed: {digest}; the file holds no digest to compare it with", err=as_json)
        return
    click.echo(f"Verified: {digest}" + (f", and its twin: {twin}" if twin else ""), err=as_json)
