"""Proving a level: what is measured over seeds is what the sessions say, on one process or two, and a broken promise shows."""

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from game import cli
from game.lab import prove
from game.lab.prove import CONSTANT, ENDINGS, LEAVER, Night, Row, night, nights, policies, rows
from game.scenario import Scenario
from game.session import Session
from game.session.bots import BOTS
from tests.session.plays import to_morning
from tests.session.worlds import opened, small, words

SEEDS = (7, 8)
ROOT = Path(__file__).parents[2]


def level() -> Scenario:
    """A shift of ten papers among few, with a short night."""
    plain = small(accounts=150)
    return replace(plain, shift=replace(plain.shift, night_hours=1.0))


def measured(workers: int, said: list[str]) -> list[Row]:
    """Prove it over two seeds."""
    return prove.prove(level(), SEEDS, words=words(), speed="plain", workers=workers, progress=said.append)


@pytest.fixture(scope="module")
def said() -> list[str]:
    """What was told on the way."""
    return []


@pytest.fixture(scope="module")
def told(said: list[str]) -> dict[str, Row]:
    """The rows by their ids."""
    found = measured(1, said)
    assert len({row.id for row in found}) == len(found)
    return {row.id: row for row in found}


def by_hand(policy: str) -> list[Session]:
    """The same nights, played without the proof."""
    return [to_morning(opened(level(), seed=seed), policy) for seed in SEEDS]


def test_every_promise_has_an_id_words_bounds_and_a_verdict(told: dict[str, Row]) -> None:
    for row in told.values():
        plain = row.plain()
        assert list(plain) == ["id", "what", "measured", "low", "high", "pass", "seeds"]
        assert plain["pass"] == row.passed == (row.low <= row.measured <= row.high)
        assert row.what
        assert row.low <= row.high
        assert row.seeds == 2
        json.dumps(plain)


def test_the_promises_of_the_script_are_all_there(told: dict[str, Row]) -> None:
    kinds = [f"{end}-{kind}" for kind in ("worthy", "bait", "so-so") for end in ("fewest", "most")]
    wanted = {"first-class", "effect", "map", "return", "return-curious", "unlisted", "counters", "unfolds", *kinds}
    assert told.keys() == wanted | {f"wins-{bot}" for bot in BOTS} | {f"ending-{ending}" for ending in ENDINGS}
    assert {(told[f"wins-{bot}"].low, told[f"wins-{bot}"].high) for bot in CONSTANT} == {(0.0, 0.0)}
    assert (told["wins-curious"].low, told["first-class"].low) == (0.9, 0.5)
    mix = level().shift.mix
    assert (told["most-bait"].low, told["most-bait"].high) == (mix.bait - 2, mix.bait + 2)


def test_two_processes_measure_what_one_does(told: dict[str, Row], said: list[str]) -> None:
    again: list[str] = []
    assert measured(2, again) == list(told.values())
    assert again == said == ["seed 7: 1 of 2", "seed 8: 2 of 2"]


def test_what_is_measured_is_what_the_nights_were(told: dict[str, Row]) -> None:
    played = {bot: by_hand(bot) for bot in ("curious", "reshare-all")}
    for bot, sessions in played.items():
        assert told[f"wins-{bot}"].measured == sum(session.outcome("you") == "won" for session in sessions) / 2
    curious = played["curious"]
    assert told["first-class"].measured == sum(session.ledger("you").seal == 1 for session in curious) / 2
    assert told["unfolds"].measured == median(len(session.chair("you").unfolded) for session in curious)


def test_a_night_has_the_figures_of_its_pay_slip() -> None:
    for bot in ("curious", "coin"):
        (session, _), found = by_hand(bot), night(opened(level(), seed=7), bot)
        slip = session.ledger("you")
        assert (found.mark, found.seal, found.ending, found.reshared, found.followers, found.others_minutes) == (
            slip.mark, slip.seal, slip.ending, slip.reshared, slip.followers_gained, slip.others_minutes,
        )  # fmt: skip
        assert sum(found.kinds) == slip.cards
        assert found.pushed == len(session.chair("you").tally.pushed)
        assert found.won == (session.outcome("you") == "won")


def test_who_leaves_early_goes_home_after_one_card() -> None:
    found = night(opened(level(), seed=7), LEAVER)
    assert (found.ending, found.won, sum(found.kinds) >= 1) == ("gone_home", False, True)


