"""Tests mirror the rooms of `game/`; each reads like a sentence."""
