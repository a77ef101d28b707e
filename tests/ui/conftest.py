"""A pair of hands for every test, with a folder of its own for what the game keeps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.hands import Hands

MakeHands = Callable[..., Hands]


@pytest.fixture
def hands(tmp_path: Path) -> MakeHands:
    """Make hands with the options given."""

    def make(**options: object) -> Hands:
        return Hands(tmp_path / "data", **options)

    return make
