"""Session files: a play-through as text that any later program can replay, or at least show, and that says so."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias, TypeVar

from game.scenario import BadLevel, Scenario, from_json, rules_hash, to_json
from game.scenario.laws import faults
from game.session.commands import BadCommand
from game.session.entry import Entry
from game.session.session import BadSeats, Session, check_seats
from game.session.views import Seat

FORMAT: Final = "intray-session"
VERSION: Final = 2
"""Version of the file format: raised when an older program could not read it."""
MOST_SEED: Final = (1 << 32) - 1
MOST_TICK: Final = (1 << 31) - 2
KIND_NAMES: Final = {int: "a whole number", str: "text", list: "a list", dict: "a table"}
Kind = TypeVar("Kind")
Trouble: TypeAlias = Literal["damaged", "foreign", "newer"]


class BadFile(ValueError):
    """A session file that is damaged, none at all, or from a newer program; message and `trouble` say which."""

    def __init__(self, message: str, trouble: Trouble = "damaged") -> None:
        super().__init__(message)
        self.trouble: Trouble = trouble


@dataclass(frozen=True, slots=True)
class Replayable:
    """What a replay needs; every name in it is known to this program."""

    scenario: Scenario
    seed: int
    seats: tuple[Seat, ...]
    log: tuple[Entry, ...]
    until: int  # tick at which the session was saved


@dataclass(frozen=True, slots=True)
class SessionFile:
    """What a session file holds."""

    results: dict[str, Any]  # figures as they were computed then
    digest: str
    """Digest of the world at `play.until`; "" where it was not taken, as in what is kept from second to second."""
    play: Replayable | None
    """None when the file was made under other rules than this program's, so that a replay would mean nothing."""
    twin: str = ""
    """Digest of the twin that ignored everything, at the same tick; "" while it is not known."""
    desk: dict[str, Any] = field(default_factory=dict)
    """What belongs to the screen and not to the world: clock, shift order, answers of the debrief; nobody checked it."""


def encode(
    session: Session, results: dict[str, Any], *, twin: str = "", desk: Mapping[str, Any] | None = None, digest: str | None = None
) -> str:
    """The text of a session file, with a hash of all its other content; `digest` None takes the world's own now."""
    body = {
        "format": FORMAT,
        "version": VERSION,
        "rules_hash": rules_hash(session.scenario),
        "scenario": json.loads(to_json(session.scenario)),
        "seed": session.seed,
        "seats": [[seat.name, seat.driver] for seat in session.seats],
        "log": [entry.plain() for entry in session.log],
        "until": session.tick,
        "digest": session.digest() if digest is None else digest,
        "twin": twin,
        "results": results,
        "desk": dict(desk or {}),
    }
    return json.dumps({**body, "check": check_sum(body)}, indent=1, sort_keys=True) + "\n"


def check_sum(body: dict[str, Any]) -> str:
    """Hash that tells damage."""
    plain = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def decode(text: str) -> SessionFile:
    """Read a session file; raises `BadFile` with what is wrong in words."""
    try:
        data = upgraded(checked(text))
        file_hash, digest, twin = (expect(data, key, str) for key in ("rules_hash", "digest", "twin"))
        plain, results, desk = (expect(data, key, dict) for key in ("scenario", "results", "desk"))
        scenario = scenario_of(plain, file_hash)
        play = None if scenario is None else replayable(data, scenario)
        return SessionFile(results, digest, play, twin, desk)
    except (BadCommand, BadSeats) as error:
        message = f"damaged: {error}"
        raise BadFile(message) from error
    except RecursionError as error:
        message = "damaged: lists within lists without end"
        raise BadFile(message) from error


def checked(text: str) -> dict[str, Any]:
    """The parsed text, once format, version and check sum are right."""
    try:
        data = json.loads(text)
    except ValueError as error:
        message = f"damaged: not JSON ({error})"
        raise BadFile(message) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        message = "not a session file of In Tray"
        raise BadFile(message, "foreign")
    version = expect(data, "version", int)
    if version > VERSION:
        message = f"from a newer program (file version {version}, this program reads up to {VERSION})"
        raise BadFile(message, "newer")
    check = data.pop("check", None)
    if check != check_sum(data):
        message = "damaged: its content does not match its check sum"
        raise BadFile(message)
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        message = "damaged: holds half a character"
        raise BadFile(message) from error
    return data


def second(data: dict[str, Any]) -> dict[str, Any]:
    """Make version 2 of version 1, which knew no twin and nothing of the screen."""
    return {**data, "version": 2, "twin": "", "desk": {}}


UPGRADES: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {1: second}
"""What makes the next version of each older one."""


def upgraded(data: dict[str, Any]) -> dict[str, Any]:
    """The same content as this program's own version of the format."""
    while data["version"] < VERSION:
        upgrade = UPGRADES.get(data["version"])
        if upgrade is None:
            message = f"damaged: there was never a file version {data['version']}"
            raise BadFile(message)
        data = upgrade(data)
    return data


def expect(data: dict[str, Any], key: str, kind: type[Kind]) -> Kind:
    """The value at `key`, which must be there and of just this kind: true is no number."""
    value = data.get(key)
    if type(value) is not kind:
        message = f"damaged: {key} is {value!r:.40}, not {KIND_NAMES[kind]}" if key in data else f"damaged: {key} is missing"
        raise BadFile(message)
    return value


def scenario_of(plain: dict[str, Any], file_hash: str) -> Scenario | None:
    """The stored scenario; None when this program has other rules: it cannot build, hash or play just this one."""
    try:
        scenario = from_json(json.dumps(plain))
        return scenario if rules_hash(scenario) == file_hash and not faults(scenario) else None
    except (BadLevel, TypeError, ValueError):
        return None


def replayable(data: dict[str, Any], scenario: Scenario) -> Replayable:
    """What a replay under this program's own rules needs, every value checked; raises `BadFile`."""
    seed, until = expect(data, "seed", int), expect(data, "until", int)
    for key, value, most in (("seed", seed, MOST_SEED), ("until", until, MOST_TICK)):
        if not 0 <= value <= most:
            message = f"damaged: {key} = {value!r:.40}; allowed is 0 .. {most}"
            raise BadFile(message)
    seats = tuple(seat_of(pair) for pair in expect(data, "seats", list))
    check_seats(seats, scenario.rules().seats)
    if not seats:
        message = "damaged: nobody sits at the desk"
        raise BadFile(message)
    log = tuple(Entry.from_plain(entry) for entry in expect(data, "log", list))
    check_log(log, [seat.name for seat in seats], until)
    return Replayable(scenario, seed, seats, log, until)


def seat_of(pair: object) -> Seat:
    """A seat from [name, driver]."""
    match pair:
        case [str(name), str(driver)]:
            return Seat(name, driver)
    message = f"damaged: {pair!r:.40} is no seat; allowed is [name, driver]"
    raise BadFile(message)


def check_log(log: tuple[Entry, ...], names: list[str], until: int) -> None:
    """Raise `BadFile` unless every entry is of a known seat, and ticks go on and end by `until`."""
    last = 0
    for number, entry in enumerate(log):
        if entry.seat not in names:
            message = f"damaged: entry {number} of the log is of seat {entry.seat!r:.40}; there are {', '.join(names)}"
            raise BadFile(message)
        if type(entry.tick) is not int or not last <= entry.tick <= until:
            message = f"damaged: entry {number} of the log is of tick {entry.tick!r:.40}; allowed is {last} .. {until}"
            raise BadFile(message)
        last = entry.tick
