"""Tables: one declaration, three forms, the same contents."""

import json
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.feed.world import TABLES
from game.kernel import tables
from game.kernel.tables import FORMS, Float64, Form, Int8, Int16, Int32, Int64


class Papers(NamedTuple):
    """A table with a column of every type."""

    tiny: Int8
    small: Int16
    plain: Int32
    long: Int64
    exact: Float64


LIMITS = {"tiny": 7, "small": 15, "plain": 31, "long": 63}
rows = st.tuples(*(st.integers(-(2**b), 2**b - 1) for b in LIMITS.values()), st.floats(allow_nan=False))
papers = st.lists(rows, min_size=1, max_size=4)
forms = pytest.mark.parametrize("form", FORMS)
pairs = pytest.mark.parametrize(("form", "other"), [(one, two) for one in FORMS for two in FORMS])


def filled(form: Form, content: list[Any]) -> Any:  # noqa: ANN401 - a table has three forms
    """Give a table with these rows."""
    table = tables.make(Papers, len(content), form)
    for place, row in enumerate(content):
        for name, cell in zip(Papers._fields, row, strict=True):
            getattr(table, name)[place] = cell
    return table


def test_columns_are_told_in_order() -> None:
    assert tables.columns(Papers) == {"tiny": "b", "small": "h", "plain": "i", "long": "q", "exact": "d"}
    assert tables.row_bytes(Papers) == 1 + 2 + 4 + 8 + 8


@forms
def test_a_new_table_is_zero(form: Form) -> None:
    table = tables.make(Papers, 3, form)
    assert tables.length(table) == 3
    assert list(tables.rows_of(Papers, table, 0, 3)) == [(0, 0, 0, 0, 0.0)] * 3


@forms
@given(content=papers)
def test_what_is_written_is_read(form: Form, content: list[Any]) -> None:
    assert list(tables.rows_of(Papers, filled(form, content), 0, len(content))) == content


@forms
def test_rows_are_plain_numbers_that_json_takes(form: Form) -> None:
    row = next(iter(tables.rows_of(Papers, filled(form, [(1, 2, 3, 4, 0.5)]), 0, 1)))
    assert json.dumps(row) == "[1, 2, 3, 4, 0.5]"


@pairs
@settings(max_examples=20)
@given(content=papers)
def test_bytes_of_one_form_are_taken_by_every_other(form: Form, other: Form, content: list[Any]) -> None:
    one, two = filled(form, content), tables.make(Papers, len(content), other)
    for name in Papers._fields:
        data = tables.column_bytes(Papers, one, name, len(content))
        tables.load_column(Papers, two, name, data)
        assert tables.column_bytes(Papers, two, name, len(content)) == data
    assert list(tables.rows_of(Papers, two, 0, len(content))) == content


@forms
@given(content=papers, more=st.integers(0, 9))
def test_a_resized_table_keeps_its_rows_and_the_old_one_is_untouched(form: Form, content: list[Any], more: int) -> None:
    old = filled(form, content)
    new = tables.resized(Papers, old, len(content) + more, form)
    assert tables.length(new) == len(content) + more
    assert list(tables.rows_of(Papers, new, 0, len(content))) == content
    assert list(tables.rows_of(Papers, new, len(content), len(content) + more)) == [(0, 0, 0, 0, 0.0)] * more
    new.plain[0] = 77
    assert old.plain[0] == content[0][2]


@forms
def test_a_shorter_copy_keeps_what_fits(form: Form) -> None:
    short = tables.resized(Papers, filled(form, [(1, 2, 3, 4, 5.0), (6, 7, 8, 9, 10.0)]), 1, form)
    assert list(tables.rows_of(Papers, short, 0, 1)) == [(1, 2, 3, 4, 5.0)]


def test_memoryviews_refuse_a_float_in_a_column_of_integers() -> None:
    table = tables.make(Papers, 1, "views")
    with pytest.raises(TypeError):
        table.plain[0] = 0.5


def test_memoryviews_refuse_a_number_too_large_for_their_column() -> None:
    table = tables.make(Papers, 1, "views")
    with pytest.raises(ValueError, match="format"):
        table.tiny[0] = 128


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_the_world_can_be_made_in_every_form(name: str) -> None:
    for form in FORMS:
        table = tables.make(TABLES[name], 2, form)
        assert list(tables.columns(TABLES[name])) == list(TABLES[name]._fields)
        assert tables.length(table) == 2


@pytest.mark.parametrize("name", TABLES)
def test_no_column_is_named_like_something_an_array_has_already(name: str) -> None:
    """A record array gives its own `size` or `real` before a column of that name."""
    assert [column for column in TABLES[name]._fields if hasattr(np.ndarray, column)] == []
