"""How often somebody is right about worthy and bait; so-so papers are never asked about."""

from collections.abc import Sequence
from statistics import median

WORTHY_SHARE = 12 / 30  # of the marked papers of a shift: 12 worthy to 18 bait


def share_right(verdicts: Sequence[tuple[bool, float]]) -> float:
    """Give the share right of (worthy or not, score) pairs, weighed as in a shift; a score above 0 says worthy."""
    worthy = [score > 0 for truth, score in verdicts if truth]
    bait = [score <= 0 for truth, score in verdicts if not truth]
    return WORTHY_SHARE * sum(worthy) / len(worthy) + (1 - WORTHY_SHARE) * sum(bait) / len(bait)


def right_by_counters(pairs: Sequence[tuple[bool, int]]) -> tuple[float, float]:
    """Give the share right of who follows the counters and of who defies them, from (worthy or not, counter) pairs.

    To follow is to call worthy what stands above the median of the pairs; to defy, what does not.
    """
    middle = median(counter for _, counter in pairs)
    following = [(truth, 1.0 if counter > middle else -1.0) for truth, counter in pairs]
    return share_right(following), share_right([(truth, -score) for truth, score in following])
