"""Saved sessions: the world's snapshot with the session's own notes as JSON before it."""

import json
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from game.feed import snapshot
from game.feed.events import Event
from game.feed.snapshot import BadSnapshot
from game.scenario import Scenario, rules_hash
from game.session.chair import Chair
from game.session.entry import Entry
from game.session.views import Seat

if TYPE_CHECKING:
    from game.session.session import Session

MAGIC: Final = b"INTRAY-PLAY-3\n"
"""First bytes; the number is raised when an older program could not read what follows."""
HEADER: Final = struct.Struct("<QI")  # length of the notes, check sum of all that follows


def save(session: "Session") -> bytes:
    """Everything needed to go on. The log of events before it is not part of it, its checksum is."""
    head = {
        "level": rules_hash(session.scenario),
        "seed": session.seed,
        "seats": [[seat.name, seat.driver] for seat in session.seats],
        "log": [entry.plain() for entry in session.log],
        "tick": session.tick,
        "target": session.target,
        "ready": session.ready,
        "settled": session.settled,
        "planned": session.planned,
        "front": session.front.plain(),
        "fallen": list(session.fallen),
        "chairs": {name: chair.plain() for name, chair in session.chairs.items()},
        "words": session.wording.plain(),
        "unseen": session.unseen,
    }
    text = json.dumps(head, separators=(",", ":")).encode()
    body = text + snapshot.save(session.engine)
    return MAGIC + HEADER.pack(len(text), zlib.crc32(body)) + body


@contextmanager
def blamed_on_data() -> Iterator[None]:
    """Say `BadSnapshot` for whatever goes wrong while data is taken apart."""
    try:
        yield
    except BadSnapshot:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, struct.error) as error:
        message = f"saved session is damaged: {type(error).__name__}, {error}"
        raise BadSnapshot(message) from error


def read(data: bytes, scenario: Scenario) -> tuple[dict[str, Any], bytes]:
    """The notes and the world's bytes; raises `BadSnapshot` when they are damaged or of another level."""
    if not data.startswith(MAGIC):
        message = "not a saved session of this program"
        raise BadSnapshot(message)
    start = len(MAGIC) + HEADER.size
    size, check = HEADER.unpack_from(data, len(MAGIC)) if len(data) >= start else (0, 0)
    if zlib.crc32(data[start:]) != check or not size:
        message = "saved session is damaged: its content does not match its check sum"
        raise BadSnapshot(message)
    with blamed_on_data():
        head: dict[str, Any] = json.loads(data[start : start + size])
        level = head["level"]
    if level != rules_hash(scenario):
        message = f"saved session is of another level or other rules than {scenario.name!r}"
        raise BadSnapshot(message)
    return head, data[start + size :]


def seats(head: dict[str, Any]) -> list[Seat]:
    """The seats as they were at the start."""
    return [Seat(name, driver) for name, driver in head["seats"]]


def load(session: "Session", head: dict[str, Any], world: bytes) -> None:
    """Put what `read` gave into a new session of the same scenario and seats; whatever is wrong raises some error."""
    snapshot.load(session.engine, world)
    session.log = [Entry.from_plain(entry) for entry in head["log"]]
    session.tick, session.target = _whole(head["tick"]), _whole(head["target"])
    session.ready, session.settled, session.planned = (head[name] is True for name in ("ready", "settled", "planned"))
    session.front.take_plain(head["front"])
    session.fallen = dict.fromkeys((reader, card) for reader, card in head["fallen"])
    session.chairs = {name: Chair.from_plain(head["chairs"][name]) for name in session.chairs}
    session.wording.take_plain(head["words"])
    session.unseen = [Event(*event) for event in head["unseen"]]


def _whole(value: object) -> int:
    """The value if it is a whole number."""
    if not isinstance(value, int):
        message = f"{value!r:.80} is no whole number"
        raise TypeError(message)
    return value
