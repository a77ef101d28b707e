"""Which key does what: the usual keys, those that a player chose instead, and those that nobody can give away."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.ui.words import say

DEFAULTS: Mapping[str, str] = {
    "ignore": "a",
    "like": "s",
    "reshare": "d",
    "unfold": "w",
    "undo": "z",
    "pause": "p",
    "mute": "m",
    "leave": "q",
    "settings": "o",
    "larger": "+",
    "smaller": "-",
}
"""What a player may give another key, in the order in which the settings list it."""
LOCAL: Mapping[str, str] = {
    "home": "h",
    "stay": "t",
    "calm": "c",
    "copy": "k",
    "new": "n",
    "again": "r",
    "page": "e",
    "load": "l",
    "former": "b",
    "disagree": "i",
    "orders": "u",
    "more": "v",
    "table": "g",
    "csv": "f",
    "file": "f",
    "level": "l",
    "sandbox": "x",
}
"""Keys of a dialog or a page; one of them gives way where a player chose the same key for something of the desk."""
FIRM: Mapping[str, str] = {
    "start": "return", "debrief": "return", "next": "return", "cancel": "escape", "skip": "escape", "done": "escape",
}  # fmt: skip
"""What always has the same key."""
SAME: Mapping[str, str] = {
    "quit": "leave", "back": "pause", "rewind": "again", "beat": "copy", "pass": "reshare", "not": "ignore",
}  # fmt: skip
"""What goes by the key of something else."""
ALSO: Mapping[str, str] = {"unfold": "space", "pause": "escape", "back": "escape", "former": "escape"}
"""A second key, which is not printed; it holds unless a player gave it to something else."""
FIXED = frozenset({"return", "escape", "tab", "back tab", "left", "right", "up", "down"})
"""Keys that every screen needs, so nothing else can have them."""
NAMED = ("space", "backspace", "delete", "insert", "home", "end", "page up", "page down")
"""Keys without a letter that may be chosen; others (Shift, F5, ...) mean something to the system or the browser."""
SPARE = "hjklrtuvxynefgibc1234567890zpmqowsda"
"""What a key of a dialog becomes where its own is taken: the first of these that is free."""


@dataclass(frozen=True)
class Keys:
    """Gives the key of an action. `changed` holds what differs from the usual keys, in the order of `DEFAULTS`."""

    changed: tuple[tuple[str, str], ...] = ()

    def of(self, action: str) -> str:
        """Give the key of an action, as it is printed on things.

        >>> Keys((("like", "l"),)).of("like"), Keys().of("quit")
        ('l', 'q')
        """
        return _table(self.changed)[SAME.get(action, action)]

    def presses(self, action: str, printed: str) -> tuple[str, ...]:
        """Give every key that presses a thing with this action and this key printed on it, the printed one first.

        >>> Keys().presses("unfold", "w"), Keys((("like", "space"),)).presses("unfold", "w")
        (('w', 'space'), ('w',))
        """
        if not printed:
            return ()
        also = self.of("settings") if action == "done" else ALSO.get(action, "")
        return (printed, also) if also and (action == "done" or not self.holder(also)) else (printed,)

    def holder(self, key: str) -> str:
        """Give the action that a player may change and that has this key; "" if there is none."""
        table = _table(self.changed)
        return next((action for action in DEFAULTS if table[action] == key), "")

    def given(self, action: str, key: str) -> "Keys":
        """Give the keys in which `action` has `key`; whatever had it gets the key that becomes free.

        >>> Keys().given("ignore", "s").changed
        (('ignore', 's'), ('like', 'a'))
        """
        if action not in DEFAULTS or not may_choose(key):
            raise ValueError(f"{action!r} cannot have the key {key!r}")
        table = {name: self.of(name) for name in DEFAULTS}
        other = self.holder(key)
        if other:
            table[other] = table[action]
        table[action] = key
        return Keys(tuple((name, kept) for name, kept in table.items() if kept != DEFAULTS[name]))


def may_choose(key: str) -> bool:
    """Whether a player may give this key to something.

    >>> may_choose("k"), may_choose("tab"), may_choose("f5"), may_choose("[4]")
    (True, False, False, True)
    """
    if key in FIXED:
        return False
    pad = len(key) == len("[4]") and key[0] == "[" and key[-1] == "]"
    return key in NAMED or pad or (len(key) == 1 and key.isprintable() and not key.isspace())


def sane(pairs: Mapping[str, str]) -> bool:
    """Whether these changes name known actions and keys that may be chosen, and no key has two duties."""
    if not all(action in DEFAULTS and may_choose(key) for action, key in pairs.items()):
        return False
    keys = [pairs.get(action, key) for action, key in DEFAULTS.items()]
    return len(set(keys)) == len(keys)


def in_order(pairs: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Write changes as `Keys` holds them."""
    return tuple((action, pairs[action]) for action, usual in DEFAULTS.items() if pairs.get(action, usual) != usual)


SHOWN = {
    "return": "Enter",
    "space": "Space",
    "escape": "Esc",
    "backspace": "Bksp",
    "delete": "Del",
    "insert": "Ins",
    "page up": "PgUp",
    "page down": "PgDn",
}


def shown(key: str) -> str:
    """Write a key as it is printed on things.

    >>> shown("a"), shown("page up"), shown("[4]"), shown("+")
    ('A', 'PgUp', 'Num 4', '+')
    """
    if len(key) == len("[4]") and key[0] == "[":
        return say("key.pad", key=key[1])
    return SHOWN.get(key, key.upper() if len(key) == 1 else key.capitalize())


@lru_cache(maxsize=16)
def _table(changed: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Give every action's key; those of dialogs and pages step aside for what a player chose."""
    table = {**FIRM, **DEFAULTS, **dict(changed)}
    taken = {table[action] for action in DEFAULTS}
    spare = iter([key for key in SPARE if key not in taken and key not in LOCAL.values()])
    for action, key in LOCAL.items():
        table[action] = next(spare) if key in taken else key
    return table
