"""Addressed chance: a draw is a pure function of (seed, stream, actor, subject, nth), never a position in a sequence.

Nobody consumes anybody else's luck: an extra post, a changed stamp, a stranger's session leave every other draw where
it was, which is what makes twin worlds comparable (common random numbers without bookkeeping).

The mixer is a Philox-2x32-like Feistel network (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as
1, 2, 3") with a multiplier below 2**31, so that every product fits a signed 64-bit integer and Python and machine
agree. Its quality is tested in tests/kernel/test_chance.py (uniformity, avalanche, neighbours uncorrelated).
"""

from game.kernel.exact import normal_quantile
from game.kernel.mark import kernel

LANE = 0xFFFFFFFF
MULTIPLIER = 0x5256D193  # odd, below 2**31
GOLDEN = 0x9E3779B9  # 2**32 / golden ratio: spreads streams and actors over the key space
SILVER = 0x3C6EF372  # separates the two round keys
UNIT = 1.0 / 4503599627370496.0  # 2**-52
HALF_BITS = 26  # `bits` gives two independent halves: one call serves two decisions
HALF_MASK = (1 << HALF_BITS) - 1
HALF_SIZE = 67108864.0  # 2**HALF_BITS


@kernel
def bits(seed: int, stream: int, actor: int, subject: int, nth: int) -> int:
    """52 addressed bits.

    `seed`, `actor`, `subject`, `nth` in 0 .. 2**32-1; `stream` is a small purpose number (`feed.streams`). Round keys
    alternate between who draws and for what; for a fixed actor and stream the network is a bijection of
    (subject, nth), so no two subjects share a state. Written out round by round: a loop costs a third more interpreted.
    """
    purpose = (seed + stream * GOLDEN) & LANE
    who = (actor * MULTIPLIER + SILVER) & LANE
    product = (subject ^ purpose) * MULTIPLIER
    low = (product >> 32) ^ nth ^ who
    high = product & LANE
    product = low * MULTIPLIER
    low = (product >> 32) ^ high ^ purpose
    high = product & LANE
    product = low * MULTIPLIER
    low = (product >> 32) ^ high ^ who
    high = product & LANE
    product = low * MULTIPLIER
    low = (product >> 32) ^ high ^ purpose
    high = product & LANE
    product = low * MULTIPLIER
    low = (product >> 32) ^ high ^ who
    high = product & LANE
    product = low * MULTIPLIER
    low = (product >> 32) ^ high ^ purpose
    high = product & LANE
    product = low * MULTIPLIER
    return ((((product >> 32) ^ high) & LANE) << 20) | ((product & LANE) >> 12)


@kernel
def draw(seed: int, stream: int, actor: int, subject: int, nth: int) -> float:
    """Uniform in the open interval (0, 1), a multiple of 2**-53: `bits` plus a half, so that 0 and 1 never occur."""
    return (bits(seed, stream, actor, subject, nth) + 0.5) * UNIT


@kernel
def index(seed: int, stream: int, actor: int, subject: int, nth: int, size: int) -> int:
    """Uniform in 0 .. size-1 (bias below size / 2**31)."""
    return ((bits(seed, stream, actor, subject, nth) >> 21) * size) >> 31


@kernel
def normal(seed: int, stream: int, actor: int, subject: int, nth: int) -> float:
    """Standard normal by inversion: one draw, monotone in it, so twins stay coupled."""
    return normal_quantile(draw(seed, stream, actor, subject, nth))
