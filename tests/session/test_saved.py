"""Saved sessions: a restored session goes on as if it had never been put away."""

import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from game.feed.snapshot import MAGIC as WORLD_MAGIC
from game.feed.snapshot import BadSnapshot
from game.session import Like, Reshare, Session, Undo
from game.session.saved import HEADER, MAGIC, read
from tests.session.plays import to_morning, wait_for_card
from tests.session.worlds import SECOND, copy_of, opened, shift_of, small, words


def goes_on_alike(session: Session) -> None:
    """Compare a session and its copy now, and again after both went on."""
    again = copy_of(session)
    for _ in range(2):
        assert again.digest() == session.digest()
        for ask in ("tray", "out", "shift", "meters", "sent", "neighbours", "legal", "phase", "outcome", "lesson", "pencil"):
            assert getattr(again, ask)("you") == getattr(session, ask)("you")
        assert (again.log, again.behind) == (session.log, session.behind)
        assert again.advance(7 * SECOND) == session.advance(7 * SECOND)
    to_morning(again, "coin")
    to_morning(session, "coin")
    assert again.ledger("you") == session.ledger("you")
    assert again.top("you") == session.top("you")
    assert again.digest() == session.digest()


@pytest.mark.parametrize("budget", [100, 3000, 6000])
def test_in_the_burn_in(budget: int) -> None:
    session = Session.start(small(), 7, words=words())
    session.warm_up(budget)
    again = copy_of(session)
    assert session.warm_up() == again.warm_up() == 1.0
    assert again.digest() == session.digest()


def test_at_the_first_card() -> None:
    goes_on_alike(opened())


def test_with_a_stamp_in_the_out_strip() -> None:
    session = opened()
    session.do("you", Like(wait_for_card(session)))
    assert session.out("you")
    goes_on_alike(session)


def test_behind_time_and_with_news_not_told_yet() -> None:
    session = opened()
    session.do("you", Reshare(wait_for_card(session)))
    session.do("you", Reshare(wait_for_card(session)))
    session.advance(SECOND * 9, budget=5)
    goes_on_alike(session)


def test_in_the_middle_of_everything() -> None:
    session = opened(seed=8)
    for nth in range(4):
        card = wait_for_card(session)
        session.do("you", Reshare(card))
        if nth == 2:
            session.do("you", Undo())
        session.advance(5 * SECOND)
    goes_on_alike(session)


def test_in_the_night_and_in_the_morning() -> None:
    session = opened()
    to_morning(session, "reshare-all")
    again = copy_of(session)
    assert again.ledger("you") == session.ledger("you")
    again.advance(3600)
    session.advance(3600)
    assert again.digest() == session.digest()


def test_a_restored_session_replays_and_rewinds() -> None:
    session = opened()
    session.do("you", Reshare(wait_for_card(session)))
    session.advance(30 * SECOND)
    again = copy_of(session)
    assert again.twin().digest() == session.digest()
    assert again.rewind(0).digest() == session.rewind(0).digest()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda _: b"", "not a saved session"),
        (lambda data: b"GIF89a" + data, "not a saved session"),
        (lambda data: data[:40], "damaged"),
        (lambda data: data[:-9], "damaged"),
        (lambda data: data[:200] + b"?" + data[201:], "damaged"),
    ],
    ids=["nothing", "foreign", "cut early", "cut late", "scratched"],
)
def test_damage_is_told_in_words(spoil: Callable[[bytes], bytes], says: str) -> None:
    with pytest.raises(BadSnapshot, match=says):
        Session.restore(spoil(opened().snapshot()), small(), words=words())


def packed(notes: bytes, world: bytes = b"") -> bytes:
    """A saved session with a check sum that fits."""
    return MAGIC + HEADER.pack(len(notes), zlib.crc32(notes + world)) + notes + world


def notes_of(session: Session) -> tuple[dict[str, Any], bytes]:
    return read(session.snapshot(), session.scenario)


@pytest.mark.parametrize("notes", [b"[]", b"{", b"{}", b'{"level": 5}', b"5", b"\xff\xfe"])
def test_notes_that_are_none_are_told_in_words(notes: bytes) -> None:
    with pytest.raises(BadSnapshot):
        Session.restore(packed(notes), small(), words=words())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seed", "x"), ("seed", -1), ("seats", [["you"]]), ("seats", [["you", "nobody"]]), ("seats", 5), ("log", [[1]]),
        ("tick", "soon"), ("target", None), ("chairs", {}), ("chairs", {"you": {}}), ("chairs", {"you": {"x": 1}}),
        ("words", {}), ("words", {"decks": [[1, 2]]}), ("unseen", [[1]]),
        ("front", {}), ("front", {"posts": [[1]], "readers": [], "next_serial": 0}), ("front", 3), ("fallen", [5]), ("fallen", 5),
    ],
)  # fmt: skip
def test_wrong_notes_are_told_in_words(key: str, value: object) -> None:
    head, world = notes_of(opened())
    for changed in ({**head, key: value}, {name: told for name, told in head.items() if name != key}):
        with pytest.raises(BadSnapshot, match="damaged"):
            Session.restore(packed(json.dumps(changed).encode(), world), small(), words=words())


@pytest.mark.parametrize("keep", [0, 5, 30, 400, -100])
def test_a_world_cut_short_is_told_in_words(keep: int) -> None:
    head, world = notes_of(opened())
    with pytest.raises(BadSnapshot):
        Session.restore(packed(json.dumps(head).encode(), world[:keep]), small(), words=words())


def test_a_world_with_parts_missing_is_told_in_words() -> None:
    head, world = notes_of(opened())
    body = zlib.decompress(world[len(WORLD_MAGIC) :])
    for size in (0, 4, 8, 90, len(body) // 2, len(body) - 3):
        short = WORLD_MAGIC + zlib.compress(body[:size])
        with pytest.raises(BadSnapshot):
            Session.restore(packed(json.dumps(head).encode(), short), small(), words=words())


def test_another_level_is_refused() -> None:
    data = opened().snapshot()
    with pytest.raises(BadSnapshot, match="another level"):
        Session.restore(data, shift_of(small(), cards=9), words=words())
