"""The letters: Source Sans for words and Roboto (figures of equal width) for numbers, or pygame's own where both are missing."""

from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal, TypeAlias

import pygame

from game.port import assets_path

Weight: TypeAlias = Literal["text", "strong", "bold", "figures", "figures bold"]

FILES: dict[str, tuple[str, str]] = {
    "text": ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    "strong": ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    "bold": ("font_source_sans_pro", "SourceSansPro-Bold.ttf"),
    "figures": ("font_roboto", "Roboto-Regular.ttf"),
    "figures bold": ("font_roboto", "Roboto-Bold.ttf"),
}


def file_of(weight: Weight) -> Path | None:
    """Find the file of a weight: staged in `assets/fonts/`, else inside the installed font package, else None."""
    package, name = FILES[weight]
    staged = assets_path() / "assets" / "fonts" / name
    if staged.is_file():
        return staged
    try:
        installed = resources.files(package) / "files" / name
    except ModuleNotFoundError:
        return None
    path = Path(str(installed))
    return path if path.is_file() else None


@lru_cache(maxsize=64)
def font(weight: Weight, size: int) -> pygame.font.Font:
    """Give the font of a weight at a size in pixels, opened once."""
    if not pygame.font.get_init():
        pygame.font.init()
        font.cache_clear()
    path = file_of(weight)
    if path is not None:
        return pygame.font.Font(path, size)
    plain = pygame.font.Font(None, round(size * 1.25))
    plain.set_bold("bold" in weight)
    return plain


def forget() -> None:
    """Drop the opened fonts; needed when pygame is shut down and started again."""
    font.cache_clear()
