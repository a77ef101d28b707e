"""The `intray` command: play, run, replay, web, levels and the laboratory. No traceback reaches its user."""

import json
import math
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from click.core import ParameterSource

from game import __version__

if TYPE_CHECKING:
    from game.feed.engine import Speed
    from game.scenario import Scenario
    from game.session import Session
    from game.session.file import SessionFile
    from game.story import Words
    from game.ui.options import Options
    from game.ui.paper import Told

BAD_INPUT = 2
BOTS = ("ignore-all", "like-all", "reshare-all", "coin", "crowd", "contrarian", "drama-lover", "curious")
ORDERS = ("quiet", "blind", "popular", "daily")
COMPILE_FROM = 500_000
"""Account-days from which `--engine auto` compiles even with a cold cache; with a warm one a tenth of that is enough."""


def fail(message: str, status: int = BAD_INPUT) -> NoReturn:
    """End with a message in plain words."""
    click.echo(message, err=True)
    sys.exit(status)


def level(name: str) -> "Scenario":
    """The level asked for; a bad one ends the program with one line per fault."""
    from game.port import assets_path
    from game.scenario import BadLevel
    from game.scenario.load import load_level

    try:
        return load_level(name, assets_path() / "levels")
    except BadLevel as error:
        fail(str(error))


def words() -> "Words":
    """The English words file."""
    from game.port import assets_path
    from game.story import Words

    return Words.from_toml((assets_path() / "assets" / "words" / "en.toml").read_text(encoding="utf-8"))


def main() -> None:
    """Entry point: Ctrl-C and a closed pipe end quietly, everything else that can be foreseen in one line."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        intray(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        fail(f"{where}{error.strerror or error}")
    except Exception as error:
        if not type(error).__module__.startswith("game."):
            raise
        fail(str(error))  # the program's own errors speak to its user


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="intray")
def intray() -> None:
    """In Tray: one unpaid clerk in a social feed. Without a command, see `intray play`."""


# --- play ------------------------------------------------------------------------------------------------------------


@intray.command()
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


def session_file(path: Path) -> "SessionFile":
    """What a session file holds; a bad one ends the program with one line."""
    from game.session import file

    try:
        return file.decode(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        fail(f"{path}: no such file")
    except UnicodeDecodeError:
        fail(f"{path}: damaged: not text")
    except file.BadFile as error:
        fail(f"{path}: {error}")


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


def finish(run: "Iterator[Session]") -> "Session":
    """Run to the end and give the last state."""
    session: Session | None = None
    for session in run:  # noqa: B007 - the last one is wanted
        pass
    if session is None:
        message = "a run yields at least once"
        raise RuntimeError(message)
    return session


# --- run and replay --------------------------------------------------------------------------------------------------


@intray.command()
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


def debrief_of(session: "Session") -> "Told":
    """The debrief of a shift that is over, beside the same luck with every stamp an Ignore."""
    from game.session import headless
    from game.session.shadow import ignoring
    from game.ui.paper import Told

    twin = session.twin(ignoring)
    seat = headless.SEAT
    return Told(session.ledger(seat, twin), session.debrief(seat, twin), session.top(seat))


def make_folder(folder: Path) -> None:
    """Make a folder and see that files can be made in it, before an hour's work is to go there; OSError if not."""
    import tempfile

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def need(package: str, extra: str, what: str) -> None:
    """End with one line if an optional package is missing."""
    from importlib.util import find_spec

    if find_spec(package) is None:
        fail(f"{what} needs {package}: pip install 'intray[{extra}]'")


def choose_engine(asked: str, scenario: "Scenario", days: float) -> "Speed":
    """Plain or compiled. `auto` compiles for large runs, and for middling ones when the cache is warm."""
    from game.feed.engine import PLAIN
    from game.kernel import compiled

    if asked == "compiled":
        need("numba", "fast", "the compiled engine")
        return "compiled"
    if asked == "plain" or not compiled.available():
        return "plain"
    work = scenario.rules().accounts * (scenario.shift.burn_in_days + days)
    enough = COMPILE_FROM / 10 if compiled.warm(PLAIN) else COMPILE_FROM
    return "compiled" if work >= enough else "plain"


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


def in_pairs(value: Any) -> bool:  # noqa: ANN401 - whatever a session file holds
    """Whether this is a table written as a list, as the pay slip is, whose order a file would not keep."""
    return isinstance(value, list) and all(isinstance(pair, list) and list(map(type, pair)) == [str, str] for pair in value)


def print_figures(figures: dict[str, Any]) -> None:
    """The figures for a reader: one line each."""
    for key, found in figures.items():
        value = dict(found) if in_pairs(found) else found
        if isinstance(value, dict):
            click.echo(f"{key}:")
            for name, one in value.items():
                click.echo(f"  {name:<32}{one if not isinstance(one, float) else round(one, 4)}")
        else:
            click.echo(f"{key:<34}{value}")


@intray.command()
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


# --- web, levels -----------------------------------------------------------------------------------------------------


@intray.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--build", type=click.Path(path_type=Path, file_okay=False), default=Path("build/web-offline"),
              show_default=True, help="Folder of the offline build.")  # fmt: skip
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
def web(port: int, build: Path, *, no_open: bool) -> None:
    """Serve the offline browser build on this machine and open it."""
    from game.port.serve import Server

    if not (build / "index.html").is_file():
        fail(f"{build}: no browser build here; make one with `make web-runtime web-offline`")
    try:
        server = Server(build, port=port)
    except OSError as error:
        fail(f"port {port} on 127.0.0.1: {error.strerror}; try --port 0")
    with server:
        click.echo(f"In Tray is at {server.address} (Ctrl-C ends it)")
        if not no_open:
            import webbrowser

            webbrowser.open(server.address)
        server.wait()


@intray.group()
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


# --- laboratory ------------------------------------------------------------------------------------------------------


@intray.group()
def lab() -> None:
    """Laboratory: measure and compile."""


@lab.command()
def warm() -> None:
    """Compile the kernels ahead, into the cache (extra `fast`)."""
    from game.lab.warm import warm as compile_all

    need("numba", "fast", "compiling")
    seconds = compile_all(lambda line: click.echo(line, err=True))
    click.echo(f"Kernels are compiled ({seconds:.0f} s).")


@lab.command()
@click.option("--quick", is_flag=True, help="Smaller sizes; ends within 50 s once the kernels are compiled.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON.")
def bench(*, quick: bool, as_json: bool) -> None:
    """Measure speed, as ratios to simpy and to a bare heap run beside it."""
    from game.lab import bench as benchmarks

    need("numba", "fast", "the benchmarks")
    need("simpy", "dev", "the benchmarks")
    result = benchmarks.measure(quick=quick, progress=lambda line: click.echo(line, err=True))
    if as_json:
        click.echo(json.dumps(result, indent=1))
    else:
        for row in result["rows"]:
            click.echo("  ".join(f"{key}={value}" for key, value in row.items()))
