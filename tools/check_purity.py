"""Check that the pure rooms stay pure: `python -m tools.check_purity [FILE OR FOLDER ...]`, exit status 1 when they do not.

`kernel/`, `feed/` and `session/` give the same world to the bit wherever they run. What would end that is refused here by
reading the source: global random numbers, the wall clock, files, unordered iteration, and mathematics whose last bit
depends on the platform's library. It reads names, not values: a rule that hides `time` behind `getattr` is not caught.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.set_iteration import set_iterations

ROOMS = ("game/kernel", "game/feed", "game/session")

_CHANCE = "draws come from game.kernel.chance"
_CLOCK = "time is the world's tick; there is no wall clock here"
_FILES = "pure rooms open no files; the caller reads and writes"
_ORDER = "what runs beside something else has no fixed order"
_MATHS = "its last bit depends on the platform; use game.kernel.exact"
_SPEECH = "pure rooms say nothing; they return events"
_HASH = "its value differs from one run to the next"
_UNSEEN = "what it runs cannot be checked"

MODULES = {
    **dict.fromkeys(("random", "secrets", "uuid", "numpy.random"), _CHANCE),
    **dict.fromkeys(("time", "datetime", "zoneinfo", "sched", "timeit"), _CLOCK),
    **dict.fromkeys(("io", "os", "pathlib", "shutil", "tempfile", "glob", "mmap", "sqlite3", "socket", "urllib", "http"), _FILES),
    **dict.fromkeys(("asyncio", "threading", "multiprocessing", "concurrent", "subprocess", "queue"), _ORDER),
    **dict.fromkeys(("cmath", "numpy.linalg", "numpy.fft"), _MATHS),
}
"""Modules that may not be imported, nor reached as an attribute, with the reason."""

NUMPY = {
    **dict.fromkeys("exp exp2 expm1 log log2 log10 log1p logaddexp logaddexp2 power float_power cbrt hypot".split(), _MATHS),
    **dict.fromkeys("sin cos tan arcsin arccos arctan arctan2 sinh cosh tanh arcsinh arccosh arctanh sinc i0".split(), _MATHS),
    **dict.fromkeys("load save savez savez_compressed loadtxt savetxt genfromtxt fromfile memmap".split(), _FILES),
}
"""Numpy's functions that may not be used, with the reason."""

EXACT_MATH = frozenset({"sqrt", "ldexp", "frexp", "isqrt", "floor", "ceil", "pi", "tau", "e", "inf", "nan"})
"""What `math` may give: correctly rounded everywhere, or a constant."""

BUILTINS = {
    "open": _FILES,
    **dict.fromkeys(("print", "input", "breakpoint"), _SPEECH),
    **dict.fromkeys(("hash", "id"), _HASH),
    **dict.fromkeys(("eval", "exec", "__import__"), _UNSEEN),
}

ALLOWED = {
    # The compiler keeps machine code in a cache folder. It runs before a world exists, and no rule calls it.
    "game/kernel/compiled.py": frozenset({"os", "pathlib"}),
}
"""Modules that one file may import after all."""


class Finding(NamedTuple):
    """One place that is not pure."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the form that editors can jump to."""
        return f"{self.path}:{self.line}: {self.message}"


def findings(source: str, path: str = "<source>") -> list[Finding]:
    """Return what is impure in `source`, by line; `path` names it and chooses what it is allowed."""
    tree = ast.parse(source, path)
    names = _Names(ALLOWED.get(path, frozenset()))
    names.visit(tree)
    found = sorted({*names.found, *set_iterations(tree)})
    return [Finding(path, line, message) for line, message in found]


class _Names(ast.NodeVisitor):
    """Finds forbidden names, by following what each name was imported as."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self.found: list[tuple[int, str]] = []
        self._allowed = allowed
        self._imported: dict[str, str] = {}

    def _refuse(self, node: ast.expr | ast.stmt, what: str, why: str) -> None:
        self.found.append((node.lineno, f"{what}: {why}"))

    def _check_module(self, node: ast.expr | ast.stmt, dotted: str) -> bool:
        for module, why in MODULES.items():
            if (dotted == module or dotted.startswith(f"{module}.")) and module not in self._allowed:
                self._refuse(node, module, why)
                return True
        return False

    def _check_member(self, node: ast.expr | ast.stmt, dotted: str) -> None:
        if self._check_module(node, dotted):
            return
        module, _, name = dotted.rpartition(".")
        if module == "math" and name not in EXACT_MATH:
            self._refuse(node, dotted, _MATHS)
        if module == "numpy" and name in NUMPY:
            self._refuse(node, dotted, NUMPY[name])

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._check_module(node, alias.name)
            top = alias.name.partition(".")[0]
            self._imported[alias.asname or top] = alias.name if alias.asname else top

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if node.level or not node.module:
            return
        for alias in node.names:
            dotted = f"{node.module}.{alias.name}"
            self._check_member(node, dotted)
            self._imported[alias.asname or alias.name] = dotted

    def visit_Attribute(self, node: ast.Attribute) -> None:
        dotted = self._dotted(node)
        if dotted is None:
            self.generic_visit(node)
        elif not any(dotted.startswith(f"{module}.") for module in MODULES if "." not in module):
            self._check_member(node, dotted)  # a forbidden module is refused once, where it is imported

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id not in self._imported:
            name = node.func.id
            if name in BUILTINS:
                self._refuse(node, f"{name}()", BUILTINS[name])
            if name == "pow" and len(node.args) < 3:  # noqa: PLR2004 - three arguments: whole numbers, exact
                self._refuse(node, "pow()", _MATHS)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        # 2**32 is a whole number everywhere; x**2 and x**0.5 may go to the platform's pow, and interpreted and compiled differ.
        if isinstance(node.op, ast.Pow) and not _whole(node.left):
            self._refuse(node, "**", _MATHS)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.op, ast.Pow):
            self._refuse(node, "**=", _MATHS)
        self.generic_visit(node)

    def _dotted(self, node: ast.expr) -> str | None:
        """Return the full name of an attribute that hangs on an imported name, such as numpy.random.rand for np.random.rand."""
        if isinstance(node, ast.Name):
            return self._imported.get(node.id)
        if isinstance(node, ast.Attribute):
            owner = self._dotted(node.value)
            return owner and f"{owner}.{node.attr}"
        return None


def _whole(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def sources(places: Iterable[str]) -> Iterator[Path]:
    """Yield every Python file of the files and folders in `places`; a room that does not exist yet has none."""
    for place in map(Path, places):
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def main(places: list[str]) -> int:
    """Print every finding; return 1 when there is one, 2 when there was nothing to read."""
    files = list(sources(places or ROOMS))
    if not files:
        print(f"check_purity: no Python file in {' '.join(places or ROOMS)}")
        return 2
    found = [finding for file in files for finding in findings(file.read_text("utf-8"), file.as_posix())]
    for finding in found:
        print(finding)
    print(f"check_purity: {len(files)} files, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
