"""The tables of docs/levels.md, made from the code: `python -m game.scenario.describe [docs/levels.md]`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from game.scenario.parameters import Parameter, plain_parameters, world_parameters
from game.scenario.plain import Scenario
from game.scenario.says import plain_number

BEGIN = "<!-- parameters: made by `python -m game.scenario.describe docs/levels.md`; do not edit below -->"
END = "<!-- end of parameters -->"
HEAD = ("| key | unit | meaning | allowed | default |", "|---|---|---|---|---|")


def parameter_tables() -> str:
    """Write every parameter of a level file as Markdown tables, the level's own first, the world's rules after."""
    own = [parameter for parameter in plain_parameters(Scenario) if parameter.key != "name"]
    lines = ["### The level", "", *table(own), "", "### The world: `[world]`", "", *table(world_parameters())]
    return "\n".join(lines) + "\n"


def table(parameters: list[Parameter]) -> Iterator[str]:
    """Write one table, a row per parameter."""
    yield from HEAD
    for key, unit, meaning, allowed, default in parameters:
        allowed_alone = allowed.removesuffix(f" ({unit})")
        yield f"| `{key}` | {unit} | {meaning} | {allowed_alone} | {shown(default)} |"


def shown(default: object) -> str:
    """Write a default: "must be given" when there is none."""
    if default is None:
        return "must be given"
    if isinstance(default, float):
        return f"`{plain_number(default)}`"
    return f'`"{default}"`' if isinstance(default, str) else f"`{default}`"


def with_tables(page: str) -> str:
    """Give the page with what stands between the two marks replaced by the tables of today."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{parameter_tables()}\n{END}{after}"


def main(arguments: list[str]) -> int:
    """Print the tables, or bring the page given up to date."""
    if not arguments:
        sys.stdout.write(parameter_tables())
        return 0
    page = Path(arguments[0])
    page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
