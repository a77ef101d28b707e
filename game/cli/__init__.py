"""The `intray` command: play, run, replay, web, levels and the laboratory. No traceback reaches its user."""

import os
import sys

import click

from game import __version__
from game.cli import lab, levels, play, run, web
from game.cli.common import fail


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


for command in (play.play, run.run, run.replay, web.web, levels.levels, lab.lab):
    intray.add_command(command)
