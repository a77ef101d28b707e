"""Writes the tables of docs/benchmarks.md from stored results: `python -m benchmarks.report [--check]`.

`intray lab bench --json > benchmarks/results.json` measures; this program puts the figures where the text is, between
two marks. `--check` changes nothing and exits with 1 if page and results differ.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

RESULTS: Final = Path(__file__).with_name("results.json")
PAGE: Final = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN: Final = "<!-- tables: written by `python -m benchmarks.report` -->"
END: Final = "<!-- end of tables -->"
MODES: Final = {"plain": "interpreted", "compiled": "compiled"}
FEED_ROWS: Final = ("weng", "full")

Row = dict[str, Any]


class NoMarks(ValueError):
    """The page has lost the marks between which the tables stand."""


def count(value: float | None) -> str:
    """A figure as people read it.

    >>> count(1234567.0), count(21880000.0), count(44320.0), count(730.0), count(None)
    ('1.23 M', '21.9 M', '44 k', '730', '-')
    """
    if value is None:
        return "-"
    for limit, unit in ((1e6, "M"), (1e3, "k")):
        if value >= limit:
            scaled = value / limit
            return f"{scaled:.{2 if scaled < 10 and unit == 'M' else 1 if scaled < 10 or unit == 'M' else 0}f} {unit}"  # noqa: PLR2004 - a digit
    return f"{value:.0f}"


def ratio(value: float | None) -> str:
    """A ratio to two digits.

    >>> ratio(12.345), ratio(0.456), ratio(None)
    ('12', '0.46', '-')
    """
    if value is None:
        return "-"
    return f"{value:.2g}" if value < 100 else f"{value:.0f}"  # noqa: PLR2004 - two digits


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> list[str]:
    """A Markdown table; all but the first column are set right."""
    rules = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(cells)} |" for cells in (head, rules, *lines)]


def spread(row: Row) -> str:
    """The slowest and the fastest run."""
    return "one run" if row["runs"] == 1 else f"{count(row['low'])} to {count(row['high'])}"


def queue_table(rows: list[Row]) -> list[str]:
    """Events per second of the queues."""
    names = {"calendar": "calendar", "heapq": "bare heapq", "simpy": "simpy 4"}
    lines = [
        (
            f"{names[row['name']]}, {MODES[row['mode']]}", f"{row['accounts']:,}", count(row["rate"]), spread(row),
            ratio(row["ratio_to_simpy"]), ratio(row["ratio_to_heapq"]),
        )
        for row in rows if row["name"] in names
    ]  # fmt: skip
    return table(("queue", "pending", "events/s", "slowest to fastest", "to simpy", "to heapq"), lines)


def feed_table(rows: list[Row], name: str) -> list[str]:
    """Opened trays per second of a scenario."""
    lines = [
        (
            MODES[row["mode"]], f"{row['accounts']:,}", count(row["rate"]), spread(row), count(row["impressions_per_s"]),
            ratio(row["ratio_to_simpy"]),
        )
        for row in rows if row["name"] == name
    ]  # fmt: skip
    return table(("mode", "accounts", "trays/s", "slowest to fastest", "impressions/s", "to simpy"), lines)


def rest_table(results: dict[str, Any]) -> list[str]:
    """Memory and the window."""
    memory, first, frames = results.get("memory"), results["first_frame"], results["frames"]
    lines = []
    if memory:
        what = f"bytes per account ({memory['accounts']:,} accounts, {memory['follows']} follows, trays of {memory['tray']})"
        parts = ", ".join(f"{name} {size}" for name, size in memory["tables"].items())
        lines.append((what, str(memory["bytes_per_account"]), parts))
    if "seconds" in first:
        numba = "numba imported" if first["imports_numba"] else "numba not imported"
        lines.append(("start to first frame", f"{first['seconds']:.2f} s", f"median of {first['runs']}; {numba}"))
    if "p50_ms" in frames:
        what = f"frame at the desk, {frames['size']}, p50 / p99 / worst"
        figures = f"{frames['p50_ms']} / {frames['p99_ms']} / {frames['worst_ms']} ms"
        lines.append((what, figures, f"{frames['frames']:,} frames"))
    return table(("what", "figure", "of which"), lines)


def growth(rows: list[Row]) -> str:
    """How much dearer a tray gets from 10,000 to 1,000,000 accounts."""
    rate = {(row["name"], row["accounts"]): row["rate"] for row in rows if row["mode"] == "compiled"}
    told = [
        f"{rate[name, 10_000] / rate[name, 1_000_000]:.1f} times ({name})"
        for name in FEED_ROWS
        if (name, 10_000) in rate and (name, 1_000_000) in rate
    ]
    return f"From 10,000 to 1,000,000 accounts a tray gets dearer {', '.join(told)}." if told else ""


def tables(results: dict[str, Any]) -> str:
    """Everything between the marks."""
    rows = results["rows"]
    machine = results["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in machine["versions"].items())
    parts = [
        [
            f"Measured on {machine['date']}: {machine['processor']}, {machine['cores']} cores, {machine['system']}, "
            f"load {machine['load'][0] if machine['load'] else 'unknown'}; Python {machine['python']}, {versions}."
            + (" A quick run: not for comparing." if results["quick"] else "")
        ],
        ["### Event queues, hold model", "", *queue_table(rows)],
        ["### The reduced scenario of Weng et al. (`weng`)", "", *feed_table(rows, "weng")],
        ["### The full base model, event log on (`full`)", "", *feed_table(rows, "full"), "", growth(rows)],
        ["### Memory and the window", "", *rest_table(results)],
    ]
    return "\n\n".join("\n".join(part).rstrip() for part in parts)


def with_tables(page: str, results: dict[str, Any]) -> str:
    """The page with its tables made anew."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise NoMarks(f"{PAGE} needs a line {BEGIN!r} and a line {END!r}; the tables go between them")
    return f"{before}{BEGIN}\n\n{tables(results)}\n\n{END}{after}"


def main(wanted: list[str]) -> int:
    """Write the page, or check it."""
    page = PAGE.read_text("utf-8")
    made = with_tables(page, json.loads(RESULTS.read_text("utf-8")))
    if "--check" in wanted:
        print("the page shows the results" if made == page else "the page does not show the results: run without --check")
        return int(made != page)
    PAGE.write_text(made, "utf-8")
    print(f"written: {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
