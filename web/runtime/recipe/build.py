"""Build the WebAssembly wheels of numpy and pygame-ce for Pyodide from their sources.

`python -m web.runtime.recipe.build --engine PYODIDE --out DIR [--root DIR]`, as root on Debian, with `mmdebstrap` installed
and pip's index and a Debian mirror within reach. About ten minutes on two cores, 1.8 GB below `--root`.

Debian's unstable release has an emscripten close enough to the one Pyodide was built with. It is unpacked into a folder of
its own (`--root`), which may be deleted afterwards, and everything is compiled in there by `chroot`. A step whose result is
there already is not done again, so a failed build is simply started anew. Four things had to be known:

- Pyodide's main module exports OpenGL, html5 and SDL **1**, but not SDL 2. SDL 2 is therefore linked into pygame-ce
  statically; a forgotten library would not fail to link, it would call SDL 1.
- `sigset_t` has 128 bytes in Pyodide's C library and 8 in this emscripten's. One header is changed, or `pygame.init()`
  would write over the stack.
- `pyconfig.h` must describe Pyodide's Python, not Debian's. It is made from the build variables inside
  `python_stdlib.zip`.
- Debian's emscripten moves on. The wheels that come out are kept and pinned by hash in `web/runtime/fetch.py`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from web.runtime.recipe import pyconfig, sources, wheel

INSIDE = Path(__file__).parent / "inside"

PYTHON = "3.14"
INSTALLED_AT = "root/repo/cpython/installs/python-3.14.2/include"
"""Where Pyodide's build variables say that Python's headers are."""

SYSCONFIG = "_sysconfigdata__emscripten_wasm32-emscripten"

TOOLS = ("ca-certificates", "emscripten", "meson", "ninja-build", "cython3", "python3-dev", "pkgconf", "xz-utils", "dpkg-dev")

SDISTS = (sources.Sdist("numpy", "2.4.6"), sources.Sdist("pygame_ce", "2.5.8"))

LIBRARIES = (
    "libsdl2=2.32.10+dfsg-8",
    "libsdl2-ttf=2.24.0+dfsg-3",
    "libsdl2-image=2.8.8+dfsg-1+deb13u1",
    "libsdl2-mixer=2.8.1+dfsg-2",
    "freetype=2.14.3+dfsg-3",
)
"""Debian's source packages; only their upstream archives are used."""

ENVIRONMENT = {
    "HOME": "/root",
    "LC_ALL": "C.UTF-8",
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "PKG_CONFIG_LIBDIR": "/nonexistent",  # nothing of the host's may be found
    "PYTHONPATH": "/build/sysconf",
    "_PYTHON_HOST_PLATFORM": "pyemscripten_2026_0_wasm32",
    "_PYTHON_SYSCONFIGDATA_NAME": SYSCONFIG,
}

NUMPY_LEFT_OUT = ("/tests/", ".pyi", "/f2py/", "_tests.cpython", "_simd.cpython")
PYGAME_LEFT_OUT = ("/tests/", ".pyi", "/docs/", "/examples/")


class BuildError(Exception):
    """A step failed; the message says which and where its output is."""


class Chroot:
    """The folder with Debian's unstable release in it, and `/build` inside it."""

    def __init__(self, root: Path, mirror: str) -> None:
        self.root = root
        self.mirror = mirror
        self.build = root / "build"

    def install(self) -> None:
        """Unpack the compilers."""
        if (self.root / "usr/bin/emcc").exists():
            return
        options = ['--aptopt=Acquire::Check-Valid-Until "false"', "--variant=minbase", f"--include={','.join(TOOLS)}"]
        run("unpacking the compilers", ["mmdebstrap", *options, "sid", str(self.root), self.mirror])

    def run(self, step: str, *commands: str, log: str | None = None) -> None:
        """Run shell commands inside, one after the other, in /build."""
        script = " && ".join(["cd /build", *commands])
        output = self.build / f"{log}.log" if log else None
        run(step, ["chroot", str(self.root), "bash", "-c", script], env=ENVIRONMENT, output=output)

    def prepare(self) -> None:
        """Bring the tools of this recipe in."""
        for folder in ("bin", "sysconf", "src"):
            (self.build / folder).mkdir(parents=True, exist_ok=True)
        for file in INSIDE.iterdir():
            if file.is_file():
                shutil.copy(file, self.build)
        (self.build / "compiler.py").chmod(0o755)
        for name in ("wcc", "wcxx"):
            link = self.build / "bin" / name
            link.unlink(missing_ok=True)
            link.symlink_to("../compiler.py")
        shutil.copyfile("/etc/resolv.conf", self.root / "etc/resolv.conf")


