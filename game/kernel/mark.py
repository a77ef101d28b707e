"""The `@kernel` mark: a function written in the subset of Python that numba compiles, and run as it is otherwise."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

MARK = "__kernel__"
OUTLINED = "__outlined__"


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Mark `function` as compilable and return it unchanged.

    The mark costs nothing and imports nothing, so the game runs interpreted. `kernel.compiled.Compiler` follows the
    marks from a function to everything it calls and gives numba's version of the lot. A kernel therefore calls
    other kernels by plain name (``from ... import push``), allocates nothing and raises nothing.
    """
    setattr(function, MARK, True)
    return function


def outlined(function: Callable[P, R]) -> Callable[P, R]:
    """Mark a kernel to be compiled once and called, where the others are compiled into each of their callers.

    For kernels that run seldom, or do much per call: a call costs about a tenth of a microsecond (a `World` is passed
    by value, some hundred words), and every copy of a large kernel costs seconds of compilation.
    """
    setattr(function, OUTLINED, True)
    return function
