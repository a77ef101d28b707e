"""How a play-through was asked for: by the command line, by the page's address, or by what was kept from last time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from game.ui.layout import PERCENTS

if TYPE_CHECKING:
    from game.scenario import Scenario

LEVEL = "the-tray"


@dataclass(frozen=True)
class Options:
    """What may be chosen before the first picture. `scenario`, if given, is played instead of the level named."""

    level: str = LEVEL
    seed: int = 7
    lang: str = "en"
    layout: str = ""
    percent: int = 100
    calm: bool = False
    reduced_motion: bool | None = None
    run: str = ""
    bot: str = "curious"
    days: int = 1
    fail: str = ""
    frames: int = 0
    scenario: "Scenario | None" = None

    def asked(self, query: Mapping[str, str]) -> "Options":
        """Give these options changed by an address; values that make no sense are passed over."""
        seed, days = query.get("seed", ""), query.get("days", "")
        return replace(
            self,
            level=query.get("level", self.level),
            lang=query.get("lang", self.lang),
            layout=query.get("layout", self.layout),
            run=query.get("run", self.run),
            bot=query.get("bot", self.bot),
            fail=query.get("fail", self.fail),
            seed=int(seed) if seed.isdecimal() else self.seed,
            days=int(days) if days.isdecimal() else self.days,
        )

    def kept(self, text: str | None) -> "Options":
        """Give these options with the settings that were kept, where nothing else was asked for; a damaged file is none."""
        try:
            found: Any = json.loads(text or "{}")
        except ValueError:
            return self
        if not isinstance(found, dict):
            return self
        percent = found.get("percent")
        chosen = percent if percent in PERCENTS and self.percent == PERCENTS[0] else self.percent
        return replace(self, percent=chosen, calm=found.get("calm") is True or self.calm)


def settings_text(percent: int, *, calm: bool) -> str:
    """Write the settings that are kept."""
    return json.dumps({"version": 1, "percent": percent, "calm": calm})