def test_every_policy_plays_from_the_same_burn_in() -> None:
    seed, played = nights(prove.Job(level(), words(), 7, "plain", ("ignore-all", "curious")))
    assert (seed, list(played)) == (7, ["ignore-all", "curious"])
    assert played["curious"] == night(opened(level(), seed=7), "curious")
    assert set(policies()) == {*BOTS, LEAVER}


QUIET = Night(
    won=False, seal=0, mark=10.0, ending="closed_door", kinds=(3, 5, 2), reshared=0, followers=0, came_back=False,
    unlisted=True, unfolds=10,
)  # fmt: skip


def found_with(nights_of_seeds: Iterable[dict[str, Night]]) -> dict[str, Any]:
    """The rows of nights that were made up."""
    found = {seed: dict.fromkeys(policies(), QUIET) | changed for seed, changed in enumerate(nights_of_seeds)}
    return {row.id: row for row in rows(level(), found)}


def test_a_constant_policy_that_wins_once_breaks_its_promise() -> None:
    won = replace(QUIET, won=True, seal=3)
    told = found_with([{}, {"like-all": won}])
    assert (told["wins-like-all"].measured, told["wins-like-all"].passed) == (0.5, False)
    assert told["wins-ignore-all"].passed


def test_a_shift_out_of_the_mix_is_found_even_if_it_is_one() -> None:
    told = found_with([{}, {"coin": replace(QUIET, kinds=(0, 8, 2))}])
    assert (told["fewest-worthy"].measured, told["fewest-worthy"].passed) == (0, False)
    assert (told["most-bait"].measured, told["most-bait"].passed) == (8, False)
    assert told["most-so-so"].passed


def test_effects_and_the_map_are_medians() -> None:
    told = found_with([{"curious": replace(QUIET, effects=[1.0, 3.0, 9.0], events_per_two=0.5, counters=(12, 24), came_back=True,
                                           reshared=3)}])  # fmt: skip
    assert (told["effect"].measured, told["effect"].passed) == (3.0, True)
    assert (told["map"].measured, told["map"].passed) == (0.5, False)
    assert (told["counters"].measured, told["counters"].passed) == (0.5, True)
    assert (told["return"].measured, told["return-curious"].measured) == (1.0, 1.0)


def test_without_any_reshare_no_effect_is_promised_kept() -> None:
    assert not found_with([{}])["effect"].passed


def test_one_night_without_a_post_outside_the_top_breaks_the_promise() -> None:
    told = found_with([{"coin": replace(QUIET, unlisted=False)}])
    assert not told["unlisted"].passed


def test_an_ending_is_reached_or_not() -> None:
    told = found_with([{"curious": replace(QUIET, ending="clerk_1")}])
    assert {row.id for row in told.values() if row.id.startswith("ending-") and row.passed} == {
        "ending-clerk_1",
        "ending-closed_door",
    }


# --- the command -------------------------------------------------------------------------------------------------------


def command(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Give the exit status of `intray levels prove`."""
    monkeypatch.setattr(sys, "argv", ["intray", "levels", "prove", *arguments])
    try:
        cli.main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_the_command_prints_its_rows_as_json_and_ends_with_1_where_a_promise_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "levels" / "the-tray.toml").read_text(encoding="utf-8")
    file = tmp_path / "few.toml"
    for old, new in (
        ("accounts = 1200", "accounts = 150"),
        ("burn_in_days = 3.0", "burn_in_days = 0.2"),
        ("night_hours = 24.0", "night_hours = 1.0"),
    ):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    status = command(monkeypatch, str(file), "--seeds", "1", "--first", "3", "--workers", "1", "--engine", "plain", "--json")
    printed = capsys.readouterr()
    proof = json.loads(printed.out)
    assert (proof["level"], proof["seeds"]) == ("few", [3, 3])
    assert "seed 3: 1 of 1" in printed.err
    broken = [row["id"] for row in proof["rows"] if not row["pass"]]
    assert any(one.startswith("ending-") for one in broken)  # one seed does not reach every ending
    assert status == 1


@pytest.mark.parametrize(("high", "status"), [(1.0, 0), (0.1, 1)])
def test_the_command_says_pass_or_fail_line_by_line(
    high: float, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prove, "prove", lambda *_args, **_more: [Row("a", "share of something", 0.5, 0.0, high, 3)])
    assert command(monkeypatch, "the-tray", "--engine", "plain") == status
    line = capsys.readouterr().out
    assert line.startswith("FAIL" if status else "pass")
    assert "0.500" in line
