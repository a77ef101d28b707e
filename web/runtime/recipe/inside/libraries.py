"""Compile SDL 2, its companions and freetype as static libraries, inside the chroot: `python3 /build/libraries.py`.

Which source files belong to SDL 2 and to freetype is taken from emscripten's own ports of them.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BUILD = Path("/build")
SOURCES = BUILD / "src"
PREFIX = BUILD / "prefix"
OBJECTS = BUILD / "obj"
PORTS = Path("/usr/share/emscripten/tools/ports")

FLAGS = ["-O2", "-g0", "-fPIC", "-fwasm-exceptions", "-sSUPPORT_LONGJMP=wasm", "-w"]
SDL_INCLUDE = [f"-I{PREFIX}/include/SDL2", f"-I{PREFIX}/include"]

IMAGE_FORMATS = ("BMP", "GIF", "JPG", "LBM", "PCX", "PNG", "PNM", "QOI", "SVG", "TGA", "XCF", "XPM", "XV")


def compile_one(command: Sequence[str]) -> str:
    """Compile one file; return what the compiler says if it fails, else nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{' '.join(command)}\n{done.stderr[-1500:]}"


def library(name: str, folder: Path, files: Sequence[str], flags: Sequence[str]) -> None:
    """Make libNAME.a out of `files` of `folder`; objects that are there already are used again."""
    objects, commands = [], []
    for file in files:
        target = OBJECTS / name / (file.replace("/", "__") + ".o")
        objects.append(str(target))
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            commands.append(["emcc", *FLAGS, *flags, "-c", str(folder / file), "-o", str(target)])
    with ThreadPoolExecutor(2) as pool:
        faults = [fault for fault in pool.map(compile_one, commands) if fault]
    if faults:
        sys.exit(f"{name}: {len(faults)} files do not compile, first:\n{faults[0]}")
    archive = PREFIX / "lib" / f"lib{name}.a"
    archive.parent.mkdir(parents=True, exist_ok=True)
    archive.unlink(missing_ok=True)
    subprocess.run(["emar", "rcs", str(archive), *objects], check=True)
    print(f"{archive.name}: {len(files)} files, {archive.stat().st_size} bytes", flush=True)


def headers(files: Sequence[Path], target: str) -> None:
    """Copy headers to where the next library looks for them."""
    folder = PREFIX / "include" / target
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        if file.is_dir():
            shutil.copytree(file, folder / file.name, dirs_exist_ok=True)
        else:
            shutil.copy(file, folder)


def there(folder: Path, files: Sequence[str]) -> list[str]:
    """Return the files that this version of a library has; the port may be for another one."""
    missing = [file for file in files if not (folder / file).exists()]
    if missing:
        print("not in this version:", *missing, flush=True)
    return [file for file in files if file not in missing]


def quoted(text: str) -> list[str]:
    """Return the words in single quotes."""
    return re.findall(r"'([^']+)'", text)


def sdl() -> None:
    """SDL 2 itself, without threads and with the dummy video driver besides the browser's."""
    port = (PORTS / "sdl2.py").read_text(encoding="utf-8")
    listed = re.search(r"srcs = '''(.*?)'''", port, re.DOTALL)
    threads = re.search(r"thread_srcs = (\[.*?\])", port)
    if listed is None or threads is None:
        sys.exit("emscripten's SDL 2 port no longer lists its sources where it did")
    folder = SOURCES / "SDL2-2.32.10"
    files = listed[1].split() + [f"thread/generic/{name}" for name in quoted(threads[1])]
    headers(sorted((folder / "include").glob("*.h")), "SDL2")
    flags = ["-sUSE_SDL=0", "-fwrapv-pointer", "-DSDL_VIDEO_DRIVER_DUMMY=1", f"-I{folder}/include"]
    library("SDL2", folder / "src", there(folder / "src", files), flags)


def sdl_image() -> None:
    """SDL2_image with the decoders it carries along: no libpng, no libjpeg."""
    folder = SOURCES / "SDL2_image-2.8.8"
    headers([folder / "include/SDL_image.h"], "SDL2")
    files = [path.name for path in sorted((folder / "src").glob("IMG*.c")) if "WIC" not in path.name]
    saving = ["-DUSE_STBIMAGE", "-DSAVE_PNG=1", "-DSAVE_JPG=1", "-DIMG_SAVE_PNG=1"]
    loading = [f"-DLOAD_{name}" for name in IMAGE_FORMATS]
    library("SDL2_image", folder / "src", files, [*SDL_INCLUDE, f"-I{folder}/include", *saving, *loading])


def sdl_mixer() -> None:
    """SDL2_mixer for wav, ogg and flac, with the decoders it carries along."""
    folder = SOURCES / "SDL2_mixer-2.8.1"
    headers([folder / "include/SDL_mixer.h"], "SDL2")
    source = folder / "src"
    files = [path.relative_to(source).as_posix() for part in ("*.c", "codecs/*.c") for path in sorted(source.glob(part))]
    parts = ("include", "src", "src/codecs", "src/codecs/dr_libs", "src/codecs/stb_vorbis")
    include = [f"-I{folder}/{part}" for part in parts]
    formats = ["-DMUSIC_WAV", "-DMUSIC_OGG", "-DOGG_USE_STB", "-DMUSIC_FLAC_DRFLAC"]
    library("SDL2_mixer", source, files, [*SDL_INCLUDE, *include, *formats])


def freetype() -> None:
    """Freetype without compression, png and harfbuzz."""
    port = (PORTS / "freetype.py").read_text(encoding="utf-8")
    folder = SOURCES / "freetype-2.14.3"
    files = ["src/base/ftsystem.c", *re.findall(r"'(src/[\w/]+\.c)'", port)]
    headers(sorted((folder / "include").iterdir()), "freetype2")
    include = [f"-I{folder}/{part}" for part in ("include", "src", "src/truetype", "src/sfnt")]
    library("freetype", folder, there(folder, files), ["-DFT2_BUILD_LIBRARY", "-DDARWIN_NO_CARBON", *include])


def sdl_ttf() -> None:
    """SDL2_ttf without harfbuzz."""
    folder = SOURCES / "SDL2_ttf-2.24.0"
    headers([folder / "SDL_ttf.h"], "SDL2")
    flags = [*SDL_INCLUDE, f"-I{PREFIX}/include/freetype2", "-DTTF_USE_HARFBUZZ=0"]
    library("SDL2_ttf", folder, ["SDL_ttf.c"], flags)


if __name__ == "__main__":
    sdl()
    sdl_image()
    sdl_mixer()
    freetype()
    sdl_ttf()
