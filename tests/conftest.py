"""What every test gets: no window, no sound, repeatable properties, and one browser at a time."""

import os

import pytest
from hypothesis import settings

# Set before pygame is imported anywhere: it reads them then.
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

# The gate must give the same answer twice, on a machine of any speed. HYPOTHESIS_PROFILE=explore looks further afield.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the browser tests on one worker: two browsers on two cores would measure each other."""
    for item in items:
        if item.get_closest_marker("web"):
            item.add_marker(pytest.mark.xdist_group("web"))
