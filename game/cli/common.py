"""What the commands share: plain words instead of a traceback, levels, words, folders and optional packages."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

if TYPE_CHECKING:
    from game.feed.engine import Speed
    from game.scenario import Scenario
    from game.session import Session
    from game.session.file import SessionFile
    from game.story import Words
    from game.ui.paper import Told

BAD_INPUT: Final = 2
BOTS: Final = ("ignore-all", "like-all", "reshare-all", "coin", "crowd", "contrarian", "drama-lover", "curious")
ORDERS: Final = ("quiet", "blind", "popular", "daily")
COMPILE_FROM: Final = 500_000
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


def finish(run: "Iterator[Session]") -> "Session":
    """Run to the end and give the last state."""
    session: Session | None = None
    for session in run:  # noqa: B007 - the last one is wanted
        pass
    if session is None:
        message = "a run yields at least once"
        raise RuntimeError(message)
    return session


def debrief_of(session: "Session") -> "Told":
    """The debrief of a shift that is over, beside the same luck with every stamp an Ignore."""
    from game.session import headless
    from game.session.shadow import ignoring
    from game.ui.paper import Told

    twin = session.twin(ignoring)
    seat = headless.SEAT
    return Told(session.ledger(seat, twin), session.debrief(seat, twin), session.top(seat))


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
