"""The server of the browser build sends what a browser needs and nothing else."""

import gzip
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from game.port.serve import Server


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A small site."""
    folder = tmp_path / "site"
    (folder / "engine").mkdir(parents=True)
    (folder / "index.html").write_text("<p>desk", encoding="utf-8")
    (folder / "engine" / "py.wasm").write_bytes(b"\0asm" * 1000)
    (folder / "game.apk").write_bytes(b"PK")
    (tmp_path / "secret").write_text("no", encoding="utf-8")
    with Server(folder) as server:
        yield server.address


def get(url: str, **headers: str) -> HTTPResponse:
    """Ask for a file."""
    spelt = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, headers=spelt)  # noqa: S310 - the address is the test's own
    answer = urllib.request.urlopen(request, timeout=5)  # noqa: S310 - as above
    assert isinstance(answer, HTTPResponse)
    return answer


def test_a_folder_is_its_page(address: str) -> None:
    with get(address) as answer:
        assert answer.read() == b"<p>desk"
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_webassembly_has_its_type_and_travels_compressed(address: str) -> None:
    with get(address + "engine/py.wasm", Accept_Encoding="gzip") as answer:
        body = answer.read()
        assert answer.headers["Content-Type"] == "application/wasm"
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(body) == b"\0asm" * 1000
        assert len(body) < 200


def test_an_unchanged_file_is_not_sent_again(address: str) -> None:
    with get(address + "game.apk") as answer:
        mark = answer.headers["ETag"]
    with pytest.raises(urllib.error.HTTPError, match="304"):
        get(address + "game.apk", If_None_Match=mark)


@pytest.mark.parametrize("path", ["nothing.js", "../secret", "%2e%2e/secret", "engine"])
def test_nothing_outside_the_folder_is_found(address: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(address + path)


def test_a_folder_without_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"run \./build\.sh --offline first"):
        Server(tmp_path)
