"""In Tray: a game and a simulator about the attention economy, played from an unpaid clerk's desk."""

__version__ = "0.1.0"
