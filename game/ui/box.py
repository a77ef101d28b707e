"""A rectangle in the picture's own pixels: hashable, so that a widget holding one is a value."""

from typing import NamedTuple, Self


class Box(NamedTuple):
    """Left edge, top edge, width, height; pygame takes it wherever it takes a rectangle."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column after the box."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row after the box."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[int, int]:
        """The middle."""
        return self.x + self.w // 2, self.y + self.h // 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: "Box") -> bool:
        """Whether the two share at least one pixel."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def within(self, other: "Box") -> bool:
        """Whether no pixel of this one lies outside the other."""
        return other.x <= self.x and other.y <= self.y and self.right <= other.right and self.bottom <= other.bottom

    def grown(self, by: int) -> Self:
        """Give the box with `by` pixels more on every side (fewer if negative)."""
        return self._replace(x=self.x - by, y=self.y - by, w=self.w + 2 * by, h=self.h + 2 * by)

    def moved(self, dx: int = 0, dy: int = 0) -> Self:
        """Give the box elsewhere."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def at_origin(self) -> Self:
        """Give the box with its corner at 0, 0."""
        return self._replace(x=0, y=0)

    def columns(self, count: int, gap: int) -> "list[Box]":
        """Cut the box into `count` equal columns."""
        wide = (self.w - gap * (count - 1)) // count
        return [Box(self.x + i * (wide + gap), self.y, wide, self.h) for i in range(count)]

    def rows(self, count: int, gap: int) -> "list[Box]":
        """Cut the box into `count` equal rows."""
        high = (self.h - gap * (count - 1)) // count
        return [Box(self.x, self.y + i * (high + gap), self.w, high) for i in range(count)]