def run(step: str, command: Sequence[str], env: dict[str, str] | None = None, output: Path | None = None) -> None:
    """Run one command and say what it is for; its output goes to a file, if one is named."""
    print(f"recipe: {step}", flush=True)
    if output is None:
        done = subprocess.run(command, env=env, check=False)
    else:
        with output.open("wb") as file:
            done = subprocess.run(command, env=env, stdout=file, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise BuildError(f"{step} failed with status {done.returncode}" + (f": see {output}" if output else ""))


def debian_mirror() -> str:
    """Return the mirror that this machine's apt uses."""
    named = os.environ.get("MIRROR")
    if named:
        return named
    done = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI)"], capture_output=True, text=True, check=False)
    found = [line.rstrip("/") for line in done.stdout.splitlines() if line and "security" not in line]
    if not found:
        raise BuildError("apt names no mirror: set MIRROR to the address of one")
    return found[0]


def python_headers(chroot: Chroot, engine: Path) -> None:
    """Lay out Python's headers as Pyodide's build variables expect them, with a pyconfig.h that fits."""
    with zipfile.ZipFile(engine / "python_stdlib.zip") as library:
        library.extract(f"{SYSCONFIG}.py", chroot.build / "sysconf")
    theirs = chroot.root / "usr/include" / f"python{PYTHON}"
    ours = chroot.root / INSTALLED_AT / f"python{PYTHON}"
    shutil.rmtree(ours, ignore_errors=True)
    shutil.copytree(theirs, ours)
    host = chroot.root / f"usr/include/x86_64-linux-gnu/python{PYTHON}/pyconfig.h"
    text = pyconfig.regenerate(host.read_text(encoding="utf-8"), chroot.build / "sysconf" / f"{SYSCONFIG}.py")
    for folder in (ours, theirs):
        (folder / "pyconfig.h").write_text(text, encoding="utf-8")


def c_library(chroot: Chroot) -> None:
    """Let emscripten build its headers, and give `sigset_t` the size it has in Pyodide."""
    chroot.run(
        "warming the compiler up", "echo 'int x;' > x.c", "emcc -c x.c -o x.o", "embuilder --pic build libhtml5", log="emcc"
    )
    header = chroot.root / "var/cache/emscripten/sysroot/include/bits/alltypes.h"
    text = header.read_text(encoding="utf-8")
    small = "__sigset_t { unsigned long __bits[2]; }"
    large = "__sigset_t { unsigned long __bits[128/sizeof(long)]; }"
    if large not in text:
        if small not in text:
            raise BuildError(f"{header} has changed: sigset_t is not where it was; Pyodide's has 128 bytes")
        header.write_text(text.replace(small, large), encoding="utf-8")


def fetch_sources(chroot: Chroot) -> None:
    """Download and unpack what is compiled."""
    for sdist in SDISTS:
        if not (chroot.build / sdist.folder).is_dir():
            with tarfile.open(sources.download(sdist, chroot.build)) as archive:
                archive.extractall(chroot.build, filter="data")
    listed = chroot.root / "etc/apt/sources.list.d/src.list"
    listed.write_text("".join(f"deb-src {chroot.mirror} {suite} main\n" for suite in ("sid", "trixie")), encoding="utf-8")
    late = "-o Acquire::Check-Valid-Until=false"
    get = "apt-get -qq -o APT::Sandbox::User=root source --tar-only"
    chroot.run(
        "fetching the libraries' sources",
        f"apt-get -qq {late} update",
        "cd src",
        *(f"({get} {name} || true)" for name in LIBRARIES),  # a signature that cannot be checked ends it after the download
        "for f in libsdl2*.orig.tar.gz freetype_*.orig.tar.xz; do tar xf $f; done",
        log="sources",
    )


