"""Python's `pyconfig.h` for WebAssembly, made from a host's header and the build variables of Pyodide's Python."""

import re
import runpy
from pathlib import Path

DEFINED = re.compile(r"\s*#\s*define\s+(\w+)\b")
UNDEFINED = re.compile(r"/\*\s*#\s*undef\s+(\w+)\s*\*/")


def regenerate(host: str, build_variables: Path) -> str:
    """Return `host` with the value of every macro that Pyodide's build variables know replaced by theirs."""
    variables: dict[str, object] = runpy.run_path(str(build_variables))["build_time_vars"]
    return "".join(adapted(line, variables) for line in host.splitlines(keepends=True))


def adapted(line: str, variables: dict[str, object]) -> str:
    r"""Return one line of the header, with the value that the variables give its macro.

    >>> adapted("#define SIZEOF_LONG 8\n", {"SIZEOF_LONG": 4})
    '#define SIZEOF_LONG 4\n'
    >>> adapted("#define HAVE_FORK 1\n", {"HAVE_FORK": 0})
    '/* #undef HAVE_FORK */\n'
    """
    match = DEFINED.match(line) or UNDEFINED.match(line)
    if match is None or match[1] not in variables:
        return line
    name, value = match[1], variables[match[1]]
    if value == 0 and not name.startswith("HAVE_DECL_"):  # a declaration that is missing is defined as 0
        return f"/* #undef {name} */\n"
    return f"#define {name} {value}\n"
