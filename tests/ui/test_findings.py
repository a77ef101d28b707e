"""What the debrief finds, in sentences that say no more than the figures do."""

from dataclasses import replace

import pytest

from game.session.views import Day, Tens
from game.ui.findings import course, finding, happened_anyway, legend, same_lines, seen, share
from tests.ui.after import CARDS, DEBRIEF, NOTHING, TOP


@pytest.mark.parametrize(
    ("people", "minutes", "thanked", "said"),
    [
        (63, 41.4, 24.2, "63 people spent 41 minutes because of you; 24 they would spend again."),
        (1, 1.2, 0.0, "1 person spent 1 minute because of you; 0 they would spend again."),
        (2, 0.6, 0.6, "2 people spent 1 minute because of you; 1 they would spend again."),
        (0, 0.0, 0.0, "Nobody spent a minute because of you."),
    ],
)
def test_the_finding(people: int, minutes: float, thanked: float, said: str) -> None:
    assert finding(replace(DEBRIEF, people=people, minutes=minutes, thanked=thanked)) == said


def test_it_says_that_a_good_part_would_have_happened_anyway_only_where_it_would() -> None:
    assert "anyway" in happened_anyway(DEBRIEF)
    few = replace(DEBRIEF, twin_days=tuple(day._replace(thanked=1) for day in DEBRIEF.twin_days))
    assert "anyway" not in happened_anyway(few)
    nobody = replace(DEBRIEF, days=(Day(1, "Ines", 0, 0, lit=False),), twin_days=(Day(1, "Ines", 0, 0, lit=False),))
    assert "anyway" not in happened_anyway(nobody)


def test_lines_in_the_same_place_are_counted() -> None:
    assert same_lines(DEBRIEF).startswith("3 of the 10 lines")
    assert same_lines(replace(DEBRIEF, twin_top=TOP)) == "All 10 lines of the Top 10 are in the same place without you."
    assert same_lines(NOTHING) == "Nobody stamped anything, with you or without."


def test_only_signs_that_are_there_are_explained() -> None:
    assert (
        legend(DEBRIEF) == "Lines join what stands elsewhere. A ring is what stands in one list only. An ink dot is your stamp."
    )
    assert legend(NOTHING) == ""


def test_the_share_of_the_stamps() -> None:
    assert share(TOP) == "Your share: 2 stamps of 515."
    assert share(replace(TOP, mine=1)) == "Your share: 1 stamp of 515."
    assert share(replace(TOP, mine=0)) == "Your share: none of 515."


def test_who_saw_a_card() -> None:
    assert seen(CARDS[0]).startswith("192 people in the town saw it, by any route. 182 thanked")
    assert seen(CARDS[2]) == "1 person in the town saw it. Thanked: 1; wants the minute back: 0."
    assert seen(CARDS[0]._replace(seen=0, seen_thanked=0)) == "Nobody in the town saw it."


def test_the_course_of_the_judgement() -> None:
    first, last = Tens(1, 10, 1.0, 2, 1.0, 2, 0.0), Tens(11, 20, 2.0, 2, 0.0, 2, 1.0)
    assert "late" in course((first, last))
    assert "early" in course((last, first))
    assert "level" in course((first, first))
    assert course((first,)) == course(()) == "Your judgement, by tens of cards."
