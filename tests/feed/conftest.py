"""Compiled kernels, made once."""

import pytest

from game.feed.engine import Kernels, compiled_kernels


@pytest.fixture(scope="session")
def fast() -> Kernels:
    """Give the kernels by numba; the first use of each loads it from the cache, or compiles it."""
    return compiled_kernels()
