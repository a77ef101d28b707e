"""List the files that the self-hosted page loads, with their sizes: `python -m web.manifest SITE`.

The page starts every download at once and shows the bytes received of the bytes there are, so it has to know both
beforehand. Written to SITE/engine/manifest.json.
"""

import json
import sys
from pathlib import Path

ARCHIVE = "intray.apk"

FETCHED = ("engine/pyodide.asm.wasm", "engine/python_stdlib.zip")
"""What Pyodide fetches by itself; its two modules are imported by the browser and not counted."""


def manifest(site: Path) -> dict[str, object]:
    """Return what the page has to load, `files` by address relative to the page, in bytes."""
    wheels = [f"engine/{name}" for name in json.loads((site / "engine" / "wheels.json").read_text(encoding="utf-8"))]
    files = {name: (site / name).stat().st_size for name in (*FETCHED, *wheels, ARCHIVE)}
    return {"archive": ARCHIVE, "wheels": wheels, "files": files}


def main() -> None:
    """Write the list for the site named on the command line."""
    site = Path(sys.argv[1])
    (site / "engine" / "manifest.json").write_text(json.dumps(manifest(site), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
