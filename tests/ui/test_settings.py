"""The settings as data: kept, upgraded, set aside; what was only asked for is not kept."""

from pathlib import Path

import pytest

from game.port.desktop import Desktop
from game.ui.options import Options
from game.ui.settings import ASIDE, PRESETS, Settings, find, set_aside, understood
from tests.ui.conftest import MakeHands

BROKEN = ["", "{", "[]", "7", '{"percent": 150}', '{"version": "2"}', '{"version": true}', '{"version": 0}', "[" * 100_000]
CHOSEN = Settings(150, calm=True, pace="slow", reduced=False, effects=20, music=0, muted=True, keys=(("ignore", "j"),))


@pytest.fixture
def port(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def test_what_is_written_is_understood_again() -> None:
    assert understood(CHOSEN.text()) == (CHOSEN, "")
    assert understood(Settings().text()) == (Settings(), "")


def test_settings_of_version_1_are_upgraded(port: Desktop) -> None:
    port.put("settings", '{"version": 1, "percent": 200, "calm": true}')
    found = find(port)
    assert found == (Settings(percent=200, calm=True), "", True)
    assert understood(found.settings.text()) == (found.settings, "")
    assert port.get(ASIDE) is None


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:20])
def test_broken_settings_are_set_aside_and_the_usual_ones_hold(port: Desktop, text: str) -> None:
    port.put("settings", text)
    found = find(port)
    assert found.settings == Settings()
    assert "could not be read" in found.note
    assert port.get(ASIDE) == text
    assert find(port) == (Settings(), "", True)


def test_a_file_that_is_no_text_is_set_aside_byte_by_byte(port: Desktop, tmp_path: Path) -> None:
    rubbish = b"\x00\xff\xfe{\x80}"
    (tmp_path / "settings.json").write_bytes(rubbish)
    assert "could not be read" in find(port).note
    assert (tmp_path / f"{ASIDE}.json").read_bytes() == rubbish


def test_settings_of_a_newer_edition_are_set_aside(port: Desktop) -> None:
    newer = '{"version": 3, "percent": 200, "smell": "lavender"}'
    port.put("settings", newer)
    found = find(port)
    assert found.settings == Settings()
    assert "newer edition" in found.note
    assert port.get(ASIDE) == newer


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("percent", "170"), ("percent", "150.0"), ("percent", '"150"'), ("calm", "1"), ("pace", '"hasty"'), ("reduced", "0"),
        ("effects", "101"), ("music", "-1"), ("music", "true"), ("muted", "null"), ("keys", "[]"), ("keys", '{"ignore": "s"}'),
        ("keys", '{"ignore": "tab"}'), ("keys", '{"ignore": 7}'), ("keys", '{"dance": "j"}'),
        ("keys", '{"like": "j", "undo": "j"}'),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_as_usual_the_rest_holds_and_a_copy_is_kept(port: Desktop, field: str, value: str) -> None:
    good = {"muted": "true", "effects": "30"}
    text = ", ".join(f'"{name}": {part}' for name, part in {"version": "2", **good, field: value}.items())
    port.put("settings", f"{{{text}}}")
    found = find(port)
    assert getattr(found.settings, field) == getattr(Settings(), field)
    other = next(name for name in good if name != field)
    assert getattr(found.settings, other) != getattr(Settings(), other)
    assert "made no sense" in found.note
    assert port.get(ASIDE) == f"{{{text}}}"


def test_nothing_that_was_set_aside_is_written_over(port: Desktop) -> None:
    for text in ("one", "two", "one", "three"):
        assert set_aside(port, text)
    assert [port.get(name) for name in (ASIDE, f"{ASIDE}-2", f"{ASIDE}-3", f"{ASIDE}-4")] == ["one", "two", "three", None]


def test_settings_that_can_be_kept_nowhere_else_are_not_written_over(
    hands: MakeHands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put = Desktop.put
    Desktop(tmp_path / "data").put("settings", "{")
    monkeypatch.setattr(Desktop, "put", lambda self, key, text: "aside" not in key and put(self, key, text))
    title = hands()
    title.run(0.1)
    assert title.there("Your settings could not be read and are left as they are. Changes last until you leave.")
    title.key("+")
    assert title.app.room.layout.percent == 150
    assert title.port.get("settings") == "{"


def test_the_title_says_what_became_of_the_settings_once(hands: MakeHands, tmp_path: Path) -> None:
    Desktop(tmp_path / "data").put("settings", '{"version": 9}')
    title = hands()
    title.run(0.1)
    note = title.app.room.note
    assert title.there(note)
    assert title.port.said == note
    again = hands()
    again.run(0.1)
    assert again.app.room.note == ""
    assert not again.there(note)


def test_what_was_asked_for_wins_but_is_not_kept(hands: MakeHands) -> None:
    hands().app.room.change(percent=200, calm=False, reduced=False)
    asked = hands(percent=100, calm=True, reduced_motion=True).app
    assert (asked.room.layout.percent, asked.room.calm, asked.room.reduced) == (100, True, True)
    asked.room.change(effects=70)
    later = hands().app.room
    assert (later.layout.percent, later.calm, later.reduced, later.settings.effects) == (200, False, False, 70)


def test_the_system_decides_about_movement_unless_the_player_does(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTRAY_REDUCED_MOTION", "1")
    room = hands().app.room
    seen = [room.reduced]
    room.change(reduced=False)
    seen.append(room.reduced)
    assert seen == [True, False]
    assert not hands().app.room.reduced


def test_nothing_asked_for_changes_nothing() -> None:
    assert Options().over(CHOSEN) == CHOSEN


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_leaves_keys_and_mute_alone(hands: MakeHands, name: str) -> None:
    room = hands().app.room
    room.change(keys=(("ignore", "j"),), muted=True, music=10, percent=150)
    room.change(**PRESETS[name])
    assert (room.keys.of("ignore"), room.settings.muted) == ("j", True)
    assert all(getattr(room.settings, field) == value for field, value in PRESETS[name].items())


def test_the_usual_preset_undoes_every_other(hands: MakeHands) -> None:
    room = hands().app.room
    for values in (*PRESETS.values(), PRESETS["usual"]):
        room.change(**values)
    assert room.settings == Settings()


class Speaker:
    """Somebody who hears how loud it shall be."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def play(self, name: str, pan: float = 0.0, step: int = 0) -> None:
        self.heard.append((name, pan, step))

    def volumes(self, effects: int, music: int) -> None:
        self.heard.append((effects, music))

    def mute(self, muted: bool) -> None:  # noqa: FBT001 - as the method it stands for
        self.heard.append(muted)


def test_whoever_makes_the_sounds_hears_of_volumes_and_mute(hands: MakeHands) -> None:
    room = hands().app.room
    speaker = Speaker()
    room.sounds = speaker
    room.change(effects=10)
    room.turn_mute()
    assert speaker.heard == [(10, 50), False, (10, 50), True]
