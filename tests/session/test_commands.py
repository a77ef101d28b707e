"""Commands and log entries as plain values."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session import BadCommand, Command, Entry, Like, Pace, Undo
from game.session.commands import KINDS, from_plain, to_plain

PLAIN = st.one_of(st.none(), st.integers(), st.text(max_size=5), st.booleans(), st.sampled_from([*KINDS, "Like", "vote"]))


@pytest.mark.parametrize("kind", get_args(Command))
def test_every_command_comes_back_from_plain_values(kind: type[Like]) -> None:
    fields = {"card": 12345, "name": "calm", "driver": "coin"}
    command = kind(**{name: fields[name] for name in kind.__annotations__})  # type: ignore[arg-type]
    assert from_plain(to_plain(command)) == command
    entry = Entry(480, "you", command)
    assert Entry.from_plain(entry.plain()) == entry


@given(st.lists(PLAIN, max_size=3) | PLAIN)
def test_what_is_no_command_is_refused_in_words(data: object) -> None:
    try:
        command = from_plain(data)
    except BadCommand as error:
        assert "allowed are ignore, like, reshare" in str(error)  # noqa: PT017 - either way is right
    else:
        assert to_plain(command) == data


@pytest.mark.parametrize(
    "data", [None, [], [1, "you"], ["1", "you", ["undo"]], [1, 2, ["undo"]], [1, "you", ["undo", 3]], [1, "you", ["like", True]]]
)
def test_what_is_no_entry_is_refused(data: object) -> None:
    with pytest.raises(BadCommand):
        Entry.from_plain(data)


def test_commands_are_values() -> None:
    assert Like(3) == Like(3) != Like(4)
    assert len({Undo(), Undo(), Pace("calm")}) == 2
