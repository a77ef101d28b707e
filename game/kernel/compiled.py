"""Compiling kernels: follows the `@kernel` marks from a function to everything it calls and gives numba's versions.

The only module that imports numba, and only when called. Two things were learnt by measuring: tables must be record
arrays compiled without reference counting (`_nrt=False`, pinned to a numba minor version because it is an underscore
option), and numba's disk cache must live in a folder named after a hash of every kernel source, because its own key
misses constants of imported modules.
"""

import dis
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import Any, Final

from game.kernel.mark import MARK, OUTLINED

OPTIONS: Final[dict[str, Any]] = {
    "cache": True,
    "_nrt": False,
    "error_model": "numpy",
    "boundscheck": False,
}


class NotInstalled(RuntimeError):
    """The extra `fast` (numba) is missing."""


def available() -> bool:
    """Whether numba is installed, without importing it."""
    return find_spec("numba") is not None


def source_hash(root: Path) -> str:
    """Hash of all kernel and feed sources, of numba and Python, and of the processor: the name of the cache folder."""
    from importlib.metadata import version  # noqa: PLC0415 - only where something is compiled

    digest = hashlib.sha256()
    for room in ("kernel", "feed"):
        for path in sorted((root / room).glob("*.py")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(f"{version('numba')} {sys.version} {processor()}".encode())
    return digest.hexdigest()[:16]


def processor() -> str:
    """The processor as the compiler knows it: its family and what it can do, which machine code is made for."""
    from llvmlite import binding  # noqa: PLC0415 - as numba

    return f"{binding.get_host_cpu_name()} {binding.get_host_cpu_features().flatten()}"


def cache_folder() -> Path:
    """Where this version of the kernels keeps its machine code."""
    told = os.environ.get("INTRAY_KERNEL_CACHE")
    home = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return (Path(told) if told else home / "intray" / "kernels") / source_hash(Path(__file__).resolve().parent.parent)


def warm(functions: Iterable[Callable[..., Any]]) -> bool:
    """Whether each of these kernels can be loaded instead of compiled, as far as the cache folder's index tells."""
    if not available():
        return False
    kept = {path.name.split("-")[0] for path in cache_folder().rglob("*.nbi")}
    return {f"{function.__module__.split('.')[-1]}.{function.__name__}" for function in functions} <= kept


def _numba() -> Any:
    if not available():
        message = "the compiled engine needs numba: pip install 'intray[fast]'"
        raise NotInstalled(message)
    import numba  # noqa: PLC0415 - a game that is only played never imports it

    # numba reads this setting when a function is decorated, so it must stand before the first one is
    numba.config.CACHE_DIR = str(cache_folder())  # type: ignore[attr-defined]
    return numba


def called_kernels(function: FunctionType) -> Iterator[tuple[str, FunctionType]]:
    """The kernels that `function` calls by plain name; a column may be called like a kernel."""
    read = (step.argval for step in dis.get_instructions(function) if step.opname == "LOAD_GLOBAL")
    for name in dict.fromkeys(read):
        value = function.__globals__.get(name)
        if isinstance(value, FunctionType) and hasattr(value, MARK):
            yield name, value


def bottom_up(function: FunctionType) -> list[FunctionType]:
    """`function` and all kernels below it, each after those it calls."""
    order: list[FunctionType] = []

    def visit(one: FunctionType) -> None:
        if one in order:
            return
        for _, callee in called_kernels(one):
            visit(callee)
        order.append(one)

    visit(function)
    return order


class Compiler:
    """numba's versions of kernels, each made once."""

    def __init__(self, **options: Any) -> None:
        self._numba = _numba()
        self._options = {**OPTIONS, **options}
        self._made: dict[FunctionType, Any] = {}

    def compile(self, function: Callable[..., Any]) -> Any:
        """The compiled dispatcher of a kernel; compilation itself happens at its first call."""
        if not isinstance(function, FunctionType) or not hasattr(function, MARK):
            message = f"{function!r} is no kernel: mark it with @kernel"
            raise TypeError(message)
        for one in bottom_up(function):
            if one not in self._made:
                self._made[one] = self._decorate(one)
        return self._made[function]

    def _decorate(self, function: FunctionType) -> Any:
        # The same code object with compiled callees in its globals: the module itself stays interpreted.
        names = dict(function.__globals__)
        names.update({name: self._made[callee] for name, callee in called_kernels(function)})
        copy = FunctionType(function.__code__, names, function.__name__, function.__defaults__, function.__closure__)
        copy.__module__ = function.__module__
        copy.__qualname__ = function.__qualname__
        copy.__doc__ = function.__doc__
        return self._numba.njit(forceinline=not hasattr(function, OUTLINED), **self._options)(copy)
