"""What a thing lies on, paper or wall, and the colours that can be read there."""

from typing import Literal, NamedTuple, TypeAlias

from game.ui.palette import (
    BACK,
    BACK_ON_WALL,
    DARK_TUBE,
    FELT,
    FOLD,
    INK,
    LIKE,
    LIKE_ON_WALL,
    OLD_PAPER,
    PAPER,
    RESHARE,
    RESHARE_ON_WALL,
    SECOND_INK,
    THANKS,
    THANKS_ON_WALL,
    TUBE,
    Colour,
)

Ground: TypeAlias = Literal["paper", "wall"]
Kind: TypeAlias = Literal["plain", "thanked", "back", "like", "reshare"]


class Colours(NamedTuple):
    """The colours of one ground: words, quieter words, thin lines, wells; and one for each kind of figure."""

    ink: Colour
    second: Colour
    rule: Colour
    well: Colour
    thanked: Colour
    back: Colour
    like: Colour
    reshare: Colour

    def of(self, kind: Kind) -> Colour:
        """Give the colour of a kind of figure."""
        return {
            "plain": self.second,
            "thanked": self.thanked,
            "back": self.back,
            "like": self.like,
            "reshare": self.reshare,
        }[kind]


COLOURS: dict[Ground, Colours] = {
    "paper": Colours(INK, SECOND_INK, FOLD, OLD_PAPER, THANKS, BACK, LIKE, RESHARE),
    "wall": Colours(PAPER, TUBE, DARK_TUBE, FELT, THANKS_ON_WALL, BACK_ON_WALL, LIKE_ON_WALL, RESHARE_ON_WALL),
}
SIGNS: dict[Kind, str] = {"thanked": "tick", "back": "hourglass", "like": "like", "reshare": "reshare"}
"""What doubles a colour by its shape."""
