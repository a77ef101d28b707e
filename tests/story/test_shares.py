"""The measures that the tests on words use."""

import pytest

from tests.story.shares import right_by_counters, share_right


def test_who_is_always_right_is_right_every_time() -> None:
    assert share_right([(True, 0.2), (False, -0.2), (False, 0.0)]) == 1.0


def test_worthy_weighs_two_fifths_however_many_there_are() -> None:
    assert share_right([(True, -1.0), (False, -1.0)]) == pytest.approx(0.6)
    assert share_right([(True, -1.0)] * 9 + [(False, -1.0)]) == pytest.approx(0.6)


def test_counters_that_tell_all_are_found_out_both_ways() -> None:
    pairs = [(True, 9), (True, 8), (False, 1), (False, 0)]
    assert right_by_counters(pairs) == (1.0, 0.0)
    assert right_by_counters([(not truth, counter) for truth, counter in pairs]) == (0.0, 1.0)


def test_counters_that_stand_high_on_half_of_each_kind_tell_nothing() -> None:
    assert right_by_counters([(True, 9), (True, 0), (False, 9), (False, 0)]) == (0.5, 0.5)
