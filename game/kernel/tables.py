"""Tables of equally long columns, made from one declaration as lists, memoryviews or one numpy record array.

A table is declared as a NamedTuple whose fields are annotated `Int8` .. `Float64`. Interpreted, it is an instance of
that NamedTuple holding lists (fastest) or memoryviews (which refuse a float in an integer column, so laws run on them);
compiled, it is a numpy record array with the same field names. ``world.accounts.followers[i]`` reads the same in all.
"""

from array import array
from collections.abc import Iterator, MutableSequence, Sequence
from functools import cache
from typing import Annotated, Any, Final, Literal, get_type_hints

Int8 = Annotated[MutableSequence[int], "b"]
Int16 = Annotated[MutableSequence[int], "h"]
Int32 = Annotated[MutableSequence[int], "i"]
Int64 = Annotated[MutableSequence[int], "q"]
Float64 = Annotated[MutableSequence[float], "d"]

Form = Literal["lists", "views", "records"]
FORMS: Final[tuple[Form, ...]] = ("lists", "views", "records")
_NUMPY: Final = {"b": "<i1", "h": "<i2", "i": "<i4", "q": "<i8", "d": "<f8"}


@cache
def columns(declaration: type) -> dict[str, str]:
    """Column names of a table and their type codes (as in `array`), in order; the same dict every time, to be read only."""
    hints = get_type_hints(declaration, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


def row_bytes(declaration: type) -> int:
    """Bytes of one packed row."""
    return sum(array(code).itemsize for code in columns(declaration).values())


def make(declaration: type, rows: int, form: Form) -> Any:
    """A table of `rows` zeroed rows."""
    if form == "records":
        import numpy as np  # noqa: PLC0415 - the interpreted engine runs without numpy

        packed = np.dtype([(name, _NUMPY[code]) for name, code in columns(declaration).items()])
        return np.zeros(rows, packed).view(np.recarray)
    made: list[Any] = []
    for code in columns(declaration).values():
        if form == "lists":
            made.append([0.0 if code == "d" else 0] * rows)
        else:
            made.append(memoryview(bytearray(array(code).itemsize * rows)).cast(code))  # type: ignore[call-overload]
    return declaration(*made)


def length(table: Any) -> int:
    """Rows a table can hold."""
    return len(table[0]) if isinstance(table, tuple) else len(table)


def column_bytes(declaration: type, table: Any, name: str, rows: int) -> bytes:
    """The first `rows` cells of a column as little-endian bytes, the same from every form."""
    column = getattr(table, name)
    if isinstance(column, list):
        return array(columns(declaration)[name], column[:rows]).tobytes()
    return bytes(column[:rows].tobytes())


def load_column(declaration: type, table: Any, name: str, data: bytes) -> None:
    """Write bytes of `column_bytes` into the first cells of a column."""
    cells = array(columns(declaration)[name])
    cells.frombytes(data)
    column = getattr(table, name)
    if isinstance(column, list):
        column[: len(cells)] = cells.tolist()
    elif isinstance(column, memoryview):
        column[: len(cells)] = memoryview(cells)
    else:
        column[: len(cells)] = cells


def resized(declaration: type, table: Any, rows: int, form: Form) -> Any:
    """A copy of `table` with room for `rows` rows; the old rows keep their place."""
    kept = min(length(table), rows)
    bigger = make(declaration, rows, form)
    if form == "records":
        bigger[:kept] = table[:kept]  # whole rows at once: a hundred megabytes in a tenth of a second
        return bigger
    for name in columns(declaration):
        load_column(declaration, bigger, name, column_bytes(declaration, table, name, kept))
    return bigger


def rows_of(declaration: type, table: Any, start: int, stop: int) -> Iterator[Sequence[float]]:
    """Rows `start` .. `stop` of a table as tuples of plain Python numbers."""
    picked = []
    for name in columns(declaration):
        column = getattr(table, name)[start:stop]
        picked.append(column if isinstance(column, list) else column.tolist())
    return zip(*picked, strict=True)
