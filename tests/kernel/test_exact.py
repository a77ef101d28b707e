"""Exact math: as good as `math` where a rule looks, and the same digits on every machine."""

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kernel import exact

moderate = st.floats(-700.0, 700.0)
positive = st.floats(1e-300, 1e300)
shares = st.floats(0.0, 1.0, exclude_min=True, exclude_max=True)

GOLDEN = {
    "exp": {
        0.0: "0x1.0000000000000p+0",
        1.0: "0x1.5bf0a8b14576ap+1",
        -1.0: "0x1.78b56362cef38p-2",
        0.5: "0x1.a61298e1e069cp+0",
        -5.3: "0x1.47210c95c89b1p-8",
        33.3: "0x1.078401f5a3ec8p+48",
        -699.0: "0x1.78694fe9f73ccp-1009",
    },
    "log": {
        1.0: "0x0.0p+0",
        2.0: "0x1.62e42fefa39efp-1",
        0.1: "-0x1.26bb1bbb55515p+1",
        1e-9: "-0x1.4b927f32bffb8p+4",
        12345.678: "0x1.2d79559791e31p+3",
        0.7071: "-0x1.62e6b3842a25ep-2",
    },
    "sigmoid": {0.0: "0x1.0000000000000p-1", 2.5: "0x1.d9291ddb596f8p-1", -7.0: "0x1.dda738adf1189p-11"},
    "normal_quantile": {
        0.5: "0x0.0p+0",
        0.025: "-0x1.f5c0364cb83efp+0",
        0.99: "0x1.29c5c5af04ce0p+1",
        1e-12: "-0x1.c234f9faffc49p+2",
    },
}


def ulps(value: float, truth: float) -> float:
    """Give how many units in the last place two numbers are apart."""
    return abs(value - truth) / math.ulp(truth)


@pytest.mark.parametrize("name", GOLDEN)
def test_the_digits_are_for_ever(name: str) -> None:
    function = getattr(exact, name)
    assert {x: function(x).hex() for x in GOLDEN[name]} == GOLDEN[name]


@given(moderate)
def test_exp_is_within_three_units_of_the_last_place(x: float) -> None:
    assert ulps(exact.exp(x), math.exp(x)) <= 3.0


@given(positive)
def test_log_is_within_three_units_of_the_last_place(x: float) -> None:
    assert ulps(exact.log(x), math.log(x)) <= 3.0


@given(st.floats(0.4, 2.5))
def test_log_is_as_good_near_1(x: float) -> None:
    assert ulps(exact.log(x), math.log(x)) <= 3.0


@given(st.floats(1e-6, 1e6), st.floats(-3.0, 3.0))
def test_power_is_good_to_fourteen_digits(base: float, exponent: float) -> None:
    assert exact.power(base, exponent) == pytest.approx(base**exponent, rel=1e-14)


@given(moderate, moderate)
def test_exp_never_falls(x: float, y: float) -> None:
    low, high = sorted((x, y))
    assert exact.exp(low) <= exact.exp(high)


def test_exp_rises_from_one_step_to_the_next_across_its_joints() -> None:
    for k in range(-20, 21):
        joint = (k + 0.5) / exact.INVERSE_LN2
        row = [exact.exp(joint + step * 1e-9) for step in range(-50, 51)]
        assert row == sorted(row)


def test_log_rises_from_one_step_to_the_next_across_its_joints() -> None:
    for k in range(-20, 21):
        joint = math.ldexp(exact.SQRT_HALF, k)
        row = [exact.log(joint * (1.0 + step * 1e-9)) for step in range(-50, 51)]
        assert row == sorted(row)


@given(positive)
def test_exp_undoes_log(x: float) -> None:
    if 1e-100 < x < 1e100:
        assert exact.exp(exact.log(x)) == pytest.approx(x, rel=1e-13)


def test_what_lies_beyond_is_held() -> None:
    assert exact.exp(1e9) == exact.exp(700.0)
    assert exact.exp(-1e9) == exact.exp(-700.0)
    assert exact.log(0.0) == exact.log(-1.0) == -700.0
    assert exact.power(0.0, 2.0) == exact.power(-1.0, 2.0) == 0.0


@given(st.floats(-30.0, 30.0))
def test_sigmoid_is_the_logistic_function(x: float) -> None:
    assert exact.sigmoid(x) == pytest.approx(1.0 / (1.0 + math.exp(-x)), rel=1e-14)


@given(shares)
def test_the_normal_quantile_is_good_to_six_digits(p: float) -> None:
    if 1e-15 < p < 1.0 - 1e-9:
        assert exact.normal_quantile(p) == pytest.approx(NormalDist().inv_cdf(p), abs=2e-6, rel=2e-6)


@given(shares, shares)
def test_the_normal_quantile_never_falls(p: float, q: float) -> None:
    low, high = sorted((p, q))
    assert exact.normal_quantile(low) <= exact.normal_quantile(high) + 1e-6


@given(shares)
def test_an_exponential_variate_is_minus_the_log(u: float) -> None:
    assert exact.exponential(u) == -exact.log(u)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_median_of_three_is_the_middle_one(a: float, b: float, c: float) -> None:
    assert exact.median_of_three(a, b, c) == sorted((a, b, c))[1]
