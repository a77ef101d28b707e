"""`intray web`: the offline browser build, served on this machine."""

from pathlib import Path

import click

from game.cli.common import fail


@click.command()
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
