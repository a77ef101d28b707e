"""How a play-through was asked for, by the command line or by the page's address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from game.ui.settings import Settings

if TYPE_CHECKING:
    from game.scenario import Scenario

LEVEL = "the-tray"
SEEDS = 1 << 32
"""Seeds are smaller than this."""


@dataclass(frozen=True)
class Options:
    """What may be chosen before the first picture. `scenario`, if given, is played instead of the level named.

    `file`, if given, is a session file to go on with.
    `percent` 0, `calm` False and `reduced_motion` None ask for nothing: the settings decide.
    """

    level: str = LEVEL
    seed: int = 7
    lang: str = "en"
    layout: str = ""
    percent: int = 0
    calm: bool = False
    reduced_motion: bool | None = None
    run: str = ""
    bot: str = "curious"
    days: int = 1
    fail: str = ""
    order: str = ""
    file: bytes = b""
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
            order=query.get("order", self.order),
            seed=int(seed) if seed.isdecimal() and int(seed) < SEEDS else self.seed,
            days=int(days) if days.isdecimal() else self.days,
        )

    def over(self, settings: Settings) -> Settings:
        """Give the settings with what was asked for instead of what was kept."""
        asked: dict[str, Any] = {"percent": self.percent or settings.percent, "calm": self.calm or settings.calm}
        if self.reduced_motion is not None:
            asked["reduced"] = self.reduced_motion
        return replace(settings, **asked)
