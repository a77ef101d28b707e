"""Check what pygbag would pack: `python -m web.audit FOLDER` names every file that may not go into a browser.

A missing import would not fail loudly there: pygbag's runtime would ask the package index, from the visitor's browser and
without checking a hash. So every import must be numpy, pygame, the standard library or something that is packed itself.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

OLDEST = (3, 12)
"""Python of pygbag's own runtime; Pyodide's is newer."""

SHIPPED = frozenset({"numpy", "pygame"})
"""What both runtimes bring along."""

BROWSER_ONLY = frozenset({"js", "pyodide", "platform"})
"""The page as Python sees it: the first two on Pyodide, the last on pygbag's runtime."""

FORBIDDEN = frozenset(
    {
        *("pydantic", "numba", "click", "pyarrow", "simpy"),  # not there, or not in a form that runs there
        *("threading", "multiprocessing", "concurrent", "subprocess", "_thread"),  # one thread, one process
        *("socket", "socketserver", "http", "ssl", "select", "signal"),  # no sockets but the page's own
        *("tkinter", "curses", "readline", "webbrowser", "sqlite3"),
    }
)
"""Modules that may be imported nowhere in packed code, not even inside a function."""

KINDS = frozenset({".py", ".toml", ".json", ".txt", ".md", ".ttf", ".svg", ".png", ".ogg", ""})
"""File types that both runtimes read; sound is OGG only."""

MOST_BYTES_A_FILE = 1_000_000
MOST_BYTES = 8_000_000


class Finding(NamedTuple):
    """One reason why a folder may not be packed."""

    file: str
    line: int
    says: str

    def __str__(self) -> str:
        """Say it as compilers do."""
        return f"{self.file}:{self.line}: {self.says}"


class Imported(NamedTuple):
    """One imported module; `lazy` inside a function, where it fails only when it is called."""

    module: str
    line: int
    lazy: bool


def imports(tree: ast.AST, *, lazy: bool = False) -> Iterator[Imported]:
    """Give every import below `tree`. `from package import name` may name a module or a thing: both spellings come."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Imported(alias.name, node.lineno, lazy) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield Imported("." * node.level + (node.module or ""), node.lineno, lazy)
        else:
            inside = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from imports(node, lazy=inside)


def is_packed(folder: Path, module: str) -> bool:
    """Whether a module of ours lies in the folder."""
    path = folder.joinpath(*module.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def fault(folder: Path, found: Imported) -> str | None:
    """Say what is wrong with an import, if anything is."""
    top = found.module.split(".")[0]
    if top in FORBIDDEN:
        return f"imports {found.module}, which no browser has"
    if not top:
        return "imports relatively; packed code names modules in full"
    if top == "game":
        if found.lazy or is_packed(folder, found.module):
            return None  # a lazy import of an unpacked module is the desktop's half of a choice
        return f"imports {found.module}, which is not packed"
    if top in SHIPPED | BROWSER_ONLY or top in sys.stdlib_module_names:
        return None
    return f"imports {found.module}, which would be fetched from the package index"


def audit_source(folder: Path, path: Path) -> Iterator[Finding]:
    """Check one module's syntax and imports."""
    name = path.relative_to(folder).as_posix()
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=name, feature_version=OLDEST)
    except SyntaxError as error:
        yield Finding(name, error.lineno or 1, f"is no Python {OLDEST[0]}.{OLDEST[1]}: {error.msg}")
        return
    for found in imports(tree):
        says = fault(folder, found)
        if says is not None:
            yield Finding(name, found.line, says)


def audit(folder: Path) -> list[Finding]:
    """Return everything that speaks against packing `folder`."""
    findings: list[Finding] = []
    total = 0
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, size = path.relative_to(folder).as_posix(), path.stat().st_size
        total += size
        if path.suffix not in KINDS or " " in name or "/." in f"/{name}":
            findings.append(Finding(name, 1, "is of a kind, or has a name, that is not packed"))
        if size > MOST_BYTES_A_FILE:
            findings.append(Finding(name, 1, f"has {size} bytes, more than {MOST_BYTES_A_FILE}"))
        if path.suffix == ".py":
            findings.extend(audit_source(folder, path))
    if total > MOST_BYTES:
        findings.append(Finding(".", 1, f"{total} bytes in all, more than {MOST_BYTES}"))
    if not (folder / "main.py").is_file():
        findings.append(Finding("main.py", 1, "is missing"))
    return findings


def main() -> None:
    """Audit the folder named on the command line; exit 1 with one line per finding."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and one folder
        sys.exit("usage: audit.py FOLDER")
    findings = audit(Path(sys.argv[1]))
    for finding in findings:
        print(finding, file=sys.stderr)
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
