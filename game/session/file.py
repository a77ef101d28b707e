"""Session files: a play-through as text that any later program can replay, or at least show, and that says so."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

from game.scenario import BadLevel, Scenario, from_json, rules_hash, to_json
from game.session.commands import BadCommand
from game.session.entry import Entry
from game.session.session import Session
from game.session.views import Seat

FORMAT: Final = "intray-session"
VERSION: Final = 1
"""Version of the file format: raised when an older program could not read it."""


class BadFile(ValueError):
    """A session file that is damaged, none at all, or from a newer program; the message says which."""


@dataclass(frozen=True, slots=True)
class SessionFile:
    """What a session file holds."""

    scenario: Scenario
    rules_hash: str
    seed: int
    seats: tuple[Seat, ...]
    log: tuple[Entry, ...]
    until: int  # tick at which the session was saved
    digest: str
    results: dict[str, Any]  # figures as they were computed then

    @property
    def same_rules(self) -> bool:
        """Whether this program has the rules the file was made under, so that a replay means something."""
        return self.rules_hash == rules_hash(self.scenario)


def encode(session: Session, results: dict[str, Any]) -> str:
    """The text of a session file; its last key is a hash of all others."""
    body = {
        "format": FORMAT,
        "version": VERSION,
        "rules_hash": rules_hash(session.scenario),
        "scenario": json.loads(to_json(session.scenario)),
        "seed": session.seed,
        "seats": [[seat.name, seat.driver] for seat in session.seats],
        "log": [entry.plain() for entry in session.log],
        "until": session.tick,
        "digest": session.digest(),
        "results": results,
    }
    return json.dumps({**body, "check": check_sum(body)}, indent=1, sort_keys=True) + "\n"


def check_sum(body: dict[str, Any]) -> str:
    """Hash that tells damage."""
    plain = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def decode(text: str) -> SessionFile:
    """Read a session file; raises `BadFile` with what is wrong in words."""
    try:
        data = json.loads(text)
    except ValueError as error:
        message = f"damaged: not JSON ({error})"
        raise BadFile(message) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        message = "not a session file of In Tray"
        raise BadFile(message)
    version = data.get("version")
    if not isinstance(version, int) or version > VERSION:
        message = f"from a newer program (file version {version}, this program reads up to {VERSION})"
        raise BadFile(message)
    check = data.pop("check", None)
    if check != check_sum(data):
        message = "damaged: its content does not match its check sum"
        raise BadFile(message)
    try:
        return SessionFile(
            scenario=from_json(json.dumps(data["scenario"])),
            rules_hash=str(data["rules_hash"]),
            seed=int(data["seed"]),
            seats=tuple(Seat(str(name), str(driver)) for name, driver in data["seats"]),
            log=tuple(Entry.from_plain(entry) for entry in data["log"]),
            until=int(data["until"]),
            digest=str(data["digest"]),
            results=dict(data["results"]),
        )
    except (KeyError, TypeError, ValueError, BadCommand, BadLevel) as error:
        message = f"damaged: {error}"
        raise BadFile(message) from error
