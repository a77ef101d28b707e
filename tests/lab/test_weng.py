"""The reduced scenario of Weng et al. (2012): the same however it is run, and unequal without any quality (B17)."""

from statistics import median

import pytest

from game.kernel.calendar import tick_of
from game.kernel.tables import Form
from game.lab import weng
from game.lab.weng import Weng

STEPS = 4_000


@pytest.fixture(scope="module")
def compiled() -> weng.Kernels:
    return weng.compiled_kernels()


@pytest.fixture(scope="module")
def digest() -> str:
    community = Weng(200, 7)
    community.run(STEPS)
    return community.digest()


@pytest.mark.parametrize("form", ["lists", "views"])
def test_storage_does_not_show_in_the_result(form: Form, digest: str) -> None:
    community = Weng(200, 7, form=form)
    community.run(STEPS)
    assert community.digest() == digest


def test_compiled_equals_interpreted(compiled: weng.Kernels, digest: str) -> None:
    community = Weng(200, 7, kernels=compiled, form="records")
    community.run(STEPS)
    assert community.digest() == digest


def test_a_community_moved_to_other_tables_goes_on_as_if_nothing_had_happened(compiled: weng.Kernels, digest: str) -> None:
    community = Weng(200, 7, kernels=compiled, form="records")
    community.run(STEPS // 2)
    moved = community.moved(weng.PLAIN, "lists")
    moved.run(STEPS - STEPS // 2)
    assert moved.digest() == digest


def test_slices_and_growing_do_not_show_in_the_result(digest: str) -> None:
    community = Weng(200, 7)
    community.make_room(50_000)
    for _ in range(STEPS // 100):
        community.run(100)
    assert community.digest() == digest


def test_another_seed_is_another_community(digest: str) -> None:
    community = Weng(200, 8)
    community.run(STEPS)
    assert community.digest() != digest


def test_everybody_follows_three_different_others_and_followers_are_the_reverse() -> None:
    community = Weng(50, 7)
    community.found()
    world = community.world
    follows = [set(world.follows.followee[3 * account : 3 * account + 3]) for account in range(50)]
    assert all(len(friends) == 3 and account not in friends for account, friends in enumerate(follows))
    first = world.accounts.first
    followers = [set(world.fans.follower[first[account] : first[account + 1]]) for account in range(50)]
    assert all((reader in followers[account]) == (account in follows[reader]) for account in range(50) for reader in range(50))


def test_steps_end_at_the_given_tick_and_every_step_writes_or_passes_on() -> None:
    community = Weng(100, 7)
    community.run(until=36_000)
    assert community.world.clock.tick[0] <= 36_000 < tick_of(min(community.world.calendar.key))
    assert community.memes + community.reshares == community.steps
    assert sum(community.popularity()) == community.steps
    assert 800 < community.steps < 1_200  # ten mean pauses of a hundred accounts


def test_a_tray_holds_the_last_memes_that_arrived() -> None:
    community = Weng(4, 7, attention=2, follows=3, novelty=1.0)
    community.run(9)
    for account in range(4):
        head, *ring = community.world.trays.cell[account * 3 : account * 3 + 3]
        assert 2 <= head < 4
        assert all(meme >= community.memes - 4 for meme in ring)  # at most one of the last ones is its own


def test_impossible_communities_are_refused() -> None:
    with pytest.raises(ValueError, match=r"accounts = 3: allowed is 4"):
        Weng(3, 7)
    with pytest.raises(ValueError, match="attention = 0"):
        Weng(10, 7, attention=0)


def popularity(compiled: weng.Kernels, attention: int = 15, novelty: float = 0.45) -> list[int]:
    """How often the memes of 2,000 accounts were shared, the best first; only those old enough to have spread."""
    community = Weng(2_000, 7, attention=attention, novelty=novelty, kernels=compiled, form="records")
    community.run(400_000)
    return sorted(community.popularity()[: community.memes // 2], reverse=True)


def share_of_the_best(counts: list[int]) -> float:
    """Part of all sharing that goes to the best hundredth of the memes."""
    return sum(counts[: len(counts) // 100]) / sum(counts)


def test_b17_limited_attention_alone_makes_heavy_tails(compiled: weng.Kernels) -> None:
    counts = popularity(compiled)
    assert counts[0] / median(counts) > 50
    assert share_of_the_best(counts) > 0.05


def test_b17_the_fewer_new_memes_compete_the_heavier_the_tail(compiled: weng.Kernels) -> None:
    crowded, usual, calm = (share_of_the_best(popularity(compiled, novelty=novelty)) for novelty in (0.7, 0.45, 0.1))
    assert crowded < usual < calm


def test_b17_longer_trays_let_the_best_go_further(compiled: weng.Kernels) -> None:
    short, long = (share_of_the_best(popularity(compiled, attention=attention)) for attention in (2, 60))
    assert short < long


def test_without_passing_on_all_memes_are_equal(compiled: weng.Kernels) -> None:
    assert set(popularity(compiled, novelty=1.0)) == {1}
