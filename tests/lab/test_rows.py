"""Rows: medians, ratios and what a benchmark counts."""

from game.lab.rows import Row, Slices, Timed, timed, with_ratios


def a_row(name: str, rate: float, accounts: int = 1_000) -> Row:
    return Timed((rate,)).row(name, accounts, "plain", "events/s")


def test_a_rate_is_the_median_of_its_runs_and_tells_the_slowest_and_the_fastest() -> None:
    row = Timed((5.0, 1.0, 3.0), impressions=2.0).row("full", 10, "compiled", "trays/s")
    assert (row.rate, row.runs, row.low, row.high, row.impressions_per_s) == (3.0, 3, 1.0, 5.0, 6.0)


def test_ratios_are_to_simpy_and_to_the_floor_with_as_many_pending() -> None:
    rows = [a_row("simpy", 100.0), a_row("heapq", 400.0), a_row("heapq", 200.0, 9), a_row("calendar", 300.0, 9)]
    calendar = with_ratios(rows)[-1]
    assert (calendar.ratio_to_simpy, calendar.ratio_to_heapq) == (3.0, 1.5)


def test_without_simpy_there_is_no_ratio_to_it() -> None:
    assert with_ratios([a_row("calendar", 300.0)])[0].ratio_to_simpy is None


def test_impressions_are_counted_per_unit_of_work() -> None:
    looked = [0]

    def work() -> int:
        looked[0] += 30
        return 10

    assert timed(work, Slices(10, 3), lambda: looked[0]).impressions == 3.0


def test_a_run_goes_on_until_it_lasted_long_enough() -> None:
    ticks = iter(range(100))
    done = []

    def work() -> int:
        done.append(4)
        return 4

    rate = timed(work, Slices(4, 1, least=5.0), clock=lambda: float(next(ticks)))
    assert len(done) == 5
    assert rate.rates == (4 * 5 / 6.0,)


def test_only_a_quick_row_says_that_it_is_quick() -> None:
    assert "quick" not in a_row("simpy", 1.0).plain()
    assert Row("simpy", 1, "plain", 1.0, "events/s", 1, 1.0, 1.0, quick=True).plain()["quick"] is True