def meson(command: str, target: str, setup: str, tags: str) -> tuple[str, ...]:
    """Return the commands that configure, compile and install a project into `/build/TARGET`."""
    configure = f"{command} setup build --cross-file=/build/wasm.ini -Dbuildtype=release --prefix=/usr {setup}"
    install = f"{command} install -C build --no-rebuild --destdir /build/{target} --tags {tags}"
    return f"([ -d build ] || {configure})", "ninja -C build", install


def build_pygame(chroot: Chroot, sdist: sources.Sdist, out: Path) -> Path:
    """Compile SDL 2 and its companions as static libraries, then pygame-ce on top of them."""
    chroot.run("compiling SDL", "python3 /build/libraries.py")
    description = chroot.build / sdist.folder / "meson.build"
    description.write_text(with_our_libraries(description.read_text(encoding="utf-8")), encoding="utf-8")
    steps = meson("meson", "pygame", "-Demscripten_type=pyodide", "runtime,python-runtime,pg-tag")
    chroot.run("compiling pygame-ce", f"cd {sdist.folder}", *steps, log="pygame")
    installed = chroot.build / "pygame/usr/lib/python3/dist-packages/pygame"
    return wheel.make(sdist, installed, chroot.build / sdist.folder / "PKG-INFO", out, PYGAME_LEFT_OUT)


def with_our_libraries(description: str) -> str:
    """Replace the emscripten ports in pygame-ce's build description by the libraries built here."""
    start, end = "    wasm_exceptions = ['-fwasm", "else\n\nif plat == 'win'"
    if "wasm_exceptions = " not in description:
        return description
    own = """\
    include = ['-I/build/prefix/include/SDL2', '-I/build/prefix/include', '-I/build/prefix/include/freetype2']
    sdl_dep = declare_dependency(compile_args: include, link_args: ['/build/prefix/lib/libSDL2.a', '-lhtml5'])
    sdl_image_dep = declare_dependency(link_args: ['/build/prefix/lib/libSDL2_image.a'])
    sdl_mixer_dep = declare_dependency(link_args: ['/build/prefix/lib/libSDL2_mixer.a'])
    freetype_dep = declare_dependency(link_args: ['/build/prefix/lib/libfreetype.a'])
    sdl_ttf_dep = declare_dependency(link_args: ['/build/prefix/lib/libSDL2_ttf.a'], dependencies: [freetype_dep])
"""
    return description[: description.index(start)] + own + description[description.index(end) :]


def build_numpy(chroot: Chroot, sdist: sources.Sdist, out: Path) -> Path:
    """Compile numpy with the meson it carries along, without BLAS."""
    steps = meson("python3 vendored-meson/meson/meson.py", "numpy", "-Dallow-noblas=true", "runtime,python-runtime")
    chroot.run("compiling numpy", f"cd {sdist.folder}", *steps, log="numpy")
    installed = chroot.build / "numpy/usr/lib/python3/dist-packages/numpy"
    return wheel.make(sdist, installed, chroot.build / sdist.folder / "PKG-INFO", out, NUMPY_LEFT_OUT)


def build(engine: Path, root: Path, out: Path) -> list[Path]:
    """Build both wheels into `out`."""
    if os.geteuid() != 0:
        raise BuildError("chroot needs root")
    if shutil.which("mmdebstrap") is None:
        raise BuildError("mmdebstrap is not installed")
    chroot = Chroot(root.resolve(), debian_mirror())
    chroot.install()
    chroot.prepare()
    python_headers(chroot, engine)
    c_library(chroot)
    fetch_sources(chroot)
    numpy, pygame = SDISTS
    return [build_pygame(chroot, pygame, out), build_numpy(chroot, numpy, out)]


def main() -> None:
    """Run the recipe."""
    parser = argparse.ArgumentParser(prog="build.py", description="Build the WebAssembly wheels from their sources.")
    parser.add_argument("--engine", type=Path, required=True, metavar="DIR", help="the folder with Pyodide's files")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the wheels go")
    parser.add_argument("--root", type=Path, default=Path("/var/tmp/intray-wasm"), metavar="DIR", help="where to build")  # noqa: S108
    options = parser.parse_args()
    try:
        for path in build(options.engine, options.root, options.out):
            print(f"recipe: {path}")
    except BuildError as error:
        sys.exit(f"recipe: {error}")


if __name__ == "__main__":
    main()
