"""What the debrief finds, in sentences that say no more than the figures do."""

from dataclasses import replace

import pytest

from game.session.views import Day, Tens
from game.ui.findings import book, course, finding, happened_anyway, legend, people, same_lines, seen, share, total, verdict
from game.ui.tables import shown_as
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


@pytest.mark.parametrize(
    ("mine", "twin", "said"),
    [
        (100, 51, "Most of it would have happened without you."),
        (100, 50, "Without you they would have thanked for 50 fewer."),
        (100, 0, "Without you they would have thanked for 100 fewer."),
        (100, 103, "Without you they would have thanked for 3 more."),
        (0, 0, "thanked for 0."),
        (9, 9, "thanked for 9."),
    ],
)
def test_it_says_what_would_have_happened_without_the_seat(mine: int, twin: int, said: str) -> None:
    days = [(Day(1, "Ines", thanked, 0, lit=False),) for thanked in (mine, twin)]
    assert happened_anyway(replace(DEBRIEF, days=days[0], twin_days=days[1])).endswith(said)


def test_lines_in_the_same_place_are_counted() -> None:
    assert same_lines(DEBRIEF).startswith("3 of the 10 lines")
    assert same_lines(replace(DEBRIEF, twin_top=TOP)) == "All 10 lines of the Top 10 are in the same place without you."
    assert same_lines(NOTHING) == "Nobody stamped anything, with you or without."


def test_only_signs_that_are_there_are_explained() -> None:
    assert (
        legend(DEBRIEF)
        == "A line joins a post that stands at another place. A ring is what stands in one list only. An ink dot is your stamp."
    )
    assert legend(NOTHING) == ""


def test_the_share_of_the_stamps() -> None:
    assert share(TOP) == "Your share: 2 stamps of 515."
    assert share(replace(TOP, mine=1)) == "Your share: 1 stamp of 515."
    assert share(replace(TOP, mine=0)) == "Your share: none of 515."


def test_who_saw_a_card() -> None:
    assert seen(CARDS[0]) == "So far 192 read it, 182 thanked. It found 192 readers without you."
    assert seen(CARDS[0]._replace(seen=20, seen_thanked=19)) == "So far 20 read it, 19 thanked."
    assert seen(CARDS[2]) == "So far 1 read it, 1 thanked."
    assert seen(CARDS[0]._replace(seen=0, seen_thanked=0)) == "So far nobody read it."


def test_the_verdict_has_the_share_that_the_rule_goes_by() -> None:
    assert verdict(CARDS[0]) == "Of the whole town, 91 in 100 would thank for it: worth the minute."
    assert verdict(CARDS[1]) == "Of the whole town, 7 in 100 would thank for it: not worth the minute."


def test_a_worthy_card_is_shown_by_what_became_of_it() -> None:
    assert shown_as(CARDS[0]) == "Worth a minute, and it fell on the floor"
    assert shown_as(CARDS[0]._replace(stamp="ignore")) == "Worth a minute, and you let it lie"
    assert shown_as(CARDS[1]) == "The false alarm that cost most"


def test_who_the_people_are_and_what_a_map_adds_up_to() -> None:
    assert people(DEBRIEF) == "63 people read what you passed on, on any desk of the town; the map shows the 12 next to you."
    assert people(NOTHING) == ""
    thanked, back = sum(day.thanked for day in DEBRIEF.days), sum(day.back for day in DEBRIEF.days)
    assert total(DEBRIEF.days) == f"All 12: {thanked} thanked, {back} wanted back"


def test_how_minutes_are_counted() -> None:
    assert "a look takes 3\u00a0s, a stamp that passes 8\u00a0s more" in book(3, 8)


def stretches(*judged: float | None) -> tuple[Tens, ...]:
    """Stretches of ten cards with these judgements, the last of six."""
    whole = [Tens(10 * number + 1, 10 * number + 10, 1.0, 2, 1.0, 2, one) for number, one in enumerate(judged)]
    return (*whole[:-1], whole[-1]._replace(last=whole[-1].last - 4))


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        ((0.2, 0.9, 0.85, 0.3, -0.4), "Your judgement was best from card 11 to 30. It fell off in the last 6."),
        ((0.0, 1.0), "Your judgement was best from card 11 to 16. It was worst from card 1 to 10."),
        ((1.0, 0.0), "Your judgement was best from card 1 to 10. It fell off in the last 6."),
        ((0.9, 0.1, 0.9), "Your judgement was best from card 1 to 10 and from 21 to 26. It was worst from card 11 to 20."),
        ((0.9, 0.0, 0.05), "Your judgement was best from card 1 to 10. It was worst from card 11 to 26."),
        ((0.5, None, 0.8, None), "Your judgement was best from card 21 to 30. It was worst from card 1 to 10."),
        ((0.5, 0.55, 0.48), "Your judgement stayed about level."),
        ((None, 0.5), "Your judgement, by tens of cards."),
    ],
)
def test_the_course_of_the_judgement(judged: tuple[float | None, ...], said: str) -> None:
    assert course(stretches(*judged)) == said


def test_without_cards_nothing_is_said_of_the_course() -> None:
    assert course(()) == "Your judgement, by tens of cards."
