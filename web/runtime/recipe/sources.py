"""Source archives from the package index that pip uses by default.

`pip download --no-binary` would do, but it first asks the project for its metadata, and numpy answers by configuring a
native build. So the index page is read here, and the hash that it gives is checked.
"""

import hashlib
import html
import re
import urllib.parse
import urllib.request
from pathlib import Path
from typing import NamedTuple

from pip._internal.models.index import PyPI

LINK = re.compile(r'<a[^>]*href="([^"#]+)#sha256=([0-9a-f]{64})"[^>]*>([^<]+)</a>')


class Sdist(NamedTuple):
    """A project's source archive: name as in the file, version."""

    name: str
    version: str

    @property
    def folder(self) -> str:
        """The folder it unpacks into."""
        return f"{self.name}-{self.version}"


def download(sdist: Sdist, folder: Path) -> Path:
    """Download a source archive into `folder` and return it."""
    page = f"{PyPI.simple_url}/{sdist.name.replace('_', '-')}/"
    wanted = f"{sdist.folder}.tar.gz"
    with urllib.request.urlopen(page, timeout=120) as answer:  # noqa: S310 - pip's own https address
        listing = answer.read().decode()
    for address, digest, name in LINK.findall(listing):
        if name.strip() != wanted:
            continue
        url = urllib.parse.urljoin(page, html.unescape(address))
        with urllib.request.urlopen(url, timeout=600) as answer:  # noqa: S310 - named by that page
            data = answer.read()
        if hashlib.sha256(data).hexdigest() != digest:
            raise ValueError(f"{wanted} does not have the hash that the index names")
        target = folder / wanted
        target.write_bytes(data)
        return target
    raise FileNotFoundError(f"the package index has no {wanted}")
