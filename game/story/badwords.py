"""Reading a words file: its one error, and small readers that name the place when something is not as it should be."""

from collections.abc import Mapping
from typing import cast


class BadWords(ValueError):
    """A words file that cannot be used: where in it, and what is wrong."""

    def __init__(self, where: str, wrong: str) -> None:
        super().__init__(f"{where}: {wrong}")


def table(source: Mapping[str, object], key: str, where: str = "") -> Mapping[str, object]:
    """Give the table at `key`."""
    value = source.get(key)
    if not isinstance(value, dict):
        raise BadWords(place(where, key), "must be a table")
    return value


def tables(source: Mapping[str, object], key: str, where: str = "") -> list[Mapping[str, object]]:
    """Give the list of tables at `key`, one or more."""
    value = source.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise BadWords(place(where, key), f"must be a list of tables, [[{place(where, key)}]]")
    return value


def strings(source: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    """Give the list of texts at `key`; a key left out is an empty list."""
    value = source.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadWords(place(where, key), "must be a list of texts")
    return tuple(cast("list[str]", value))


def text(source: Mapping[str, object], key: str, where: str, default: str | None = None) -> str:
    """Give the text at `key`, or the default."""
    value = source.get(key, default)
    if not isinstance(value, str):
        raise BadWords(place(where, key), "must be a text" if value is not None else "is missing")
    return value


def place(where: str, key: str) -> str:
    """Write where a key stands."""
    return f"{where}.{key}" if where else key
