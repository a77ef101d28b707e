"""docs/levels.md and the code say the same."""

from pathlib import Path

import pytest

from game.feed.rules import Rules
from game.scenario.describe import main, with_tables
from game.scenario.parameters import plain_parameters, rule_says, world_parameters
from game.scenario.plain import Scenario
from tests.scenario.levels import ROOT

PAGE = ROOT / "docs" / "levels.md"


def test_the_tables_of_the_page_are_those_of_today() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_tables(page) == page, "run: python -m game.scenario.describe docs/levels.md"


@pytest.mark.parametrize("name", Rules._fields)
def test_every_rule_says_in_its_comment_what_it_is(name: str) -> None:
    _, says = rule_says()[name]
    assert says.unit
    assert says.low < says.high


def test_every_parameter_of_a_level_says_what_it_means() -> None:
    for parameter in plain_parameters(Scenario):
        assert parameter.meaning, parameter.key
        assert "|" not in parameter.meaning


def test_world_parameters_are_the_rules_in_their_order() -> None:
    assert [parameter.key for parameter in world_parameters()] == [f"world.{name}" for name in Rules._fields]


def test_an_outdated_page_is_brought_up_to_date(tmp_path: Path) -> None:
    today = with_tables(PAGE.read_text(encoding="utf-8"))
    page = tmp_path / "levels.md"
    page.write_text(today.replace("| `shift.cards` |", "| `shift.chairs` |"), encoding="utf-8")
    assert main([str(page)]) == 0
    assert page.read_text(encoding="utf-8") == today


def test_without_a_page_the_tables_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "| `world.tray_size` |" in capsys.readouterr().out
