"""Fetch what the self-hosted browser build runs on: `python web/runtime/fetch.py [--wheels DIR | --release URL | --build]`.

The result, `build/web-runtime/`, holds Pyodide's four files, the WebAssembly wheels of numpy and pygame-ce, and
`wheels.json` with the wheels' names. Pyodide comes from its npm package. The wheels come from, in this order,

1. the folder given with `--wheels`,
2. the cache (`$XDG_CACHE_HOME/intray/web-runtime`), where whatever was fetched or built before is kept,
3. Pyodide's official release: the address given with `--release`, else the one the npm package names itself,
4. with `--build`, their sources, by the recipe beside this file (root, Debian, some minutes).

Every file is checked: the npm package and the wheels of a folder against the hashes pinned here, the wheels of a release
against the lock file inside the npm package.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PYODIDE = "314.0.7"
PYODIDE_SHA256 = "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0"
"""Hash of the npm package's archive."""

ENGINE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK_FILE = "pyodide-lock.json"

PACKAGES = ("numpy", "pygame-ce")

WHEEL_TAG = "cp314-cp314-pyemscripten_2026_0_wasm32"

PINNED = {
    f"numpy-2.4.6-{WHEEL_TAG}.whl": "a4406118babeee6071104986c727577cacadb8b708cfadf100fbc9b896819e02",
    f"pygame_ce-2.5.8-{WHEEL_TAG}.whl": "c3e4e160dddf7a5e773ae199a353fd7d531836d2f2e0a28714cbf00fe183e4cc",
}
"""The wheels built once by the recipe and looked at in a browser. A new build has other bytes: say `--unpinned`."""

TIMEOUT = 120
"""Seconds that one download may stand still."""


class FetchError(Exception):
    """The runtime cannot be completed; the message is one line and names the way out."""


def sha256(data: bytes) -> str:
    """Return the hexadecimal SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


def cache_folder() -> Path:
    """Return the folder that survives `rm -rf build`."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "intray" / "web-runtime"


def distribution(wheel: str) -> str:
    """Return the package name of a wheel's file name, spelt as in `PACKAGES`."""
    return wheel.split("-", 1)[0].replace("_", "-").lower()


# Pyodide itself


def npm_pack(folder: Path) -> Path:
    """Let npm download Pyodide's package into `folder` and return the archive."""
    if shutil.which("npm") is None:
        raise FetchError("npm is not installed; it is needed once, to fetch the package pyodide")
    command = ["npm", "pack", f"pyodide@{PYODIDE}", "--silent", "--pack-destination", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10 * TIMEOUT)
    archive = folder / f"pyodide-{PYODIDE}.tgz"
    if done.returncode != 0 or not archive.is_file():
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise FetchError(f"npm could not fetch pyodide@{PYODIDE}: {reason}")
    return archive


def pyodide_archive(cache: Path) -> Path:
    """Return Pyodide's npm archive, from the cache or from npm, with its hash checked."""
    kept = cache / f"pyodide-{PYODIDE}.tgz"
    if kept.is_file() and sha256(kept.read_bytes()) == PYODIDE_SHA256:
        return kept
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        fresh = npm_pack(Path(scratch))
        found = sha256(fresh.read_bytes())
        if found != PYODIDE_SHA256:
            raise FetchError(f"pyodide-{PYODIDE}.tgz is not the pinned one: sha256 {found}, expected {PYODIDE_SHA256}")
        fresh.replace(kept)
    return kept


def unpack_engine(archive: Path, target: Path) -> None:
    """Copy the four files that a browser needs, and the lock file, out of the npm archive."""
    with tarfile.open(archive) as package:
        for name in (*ENGINE_FILES, LOCK_FILE):
            member = package.extractfile(f"package/{name}")
            if member is None:
                raise FetchError(f"{archive} has no {name}")
            (target / name).write_bytes(member.read())


# The wheels


def wheels_in(folder: Path, *, unpinned: bool) -> dict[str, bytes]:
    """Return one wheel per package out of `folder`, by file name.

    Raises:
        FetchError: a wheel is missing, or its hash is not a pinned one and `unpinned` is false.

    """
    found: dict[str, bytes] = {}
    for package in PACKAGES:
        candidates = [path for path in sorted(folder.glob(f"*-{WHEEL_TAG}.whl")) if distribution(path.name) == package]
        pinned = [path for path in candidates if PINNED.get(path.name) == sha256(path.read_bytes())]
        chosen = pinned or (candidates if unpinned else [])
        if not chosen:
            what = "not the pinned build (--unpinned takes it all the same)" if candidates else "not there"
            raise FetchError(f"the wheel of {package} for {WHEEL_TAG} in {folder} is {what}")
        found[chosen[-1].name] = chosen[-1].read_bytes()
    return found


def release_address(engine: Path) -> str:
    """Return the address of the official release, as Pyodide's own loader names it."""
    loader = (engine / "pyodide.mjs").read_text(encoding="utf-8")
    match = re.search(r"`(https://[^`$]+)\$\{\w+\}([^`$]*)`", loader)
    if match is None:
        raise FetchError("pyodide.mjs names no release address: pass one with --release URL")
    return f"{match[1]}{PYODIDE}{match[2]}"


