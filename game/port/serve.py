"""A small file server for the browser build: right types, compressed, for this machine only unless told otherwise.

with Server(folder) as server:
    print(server.address)
"""

import gzip
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
"""Media types by suffix; a browser refuses modules and streams no WebAssembly under a wrong one."""

OTHER_TYPE = "application/octet-stream"

COMPRESSIBLE = frozenset({".html", ".css", ".mjs", ".js", ".json", ".wasm", ".svg"})
"""The rest (wheels, archives, pictures) is compressed already."""

LEVEL = 6
"""Gzip level: the 9.6 MB of Pyodide's engine become 3.5 MB in a third of a second."""


class Site:
    """The files under one folder, each compressed once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._compressed: dict[Path, tuple[int, bytes]] = {}
        self._lock = threading.Lock()

    def find(self, address: str) -> Path | None:
        """Return the file that the path of a request names, or None; nothing outside the folder is ever found."""
        path = (self.folder / unquote(urlsplit(address).path).lstrip("/")).resolve()
        if path.is_dir():
            path /= "index.html"
        if not path.is_relative_to(self.folder) or not path.is_file():
            return None
        return path

    def compressed(self, path: Path) -> bytes:
        """Return the gzipped content of `path`, remembered until the file changes."""
        changed = path.stat().st_mtime_ns
        with self._lock:
            known = self._compressed.get(path)
            if known is None or known[0] != changed:
                known = (changed, gzip.compress(path.read_bytes(), LEVEL, mtime=0))
                self._compressed[path] = known
        return known[1]


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD out of the server's site."""

    protocol_version = "HTTP/1.1"
    server: "SiteServer"

    def do_GET(self) -> None:
        """Send a file."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Send a file's headers."""
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        path = self.server.site.find(self.path)
        if path is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        mark = f'"{path.stat().st_mtime_ns:x}-{path.stat().st_size:x}"'
        if self.headers.get("If-None-Match") == mark:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", mark)
            self.end_headers()
            return
        zipped = path.suffix in COMPRESSIBLE and "gzip" in self.headers.get("Accept-Encoding", "")
        content = self.server.site.compressed(path) if zipped else path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", TYPES.get(path.suffix, OTHER_TYPE))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")  # kept, but asked for again: a new build shows at once
        self.send_header("ETag", mark)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: the terminal belongs to the command that serves."""


class SiteServer(ThreadingHTTPServer):
    """The listening socket and the site it serves."""

    daemon_threads = True

    def __init__(self, folder: Path, host: str, port: int) -> None:
        self.site = Site(folder)
        super().__init__((host, port), Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that goes away in the middle of a file is no fault."""


class Server:
    """Serves a folder in the background for as long as the `with` block runs; port 0 takes a free one."""

    def __init__(self, folder: Path, host: str = "127.0.0.1", port: int = 0) -> None:
        if not (folder / "index.html").is_file():
            raise FileNotFoundError(f"{folder} holds no page: run ./build.sh --offline first")
        self._server = SiteServer(folder, host, port)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def wait(self) -> None:
        """Block until the server is stopped from elsewhere (control-C in `intray web`)."""
        self._thread.join()
