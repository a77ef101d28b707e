"""The night office's colours and which of them may carry text on which (LEVEL_ONE section 9; every text pair >= 4.5)."""

from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]


def of(code: str) -> Colour:
    """Turn `#RRGGBB` into three numbers.

    >>> of("#16232B")
    (22, 35, 43)
    """
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


WALL = of("#16232B")
FELT = of("#21343D")
NIGHT = of("#0D161B")
SHADOW = of("#0A1115")
PAPER = of("#F7F1E3")
OLD_PAPER = of("#E9DFC8")
FOLD = of("#CFC3A6")
INK = of("#1A1D21")
SECOND_INK = of("#4D4A45")
IGNORE, IGNORE_ON_WALL = of("#4A4F55"), of("#B9C2C7")
LIKE, LIKE_ON_WALL = of("#0A5C8A"), of("#7CC4EE")
RESHARE, RESHARE_ON_WALL = of("#A63A0A"), of("#FFA066")
THANKS, THANKS_ON_WALL = of("#6B4E00"), of("#F5C451")
BACK, BACK_ON_WALL = of("#5B3FA8"), of("#B7A6FF")
TUBE = of("#8FB3BF")
DARK_TUBE = of("#47616B")
LAMP = THANKS_ON_WALL
BRASS = of("#B58A3C")
DARK_BRASS = of("#6E5426")
WOOD = of("#3A2C22")

TEXT_PAIRS: tuple[tuple[str, Colour, Colour], ...] = (
    ("ink on paper", INK, PAPER),
    ("ink on old paper", INK, OLD_PAPER),
    ("second ink on paper", SECOND_INK, PAPER),
    ("second ink on old paper", SECOND_INK, OLD_PAPER),
    ("ink on the fold", INK, FOLD),
    ("ignore on paper", IGNORE, PAPER),
    ("like on paper", LIKE, PAPER),
    ("reshare on paper", RESHARE, PAPER),
    ("thanks on paper", THANKS, PAPER),
    ("back on paper", BACK, PAPER),
    ("reshare on old paper", RESHARE, OLD_PAPER),
    ("ignore on wall", IGNORE_ON_WALL, WALL),
    ("like on wall", LIKE_ON_WALL, WALL),
    ("reshare on wall", RESHARE_ON_WALL, WALL),
    ("thanks on wall", THANKS_ON_WALL, WALL),
    ("back on wall", BACK_ON_WALL, WALL),
    ("paper on wall", PAPER, WALL),
    ("paper on felt", PAPER, FELT),
    ("paper on night", PAPER, NIGHT),
    ("thanks on felt", THANKS_ON_WALL, FELT),
    ("back on felt", BACK_ON_WALL, FELT),
    ("reshare on felt", RESHARE_ON_WALL, FELT),
    ("tubes on wall", TUBE, WALL),
    ("tubes on felt", TUBE, FELT),
    ("tubes on night", TUBE, NIGHT),
    ("old paper on felt", OLD_PAPER, FELT),
    ("ink on brass", INK, BRASS),
    ("ink on the lamp", INK, LAMP),
)
"""Every pair in which the desk writes; a test computes their contrast."""


DARK = 0.04045
"""Below this the curve of sRGB is a straight line."""


def luminance(colour: Colour) -> float:
    """Give the relative luminance of WCAG 2."""
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= DARK else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of WCAG 2, from 1 to 21.

    >>> round(contrast(INK, PAPER), 1)
    15.0
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Give the colour that lies `share` of the way from `one` to `other`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
