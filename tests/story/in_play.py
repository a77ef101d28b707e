"""Papers as the world's accounts write them: each with its kind, and read once folded and once unfolded."""

from collections.abc import Iterator
from itertools import count
from types import SimpleNamespace
from typing import cast

from game.feed import desk
from game.feed.posting import clip
from game.feed.world import World
from game.kernel.chance import draw, normal
from game.kernel.exact import exponential, median_of_three
from game.scenario.load import load_level
from game.session.cards import FLAME
from game.story.cards import BAIT, SO_SO, WORTHY
from game.story.words import Paper
from tests.scenario.levels import LEVELS

PURPOSE = 77  # a stream that only these papers draw from
CLASS = {desk.WORTHY: WORTHY, desk.BAIT: BAIT, desk.SO_SO: SO_SO}
RULES = load_level("the-tray", LEVELS).rules()


def kind_of(quality: float, drama: float) -> str:
    """Give the kind of one post by the desk's own rule."""
    posts = SimpleNamespace(quality=[quality], drama=[drama])
    return CLASS[desk.kind_of_card(cast("World", SimpleNamespace(rules=RULES, posts=posts)), 0)]


def papers_in_play(seed: int) -> Iterator[tuple[str, Paper]]:
    """Give (kind, paper) of one author after the other, without end."""
    for author in count():
        lots = [draw(seed, PURPOSE, author, lot, 0) for lot in range(4)]
        noise = [normal(seed, PURPOSE, author, lot, 1) for lot in range(4)]
        quality = clip(median_of_three(*lots[:3]) + RULES.quality_sd * noise[0])
        drama = clip(clip(RULES.drama_mean * exponential(lots[3])) + RULES.drama_sd * noise[1])
        looks = kind_of(quality + RULES.folded_sd * noise[2], drama)
        is_ = kind_of(quality + RULES.unfolded_sd * noise[3], drama)
        yield kind_of(quality, drama), Paper(author, 1, looks, is_, flame=drama >= FLAME)


def papers_of_a_shift(seed: int, mix: dict[str, int]) -> list[Paper]:
    """Give papers in the mix of a shift, so many of each kind."""
    owed = dict(mix)
    papers = []
    for kind, paper in papers_in_play(seed):
        if owed[kind]:
            owed[kind] -= 1
            papers.append(paper)
        if not any(owed.values()):
            break
    return papers
