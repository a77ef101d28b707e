"""The `@kernel` mark: a function written in the subset of Python that numba compiles, and run as it is otherwise."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

MARK = "__kernel__"


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Mark `function` as compilable and return it unchanged.

    The mark costs nothing and imports nothing, so the game runs interpreted. `kernel.compiled.compile_kernel` follows
    the marks from a function to everything it calls and gives numba's version of the lot. A kernel therefore calls
    other kernels by plain name (``from ... import push``), allocates nothing and raises nothing.
    """
    setattr(function, MARK, True)
    return function
