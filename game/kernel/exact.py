"""Exact math: exp, log, powers and quantiles from + - * / sqrt ldexp frexp, the same to the last bit on every platform.

libm differs between systems, compilers and WebAssembly in the last digit, and one digit is enough to part two worlds.
IEEE 754 fixes + - * / sqrt, and `ldexp` and `frexp` only move an exponent. Accuracy is tested against `math` in
tests/kernel/test_exact.py (a few units in the last place), which is far below anything a decision rule could notice;
reproducibility is what is bought here.
"""

from math import frexp, ldexp, sqrt

from game.kernel.mark import kernel, outlined

LN2_HIGH = 0.6931471803691238  # ln 2 with its last 21 bits zero: k * LN2_HIGH is exact for |k| < 2**21
LN2_LOW = 1.9082149292705877e-10  # the rest of ln 2
INVERSE_LN2 = 1.4426950408889634
SQRT_HALF = 0.7071067811865476
EXP_LARGEST = 700.0
EXP_SMALLEST = -700.0


@kernel
def exp(x: float) -> float:
    """e**x; arguments beyond +-700 are held there (a rule never needs more, and nothing overflows)."""
    if x > EXP_LARGEST:
        x = EXP_LARGEST
    if x < EXP_SMALLEST:
        x = EXP_SMALLEST
    k = int(x * INVERSE_LN2 + (0.5 if x > 0.0 else -0.5))
    r = (x - k * LN2_HIGH) - k * LN2_LOW
    # Taylor to r**12 on |r| <= 0.3466 (error 2e-17), by Horner
    tail = 1.0 + r * (0.09090909090909091 + r * 0.007575757575757576)
    p = 1.0 + r * (0.1111111111111111 + r * 0.1 * 0.1111111111111111 * tail)
    p = 1.0 + r * 0.14285714285714285 * (1.0 + r * 0.125 * p)
    p = 1.0 + r * 0.2 * (1.0 + r * 0.16666666666666666 * p)
    p = 1.0 + r * (1.0 + r * 0.5 * (1.0 + r * 0.3333333333333333 * (1.0 + r * 0.25 * p)))
    return ldexp(p, k)


@outlined
@kernel
def log(x: float) -> float:
    """Natural logarithm of x > 0 (of 0 or less: -700, the bottom of `exp`)."""
    if x <= 0.0:
        return EXP_SMALLEST
    x, k = frexp(x)
    if x < SQRT_HALF:
        x *= 2.0
        k -= 1
    # ln x = 2 artanh(s), s = (x-1)/(x+1), |s| <= 0.1716: odd series to s**21
    s = (x - 1.0) / (x + 1.0)
    z = s * s
    p = 0.058823529411764705 + z * (0.05263157894736842 + z * 0.047619047619047616)
    p = 0.09090909090909091 + z * (0.07692307692307693 + z * (0.06666666666666667 + z * p))
    p = 0.3333333333333333 + z * (0.2 + z * (0.14285714285714285 + z * (0.1111111111111111 + z * p)))
    return k * LN2_HIGH + (2.0 * s + (2.0 * s * z * p + k * LN2_LOW))


@outlined
@kernel
def power(base: float, exponent: float) -> float:
    """base**exponent for base > 0; 0 for base <= 0."""
    if base <= 0.0:
        return 0.0
    return exp(exponent * log(base))


@kernel
def sigmoid(x: float) -> float:
    """1 / (1 + e**-x), the logistic function."""
    return 1.0 / (1.0 + exp(-x))


@outlined
@kernel
def normal_quantile(p: float) -> float:
    """Inverse of the standard normal distribution function for 0 < p < 1 (Wichura 1988, AS 241, PPND7: 7 digits)."""
    q = p - 0.5
    if -0.425 <= q <= 0.425:
        r = 0.180625 - q * q
        top = ((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179
        bottom = ((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1.0
        return q * top / bottom
    r = sqrt(-log(p if q < 0.0 else 1.0 - p))
    if r <= 5.0:
        r -= 1.6
        top = ((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777
        bottom = (0.12021132975 * r + 0.73700164250) * r + 1.0
    else:
        r -= 5.0
        top = ((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150
        bottom = (0.012258202635 * r + 0.24197894225) * r + 1.0
    return -top / bottom if q < 0.0 else top / bottom


@kernel
def exponential(u: float) -> float:
    """Exponential variate of mean 1 from a uniform u."""
    return -log(u)


@kernel
def median_of_three(a: float, b: float, c: float) -> float:
    """The middle one; of three uniforms it is distributed Beta(2, 2)."""
    if a > b:
        a, b = b, a
    if c <= a:
        return a
    if c >= b:
        return b
    return c
