"""The five lesson cards."""

from typing import Any

import pytest

from game.story.badwords import BadWords
from game.story.cards import BAIT, SO_SO, WORTHY
from game.story.lessons import read_lessons
from tests.story.english import ENGLISH

KEYS = ("soon", "dough", "tide", "soup", "kettle")
TABLE = {"headline": "On doors", "inside": "More soon.", "looks": "so_so", "is": "bait", "tells": ["Fog"]}


def written(**changes: Any) -> list[dict[str, object]]:  # noqa: ANN401 - any keys of the tables
    """Give five good tables, changed alike."""
    return [{"key": key} | TABLE | changes for key in KEYS]


def test_the_lessons_come_in_the_order_of_the_first_minute() -> None:
    assert list(ENGLISH.lessons) == [*KEYS]


def test_each_lesson_teaches_its_verb() -> None:
    assert ENGLISH.lessons["soon"].is_ == BAIT
    assert ENGLISH.lessons["dough"].is_ == SO_SO
    assert ENGLISH.lessons["tide"].looks == ENGLISH.lessons["tide"].is_ == WORTHY
    assert ENGLISH.lessons["soup"].flame
    assert (ENGLISH.lessons["kettle"].looks, ENGLISH.lessons["kettle"].is_) == (BAIT, WORTHY)


def test_lessons_say_who_posts_them_where_it_matters() -> None:
    assert [ENGLISH.lessons[key].voice for key in ("dough", "tide", "soup")] == ["bram", "ottoline", "dame_commotion"]


def test_no_lesson_is_also_in_the_deck() -> None:
    headlines = {card.headline for card in ENGLISH.cards}
    insides = {card.inside for card in ENGLISH.cards}
    for lesson in ENGLISH.lessons.values():
        assert lesson.headline not in headlines
        assert lesson.inside not in insides


def test_lessons_are_plain_letters_and_leave_nothing_to_fill_in() -> None:
    for lesson in ENGLISH.lessons.values():
        assert (lesson.headline + lesson.inside).isascii()
        assert "{" not in lesson.headline + lesson.inside


def test_lessons_are_read_by_key() -> None:
    assert [card.headline for card in read_lessons(written()).values()] == ["On doors"] * 5


@pytest.mark.parametrize("key", [{}, {"key": ""}, {"key": "two words"}, {"key": 5}])
def test_a_lesson_without_a_name_is_refused_by_its_place(key: dict[str, object]) -> None:
    with pytest.raises(BadWords, match=r"^lessons\[6\]\.key: wants a name of letters, digits and _"):
        read_lessons([*written(), TABLE | key])


def test_a_lesson_told_twice_is_refused() -> None:
    with pytest.raises(BadWords, match=r"^lessons\[6\]\.key: tide was given before"):
        read_lessons([*written(), *written()[2:3]])


def test_a_lesson_is_checked_like_a_card() -> None:
    with pytest.raises(BadWords, match=r"^lesson soon\.inside: has 29 words"):
        read_lessons(written(inside="word " * 29))