def wheels_of_release(address: str, lock_file: Path) -> dict[str, bytes]:
    """Download the wheels named by the lock file from `address` and check their hashes.

    The lock file is the one inside the npm package, whose own hash is pinned: the server is not trusted.
    """
    packages = json.loads(lock_file.read_text(encoding="utf-8"))["packages"]
    found: dict[str, bytes] = {}
    for package in PACKAGES:
        name, expected = packages[package]["file_name"], packages[package]["sha256"]
        data = download(f"{address.rstrip('/')}/{name}")
        if sha256(data) != expected:
            raise FetchError(f"{name} from {address} is damaged or another one: sha256 {sha256(data)}, expected {expected}")
        found[name] = data
    return found


def download(url: str) -> bytes:
    """Return what lies at `url`."""
    if not url.startswith(("https://", "http://")):
        raise FetchError(f"{url} is not a web address")
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:  # noqa: S310 - the scheme was just checked
            return bytes(answer.read())
    except (urllib.error.URLError, OSError) as error:
        raise FetchError(f"{url} cannot be fetched: {error}") from error


def build_wheels(engine: Path, cache: Path) -> dict[str, bytes]:
    """Build both wheels from their sources by the recipe."""
    target = cache / "built"
    command = [sys.executable, "-m", "web.runtime.recipe.build", "--engine", str(engine), "--out", str(target)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise FetchError("the wheels could not be built; the lines above say which step failed")
    return wheels_in(target, unpinned=True)


def cached_wheels(cache: Path) -> dict[str, bytes] | None:
    """Return the wheels of an earlier call, or None. The cache's own index says which hashes they had when checked."""
    index = cache / "wheels.json"
    if not index.is_file():
        return None
    found = {}
    for name, expected in json.loads(index.read_text(encoding="utf-8")).items():
        path = cache / name
        if not path.is_file() or sha256(path.read_bytes()) != expected:
            return None
        found[name] = path.read_bytes()
    return found


def keep(wheels: dict[str, bytes], cache: Path) -> None:
    """Remember wheels that passed their check."""
    cache.mkdir(parents=True, exist_ok=True)
    for name, data in wheels.items():
        (cache / name).write_bytes(data)
    index = {name: sha256(data) for name, data in wheels.items()}
    (cache / "wheels.json").write_text(json.dumps(index, indent=1) + "\n", encoding="utf-8")


def find_wheels(options: argparse.Namespace, engine: Path, cache: Path) -> tuple[dict[str, bytes], str]:
    """Return the wheels by file name and where they came from."""
    if options.wheels is not None:
        return wheels_in(options.wheels, unpinned=options.unpinned), str(options.wheels)
    if options.build:
        return build_wheels(engine, cache), "their sources"
    if options.release is None:
        kept = cached_wheels(cache)
        if kept is not None:
            return kept, "the cache"
    address = options.release or release_address(engine)
    try:
        return wheels_of_release(address, engine / LOCK_FILE), address
    except FetchError as error:
        raise FetchError(f"{error}; other ways: --wheels DIR, or --build (as root on Debian, some minutes)") from error


def fetch(options: argparse.Namespace) -> str:
    """Complete the runtime in `options.out` and return a line that says what it holds."""
    cache = cache_folder()
    options.out = options.out.resolve()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.out.parent) as scratch:
        fresh = Path(scratch) / "web-runtime"
        fresh.mkdir()
        unpack_engine(pyodide_archive(cache), fresh)
        wheels, origin = find_wheels(options, fresh, cache)
        keep(wheels, cache)
        (fresh / LOCK_FILE).unlink()  # the page passes its own, with no packages
        for name, data in wheels.items():
            (fresh / name).write_bytes(data)
        (fresh / "wheels.json").write_text(json.dumps(sorted(wheels)) + "\n", encoding="utf-8")
        size = sum(path.stat().st_size for path in fresh.iterdir())
        if options.out.exists():
            shutil.rmtree(options.out)
        fresh.replace(options.out)
    return f"{options.out}: Pyodide {PYODIDE}, {', '.join(sorted(wheels))} from {origin}, {size / 1e6:.1f} MB"


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="fetch.py", description="Fetch what the self-hosted browser build runs on.")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--wheels", type=Path, metavar="DIR", help="take the two wheels from this folder")
    source.add_argument("--release", metavar="URL", help="take them from a Pyodide release at this address")
    source.add_argument("--build", action="store_true", help="build them from sources (root, Debian, some minutes)")
    parser.add_argument("--unpinned", action="store_true", help="with --wheels: take a build whose hash is not pinned here")
    parser.add_argument("--out", type=Path, metavar="DIR", default=ROOT / "build" / "web-runtime", help="where to put the result")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    try:
        line = fetch(parse(arguments))
    except FetchError as error:
        sys.exit(f"web-runtime: {error}")
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
