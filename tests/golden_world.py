"""A small fixed world whose digest is kept beside the version of the rules: `python -m tests.golden_world` renews both.

So nobody changes a rule without raising VERSION in game/feed/rules.py: the digest tells.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from game.feed import rules
from game.scenario import Beat, CastMember, Mix, Scenario, Shift
from game.session import Seat, Session
from game.session.bots import bot_named
from game.session.player import Player
from game.story import Words

ROOT = Path(__file__).resolve().parent.parent
FILE = Path(__file__).with_name("golden_world.txt")
RENEW = "python -m tests.golden_world"
ACCOUNTS = 300
DAYS = 3
DAY = 86_400
SEED = 7
SEAT = "you"

DRAMA = CastMember("drama", "Drama", "drama", 0, 0.3, 0.9, 0.3, 8.0, neighbour=False, about="")
GURU = CastMember("guru", "Guru", "guru", 2, 0.3, 0.3, 0.2, 6.0, neighbour=False, about="")
HOBBY = CastMember("hobby", "Hobby", "hobby", 1, 0.7, 0.1, 0.02, 3.0, neighbour=True, about="")
WORLD = Scenario(
    name="golden",
    title="Golden",
    version=1,
    world={
        "accounts": ACCOUNTS, "communities": 4, "tray_size": 8, "join_rate": 0.02, "unfollow_rate": 0.05, "closure_rate": 0.05,
        "browse_rate": 0.05, "callout_every": 0.3, "callout_least": 1, "callout_settle": 7_200, "course_every": 0.3,
        "course_buy": 0.5, "course_graduate": 0.3, "political_share": 0.3, "cross": 0.1, "drama_makers": 2, "gurus": 2,
    },
    shift=Shift(
        cards=10, mix=Mix(3, 5, 2), overtime_cards=2, least_handled=7, popular_followers=3, closed_door=1, open_window=7,
        burn_in_days=1.0,
    ),
    cast=(DRAMA, GURU, HOBBY),
    schedule=(Beat(5.0, "course", "guru"), Beat(10.0, "callout", "drama", "hobby")),
)  # fmt: skip
"""All of this stands here and in no level file, so that only rules can change the digest."""


class Golden(NamedTuple):
    """A digest, and the version of the rules it was made under."""

    version: int
    digest: str


def grown() -> Golden:
    """Run the world, interpreted: a burn-in, a shift played by throwing a coin, and the nights after it."""
    words = Words.from_toml((ROOT / "assets" / "words" / "en.toml").read_text(encoding="utf-8"))
    session = Session.start(WORLD, SEED, [Seat(SEAT, "coin")], words=words)
    session.warm_up()
    for _ in Player(session, SEAT, bot_named("coin")).steps():
        pass
    session.advance(DAYS * DAY - session.tick)
    return Golden(rules.VERSION, session.digest())


def kept() -> Golden:
    """The pair in the file."""
    version, digest = FILE.read_text(encoding="utf-8").split()
    return Golden(int(version), digest)


def fault(now: Golden, before: Golden) -> str:
    """What must be done, in words; empty when nothing must."""
    if now.digest != before.digest and now.version == before.version:
        return f"the rules changed: raise VERSION in game/feed/rules.py and run {RENEW}"
    if now != before:
        return f"tests/golden_world.txt is of version {before.version}, the rules are of version {now.version}: run {RENEW}"
    return ""


def main() -> int:
    """Write version and digest of today, unless the rules changed under the same version."""
    now = grown()
    told = fault(now, kept()) if FILE.exists() else ""
    if "raise VERSION" in told:
        sys.stderr.write(f"{told}\n")
        return 1
    FILE.write_text(f"{now.version} {now.digest}\n", encoding="utf-8")
    sys.stdout.write(f"version {now.version}, digest {now.digest}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
