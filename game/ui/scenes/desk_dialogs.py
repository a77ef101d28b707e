"""The questions that the desk asks, each as a dialog."""

from game.ui.keys import Keys
from game.ui.kit.dialog import Choice, Dialog
from game.ui.words import say

PACES = {
    "brisk": ("steady", "calm"),
    "steady": ("slow", "calm"),
    "slow": ("steady", "calm"),
    "calm": ("steady", "slow"),
}
"""What may be chosen besides the pace that is proposed."""
PACE_KEYS = ("return", "2", "3")
"""The pace proposed is answered by Enter, the others by their place in the row."""


def leave_dialog(keys: Keys) -> Dialog:
    """Ask before the coat is taken."""
    cancel = Choice(say("cancel"), "cancel", keys.of("cancel"), main=True)
    go = Choice(say("leave.yes"), "home", keys.of("home"))
    return Dialog(say("leave.title"), say("leave.line"), (cancel, go), say("cancel"))


def pause_dialog(keys: Keys, *, calm: bool, lesson: bool) -> Dialog:
    """Hold everything; here the clock can be taken off the wall, a lesson be taken again, and all else be set."""
    choices = [
        Choice(say("pause.back"), "back", keys.of("back"), main=True),
        Choice(say("title.calm.on" if calm else "title.calm.off"), "calm", keys.of("calm")),
        Choice(say("tool.settings"), "settings", keys.of("settings")),
    ]
    if lesson:
        choices.insert(2, Choice(say("lesson.again"), "lesson", keys.of("again")))
    return Dialog(say("pause.title"), say("pause.line"), tuple(choices), say("pause.back"))


def lesson_dialog(keys: Keys) -> Dialog:
    """Ask before this tray is given up for the lesson."""
    cancel = Choice(say("cancel"), "cancel", keys.of("cancel"), main=True)
    again = Choice(say("lesson.again.yes"), "lesson again", keys.of("again"))
    return Dialog(say("lesson.again.title"), say("lesson.again.line"), (cancel, again), say("cancel"))


def bell_dialog(keys: Keys, waiting: int, *, stay: bool) -> Dialog:
    """Two equal buttons; the second only if the rules still offer it."""
    line = say({0: "bell.line.none", 1: "bell.line.one"}.get(waiting, "bell.line"), waiting=waiting)
    choices = [Choice(say("bell.home"), "home", keys.of("home"))]
    if stay:
        choices.append(Choice(say("bell.stay"), "stay", keys.of("stay")))
    return Dialog(say("bell.title"), line, tuple(choices), say("bell.home"))


def floor_dialog(keys: Keys) -> Dialog:
    """After the third paper on the floor: without a clock none falls."""
    take = Choice(say("floor.yes"), "take clock", keys.of("calm"))
    leave = Choice(say("floor.no"), "cancel", keys.of("cancel"))
    return Dialog(say("floor.title"), say("floor.line"), (take, leave), say("floor.no"))


def pace_dialog(proposed: str, seconds: float) -> Dialog:
    """Propose a pace in one line; Enter accepts."""
    names = (proposed, *PACES[proposed])
    title = say("pace.title", seconds=max(1, round(seconds)), pace=say("pace." + proposed))
    choices = tuple(
        Choice(say("pace." + name), "pace " + name, key, main=name == proposed)
        for name, key in zip(names, PACE_KEYS, strict=True)
    )  # fmt: skip
    return Dialog(title, "", choices, say("pace." + proposed))
