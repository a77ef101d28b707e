"""`intray lab bench --quick`, once: every row that section 4 asks for, with every field, within its time."""

from typing import Any

import pytest

from game.lab import bench, warm

FIELDS = {"name", "accounts", "mode", "rate", "unit", "impressions_per_s", "ratio_to_simpy", "ratio_to_heapq", "runs", "quick"}
ALLOWED_SECONDS = 50


@pytest.fixture(scope="module")
def result() -> dict[str, Any]:
    said: list[str] = []
    measured = bench.measure(quick=True, progress=said.append)
    assert said
    return measured


@pytest.mark.slow
def test_quick_has_every_name_in_every_mode(result: dict[str, Any]) -> None:
    found = {(row["name"], row["mode"]) for row in result["rows"]}
    both = {(name, mode) for name in ("calendar", "weng", "full") for mode in ("plain", "compiled")}
    assert found == both | {("simpy", "plain"), ("heapq", "plain")}


@pytest.mark.slow
def test_quick_rows_have_every_field_and_sensible_values(result: dict[str, Any]) -> None:
    for row in result["rows"]:
        assert set(row) >= FIELDS
        assert row["quick"] is True
        assert 0 < row["low"] <= row["rate"] <= row["high"]
        assert row["ratio_to_simpy"] > 0
        assert row["runs"] == (1 if row["mode"] == "plain" and row["accounts"] > 100_000 else 3)
        assert (row["impressions_per_s"] is not None) == (row["name"] in {"weng", "full"})
        assert (row["ratio_to_heapq"] is not None) == (row["name"] == "calendar")


@pytest.mark.slow
def test_quick_measures_memory_window_and_machine_within_its_time(result: dict[str, Any]) -> None:
    assert result["memory"]["bytes_per_account"] > 0
    assert result["first_frame"]["imports_numba"] is False
    assert result["frames"]["size"] == "1280x720"
    assert result["machine"]["python"]
    assert result["seconds"] < ALLOWED_SECONDS


def test_the_whole_run_takes_five_runs_at_the_sizes_promised() -> None:
    assert bench.WHOLE.runs >= 5
    assert bench.WHOLE.accounts == (1_000, 10_000, 100_000, 1_000_000)
    assert bench.WHOLE.pending == (1_000, 100_000, 1_000_000)


def test_kernels_that_must_be_compiled_first_are_said_before_anything_is_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(warm, "is_warm", lambda: False)
    monkeypatch.setattr(warm, "warm", lambda: 0.0)
    assert bench._fast(said.append).feed
    assert "compiling first" in said[0]
