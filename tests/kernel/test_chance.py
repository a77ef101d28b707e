"""Addressed chance: even, unrelated between neighbouring addresses, and the same for ever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.kernel.chance import GOLDEN, LANE, MULTIPLIER, SILVER, bits, draw, index, normal

words = st.integers(0, LANE)
streams = st.integers(0, 63)
SAMPLE = 20_000
CELLS = 64
CHI_SQUARE_MOST = 118.0  # 63 degrees of freedom, p = 0.00003
INVERSE = pow(MULTIPLIER, -1, 1 << 32)

GOLDEN_BITS = {
    (0, 0, 0, 0, 0): 0x2733199623854,
    (7, 5, 0, 0, 0): 0x78CB99C0CA9D9,
    (7, 5, 1, 0, 0): 0xE375BFC5DCD07,
    (7, 5, 0, 1, 0): 0x9DB0AA6676932,
    (7, 5, 0, 0, 1): 0x6948AD5D9431A,
    (1234567890, 24, 1199, 88, 3): 0xF2F57F85ED4B0,
    (LANE, 63, LANE, LANE, LANE): 0x461E3D8CE8160,
}


def chi_square(values: list[float]) -> float:
    """Give the chi-square of values in 0..1 over equal cells."""
    counts = [0] * CELLS
    for value in values:
        counts[int(value * CELLS)] += 1
    expected = len(values) / CELLS
    return sum((count - expected) ** 2 / expected for count in counts)


def correlation(xs: list[float], ys: list[float]) -> float:
    """Give Pearson's correlation of two samples of uniforms."""
    count = len(xs)
    return 12.0 * sum((x - 0.5) * (y - 0.5) for x, y in zip(xs, ys, strict=True)) / count


def test_a_draw_is_for_ever() -> None:
    assert {address: bits(*address) for address in GOLDEN_BITS} == GOLDEN_BITS


def test_draws_are_even_along_every_part_of_an_address() -> None:
    along = {
        "seed": [draw(n, 5, 3, 4, 0) for n in range(SAMPLE)],
        "actor": [draw(7, 5, n, 4, 0) for n in range(SAMPLE)],
        "subject": [draw(7, 5, 3, n, 0) for n in range(SAMPLE)],
        "nth": [draw(7, 5, 3, 4, n) for n in range(SAMPLE)],
        "actor and subject": [draw(7, 5, n % 141, n // 141, 0) for n in range(SAMPLE)],
    }
    for part, values in along.items():
        assert chi_square(values) < CHI_SQUARE_MOST, part


def test_the_low_bits_are_even_too() -> None:
    low = [(bits(7, 5, n, 4, 0) & 0x3FFFFFF) / 67108864.0 for n in range(SAMPLE)]
    assert chi_square(low) < CHI_SQUARE_MOST


def test_every_input_bit_moves_half_of_the_output_bits() -> None:
    widths = (32, 6, 26, 32, 32)
    for part, width in enumerate(widths):
        for place in range(width):
            flipped = 0
            for trial in range(24):
                address = [1000 + trial, trial % 25, 17 * trial, 31 * trial, trial]
                before = bits(*address)
                address[part] ^= 1 << place
                flipped += (before ^ bits(*address)).bit_count()
            assert 0.42 < flipped / (24 * 52) < 0.58, (part, place)


def test_neighbouring_addresses_are_unrelated() -> None:
    base = [draw(7, 5, n, 9, 0) for n in range(SAMPLE)]
    neighbours = {
        "seed": [draw(8, 5, n, 9, 0) for n in range(SAMPLE)],
        "stream": [draw(7, 6, n, 9, 0) for n in range(SAMPLE)],
        "actor": [draw(7, 5, n + 1, 9, 0) for n in range(SAMPLE)],
        "subject": [draw(7, 5, n, 10, 0) for n in range(SAMPLE)],
        "nth": [draw(7, 5, n, 9, 1) for n in range(SAMPLE)],
        "actor and subject swapped": [draw(7, 5, 9, n, 0) for n in range(SAMPLE)],
    }
    for part, values in neighbours.items():
        assert abs(correlation(base, values)) < 0.03, part


def test_the_two_halves_of_a_draw_are_unrelated() -> None:
    whole = [bits(7, 5, n, 9, 0) for n in range(SAMPLE)]
    high = [(value >> 26) / 67108864.0 for value in whole]
    low = [(value & 0x3FFFFFF) / 67108864.0 for value in whole]
    assert abs(correlation(high, low)) < 0.03


def address_of(high: int, low: int, seed: int, stream: int, actor: int) -> tuple[int, int]:
    """Run the eight rounds of `bits` backwards from its full last state to (subject, nth)."""
    purpose = (seed + stream * GOLDEN) & LANE
    who = (actor * MULTIPLIER + SILVER) & LANE
    last = (low * INVERSE) & LANE  # what the last product was made of
    before = (high ^ ((last * MULTIPLIER) >> 32)) & LANE  # low word of the product before
    for key in (purpose, who, purpose, who, purpose):
        word = (before * INVERSE) & LANE
        before = last ^ ((word * MULTIPLIER) >> 32) ^ key
        last = word
    word = (before * INVERSE) & LANE  # subject ^ purpose
    return word ^ purpose, last ^ ((word * MULTIPLIER) >> 32) ^ who


@settings(max_examples=20)
@given(words, streams, words, words, words)
def test_for_a_fixed_actor_the_mixer_can_be_run_backwards(seed: int, stream: int, actor: int, subject: int, nth: int) -> None:
    told = bits(seed, stream, actor, subject, nth)
    low = (told & 0xFFFFF) << 12
    found = {address_of(told >> 20, low + hidden, seed, stream, actor) for hidden in range(1 << 12)}
    assert (subject, nth) in found
    assert len(found) == 1 << 12


@given(words, streams, words)
def test_no_two_subjects_share_a_draw(seed: int, stream: int, actor: int) -> None:
    assert len({bits(seed, stream, actor, subject, 0) for subject in range(200)}) == 200


def test_no_two_subjects_share_a_draw_among_very_many() -> None:
    assert len({bits(7, 5, 3, subject, 0) for subject in range(100_000)}) == 100_000


@given(words, streams, words, words, words)
def test_a_draw_lies_strictly_between_0_and_1(seed: int, stream: int, actor: int, subject: int, nth: int) -> None:
    assert 0.0 < draw(seed, stream, actor, subject, nth) < 1.0
    assert 0 <= bits(seed, stream, actor, subject, nth) < 1 << 52


@given(words, words, words, words, st.integers(1, 1 << 30))
def test_an_index_is_within_its_size(seed: int, actor: int, subject: int, nth: int, size: int) -> None:
    assert 0 <= index(seed, 5, actor, subject, nth, size) < size


def test_an_index_is_even() -> None:
    counts = [0] * 7
    for n in range(14_000):
        counts[index(7, 5, n, 0, 0, 7)] += 1
    assert all(abs(count - 2_000) < 200 for count in counts)


def test_a_normal_draw_has_mean_0_and_deviation_1() -> None:
    values = [normal(7, 5, n, 0, 0) for n in range(SAMPLE)]
    mean = sum(values) / SAMPLE
    assert abs(mean) < 0.03
    assert abs(sum((value - mean) ** 2 for value in values) / SAMPLE - 1.0) < 0.04


def test_a_normal_draw_rises_with_the_uniform_behind_it() -> None:
    pairs = sorted((draw(7, 5, n, 0, 0), normal(7, 5, n, 0, 0)) for n in range(2_000))
    values = [value for _, value in pairs]
    assert values == sorted(values)
