"""Reading levels: good ones become scenarios, bad ones a line each with file, key, what is wrong, what is allowed."""

from pathlib import Path

import pytest

from game.scenario.load import level_names, load_level, parse_level
from game.scenario.plain import BadLevel
from tests.scenario.levels import LEVELS, TRAY, faults_with


def test_level_one_is_read_by_name() -> None:
    level = load_level("the-tray", LEVELS)
    assert (level.name, level.title, level.shift.cards, len(level.cast)) == ("the-tray", "The Tray", 40, 8)
    assert [paper.key for paper in level.lesson] == ["soon", "dough", "tide", "soup", "kettle"]


def test_a_level_is_read_by_path(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(TRAY, encoding="utf-8")
    assert load_level(str(file), LEVELS).name == "mine"


def test_level_names_are_sorted_and_a_missing_folder_holds_none(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", "notes.md"):
        (tmp_path / name).touch()
    assert level_names(tmp_path) == ["a", "b"]
    assert level_names(tmp_path / "nowhere") == []


def test_every_level_here_is_good() -> None:
    for name in level_names(LEVELS):
        load_level(name, LEVELS)


def test_an_unknown_level_is_answered_with_the_nearest() -> None:
    with pytest.raises(BadLevel, match=r"^the-try: no such level; did you mean 'the-tray'.; allowed: the-tray"):
        load_level("the-try", LEVELS)


def test_a_wrong_type() -> None:
    assert faults_with("cards = 40", 'cards = "ten"') == [
        "the-tray.toml: shift.cards: is 'ten', not a whole number; allowed: a whole number from 1 to 200 (cards)"
    ]


def test_a_value_out_of_range() -> None:
    assert faults_with("tray_size = 12", "tray_size = 0") == [
        "the-tray.toml: world.tray_size: is 0, out of range; allowed: a whole number from 1 to 512 (cards)"
    ]


def test_an_unknown_key_suggests_the_nearest() -> None:
    (line,) = faults_with("tray_size = 12", "tray_sise = 12")
    assert line.startswith("the-tray.toml: world.tray_sise: is unknown; did you mean 'tray_size'?; allowed: tray_size, ")


def test_a_key_far_from_any_is_only_called_unknown() -> None:
    assert faults_with('title = "The Tray"', 'title = "The Tray"\nzzz = 1') == [
        "the-tray.toml: zzz: is unknown; allowed: title, version, world, shift, cast, lesson, schedule"
    ]


def test_a_missing_table() -> None:
    lines = faults_with("[shift.mix]", "[shift.paces2]")
    assert lines[0] == "the-tray.toml: shift.mix: is missing; allowed: a table with worthy, bait, so_so"


def test_a_mix_that_does_not_add_up() -> None:
    assert faults_with("bait = 18", "bait = 17") == [
        "the-tray.toml: shift.mix: adds up to 39; allowed: worthy + bait + so_so = shift.cards = 40"
    ]


def test_bad_toml_is_told_by_its_line() -> None:
    (line,) = faults_with('title = "The Tray"', "title The Tray")
    assert line == ("the-tray.toml: line 7: Expected '=' after a key in a key/value pair; allowed: TOML, as docs/levels.md shows")


def test_toml_that_ends_too_early_is_one_line_too() -> None:
    (line,) = faults_with(TRAY, "[world")
    assert line.startswith("the-tray.toml: ")


def test_a_choice_that_does_not_exist() -> None:
    (line,) = faults_with('role = "guru"', 'role = "wizard"')
    assert line.startswith("the-tray.toml: cast[professor_upwards].role: is 'wizard', not one of the choices; allowed: ")
    assert line.endswith('"maker" or "guru" or "drama" or "hobby" or "organisation"')


def test_a_table_where_a_number_belongs_and_the_other_way() -> None:
    assert faults_with("[shift.mix]", "[shift.mix.deeper]")[0].startswith("the-tray.toml: shift.mix.worthy: is missing; ")
    (line,) = faults_with('title = "The Tray"', 'title = "The Tray"\nschedule = 3\n[ignored]')[:1]
    assert "the-tray.toml:" in line


def test_a_number_that_is_none() -> None:
    assert faults_with("undo_seconds = 3.0", "undo_seconds = nan") == [
        "the-tray.toml: shift.undo_seconds: is nan, out of range; allowed: a number from 0 to 60 (desk seconds)"
    ]


def test_every_fault_is_told_at_once() -> None:
    assert len(faults_with("cards = 40", 'cards = "ten"\nchairs = 2')) == 2


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    file = tmp_path / "noise.toml"
    file.write_bytes(b"title = \xff")
    with pytest.raises(BadLevel, match=r"noise.toml: byte 8: is not UTF-8; allowed: text in UTF-8"):
        load_level(str(file), LEVELS)


def test_faults_of_a_lesson_s_paper_are_told_by_its_key() -> None:
    (line,) = faults_with("quality = 0.1", "quality = 1.5")
    assert line == "the-tray.toml: lesson[soon].quality: is 1.5, out of range; allowed: a number from 0 to 1 (quality)"
    (line,) = faults_with("like = false", 'like = "no"')
    assert line.startswith("the-tray.toml: lesson[soon].like: is 'no'")
    (line,) = faults_with('key = "soon"\n', 'key = "soon"\nink = 3\n')
    assert line.startswith("the-tray.toml: lesson[soon].ink: is unknown; ")


def test_a_drawer_that_is_not_mentioned_is_missing() -> None:
    (line,) = faults_with("reshare = false\n", "")
    assert line.startswith("the-tray.toml: lesson[soon].reshare: is missing")


def test_desk_and_answers_of_a_beat_are_truths_and_may_be_left_out() -> None:
    for key in ("desk", "answers"):
        (line,) = faults_with(f"{key} = true", f"{key} = 1")
        assert f"].{key}: is 1" in line
        assert "; allowed: " in line
    level = parse_level(TRAY.replace("desk = true", "").replace("answers = false", ""), "the-tray", "the-tray.toml")
    assert {(beat.desk, beat.answers) for beat in level.schedule} == {(False, True)}


def test_level_one_calls_bram_out_three_times_and_is_answered_once() -> None:
    level = load_level("the-tray", LEVELS)
    attacks = [beat for beat in level.schedule if beat.kind == "callout"]
    assert [(beat.target, beat.desk) for beat in attacks] == [("bram", True)] * 3
    assert sum(beat.answers for beat in attacks) == 1
    assert attacks[-1].at - attacks[0].at <= 25.0


def test_a_level_without_a_lesson_is_good() -> None:
    start = TRAY.index("[[lesson]]")
    text = TRAY[:start] + TRAY[TRAY.index("[[schedule]]") :]
    assert parse_level(text, "the-tray", "the-tray.toml").lesson == ()
