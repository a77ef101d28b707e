"""The `intray` command as its users meet it: real processes, good input and bad."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import cli
from game.cli import common
from game.feed.engine import BadRules
from game.port.desktop import Desktop
from game.scenario import BadLevel
from game.session import BadSeats, bots, orders
from game.session.file import check_sum
from game.story.badwords import BadWords
from game.ui import app
from game.ui.options import Options

QUICK = ("run", "{level}", "--seed", "7", "--bot", "curious", "--days", "1", "--engine", "plain")


@pytest.fixture
def level(tmp_path: Path) -> Path:
    """A level like The Tray with a world small enough to run in a second."""
    text = (Path(__file__).parent.parent / "levels" / "the-tray.toml").read_text(encoding="utf-8")
    text = text.replace("accounts = 1200", "accounts = 240").replace("burn_in_days = 3.0", "burn_in_days = 1.0")
    path = tmp_path / "small.toml"
    path.write_text(text, encoding="utf-8")
    return path


def intray(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command without a display and without standard input."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("SDL_VIDEODRIVER", None)
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        capture_output=True, text=True, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, timeout=120, check=False,
    )  # fmt: skip


def run(level: Path, *more: str) -> dict[str, object]:
    """Figures of a run, as printed."""
    done = intray(*(argument.format(level=level) for argument in QUICK), "--json", *more)
    assert done.returncode == 0, done.stderr
    figures: dict[str, object] = json.loads(done.stdout)
    return figures


def test_a_run_prints_the_figures_it_promises(level: Path) -> None:
    figures = run(level)
    promised = "digest events agent_steps seconds outcome metrics meters version scenario seed".split()
    assert set(promised) <= set(figures)
    assert figures["outcome"] in ("won", "lost", "left")
    assert figures["seed"] == 7


def test_the_same_seed_gives_the_same_digest_and_another_seed_another(level: Path) -> None:
    assert run(level)["digest"] == run(level)["digest"]
    assert run(level, "--seed", "8")["digest"] != run(level)["digest"]


def test_an_exported_session_is_verified_and_shown(level: Path, tmp_path: Path) -> None:
    figures = run(level, "--export", str(tmp_path / "out"))
    done = intray("replay", str(tmp_path / "out" / "session.json"), "--verify")
    assert done.returncode == 0, done.stderr
    assert f"Verified: {figures['digest']}" in done.stdout


@pytest.mark.parametrize("wanted", ["parquet", "npz"])
def test_an_export_holds_four_tables_and_their_codebook(level: Path, tmp_path: Path, wanted: str) -> None:
    run(level, "--export", str(tmp_path), "--format", wanted)
    names = {path.name for path in tmp_path.iterdir()} - {level.name}
    assert names == {
        f"accounts.{wanted}", f"posts.{wanted}", f"follows.{wanted}", f"events.{wanted}", "codebook.json", "session.json",
    }  # fmt: skip


def test_a_replay_that_differs_ends_with_1(level: Path, tmp_path: Path) -> None:
    run(level, "--export", str(tmp_path))
    stored = json.loads((tmp_path / "session.json").read_text())
    stored.pop("check")
    stored["log"] = stored["log"][:-2]
    (tmp_path / "other.json").write_text(json.dumps({**stored, "check": check_sum(stored)}))
    done = intray("replay", str(tmp_path / "other.json"), "--verify")
    assert done.returncode == 1
    assert "the file says" in done.stderr


def test_a_damaged_file_ends_with_2_and_so_does_one_from_a_newer_program(level: Path, tmp_path: Path) -> None:
    run(level, "--export", str(tmp_path))
    text = (tmp_path / "session.json").read_text()
    (tmp_path / "cut.json").write_text(text[:300])
    (tmp_path / "changed.json").write_text(text.replace('"seed": 7', '"seed": 8'))
    (tmp_path / "newer.json").write_text(text.replace('"version": 2', '"version": 99'))
    for name, says in (("cut", "damaged"), ("changed", "damaged"), ("newer", "newer program")):
        done = intray("replay", str(tmp_path / f"{name}.json"), "--verify")
        assert done.returncode == 2, name
        assert says in done.stderr
        assert "Traceback" not in done.stderr


def test_a_file_made_under_other_rules_shows_its_results_and_ends_with_3(level: Path, tmp_path: Path) -> None:
    run(level, "--export", str(tmp_path))
    stored = json.loads((tmp_path / "session.json").read_text())
    stored.pop("check")
    stored["rules_hash"] = "0" * 64
    (tmp_path / "old.json").write_text(json.dumps({**stored, "check": check_sum(stored)}))
    done = intray("replay", str(tmp_path / "old.json"), "--verify", "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["digest"] == stored["digest"]
    assert "other rules" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("run", "no-such-level"), "no such level"),
        (("run", "the-tray", "--seed", "-1"), "--seed"),
        (("run", "the-tray", "--seed", "4294967296"), "--seed"),
        (("run", "the-tray", "--days", "nan"), "--days"),
        (("run", "the-tray", "--bot", "nobody"), "--bot"),
        (("run", "the-tray", "--export", "file/below"), "file/below: Not a directory"),
        (("play", "the-tray", "--out", "file/below"), "file/below: Not a directory"),
        (("replay", "missing.json"), "no such file"),
        (("web", "--build", "nowhere"), "no browser build"),
        (("levels", "check", "missing.toml"), "no such level"),
    ],
)
def test_wrong_input_is_told_in_words_and_ends_with_2(arguments: tuple[str, ...], says: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = intray(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_the_command_knows_every_bot() -> None:
    assert tuple(bots.BOTS) == common.BOTS
    assert orders.ORDERS == common.ORDERS


@pytest.mark.parametrize(
    "error", [BadRules("too many"), BadSeats("too many"), BadLevel("too many"), BadWords("here", "too many")]
)
def test_an_error_of_the_program_is_one_line(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "intray", fails)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert told.endswith("too many\n")
    assert len(told.splitlines()) == 1


def test_a_level_without_a_seat_is_told_in_words(level: Path) -> None:
    level.write_text(level.read_text().replace("accounts = 240", "accounts = 240\nseats = 0"))
    done = intray("run", str(level))
    assert done.returncode == 2
    assert f"{level}: world.seats: is 0" in done.stderr
    assert "allowed: at least 1" in done.stderr


def test_a_bad_level_names_file_key_fault_and_what_is_allowed(level: Path) -> None:
    level.write_text(level.read_text().replace("accounts = 240", "accounts = 3"))
    done = intray("run", str(level))
    assert done.returncode == 2
    assert f"{level}: world.accounts" in done.stderr
    assert "allowed" in done.stderr


def test_play_without_a_display_plays_a_shift_and_leaves_the_debrief(level: Path, tmp_path: Path) -> None:
    done = intray("play", str(level), "--out", str(tmp_path / "debrief"))
    assert done.returncode == 0, done.stderr
    assert "No display here" in done.stdout
    assert "Wage" in done.stdout
    assert (tmp_path / "debrief" / "debrief.png").read_bytes().startswith(b"\x89PNG")
    page = (tmp_path / "debrief" / "debrief.html").read_text()
    assert "0.00" in page
    assert "Three cards again" in page
    values = json.loads((tmp_path / "debrief" / "debrief.json").read_text())
    assert f"{'Minutes of others':<42}{dict(values['tables']['slip']['rows'])['Minutes of others']:>16}" in done.stdout
    for name, table in values["tables"].items():
        assert (tmp_path / "debrief" / f"{name}.csv").read_text().count("\n") == len(table["rows"]) + 1


def test_a_run_can_tell_its_debrief_as_json(level: Path) -> None:
    done = intray("run", str(level), "--days", "0", "--json", "--debrief")
    assert done.returncode == 0, done.stderr
    values = json.loads(done.stdout)
    assert len(values["debrief"]["days"]) == len(values["debrief"]["twin_days"]) > 0
    assert values["ledger"]["pushed_better"] <= values["ledger"]["pushed"]
    assert set(values["tables"]) == {"slip", "night", "top", "lists", "cards", "tells", "curve"}


@pytest.fixture
def heard() -> Iterator[None]:
    """Let a child hear Ctrl-C even where the tests run behind a shell, which makes what it starts there deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_control_c_in_the_middle_ends_quietly(level: Path) -> None:
    level.write_text(level.read_text().replace("accounts = 240", "accounts = 20000"))
    process = subprocess.Popen(
        [sys.executable, "-m", "game", "run", str(level), "--engine", "plain"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(2.0)
    process.send_signal(signal.SIGINT)
    try:
        _, errors = process.communicate(timeout=30)
    finally:
        process.kill()  # one that did not hear must not outlive its test
    assert process.returncode == 130
    assert errors.strip() == "Stopped."


def test_play_says_why_a_file_cannot_be_gone_on_with(level: Path, tmp_path: Path) -> None:
    run(level, "--export", str(tmp_path))
    text = (tmp_path / "session.json").read_text(encoding="utf-8")
    stored = json.loads(text)
    stored.pop("check")
    stored["rules_hash"] = "0" * 64
    files = {
        "cut": (text[:300], 2, "damaged"),
        "newer": (text.replace('"version": 2', '"version": 99'), 2, "newer program"),
        "other": (json.dumps({**stored, "check": check_sum(stored)}), 3, "other rules"),
        "good": (text, 2, "no display"),
    }
    for name, (content, status, says) in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        done = intray("play", str(level), "--file", str(tmp_path / name))
        assert (done.returncode, says in done.stderr) == (status, True), (name, done.stderr)
        assert len(done.stderr.splitlines()) == 1
    assert "no such file" in intray("play", str(level), "--file", str(tmp_path / "none")).stderr


def opened_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *arguments: str) -> Options:
    """The options with which the command opens its window, on the day whose number is 20,000."""
    seen: list[Options] = []

    async def window(options: Options) -> None:
        seen.append(options)

    monkeypatch.setenv("INTRAY_DATA", str(tmp_path))
    monkeypatch.setattr(app, "main", window)
    monkeypatch.setattr(Desktop, "today", lambda _self: 20_000)
    monkeypatch.setattr(sys, "argv", ["intray", "play", *arguments])
    cli.main()
    return seen[0]


def test_the_daily_order_opens_the_tray_of_today_unless_a_seed_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    daily = opened_with(monkeypatch, tmp_path, "--order", "daily")
    assert (daily.order, daily.seed) == ("daily", 20_000)
    assert opened_with(monkeypatch, tmp_path, "--order", "daily", "--seed", "3").seed == 3
    assert opened_with(monkeypatch, tmp_path, "--order", "quiet").seed == 7


def test_a_good_file_goes_to_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, level: Path) -> None:
    run(level, "--export", str(tmp_path))
    path = tmp_path / "session.json"
    assert opened_with(monkeypatch, tmp_path, str(level), "--file", str(path)).file == path.read_bytes()
