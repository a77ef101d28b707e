"""Session files: what is forged or damaged is told in words, what is of other rules is still shown."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.session import Reshare, Session
from game.session.file import VERSION, BadFile, check_sum, decode, encode
from game.session.shadow import ignoring
from tests.session.plays import to_night, wait_for_card
from tests.session.worlds import SECOND, opened

Body = dict[str, Any]
TRUTH = True
RESULTS = {"mark": 41.5, "meters": {"wage": 0.0}}


DESK = {"calm": True, "order": "quiet", "answers": {"118489089": "disagree"}}
KEPT = Path(__file__).parent / "session_version_1.json"
"""A night of ten papers as the first version of the format wrote it."""


def played() -> Session:
    """A session with two commands in its log."""
    session = opened()
    for _ in range(2):
        session.do("you", Reshare(wait_for_card(session)))
        session.advance(5 * SECOND)
    return session


@pytest.fixture(scope="module")
def body() -> Body:
    """What a good file holds, without its check sum."""
    data: Body = json.loads(encode(played(), RESULTS))
    del data["check"]
    return data


def forged(body: Body, change: Callable[[Body], object]) -> str:
    """A changed file whose check sum is right."""
    data: Body = json.loads(json.dumps(body))
    change(data)
    return json.dumps({**data, "check": check_sum(data)})


def replay(path: Path, monkeypatch: pytest.MonkeyPatch, *more: str) -> int:
    """Give the exit status of `intray replay`."""
    monkeypatch.setattr(sys, "argv", ["intray", "replay", str(path), *more])
    try:
        cli.main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def put(key: str, value: object) -> Callable[[Body], object]:
    """A change of one value."""
    return lambda data: data.__setitem__(key, value)


def test_what_was_written_is_read() -> None:
    session = played()
    stored = decode(encode(session, RESULTS))
    assert stored.play is not None
    assert (stored.results, stored.digest) == (RESULTS, session.digest())
    assert (stored.play.scenario, stored.play.seed, stored.play.until) == (session.scenario, 7, session.tick)
    assert (stored.play.seats, stored.play.log) == (session.seats, tuple(session.log))


def test_twin_and_desk_are_read_as_they_were_written_and_the_check_sum_guards_them() -> None:
    session = played()
    text = encode(session, RESULTS, twin="f" * 32, desk=DESK)
    stored = decode(text)
    assert (stored.twin, stored.desk, stored.digest) == ("f" * 32, DESK, session.digest())
    for before, after in (("f" * 32, "e" * 32), ("disagree", "pass")):
        with pytest.raises(BadFile, match="check sum"):
            decode(text.replace(before, after))


def test_what_belongs_to_the_screen_changes_nothing_about_the_world() -> None:
    session = played()
    before = session.digest()
    assert decode(encode(session, RESULTS, desk=DESK)).digest == before == session.digest()


def test_a_digest_can_be_left_out() -> None:
    assert not decode(encode(played(), RESULTS, digest="")).digest


def test_a_file_of_the_first_version_is_read_as_this_version() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert kept["version"] == 1 < VERSION
    stored = decode(KEPT.read_text(encoding="utf-8"))
    assert (stored.twin, stored.desk) == ("", {})
    assert stored.results["ledger"] == kept["results"]["ledger"]
    assert stored.digest == kept["digest"]


def test_a_file_of_the_first_version_can_be_played_again(body: Body) -> None:
    first = {key: value for key, value in body.items() if key not in {"twin", "desk"}}
    stored = decode(forged(first, put("version", 1)))
    assert stored.play is not None
    again = Session.replay(
        stored.play.scenario, stored.play.seed, stored.play.seats, stored.play.log, stored.play.until, words=opened().words
    )
    assert again.digest() == body["digest"]


@pytest.mark.parametrize(
    ("change", "trouble"),
    [(put("version", VERSION + 1), "newer"), (put("format", "a shopping list"), "foreign"), (put("version", 0), "damaged")],
    ids=["newer", "foreign", "older than the oldest"],
)
def test_what_is_wrong_with_a_file_has_a_name(body: Body, change: Callable[[Body], object], trouble: str) -> None:
    with pytest.raises(BadFile) as error:
        decode(forged(body, change))
    assert error.value.trouble == trouble


def test_the_twin_is_verified_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    session = to_night(opened())
    twin = session.twin(ignoring).digest()
    assert twin != session.digest()
    path = tmp_path / "session.json"
    path.write_text(encode(session, RESULTS, twin=twin), encoding="utf-8")
    assert replay(path, monkeypatch, "--verify") == 0
    assert f"its twin: {twin}" in capsys.readouterr().out
    path.write_text(encode(session, RESULTS, twin=session.digest()), encoding="utf-8")
    assert replay(path, monkeypatch, "--verify") == 1
    assert "twin" in capsys.readouterr().err


def test_a_file_without_a_digest_is_replayed_and_says_that_there_is_nothing_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = played()
    path = tmp_path / "session.json"
    path.write_text(encode(session, RESULTS, digest=""), encoding="utf-8")
    assert replay(path, monkeypatch, "--verify") == 0
    assert f"Replayed: {session.digest()}" in capsys.readouterr().out


def test_a_pay_slip_in_a_file_is_printed_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "session.json"
    slip = [["Wage", "0.00"], ["Mark, of 100", "75"], ["Followers gained", "+4"]]
    path.write_text(encode(played(), {"slip": slip, "notes": ["x", 3]}), encoding="utf-8")
    assert replay(path, monkeypatch) == 0
    printed = capsys.readouterr().out
    assert printed.index("Wage") < printed.index("Mark") < printed.index("Followers")
    assert "['Wage'" not in printed


OTHER_RULES: dict[str, Callable[[Body], object]] = {
    "another hash": put("rules_hash", "0" * 64),
    "a rule that is unknown here": lambda data: data["scenario"]["world"].update(gravity=9.8),
    "a shift key that is unknown here": lambda data: data["scenario"]["shift"].update(coffee=2),
    "a shift key that is missing": lambda data: data["scenario"]["shift"].pop("cards"),
    "a rule of another kind": lambda data: data["scenario"]["world"].update(accounts="many"),
    "half an account": lambda data: data["scenario"]["world"].update(accounts=300.5),
    "an endless rule": lambda data: data["scenario"]["world"].update(cross=float("inf")),
    "an unknown pace": lambda data: data["scenario"]["shift"].update(pace="frantic"),
    "a list for a table": lambda data: data["scenario"].update(shift=[]),
    "other rules and a command that is unknown here": lambda data: (
        data.update(rules_hash="0" * 64),
        data["log"].append([10**6, "you", ["fold", 3]]),
        data["seats"].append(["other", "a bot of tomorrow"]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", OTHER_RULES.values(), ids=OTHER_RULES)
def test_other_rules_show_the_stored_results_and_end_with_3(
    body: Body, change: Callable[[Body], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = tmp_path / "session.json"
    path.write_text(forged(body, change))
    assert replay(path, monkeypatch, "--verify", "--json") == 3
    told = capsys.readouterr()
    assert json.loads(told.out) == RESULTS
    assert "other rules" in told.err


def reverse(data: Body) -> None:
    """Turn the ticks of the log round."""
    ticks = [entry[0] for entry in data["log"]]
    assert ticks != sorted(ticks, reverse=True)
    for entry, tick in zip(data["log"], reversed(ticks), strict=True):
        entry[0] = tick


DAMAGE: dict[str, tuple[Callable[[Body], object], str]] = {
    "endless seed": (put("seed", float("inf")), "seed is inf"),
    "no seed": (lambda data: data.pop("seed"), "seed is missing"),
    "seed that is no number": (put("seed", float("nan")), "seed is nan"),
    "seed of truth": (put("seed", TRUTH), "seed is True"),
    "seed in text": (put("seed", "7"), "seed is '7'"),
    "large seed": (put("seed", 2**40), "seed = "),
    "negative until": (put("until", -1), "until = -1"),
    "endless until": (put("until", 2**60), "until = "),
    "version of truth": (put("version", TRUTH), "version is True"),
    "no seats": (put("seats", []), "nobody"),
    "a seat of three": (put("seats", [["you", "human", "more"]]), "no seat"),
    "unknown driver": (put("seats", [["you", "nobody"]]), "nobody is called 'nobody'"),
    "too many seats": (put("seats", [["you", "human"], ["me", "human"]]), "allowed are up to 1"),
    "unknown seat": (lambda data: data["log"][0].__setitem__(1, "ghost"), "entry 0 of the log is of seat 'ghost'"),
    "unknown command": (lambda data: data["log"][0].__setitem__(2, ["fly", 3]), "not a command"),
    "tick of truth": (lambda data: data["log"][0].__setitem__(0, TRUTH), "entry 0 of the log is of tick True"),
    "reversed ticks": (reverse, "entry 1 of the log is of tick"),
    "a tick after the end": (lambda data: data["log"][-1].__setitem__(0, data["until"] + 1), "is of tick"),
    "an entry of two": (lambda data: data["log"][0].pop(), "not a log entry"),
    "log in text": (put("log", "none"), "log is 'none'"),
    "digest of nothing": (put("digest", None), "digest is None"),
    "twin of nothing": (put("twin", None), "twin is None"),
    "no desk": (lambda data: data.pop("desk"), "desk is missing"),
    "desk in a list": (put("desk", [1]), "desk is [1]"),
    "a version before the first": (put("version", 0), "never a file version 0"),
    "results in a list": (put("results", [1]), "results is [1]"),
    "scenario of nothing": (put("scenario", None), "scenario is None"),
    "half a character": (put("results", {"a": "\ud800"}), "half a character"),
}


@pytest.mark.parametrize(("change", "says"), DAMAGE.values(), ids=DAMAGE)
def test_a_forged_file_is_told_in_words_and_ends_with_2(  # noqa: PLR0913 - fixtures
    body: Body, change: Callable[[Body], object], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = tmp_path / "session.json"
    path.write_text(forged(body, change))
    assert replay(path, monkeypatch, "--verify") == 2
    told = capsys.readouterr()
    assert says in told.err
    assert len(told.err.splitlines()) == 1


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"format": "intray-session", "version": 1, "log": ' + "[" * 900 + "]" * 900 + "}", "9" * 5_000, "", "NaN"],
    ids=["open", "deep", "long", "nothing", "nan"],
)
def test_text_that_is_no_session_is_a_bad_file(text: str) -> None:
    with pytest.raises(BadFile):
        decode(text)


def test_a_file_nested_too_deep_is_a_bad_file(body: Body) -> None:
    deep: list[Any] = []
    for _ in range(700):
        deep = [deep]
    text = forged(body, put("log", [deep]))
    with pytest.raises(BadFile):
        decode(text)
