"""Build hook: a wheel carries `assets/` and `levels/` as `game/_data/assets` and `game/_data/levels`."""

from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelData(BuildHookInterface[BuilderConfig]):
    """Adds the data folders to real wheels only: an editable install reads them in the checkout, never a stale copy."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name each folder and where it lands; a missing folder stops the build rather than making a wheel without levels."""
        if version == "editable":
            return
        for name in ("assets", "levels"):
            folder = Path(self.root, name)
            if not folder.is_dir():
                raise FileNotFoundError(f"{folder}: the wheel must carry this folder; build from a whole checkout")
            build_data["force_include"][str(folder)] = f"game/_data/{name}"
