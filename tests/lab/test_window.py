"""The window from outside: it opens fast enough, without numba, and draws its frames in time."""

import pytest

from game.lab import window


def test_the_first_frame_is_shown_and_numba_is_not_imported() -> None:
    answer = window.first_frame(1)
    assert 0 < answer["seconds"] < 10
    assert answer["imports_numba"] is False


@pytest.mark.slow
def test_frames_are_timed_at_the_desk_in_full_size() -> None:
    answer = window.frames(120)
    assert (answer["scene"], answer["size"], answer["frames"]) == ("desk", "1280x720", 120)
    assert 0 < answer["p50_ms"] <= answer["p99_ms"] <= answer["worst_ms"]


def test_a_window_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setattr(window, "sys", type("Elsewhere", (), {"executable": "/bin/false"}))
    with pytest.raises(window.WindowFailed, match="no word why"):
        window.first_frame(1)
