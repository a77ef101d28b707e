"""`intray lab`: measure and compile."""

import json

import click

from game.cli.common import need


@click.group()
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
