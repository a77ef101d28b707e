"""Names of accounts."""

import pytest

from game.scenario.load import load_level
from game.story.badwords import BadWords
from game.story.names import Name, Names, called, cast_names
from tests.scenario.levels import LEVELS
from tests.story.english import ENGLISH

NAMES = ENGLISH.names
PAIRS = len(NAMES.adjectives) * len(NAMES.nouns)


def test_a_name_has_a_handle() -> None:
    assert called("Quiet Kettle") == Name("Quiet Kettle", "@quiet_kettle")


def test_no_two_accounts_of_a_world_share_a_name() -> None:
    assert len({NAMES.of(7, account) for account in range(3 * PAIRS)}) == 3 * PAIRS


def test_level_one_needs_no_numbers_in_names() -> None:
    assert load_level("the-tray", LEVELS).rules().accounts < PAIRS
    assert all(name.isalpha() for account in range(1200) for name in NAMES.of(7, account).name.split())


def test_an_account_keeps_its_name_and_another_seed_gives_another() -> None:
    assert NAMES.of(7, 5) == NAMES.of(7, 5)
    assert len({NAMES.of(seed, 5) for seed in range(20)}) > 10


def test_when_all_pairs_are_used_a_number_is_added() -> None:
    assert NAMES.of(7, PAIRS + 5).name == f"{NAMES.of(7, 5).name} 2"


def test_neighbours_by_number_do_not_sound_alike() -> None:
    alike = [NAMES.of(7, account).name.split()[0] == NAMES.of(7, account + 1).name.split()[0] for account in range(500)]
    assert sum(alike) < 100


def test_the_cast_goes_by_its_own_names() -> None:
    assert cast_names(load_level("the-tray", LEVELS).cast)["dame_commotion"] == Name("Dame Commotion", "@dame_commotion")


def test_empty_or_doubled_lists_are_refused() -> None:
    with pytest.raises(BadWords, match=r"names.nouns"):
        Names.from_table({"adjectives": ["Quiet"], "nouns": []})
    with pytest.raises(BadWords, match=r"names.adjectives"):
        Names.from_table({"adjectives": ["Quiet", "Quiet"], "nouns": ["Kettle"]})
