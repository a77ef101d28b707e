"""The runtime of the offline page comes only from where it may, and only unharmed."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.port.serve import Server
from web.runtime import fetch

TAG = fetch.WHEEL_TAG
WHEELS = {f"numpy-9.9-{TAG}.whl": b"numbers", f"pygame_ce-9.9-{TAG}.whl": b"pictures"}


def release_lock() -> bytes:
    """A lock file that names the two wheels."""
    packages = {
        fetch.distribution(name): {"file_name": name, "sha256": hashlib.sha256(data).hexdigest()} for name, data in WHEELS.items()
    }
    return json.dumps({"packages": packages}).encode()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that already holds a small pretended npm package, pinned as such."""
    files = dict.fromkeys(fetch.ENGINE_FILES, b"engine")
    files["pyodide.mjs"] = b"x=`https://release.invalid/v${V}/full/`"
    files[fetch.LOCK_FILE] = release_lock()
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as package:
        for name, data in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(data)
            package.addfile(member, io.BytesIO(data))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(fetch, "PYODIDE_SHA256", hashlib.sha256(archive.getvalue()).hexdigest())
    monkeypatch.setattr(fetch, "PINNED", {name: hashlib.sha256(data).hexdigest() for name, data in WHEELS.items()})
    folder = fetch.cache_folder()
    folder.mkdir(parents=True)
    (folder / f"pyodide-{fetch.PYODIDE}.tgz").write_bytes(archive.getvalue())
    return folder


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with both wheels, which a server can serve as a release."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name, data in WHEELS.items():
        (folder / name).write_bytes(data)
    (folder / "index.html").write_text("a release", encoding="utf-8")
    return folder


@pytest.fixture
def release(wheels: Path) -> Iterator[str]:
    """A release on a loopback server."""
    with Server(wheels) as server:
        yield server.address


def test_a_folder_of_wheels_completes_the_runtime(cache: Path, wheels: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    fetch.main(["--wheels", str(wheels), "--out", str(out)])
    assert {path.name for path in out.iterdir()} == {*fetch.ENGINE_FILES, *WHEELS, "wheels.json"}
    assert json.loads((out / "wheels.json").read_text(encoding="utf-8")) == sorted(WHEELS)
    assert (cache / "wheels.json").is_file()


def test_the_release_is_fetched_and_checked_by_the_lock_file(cache: Path, release: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    fetch.main(["--release", release, "--out", str(out)])
    assert (out / f"numpy-9.9-{TAG}.whl").read_bytes() == b"numbers"
    assert cache.is_dir()


def test_the_second_time_the_cache_is_enough(cache: Path, wheels: Path, tmp_path: Path) -> None:
    fetch.main(["--wheels", str(wheels), "--out", str(tmp_path / "first")])
    fetch.main(["--out", str(tmp_path / "second")])
    assert (tmp_path / "second" / f"numpy-9.9-{TAG}.whl").is_file()
    assert cache.is_dir()


@pytest.mark.usefixtures("cache")
def test_another_file_under_a_released_name_is_refused(wheels: Path, release: str, tmp_path: Path) -> None:
    (wheels / f"numpy-9.9-{TAG}.whl").write_bytes(b"something else")
    with pytest.raises(SystemExit, match="damaged or another one"):
        fetch.main(["--release", release, "--out", str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("cache")
def test_an_unpinned_build_is_taken_only_when_asked(wheels: Path, tmp_path: Path) -> None:
    (wheels / f"numpy-9.9-{TAG}.whl").write_bytes(b"built again")
    arguments = ["--wheels", str(wheels), "--out", str(tmp_path / "out")]
    with pytest.raises(SystemExit, match="not the pinned build"):
        fetch.main(arguments)
    fetch.main([*arguments, "--unpinned"])


@pytest.mark.usefixtures("cache")
def test_a_missing_wheel_is_named(wheels: Path, tmp_path: Path) -> None:
    (wheels / f"pygame_ce-9.9-{TAG}.whl").unlink()
    with pytest.raises(SystemExit, match=r"pygame-ce .* is not there"):
        fetch.main(["--wheels", str(wheels), "--out", str(tmp_path / "out")])


@pytest.mark.usefixtures("cache")
def test_an_unreachable_release_names_the_other_ways(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"cannot be fetched.*--wheels DIR, or --build"):
        fetch.main(["--release", "http://127.0.0.1:9/", "--out", str(tmp_path / "out")])


def test_the_release_address_is_the_one_pyodide_names(tmp_path: Path) -> None:
    (tmp_path / "pyodide.mjs").write_text("a=b??`https://release.invalid/v${U}/full/`", encoding="utf-8")
    assert fetch.release_address(tmp_path) == f"https://release.invalid/v{fetch.PYODIDE}/full/"


def test_a_damaged_npm_package_in_the_cache_is_fetched_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = cache / f"pyodide-{fetch.PYODIDE}.tgz"
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1])

    def again(folder: Path) -> Path:
        fresh = folder / kept.name
        fresh.write_bytes(whole)
        return fresh

    monkeypatch.setattr(fetch, "npm_pack", again)
    assert fetch.pyodide_archive(cache).read_bytes() == whole
