"""Where the time of the full model goes: `python -m benchmarks.where [ACCOUNTS]`.

Interpreted, by profiling; compiled, where everything is inlined into one loop, by switching parts off and by counting what
an opened tray causes. Rates are medians of five runs from the same aged state, in processor time, which other
programs disturb less; compare them within one run only.
"""

import cProfile
import pstats
import sys
import time
from collections import Counter
from statistics import median
from typing import Any, Final

from game.feed import events
from game.feed.engine import Engine, compiled_kernels
from game.feed.rules import CHRONOLOGICAL
from game.lab import rates
from game.lab.rows import Slices

AGE: Final = 43_200
STEPS: Final = 100_000
SHOWN: Final = 16

OFF: Final[dict[str, dict[str, Any]]] = {
    "everything on": {},
    "no counters": {"counters": 0},
    "nothing recommended": {"recommended": 0.0},
    "chronological: no ranking, nothing recommended": {"mode": CHRONOLOGICAL},
    "no new or broken ties": {"follow_rate": 0.0, "closure_rate": 0.0, "browse_rate": 0.0, "unfollow_rate": 0.0},
    "no reshares": {"out_tray": 0},
    "no call-outs, no courses": {"drama_makers": 0, "gurus": 0},
    "trays of 16": {"tray_size": 16},
}
"""Parts, and the rules that switch them off."""


def by_function(accounts: int) -> None:
    """Shares of interpreted time, by function."""
    engine = rates.interpreted(rates.full_world(accounts, compiled_kernels(), AGE))
    profile = cProfile.Profile()
    profile.enable()
    engine.run(rates.FOREVER, STEPS // 10)
    profile.disable()
    stats = pstats.Stats(profile)
    timed: dict[Any, Any] = stats.stats  # type: ignore[attr-defined]  # typeshed leaves it out
    whole = sum(times[2] for times in timed.values())
    print(f"\ninterpreted, {accounts:,} accounts: share of own time (profiled)")
    for (file, _, name), times in sorted(timed.items(), key=lambda item: -item[1][2])[:SHOWN]:
        print(f"  {times[2] / whole:6.1%}  {times[0]:>9,} calls  {file.rpartition('/')[2].removesuffix('.py')}.{name}")


def what_a_tray_causes(engine: Engine) -> None:
    """Events, looks and deliveries per opened tray."""
    platform = engine.world.platform
    visits, looks, steps = int(platform.visits[0]), int(platform.impressions[0]), engine.steps
    engine.drain()
    engine.keep_log = True
    engine.run(rates.FOREVER, STEPS // 2)
    engine.keep_log = False
    engine.store()
    logged = engine.drain()
    kinds = Counter(event.kind for event in logged)
    delivered = sum(event.value for event in logged if event.kind == events.DELIVERED)
    opened = int(engine.world.platform.visits[0]) - visits
    print(
        f"per opened tray: {(int(engine.world.platform.impressions[0]) - looks) / opened:.1f} looks, "
        f"{delivered / opened:.1f} entries delivered, {kinds[events.FELL_OFF] / opened:.1f} fallen off, "
        f"{sum(kinds.values()) / opened:.1f} log rows, {(engine.steps - steps) / opened:.2f} events"
    )


def by_part(accounts: int) -> None:
    """What each part costs per opened tray and per look, compiled."""
    kernels = compiled_kernels()
    print(f"\ncompiled, {accounts:,} accounts")
    for name, changes in OFF.items():
        engine = rates.full_world(accounts, kernels, AGE, **changes)
        timed = rates.full_rate(engine, Slices(STEPS, 5), time.process_time)
        tray = 1e6 / median(timed.rates)
        looks = timed.impressions or 1.0
        print(f"  {name:<48}{tray:8.2f} us a tray  {looks:6.1f} looks  {1000 * tray / looks:8.0f} ns a look")
        if not changes:
            print("    ", end="")
            what_a_tray_causes(engine)


def main(wanted: list[str]) -> None:
    """Print both."""
    accounts = int(wanted[0]) if wanted else 10_000
    by_part(accounts)
    by_function(min(accounts, 10_000))


if __name__ == "__main__":
    main(sys.argv[1:])
