"""docs/benchmarks.md shows the stored results, and nothing else."""

import json

import pytest

from benchmarks import report


def test_the_page_shows_the_stored_results() -> None:
    page = report.PAGE.read_text("utf-8")
    assert report.with_tables(page, json.loads(report.RESULTS.read_text("utf-8"))) == page, "run: python -m benchmarks.report"


def test_the_stored_results_are_of_a_whole_run() -> None:
    results = json.loads(report.RESULTS.read_text("utf-8"))
    assert results["quick"] is False
    assert {row["name"] for row in results["rows"]} == {"calendar", "simpy", "heapq", "weng", "full"}


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(report.NoMarks, match="needs a line"):
        report.with_tables("# Benchmarks\n", {})
