"""What is kept: a shift goes on where it was, what cannot be read is set aside and said so, files go out and come in."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.port import MOST_BYTES, TooLarge
from game.session import Leave, Session
from game.session.bots import bot_named
from game.session.file import check_sum, decode
from game.session.player import Player
from game.ui.play import Play, figure
from game.ui.saves import ASIDE, EVERY, KEY, LAST, Kept, export, glance, take
from game.ui.scenes.title import Title
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands, taught_tray

STAMPS = ("Ignore", "Like", "Reshare")


def stamp(desk: Hands, times: int) -> Hands:
    """Stamp as many papers as they come."""
    for number in range(times):
        desk.until(lambda: bool(desk.state["card"]))
        desk.press(STAMPS[number % 3])
    return desk


def play_of(desk: Hands) -> Play:
    """The play-through on the screen."""
    play = desk.app.scene.play  # type: ignore[attr-defined]
    assert isinstance(play, Play)
    return play


def close(desk: Hands) -> None:
    """Close the window."""
    desk.post(pygame.QUIT)


def left(hands: MakeHands, stamps: int = 3, **options: object) -> Hands:
    """A desk at which something was stamped and whose window was closed."""
    desk = stamp(hands(**options).to_desk(), stamps)
    close(desk)
    return desk


def again(hands: MakeHands, **options: object) -> Hands:
    """The same folder, another day; the title has been there for a moment."""
    title = hands(**options)
    title.run(0.5)
    return title


def to_morning(session: Session) -> str:
    """Let a bot finish the shift and the night pass; the digest."""
    for _ in Player(session, "you", bot_named("curious")).steps():
        pass
    session.advance(session.chair("you").morning - session.tick)
    return session.digest()


def kept(desk: Hands) -> dict[str, Any]:
    """What is kept now."""
    found: dict[str, Any] = json.loads(desk.port.get(KEY) or "{}")
    return found


def forge(desk: Hands, change: Callable[[dict[str, Any]], object]) -> str:
    """Change what is kept, with a right check sum; the new text."""
    data = kept(desk)
    del data["check"]
    change(data)
    text = json.dumps({**data, "check": check_sum(data)})
    desk.port.put(KEY, text)
    return text


# --- going on --------------------------------------------------------------------------------------------------------


def test_a_shift_goes_on_where_it_was_to_the_same_morning(hands: MakeHands) -> None:
    before = left(hands)
    session = play_of(before).session
    title = again(hands)
    assert title.node("Continue")["key"] == "return"
    assert "3 of 10 papers stamped, today" in title.node(title.app.scene.line)["name"]  # type: ignore[attr-defined]
    title.press("Continue")
    title.until(lambda: title.scene == "desk")
    there = play_of(title)
    assert there.session.tick == session.tick
    assert there.session.digest() == session.digest()
    assert there.held() == play_of(before).held()
    assert there.stamp == play_of(before).stamp
    assert there.look.out == play_of(before).look.out
    assert to_morning(there.session) == to_morning(session)


def test_a_stamp_that_could_be_taken_back_still_can(hands: MakeHands) -> None:
    before = left(hands)
    headline = play_of(before).look.out.headline  # type: ignore[union-attr]
    title = again(hands)
    title.press("Continue")
    title.until(lambda: title.scene == "desk" and title.there("Undo"))
    title.press("Undo")
    title.until(lambda: title.state["card"] == headline)


def test_what_is_stamped_is_kept_within_a_second_and_no_oftener(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = hands().to_desk()
    writes: list[int] = []
    put = desk.port.put

    def counted(key: str, text: str) -> bool:
        if key == KEY:
            writes.append(desk.app.frames)
        return put(key, text)

    monkeypatch.setattr(desk.port, "put", counted)
    stamp(desk, 3)
    stamped = desk.state["stamped"]
    desk.run(EVERY + 0.1)
    assert kept(desk)["desk"]["stamped"] == stamped
    assert all(later - sooner >= EVERY * 30 for sooner, later in pairwise(writes))


def test_a_pause_keeps_the_very_moment(hands: MakeHands) -> None:
    desk = stamp(hands().to_desk(), 1)
    desk.run(2.4)
    desk.press("Pause")
    assert kept(desk)["until"] == play_of(desk).session.tick
    assert kept(desk)["digest"] == play_of(desk).session.digest()


def test_nothing_is_kept_of_a_shift_in_which_nothing_was_stamped(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.press("Pause")
    close(desk)
    assert desk.port.get(KEY) is None
    assert not again(hands).there("Continue")


def test_a_shift_without_a_clock_goes_on_without_one(hands: MakeHands) -> None:
    before = left(hands, calm=True)
    title = again(hands, calm=True)
    title.press("Continue")
    title.until(lambda: title.scene == "desk")
    log = len(play_of(title).session.log)
    assert play_of(title).look.shift.pace == "calm"
    assert log == len(play_of(before).session.log), "nothing was commanded by going on"


def test_the_lesson_goes_on_in_the_middle(hands: MakeHands) -> None:
    desk = hands(scenario=taught_tray()).to_desk()
    desk.press("Ignore")
    desk.until(lambda: desk.state["lesson"] == "dough" and bool(desk.state["card"]))
    card = desk.state["card"]
    close(desk)
    title = again(hands, scenario=taught_tray())
    assert "in the middle of the lesson" in title.app.scene.line  # type: ignore[attr-defined]
    title.press("Continue")
    title.until(lambda: title.scene == "desk" and bool(title.state["card"]))
    assert (title.state["lesson"], title.state["card"]) == ("dough", card)


def test_after_the_bell_the_pay_slip_comes_again(hands: MakeHands) -> None:
    desk = stamp(hands().to_desk(), 2)
    desk.press("Leave")
    desk.press("Go home")
    desk.until(lambda: desk.scene == "payslip")
    figures = desk.port.published["result"]["figures"]
    close(desk)
    assert kept(desk)["results"]["slip"] == [list(pair) for pair in figures.items()]
    title = again(hands)
    assert "pay slip is waiting" in title.app.scene.line  # type: ignore[attr-defined]
    title.press("Continue")
    title.until(lambda: title.scene == "payslip")
    assert title.port.published["result"]["figures"] == figures


def test_a_night_goes_on_to_its_morning(hands: MakeHands) -> None:
    desk = stamp(hands().to_desk(), 2)
    desk.press("Leave")
    desk.press("Go home")
    desk.run(0.2)
    assert desk.scene == "night"
    close(desk)
    title = again(hands)
    title.press("Continue")
    title.until(lambda: title.scene == "payslip")


def test_answers_of_the_debrief_and_its_place_are_kept(hands: MakeHands) -> None:
    desk = stamp(hands().to_desk(), 2)
    desk.press("Leave")
    desk.press("Go home")
    desk.until(lambda: desk.scene == "payslip")
    play_of(desk).answers["7"] = "disagree"
    desk.app.room.saves.update(EVERY, 2)
    assert kept(desk)["desk"]["answers"] == {"7": "disagree"}
    title = again(hands)
    title.press("Continue")
    title.until(lambda: title.scene not in {"title", "payslip"})
    assert getattr(title.app.scene, "step", 0) == 2
    assert title.app.scene.account.play.answers == {"7": "disagree"}  # type: ignore[attr-defined]


def test_a_shift_whose_debrief_was_read_is_the_last_one_and_is_not_gone_on_with(hands: MakeHands) -> None:
    desk = stamp(hands().to_desk(), 2)
    desk.press("Leave")
    desk.press("Go home")
    desk.until(lambda: desk.scene == "payslip")
    twin = play_of(desk).twin
    assert twin is not None
    desk.app.room.saves.update(EVERY, 4)
    assert desk.port.get(KEY) is None
    last = decode(desk.port.get(LAST) or "")
    assert last.twin == twin.digest()
    assert last.digest == play_of(desk).session.digest()
    close(desk)
    assert not again(hands).there("Continue")


# --- a new shift instead ---------------------------------------------------------------------------------------------


def test_clocking_in_asks_before_a_kept_shift_is_given_up(hands: MakeHands) -> None:
    text = left(hands).port.get(KEY)
    title = again(hands)
    title.press("Clock in")
    assert title.node("Give up the kept shift?")["role"] == "dialog"
    assert title.app.scene.focus == "Cancel"
    title.key("return")
    assert title.there("Continue")
    assert title.port.get(KEY) == text
    title.press("Clock in")
    title.press("New shift")
    title.until(lambda: title.scene == "desk")
    assert title.state["stamped"] == 0
    assert title.port.get(KEY) is None


def test_before_it_is_given_up_a_kept_shift_can_be_saved_as_a_file(hands: MakeHands, tmp_path: Path) -> None:
    text = left(hands).port.get(KEY)
    title = again(hands)
    title.press("Clock in")
    title.press("Save file")
    path = tmp_path / "data" / "exports" / "in-tray-the-tray-7.json"
    assert path.read_text(encoding="utf-8") == text
    assert title.node("Give up the kept shift?")["value"] == f"Saved as {path}"
    title.key("escape")
    assert title.there("Continue")


def test_a_new_tray_after_the_pay_slip_asks_nothing_and_makes_the_old_shift_the_last(hands: MakeHands) -> None:
    desk = stamp(hands().to_desk(), 2)
    desk.press("Leave")
    desk.press("Go home")
    desk.until(lambda: desk.scene == "payslip")
    log = len(play_of(desk).session.log)
    desk.app.scene = Title(desk.app.room, wanted=True)
    desk.until(lambda: desk.scene == "desk")
    assert len(decode(desk.port.get(LAST) or "").play.log) == log  # type: ignore[union-attr]
    assert desk.port.get(KEY) is None


# --- what cannot be read ---------------------------------------------------------------------------------------------

BROKEN = ("", "{", '{"format": "something else"}', "[" * 100_000)


@pytest.mark.parametrize("cut", [40, 400, -30], ids=["at the start", "early", "at the end"])
def test_a_truncated_save_is_set_aside_unchanged_and_said_so(hands: MakeHands, cut: int) -> None:
    desk = left(hands)
    text = (desk.port.get(KEY) or "")[:cut]
    desk.port.put(KEY, text)
    title = again(hands)
    assert not title.there("Continue")
    assert title.there("The kept shift could not be read. It is set aside, and nothing of it is lost.")
    assert title.port.get(ASIDE) == text
    assert title.port.get(KEY) is None
    title.to_desk()


def test_a_save_whose_check_sum_is_wrong_is_set_aside(hands: MakeHands) -> None:
    desk = left(hands)
    text = (desk.port.get(KEY) or "").replace('"seed": 7', '"seed": 8')
    desk.port.put(KEY, text)
    title = again(hands)
    assert title.there("The kept shift could not be read. It is set aside, and nothing of it is lost.")
    assert title.port.get(ASIDE) == text


def test_a_save_of_a_newer_edition_is_set_aside(hands: MakeHands) -> None:
    text = forge(left(hands), lambda data: data.update(version=99))
    title = again(hands)
    assert title.there("The kept shift comes from a newer edition of the game. It is set aside.")
    assert title.port.get(ASIDE) == text


def test_a_save_of_the_first_version_goes_on(hands: MakeHands) -> None:
    desk = left(hands)
    forge(desk, lambda data: (data.update(version=1), data.pop("desk"), data.pop("twin")))
    title = again(hands)
    assert "A shift is kept here." in title.app.scene.line  # type: ignore[attr-defined]
    title.press("Continue")
    title.until(lambda: title.scene == "desk")
    assert play_of(title).session.digest() == play_of(desk).session.digest()


def test_a_log_that_does_not_fit_is_no_shift_to_go_on_with(hands: MakeHands) -> None:
    text = forge(left(hands), lambda data: data["log"].pop(0))
    title = again(hands)
    title.until(lambda: not title.there("Continue"))
    assert title.there("The kept shift could not be laid out again as it was. It is set aside.")
    assert title.port.get(ASIDE) == text


def test_other_rules_without_a_pay_slip_are_set_aside(hands: MakeHands) -> None:
    text = forge(left(hands), lambda data: data.update(rules_hash="0" * 64))
    title = again(hands)
    assert title.there("That shift was played under other rules and cannot go on. It is set aside.")
    assert title.port.get(ASIDE) == text


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("shape", ["wide", "upright"])
def test_the_pay_slip_of_other_rules_can_still_be_shown(hands: MakeHands, percent: int, shape: str) -> None:
    desk = stamp(hands().to_desk(), 2)
    desk.press("Leave")
    desk.press("Go home")
    desk.until(lambda: desk.scene == "payslip")
    figures = desk.port.published["result"]["figures"]
    close(desk)
    forge(desk, lambda data: data.update(rules_hash="0" * 64))
    title = again(hands, percent=percent, layout=shape)
    assert title.there("That shift was played under other rules; its pay slip can still be shown.")
    title.press("Pay slip")
    seen: dict[str, str] = {}
    for _ in range(12):
        seen |= {node["name"]: node.get("value", "") for node in title.tree() if node["role"] == "note"}
        if title.there("More"):
            title.press("More")
    assert list(seen.items()) == list(figures.items()), "in the order in which they were printed"
    title.press("Back")
    assert title.scene == "title"


def test_twice_set_aside_are_two(hands: MakeHands) -> None:
    desk = left(hands)
    for text in ("one", "two"):
        desk.port.put(KEY, text)
        again(hands)
    assert (desk.port.get(ASIDE), desk.port.get(ASIDE + "-2")) == ("one", "two")


def test_numbers_of_a_strangers_desk_are_bounded() -> None:
    for value in (-1, 10**400, float("nan"), float("inf"), "2", None, [1]):
        assert figure({"undo": value}, "undo", 30.0) == 0.0


@pytest.mark.parametrize("text", BROKEN, ids=["nothing", "half", "another format", "deep"])
def test_what_is_no_session_is_seen_at_a_glance(text: str) -> None:
    assert glance(text) is None


def test_a_strange_desk_is_only_a_shift() -> None:
    odd = glance(json.dumps({"format": "intray-session", "desk": {"phase": 3, "stamped": "x", "day": True}}))
    assert odd is not None
    assert odd.line(100) == "A shift is kept here."
    assert Kept("", "shift", 3, 40, 100).line(109).endswith("9 days ago.")


# --- storage that is refused -----------------------------------------------------------------------------------------


def test_storage_that_is_refused_is_said_once_and_the_game_goes_on(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = hands().to_desk()
    monkeypatch.setattr(desk.port, "put", lambda _key, _text: False)
    stamp(desk, 1)
    desk.until(lambda: desk.scene == "notice")
    assert desk.there("Your shift cannot be kept.")
    desk.press("Go on")
    assert desk.scene == "desk"
    stamp(desk, 2)
    desk.run(2 * EVERY)
    assert desk.scene == "desk"


def test_a_save_that_cannot_be_set_aside_is_left_as_it_is(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = left(hands)
    desk.port.put(KEY, "broken")
    title = hands()
    monkeypatch.setattr(title.port, "put", lambda _key, _text: False)
    title.app.scene = Title(title.app.room)
    title.run()
    # the first title of this window could still set it aside
    assert title.port.get(ASIDE) == "broken"
    desk.port.put(KEY, "broken too")
    title.app.scene = Title(title.app.room)
    title.run()
    assert title.there("The kept shift could not be read and is left as it is. This time nothing is kept.")
    monkeypatch.undo()
    stamp(title.to_desk(), 2)
    title.run(2 * EVERY)
    assert title.port.get(KEY) == "broken too"


def test_a_desk_that_breaks_leaves_the_last_good_moment(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = stamp(hands().to_desk(), 2)
    desk.run(2 * EVERY)
    text = desk.port.get(KEY)

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("the world has a hole")

    monkeypatch.setattr(play_of(desk).session, "advance", broken)
    desk.run(0.2)
    assert desk.scene == "error"
    close(desk)
    assert desk.port.get(KEY) == text


# --- files -----------------------------------------------------------------------------------------------------------


def test_a_shift_goes_out_as_a_file_and_comes_in_elsewhere(hands: MakeHands, tmp_path: Path) -> None:
    desk = stamp(hands().to_desk(), 3)
    said = export(desk.app.room, play_of(desk))
    path = tmp_path / "data" / "exports" / "in-tray-the-tray-7.json"
    assert said == f"Saved as {path}"
    elsewhere = Hands(tmp_path / "elsewhere", file=path.read_bytes())
    elsewhere.until(lambda: elsewhere.scene == "desk")
    assert elsewhere.state["stamped"] == 3
    assert play_of(elsewhere).session.digest() == play_of(desk).session.digest()
    close(elsewhere)
    assert kept(elsewhere)["desk"]["stamped"] == 3


def test_a_file_that_cannot_be_written_is_said(hands: MakeHands, tmp_path: Path) -> None:
    desk = stamp(hands().to_desk(), 1)
    (tmp_path / "data" / "exports").write_text("a file where a folder should be", encoding="utf-8")
    assert export(desk.app.room, play_of(desk)).startswith("The file could not be written: ")


def test_a_finished_file_shows_its_pay_slip_and_leaves_what_is_kept(hands: MakeHands, tmp_path: Path) -> None:
    other = stamp(Hands(tmp_path / "other").to_desk(), 2)
    other.press("Leave")
    other.press("Go home")
    other.until(lambda: other.scene == "payslip")
    export(other.app.room, play_of(other))
    data = next((tmp_path / "other" / "exports").iterdir()).read_bytes()
    close(other)
    text = left(hands).port.get(KEY)
    desk = hands(file=data)
    desk.until(lambda: desk.scene == "payslip")
    assert desk.port.published["result"]["figures"] == other.port.published["result"]["figures"]
    close(desk)
    assert desk.port.get(KEY) == text


def test_a_file_that_would_replace_a_kept_shift_asks_first(hands: MakeHands, tmp_path: Path) -> None:
    other = stamp(Hands(tmp_path / "other", seed=9).to_desk(), 1)
    export(other.app.room, play_of(other))
    data = next((tmp_path / "other" / "exports").iterdir()).read_bytes()
    left(hands)
    for answer, seed in (("Cancel", 7), ("Use the file", 9)):
        desk = hands()
        desk.app.scene = take(desk.app.room, data)
        desk.run()
        desk.until(lambda shown=desk: shown.there("Put this file in its place?"))  # type: ignore[misc]
        assert kept(desk)["seed"] == 7
        desk.press(answer)
        desk.run(0.2)
        if answer == "Cancel":
            desk.press("Continue")
        desk.until(lambda shown=desk: shown.scene == "desk")  # type: ignore[misc]
        assert play_of(desk).seed == seed


BAD_FILES: dict[str, tuple[bytes, str]] = {
    "not text": (b"\xff\xfe\x00", "That file is no shift of In Tray."),
    "another text": (b"Dear diary", "That file is damaged and cannot be used."),
    "another format": (b'{"format": "a list"}', "That file is no shift of In Tray."),
    "newer": (b'{"format": "intray-session", "version": 99}', "That file comes from a newer edition of the game."),
    "nothing in it": (b'{"format": "intray-session", "version": 2}', "That file is damaged and cannot be used."),
}


@pytest.mark.parametrize(("data", "says"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_told_in_plain_words_and_costs_nothing(hands: MakeHands, data: bytes, says: str) -> None:
    text = left(hands).port.get(KEY)
    desk = again(hands, file=data)
    desk.until(lambda: desk.there("Continue"))
    assert desk.app.scene.line.startswith(says)  # type: ignore[attr-defined]
    assert desk.port.get(KEY) == text


def test_a_file_that_does_not_lead_where_it_says_is_not_used(hands: MakeHands) -> None:
    desk = left(hands)
    text = forge(desk, lambda data: data.update(digest="0" * 32))
    desk.port.remove(KEY)
    title = again(hands, file=text.encode())
    title.until(lambda: title.there("Clock in"))
    assert title.there("That file does not lead to the end it names. It cannot be used.")


def test_a_file_that_names_another_twin_is_not_used(hands: MakeHands) -> None:
    desk = stamp(hands().to_desk(), 2)
    desk.press("Leave")
    desk.press("Go home")
    desk.until(lambda: desk.scene == "payslip" and play_of(desk).twin_ready)
    desk.app.room.saves.flush()
    assert kept(desk)["twin"]
    text = forge(desk, lambda data: data.update(twin="0" * 32))
    desk.port.remove(KEY)
    title = again(hands, file=text.encode())
    title.until(lambda: title.there("Clock in"))
    assert title.there("That file does not lead to the end it names. It cannot be used.")


def test_a_shift_of_another_seat_is_none_for_this_desk(hands: MakeHands) -> None:
    desk = left(hands)
    text = forge(desk, lambda data: data.update(seats=[["me", "human"]], log=[]))
    title = again(hands)
    title.until(lambda: not title.there("Continue"))
    assert title.port.get(ASIDE) == text
    assert title.there("What is kept here is no shift of this desk. It is set aside, and nothing of it is lost.")
    title = again(hands, file=text.encode())
    title.until(lambda: title.there("Clock in"))
    assert title.there("That file is no shift of In Tray.")


def test_waiting_for_a_file_can_be_left(hands: MakeHands) -> None:
    desk = left(hands)
    data = (desk.port.get(KEY) or "").encode()
    title = hands(file=data)
    title.run()
    assert title.there("Cancel")
    title.key("escape")
    assert title.there("Continue")


def test_where_a_file_can_be_chosen_the_title_asks_for_one_and_takes_it(
    hands: MakeHands, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (left(hands).port.get(KEY) or "").encode()
    title = hands()
    title.port.remove(KEY)
    title.app.scene = Title(title.app.room)
    asked: list[str] = []
    files = [None, None, data]
    monkeypatch.setattr(title.port, "can_pick", True)
    monkeypatch.setattr(title.port, "ask_file", lambda: asked.append("asked"))
    monkeypatch.setattr(title.port, "picked", lambda: files.pop(0) if asked and files else None)
    title.run()
    title.press("Load file")
    title.until(lambda: title.scene == "desk")
    assert asked == ["asked"]
    assert title.state["stamped"] == 3


def test_a_file_that_is_too_large_is_said(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    title = hands()

    def large() -> bytes | None:
        raise TooLarge(f"{MOST_BYTES + 1} bytes")

    monkeypatch.setattr(title.port, "picked", large)
    title.run()
    assert title.there("That file is too large: a shift takes up less than 5 MB.")


def test_leaving_early_is_kept_like_any_command(hands: MakeHands) -> None:
    desk = stamp(hands().to_desk(), 1)
    desk.press("Leave")
    desk.press("Go home")
    desk.run(EVERY + 0.1)
    entries = decode(desk.port.get(KEY) or "").play.log  # type: ignore[union-attr]
    assert any(isinstance(entry.command, Leave) for entry in entries)
