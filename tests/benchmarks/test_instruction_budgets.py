"""Hot primitives stay within their instruction budgets; counts are free of noise, where wall clock is not."""

import platform

import pytest

from benchmarks import budgets


@pytest.fixture(scope="module")
def interpreted() -> dict[str, int]:
    return budgets.interpreted_costs()


def test_no_hot_primitive_executes_more_bytecodes_than_its_budget(interpreted: dict[str, int]) -> None:
    allowed = budgets.allowed_bytecodes()
    over = {name: (cost, allowed[name]) for name, cost in interpreted.items() if cost > allowed[name]}
    assert not over, f"(cost, budget): {over}; if it is worth it: python -m benchmarks.budgets --write"


def test_a_budget_is_not_so_roomy_that_it_guards_nothing(interpreted: dict[str, int]) -> None:
    kept = budgets.budgets()["bytecodes"].get(budgets.PYTHON, {})
    roomy = {name: (interpreted[name], most) for name, most in kept.items() if most > 1.25 * interpreted[name] + 5}
    assert not roomy, f"(cost, budget): {roomy}; renew them: python -m benchmarks.budgets --write"


def test_every_primitive_has_a_budget_and_every_budget_a_primitive(interpreted: dict[str, int]) -> None:
    kept = budgets.budgets()
    assert all(set(costs) == set(interpreted) for costs in kept["bytecodes"].values())
    assert set(kept["machine"]) == set(budgets.COMPILED)
    assert set(kept["off"]) == set(budgets.OFF)


def test_counts_are_the_same_twice(interpreted: dict[str, int]) -> None:
    assert budgets.interpreted_costs() == interpreted


@pytest.mark.parametrize("mechanism", budgets.OFF)
def test_a_mechanism_that_is_off_costs_little(mechanism: str) -> None:
    assert budgets.share_when_off(mechanism) <= budgets.budgets()["off"][mechanism]


@pytest.mark.skipif(platform.machine() not in {"x86_64", "AMD64"}, reason="machine instructions are counted on x86-64 only")
def test_no_compiled_kernel_has_more_machine_instructions_than_its_budget() -> None:
    allowed = budgets.budgets()["machine"]
    costs = budgets.compiled_costs()
    over = {name: (cost, allowed[name]) for name, cost in costs.items() if not 0 < cost <= allowed[name]}
    assert not over, f"(cost, budget): {over}; if it is worth it: python -m benchmarks.budgets --write"
