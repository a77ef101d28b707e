"""Compiling ahead: every kernel that Python calls, for the types that it calls it with."""

from typing import Any

from game.feed import engine as feed
from game.feed.rules import Rules
from game.kernel.compiled import Compiler
from game.lab import queues, warm, weng


def test_every_kernel_that_python_calls_has_an_example_of_its_arguments() -> None:
    named = [function for function, _ in warm.examples()]
    assert named == [*feed.PLAIN, *weng.PLAIN, *queues.PLAIN]
    for function, example in warm.examples():
        assert len(warm.arguments(function, example)) == function.__code__.co_argcount


def test_a_real_run_compiles_nothing_that_warming_had_not() -> None:
    warm.warm()
    compiler = Compiler()
    kernels = feed.Kernels(*(compiler.compile(function) for function in feed.PLAIN))
    engine = feed.Engine(Rules(accounts=100, seats=0), 7, speed="compiled", kernels=kernels)
    engine.found()
    engine.run(43_200)
    community = weng.Weng(50, 7, kernels=weng.Kernels(*(compiler.compile(f) for f in weng.PLAIN)), form="records")
    community.run(500)
    dispatchers: list[Any] = [kernels.run, kernels.found, kernels.open_house, *community.kernels]
    for stats in (dispatcher.stats for dispatcher in dispatchers):
        assert sum(stats.cache_hits.values()) >= 1
        assert not stats.cache_misses
    assert warm.is_warm()
