"""Golden play-throughs: the texts beside this file are what happens, to the letter. Renew them with `renew.py`."""

import pytest

from game.feed.engine import compiled_kernels
from game.kernel.compiled import available
from tests.playthroughs.plays import FOLDER, PLAYS, Play


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.name)
def test_a_play_happens_as_it_is_written(play: Play) -> None:
    assert play.text() == play.file.read_text(encoding="utf-8")


@pytest.mark.xdist_group("compiled")
@pytest.mark.skipif(not available(), reason="the compiled engine needs the extra `fast`")
def test_compiled_they_are_the_same_to_the_letter() -> None:
    kernels = compiled_kernels()
    for play in PLAYS:
        assert play.text(kernels) == play.file.read_text(encoding="utf-8"), play.name


def test_every_text_belongs_to_a_play() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == {play.name for play in PLAYS}
