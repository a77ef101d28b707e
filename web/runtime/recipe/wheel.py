"""An installed package as a wheel for Pyodide, the same bytes for the same files."""

import base64
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from web.runtime.recipe.sources import Sdist

TAG = "cp314-cp314-pyemscripten_2026_0_wasm32"

MADE = (2026, 1, 1, 0, 0, 0)
"""The date of every file in the archive."""


def make(sdist: Sdist, package: Path, metadata: Path, out: Path, left_out: Sequence[str]) -> Path:
    """Pack the folder `package` without the paths that contain one of `left_out`, and return the wheel."""
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{sdist.folder}-{TAG}.whl"
    about = f"{sdist.folder}.dist-info"
    label = f"Wheel-Version: 1.0\nGenerator: intray\nRoot-Is-Purelib: false\nTag: {TAG}\n"
    entries = [(path.relative_to(package.parent).as_posix(), path.read_bytes()) for path in files(package, left_out)]
    entries += [(f"{about}/METADATA", metadata.read_bytes()), (f"{about}/WHEEL", label.encode())]
    record = f"{about}/RECORD"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in [*entries, (record, recorded(entries, record))]:
            entry = zipfile.ZipInfo(name, MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return target


def files(package: Path, left_out: Sequence[str]) -> Iterator[Path]:
    """Give the files to pack, sorted."""
    for path in sorted(package.rglob("*")):
        name = "/" + path.relative_to(package.parent).as_posix()
        if path.is_file() and path.suffix != ".pyc" and not any(part in name for part in left_out):
            yield path


def recorded(entries: Sequence[tuple[str, bytes]], record: str) -> bytes:
    """Return the wheel's list of files with their hashes and sizes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for name, data in entries:
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        writer.writerow((name, f"sha256={digest}", len(data)))
    writer.writerow((record, "", ""))
    return text.getvalue().encode()
