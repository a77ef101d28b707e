#!/usr/bin/python3
"""`emcc` as meson expects a C compiler to behave: called as `wcc` or, for C++, as `wcxx`, inside the chroot.

Flags that only ELF linkers know are dropped, code is always position-independent with WebAssembly's own exceptions, and
what would be a shared library becomes a side module that exports nothing but its `PyInit_` function.
"""

import os
import sys
from pathlib import Path

DROPPED = {
    "-Wl,--as-needed",
    "-Wl,--no-undefined",
    "-Wl,--start-group",
    "-Wl,--end-group",
    "-Wl,-O1",
    "-Wl,--allow-shlib-undefined",
    "-pthread",
    "-fstack-protector",
    "-fno-strict-overflow",
    "-sRELOCATABLE=1",
    "-sRELOCATABLE",
    "-shared",
}
DROPPED_PREFIXES = (
    "-Wl,--version-script",
    "-Wl,--dynamic-list",
    "-Wl,-soname",
    "-Wl,-rpath",
    "-Wl,-z",
    "-lpython",
    "-march=",
    "-mtune=",
    "-sSIDE_MODULE",
)
QUESTIONS = {"--version", "-v", "-dumpversion", "-dumpmachine", "--print-search-dirs"}
NOT_LINKING = {"-c", "-E", "-S", "-M", "-MM"}
ALWAYS = ["-fPIC", "-fwasm-exceptions", "-sSUPPORT_LONGJMP=wasm"]


def arguments(given: list[str]) -> list[str]:
    """Return what emcc is called with."""
    if len(given) == 1 and given[0] in QUESTIONS:
        return given
    output = given[given.index("-o") + 1] if "-o" in given else ""
    shared = "-shared" in given or ".so" in Path(output).name or any(a.startswith("-sSIDE_MODULE") for a in given)
    kept = [a for a in given if a not in DROPPED and not a.startswith(DROPPED_PREFIXES)]
    if shared and not NOT_LINKING.intersection(given):
        module = Path(output).name.split(".")[0]
        exports = f"-sEXPORTED_FUNCTIONS=_PyInit_{module}"
        return [*ALWAYS, "-sSIDE_MODULE=2", exports, "-O2", "-g0", "-sALLOW_MEMORY_GROWTH=1", *kept]
    return [*ALWAYS, *kept]


if __name__ == "__main__":
    tool = {"wcc": "emcc", "wcxx": "em++"}[Path(sys.argv[0]).name]
    os.execvp(tool, [tool, *arguments(sys.argv[1:])])  # noqa: S606 - that is what a wrapper does
