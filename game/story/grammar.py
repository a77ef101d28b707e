"""A small grammar: outsides and insides with slots, for papers that come when every hand-written card was told once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from game.story.badwords import BadWords, place, strings, table, tables, text
from game.story.cards import CLASSES, HEADLINE_WORDS, INSIDE_WORDS, Card, check_choices, check_length

KEYS: Final = ("slots", "outsides", "insides")
KNOWN: Final = ("price",)  # what the world fills in, not the grammar
OUTSIDE: Final = 0  # which of a filler's lots is for what; one for each slot follows
INSIDE: Final = 1
FIRST_SLOT: Final = 2

Template = TypeVar("Template")


class Inside(NamedTuple):
    """What a filler may say inside, and the tells that the debrief names."""

    says: str
    tells: tuple[str, ...]


class Grammar(NamedTuple):
    """Templates by class, and the words for their slots. A slot has one word for a whole filler, outside and inside."""

    slots: Mapping[str, tuple[str, ...]]
    outsides: Mapping[str, tuple[str, ...]]
    insides: Mapping[str, tuple[Inside, ...]]

    @classmethod
    def from_table(cls, source: Mapping[str, object]) -> "Grammar":
        """Read the `[grammar]` table of a words file; BadWords when a filler could not be told or would not fit."""
        unknown = sorted(set(source) - set(KEYS))
        if unknown:
            raise BadWords("grammar", f"unknown {', '.join(unknown)}; allowed: {', '.join(KEYS)}")
        written = table(source, "slots", "grammar")
        grammar = cls(
            {name: strings(written, name, "grammar.slots") for name in written},
            by_class(read_outside(outside) for outside in tables(source, "outsides", "grammar")),
            by_class(read_inside(inside) for inside in tables(source, "insides", "grammar")),
        )
        grammar.check()
        return grammar

    @property
    def lots(self) -> int:
        """How many draws one filler takes."""
        return FIRST_SLOT + len(self.slots)

    def card(self, looks: str, is_: str, luck: Sequence[float]) -> Card:
        """Make a filler that looks and is as wanted; `luck` are as many draws in (0, 1) as there are `lots`."""
        outside = pick(self.outsides[looks], luck[OUTSIDE])
        inside = pick(self.insides[is_], luck[INSIDE])
        chosen = {name: pick(words, lot) for (name, words), lot in zip(self.slots.items(), luck[FIRST_SLOT:], strict=True)}
        return Card(fill(outside, chosen), fill(inside.says, chosen), looks, is_, inside.tells)

    def check(self) -> None:
        """Refuse what could not be told: an empty slot or class, a slot without words, a filler too long at its longest."""
        for name, words in self.slots.items():
            if not words or name in KNOWN:
                raise BadWords(place("grammar.slots", name), "must hold at least one word, and must not be the world's")
        for key, classes in (("outsides", self.outsides), ("insides", self.insides)):
            missing = [each for each in CLASSES if not classes[each]]
            if missing:
                raise BadWords(place("grammar", key), f"none for {', '.join(missing)}")
        for each in CLASSES:
            for outside in self.outsides[each]:
                self.check_template(outside, HEADLINE_WORDS)
            for inside in self.insides[each]:
                self.check_template(inside.says, INSIDE_WORDS)
                check_choices(Card("", inside.says, each, each, inside.tells), f"grammar, {inside.says!r}")

    def check_template(self, says: str, most: int) -> None:
        """Refuse a template that names a slot nobody wrote, or that is too long when its slots get their longest words."""
        where = f"grammar, {says!r}"
        for slot in slots_in(says):
            if slot not in (*self.slots, *KNOWN):
                raise BadWords(where, f"no slot is called {slot or 'nothing'}")
        longest = {name: max(words, key=lambda word: len(word.split())) for name, words in self.slots.items()}
        check_length(fill(says, longest), most, where)


def read_outside(source: Mapping[str, object]) -> tuple[str, str]:
    """Read one `[[grammar.outsides]]` table: its class and its template."""
    where = "grammar.outsides"
    return class_of(source, "looks", where), text(source, "says", where)


def read_inside(source: Mapping[str, object]) -> tuple[str, Inside]:
    """Read one `[[grammar.insides]]` table: its class, its template and its tells."""
    where = "grammar.insides"
    return class_of(source, "is", where), Inside(text(source, "says", where), strings(source, "tells", where))


def class_of(source: Mapping[str, object], key: str, where: str) -> str:
    """Read a class and refuse what is none."""
    value = text(source, key, where)
    if value not in CLASSES:
        raise BadWords(place(where, key), f"is {value!r}; allowed: {', '.join(CLASSES)}")
    return value


def by_class(read: Iterable[tuple[str, Template]]) -> dict[str, tuple[Template, ...]]:
    """Sort templates by their class."""
    pairs = tuple(read)
    return {each: tuple(template for of, template in pairs if of == each) for each in CLASSES}


def pick(choices: Sequence[Template], lot: float) -> Template:
    """Choose by one draw in (0, 1)."""
    return choices[int(lot * len(choices))]


def slots_in(template: str) -> list[str]:
    """Name the slots of a template."""
    return re.findall(r"\{(\w*)\}", template)


def fill(template: str, words: Mapping[str, str]) -> str:
    """Put words into slots."""
    for name, word in words.items():
        template = template.replace("{" + name + "}", word)
    return template
